"""A function of one input: the curve lies where it says, points follow the hand, the curve is read off."""

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QPoint, QPointF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.follower import FocusRing
from gui.widgets.function_plot import FunctionPlot
from tests.gui.map_scene import count_near, distance

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PLACES = np.array([[-1.0], [0.0], [1.0]])
ANSWERS = np.array([-0.8, 0.4, 0.8])
CURVE = np.linspace(-1.5, 1.5, 61)


@pytest.fixture
def plot(qtbot: QtBot, themes: ThemeHolder) -> FunctionPlot:
    """Three points and the line y = x / 2."""
    made = FunctionPlot(themes)
    qtbot.addWidget(made)
    made.resize(330, 330)
    made.set_domain((-1.5, 1.5, -1.0, 1.0))
    made.set_points(PLACES, ANSWERS)
    made.set_curve(CURVE, CURVE / 2)
    made.show()
    return made


def spot(plot: FunctionPlot, x: float, y: float) -> QPoint:
    return QPointF(*plot.view.pixel_of(x, y)).toPoint()


def test_the_plane_is_stretched_to_fill_the_widget(plot: FunctionPlot) -> None:
    plot.set_domain((0.0, 100.0, -0.1, 0.1))
    assert 330 - 8 <= plot.view.left + plot.view.width <= 330
    assert plot.view.height > 290


@pytest.mark.parametrize("name", THEMES)
def test_the_curve_lies_where_it_says(plot: FunctionPlot, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    image, ink = plot.grab().toImage(), themes.current.color("ink")
    for x in (-1.3, -0.5, 0.5, 1.3):
        at = spot(plot, x, x / 2)
        assert min(distance(image.pixelColor(at.x(), at.y() + dy), ink) for dy in (-1, 0, 1)) < 60
        off = spot(plot, x, x / 2 + 0.15)
        assert distance(image.pixelColor(off), themes.current.color("stage")) < 40


def test_a_point_stands_on_its_answer(plot: FunctionPlot, themes: ThemeHolder) -> None:
    assert plot.point_spot(0).toPoint() == spot(plot, -1.0, -0.8)
    assert plot.point_spot(2).toPoint() == spot(plot, 1.0, 0.8)
    image = plot.grab().toImage()
    low, high = (image.pixelColor(plot.point_spot(k).toPoint()) for k in (0, 2))
    assert distance(low, themes.current.color("minus")) < distance(low, themes.current.color("plus"))
    assert distance(high, themes.current.color("plus")) < distance(high, themes.current.color("minus"))


def test_a_tested_point_is_hollow(plot: FunctionPlot, themes: ThemeHolder) -> None:
    plot.set_points(PLACES, ANSWERS, np.array([True, True, False]))
    image = plot.grab().toImage()
    assert distance(image.pixelColor(plot.point_spot(2).toPoint()), themes.current.color("panel")) < 12


def test_residuals_are_drawn_from_trained_points_to_the_curve(plot: FunctionPlot, themes: ThemeHolder) -> None:
    grad = themes.current.color("grad")
    between = spot(plot, 0.0, 0.2)
    around = [QPoint(between.x() + dx, between.y()) for dx in (-1, 0, 1)]

    def nearest() -> int:
        image = plot.grab().toImage()
        return min(distance(image.pixelColor(at), grad) for at in around)

    assert nearest() > 60
    plot.set_residuals(True)
    assert nearest() < 60
    plot.set_points(PLACES, ANSWERS.copy(), np.array([True, False, True]))
    assert nearest() > 60


def test_the_point_under_the_pointer_shows_its_residual_unasked(plot: FunctionPlot, themes: ThemeHolder) -> None:
    grad = themes.current.color("grad")
    assert count_near(plot.grab().toImage(), grad, 60) == 0
    QTest.mouseMove(plot, spot(plot, 0.0, 0.4))
    assert count_near(plot.grab().toImage(), grad, 60) > 10


def test_a_function_leaves_the_window_as_lines(plot: FunctionPlot) -> None:
    plot.set_residuals(True)
    paper = QBuffer()
    paper.open(QBuffer.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(paper)
    generator.setSize(plot.size())
    with QPainter(generator) as painter:
        plot.render(painter, QPoint())
    text = bytes(paper.data().data()).decode()
    assert text.count("<polyline") + text.count("<path") > 5
    assert "<image" not in text


def test_a_point_follows_the_hand_and_says_its_answer(plot: FunctionPlot) -> None:
    moved: list[tuple[int, float, float]] = []
    plot.point_moved.connect(lambda *values: moved.append(values))
    QTest.mousePress(plot, LEFT, pos=spot(plot, 0.0, 0.4))
    QTest.mouseMove(plot, spot(plot, 0.5, -0.6))
    QTest.mouseRelease(plot, LEFT, pos=spot(plot, 0.5, -0.6))
    assert moved[-1] == pytest.approx((1, 0.5, -0.6), abs=0.02)
    assert plot.point_spot(1).toPoint() == spot(plot, 0.5, -0.6)


def test_a_double_click_adds_and_a_right_click_removes(plot: FunctionPlot) -> None:
    said: list[tuple[object, ...]] = []
    plot.point_added.connect(lambda *values: said.append(("added", *values)))
    plot.point_removed.connect(lambda *values: said.append(("removed", *values)))
    plot.point_flipped.connect(lambda *values: said.append(("flipped", *values)))
    QTest.mouseDClick(plot, LEFT, pos=spot(plot, -0.5, 0.5))
    QTest.mouseClick(plot, RIGHT, pos=spot(plot, 1.0, 0.8))
    QTest.mouseClick(plot, LEFT, pos=spot(plot, 1.0, 0.8))
    assert [words[0] for words in said] == ["added", "removed"]
    assert said[0][1:3] == (pytest.approx(-0.5, abs=0.02), pytest.approx(0.5, abs=0.02))
    assert said[1] == ("removed", 2)


def test_keys_move_a_point_and_tell_what_the_curve_says(plot: FunctionPlot) -> None:
    moved: list[tuple[int, float, float]] = []
    plot.point_moved.connect(lambda *values: moved.append(values))
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plot, Qt.Key.Key_Return)
    assert "at −1 the answer −0.8, the curve says −0.5" in plot.accessibleDescription()
    QTest.keyClick(plot, Qt.Key.Key_Up)
    assert moved[-1] == pytest.approx((0, -1.0, -0.78))
    assert plot.findChild(FocusRing) is not None or plot.window().findChild(FocusRing) is not None


def test_the_curve_is_read_off_between_its_places(plot: FunctionPlot) -> None:
    assert plot.answer_at(0.33) == pytest.approx(0.165)
    assert plot.answer_at(1.6) is None
    plot.set_curve(CURVE, np.full(61, np.nan))
    assert plot.answer_at(0.0) is None
    plot.set_curve(None, None)
    assert plot.answer_at(0.0) is None


def test_the_pointer_shows_a_dot_on_the_curve(plot: FunctionPlot, themes: ThemeHolder) -> None:
    before = count_near(plot.grab().toImage(), themes.current.color("ink"))
    QTest.mouseMove(plot, spot(plot, 0.5, -0.6))
    image, at = plot.grab().toImage(), spot(plot, 0.5, 0.25)
    assert distance(image.pixelColor(at), themes.current.color("ink")) < 12
    assert count_near(image, themes.current.color("ink")) > before
    QTest.mouseMove(plot, spot(plot, 1.0, 0.8))
    assert plot._reading() is None


def test_a_place_of_another_picture_is_read_off_too(plot: FunctionPlot) -> None:
    plot.set_crosshair((0.5, 99.0))
    assert plot._reading() == pytest.approx((0.5, 0.25))
    plot.set_crosshair(None)
    assert plot._reading() is None


@pytest.mark.parametrize(
    "answers", [np.full(61, np.inf), np.full(61, -1e300), np.r_[np.zeros(30), np.nan, np.zeros(30)], np.zeros(61)]
)
def test_a_curve_that_left_the_numbers_does_no_harm(plot: FunctionPlot, answers: np.ndarray) -> None:
    plot.set_residuals(True)
    plot.set_curve(CURVE, answers)
    plot.set_points(PLACES, np.array([np.nan, 1e200, 0.0]))
    plot.set_crosshair((0.1, 0.0))
    assert not plot.grab().isNull()


def test_without_points_it_says_how_to_make_one(plot: FunctionPlot) -> None:
    plot.set_points(np.zeros((0, 1)), np.zeros(0))
    assert plot.accessibleDescription().startswith("A curve of what is answered for every input. No points yet.")
    assert not plot.grab().isNull()


def test_as_many_answers_as_places(plot: FunctionPlot) -> None:
    with pytest.raises(ValueError, match="3 points have 2 answers"):
        plot.set_points(PLACES, ANSWERS[:2])
