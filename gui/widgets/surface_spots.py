"""Where racers, the start and marked points stand on a relief: on the screen, seen or hidden, or at the border."""

import math
from dataclasses import dataclass

import numpy as np

from gui.widgets.contours import Array
from gui.widgets.map_spots import Spot
from gui.widgets.surface_camera import Projection
from gui.widgets.surface_content import SurfaceContent
from gui.widgets.surface_picture import Fog, SurfacePicture
from gui.widgets.surface_sheet import HEIGHT, Sheet
from gui.widgets.surface_tracks import FOG_END, Draped, is_seen, stand


@dataclass(frozen=True, eq=False)
class Scene:
    """All that turns a point of the plane into a pixel."""

    sheet: Sheet
    projection: Projection
    picture: SurfacePicture
    fog: Fog | None

    def lit(self, points: Array) -> Array:
        """Which of the points (n, 3) of the box the fog leaves free."""
        if self.fog is None:
            return np.ones(len(points), bool)
        free: Array = np.hypot(points[:, 0] - self.fog[0], points[:, 1] - self.fog[1]) <= self.fog[2] * FOG_END
        return free

    def on_level(self, column: float, row: float, point: tuple[float, float]) -> tuple[float, float] | None:
        """The point of the plane at a pixel, if the relief were everywhere as high as it is at `point`."""
        height = float(self.sheet.ground(np.array([point]))[0])
        level = (height - 0.5) * HEIGHT if math.isfinite(height) else 0.0
        box = self.projection.to_plane(column, row, level)
        return None if box is None else self.sheet.from_box(*box)


@dataclass(frozen=True)
class Ball(Spot):
    """A place on the relief; `hidden` behind a hill or below the sheet."""

    hidden: bool = False


@dataclass(frozen=True, eq=False)
class Stands:
    """Things that stand on a relief: points (n, 3) of the box, those a step before, and which are really there."""

    keys: tuple[str, ...]
    points: Array
    before: Array
    carried: Array
    left: Array

    def balls(self, scene: Scene) -> list[Ball | None]:
        """Where they are on the screen; None for what the relief does not carry and what lies in the fog."""
        if not self.keys:
            return []
        pixels = scene.projection.to_pixels(self.points)
        away = pixels[:, :2] - scene.projection.to_pixels(self.before)[:, :2]
        hidden = ~is_seen(pixels, scene.picture)
        there = self.carried & scene.lit(self.points)
        found: list[Ball | None] = []
        for k, (x, y, _) in enumerate(pixels.tolist()):
            direction = _unit(*away[k].tolist()) if self.left[k] else (0.0, 0.0)
            found.append(Ball(self.keys[k], x, y, direction, bool(hidden[k])) if there[k] else None)
        return found


_NO_BOX: Array = np.zeros((0, 3))
_NONE: Array = np.zeros(0, bool)
NOTHING = Stands((), _NO_BOX, _NO_BOX, _NONE, _NONE)


def joint(one: Stands, two: Stands) -> Stands:
    """All of both, in order."""
    return Stands(
        one.keys + two.keys,
        np.concatenate((one.points, two.points)),
        np.concatenate((one.before, two.before)),
        np.concatenate((one.carried, two.carried)),
        np.concatenate((one.left, two.left)),
    )


def standing(keys: list[str], plane: Array, sheet: Sheet) -> Stands:
    """Things at points (n, 2) of the plane."""
    points, carried = stand(plane, sheet)
    return Stands(tuple(keys), points, points, carried, np.zeros(len(points), bool))


def racers_standing(content: SurfaceContent, paths: dict[str, Draped], sheet: Sheet) -> Stands:
    """The racers drawn, in drawing order, at the cursor; who left stands where it went out."""
    keys = content.drawn_keys()
    plane = [content.paths[key][min(content.cursor, len(content.paths[key]) - 1), :2] for key in keys]
    found = standing(keys, np.array(plane).reshape(-1, 2), sheet)
    points, before = found.points.copy(), found.points.copy()
    carried, left = found.carried.copy(), ~found.carried
    for k in np.flatnonzero(left).tolist():
        path = paths.get(keys[k])
        end = 0 if path is None else int(np.searchsorted(path.times, content.cursor, "right"))
        if path is not None and end > 0:
            points[k], before[k], carried[k] = path.points[end - 1], path.points[max(0, end - 2)], True
    return Stands(tuple(keys), points, before, carried, left)


def _unit(dx: float, dy: float) -> tuple[float, float]:
    length = math.hypot(dx, dy)
    return (dx / length, dy / length) if 0.0 < length < math.inf else (0.0, -1.0)
