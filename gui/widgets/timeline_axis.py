"""The axis of years: which years are seen, where each lies, and the marks that fit.

An `Axis` is frozen arithmetic, like a `Viewport` in one direction. Years are floats, 1989.5 is the middle of 1989. It
never shows less than SHORTEST and never leaves WHOLE.
"""

import math
from dataclasses import dataclass, replace

from sim.timeline import FIRST_YEAR, LAST_YEAR

WHOLE = (FIRST_YEAR - 1.5, LAST_YEAR + 2.5)
SHORTEST = 1.5
MONTHS = 12
_STEPS = (1, 2, 5, 10, 20)
_MONTH_STEPS = (1, 2, 3, 6)


@dataclass(frozen=True)
class Tick:
    """A mark: its year, and the month from 1, or 0 where the mark stands for the whole year."""

    at: float
    year: int
    month: int = 0


@dataclass(frozen=True)
class Axis:
    """The years `first` to `last` in the pixels from `left` on, `width` of them."""

    first: float = WHOLE[0]
    last: float = WHOLE[1]
    left: float = 0.0
    width: float = 1.0

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    @property
    def pixels_per_year(self) -> float:
        """How wide a year is."""
        return self.width / (self.last - self.first)

    @property
    def is_whole(self) -> bool:
        """Whether every year is seen."""
        return (self.first, self.last) == WHOLE

    def x(self, year: float) -> float:
        """The pixel of a year."""
        return self.left + (year - self.first) * self.pixels_per_year

    def year(self, x: float) -> float:
        """The year of a pixel."""
        return self.first + (x - self.left) / self.pixels_per_year

    def placed(self, left: float, width: float) -> "Axis":
        """The same years elsewhere."""
        return replace(self, left=left, width=max(1.0, width))

    def showing(self, first: float, last: float) -> "Axis":
        """Other years, as far as they can be shown."""
        whole = WHOLE[1] - WHOLE[0]
        span = min(max(last - first, SHORTEST), whole)
        middle = (first + last) / 2
        first = min(max(middle - span / 2, WHOLE[0]), WHOLE[1] - span)
        if span >= whole:
            return replace(self, first=WHOLE[0], last=WHOLE[1])
        return replace(self, first=first, last=first + span)

    def zoomed(self, factor: float, x: float) -> "Axis":
        """`factor` times nearer; the year under pixel x stays there as long as it can."""
        whole = WHOLE[1] - WHOLE[0]
        span = min(max((self.last - self.first) / factor, SHORTEST), whole)
        share = (x - self.left) / self.width
        first = self.year(x) - share * span
        return self.showing(first, first + span)

    def moved(self, pixels: float) -> "Axis":
        """The years pushed to the right by so many pixels."""
        shift = -pixels / self.pixels_per_year
        return self.showing(self.first + shift, self.last + shift)

    def revealing(self, year: float) -> "Axis":
        """The same scale, moved as little as shows `year` with some room around it."""
        room = 0.08 * (self.last - self.first)
        shift = min(0.0, year - room - self.first) + max(0.0, year + room - self.last)
        return self.showing(self.first + shift, self.last + shift)

    def ticks(self, room: float) -> tuple[Tick, ...]:
        """Round years, or months where they fit; `room` pixels for each."""
        per_month = self.pixels_per_year / MONTHS
        for step in _MONTH_STEPS:
            if step * per_month >= room:
                return self._months(step)
        step = next((step for step in _STEPS if step * self.pixels_per_year >= room), 50)
        first = math.ceil(self.first / step) * step
        return tuple(Tick(float(year), year) for year in range(first, math.floor(self.last) + 1, step))

    def _months(self, step: int) -> tuple[Tick, ...]:
        first, last = math.ceil(self.first * MONTHS - 1e-9), math.floor(self.last * MONTHS + 1e-9)
        return tuple(
            Tick(count / MONTHS, count // MONTHS, count % MONTHS + 1)
            for count in range(first, last + 1)
            if count % MONTHS % step == 0
        )
