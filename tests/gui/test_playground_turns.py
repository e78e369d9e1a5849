"""Pictures take turns where they would cost too much of a frame, and only while the run plays."""

from dataclasses import replace

from PySide6.QtCore import QObject

from gui.panels.playground.painting import GROUPS
from gui.theme import ThemeHolder
from gui.turns import BUDGET, Turns
from tests.gui.playground_desk import READY, Desk


def learned(qtbot, seconds: float) -> Turns:
    parent = QObject()
    turns = Turns(parent, GROUPS)
    turns.parent = parent
    for _ in range(60):
        turns.learn(GROUPS, seconds)
    return turns


def test_cheap_pictures_are_all_drawn_with_every_frame(qtbot) -> None:
    turns = learned(qtbot, 0.5 * BUDGET)
    assert [turns.due(True) for _ in range(4)] == [GROUPS] * 4


def test_dear_pictures_take_turns_and_each_comes_up(qtbot) -> None:
    turns = learned(qtbot, 3.0 * BUDGET)
    seen = [turns.due(True) for _ in range(6)]
    assert all(len(groups) == 1 for groups in seen)
    assert [groups[0] for groups in seen] == [*GROUPS, *GROUPS]


def test_a_run_that_rests_is_drawn_whole(qtbot) -> None:
    turns = learned(qtbot, 9.0 * BUDGET)
    turns.due(True)
    assert turns.due(False) == GROUPS


def test_what_becomes_cheap_is_drawn_together_again(qtbot) -> None:
    turns = learned(qtbot, 9.0 * BUDGET)
    for _ in range(60):
        turns.learn(turns.due(True), 0.1 * BUDGET)
    assert turns.due(True) == GROUPS


def test_the_time_until_the_event_loop_has_painted_counts(qtbot) -> None:
    parent = QObject()
    turns = Turns(parent, GROUPS)
    turns.due(True)
    sum(range(300_000))
    qtbot.waitUntil(lambda: turns.cost > 0.0)


def test_a_round_of_turns_shows_one_moment(qtbot, themes: ThemeHolder) -> None:
    desk = Desk(themes, "fold")
    qtbot.addWidget(desk.panel)
    desk.run(10)
    assert desk.frame is not None
    assert desk.session is not None
    desk.panel._turns.learn(GROUPS, 100.0 * BUDGET)
    seen = []
    for _ in range(2 * len(GROUPS)):
        desk.session.run.advance(1)
        desk.session._stale = True
        desk.panel.render(replace(desk.session.frame(READY), playing=True))
        desk.panel._turns._painted.stop()
        seen.append(desk.panel.snapshot.step)
    assert seen == [11, 11, 11, 14, 14, 14]
    desk.panel.render(desk.session.frame(READY))
    assert desk.panel.snapshot.step == 16
