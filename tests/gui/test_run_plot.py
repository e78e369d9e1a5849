"""The curves of a run: panes that share their epochs, numbers read off, an axis of powers of ten, ends of numbers."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.run_plot import NOTHING, PAUSE, RunPlot
from gui.widgets.run_plot_face import COUNT, SHARE, Curve, Pane, one_of, written

EPOCHS = np.arange(0.0, 101.0, 2.0)
LOSS = Pane("Loss", (Curve("train", np.geomspace(1.0, 1e-3, 51)), Curve("test", np.full(51, 0.1), dashed=True)))
RIGHT = Pane("Right", (Curve("train", np.linspace(0.5, 1.0, 51)), Curve("test", np.full(51, 0.75), dashed=True)), SHARE)


@pytest.fixture
def plot(qtbot: QtBot, themes: ThemeHolder) -> RunPlot:
    made = RunPlot(themes)
    qtbot.addWidget(made)
    made.resize(440, 210)
    made.set_panes(EPOCHS, (LOSS, RIGHT))
    made.show()
    return made


def middle(plot: RunPlot, epoch: float, pane: int = 0) -> QPoint:
    frame = plot.face().frames[pane]
    return QPoint(round(frame.x_of(epoch)), round(frame.area.center().y()))


def test_both_panes_share_their_epochs(plot: RunPlot) -> None:
    upper, lower = plot.face().frames
    assert [upper.x_of(epoch) for epoch in (0, 50, 100)] == [lower.x_of(epoch) for epoch in (0, 50, 100)]
    assert upper.area.bottom() < lower.area.top()


def test_a_share_reaches_from_none_to_all(plot: RunPlot) -> None:
    span = plot.face().span(RIGHT)
    assert span.low < 0.0 < 1.0 < span.high
    assert plot.face().ticks(RIGHT, plot.face().frames[1]).texts == ("0 %", "50 %", "100 %")


def test_the_numbers_beside_the_titles_are_those_of_now(plot: RunPlot) -> None:
    assert plot.record == -1
    assert plot.readout() == ("Loss: train 0.00100   test 0.100", "Right: train 100.0 %   test 75.0 %")


def test_pointing_reads_off_an_epoch_and_leaving_returns_to_now(plot: RunPlot) -> None:
    QTest.mouseMove(plot, middle(plot, 50, 1))
    assert EPOCHS[plot.record] == 50
    assert plot.readout()[1] == "Right: train 75.0 %   test 75.0 %"
    assert "Epoch 50" in plot.accessibleDescription()
    QTest.mouseMove(plot, QPoint(plot.width() - 2, plot.height() - 2))
    assert plot.record == -1


def test_keys_walk_from_now_back_and_escape_returns(plot: RunPlot) -> None:
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert EPOCHS[plot.record] == 98
    QTest.keyClick(plot, Qt.Key.Key_Home)
    assert plot.record == 0
    QTest.keyClick(plot, Qt.Key.Key_PageUp)
    assert plot.record == 0
    QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot.record == 1
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.record == -1


def test_on_powers_of_ten_a_decade_is_as_high_everywhere(plot: RunPlot, qtbot: QtBot) -> None:
    with qtbot.waitSignal(plot.log_changed):
        QTest.keyClick(plot, Qt.Key.Key_L)
    face = plot.face()
    heights = face.points(LOSS, face.frames[0], np.array([1.0, 0.1, 0.01, 1e-3] + [1e-3] * 47))[:4, 1]
    assert np.diff(heights) == pytest.approx([heights[1] - heights[0]] * 3)
    assert face.span(RIGHT).high < 2.0, "a share keeps its axis"


@pytest.mark.parametrize("low, high", [(0.13, 1.1), (0.5, 0.69), (1e-9, 1.0), (0.69314, 0.69315), (1e-3, 3e-2)])
def test_an_axis_of_powers_of_ten_always_has_marks_that_say_what_they_are(
    plot: RunPlot, low: float, high: float
) -> None:
    pane = Pane("Loss", (Curve("train", np.geomspace(high, low, 51)),))
    plot.set_log(True)
    plot.set_panes(EPOCHS, (pane,))
    face = plot.face()
    marks = face.ticks(pane, face.frames[0])
    assert len(marks.values) >= 2
    span = face.span(pane)
    assert all(span.low <= value <= span.high for value in marks.values)
    assert len(set(marks.texts)) == len(marks.texts)


@pytest.mark.parametrize("end", [math.nan, math.inf, -math.inf])
def test_a_line_ends_where_its_numbers_end(plot: RunPlot, end: float) -> None:
    values = np.linspace(1.0, 2.0, 51)
    values[30:] = end
    pane = Pane("Loss", (Curve("train", values),))
    for log in (False, True):
        plot.set_log(log)
        plot.set_panes(EPOCHS, (pane,))
        assert len(plot.face().points(pane, plot.face().frames[0], values)) == 30
        plot.grab()
    assert plot.readout() == ("Loss: train –",)


@pytest.mark.parametrize("values", [np.zeros(51), np.full(51, 1e308), np.full(51, math.nan), np.full(51, 1e-320)])
def test_odd_numbers_are_painted_without_a_warning(plot: RunPlot, values: np.ndarray) -> None:
    for log in (False, True):
        plot.set_log(log)
        plot.set_panes(EPOCHS, (Pane("Loss", (Curve("train", values),)),))
        assert not plot.grab().isNull()


def test_one_record_is_a_dot_and_none_are_words(plot: RunPlot) -> None:
    plot.set_panes(EPOCHS[:1], (Pane("Loss", (Curve("train", np.array([0.5])),)),))
    assert not plot.grab().isNull()
    plot.set_panes(EPOCHS[:0], ())
    assert not plot.grab().isNull()
    assert plot.readout() == ()
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert plot.record == -1
    assert NOTHING


def test_what_nobody_learned_from_is_dashed(plot: RunPlot) -> None:
    """Along the flat curve of the test some pixels are ground, along that of the training none."""
    flat = Pane("Loss", (Curve("train", np.full(51, 1.0)), Curve("test", np.full(51, 0.5), dashed=True)))
    plot.set_panes(EPOCHS, (flat,))
    image, frame = plot.grab().toImage(), plot.face().frames[0]
    columns = range(round(frame.x_of(10)), round(frame.x_of(90)))

    def inked(value: float) -> float:
        y = round(frame.y_of(value))
        darkest = [min(QColor(image.pixel(x, y + shift)).lightness() for shift in (-1, 0, 1)) for x in columns]
        return float(np.mean(np.array(darkest) < 160))

    assert inked(1.0) == 1.0
    assert 0.3 < inked(0.5) < 0.9


def test_a_count_has_whole_marks_and_no_axis_of_powers(plot: RunPlot) -> None:
    pane = Pane("Mistakes in a pass", (Curve("perceptron", np.arange(51.0) % 4),), COUNT)
    plot.set_panes(np.arange(1.0, 52.0), (pane,), "passes")
    marks = plot.face().ticks(pane, plot.face().frames[0])
    assert all(value == int(value) for value in marks.values)
    assert plot.readout() == ("Mistakes in a pass: perceptron 2",)


def test_a_share_below_all_is_never_rounded_up_to_all() -> None:
    assert written(0.99999, SHARE) == "99.9 %"
    assert written(1.0, SHARE) == "100.0 %"


def test_curves_and_epochs_must_be_as_many(plot: RunPlot) -> None:
    with pytest.raises(ValueError, match="one value for each epoch"):
        plot.set_panes(EPOCHS[:5], (LOSS,))


def test_curves_that_grow_are_drawn_now_and_then_and_their_numbers_always(plot: RunPlot) -> None:
    before = plot.grab().toImage()
    area = plot.face().frames[0].area.toRect()
    better = Pane("Loss", (Curve("train", np.geomspace(9.0, 1e-3, 51)), LOSS.curves[1]))
    plot.set_panes(EPOCHS, (better, RIGHT))
    at_once = plot.grab().toImage()
    assert bool(at_once.copy(area) == before.copy(area))
    QTest.qWait(2 * PAUSE)
    assert not bool(plot.grab().toImage().copy(area) == before.copy(area))


def test_a_new_run_is_drawn_at_once(plot: RunPlot) -> None:
    before = plot.grab().toImage()
    short = Pane("Loss", tuple(Curve(curve.name, curve.values[:2], dashed=curve.dashed) for curve in LOSS.curves))
    plot.set_panes(EPOCHS[:2], (short,))
    assert not bool(plot.grab().toImage() == before)


def test_one_of_passes_is_a_pass() -> None:
    assert (one_of("passes"), one_of("epochs")) == ("pass", "epoch")


@pytest.mark.parametrize(
    "values, texts",
    [
        ([0.1, 0.93, 0.95, 0.97], ("90 %", "95 %", "100 %")),
        ([0.1, 0.84, 0.95, 0.97], ("80 %", "90 %", "100 %")),
        ([0.1, 0.5, 0.95, 0.97], ("0 %", "50 %", "100 %")),
        ([0.95, 0.97], ("90 %", "95 %", "100 %")),
        ([0.1], ("0 %", "50 %", "100 %")),
        ([], ("0 %", "50 %", "100 %")),
        ([math.nan, math.nan, math.nan], ("0 %", "50 %", "100 %")),
    ],
)
def test_shares_near_all_are_seen_closely(plot: RunPlot, values: list[float], texts: tuple[str, ...]) -> None:
    pane = Pane("Right", (Curve("train", np.array(values)),), SHARE)
    plot.set_panes(np.arange(float(len(values))), (pane,))
    assert not plot.grab().isNull()
    (frame,) = plot.face().frames
    assert plot.face().ticks(pane, frame).texts == texts
    assert frame.span.low < plot.face().ticks(pane, frame).values[0] < 1.0 < frame.span.high


@pytest.mark.parametrize(("end", "whole"), [(2.0, True), (1e6, False)])
def test_a_loss_that_rises_above_its_start_stays_in_the_picture_unless_it_explodes(
    plot: RunPlot, end: float, whole: bool
) -> None:
    rising = Curve("test", np.linspace(0.7, end, 51))
    pane = Pane("Loss", (Curve("train", np.linspace(0.7, 0.1, 51)), rising))
    plot.set_panes(EPOCHS, (pane,))
    assert (plot.face().span(pane).high >= end) is whole
