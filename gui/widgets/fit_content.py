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
    """A digit (64,) from 0 to 1, what it is, and the probabilities (arms, classes) that every arm gives.

    label: what it is said to be where labels were shuffled; -1 where that is what it is.
    """

    picture: Array
    truth: int
    probabilities: Array
    label: int = -1


@dataclass(frozen=True, eq=False)
class TwoMaps:
    """What two arms decide over one part of the plane, (rows, columns) each, row 0 at the lowest y, from 0 to 1.

    places (n, 2) and classes (n,) of points; learned (n,): those that were trained on.
    """

    first: Array
    second: Array
    rect: Rect
    places: Array
    classes: Array
    learned: Array
    titles: tuple[str, str] = ("A", "B")
