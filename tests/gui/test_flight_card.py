"""The card of a racer that flew off says what, why and what now, one racer at a time, and is never in the way."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.button import Button, IconButton
from gui.widgets.flight_card import FlightCard, Flown
from gui.widgets.words import Label
from sim.forensics import BOUNDS

LEFT = Qt.MouseButton.LeftButton
MOMENTUM = Flown(
    "momentum",
    "Momentum flew off at step 12",
    "Its rate 0.05 is above the bound 0.038 of this curvature, so each step overshoots more than the last.",
    (("rate", "0.05"), ("bound", "0.038")),
    "Back to step 11",
    "Set its rate to 0.034",
)
SGD = Flown("sgd", "SGD left where the formula has no value", "log(x + 1) has none below −1.", (), "Back to step 3")
FALL = (("loss", "−∞"),)
ADAM = Flown("adam", "Adam flew off at step 9", "It fell for ever.", FALL, "Back to step 8", "Stop earlier")


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """The stage."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


@pytest.fixture
def card(host: QWidget, themes: ThemeHolder) -> FlightCard:
    """The card on the stage, with nothing to say."""
    return FlightCard(themes, host)


def button(card: FlightCard, words: str) -> Button:
    """The button with these words."""
    return next(made for made in card.findChildren(Button) if made.words() == words)


def icon(card: FlightCard, name: str) -> IconButton:
    """The button with this name."""
    return next(made for made in card.findChildren(IconButton) if made.accessibleName() == name)


def shown(card: FlightCard) -> set[str]:
    """Every word that can be read."""
    labels = {label.text() for label in card.findChildren(Label) if label.isVisible() and label.text()}
    return labels | {made.words() for made in card.findChildren(Button) if made.isVisible()}


def test_it_hides_until_somebody_flies(card: FlightCard) -> None:
    assert not card.isVisible()
    card.set_flights([MOMENTUM])
    assert card.isVisible()
    card.set_flights([])
    assert not card.isVisible()


def test_it_says_what_happened_why_and_what_now(card: FlightCard) -> None:
    card.set_flights([MOMENTUM])
    assert shown(card) == {MOMENTUM.title, MOMENTUM.sentence, MOMENTUM.back_words, MOMENTUM.change_words}
    assert card.accessibleName() == MOMENTUM.title
    assert card.accessibleDescription() == f"{MOMENTUM.sentence} rate 0.05, bound 0.038."


def test_the_buttons_name_the_racer(card: FlightCard) -> None:
    heard: list[tuple[str, str]] = []
    card.back.connect(lambda key: heard.append(("back", key)))
    card.changed.connect(lambda key: heard.append(("changed", key)))
    card.set_flights([MOMENTUM, ADAM])
    QTest.mouseClick(button(card, "Back to step 11"), LEFT)
    QTest.mouseClick(button(card, "Set its rate to 0.034"), LEFT)
    QTest.mouseClick(icon(card, "The next one"), LEFT)
    QTest.mouseClick(button(card, "Stop earlier"), LEFT)
    assert heard == [("back", "momentum"), ("changed", "momentum"), ("changed", "adam")]


def test_without_a_change_to_make_there_is_no_button_for_it(card: FlightCard) -> None:
    card.set_flights([SGD])
    assert shown(card) == {SGD.title, SGD.sentence, SGD.back_words}


def test_several_are_gone_through_one_by_one(card: FlightCard) -> None:
    card.set_flights([MOMENTUM, SGD, ADAM])
    assert card.count == "1 of 3"
    QTest.mouseClick(icon(card, "The next one"), LEFT)
    assert (card.flight, card.count) == (SGD, "2 of 3")
    for _ in range(2):
        QTest.mouseClick(icon(card, "The one before"), LEFT)
    assert (card.flight, card.count) == (ADAM, "3 of 3")
    QTest.keyClick(card, Qt.Key.Key_PageDown)
    assert card.flight is MOMENTUM


def test_one_alone_has_neither_count_nor_arrows(card: FlightCard) -> None:
    card.set_flights([MOMENTUM])
    assert card.count == ""
    assert not icon(card, "The next one").isVisible()


def test_the_racer_that_is_read_stays(card: FlightCard) -> None:
    card.set_flights([MOMENTUM, ADAM])
    QTest.mouseClick(icon(card, "The next one"), LEFT)
    card.set_flights([MOMENTUM, SGD, ADAM])
    assert card.flight is ADAM


def test_dismissed_it_stays_away_until_something_else_flies(card: FlightCard, qtbot: QtBot) -> None:
    card.set_flights([MOMENTUM])
    with qtbot.waitSignal(card.dismissed, timeout=1000):
        QTest.keyClick(card, Qt.Key.Key_Escape)
    for step in (12, 13):
        card.set_flights([replace(MOMENTUM, title=f"Momentum flew off at step {step}")])
        assert not card.isVisible()
    card.set_flights([MOMENTUM, ADAM])
    assert card.isVisible()


def test_a_racer_that_came_back_and_flies_again_is_news(card: FlightCard) -> None:
    card.set_flights([MOMENTUM])
    card.dismiss()
    card.set_flights([])
    card.set_flights([MOMENTUM])
    assert card.isVisible()


@pytest.mark.parametrize("presentation", [False, True])
@pytest.mark.parametrize("longer", [1.0, 1.4])
def test_all_words_fit(presentation: bool, longer: float, card: FlightCard, themes: ThemeHolder) -> None:
    themes.set(presentation=presentation)
    sentence = MOMENTUM.sentence + " more" * round((longer - 1) * len(MOMENTUM.sentence) / 5)
    title = MOMENTUM.title + " again" * round((longer - 1) * len(MOMENTUM.title) / 6)
    card.set_flights([Flown("momentum", title, sentence, MOMENTUM.facts, "Back to step 11", "Set its rate to 0.034")])
    for label in card.findChildren(Label):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width()) if label.wordWrap() else True
            assert card.rect().contains(label.geometry())
    for made in card.findChildren(Button):
        assert made.width() >= made.sizeHint().width()
        assert card.rect().contains(made.geometry())


def test_the_signs_stand_before_the_title(card: FlightCard, themes: ThemeHolder, qapp: QApplication) -> None:
    card.set_flights([MOMENTUM])
    themes.apply(qapp)
    title = next(label for label in card.findChildren(Label) if label.text() == MOMENTUM.title)
    assert title.contentsRect().left() + title.x() >= themes.current.px(10 + 13 + 40)


def test_it_is_no_window_and_takes_no_focus_when_it_appears(card: FlightCard, host: QWidget) -> None:
    host.activateWindow()
    host.setFocus()
    card.set_flights([MOMENTUM])
    assert not card.isWindow()
    assert not card.isAncestorOf(host.focusWidget()) if host.focusWidget() else True


@pytest.mark.parametrize("key", BOUNDS)
def test_no_line_ends_inside_a_bound(key: str, themes: ThemeHolder) -> None:
    words = f"above {BOUNDS[key]}\u00a0=\u00a00.0204, its bound"
    layout = QTextLayout(words)
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(1.0)
        lines.append(words[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    assert lines == ["above", f"{BOUNDS[key]}\u00a0=\u00a00.0204,", "its", "bound"]
