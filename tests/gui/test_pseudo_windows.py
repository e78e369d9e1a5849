"""Lessons, help, sheets and messages of a whole window in a language nobody speaks.

Texts of files are spoken by the files of that language: here they are accented when they are read, so that what stays
plain English is the program's own.
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import sim.lesson_shelf
from gui.outside import follow_outside
from gui.panels.help.contents import KEYS as HELP_KEYS
from gui.theme import ThemeHolder
from gui.tour import start_tour
from sim.lesson_page import END, PREDICT, RECALL, TRANSFER, TRY
from sim.lesson_shelf import Shelf, read_shelf
from tests.gui.classroom import Classroom
from tests.gui.pseudo_screen import accented, leaks, plain_words
from tests.gui.test_pseudo_language import pseudo, texts_of_history

__all__ = ["pseudo"]
pytestmark = pytest.mark.usefixtures("pseudo", "accented_lessons")


@pytest.fixture
def accented_lessons(monkeypatch: pytest.MonkeyPatch) -> None:
    def read(folder: Path, language: str = "") -> Shelf:
        shelf = read_shelf(folder, language)
        return replace(shelf, rows=tuple(replace(row, lesson=accented(row.lesson)) for row in shelf.rows))

    monkeypatch.setattr(sim.lesson_shelf, "read_shelf", read)


@pytest.fixture
def room(accented_lessons: None, pseudo: str, themes: ThemeHolder, tmp_path: Path) -> Iterator[Classroom]:
    room = Classroom(themes, tmp_path, panel="lessons")
    yield room
    room.close()


def test_the_page_of_lessons_speaks_another_language(room: Classroom) -> None:
    assert leaks(room.window) == []


def test_the_help_speaks_another_language_around_its_texts(room: Classroom) -> None:
    room.window.open_panel("help")
    panel = room.window.panel
    titles = {term.title for term in panel.contents.glossary.terms.values()}
    own = titles | {page.title for page in panel.contents.pages.values()}
    assert leaks(panel, own) == []


def test_the_table_of_keys_speaks_another_language(room: Classroom) -> None:
    room.window.open_panel("help")
    page = room.window.panel.contents.page(HELP_KEYS)
    keys = {key for line in page.text.splitlines() for key in line.split("|")[1:2]}
    assert plain_words(page.text, keys) == []


def test_a_lesson_that_is_asked_for_wrongly_is_refused_in_another_language(room: Classroom) -> None:
    room.window.routes.follow("nowhere:nothing")
    assert leaks(room.window, {"nowhere:nothing"}) == []


def test_the_way_out_is_asked_about_in_another_language(room: Classroom, themes: ThemeHolder) -> None:
    follow_outside(themes, room.window, "https://arxiv.org/abs/1412.6980")
    assert leaks(room.window) == []


def test_the_tour_speaks_another_language(room: Classroom) -> None:
    tour = start_tour(room.window)
    room.settle()
    found = []
    tour.begin()
    while tour.is_on:
        found += leaks(tour.callout)
        tour.go_on()
    assert found == []


def phases(room: Classroom, key: str, most: int) -> list[str]:
    """What the first pages of a lesson say in plain English."""
    found: set[str] = set()
    room.start(key)
    for _ in range(most):
        found.update(leaks(room.window, texts_of_history()))
        if room.phase == END:
            break
        if room.phase == PREDICT:
            room.guess()
        elif room.phase == TRY:
            room.window.guide.player.card.hint_asked.emit()
            found.update(leaks(room.window.guide.player.card, texts_of_history()))
            room.do_script()
            room.until(lambda: room.phase != TRY)
        elif room.phase in (RECALL, TRANSFER):
            room.window.guide.player.card.said.emit("12")
        else:
            room.next()
    QApplication.sendPostedEvents()
    return sorted(found)


def test_a_lesson_speaks_another_language_from_question_to_explanation(room: Classroom) -> None:
    assert phases(room, "one-neuron", 5) == []


@pytest.mark.long
@pytest.mark.parametrize("key", ["perceptron", "winter", "history-1", "momentum", "dropout", "sgd"])
def test_a_whole_lesson_speaks_another_language(key: str, room: Classroom) -> None:
    assert phases(room, key, 60) == []
