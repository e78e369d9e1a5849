import gc
import threading
import time
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sim.commands import (
    Close,
    Command,
    Configure,
    Dismiss,
    Edit,
    Look,
    Open,
    Pause,
    Play,
    Restart,
    Seek,
    Speed,
    Step,
)
from sim.config import Config
from sim.engine import Engine
from sim.errors import ConfigError
from sim.mailbox import Frame, Mailbox
from sim.simulations.protocol import Simulation
from sim.simulations.race import PARAMETERS, RACE
from tests.sim.simulations_for_tests import (
    CURVE,
    CURVE_PARAMETERS,
    SHORT_WALK,
    WALK,
    WALK_PARAMETERS,
    fingerprint,
    slowed,
)

DEFAULTS = Config.defaults(WALK_PARAMETERS)
INFINITE = float("inf")
PATIENCE = 5.0


class Window:
    """What a window does: sends commands, takes frames."""

    def __init__(self, *simulations: Simulation, probe: Any = None) -> None:
        self.engine = Engine({simulation.key: simulation for simulation in simulations}, probe)
        self.engine.start()

    def send(self, *commands: Command) -> None:
        for command in commands:
            self.engine.send(command)

    def until(self, condition: Callable[[Frame], bool]) -> Frame:
        """The first frame that meets `condition`; all frames before it are thrown away."""
        return self.frames_until(condition)[-1]

    def frames_until(self, condition: Callable[[Frame], bool]) -> list[Frame]:
        seen: list[Frame] = []
        limit = time.monotonic() + PATIENCE
        while time.monotonic() < limit:
            frame = self.engine.mailbox.take()
            if frame is not None:
                seen.append(frame)
                if condition(frame):
                    return seen
            else:
                time.sleep(0.0005)
        pytest.fail(f"no such frame within {PATIENCE} s; the last of {len(seen)} was {seen[-1:]}")


@pytest.fixture
def window() -> Iterator[Callable[..., Window]]:
    """Makes windows whose engines must end, leaving no thread behind."""
    before = threading.active_count()
    made: list[Window] = []

    def make(*simulations: Simulation, probe: Any = None) -> Window:
        made.append(Window(*(simulations or (WALK, SHORT_WALK, CURVE)), probe=probe))
        return made[-1]

    yield make
    assert all(one.engine.stop(2.0) for one in made)
    assert threading.active_count() == before
    gc.unfreeze()


def begun(frame: Frame) -> bool:
    return frame.snapshot is not None


def finished(frame: Frame) -> bool:
    return frame.step == frame.last_step and not frame.playing


def walked(steps: int, config: Config = DEFAULTS, simulation: Simulation = WALK) -> np.ndarray:
    state = simulation.init(config)
    return simulation.advance(config, state, steps).positions


def test_opening_shows_the_first_state_paused(window):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS, seed=7))
    frame = screen.until(begun)
    assert (frame.owner, frame.step, frame.playing, frame.seed, frame.error) == ("race", 0, False, 7, None)
    assert frame.config == DEFAULTS.replace({"seed": 7})
    assert np.array_equal(frame.snapshot["positions"], walked(0, frame.config))


def test_no_config_means_the_defaults(window):
    screen = window()
    screen.send(Open("race", "walk"))
    assert screen.until(begun).config == DEFAULTS


def test_played_to_its_end_the_run_stops_and_says_so(window):
    screen = window()
    screen.send(Open("race", "short_walk", DEFAULTS), Speed("race", 10.0), Play("race"))
    *before, frame = screen.frames_until(finished)
    assert frame.step == 50
    assert np.array_equal(frame.snapshot["positions"], walked(50))
    assert not any(earlier.step == 50 for earlier in before)


class WatchedMailbox(Mailbox):
    """Nobody takes anything out; says when the frame of a finished run lies there."""

    def __init__(self) -> None:
        super().__init__()
        self.ended = threading.Event()

    def put(self, frame: Frame) -> None:
        super().put(frame)
        if finished(frame):
            self.ended.set()


def test_the_final_frame_comes_even_where_none_was_taken():
    engine = Engine({"short_walk": SHORT_WALK})
    engine.mailbox = WatchedMailbox()
    engine.start()
    for command in (Open("race", "short_walk", DEFAULTS), Speed("race", INFINITE), Play("race")):
        engine.send(command)
    assert engine.mailbox.ended.wait(PATIENCE)
    assert engine.stop()
    assert engine.mailbox.take().step == 50


def test_play_at_the_end_begins_again_with_the_same_seed(window):
    begun_with = []
    counted = replace(SHORT_WALK, init=lambda config: begun_with.append(config["seed"]) or WALK.init(config))
    screen = window(counted)
    screen.send(Open("race", "short_walk", DEFAULTS, seed=3), Speed("race", INFINITE), Seek("race", 50))
    first = screen.until(finished)
    screen.send(Play("race"), Look("race", "again"))
    again = screen.until(lambda frame: finished(frame) and frame.snapshot["view"] == "again")
    assert begun_with == [3, 3]
    assert np.array_equal(again.snapshot["positions"], first.snapshot["positions"])


def test_steps_go_on_and_back_and_pause(window):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS), Speed("race", 1e-6), Play("race"))
    screen.until(lambda frame: frame.playing)
    screen.send(Step("race", 5))
    assert not screen.until(lambda frame: frame.step == 5).playing
    screen.send(Step("race", -2))
    assert np.array_equal(screen.until(lambda frame: frame.step == 3).snapshot["positions"], walked(3))
    screen.send(Step("race", -99))
    assert screen.until(lambda frame: frame.step == 0).error is None


def test_twenty_times_the_same_seed_is_twenty_times_the_same_run(window):
    screen = window()
    screen.send(Open("race", "short_walk", DEFAULTS, seed=11), Speed("race", 100.0))
    prints = set()
    for repeat in range(20):
        screen.send(Restart("race"), Play("race"), Look("race", repeat))
        frame = screen.until(lambda frame: finished(frame) and frame.snapshot["view"] == repeat)  # noqa: B023
        prints.add(fingerprint(frame.snapshot["positions"]))
    assert len(prints) == 1


def test_a_restart_while_playing_plays_on_from_the_first_step(window):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS), Speed("race", INFINITE), Play("race"))
    screen.until(lambda frame: frame.step > 10_000)
    screen.send(Speed("race", 0.01), Restart("race", 6))
    frame = screen.until(lambda frame: frame.seed == 6)
    assert (frame.step, frame.playing) == (0, True)


def test_a_seek_goes_through_slices_and_arrives_exactly(window):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS), Seek("race", 20_000), Seek("race", 9_999))
    frame = screen.until(lambda frame: frame.step == 9_999)
    assert np.array_equal(frame.snapshot["positions"], walked(9_999))
    screen.send(Seek("race", 10_000_000), Seek("race", 12))
    assert np.array_equal(screen.until(lambda frame: frame.step == 12).snapshot["positions"], walked(12))


def test_a_seek_into_the_far_future_gives_way_to_a_newer_one_and_to_restart(window):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS))
    screen.until(begun)
    screen.send(Seek("race", 10**9), Look("race", "between"), Restart("race", 5))
    assert screen.until(lambda frame: frame.seed == 5).step == 0


def test_on_the_way_to_a_step_no_other_step_is_shown(window):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS), Seek("race", 20_000), Look("race", "a"), Speed("race", 2.0))
    frames = screen.frames_until(lambda frame: frame.step == 20_000)
    assert {frame.step for frame in frames} <= {0, 20_000}


def test_restart_after_a_seek_has_the_settings_that_are_in_force_there(window):
    only_the_base = replace(WALK, size=lambda state: 10**9)
    screen = window(only_the_base)
    bent = DEFAULTS.replace({"drift": 1.0})
    screen.send(Open("race", "walk", DEFAULTS), Seek("race", 10_000), Configure("race", bent))
    screen.send(Seek("race", 0), Look("race", "at the start"))
    screen.until(lambda frame: begun(frame) and frame.snapshot["view"] == "at the start")
    screen.send(Seek("race", 10_500), Restart("race", 3))
    assert screen.until(lambda frame: frame.seed == 3).config["drift"] == 1.0


def test_a_configure_acts_at_the_step_that_was_sought_before_it(window):
    screen = window()
    bent = DEFAULTS.replace({"drift": 1.0})
    screen.send(
        Open("race", "walk", DEFAULTS), Seek("race", 300), Configure("race", bent), Step("race", 10), Seek("race", 310)
    )
    frame = screen.until(lambda frame: frame.step == 310)
    state = WALK.advance(DEFAULTS, WALK.init(DEFAULTS), 300)
    assert np.array_equal(frame.snapshot["positions"], WALK.advance(bent, state, 10).positions)


def test_only_neighbouring_settings_merge(window):
    changes = []

    def change(old, new, state):
        changes.append(new["drift"])
        return state

    gate = threading.Event()
    screen = window(replace(WALK, change=change, prepare=(("gate", lambda: gate.wait(PATIENCE)),)))
    screen.send(Open("race", "walk", DEFAULTS), Step("race", 1))
    drifts = [DEFAULTS.replace({"drift": drift / 10}) for drift in range(1, 6)]
    screen.send(*(Configure("race", drift) for drift in drifts[:3]))
    screen.send(Edit("race", "walker", 1.0))
    screen.send(*(Configure("race", drift) for drift in drifts[3:]))
    screen.send(Look("race", "end"))
    gate.set()
    screen.until(lambda frame: begun(frame) and frame.snapshot["view"] == "end")
    assert changes == [0.3, 0.5]


def test_frames_of_the_old_owner_stop_when_another_opens(window):
    screen = window()
    screen.send(Open("first", "walk", DEFAULTS), Speed("first", INFINITE), Play("first"))
    screen.until(lambda frame: frame.step > 100)
    screen.send(Open("second", "curve"))
    frames = screen.frames_until(lambda frame: frame.owner == "second" and begun(frame))
    screen.send(Configure("first", DEFAULTS), Play("first"), Step("second", 1))
    frames += screen.frames_until(lambda frame: frame.step == 1 and frame.owner == "second")
    owners = [frame.owner for frame in frames]
    assert "first" not in owners[owners.index("second") :]
    assert frames[-1].error is None
    assert not frames[-1].playing


def test_a_run_left_behind_is_taken_up_again_paused(window):
    screen = window()
    screen.send(Open("first", "walk", DEFAULTS, seed=2), Seek("first", 123), Look("first", "here"), Step("first", 0))
    screen.until(lambda frame: frame.step == 123)
    screen.send(Open("second", "curve"), Open("first", "walk"))
    frame = screen.until(lambda frame: frame.owner == "first" and begun(frame))
    assert (frame.step, frame.seed, frame.playing) == (123, 2, False)
    assert np.array_equal(frame.snapshot["positions"], walked(123, DEFAULTS.replace({"seed": 2})))


def test_what_was_asked_before_another_opens_is_done_before(window):
    gate = threading.Event()
    gated = replace(WALK, edit=lambda config, state, what, value: gate.wait(PATIENCE) and (config, state))
    screen = window(gated, CURVE)
    screen.send(Open("first", "walk", DEFAULTS), Speed("first", 1e-6))
    screen.until(lambda frame: frame.speed == 1e-6)
    screen.send(Edit("first", "walker", 1.0), Play("first"), Open("second", "curve"), Open("first", "walk"))
    gate.set()
    screen.send(Look("first", "back"))
    frame = screen.until(lambda frame: begun(frame) and frame.owner == "first" and frame.snapshot["view"] == "back")
    assert not frame.playing


def test_a_closed_run_is_forgotten(window):
    screen = window()
    screen.send(Open("first", "walk", DEFAULTS, seed=2), Step("first", 9), Close("first"), Open("first", "walk"))
    frame = screen.until(lambda frame: begun(frame) and frame.seed == 0)
    assert frame.step == 0


def test_opening_anew_keeps_what_is_looked_at_and_the_speed(window):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS), Look("race", "there"), Speed("race", 4.0))
    screen.until(lambda frame: frame.speed == 4.0 and begun(frame))
    screen.send(Open("race", "walk", DEFAULTS, seed=1))
    frame = screen.until(lambda frame: begun(frame) and frame.seed == 1)
    assert (frame.snapshot["view"], frame.speed) == ("there", 4.0)


def test_an_unknown_simulation_is_a_problem_that_names_the_known_ones(window):
    screen = window()
    screen.send(Open("race", "wolk"))
    problem = screen.until(lambda frame: frame.error is not None).error
    assert "'walk'" in problem.reason
    assert "curve" in problem.reason


def test_a_refusal_is_shown_until_dismissed_and_the_run_goes_on(window):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS), Speed("race", INFINITE), Play("race"), Edit("race", "moon", 1.0))
    screen.until(lambda frame: frame.error is not None and frame.playing)
    later = screen.until(lambda frame: frame.step > 500)
    assert later.error.reason == "There is no 'moon' to move."
    assert later.playing
    screen.send(Dismiss("race"))
    screen.until(lambda frame: frame.error is None)


def failing_at(step: int) -> Simulation:
    def advance(config, state, steps):
        if state.step + steps > step:
            raise FloatingPointError("the cliff is too steep\nTraceback: ...")
        return WALK.advance(config, state, steps)

    return replace(WALK, advance=advance)


def test_an_exception_pauses_and_says_what_stopped_and_why(window, caplog):
    screen = window(failing_at(20))
    screen.send(Open("race", "walk", DEFAULTS), Speed("race", INFINITE), Play("race"))
    frame = screen.until(lambda frame: frame.error is not None)
    assert not frame.playing
    assert "walk stopped" in frame.error.title
    assert frame.error.reason == "FloatingPointError: the cliff is too steep."
    assert frame.error.advice
    assert np.array_equal(frame.snapshot["positions"], walked(frame.step))
    screen.send(Seek("race", 2), Dismiss("race"))
    frame = screen.until(lambda frame: frame.step == 2 and frame.error is None)
    assert np.array_equal(frame.snapshot["positions"], walked(2))
    assert any(record.exc_info and record.name == "nutshell" for record in caplog.records)


def test_a_refusal_in_the_middle_of_a_run_pauses_it(window):
    def advance(config, state, steps):
        raise ConfigError("The ball has left the map.")

    screen = window(replace(WALK, advance=advance))
    screen.send(Open("race", "walk", DEFAULTS), Play("race"))
    frame = screen.until(lambda frame: frame.error is not None)
    assert not frame.playing
    assert (frame.error.title, frame.error.reason) == ("The walk stopped", "The ball has left the map.")


BROKEN = {
    "init": lambda *arguments: 1 / 0,
    "snapshot": lambda *arguments: 1 / 0,
    "change": lambda *arguments: 1 / 0,
    "edit": lambda *arguments: 1 / 0,
    "step": lambda *arguments: 1 / 0,
    "last_step": lambda *arguments: 1 / 0,
    "size": lambda *arguments: 1 / 0,
    "copy": lambda *arguments: 1 / 0,
}


@pytest.mark.parametrize("name", BROKEN)
def test_whatever_fails_the_engine_lives_on(window, name):
    screen = window(replace(WALK, **{name: BROKEN[name]}), CURVE)
    screen.send(Open("race", "walk", DEFAULTS))
    screen.until(lambda frame: begun(frame) or frame.error is not None)
    screen.send(
        Dismiss("race"),
        Configure("race", DEFAULTS.replace({"drift": 0.2})),
        Edit("race", "walker", 1.0),
        Speed("race", INFINITE),
        Play("race"),
    )
    problem = screen.until(lambda frame: frame.error is not None).error
    assert problem.reason == "ZeroDivisionError: division by zero."
    screen.send(Open("other", "curve"))
    assert screen.until(lambda frame: frame.owner == "other" and begun(frame)).error is None


def test_a_run_that_could_not_begin_begins_with_the_next_config(window):
    def picky(config):
        if config["drift"] > 0.5:
            raise ArithmeticError("too steep")
        return WALK.init(config)

    screen = window(replace(WALK, init=picky))
    screen.send(Open("race", "walk", DEFAULTS.replace({"drift": 0.9})), Step("race", 1))
    frame = screen.until(lambda frame: frame.error is not None)
    assert frame.snapshot is None
    screen.send(Configure("race", DEFAULTS), Dismiss("race"))
    assert screen.until(begun).config == DEFAULTS


@pytest.mark.parametrize("factor", [0, -1.0, float("nan"), "fast", None, True])
def test_a_speed_that_is_none_is_refused(window, factor):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS), Speed("race", factor))
    frame = screen.until(lambda frame: frame.error is not None)
    assert frame.speed == 1.0
    assert "Speed must be a number above 0" in frame.error.reason


def test_the_pace_is_the_rate_of_the_simulation_times_the_speed(window):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS), Speed("race", 10.0), Play("race"))
    first = screen.until(lambda frame: frame.step >= 1)
    began = time.monotonic()
    last = screen.until(lambda frame: frame.step >= first.step + 300)
    rate = (last.step - first.step) / (time.monotonic() - began)
    assert 500 < rate < 1300  # a loaded machine may lose a little, and 0.1 s may be caught up


def test_a_fast_run_makes_one_snapshot_for_each_that_is_taken(window):
    pictures = []
    see = lambda config, state, view: pictures.append(state.step) or np.zeros(250_000)  # noqa: E731
    screen = window(replace(WALK, snapshot=see))
    screen.send(Open("race", "walk", DEFAULTS), Speed("race", INFINITE), Play("race"))
    screen.until(lambda frame: frame.step > 100)
    tracemalloc.start()
    already, taken, began = len(pictures), 0, time.monotonic()
    while time.monotonic() - began < 0.3:
        taken += screen.engine.mailbox.take() is not None
        time.sleep(0.01)
    grown = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(pictures) - already <= taken + 2
    assert grown < 20e6


def test_an_idle_engine_makes_no_frames_and_takes_no_time(window):
    screen = window()
    screen.send(Open("race", "walk", DEFAULTS), Step("race", 3))
    screen.until(lambda frame: frame.step == 3)
    used = time.process_time()
    time.sleep(0.3)
    assert time.process_time() - used < 0.03
    assert screen.engine.mailbox.take() is None


def test_stop_ends_a_run_at_full_speed_at_once(window):
    screen = window(WALK)
    screen.send(Open("race", "walk", DEFAULTS), Speed("race", INFINITE), Play("race"))
    screen.until(lambda frame: frame.step > 100)
    began = time.monotonic()
    assert screen.engine.stop(2.0)
    assert time.monotonic() - began < 0.5


def test_stop_ends_a_seek_into_the_far_future_at_once(window):
    screen = window(WALK)
    screen.send(Open("race", "walk", DEFAULTS))
    screen.until(begun)
    screen.send(Seek("race", 10**12))
    began = time.monotonic()
    assert screen.engine.stop(2.0)
    assert time.monotonic() - began < 0.5


def test_stop_says_when_the_thread_did_not_end(window):
    gate = threading.Event()
    screen = window(replace(WALK, advance=lambda config, state, steps: gate.wait(PATIENCE) and state))
    screen.send(Open("race", "walk", DEFAULTS), Step("race"))
    screen.until(begun)
    assert not screen.engine.stop(0.05)
    gate.set()


def test_an_engine_that_never_started_stops():
    assert Engine({}).stop(0.1)


def test_slow_steps_are_cut_one_by_one_and_a_command_is_answered_between(window):
    screen = window(slowed(WALK, 0.02))
    screen.send(Open("race", "walk", DEFAULTS), Speed("race", INFINITE), Play("race"))
    screen.until(lambda frame: frame.step >= 3)
    began = time.monotonic()
    screen.send(Pause("race"))
    screen.until(lambda frame: not frame.playing)
    assert time.monotonic() - began < 0.5


def test_kernels_are_prepared_in_order_with_a_frame_before_each(window):
    def gated(name, gate):
        return name, lambda: gate.wait(PATIENCE)

    gates = [threading.Event() for _ in range(3)]
    walk = replace(WALK, prepare=(gated("one", gates[0]), gated("two", gates[1])))
    curve = replace(CURVE, prepare=(gated("three", gates[2]),))
    screen = window(curve, walk, probe=lambda: ("cpu", "no GPU here", "8 x float64"))
    screen.send(Open("race", "walk", DEFAULTS))
    for ready, name in enumerate(("one", "two", "three")):
        frame = screen.until(lambda frame, name=name: frame.status.doing == name)
        assert (frame.status.ready, frame.status.total, frame.status.why) == (ready, 3, "no GPU here")
        assert begun(frame) == (name == "three")
        gates[ready].set()
    assert screen.until(lambda frame: frame.status.ready == 3).status.doing == ""


def test_kernels_that_can_wait_are_prepared_when_nothing_else_is_to_do(window):
    gates = [threading.Event() for _ in range(2)]
    named = zip(("one", "two"), gates, strict=True)
    later = tuple((name, lambda gate=gate: gate.wait(PATIENCE)) for name, gate in named)
    screen = window(replace(WALK, prepare_later=later))
    screen.send(Open("race", "walk", DEFAULTS))
    frame = screen.until(lambda frame: frame.status.doing == "one")
    assert begun(frame)
    screen.send(Configure("race", DEFAULTS.replace({"drift": 0.7})))
    gates[0].set()
    frame = screen.until(lambda frame: frame.status.doing == "two")
    assert (frame.config["drift"], frame.status.ready) == (0.7, 1)
    gates[1].set()
    assert screen.until(lambda frame: frame.status.ready == 2).status.doing == ""


def test_settings_made_while_kernels_are_prepared_are_what_the_run_begins_with(window):
    gate = threading.Event()
    inits = []
    walk = replace(
        WALK,
        init=lambda config: inits.append(config) or WALK.init(config),
        prepare=(("one", lambda: gate.wait(PATIENCE)), ("two", lambda: None)),
    )
    bent = DEFAULTS.replace({"drift": 0.7})
    screen = window(walk)
    screen.send(Open("race", "walk", DEFAULTS))
    screen.until(lambda frame: frame.status.doing == "one")
    screen.send(Configure("race", bent), Step("race", 4))
    gate.set()
    frame = screen.until(lambda frame: frame.step == 4)
    assert inits == [bent]
    assert np.array_equal(frame.snapshot["positions"], walked(4, bent))


def test_a_kernel_that_cannot_be_prepared_is_a_problem_and_no_end(window):
    walk = replace(WALK, prepare=(("rough kernel", lambda: 1 / 0),))
    screen = window(walk)
    screen.send(Open("race", "walk", DEFAULTS))
    frame = screen.until(begun)
    assert "rough kernel" in frame.error.title
    assert frame.status.ready == frame.status.total == 1


def test_stop_and_close_work_between_kernels(window):
    gates = [threading.Event(), threading.Event()]
    called = []
    walk = replace(
        WALK,
        prepare=(
            ("one", lambda: gates[0].wait(PATIENCE)),
            ("two", lambda: called.append("two")),
            ("three", lambda: called.append("three")),
        ),
    )
    screen = window(walk, CURVE)
    screen.send(Open("race", "walk", DEFAULTS))
    screen.until(lambda frame: frame.status.doing == "one")
    screen.send(Close("race"), Open("other", "nothing"))
    gates[0].set()
    screen.until(lambda frame: frame.owner == "other")
    assert called == []


def test_snapshots_cannot_be_written_to(window):
    screen = window()
    screen.send(Open("race", "curve", Config.defaults(CURVE_PARAMETERS)))
    path, _ = screen.until(begun).snapshot
    with pytest.raises(ValueError, match="read-only"):
        path[0] = 1.0


def test_a_computed_run_bends_under_the_finger_and_plays(window):
    screen = window()
    config = Config.defaults(CURVE_PARAMETERS)
    screen.send(Open("race", "curve", config), Seek("race", 40))
    screen.until(lambda frame: frame.step == 40)
    for slope in np.linspace(-2, 2, 50):
        screen.send(Configure("race", config.replace({"slope": slope})))
    frame = screen.until(lambda frame: frame.config["slope"] == 2.0)
    assert (frame.step, frame.snapshot[0][40], frame.last_step) == (40, 80.0, 100)
    screen.send(Speed("race", INFINITE), Play("race"))
    assert screen.until(finished).step == 100


def test_a_race_with_a_cloud_goes_back_replays_and_plays_again(window):
    """The engine forbids writing to what it shows; the crowd behind the cloud must go on walking all the same."""
    screen = window(replace(RACE, prepare=(), prepare_later=()))
    config = Config.defaults(PARAMETERS)
    screen.send(Open("race", "race", config), Seek("race", 150))
    screen.until(lambda frame: frame.step == 150)
    screen.send(Configure("race", config.replace(cloud="grid", cloud_size=500)))
    screen.until(lambda frame: frame.snapshot.cloud is not None)
    for command, step in ((Step("race", -1), 149), (Seek("race", 0), 0), (Seek("race", 150), 150)):
        screen.send(command)
        frame = screen.until(lambda frame, step=step: frame.step == step)
        assert frame.error is None
        assert frame.snapshot.cloud.step == step
    screen.send(Speed("race", 50.0), Play("race"))
    screen.until(lambda frame: frame.playing and frame.step < 150)
    last = screen.until(finished)
    assert (last.step, last.error, last.snapshot.cloud.step) == (150, None, 150)


def test_a_run_begins_with_what_it_needs_and_the_rest_is_prepared_while_it_plays(window):
    done = []
    prepare = tuple((label, lambda label=label: done.append(label)) for label in ("few", "many", "never named"))
    screen = window(replace(WALK, prepare=prepare, needs=lambda config: ("few",)))
    screen.send(Open("race", "walk", DEFAULTS), Play("race"))
    assert screen.until(lambda frame: begun(frame) and frame.step > 0).status.ready == 1
    screen.engine._next_beside = 0.0
    assert screen.until(lambda frame: frame.status.ready == 3).playing
    assert done == ["few", "many", "never named"]


def test_a_setting_that_needs_more_waits_for_it_and_says_so(window):
    gate = threading.Event()
    many = replace(
        WALK,
        prepare=(("few", lambda: None),),
        prepare_later=(("many", lambda: gate.wait(PATIENCE)),),
        needs=lambda config: ("few", "many") if config["walkers"] > 4 else ("few",),
    )
    screen = window(many)
    screen.engine._next_beside = float("inf")
    screen.send(Open("race", "walk", DEFAULTS), Play("race"))
    screen.until(lambda frame: begun(frame) and frame.step > 0)
    screen.send(Configure("race", DEFAULTS.replace(walkers=7)))
    assert screen.until(lambda frame: frame.status.doing == "many").config["walkers"] == 3
    gate.set()
    assert screen.until(lambda frame: frame.config["walkers"] == 7).status.ready == 2
