"""What networks side by side answer, as plain data: curves over one input, digits with probabilities, two maps."""

from dataclasses import dataclass, field

import numpy as np

from gui.widgets.contours import Array, Rect


@dataclass(frozen=True, eq=False)
class FitLine:
    """What an arm answers: answers (n,) at the places of the whole fit. note: a number beside the title, or ""."""

    title: str
    role: str
    answers: Array
    note: str = ""


@dataclass(frozen=True, eq=False)
class Fit:
    """Points (x, y) that were learned from and others that were not, and the lines of the arms over places (n,).

    truth (n,): what the points were made from, or nothing. area: the part of the plane that is shown.
    """

    x: Array
    y: Array
    learned: Array
    places: Array
    lines: tuple[FitLine, ...]
    area: Rect
    truth: Array = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, eq=False)
class DigitSample:
    """A digit (64,) from 0 to 1, what it is, and the probabilities (arms, classes) that every arm gives."""

    picture: Array
    truth: int
    probabilities: Array


@dataclass(frozen=True, eq=False)
class TwoMaps:
    """What two arms decide over one part of the plane, (rows, columns) each, row 0 at the lowest y, from `low` to 1.

    places (n, 2) and classes (n,) of points; learned (n,): those that were trained on.
    """

    first: Array
    second: Array
    rect: Rect
    places: Array
    classes: Array
    learned: Array
    titles: tuple[str, str] = ("A", "B")
    roles: tuple[str, str] = ("ink", "you")
    low: float = 0.0

    @property
    def difference(self) -> Array:
        """The second less the first, from -1 to 1."""
        result: Array = (np.asarray(self.second, np.float64) - self.first) / (1.0 - self.low)
        return result

    @property
    def apart(self) -> float:
        """On which share of the plane the two decide differently."""
        middle = (1.0 + self.low) / 2.0
        return float(np.mean((self.first > middle) != (self.second > middle)))
