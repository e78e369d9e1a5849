"""The regularization path: places of lambdas and weights, the cursor, the count of zeros."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.penalty_content import PathSeen
from gui.widgets.penalty_path_plot import PenaltyPathPlot

LEFT = Qt.MouseButton.LeftButton
LAMBDAS = np.geomspace(1e-3, 10.0, 201)
STARTS = np.array([2.0, -1.0, 0.5, 0.1])
WEIGHTS = np.sign(STARTS) * np.maximum(np.abs(STARTS) - LAMBDAS[:, None], 0.0)
PATH = PathSeen(LAMBDAS, WEIGHTS, (WEIGHTS == 0).sum(axis=1) + 6, LAMBDAS / 2, 10, 1.0, ("one", "two", "three", "four"))


@pytest.fixture
def plot(qtbot: Any, themes: ThemeHolder) -> PenaltyPathPlot:
    made = PenaltyPathPlot(themes)
    qtbot.addWidget(made)
    made.resize(520, 300)
    made.show_path(PATH)
    made.show()
    return made


def test_lambdas_stand_in_equal_ratios(plot: PenaltyPathPlot) -> None:
    face = plot.face()
    decades = [face.x_of(float(exponent)) for exponent in (-3, -2, -1, 0, 1)]
    assert np.diff(decades) == pytest.approx(np.full(4, face.area.width() / 4))


def test_a_line_lies_at_its_weights_and_ends_where_they_are_zero_for_good(plot: PenaltyPathPlot) -> None:
    face = plot.face()
    way = face.alive(1)
    last = int(np.flatnonzero(WEIGHTS[:, 1])[-1])
    assert len(way) == last + 2
    assert way[0, 1] == pytest.approx(face.y_of(WEIGHTS[0, 1]))
    assert way[-1, 1] == pytest.approx(face.y_of(0.0))


def test_the_lambda_under_a_press_is_read(plot: PenaltyPathPlot, qtbot: Any) -> None:
    face = plot.face()
    at = QPoint(round(face.x_of(-2.0)), round(face.area.center().y()))
    with qtbot.waitSignal(plot.place_moved) as moved:
        QTest.mouseClick(plot, LEFT, pos=at)
    assert LAMBDAS[moved.args[0]] == pytest.approx(0.01, rel=0.03)
    zeros = int((WEIGHTS[moved.args[0]] == 0).sum()) + 6
    assert f"{zeros} of 10 exactly 0" in plot.accessibleDescription()


def test_keys_move_the_cursor_and_stop_at_the_ends(plot: PenaltyPathPlot) -> None:
    before = plot.price
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.price > before
    QTest.keyClick(plot, Qt.Key.Key_End)
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.price == pytest.approx(10.0)
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.price == pytest.approx(1e-3)


def test_the_weight_under_the_pointer_is_named(plot: PenaltyPathPlot) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Home)
    face = plot.face()
    spot = QPointF(face.x_of(-2.5), face.y_of(-1.0 + 10**-2.5))
    assert face.line_at(spot) == 1
    QTest.mouseMove(plot, spot.toPoint())
    assert plot.face().line_words() == "two: −0.999"


def test_up_and_down_walk_through_weights_that_are_left(plot: PenaltyPathPlot) -> None:
    plot._go(int(np.abs(LAMBDAS - 0.7).argmin()))  # two are left: 1.3 and -0.3
    lines = []
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Down):
        QTest.keyClick(plot, key)
        lines.append(plot.face().line)
    assert lines == [1, 0, 0, 1]


def test_more_training_keeps_the_cursor(plot: PenaltyPathPlot) -> None:
    plot._go(150)
    plot.show_path(PathSeen(LAMBDAS, WEIGHTS * 1.01, PATH.zeros, PATH.loss, 10, 0.5))
    plot.renew()
    assert plot.price == pytest.approx(LAMBDAS[150])
    assert "50 % trained" in plot.accessibleDescription()


@pytest.mark.parametrize("size", [(520, 300), (190, 120), (900, 260)])
def test_both_pictures_lie_in_the_widget(plot: PenaltyPathPlot, size: tuple[int, int]) -> None:
    plot.resize(*size)
    face = plot.face()
    assert plot.rect().contains(face.area.toRect())
    assert not face.has_zeros or plot.rect().contains(face.lower.toRect())
    assert not plot.grab().isNull()


def test_without_a_path_it_says_that_one_is_trained(qtbot: Any, themes: ThemeHolder) -> None:
    empty = PenaltyPathPlot(themes)
    qtbot.addWidget(empty)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Escape):
        QTest.keyClick(empty, key)
    assert empty.price == 0.0
    assert not empty.grab().isNull()
