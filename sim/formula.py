"""A surface that the learner types, such as x^2 - y^2 + 0.1*sin(5*x).

    surface = sim.parse_surface("x^2 - y^2 + 0.1*sin(5*x)", reach=2.0)
    sim.race(surface=surface)

The text is read, never run (`sim.formula_text`, `sim.formula_terms`), and becomes a row of numbers
(`sim.formula_program`) that one rule evaluates with its exact gradient on every target (`sim.formula_rule`). Where the
formula has no value the loss is NaN. Powers: whole ones are products; others exist for positive bases alone.
"""

import math
from functools import lru_cache
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from sim.critical_points import CriticalPoints
from sim.critical_points_quick import find_quickly, heights_and_slopes, slopes_and_bends
from sim.errors import ConfigError, quote
from sim.formula_program import program
from sim.formula_rule import typed
from sim.formula_terms import Term, read_terms
from sim.formula_text import FormulaError, checked_text, read_tokens, typeset
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase
from sim.surface import Point, Surface

__all__ = ["FormulaError", "check_formula", "parse_surface"]

Array = NDArray[np.float64]

KEY, TITLE = "typed", "Your own formula"
NEUTRAL_RATE = 0.01
SMALLEST_REACH, LARGEST_REACH = 1e-3, 1e6
LONG = 60
"""A program of more instructions is looked at in fewer places: 1 to 10 ms below it, a tenth of a second at most."""
NET = 33
STEEP = 1e-6
LOPSIDED, SPIKE = 0.15, 3.0
STARTS = np.array(
    [
        (0.8 * (2.0 * (k * 0.7548776662466927 % 1.0) - 1.0), 0.8 * (2.0 * (k * 0.5698402909980532 % 1.0) - 1.0))
        for k in range(1, 65)
    ]
)


def check_formula(text: object) -> None:
    """FormulaError if the text is no formula. Cheap: for every key that is pressed."""
    read_terms(read_tokens(text))


def parse_surface(text: str, reach: float = 2.0) -> Surface:
    """The surface of a formula over the square from -reach to reach, the same object for the same formula.

    Raises FormulaError, or ConfigError for the reach.
    """
    return surface_typed(checked_text(text), checked_reach(reach))


@lru_cache(maxsize=256)
def surface_typed(text: str, reach: float) -> Surface:
    """The surface of a text; a picture asks for it sixty times a second."""
    tokens = read_tokens(text)
    return surface_of(read_terms(tokens), typeset(tokens), reach)


def checked_reach(value: object) -> float:
    """`value` as a reach, or ConfigError."""
    if isinstance(value, bool) or not isinstance(value, int | float) or not SMALLEST_REACH <= value <= LARGEST_REACH:
        raise ConfigError(
            phrase("The reach of a formula must be a number from 0.001 to 1,000,000, not {value}.", value=quote(value))
        )
    return float(value)


@lru_cache(maxsize=256)
def surface_of(term: Term, formula: str, reach: float) -> Surface:
    """The surface of a tree of terms; `formula` is its printed form."""
    data = program(term)
    domain = (-reach, reach, -reach, reach)
    points = find_quickly(typed, data, domain, *((NET, 200) if data[0] <= LONG else (NET // 2 + 1, 40)))
    heights = heights_over(data, reach)
    return Surface(
        key=KEY,
        title=TITLE,
        rule=typed,
        formula=formula,
        about="A landscape of your own: change the formula, and the paths bend while you type.",
        source="Typed here",
        domain=domain,
        start=start_of(data, reach, points),
        rates=MappingProxyType(dict.fromkeys(OPTIMIZERS, NEUTRAL_RATE)),
        data=data,
        log_levels=len(points.minima) > 0 and lopsided(heights),
        z_clip=cut_of(heights),
        points=points,
    )


def heights_over(data: Array, reach: float) -> Array:
    """The finite heights on a net over the square, sorted."""
    along = np.linspace(-reach, reach, NET)
    loss, _, _ = heights_and_slopes(typed, data, *np.meshgrid(along, along))
    return np.sort(loss[np.isfinite(loss)])


def lopsided(heights: Array) -> bool:
    """Whether half of the surface lies in the lowest part of its heights: such a picture needs narrower lines there."""
    if not len(heights) or not heights[-1] > heights[0]:
        return False
    return float(heights[len(heights) // 2] - heights[0]) < LOPSIDED * float(heights[-1] - heights[0])


def cut_of(heights: Array) -> float | None:
    """Where a picture cuts a surface off that falls away steeply in a few places, as log(x^2 + y^2) does; or None."""
    if not len(heights):
        return None
    low, high = float(heights[len(heights) // 20]), float(heights[len(heights) - 1 - len(heights) // 20])
    return low - (high - low) if heights[0] < low - SPIKE * (high - low) else None


def start_of(data: Array, reach: float, points: CriticalPoints) -> Point:
    """Where a race begins: on the ridge above a saddle if there is no minimum to fall into, else well up the surface.

    Always a point with a value, and one with a slope along both axes if there is any; the same whenever asked.
    """
    places = STARTS * reach
    if len(points.saddles) and not len(points.minima):
        places = np.concatenate([above_saddle(data, reach, points.saddles), places])
    x, y = np.round(places, 2 - math.floor(math.log10(reach))).T
    loss, dx, dy = heights_and_slopes(typed, data, x, y)
    usable = np.isfinite(loss) & np.isfinite(dx) & np.isfinite(dy)
    sloping = usable & (np.abs(dx) > STEEP) & (np.abs(dy) > STEEP)
    chosen = next((some for some in (sloping, usable & ((dx != 0) | (dy != 0)), usable) if some.any()), ~usable)
    upwards = np.argsort(np.where(chosen, loss, -np.inf), kind="stable")[-int(chosen.sum()) :]
    best = 0 if len(x) > len(STARTS) and sloping[0] else upwards[3 * len(upwards) // 4]
    return float(x[best]), float(y[best])


def above_saddle(data: Array, reach: float, saddles: Array) -> Array:
    """The point (1, 2) half the reach up the ridge of the saddle nearest to the centre, a hair off the ridge."""
    square = (-reach, reach, -reach, reach)
    saddle = saddles[np.argmin(np.hypot(saddles[:, 0], saddles[:, 1]))]
    _, bends = slopes_and_bends(typed, data, saddle[np.newaxis], square)
    _, directions = np.linalg.eigh(bends[0])
    down, up = (direction * (1.0 if direction.sum() >= 0 else -1.0) for direction in directions.T)
    point: Array = saddle + 0.5 * reach * up + 0.01 * reach * down
    return np.clip(point, -reach, reach)[np.newaxis]
