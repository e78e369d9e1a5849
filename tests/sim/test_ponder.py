"""A session at rest works on its picture: only then, until nothing is left, and the last of it is seen."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from sim.commands import Configure, Look, Pause, Play, Speed, Step
from sim.config import Config
from sim.mailbox import Status
from sim.session import Session
from sim.simulations.protocol import Simulation
from tests.sim.simulations_for_tests import WALK, Walk

STATUS = Status("cpu", "", 0, 0, "", "")


class Thinking:
    """A walk whose pictures show how long it was thought about where the walkers are; three times is enough."""

    def __init__(self) -> None:
        self.thoughts: dict[int, int] = {}
        self.views: list[Any] = []
        self.simulation: Simulation = replace(WALK, snapshot=self.see, ponder=self.think)

    def see(self, config: Config, state: Walk, view: Any) -> dict[str, Any]:
        return {"step": state.step, "thoughts": self.thoughts.get(state.step, 0)}

    def think(self, config: Config, state: Walk, view: Any) -> bool:
        self.views.append(view)
        if self.thoughts.get(state.step, 0) == 3:
            return False
        self.thoughts[state.step] = self.thoughts.get(state.step, 0) + 1
        return True


def opened(thinking: Thinking) -> Session:
    session = Session("walk", thinking.simulation)
    session.open(0.0)
    return session


def rest(session: Session, now: float = 0.0, taken: bool = True) -> list[Any]:
    """Work as long as there is any, as the engine does; the snapshots of the frames that were laid down."""
    frames = []
    for _ in range(100):
        if session.changed or (session.moved and taken):
            frames.append(session.frame(STATUS).snapshot)
        if session.patience(now) != 0.0:
            return frames
        session.work(now, lambda: now)
    raise AssertionError("It never rests.")


def tell(session: Session, *commands: Any, now: float = 0.0) -> None:
    for command in commands:
        session.take(command)
        session.settle(now)


def test_a_run_at_rest_is_thought_about_until_nothing_is_left() -> None:
    session = opened(Thinking())
    assert [frame["thoughts"] for frame in rest(session)] == [0, 1, 2, 3]
    assert rest(session) == []
    assert session.patience(0.0) is None


def test_the_last_thought_is_seen_where_no_frame_was_taken() -> None:
    session = opened(Thinking())
    assert [frame["thoughts"] for frame in rest(session, taken=False)] == [0, 3]


def test_nobody_thinks_while_the_run_plays() -> None:
    thinking = Thinking()
    session = opened(thinking)
    tell(session, Play("walk"))
    for now in np.arange(0.1, 1.0, 0.1).tolist():
        session.work(now, lambda: now)  # noqa: B023
        session.frame(STATUS)
    assert thinking.thoughts == {}
    tell(session, Pause("walk"), now=1.0)
    frames = rest(session, 1.0)
    assert frames[-1] == {"step": session.run.step, "thoughts": 3}  # type: ignore[union-attr]


def test_after_a_step_a_setting_or_another_look_it_is_thought_about_again() -> None:
    thinking = Thinking()
    session = opened(thinking)
    rest(session)
    tell(session, Step("walk", 2))
    assert rest(session)[-1] == {"step": 2, "thoughts": 3}
    for command in (Look("walk", "there"), Configure("walk", session.run.config.replace(drift=0.5))):  # type: ignore[union-attr]
        thinking.thoughts.clear()
        tell(session, command)
        assert rest(session)[-1]["thoughts"] == 3
    assert thinking.views[-1] == "there"


def test_a_thought_that_fails_is_told_once_and_the_run_goes_on() -> None:
    def fail(config: Config, state: Walk, view: Any) -> bool:
        raise ZeroDivisionError("no idea")

    session = Session("walk", replace(WALK, ponder=fail))
    session.open(0.0)
    rest(session)
    assert "no idea" in session.frame(STATUS).error.reason  # type: ignore[union-attr]
    tell(session, Step("walk", 1))
    rest(session)
    assert session.run.step == 1  # type: ignore[union-attr]


def test_a_run_that_is_left_is_not_thought_about() -> None:
    session = opened(Thinking())
    session.frame(STATUS)
    session.rest()
    assert session.patience(0.0) is None


# beside a run that plays


def playing(beside: Any, speed: float = 1.0) -> Session:
    session = Session("walk", replace(WALK, beside=beside))
    session.open(0.0)
    tell(session, Play("walk"), Speed("walk", speed))
    session.frame(STATUS)
    return session


def played(session: Session, seconds: float, frames: bool = True) -> None:
    """Work as the engine does, in time that only waiting takes."""
    now = 0.0
    while now < seconds:
        session.work(now, lambda: now)  # noqa: B023
        if frames:
            session.frame(STATUS)
        now += max(session.patience(now) or 0.0, 0.001)


def test_work_beside_a_run_is_done_while_it_plays_only() -> None:
    seen: list[int] = []

    def beside(config: Config, state: Walk, view: Any) -> bool:
        seen.append(state.step)
        return True

    session = playing(beside)
    played(session, 0.5)
    assert seen == sorted(seen)
    assert seen[-1] >= 20
    tell(session, Pause("walk"))
    count = len(seen)
    rest(session, 1.0)
    assert len(seen) == count


def test_work_beside_a_run_has_a_quarter_of_the_time(monkeypatch: pytest.MonkeyPatch) -> None:
    clock, aside = [0.0], [0.0]
    monkeypatch.setattr("sim.session.time.thread_time", lambda: clock[0])

    def beside(config: Config, state: Walk, view: Any) -> bool:
        clock[0] += 0.006
        aside[0] += 0.006
        return True

    def advance(config: Config, state: Walk, count: int) -> Walk:
        clock[0] += 0.004
        return WALK.advance(config, state, count)

    session = Session("walk", replace(WALK, beside=beside, advance=advance))
    session.open(0.0)
    tell(session, Play("walk"), Speed("walk", np.inf))
    session.frame(STATUS)
    while clock[0] < 5.0:
        session.work(clock[0], lambda: clock[0])
    assert aside[0] / clock[0] == pytest.approx(0.25, abs=0.03)


def test_work_beside_a_run_that_has_nothing_left_is_asked_again_after_the_next_look() -> None:
    asked: list[int] = []

    def beside(config: Config, state: Walk, view: Any) -> bool:
        asked.append(state.step)
        return False

    played(playing(beside), 0.5, frames=False)
    assert len(asked) == 1
    played(playing(beside), 0.5)
    assert len(asked) > 10


def test_work_beside_a_run_changes_nothing_of_it() -> None:
    ends = []
    for beside in (lambda *_: False, lambda *_: True):
        session = playing(beside)
        played(session, 0.5)
        ends.append(session.run.state.positions.tobytes())  # type: ignore[union-attr]
    assert ends[0] == ends[1]


def test_a_slow_run_leaves_its_idle_time_to_work_beside_it() -> None:
    seen: list[int] = []

    def beside(config: Config, state: Walk, view: Any) -> bool:
        seen.append(state.step)
        return True

    session = playing(beside, speed=0.02)
    played(session, 0.5)
    assert len(seen) > 50
    assert max(seen) <= 1


def test_work_beside_a_run_that_fails_is_told_once_and_pauses_it() -> None:
    def fail(config: Config, state: Walk, view: Any) -> bool:
        raise ZeroDivisionError("no idea")

    session = playing(fail)
    session.work(0.1, lambda: 0.1)
    assert "no idea" in session.frame(STATUS).error.reason  # type: ignore[union-attr]
    assert not session.playing
