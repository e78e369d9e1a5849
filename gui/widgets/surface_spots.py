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
from gui.widgets.surface_tracks import Draped, is_seen, stand


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
        free: Array = np.hypot(points[:, 0] - self.fog[0], points[:, 1] - self.fog[1]) <= self.fog[2] * 1.2
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


def place(key: str, point: tuple[float, float], scene: Scene) -> Ball | None:
    """One point of the plane on the screen; None where the relief does not carry it or fog lies on it."""
    if not (math.isfinite(point[0]) and math.isfinite(point[1])):
        return None
    box, carried = stand(np.array([point], np.float64), scene.sheet)
    if not (carried[0] and scene.lit(box)[0]):
        return None
    pixel = scene.projection.to_pixels(box)
    return Ball(key, float(pixel[0, 0]), float(pixel[0, 1]), hidden=not is_seen(pixel, scene.picture)[0])


def balls(content: SurfaceContent, paths: dict[str, Draped], scene: Scene) -> list[Ball]:
    """The places of all racers drawn, in drawing order; who left stands where it went."""
    found = []
    for key in content.drawn_keys():
        path = content.paths[key]
        x, y, _ = path[min(content.cursor, len(path) - 1)]
        ball = place(key, (float(x), float(y)), scene)
        if ball is None and key in paths:
            ball = last_seen(key, paths[key], content.cursor, scene)
        if ball is not None:
            found.append(ball)
    return found


def last_seen(key: str, path: Draped, step: int, scene: Scene) -> Ball | None:
    """Where a path left the box, with the direction in which it went on; None if it was never inside."""
    end = int(np.searchsorted(path.times, step, "right"))
    if end == 0:
        return None
    points = path.points[max(0, end - 2) : end]
    if not scene.lit(points[-1:])[0]:
        return None
    pixels = scene.projection.to_pixels(points)
    dx, dy = (pixels[-1] - pixels[0])[:2]
    length = math.hypot(dx, dy)
    away = (dx / length, dy / length) if length > 0.0 else (0.0, -1.0)
    hidden = not is_seen(pixels[-1:], scene.picture)[0]
    return Ball(key, float(pixels[-1, 0]), float(pixels[-1, 1]), away, hidden)
