"""The bubble: where it stands, what it copies, how it goes away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.bubble import Bubble
from gui.widgets.bubble_lines import BubbleLines
from gui.widgets.bubble_place import at_edge, place_beside, place_card

LINES = [[("0.61", "plus"), (" · ", "soft"), ("−0.71", "minus")], [("= ", "soft"), ("−0.43", "figure")]]


@pytest.fixture
def picture(qtbot: QtBot) -> QWidget:
    picture = QWidget()
    qtbot.addWidget(picture)
    picture.resize(700, 420)
    picture.show()
    return picture


@pytest.fixture
def bubble(themes: ThemeHolder, picture: QWidget) -> Bubble:
    themes.set(reduced=True)
    return Bubble(themes, picture)


@given(st.floats(0.0, 700.0), st.floats(0.0, 420.0))
def test_the_card_stays_in_the_picture_and_off_its_anchor(x: float, y: float) -> None:
    room = QRectF(0, 0, 700, 420)
    card = place_card(260.0, 90.0, QPointF(x, y), room, 24.0)
    assert room.contains(card)
    assert not card.adjusted(-20, -20, 20, 20).contains(QPointF(x, y))


@pytest.mark.parametrize("x, y", [(0, 0), (699, 0), (0, 419), (699, 419), (350, 210)])
def test_the_bubble_stays_in_its_parent(bubble: Bubble, picture: QWidget, x: int, y: int) -> None:
    bubble.show_lines(LINES, QPointF(x, y), "Row 3")
    assert QRectF(picture.rect()).contains(bubble.card)
    assert not bubble.card.contains(QPointF(x, y))


def test_the_anchor_stays_under_the_pointer(bubble: Bubble, picture: QWidget) -> None:
    bubble.show_lines(LINES, QPointF(350, 100), "Row 3")
    assert picture.childAt(350, 100) is None
    assert picture.childAt(bubble.card.center().toPoint()) is bubble


def test_a_copy_is_plain_text(bubble: Bubble) -> None:
    bubble.show_lines(LINES, QPointF(350, 210), "Row 3")
    bubble.copy()
    assert QGuiApplication.clipboard().text() == "Row 3\n0.61 · −0.71\n= −0.43"


def test_escape_closes_it_when_the_focus_is_elsewhere_in_the_window(themes: ThemeHolder, qtbot: QtBot) -> None:
    themes.set(reduced=True)
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(700, 460)
    picture, field = QWidget(window), QLineEdit(window)
    picture.setGeometry(0, 0, 700, 420)
    field.setGeometry(0, 430, 200, 30)
    bubble = Bubble(themes, picture)
    window.show()
    bubble.show_lines(LINES, QPointF(350, 210))
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert bubble.isHidden()


def test_escape_in_the_picture_closes_a_pinned_one(bubble: Bubble, picture: QWidget) -> None:
    bubble.show_lines(LINES, QPointF(350, 210))
    bubble.pinned = True
    QTest.keyClick(picture, Qt.Key.Key_Escape)
    assert bubble.isHidden()
    assert not bubble.pinned


def test_a_hidden_bubble_leaves_escape_to_others(bubble: Bubble, picture: QWidget) -> None:
    bubble.show_lines(LINES, QPointF(350, 210))
    bubble.hide()
    assert not bubble.isVisible()
    QTest.keyClick(picture, Qt.Key.Key_A)
    assert bubble.isHidden()


def test_a_pin_is_told(bubble: Bubble, qtbot: QtBot) -> None:
    bubble.show_lines(LINES, QPointF(350, 210))
    with qtbot.waitSignal(bubble.pinned_changed) as told:
        bubble.pinned = True
    assert told.args == [True]


def test_a_smaller_picture_moves_it(bubble: Bubble, picture: QWidget) -> None:
    bubble.show_lines(LINES, QPointF(350, 210))
    picture.resize(420, 300)
    assert QRectF(picture.rect()).contains(bubble.card)


def test_every_look_paints_it(bubble: Bubble, picture: QWidget, themes: ThemeHolder) -> None:
    bubble.show_lines(LINES, QPointF(350, 210), "Row 3")
    for name in ("light", "dark", "contrast"):
        for presentation in (False, True):
            themes.set(name=name, presentation=presentation)
            assert not picture.grab().isNull()
            assert QRectF(picture.rect()).contains(bubble.card)


ROW = [("x · w", "soft"), ("\t", "soft"), ("0.700 · 1.160", "soft"), ("\t", "soft"), ("0.812", "plus")]
TABLE = [
    ROW,
    [("bias", "soft"), ("\t", "soft"), ("", "soft"), ("\t", "soft"), ("−12.290", "minus")],
    [("―", "divider")],
    [("sum of all that came", "strong"), ("\t", "soft"), ("", "soft"), ("\t", "soft"), ("1.634", "strong")],
]


def content_of(themes: ThemeHolder, lines: list[list[tuple[str, str]]]) -> BubbleLines:
    return BubbleLines(themes.current, tuple(tuple(line) for line in lines))


def test_a_table_is_as_wide_as_its_columns_and_a_name_may_reach_over_them(themes: ThemeHolder) -> None:
    narrow, whole = content_of(themes, TABLE[:3]), content_of(themes, TABLE)
    assert whole.columns[0] == narrow.columns[0], "a name with nothing beside it does not push the others away"
    assert whole.width >= sum(narrow.columns)
    assert content_of(themes, [ROW]).width < narrow.width, "the widest figure counts"


def test_a_table_is_copied_with_tabs(bubble: Bubble) -> None:
    bubble.show_lines(TABLE, QPointF(350, 210), "Sum")
    bubble.copy()
    assert QGuiApplication.clipboard().text().splitlines()[:2] == ["Sum", "x · w\t0.700 · 1.160\t0.812"]
    bubble.show_lines(TABLE, QPointF(350, 210), "Sum", lambda: "the whole story")
    bubble.copy()
    assert QGuiApplication.clipboard().text() == "the whole story"


def test_figures_stand_at_the_right_edge_and_a_hairline_between(bubble: Bubble, themes: ThemeHolder) -> None:
    bubble.show_lines(TABLE, QPointF(350, 20), "Sum")
    image, card = bubble.grab().toImage(), bubble.card.translated(-QPointF(bubble.pos()))
    top = card.top() + themes.current.px(14) + themes.current.line_height("heading")
    content = content_of(themes, TABLE)
    y = round(top + sum(content.line_height(line) for line in content.lines[:2]) + content.line_height(TABLE[2]) / 2)
    rule = themes.current.color("rule").rgb()
    rows = [[image.pixel(round(card.left()) + x, y + shift) for x in (40, 80, 120)] for shift in range(-3, 4)]
    assert any(all(pixel == rule for pixel in row) for row in rows)


def test_running_numbers_do_not_make_the_card_tremble(bubble: Bubble) -> None:
    bubble.show_lines(TABLE, QPointF(350, 20), "Sum")
    before = bubble.card
    bubble.show_lines([ROW, *TABLE[2:], ROW], QPointF(350, 20), "Sum")
    assert bubble.card == before
    bubble.show_lines([ROW], QPointF(350, 20), "Another thing")
    assert bubble.card.width() < before.width()


# What it leaves free -------------------------------------------------------------------------------------------------


@given(st.floats(20.0, 380.0), st.floats(20.0, 200.0), st.floats(60.0, 280.0), st.floats(40.0, 170.0))
def test_a_card_with_room_beside_the_picture_never_touches_it(x: float, y: float, wide: float, high: float) -> None:
    room, area = QRectF(0, 0, 700, 420), QRectF(10, 10, 380, 210)
    card = place_beside(wide, high, QPointF(x, y), room, 24.0, area)
    assert card is not None
    assert room.contains(card)
    assert not card.intersects(area)


def test_the_first_area_with_room_beside_it_stays_free(bubble: Bubble, picture: QWidget) -> None:
    whole, left = QRectF(picture.rect()), QRectF(0, 0, 300, 420)
    bubble.show_lines(LINES, QPointF(200, 200), "Row 3", spared=(whole, left))
    assert not bubble.card.intersects(left)
    assert QRectF(picture.rect()).contains(bubble.card)
    bubble.show_lines(LINES, QPointF(200, 200), "Row 3", spared=(whole,))
    assert bubble.card.intersects(left)


def test_a_long_line_to_the_anchor_leaves_what_it_passes_in_reach(bubble: Bubble, picture: QWidget) -> None:
    bubble.show_lines(LINES, QPointF(100, 60), "Row 3", spared=(QRectF(0, 0, 700, 250),))
    assert bubble.card.top() >= 250
    assert picture.childAt(100, 60) is None
    assert picture.childAt(112, 140) is None
    assert picture.childAt(bubble.card.center().toPoint()) is bubble


def test_a_bubble_that_comes_takes_the_tooltip_away(bubble: Bubble, picture: QWidget, qtbot: QtBot) -> None:
    QToolTip.showText(picture.mapToGlobal(picture.rect().center()), "words", picture)
    qtbot.waitUntil(lambda: QToolTip.isVisible())
    bubble.show_lines(LINES, QPointF(100, 60), "Row 3")
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0), st.sampled_from(["right", "left", "below", "above"]))
def test_a_tail_ends_at_the_edge_of_a_picture_it_does_not_cross(x: float, y: float, side: str) -> None:
    picture = QRectF(200, 120, 160, 150)
    anchor = QPointF(200 + 160 * x, 120 + 150 * y)
    cards = {"right": (380, 100), "left": (20, 100), "below": (180, 290), "above": (180, 20)}
    card = QRectF(*cards[side], 150.0, 80.0)
    tip = at_edge(picture, anchor, card)
    aligned = (tip.y(), anchor.y()) if side in ("right", "left") else (tip.x(), anchor.x())
    edges = {"right": picture.right(), "left": picture.left(), "below": picture.bottom(), "above": picture.top()}
    assert (tip.x() if side in ("right", "left") else tip.y()) == edges[side]
    assert aligned[0] == aligned[1]


def test_a_card_over_the_picture_points_at_its_anchor() -> None:
    picture, anchor = QRectF(0, 0, 300, 300), QPointF(40, 50)
    assert at_edge(picture, anchor, QRectF(100, 100, 80, 80)) == anchor
    assert at_edge(QRectF(), anchor, QRectF(100, 100, 80, 80)) == anchor


def test_the_numbers_beside_a_number_are_not_struck_out_by_the_tail(bubble: Bubble, picture: QWidget) -> None:
    matrix, cell = QRectF(20, 40, 200, 260), QPointF(60, 100)
    bubble.show_lines(LINES, cell, "Row 3", None, (matrix,), matrix)
    assert picture.childAt(120, 100) is None
    assert not QRectF(bubble.geometry()).intersects(matrix.adjusted(0, 0, -20, -20))
