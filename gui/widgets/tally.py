"""How many points are right: a large share, the count beside it, and a bar with the mark of the best so far."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.mirrored import Mirror
from gui.widgets.score import NONE_YET, percent
from gui.widgets.shapes import begin, elided, rounded, stroke, text, text_width
from gui.widgets.words import tell
from sim.phrases import phrase

_WIDEST = "100\u00a0%"


class Tally(QWidget):
    """`right` of `total`, and the most that were ever right."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._right = self._total = self._best = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)
        self._tell()

    def set_count(self, right: int, total: int, best: int) -> None:
        """How many are right now, of how many, and the best so far."""
        if (right, total, best) != (self._right, self._total, self._best):
            self._right, self._total, self._best = right, total, best
            self._tell()
            self.update()

    @property
    def big(self) -> str:
        """The share, in whole percent."""
        return percent(self._right, self._total)

    @property
    def count_words(self) -> str:
        """How many of how many."""
        return phrase("{count} of {total} right", count=self._right, total=self._total) if self._total else NONE_YET

    @property
    def best_words(self) -> str:
        """The best so far."""
        return phrase("best so far {share}", share=percent(self._best, self._total)) if self._best else ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Share, words, bar."""
        with QPainter(self) as painter:
            begin(painter)
            theme, font = self._themes.current, self._themes.current.font("score")
            high, line = self._words_height(), theme.line_height("small")
            wide = max(text_width(self.big, font), text_width(_WIDEST, font) * 0.8)
            mirror = Mirror(self)
            text(painter, mirror.box(QRectF(0, 0, wide, high)), self.big, font, theme.color("ink"), mirror.start)
            left = wide + theme.px(16)
            top = (high - 2 * line) / 2
            small = theme.font("small")
            for words, color in ((self.count_words, "soft"), (self.best_words, "you")):
                shown = elided(words, small, self.width() - left)
                place = mirror.box(QRectF(left, top, self.width() - left, line))
                text(painter, place, shown, small, theme.color(color), mirror.start)
                top += line
            self._paint_bar(painter, high, mirror)

    def _paint_bar(self, painter: QPainter, high: float, mirror: Mirror) -> None:
        theme = self._themes.current
        track = QRectF(0, high + theme.px(10), self.width(), theme.px(8))
        rounded(painter, track, track.height() / 2, theme.color("sunk"))
        if not self._total:
            return
        if self._right:
            reach = max(track.height(), track.width() * self._right / self._total)
            bar = mirror.box(QRectF(0, track.top(), reach, track.height()))
            rounded(painter, bar, track.height() / 2, theme.color("ink"))
        if self._best:
            more, wide = theme.px(5), theme.px(2)
            x = min(track.width() * self._best / self._total, track.width() - wide)
            x = self.width() - x if mirror.on else x
            top, foot = QPointF(x, track.top() - more), QPointF(x, track.bottom() + more)
            stroke(painter, top, foot, theme.color("stage"), theme.px(4.4))
            stroke(painter, top, foot, theme.color("you"), wide)

    def _words_height(self) -> float:
        theme = self._themes.current
        return max(1.1 * theme.type_size("score"), 2 * theme.line_height("small"))

    def sizeHint(self) -> QSize:
        """The share above the bar."""
        theme = self._themes.current
        return QSize(round(theme.px(220)), round(self._words_height() + theme.px(26)))

    def minimumSizeHint(self) -> QSize:
        """The words may be shortened."""
        return QSize(round(self._themes.current.px(140)), self.sizeHint().height())

    def _tell(self) -> None:
        tell(self, self.big, phrase("{count}; {best}", count=self.count_words, best=self.best_words or NONE_YET))

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
