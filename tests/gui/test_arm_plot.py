"""Networks side by side: lines, names, results in columns, layers that light up."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.arm_content import ArmSeen, Race
from gui.widgets.arm_plot import ArmPlot
from gui.widgets.arm_table import ArmTable
from gui.widgets.figure_row import Figure, FigureRow

COLUMNS = (("right", "Right answers."), ("updates", "Until a quarter is left."), ("moved", "Moved."), ("dead", "Dead."))


def arm(key: str, last: float, **more: Any) -> ArmSeen:
    given = {"cells": (f"{last:.0%}", "33", "1 %", "–"), **more}
    return ArmSeen(key, key.title(), "adam", "star", np.linspace(0, 5, 30), np.linspace(0.1, last, 30), **given)


RACE = Race((arm("one", 0.9), arm("two", 0.5), arm("three", 0.2)), 20.0)


@pytest.fixture
def plot(qtbot: Any, themes: ThemeHolder) -> ArmPlot:
    made = ArmPlot(themes)
    qtbot.addWidget(made)
    made.resize(420, 220)
    made.show()
    made.show_race(RACE)
    return made


@pytest.fixture
def table(qtbot: Any, themes: ThemeHolder) -> ArmTable:
    made = ArmTable(themes, COLUMNS)
    qtbot.addWidget(made)
    made.resize(420, 220)
    made.show()
    made.show_race(RACE)
    return made


def test_a_line_ends_at_its_pass_and_its_share(plot: ArmPlot) -> None:
    area = plot.area()
    end = plot.end_of(area, RACE.arms[0])
    assert end.x() == pytest.approx(area.left() + area.width() * 5 / 20)
    assert end.y() == pytest.approx(area.bottom() - 0.9 * area.height())


def test_the_line_under_the_pointer_stands_out(plot: ArmPlot) -> None:
    seen: list[str] = []
    plot.arm_pointed.connect(seen.append)
    QTest.mouseMove(plot, plot.end_of(plot.area(), RACE.arms[1]).toPoint())
    assert seen[-1] == "two"
    assert plot.arm_at(QPointF(plot.area().right() - 3, plot.area().top() + 40)) == ""


def test_names_stand_apart_beside_the_lines(plot: ArmPlot) -> None:
    plot.show_race(Race(tuple(arm(key, 0.5) for key in "abcd"), 20.0))
    heights = sorted(plot._names(plot.area()).values())
    assert min(np.diff(heights)) >= plot._themes.current.line_height("caption") - 0.01


def test_keys_walk_from_line_to_line(plot: ArmPlot, table: ArmTable) -> None:
    for picture in (plot, table):
        seen: list[str] = []
        picture.arm_pointed.connect(seen.append)
        picture.arm_pointed.connect(picture.set_marked)
        for _ in range(4):
            QTest.keyClick(picture, Qt.Key.Key_Down)
        assert seen == ["one", "two", "three", "three"]


def test_the_plot_is_told_line_by_line(plot: ArmPlot) -> None:
    assert plot.describe() == "One: 90\u00a0% right. Two: 50\u00a0% right. Three: 20\u00a0% right."


def test_columns_go_where_there_is_no_room(table: ArmTable) -> None:
    table.resize(500, 200)
    assert len(table.rights()) == 4
    table.resize(190, 200)
    assert 1 <= len(table.rights()) < 4


def test_a_head_and_a_line_explain_themselves(table: ArmTable) -> None:
    assert "Right answers." in table.words_at(QPointF(table.rights()[0] - 5, 4))
    assert "One" in table.words_at(table.line_box(0).center())


def test_the_marked_line_is_told_with_its_columns(table: ArmTable) -> None:
    table.set_marked("two")
    assert "updates: 33" in table.describe()


def test_a_network_that_is_pretrained_shows_its_layers(table: ArmTable) -> None:
    table.show_race(Race((arm("one", 0.1, phase="Pretraining layer 2 of 5", done=1.5, layers=5),), 20.0))
    assert "Pretraining layer 2 of 5" in table.describe()
    assert not table.grab().isNull()


def test_one_whose_numbers_are_no_more_says_so(table: ArmTable) -> None:
    table.show_race(Race((arm("one", 0.1, failed=True, cells=("flew off",)),), 20.0))
    assert table.describe() == "One: its numbers are no more."
    assert not table.grab().isNull()


def test_without_networks_the_plot_says_so(plot: ArmPlot, table: ArmTable) -> None:
    for picture in (plot, table):
        picture.show_race(Race())
        QTest.keyClick(picture, Qt.Key.Key_Down)
        assert not picture.grab().isNull()


def test_figures_say_their_numbers_and_keep_their_width(qtbot: Any, themes: ThemeHolder) -> None:
    row = FigureRow(themes, "What is left")
    qtbot.addWidget(row)
    row.show_figures((Figure("0.5", "left", least="8.8·10⁻⁸⁸"), Figure("7", "layers")))
    wide = row.sizeHint().width()
    row.show_figures((Figure("1.2·10⁻⁹", "left", least="8.8·10⁻⁸⁸"), Figure("9", "layers")))
    assert row.sizeHint().width() == wide
    assert "left: 1.2·10⁻⁹." in row.accessibleDescription()
    row.set_most(1)
    assert row.sizeHint().width() < wide
