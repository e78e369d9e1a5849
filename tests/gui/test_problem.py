"""A problem stands over the stage while frames carry it, says why, and offers two ways on."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gui.problem import ProblemCard
from gui.theme import ThemeHolder
from gui.widgets.button import Button
from sim.mailbox import Problem

DIVERGED = Problem("SGD flew off at step 12", "Its loss passed 1e300.", "Lower its learning rate below 0.1.")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    widget.resize(800, 600)
    qtbot.addWidget(widget)
    return widget


def card(window: QWidget, themes: ThemeHolder, asked: list[str]) -> ProblemCard:
    made = ProblemCard(themes, window, lambda: asked.append("restart"), lambda: asked.append("dismiss"))
    made.place(QRect(100, 60, 600, 400))
    window.show()
    return made


def test_it_shows_the_words_of_the_problem_inside_the_stage(window: QWidget, themes: ThemeHolder) -> None:
    shown = card(window, themes, [])
    assert shown.isHidden()
    shown.set_problem(DIVERGED)
    assert shown.isVisible()
    said = " ".join(label.text() for label in shown.findChildren(QLabel) if label.isVisible())
    for part in (DIVERGED.title, DIVERGED.reason, DIVERGED.advice):
        assert part in said
    assert QRect(100, 60, 600, 400).contains(shown.geometry())


def test_it_goes_when_a_frame_comes_without_it(window: QWidget, themes: ThemeHolder) -> None:
    shown = card(window, themes, [])
    shown.set_problem(DIVERGED)
    shown.set_problem(DIVERGED)
    assert shown.isVisible()
    shown.set_problem(None)
    assert shown.isHidden()


def test_its_buttons_ask_for_a_restart_and_for_going_on(
    qtbot: QtBot, window: QWidget, themes: ThemeHolder
) -> None:
    asked: list[str] = []
    shown = card(window, themes, asked)
    shown.set_problem(DIVERGED)
    for button in shown.findChildren(Button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == ["dismiss", "restart", "dismiss"], "what is begun anew carries no old problem"


def test_a_narrow_stage_still_holds_it(window: QWidget, themes: ThemeHolder) -> None:
    shown = card(window, themes, [])
    shown.set_problem(Problem("A title that is rather long for a narrow card", "word " * 60))
    shown.place(QRect(0, 0, 240, 500))
    assert shown.width() <= 240
    for label in shown.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width()) or not label.isVisible()
