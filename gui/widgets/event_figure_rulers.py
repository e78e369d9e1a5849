"""Figures of step sizes: a ruler per weight, plateaus and cliffs, a constant in disguise, a corrected start.

Every step is computed here from the rule that its event published.
"""

import math
from functools import lru_cache

import numpy as np

from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_sheet import Array, Frame, Sheet
from sim.numerals import write_fixed
from sim.phrases import phrase

# 2011: one ruler per weight -------------------------------------------------------------------------------------------


def adagrad_places(slope: float, rate: float, steps: int) -> Array:
    """Where a weight stands after each step under an even slope, by Adagrad."""
    squares, at, places = 0.0, 0.0, [0.0]
    for _ in range(steps):
        squares += slope**2
        at += rate * slope / math.sqrt(squares)
        places.append(at)
    return np.array(places)


def adagrad(sheet: Sheet) -> None:
    """A steep and a gentle weight: plain steps differ a hundredfold, Adagrad's are alike and shrink."""
    for row, (name, role) in enumerate((("plain", "sgd"), ("Adagrad", "adagrad"))):
        sheet.label(16, 33 + 52 * row, name, role, "left", "cell", 62)
        for line, slope in enumerate((3.0, 0.3)):
            y = 23 + 52 * row + 20 * line
            places = slope * 0.1 * np.arange(9) if row == 0 else adagrad_places(slope, 0.28, 8)
            frame = Frame(84, y, 254, y, 0.0, 2.4, 0, 1)
            sheet.line([(84, y), (254, y)], "rule", 1.0, 0.7)
            for at in places:
                x = frame.at(min(float(at), 2.4), 0)[0]
                sheet.line([(x, y - 5), (x, y + 5)], role, 2.0)
            sheet.label(262, y, ("steep", "gentle")[line], "soft", "left", room=46)


# 2012: plateaus and cliffs --------------------------------------------------------------------------------------------


def hill(x: Array | float) -> Array:
    """A plateau, a cliff, a plain."""
    return np.asarray(1 / (1 + np.exp(-4.0 * (np.asarray(x) - 2.0))))


def slope_of(x: float) -> float:
    """Of the hill."""
    value = float(hill(x))
    return 4.0 * value * (1 - value)


def walk(divided: bool) -> Array:
    """Eighteen steps from the plateau's far end, plain or divided by the running root mean square of 0.9 and 0.1."""
    x, squares, places = 4.3, 0.0, [4.3]
    for _ in range(18):
        slope = slope_of(x)
        squares = 0.9 * squares + 0.1 * slope**2
        x -= 0.055 * slope / math.sqrt(squares) if divided else 0.3 * slope
        places.append(x)
    return np.array(places)


def rmsprop(sheet: Sheet) -> None:
    """The same number of steps: one hardly leaves the plateau, the other walks."""
    for left, divided, role, words in (
        (14.0, False, "sgd", "plain slopes"), (162.0, True, "rmsprop", "divided slopes"),
    ):  # fmt: skip
        frame = Frame(left, 22, left + 136, 84, 0.6, 4.6, -0.15, 1.1)
        xs = np.linspace(0.6, 4.6, 80)
        points = frame.line(xs, hill(xs))
        sheet.area([*points, (left + 136, 92), (left, 92)], "panel")
        sheet.line(points, "soft", 1.6)
        places = walk(divided)
        for x in places:
            at = frame.at(float(x), float(hill(float(x))))
            sheet.disc((at[0], at[1] - 4.0), 3.0, role, "sunk", 0.8)
        sheet.label(left + 68, 106, words, room=138)


# 2012: a learning rate in disguise ------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def adadelta_steps() -> tuple[Array, ...]:
    """The size of 60 steps under a slope of 1, for three values of the constant, rho 0.95."""
    found = []
    for constant in (1e-4, 1e-6, 1e-8):
        squares, moved, sizes = 0.0, 0.0, []
        for _ in range(60):
            squares = 0.95 * squares + 0.05
            step = math.sqrt(moved + constant) / math.sqrt(squares + constant)
            moved = 0.95 * moved + 0.05 * step**2
            sizes.append(step)
        found.append(np.array(sizes))
    return tuple(found)


def adadelta(sheet: Sheet) -> None:
    """Three beginnings that differ in nothing but a tiny constant."""
    frame = Frame(60, 14, 236, 94, 0, 59, -4.2, -0.6)
    for power in (-4, -3, -2, -1):
        y = frame.at(0, power)[1]
        sheet.line([(60, y), (236, y)], "rule", 0.7, 0.45)
    for power, words in ((-4, "0.0001"), (-1, "0.1")):
        sheet.label(54, frame.at(0, power)[1], words, "faint", "right", room=46)
    for sizes, words, width in zip(adadelta_steps(), ("ε 10⁻⁴", "ε 10⁻⁶", "ε 10⁻⁸"), (2.4, 2.0, 1.6), strict=True):
        logs = np.log10(sizes)
        sheet.line(frame.line(range(60), logs), "adadelta", width)
        sheet.label(242, frame.at(59, float(logs[-1]))[1], words, "ink", "left", "cell", 62)
    sheet.label(148, 108, "size of the step, 60 steps", room=200)


# 2014: momentum, rulers, and a corrected start ------------------------------------------------------------------------


@lru_cache(maxsize=1)
def adam_means() -> tuple[Array, Array, Array]:
    """A noisy slope, its running mean from zero, and the same corrected for that beginning; beta 0.9."""
    slopes = 1.0 + np.random.default_rng(14).normal(0, 0.36, 40)
    mean, plain, corrected = 0.0, [], []
    for step, slope in enumerate(slopes, 1):
        mean = 0.9 * mean + 0.1 * float(slope)
        plain.append(mean)
        corrected.append(mean / (1 - 0.9**step))
    return slopes, np.array(plain), np.array(corrected)


def adam(sheet: Sheet) -> None:
    """Slopes as dots; the running mean that starts too low, and the corrected one."""
    slopes, plain, corrected = adam_means()
    frame = Frame(16, 12, 218, 96, 0, 39, -0.15, 2.1)
    sheet.line([(16, frame.at(0, 0)[1]), (218, frame.at(0, 0)[1])], "rule", 0.8, 0.7)
    for step, slope in enumerate(slopes):
        sheet.disc(frame.at(step, float(slope)), 1.9, "faint", alpha=0.65)
    sheet.line(frame.line(range(40), plain), "soft", 1.5, dash=(4, 3))
    sheet.line(frame.line(range(40), corrected), "adam", 2.3)
    sheet.label(226, frame.at(0, 1.22)[1], "corrected", "ink", "left", "cell", 80)
    sheet.label(226, frame.at(0, 0.78)[1], "plain mean", "soft", "left", room=80)
    sheet.label(226, frame.at(0, 1.75)[1], "slopes", "faint", "left", room=80)
    sheet.label(117, 109, "the mean begins at zero", room=200)


# 2013: momentum rises -------------------------------------------------------------------------------------------------


LAST = 24_000


def risen(step: int, limit: float) -> float:
    """Sutskever and others 2013: min(1 - 2^(-1 - log2(floor(t/250) + 1)), limit)."""
    return min(1.0 - math.pow(2.0, -1.0 - math.log2(step // 250 + 1)), limit)


def schedule(sheet: Sheet) -> None:
    """The staircase for three limits."""
    frame = Frame(56, 16, 246, 92, 0, LAST, math.log10(2), 2.4)
    for value, words in ((0.5, "0.5"), (0.9, "0.9"), (0.99, "0.99")):
        y = frame.at(0, -math.log10(1 - value))[1]
        sheet.line([(56, y), (246, y)], "rule", 0.7, 0.45)
        sheet.label(50, y, words, "faint", "right", room=42)
    for limit, width in ((0.995, 2.4), (0.99, 1.8), (0.9, 1.8)):
        points = [(s, -math.log10(1 - risen(s, limit))) for step in range(0, LAST, 250) for s in (step, step + 249)]
        sheet.line([frame.at(x, y) for x, y in points], "vel", width, 1.0 if limit == 0.995 else 0.5)
    sheet.symbol(256, frame.at(0, 2.3)[1], "μ", "vel", "left")
    sheet.label(151, 108, phrase("steps, up to {last}", last=write_fixed(LAST, 0)), room=200)


RULER_FIGURES: dict[str, Figure] = {
    "adagrad": Figure(
        adagrad,
        "Steps of a steep and a gentle weight: plain ones are long and tiny, Adagrad's are alike and shrink "
        "together.",
        "computed: even slopes of 3 and 0.3",
    ),
    "rmsprop": Figure(
        rmsprop,
        "The same number of steps on a plateau: plain ones barely move, divided ones walk to the cliff and down.",
        "computed: shares of 0.9 and 0.1, as on the slide",
    ),
    "adadelta": Figure(
        adadelta,
        "The size of the step over sixty steps for three tiny constants: a larger constant begins with larger "
        "steps.",
        "computed: rho 0.95, a slope of one",
    ),
    "adam": Figure(
        adam,
        "Noisy slopes, a running mean that starts too low, and the corrected mean that is right from the first "
        "step.",
        "computed: beta 0.9",
    ),
    "momentum-schedules": Figure(
        schedule,
        "Momentum rises in a staircase from one half towards its limit.",
        "computed: the schedule of the paper",
    ),
}
