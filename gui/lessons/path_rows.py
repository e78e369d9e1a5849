"""The lessons of a shelf as rows of the path: what is done, where the learner is, what is to come.

The learner is at the lesson that was begun and not finished, the first of them; where there is none, at the first that
is still to come. The first and the last lesson stand with their neighbours, for a group of one says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from gui.lessons.keeper import Keeper
from gui.widgets.lesson_path import DONE, HERE, TO_COME, LessonRow
from sim.lesson_parts import Lesson
from sim.lesson_shelf import Shelf, Shelved
from sim.phrases import Own
from sim.progress import Progress

NEIGHBOURS = {"Start": "History", "End": "Training"}


def rows_of(shelf: Shelf, progress: Progress, packs: bool = False) -> tuple[LessonRow, ...]:
    """Our lessons in their order. packs: and behind them those of packs, each under its pack's name."""
    ours = tuple(row for row in shelf.rows if not row.pack)
    here = key_of_now(ours, progress)
    others = tuple(row for row in shelf.rows if row.pack) if packs else ()
    return tuple(row_of(row, state_of(row.key, here, progress), is_begun(row.key, progress)) for row in ours + others)


def row_of(shelved: Shelved, state: str, begun: bool = False) -> LessonRow:
    """One lesson as a row."""
    lesson = shelved.lesson
    group = Own(shelved.pack) if shelved.pack else NEIGHBOURS.get(lesson.group, lesson.group)
    return LessonRow(shelved.key, lesson.title, group, state, lesson.minutes, first_question(lesson), begun)


def key_of_now(rows: Sequence[Shelved], progress: Progress) -> str:
    """The lesson to go on with; "" where all are done."""
    opened = [row.key for row in rows if not progress.lesson(row.key).finished]
    begun = (key for key in opened if is_begun(key, progress))
    return next(begun, next(iter(opened), ""))


def is_begun(key: str, progress: Progress) -> bool:
    """Whether a lesson was begun, and is not finished."""
    note = progress.lesson(key)
    return bool(note.at) and not note.finished


def state_of(key: str, here: str, progress: Progress) -> str:
    """One of DONE, HERE, TO_COME."""
    if progress.lesson(key).finished:
        return DONE
    return HERE if key == here else TO_COME


def first_question(lesson: Lesson) -> str:
    """The first thing that the lesson asks, else the title of its first step."""
    asked = (step.predict.question for step in lesson.steps if step.predict is not None)
    return next(asked, lesson.steps[0].title if lesson.steps else "")


class Following(QObject):
    """Calls `show` with the rows, now and after every note of the keeper."""

    def __init__(
        self, shelf: Shelf, keeper: Keeper, show: Callable[[Sequence[LessonRow]], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._shelf, self._keeper, self._show = shelf, keeper, show
        keeper.changed.connect(self._on_changed)
        self._on_changed()

    def let_go(self) -> None:
        """Show nothing any more."""
        self._keeper.changed.disconnect(self._on_changed)
        self.deleteLater()

    def _on_changed(self) -> None:
        self._show(rows_of(self._shelf, self._keeper.progress))
