"""Where racers and the start stand on the screen: in the picture, or at its border when they have left it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from gui.widgets.contours import Array
from gui.widgets.labels import Box, spread
from gui.widgets.map_content import Point
from gui.widgets.viewport import Viewport

BORDER_ROOM = 2.6
"""How far from the border a racer that left stands, in radii of its marker: its arrow lies between."""

NO_POINTS: Array = np.zeros((0, 2))


@dataclass
class MapContent:
    """What a map shows on its ground. `paths` and `ghosts` are finite; a racer whose path ends early flew off."""

    paths: dict[str, Array] = field(default_factory=dict)
    ghosts: dict[str, Array] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    shown: dict[str, bool] = field(default_factory=dict)
    cursor: int = 0
    selected: str | None = None
    hovered: str | None = None
    start: tuple[float, float] | None = None
    minima: Array = field(default_factory=lambda: NO_POINTS)
    saddles: Array = field(default_factory=lambda: NO_POINTS)
    version: int = 0

    def is_shown(self, key: str) -> bool:
        """Racers are shown until they are hidden."""
        return self.shown.get(key, True)

    def drawn_keys(self) -> list[str]:
        """The racers to draw, in order; the selected one last, on top."""
        keys = [key for key, path in self.paths.items() if self.is_shown(key) and len(path)]
        return sorted(keys, key=lambda key: key == self.selected)

    def place_of(self, key: str) -> Point:
        """Where a drawn racer is at the cursor."""
        path = self.paths[key]
        x, y = path[min(self.cursor, len(path) - 1)].tolist()
        return x, y

    def title(self, key: str) -> str:
        """The name to write beside a racer."""
        return self.titles.get(key, key)


@dataclass(frozen=True)
class Spot:
    """A racer's place in pixels; `away` is the unit direction in which it left the picture, (0, 0) inside."""

    key: str
    x: float
    y: float
    away: tuple[float, float] = (0.0, 0.0)

    @property
    def is_outside(self) -> bool:
        """Has it left the picture?"""
        return self.away != (0.0, 0.0)


def spots(content: MapContent, view: Viewport, radius: float) -> list[Spot]:
    """The places of all racers drawn, in drawing order. Those at the border stand beside each other."""
    found = [spot_for(key, content.place_of(key), view, BORDER_ROOM * radius) for key in content.drawn_keys()]
    return _spread_along_border(found, view, radius)


def spot_for(key: str, point: Array | tuple[float, float], view: Viewport, inset: float) -> Spot:
    """One place: the pixel of the point, or the nearest one inside the border by `inset` with the direction away."""
    if view.contains(float(point[0]), float(point[1])):
        return Spot(key, *view.pixel_of(float(point[0]), float(point[1])))
    with np.errstate(over="ignore"):
        x, y = view.pixel_of(float(np.clip(point[0], -1e150, 1e150)), float(np.clip(point[1], -1e150, 1e150)))
    left, top, right, bottom = border(view, inset)
    at_x, at_y = min(max(x, left), right), min(max(y, top), bottom)
    dx, dy = x - at_x, y - at_y
    length = math.hypot(dx, dy)
    away = (dx / length, dy / length) if 0.0 < length < math.inf else (0.0, -1.0)
    return Spot(key, at_x, at_y, away)


def border(view: Viewport, inset: float) -> Box:
    """The picture made smaller on all sides, never turned inside out."""
    inset = min(inset, view.width / 2, view.height / 2)
    return (view.left + inset, view.top + inset, view.left + view.width - inset, view.top + view.height - inset)


def hit(places: list[Spot], x: float, y: float, reach: float) -> str | None:
    """The racer nearest to the pixel, within reach; of equally near ones the topmost."""
    best, nearest = None, reach
    for spot in places:
        distance = math.hypot(spot.x - x, spot.y - y)
        if distance <= nearest:
            best, nearest = spot.key, distance
    return best


def _spread_along_border(found: list[Spot], view: Viewport, radius: float) -> list[Spot]:
    left, top, right, bottom = border(view, BORDER_ROOM * radius)
    result = {spot.key: spot for spot in found}
    for edge, is_upright in ((left, True), (right, True), (top, False), (bottom, False)):
        group = [spot for spot in result.values() if spot.is_outside and _stands_on(spot, edge, is_upright)]
        ends = (top, bottom) if is_upright else (left, right)
        places = spread([spot.y if is_upright else spot.x for spot in group], 2.7 * radius, *ends)
        for spot, place in zip(group, places, strict=True):
            result[spot.key] = replace(spot, y=place) if is_upright else replace(spot, x=place)
    return [result[spot.key] for spot in found]


def _stands_on(spot: Spot, edge: float, is_upright: bool) -> bool:
    """Does the spot belong to this edge: does it lead away across it, more than across the other pair?"""
    across, down = abs(spot.away[0]), abs(spot.away[1])
    return spot.x == edge and across >= down if is_upright else spot.y == edge and down > across


def visible_names(content: MapContent, keys: Mapping[str, object]) -> list[str]:
    """The keys in the order in which their names are placed: what the learner points at first."""
    wanted = (content.hovered, content.selected)
    return sorted(keys, key=lambda key: wanted.index(key) if key in wanted else len(wanted))
