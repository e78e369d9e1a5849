"""From a point above the plane to a pixel and back: who looks at a surface, from where, and how it fills the picture.

The box around a surface has its middle at 0; its longer side reaches from -1 to 1. The eye stands `DISTANCE` away from
the middle, at `azimuth` degrees (0 in the direction of x, 90 of y) and `elevation` degrees above the plane. Zooming
makes the picture larger and leaves the eye where it is, so nothing ever gets behind it.

Simplified: where the picture is wider than the surface would be, what is seen is drawn wider than it is, up to `WIDEST`
times from the side and hardly from above; in a high picture it is drawn a little narrower. So it is while it turns.

A projection is a matrix (3, 4): (x, y, height, 1) times it is (column * w, row * w, w) of a pixel, w the distance.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from gui.widgets.contours import Array

DISTANCE = 4.2
LOWEST, HIGHEST = 8.0, 88.0
NEAREST, FARTHEST = 4.0, 0.6
TURNS = 24
NARROWEST, WIDEST = 0.85, 2.1
_SMALLEST = 4.0
_FILLED = 0.85

Margins = tuple[float, float, float, float]
"""left, top, right, bottom."""


@dataclass(frozen=True)
class Camera:
    """Where the eye stands, in degrees, and how many times nearer than whole."""

    azimuth: float = -60.0
    elevation: float = 32.0
    zoom: float = 1.0

    def turned(self, azimuth: float, elevation: float) -> "Camera":
        """Turned by so many degrees; the eye stays above the plane."""
        if not (math.isfinite(azimuth) and math.isfinite(elevation)):
            return self
        around = (self.azimuth + azimuth + 180.0) % 360.0 - 180.0
        return replace(self, azimuth=around, elevation=min(max(self.elevation + elevation, LOWEST), HIGHEST))

    def zoomed(self, factor: float) -> "Camera":
        """`factor` times nearer, within reason."""
        nearer = self.zoom * factor
        return replace(self, zoom=min(max(nearer, FARTHEST), NEAREST)) if math.isfinite(nearer) else self

    def towards(self, other: "Camera", share: float) -> "Camera":
        """On the shorter way to another camera."""
        around = (other.azimuth - self.azimuth + 180.0) % 360.0 - 180.0
        turned = self.turned(around * share, (other.elevation - self.elevation) * share)
        return replace(turned, zoom=self.zoom * (other.zoom / self.zoom) ** share)

    @property
    def axes(self) -> Array:
        """Rows: unit vectors to the right, up and away from the eye."""
        axes: Array = axes_of(np.radians(np.array([self.azimuth])), math.radians(self.elevation))[0]
        return axes


def axes_of(azimuths: Array, elevation: float) -> Array:
    """(n, 3, 3): to the right, up and away, for eyes at these azimuths (radians)."""
    sine, cosine, flat = np.sin(azimuths), np.cos(azimuths), np.zeros_like(azimuths)
    low, high = math.cos(elevation), math.sin(elevation)
    right = np.stack((-sine, cosine, flat), axis=-1)
    up = np.stack((-high * cosine, -high * sine, flat + low), axis=-1)
    away = np.stack((-low * cosine, -low * sine, flat - high), axis=-1)
    axes: Array = np.stack((right, up, away), axis=-2)
    return axes


@dataclass(frozen=True, eq=False)
class Projection:
    """A matrix (3, 4) and its use on points (n, 3)."""

    matrix: Array

    def to_pixels(self, points: Array) -> Array:
        """Column, row and 1 / distance of points (n, 3)."""
        with np.errstate(all="ignore"):
            ahead = np.asarray(points, np.float64).reshape(-1, 3) @ self.matrix[:, :3].T + self.matrix[:, 3]
            near = 1.0 / ahead[:, 2:]
            pixels: Array = np.hstack((ahead[:, :2] * near, near))
        return pixels

    def to_point(self, column: float, row: float, near: float) -> tuple[float, float, float]:
        """The point seen at a pixel at the distance 1 / near."""
        ahead = np.array((column, row, 1.0)) / near - self.matrix[:, 3]
        x, y, z = np.linalg.solve(self.matrix[:, :3], ahead)
        return float(x), float(y), float(z)

    def to_plane(self, column: float, row: float, height: float) -> tuple[float, float] | None:
        """The point at a height of the plane seen at a pixel; None where the plane is not seen there."""
        sight = self.matrix[:2] - np.array(((column,), (row,))) * self.matrix[2]
        turn = sight[:, :2]
        if abs(np.linalg.det(turn)) < 1e-12:
            return None
        x, y = np.linalg.solve(turn, -sight[:, 2] * height - sight[:, 3])
        return float(x), float(y)

    def scaled(self, factor: float) -> "Projection":
        """The same picture with so many times as many pixels a side."""
        return Projection(self.matrix * np.array(((factor,), (factor,), (1.0,))))


class Fit:
    """Fits points (n, 3) of a box into pictures; remembers how large they are from every elevation."""

    def __init__(self, points: Array) -> None:
        self._points = points
        self._largest: dict[int, Array] = {}

    def projection(self, camera: Camera, width: float, height: float, margins: Margins) -> Projection:
        """The projection into a picture.

        Its scale lies between that which fits the points as they stand and that which fits them whichever way they are
        turned: the picture is well filled, and turning changes its size little.
        """
        left, top, right, bottom = margins
        room = np.maximum(_SMALLEST, np.array((width - left - right, height - top - bottom)))
        low, high = (side[0] for side in self._extents(np.array([camera.azimuth]), camera.elevation))
        now, always = np.maximum(high - low, 1e-6), self.largest(camera.elevation)
        free = float((room[0] / always[0]) / (room[1] / always[1]))
        wide = min(max(free, NARROWEST), 1.0 + (WIDEST - 1.0) * math.cos(math.radians(camera.elevation)))
        stretch = np.array((wide, 1.0))
        fills = [float((room / (size * stretch)).min()) for size in (now, always)]
        across_scale, scale = fills[0] ** _FILLED * fills[1] ** (1.0 - _FILLED) * camera.zoom * stretch
        middle = (low + high) / 2.0
        column, row = left + room[0] / 2.0 - across_scale * middle[0], top + room[1] / 2.0 + scale * middle[1]
        across, up, away = camera.axes
        matrix = np.empty((3, 4))
        matrix[0, :3], matrix[0, 3] = across_scale * across + column * away, column * DISTANCE
        matrix[1, :3], matrix[1, 3] = -scale * up + row * away, row * DISTANCE
        matrix[2, :3], matrix[2, 3] = away, DISTANCE
        return Projection(matrix)

    def largest(self, elevation: float) -> Array:
        """The greatest width and height (2) that the points take on the screen while they turn; between two whole
        degrees a straight line.
        """
        below = math.floor(elevation)
        for degree in (below, below + 1):
            if degree not in self._largest:
                low, high = self._extents(np.linspace(0.0, 360.0, TURNS, endpoint=False), degree)
                self._largest[degree] = np.maximum(high - low, 1e-6).max(axis=0)
        share = elevation - below
        size: Array = self._largest[below] * (1.0 - share) + self._largest[below + 1] * share
        return size

    def _extents(self, azimuths: Array, elevation: float) -> tuple[Array, Array]:
        """For each azimuth the smallest and largest place (2) on the screen, up is positive, of an eye at scale 1."""
        seen = self._points @ axes_of(np.radians(azimuths), math.radians(elevation)).transpose(0, 2, 1)
        flat = seen[..., :2] / (seen[..., 2:] + DISTANCE)
        return flat.min(axis=1), flat.max(axis=1)
