from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.commands import Configure, Edit
from sim.config import Config
from sim.errors import ConfigError
from sim.run import ComputedRun, LoggedRun, begin
from tests.sim.simulations_for_tests import (
    CURVE,
    CURVE_PARAMETERS,
    SHORT_WALK,
    WALK,
    WALK_PARAMETERS,
    begin_walk,
    fingerprint,
    walk_on,
)

DEFAULTS = Config.defaults(WALK_PARAMETERS)
EAGER = -float("inf")  # a checkpoint after every advance
LAZY = float("inf")  # none but the first


def new_walk(seed: int = 0, checkpoint_work: float = EAGER) -> LoggedRun:
    return LoggedRun(WALK, DEFAULTS, seed, checkpoint_work)


def go_to(run: LoggedRun, step: int, stride: int = 7) -> None:
    run.seek(step)
    while run.target is not None:
        run.approach(stride)


class Script:
    """What a run should have become: the actions that are in force, played straight through by hand."""

    def __init__(self) -> None:
        self.actions: list[tuple[int, str, float]] = []

    def act(self, step: int, kind: str, value: float) -> None:
        self.actions = [action for action in self.actions if action[0] <= step] + [(step, kind, value)]

    def play(self, seed: int, step: int) -> tuple[Config, object]:
        config = DEFAULTS.replace({"seed": seed})
        state = begin_walk(config)
        for at, kind, value in self.actions:
            if at > step:
                break
            state = walk_on(config, state, at - state.step)
            if kind == "walker":
                state.positions[0] = value
            else:
                config = config.replace({kind: value})
        return config, walk_on(config, state, step - state.step)


VALUES = st.floats(0.0, 1.0)
ACTIONS = st.lists(
    st.one_of(
        st.tuples(st.just("play"), st.integers(1, 40)),
        st.tuples(st.just("seek"), st.integers(0, 120)),
        st.tuples(st.just("back"), st.integers(1, 5)),
        st.tuples(st.sampled_from(("drift", "noise", "walker", "edit_drift")), VALUES),
    ),
    max_size=25,
)


@settings(max_examples=150, deadline=None)
@given(ACTIONS, st.integers(0, 3), st.sampled_from((EAGER, LAZY, 0.002)))
def test_any_way_of_getting_to_a_step_gives_the_same_bits_as_a_straight_run(actions, seed, checkpoint_work):
    run, script = new_walk(seed, checkpoint_work), Script()
    for kind, value in actions:
        if kind == "play":
            run.advance(value)
        elif kind in ("seek", "back"):
            go_to(run, value if kind == "seek" else run.step - value)
        elif kind == "walker":
            run.obey(Edit("test", "walker", value))
            script.act(run.step, "walker", value)
        else:
            setting = "drift" if kind == "edit_drift" else kind
            if value != run.config[setting]:
                script.act(run.step, setting, value)
            bent = run.config.replace({setting: value})
            run.obey(Edit("test", "drift", value) if kind == "edit_drift" else Configure("test", bent))
    config, state = script.play(seed, run.step)
    assert run.config == config
    assert fingerprint(run.state) == fingerprint(state)


def test_twenty_runs_of_one_seed_are_one_run():
    prints = set()
    for repeat in range(20):
        run = new_walk(seed=5)
        for _ in range(repeat + 1):
            run.advance(1)
        run.obey(Edit("test", "walker", 0.5))
        go_to(run, 3)
        go_to(run, 40)
        run.restarted()
        again = begin(WALK, DEFAULTS, 5)
        again.advance(40)
        prints.add(fingerprint(again.state))
    assert len(prints) == 1


def test_another_seed_is_another_run():
    assert fingerprint(new_walk(1).state) != fingerprint(new_walk(2).state)


def test_the_log_says_what_acted_at_which_step():
    run = new_walk()
    run.advance(3)
    setting = Configure("test", DEFAULTS.replace({"drift": 0.5}))
    run.obey(setting)
    run.advance(2)
    run.obey(Edit("test", "walker", 1.0))
    assert run.log == [(3, setting), (5, Edit("test", "walker", 1.0))]


def test_the_later_log_acts_again_until_something_is_changed():
    run = new_walk()
    run.advance(10)
    run.obey(Configure("test", run.config.replace({"drift": 0.9})))
    go_to(run, 5)
    assert run.config["drift"] == 0.1
    run.advance(10)
    assert run.config["drift"] == 0.9
    go_to(run, 5)
    run.obey(Configure("test", run.config.replace({"noise": 0.0})))
    run.advance(10)
    assert run.config["drift"] == 0.1


def test_setting_what_is_set_already_cuts_nothing():
    run = new_walk()
    run.advance(10)
    run.obey(Configure("test", run.config.replace({"drift": 0.9})))
    go_to(run, 5)
    run.obey(Configure("test", run.config))
    run.advance(10)
    assert run.config["drift"] == 0.9


def test_dragging_a_slider_while_standing_still_writes_one_entry():
    run = new_walk()
    run.advance(4)
    for drift in np.linspace(-1, 1, 101):
        run.obey(Configure("test", run.config.replace({"drift": drift})))
    assert [entry.config["drift"] for _, entry in run.log] == [1.0]
    go_to(run, 2)
    go_to(run, 6)
    assert run.config["drift"] == 1.0


def test_a_setting_after_an_edit_at_the_same_step_forgets_neither():
    run = new_walk(checkpoint_work=LAZY)
    run.advance(4)
    run.obey(Edit("test", "walker", 9.0))
    run.obey(Configure("test", run.config.replace({"drift": 0.7})))
    run.advance(2)
    before = fingerprint(run.state)
    go_to(run, 3)
    go_to(run, 6)
    assert fingerprint(run.state) == before


def test_going_on_to_a_step_that_is_known_takes_the_nearest_checkpoint():
    made = []
    counted = replace(WALK, advance=lambda config, state, steps: made.append(steps) or walk_on(config, state, steps))
    run = LoggedRun(counted, DEFAULTS, 0, EAGER)
    for _ in range(50):
        run.advance(10)
    go_to(run, 0)
    made.clear()
    go_to(run, 493)
    assert sum(made) < 100


def test_a_structural_change_begins_anew_with_the_same_seed():
    run = new_walk(seed=9)
    run.advance(30)
    run.obey(Configure("test", run.config.replace({"walkers": 5})))
    assert run.step == 0
    assert run.log == []
    assert fingerprint(run.state) == fingerprint(begin_walk(DEFAULTS.replace({"walkers": 5, "seed": 9})))


def test_a_refused_change_leaves_everything_as_it_was():
    run = new_walk()
    run.advance(5)
    before = fingerprint(run.state), run.config, list(run.log)
    with pytest.raises(ConfigError):
        run.obey(Edit("test", "moon", 1.0))
    with pytest.raises(ConfigError):
        run.obey(Configure("test", Config.defaults(CURVE_PARAMETERS)))
    assert (fingerprint(run.state), run.config, run.log) == before


def test_a_failing_advance_leaves_the_state_of_the_step_before():
    def stumble(config, state, steps):
        for _ in range(steps):
            state.positions[:] = np.nan if state.step == 12 else state.positions
            if state.step == 12:
                raise ZeroDivisionError("division by zero")
            walk_on(config, state, 1)
        return state

    run = LoggedRun(replace(WALK, advance=stumble), DEFAULTS, 0)
    run.advance(8)
    good = fingerprint(run.state)
    with pytest.raises(ZeroDivisionError):
        run.advance(10)
    assert run.step == 8
    assert fingerprint(run.state) == good
    assert run.advance(4) == 4


def test_a_run_ends_at_its_last_step_and_a_seek_stays_within():
    run = LoggedRun(SHORT_WALK, DEFAULTS, 0)
    assert run.advance(80) == 50
    assert run.finished
    go_to(run, -5)
    assert run.step == 0
    go_to(run, 999)
    assert run.step == 50


def test_restart_keeps_the_settings_in_force_and_forgets_what_was_edited():
    run = new_walk(seed=4)
    run.obey(Edit("test", "walker", 77.0))
    run.advance(6)
    run.obey(Configure("test", run.config.replace({"drift": -0.5})))
    same, other = run.restarted(), run.restarted(8)
    config = DEFAULTS.replace({"drift": -0.5, "seed": 4})
    assert fingerprint(same.state) == fingerprint(begin_walk(config))
    assert fingerprint(other.state) == fingerprint(begin_walk(config.replace({"seed": 8})))


def test_the_seed_of_the_run_wins_over_the_one_in_a_config():
    run = new_walk(seed=4)
    run.obey(Configure("test", DEFAULTS.replace({"seed": 1, "drift": 0.3})))
    assert run.config["seed"] == 4
    assert run.config["drift"] == 0.3


def test_a_checkpoint_is_not_taken_too_often_when_copying_is_dear():
    copies = []
    dear = replace(WALK, copy=lambda state: copies.append(1) or WALK.copy(state))
    run = LoggedRun(dear, DEFAULTS, 0, checkpoint_work=0.002)
    for _ in range(100):
        run.advance(1)
    assert len(copies) < 20


def test_a_computed_run_counts_every_change_from_the_first_step_and_keeps_its_cursor():
    run = begin(CURVE, Config.defaults(CURVE_PARAMETERS), 0)
    assert isinstance(run, ComputedRun)
    run.seek(40)
    run.obey(Configure("test", run.config.replace({"slope": 2.0})))
    assert run.step == 40
    assert run.state.path[40] == 80.0
    run.obey(Configure("test", run.config.replace({"steps": 30})))
    assert run.step == 30
    assert run.finished
    assert run.advance(5) == 0


def test_a_computed_run_that_cannot_go_back_to_its_cursor_stays_as_it_was():
    def lost(config, state, step):
        raise RuntimeError("lost")

    run = begin(replace(CURVE, seek=lost), Config.defaults(CURVE_PARAMETERS), 0)
    run.advance(10)
    with pytest.raises(RuntimeError):
        run.obey(Configure("test", run.config.replace({"slope": 2.0})))
    assert (run.config["slope"], run.step, run.state.path[10]) == (1.0, 10, 10.0)


def keep_positions(old: Config, new: Config, state):
    """The walkers begin again where they were."""
    begun = begin_walk(new)
    begun.positions[:] = state.positions
    return begun


def test_a_restart_is_what_the_simulation_makes_of_it_and_leaves_the_old_run_alone():
    run = LoggedRun(replace(WALK, restart=keep_positions), DEFAULTS, 3)
    run.advance(10)
    before = fingerprint(run.state)
    again = run.restarted(4)
    assert (again.step, again.seed, again.config["seed"]) == (0, 4, 4)
    assert np.array_equal(again.state.positions, run.state.positions)
    assert fingerprint(run.state) == before
    assert np.array_equal(new_walk(4).state.positions, new_walk(3).restarted(4).state.positions)


def test_going_back_to_the_start_of_a_restarted_run_is_its_own_start():
    run = LoggedRun(replace(WALK, restart=keep_positions), DEFAULTS, 3)
    run.advance(10)
    again = run.restarted()
    first = fingerprint(again.state)
    again.advance(5)
    go_to(again, 0)
    assert fingerprint(again.state) == first


def halting_at(step: int):
    """A walk that pauses at `step` and goes on from there."""

    def on(config, state, steps):
        return walk_on(config, state, min(steps, step - state.step) if state.step < step else steps)

    return replace(WALK, advance=on, halted=lambda config, state: state.step == step)


def test_a_run_halts_at_its_step_and_a_replay_goes_past_it():
    run = LoggedRun(halting_at(12), DEFAULTS, 0, EAGER)
    assert (run.advance(30), run.step, run.halted) == (12, 12, True)
    run.obey(Edit("test", "walker", 0.5))
    assert (run.advance(30), run.halted) == (30, False)
    whole = fingerprint(run.state)
    go_to(run, 3)
    go_to(run, 42)
    assert fingerprint(run.state) == whole


def test_the_pace_may_depend_on_settings_and_state():
    run = LoggedRun(replace(WALK, rate=lambda config, state: 10.0 * config["walkers"] + state.step), DEFAULTS, 0)
    run.advance(4)
    assert (run.rate, new_walk().rate) == (34.0, 100.0)
