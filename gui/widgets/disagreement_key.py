"""What the violet of a map means while it shows where twins disagree: from none of it to all of it, in two words."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.decision_map_field import tone_of_disagreement
from gui.widgets.shapes import LEFT, begin, rounded, text, text_width
from gui.widgets.words import tell

NAME = "Colours of the disagreement"
ABOUT = "On the map: pale where all twins give the same answer, violet where their answers differ most."
ENDS = ("agree", "differ")
_LONG, _LEAST, _HIGH = 40.0, 14.0, 8.0


class DisagreementKey(QWidget):
    """See the module's text."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)
        tell(self, NAME, ABOUT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A word, the colours, a word."""
        with QPainter(self) as painter:
            begin(painter)
            theme, font = self._themes.current, self._themes.current.font("caption")
            words, gap = [text_width(word, font) for word in ENDS], theme.px(5)
            long, high = self.width() - sum(words) - 2 * gap, theme.px(_HIGH)
            bar = QRectF(words[0] + gap, (self.height() - high) / 2, long, high)
            colors = QLinearGradient(bar.topLeft(), bar.topRight())
            for share in (0.0, 0.25, 0.5, 1.0):
                colors.setColorAt(share, tone_of_disagreement(theme, share))
            rounded(painter, bar, high / 2, None, theme.color("rule"), theme.stroke("hairline"))
            painter.setBrush(colors)
            painter.drawRoundedRect(bar, high / 2, high / 2)
            for word, left in zip(ENDS, (0.0, bar.right() + gap), strict=True):
                text(painter, QRectF(left, 0, 10, self.height()), word, font, theme.color("soft"), LEFT)

    def sizeHint(self) -> QSize:
        """A short bar."""
        return self._size(_LONG)

    def minimumSizeHint(self) -> QSize:
        """The words stay."""
        return self._size(_LEAST)

    def _size(self, long: float) -> QSize:
        theme = self._themes.current
        words = sum(text_width(word, theme.font("caption")) for word in ENDS)
        return QSize(round(words + theme.px(long + 10) + 0.5), round(theme.line_height("caption")))

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
