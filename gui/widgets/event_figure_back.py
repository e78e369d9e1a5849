"""Figures of the backward sweep: flight paths, stages, gears, a tape, blame in layers, and what hidden units invent.

The sweeps are computed here; the weights of the symmetry network are those that a run of the recipe of 1985 found.
"""

import math
from functools import lru_cache
from itertools import pairwise

import numpy as np

from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_sheet import Array, Frame, Point, Sheet
from sim.numerals import write_fixed
from sim.phrases import phrase

# 1960: a flight path bends towards its target -------------------------------------------------------------------------

STEPS, TICK, DRAG = 20, 0.2, 0.2


def fly(controls: list[float]) -> list[tuple[float, float]]:
    """Place and speed at each moment."""
    states = [(0.0, 0.0)]
    for control in controls:
        x, v = states[-1]
        states.append((x + TICK * v, v + TICK * (control - DRAG * v * abs(v))))
    return states


def sweep(controls: list[float], states: list[tuple[float, float]]) -> tuple[list[float], list[float]]:
    """Kelley 1960: one pass backwards gives the slope for every control, and how much the end depends on each speed."""
    of_x, of_v = 100.0 * (states[-1][0] - 1.0), 100.0 * states[-1][1]
    slopes, depends = [], []
    for control, (_, v) in zip(reversed(controls), reversed(states[:-1]), strict=True):
        slopes.append(TICK * control + TICK * of_v)
        of_x, of_v = of_x, TICK * of_x + (1 - 2 * TICK * DRAG * abs(v)) * of_v
        depends.append(of_v)
    return slopes[::-1], depends[::-1]


@lru_cache(maxsize=1)
def bent_paths() -> tuple[tuple[tuple[float, ...], ...], tuple[float, ...]]:
    """The path after 0, 4, 12 and 120 sweeps, and what the first sweep found."""
    controls, kept = [0.0] * STEPS, []
    first: tuple[float, ...] = ()
    for number in range(121):
        states = fly(controls)
        slopes, depends = sweep(controls, states)
        first = first or tuple(depends)
        if number in (0, 4, 12, 120):
            kept.append(tuple(x for x, _ in states))
        controls = [control - 0.006 * slope for control, slope in zip(controls, slopes, strict=True)]
    return tuple(kept), first


def kelley(sheet: Sheet) -> None:
    """Paths through time, and the sweep that runs back."""
    paths, depends = bent_paths()
    frame = Frame(22, 16, 276, 74, 0, STEPS, -0.08, 1.08)
    for number, path in enumerate(paths):
        last = number == len(paths) - 1
        points = frame.line(range(STEPS + 1), path)
        sheet.line(points, "ink" if last else "rule", 2.2 if last else 1.3, dash=() if last else (4, 3))
    target = frame.at(STEPS, 1.0)
    sheet.disc(target, 7.0, "panel", "ink", 1.5)
    sheet.disc(target, 2.4, "ink")
    largest = max(abs(value) for value in depends)
    for moment in range(STEPS - 1, 0, -2):
        x = frame.at(moment, 0)[0]
        sheet.arrow((x + 10, 91), (x - 11, 91), "grad", 1.2 + 2.2 * abs(depends[moment]) / largest, 6)
    sheet.label(150, 108, "one sweep back answers for every moment", "grad", room=290)


# 1961, 1962: stages, and the chain rule as gears ----------------------------------------------------------------------

FACTORS = (1.6, 0.7, 1.3, 0.5)


def passed_back(factors: tuple[float, ...]) -> list[float]:
    """How much the end depends on what enters each stage."""
    depends = [1.0]
    for factor in reversed(factors):
        depends.append(depends[-1] * factor)
    return depends[::-1]


def bryson(sheet: Sheet) -> None:
    """Four stages; each tells the one before it how much the end depends on it."""
    depends = passed_back(FACTORS)
    for number, factor in enumerate(FACTORS):
        left = 32 + 64 * number
        sheet.box(left, 20, 40, 34, "panel", "ink", 5, 1.4)
        words = "× " + write_fixed(factor, 1)
        sheet.label(left + 20, 37, words, "ink", font="cell", room=38)
        sheet.arrow((left - 22, 31), (left - 2, 31), "plus", 1.6)
        sheet.arrow((left - 2, 44), (left - 22, 44), "grad", 1.2 + 1.4 * depends[number])
    sheet.arrow((266, 31), (286, 31), "plus", 1.6)
    sheet.arrow((286, 44), (266, 44), "grad", 1.2 + 1.4 * depends[-1])
    for number, value in enumerate(depends):
        x = 21 + 64 * number
        high = 30 * value / max(depends)
        sheet.box(x - 7, 96 - high, 14, high, "grad", "", 2)
        sheet.label(x + (0 if number < 4 else 2), 107, write_fixed(value, 2), "grad", room=40)


TEETH = (24, 12, 8)


def dreyfus(sheet: Sheet) -> None:
    """Three gears: what each turn does to the next is multiplied."""
    size = 1.72
    middles = [(60.0, 52.0)]
    for before, after in pairwise(TEETH):
        middles.append((middles[-1][0] + size * (before + after) + 1.5, 52.0))
    for (x, y), teeth, role in zip(middles, TEETH, ("soft", "plus", "ink"), strict=True):
        _gear(sheet, (x, y), teeth, size * teeth, role, math.pi / teeth if teeth == TEETH[1] else 0.0)
    sheet.label(60, 108, "1 turn", "soft", room=60)
    for k in (1, 2):
        y = 52 + (1, -1)[k - 1] * (size * TEETH[k] + 12)
        words = phrase("{count} turns", count=write_fixed(TEETH[0] / TEETH[k], 0))
        sheet.label(middles[k][0] + 4 * k, y, words, ("plus", "ink")[k - 1], room=72)
    first, second = TEETH[0] / TEETH[1], TEETH[1] / TEETH[2]
    equation = f"{write_fixed(first, 0)} × {write_fixed(second, 1)} = {write_fixed(first * second, 0)}"
    sheet.label(250, 46, equation, "ink", font="heading", room=96)
    sheet.label(250, 68, "slopes multiply", room=96)


def _gear(sheet: Sheet, at: Point, teeth: int, radius: float, role: str, turn: float) -> None:
    points = []
    for tooth in range(teeth):
        for share, reach in ((0.0, -1.7), (0.28, -1.7), (0.36, 1.9), (0.64, 1.9), (0.72, -1.7)):
            angle = turn + 2 * math.pi * (tooth + share - 0.5) / teeth
            points.append((at[0] + (radius + reach) * math.cos(angle), at[1] + (radius + reach) * math.sin(angle)))
    sheet.area(points, "panel")
    sheet.line([*points, points[0]], role, 1.5)
    sheet.disc(at, 3.0, role)


# 1970: the tape -------------------------------------------------------------------------------------------------------


def taped(x1: float, x2: float) -> tuple[dict[str, float], dict[str, float]]:
    """x1 x2 + sin x1: every value forwards, every adjoint backwards."""
    values = {"x1": x1, "x2": x2, "times": x1 * x2, "sin": math.sin(x1)}
    values["plus"] = values["times"] + values["sin"]
    back = {"plus": 1.0, "times": 1.0, "sin": 1.0}
    back["x1"], back["x2"] = back["times"] * x2 + back["sin"] * math.cos(x1), back["times"] * x1
    return values, back


NODES: dict[str, tuple[Point, str]] = {
    "x1": ((44.0, 31.0), "x₁"), "x2": ((44.0, 92.0), "x₂"), "sin": ((152.0, 31.0), "sin"),
    "times": ((152.0, 92.0), "×"), "plus": ((262.0, 61.0), "+"),
}  # fmt: skip
TAPE = (("x1", "sin"), ("x1", "times"), ("x2", "times"), ("sin", "plus"), ("times", "plus"))


def linnainmaa(sheet: Sheet) -> None:
    """Values in blue forwards, slopes in red back."""
    values, back = taped(2.0, 3.0)
    for start, end in TAPE:
        (x0, y0), (x1, y1) = NODES[start][0], NODES[end][0]
        length = math.hypot(x1 - x0, y1 - y0)
        ux, uy = (x1 - x0) / length, (y1 - y0) / length
        first, last = (x0 + 16 * ux, y0 + 16 * uy), (x1 - 16 * ux, y1 - 16 * uy)
        for side, role in ((-2.2, "plus"), (2.2, "grad")):
            a, b = (first[0] - side * uy, first[1] + side * ux), (last[0] - side * uy, last[1] + side * ux)
            sheet.arrow(a if side < 0 else b, b if side < 0 else a, role, 1.2, 5, alpha=0.85)
    for key, (at, words) in NODES.items():
        sheet.disc(at, 13.0, "panel", "ink", 1.5)
        sheet.label(*at, words, "ink", font="cell", room=24)
        digits = 0 if key in ("x1", "x2", "times") else 2
        above, below = at[1] - 20, at[1] + 19
        sheet.label(at[0], above, write_fixed(values[key], digits), "plus", room=44)
        sheet.label(at[0], below, write_fixed(back[key], 2 if key == "x1" else 0), "grad", room=44)


# 1967: stochastic descent through layers ------------------------------------------------------------------------------

CORNERS = np.array([(0.0, 0.0), (0.0, 1.0), (1.0, 0.0), (1.0, 1.0)])
WANTED = np.array((0.0, 1.0, 1.0, 0.0))
SHOWN_STEPS = (0, 80, 240)


@lru_cache(maxsize=1)
def fields_of_xor() -> tuple[Array, ...]:
    """2-4-1 tanh network, one example per step: its answer over the plane at three moments."""
    rng = np.random.default_rng(5)
    first, last = rng.normal(0, 1.2, (3, 4)), rng.normal(0, 0.6, 5)
    rows = np.column_stack((np.ones(4), 2 * CORNERS - 1))
    y, x = np.mgrid[1.35:-0.35:26j, -0.35:1.35:26j]
    plane = np.column_stack((np.ones(x.size), 2 * x.ravel() - 1, 2 * y.ravel() - 1))
    fields = []
    for step in range(SHOWN_STEPS[-1] + 1):
        if step in SHOWN_STEPS:
            fields.append(np.tanh(last[0] + np.tanh(plane @ first) @ last[1:]).reshape(x.shape))
        row = (0, 1, 3, 2)[step % 4]
        hidden = np.tanh(rows[row] @ first)
        out = math.tanh(last[0] + float(hidden @ last[1:]))
        blame = (out - (2 * WANTED[row] - 1)) * (1 - out * out)
        first = first - 0.5 * np.outer(rows[row], blame * last[1:] * (1 - hidden**2))
        last = last - 0.5 * blame * np.concatenate(((1.0,), hidden))
    return tuple(fields)


def amari(sheet: Sheet) -> None:
    """XOR: the answer of a network of layers while it learns by single examples."""
    for number, (field, step) in enumerate(zip(fields_of_xor(), SHOWN_STEPS, strict=True)):
        left = 20 + 98 * number
        frame = Frame(left, 12, left + 76, 88, -0.35, 1.35, -0.35, 1.35)
        sheet.cells(left, 12, 76, 76, 0.45 * field, "signed")
        sheet.box(left, 12, 76, 76, "", "line", 3, 1.0)
        for (x, y), side in zip(CORNERS, WANTED, strict=True):
            sheet.point(frame.at(x, y), bool(side), 4.4)
        sheet.label(left + 38, 103, phrase("step {count}", count=step), room=90)
        if number:
            sheet.arrow((left - 17, 50), (left - 5, 50), "soft", 1.3)


# 1981: blame for networks ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def blamed() -> tuple[tuple[Array, ...], tuple[Array, ...]]:
    """Weights of a 3-4-2 network, and the blame of its units for one wrong answer."""
    rng = np.random.default_rng(7)
    first, last = rng.normal(0, 1.0, (3, 4)), rng.normal(0, 1.0, (4, 2))
    entered = np.array((0.9, 0.3, 0.7))
    hidden = np.tanh(entered @ first)
    answer = np.tanh(hidden @ last)
    wrong = (answer - np.array((1.0, -1.0))) * (1 - answer**2)
    return (first, last), ((wrong @ last.T * (1 - hidden**2)) @ first.T, wrong @ last.T * (1 - hidden**2), wrong)


def werbos(sheet: Sheet) -> None:
    """A wrong answer at the right; its blame flows left, as wide as it is large."""
    (first, last), blame = blamed()
    heights = ((22, 51, 80), (17, 40, 63, 86), (32, 71))
    columns = [[(58.0 + 96 * number, float(y)) for y in ys] for number, ys in enumerate(heights)]
    for left, right, weights, passed in (
        (columns[0], columns[1], first, blame[1]), (columns[1], columns[2], last, blame[2]),
    ):  # fmt: skip
        for i, (x0, y0) in enumerate(left):
            for j, (x1, y1) in enumerate(right):
                share = abs(float(weights[i, j] * passed[j]))
                sheet.line([(x0, y0), (x1, y1)], "grad", 0.7 + 3.4 * share, 0.35 + min(0.5, share))
    for column, values in zip(columns, blame, strict=True):
        largest = float(np.abs(values).max())
        for at, value in zip(column, values, strict=True):
            sheet.disc(at, 9.0, "panel", "ink", 1.4)
            sheet.disc(at, 7.0 * math.sqrt(abs(float(value)) / largest), "grad")
    for y in (32, 71):
        sheet.arrow((284, y), (262, y), "grad", 1.8)
    sheet.label(156, 108, "blame flows back", "grad", room=240)


BACK_FIGURES: dict[str, Figure] = {
    "kelley-flight-paths": Figure(
        kelley,
        "A flight path bends towards a target in four tries; arrows below run back from the end to the start.",
        "computed: one backward sweep per try",
    ),
    "bryson-multistage": Figure(
        bryson,
        "Four stages that multiply what enters; below, how much the end depends on what enters each of them.",
        "computed from the factors drawn",
    ),
    "dreyfus-chain-rule": Figure(
        dreyfus,
        "Three gears of 24, 12 and 8 teeth: one turn of the first makes two of the second and three of the last.",
        "computed from the teeth drawn",
    ),
    "linnainmaa": Figure(
        linnainmaa,
        "A sum of a product and a sine as a graph; values go forwards, and slopes come back along the same lines.",
        "computed: x1 x2 + sin x1 at 2 and 3",
    ),
    "amari-multilayer": Figure(
        amari,
        "The answer of a small network over the plane at three moments, until it separates the four points of "
        "XOR.",
        "computed: 240 steps by single examples",
    ),
    "werbos-networks": Figure(
        werbos,
        "A network of three layers; the blame for a wrong answer flows back along its connections.",
        "computed on a small network",
    ),
}
