"""The message line: one sentence at a time, above the transport. It fades by itself, or goes with a click."""

from __future__ import annotations

import math
from collections import deque

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.easing import Eased
from gui.widgets.shapes import begin, rounded, text, text_width, wrapped

LEAST, PER_LETTER = 4000, 60  # milliseconds: nobody reads faster
MOST_WAITING = 6


class Message(QWidget):
    """Lies over the window; `anchor` is the middle of its lower edge."""

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._waiting: deque[str] = deque(maxlen=MOST_WAITING)
        self._lines: list[str] = []
        self._words = ""
        self._anchor = QPoint()
        self._widest = 600
        self._level = Eased(self)
        self._level.finished.connect(self._faded)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.dismiss)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(say("Click to dismiss"))
        themes.changed.connect(self._place)
        self.hide()

    @property
    def words(self) -> str:
        """The sentence on the screen, "" where there is none."""
        return self._words

    def say(self, sentence: str) -> None:
        """Show a sentence; while another is being read, it waits."""
        if not sentence or sentence == self._words or sentence in self._waiting:
            return
        self._waiting.append(sentence)
        if not self._words:
            self._next()

    def dismiss(self) -> None:
        """Read: fade."""
        self._timer.stop()
        milliseconds = self._themes.current.motion("panel")
        self._level.go(0.0, milliseconds)
        if milliseconds <= 0 or not self.isVisible():
            self._faded()

    def place(self, anchor: QPoint, widest: int) -> None:
        """Where the middle of the lower edge is, and how wide it may be."""
        self._anchor, self._widest = anchor, widest
        self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Read."""
        self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Inverse, so that it is seen on every picture."""
        with QPainter(self) as painter:
            begin(painter)
            painter.setOpacity(self._level.level)
            theme = self._themes.current
            rounded(painter, QRectF(self.rect()), theme.size("radius_button"), theme.color("ink"))
            high = theme.line_height("body")
            top = (self.height() - high * len(self._lines)) / 2
            for number, line in enumerate(self._lines):
                area = QRectF(theme.px(16), top + number * high, self.width(), high)
                text(painter, area, line, theme.font("body"), theme.color("panel"))

    def _next(self) -> None:
        self._words = self._waiting.popleft() if self._waiting else ""
        if not self._words:
            self.hide()
            return
        self.setAccessibleName(say(self._words))
        self._place()
        self.show()
        self.raise_()
        self._level.go(1.0, self._themes.current.motion("panel"))
        self._timer.start(LEAST + PER_LETTER * len(self._words))

    def _faded(self) -> None:
        if self._words and self._level.level == 0.0:
            self._next()

    def _place(self) -> None:
        theme = self._themes.current
        font, pad = theme.font("body"), theme.px(16)
        self._lines = wrapped(self._words, font, self._widest - 2 * pad) if self._words else []
        wide = max((text_width(line, font) for line in self._lines), default=0.0) + 2 * pad
        high = theme.line_height("body") * len(self._lines) + theme.px(16)
        self.resize(min(self._widest, math.ceil(wide)), math.ceil(high))
        self.move(self._anchor.x() - self.width() // 2, self._anchor.y() - self.height())
        self.update()
