"""The simulations in one table, in the order in which they were added."""

from sim.simulations.backprop import BACKPROP
from sim.simulations.depth import DEPTH
from sim.simulations.lab import LAB
from sim.simulations.playground import PLAYGROUND
from sim.simulations.protocol import Simulation
from sim.simulations.race import RACE
from sim.simulations.skier import SKIER
from sim.simulations.timeline import TIMELINE

SIMULATIONS: dict[str, Simulation] = {
    "race": RACE,
    "playground": PLAYGROUND,
    "timeline": TIMELINE,
    "backprop": BACKPROP,
    "depth": DEPTH,
    "lab": LAB,
    "skier": SKIER,
}
