"""What can be set for a race, and what a config means: which surface, who races, with which rates.

Rates come in three ways (`rates`): every racer's own learning rate times a common factor; the same one for all; or the
ones that a sweep found fair for this surface, start, number of steps and the other hyperparameters, times the factor.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from sim import sweeps
from sim.config import Config, Parameters
from sim.effort import sweep_steps_at_once
from sim.formula import check_formula
from sim.optimizers import OPTIMIZERS, SLOTS
from sim.params import Choice, Flag, Integer, Parameter, Real, Text
from sim.phrases import phrase
from sim.schedules import DRAWN, SCHEDULES, read_curve, step_constants
from sim.surface import Point, Surface
from sim.surfaces import SURFACES, surface_named

Array = NDArray[np.float64]

WHERE = "Where all racers start."
FIRST_SURFACE = "two_parameter_net"
START = SURFACES[FIRST_SURFACE].start
FARTHEST = 1000.0
"""The start may lie outside the domain, up to here."""
TYPED = "typed"
FIRST_FORMULA = "x^2 - y^2 + 0.1*sin(5*x)"
FIRST_CURVE = "0:0.5 100:0.5 101:0.99"
START_KEYS = ("start_x", "start_y")
OTHERS = np.array([0.0, 1.0, 1.0, 1.0])
"""What is left of a row h without its learning rate."""

FrozenRows = tuple[tuple[str, tuple[float, ...]], ...]


def own_parameters(key: str) -> tuple[Parameter, ...]:
    """What can be set for one optimizer: whether it races, and its hyperparameters under dotted names.

    The default of a learning rate is the one that is fair on the surface the program opens with.
    """
    optimizer, fair = OPTIMIZERS[key], {"learning_rate": SURFACES[FIRST_SURFACE].rates[key]}
    racing = Flag(
        f"{key}.on", "Races", True, help=phrase("Whether {title} takes part in the race.", title=optimizer.title)
    )
    own = [
        replace(p, key=f"{key}.{p.key}", default=fair.get(p.key, p.default))
        for p in optimizer.parameters
    ]
    return (racing, *own)


def overlay(key: str, label: str, help_text: str) -> Flag:
    """Something that can be drawn over the picture."""
    return Flag(key, label, False, help=help_text)


RACE_PARAMETERS: tuple[Parameter, ...] = (
    Choice(
        "surface",
        "Surface",
        (*((key, surface.title) for key, surface in SURFACES.items()), (TYPED, "Your own formula")),
        FIRST_SURFACE,
        help="The landscape of the loss. Choosing one also sets its start and rates that are fair on it.",
    ),
    Text(
        "formula",
        "Formula",
        FIRST_FORMULA,
        reader=check_formula,
        help="Your own landscape: the height at x and y.",
    ),
    Real("reach", "Reach", 0.5, 10.0, 2.0, help="How far your own landscape goes to each side of its centre."),
    Real("start_x", "Start x", -FARTHEST, FARTHEST, START[0], digits=4, help=WHERE),
    Real("start_y", "Start y", -FARTHEST, FARTHEST, START[1], digits=4, help=WHERE),
    Integer("steps", "Steps", 10, 2000, 150, log=True, help="How many gradients each racer may use."),
    Choice(
        "rates",
        "Learning rates",
        (("own", "Own"), ("same", "Same"), ("tuned", "Tuned")),
        "own",
        help="Each racer's own learning rate, the same for all, or the one found fair for this surface and start.",
    ),
    Real(
        "rate_factor",
        "Learning rate",
        0.01,
        100.0,
        1.0,
        symbol="× η",
        log=True,
        role="grad",
        help="Multiplies every racer's own learning rate.",
    ),
    Real(
        "learning_rate",
        "Learning rate",
        1e-5,
        100.0,
        0.01,
        symbol="η",
        log=True,
        role="grad",
        help="The one learning rate of all racers while their rates are the same.",
    ),
    Real(
        "noise",
        "Gradient noise",
        0.0,
        5.0,
        0.0,
        symbol="σ",
        formula="g ← g + σ N(0, 1)",
        help="A glance instead of a measuring tape: normal noise added to each gradient, the same for all racers.",
    ),
    Choice(
        "momentum_schedule",
        "Momentum schedule",
        tuple((key, schedule.title) for key, schedule in SCHEDULES.items()),
        "constant",
        help="Whether momentum is held back at the start of the race.",
    ),
    Text(
        "momentum_curve",
        "Momentum curve",
        FIRST_CURVE,
        reader=read_curve,
        help="The drawn schedule as pairs step:value. Between two points the momentum follows a straight line.",
    ),
    Integer("seed", "Seed", 0, 2**53, 0, live=True, help="Chooses the noise. The same seed gives the same race."),
)

OVERLAYS: tuple[Parameter, ...] = (
    overlay("gradient_arrow", "Gradient arrow", "Straight downhill at each racer, pink: what its next step reads off."),
    overlay("velocity_arrow", "Step arrow", "Where each racer's next step goes, green."),
    overlay("squares", "Squares", "The squared slopes gathered so far: the ruler that the next step is divided by."),
    overlay("curvature", "Curvature", "How the ground bends at each racer: up in a valley, down on a ridge."),
    overlay("cone", "Glance", "The wedge into which two of three noisy looks downhill fall; gradient noise opens it."),
    overlay("fog", "Fog", "Hides what a racer cannot know: all but the surroundings of the ball."),
    Real("fog_radius", "Clear in the fog", 0.02, 0.5, 0.12, help="How far one sees, as a share of the diagonal."),
    Choice(
        "cloud",
        "Cloud",
        (("off", "Off"), ("grid", "Grid"), ("gaussian", "Gaussian")),
        "off",
        help="Thousands of starts at once: side by side on a grid, or scattered around the start.",
    ),
    Integer("cloud_size", "Starts in the cloud", 100, 100_000, 10_000, log=True, help="How many race in the cloud."),
    Real("cloud_spread", "Spread of the cloud", 0.01, 1.0, 0.25, help="How wide it starts, as a share of the domain."),
    Choice(
        "cloud_colour",
        "Colour of the cloud",
        (("optimizer", "By optimizer"), ("end", "By end")),
        "optimizer",
        help="Coloured by who moves the point, or by the minimum in which it ends.",
    ),
    overlay("basins", "Basins", "Every point is coloured by the minimum in which a start there ends."),
)

PARAMETERS = Parameters(
    (*RACE_PARAMETERS, *OVERLAYS, *(parameter for key in OPTIMIZERS for parameter in own_parameters(key)))
)
LOOKS = tuple(parameter.key for parameter in OVERLAYS)
"""The settings that change what is drawn, and never the race."""


def surface_of(config: Config) -> Surface:
    """The landscape of a config; the same object for the same landscape. FormulaError for a formula of no sense."""
    return surface_named(config["surface"], config["formula"], config["reach"])


def start_of(config: Config) -> Point:
    """Where all racers start."""
    return config["start_x"], config["start_y"]


def racing(config: Config) -> tuple[str, ...]:
    """The optimizers that take part, in order."""
    return tuple(key for key in OPTIMIZERS if config[f"{key}.on"])


def settings_of(config: Config, key: str) -> Array:
    """The row h of one optimizer with its own learning rate, before anything is done to it."""
    row = np.zeros(4)
    for parameter in OPTIMIZERS[key].parameters:
        row[SLOTS[parameter.key]] = config[f"{key}.{parameter.key}"]
    return row


def rates_of(config: Config) -> Mapping[str, float]:
    """The learning rate in use of each optimizer, the common factor included.

    Those that do not race are not tuned: theirs are their own.
    """
    if config["rates"] == "same":
        return dict.fromkeys(OPTIMIZERS, config["learning_rate"])
    found = tuned_of(config) if config["rates"] == "tuned" else {}
    own = {key: found.get(key, config[f"{key}.learning_rate"]) for key in OPTIMIZERS}
    return {key: float(rate * config["rate_factor"]) for key, rate in own.items()}


def tuned_of(config: Config) -> Mapping[str, float]:
    """The fair learning rates of those that race, without the common factor."""
    surface, start, steps = surface_of(config), start_of(config), config["steps"]
    rows = {key: settings_of(config, key) * OTHERS for key in racing(config)}
    return {key: tuned(surface, start, frozen({key: row}), *schedule_of(config), steps) for key, row in rows.items()}


@lru_cache(maxsize=512)
def tuned(surface: Surface, start: Point, racer: FrozenRows, schedule: str, curve: str, steps: int) -> float:
    """`sweeps.tuned_rates` of one racer, remembered: a slider tunes only those whose settings it moves.

    On a slow surface each try gets fewer gradients.
    """
    hypers = thawed(racer)
    walks = len(OPTIMIZERS) * sweeps.WALKS
    steps = min(steps, sweep_steps_at_once(surface, walks))
    (rate,) = sweeps.tuned_rates(surface, start, hypers, tables_of(hypers, schedule, curve, steps)).values()
    return rate


def schedule_of(config: Config) -> tuple[str, str]:
    """The momentum schedule and the curve of a drawn one, empty for the others."""
    schedule = config["momentum_schedule"]
    return schedule, config["momentum_curve"] if schedule == DRAWN else ""


def tables_of(rows: Mapping[str, Array], schedule: str, curve: str, steps: int) -> dict[str, Array]:
    """The constants of every step of every racer, (steps, 3) each."""
    return {key: step_constants(key, row, schedule, steps, curve) for key, row in rows.items()}


def frozen(rows: Mapping[str, Array]) -> FrozenRows:
    """Rows h as a key of a cache."""
    return tuple((key, tuple(row.tolist())) for key, row in rows.items())


def thawed(rows: FrozenRows) -> dict[str, Array]:
    """The rows h of `frozen`."""
    return {key: np.array(row) for key, row in rows}


def hyper_of(config: Config, key: str) -> Array:
    """The row h of one racer, its learning rate the one in use."""
    row = settings_of(config, key)
    row[0] = rates_of(config)[key]
    return row


def hypers(config: Config) -> Mapping[str, Array]:
    """The row h of every racer that takes part, in order."""
    rates = rates_of(config)
    rows = {key: settings_of(config, key) for key in racing(config)}
    for key, row in rows.items():
        row[0] = rates[key]
    return rows


def arrange(config: Config, key: str) -> Config:
    """What else moves when the learner sets `key`: a surface brings its start and its fair rates along.

    Nobody knows fair rates of a typed surface, so they are looked for. Where its reach becomes too short for the start,
    the start moves back inside.
    """
    if key == "reach" and config["surface"] == TYPED:
        return config if is_inside(surface_of(config), start_of(config)) else at_start_of(config)
    if key != "surface":
        return config
    rates = {f"{name}.learning_rate": rate for name, rate in surface_of(config).rates.items()}
    kind = "tuned" if config["surface"] == TYPED else "own"
    return at_start_of(config).replace({"rate_factor": 1.0, "rates": kind, **rates})


def at_start_of(config: Config) -> Config:
    """The config with the start that its surface suggests."""
    start = surface_of(config).start
    return config.replace(dict(zip(START_KEYS, start, strict=True)))


def is_inside(surface: Surface, point: Point) -> bool:
    """Whether a point lies in the surface's domain."""
    x0, x1, y0, y1 = surface.domain
    return x0 <= point[0] <= x1 and y0 <= point[1] <= y1
