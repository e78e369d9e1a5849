"""Which part of the plane a picture shows, and where each of its points lies on the screen.

A `Viewport` is frozen arithmetic: a rectangle of the plane, a rectangle of pixels, straight lines between them; y
points up in the plane and down on the screen. The whole landscape is shown with equal scales on both axes where that
leaves the picture filled: the shorter side is grown, up to 2.2 times, and the owner is asked for the field of the grown
rectangle. Landscapes still longer than that are stretched to fit instead.
"""

from dataclasses import dataclass, replace

import numpy as np

from gui.widgets.contours import Array, Rect

MOST_GROWTH = 2.2
NEAREST, FARTHEST = 1e-3, 8.0


@dataclass(frozen=True)
class Viewport:
    """`plane` is (x from, x to, y from, y to); the picture lies at (left, top) and measures (width, height) pixels."""

    plane: Rect
    left: float
    top: float
    width: float
    height: float

    @property
    def x_scale(self) -> float:
        """Pixels per unit of x."""
        return self.width / (self.plane[1] - self.plane[0])

    @property
    def y_scale(self) -> float:
        """Pixels per unit of y."""
        return self.height / (self.plane[3] - self.plane[2])

    def to_pixels(self, points: Array) -> Array:
        """Points (n, 2) of the plane as pixels (n, 2); points at infinity stay there."""
        with np.errstate(over="ignore", invalid="ignore"):
            x = self.left + (points[:, 0] - self.plane[0]) * self.x_scale
            y = self.top + (self.plane[3] - points[:, 1]) * self.y_scale
        return np.column_stack((x, y))

    def pixel_of(self, x: float, y: float) -> tuple[float, float]:
        """One point of the plane as a pixel."""
        return (self.left + (x - self.plane[0]) * self.x_scale, self.top + (self.plane[3] - y) * self.y_scale)

    def point_at(self, x: float, y: float) -> tuple[float, float]:
        """The point of the plane under a pixel."""
        return (self.plane[0] + (x - self.left) / self.x_scale, self.plane[3] - (y - self.top) / self.y_scale)

    def contains(self, x: float, y: float) -> bool:
        """Does the point of the plane lie in the picture?"""
        return self.plane[0] <= x <= self.plane[1] and self.plane[2] <= y <= self.plane[3]

    def zoomed(self, factor: float, x: float, y: float) -> "Viewport":
        """`factor` times nearer, with the point under pixel (x, y) staying there."""
        at_x, at_y = self.point_at(x, y)
        x0, x1, y0, y1 = self.plane
        plane = (
            at_x - (at_x - x0) / factor,
            at_x + (x1 - at_x) / factor,
            at_y - (at_y - y0) / factor,
            at_y + (y1 - at_y) / factor,
        )
        return replace(self, plane=plane)

    def moved(self, dx: float, dy: float) -> "Viewport":
        """The ground shifted by so many pixels to the right and down."""
        x0, x1, y0, y1 = self.plane
        right, up = dx / self.x_scale, -dy / self.y_scale
        return replace(self, plane=(x0 - right, x1 - right, y0 - up, y1 - up))


def whole(domain: Rect, left: float, top: float, width: float, height: float) -> Viewport:
    """The viewport that shows all of `domain` in a picture of this place and size (at least one pixel)."""
    width, height = max(1.0, width), max(1.0, height)
    x0, x1, y0, y1 = domain
    unit = max((x1 - x0) / width, (y1 - y0) / height)
    grow_x, grow_y = unit * width / (x1 - x0), unit * height / (y1 - y0)
    if max(grow_x, grow_y) > MOST_GROWTH:
        grow_x = grow_y = 1.0
    return Viewport((*_grown(x0, x1, grow_x), *_grown(y0, y1, grow_y)), left, top, width, height)


def resized(view: Viewport, left: float, top: float, width: float, height: float) -> Viewport:
    """The same centre and scale in a picture of another size: a larger picture shows more."""
    width, height = max(1.0, width), max(1.0, height)
    x0, x1, y0, y1 = view.plane
    x, y = _grown(x0, x1, width / view.width), _grown(y0, y1, height / view.height)
    return Viewport((*x, *y), left, top, width, height)


def within_reach(view: Viewport, domain: Rect) -> bool:
    """May the learner look at this: neither too near to label nor too far, and not lost in the distance?"""
    x0, x1, y0, y1 = view.plane
    width, height = domain[1] - domain[0], domain[3] - domain[2]
    if not (NEAREST * width <= x1 - x0 <= FARTHEST * width * MOST_GROWTH and y1 - y0 >= NEAREST * height):
        return False
    return y1 - y0 <= FARTHEST * height * MOST_GROWTH and _near(x0, x1, domain[:2]) and _near(y0, y1, domain[2:])


def _near(low: float, high: float, side: tuple[float, float]) -> bool:
    """Is the middle of low..high within eight lengths of the side's own middle?"""
    return abs(low + high - side[0] - side[1]) / 2.0 <= FARTHEST * (side[1] - side[0])


def _grown(low: float, high: float, factor: float) -> tuple[float, float]:
    """The range made `factor` times as long about its middle."""
    middle, half = (low + high) / 2.0, (high - low) / 2.0 * factor
    return (low, high) if factor == 1.0 else (middle - half, middle + half)
