"""The learner's own skier: a path of steps made by hand, measured by the same board as the racers."""

from typing import Any

import numpy as np

from sim.config import Config
from sim.errors import ConfigError, quote
from sim.phrases import phrase
from sim.simulations.race_config import start_of, surface_of
from sim.simulations.race_view import Hand
from sim.surface import Point, left_saddle, settled

MOST_STEPS = 2000
"""As many as a racer may take."""
FARTHEST_HAND = 1e6
"""Where the walk ends."""

Steps = tuple[Point, ...]


def edited(config: Config, hand: Steps, what: Any, value: Any) -> Steps:
    """The positions after the learner's move: "ski" by (dx, dy), "ski_back" by one step, "ski_home" to the start.

    The positions do not hold the start itself. ConfigError for anything else.
    """
    if what == "ski":
        return skied(config, hand, value)
    if what == "ski_back":
        return hand[:-1]
    if what == "ski_home":
        return ()
    raise ConfigError(phrase("{what} cannot be changed by hand here.", what=quote(what)))


def skied(config: Config, hand: Steps, move: Any) -> Steps:
    """One more step."""
    try:
        dx, dy = (float(part) for part in move)
    except (TypeError, ValueError, OverflowError):
        raise ConfigError(phrase("A step must be two numbers (dx, dy), not {move}.", move=quote(move))) from None
    if len(hand) >= MOST_STEPS:
        raise ConfigError(
            phrase("Your skier has made {most_steps} steps; take some back first.", most_steps=MOST_STEPS)
        )
    x, y = hand[-1] if hand else start_of(config)
    there = (x + dx, y + dy)
    if not all(abs(place) <= FARTHEST_HAND for place in there):
        raise ConfigError("Your skier cannot step that far.")
    return (*hand, there)


def kept(old: Config, new: Config, hand: Steps) -> Steps:
    """The path stays while the surface and the start do."""
    same = surface_of(old) is surface_of(new) and start_of(old) == start_of(new)
    return hand if same else ()


def hand_of(config: Config, hand: Steps) -> Hand | None:
    """The path as it is shown, from the start on; None before the first step."""
    if not hand:
        return None
    surface, path = surface_of(config), np.array([start_of(config), *hand], np.float64)
    losses = surface.losses(path[:, 0], path[:, 1])
    return Hand(path, losses, left_saddle(surface, path, losses), settled(surface, path))
