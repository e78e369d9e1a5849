"""Seventy years in one line: names never lie on each other, dots say what runs, keys and mouse choose."""

from itertools import combinations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from pytestqt.qtbot import QtBot

from gui.panels.home.years import MILESTONES, Years
from gui.theme import ThemeHolder
from gui.widgets.history_strip import HistoryStrip
from gui.widgets.history_strip_layout import Room, Wanted, place_names
from sim.timeline_files import history_folder, read_timeline


@pytest.fixture
def years(themes: ThemeHolder, qtbot: QtBot) -> Years:
    years = Years(themes)
    qtbot.addWidget(years)
    years.resize(1164, 172)
    years.show_history()
    years.show()
    return years


def boxes(strip: HistoryStrip) -> list[tuple[int, float, float, float, float]]:
    found = [(place, strip.label_box(place)) for place in range(len(strip.marks))]
    return [(place, *box.getCoords()) for place, box in found if box is not None]


@pytest.mark.parametrize("size", [(1164, 172), (1800, 172), (880, 146), (600, 260), (420, 200)])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_name_lies_on_another_or_on_its_stem(
    years: Years, themes: ThemeHolder, size: tuple[int, int], scale: float
) -> None:
    themes.set(scale=scale)
    years.resize(*size)
    strip = years.strip
    for one, two in combinations(boxes(strip), 2):
        assert one[3] <= two[1] or two[3] <= one[1] or one[4] <= two[2] or two[4] <= one[2], (one, two)
    for place, left, _, right, foot in boxes(strip):
        assert left >= 0
        assert right <= strip.width() + 0.5
        for other, x0, _, x1, bottom in boxes(strip):
            if other != place and bottom > foot + 1:
                assert not x0 <= strip.x_of(strip.marks[place].year) <= x1


def test_all_milestones_have_their_names_at_the_first_size(years: Years) -> None:
    assert len(boxes(years.strip)) == len(MILESTONES) == 14


def test_a_name_asks_another_to_make_way() -> None:
    wanted = [Wanted(100.0, 100.0), Wanted(110.0, 60.0)]
    places = place_names(wanted, Room(0.0, 400.0, 2))
    assert None not in places


def test_filled_dots_are_those_that_a_panel_can_try(years: Years) -> None:
    runs = {mark.id: mark.runs for mark in years.strip.marks}
    assert runs["perceptron"]
    assert runs["adam"]
    assert not runs["lstm"]


def test_every_milestone_is_an_event_of_the_history() -> None:
    known = {event.id for event in read_timeline(history_folder()).events}
    assert set(MILESTONES) <= known


def test_a_click_on_a_name_chooses_it(years: Years, qtbot: QtBot) -> None:
    strip = years.strip
    place = next(number for number, mark in enumerate(strip.marks) if mark.id == "alexnet")
    box = strip.label_box(place)
    assert box is not None
    with qtbot.waitSignal(years.event_chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert chosen.args == ["alexnet"]


def test_keys_walk_and_open(years: Years, qtbot: QtBot) -> None:
    chosen: list[str] = []
    years.event_chosen.connect(chosen.append)
    strip = years.strip
    for key in ("Home", "Return", "Right", "Space", "End", "Enter"):
        qtbot.keyClick(strip, Qt.Key[f"Key_{key}"])
    assert chosen == ["threshold-unit", "perceptron", "adam"]
    assert "Adam" in strip.accessibleDescription()


def test_snow_falls_only_while_the_pointer_is_in_a_winter(years: Years, qtbot: QtBot) -> None:
    strip = years.strip
    inside = QPoint(round(strip.x_of(1977)), 20)
    qtbot.mouseMove(strip, inside)
    assert strip._snow.isActive()
    strip.leaveEvent(QEvent(QEvent.Type.Leave))
    assert not strip._snow.isActive()


def test_snow_does_not_fall_where_motion_is_reduced(years: Years, themes: ThemeHolder, qtbot: QtBot) -> None:
    themes.set(reduced=True)
    qtbot.mouseMove(years.strip, QPoint(round(years.strip.x_of(1977)), 20))
    assert not years.strip._snow.isActive()


def test_every_dot_can_be_hit(years: Years) -> None:
    strip = years.strip
    hit = {strip.mark_at(QPointF(strip.x_of(mark.year), strip.axis())) for mark in strip.marks}
    assert hit == set(range(len(strip.marks)))
