"""The first tour: three callouts beside what they explain, by mouse or keys alone, remembered, and never in the way."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QGridLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.arguments import Arguments
from gui.settings import Settings
from gui.theme import ThemeHolder
from gui.tour import Tour, TourStep, wants_tour
from gui.widgets.callout import Callout

SIZES = ((1280, 800), (1920, 1080), (640, 400), (960, 640))


class Room(QWidget):
    """Three things to explain, laid out as home is: a picture, a list, a bar at the foot."""

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout(self)
        self.picture, self.list, self.bar = QWidget(self), QWidget(self), QWidget(self)
        for thing in (self.picture, self.list, self.bar):
            thing.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        grid.addWidget(self.picture, 0, 0)
        grid.addWidget(self.list, 0, 2)
        grid.addWidget(self.bar, 1, 0, 1, 3)
        grid.setColumnStretch(0, 4)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(2, 3)
        grid.setRowStretch(0, 5)
        self.bar.setFixedHeight(56)


@pytest.fixture
def room(qtbot: QtBot) -> Room:
    room = Room()
    qtbot.addWidget(room)
    room.resize(1280, 800)
    room.show()
    room.picture.setFocus()
    return room


@pytest.fixture
def tour(room: Room, themes: ThemeHolder) -> Tour:
    things = (room.picture, room.list, room.bar)
    steps = tuple(TourStep(f"Thing {n}", "Some words about it.", lambda thing=thing: thing)
                  for n, thing in enumerate(things, 1))  # fmt: skip
    tour = Tour(room, Callout(themes, room), steps)
    tour.begin()
    return tour


def test_it_shows_the_first_thing(tour: Tour, room: Room) -> None:
    assert tour.callout.isVisible()
    assert tour.callout.target is room.picture
    assert tour.callout.count.text() == "1 of 3"


@pytest.mark.parametrize("size", SIZES, ids="{0[0]}x{0[1]}".format)
def test_a_callout_never_covers_what_it_explains(tour: Tour, room: Room, qtbot: QtBot, size: tuple[int, int]) -> None:
    room.resize(*size)
    for _ in range(3):
        qtbot.waitUntil(lambda: room.size().toTuple() == size)
        tour.callout.place()
        assert not QRectF(tour.callout.sheet()).intersects(tour.callout.target_box())
        assert room.rect().contains(tour.callout.sheet())
        tour.callout.onward.click()


def test_next_goes_through_all_and_ends(tour: Tour, room: Room, qtbot: QtBot) -> None:
    seen = []
    with qtbot.waitSignal(tour.finished):
        for _ in range(3):
            seen.append(tour.callout.target)
            tour.callout.onward.click()
    assert seen == [room.picture, room.list, room.bar]
    assert not tour.callout.isVisible()


def test_keys_alone_lead_through_it(tour: Tour, qtbot: QtBot) -> None:
    for number in (1, 2, 3):
        assert tour.callout.count.text() == f"{number} of 3"
        qtbot.keyClick(tour.callout.onward, Qt.Key.Key_Return)
    assert not tour.is_on


@pytest.mark.parametrize("where", ["card", "window"])
def test_escape_skips_wherever_the_keyboard_is(tour: Tour, room: Room, qtbot: QtBot, where: str) -> None:
    widget = tour.callout.onward if where == "card" else room.list
    with qtbot.waitSignal(tour.finished):
        qtbot.keyClick(widget, Qt.Key.Key_Escape)
    assert not tour.callout.isVisible()


def test_skip_gives_the_keyboard_back(tour: Tour, room: Room) -> None:
    tour.callout.skip.click()
    assert room.focusWidget() is room.picture


def test_what_is_not_on_the_screen_is_left_out(tour: Tour, room: Room) -> None:
    room.list.hide()
    tour.begin()
    tour.callout.onward.click()
    assert tour.callout.target is room.bar
    assert tour.callout.count.text() == "2 of 2"


def test_it_ends_where_what_it_explains_goes_away(tour: Tour, room: Room) -> None:
    room.picture.hide()
    tour.look()
    assert not tour.is_on


def test_a_late_click_does_not_begin_it_anew(tour: Tour) -> None:
    tour.end()
    tour.go_on()
    assert not tour.callout.isVisible()


def test_the_window_can_be_used_meanwhile(tour: Tour, room: Room) -> None:
    assert not tour.callout.isModal()
    assert room.picture.isEnabled()


def test_it_comes_by_itself_only_once(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert wants_tour(Arguments(), settings)
    settings.set(toured=True)
    assert not wants_tour(Arguments(), settings)
    assert not wants_tour(Arguments(), Settings(tmp_path))


@pytest.mark.parametrize(
    "arguments",
    [Arguments(screenshot=Path("a.png")), Arguments(fuzz=1.0), Arguments(presentation=True), Arguments(panel="race")],
    ids=["screenshot", "fuzz", "presentation", "another panel"],
)
def test_it_does_not_come_where_nobody_asked(arguments: Arguments, tmp_path: Path) -> None:
    assert not wants_tour(arguments, Settings(tmp_path))
    assert not wants_tour(replace(Arguments(), panel=None), Settings(None))
