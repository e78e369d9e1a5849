"""The transport shows what a frame says and asks in steps."""

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu
from pytestqt.qtbot import QtBot

from gui.scrub import apart
from gui.theme import ThemeHolder
from gui.transport import Transport, speed_text

WIDTH = 1100


@pytest.fixture
def transport(qtbot: QtBot, themes: ThemeHolder) -> Transport:
    """At step 31 of 160, held."""
    made = Transport(themes)
    qtbot.addWidget(made)
    made.resize(WIDTH, made.sizeHint().height())
    made.show()
    made.set_state(31, 160, False, 1.0, 7)
    return made


def button(transport: Transport, name: str) -> QAbstractButton:
    """The button that a screen reader calls `name`."""
    return next(found for found in transport.findChildren(QAbstractButton) if found.accessibleName() == name)


@pytest.mark.parametrize(
    "name, signal, arguments",
    [
        ("Play", "play", []),
        ("Step", "step", [1]),
        ("Step back", "step", [-1]),
        ("Restart the same run", "restart_same", []),
        ("Restart with a new seed", "new_seed", []),
    ],
)
def test_a_button_asks_for_one_thing(
    name: str, signal: str, arguments: list[int], transport: Transport, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(getattr(transport, signal), timeout=1000) as asked:
        QTest.mouseClick(button(transport, name), Qt.MouseButton.LeftButton)
    assert asked.args == arguments


def test_the_disc_pauses_while_it_plays(transport: Transport, qtbot: QtBot) -> None:
    transport.set_state(31, 160, True, 1.0, 7)
    with qtbot.waitSignal(transport.pause, timeout=1000):
        QTest.keyClick(button(transport, "Pause"), Qt.Key.Key_Space)


def test_there_is_no_step_before_the_first(transport: Transport) -> None:
    transport.set_state(0, 160, False, 1.0, 7)
    assert not button(transport, "Step back").isEnabled()


def test_the_bar_reaches_both_ends_and_asks_for_every_step_between(transport: Transport) -> None:
    asked: list[int] = []
    transport.seek.connect(asked.append)
    scrub, middle = transport.scrub, transport.scrub.height() // 2
    QTest.mousePress(scrub, Qt.MouseButton.LeftButton, pos=QPoint(0, middle))
    for x in range(0, scrub.width(), 40):
        QTest.mouseMove(scrub, QPoint(x, middle))
    QTest.mouseMove(scrub, QPoint(scrub.width() - 1, middle))
    QTest.mouseRelease(scrub, Qt.MouseButton.LeftButton, pos=QPoint(scrub.width() - 1, middle))
    assert (asked[0], asked[-1]) == (0, 160)
    assert asked == sorted(set(asked))


@pytest.mark.parametrize(
    "key, step",
    [(Qt.Key.Key_Left, 30), (Qt.Key.Key_Right, 32), (Qt.Key.Key_Home, 0), (Qt.Key.Key_End, 160)],
    ids=["left", "right", "home", "end"],
)
def test_the_bar_obeys_keys(key: Qt.Key, step: int, transport: Transport, qtbot: QtBot) -> None:
    transport.scrub.setFocus()
    with qtbot.waitSignal(transport.seek, timeout=1000) as asked:
        QTest.keyClick(transport.scrub, key)
    assert asked.args == [step]


def test_the_bar_of_a_run_without_an_end_reaches_beyond_it_and_never_comes_nearer(transport: Transport) -> None:
    ends = []
    for step in (31, 99, 100, 450, 1999, 450, 0, 7):
        transport.set_state(step, None, True, 1.0, 7)
        ends.append(transport.scrub.accessibleDescription())
    expected = [(31, 100), (99, 100), (100, 200), (450, 500), (1999, 2000), (450, 2000), (0, 100), (7, 100)]
    assert ends == [f"Step {step} of {end}" for step, end in expected]


def test_words_of_a_panel_stand_for_the_step(transport: Transport) -> None:
    transport.set_state(31, None, True, 1.0, 7, "epoch 3")
    assert transport._count.accessibleDescription() == "epoch 3"


def test_it_says_which_step_of_how_many(transport: Transport) -> None:
    assert transport.scrub.accessibleDescription() == "Step 31 of 160"


def test_marks_stand_above_the_bar_in_the_colour_of_their_racer(transport: Transport, themes: ThemeHolder) -> None:
    before = transport.grab().toImage()
    transport.set_marks([(120, "adam"), (150, "you")])
    after = transport.grab().toImage()
    adam = themes.current.color("adam").rgb()
    upper = [(x, y) for x in range(after.width()) for y in range(after.height() // 2 - 4)]
    assert any(after.pixel(x, y) == adam for x, y in upper)
    assert not any(before.pixel(x, y) == adam for x, y in upper)


def test_marks_that_would_hide_one_another_stand_apart_in_their_order() -> None:
    places = [12.0, 30.0, 10.0, 11.0, 300.0]
    moved = apart(places, 9.0, 8.0, 300.0)
    assert sorted(range(5), key=moved.__getitem__) == sorted(range(5), key=places.__getitem__)
    neighbours = sorted(moved)
    assert all(right - left >= 9.0 - 1e-9 for left, right in pairwise(neighbours))
    assert neighbours[0] >= 8.0
    assert moved[4] == 300.0


def test_a_mark_with_room_around_it_stands_at_its_step() -> None:
    assert apart([40.0, 20.0, 90.0], 9.0, 0.0, 100.0) == [40.0, 20.0, 90.0]


def test_every_speed_can_be_chosen(transport: Transport) -> None:
    asked: list[float] = []
    transport.speed.connect(asked.append)
    for action in transport.findChildren(QMenu)[0].actions():
        action.trigger()
    assert asked == [0.25, 0.5, 1.0, 2.0, 4.0, 8.0, math.inf]


def test_a_speed_is_written_with_a_true_times_sign() -> None:
    assert [speed_text(speed) for speed in (0.25, 1.0, math.inf)] == ["0.25×", "1×", "full"]


@pytest.mark.parametrize("presentation", [False, True])
def test_every_button_can_be_found_named_and_hit(
    presentation: bool, transport: Transport, themes: ThemeHolder
) -> None:
    themes.set(presentation=presentation)
    transport.resize(WIDTH, transport.sizeHint().height())
    transport.grab()
    for found in transport.findChildren(QAbstractButton):
        assert found.accessibleName()
        assert found.toolTip()
        assert found.focusPolicy() == Qt.FocusPolicy.StrongFocus
        if found.isVisible():
            assert min(found.width(), found.height()) >= themes.current.target, found.accessibleName()


def test_little_room_keeps_the_buttons_and_moves_the_seed_into_a_menu(transport: Transport) -> None:
    transport.set_compact(True)
    transport.resize(592, transport.sizeHint().height())
    transport.grab()
    visible = {found.accessibleName() for found in transport.findChildren(QAbstractButton) if found.isVisible()}
    assert {"Play", "Step", "Step back", "Restart the same run", "More"} <= visible
    assert transport.scrub.width() > 150


def test_words_of_a_panel_stay_when_the_window_changes_size(transport: Transport) -> None:
    transport.set_state(31, None, True, 1.0, 7, "epoch 3")
    transport.set_compact(True)
    assert transport._count.accessibleDescription() == "epoch 3"
