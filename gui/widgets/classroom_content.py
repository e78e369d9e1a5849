"""A hidden layer as a class: what every pupil says, who copies how much from whom, who is ill today.

Copied is |weight x answer|: how much of what a unit of the next layer hears comes from this one. Units do not decide to
copy; the story only helps to look.
"""

from dataclasses import dataclass, field

import numpy as np

from gui.widgets.contours import Array

MOST_COPIERS = 10


def _none() -> Array:
    return np.zeros(0)


@dataclass(frozen=True, eq=False)
class ClassSeen:
    """answers (units,): how loud each is; copied (units, copiers): |weight x answer|; names: of the copiers.

    ill (units,) bool, or nothing while everyone is well; stars: the units that are missed most, most missed first;
    home: how many of them were sent home. copiers: how many there are, of which those with names are shown.
    """

    answers: Array = field(default_factory=_none)
    copied: Array = field(default_factory=lambda: np.zeros((0, 0)))
    names: tuple[str, ...] = ()
    ill: Array = field(default_factory=_none)
    stars: tuple[int, ...] = ()
    home: int = 0
    copiers: int = 0

    @property
    def units(self) -> int:
        """How many pupils."""
        return len(self.answers)

    @property
    def away(self) -> Array:
        """Who is not there, ill or sent home, (units,) bool."""
        away = np.array(self.ill, bool) if len(self.ill) == self.units else np.zeros(self.units, bool)
        away[[unit for unit in self.stars[: self.home] if unit < self.units]] = True
        return away

    @property
    def heard(self) -> Array:
        """The share of what each copier would hear with everyone there that it hears now, (copiers,)."""
        whole = self.copied.sum(axis=0)
        shares: Array = np.where(whole > 0.0, self.copied[~self.away].sum(axis=0) / np.maximum(whole, 1e-300), 1.0)
        return shares

    @property
    def lost(self) -> float:
        """The share of all that is copied that is gone."""
        whole = float(self.copied.sum())
        return float(self.copied[self.away].sum()) / whole if whole > 0.0 else 0.0

    def carried(self, units: tuple[int, ...]) -> float:
        """The share of all that is copied that comes from these units."""
        whole = float(self.copied.sum())
        return float(self.copied[list(units)].sum()) / whole if whole > 0.0 and units else 0.0


def chosen_copiers(copied: Array, most: int = MOST_COPIERS) -> tuple[int, ...]:
    """The units of the next layer that are shown: all, or those that hear most, in rising order."""
    heard = np.nan_to_num(copied).sum(axis=0)
    if heard.size <= most:
        return tuple(range(heard.size))
    return tuple(sorted(np.argsort(-heard, kind="stable")[:most].tolist()))


def strongest(seen: ClassSeen, most: int) -> Array:
    """The pairs (pupil, copier) with the most copied among those who are there, the strongest last, (pairs, 2)."""
    flow = np.where(seen.away[:, None], 0.0, np.nan_to_num(seen.copied))
    order = np.argsort(flow, axis=None, kind="stable")[-most:] if flow.size else np.zeros(0, np.intp)
    order = order[flow.ravel()[order] > 0.0]
    pairs: Array = np.column_stack((order // max(1, flow.shape[1]), order % max(1, flow.shape[1])))
    return pairs
