"""The learner's hand on the points: moved, added, flipped, removed, swapped, scaled, brought from elsewhere.

The first touch makes the points the learner's own. A point goes where the hand puts it, whatever noise displaces it:
its place without noise is then that much beside.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from sim.config import Config
from sim.errors import ConfigError, quote
from sim.numerals import write_count
from sim.phrases import phrase
from sim.simulations.playground_config import NETWORK, OWN, ROWS, fitting_output
from sim.simulations.playground_data import MOST_POINTS, Own, Points, displacement, own_from, points_of, taken_over
from sim.simulations.playground_scales import standardised
from sim.simulations.playground_view import Array, OwnData, Rect

FARTHEST = 1e6
BESIDE = 25.0
"""How many times the reach of the points the outlier is away."""


def edited_points(config: Config, points: Points, what: str, value: Any) -> tuple[Config, Points]:
    """Config and points after the learner's move. ConfigError where it cannot be."""
    if what == "data":
        return brought(config, value)
    if config["dataset"] in ROWS:
        raise ConfigError("These rows are as they are; choose a data set of the plane to move points.")
    config, own = taken_over(config, points)
    own = MOVES[what](config, own, value)
    return config, points_of(config, replace(own, domain=grown(own)))


def brought(config: Config, value: Any) -> tuple[Config, Points]:
    """Other points altogether, with an output that fits them."""
    if not isinstance(value, OwnData):
        raise ConfigError(phrase("Own data are points with answers, not {value}.", value=quote(value)))
    own = own_from(value)
    config = config_with(config, own.classes)
    return config, points_of(config, own)


def config_with(config: Config, classes: Sequence[str]) -> Config:
    """The config that learns points of one's own with these classes."""
    config = config.replace(dataset=OWN, noise=0.0, label_noise=0.0)
    if config["mode"] == NETWORK and not fits(config, len(classes)):
        config = config.replace(fitting_output(len(classes)))
    return config


def config_after(config: Config, what: str, value: Any) -> Config:
    """What an edit of the points that is carried out makes of the config; the points themselves are not needed."""
    if what == "data" and isinstance(value, OwnData):
        return config_with(config, value.classes)
    if what not in POINT_EDITS or config["dataset"] in (OWN, *ROWS):
        return config
    return config.replace(dataset=OWN, noise=0.0, label_noise=0.0)


def fits(config: Config, classes: int) -> bool:
    """Whether the output can say what is asked: a number, one of two, or one of several."""
    if classes == 0:
        return bool(config["output"] == "linear" and config["loss"] == "squared_error")
    if classes > 2:
        return bool(config["output"] == "softmax")
    return bool(config["output"] != "linear" and config["output"] != "softmax")


def checked(values: Any, count: int, what: str) -> tuple[float, ...]:
    """`count` numbers that are not too far."""
    try:
        numbers = tuple(float(value) for value in values)
    except (TypeError, ValueError, OverflowError):
        raise ConfigError(
            phrase("{what} needs {count} numbers, not {values}.", what=what, count=count, values=quote(values))
        ) from None
    if len(numbers) != count:
        raise ConfigError(
            phrase("{what} needs {count} numbers, not {numbers}.", what=what, count=count, numbers=len(numbers))
        )
    if not all(abs(number) <= FARTHEST for number in numbers):
        raise ConfigError(
            phrase("{what} needs numbers from -1,000,000 to 1,000,000, not {values}.", what=what, values=quote(values))
        )
    return numbers


def number_of(own: Own, value: Any) -> int:
    """`value` as the number of a point."""
    whole = isinstance(value, int | np.integer) and not isinstance(value, bool)
    if not whole or not 0 <= value < len(own.x):
        raise ConfigError(phrase("There is no point number {value}.", value=quote(value)))
    return int(value)


def placed(config: Config, own: Own, row: int, x: float, y: float) -> Own:
    """Point `row` seen at (x, y); along a line, y is its answer."""
    moved = displacement(config, own)[row] if config["noise"] else np.zeros(own.x.shape[1])
    places, answers = own.x.copy(), own.answers.copy()
    if places.shape[1] > 1:
        places[row, :2] = x - moved[0], y - moved[1]
    elif own.classes:
        places[row, 0] = x - moved[0]
    else:
        places[row, 0], answers[row] = x, y - moved[0]
    return replace(own, x=places, answers=answers)


def moved_point(config: Config, own: Own, value: Any) -> Own:
    """"point": (number, x, y)."""
    row, x, y = checked(value, 3, "A move")
    return placed(config, own, number_of(own, int(row)), x, y)


def added_point(config: Config, own: Own, value: Any) -> Own:
    """"add": (x, y, class); in a regression over the plane the third is the number."""
    x, y, answer = checked(value, 3, "A new point")
    if len(own.x) >= MOST_POINTS:
        raise ConfigError(
            phrase("There may be up to {most_points} points; remove some first.", most_points=write_count(MOST_POINTS))
        )
    if own.classes and answer not in range(max(len(own.classes), 2)):
        raise ConfigError(phrase("There is no class {answer}.", answer=quote(answer)))
    fresh = int(own.drawn.max()) + 1 if len(own.drawn) else 0
    longer = replace(
        own,
        x=np.concatenate([own.x, np.zeros((1, own.x.shape[1]))]),
        answers=np.append(own.answers, np.asarray([answer], own.answers.dtype)),
        drawn=np.append(own.drawn, fresh),
    )
    return placed(config, longer, len(own.x), x, y)


def flipped_point(config: Config, own: Own, value: Any) -> Own:
    """"flip": the number of a point, which gets the next class."""
    row = number_of(own, value)
    if not own.classes:
        raise ConfigError("These points have numbers, not classes; move one to change its number.")
    answers = own.answers.copy()
    answers[row] = (answers[row] + 1) % max(len(own.classes), 2)
    return replace(own, answers=answers)


def removed_point(config: Config, own: Own, value: Any) -> Own:
    """"remove": the number of a point."""
    keep = np.arange(len(own.x)) != number_of(own, value)
    return replace(own, x=own.x[keep], answers=own.answers[keep], drawn=own.drawn[keep])


def no_points(config: Config, own: Own, value: Any) -> Own:
    """"clear": all points go."""
    return replace(own, x=own.x[:0], answers=own.answers[:0], drawn=own.drawn[:0])


def swapped(config: Config, own: Own, value: Any) -> Own:
    """"swap": each of two classes gets the other's name."""
    if not own.classes or len(own.classes) > 2:
        raise ConfigError("Only the labels of two classes can be swapped.")
    return replace(own, answers=1 - own.answers)


def with_outlier(config: Config, own: Own, value: Any) -> Own:
    """"outlier": a point of class 1 far out on its right side, where it should not matter."""
    if len(own.classes) != 2 or own.x.shape[1] != 2 or len(np.unique(own.answers)) < 2:
        raise ConfigError("An outlier needs points of two classes in the plane.")
    middles = [own.x[own.answers == answer].mean(axis=0) for answer in (0, 1)]
    way: Array = middles[1] - middles[0]
    reach = float(np.abs(own.x - own.x.mean(axis=0)).max())
    length = float(np.hypot(*way))
    way = way / length if length > 1e-9 * max(reach, 1e-300) else np.array([1.0, 0.0])
    x, y = middles[1] + BESIDE / 2.0 * max(length, reach) * way
    return added_point(config, own, (float(x), float(y), 1.0))


def grown(own: Own) -> Rect:
    """The domain, wider where a point is outside."""
    if not len(own.x):
        return own.domain
    x0, x1, y0, y1 = own.domain
    second = own.x[:, 1] if own.x.shape[1] > 1 else own.answers
    if own.x.shape[1] == 1 and own.classes:
        second = np.array([y0, y1])
    x0, x1 = stretched(x0, x1, own.x[:, 0])
    y0, y1 = stretched(y0, y1, second)
    return x0, x1, y0, y1


def stretched(low: float, high: float, values: Array) -> tuple[float, float]:
    """`low` to `high`, with a tenth to spare around values outside."""
    least, most = float(values.min()), float(values.max())
    if least < low:
        low = least - 0.1 * (high - least)
    if most > high:
        high = most + 0.1 * (most - low)
    return low, high


MOVES: dict[str, Callable[[Config, Own, Any], Own]] = {
    "point": moved_point,
    "add": added_point,
    "flip": flipped_point,
    "remove": removed_point,
    "clear": no_points,
    "swap": swapped,
    "outlier": with_outlier,
    "standardise": standardised,
}
POINT_EDITS = (*MOVES, "data")
