"""What a notebook or a script calls: one function per experiment, plain numbers in, numpy arrays out.

The window does not use this module; both stand on the same simulations.
"""

import math
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.errors import ConfigError, quote, unknown
from sim.given_numbers import finite, whole
from sim.optimizers import OPTIMIZERS, SLOTS
from sim.phrases import phrase
from sim.schedules import SCHEDULES
from sim.simulations.race import run_races
from sim.surfaces import SURFACES, Surface

MOST_STEPS = 10_000_000
MOST_NUMBERS = 2**28


def race(
    surface: str | Surface = "two_parameter_net",
    start: tuple[float, float] | None = None,
    steps: int = 300,
    optimizers: Mapping[str, Mapping[str, float]] | None = None,
    noise: float = 0.0,
    seed: int = 0,
    momentum_schedule: str = "constant",
    momentum_curve: str = "",
) -> dict[str, NDArray[np.float64]]:
    """Let optimizers race: for each, its positions, float64, shape (steps + 1, 2), row 0 the start.

    optimizers: name -> hyperparameters (learning_rate momentum rho beta1 beta2 eps; those left out are the optimizer's
    own, and the learning rate is the one that is fair on this surface). None: all of them.
    surface: a name of SURFACES, or what `parse_surface` made of a formula. start: None is the surface's own.
    momentum_curve: the text of a drawn schedule, as in "0:0.5 100:0.5 101:0.99" (momentum_schedule="drawn").
    noise: standard deviation of normal noise added to each gradient; all racers of one seed meet the same noise.

    A path that leaves the finite numbers keeps its first non-finite row; the rows after it are NaN. Raises ConfigError
    for unknown names (listing the legal ones) and for numbers that are not finite or make no sense.
    """
    if not isinstance(surface, Surface) and surface not in SURFACES:
        raise unknown("surface", surface, SURFACES)
    if momentum_schedule not in SCHEDULES:
        raise unknown("momentum schedule", momentum_schedule, SCHEDULES)
    place = surface if isinstance(surface, Surface) else SURFACES[surface]
    chosen: Mapping[str, Mapping[str, float]] = {key: {} for key in OPTIMIZERS} if optimizers is None else optimizers
    if not isinstance(chosen, Mapping):
        raise ConfigError("optimizers must be a dictionary: a name and its hyperparameters, such as {'adam': {}}.")
    rows = {key: hyperparameters(place, key, values) for key, values in chosen.items()}
    count = whole("steps", steps, MOST_STEPS)
    if len(rows) * count * 11 > MOST_NUMBERS:
        raise ConfigError(
            phrase(
                "{rows} racers of {count} steps do not fit into memory; ask for fewer steps.",
                rows=len(rows),
                count=count,
            )
        )
    x, y = point(place.start if start is None else start)
    spread = finite("noise", noise)
    if spread < 0:
        raise ConfigError(phrase("noise must be at least 0, not {noise}.", noise=quote(noise)))
    if not rows:
        return {}
    schedule = momentum_schedule, math.inf, momentum_curve
    records, _ = run_races(place, (x, y), rows, count, spread, whole("seed", seed, 2**64 - 1), *schedule)
    return {key: np.ascontiguousarray(records[k, :, :2]) for k, key in enumerate(rows)}


def hyperparameters(surface: Surface, key: str, values: Mapping[str, float]) -> NDArray[np.float64]:
    """The row h of one racer, shape (4,): its defaults, the surface's fair rate, then `values`."""
    if key not in OPTIMIZERS:
        raise unknown("optimizer", key, OPTIMIZERS)
    defaults = {parameter.key: parameter.default for parameter in OPTIMIZERS[key].parameters}
    if not isinstance(values, Mapping):
        raise ConfigError(
            phrase("The hyperparameters of {key} must be a dictionary, such as {{'learning_rate': 0.01}}.", key=key)
        )
    row = np.zeros(4)
    for name in values:
        if name not in defaults:
            raise unknown(phrase("hyperparameter of {key}", key=key), name, defaults)
    for name, value in {**defaults, "learning_rate": surface.rates[key], **values}.items():
        row[SLOTS[name]] = finite(phrase("{name} of {key}", name=name, key=key), value)
    return row


def point(value: Any) -> tuple[float, float]:
    """`value` as two finite numbers."""
    try:
        x, y = value
    except (TypeError, ValueError):
        raise ConfigError(phrase("start must be two numbers (x, y), not {value}.", value=quote(value))) from None
    return finite("start x", x), finite("start y", y)
