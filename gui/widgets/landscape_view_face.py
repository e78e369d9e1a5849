"""What lies on the ground of a landscape: the path, the ball on its thread, the slope that a glance shows, plates.

The path is drawn by its feet, the points of the plane that are nearest to it. The ball floats above its foot by as much
as the network is away from the plane, true to the picture's scale; where that would leave the picture the thread is
broken, and only the number tells. Its shadow lies on the ground.
"""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QLinearGradient, QPainter, QPainterPath, QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.landscape_words import axis_words, loss_words, size_words, thread_words, walked_words
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_shapes import arrow_outline
from gui.widgets.polylines import clip, finite_part, polygon, thin_out
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, elided, rounded, stroke, text, text_width
from sim.landscape_seen import LandscapeSeen
from sim.phrases import word

_CASING = 0.75
_HIGHEST = 0.30
_ARROW, _CONE = 0.24, 0.34
_EDGE = 30.0
_SHADOW = 0.30
DOWNHILL, GLANCE = word("downhill"), word("a glance")


@dataclass(frozen=True)
class Glance:
    """What one look shows, as ways of the plane: the full slope downhill, that of a few examples, half the cone.

    Ways are (along, across), at most 1 long. opening in radians: half the cone in which glances lie, None for no cone.
    """

    downhill: tuple[float, float] | None = None
    glance: tuple[float, float] | None = None
    opening: float | None = None


@dataclass(frozen=True)
class Thread:
    """Where a point of the run stands: foot and ball in pixels; broken: the ball is farther away than it is drawn."""

    foot: QPointF
    ball: QPointF
    broken: bool


def thread_of(canvas: Canvas, foot: tuple[float, float], off: float, length: float) -> Thread | None:
    """The thread of a point `off` the plane; length: of a direction. None outside the finite numbers."""
    if not all(map(math.isfinite, (*foot, off))):
        return None
    at = canvas.pixel(foot)
    lift = off / length * canvas.view.y_scale if length > 0.0 else 0.0
    most = max(0.0, min(_HIGHEST * canvas.view.height, at.y() - canvas.view.top - canvas.theme.px(_EDGE)))
    return Thread(at, at - QPointF(0.0, min(lift, most)), lift > most + 0.5)


# the path ----------------------------------------------------------------------------------------------------------


def path_pixels(canvas: Canvas, seen: LandscapeSeen) -> Array:
    """The feet of the path and of the ball in pixels, as far as they are finite."""
    feet = np.vstack((seen.path.reshape(-1, 2), np.array([seen.ball])))
    return canvas.view.to_pixels(finite_part(feet))


def paint_path(canvas: Canvas, seen: LandscapeSeen, role: str) -> None:
    """A cased line from the beginning to the foot of the ball, and a ring where it began."""
    points = path_pixels(canvas, seen)
    if len(points) < 2:
        return
    theme, painter = canvas.theme, canvas.painter
    reach, area = canvas.theme.px(40.0), canvas.picture
    box = (area.left() - reach, area.top() - reach, area.right() + reach, area.bottom() + reach)
    lines = [polygon(thin_out(part)) for part in clip(points, box) if len(part) > 1]
    wide = theme.stroke("trail")
    for color, width in ((theme.color("panel", _CASING), wide + theme.stroke("casing")), (theme.color(role), wide)):
        pen = QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in lines:
            painter.drawPolyline(line)
    start = QPointF(*points[0])
    if area.contains(start):
        disc(painter, start, theme.px(4.5), theme.color("panel"), theme.color(role), theme.px(2.0))


# the ball ----------------------------------------------------------------------------------------------------------


def paint_thread(canvas: Canvas, thread: Thread, role: str, faint: bool = False) -> None:
    """Shadow, foot, thread and ball; `faint` for a point of the past: a ring."""
    painter, theme = canvas.painter, canvas.theme
    radius = theme.stroke("marker") * (0.9 if faint else 1.3)
    paint_shadow(painter, theme, thread.foot, radius)
    gap = thread.foot.y() - thread.ball.y()
    if gap > 1.0:
        paint_line(canvas, thread, theme.color(role))
        disc(painter, thread.foot, theme.px(2.2), theme.color(role), theme.color("panel", _CASING), theme.px(1.0))
    fill = theme.color("panel" if faint else role)
    rim = theme.color(role if faint else "panel")
    disc(painter, thread.ball, radius, fill, rim, theme.px(1.6))
    if not faint:
        shine = QPointF(-0.32 * radius, -0.36 * radius)
        disc(painter, thread.ball + shine, 0.26 * radius, theme.color("panel", 0.55))


def paint_shadow(painter: QPainter, theme: Theme, foot: QPointF, radius: float) -> None:
    """A soft ellipse on the ground, thrown away from the light."""
    painter.setPen(Qt.PenStyle.NoPen)
    for share in (1.6, 1.3, 1.0):
        color = QColor(0, 0, 0)
        color.setAlphaF(_SHADOW / 3.0 * (1.4 if theme.dark else 1.0))
        painter.setBrush(color)
        away = QPointF(0.28 * radius, 0.24 * radius)
        painter.drawEllipse(foot + away, share * radius * 1.05, share * radius * 0.55)


def paint_line(canvas: Canvas, thread: Thread, color: QColor) -> None:
    """The thread; a broken one has two strokes across its middle."""
    painter, theme = canvas.painter, canvas.theme
    under = theme.color("panel", _CASING)
    for tone, width in ((under, theme.px(3.2)), (color, theme.px(1.3))):
        stroke(painter, thread.foot, thread.ball, tone, width)
    if thread.broken:
        middle, reach = (thread.foot + thread.ball) / 2.0, theme.px(4.0)
        rising = QPointF(reach, -0.45 * reach)
        for shift in (-0.6 * reach, 0.6 * reach):
            at = middle + QPointF(0.0, shift)
            stroke(painter, at - rising, at + rising, under, theme.px(3.0))
            stroke(painter, at - rising, at + rising, color, theme.px(1.3))


# what a glance shows -----------------------------------------------------------------------------------------------


def paint_glance(canvas: Canvas, glance: Glance, at: QPointF) -> None:
    """A cone about the full slope, the slope itself, and the glance within the cone."""
    reach = min(canvas.view.width, canvas.view.height)
    if glance.downhill is not None and glance.opening is not None:
        paint_cone(canvas, at, glance.downhill, glance.opening, _CONE * reach)
    if glance.glance is not None:
        paint_arrow(canvas, at, glance.glance, _ARROW * reach, "grad")
    if glance.downhill is not None:
        paint_arrow(canvas, at, glance.downhill, _ARROW * reach, "ink")


def paint_cone(canvas: Canvas, at: QPointF, way: tuple[float, float], opening: float, reach: float) -> None:
    """A fan of `opening` to both sides of a way."""
    middle = math.degrees(math.atan2(way[1], way[0]))
    half = math.degrees(min(max(opening, 0.0), math.pi))
    box = QRectF(at.x() - reach, at.y() - reach, 2.0 * reach, 2.0 * reach)
    fan = QPainterPath(at)
    fan.arcTo(box, middle - half, 2.0 * half)
    fan.closeSubpath()
    theme = canvas.theme
    canvas.painter.setPen(QPen(theme.color("grad", 0.55), theme.px(1.0)))
    canvas.painter.setBrush(theme.color("grad", 0.13))
    canvas.painter.drawPath(fan)


def paint_arrow(canvas: Canvas, at: QPointF, way: tuple[float, float], reach: float, role: str) -> None:
    """An arrow from the foot; shorter where most of it points out of the plane."""
    size = math.hypot(*way)
    if not size > 0.0:
        return
    theme, painter = canvas.theme, canvas.painter
    ahead = QPointF(way[0] / size, -way[1] / size)
    start, length = at + ahead * theme.px(7.0), max(theme.px(14.0), reach * min(size, 1.0))
    wide = theme.stroke("arrow")
    painter.setPen(Qt.PenStyle.NoPen)
    for color, grown in ((theme.color("panel", _CASING), theme.stroke("casing") / 2.0), (theme.color(role), 0.0)):
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF(arrow_outline(start, ahead, length, wide, min(4.2 * wide, length), grown)))


def paint_glance_words(canvas: Canvas, glance: Glance, at: QPointF, taken: tuple[QRectF, ...] = ()) -> None:
    """Names at the tips of the arrows, clear of each other and of the plates that are `taken`."""
    reach = _ARROW * min(canvas.view.width, canvas.view.height) + canvas.theme.px(12.0)
    boxes = list(taken)
    for way, words, role in ((glance.downhill, DOWNHILL, "ink"), (glance.glance, GLANCE, "grad")):
        size = 0.0 if way is None else math.hypot(*way)
        if way is not None and size > 0.0:
            far = max(canvas.theme.px(26.0), reach * min(size, 1.0))
            tip = at + QPointF(way[0] / size, -way[1] / size) * far
            box = clear_of(boxes, beside(canvas, tip, words, 4.0, left=way[0] < 0.0), up=way[1] > 0.0)
            paint_plate(canvas, box, words, role, "label")
            boxes.append(box)


def clear_of(boxes: list[QRectF], box: QRectF, up: bool) -> QRectF:
    """A box moved up or down until it meets none of the others."""
    for _ in boxes:
        met = next((other for other in boxes if other.intersects(box)), None)
        if met is None:
            break
        box = box.translated(0.0, met.top() - box.bottom() - 2.0 if up else met.bottom() - box.top() + 2.0)
    return box


# plates ------------------------------------------------------------------------------------------------------------


def paint_plate(canvas: Canvas, area: QRectF, words: str, role: str = "soft", font: str = "small") -> None:
    """Words on a translucent plate."""
    theme = canvas.theme
    rounded(canvas.painter, area, theme.px(5.0), theme.color("stage", 0.82))
    text(canvas.painter, area, words, theme.font(font), theme.color(role), CENTRE)


def plate_size(theme: Theme, words: str, font: str = "small") -> tuple[float, float]:
    """Width and height of a plate."""
    metrics = QFontMetricsF(theme.font(font))
    return text_width(words, theme.font(font)) + theme.px(12.0), metrics.height() + theme.px(4.0)


def paint_beside(canvas: Canvas, at: QPointF, words: str, role: str) -> None:
    """A plate beside a spot."""
    paint_plate(canvas, beside(canvas, at, words), words, role, "label")


def beside(canvas: Canvas, at: QPointF, words: str, gap: float = 12.0, left: bool = False) -> QRectF:
    """The box at the right of a spot, or its left; at the other side where there is no room, else above it."""
    wide, tall = plate_size(canvas.theme, words, "label")
    area, gap = canvas.picture.adjusted(2.0, 2.0, -2.0, -2.0), canvas.theme.px(gap)
    sides = (at.x() + gap, at.x() - gap - wide)
    fitting = [x for x in (sides[::-1] if left else sides) if area.left() <= x <= area.right() - wide]
    x, top = fitting[0] if fitting else at.x() - wide / 2.0, at.y() - tall / 2.0
    top -= 0.0 if fitting else tall / 2.0 + gap
    x = max(area.left(), min(x, area.right() - wide))
    top = max(area.top(), min(top, area.bottom() - tall))
    return QRectF(x, top, wide, tall)


def thread_box(canvas: Canvas, seen: LandscapeSeen, thread: Thread) -> QRectF:
    """The plate of the distance: at the middle of its thread; above the ball where there is no room beside."""
    words = thread_words(seen.off)
    room = plate_size(canvas.theme, words, "label")[0] + canvas.theme.px(16.0)
    area, middle = canvas.picture, (thread.foot + thread.ball) / 2.0
    roomy = middle.x() + room < area.right() or middle.x() - room > area.left()
    return beside(canvas, middle if roomy else thread.ball, words)


def paint_thread_words(canvas: Canvas, seen: LandscapeSeen, thread: Thread, role: str) -> None:
    """The distance as a number."""
    paint_plate(canvas, thread_box(canvas, seen, thread), thread_words(seen.off), role, "label")


def paint_walked(canvas: Canvas, seen: LandscapeSeen, index: int, role: str) -> None:
    """One point of the past, with its own thread."""
    along, across = seen.path[index].tolist()
    thread = thread_of(canvas, (along, across), float(seen.off_plane[index]), seen.lengths[0])
    if thread is not None and canvas.picture.contains(thread.foot):
        paint_thread(canvas, thread, role, faint=True)
        paint_beside(canvas, thread.ball, walked_words(seen, index), role)


def paint_below(canvas: Canvas, seen: LandscapeSeen) -> None:
    """At the lower edge how fine the picture is, a thin bar filling while it sharpens; which directions these are: the
    first beside that where there is room, the second at the left, upright."""
    theme, area, inset = canvas.theme, canvas.picture, canvas.theme.px(8.0)
    (first, second), most = axis_words(seen), area.width() - 4.0 * inset
    words = elided(size_words(seen), theme.font("small"), most)
    wide, tall = plate_size(theme, words)
    box = QRectF(area.left() + inset, area.bottom() - tall - inset, wide, tall)
    paint_plate(canvas, box, words)
    if seen.done < 1.0:
        bar = QRectF(box.left(), box.bottom() - theme.px(2.0), wide * seen.done, theme.px(2.0))
        canvas.painter.fillRect(bar, theme.color("rule"))
    wide = plate_size(theme, first)[0]
    if box.right() + wide + 2.0 * inset < area.right():
        paint_plate(canvas, QRectF(area.right() - wide - inset, box.top(), wide, tall), first)
    wide = plate_size(theme, second)[0]
    if wide < box.top() - area.top() - 2.0 * inset:
        paint_upright(canvas, area.left() + inset, area.top() + inset, second)


def paint_upright(canvas: Canvas, left: float, top: float, words: str) -> None:
    """A plate that is read from below."""
    wide, tall = plate_size(canvas.theme, words)
    painter = canvas.painter
    painter.save()
    painter.translate(left, top + wide)
    painter.rotate(-90.0)
    paint_plate(canvas, QRectF(0.0, 0.0, wide, tall), words)
    painter.restore()


def paint_scale(canvas: Canvas, low: float, high: float) -> None:
    """What the tones mean: the lowest and the highest loss that is drawn, at the upper right."""
    theme, area, inset = canvas.theme, canvas.picture, canvas.theme.px(8.0)
    small = theme.font("small")
    ends = loss_words(low), loss_words(high)
    bar, pad = theme.px(56.0), theme.px(6.0)
    wide = sum(text_width(words, small) for words in ends) + bar + 4.0 * pad
    tall = QFontMetricsF(small).height() + theme.px(4.0)
    box = QRectF(area.right() - wide - inset, area.top() + inset, wide, tall)
    rounded(canvas.painter, box, theme.px(5.0), theme.color("stage", 0.82))
    inner = box.adjusted(pad, 0.0, -pad, 0.0)
    text(canvas.painter, inner, ends[0], small, theme.color("soft"), LEFT)
    text(canvas.painter, inner, ends[1], small, theme.color("soft"), RIGHT)
    left = inner.left() + text_width(ends[0], small) + pad
    middle = QRectF(left, box.center().y() - theme.px(3.0), bar, theme.px(6.0))
    blend = QLinearGradient(middle.topLeft(), middle.topRight())
    blend.setColorAt(0.0, theme.color("relief_lo"))
    blend.setColorAt(1.0, theme.color("relief_hi"))
    canvas.painter.setPen(QPen(theme.color("rule", 0.6), theme.stroke("hairline")))
    canvas.painter.setBrush(blend)
    canvas.painter.drawRoundedRect(middle, theme.px(3.0), theme.px(3.0))
