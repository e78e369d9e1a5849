"""What one view of the skier is: a part of the state, and functions over it. The table of all is in `skier`.

A part is changed in place by its steps and can be copied; what it keeps in a field `memory` was found while the run
rests, is a function of the rest, and is shared by its copies.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast

from sim.config import Config
from sim.network_failure import Failure
from sim.params import Real
from sim.simulations.protocol import endless
from sim.simulations.skier_guard import Guard
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


def failure_of(part: Part) -> Failure | None:
    """How its network failed, where it has one, and stands."""
    guard: Guard | None = getattr(part, "guard", None)
    return None if guard is None else guard.failure


def legal(config: Config, failure: Failure | None) -> Failure | None:
    """A failure whose suggestion can be set, and is another value than the one in force."""
    if failure is None or failure.change is None:
        return failure
    key, value = failure.change
    setting = config.parameters[key]
    assert isinstance(setting, Real)
    within = min(max(value, setting.low), setting.high)
    return replace(failure, change=None if within == config[key] else (key, within))


def forgiven(part: Part) -> Part:
    """A copy that has not failed: something else is set."""
    copy = part.copy()
    copy.guard = replace(copy.guard, failure=None)
    return cast(Part, copy)


def nothing_to_measure(config: Config, part: Any, view: SkierView | None, playing: bool) -> bool:
    """The usual `measure`."""
    return False


def never_arrived(part: Any) -> bool:
    """The usual `arrived`."""
    return False


@dataclass(frozen=True)
class Rules:
    """begin(config) is the part at step 0; step(config, part) makes one step, False where none is left.

    measure(config, part, view, playing) is a few milliseconds of work on what is only looked at: True where there is
    something new to see. arrived(part): whether nothing is left before `last`. rate: steps per second at speed 1.
    """

    begin: Callable[[Config], Any]
    step: Callable[[Config, Any], bool]
    seen: Callable[[Config, Any], Any]
    rate: float | Callable[[Config], float] = 60.0
    last: Callable[[Config], int | None] = endless
    measure: Callable[[Config, Any, SkierView | None, bool], bool] = nothing_to_measure
    arrived: Callable[[Any], bool] = never_arrived

    def pace(self, config: Config) -> float:
        """Steps per second at speed 1."""
        return self.rate(config) if callable(self.rate) else self.rate

    def finished(self, config: Config, part: Part) -> bool:
        """Whether no step is left."""
        last, failure = self.last(config), failure_of(part)
        ends = failure is not None and failure.ends and not failure.arm
        return ends or self.arrived(part) or (last is not None and part.step >= last)
