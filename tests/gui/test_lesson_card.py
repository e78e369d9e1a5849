"""A lesson's card: every page of every lesson fits it, and everything on it can be reached by hand and by keys."""

import operator
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.lesson_card import FORMS, HEADLINE, LINE, STRIP, LessonCard
from sim.lesson_page import HERE, PREDICT, RECALL, SEEN, TO_COME, TRY, Asking, GoalLine, OwnWords, Page, Share
from tests.gui.lesson_fit import cut_parts
from tests.gui.lesson_pages import pages_of
from tests.sim.lesson_walks import FILES, lesson_of

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmütze wahrscheinlichkeitsverteilungsfunktion "
CHOICE = Asking("choice", "What will it do?", ("It slides.", "It turns."), open=True)
GUESS = Page("A lesson", "History", 2, PREDICT, 0, (HERE, TO_COME), "Only the bias", "Change the bias.", CHOICE)
TRYING = replace(
    GUESS, phase=TRY, asking=replace(CHOICE, open=False, guess=2.0), instruction=("Change a bias.",),
    goals=(GoalLine("accuracy: 0.93 of 1", False, True),), can_hint=True,
)  # fmt: skip
REACHED = replace(
    GUESS, phase=SEEN, asking=replace(CHOICE, open=False, guess=2.0), outcome=("You said: It turns.",),
    after="It slides.", why="The weights turn it.", can_next=True, can_back=True, can_repeat=True,
)  # fmt: skip


@pytest.fixture
def card(qtbot: QtBot, themes: ThemeHolder) -> LessonCard:
    card = LessonCard(themes)
    qtbot.addWidget(card)
    card.resize(252, 640)
    card.show()
    return card


def settle() -> None:
    """Let layouts answer what they were asked."""
    for _ in range(6):
        QCoreApplication.sendPostedEvents()


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("name", FILES)
def test_no_word_of_a_lesson_is_cut_in_its_column(name: str, look: str, card: LessonCard, themes: ThemeHolder) -> None:
    themes.set(name=look)
    cut = []
    for page in pages_of(lesson_of(name)):
        card.show_page(page)
        settle()
        cut += [f"{page.heading}, {page.phase}: {part}" for part in cut_parts(card.column)]
    assert cut == []


@pytest.mark.parametrize("page", [GUESS, TRYING, REACHED], ids=["guess", "trying", "reached"])
def test_words_twice_as_long_are_not_cut(page: Page, card: LessonCard) -> None:
    asking = replace(page.asking, question=LONG * 2, options=(LONG, LONG + "zwei"))
    card.show_page(replace(page, heading=LONG, text=LONG * 3, asking=asking, after=page.after and LONG * 2))
    settle()
    assert cut_parts(card.column) == []


def test_on_a_projector_nothing_is_cut(card: LessonCard, themes: ThemeHolder) -> None:
    themes.set(presentation=True)
    card.resize(420, 900)
    card.show_page(GUESS)
    settle()
    assert cut_parts(card.column) == []


@pytest.mark.parametrize("form", FORMS)
def test_every_form_shows_a_page(form: str, card: LessonCard) -> None:
    card.show_page(GUESS)
    card.set_form(form)
    settle()
    assert card.line.isVisible() == (form in (LINE, HEADLINE))
    assert card.column.isVisible() == (form not in (LINE, HEADLINE))


def test_an_unknown_form_is_refused(card: LessonCard) -> None:
    with pytest.raises(ValueError, match="There is no form 'sheet'"):
        card.set_form("sheet")


def test_a_strip_is_low_and_wide(card: LessonCard) -> None:
    card.set_form(STRIP)
    card.show_page(REACHED)
    card.resize(900, card.sizeHint().height())
    settle()
    assert card.column.height() < 260
    assert cut_parts(card.column) == []


def test_a_choice_is_made_with_the_mouse(qtbot: QtBot, card: LessonCard) -> None:
    card.show_page(GUESS)
    settle()
    with qtbot.waitSignal(card.guessed) as told:
        qtbot.mouseClick(card.column.guess.options.answers[1], Qt.MouseButton.LeftButton)
    assert told.args == [2.0]


def test_a_choice_is_made_with_the_arrow_keys(qtbot: QtBot, card: LessonCard) -> None:
    card.show_page(GUESS)
    settle()
    card.column.guess.options.answers[0].setFocus()
    with qtbot.waitSignal(card.guessed) as told:
        qtbot.keyClick(card.column.guess.options.answers[0], Qt.Key.Key_Down)
    assert told.args == [2.0]


def test_tab_goes_from_the_chosen_answer_to_the_buttons_in_order(qtbot: QtBot, card: LessonCard) -> None:
    card.show_page(replace(GUESS, asking=replace(CHOICE, guess=1.0), can_back=True, can_repeat=True))
    settle()
    column, seen = card.column, []
    column.guess.options.answers[0].setFocus()
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert seen == [column.guess.sure, column.guess.unsure, column.guess.skip, column.back, column.again]


def test_arrows_only_move_where_an_answer_is_final(qtbot: QtBot, card: LessonCard) -> None:
    own = OwnWords("Do you still know?", ("It slides.", "It turns.", "Neither."))
    card.show_page(Page("A lesson", "History", 2, RECALL, -1, (TO_COME,), "Before", "", own=own))
    settle()
    said: list[object] = []
    card.said.connect(said.append)
    card.focus_first()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(QApplication.focusWidget(), key)
    assert said == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert said == ["Neither."]


def test_sure_opens_only_with_a_guess(qtbot: QtBot, card: LessonCard) -> None:
    card.show_page(GUESS)
    assert not card.column.guess.sure.isEnabled()
    card.show_page(replace(GUESS, asking=replace(CHOICE, guess=1.0)))
    with qtbot.waitSignal(card.sure_said) as told:
        qtbot.mouseClick(card.column.guess.unsure, Qt.MouseButton.LeftButton)
    assert told.args == [False]


def test_a_number_is_typed_with_a_comma(qtbot: QtBot, card: LessonCard) -> None:
    card.show_page(replace(GUESS, asking=Asking("number", "How far?", unit="steps", open=True)))
    settle()
    told: list[float] = []
    card.guessed.connect(told.append)
    qtbot.keyClicks(card.column.guess.number.line, "0,25")
    assert told[-1] == 0.25


def test_what_is_no_number_is_said_and_not_taken(qtbot: QtBot, card: LessonCard) -> None:
    card.show_page(replace(GUESS, asking=Asking("number", "How far?", open=True)))
    settle()
    told: list[float] = []
    card.guessed.connect(told.append)
    qtbot.keyClicks(card.column.guess.number.line, "far")
    assert told == []
    assert card.column.guess.number._problem.isVisible()


def test_the_one_primary_button_opens_when_it_is_allowed(qtbot: QtBot, card: LessonCard) -> None:
    card.show_page(TRYING)
    assert not card.column.next.isEnabled()
    card.show_page(REACHED)
    with qtbot.waitSignal(card.next_asked):
        qtbot.mouseClick(card.column.next, Qt.MouseButton.LeftButton)


def test_goals_answer_live(card: LessonCard) -> None:
    card.show_page(TRYING)
    settle()
    row = card.column.goals.rows[0]
    card.show_page(replace(TRYING, goals=(GoalLine("accuracy: 1 of 1", True),)))
    assert card.column.goals.rows[0] is row
    assert row.line.met
    assert row.accessibleDescription() == "This is reached."


def test_why_unfolds(qtbot: QtBot, card: LessonCard) -> None:
    card.show_page(REACHED)
    settle()
    assert not card.column.after.why.isVisible()
    qtbot.mouseClick(card.column.after.why_button, Qt.MouseButton.LeftButton)
    assert card.column.after.why.isVisible()


def test_many_runs_show_share_and_interval(card: LessonCard) -> None:
    card.show_page(replace(REACHED, share=Share(94, 100, 0.87, 0.97), runs=100))
    settle()
    assert card.column.after.score.isVisible()
    assert "87 to 97" in card.column.after.score.accessibleDescription() + card.column.after.score.accessibleName()


def test_a_line_opens_the_whole_page(qtbot: QtBot, card: LessonCard) -> None:
    card.set_form(LINE)
    card.show_page(GUESS)
    settle()
    with qtbot.waitSignal(card.sheet_asked):
        qtbot.mouseClick(card.line, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    with qtbot.waitSignal(card.sheet_asked):
        qtbot.mouseClick(card.line.act, Qt.MouseButton.LeftButton)


def test_a_line_goes_on_where_that_is_allowed(qtbot: QtBot, card: LessonCard) -> None:
    card.set_form(LINE)
    card.show_page(REACHED)
    with qtbot.waitSignal(card.next_asked):
        qtbot.mouseClick(card.line.act, Qt.MouseButton.LeftButton)


def test_everything_that_can_be_used_has_a_name(card: LessonCard) -> None:
    from PySide6.QtWidgets import QWidget

    for page in (GUESS, TRYING, REACHED):
        card.show_page(page)
        settle()
        nameless = [
            part
            for part in card.findChildren(QWidget)
            if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus and not part.accessibleName()
        ]
        assert nameless == []


def test_an_earlier_step_is_asked_for_by_its_segment(qtbot: QtBot, card: LessonCard) -> None:
    card.show_page(replace(GUESS, place=1, segments=("done", HERE)))
    settle()
    row = card.column.segments
    with qtbot.waitSignal(card.step_asked) as told:
        qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.bar(0).center().toPoint())
    assert told.args == [0]


@pytest.mark.parametrize(
    ("before", "press", "after", "expected"),
    [
        (replace(GUESS, asking=replace(CHOICE, guess=1.0)), "guess.sure", TRYING, ""),
        (replace(GUESS, asking=replace(CHOICE, guess=1.0)), "guess.sure", REACHED, "next"),
        (REACHED, "next", replace(GUESS, place=1), "guess.options.answers"),
    ],
    ids=["to the card", "to the way on", "to the next guess"],
)
def test_the_keyboard_stays_on_the_card_when_its_page_turns(
    before: Page, press: str, after: Page, expected: str, card: LessonCard
) -> None:
    card.show_page(before)
    settle()
    part_of(card, press).setFocus()
    card.show_page(after)
    settle()
    place = part_of(card, expected)
    assert QApplication.focusWidget() is (place[0] if isinstance(place, list) else place)


def part_of(card: LessonCard, path: str) -> Any:
    """A part of the column by its path; the column itself for none."""
    return operator.attrgetter(path)(card.column) if path else card.column


def test_the_keyboard_is_not_taken_from_the_stage(qtbot: QtBot, card: LessonCard, themes: ThemeHolder) -> None:
    stage = Button(themes, "Stage", parent=card)
    card.show_page(TRYING)
    stage.show()
    stage.setFocus()
    card.show_page(REACHED)
    settle()
    assert QApplication.focusWidget() is stage


def test_the_keyboard_stays_on_the_card_in_another_form(card: LessonCard) -> None:
    card.show_page(REACHED)
    settle()
    card.column.next.setFocus()
    card.set_form(HEADLINE)
    settle()
    assert QApplication.focusWidget() is card.line.act
    card.set_form(FORMS[0])
    settle()
    assert QApplication.focusWidget() is card.column.next
