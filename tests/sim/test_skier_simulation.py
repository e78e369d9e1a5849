"""The skier as a simulation: views, live settings, checkpoints, and what a session makes of it."""

from itertools import count
from typing import Any

import numpy as np
import pytest

from sim.commands import Configure, Look, Play
from sim.config import Config
from sim.errors import ConfigError
from sim.landscape_seen import LandscapeAsk
from sim.mailbox import Frame, Status, read_only
from sim.run import begin
from sim.session import Session
from sim.simulations.skier import SKIER, VIEWS_OF, beside, ponder
from sim.simulations.skier_config import PARAMETERS
from sim.simulations.skier_view import VIEWS, SkierSnapshot, SkierView

LIVE = {
    "fog": {"learning_rate": 0.3, "batch": 8, "momentum": 0.5},
    "cone": {"learning_rate": 0.3, "batch": 8},
    "glances": {"haste": 0.5},
    "catapult": {"pipe_rate": 0.021},
    "ramp": {"learning_rate": 0.1},
    "chance": {"nets": 40},
    "one_class": {"learning_rate": 0.01, "mixed": True},
    "valleys": {"learning_rate": 0.03},
    "lies": {"learning_rate": 0.02, "lies": 0.5},
}


def config_of(view: str, **settings: Any) -> Config:
    """The settings that a view brings along, and others."""
    chosen = Config.defaults(PARAMETERS).replace({"view": view})
    return SKIER.arrange(chosen, "view").replace(settings)


def after(config: Config, steps: int) -> Any:
    return SKIER.advance(config, SKIER.init(config), steps)


def seen(config: Config, state: Any, view: SkierView | None = None) -> SkierSnapshot:
    snapshot = SKIER.snapshot(config, state, view)
    assert isinstance(snapshot, SkierSnapshot)
    return snapshot


def same(one: Any, other: Any) -> None:
    """Two parts of snapshots hold the same numbers, but for seconds, which are measured."""
    for name, value in vars(one).items():
        if name in ("seconds", "each", "landscape", "downhill", "glance"):
            continue
        if isinstance(value, tuple) and value and hasattr(value[0], "__dataclass_fields__"):
            for inner, beside_it in zip(value, getattr(other, name), strict=True):
                same(inner, beside_it)
        else:
            np.testing.assert_array_equal(value, getattr(other, name), err_msg=name)


def test_there_are_rules_for_every_view() -> None:
    assert tuple(VIEWS_OF) == VIEWS == PARAMETERS["view"].keys  # type: ignore[union-attr]


@pytest.mark.parametrize("view", VIEWS)
def test_a_snapshot_has_the_part_of_its_view_alone(view: str) -> None:
    config = config_of(view)
    snapshot = seen(config, SKIER.init(config))
    assert [name for name in VIEWS if getattr(snapshot, name) is not None] == [view]


@pytest.mark.parametrize("view", VIEWS)
def test_steps_made_at_once_and_one_by_one_are_the_same(view: str) -> None:
    config = config_of(view)
    whole, single = after(config, 12), SKIER.init(config)
    for _ in range(12):
        single = SKIER.advance(config, single, 1)
    same(getattr(seen(config, whole), view), getattr(seen(config, single), view))


@pytest.mark.parametrize("view", VIEWS)
def test_a_copy_goes_on_by_itself(view: str) -> None:
    config = config_of(view)
    state = after(config, 7)
    kept = SKIER.copy(state)
    before = seen(config, kept)
    SKIER.advance(config, state, 9)
    same(getattr(seen(config, kept), view), getattr(before, view))
    again, plain = SKIER.advance(config, kept, 9), after(config, 16)
    same(getattr(seen(config, again), view), getattr(seen(config, plain), view))


@pytest.mark.parametrize("view", VIEWS)
def test_a_live_setting_keeps_the_run_and_acts_from_the_next_step_on(view: str) -> None:
    config = config_of(view)
    state, plain = after(config, 5), after(config, 60)
    moved = config.replace(LIVE[view])
    kept = SKIER.change(config, moved, state)
    assert kept is state
    other = seen(moved, SKIER.advance(moved, kept, 55))
    assert other.step == 60 or other.finished
    with pytest.raises(AssertionError):
        same(getattr(other, view), getattr(seen(config, plain), view))


@pytest.mark.parametrize("key, value", [("view", "cone"), ("ground", "bowl"), ("classes", 5), ("chosen", 3)])
def test_a_structural_setting_begins_anew(key: str, value: object) -> None:
    config = config_of("catapult")
    other = config.replace({key: value})
    assert SKIER.step(SKIER.change(config, other, after(config, 5))) == 0


@pytest.mark.parametrize("view", VIEWS)
def test_a_snapshot_shares_no_array_with_the_state(view: str) -> None:
    config = config_of(view)
    state = after(config, 4)
    for _ in range(6):
        ponder(config, state, SkierView())
    read_only(seen(config, state, SkierView()))
    SKIER.advance(config, state, 4)
    for _ in range(6):
        ponder(config, state, SkierView())
        beside(config, state, SkierView())
    seen(config, state, SkierView())


@pytest.mark.parametrize("view", VIEWS)
def test_a_step_back_gives_the_same_numbers_again(view: str) -> None:
    run = begin(SKIER, config_of(view), 3)
    run.advance(10)
    there = seen(run.config, run.state)
    run.advance(5)
    run.seek(10)
    while run.target is not None:
        run.approach(50)
    same(getattr(seen(run.config, run.state), view), getattr(there, view))


@pytest.mark.parametrize("view", VIEWS)
def test_looking_changes_nothing_of_the_run(view: str) -> None:
    config = config_of(view)
    looked, plain = after(config, 6), after(config, 6)
    for _ in range(30):
        ponder(config, looked, SkierView())
        beside(config, looked, SkierView())
    SKIER.advance(config, looked, 6)
    SKIER.advance(config, plain, 6)
    if view not in ("cone", "fog", "one_class"):
        same(getattr(seen(config, looked), view), getattr(seen(config, plain), view))
    assert SKIER.step(looked) == SKIER.step(plain)
    if hasattr(looked.part, "training") and looked.part.training is not None:
        np.testing.assert_array_equal(looked.part.training.parameters, plain.part.training.parameters)


@pytest.mark.parametrize("view", VIEWS)
def test_a_size_is_about_what_a_copy_holds(view: str) -> None:
    config = config_of(view)
    assert 500 < SKIER.size(after(config, 3)) < 4e6


def test_changes_count_settings_that_differ_from_the_beginning() -> None:
    config = config_of("catapult", ground="digits", learning_rate=3.0)
    state = after(config, 2)
    assert seen(config, state).changes == 0
    once = config.replace({"learning_rate": 1.0})
    assert seen(once, SKIER.change(config, once, state)).changes == 1
    assert seen(config, SKIER.change(once, config, state)).changes == 0


def test_choosing_a_view_brings_its_rate_along() -> None:
    assert config_of("catapult")["learning_rate"] == 1.0
    assert config_of("one_class")["learning_rate"] == 0.001


def test_a_size_of_glance_that_no_data_has_is_refused() -> None:
    with pytest.raises(ConfigError, match="Glance"):
        Config.defaults(PARAMETERS).replace({"batch": 1298})


def played(view: str, **settings: Any) -> tuple[Session, Frame]:
    """A session that has played a while."""
    session = Session("skier", SKIER, config_of(view, **settings), 0)
    session.speed = float("inf")
    session.open(0.0)
    session.take(Look("skier", SkierView(LandscapeAsk())))
    session.take(Play("skier"))
    clock = count(0.0, 0.001)
    while session.unsettled:
        session.settle(0.0)
    for _ in range(4):
        session.work(next(clock), lambda: next(clock))
        session.frame(Status())
    return session, session.frame(Status())


@pytest.mark.parametrize("view", VIEWS)
def test_a_session_plays_every_view_without_a_problem(view: str) -> None:
    session, frame = played(view)
    assert frame.error is None
    assert frame.step > 0
    session.take(Configure("skier", config_of(view, **LIVE[view])))
    session.settle(1.0)
    assert session.frame(Status()).step >= frame.step
