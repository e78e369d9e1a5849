"""Parts of the card of an event: its lane, links to other events, a reference, what the article and a source say."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.icons import paint_icon
from gui.theme import ThemeHolder
from gui.widgets.button import IconButton, Pressable
from gui.widgets.chip import Chip
from gui.widgets.event_card_rows import sided
from gui.widgets.shapes import CENTRE, begin, disc, elided, rounded, text, text_width
from gui.widgets.timeline_content import FAMILY_OF
from gui.widgets.words import Label, tell
from sim.phrases import phrase, word
from sim.timeline import CONFIDENCE, LANES, Correction, Event, Source

TRUST: dict[str, tuple[str, str, str]] = {
    "confirmed": (word("confirmed"), "check", "good"),
    "partly": ("partly confirmed", "contrast", "warn"),
    "unconfirmed": (word("unconfirmed"), "help", "warn"),
}
"""Confidence -> words, icon, role of colour."""


class LaneChip(Chip):
    """The lane of an event, with a dot in the colour of its family."""

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(themes, "", icon="minus", parent=parent, color="ink")
        self._lane = "units"

    def set_lane(self, lane: str) -> None:
        """Another lane."""
        self._lane = lane
        self.set_words(LANES[lane].title, LANES[lane].about)
        tell(self, LANES[lane].title, LANES[lane].about, FAMILY_OF[lane].title)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, dot, name."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self.themes.current
            face, font = self.face(), theme.font("small")
            rounded(painter, face, self.radius(), theme.color("sunk"))
            family = theme.color(FAMILY_OF[self._lane].role)
            disc(painter, QPointF(theme.px(15), face.center().y()), theme.px(4), family)
            left = theme.px(10) + self._icon_room()
            words = elided(self.words(), font, self.width() - left - theme.px(8))
            text(painter, QRectF(left, face.top(), self.width() - left, face.height()), words, font, theme.color("ink"))


class TrustChip(Chip):
    """How sure the event is: a word and a sign for each of the three."""

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(themes, "", icon="check", parent=parent)

    def set_confidence(self, confidence: str, doubt: str) -> None:
        """Another confidence; the doubt is told with it."""
        words, self._icon, color = TRUST[confidence]
        self.set_words(words, doubt or CONFIDENCE[confidence], color)


class LinkChip(Pressable):
    """A pill that leads to another event."""

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def set_event(self, event: Event) -> None:
        """Another event."""
        self._words = phrase("{label} {year}", label=event.label, year=str(event.year))
        tell(self, self._words, event.title)
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """What stands on it."""
        return self._words

    def face(self) -> QRectF:
        """The pill; the rest is room for a finger."""
        height = self.themes.current.px(24)
        return QRectF(0.0, (self.height() - height) / 2, self.width(), height)

    def radius(self) -> float:
        """Round ends."""
        return self.face().height() / 2

    def sizeHint(self) -> QSize:
        """The words between round ends."""
        theme = self.themes.current
        wide = text_width(self._words, theme.font("small")) + 2 * theme.px(10)
        return QSize(round(wide + 0.5), max(round(theme.px(24)), theme.target))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Violet on a soft ground: the learner may go there."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self.themes.current
            face, font = self.face(), theme.font("small")
            rounded(painter, face, self.radius(), theme.color("you_soft"))
            rounded(painter, face, self.radius(), theme.color("you", 0.10 * self.glow))
            words = elided(self._words, font, face.width() - theme.px(14))
            text(painter, face, words, font, theme.color("you"), CENTRE)


class ReferenceRow(QWidget):
    """A reference as it is cited; the button is there where its address is confirmed."""

    followed = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._link = ""
        self._text = Label(themes, "", "small", "soft", wrap=True, parent=self)
        self._open = IconButton(themes, "external", "Open the source", parent=self)
        self._open.clicked.connect(lambda: self.followed.emit(self._link))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._open, 0, Qt.AlignmentFlag.AlignTop)
        themes.changed.connect(self._dress)
        self._dress()

    def set_source(self, source: Source) -> None:
        """Another reference."""
        self._text.setText(source.text)
        self._link = source.link
        self._open.setVisible(bool(source.link))
        about = phrase("{address}. You are asked before anything opens.", address=source.link)
        tell(self._open, "Open the source", about if source.link else "")

    @property
    def button(self) -> IconButton:
        """What follows the link."""
        return self._open

    @property
    def link(self) -> str:
        """Where the button leads, "" where there is none."""
        return self._link

    def paintEvent(self, event: QPaintEvent) -> None:
        """An open book in front of the first line."""
        with QPainter(self) as painter:
            theme = self._themes.current
            side = theme.px(15)
            middle = self._text.geometry().top() + theme.line_height("small") / 2
            if self._text.height() < 1.6 * theme.line_height("small"):
                middle = self._text.geometry().center().y() + 0.5
            backwards = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            left = self.width() - side if backwards else 0.0
            paint_icon(painter, "book", QRectF(left, middle - side / 2, side, side), theme.color("soft"))

    def _dress(self) -> None:
        theme = self._themes.current
        self._row.setContentsMargins(sided(self, round(theme.px(23)), 0, 0, 0))
        self._row.setSpacing(round(theme.px(6)))
        self.update()


class SaysBox(QWidget):
    """One voice of a correction: a heading with a bar, and what is said."""

    def __init__(self, themes: ThemeHolder, heading: str, role: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._role = role
        self._heading = Label(themes, heading, "section", role, wrap=True, parent=self)
        self._text = Label(themes, "", "body", "ink", wrap=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._heading)
        self._column.addWidget(self._text)
        self._column.addStretch(1)
        themes.changed.connect(self._dress)
        self._dress()

    def set_text(self, words: str) -> None:
        """What is said."""
        self._text.setText(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sunk box, a bar at the heading."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            rounded(painter, QRectF(self.rect()), theme.px(10), theme.color("sunk"))
            place, wide = self._heading.geometry(), theme.px(3)
            left = self.width() - wide if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else 0.0
            bar = QRectF(left, place.top(), wide, place.height())
            rounded(painter, bar, wide / 2, theme.color(self._role))

    def _dress(self) -> None:
        theme = self._themes.current
        pad = round(theme.px(12))
        self._column.setContentsMargins(sided(self, pad, pad, round(theme.px(8)), pad))
        self._column.setSpacing(round(theme.px(5)))
        self.update()


class CorrectionRow(QWidget):
    """What the article says beside what a source says; the longer of the two gets more of the width."""

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._article = SaysBox(themes, "Article says", "warn", self)
        self._source = SaysBox(themes, "Source says", "good", self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._article)
        self._row.addWidget(self._source)
        themes.changed.connect(self._dress)
        self._dress()

    def set_correction(self, correction: Correction) -> None:
        """Another difference."""
        self._article.set_text(correction.article_says)
        self._source.set_text(correction.source_says)
        share = len(correction.article_says) / (len(correction.article_says) + len(correction.source_says))
        article = round(100 * min(max(share, 0.42), 0.58))
        self._row.setStretch(0, article)
        self._row.setStretch(1, 100 - article)

    def _dress(self) -> None:
        self._row.setSpacing(round(self._themes.current.px(10)))
