"""What a panel says of a training that failed: the card's words, and what its two buttons send."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from gui.failures import Failures, change_words, told
from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.flight_card import Facts, FlightCard
from sim.commands import Play, Restart, Step
from sim.network_failure import Failure

FLEW = Failure(
    "infinite", 13, 1, 4, "Update 13 would be too large.", (("learning rate", 3.0), ("stable below", 0.4137)), 0.4137,
    12, ("learning_rate", 0.37), ("weight", 1, 2, 4),
)  # fmt: skip


class Stage:
    """A card with its keeper, and all that went out."""

    def __init__(self, themes: ThemeHolder) -> None:
        self.host = QWidget()
        self.host.resize(800, 600)
        self.host.show()
        self.card = FlightCard(themes, self.host)
        self.sent: list[Any] = []
        self.changed: list[dict[str, object]] = []
        self.placed = 0
        self.failures = Failures(self.card, self.sent.append, "lab", self.changed.append, self.place)

    def place(self) -> None:
        self.placed += 1


@pytest.fixture
def stage(qtbot: QtBot, themes: ThemeHolder) -> Stage:
    made = Stage(themes)
    qtbot.addWidget(made.host)
    return made


def test_the_bound_stands_beside_the_rate() -> None:
    assert told(FLEW).facts == (("learning rate", "3.0"), ("stable below", "0.41"))


def test_the_title_names_step_and_arm() -> None:
    assert told(FLEW).title == "The numbers end at update 13"
    assert told(FLEW.of_arm("b")).title == "B: The numbers end at update 13"


@pytest.mark.parametrize(
    "key, words",
    [
        ("learning_rate", "Again with η = 0.37"),
        ("b.momentum", "Again with μ = 0.37"),
        ("d.l1", "Again with L1 λ = 0.37"),
    ],
)
def test_the_suggested_setting_is_named_on_its_button(key: str, words: str) -> None:
    assert change_words(key, 0.37) == words


def test_a_failure_brings_the_card_and_its_end_takes_it_away(stage: Stage) -> None:
    stage.failures.show(FLEW)
    assert stage.card.isVisible()
    stage.failures.show(None)
    assert not stage.card.isVisible()


def test_the_same_failure_is_not_laid_out_again(stage: Stage) -> None:
    for _ in range(5):
        stage.failures.show(replace(FLEW))
    assert stage.placed == 1


def test_a_dismissed_card_stays_away_until_something_else_fails(stage: Stage) -> None:
    stage.failures.show(FLEW)
    stage.card.dismiss()
    stage.failures.show(replace(FLEW))
    assert not stage.card.isVisible()
    stage.failures.show(None)
    stage.failures.show(FLEW)
    assert stage.card.isVisible()


def test_another_failure_opens_a_card_that_was_closed(stage: Stage) -> None:
    stage.failures.show(FLEW)
    stage.card.dismiss()
    stage.failures.show(replace(FLEW, kind="dead", step=20))
    assert stage.card.isVisible()


def test_before_the_first_step_there_is_no_way_back(stage: Stage) -> None:
    stage.failures.show(replace(FLEW, back=0))
    shown = [button.words() for button in stage.card.findChildren(Button) if button.isVisible()]
    assert [words for words in shown if words.startswith("Back")] == []


def test_back_goes_to_where_everything_was_still_well(stage: Stage) -> None:
    stage.failures.show(FLEW)
    stage.card.back.emit("")
    assert stage.sent == [Step("lab", -12)]


def test_again_sets_the_one_thing_and_runs_from_the_first_step(stage: Stage) -> None:
    stage.failures.show(FLEW.of_arm("b"))
    stage.card.changed.emit("b")
    assert stage.changed == [{"b.learning_rate": 0.37}]
    assert stage.sent == [Restart("lab"), Play("lab")]


def test_where_nothing_helps_nothing_is_offered(stage: Stage) -> None:
    stage.failures.show(replace(FLEW, change=None))
    assert stage.card.flight.change_words == ""
    stage.card.changed.emit("")
    assert stage.sent == []


def test_a_card_is_no_wider_than_its_stage(stage: Stage) -> None:
    stage.failures.show(replace(FLEW, sentence=FLEW.sentence * 4))
    wide, narrow = stage.card.sizeHint(), stage.card.size_in(260)
    assert narrow.width() == 260 < wide.width()
    assert narrow.height() > wide.height()


def test_on_a_narrow_stage_no_number_and_no_button_is_cut(stage: Stage) -> None:
    facts = (("learning rate", 0.3), ("stable below", 0.0012), ("momentum", 0.99))
    stage.failures.show(replace(FLEW, facts=facts))
    stage.card.resize(stage.card.size_in(240))
    stage.card.layout().activate()
    back, again = stage.card.findChildren(Button)[-2:]
    assert back.geometry().bottom() < again.geometry().top()
    assert again.width() >= again.sizeHint().width()
    facts_shown = stage.card.findChild(Facts)
    assert facts_shown.height() >= 2 * facts_shown.heightForWidth(1000)


def test_a_momentum_just_below_one_is_not_said_to_be_one() -> None:
    assert told(replace(FLEW, facts=(("momentum", 0.999),))).facts == (("momentum", "0.999"),)
