"""The help: every term, note and guide is found and shown, by hand and by keyboard; the template is a whole lesson."""

from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from gui.arguments import configured
from gui.panels import PANELS
from gui.panels.help import HelpPanel
from gui.panels.help.contents import Contents
from gui.theme import ThemeHolder
from sim.glossary_places import places_of
from sim.help_pages import search
from sim.lesson_check import check_lesson
from sim.lesson_fields import FIELDS, known_fields
from sim.lesson_links import wrong_link
from sim.prose import links_of, read_prose, words_of
from sim.simulations import SIMULATIONS

CONTENTS = Contents()
TERMS = list(CONTENTS.glossary.terms.values())
EVERYTHING = [*CONTENTS.pages, *(f"glossary:{term.key}" for term in TERMS)]


@pytest.fixture
def panel(qtbot: QtBot, themes: ThemeHolder) -> HelpPanel:
    made = HelpPanel(themes, lambda command: None)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def rows(panel: HelpPanel) -> list[str]:
    return [panel.side.list.item(number).text() for number in range(panel.side.list.count())]


def test_there_are_notes_for_every_panel_that_has_a_run() -> None:
    wanted = {key for key, entry in PANELS.items() if entry.simulation == key}
    assert wanted <= {place.removeprefix("notes:") for place in CONTENTS.pages}


def test_every_page_can_be_read_and_leads_somewhere() -> None:
    for place in EVERYTHING:
        page = CONTENTS.page(place)
        assert page is not None
        prose = read_prose(page.text)
        assert prose.problem == ""
        assert words_of(prose.blocks).strip()
        for link in links_of(prose.blocks):
            assert wrong_link(link) == ""
            assert not link.startswith("glossary:") or CONTENTS.page(link) is not None, link


def test_where_a_term_can_be_seen_is_a_legal_setting() -> None:
    for place in [place for term in TERMS for place in places_of(CONTENTS.glossary, term)]:
        settings = tuple(parse_qsl(place.link.partition("?")[2]))
        configured(SIMULATIONS[place.panel], settings)


@pytest.mark.parametrize(
    "key, link",
    [
        ("relu", "panel:playground?mode=network&activation=relu"),
        ("xor", "panel:playground?dataset=xor"),
        ("saddle", "panel:race?surface=saddle"),
        ("dropout", "panel:playground?mode=network"),
        ("perceptron-rule", "panel:playground?mode=unit"),
    ],
)
def test_a_term_is_seen_where_it_acts(key: str, link: str) -> None:
    assert link in [place.link for place in places_of(CONTENTS.glossary, CONTENTS.glossary.terms[key])]


@pytest.mark.parametrize("panel", FIELDS)
def test_all_fields_and_settings_of_a_panel_are_listed(panel: str) -> None:
    page = CONTENTS.page(f"fields:{panel}")
    assert page is not None
    words = set(words_of(read_prose(page.text).blocks).replace(",", " ").split())
    settings = set(SIMULATIONS[panel].parameters.keys())
    assert settings <= words
    assert {name for name in known_fields(panel) if not name.startswith("config.")} <= words


@pytest.mark.parametrize(
    "words, first",
    [
        ("momentum", "glossary:momentum"),
        ("MOMENTUM", "glossary:momentum"),
        ("learning rat", "glossary:learning-rate"),
        ("initialisation", "glossary:first-weights"),
        ("setup", "write"),
        ("template", "write"),
        ("projector", "keys"),
        ("licence", "about"),
        ("steps_to_leave", "write"),
    ],
)
def test_a_search_goes_over_everything(words: str, first: str) -> None:
    hits = search(CONTENTS.glossary, tuple(CONTENTS.pages.values()), words, "Glossary")
    assert first in [hit.place for hit in hits][:4]


@pytest.mark.parametrize("words", ["", "   ", "qqqq", "[", "*" * 80, "\\", "<b>"])
def test_any_search_is_answered(panel: HelpPanel, words: str) -> None:
    panel.side.field.setText(words)
    assert rows(panel)


def test_typing_finds_and_shows_the_best_hit(qtbot: QtBot, panel: HelpPanel) -> None:
    qtbot.keyClicks(panel.side.field, "nesterov")
    assert panel.place == "glossary:nesterov"
    qtbot.keyClick(panel.side.field, Qt.Key.Key_Escape)
    assert len(rows(panel)) > len(TERMS)
    assert panel.place == "glossary:nesterov"


def test_arrows_in_the_field_go_through_what_was_found(qtbot: QtBot, panel: HelpPanel) -> None:
    panel.side.field.setFocus()
    qtbot.keyClicks(panel.side.field, "saddle")
    first = panel.place
    qtbot.keyClick(panel.side.field, Qt.Key.Key_Down)
    assert panel.place != first
    assert panel.side.field.hasFocus()


def test_a_link_to_another_term_is_followed_inside(qtbot: QtBot, panel: HelpPanel) -> None:
    panel.open_place("glossary:momentum")
    left: list[str] = []
    panel.link_followed.connect(left.append)
    panel.page.text.link_followed.emit("glossary:velocity")
    assert panel.place == "glossary:velocity"
    panel.page.text.link_followed.emit("panel:race")
    assert left == ["panel:race"]


def test_a_term_is_reached_and_left_with_the_keyboard_alone(qtbot: QtBot, panel: HelpPanel) -> None:
    panel.side.field.setFocus()
    qtbot.keyClicks(panel.side.field, "momentum")
    for _ in range(6):
        focus = panel.window().focusWidget()
        if focus is panel.page.text:
            break
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    qtbot.keyClick(panel.page.text, Qt.Key.Key_Return)
    assert panel.place == "glossary:velocity"


@pytest.mark.parametrize("place", ["momentum", "glossary:Heavy ball", "notes:race", "help:write", "keys", "about"])
def test_a_place_is_opened(panel: HelpPanel, place: str) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    panel.place = ""
    panel.open_place(place)
    assert panel.place
    assert said == []


@pytest.mark.parametrize(
    "place", ["", "glossary:", "glossary:nothing", "notes:../../etc/passwd", "file:///x", "x" * 999]
)
def test_a_place_that_is_not_there_is_said_and_nothing_changes(panel: HelpPanel, place: str) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    before = panel.place
    panel.open_place(place)
    assert panel.place == before
    assert len(said) == 1


def test_a_chapter_that_was_found_is_scrolled_to(qtbot: QtBot, panel: HelpPanel) -> None:
    panel.resize(700, 300)
    panel.side.field.setText("often think race")
    panel.side.chosen.emit("notes:race", 3)
    qtbot.waitUntil(lambda: panel.page.area.verticalScrollBar().value() > 0)


def test_the_template_is_a_lesson_without_a_mistake(tmp_path: Path, panel: HelpPanel) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    panel.write_template(tmp_path / "my-lesson.md")
    assert check_lesson(tmp_path / "my-lesson.md") == []
    assert said[0].startswith("my-lesson.md")


def test_a_template_that_cannot_be_written_is_said(tmp_path: Path, panel: HelpPanel) -> None:
    said: list[str] = []
    panel.said.connect(said.append)
    panel.write_template(tmp_path / "no folder" / "my-lesson.md")
    assert len(said) == 1


def test_the_template_is_offered_on_its_page_only(qtbot: QtBot, panel: HelpPanel) -> None:
    panel.open_place("write")
    assert panel.save.isVisible()
    panel.save.click()
    dialog = panel.findChild(QFileDialog)
    assert dialog is not None
    dialog.reject()
    panel.open_place("keys")
    assert not panel.save.isVisible()


@pytest.mark.parametrize("presentation", [False, True])
@pytest.mark.parametrize("size, scale", [((1180, 660), 1.0), ((620, 330), 1.0), ((1240, 660), 2.0)])
def test_nothing_is_cut_at_the_side(
    qtbot: QtBot, panel: HelpPanel, themes: ThemeHolder, size: tuple[int, int], scale: float, presentation: bool
) -> None:
    themes.set(scale=scale, presentation=presentation)
    panel.set_compact(size[0] < 960)
    panel.resize(*size)
    for place in ("notes:race", "write", "keys", "glossary:dropout"):
        panel.open_place(place)
        assert panel.page.area.horizontalScrollBar().maximum() == 0
        assert panel.page.text.document().size().width() <= panel.page.text.viewport().width() + 1
