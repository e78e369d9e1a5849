"""States put aside, so that any step of a run can be had again without computing it from the beginning.

They take a bounded number of bytes. When there are too many they are thinned geometrically: dense around the step
where the run stands, ever sparser away from it, so that going back one step costs next to nothing and going back a
thousand costs a small share of a thousand. The first one, the base, always stays.
"""

from bisect import bisect_right
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from sim.config import Config

BUDGET = 64 * 2**20
MOST = 1024
DENSEST = 64.0

_step = attrgetter("step")


@dataclass(frozen=True)
class Checkpoint:
    """A state nobody else holds, the config in force, and how many entries of the log had acted."""

    step: int
    applied: int
    config: Config
    state: Any
    size: int


class Checkpoints:
    """Checkpoints of one run in order of their steps, one for a step."""

    def __init__(self, base: Checkpoint, budget: int = BUDGET, most: int = MOST) -> None:
        self._kept = [base]
        self._budget = budget
        self._most = most
        self.bytes = base.size

    def __len__(self) -> int:
        return len(self._kept)

    @property
    def base(self) -> Checkpoint:
        """The first of all."""
        return self._kept[0]

    @property
    def steps(self) -> tuple[int, ...]:
        """The steps that are kept, ascending."""
        return tuple(kept.step for kept in self._kept)

    def nearest(self, step: int) -> Checkpoint:
        """The last one at or before `step`; the base where all are later."""
        return self._kept[max(bisect_right(self._kept, step, key=_step) - 1, 0)]

    def add(self, checkpoint: Checkpoint) -> None:
        """Keep `checkpoint`, in place of an older one of the same step; thin where they become too many."""
        place = bisect_right(self._kept, checkpoint.step, key=_step)
        if self._kept[place - 1].step == checkpoint.step:
            place -= 1
            self.bytes -= self._kept.pop(place).size
        self._kept.insert(place, checkpoint)
        self.bytes += checkpoint.size
        if self.bytes > self._budget or len(self._kept) > self._most:
            self.thin(checkpoint.step, self._budget // 2, self._most // 2)

    def cut(self, step: int, applied: int) -> None:
        """Forget all that lie after `step` or know more than `applied` entries of the log; the base stays."""
        kept = [one for one in self._kept[1:] if one.step <= step and one.applied <= applied]
        self._keep([self.base, *kept])

    def thin(self, now: int, budget: int, most: int = MOST) -> None:
        """Drop the fewest that bring all within `budget` bytes and `most` pieces, seen from step `now`."""
        density = DENSEST
        while (self.bytes > budget or len(self._kept) > most) and len(self._kept) > 1:
            self._keep(_spread(self._kept, now, density))
            density /= 2

    def _keep(self, kept: list[Checkpoint]) -> None:
        self._kept = kept
        self.bytes = sum(checkpoint.size for checkpoint in kept)


def _spread(checkpoints: list[Checkpoint], now: int, density: float) -> list[Checkpoint]:
    """Those that stand apart by at least a share of their distance from `now`, and the base."""
    if density < 1 / 8:
        return checkpoints[:1]
    kept = checkpoints[:1]
    for checkpoint in checkpoints[1:]:
        if (checkpoint.step - kept[-1].step) * density >= abs(now - checkpoint.step):
            kept.append(checkpoint)
    return kept
