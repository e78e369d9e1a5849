"""The card "Seventy years in one line": which milestones stand on it, and the door to the whole timeline."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.panels import PANELS
from gui.theme import ThemeHolder
from gui.widgets.card import Card
from gui.widgets.history_strip import HistoryStrip, StripMark, StripSeason
from gui.widgets.more_link import MoreLink
from gui.widgets.words import Elided, Label
from sim.phrases import phrase
from sim.timeline import FIRST_YEAR, LAST_YEAR, WINTERS, Timeline
from sim.timeline_files import history_folder, read_timeline

MILESTONES = (
    "perceptrons-book", "perceptron", "backprop-nature", "alexnet", "threshold-unit", "neocognitron",
    "zip-code-network", "lstm", "support-vector-network", "deep-autoencoder", "ivakhnenko-lapa", "linnainmaa",
    "hopfield-network", "adam",
)  # fmt: skip
"""Those that matter most for the story come first: they choose their place first."""
HERE = "perceptrons-book"
"""What the experiment on this screen is about."""


class Years(Card):
    """`event_chosen` carries the id of a milestone, `timeline_asked` means all of them."""

    event_chosen = Signal(str)
    timeline_asked = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "panel", parent)
        self.title = Label(themes, "Seventy years in one line", "title", parent=self)
        self.about = Elided(themes, "Filled dots run: click one and try the machine.", "body", "soft", self)
        about = "Every event with its sources, on an axis of years."
        self.all = MoreLink(themes, "Open timeline", about, self)
        self.strip = HistoryStrip(themes, self)
        self._head = QHBoxLayout()
        self._head.addWidget(self.title)
        self._head.addWidget(self.about, 1)
        self._head.addWidget(self.all)
        self.body.addLayout(self._head)
        self.body.addWidget(self.strip, 1)
        self.strip.chosen.connect(self.event_chosen)
        self.all.clicked.connect(lambda: self.timeline_asked.emit())
        themes.changed.connect(self._space)
        self._space()

    def show_timeline(self, timeline: Timeline) -> None:
        """The milestones and winters of a timeline; an event that it lacks is left out."""
        known = {event.id: event for event in timeline.events}
        marks = []
        for id in MILESTONES:
            event = known.get(id)
            if event is not None:
                runs = bool(event.targets(PANELS))
                words = phrase("{when}: {title}", when=event.when_words, title=event.title)
                marks.append(StripMark(event.id, event.label, event.when, words, runs, event.id == HERE))
        self.strip.set_marks(marks, FIRST_YEAR - 1, LAST_YEAR + 1)
        self.strip.set_seasons([StripSeason(winter.title, winter.first, winter.last) for winter in WINTERS])

    def show_history(self) -> None:
        """The milestones of the program's own files."""
        self.show_timeline(read_timeline(history_folder()))

    def set_lean(self, lean: bool) -> None:
        """Without the sentence, where there is no room for it."""
        self.about.setVisible(not lean)

    def _space(self) -> None:
        self._head.setSpacing(round(self._themes.current.px(24)))
        self.body.setSpacing(round(self._themes.current.px(4)))
