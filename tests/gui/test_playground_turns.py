"""Pictures take turns where they would cost too much of a frame, and only while the run plays."""

from PySide6.QtCore import QObject

from gui.panels.playground.turns import BUDGET, GROUPS, Turns


def learned(qtbot, seconds: float) -> Turns:
    parent = QObject()
    turns = Turns(parent)
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
    turns = Turns(parent)
    turns.due(True)
    sum(range(300_000))
    qtbot.waitUntil(lambda: turns.cost > 0.0)
