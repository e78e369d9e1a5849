"""The simulations in one table. Importing it imports no compiler."""

from sim.simulations.backprop import BACKPROP
from sim.simulations.depth import DEPTH
from sim.simulations.playground import PLAYGROUND
from sim.simulations.protocol import Simulation
from sim.simulations.race import RACE
from sim.simulations.timeline import TIMELINE

__all__ = ["SIMULATIONS", "Simulation"]

SIMULATIONS: dict[str, Simulation] = {
    "race": RACE,
    "playground": PLAYGROUND,
    "timeline": TIMELINE,
    "backprop": BACKPROP,
    "depth": DEPTH,
}
