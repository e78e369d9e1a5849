"""The painting of the bars of a deep network: ground, bars of the way back, line of the way forward, the ruler.

All of it in pixels of the widget; where a layer stands is the plan's business (`layer_columns`).
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.layer_columns import RULER, Columns
from gui.widgets.layer_signals import LayerSignals, Reach, exponents
from gui.widgets.layer_words import say_layers, short_number
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, rounded, stroke, text, text_width
from gui.widgets.ticks import decade_ticks
from sim.phrases import phrase, word

BACK, FORWARD = "grad", "plus"
BACKWARD_WORDS, FORWARD_WORDS = word("the error walks back"), word("the answer walks forward")
OUT, MORE = word("out"), word("drag: more layers")
_PALEST, _FADES_OVER = 0.26, 9.0
_HANDLE, _TRACK = 8.0, 4.0
_FACTOR_PITCH = 38.0


@dataclass(frozen=True)
class Face:
    """Where everything is: the columns, the powers of ten, and the line of the ruler below."""

    columns: Columns
    reach: Reach
    ruler: float

    @property
    def area(self) -> QRectF:
        """The rectangle of the bars."""
        return self.columns.area

    def y_of(self, exponent: float) -> float:
        """The pixel of a power of ten."""
        return self.area.bottom() - self.reach.share(exponent) * self.area.height()

    def level(self, exponent: float) -> float:
        """The same, kept inside the picture."""
        return min(max(self.y_of(exponent), self.area.top()), self.area.bottom())

    def handle(self, theme: Theme) -> QRectF:
        """The box of the handle."""
        radius = theme.px(_HANDLE)
        return QRectF(self.columns.edge - radius, self.ruler - radius, 2 * radius, 2 * radius)


def bar(face: Face, layer: int, exponent: float) -> QRectF:
    """The bar of a layer, from the floor to its number; nothing has no height."""
    left, wide = face.columns.column(layer)
    top = face.area.bottom() if not exponent > -math.inf else face.level(exponent)
    return QRectF(left, top, wide, face.area.bottom() - top)


def paint_ground(painter: QPainter, theme: Theme, face: Face) -> None:
    """Hairlines at powers of ten, and the line that healthy layers keep."""
    area, font, faint = face.area, theme.font("caption"), theme.color("faint")
    ticks = decade_ticks(face.reach.low, face.reach.high, max(2.0, area.height() / theme.px(30)))
    half, right = theme.line_height("caption") / 2, area.right()
    for value, words in zip(ticks.values, ticks.texts, strict=True):
        y = round(face.y_of(value)) + 0.5
        painter.setPen(QPen(theme.color("line"), theme.stroke("hairline")))
        painter.drawLine(QPointF(area.left(), y), QPointF(right, y))
        text(painter, QRectF(0, y - half, area.left() - theme.px(7), 2 * half), words, font, faint, RIGHT)
    one = round(face.y_of(0.0)) + 0.5
    pen = QPen(theme.color("rule"), theme.stroke("hairline") * 1.3)
    pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.drawLine(QPointF(area.left(), one), QPointF(right, one))


def paint_ways(painter: QPainter, theme: Theme, face: Face) -> None:
    """Both ways above the bars, each beginning at its own end: words with an arrow."""
    area, font, high = face.area, theme.font("label"), theme.line_height("label")
    y, edge = area.top() - high * 0.75, max(face.columns.edge, area.left() + theme.px(120))
    arrow, gap = theme.px(20), theme.px(6)
    ahead, behind = text_width(FORWARD_WORDS, font), text_width(BACKWARD_WORDS, font)
    both = ahead + behind + 2 * arrow + 5 * gap <= edge - area.left()
    right = QRectF(edge - behind, y - high / 2, behind, high)
    text(painter, right, BACKWARD_WORDS, font, theme.color(BACK), LEFT)
    _arrow(painter, theme, QPointF(right.left() - gap, y), -arrow, BACK)
    if both:
        text(painter, QRectF(area.left(), y - high / 2, ahead, high), FORWARD_WORDS, font, theme.color(FORWARD), LEFT)
        _arrow(painter, theme, QPointF(area.left() + ahead + gap, y), arrow, FORWARD)


def _arrow(painter: QPainter, theme: Theme, start: QPointF, length: float, role: str) -> None:
    color, head = theme.color(role), theme.px(4.5)
    end, way = start + QPointF(length, 0.0), math.copysign(1.0, length)
    stroke(painter, start, end - QPointF(way * head, 0.0), color, theme.stroke("curve"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    back = end - QPointF(way * head * 1.4, 0.0)
    painter.drawPolygon(QPolygonF([end, back + QPointF(0.0, head * 0.8), back - QPointF(0.0, head * 0.8)]))


def paint_pointed(painter: QPainter, theme: Theme, face: Face, layer: int) -> None:
    """A band behind the column that is pointed at."""
    if 0 <= layer < face.columns.count:
        left = face.area.left() + layer * face.columns.pitch
        band = QRectF(left, face.area.top(), face.columns.pitch, face.area.height())
        painter.fillRect(band, theme.color("ink", 0.07))


def paint_told(painter: QPainter, theme: Theme, face: Face, signals: LayerSignals, layer: int) -> None:
    """How large the gradient of its weights is, as a line across the column that is pointed at."""
    if not 0 <= layer < signals.told.size:
        return
    exponent = float(exponents(signals.told[layer : layer + 1])[0])
    if math.isfinite(exponent):
        left, wide = face.area.left() + layer * face.columns.pitch, face.columns.pitch
        y = face.level(exponent)
        for color, width in ((theme.color("stage"), theme.px(4)), (theme.color("ink"), theme.px(2))):
            stroke(painter, QPointF(left, y), QPointF(left + wide, y), color, width)


def paint_back(painter: QPainter, theme: Theme, face: Face, signals: LayerSignals) -> None:
    """A bar for each layer; the less arrives, the paler it is. What lies below the picture leaves a mark at its foot.
    """
    levels, radius = exponents(signals.back), min(theme.px(3), face.columns.pitch / 4)
    for layer, exponent in enumerate(levels):
        if math.isnan(exponent):
            continue
        box = bar(face, layer, float(exponent))
        share = 1.0 - (1.0 - _PALEST) * min(max(-float(exponent), 0.0) / _FADES_OVER, 1.0)
        if box.height() < 1.0:
            _paint_gone(painter, theme, face, layer)
        else:
            rounded(painter, box, min(radius, box.height() / 2), theme.mix("stage", BACK, share))
        if exponent > face.reach.high:
            _paint_beyond(painter, theme, box)
    _paint_ranges(painter, theme, face, signals)


def _paint_gone(painter: QPainter, theme: Theme, face: Face, layer: int) -> None:
    """Nothing that can be seen: a short line on the floor."""
    left, wide = face.columns.column(layer)
    y = face.area.bottom() - theme.px(1)
    painter.fillRect(QRectF(left, y, wide, theme.px(2)), theme.mix("stage", BACK, _PALEST + 0.1))


def _paint_beyond(painter: QPainter, theme: Theme, box: QRectF) -> None:
    """More than the picture holds: a notch in the colour of the ground below its top."""
    y, half = box.top() + theme.px(7), min(theme.px(5), box.width() / 2)
    middle = box.center().x()
    pen = QPen(theme.color("stage"), theme.stroke("curve"))
    painter.setPen(pen)
    painter.drawPolyline(
        QPolygonF([QPointF(middle - half, y), QPointF(middle, y - half * 0.8), QPointF(middle + half, y)])
    )


def _paint_ranges(painter: QPainter, theme: Theme, face: Face, signals: LayerSignals) -> None:
    """From the least to the most over other seeds."""
    if not (signals.low.size == signals.high.size == signals.back.size) or face.columns.pitch < theme.px(7):
        return
    low, high = exponents(signals.low), exponents(signals.high)
    for layer in range(signals.back.size):
        if math.isfinite(low[layer]) and math.isfinite(high[layer]) and low[layer] > face.reach.low:
            x = face.columns.middle(layer)
            top, foot = QPointF(x, face.level(float(high[layer]))), QPointF(x, face.level(float(low[layer])))
            stroke(painter, top, foot, theme.color("ink", 0.62), theme.stroke("curve"))


def paint_factors(painter: QPainter, theme: Theme, face: Face, signals: LayerSignals) -> None:
    """What each layer keeps, over its bar where there is room for words; inside it where the line of the way forward
    runs over it."""
    font, high = theme.font("caption"), theme.line_height("caption")
    if face.columns.pitch < theme.px(_FACTOR_PITCH) * theme.type_size("caption") / theme.px(11) or not signals.depth:
        return
    levels, ahead = exponents(signals.back), exponents(signals.forward)
    ends = exponents(signals.high) if signals.high.size == signals.back.size else levels
    for layer, keeps in enumerate(signals.keeps[: signals.depth]):
        if not (math.isfinite(keeps) and math.isfinite(levels[layer])):
            continue
        top = min(face.level(float(levels[layer])), face.level(float(ends[layer])))
        box = QRectF(face.columns.middle(layer) - 30, max(top - high, face.area.top()) - theme.px(1), 60, high)
        color = theme.color("soft")
        line = face.level(float(ahead[layer])) if layer < ahead.size and math.isfinite(ahead[layer]) else -math.inf
        words = phrase("× {factor}", factor=short_number(float(keeps)))
        if abs(line - box.center().y()) < 0.8 * high:
            if text_width(words, font) > face.columns.column(layer)[1]:
                continue
            box.moveTop(max(face.level(float(levels[layer])), line) + theme.px(6))
            color = theme.color("stage")
        if box.bottom() < face.area.bottom():
            text(painter, box, words, font, color, CENTRE)


def paint_forward(painter: QPainter, theme: Theme, face: Face, signals: LayerSignals) -> None:
    """The answer on its way forward: dots on a line."""
    levels = exponents(signals.forward)
    points = [
        QPointF(face.columns.middle(layer), face.level(float(exponent)))
        for layer, exponent in enumerate(levels)
        if math.isfinite(exponent)
    ]
    if not points:
        return
    casing = QPen(theme.color("stage", 0.85), theme.stroke("curve") + theme.px(2.4))
    for pen in (casing, QPen(theme.color(FORWARD), theme.stroke("curve"))):
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF(points))
    radius = min(theme.px(3.4), face.columns.pitch * 0.36)
    for point in points:
        disc(painter, point, radius, theme.color(FORWARD), theme.color("stage"), theme.px(1))


def paint_numbers(painter: QPainter, theme: Theme, columns: Columns) -> None:
    """The layers are counted from the input on; the output has a name."""
    font, high = theme.font("caption"), theme.line_height("caption")
    top, wide = columns.area.bottom() + theme.px(3), text_width(OUT, font)
    at = min(columns.middle(columns.depth) - wide / 2, columns.edge - wide)
    text(painter, QRectF(at, top, wide, high), OUT, font, theme.color("soft"), LEFT)
    for layer in columns.numbered(theme.px(24)):
        number = str(layer + 1)
        half = text_width(number, font) / 2
        if columns.middle(layer) + half < at - theme.px(6):
            box = QRectF(columns.middle(layer) - half, top, 2 * half, high)
            text(painter, box, number, font, theme.color("faint"), CENTRE)


def paint_ruler(painter: QPainter, theme: Theme, face: Face, look: "Look") -> None:
    """The track of the depth with its handle, and where round depths lie."""
    columns, y, half = face.columns, face.ruler, theme.px(_TRACK) / 2
    first, font = columns.edge_of(1), theme.font("caption")
    track = QRectF(columns.area.left(), y - half, columns.area.width(), 2 * half)
    rounded(painter, track, half, theme.color("line"))
    filled = QRectF(track.left(), track.top(), columns.edge - track.left(), track.height())
    rounded(painter, filled, half, theme.color("faint" if look.locked else "ink"))
    top, high = y + theme.px(_HANDLE + 2), theme.line_height("caption")
    words = say_layers(columns.depth)
    text(painter, QRectF(columns.area.left(), top, first - columns.area.left() - theme.px(12), high),
         words, theme.font("cell"), theme.color("ink"), LEFT)  # fmt: skip
    taken: list[QRectF] = []
    for depth in (depth for depth in RULER if depth <= columns.most):
        x, number = columns.edge_of(depth), str(depth)
        wide = text_width(number, font)
        box = QRectF(min(x - wide / 2, columns.area.right() - wide), top, wide, high)
        if not any(box.adjusted(-theme.px(5), 0, theme.px(5), 0).intersects(other) for other in taken):
            text(painter, box, number, font, theme.color("faint"), CENTRE)
            stroke(painter, QPointF(x, y + half), QPointF(x, y + half + theme.px(3)), theme.color("rule"))
            taken.append(box)
    if not look.locked:
        _paint_handle(painter, theme, face, look)


def _paint_handle(painter: QPainter, theme: Theme, face: Face, look: "Look") -> None:
    columns, box = face.columns, face.handle(theme)
    pen = QPen(theme.color("ink", 0.35 + 0.4 * look.glow), theme.stroke("hairline"))
    pen.setDashPattern(theme.dash("dash_ghost"))
    painter.setPen(pen)
    x = round(columns.edge) + 0.5
    painter.drawLine(QPointF(x, face.area.top()), QPointF(x, box.top()))
    if look.cued:
        font, high = theme.font("label"), theme.line_height("label")
        room = QRectF(box.right() + theme.px(8), face.area.bottom() - high, 10, high)
        if room.left() + text_width(MORE, font) < face.area.right():
            text(painter, room, MORE, font, theme.color("you"), LEFT)
    radius = box.width() / 2 - theme.px(1) + theme.px(1) * look.glow
    rim = "cue" if look.cued else "ink"
    disc(painter, box.center(), radius, theme.color("panel"), theme.color(rim), theme.px(1.8))
    disc(painter, box.center(), theme.px(2.6), theme.color(rim))


@dataclass
class Look:
    """How the handle stands there."""

    glow: float = 0.0
    cued: bool = False
    locked: bool = False
