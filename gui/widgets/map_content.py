"""What lies on a map beside the racers: arrows, squares, crosses, a cone, fog, the learner's own skier, a pointer and
an eye.

Everything here is in the coordinates of the plane. A thing with a number that is not finite is not drawn: a run that
diverged takes its arrows with it.
"""

import math
from dataclasses import dataclass, field

import numpy as np

from gui.widgets.contours import Array

Point = tuple[float, float]


@dataclass(frozen=True)
class Arrow:
    """A vector from `origin` to `tip` in the colour of a role, with a word on a plate.

    A gradient has no length in the plane: whoever gives it here scales it first, all arrows that are to be compared
    alike. A vector too short to be seen becomes a dot; one that leaves the picture fades out at its rim.
    """

    origin: Point
    tip: Point
    role: str
    label: str = ""
    dashed: bool = False


@dataclass(frozen=True)
class Cone:
    """Where a noisy gradient points: from `apex`, about `direction` (a vector as long as the cone), `opening` radians
    from edge to edge.
    """

    apex: Point
    direction: Point
    opening: float


@dataclass(frozen=True)
class Fog:
    """Only what is nearer to `centre` than `radius`, in units of the plane, can be seen."""

    centre: Point
    radius: float


@dataclass
class Overlays:
    """What a map shows beside its racers. `squares` and `crosses` stand at the racers of their keys.

    `squares`: accumulated squared gradient along x and y; `crosses`: lower and higher curvature, and the direction of
    the higher in radians from the x axis.
    """

    arrows: tuple[Arrow, ...] = ()
    squares: dict[str, Point] = field(default_factory=dict)
    crosses: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    axis_names: tuple[str, str] = ("x", "y")
    cone: Cone | None = None
    fog: Fog | None = None
    hand: Array | None = None
    hand_active: bool = False
    pointer: Point | None = None
    eye: float | None = None


def point_or_none(point: Point | None) -> Point | None:
    """The point as two floats; None where a coordinate is not finite."""
    return None if point is None or not is_finite(*point) else (float(point[0]), float(point[1]))


def is_finite(*numbers: float) -> bool:
    """Are all of them numbers that can be drawn?"""
    return all(math.isfinite(number) for number in numbers)


def own_path(path: Array | None) -> Array | None:
    """The learner's path (n, 2) as float64; None for no path at all."""
    points = np.zeros((0, 2)) if path is None else np.asarray(path, np.float64).reshape(-1, 2)
    return points if len(points) else None
