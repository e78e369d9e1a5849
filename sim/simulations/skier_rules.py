"""What one view of the skier is: a part of the state, and functions over it. The table of all is in `skier`.

A part is changed in place by its steps and can be copied; what it keeps in a field `memory` was found while the run
rests, is a function of the rest, and is shared by its copies.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from sim.config import Config
from sim.simulations.protocol import endless
from sim.simulations.skier_view import SkierView


class Part(Protocol):
    """What a view keeps between two steps; `step` counts them."""

    def copy(self) -> Any:
        """One that shares only what is never changed, and the memory."""

    @property
    def step(self) -> int:
        """Steps so far."""

    @property
    def size(self) -> int:
        """Bytes of a copy."""


def nothing_to_measure(config: Config, part: Any, view: SkierView | None, playing: bool) -> bool:
    """The usual `measure`."""
    return False


@dataclass(frozen=True)
class Rules:
    """begin(config) is the part at step 0; step(config, part) makes one step, False where none is left.

    measure(config, part, view, playing) is a few milliseconds of work on what is only looked at: True where there is
    something new to see. rate: steps per second at speed 1.
    """

    begin: Callable[[Config], Any]
    step: Callable[[Config, Any], bool]
    seen: Callable[[Config, Any], Any]
    rate: float | Callable[[Config], float] = 60.0
    last: Callable[[Config], int | None] = endless
    measure: Callable[[Config, Any, SkierView | None, bool], bool] = nothing_to_measure

    def pace(self, config: Config) -> float:
        """Steps per second at speed 1."""
        return self.rate(config) if callable(self.rate) else self.rate
