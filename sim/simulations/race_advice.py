"""The one change that a racer's accident report suggests, in the setting that works for the rates now in use."""

import math
from dataclasses import replace
from decimal import ROUND_DOWN, Decimal

from sim.config import Config
from sim.forensics import Flight
from sim.numerals import write_short
from sim.params import Real
from sim.phrases import phrase
from sim.simulations.race_config import PARAMETERS, START_KEYS, surface_of

FEWEST_STEPS = 10
SMALLEST = 1e-100

Change = tuple[str, float | int]


def with_change(config: Config, flight: Flight, works: Change | None) -> Flight:
    """A report with its advice. works: the setting with which the racer stays, None where none was found."""
    if flight.step == 0:
        return moved_start(config, flight)
    if flight.kind == "no floor" and flight.last_finite >= FEWEST_STEPS:
        works = "steps", flight.last_finite
    return flight if works is None else replace(flight, advice=words_of(config, *works), change=works)


def moved_start(config: Config, flight: Flight) -> Flight:
    """The start itself has no value: back to the surface's own, one coordinate at a time, if that helps."""
    surface, start = surface_of(config), (config["start_x"], config["start_y"])
    for axis, key in enumerate(START_KEYS):
        place = list(start)
        place[axis] = surface.start[axis]
        if math.isfinite(surface.loss(*place)):
            name, value = surface.axis_names[axis], float(surface.start[axis])
            return replace(
                flight,
                advice=phrase("Start at {name} = {value}", name=name, value=write_short(value, 3)),
                change=(key, value),
            )
    return replace(flight, advice="Drag the start to where the formula has a value")


def setting_of(config: Config, key: str, wanted: float, rate: float) -> tuple[str, float]:
    """The setting that brings a racer's rate from `rate` to about `wanted`."""
    if config["rates"] == "same":
        return "learning_rate", within("learning_rate", wanted)
    factor = config["rate_factor"]
    dotted = f"{key}.learning_rate"
    if config["rates"] == "own" and PARAMETERS[dotted].low <= wanted / factor:  # type: ignore[union-attr]
        return dotted, within(dotted, wanted / factor)
    return "rate_factor", within("rate_factor", wanted / (rate / factor))


def within(key: str, value: float) -> float:
    """The value rounded down to two digits that count, within the range of the setting."""
    parameter = PARAMETERS[key]
    assert isinstance(parameter, Real)
    return min(max(rounded_down(value), parameter.low), parameter.high)


def rounded_down(value: float) -> float:
    """Two digits that count, never above `value`; a value too small for any setting stays."""
    if not SMALLEST < value < math.inf:
        return value
    exact = Decimal(repr(value))
    return float(exact.quantize(Decimal(1).scaleb(exact.adjusted() - 1), ROUND_DOWN))


def words_of(config: Config, key: str, value: float) -> str:
    """The advice in words, for a button on the racer's own card."""
    if key == "steps":
        return phrase("End after {value} steps", value=value)
    if key == "rate_factor":
        return phrase("Multiply rates by {value}", value=write_short(value, 3))
    if key == "learning_rate":
        return phrase("Set all rates to {value}", value=write_short(value, 3))
    return phrase("Set its rate to {config}", config=write_short(value * config["rate_factor"], 3))
