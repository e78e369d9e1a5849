"""Paints what stands still on a timeline: winters, lanes, dots, names, machines, the axis. One pass, into a pixmap.

What moves (snow, the cursor, seasons under the hand) is painted over it by `timeline_live`.
"""

from PySide6.QtCore import QLocale, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, begin, disc, elided, rounded, stroke, text, text_width
from gui.widgets.timeline_axis import Tick
from gui.widgets.timeline_content import COMPUTE_ROLE, FAMILY_OF, TimelineContent
from gui.widgets.timeline_plan import Plan, Spot, label_of, radius
from sim.numerals import RAISED
from sim.phrases import word
from sim.timeline import LANES, WINTERS, Winter

DIM, FAR_BACK = 0.34, 0.20
"""How much is left of what has not come yet, and of what a search did not find."""
UNSURE_DASH = [1.6, 1.8]
_TICK_ROOM = 62.0
_DIAMOND = ((0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0))
_PER_SECOND = (word("multiply-adds"), word("per second"))


def paint_still(painter: QPainter, theme: Theme, plan: Plan, content: TimelineContent) -> None:
    """Everything that does not move."""
    begin(painter)
    if content.winters:
        for winter in WINTERS:
            _paint_winter(painter, theme, plan, content, winter)
    _paint_years(painter, theme, plan)
    _paint_lanes(painter, theme, plan)
    if not plan.compute.isEmpty():
        _paint_decades(painter, theme, plan)
    painter.save()
    painter.setClipRect(plan.area.adjusted(-radius(theme), 0, theme.px(14), 0))
    seen = plan.seen
    for spot in plan.spots:
        if spot.bar is not None:
            _paint_bar(painter, theme, plan, content, spot)
    chosen = plan.spot(content.chosen)
    if chosen is not None:
        paint_arcs(painter, theme, plan, chosen)
    for spot in seen:
        if spot.id in plan.names and spot.id != content.chosen:
            _paint_name(painter, theme, plan, content, spot)
    for spot in seen:
        if spot.machine is not None:
            _paint_machine(painter, theme, plan, content, spot)
        elif spot.id != content.chosen:
            paint_dot(painter, theme, content, spot)
    if chosen is not None:
        paint_chosen(painter, theme, plan, content, chosen)
    painter.restore()


# Ground --------------------------------------------------------------------------------------------------------------


def season_rect(plan: Plan, first: float, last: float) -> QRectF:
    """The band of a season as far as it is seen."""
    left, right = max(plan.axis.x(first), plan.axis.left), min(plan.axis.x(last), plan.axis.right)
    return QRectF(left, plan.area.top(), max(0.0, right - left), plan.area.height())


def winter_rect(plan: Plan, content: TimelineContent, winter: Winter) -> QRectF:
    """The band of a winter as far as it has come and is seen."""
    return season_rect(plan, float(winter.first), min(float(winter.last), content.until))


def _paint_winter(painter: QPainter, theme: Theme, plan: Plan, content: TimelineContent, winter: Winter) -> None:
    band = winter_rect(plan, content, winter)
    if band.width() <= 0:
        return
    shade = QLinearGradient(band.topLeft(), band.bottomLeft())
    shade.setColorAt(0.0, theme.color("winter"))
    shade.setColorAt(0.82, theme.color("winter"))
    shade.setColorAt(1.0, theme.color("winter", 0.0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(shade))
    painter.drawRoundedRect(band, theme.px(8), theme.px(8))
    side = theme.px(13)
    if band.width() > side:
        flake = QRectF(band.center().x() - side / 2, band.top() + theme.px(6), side, side)
        paint_icon(painter, "flake", flake, theme.color("winter_ink"), 1.6)
    _paint_winter_name(painter, theme, plan, band, winter)


def _paint_winter_name(painter: QPainter, theme: Theme, plan: Plan, band: QRectF, winter: Winter) -> None:
    """Below the lanes; without a line for captions, beside the flake where the band is wide enough."""
    font, color = theme.font("label"), theme.color("winter_ink")
    wide = text_width(winter.title, font)
    if not plan.captions.isEmpty():
        if wide > 1.7 * band.width() + theme.px(12):
            return
        left = min(max(band.center().x() - wide / 2, plan.axis.left), plan.axis.right - wide)
        text(painter, QRectF(left, plan.captions.top(), wide, plan.captions.height()), winter.title, font, color)
    elif wide + theme.px(44) < band.width():
        place = QRectF(band.center().x() + theme.px(12), band.top(), wide, theme.px(25))
        text(painter, place, winter.title, font, color)


def _paint_years(painter: QPainter, theme: Theme, plan: Plan) -> None:
    """Hairlines at round years, and their names below."""
    font, line, faint = theme.font("small"), theme.color("line"), theme.color("faint")
    painter.setPen(QPen(line, theme.stroke("hairline")))
    ticks = plan.axis.ticks(theme.px(_TICK_ROOM))
    for tick in ticks:
        x = round(plan.axis.x(tick.at)) + 0.5
        painter.drawLine(QPointF(x, plan.area.top() + 4), QPointF(x, plan.area.bottom()))
    for tick in ticks:
        words, room = tick_words(tick), theme.px(_TICK_ROOM) / 2
        x = plan.axis.x(tick.at)
        if plan.axis.left - 1 <= x - text_width(words, font) / 2 + theme.px(14) and x <= plan.axis.right:
            color = theme.color("soft") if tick.month == 1 else faint
            text(painter, QRectF(x - room, plan.strip.top(), 2 * room, plan.strip.height()), words, font, color, CENTRE)


def tick_words(tick: Tick) -> str:
    """A year as it is; a month by its short name, January by its year."""
    if tick.month in (0, 1):
        return f"{tick.year}"
    return QLocale().standaloneMonthName(tick.month, QLocale.FormatType.ShortFormat)


def _paint_lanes(painter: QPainter, theme: Theme, plan: Plan) -> None:
    """A hairline for each lane, its name at the left beside a dot of its family."""
    font, ink = theme.font("body"), theme.color("ink")
    if theme.line_height("body") > plan.pitch:
        font = theme.font("caption")
    rule = theme.mix("stage", "rule", 0.42)
    indent = theme.px(18)
    for lane, y in zip(plan.lanes, plan.rows, strict=True):
        level = round(y) + 0.5
        painter.setPen(QPen(rule, theme.stroke("hairline")))
        painter.drawLine(QPointF(plan.axis.left, level), QPointF(plan.axis.right, level))
        disc(painter, QPointF(theme.px(8), y), theme.px(4), theme.color(FAMILY_OF[lane].role))
        words = elided(LANES[lane].title, font, plan.axis.left - indent - theme.px(6))
        text(painter, QRectF(indent, y - plan.pitch / 2, plan.axis.left - indent, plan.pitch), words, font, ink, LEFT)


def _paint_decades(painter: QPainter, theme: Theme, plan: Plan) -> None:
    """The logarithmic axis of the machines, and what it counts."""
    place, (low, high) = plan.compute, plan.decades
    step = 3 if place.height() < theme.px(240) else 1
    painter.setPen(QPen(theme.color("line"), theme.stroke("hairline")))
    for exponent in range(low, high + 1, step):
        y = round(place.bottom() - (exponent - low) / max(high - low, 1) * place.height()) + 0.5
        painter.setPen(QPen(theme.color("line"), theme.stroke("hairline")))
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
        number = QRectF(0, y - theme.px(8), place.left() - theme.px(6), theme.px(16))
        power = f"10{str(exponent).translate(RAISED)}"
        text(painter, number, power, theme.font("caption"), theme.color("faint"), RIGHT)
    _paint_compute_name(painter, theme, plan)


def _paint_compute_name(painter: QPainter, theme: Theme, plan: Plan) -> None:
    top, line, indent = plan.compute.top() - theme.px(12), theme.line_height("small"), theme.px(18)
    disc(painter, QPointF(theme.px(8), top + line / 2), theme.px(4), theme.color(COMPUTE_ROLE))
    text(painter, QRectF(indent, top, 10, line), "Compute", theme.font("body"), theme.color("ink"))
    room = plan.axis.left - indent - text_width("1000", theme.font("caption")) - theme.px(8)
    for count, words in enumerate(_PER_SECOND, 1):
        shown = elided(words, theme.font("caption"), room)
        box = QRectF(indent, top + count * line, 10, line)
        text(painter, box, shown, theme.font("caption"), theme.color("soft"))


# Events --------------------------------------------------------------------------------------------------------------


def strength(content: TimelineContent, spot: Spot) -> float:
    """How strongly it is seen: all of it, dim before its time, far back where a search did not find it."""
    if spot.machine is not None:
        return 1.0 if spot.when <= content.until else DIM
    if spot.id not in content.shown:
        return FAR_BACK
    return 1.0 if spot.id in content.lit else DIM


def role_of(spot: Spot) -> str:
    """The colour of its family."""
    return FAMILY_OF[spot.event.lane].role if spot.event is not None else COMPUTE_ROLE


def faded(theme: Theme, role: str, share: float) -> QColor:
    """A colour as it looks through so much of the ground: opaque, so that lines do not shine through."""
    return theme.mix("stage", role, share)


def paint_dot(painter: QPainter, theme: Theme, content: TimelineContent, spot: Spot, size: float = 0.0) -> None:
    """Filled: runs here; hollow: to read. A broken ring around it: not confirmed in every detail."""
    size = size or radius(theme)
    color = faded(theme, role_of(spot), strength(content, spot))
    centre = QPointF(spot.x, spot.y)
    stage = theme.color("stage")
    if spot.id in content.runs_here:
        disc(painter, centre, size, color, stage, 1.4)
    else:
        disc(painter, centre, size + 0.7, stage)
        disc(painter, centre, size - 0.8, stage, color, theme.px(1.8))
    if spot.event is not None and spot.event.confidence != "confirmed":
        painter.setPen(_dashed(color, theme.px(1.2)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, size + 2.6, size + 2.6)


def _dashed(color: QColor, width: float) -> QPen:
    pen = QPen(color, width)
    pen.setDashPattern(UNSURE_DASH)
    return pen


def _paint_bar(painter: QPainter, theme: Theme, plan: Plan, content: TimelineContent, spot: Spot) -> None:
    """The span of an event, as far as it has come."""
    assert spot.bar is not None
    left = max(spot.bar[0], plan.axis.left)
    right = min(spot.bar[1], plan.axis.right)
    if right > left:
        half = theme.px(2.5)
        color = theme.color(role_of(spot), 0.30 * strength(content, spot))
        rounded(painter, QRectF(left, spot.y - half, right - left, 2 * half), half, color)


def _paint_name(painter: QPainter, theme: Theme, plan: Plan, content: TimelineContent, spot: Spot) -> None:
    """The name on a plate of the ground, so that the lane does not strike it through."""
    left, top, right, bottom = plan.names[spot.id]
    share = strength(content, spot)
    on_winter = content.winters and any(
        winter_rect(plan, content, winter).intersects(QRectF(left, top, right - left, bottom - top))
        for winter in WINTERS
    )
    plate = theme.color("stage", 0.62 if on_winter else 0.9)
    rounded(painter, QRectF(left + 1, top, right - left - 2, bottom - top), theme.px(4), plate)
    ink = faded(theme, "ink", 1.0 if share == 1.0 else 0.62)
    _write_name(painter, theme, plan, spot, QRectF(left, top, right - left, bottom - top), ink, False)


def _write_name(
    painter: QPainter, theme: Theme, plan: Plan, spot: Spot, box: QRectF, color: QColor, bold: bool
) -> None:
    name, when = label_of(spot, plan.dated)
    font = theme.font("label" if bold else "small")
    box = box.adjusted(theme.px(3), 0, 0, 0)
    text(painter, box, name, font, color)
    if when:
        box.setLeft(box.left() + text_width(name, font) + theme.px(6))
        text(painter, box, when, theme.font("caption"), theme.color("faint"))


def paint_chosen(painter: QPainter, theme: Theme, plan: Plan, content: TimelineContent, spot: Spot) -> None:
    """The open event: larger, in a violet halo, its name in violet."""
    centre, size = QPointF(spot.x, spot.y), radius(theme)
    for grow, alpha in ((9.0, 0.10), (5.5, 0.18)):
        disc(painter, centre, size + theme.px(grow), theme.color("you", alpha))
    disc(painter, centre, size + theme.px(2.5), theme.color("you"), theme.color("stage"), 1.6)
    if spot.id not in content.runs_here:
        disc(painter, centre, size - theme.px(0.6), theme.color("stage"))
    if spot.id in plan.names:
        left, top, right, bottom = plan.names[spot.id]
        box = QRectF(left, top, right - left, bottom - top)
        rounded(painter, box, theme.px(4), theme.color("stage", 0.9))
        _write_name(painter, theme, plan, spot, box, theme.color("you"), True)


def paint_arcs(painter: QPainter, theme: Theme, plan: Plan, spot: Spot) -> None:
    """Lines from what the open event builds on, and to what builds on it."""
    if spot.event is None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("you", 0.8), theme.px(1.6)))
    for before in spot.event.builds_on:
        _paint_arc(painter, theme, plan.spot(before), spot)
    for after in spot.event.leads_to:
        _paint_arc(painter, theme, spot, plan.spot(after))


def _paint_arc(painter: QPainter, theme: Theme, start: Spot | None, end: Spot | None) -> None:
    if start is None or end is None:
        return
    path = QPainterPath(QPointF(start.x, start.y))
    middle = (start.x + end.x) / 2
    dip = theme.px(26) if abs(start.y - end.y) < 2 * theme.px(8) else 0.0
    if dip:
        path.cubicTo(QPointF(middle, start.y + dip), QPointF(middle, end.y + dip), QPointF(end.x, end.y))
    else:
        path.cubicTo(QPointF(middle, start.y), QPointF(middle, end.y), QPointF(end.x, end.y))
    painter.drawPath(path)


# Machines ------------------------------------------------------------------------------------------------------------


def _paint_machine(painter: QPainter, theme: Theme, plan: Plan, content: TimelineContent, spot: Spot) -> None:
    """A peak is a cap with a tail: at most so much. What was derived from a run is a hollow diamond: about so much."""
    assert spot.machine is not None
    color, size = faded(theme, COMPUTE_ROLE, strength(content, spot)), radius(theme)
    centre = QPointF(spot.x, spot.y)
    if spot.machine.kind == "peak":
        tail = QLinearGradient(centre, centre + QPointF(0, theme.px(22)))
        tail.setColorAt(0.0, color)
        tail.setColorAt(1.0, theme.color(COMPUTE_ROLE, 0.0))
        painter.setPen(QPen(QBrush(tail), theme.px(2)))
        painter.drawLine(centre, centre + QPointF(0, theme.px(22)))
        disc(painter, centre, size, color, theme.color("stage"), 1.4)
        bar = size + theme.px(2)
        stroke(painter, centre - QPointF(bar, 0), centre + QPointF(bar, 0), color, theme.px(2))
    else:
        painter.setPen(QPen(color, theme.px(1.8)))
        painter.setBrush(theme.color("stage"))
        painter.drawPolygon([centre + QPointF(x * size, y * size) for x, y in _DIAMOND])
    if spot.id in plan.names:
        _paint_name(painter, theme, plan, content, spot)
