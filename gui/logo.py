"""The mark of the program: a nutshell, and in it a curve of loss with a ball on its way down."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import Theme, ThemeHolder
from gui.widgets.shapes import begin, disc


def paint_logo(painter: QPainter, theme: Theme, centre: QPointF, radius: float) -> None:
    """Shell in ink, curve in the learner's colour, ball in the colour of what is still to be learned."""
    x, y, r = centre.x(), centre.y(), radius
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("ink"), r * 0.113))
    shell = QPainterPath(QPointF(x, y - r))
    shell.cubicTo(x + r * 1.15, y - r * 0.72, x + r * 1.05, y + r * 0.8, x, y + r)
    shell.cubicTo(x - r * 1.05, y + r * 0.8, x - r * 1.15, y - r * 0.72, x, y - r)
    painter.drawPath(shell)
    loss = QPainterPath(QPointF(x - r * 0.82, y - r * 0.12))
    loss.cubicTo(x - r * 0.3, y + r * 0.95, x + r * 0.1, y - r * 0.9, x + r * 0.82, y + r * 0.02)
    painter.setPen(QPen(theme.color("you"), r * 0.127))
    painter.drawPath(loss)
    disc(painter, QPointF(x - r * 0.36, y + r * 0.22), r * 0.17, theme.color("minus"))


class Logo(QWidget):
    """The mark alone, as it stands in the rail and in the head of a presentation."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Nutshell"))
        themes.changed.connect(self.updateGeometry)
        themes.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Radius 15 at 100 %, and room for its edge."""
        side = round(self._themes.current.px(34))
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark."""
        with QPainter(self) as painter:
            begin(painter)
            paint_logo(painter, self._themes.current, QRectF(self.rect()).center(), self._themes.current.px(15))
