"""The fan of the twins: quantiles where they belong, the dot at now, every thin line can be chosen."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.fan_plot import FanPlot

LEFT = Qt.MouseButton.LeftButton
EPOCHS = np.arange(0, 210, 10.0)
TWINS = np.array([[10.0**-level] * EPOCHS.size for level in (0, 1, 2, 3, 4)])
NUMBERS = (7, 11, 13, 17, 19)


@pytest.fixture
def plot(qtbot: QtBot, themes: ThemeHolder) -> FanPlot:
    made = FanPlot(themes)
    qtbot.addWidget(made)
    made.resize(420, 220)
    made.set_fan(EPOCHS, TWINS[::-1], TWINS[0] * 2)
    made.set_run(np.geomspace(1.0, 1e-3, EPOCHS.size))
    made.set_twins(TWINS, NUMBERS)
    made.set_cursor(100)
    made.show()
    return made


def distance(one: QColor, two: QColor) -> int:
    return max(abs(one.red() - two.red()), abs(one.green() - two.green()), abs(one.blue() - two.blue()))


def test_a_decade_is_as_high_everywhere(plot: FanPlot) -> None:
    frame = plot.face().frame
    gaps = -np.diff([frame.y_of(level) for level in (-4, -3, -2, -1, 0)])
    assert gaps == pytest.approx([gaps[0]] * 4)
    assert plot.face().y_ticks().texts[-1] == "1"


def test_losses_as_they_are_stand_on_a_straight_axis(plot: FanPlot) -> None:
    plot.set_log(False)
    assert not any("⁻" in words for words in plot.face().y_ticks().texts)


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_middle_half_is_more_violet_than_the_rest(plot: FanPlot, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    plot.set_twins(np.zeros((0, EPOCHS.size)), ())
    plot.setPalette(QPalette(themes.current.color("stage")))
    image, frame, you = plot.grab().toImage(), plot.face().frame, themes.current.color("you")
    places = [(round(frame.x_of(165)), round(frame.y_of(level))) for level in (-1.5, -0.5)]
    inner, outer = (distance(image.pixelColor(*place), you) for place in places)
    assert inner < outer - 10


def test_the_dot_of_this_run_stands_at_now(plot: FanPlot, themes: ThemeHolder) -> None:
    plot.setPalette(QPalette(themes.current.color("stage")))
    frame = plot.face().frame
    loss = np.log10(np.interp(100, EPOCHS, np.geomspace(1.0, 1e-3, EPOCHS.size)))
    at = QPoint(round(frame.x_of(100)), round(frame.y_of(loss)))
    assert distance(plot.grab().toImage().pixelColor(at), themes.current.color("ink")) < 12
    plot.set_cursor(30)
    assert distance(plot.grab().toImage().pixelColor(at + QPoint(0, 3)), themes.current.color("ink")) > 40


def test_a_click_on_a_thin_line_chooses_its_twin(plot: FanPlot) -> None:
    chosen: list[int] = []
    plot.twin_chosen.connect(chosen.append)
    for row in range(5):
        QTest.mouseClick(plot, LEFT, pos=plot.point_of(row, 14).toPoint())
    assert chosen == list(NUMBERS)


def test_a_click_on_nothing_chooses_nothing(plot: FanPlot) -> None:
    chosen: list[int] = []
    plot.twin_chosen.connect(chosen.append)
    plot.set_twins(TWINS[:1], NUMBERS[:1])
    QTest.mouseClick(plot, LEFT, pos=plot.point_of(0, 10).toPoint() + QPoint(0, 60))
    assert chosen == []


def test_the_read_out_says_the_numbers_of_the_epoch(plot: FanPlot) -> None:
    frame = plot.face().frame
    QTest.mouseMove(plot, QPointF(frame.x_of(51), frame.y_of(-0.5)).toPoint())
    assert plot.readout(plot._record) == (
        "epoch 50",
        "this run 0.18",
        "median 0.010",
        "half of all 0.0010 to 0.10",
        "worst 2.0",
    )


def test_keys_walk_over_epochs_and_twins(plot: FanPlot) -> None:
    chosen: list[int] = []
    plot.twin_chosen.connect(chosen.append)
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(plot, key)
    assert chosen == [17]
    assert "epoch 110 · twin 17" in plot.accessibleDescription()


@pytest.mark.parametrize("bad", [np.nan, np.inf, 0.0, -1.0])
def test_bad_losses_are_a_lesson_not_an_error(plot: FanPlot, bad: float) -> None:
    fan = TWINS[::-1].copy()
    fan[4, 8:] = bad
    fan[2, 15:] = bad
    plot.set_fan(EPOCHS, fan, np.full(EPOCHS.size, bad))
    plot.set_run(np.full(EPOCHS.size, bad))
    plot.set_twins(np.full((2, EPOCHS.size), bad), (1, 2))
    plot.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(plot, Qt.Key.Key_Up)
    QTest.mouseMove(plot, QPoint(200, 90))
    assert not plot.grab().isNull()


@pytest.mark.parametrize("records", [0, 1, 2])
def test_the_first_records_are_drawn(plot: FanPlot, records: int) -> None:
    plot.set_fan(EPOCHS[:records], TWINS[::-1, :records])
    QTest.mouseMove(plot, QPoint(200, 90))
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert not plot.grab().isNull()


def test_a_run_that_is_behind_the_twins_ends_early(plot: FanPlot) -> None:
    plot.set_run(np.ones(4))
    assert len(plot.face().points(plot.face().run)) == 4
    assert "this run" not in " ".join(plot.readout(10))


def test_wrong_shapes_are_refused(plot: FanPlot) -> None:
    with pytest.raises(ValueError, match="five quantiles"):
        plot.set_fan(EPOCHS, TWINS[:4])
    with pytest.raises(ValueError, match="number for every twin"):
        plot.set_twins(TWINS, (1, 2))


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_stuck_ones_are_named_at_their_loss(plot: FanPlot, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    plot.setPalette(QPalette(themes.current.color("stage")))
    frame, you = plot.face().frame, themes.current.color("you")

    def violet(level: float) -> int:
        """How many pixels beside the end of the lines are violet at the height of a loss."""
        image, y = plot.grab().toImage(), frame.y_of(level)
        box = [(x, row) for x in range(round(frame.area.right()) + 12, plot.width()) for row in range(-5, 6)]
        return sum(distance(image.pixelColor(x, round(y) + row), you) < 60 for x, row in box)

    before = violet(-1)
    plot.set_stuck(0.1)
    assert violet(-1) > before + 20
    plot.set_stuck(float("nan"))
    assert violet(-1) == before


@pytest.mark.parametrize("unit, one", [("epochs", "epoch"), ("passes", "pass")])
def test_one_of_a_unit_is_said_in_the_singular(plot: FanPlot, unit: str, one: str) -> None:
    plot.set_unit(unit)
    assert plot.readout(3)[0].startswith(f"{one} ")
