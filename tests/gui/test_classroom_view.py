"""The class: who copies from whom, who is away, what still arrives."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPicture
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.classroom_content import ClassSeen, chosen_copiers, strongest
from gui.widgets.classroom_view import NOTHING, ClassroomView, class_words
from sim.dropout_lens import catch_flu, copied, find_stars, room_of
from tests.gui.dropout_scene import batch


def a_class(units: int = 24, ill: bool = True) -> ClassSeen:
    """The last hidden layer of a random network, with and without the flu."""
    network, lens = batch((2, 8, units, 3))
    y = np.eye(3)[np.arange(len(lens.inputs)) % 3]
    room = room_of(network.plan, network.loss, network.parameters, lens.inputs, y)
    flu = catch_flu(room, 1, draws=1)
    return ClassSeen(
        np.abs(room.hidden[1]).mean(axis=0), copied(room, 1), ("0", "1", "2"),
        flu.ill[0] if ill else np.zeros(0), find_stars(room, 1, 3).units, 0, 3,
    )  # fmt: skip


@pytest.fixture
def view(qtbot: Any, themes: ThemeHolder) -> ClassroomView:
    made = ClassroomView(themes)
    qtbot.addWidget(made)
    made.resize(520, 270)
    made.show()
    made.show_class(a_class())
    return made


def test_nobody_copies_from_one_who_is_away(view: ClassroomView) -> None:
    pairs = view.lines()
    assert len(pairs)
    assert not view.seen.away[pairs[:, 0]].any()


def test_the_strongest_lines_are_the_largest_products() -> None:
    seen = a_class(ill=False)
    pairs = strongest(seen, 5)
    assert sorted(seen.copied[pairs[:, 0], pairs[:, 1]]) == sorted(seen.copied.ravel())[-5:]


def test_what_is_lost_is_what_came_from_those_away(view: ClassroomView) -> None:
    seen = view.seen
    outside = sum(seen.copied[unit].sum() for unit in range(seen.units) if not seen.away[unit]) / seen.copied.sum()
    assert seen.lost == pytest.approx(1.0 - outside)
    np.testing.assert_allclose(seen.heard, (seen.copied * ~seen.away[:, None]).sum(0) / seen.copied.sum(0))


def test_stars_sent_home_are_away_in_their_order(view: ClassroomView) -> None:
    seen = replace(view.seen, ill=np.zeros(0), home=2)
    assert set(np.flatnonzero(seen.away).tolist()) == set(seen.stars[:2])
    view.show_class(seen)
    assert "2 of 24 are away" in view.describe()


def test_every_pupil_sits_at_a_desk_of_its_own(view: ClassroomView) -> None:
    for units in (1, 7, 24, 128, 256):
        view.show_class(ClassSeen(np.ones(units), np.ones((units, 1)), ("ŷ",)))
        face = view.face()
        for unit in range(units):
            assert face.unit_at(face.head_at(unit)) == unit
            assert face.seat(unit).contains(face.head_at(unit) + QPointF(0, 2.2 * face.head))


def test_pointing_at_a_pupil_shows_who_copies_from_it(view: ClassroomView) -> None:
    seen = view.seen
    well = int(np.flatnonzero(~seen.away)[0])
    QTest.mouseMove(view, view.face().head_at(well).toPoint())
    assert set(view.lines()[:, 0].tolist()) == {well}
    share = seen.copied[well].sum() / seen.copied.sum()
    assert f"{round(100 * share)}\u00a0%" in view.describe()
    ill = int(np.flatnonzero(seen.away)[0])
    QTest.mouseMove(view, view.face().head_at(ill).toPoint())
    assert not len(view.lines())
    assert "is ill" in view.describe()


def test_pointing_at_one_who_copies_shows_from_whom(view: ClassroomView) -> None:
    QTest.mouseMove(view, view.face().plate(1).center().toPoint())
    assert set(view.lines()[:, 1].tolist()) == {1}
    assert view.describe().startswith("1 hears")


def test_arrow_keys_walk_from_desk_to_desk(view: ClassroomView) -> None:
    seen: list[int] = []
    view.pointed.connect(seen.append)
    view.setFocus()
    columns = view.face().grid[1]
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape):
        QTest.keyClick(view, key)
    assert seen == [0, 1, 1 + columns, 1, -1]


def test_of_many_who_copy_those_are_shown_that_hear_most() -> None:
    table = np.zeros((4, 30))
    table[:, [3, 17]] = 1.0
    assert chosen_copiers(table, 2) == (3, 17)
    assert chosen_copiers(table[:, :5]) == (0, 1, 2, 3, 4)


def test_the_stars_are_told_with_what_they_give() -> None:
    seen = a_class(ill=False)
    share = seen.copied[list(seen.stars)].sum() / seen.copied.sum()
    assert class_words(seen) == f"3 stars of 24 pupils give {round(100 * share)}\u00a0% of what is copied."
    assert class_words(replace(seen, stars=seen.stars[:1])).startswith("One star of 24 pupils gives ")


def test_before_the_first_batch_there_is_no_class(view: ClassroomView) -> None:
    view.show_class(ClassSeen())
    assert view.describe() == NOTHING
    assert not view.grab().isNull()


def test_numbers_that_are_no_more_are_drawn(view: ClassroomView) -> None:
    seen = view.seen
    view.show_class(replace(seen, answers=np.full(24, np.nan), copied=np.full((24, 3), np.nan)))
    assert not view.grab().isNull()


def test_on_paper_pupils_are_lines(view: ClassroomView) -> None:
    paper = QPicture()
    with QPainter(paper) as painter:
        view.paint(painter, view._themes.current)
    assert paper.size() > 10_000
