"""One view of the skier: a question, the numbers that answer it, the picture that shows it, and small ones beside it.

The large picture stands on the card of the question; up to three small ones lie below. Where there is no room for all
of them they take turns, and a row of words chooses. A page knows its part of the snapshot and nothing else; what the
learner does on it leaves as a setting and its value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.widgets.card import Caption, Card
from gui.widgets.figure_row import Figure, FigureRow
from gui.widgets.tab_row import TabRow
from gui.widgets.words import Elided, Label
from sim.simulations.skier_view import SkierView

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.skier_view import SkierSnapshot

LARGE, SMALL = 63, 37
LOW_BELOW, NARROW_BELOW, NARROW_BESIDE, FEW_BELOW, QUIET_BELOW = 430, 420, 620, 560, 300
GAP, LINES, LARGEST = 16, 2, 10_000
MAIN = "main"
SIGNS = (
    ("sgd", "circle"), ("momentum", "square"), ("adam", "star"), ("rmsprop", "hex"), ("adadelta", "down"),
    ("nesterov", "diamond"), ("adagrad", "up"),
)  # fmt: skip
"""Colour and shape of lines and lanes, in their order."""


class Part(Card):
    """A small picture under its heading."""

    def __init__(self, themes: ThemeHolder, title: str, widget: QWidget, parent: QWidget | None = None) -> None:
        self._made = False
        super().__init__(themes, "stage", parent)
        self.title, self.widget = Caption(themes, title, parent=self), widget
        self.body.addWidget(self.title)
        self.body.addWidget(widget, 1)
        self._made = True
        self._dress()

    def _dress(self) -> None:
        super()._dress()
        if self._made:
            theme = self._themes.current
            pad = theme.size("card_padding")
            self.body.setContentsMargins(pad, round(theme.px(9)), round(theme.px(10)), round(theme.px(8)))
            self.body.setSpacing(round(theme.px(4)))


class Head(QWidget):
    """The question in the serif, a sentence below it, the numbers at the right."""

    def __init__(
        self, themes: ThemeHolder, question: str, about: str, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self.question = Label(themes, question, "question", "ink", wrap=True, parent=self)
        self.about = Elided(themes, about, "small", "soft", self)
        self.figures = FigureRow(themes, name, self)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.question)
        words.addWidget(self.about)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addLayout(words, 1)
        row.addWidget(self.figures)
        self._most, self._room = 9, themes.current.px(LARGEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(lambda: row.setSpacing(round(themes.current.px(GAP))))

    def fit(self, width: float, low: bool) -> None:
        """In a narrow or low place the numbers leave room for the question, or stand alone."""
        theme = self._themes.current
        narrow = width < theme.px(FEW_BELOW)
        self._room = width - 2 * theme.size("card_padding") - theme.px(GAP)
        self._most = 2 if narrow else 9
        self.question.setVisible(not low and not theme.presentation)
        self.about.setVisible(not (low and narrow) and not theme.presentation)
        self.leave_room()

    def show_figures(self, figures: tuple[Figure, ...]) -> None:
        """Other numbers, which may be wider."""
        if figures != self.figures.figures:
            self.figures.show_figures(figures)
            self.leave_room()

    def leave_room(self) -> None:
        """So many numbers that two lines are enough for the question."""
        enough = LINES * self._themes.current.line_height("question") + 1
        for most in range(self._most, 0, -1):
            self.figures.set_most(most)
            left = round(self._room) - self.figures.sizeHint().width()
            if self.question.isHidden() or self.question.heightForWidth(max(1, left)) <= enough:
                break


class Page(QWidget):
    """A subclass names its settings and words, makes its pictures in `build`, and fills them in `show_part`."""

    changed = Signal(str, object)
    released = Signal(str)
    refused = Signal()
    looked = Signal(object)
    arranged = Signal()

    KEY: ClassVar[str] = ""
    TITLE: ClassVar[str] = ""
    QUESTION: ClassVar[str] = ""
    ABOUT: ClassVar[str] = ""
    RUN: ClassVar[str] = "Run"
    AGAIN: ClassVar[str] = "Once more"
    HANDLE: ClassVar[str] = ""
    """The setting that the large picture's own handle moves; "" where the run is what to begin with."""
    TRY: ClassVar[str] = ""
    """Something to do here, for who has no lesson open."""
    MOVES: ClassVar[bool] = False
    """Whether it begins to run by itself when it is turned to."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = themes
        self._compact = False
        self.head = Head(themes, self.QUESTION, self.ABOUT, self.TITLE, self)
        self.card = Card(themes, "stage", self)
        self.card.body.addWidget(self.head)
        self.parts: dict[str, QWidget] = {}
        self._inside: set[str] = set()
        self._titles: list[tuple[str, str]] = []
        self._row, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.build()
        self.tabs = TabRow(themes, self._titles, self)
        self.tabs.chosen.connect(lambda _: self._place())
        self._column.addWidget(self.tabs)
        self._column.addWidget(self.card, LARGE)
        self._column.addLayout(self._row, SMALL)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._dress)
        self._dress()

    # What a page is ---------------------------------------------------------------------------------------------------

    def build(self) -> None:
        """Make the pictures."""
        raise NotImplementedError

    def show_part(self, snapshot: SkierSnapshot, config: Config) -> None:
        """Fill them."""
        raise NotImplementedError

    def controls(self, config: Config) -> tuple[str, ...]:
        """The settings that stand at the side."""
        raise NotImplementedError

    def run_words(self, config: Config) -> str:
        """The caption of the button that starts it."""
        return self.RUN

    def look(self) -> SkierView:
        """What of the run it looks at; `looked` carries another one."""
        return SkierView()

    def handles(self) -> tuple[QWidget, ...]:
        """Pictures with a hand of their own: they can be locked and cued."""
        return ()

    # Building ---------------------------------------------------------------------------------------------------------

    def set_main(self, title: str, widget: QWidget, share: int = 1) -> None:
        """The large picture."""
        self._pictures = QHBoxLayout()
        self._pictures.setContentsMargins(0, 0, 0, 0)
        self.card.body.addLayout(self._pictures, 1)
        self.add_inside(MAIN, title, widget, share)

    def add_inside(self, key: str, title: str, widget: QWidget, share: int) -> None:
        """A picture on the card of the question, at the right of the others there."""
        self._titles.append((key, title))
        self.parts[key] = widget
        if key != MAIN:
            self._inside.add(key)
        self._pictures.addWidget(widget, share)

    def add_part(self, key: str, word: str, title: str, widget: QWidget, share: int = 1) -> Part:
        """A small picture below, with its heading, and the word for it where pictures take turns."""
        part = Part(self.themes, title, widget, self)
        self.parts[key] = part
        self._titles.append((key, word))
        self._row.addWidget(part, share)
        return part

    def show_figures(self, *figures: Figure) -> None:
        """The numbers that answer the question."""
        self.head.show_figures(figures)

    def say(self, about: str) -> None:
        """The sentence below the question."""
        self.head.about.set_words(about)

    # Locks and cues ---------------------------------------------------------------------------------------------------

    def set_locked(self, locked: bool) -> None:
        """The handle of the picture can be taken, or not."""
        for widget in self.handles():
            widget.set_locked(locked)  # type: ignore[attr-defined]

    def set_cued(self, cued: bool) -> None:
        """The handle is the thing to take next."""
        for widget in self.handles()[:1]:
            widget.set_cued(cued)  # type: ignore[attr-defined]

    @property
    def handle_seen(self) -> bool:
        """Whether the handle is among the pictures that are seen: in a small window they take turns."""
        return any(handle.isVisibleTo(self) for handle in self.handles()[:1])

    def set_secret(self, secret: bool) -> None:
        """A step waits for a guess: what would answer it is not told yet."""

    # Sizes ------------------------------------------------------------------------------------------------------------

    def set_compact(self, compact: bool) -> None:
        """A small window: one picture at a time."""
        self._compact = compact
        self._place()

    def turn_to(self, key: str) -> None:
        """Bring a picture to the front where they take turns."""
        self.tabs.set_current(key)
        self._place()

    def shown(self) -> tuple[str, ...]:
        """The pictures that are seen now."""
        theme = self.themes.current
        wide, high = (NARROW_BESIDE, QUIET_BELOW) if self._inside else (NARROW_BELOW, LOW_BELOW)
        low = self._compact or self.height() < theme.px(high) or self.width() < theme.px(wide)
        return (self.tabs.current,) if low and len(self.parts) > 1 else tuple(self.parts)

    def _place(self) -> None:
        shown, theme = self.shown(), self.themes.current
        alone = len(shown) < len(self.parts)
        focused = self.window().focusWidget()
        for key, part in self.parts.items():
            if key not in shown and focused is not None and part.isAncestorOf(focused):
                focused.clearFocus()
            part.setVisible(key in shown)
        self.tabs.setVisible(alone)
        large = any(key in shown for key in (MAIN, *self._inside))
        small = any(key in shown for key in self.parts if key != MAIN and key not in self._inside)
        self.card.setVisible(large)
        self._column.setStretch(1, LARGE if large else 0)
        self._column.setStretch(2, SMALL if small else 0)
        low = self._compact or self.height() < theme.px(QUIET_BELOW)
        self._column.setSpacing(round(theme.px(4)) if alone else theme.size("card_gap"))
        self.head.fit(self.width(), low)
        pad = theme.size("card_padding")
        top = round(theme.px(6 if low else 12))
        self.card.body.setContentsMargins(pad, top, pad, round(theme.px(8 if low else 12)))
        self.card.body.setSpacing(round(theme.px(4 if low else 8)))
        self.placed(low)
        self.arranged.emit()

    def placed(self, low: bool) -> None:
        """Sizes changed; low: there is room for little."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room may hold more pictures."""
        super().resizeEvent(event)
        self._place()

    def _dress(self) -> None:
        self._row.setSpacing(self.themes.current.size("card_gap"))
        self._pictures.setSpacing(round(self.themes.current.px(18)))
        self._place()
