"""Every screen in a language nobody speaks: what stands there in plain English went past the catalogue."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication

from gui.arguments import Arguments
from gui.language import Language, find, use
from gui.panels.lab.pages import PAGES, Hands
from gui.settings import Settings
from gui.theme import ThemeHolder
from gui.widgets.event_figure import FIGURES, paint_figure
from gui.window import Window
from sim.numerals import use_marks
from sim.timeline_files import history_folder, read_timeline
from tests.gui import home_desk, lab_scene, playground_desk, race_desk, timeline_desk
from tests.gui.pseudo_screen import leaks, own_texts, painted, plain_words

PRESETS = ("xor", "digits", "table", "fold", "wave")


@pytest.fixture(params=["pseudo", "pseudo-rtl"])
def pseudo(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    language, trouble = find(request.param)
    assert trouble == ""
    use(language, qapp)
    yield request.param
    use(Language(), qapp)
    use_marks()
    QLocale.setDefault(QLocale.c())


def texts_of_history() -> set[str]:
    """What the screens take from files of events and machines."""
    return own_texts(read_timeline(history_folder()))


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("preset", PRESETS)
def test_the_playground_speaks_another_language(preset: str, themes: ThemeHolder, qtbot) -> None:
    desk = playground_desk.Desk(themes, preset)
    qtbot.addWidget(desk.panel)
    desk.run(30)
    desk.draw()
    assert leaks(desk.panel) == []


@pytest.mark.usefixtures("pseudo")
def test_the_race_speaks_another_language(themes: ThemeHolder, qtbot) -> None:
    desk = race_desk.Desk(themes)
    qtbot.addWidget(desk.panel)
    desk.show()
    assert leaks(desk.panel) == []


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("key", ["penalty", "two", "path"])
def test_the_pages_of_penalties_speak_another_language(key: str, themes: ThemeHolder, qtbot) -> None:
    hands = Hands(lambda what, value: None, lambda values: None, lambda: None, lambda name: True)
    page = PAGES[key].load()(themes, hands)
    page.show_snapshot(lab_scene.snapshot_of(path=lab_scene.path_of()), lab_scene.config_of())
    for widget in (page, page.beside):
        if widget is not None:
            qtbot.addWidget(widget)
            widget.resize(528, 270)
            widget.show()
            assert leaks(widget) == []


@pytest.mark.usefixtures("pseudo")
def test_home_speaks_another_language(themes: ThemeHolder, qtbot) -> None:
    desk = home_desk.Desk(themes)
    qtbot.addWidget(desk.panel)
    assert leaks(desk.panel, {title for _, title, _ in home_desk.TITLES} | texts_of_history()) == []


@pytest.mark.usefixtures("pseudo")
def test_the_timeline_speaks_another_language(themes: ThemeHolder, qtbot) -> None:
    desk = timeline_desk.Desk(themes)
    qtbot.addWidget(desk.panel)
    assert leaks(desk.panel, texts_of_history()) == []


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("id", ["lstm", "alexnet"])
def test_the_card_of_an_event_speaks_another_language(id: str, themes: ThemeHolder, qtbot) -> None:
    desk = timeline_desk.Desk(themes)
    qtbot.addWidget(desk.panel)
    desk.panel.open_event(id)
    desk.work()
    assert leaks(desk.panel, texts_of_history()) == []


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("id", sorted(FIGURES))
def test_a_figure_of_an_event_speaks_another_language(id: str, themes: ThemeHolder) -> None:
    image, texts = QImage(312, 122, QImage.Format.Format_RGB32), set[str]()
    with painted(texts), QPainter(image) as painter:
        paint_figure(painter, themes.current, QRectF(0, 0, 312, 122), id)
    assert [text for text in texts if plain_words(text)] == []


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("state", [{"claims": True}, {"search": "adam"}, {"seasons": False}, {"compute": False}])
def test_a_state_of_the_timeline_speaks_another_language(state: dict[str, object], themes: ThemeHolder, qtbot) -> None:
    desk = timeline_desk.Desk(themes, **state)
    qtbot.addWidget(desk.panel)
    assert leaks(desk.panel, texts_of_history()) == []


@pytest.mark.usefixtures("pseudo")
def test_every_button_of_the_rail_has_a_tooltip_for_what_is_cut(themes: ThemeHolder, qtbot) -> None:
    window = Window(themes, Settings(None), Arguments(panel="home"))
    qtbot.addWidget(window)
    buttons = window.rail.findChildren(QAbstractButton)
    assert all(button.toolTip().startswith("<qt><b>") for button in buttons)


@pytest.mark.usefixtures("pseudo")
@pytest.mark.parametrize("sheet", ["settings", "shortcuts", "palette"])
def test_a_sheet_speaks_another_language(sheet: str, themes: ThemeHolder, qtbot) -> None:
    window = Window(themes, Settings(None), Arguments(panel="race"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.open_sheet(sheet)
    assert leaks(window) == []


def test_english_is_what_the_test_would_find(themes: ThemeHolder, qtbot) -> None:
    desk = race_desk.Desk(themes)
    qtbot.addWidget(desk.panel)
    texts: set[str] = set()
    with painted(texts):
        desk.panel.grab()
    assert sum(bool(plain_words(text)) for text in texts) > 20
