"""Two small simulations: a random walk that steps, and a curve that is computed first and played then."""

import hashlib
import pickle
import time
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from sim.config import Config, Parameters
from sim.errors import ConfigError
from sim.params import Integer, Real
from sim.simulations.protocol import Simulation, identity

WALK_PARAMETERS = Parameters(
    (
        Real("drift", "Drift", -1.0, 1.0, 0.1),
        Real("noise", "Noise", 0.0, 1.0, 0.5),
        Integer("walkers", "Walkers", 1, 8, 3, live=False),
        Integer("seed", "Seed", 0, 2**32 - 1, 0, live=False),
    )
)


@dataclass
class Walk:
    """Changed in place, with a generator of its own."""

    positions: np.ndarray
    random: np.random.Generator
    step: int = 0


def begin_walk(config: Config) -> Walk:
    random = np.random.default_rng(config["seed"])
    return Walk(random.normal(size=config["walkers"]), random)


def walk_on(config: Config, state: Walk, steps: int) -> Walk:
    for _ in range(steps):
        state.positions += config["drift"] + config["noise"] * state.random.normal(size=state.positions.size)
        state.positions *= 0.99
        state.step += 1
    return state


def see_walk(config: Config, state: Walk, view: Any) -> dict[str, Any]:
    return {"positions": state.positions.copy(), "view": view, "step": state.step}


def move_walker(config: Config, state: Walk, what: Any, value: Any) -> tuple[Config, Walk]:
    if what == "drift":
        return config.replace({"drift": value}), state
    if what != "walker":
        raise ConfigError(f"There is no {what!r} to move.")
    positions = state.positions.copy()
    positions[0] = value
    return config, Walk(positions, pickle.loads(pickle.dumps(state.random)), state.step)


WALK = Simulation("walk", WALK_PARAMETERS, begin_walk, walk_on, see_walk, edit=move_walker, rate=100.0)
SHORT_WALK = replace(WALK, key="short_walk", last_step=lambda config: 50)

CURVE_PARAMETERS = Parameters(
    (
        Real("slope", "Slope", -2.0, 2.0, 1.0),
        Integer("steps", "Steps", 1, 400, 100),
    )
)


@dataclass(frozen=True)
class Curve:
    """Never changed: a new cursor is a new value."""

    path: np.ndarray
    step: int = 0


def draw_curve(config: Config) -> Curve:
    return Curve(config["slope"] * np.arange(config["steps"] + 1.0))


CURVE = Simulation(
    "curve",
    CURVE_PARAMETERS,
    draw_curve,
    advance=lambda config, state, steps: Curve(state.path, state.step + steps),
    snapshot=lambda config, state, view: (state.path.copy(), state.step),
    change=lambda old, new, state: draw_curve(new),
    seek=lambda config, state, step: Curve(state.path, step),
    copy=identity,
    last_step=lambda config: config["steps"],
)


def fingerprint(state: Any) -> str:
    """Equal for states that are equal bit by bit."""
    return hashlib.sha256(pickle.dumps(state)).hexdigest()


def slowed(simulation: Simulation, seconds: float) -> Simulation:
    """The same, each call of advance taking at least `seconds`."""

    def advance(config: Config, state: Any, steps: int) -> Any:
        time.sleep(seconds)
        return simulation.advance(config, state, steps)

    return replace(simulation, advance=advance)
