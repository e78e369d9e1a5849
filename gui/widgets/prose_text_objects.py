"""What stands among the words of a text and is no word: formulas, pictures and rules, drawn by hand.

Qt's own pictures would be asked for by name, from files or the network. Here a text holds the thing itself, and the
document knows of no name at all.
"""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QObject, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QImage,
    QPainter,
    QPyTextObject,
    QTextCharFormat,
    QTextDocument,
    QTextFormat,
)
from PySide6.QtSvg import QSvgRenderer

from gui.theme import Theme
from gui.widgets.shapes import stroke
from sim.prose_formula import Drawn, colored

KIND = QTextFormat.ObjectTypes.UserObject.value + 1
NUMBER = QTextFormat.Property.UserProperty.value + 1


class Thing:
    """Something of a size that draws itself."""

    def size(self, width: float) -> QSizeF:
        """How large it is where `width` is free."""
        raise NotImplementedError

    def draw(self, painter: QPainter, rect: QRectF, baseline: float) -> None:
        """Draw it into the place that the layout gave it. baseline: where the words beside it stand."""
        raise NotImplementedError


class FormulaThing(Thing):
    """A formula in the size of the words around it, on their line; narrower where it is too wide for the column.

    Qt puts an object that is aligned to the middle around half the height of an x, so the room is made symmetric about
    that; the formula stands in it with its own line of writing on that of the words.
    """

    def __init__(self, drawn: Drawn, theme: Theme, format_: QTextCharFormat, color: str) -> None:
        self._drawn = drawn
        font = format_.font()
        self._em = float(font.pixelSize())
        self._middle = QFontMetricsF(font).xHeight() / 2.0
        paint = theme.color(color)
        words = f"rgb({paint.red()}, {paint.green()}, {paint.blue()})"
        self._renderer = QSvgRenderer(QByteArray(colored(drawn.svg, words).encode()))

    def _scale(self, width: float) -> float:
        wide = self._drawn.width * self._em
        return self._em * (min(1.0, width / wide) if width > 0 else 1.0)

    def size(self, width: float) -> QSizeF:
        """Symmetric about the middle of the line."""
        em = self._scale(width)
        high = max(2.0 * self._drawn.ascent * em - self._middle, 2.0 * self._drawn.descent * em + self._middle)
        return QSizeF(self._drawn.width * em, high)

    def draw(self, painter: QPainter, rect: QRectF, baseline: float) -> None:
        """On the line of writing."""
        em = rect.width() / self._drawn.width
        high = (self._drawn.ascent + self._drawn.descent) * em
        self._renderer.render(painter, QRectF(rect.left(), baseline - self._drawn.ascent * em, rect.width(), high))


class PictureThing(Thing):
    """A picture, never larger than it is or than the column."""

    def __init__(self, image: QImage, theme: Theme) -> None:
        self._image = image
        self._scale = theme.px(1.0)

    def size(self, width: float) -> QSizeF:
        """Its own proportions."""
        whole = QSizeF(self._image.size()) * self._scale
        return whole if width <= 0 or whole.width() <= width else whole * (width / whole.width())

    def draw(self, painter: QPainter, rect: QRectF, baseline: float) -> None:
        """Smoothly."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(rect, self._image)


class RuleThing(Thing):
    """A hairline from side to side."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def size(self, width: float) -> QSizeF:
        """As wide as the column."""
        return QSizeF(max(width, 1.0), self._theme.px(9))

    def draw(self, painter: QPainter, rect: QRectF, baseline: float) -> None:
        """In the middle of its place."""
        middle, wide = round(rect.center().y()) + 0.5, self._theme.stroke("hairline")
        start, end = QPointF(rect.left(), middle), QPointF(rect.right(), middle)
        stroke(painter, start, end, self._theme.color("line"), wide)


class Things(QPyTextObject):
    """Draws the things of one document. A format names its thing by number."""

    def __init__(self, document: QTextDocument, parent: QObject) -> None:
        super().__init__(parent)
        self._things: list[Thing] = []
        document.documentLayout().registerHandler(KIND, self)

    def clear(self) -> None:
        """Forget all of them: the document is empty."""
        self._things.clear()

    def format_of(self, thing: Thing, like: QTextCharFormat) -> QTextCharFormat:
        """The format with which this thing is inserted, otherwise like that of the words around it."""
        self._things.append(thing)
        format_ = QTextCharFormat(like)
        format_.setObjectType(KIND)
        format_.setProperty(NUMBER, len(self._things) - 1)
        format_.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignMiddle)
        return format_

    def intrinsicSize(self, document: QTextDocument, place: int, format_: QTextFormat) -> QSizeF:
        """Asked by the layout."""
        block = document.findBlock(place)
        shape = block.blockFormat()
        steps = shape.indent() + (block.textList().format().indent() if block.textList() else 0)
        indent = steps * document.indentWidth() + shape.leftMargin() + shape.rightMargin()
        return self._things[int(format_.property(NUMBER))].size(document.textWidth() - indent)

    def drawObject(  # type: ignore[override]
        self, painter: QPainter, rect: QRectF, document: QTextDocument, place: int, format_: QTextFormat
    ) -> None:
        """Asked while the document is painted."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        self._things[int(format_.property(NUMBER))].draw(painter, rect, baseline_at(document, place))
        painter.restore()


def baseline_at(document: QTextDocument, place: int) -> float:
    """The height at which the words around a place stand."""
    block = document.findBlock(place)
    line = block.layout().lineForTextPosition(place - block.position())
    return document.documentLayout().blockBoundingRect(block).top() + line.y() + line.ascent()
