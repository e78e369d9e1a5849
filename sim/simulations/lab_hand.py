"""What a hand can ask of the lab: stars, the flu, masks, correlations, what is hidden, and where two weights belong."""

from dataclasses import replace
from math import isfinite
from typing import Any

from sim.errors import ConfigError, quote
from sim.phrases import phrase
from sim.simulations.lab_memory import check_masks
from sim.simulations.lab_task import Task
from sim.simulations.lab_view import Asked

Pair = tuple[float, float]

FIRST_OPTIMUM: Pair = (1.0, 0.3)
FARTHEST = 5.0
MOST_STARS, MOST_DRAWS = 16, 1000
NO_HIDDEN = "There is no hidden layer whose units could be missed."


def asked_after(asked: Asked, task: Task, arms: tuple[str, ...], what: Any, value: Any) -> Asked:
    """What is asked for after an edit. ConfigError where it cannot be."""
    if what in ("stars", "flu", "correlation") and not task.hidden:
        raise ConfigError(NO_HIDDEN)
    if what == "stars":
        return replace(asked, stars=whole(value, 0, MOST_STARS, "So many stars can be sent home"))
    if what == "flu":
        more = whole(value, 0, MOST_DRAWS, "The flu can come so many times")
        return replace(asked, flu=min(asked.flu + more, MOST_DRAWS) if more else 0)
    if what == "masks":
        check_masks(task)
        return replace(asked, masks=bool(value))
    if what == "correlation":
        return replace(asked, correlation=opened(asked.correlation, arms, value))
    if what == "reveal":
        return replace(asked, revealed=bool(value))
    raise ConfigError(phrase("{what} cannot be changed by hand here.", what=quote(what)))


def opened(before: tuple[str, ...], arms: tuple[str, ...], value: Any) -> tuple[str, ...]:
    """The arms whose correlations are open; value: an arm, or "all". ConfigError for another."""
    if value != "all" and value not in arms:
        raise ConfigError(phrase("There is no arm {value}.", value=quote(value)))
    return tuple(arm for arm in arms if value == "all" or arm == value or arm in before)


def whole(value: Any, low: int, high: int, name: str) -> int:
    """`value` as a whole number. ConfigError for anything else."""
    if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
        raise ConfigError(
            phrase("{name}: {low} to {high}, not {value}.", name=name, low=low, high=high, value=quote(value))
        )
    return value


def optimum_after(value: Any) -> Pair:
    """Two weights. ConfigError for anything else."""
    pair = value if isinstance(value, (tuple, list)) else ()
    numbers = [float(part) for part in pair if isinstance(part, (int, float)) and not isinstance(part, bool)]
    if len(pair) != 2 or len(numbers) != 2 or not all(isfinite(part) and abs(part) <= FARTHEST for part in numbers):
        raise ConfigError(
            phrase(
                "An optimum is two numbers (w1, w2) from −{most} to {most}, not {value}.",
                most=round(FARTHEST),
                value=quote(value),
            )
        )
    return numbers[0] + 0.0, numbers[1] + 0.0
