"""Stars that are sent home: where the points stand, what is read off, and lines that part."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.robust_content import StarLine, StarsChart
from gui.widgets.star_plot import NOTHING, StarPlot
from sim.dropout_lens import find_stars, room_of
from tests.gui.dropout_scene import batch

LEAN = np.array([0.92, 0.90, 0.88, 0.85, 0.84, 0.83])
SPREAD = np.array([0.94, 0.94, 0.93, 0.93, 0.93, 0.93])
CHART = StarsChart(
    (StarLine("A", "A no dropout", "ink", LEAN), StarLine("B", "B dropout 0.5", "you", SPREAD)), 5, 0.1
)


@pytest.fixture
def plot(qtbot: Any, themes: ThemeHolder) -> StarPlot:
    made = StarPlot(themes)
    qtbot.addWidget(made)
    made.resize(280, 220)
    made.show()
    made.show_chart(CHART)
    return made


def test_a_point_stands_at_its_stars_and_its_share(plot: StarPlot) -> None:
    area, low = plot.area(), plot.floor()
    assert low == 0.6
    assert plot.place(0, 1.0).y() == pytest.approx(area.top())
    assert plot.place(0, 0.8).y() == pytest.approx(area.center().y())
    steps = np.diff([plot.place(k, 1.0).x() for k in range(6)])
    np.testing.assert_allclose(steps, steps[0])


def test_the_axis_begins_lower_where_a_line_falls_deep(plot: StarPlot) -> None:
    plot.show_chart(StarsChart((StarLine("A", "A", "ink", np.array([0.9, 0.15])),), 5))
    assert plot.floor() == 0.0


def test_a_guess_is_never_below_the_axis(plot: StarPlot) -> None:
    plot.show_chart(StarsChart(CHART.lines, 5, 0.1, (3, 0.3)))
    assert plot.floor() < 0.3
    assert not plot.grab().isNull()


def test_pointing_reads_off_all_lines(plot: StarPlot) -> None:
    x = round(plot.place(3, 1.0).x())
    QTest.mouseMove(plot, QPoint(x, 60))
    assert plot.describe() == "With 3 away: A 85\u00a0%  B 93\u00a0%."
    QTest.mouseMove(plot, QPoint(2, 60))
    assert "With 0 away" in plot.describe()
    assert "With 5 away" in plot.describe()


def test_keys_walk_as_far_as_is_known(plot: StarPlot) -> None:
    plot.setFocus()
    for _ in range(9):
        QTest.keyClick(plot, Qt.Key.Key_Right)
    assert plot._at == 5
    QTest.keyClick(plot, Qt.Key.Key_Escape)
    assert plot._at == -1


def test_stars_found_one_by_one_stand_one_by_one(plot: StarPlot) -> None:
    network, seen = batch((2, 8, 12, 1))
    x, y = seen.inputs, np.ones((len(seen.inputs), 1))
    stars = find_stars(room_of(network.plan, network.loss, network.parameters, x, y), 1, 3)
    for known in range(1, 5):
        plot.show_chart(StarsChart((StarLine("A", "A", "ink", stars.accuracy[:known], stars.units[:known]),), 5))
        assert plot._known() == known - 1
        assert plot.away_at(plot.place(known - 1, 1.0).x()) == known - 1
        assert plot.away_at(plot.place(5, 1.0).x()) == (-1 if known < 6 else 5)


def test_before_anybody_went_home_it_says_so(plot: StarPlot) -> None:
    plot.show_chart(StarsChart())
    assert plot.describe() == NOTHING
    assert not plot.grab().isNull()


def test_several_runs_have_a_band(plot: StarPlot) -> None:
    before = plot.grab().toImage()
    line = StarLine("A", "A", "ink", LEAN, (), LEAN - 0.05, LEAN + 0.05)
    plot.show_chart(StarsChart((line, CHART.lines[1]), 5, 0.1))
    assert plot.grab().toImage() != before


@pytest.mark.parametrize("size", [(150, 96), (278, 250), (900, 600)])
def test_names_stay_inside(plot: StarPlot, size: tuple[int, int]) -> None:
    plot.resize(*size)
    assert plot.area().right() < plot.width()
    assert not plot.grab().isNull()


@pytest.mark.parametrize("lean", [LEAN, np.array([0.8, 0.79, 0.78, 0.76, 0.57, 0.51]), SPREAD, np.full(6, 0.3)])
@pytest.mark.parametrize("chance", [0.1, 0.5])
def test_no_word_lies_on_another_or_on_a_line(plot: StarPlot, lean: Any, chance: float) -> None:
    plot.show_chart(StarsChart((StarLine("A", "A  no dropout", "ink", lean), CHART.lines[1]), 5, chance))
    plot.resize(210, 200)
    plot.grab()
    words = plot._said
    assert not any(one.intersects(two) for place, one in enumerate(words) for two in words[:place])
    titles = words[1:] if plot.floor() < chance else words
    assert not any(plot._crosses(box) for box in titles)
