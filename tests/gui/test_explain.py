"""From every control to its term: F1, the tooltip, the right button."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.arguments import configured
from gui.explain import CONTROLS, Explainer, term_of_widget
from gui.panels import PANELS
from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.chip import Chip
from gui.widgets.slider import ParameterSlider
from gui.widgets.words import TERM, told
from sim.glossary import shipped_glossary
from sim.glossary_places import term_of
from sim.params import Real
from sim.simulations import SIMULATIONS
from sim.simulations.skier_view import VIEWS

GLOSSARY = shipped_glossary()
NETWORK = (("mode", "network"),)
OPENED = [
    *(("home", ()), ("playground", ()), ("playground", NETWORK), ("race", ()), ("backprop", ())),
    ("depth", ()),
    *(("skier", (("view", view),)) for view in VIEWS),
    *(("timeline", ()), ("help", ())),
]
LABELS_WITHOUT = {
    "formula": "the learner's own text; the field beside it is the landscape's",
    "reach": "how far the map reaches, nothing of the field",
    "mode": "which of the two panels is shown",
    "peers": "puts other constants in place of ours",
    "preset": "a set of many settings",
}
NAMES_WITHOUT = {
    "the window's own": {
        "Pages", "Controls", "Pictures", "Parts of the page", "Text", "Type a value", "Close", "Cancel", "Copy", "Pin",
        "Export", "Run", "View", "Swap the pictures", "The one before", "The next one", "Text of the card",
    },
    "time": {"Pause", "Play", "Play the phases", "The phase before", "The next phase", "Train them all"},
    "the start of an experiment": {"Ski", "Start the race", "Let go", "Train all", "Ask them"},
    "places to go": {"Open timeline", "Seventy years in one line", "Let it try", "Draw the line yourself"},
    "history": {
        "Timeline", "Find a name or a year", "Clear the search", "Ideas", "Architectures", "Craft", "World",
        "runs here", "to read", "Show the winters", "Close the card",
    },
    "reading": {"Search the help", "Save a template"},
    "the learner's lessons": {
        "Open a file", "Open a folder", "Write a lesson", "Save report", "Save table", "Start over", "Undo",
    },
}  # fmt: skip
PLAIN = {name for names in NAMES_WITHOUT.values() for name in names}


@pytest.mark.parametrize("simulation", ["race", "playground", "backprop", "depth"])
def test_every_parameter_has_its_term(simulation: str) -> None:
    without = {one.key for one in SIMULATIONS[simulation].parameters if term_of(GLOSSARY, one) is None}
    assert without == {one.key for one in SIMULATIONS[simulation].parameters} & set(LABELS_WITHOUT)


def test_every_name_of_a_picture_leads_to_a_term() -> None:
    assert [key for key in CONTROLS.values() if key not in GLOSSARY.terms] == []


def controls(panel: QWidget) -> Iterator[QWidget]:
    for widget in panel.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.accessibleName():
            yield widget


@pytest.mark.parametrize("key, settings", OPENED, ids=str)
def test_every_control_on_screen_has_its_term(
    qtbot: QtBot, themes: ThemeHolder, key: str, settings: tuple[Any, ...]
) -> None:
    entry = PANELS[key]
    panel = entry.load()(themes, lambda command: None)
    qtbot.addWidget(panel)
    if entry.simulation:
        panel.open(configured(SIMULATIONS[entry.simulation], settings))
    without = {
        widget.accessibleName()
        for widget in controls(panel)
        if term_of_widget(widget) is None and not has_explained_owner(widget, panel)
    }
    assert without - PLAIN == set()


def has_explained_owner(widget: QWidget, panel: QWidget) -> bool:
    owner = widget.parentWidget()
    while owner is not None and owner is not panel:
        if hasattr(owner, "parameter") or term_of_widget(owner) is not None:
            return True
        owner = owner.parentWidget()
    return False


class Desk(QWidget):
    """A window with three controls."""

    def __init__(self, themes: ThemeHolder) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        momentum = SIMULATIONS["playground"].parameters["momentum"]
        assert isinstance(momentum, Real)
        self.slider = ParameterSlider(themes, momentum)
        self.chip = Chip(themes, "Curvature", "toggle", about="How the slope changes.")
        self.other = Button(themes, "Close", about="It closes.")
        for widget in (self.slider, self.chip, self.other):
            column.addWidget(widget)
        self.followed: list[str] = []
        self.explainer = Explainer(themes, self, self.followed.append, lambda: None)


@pytest.fixture
def desk(qtbot: QtBot, themes: ThemeHolder) -> Desk:
    made = Desk(themes)
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_what_has_the_keyboard_is_explained(desk: Desk) -> None:
    for widget in (desk.slider, desk.chip, desk.other):
        widget.setFocus()
        desk.explainer.explain()
    assert desk.followed == ["glossary:momentum", "glossary:curvature"]


def test_the_tooltip_says_that_there_is_more(desk: Desk) -> None:
    desk.explainer.mark(desk)
    assert desk.slider.property(TERM) == "momentum"
    assert "F1" in told(desk.slider)
    assert "F1" in told(desk.chip)
    assert "F1" not in told(desk.other)
    assert told(desk.slider).count("<qt>") == told(desk.slider).count("</qt>") == 1


def ask(desk: Desk, widget: QWidget) -> QMenu | None:
    place = widget.mapTo(desk, QPoint(widget.width() // 2, widget.height() // 2))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, desk.mapToGlobal(place))
    QApplication.sendEvent(desk, event)
    menu = desk.findChild(QMenu)
    return menu if menu is not None and menu.isVisible() else None


def test_the_right_button_asks_what_a_control_is(desk: Desk) -> None:
    menu = ask(desk, desk.chip)
    assert menu is not None
    menu.actions()[0].trigger()
    menu.close()
    assert desk.followed == ["glossary:curvature"]


def test_the_right_button_asks_nothing_where_there_is_nothing_to_tell(desk: Desk) -> None:
    assert ask(desk, desk.other) is None
