"""A few violet words with an arrow behind them: the way to more of the same, "Open timeline", "Why not?"."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.theme import ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.mirrored import Mirror
from gui.widgets.shapes import begin, elided, rounded, text, text_width
from gui.widgets.words import tell

_ARROW, _GAP, _SIDE = 11.0, 6.0, 8.0


class MoreLink(Pressable):
    """A button without an edge."""

    def __init__(self, themes: ThemeHolder, words: str, about: str = "", parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._words = words
        self.setText(words)
        tell(self, words, about)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Words and arrow, high enough for a finger."""
        theme = self.themes.current
        wide = text_width(self._words, theme.font("value")) + theme.px(_ARROW + _GAP + 2 * _SIDE)
        return QSize(round(wide + 1), max(round(theme.px(26)), theme.target))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words, then the arrow."""
        with QPainter(self) as painter:
            begin(painter)
            theme, font = self.themes.current, self.themes.current.font("value")
            rounded(painter, self.face(), self.radius(), theme.color("ink", 0.055 * self.glow))
            arrow, left = theme.px(_ARROW), theme.px(_SIDE)
            words = elided(self._words, font, self.width() - 2 * left - arrow - theme.px(_GAP))
            mirror = Mirror(self)
            place = QRectF(left, 0, self.width() - left, self.height())
            text(painter, mirror.box(place), words, font, theme.color("you"), mirror.start)
            right = left + text_width(words, font) + theme.px(_GAP)
            box = QRectF(right, self.height() / 2 - arrow / 2, arrow, arrow)
            paint_icon(painter, mirror.onward, mirror.box(box), theme.color("you"), 1.8)
