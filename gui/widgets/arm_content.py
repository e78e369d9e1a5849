"""Networks that are trained side by side, as plain data, and the signs they wear.

Members of one family (the same unit) share a colour; the shape of the marker tells them apart, and the name stands at
the end of every line.
"""

from dataclasses import dataclass, field

import numpy as np

from gui.widgets.contours import Array


@dataclass(frozen=True, eq=False)
class ArmSeen:
    """One network. role: of its family's colour; marker: its shape. passes, right: its curve, (n,) each, shares.

    cells: its results in words, one for each column of the table. phase: what it does before it races, "" for
    nothing; done: the layers that have learnt in that phase, of `layers`. failed: its numbers are no more.
    """

    key: str
    title: str
    role: str
    marker: str
    passes: Array = field(default_factory=lambda: np.zeros(0))
    right: Array = field(default_factory=lambda: np.zeros(0))
    cells: tuple[str, ...] = ()
    phase: str = ""
    done: float = 0.0
    layers: int = 0
    failed: bool = False
    about: str = ""

    @property
    def now(self) -> float:
        """The share of right answers as last measured; 0 before."""
        return float(self.right[-1]) if self.right.size else 0.0


@dataclass(frozen=True, eq=False)
class Race:
    """All of them, and how far the picture reaches: the last pass, and the share that guessing gets right."""

    arms: tuple[ArmSeen, ...] = ()
    last: float = 1.0
    guessing: float = 0.1

    def arm(self, key: str) -> ArmSeen | None:
        """The one of that key."""
        return next((arm for arm in self.arms if arm.key == key), None)
