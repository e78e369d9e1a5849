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

from sim.errors import ConfigError, quote
from sim.formula_program import program
from sim.formula_rule import typed
from sim.formula_terms import read_terms
from sim.formula_text import FormulaError
from sim.optimizers import OPTIMIZERS
from sim.surface import Point, Surface

__all__ = ["FormulaError", "check_formula", "parse_surface"]

KEY, TITLE = "typed", "Your own formula"
NEUTRAL_RATE = 0.01
CANDIDATES = 64
STEEP = 1e-6


def check_formula(text: str) -> str:
    """The text if it is a formula, else FormulaError. Cheap: for every key that is pressed."""
    read_program(text)
    return text


@lru_cache(maxsize=256)
def read_program(text: str) -> NDArray[np.float64]:
    """The program of a formula, or FormulaError."""
    return program(read_terms(text))


@lru_cache(maxsize=256)
def parse_surface(text: str, reach: float = 2.0) -> Surface:
    """The surface of a formula over the square from -reach to reach, or FormulaError."""
    if not (isinstance(reach, int | float) and math.isfinite(reach) and reach > 0):
        raise ConfigError(f"The reach of a formula must be a positive number, not {quote(reach)}.")
    data = read_program(text)
    return Surface(
        key=KEY,
        title=TITLE,
        rule=typed,
        formula=text.strip(),
        about="A landscape of your own: change the formula and the paths bend while you type.",
        source="Typed here",
        domain=(-reach, reach, -reach, reach),
        start=start_of(data, reach),
        rates=MappingProxyType(dict.fromkeys(OPTIMIZERS, NEUTRAL_RATE)),
        data=data,
    )


def start_of(data: NDArray[np.float64], reach: float) -> Point:
    """A point well up the surface, off its lines of symmetry, where it has a value and a slope; always the same."""
    k = np.arange(1, CANDIDATES + 1)
    x = np.round((2.0 * (k * 0.7548776662466927 % 1.0) - 1.0) * 0.8 * reach, 2)
    y = np.round((2.0 * (k * 0.5698402909980532 % 1.0) - 1.0) * 0.8 * reach, 2)
    with np.errstate(all="ignore"):
        loss, dx, dy = typed(x, y, data)  # type: ignore[no-untyped-call]
        usable = np.isfinite(loss) & np.isfinite(dx) & np.isfinite(dy)
        sloping = usable & (np.abs(dx) + np.abs(dy) > STEEP)
    chosen = sloping if sloping.any() else usable
    if not chosen.any():
        return float(x[0]), float(y[0])
    order = np.argsort(np.where(chosen, loss, -np.inf), kind="stable")
    best = order[-max(1, int(chosen.sum()) // 4)]
    return float(x[best]), float(y[best])
