"""Where a link in a text leads: to another panel, an event, a term, a lesson, or, after a question, out of the program.

    glossary:momentum   event:zip-code-network   lesson:perceptron   panel:race?surface=saddle   https://...
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from gui.arguments import Assignments, configured
from gui.drops import Drops
from gui.explain import Explainer
from gui.outside import follow_outside
from gui.panels import PANELS
from sim.errors import ConfigError, sentence
from sim.phrases import phrase

if TYPE_CHECKING:
    from gui.panels.base import Panel
    from gui.window import Window

PLACES = {"glossary": "help", "notes": "help", "help": "help", "event": "timeline"}
"""Links that lead to a place in a panel: which panel."""
LESSONS = "lessons"
OUTSIDE = ("https", "http", "mailto")


class Routes:
    """The links of one window."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self.drops = Drops(window.themes, window.stack, self.open_lessons)
        self.explainer = Explainer(window.themes, window, self.follow, lambda: window.panel)

    def listen(self, panel: Panel) -> None:
        """The links of a panel, and the way from its controls to the glossary."""
        panel.link_followed.connect(self.follow)
        panel.asked_for.connect(lambda key, settings: self.open_with(key, tuple(settings.items())))
        self.explainer.listen(panel)

    def follow(self, link: str) -> None:
        """Go there; a link that leads nowhere is said."""
        scheme, _, rest = link.partition(":")
        if scheme in OUTSIDE:
            self._go_outside(link)
        elif scheme == "lesson":
            self._window.guide.start(rest)
        elif scheme == "panel" and rest.partition("?")[0] in PANELS:
            key, _, settings = rest.partition("?")
            self.open_with(key, tuple(parse_qsl(settings)))
        elif PLACES.get(scheme) in PANELS:
            self._window.open_panel(PLACES[scheme])
            if self._window.panel is not None:
                self._window.panel.open_place(link)
        else:
            self._say_nowhere(link)

    def open_lessons(self, paths: list[Path]) -> None:
        """Lessons were dropped on a panel that has no use for files of its own."""
        self._window.open_panel(LESSONS)
        if self._window.panel is not None:
            self._window.panel.open_files(paths)

    def open_with(self, key: str, settings: Assignments) -> None:
        """A panel with settings. Settings that it does not have are said, and nothing changes."""
        from sim.simulations import SIMULATIONS

        simulation = PANELS[key].simulation
        try:
            if simulation:
                configured(SIMULATIONS[simulation], settings)
        except ConfigError as error:
            self._window.message.say(sentence(error))
        else:
            self._window.open_panel(key, settings if simulation else ())

    def _go_outside(self, link: str) -> None:
        """Ask first; an address that hides where it leads is not even asked about."""
        if not follow_outside(self._window.themes, self._window, link):
            self._say_nowhere(link)

    def _say_nowhere(self, link: str) -> None:
        self._window.message.say(phrase("This link leads nowhere: {link}", link=link[:80]))
