"""Where the learner is on the path: at what was begun, else at what comes next."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from gui.assets import asset
from gui.lessons.keeper import Keeper
from gui.lessons.path_rows import Following, rows_of
from gui.widgets.lesson_path import DONE, HERE, LessonRow
from sim.lesson_shelf import read_shelf
from sim.progress import Progress

SHELF = read_shelf(asset("lessons"))


def states(progress: Progress) -> dict[str, str]:
    return {row.key: row.state for row in rows_of(SHELF, progress)}


def test_at_first_the_learner_is_at_the_first_lesson() -> None:
    first = SHELF.keys[0]
    assert [key for key, state in states(Progress()).items() if state == HERE] == [first]


def test_a_lesson_that_was_begun_is_where_the_learner_is() -> None:
    begun = SHELF.keys[2]
    progress = Progress().noted(begun, "Its step", guess="1")
    assert states(progress)[begun] == HERE


def test_only_what_was_begun_is_continued() -> None:
    first, second, third, fourth = SHELF.keys[:4]
    progress = Progress().noted(second, "Its step", guess="1").noted(fourth, "Its step", guess="1")
    rows = {row.key: row.deed for row in rows_of(SHELF, progress.completed(first, "2026-01-01T10:00"))}
    assert [rows[key] for key in (first, second, third, fourth)] == ["Again", "Continue", "Start", "Continue"]


def test_after_a_lesson_comes_the_next() -> None:
    first, second = SHELF.keys[:2]
    seen = states(Progress().completed(first, "2026-01-01T10:00"))
    assert (seen[first], seen[second]) == (DONE, HERE)


def test_every_row_has_minutes_and_something_to_find_out() -> None:
    for row in rows_of(SHELF, Progress()):
        assert row.minutes > 0
        assert row.about
        assert row.group in ("History", "Training")


def test_rows_follow_the_keeper(qapp: QApplication) -> None:
    keeper, seen, owner = Keeper(None), [], QObject()
    following = Following(SHELF, keeper, lambda rows: seen.append(tuple(rows)), owner)
    keeper.complete(SHELF.keys[0])
    keeper.flush()
    following.let_go()
    keeper.complete(SHELF.keys[1])
    keeper.flush()
    rows: list[tuple[LessonRow, ...]] = seen
    assert [rows[0][0].state, rows[1][0].state] == [HERE, DONE]
    assert len(rows) == 2
