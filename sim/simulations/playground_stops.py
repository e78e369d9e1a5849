"""When the run of one unit pauses by itself: after an epoch, or when the perceptron has all points right.

The condition is looked at when a pass ends. It pauses the run once; a change of the condition or of the points makes it
count again.
"""

from dataclasses import dataclass

from sim.config import Config
from sim.perceptron_kernels import PLACE, RIGHT
from sim.simulations import playground_unit
from sim.simulations.playground_unit import UnitState
from sim.simulations.playground_view import Data

STOPS = ("stop", "stop_epoch", "stop_loss")


@dataclass(frozen=True)
class Stop:
    """met: whether the condition was met; here: at this very step."""

    met: bool = False
    here: bool = False


def advance_unit(config: Config, unit: UnitState, data: Data, stop: Stop, steps: int) -> tuple[UnitState, Stop]:
    """Up to `steps` points further; fewer where the stop condition is met for the first time."""
    if config["stop"] not in ("epochs", "accuracy") or stop.met:
        return playground_unit.advance(config, unit, data, steps), Stop(stop.met)
    left, count = steps, int(data.train.sum())
    while left > 0 and count:
        stretch = min(left, count - int(unit.stream.clock[PLACE]))
        unit = playground_unit.advance(config, unit, data, stretch)
        left -= stretch
        if unit.stream.clock[PLACE] == 0 and is_met(config, unit, count):
            return unit, Stop(True, True)
    return unit, Stop()


def is_met(config: Config, unit: UnitState, count: int) -> bool:
    """Whether the condition is true at the end of this pass."""
    if config["stop"] == "epochs":
        return bool(unit.epoch == config["stop_epoch"])
    return int(unit.stream.clock[RIGHT]) == count
