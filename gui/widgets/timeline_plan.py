"""Where everything of a timeline lies in a widget of some size: lanes, dots, names, machines, the axis.

A `Plan` is worked out from theme, size, years and content, and painted as it is; it knows nothing of painting. Dots
stand at their moment; where two would cover each other they are shifted up or down within their lane.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from gui.theme import Theme
from gui.widgets.shapes import text_width
from gui.widgets.timeline_axis import Axis
from gui.widgets.timeline_content import TimelineContent
from gui.widgets.timeline_names import Box, Named, Room, place_names
from sim.timeline import LANES, ComputePoint, Event

MACHINE = "machine:"
_GUTTER, _GUTTER_SHARE = 132.0, 0.26
_PITCH, _LOWEST_PITCH = (20.0, 46.0), 12.0
_FEW_LANES = 1.7
"""How much farther apart lanes may stand that have the picture to themselves."""
_TOP, _CAPTION, _AXIS = 26.0, 24.0, 28.0
_COMPUTE, _COMPUTE_SHARE = 96.0, 0.3
_DATES_FROM = 90.0
"""Pixels per year from which on a name bears its date."""
_SPANS_FROM = 40.0
"""Pixels per year from which on it is seen how well a date is known."""


@dataclass(frozen=True)
class Spot:
    """A dot: an event in its lane, or a machine. bar: the pixels of its span, None where it is no wider than a dot."""

    id: str
    row: int
    x: float
    y: float
    event: Event | None = None
    machine: ComputePoint | None = None
    bar: tuple[float, float] | None = None

    @property
    def when(self) -> float:
        """Its moment in years."""
        return self.event.when if self.event else self.machine.year + 0.5 if self.machine else 0.0


@dataclass(frozen=True)
class Plan:
    """rows: the middle of each lane. decades: exponents at the two ends of the machines' axis."""

    axis: Axis
    lanes: tuple[str, ...]
    rows: tuple[float, ...]
    pitch: float
    area: QRectF
    strip: QRectF
    compute: QRectF
    decades: tuple[int, int]
    captions: QRectF
    spots: tuple[Spot, ...]
    names: dict[str, Box]
    dated: bool

    @property
    def seen(self) -> tuple[Spot, ...]:
        """The dots within the picture."""
        return tuple(spot for spot in self.spots if self.axis.left - 1 <= spot.x <= self.axis.right + 1)

    def spot(self, id: str) -> Spot | None:
        """The dot of an event or machine, in the picture or beside it."""
        return next((spot for spot in self.spots if spot.id == id), None)


def plan(theme: Theme, width: float, height: float, axis: Axis, content: TimelineContent) -> Plan:
    """Lay everything out."""
    left = gutter(theme, width)
    placed = axis.placed(left, width - left - theme.px(14))
    strip = QRectF(left, height - theme.px(_AXIS), placed.width, theme.px(_AXIS))
    rows, pitch, captions, compute = _levels(theme, strip.top(), content, placed)
    decades = _decades(content)
    spots = (*_dots(theme, placed, content, rows, pitch), *_machines(placed, content, compute, decades))
    area = QRectF(left, 0.0, placed.width, strip.top())
    dated = placed.pixels_per_year >= theme.px(_DATES_FROM)
    names = _names(theme, content, spots, area, pitch, dated)
    return Plan(placed, content.lanes, rows, pitch, area, strip, compute, decades, captions, spots, names, dated)


def gutter(theme: Theme, width: float) -> float:
    """The room at the left for the names of lanes."""
    widest = max(text_width(lane.title, theme.font("body")) for lane in LANES.values())
    return min(max(widest + theme.px(28), theme.px(_GUTTER)), width * _GUTTER_SHARE + theme.px(8))


def radius(theme: Theme) -> float:
    """Of a dot."""
    return theme.stroke("marker")


def _levels(
    theme: Theme, bottom: float, content: TimelineContent, axis: Axis
) -> tuple[tuple[float, ...], float, QRectF, QRectF]:
    """The middles of the lanes, their distance, the line of captions, and the place of the machines."""
    count, top = len(content.lanes), theme.px(_TOP)
    caption = theme.px(_CAPTION)
    low, high = (theme.px(size) for size in _PITCH)
    room = bottom - top
    wants = content.compute and bool(content.timeline.compute)
    below = max(theme.px(_COMPUTE), _COMPUTE_SHARE * room) + caption if wants else 0.0
    if wants and count and room - below < count * low:
        below = theme.px(_COMPUTE) + caption
        if room - below < count * low:
            below = 0.0
    if not count:
        return (), high, QRectF(), QRectF(axis.left, top, axis.width, room - theme.px(8)) if wants else QRectF()
    high *= 1.0 if below else _FEW_LANES
    pitch = max(min((room - below) / count, high), theme.px(_LOWEST_PITCH))
    if not below:
        top += max((room - count * pitch) / 2, 0.0)  # a few lanes alone stand in the middle
    rows = tuple(top + (index + 0.5) * pitch for index in range(count))
    end = top + count * pitch
    if not below:
        return rows, pitch, QRectF(), QRectF()
    captions = QRectF(axis.left, end, axis.width, caption)
    return rows, pitch, captions, QRectF(axis.left, end + caption, axis.width, bottom - end - caption - theme.px(8))


def _decades(content: TimelineContent) -> tuple[int, int]:
    sizes = [math.log10(point.multiply_adds) for point in content.timeline.compute] or [3.0, 12.0]
    return math.floor(min(sizes) / 3) * 3, math.ceil(max(sizes) / 3) * 3


def _dots(
    theme: Theme, axis: Axis, content: TimelineContent, rows: tuple[float, ...], pitch: float
) -> tuple[Spot, ...]:
    """The events by time, shifted where they would cover each other."""
    size = radius(theme)
    reach, levels = 2 * size + 0.5, _shifts(pitch, size)
    standing: dict[int, list[tuple[float, float]]] = {}
    index = {lane: row for row, lane in enumerate(content.lanes)}
    found = []
    for event in content.events():
        row, x = index[event.lane], axis.x(event.when)
        others = [spot for spot in standing.setdefault(row, []) if abs(spot[0] - x) < reach]
        room = {up: _nearest(x, rows[row] + up, others) for up in levels}
        y = rows[row] + next((up for up in levels if room[up] >= reach), max(levels, key=room.__getitem__))
        standing[row].append((x, y))
        found.append(Spot(event.id, row, x, y, event, bar=_bar(theme, axis, event)))
    return tuple(found)


def _shifts(pitch: float, size: float) -> tuple[float, ...]:
    """How far a dot may leave the middle of its lane, nearest first."""
    free = pitch / 2 - size - 1.0
    steps = [shift for shift in (1.5 * size, 1.75 * size, 2 * size + 0.5) if shift <= free]
    return (0.0, *(sign * shift for shift in steps for sign in (-1.0, 1.0)))


def _nearest(x: float, y: float, others: list[tuple[float, float]]) -> float:
    """How far the next of the dots is that stand already."""
    return min((math.hypot(x - other[0], y - other[1]) for other in others), default=math.inf)


def _bar(theme: Theme, axis: Axis, event: Event) -> tuple[float, float] | None:
    first, last = (axis.x(year) for year in event.span)
    lasts = bool(event.until) or axis.pixels_per_year >= theme.px(_SPANS_FROM)
    return (first, last) if lasts and last - first > 2 * radius(theme) + 4 else None


def _machines(axis: Axis, content: TimelineContent, place: QRectF, decades: tuple[int, int]) -> tuple[Spot, ...]:
    if place.isEmpty():
        return ()
    row = len(content.lanes) + 1
    points = enumerate(content.timeline.compute)
    return tuple(
        Spot(f"{MACHINE}{k}", row, axis.x(point.year + 0.5), level(place, decades, point.multiply_adds), machine=point)
        for k, point in points
    )


def level(place: QRectF, decades: tuple[int, int], value: float) -> float:
    """The height of so many multiply-adds per second on the machines' logarithmic axis."""
    low, high = decades
    return place.bottom() - (math.log10(value) - low) / max(high - low, 1) * place.height()


def label_of(spot: Spot, dated: bool) -> tuple[str, str]:
    """What stands beside a dot: its name, and in fainter letters its date where there is room for dates."""
    if spot.machine is not None:
        return spot.machine.machine, ""
    assert spot.event is not None
    return spot.event.label, spot.event.when_words if dated else ""


def label_width(theme: Theme, spot: Spot, dated: bool, bold: bool) -> float:
    """How wide the name beside a dot is."""
    name, when = label_of(spot, dated)
    wide = text_width(name, theme.font("label" if bold else "small"))
    return wide + (text_width(when, theme.font("caption")) + theme.px(6) if when else 0.0) + theme.px(6)


def _names(
    theme: Theme, content: TimelineContent, spots: tuple[Spot, ...], area: QRectF, pitch: float, dated: bool
) -> dict[str, Box]:
    height = QFontMetricsF(theme.font("small")).height()
    dots = [Named(spot.id, spot.row, spot.x, spot.y, 0.0) for spot in spots]
    chosen = content.chosen
    named = [
        Named(
            spot.id, spot.row, spot.x, spot.y, label_width(theme, spot, dated, spot.id == chosen), spot.id == chosen
        )
        for spot in sorted(spots, key=lambda spot: _rank(spot, content))
        if (spot.machine or spot.id in content.shown) and area.left() <= spot.x <= area.right()
    ]
    box = (area.left(), area.top() + theme.px(8), area.right() + theme.px(12), area.bottom())
    return place_names(named, dots, Room(box, pitch, height, radius(theme) + 2.0))


def _rank(spot: Spot, content: TimelineContent) -> tuple[bool, bool, int, float]:
    """The chosen one, machines, what has come, what much builds on."""
    event = spot.event
    if event is None:
        return False, False, 0, spot.when
    return spot.id != content.chosen, spot.id not in content.lit, -len(event.leads_to) - len(event.builds_on), spot.when
