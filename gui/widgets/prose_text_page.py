"""A whole page of text that scrolls: notes, guides. Its lines are no longer than can be read with ease."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.prose_text import ProseText
from gui.widgets.scrolled import scrolled

LETTERS = 66
"""In a line. Bringhurst, The Elements of Typographic Style, 2.1.2."""
SAMPLE = "the quick brown fox jumps over a lazy dog "
"""Words of common width."""
_NOTHING: Mapping[str, bytes] = {}


class ProsePage(QFrame):
    """A text, and whatever stands under it (`below`), in a column that scrolls."""

    link_followed = Signal(str)

    def __init__(self, themes: ThemeHolder, role: str = "prose", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._role = role
        self._chapter = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.text = ProseText(themes)
        self.text.set_role(role)
        self.text.link_followed.connect(self.link_followed)
        self._content = QWidget()
        self.below = self._column = QVBoxLayout(self._content)
        self._column.addWidget(self.text)
        self._column.addStretch(1)
        self.area: QScrollArea = scrolled(themes, self._content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        themes.changed.connect(self._dress)
        self._dress()

    def set_markdown(self, text: str, pictures: Mapping[str, bytes] = _NOTHING) -> None:
        """Another text, read from its beginning."""
        self.text.set_markdown(text, pictures)
        self.area.verticalScrollBar().setValue(0)

    def show_chapter(self, number: int) -> None:
        """Scroll to the heading of the second level with this number, from 1; 0 is the beginning."""
        self._chapter = number
        QTimer.singleShot(0, self, self._scroll)

    def _scroll(self) -> None:
        """Once the text has its size."""
        tops = self.text.heading_tops(2)
        known = 0 < self._chapter <= len(tops)
        self.area.verticalScrollBar().setValue(round(tops[self._chapter - 1]) if known else 0)

    def add_below(self, widget: QWidget) -> None:
        """Put a widget under the text."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room that the column does not need stays free beside it."""
        super().resizeEvent(event)
        self._dress()

    def _dress(self) -> None:
        theme = self._themes.current
        letters = QFontMetricsF(theme.font(self._role)).horizontalAdvance(say(SAMPLE)) / len(SAMPLE) * LETTERS
        pad, bar = round(theme.px(4)), round(theme.px(14))  # rings of focus, the scroll bar
        spare = max(0, self.width() - round(letters) - pad - bar)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        left, right = (bar + spare, pad) if mirrored else (pad, bar + spare)
        self._column.setContentsMargins(left, pad, right, pad)
        self._column.setSpacing(theme.size("gap"))
