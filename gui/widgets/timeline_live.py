"""Paints what moves on a timeline: the cursor of time, snow, seasons of the learner, the bubble of what lies under the
pointer.

Snow is a field of points that depends on nothing but time, so the same moment always looks the same.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.bubble_place import place_card
from gui.widgets.shapes import CENTRE, disc, rounded, shadow, text, text_width, wrapped
from gui.widgets.ticks import scientific
from gui.widgets.timeline_content import Season, TimelineContent
from gui.widgets.timeline_paint import season_rect, winter_rect
from gui.widgets.timeline_plan import Plan, Spot
from sim.phrases import phrase
from sim.timeline import WINTERS

FALL = 10.0
"""Pixels per second at 100 %: within the twelve that eyes at rest allow."""
_FLAKES_PER_AREA = 1 / 1050.0
_MOST_FLAKES = 60
_ACROSS, _DOWN = 0.7548776662, 0.5698402910  # powers of the plastic number: even, and without rows
BUBBLE_WIDTH = 280.0
KINDS = {"peak": "At most, as its maker says", "derived": "Derived from the length of a reported run"}


@dataclass(frozen=True)
class Moving:
    """hovered: the dot under the pointer, or of the keyboard. draft: a season under the hand. seconds: of snow."""

    hovered: Spot | None = None
    told: bool = False
    draft: Season | None = None
    seconds: float = 0.0


# Snow ----------------------------------------------------------------------------------------------------------------


def flakes(band: QRectF, seconds: float, fall: float) -> list[tuple[float, float, float]]:
    """(x, y, size) of the snow in a band; each falls at its own pace, at most `fall` pixels per second."""
    count = min(_MOST_FLAKES, round(band.width() * band.height() * _FLAKES_PER_AREA))
    found = []
    for k in range(1, count + 1):
        pace = fall * (0.5 + 0.5 * (k * 0.37 % 1.0))
        y = (k * _DOWN % 1.0 * band.height() + seconds * pace) % band.height()
        found.append((band.left() + k * _ACROSS % 1.0 * band.width(), band.top() + y, 0.9 + 1.3 * (k * 0.53 % 1.0)))
    return found


def paint_snow(painter: QPainter, theme: Theme, plan: Plan, content: TimelineContent, seconds: float) -> None:
    """The snow of the winters that have come."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("winter_ink", 0.42))
    for winter in WINTERS:
        band = winter_rect(plan, content, winter)
        if band.width() > 4:
            inner = band.adjusted(2, theme.px(26), -2, 0)
            for x, y, size in flakes(inner, seconds, theme.px(FALL)):
                painter.drawEllipse(QPointF(x, y), theme.px(size), theme.px(size))


# Time ---------------------------------------------------------------------------------------------------------------


def paint_cursor(painter: QPainter, theme: Theme, plan: Plan, content: TimelineContent) -> None:
    """A line at the moment that has been reached, unless that is the end."""
    if content.everything_has_come:
        return
    x = plan.axis.x(content.until)
    if plan.axis.left <= x <= plan.axis.right:
        painter.setPen(QPen(theme.color("ink"), theme.px(1.4)))
        painter.drawLine(QPointF(x, plan.area.top()), QPointF(x, plan.strip.top() + theme.px(4)))
        disc(painter, QPointF(x, plan.strip.top() + theme.px(2)), theme.px(3.5), theme.color("ink"))


# The learner's seasons -----------------------------------------------------------------------------------------------


def season_words(season: Season) -> str:
    """The years of a season, whole ones."""
    return phrase("{first} to {last}", first=f"{round(season[0])}", last=f"{round(season[1])}")


def cross_rect(theme: Theme, plan: Plan, season: Season) -> QRectF:
    """Where a drawn season is taken away."""
    band, side = season_rect(plan, *season), float(theme.target)
    return QRectF(band.center().x() - side / 2, plan.area.bottom() - side, side, side)


def paint_seasons(painter: QPainter, theme: Theme, plan: Plan, seasons: Sequence[Season], draft: Season | None) -> None:
    """Violet bands; the one under the hand has a dashed edge and its years."""
    for season in (*seasons, *((draft,) if draft else ())):
        band = season_rect(plan, *season)
        if band.width() <= 0:
            continue
        dash = [4.0, 3.0] if season is draft else None
        rounded(painter, band, theme.px(8), theme.color("you", 0.14), theme.color("you"), theme.px(1.4), dash)
        _paint_season_years(painter, theme, plan, band, season)
        if season is not draft:
            side = theme.px(10)
            cross = cross_rect(theme, plan, season).center()
            paint_icon(painter, "close", QRectF(cross.x() - side / 2, cross.y() - side / 2, side, side),
                       theme.color("you"), 2.2)  # fmt: skip


def _paint_season_years(painter: QPainter, theme: Theme, plan: Plan, band: QRectF, season: Season) -> None:
    words, font = season_words(season), theme.font("cell")
    wide = text_width(words, font) + theme.px(10)
    left = min(max(band.center().x() - wide / 2, plan.axis.left), plan.axis.right - wide)
    plate = QRectF(left, plan.strip.top() + theme.px(5), wide, theme.px(18))
    rounded(painter, plate, theme.px(5), theme.color("you_soft"))
    text(painter, plate, words, font, theme.color("you"), CENTRE)


# What lies under the pointer ------------------------------------------------------------------------------------------


def told_of(spot: Spot) -> tuple[str, tuple[str, ...]]:
    """Title and lines about a dot."""
    if spot.event is not None:
        people = ", ".join(spot.event.people[:3]) + (" …" if len(spot.event.people) > 3 else "")
        return spot.event.title, tuple(line for line in (spot.event.when_words, people) if line)
    assert spot.machine is not None
    number = scientific(spot.machine.multiply_adds, 2)
    speed = phrase("{number} multiply-adds per second, {year}", number=number, year=f"{spot.machine.year}")
    return spot.machine.machine, (speed, KINDS[spot.machine.kind], spot.machine.about, spot.machine.source)


def paint_bubble(painter: QPainter, theme: Theme, room: QRectF, spot: Spot) -> QRectF:
    """A small card beside the dot; returns where it lies."""
    title, lines = told_of(spot)
    pad, widest = theme.px(11), min(theme.px(BUBBLE_WIDTH), room.width() - theme.px(24))
    heads = wrapped(title, theme.font("heading"), widest, 2)
    rows = [row for line in lines for row in wrapped(line, theme.font("small"), widest, 3)]
    wide = max(
        *(text_width(head, theme.font("heading")) for head in heads),
        *(text_width(row, theme.font("small")) for row in rows),
    )
    head_line, line = theme.line_height("heading"), theme.line_height("small")
    tall = len(heads) * head_line + len(rows) * line + 2 * theme.px(8)
    card = place_card(wide + 2 * pad, tall, QPointF(spot.x, spot.y), room, theme.px(16))
    shadow(painter, card, theme.px(8), theme.dark, theme.px(8))
    rounded(painter, card, theme.px(8), theme.color("panel"), theme.color("rule"), theme.stroke("hairline"))
    top = card.top() + theme.px(8)
    for words, role, color, high in (
        *((head, "heading", "ink", head_line) for head in heads),
        *((row, "small", "soft", line) for row in rows),
    ):
        text(painter, QRectF(card.left() + pad, top, wide, high), words, theme.font(role), theme.color(color))
        top += high
    return card
