"""Numbers that a notebook gives, checked: one sentence that names the argument where they cannot be."""

import math
from typing import Any

from sim.errors import ConfigError, quote
from sim.phrases import phrase


def finite(name: str, value: Any) -> float:
    """`value` as a finite float."""
    try:
        number = math.nan if isinstance(value, str) else float(value)
    except (TypeError, ValueError, OverflowError):
        number = math.nan
    if not math.isfinite(number):
        raise ConfigError(phrase("{name} must be a finite number, not {value}.", name=name, value=quote(value)))
    return number


def whole(name: str, value: Any, most: int) -> int:
    """`value` as a whole number from 0 to `most`."""
    number = value if isinstance(value, int) else finite(name, value)
    if number != int(number) or not 0 <= number <= most:
        raise ConfigError(
            phrase(
                "{name} must be a whole number from 0 to {most}, not {value}.", name=name, most=most, value=quote(value)
            )
        )
    return int(number)
