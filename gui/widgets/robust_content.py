"""How well networks do without some of their units, as plain data: without the stars, and with half of a layer ill.

An arm is one network of several that are trained side by side; it wears a letter, a title, the role of a colour and a
marker, so that colour is never the only sign.
"""

import math
from dataclasses import dataclass, field

import numpy as np

from gui.widgets.contours import Array

MARKERS = {"ink": "square", "you": "circle", "rmsprop": "diamond", "adagrad": "up"}
"""The marker of an arm by its role; a star for any other."""


def _none() -> Array:
    return np.zeros(0)


@dataclass(frozen=True, eq=False)
class StarLine:
    """An arm without its stars: accuracy[k] with k of them away, (known + 1,). units: who they are, first to last.

    low, high: of several runs, like accuracy, or nothing. words: the title without its letter.
    """

    letter: str
    title: str
    role: str = "ink"
    accuracy: Array = field(default_factory=_none)
    units: tuple[int, ...] = ()
    low: Array = field(default_factory=_none)
    high: Array = field(default_factory=_none)
    words: str = ""

    @property
    def marker(self) -> str:
        """Its shape."""
        return MARKERS.get(self.role, "star")


@dataclass(frozen=True, eq=False)
class StarsChart:
    """All arms. most: how many stars the axis reaches; chance: what guessing gets right, NaN for not said.

    guess: what the learner guessed, (stars away, accuracy), or None.
    """

    lines: tuple[StarLine, ...] = ()
    most: int = 5
    chance: float = math.nan
    guess: tuple[int, float] | None = None


@dataclass(frozen=True, eq=False)
class FluArm:
    """An arm with half of a layer ill: accuracy of every draw, (draws,); whole: with everyone well."""

    letter: str
    title: str
    role: str = "ink"
    accuracy: Array = field(default_factory=_none)
    whole: float = math.nan

    @property
    def marker(self) -> str:
        """Its shape."""
        return MARKERS.get(self.role, "star")

    @property
    def mean(self) -> float:
        """Over all draws; NaN before the first."""
        known = self.accuracy[np.isfinite(self.accuracy)]
        return float(known.mean()) if known.size else math.nan


@dataclass(frozen=True, eq=False)
class FluSeen:
    """All arms, how many draws are wanted, which one is looked at (-1: the last), and what guessing gets right."""

    arms: tuple[FluArm, ...] = ()
    wanted: int = 20
    draw: int = -1
    chance: float = math.nan


def percent(share: float) -> str:
    """A share in whole percent; a dash for none."""
    return f"{round(100 * share)}\u00a0%" if math.isfinite(share) else "\u2013"
