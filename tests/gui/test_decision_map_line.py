"""The line of a unit: geometry against the plain formula."""

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.decision_map import DecisionMap
from gui.widgets.decision_map_line import Line, arrow_length, grips, line_of, segment
from tests.gui.map_scene import count_near

RECT = (-1.5, 1.5, -1.5, 1.5)
WEIGHTS = st.floats(-5.0, 5.0)
PLACES = st.tuples(st.floats(-1.5, 1.5), st.floats(-1.5, 1.5))


@given(w1=WEIGHTS, w2=WEIGHTS, b=WEIGHTS)
def test_both_ends_lie_on_the_line_and_on_the_border(w1: float, w2: float, b: float) -> None:
    assume(math.hypot(w1, w2) > 1e-3)
    ends = segment(Line(w1, w2, b), RECT)
    if ends is None:
        signs = {w1 * x + w2 * y + b > 0 for x in RECT[:2] for y in RECT[2:]}
        assert len(signs) == 1 or abs(abs(w1 * 1.5) + abs(w2 * 1.5) - abs(b)) < 1e-6
        return
    for x, y in ends:
        assert w1 * x + w2 * y + b == pytest.approx(0.0, abs=1e-9)
        assert max(abs(x), abs(y)) == pytest.approx(1.5, abs=1e-8)


@given(one=PLACES, two=PLACES, w1=WEIGHTS, w2=WEIGHTS)
def test_a_line_through_two_points_keeps_length_and_side(
    one: tuple[float, float], two: tuple[float, float], w1: float, w2: float
) -> None:
    assume(math.dist(one, two) > 1e-3 and math.hypot(w1, w2) > 1e-3)
    line = Line(w1, w2, 0.0).through(one, two)
    assert line.length == pytest.approx(math.hypot(w1, w2))
    assert line.w1 * w1 + line.w2 * w2 >= -1e-9
    for x, y in (one, two):
        assert line.w1 * x + line.w2 * y + line.b == pytest.approx(0.0, abs=1e-9)


def test_two_points_in_one_place_turn_nothing() -> None:
    line = Line(1.0, 2.0, 3.0)
    assert line.through((0.5, 0.5), (0.5, 0.5)) is line


def test_a_moved_line_is_parallel_and_passes_where_it_was_moved() -> None:
    line = Line(2.0, -1.0, 0.5).moved(0.3, 0.4)
    assert (line.w1, line.w2) == (2.0, -1.0)
    assert line.distance((0.3, 0.4 + 0.5)) == pytest.approx(0.0)


def test_the_handles_lie_apart_on_the_line() -> None:
    spots = grips(Line(1.0, 1.0, 0.0), RECT)
    assert spots is not None
    assert math.dist(*spots) > 1.0
    assert all(x + y == pytest.approx(0.0) for x, y in spots)


@pytest.mark.parametrize("values", [None, (0, 0, 1), (math.nan, 1, 1), (1, math.inf, 1), (1e-300, 0, 1)])
def test_some_weights_have_no_line(values: object) -> None:
    assert line_of(values) is None


def test_the_arrow_grows_with_the_weights_and_never_fills_the_picture() -> None:
    lengths = [arrow_length(Line(size, 0.0, 0.0), 300.0) for size in (0.1, 1.0, 3.0, 50.0, 1e9)]
    assert lengths == sorted(lengths)
    assert lengths[-1] < 150.0


def test_line_margin_and_rival_are_drawn(qtbot: QtBot, themes: ThemeHolder) -> None:
    board = DecisionMap(themes)
    qtbot.addWidget(board)
    board.resize(340, 330)
    board.set_points(np.array([[-1.4, -1.4]]), np.array([0]))
    theme = themes.current

    def counts() -> tuple[int, ...]:
        image = board.grab().toImage()
        return tuple(count_near(image, theme.color(role), 10) for role in ("ink", "plus", "you"))

    bare = counts()
    board.set_line((1.0, 0.6, 0.1), movable=False)
    ink, plus, _ = counts()
    assert ink > bare[0] + 150
    assert plus > bare[1] + 40
    board.set_rival((0.2, -1.0, 0.3))
    assert counts()[2] > bare[2] + 100
    plain = board.grab().toImage()
    board.set_line((1.0, 0.6, 0.1), margin=0.3, movable=False)
    assert board.grab().toImage() != plain


def drawn_on(chart: DecisionMap, qtbot: QtBot, begin: QPoint, end: QPoint) -> list[tuple[float, float, float]]:
    """The lines that a drag between two places sends."""
    told: list[tuple[float, float, float]] = []
    chart.line_dragged.connect(lambda *line: told.append(line))
    qtbot.mousePress(chart, Qt.MouseButton.LeftButton, pos=begin)
    middle = QPointF(begin + end) / 2.0
    for at in (middle, QPointF(end)):
        move = QMouseEvent(
            QEvent.Type.MouseMove, at, chart.mapToGlobal(at), Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        QCoreApplication.sendEvent(chart, move)
    qtbot.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=end)
    return told


@pytest.mark.parametrize("ruler", [True, False])
def test_with_a_ruler_a_line_is_drawn_from_any_place(ruler: bool, qtbot: QtBot, themes: ThemeHolder) -> None:
    chart = DecisionMap(themes)
    qtbot.addWidget(chart)
    chart.resize(400, 400)
    chart.set_domain(RECT)
    chart.set_line((1.0, -1.0, 0.0))
    chart.set_ruler(ruler)
    told = drawn_on(chart, qtbot, QPoint(150, 60), QPoint(330, 240))
    assert bool(told) == ruler
    if told:
        w1, w2, _ = told[-1]
        assert w1 == pytest.approx(w2, rel=0.05), "as many pixels down as across: the way falls as steeply as x grows"
