"""The arithmetic of one step, written out with the numbers that were used.

Each line is a list of runs (text, role): the role names the quantity, so that the window can colour a number like its
arrow ("grad" for gradients and rates, "vel" for velocity and updates, "ink" for the rest). Every printed line can be
checked by hand; `equation` holds both of its sides in full precision.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.numerals import write_significant
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase
from sim.simulations.race_kernels import GX, GY, LOSS, MX, MY, PX, PY, VX, VY, X, Y

DIGITS = 4
Array = NDArray[np.float64]
Run = tuple[str, str]


@dataclass(frozen=True)
class Step:
    """One coordinate's numbers in one step: before, the gradient and where it was asked, after, and the settings."""

    theta: float
    m: float
    v: float
    asked: float
    g: float
    new_theta: float
    new_m: float
    new_v: float
    rate: float
    second: float
    beta2: float
    eps: float
    unbias1: float
    unbias2: float


@dataclass(frozen=True)
class Line:
    """One line: its runs of text, and the equation it states as (left side, right side) in full precision."""

    runs: tuple[Run, ...]
    equation: tuple[float, float] | None = None

    @property
    def text(self) -> str:
        """The line as plain text."""
        return "".join(run for run, _ in self.runs)


def number(value: float) -> str:
    """A number with fixed digits, in brackets where it is negative and stands inside a sum or product."""
    return write_significant(float(value), DIGITS)


def inner(value: float) -> str:
    """A number inside a product."""
    return f"({number(value)})" if value < 0 else number(value)


def sgd(s: Step, name: str) -> list[Line]:
    """theta - rate g."""
    runs = ((" − ", "ink"), (number(s.rate), "grad"), (" · ", "ink"), (inner(s.g), "grad"))
    return [moved(s, name, runs, s.theta - s.rate * s.g)]


def momentum(s: Step, name: str) -> list[Line]:
    """v = mu v - rate g, then theta + v."""
    runs = (
        ("v ← ", "ink"), (number(s.second), "vel"), (" · ", "ink"), (inner(s.m), "vel"), (" − ", "ink"),
        (number(s.rate), "grad"), (" · ", "ink"), (inner(s.g), "grad"), (" = ", "ink"), (number(s.new_m), "vel"),
    )  # fmt: skip
    velocity = Line(runs, (s.new_m, s.second * s.m - s.rate * s.g))
    return [velocity, moved(s, name, ((" + ", "ink"), (inner(s.new_m), "vel")), s.theta + s.new_m)]


def nesterov(s: Step, name: str) -> list[Line]:
    """Jump first, then correct."""
    runs = (
        ("look at ", "ink"), (number(s.theta), "ink"), (" + ", "ink"), (number(s.second), "vel"), (" · ", "ink"),
        (inner(s.m), "vel"), (" = ", "ink"), (number(s.asked), "ink"),
    )  # fmt: skip
    return [Line(runs, (s.asked, s.theta + s.second * s.m)), *momentum(s, name)]


def adagrad(s: Step, name: str) -> list[Line]:
    """s + g^2, then the divided step."""
    runs = (
        ("s ← ", "ink"), (number(s.v), "ink"), (" + ", "ink"), (inner(s.g), "grad"), ("² = ", "ink"),
        (number(s.new_v), "ink"),
    )  # fmt: skip
    return [Line(runs, (s.new_v, s.v + s.g * s.g)), divided(s, name, s.g, s.new_v)]


def rmsprop(s: Step, name: str) -> list[Line]:
    """A running mean of squares, then the divided step."""
    return [mean_of_squares(s, "s", s.second, s.v, s.g, s.new_v, "grad"), divided(s, name, s.g, s.new_v)]


def adadelta(s: Step, name: str) -> list[Line]:
    """Its own unit of length: the running size of its steps over the running size of the gradients."""
    change = s.g * (np.sqrt(s.m + s.eps) / np.sqrt(s.new_v + s.eps))
    runs = (
        ("d = ", "ink"), (inner(s.g), "grad"), (" · √(", "ink"), (number(s.m), "vel"), (" + ε) / √(", "ink"),
        (number(s.new_v), "ink"), (" + ε) = ", "ink"), (number(change), "vel"),
    )  # fmt: skip
    last = ((" − ", "ink"), (number(s.rate), "grad"), (" · ", "ink"), (inner(change), "vel"))
    return [
        mean_of_squares(s, "s", s.second, s.v, s.g, s.new_v, "grad"),
        Line(runs),
        mean_of_squares(s, "u", s.second, s.m, change, s.new_m, "vel"),
        moved(s, name, last, s.theta - s.rate * change),
    ]


def adam(s: Step, name: str) -> list[Line]:
    """Both running means, without their bias, then the divided step."""
    runs = (
        ("m ← ", "ink"), (number(s.second), "vel"), (" · ", "ink"), (inner(s.m), "vel"), (" + ", "ink"),
        (number(1 - s.second), "ink"), (" · ", "ink"), (inner(s.g), "grad"), (" = ", "ink"), (number(s.new_m), "vel"),
    )  # fmt: skip
    mean = Line(runs, (s.new_m, s.second * s.m + (1 - s.second) * s.g))
    unbiased = (
        ("m̂ = ", "ink"), (inner(s.new_m), "vel"), (" · ", "ink"), (number(s.unbias1), "ink"), (" = ", "ink"),
        (number(s.new_m * s.unbias1), "vel"), (",  v̂ = ", "ink"), (number(s.new_v), "ink"), (" · ", "ink"),
        (number(s.unbias2), "ink"), (" = ", "ink"), (number(s.new_v * s.unbias2), "ink"),
    )  # fmt: skip
    return [
        mean,
        mean_of_squares(s, "v", s.beta2, s.v, s.g, s.new_v, "grad"),
        Line(unbiased),
        divided(s, name, s.new_m * s.unbias1, s.new_v * s.unbias2, "vel"),
    ]


def mean_of_squares(s: Step, letter: str, keep: float, old: float, value: float, new: float, role: str) -> Line:
    """letter <- keep old + (1 - keep) value^2."""
    runs = (
        (f"{letter} ← ", "ink"), (number(keep), "ink"), (" · ", "ink"), (number(old), "ink"), (" + ", "ink"),
        (number(1 - keep), "ink"), (" · ", "ink"), (inner(value), role), ("² = ", "ink"), (number(new), "ink"),
    )  # fmt: skip
    return Line(runs, (new, keep * old + (1 - keep) * value * value))


def divided(s: Step, name: str, top: float, square: float, role: str = "grad") -> Line:
    """theta - rate top / (sqrt(square) + eps)."""
    runs = (
        (" − ", "ink"), (number(s.rate), "grad"), (" · ", "ink"), (inner(top), role), (" / (√", "ink"),
        (number(square), "ink"), (" + ε)", "ink"),
    )  # fmt: skip
    return moved(s, name, runs, s.theta - s.rate * top / (np.sqrt(square) + s.eps))


def moved(s: Step, name: str, runs: tuple[Run, ...], value: float) -> Line:
    """The line that says where the coordinate went."""
    start = ((f"{name} ← ", "ink"), (number(s.theta), "ink"))
    return Line((*start, *runs, (" = ", "ink"), (number(s.new_theta), "ink")), (s.new_theta, value))


EXPLANATIONS: dict[str, Callable[[Step, str], list[Line]]] = {
    "sgd": sgd,
    "momentum": momentum,
    "nesterov": nesterov,
    "adagrad": adagrad,
    "adadelta": adadelta,
    "rmsprop": rmsprop,
    "adam": adam,
}


def explain(key: str, records: Array, step: int, hyper: Array, constants: Array, names: tuple[str, str]) -> list[Line]:
    """The arithmetic of the step that led to row `step` of a racer's records, coordinate by coordinate.

    records (steps + 1, COLUMNS), hyper (4,), constants (steps, 3). At step 0 there is only the start.
    """
    here = records[step]
    if step == 0:
        place = phrase(
            "start: {names} = {here},  {other_names} = {other_here},  loss {third_here}",
            names=names[0],
            here=number(here[X]),
            other_names=names[1],
            other_here=number(here[Y]),
            third_here=number(here[LOSS]),
        )
        return [Line(((place, "ink"),))]
    before, c = records[step - 1], constants[step - 1]
    lines = []
    for name, slots in zip(names, ((X, MX, VX, PX, GX), (Y, MY, VY, PY, GY)), strict=True):
        lines.append(gradient_line(name, here[slots[4]]))
        lines += EXPLANATIONS[key](step_of(before, here, slots, capped(key, hyper, c), c), name)
    return [*lines, Line((("loss ", "ink"), (number(here[LOSS]), "ink")))]


def gradient_line(name: str, value: float) -> Line:
    """The slope that the step used."""
    return Line(((phrase("slope along {name}: g = ", name=name), "ink"), (number(value), "grad")))


def capped(key: str, hyper: Array, c: Array) -> Array:
    """The settings of this step: a schedule holds back the momentum, and only the momentum."""
    row = hyper.copy()
    if key in ("momentum", "nesterov"):
        row[1] = min(row[1], c[2])
    return row


def step_of(before: Array, here: Array, slots: tuple[int, ...], hyper: Array, c: Array) -> Step:
    """One coordinate's numbers out of two records."""
    theta, m, v, asked, g = slots
    numbers = (before[theta], before[m], before[v], here[asked], here[g], here[theta], here[m], here[v])
    settings = (hyper[0], hyper[1], hyper[2], hyper[3], c[0], c[1])
    return Step(*(float(value) for value in (*numbers, *settings)))


def title(key: str, step: int) -> str:
    """The heading of an explanation."""
    return phrase("{title}, step {step}", title=OPTIMIZERS[key].title, step=step)
