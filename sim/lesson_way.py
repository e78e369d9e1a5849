"""The way through a lesson: which step is shown, in which phase, and where one may go from there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from sim.errors import ConfigError, sentence
from sim.lesson_controls import unlocked
from sim.lesson_moment import Moment, fresh, remembered
from sim.lesson_page import END, PREDICT, RECALL, RECALLED, SEEN, TRANSFER, TRANSFERRED, TRY
from sim.lesson_parts import Lesson, Question, Step
from sim.progress import Progress, StepNote

RECALL_TITLE = "· recall"
TRANSFER_ENDING = " · transfer"
"""The titles under which questions without a run are noted."""
CUE, TOLD, SHOW = 1, 2, 3
"""The helps of the ladder: the control is cued, the hint is told, "show me" is offered."""


class Store(Protocol):
    """Where notes go: the keeper of the program, or a list in a test."""

    progress: Progress

    def note(self, key: str, title: str, **values: Any) -> None:
        """Something about a step."""

    def complete(self, key: str) -> None:
        """The lesson is finished now."""


class LessonWay:
    """Where one is, and how one goes on.

    place: the step that is shown, its number from 0; -1 for the question that opens the lesson. entered: how often
    a step was shown anew.
    """

    def __init__(self, lesson: Lesson, key: str, store: Store, stamp: Callable[[], str]) -> None:
        self.lesson = lesson
        self.key = key
        self.place = 0
        self.phase = END
        self.entered = 0
        self.notice = ""
        self._store = store
        self._stamp = stamp
        self._moments: dict[int, Moment] = {}

    # Where one is ---------------------------------------------------------------------------------------------------

    @property
    def step(self) -> Step | None:
        """The step that is shown; None at the opening question and at the end."""
        return self.lesson.steps[self.place] if 0 <= self.place < len(self.lesson.steps) else None

    @property
    def moment(self) -> Moment | None:
        """How far the shown step has come."""
        return self._moments.get(self.place)

    @property
    def question(self) -> Question | None:
        """The question without a run that is shown."""
        if self.phase in (RECALL, RECALLED):
            return self.lesson.recall
        return self.step.transfer if self.step is not None and self.phase in (TRANSFER, TRANSFERRED) else None

    @property
    def title(self) -> str:
        """Under which title the present question is noted."""
        if self.phase in (RECALL, RECALLED):
            return RECALL_TITLE
        assert self.step is not None
        return self.step.title + TRANSFER_ENDING if self.phase in (TRANSFER, TRANSFERRED) else self.step.title

    @property
    def progress(self) -> Progress:
        """All that is noted, of this lesson and of others."""
        return self._store.progress

    def moment_of(self, place: int) -> Moment | None:
        """How far a step has come in this sitting; None where it was not met in it."""
        return self._moments.get(place)

    def note_of(self, title: str) -> StepNote:
        """What is noted under a title."""
        return self._store.progress.step(self.key, title)

    @property
    def free(self) -> frozenset[str]:
        """The controls that may be used now: none before the guess."""
        if self.step is None or self.phase == PREDICT:
            return frozenset()
        return unlocked(self.step)

    @property
    def marks(self) -> dict[str, float]:
        """What the window alone has seen in this step."""
        return dict(self.moment.marks) if self.moment else {}

    # Going ----------------------------------------------------------------------------------------------------------

    def start(self, now: float, title: str = "") -> None:
        """Begin at the step called `title`, or where the learner left; a finished lesson begins anew."""
        note = self._store.progress.lesson(self.key)
        at = title or ("" if note.finished else note.at)
        titles = [step.title for step in self.lesson.steps]
        if at in titles:
            self._enter(titles.index(at), now)
        elif at.endswith(TRANSFER_ENDING) and at.removesuffix(TRANSFER_ENDING) in titles:
            self._enter(titles.index(at.removesuffix(TRANSFER_ENDING)), now)
            self._ask_transfer()
        elif self.lesson.recall is not None:
            self.place, self.phase = -1, RECALLED if self.note_of(RECALL_TITLE).typed else RECALL
            self._note(RECALL_TITLE)
        else:
            self._enter(0, now)

    def next(self, now: float) -> None:
        """Go on, where that is allowed."""
        if not self.can_next:
            return
        if self.phase == SEEN and self.step is not None and self.step.transfer is not None:
            self._ask_transfer()
        elif self.place + 1 < len(self.lesson.steps):
            self._enter(self.place + 1, now)
        else:
            self.place, self.phase = len(self.lesson.steps), END
            self._store.complete(self.key)

    def back(self, now: float) -> None:
        """The question, or the step, before."""
        if self.phase in (TRANSFER, TRANSFERRED):
            self._enter(self.place, now)
        elif self.place > 0:
            self._enter(self.place - 1, now)
        elif self.place == 0 and self.lesson.recall is not None:
            self.place, self.phase = -1, RECALLED if self.note_of(RECALL_TITLE).typed else RECALL

    def go(self, place: int, now: float) -> None:
        """A step that was met before."""
        if self.can_go(place):
            self._enter(place, now)

    def resume(self, now: float) -> None:
        """The run of the shown step was put aside: it begins anew, with the guess that was given."""
        if self.step is not None:
            self._enter(self.place, now)

    def again(self, now: float) -> None:
        """The shown step from its beginning; what was noted stays."""
        if self.step is not None and self.phase not in (TRANSFER, TRANSFERRED):
            self._moments[self.place] = fresh(self.step, now)
            self._show()

    @property
    def can_next(self) -> bool:
        """Whether one may go on: not before the guess, and in a step only when it is reached, or help ran out."""
        moment = self.moment
        if self.phase == END:
            return False
        if self.phase == PREDICT:
            return bool(self.note_of(self.title).finished)
        if self.phase == TRY and moment is not None:
            return moment.level >= SHOW or moment.shown or bool(self.note_of(self.title).finished)
        return True

    @property
    def can_back(self) -> bool:
        """Whether there is anything before."""
        first = 0 if self.lesson.recall is None else -1
        return self.place > first or self.phase in (TRANSFER, TRANSFERRED)

    def can_go(self, place: int) -> bool:
        """Whether a step was met before."""
        steps = self.lesson.steps
        return 0 <= place < len(steps) and steps[place].title in self._store.progress.lesson(self.key).steps

    # Inside ---------------------------------------------------------------------------------------------------------

    def _enter(self, place: int, now: float) -> None:
        self.place = place
        step = self.lesson.steps[place]
        if place not in self._moments:
            self._moments[place] = remembered(step, self.note_of(step.title), now)
        elif self._moments[place].phase == TRY:  # the panel begins anew, and so does the hand
            kept = self._moments[place]
            self._moments[place] = Moment(TRY, now, kept.guess, kept.sure, kept.skipped, kept.typed, kept.answer)
        self._show()
        self._note(step.title)

    def _show(self) -> None:
        moment = self.moment
        assert moment is not None
        self.phase = moment.phase
        self.entered += 1

    def _ask_transfer(self) -> None:
        self.phase = TRANSFER
        self.phase = TRANSFERRED if self.note_of(self.title).typed else TRANSFER
        self._note(self.title)

    def _note(self, title: str, **values: Any) -> None:
        try:
            self._store.note(self.key, title, **values)
        except ConfigError as error:
            self.notice = sentence(error)
