"""The lab as a run: arms side by side, what is live, what begins anew, where it pauses, and what lessons ask."""

from random import Random
from time import perf_counter
from typing import Any

import numpy as np
import pytest

from sim.commands import Command, Configure, Dismiss, Edit, Look, Pause, Play, Restart, Seek, Step
from sim.config import Config
from sim.errors import ConfigError
from sim.lesson_controls import controls_of
from sim.lesson_fields import check_field, fields_of
from sim.lesson_words import field_name
from sim.mailbox import Status
from sim.network_plan import BIASES, N_OUT
from sim.params import Choice, Real
from sim.session import Session
from sim.simulations.lab_arms import look
from sim.simulations.lab_config import ARM, ARM_KEYS, KEYS, PARAMETERS, arrange, changed_settings, steered
from sim.simulations.lab_presets import PRESETS
from sim.simulations.lab_task import settings_for
from sim.simulations.lab_view import PAGES, LabView
from tests.sim.labs_for_tests import DEFAULTS, LAB, asked, example, numbers, ran, seen, small

OTHER_VALUES: dict[str, object] = {
    "dropout": 0.3, "dropout_input": 0.2, "dropout_layers": "0.5 0.1", "l1": 0.03, "l2": 0.02, "l1_form": "slope",
    "learning_rate": 0.05, "momentum": 0.2, "momentum_schedule": "constant", "momentum_curve": "0:0.1 9:0.8",
    "batch": 7, "optimizer": "adam",
}  # fmt: skip
ALIKE = {f"{arm}.{key}": value for arm in "ab" for key, value in (("l1", 0.01), ("momentum_schedule", "drawn"))}
ALL_PAGES = LabView(frozenset(PAGES) - {"landscape"}, pixels=8)


def session(config: Any) -> Session:
    opened = Session("lab", LAB, config, 0)
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
    config = small({"b.dropout": 0.5, "b.batch": 7})
    parts = LAB.advance(config, LAB.advance(config, LAB.init(config), 13), 30)
    assert numbers(parts) == numbers(ran(config, 43))


def test_a_checkpoint_goes_on_as_the_run_did() -> None:
    config = small({"b.dropout": 0.5})
    state = ran(config, 20)
    kept = LAB.copy(state)
    before = numbers(kept)
    LAB.advance(config, state, 25)
    assert numbers(kept) == before
    assert numbers(LAB.advance(config, kept, 25)) == numbers(state)


def test_arms_alike_in_everything_stay_alike_bit_by_bit() -> None:
    state = ran(small({"a.dropout": 0.5, "b.dropout": 0.5}), 57)
    first, second = (arm.training.parameters for arm in state.arms)
    assert first.tobytes() == second.tobytes()


def test_arms_begin_from_the_same_weights_and_meet_the_same_examples() -> None:
    config = small({"b.dropout": 0.5, "b.l2": 0.01})
    first, second = LAB.init(config).arms
    assert first.training.parameters.tobytes() == second.training.parameters.tobytes()
    for _ in range(9):
        state = LAB.advance(config, LAB.init(config), 9)
        assert state.arms[0].rows.tolist() == state.arms[1].rows.tolist()


def test_with_another_batch_an_arm_has_epochs_of_its_own() -> None:
    state = ran(small({"b.batch": 40}), 8)
    assert [arm.training.epoch for arm in state.arms] == [2, 8]


@pytest.mark.parametrize("setting", ARM_KEYS)
def test_a_setting_of_an_arm_acts_on_the_running_network(setting: str) -> None:
    config = small(ALIKE)
    state = ran(config, 25)
    before = state.arms[1].training.parameters.copy()
    new = config.replace({f"b.{setting}": OTHER_VALUES[setting]})
    after = LAB.change(config, new, state)
    assert (after.step, after.resets) == (25, 0)
    assert after.arms[1].training.parameters.tolist() == before.tolist()
    assert changed_settings(new, "b") == (setting,)
    first, second = LAB.advance(new, after, 5).arms
    assert first.training.step == second.training.step == 30
    assert first.training.parameters.tolist() != second.training.parameters.tolist()


def test_a_change_leaves_the_state_it_is_given_as_it_was() -> None:
    config = small()
    state = ran(config, 10)
    before = numbers(state)
    LAB.advance(config, LAB.change(config, config.replace({"b.optimizer": "adam"}), state), 10)
    assert numbers(state) == before


def test_a_slider_dragged_while_the_run_stands_makes_one_new_state() -> None:
    config = small()
    first = config.replace({"b.dropout": 0.1})
    once = LAB.change(config, first, ran(config, 10))
    assert LAB.change(first, config.replace({"b.dropout": 0.2}), once) is once


@pytest.mark.parametrize("key, value", [("layers", "4"), ("n_train", 30), ("arms", 3), ("noise", 0.1)])
def test_another_task_begins_anew_and_is_counted(key: str, value: object) -> None:
    config = small()
    after = LAB.change(config, config.replace({key: value}), ran(config, 25))
    assert (after.step, after.resets) == (0, 1)


def test_a_live_slider_of_a_playing_session_keeps_the_run() -> None:
    run = session(small())
    do(run, Step("lab", 40))
    frame = do(run, Configure("lab", small({"b.dropout": 0.5})), Step("lab", 3))
    assert (frame.step, frame.snapshot.resets) == (43, 0)
    assert do(run, Seek("lab", 40)).step == 40
    assert do(run, Restart("lab")).snapshot.resets == 1


def test_going_back_and_forth_gives_the_same_numbers() -> None:
    run = session(small({"b.dropout": 0.5}))
    do(run, Step("lab", 60), Edit("lab", "reveal", True), Configure("lab", small({"b.l1": 0.1})))
    there = do(run, Step("lab", 30)).snapshot.arms[1].loss
    do(run, Seek("lab", 10))
    back = do(run, Seek("lab", 90)).snapshot
    assert (back.arms[1].loss, back.asked.revealed) == (there, True)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_example_runs_and_shows_every_page(preset: str) -> None:
    config = example(preset)
    snapshot = seen(config, ran(config, 3), ALL_PAGES)
    assert len(snapshot.arms) == config["arms"]
    assert all(np.isfinite(arm.loss) for arm in snapshot.arms)


# What is counted


def test_sizes_and_settings_count_once_a_whole_epoch_was_made() -> None:
    config = small({"b.l2": 0.1})
    assert (seen(config, ran(config, 3)).sizes_run, seen(config, ran(config, 3)).arms_run) == (0, 0)
    state = ran(config, 4)
    assert (seen(config, state).sizes_run, seen(config, state).arms_run) == (1, 2)
    other = config.replace(n_train=20)
    state = LAB.advance(other, LAB.change(config, other, state), 2)
    assert (seen(other, state).sizes_run, seen(other, state).arms_run) == (2, 2)


def test_the_rise_of_the_loss_is_measured_from_where_weights_began_to_cost() -> None:
    config = example("penalties", arms=1, n_train=200)
    state = ran(config, 300)
    before = seen(config, state).arms[0]
    priced = config.replace({"a.l2": 0.1})
    after = LAB.advance(priced, LAB.change(config, priced, state), 300)
    arm = seen(priced, after).arms[0]
    assert before.data_loss_rise == 0.0
    assert arm.data_loss_rise == pytest.approx(arm.loss - before.loss)
    assert arm.data_loss_rise > 0.0


# Where it fails


def test_a_heavy_momentum_at_a_high_rate_pauses_the_run_and_names_the_arm() -> None:
    config = small({"b.momentum": 0.999, "b.learning_rate": 10.0})
    state = ran(config, 3000)
    assert state.step < 3000
    assert LAB.halted(config, state)
    assert state.failure is not None
    assert state.failure.arm == "b"
    assert state.failure.change is not None
    assert state.failure.change[0].startswith("b.")
    assert LAB.advance(config, state, 2).step > 0


def test_a_layer_that_died_is_told_though_the_loss_explodes_still() -> None:
    config = small()
    state = ran(config, 4)
    arm, task = state.arms[1], state.task
    row = task.plan[0]
    arm.training.parameters[row[BIASES] : row[BIASES] + row[N_OUT]] = -1e3
    arm.training.parameters[-1] = 1e4
    kinds = []
    for told in (frozenset(), {("b", "exploding")}, {("b", "exploding"), ("b", "dead")}):
        found = look(task, arm, settings_for(config, "b"), frozenset(told))
        kinds.append(found and found.kind)
    assert kinds == ["exploding", "dead", None]


def test_all_arms_stay_at_the_last_step_at_which_all_numbers_are_finite() -> None:
    config = example("curve", {"b.learning_rate": 10.0, "layers": "8"})
    state = ran(config, 3000)
    while state.failure is not None and not state.failure.ends:
        state = LAB.advance(config, state, 3000)
    assert state.failure is not None
    assert state.failure.step == state.step + 1
    assert {arm.training.step for arm in state.arms} == {state.step}
    assert all(np.isfinite(arm.training.parameters).all() for arm in state.arms)
    assert [arm.ended for arm in seen(config, state).arms] == [False, True]
    assert LAB.advance(config, state, 10).step == state.step


def test_after_the_suggested_change_the_run_goes_on() -> None:
    config = small({"b.momentum": 0.999, "b.learning_rate": 10.0})
    state = ran(config, 3000)
    calm = config.replace({"b.learning_rate": 1e-5})
    after = LAB.change(config, calm, state)
    assert after.failure is None
    assert LAB.advance(calm, after, 5).step == state.step + 5


@pytest.mark.parametrize(
    "values",
    [
        {"b.dropout": 0.99, "b.dropout_input": 0.99}, {"b.l1": 10.0}, {"b.l2": 10.0}, {"b.batch": 2000},
        {"n_train": 2}, {"dataset": "digits", "n_train": 11}, {"layers": "", "b.dropout": 0.5},
        {"b.dropout_layers": "0.1 0.2 0.3 0.4"}, {"label_noise": 1.0}, {"b.momentum": 0.999},
    ],
)  # fmt: skip
def test_extremes_are_borne(values: dict[str, object]) -> None:
    config = small(values)
    state = ran(config, 50)
    while state.step < 50 and state.failure is not None and not state.failure.ends:
        state = LAB.advance(config, state, 50 - state.step)
    assert all(np.isfinite(arm.training.parameters).all() for arm in state.arms)
    seen(config, state, ALL_PAGES)


@pytest.mark.parametrize("seed", range(3))
def test_whatever_a_hand_does_the_session_refuses_at_most(seed: int) -> None:
    """Settings, edits, looks, seeks and playing at random: no exception, no warning."""
    random, run, now = Random(seed), session(small()), 0.0
    for _ in range(25):
        run.take(anything(random, run.run.config if run.run is not None else small()))
        while run.unsettled:
            run.settle(now)
        for _ in range(4):
            now += 0.02
            run.work(now, perf_counter)
        error = run.frame(Status()).error
        assert error is None or "was not" in error.title
        do(run, Dismiss("lab"))


def anything(random: Random, config: Config) -> Command:
    """One command out of all."""
    edits = (("stars", 3), ("flu", 7), ("masks", True), ("correlation", "all"), ("reveal", True), ("optimum", (2, -1)))
    pages = frozenset(random.sample(PAGES, 4))
    parameter = random.choice([entry for entry in PARAMETERS if isinstance(entry, Real | Choice)])
    if isinstance(parameter, Choice):
        value: object = random.choice([key for key in parameter.keys if "digits" not in key])
    else:
        value = parameter.at(random.choice((0.0, 0.5, 1.0)))
    settings = arrange(config.replace({parameter.key: value}), parameter.key)
    fitting = settings if settings["dataset"] != "digits" else config
    return random.choice(
        (
            Configure("lab", fitting), Edit("lab", *random.choice(edits)), Look("lab", LabView(pages, pixels=4)),
            Restart("lab"), Seek("lab", random.randrange(60)), Play("lab"), Pause("lab"),
        )
    )  # fmt: skip


# Hands


@pytest.mark.parametrize(
    "what, value",
    [
        ("stars", -1), ("stars", 2.5), ("stars", True), ("flu", "many"), ("masks", True), ("correlation", "e"),
        ("optimum", (1.0,)), ("optimum", (1.0, float("nan"))), ("optimum", (9.0, 0.0)), ("weight", 1),
    ],
)  # fmt: skip
def test_a_hand_that_cannot_is_told_so(what: str, value: object) -> None:
    config = small(layers="16 16")
    with pytest.raises(ConfigError):
        LAB.edit(config, LAB.init(config), what, value)


def test_without_a_hidden_layer_nobody_can_be_ill() -> None:
    config = example("sparse")
    with pytest.raises(ConfigError, match="hidden layer"):
        LAB.edit(config, LAB.init(config), "flu", 20)


def test_the_optimum_of_two_weights_stays_after_a_restart() -> None:
    config = small()
    _, state = LAB.edit(config, LAB.init(config), "optimum", (0.5, -2.0))
    assert LAB.restarted(config, config, state).optimum == (0.5, -2.0)


# Lessons

PROMISED = (
    "A.accuracy.train A.accuracy.test A.epoch A.star1 A.star3 A.star5 A.half_ill B.half_ill draws B.accuracy.test "
    "B.epoch A.zeros B.zeros B.weight_max C.weight_max A.top_share A.rms A.data_loss A.data_loss_rise A.penalty "
    "A.correlation B.correlation masks revealed sizes_run arms_run resets epoch step B.gain w1 w2 config.l1 config.l2 "
    "config.b.l1 config.dropout C.accuracy.test D.epoch A.zero_count answer.error"
)


@pytest.mark.parametrize("name", PROMISED.split())
def test_the_promised_fields_are_there(name: str) -> None:
    check_field("lab", name)


def test_a_bare_setting_is_that_of_the_last_arm() -> None:
    config = small({"a.l2": 0.1, "b.l2": 0.2, "c.l2": 0.3})
    fields = fields_of("lab", seen(config, LAB.init(config)), config)
    assert (fields["config.l2"], fields["config.a.l2"]) == (0.2, 0.1)


def test_what_nobody_asked_for_has_no_value() -> None:
    config = small()
    fields = fields_of("lab", seen(config, ran(config, 10)), config)
    assert not {"A.star1", "A.half_ill", "A.correlation", "C.epoch"} & set(fields)
    assert (fields["draws"], fields["masks"], fields["revealed"]) == (0, 0, 0)


def test_what_was_asked_for_and_found_has_a_value() -> None:
    config = small({"layers": "8"})
    state = asked(config, ran(config, 40), stars=5, flu=20, masks=True, correlation="all", reveal=True)
    fields = fields_of("lab", seen(config, state), config)
    assert {"A.star5", "B.star5", "A.half_ill", "B.half_ill", "A.correlation", "B.correlation"} <= set(fields)
    assert (fields["draws"], fields["masks"], fields["revealed"]) == (20, 256, 1)


def test_fresh_beginnings_count_from_the_start_of_a_step() -> None:
    config = small()
    snapshot = seen(config, LAB.restarted(config, config, LAB.init(config)))
    assert fields_of("lab", snapshot, config, start={"resets": 1.0})["resets"] == 0


def test_a_field_of_an_arm_is_named_in_words() -> None:
    assert field_name("lab", "B.accuracy.test") == "accuracy of B on unseen examples"


def test_every_arm_can_be_locked_by_its_own_name_or_by_the_bare_one() -> None:
    assert {f"{arm}.{parameter.key}" for arm in KEYS for parameter in ARM} <= set(controls_of("lab"))


def test_the_sliders_steer_an_arm_that_is_there() -> None:
    assert steered(DEFAULTS.replace(steered="d")) == ("b",)
    assert steered(DEFAULTS.replace(steered="all")) == ("a", "b")
