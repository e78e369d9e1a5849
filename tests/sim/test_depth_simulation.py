"""Deep networks as a simulation: the run, what is live, what is kept, the gate, and what lessons ask."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.commands import Configure, Edit, Restart, Seek, Step
from sim.config import Config
from sim.depth_arms import ARMS
from sim.depth_profile import SEEDS
from sim.depth_rates import BEST, DEPTHS, RATES, best_of, best_rate, nearest
from sim.errors import ConfigError
from sim.lesson_controls import controls_of
from sim.lesson_fields import check_field, fields_of
from sim.mailbox import Status
from sim.session import Session
from sim.simulations import SIMULATIONS
from sim.simulations.depth import DepthState
from sim.simulations.depth_config import MOST_TRAINED, PARAMETERS, on_key, rate_of, trained_depth
from sim.simulations.depth_race import EVERY, order_of, updates_an_epoch
from sim.simulations.depth_view import DepthSnapshot

DEPTH = SIMULATIONS["depth"]
ALL_OFF: dict[str, object] = {on_key(key): False for key in ARMS}
DEFAULTS = Config.defaults(PARAMETERS)


def only(*keys: str, **settings: object) -> Config:
    """A small race of these arms."""
    small = {"depth": 2, "width": 8, "passes": 2, **settings}
    return DEFAULTS.replace({**ALL_OFF, **{on_key(key): True for key in keys}, **small})


def ran(config: Config, steps: int) -> DepthSnapshot:
    return DEPTH.snapshot(config, DEPTH.advance(config, DEPTH.init(config), steps), None)


def numbers(state: DepthState) -> list[Any]:
    """All that a run is, for comparison bit by bit."""
    return [
        (arm.key, arm.updates, arm.reached, arm.diverged, arm.measured, arm.network and arm.network.theta.tobytes())
        for arm in state.arms
    ]


def session(config: Config) -> Session:
    opened = Session("depth", DEPTH, config, 0)
    opened.open(0.0)
    return opened


def do(run: Session, *commands: Any) -> Any:
    for command in commands:
        run.take(command)
        while run.unsettled:
            run.settle(0.0)
        while run.on_its_way:
            run.work(0.0, lambda: 0.0)
    return run.frame(Status())


# The run


def test_advancing_by_parts_equals_advancing_at_once() -> None:
    config = only(*ARMS)
    parts = DEPTH.advance(config, DEPTH.advance(config, DEPTH.init(config), 13), 30)
    assert numbers(parts) == numbers(DEPTH.advance(config, DEPTH.init(config), 43))


def test_a_checkpoint_goes_on_as_the_run_did() -> None:
    config = only(*ARMS)
    state = DEPTH.advance(config, DEPTH.init(config), 20)
    kept = DEPTH.copy(state)
    before = numbers(kept)
    DEPTH.advance(config, state, 25)
    assert numbers(kept) == before
    assert numbers(DEPTH.advance(config, kept, 25)) == numbers(state)
    assert DEPTH.size(state) > 9 * 2 * 8 * 64 * 8


def test_going_back_and_forth_ends_where_going_on_ends() -> None:
    run, config = session(only("tanh", "pretrained", "batch_norm")), only("tanh", "pretrained", "batch_norm")
    there = do(run, Step("depth", 45), Seek("depth", 7), Seek("depth", 45)).snapshot
    straight = ran(config, 45)
    for arm, other in zip(there.arms, straight.arms, strict=True):
        np.testing.assert_array_equal(arm.train_loss, other.train_loss)
        assert arm.moved == other.moved


def test_a_run_ends_when_every_arm_has_made_its_passes() -> None:
    config = only("relu", "tanh")
    state = DEPTH.advance(config, DEPTH.init(config), 1000)
    assert state.step == 2 * updates_an_epoch() == 82
    assert DEPTH.snapshot(config, state, None).finished
    assert DEPTH.advance(config.replace(passes=3), state, 1000).step == 3 * 41


def test_an_epoch_shows_every_digit_once_and_the_next_in_another_order() -> None:
    assert sorted(order_of(0, 0)) == list(range(1297))
    assert not np.array_equal(order_of(0, 0), order_of(0, 1))


def test_arms_are_measured_before_the_first_update_every_ten_and_at_the_end() -> None:
    arm = ran(only("relu"), 1000).arms[0]
    updates = np.round(arm.epochs * updates_an_epoch()).astype(int)
    assert updates[0] == 0
    assert set(np.diff(updates[1:-1])) == {EVERY}
    assert updates[-1] == arm.updates == 82
    assert len(arm.train_loss) == len(arm.test_accuracy) == len(arm.train_error) == len(updates)


def test_an_untrained_network_guesses() -> None:
    arm = ran(only("tanh_glorot"), 1).arms[0]
    assert arm.train_loss[0] == pytest.approx(np.log(10), abs=0.5)
    assert arm.test_accuracy[0] < 0.3


@pytest.mark.parametrize("far", [float("inf"), float("nan")])
def test_an_arm_that_flies_off_says_so_and_the_others_go_on(far: float) -> None:
    config = only("relu", "sigmoid")
    state = DEPTH.advance(config, DEPTH.init(config), 12)
    state.arms[0].network.theta[...] = far
    state = DEPTH.advance(config, state, 1000)
    assert (state.step, DEPTH.halted(config, state)) == (13, True)
    assert DEPTH.snapshot(config, state, None).failure.arm == state.arms[0].key
    seen = DEPTH.snapshot(config, DEPTH.advance(config, state, 1000), None)
    assert seen.failure is None
    relu, sigmoid = seen.arms
    assert (relu.diverged, relu.running, relu.updates) == (True, False, 13)
    assert (sigmoid.diverged, sigmoid.updates, seen.finished) == (False, 82, True)
    assert all(np.isfinite(arm.train_loss).all() for arm in seen.arms)
    assert np.isfinite(relu.moved)


def test_gates_die_at_a_rate_that_is_much_too_large() -> None:
    assert ran(only("relu_he", rates="equal", learning_rate=10.0), 41).arms[0].dead_share >= 0.5


def test_the_race_is_no_deeper_than_forty_layers() -> None:
    config = only("relu", depth=100)
    assert trained_depth(config) == MOST_TRAINED
    seen = ran(config, 1)
    assert (seen.depth, seen.race_depth, len(seen.profile.factors)) == (100, 40, 100)


# What is live


def test_a_live_setting_keeps_the_run() -> None:
    config = only("relu", "tanh", rates="equal")
    state = DEPTH.advance(config, DEPTH.init(config), 5)
    for change in ({"learning_rate": 0.5}, {"passes": 9}, {"activation": "relu"}, {"init": "he"},
                   {"gate_activation": "tanh"}):  # fmt: skip
        assert DEPTH.change(config, config.replace(change), state) is state


@pytest.mark.parametrize(
    "change", [{"depth": 3}, {"width": 16}, {"rates": "equal"}, {"loss_scale": "0.001"}, {"seed": 1}]
)
def test_another_network_is_another_race(change: dict[str, object]) -> None:
    config = only("relu")
    state = DEPTH.advance(config, DEPTH.init(config), 45)
    before = numbers(state)
    anew = DEPTH.change(config, config.replace(change), state)
    assert (anew.step, anew.arms[0].updates) == (0, 0)
    assert numbers(state) == before
    assert [past.key for past in anew.past] == ["relu"]


def test_depth_beyond_the_cap_keeps_the_race() -> None:
    config = only("relu", depth=50)
    state = DEPTH.advance(config, DEPTH.init(config), 1)
    assert DEPTH.change(config, config.replace(depth=90), state) is state


def test_a_cure_that_is_switched_on_late_runs_as_far_as_the_others() -> None:
    config = only("relu")
    state = DEPTH.advance(config, DEPTH.init(config), 50)
    both = config.replace({on_key("residual"): True})
    state = DEPTH.change(config, both, state)
    assert [arm.updates for arm in state.arms] == [50, 0]
    state = DEPTH.advance(both, state, 1000)
    assert [arm.updates for arm in state.arms] == [82, 82]
    assert DEPTH.snapshot(both, state, None).arm("residual").accuracy == ran(only("residual"), 82).arms[0].accuracy


def test_an_arm_that_is_switched_off_is_remembered() -> None:
    config = only("relu", "tanh")
    state = DEPTH.advance(config, DEPTH.init(config), 50)
    one = config.replace({on_key("tanh"): False})
    state = DEPTH.change(config, one, state)
    assert [arm.key for arm in state.arms] == ["relu"]
    assert [past.key for past in state.past] == ["tanh"]


def test_a_race_without_arms_is_over() -> None:
    seen = ran(only(), 10)
    assert (seen.step, seen.arms, seen.finished, seen.epoch) == (0, (), True, 0)


def test_what_earlier_races_came_to_survives_a_restart() -> None:
    run = session(only("relu"))
    seen = do(run, Step("depth", 82), Restart("depth", 3), Step("depth", 3)).snapshot
    assert (len(seen.past), seen.arms_run) == (1, 1)
    assert seen.past[0].passes == 2
    again = do(run, Configure("depth", only("relu", rates="equal")), Step("depth", 41)).snapshot
    assert again.arms_run == 2


def test_the_same_arm_with_the_same_settings_counts_once() -> None:
    run = session(only("relu"))
    seen = do(run, Step("depth", 41), Restart("depth"), Step("depth", 41)).snapshot
    assert (len(seen.past), seen.arms_run) == (1, 1)


def test_pretraining_is_seen_layer_by_layer() -> None:
    config = only("pretrained")
    first = ran(config, 1).arms[0]
    assert (str(first.phase), first.running, len(first.epochs)) == ("Pretraining layer 1 of 2", True, 0)
    assert first.stack.filters.shape == (8, 8, 8)
    later = ran(config, 80).arms[0]
    assert (str(later.phase), later.stack.layer, len(later.stack.errors)) == ("Pretraining layer 2 of 2", 2, 2)
    racing = ran(config, 170).arms[0]
    assert (racing.phase, racing.updates, racing.stack.finished) == ("", 20, True)


# Rates


def test_every_arm_has_a_fair_rate_at_every_measured_depth() -> None:
    assert set(BEST) == set(ARMS)
    assert all(len(rates) == len(DEPTHS) and set(rates) <= set(RATES) for rates in BEST.values())


@pytest.mark.parametrize("depth, measured", [(1, 1), (7, 8), (9, 10), (12, 14), (16, 14), (30, 40), (100, 40)])
def test_the_nearest_measured_depth_counts(depth: int, measured: int) -> None:
    assert DEPTHS[nearest(depth, DEPTHS)] == measured


def test_rates_are_fair_or_equal() -> None:
    fair, equal = only("relu"), only("relu", rates="equal", learning_rate=0.25)
    assert rate_of(fair, "relu") == best_rate("relu", 2)
    assert {rate_of(equal, key) for key in ARMS} == {0.25}


def test_a_loss_a_thousandth_as_large_learns_as_with_a_rate_a_thousandth_as_large() -> None:
    small = ran(only("relu_he", rates="equal", learning_rate=1.0, loss_scale="0.001"), 41).arms[0]
    slow = ran(only("relu_he", rates="equal", learning_rate=0.001), 41).arms[0]
    np.testing.assert_allclose(small.train_loss, slow.train_loss, rtol=1e-9)


# The profile


def test_the_profile_follows_the_settings_and_not_the_step() -> None:
    config = only("relu")
    state = DEPTH.init(config)
    deep = config.replace(depth=60, activation="relu", init="he")
    seen = DEPTH.snapshot(deep, DEPTH.change(config, deep, state), None).profile
    assert (seen.depth, seen.activation, seen.init) == (60, "relu", "he")


def test_other_seeds_are_measured_while_the_run_rests() -> None:
    config = only("relu", depth=30)
    state = DEPTH.init(config)
    assert DEPTH.snapshot(config, state, None).profile.seeds == 1
    calls = 0
    while DEPTH.ponder(config, state, None):
        calls += 1
    seen = DEPTH.snapshot(config, state, None).profile
    assert seen.seeds == SEEDS
    assert calls > 4 * SEEDS
    assert (seen.low <= seen.delta_norm).all()
    assert (seen.delta_norm <= seen.high).all()
    other = config.replace(width=16)
    assert DEPTH.snapshot(other, DEPTH.change(config, other, state), None).profile.seeds == 1


def test_a_drag_that_goes_on_forgets_half_done_work() -> None:
    config = only("relu", depth=30)
    state = DEPTH.init(config)
    for depth in (30, 31, 12):
        config = config.replace(depth=depth)
        DEPTH.ponder(config, state, None)
    while DEPTH.ponder(config, state, None):
        pass
    assert DEPTH.snapshot(config, state, None).profile.low.shape == (13,)


# The gate


@pytest.mark.parametrize("z, arrived", [(2.0, -1.0), (-2.0, 0.0), (0.0, 0.0)])
def test_minus_1_passes_an_open_gate_and_no_shut_one(z: float, arrived: float) -> None:
    gate = do(session(DEFAULTS), Edit("depth", "gate", (z, -1.0))).snapshot.gate
    assert (gate.arrived, gate.pushed, gate.activation) == (arrived, True, "relu")
    assert not np.signbit(gate.arrived) or arrived < 0


def test_the_gate_passes_both_signs_alike() -> None:
    config, state = DEFAULTS, DEPTH.init(only())
    for z in (2.0, -2.0):
        up, down = (
            DEPTH.snapshot(*DEPTH.edit(only(), state, "gate", (z, sign)), None).gate.arrived for sign in (1.0, -1.0)
        )
        assert up == -down
    assert config["gate_activation"] == "relu"


def test_a_sigmoid_gate_passes_its_slope() -> None:
    config = only(gate_activation="sigmoid")
    gate = DEPTH.snapshot(*DEPTH.edit(config, DEPTH.init(config), "gate", (5.0, -2.0)), None).gate
    assert gate.slope == pytest.approx(0.0066480567, rel=1e-7)
    assert gate.arrived == pytest.approx(-2 * 0.0066480567, rel=1e-7)


@pytest.mark.parametrize(
    "what, value",
    [
        ("gate", None), ("gate", (1.0,)), ("gate", (1.0, float("nan"))), ("gate", ("1", 2)), ("gate", (1, 2, 3)),
        ("gate", (1001.0, 0.0)), ("gate", (True, 1.0)), ("gate", (float("inf"), 1.0)), ("weight", (1.0, 1.0)),
    ],
)  # fmt: skip
def test_what_cannot_be_pushed_is_refused_with_a_sentence(what: str, value: object) -> None:
    with pytest.raises(ConfigError) as refused:
        DEPTH.edit(only(), DEPTH.init(only()), what, value)
    assert str(refused.value).endswith(".")


COMMANDS = st.one_of(
    st.builds(Step, st.just("depth"), st.integers(-20, 20)),
    st.builds(Seek, st.just("depth"), st.integers(-5, 30)),
    st.builds(Restart, st.just("depth"), st.one_of(st.none(), st.integers(0, 3))),
    st.builds(Edit, st.just("depth"), st.just("gate"), st.tuples(st.floats(-5, 5), st.floats(-5, 5))),
    st.builds(
        lambda depth, arms, rates, scale: Configure(
            "depth", only(*arms, depth=depth, rates=rates, loss_scale=scale)
        ),
        st.integers(1, 2), st.sets(st.sampled_from(sorted(ARMS)), max_size=3), st.sampled_from(["fair", "equal"]),
        st.sampled_from(["1", "0.001"]),
    ),
)  # fmt: skip


@given(st.lists(COMMANDS, min_size=1, max_size=6))
@settings(max_examples=12, deadline=None)
def test_any_commands_leave_a_picture_with_numbers(commands: list[Any]) -> None:
    run = session(only("relu"))
    for command in commands:
        frame = do(run, command)
    seen = frame.snapshot
    assert frame.error is None
    assert [arm.key for arm in seen.arms] == [key for key in ARMS if frame.config[on_key(key)]]
    for arm in seen.arms:
        assert len(arm.epochs) == len(arm.train_loss) == len(arm.test_accuracy)
        assert 0 <= arm.accuracy <= 1
        assert 0 <= arm.dead_share <= 1
        assert arm.updates <= seen.step


# What lessons ask


def test_the_fields_of_the_curriculum_exist() -> None:
    for name in ("ratio", "factor", "predicted", "depth", "config.depth", "accuracy.sigmoid", "accuracy.relu",
                 "accuracy.tanh", "accuracy.pretrained", "arms_run", "updates_to.relu", "updates_to.tanh",
                 "dead_share", "moved.sigmoid", "multiplier", "arrived"):  # fmt: skip
        check_field("depth", name)
    assert "gate" in controls_of("depth")


def test_fields_of_the_gate_wait_for_a_push() -> None:
    config, state = only(), DEPTH.init(only())
    assert "arrived" not in fields_of("depth", DEPTH.snapshot(config, state, None), config)
    _, pushed = DEPTH.edit(config, state, "gate", (-2.0, -1.0))
    fields = fields_of("depth", DEPTH.snapshot(config, pushed, None), config)
    assert (fields["arrived"], fields["multiplier"]) == (0, 0)


def test_fields_of_arms_wait_until_there_is_something_to_tell() -> None:
    config = only("relu_he")
    early, late = (fields_of("depth", ran(config, steps), config) for steps in (5, 82))
    assert "accuracy.relu_he" not in early
    assert early["moved.relu_he"] > 0
    assert late["accuracy.relu_he"] > 0.5
    assert late["arms_run"] == 1
    assert "accuracy.sigmoid" not in late


def test_ten_sigmoid_layers_reach_the_goal_of_the_lesson() -> None:
    config = only(depth=10, width=32)
    fields = fields_of("depth", DEPTH.snapshot(config, DEPTH.init(config), None), config)
    assert fields["config.depth"] == 10
    assert fields["ratio"] <= 1e-6
    assert fields["gradient.ratio"] <= 1e-6


def test_the_best_rate_leaves_the_fewest_errors_and_a_usual_one_counts_where_none_helps() -> None:
    assert best_of({0.1: 0.3, 0.3: 0.2, 1.0: 0.9}) == 0.3
    assert best_of({0.003: 0.89, 0.1: 0.9, 1.0: 0.88}) == 0.1
