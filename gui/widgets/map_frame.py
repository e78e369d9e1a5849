"""The frame of a map: where its picture lies, round numbers along two edges, a caption, rounded corners."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from gui.language import say
from gui.theme import Theme
from gui.widgets.labels import Box
from gui.widgets.shapes import CENTRE, RIGHT, elided, rounded, text, text_width
from gui.widgets.ticks import Ticks, linear_ticks
from gui.widgets.viewport import Viewport

_WIDEST_TICK = "−0.000"
_BARE_BELOW = (150, 110)
CORNER = 10.0


@dataclass(frozen=True)
class Frame:
    """The picture's place in the widget, in logical pixels."""

    left: float
    top: float
    width: float
    height: float
    axes: bool


def frame_for(theme: Theme, width: float, height: float) -> Frame:
    """Room for tick numbers at the left and below; a very small picture does without."""
    if width < theme.px(_BARE_BELOW[0]) or height < theme.px(_BARE_BELOW[1]):
        return Frame(0.0, 0.0, max(1.0, width), max(1.0, height), False)
    metrics = QFontMetricsF(theme.font("caption"))
    left = round(metrics.horizontalAdvance(say(_WIDEST_TICK)) + theme.px(7.0))
    below = round(metrics.height() + theme.px(7.0))
    return Frame(float(left), 0.0, width - left, height - below, True)


def axis_ticks(theme: Theme, view: Viewport) -> tuple[Ticks, Ticks]:
    """The marks of both axes, as many as there is room for."""
    x0, x1, y0, y1 = view.plane
    across = linear_ticks(x0, x1, max(2.0, view.width / theme.px(84.0)))
    up = linear_ticks(y0, y1, max(2.0, view.height / theme.px(56.0)))
    return across, up


def paint_axes(painter: QPainter, theme: Theme, view: Viewport, names: tuple[str, str]) -> None:
    """Short marks outside the picture with their numbers, and the names of the axes at their far ends."""
    font, faint = theme.font("caption"), theme.color("faint")
    height = QFontMetricsF(font).height()
    across, up = axis_ticks(theme, view)
    bottom, right = view.top + view.height, view.left + view.width
    mark = theme.px(4.0)
    x_name, y_name = _paint_names(painter, theme, view, names, height)
    painter.setPen(QPen(theme.color("rule"), theme.stroke("hairline")))
    places = [
        (view.pixel_of(value, view.plane[2])[0], words)
        for value, words in zip(across.values, across.texts, strict=True)
    ]
    levels = [(view.pixel_of(view.plane[0], value)[1], words) for value, words in zip(up.values, up.texts, strict=True)]
    for x, _ in places:
        painter.drawLine(QPointF(_crisp(x), bottom + 1), QPointF(_crisp(x), bottom + mark))
    for y, _ in levels:
        painter.drawLine(QPointF(view.left - mark, _crisp(y)), QPointF(view.left - 1, _crisp(y)))
    for x, words in places:
        half = text_width(words, font) / 2
        x = min(max(x, view.left + half - 2), right - half)
        if not x_name or x + half < right - x_name - theme.px(6.0):
            text(painter, QRectF(x - half, bottom + mark + 1, 2 * half, height), words, font, faint, CENTRE)
    for y, words in levels:
        y = min(max(y, view.top + height / 2), bottom - height / 2)
        if not y_name or y - height / 2 > view.top + y_name:
            text(painter, QRectF(0, y - height / 2, view.left - mark - 2, height), words, font, faint, RIGHT)


def names_without_room(theme: Theme, view: Viewport, names: tuple[str, str]) -> tuple[bool, bool]:
    """Which of the names would hide a number of its axis, or would not fit beside the picture."""
    font, symbol = theme.font("caption"), theme.font("symbol")
    height, air = QFontMetricsF(font).height(), theme.px(6.0)
    across, up = axis_ticks(theme, view)
    bottom, right = view.top + view.height, view.left + view.width
    last = max((view.pixel_of(value, view.plane[2])[0] for value in across.values), default=view.left)
    ends = min(last, right - text_width(across.texts[-1], font) / 2) if across.texts else view.left
    half = text_width(across.texts[-1], font) / 2 if across.texts else 0.0
    x_hides = ends + half >= right - text_width(names[0], symbol) - 2 - air
    first = min((view.pixel_of(view.plane[0], value)[1] for value in up.values), default=bottom)
    y_hides = max(first, view.top + height / 2) - height / 2 <= view.top + QFontMetricsF(symbol).height()
    return bool(names[0]) and x_hides, bool(names[1]) and (y_hides or text_width(names[1], symbol) > view.left - air)


def paint_names_inside(
    painter: QPainter, theme: Theme, view: Viewport, names: tuple[str, str], inside: tuple[bool, bool]
) -> None:
    """The names that have no room outside, at the far ends of their axes within the picture, on a plate."""
    font, inset = theme.font("symbol"), theme.px(5.0)
    tall = QFontMetricsF(font).height()
    for words, is_inside, is_x in zip(names, inside, (True, False), strict=True):
        if not words or not is_inside:
            continue
        shown = elided(words, font, view.width / 2)
        wide = text_width(shown, font) + theme.px(8.0)
        left = view.left + (view.width - wide - inset if is_x else inset)
        top = view.top + (view.height - tall - inset if is_x else inset)
        area = QRectF(left, top, wide, tall)
        rounded(painter, area, theme.px(5.0), theme.color("stage", 0.78))
        text(painter, area, shown, font, theme.color("soft"), CENTRE)


def _paint_names(
    painter: QPainter, theme: Theme, view: Viewport, names: tuple[str, str], height: float
) -> tuple[float, float]:
    """The names; returns the width they take at the right of the lower edge and the height on the left one."""
    font, soft = theme.font("symbol"), theme.color("soft")
    bottom, right = view.top + view.height, view.left + view.width
    wide = text_width(names[0], font)
    tall = QFontMetricsF(font).height()
    if names[0]:
        box = QRectF(right - wide - 2, bottom + theme.px(4.0) + 1 - (tall - height) / 2, wide + 2, tall)
        text(painter, box, names[0], font, soft, CENTRE)
    if names[1]:
        text(painter, QRectF(0, view.top, view.left - theme.px(6.0), tall), names[1], font, soft, RIGHT)
    return (wide + 2 if names[0] else 0.0, tall if names[1] else 0.0)


def paint_border(painter: QPainter, theme: Theme, view: Viewport, ground: str) -> None:
    """Round the corners with the colour of what lies around, and draw the hairline."""
    area = QRectF(view.left, view.top, view.width, view.height)
    radius = min(theme.scale * CORNER, view.width / 4, view.height / 4)
    corners = QPainterPath()
    corners.addRect(area.adjusted(-1, -1, 1, 1))
    inner = QPainterPath()
    inner.addRoundedRect(area, radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawPath(corners.subtracted(inner))
    rounded(painter, area, radius, None, theme.color("line"), theme.stroke("hairline"))


def caption_box(theme: Theme, view: Viewport, title: str, subtitle: str) -> Box:
    """Where the caption lies; an empty box without a caption or without room for one."""
    if not title and not subtitle:
        return (0.0, 0.0, 0.0, 0.0)
    heading, small = theme.font("heading"), theme.font("small")
    wide = max(text_width(title, heading), text_width(subtitle, small))
    tall = (QFontMetricsF(heading).height() if title else 0.0) + (QFontMetricsF(small).height() if subtitle else 0.0)
    inset, pad = theme.px(10.0), theme.px(8.0)
    width = min(wide + 2 * pad, view.width - 2 * inset)
    if view.width - 2 * inset < theme.px(60.0) or tall > view.height / 3:
        return (0.0, 0.0, 0.0, 0.0)
    left, top = view.left + inset, view.top + inset
    return (left, top, left + width, top + tall + pad)


def paint_caption(painter: QPainter, theme: Theme, box: Box, title: str, subtitle: str) -> None:
    """Title and formula on a translucent plate."""
    if box[2] <= box[0]:
        return
    pad = theme.px(8.0)
    area = QRectF(QPointF(box[0], box[1]), QPointF(box[2], box[3]))
    rounded(painter, area, theme.px(6.0), theme.color("stage", 0.78))
    top, width = box[1] + pad / 2, area.width() - 2 * pad
    for words, role, color in ((title, "heading", "ink"), (subtitle, "small", "soft")):
        if words:
            font = theme.font(role)
            tall = QFontMetricsF(font).height()
            text(
                painter,
                QRectF(box[0] + pad, top, width, tall),
                elided(words, font, width + 1),
                font,
                theme.color(color),
            )
            top += tall


def _crisp(position: float) -> float:
    """The middle of the pixel that a hairline should fill."""
    return round(position - 0.5) + 0.5
