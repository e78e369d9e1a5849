"""The playground as a run: any step can be had again, hands keep what they made, and it pauses by itself."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.commands import Configure, Edit, Look, Play, Speed
from sim.config import Config
from sim.errors import ConfigError
from sim.mailbox import Status
from sim.run import LoggedRun
from sim.session import Session
from sim.simulations.playground import PLAYGROUND, PlaygroundState
from sim.simulations.playground_config import OWN, PARAMETERS, arrange
from sim.simulations.playground_view import OwnData
from tests.sim.playground_desk import SMALL, edited, fingerprint, network_config, shown, unit_config, went

EAGER, LAZY = -float("inf"), float("inf")
WIDE = network_config(layers="3", dataset="circle", n=24, test_share=0.25, batch=5, noise=0.1, twins=3)


def go_to(run: LoggedRun, step: int) -> None:
    run.seek(step)
    while run.target is not None:
        run.approach(11)


def straight(config: Config, actions: list[tuple[int, Any]], step: int) -> tuple[Config, PlaygroundState]:
    """Config and state at `step` if the actions act at their steps, with one advance between two."""
    config = config.replace(seed=0)
    state = PLAYGROUND.init(config)
    for at, action in actions:
        if at > step:
            break
        state = moved(config, state, at)
        config, state = acted(config, state, action)
    return config, moved(config, state, step)


def moved(config: Config, state: PlaygroundState, step: int) -> PlaygroundState:
    return PLAYGROUND.advance(config, state, step - state.step) if step > state.step else state


def acted(config: Config, state: PlaygroundState, action: Any) -> tuple[Config, PlaygroundState]:
    what, value = action
    if what != "set":
        return PLAYGROUND.edit(config, state, what, value)
    after = config.replace(value)
    return after, PLAYGROUND.change(config, after, state)


PLACES = st.floats(-1.0, 1.0)
SETTINGS = st.one_of(
    st.fixed_dictionaries({"noise": st.floats(0.0, 0.5)}),
    st.fixed_dictionaries({"learning_rate": st.floats(0.01, 1.0)}),
    st.fixed_dictionaries({"dropout": st.floats(0.0, 0.5)}),
    st.fixed_dictionaries({"test_share": st.floats(0.0, 0.6)}),
    st.fixed_dictionaries({"batch": st.integers(1, 9)}),
    st.fixed_dictionaries({"shuffle": st.booleans()}),
    st.fixed_dictionaries({"optimizer": st.sampled_from(("sgd", "adam", "nesterov"))}),
)
TOUCHES = st.one_of(
    st.tuples(st.just("set"), SETTINGS),
    st.tuples(st.just("point"), st.tuples(st.integers(0, 5), PLACES, PLACES)),
    st.tuples(st.just("add"), st.tuples(PLACES, PLACES, st.integers(0, 1))),
    st.tuples(st.just("flip"), st.integers(0, 5)),
    st.tuples(st.just("remove"), st.integers(0, 5)),
    st.tuples(st.just("weight"), st.tuples(st.integers(0, 0), st.integers(0, 1), st.integers(0, 2), PLACES)),
)
WAYS = st.lists(
    st.one_of(
        st.tuples(st.just("play"), st.integers(1, 30)), st.tuples(st.just("seek"), st.integers(0, 60)), TOUCHES
    ),
    max_size=12,
)  # fmt: skip


@settings(max_examples=40, deadline=None)
@given(WAYS, st.sampled_from((EAGER, LAZY)))
def test_any_way_to_a_step_gives_the_same_bits_as_a_straight_run(ways, checkpoint_work):
    run, actions = LoggedRun(PLAYGROUND, WIDE, 0, checkpoint_work), []
    for what, value in ways:
        if what == "play":
            run.advance(value)
        elif what == "seek":
            go_to(run, value)
        else:
            before = run.config, run.state
            if what == "set":
                run.obey(Configure("p", run.config.replace(value)))
            else:
                run.obey(Edit("p", what, value))
            if (run.config, run.state) != before:
                actions = [action for action in actions if action[0] <= run.step] + [(run.step, (what, value))]
    config, state = straight(WIDE, actions, run.step)
    assert run.config == config
    assert fingerprint(run.state) == fingerprint(state)


@pytest.mark.parametrize("config", [WIDE, unit_config(order="shuffled", dataset="gaussians", n=9, twins=4)])
def test_steps_in_slices_are_the_steps_in_one(config):
    whole, cut = went(config, 90), PLAYGROUND.init(config)
    for steps in (1, 2, 30, 7, 50):
        cut = PLAYGROUND.advance(config, cut, steps)
    assert fingerprint(whole) == fingerprint(cut)


@pytest.mark.parametrize("config", [WIDE, unit_config(twins=4)])
def test_changes_and_edits_leave_the_state_they_are_given(config):
    state = went(config, 17)
    before = fingerprint(state)
    touches = [("point", (0, 0.3, 0.4)), ("flip", 1), ("swap", None), ("clear", None)]
    for what, value in touches:
        _, after = PLAYGROUND.edit(config, state, what, value)
        PLAYGROUND.advance(config, after, 5)
    for value in ({"noise": 0.3}, {"optimizer": "adam"}, {"stop": "epochs"}, {"learning_rate": 0.5}, {"n": 11}):
        new = config.replace(value)
        after = PLAYGROUND.change(config, new, state)
        if after is not state:
            PLAYGROUND.advance(new, after, 5)
    assert fingerprint(state) == before


def test_a_checkpoint_goes_on_by_itself():
    state = went(WIDE, 12)
    kept = PLAYGROUND.copy(state)
    before = fingerprint(kept)
    PLAYGROUND.advance(WIDE, state, 20)
    assert fingerprint(kept) == before
    PLAYGROUND.advance(WIDE, kept, 20)
    assert fingerprint(kept) == fingerprint(state)
    learner = kept.network.training.learner
    assert PLAYGROUND.size(kept) >= sum(row.nbytes for row in (learner.p, learner.m, learner.v))


@pytest.mark.parametrize("config", [network_config(), unit_config()])
def test_a_restart_begins_anew_with_the_learner_s_own_points(config):
    run = LoggedRun(PLAYGROUND, config, 0)
    run.advance(5)
    run.obey(Edit("p", "point", (2, 0.25, 0.75)))
    run.obey(Edit("p", "add", (0.5, 0.5, 1)))
    run.advance(5)
    for seed in (None, 7):
        again = run.restarted(seed)
        data = again.state.points.data
        assert (again.step, again.config["dataset"], again.seed) == (0, OWN, seed or 0)
        assert data.x[2].tolist() == [0.25, 0.75]
        assert len(data.x) == 5
    assert fingerprint(again.state) == fingerprint(again.restarted().state)


def test_a_structural_change_keeps_own_points_and_a_data_set_makes_fresh_ones():
    config = network_config()
    config, state = edited(config, went(config, 30), ("point", (0, 0.2, 0.1)))
    wider = config.replace(layers="3")
    after = PLAYGROUND.change(config, wider, state)
    assert (after.step, after.points.data.x[0].tolist()) == (0, [0.2, 0.1])
    circle = wider.replace(dataset="circle", n=30)
    fresh = PLAYGROUND.change(wider, circle, after)
    assert len(fresh.points.data.x) == 30
    back = PLAYGROUND.change(circle, circle.replace(dataset=OWN), fresh)
    assert back.points.data.x[0].tolist() == [0.2, 0.1]


@pytest.mark.parametrize(
    "config, step, steps_per_epoch, rate",
    [
        (network_config(n=4, batch=1), 40, 4, 240.0),
        (network_config(dataset="circle", n=500, test_share=0.5), 50, 25, 1500.0),
        (unit_config(), 10, 4, 2.5),
        (unit_config(dataset="gaussians", n=200, test_share=0.5), 250, 100, 200 / 6),
    ],
)
def test_an_epoch_meets_every_training_point_once(config, step, steps_per_epoch, rate):
    state = went(config, step)
    seen = shown(config, state)
    assert (seen.step, seen.epoch, seen.steps_per_epoch) == (step, step // steps_per_epoch, steps_per_epoch)
    assert PLAYGROUND.steps_per_second(config, state) == rate


def test_a_pass_through_the_digits_is_a_step():
    config = unit_config(dataset="digits")
    state = went(config, 1)
    seen = shown(config, state)
    assert (seen.step, seen.epoch, seen.steps_per_epoch, PLAYGROUND.steps_per_second(config, state)) == (1, 1, 1, 2.0)
    assert (seen.unit, seen.network, len(seen.data.x)) == (None, None, 0)
    assert seen.rows.rows_seen == seen.rows.rows


@pytest.mark.parametrize(
    "values, stop_step",
    [
        ({"stop": "epochs", "stop_epoch": 7, "batch": 2}, 14),
        ({"mode": "unit", "stop": "epochs", "stop_epoch": 7}, 28),
        ({"mode": "unit", "stop": "accuracy", "dataset": "and"}, 20),
    ],
)
def test_the_run_stops_once_and_goes_on(values, stop_step):
    config = network_config(**values)
    state = went(config, 1000)
    assert (state.step, PLAYGROUND.halted(config, state)) == (stop_step, True)
    assert shown(config, state).stopped
    state = PLAYGROUND.advance(config, state, 100)
    assert (state.step, PLAYGROUND.halted(config, state)) == (stop_step + 100, False)


def test_one_unit_has_no_loss_to_stop_at_and_says_so():
    """A network's condition does not come along, the others do."""
    config = arrange(network_config(stop="loss").replace(mode="unit"), "mode")
    assert config["stop"] == "never"
    assert arrange(network_config(stop="accuracy").replace(mode="unit"), "mode")["stop"] == "accuracy"
    with pytest.raises(ConfigError, match="no loss that all its rules share"):
        arrange(config.replace(stop="loss"), "stop")
    state = went(config, 5)
    with pytest.raises(ConfigError, match="no loss that all its rules share"):
        PLAYGROUND.change(config, config.replace(stop="loss"), state)


def test_one_unit_begins_with_data_and_sizes_that_suit_it():
    """Coming from data that are for networks: points, noise, output and the number of runs are those of the first."""
    for key in ("three_clouds", "sine", "parity"):
        from_there = arrange(network_config(dataset=key, twins=400), "dataset")
        config = arrange(from_there.replace(mode="unit"), "mode")
        usual = Config.defaults(PARAMETERS)
        for name in ("dataset", "n", "noise", "test_share", "features", "output", "loss", "twins"):
            assert config[name] == usual[name], (key, name)


@pytest.mark.parametrize("mode", ["unit", "network"])
def test_an_epoch_that_is_over_stops_nothing(mode):
    config = unit_config(mode=mode)
    state = went(config, 100)
    late = config.replace(stop="epochs", stop_epoch=5)
    state = PLAYGROUND.advance(late, PLAYGROUND.change(config, late, state), 5000)
    assert (state.step, PLAYGROUND.halted(late, state)) == (5100, False)


@pytest.mark.parametrize("stop, met", [("accuracy", lambda s: s.accuracy == 1.0), ("loss", lambda s: s.loss < 0.05)])
def test_the_run_stops_at_the_first_note_that_meets_the_condition(stop, met):
    config = network_config(layers="4", stop=stop, stop_loss=0.05)
    state = went(config, 5000)
    seen = shown(config, state).network
    told = seen.curves.accuracy == 1.0 if stop == "accuracy" else seen.curves.loss < 0.05
    assert 0 < state.step < 5000
    assert met(seen)
    assert np.flatnonzero(told).tolist() == [len(told) - 1]


def test_another_condition_or_another_point_lets_the_run_stop_again():
    config = network_config(layers="4", stop="accuracy")
    first = went(config, 5000)
    new = config.replace(stop="epochs", stop_epoch=first.step + 10)
    changed = PLAYGROUND.advance(new, PLAYGROUND.change(config, new, PLAYGROUND.copy(first)), 5000)
    assert changed.step == first.step + 10
    config, touched = edited(config, first, ("flip", 0))
    touched = PLAYGROUND.advance(config, touched, 5000)
    assert PLAYGROUND.halted(config, touched)
    assert touched.step > first.step


def test_a_session_pauses_where_the_run_stops_and_plays_on():
    config = network_config(stop="epochs", stop_epoch=50)
    session = Session("p", PLAYGROUND, config)
    session.open(0.0)
    for command in (Look("p", SMALL), Speed("p", float("inf")), Play("p")):
        session.take(command)
        session.settle(0.0)
    paused = played(session)
    assert (paused.step, paused.playing, paused.snapshot.stopped) == (50, False, True)
    session.take(Play("p"))
    session.settle(0.0)
    session.work(0.0, lambda: 0.0)
    on = session.frame(Status())
    assert on.playing
    assert on.step > 50


def played(session: Session) -> Any:
    while session.playing:
        session.work(0.0, lambda: 0.0)
    return session.frame(Status())


def test_a_twin_starts_where_the_ensemble_s_replica_does_and_the_ensemble_stays():
    config = network_config(twins=5, init="peers")
    plain = PLAYGROUND.init(config)
    for twin in (0, 3):
        _, state = PLAYGROUND.edit(config, plain, "twin", twin)
        theirs = state.twins.ensemble.parameters
        assert np.array_equal(theirs, plain.twins.ensemble.parameters)
        assert np.allclose(state.network.training.parameters, theirs[twin], rtol=1e-6)


def test_twin_0_is_the_plain_run_in_float32():
    config = network_config(twins=3, layers="4", dataset="circle", n=40, learning_rate=0.05)
    state = went(config, 200)
    ours, theirs = state.network.training.parameters, state.twins.ensemble.parameters[0]
    assert np.abs(ours - theirs).max() <= 1e-4


def test_twins_meet_moved_points_but_keep_their_weights_when_one_is_dragged():
    config = network_config(twins=3)
    state = went(config, 3)
    _, dragged = PLAYGROUND.edit(config, state, "weight", (0, 0, 0, 5.0))
    assert np.array_equal(dragged.twins.ensemble.parameters, state.twins.ensemble.parameters)
    _, pushed = PLAYGROUND.edit(config, state, "point", (0, 0.5, 0.25))
    assert pushed.twins.ensemble.data.x[0].tolist() == [0.5, 0.25]


@pytest.mark.parametrize(
    "values, sentence",
    [
        ({"mode": "network", "dataset": "digits"}, "for one unit"),
        ({"mode": "unit", "dataset": "three_clouds"}, "Three classes is for a network"),
        ({"mode": "unit", "dataset": "sine"}, "is for a network"),
        ({"mode": "network", "output": "tanh", "loss": "cross_entropy"}, "needs outputs"),
    ],
)
def test_what_cannot_be_learned_is_refused_in_a_sentence(values, sentence):
    config = unit_config()
    state = PLAYGROUND.init(config)
    with pytest.raises(ConfigError, match=sentence):
        PLAYGROUND.init(unit_config(**values))
    with pytest.raises(ConfigError, match=sentence):
        PLAYGROUND.change(config, config.replace(values), state)


def test_a_unit_refuses_own_data_that_a_line_cannot_divide():
    config = unit_config()
    three = OwnData(np.zeros((3, 2)), np.arange(3), ("a", "b", "c"))
    with pytest.raises(ConfigError, match="two sides"):
        PLAYGROUND.edit(config, PLAYGROUND.init(config), "data", three)


@pytest.mark.parametrize("mode", ["unit", "network"])
def test_without_points_nothing_trains_and_nothing_breaks(mode):
    config = unit_config(mode=mode, dataset=OWN)
    state = went(config, 10)
    seen = shown(config, state)
    assert (state.step, len(seen.data.x)) == (0, 0)
    assert seen.warnings[0].startswith("There are no points")
    config, state = edited(config, state, ("add", (0.5, 0.5, 1)))
    assert PLAYGROUND.advance(config, state, 10).step == 10


def test_who_is_looked_at_changes_nothing():
    config = unit_config()
    state = went(config, 5)
    assert PLAYGROUND.change(config, config.replace({"delta.on": False}), state) is state


@pytest.mark.parametrize("what, value", [("ball", 1), ("weight", (0, 0, 0, 1.0)), ("hand", (1.0, 0.0, 0.0))])
def test_what_is_not_there_cannot_be_touched(what, value):
    config = network_config(dataset="xor") if what == "hand" else unit_config()
    with pytest.raises(ConfigError, match="cannot be changed by hand here"):
        PLAYGROUND.edit(config, PLAYGROUND.init(config), what, value)


def test_what_did_not_change_is_the_same_object():
    state = went(WIDE, 4)
    first = shown(WIDE, state)
    state = PLAYGROUND.advance(WIDE, state, 1)
    again = shown(WIDE, state)
    assert again.data is first.data
    assert (again.network.curves is first.network.curves) == (again.epoch == first.epoch)
    assert again.network.thumbnails[0] is first.network.thumbnails[0]


@pytest.mark.parametrize(
    "config, needed",
    [
        (unit_config(), ("one unit",)),
        (network_config(), ("the network", "pictures of units")),
        (network_config(precision="float32"), ("the network", "pictures of units", "networks in 32 bits")),
        (network_config(layers="64 64 64"), ("the network", "pictures of units", "networks in 32 bits")),
        (network_config(twins=2), ("the network", "pictures of units", "the twins")),
    ],
)
def test_a_run_waits_for_the_kernels_it_calls_and_for_no_other(config, needed):
    assert PLAYGROUND.needs(config) == needed
    labels = [label for label, _ in (*PLAYGROUND.prepare, *PLAYGROUND.prepare_later)]
    assert set(needed) <= set(labels)
