"""What the state of a lesson means for the panel beside it: locks, cues, a border to draw, one that was guessed."""

from __future__ import annotations

from dataclasses import dataclass

from sim.lesson_page import PREDICT, TRY
from sim.lesson_run import LessonRun
from sim.lesson_way import CUE

BEFORE_GUESS, NOT_THE_TOPIC = "your guess comes first", "not the topic of this step"
Line = tuple[float, float, float]


@dataclass(frozen=True)
class Beside:
    """free: the controls that may be used, None for all; reason: why not the others. level: how much help was opened;
    a cue is given anew with it."""

    free: frozenset[str] | None = None
    reason: str = ""
    cues: tuple[str, ...] = ()
    level: int = 0
    asks_line: bool = False
    guess_line: Line | None = None


def beside(run: LessonRun | None) -> Beside:
    """Of a lesson, or of none."""
    if run is None or run.step is None:
        return Beside()
    return Beside(
        run.free,
        BEFORE_GUESS if run.phase == PREDICT else NOT_THE_TOPIC,
        cues_of(run),
        run.moment.level if run.moment is not None else 0,
        asks_line(run),
        guess_line(run),
    )


def cues_of(run: LessonRun) -> tuple[str, ...]:
    """The controls to mark: once the guess is made; in a step without a guess, after a while."""
    if run.phase != TRY or run.step is None or run.moment is None:
        return ()
    return run.step.cue if run.step.predict is not None or run.moment.level >= CUE else ()


def asks_line(run: LessonRun) -> bool:
    """Whether a border is to be drawn on the picture now."""
    return run.phase == PREDICT and is_line(run)


def guess_line(run: LessonRun) -> Line | None:
    """The border that was guessed."""
    guess = run.moment.guess if is_line(run) and run.moment is not None else None
    return (guess[0], guess[1], guess[2]) if isinstance(guess, tuple) and len(guess) == 3 else None


def is_line(run: LessonRun) -> bool:
    """Whether the step asks for a border."""
    return run.step is not None and run.step.predict is not None and run.step.predict.kind == "line"
