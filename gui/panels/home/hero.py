"""The card that one sees first: the plane with its line at the left, the question and what to do at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSpacerItem, QVBoxLayout, QWidget

from gui.panels.home.telling import HINT, QUESTION, TRYING, Said
from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.hero_map import HeroMap
from gui.widgets.more_link import MoreLink
from gui.widgets.shapes import begin, rounded
from gui.widgets.tally import Tally
from gui.widgets.words import Label

LEAST_WORDS, MOST_WORDS = 216, 400
GAP = 26
LEVELS = 5
"""Ways to show the words, from all of them to the fewest."""


class Hero(QWidget):
    """Owns the widgets; the panel fills them."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._compact = False
        self._said = Said(TRYING)
        self.map = HeroMap(themes, self)
        self.now = Label(themes, "Try it now", "section", "you", parent=self)
        self.large = Label(themes, QUESTION, "display", wrap=True, parent=self)
        self.small = Label(themes, QUESTION, "question", wrap=True, parent=self)
        self.words = Label(themes, TRYING, "prose", "soft", wrap=True, parent=self)
        self.why = MoreLink(themes, "Why not?", "Opens the lesson about what one line cannot do.", self)
        self.tally = Tally(themes, self)
        self.go = Button(themes, "Pause", "primary", self, "pause")
        about = "Opens the playground with two hidden neurons and the same points."
        self.more = Button(themes, "Add a second neuron", "plain", self, about=about)
        self.hint = Label(themes, HINT, "body", "soft", wrap=True, parent=self)
        self._column = QVBoxLayout()
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._room = QSpacerItem(0, 0)
        self._row = QHBoxLayout(self)
        self._row.addItem(self._room)
        self._row.addLayout(self._column, 1)
        self._fill()
        themes.changed.connect(self._dress)
        self._dress()

    def _fill(self) -> None:
        for part in (self.now, self.large, self.small, self.words):
            self._column.addWidget(part)
        self._column.addWidget(self.why, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.tally)
        self._column.addLayout(self._buttons)
        self._buttons.addWidget(self.go)
        self._buttons.addWidget(self.more)
        self._column.addStretch(1)
        self._column.addWidget(self.hint)
        self.why.hide()

    def set_said(self, said: Said) -> None:
        """The sentence, and whether there is more to it."""
        if said != self._said:
            self._said = said
            self.words.setText(said.words)
            self.why.setVisible(said.leads_on)
            self._fit()

    def set_going(self, playing: bool, own: bool) -> None:
        """What the violet button does next."""
        if playing and not own:
            self.go.set_words("Pause", "Holds the neuron where it is.")
            self.go.set_icon("pause")
        else:
            self.go.set_words("Let it try", "The neuron goes on from this line, one point at a time.")
            self.go.set_icon("playtri")

    def set_compact(self, compact: bool) -> None:
        """In a small window the question is smaller and the prose goes."""
        self._compact = compact
        self._dress()

    def minimumSizeHint(self) -> QSize:
        """A small picture beside two buttons."""
        theme = self._themes.current
        return QSize(round(theme.px(LEAST_WORDS + 90)), round(theme.px(150)))

    def wish(self, high: int) -> int:
        """How wide it would like to be when it is so high."""
        theme, pad = self._themes.current, self._pad()
        return high + round(theme.px(GAP + MOST_WORDS)) + pad

    def _pad(self) -> int:
        return self._themes.current.size("gap" if self._compact else "card_padding")

    def _dress(self) -> None:
        theme, pad = self._themes.current, self._pad()
        small = self._compact or theme.presentation
        self._row.setContentsMargins(pad, pad, pad, pad)
        self._row.setSpacing(round(theme.px(14 if self._compact else GAP)))
        self._column.setSpacing(round(theme.px(6 if small else 12)))
        self._buttons.setSpacing(round(theme.px(8)))
        self._fit()
        self.update()

    def _fit(self) -> None:
        """The picture is square and leaves the words their room; of the words, what has room is shown."""
        theme, pad = self._themes.current, self._pad()
        least = round(theme.px(LEAST_WORDS))
        inner = QSize(self.width() - 2 * pad, self.height() - 2 * pad)
        side = max(round(theme.px(90)), min(inner.height(), inner.width() - least - self._row.spacing()))
        self._room.changeSize(side + self._row.spacing(), 0)
        words = max(inner.width() - side - self._row.spacing(), 10)
        for level in range(LEVELS):
            self._show_level(level)
            self._column.invalidate()
            if self._column.heightForWidth(words) <= inner.height():
                break
        self._row.invalidate()
        self._place_map(side)

    def _show_level(self, level: int) -> None:
        """From all words (0) to the fewest."""
        headline = not self._themes.current.presentation
        wordy = headline and not self._compact
        self.now.setVisible(wordy and level < 2)
        self.large.setVisible(wordy and level < 2)
        self.small.setVisible(headline and (self._compact or level >= 2) and level < 4)
        self.words.setVisible(level < (1 if self._compact else 3))
        self.hint.setVisible(wordy and level < 1)
        beside = level >= 4
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._buttons.setDirection(way)

    def _place_map(self, side: int) -> None:
        pad = self._pad()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.map.setGeometry(self.width() - pad - side if mirrored else pad, pad, side, side)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another square."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            edge, wide = theme.color("line"), theme.stroke("hairline")
            rounded(painter, QRectF(self.rect()), theme.size("radius_card"), theme.color("stage"), edge, wide)
