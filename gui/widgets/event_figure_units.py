"""Figures of single units: thresholds, connections, dials, and what one line cannot do.

Every lamp, line and count is computed here from what is drawn.
"""

import math

import numpy as np

from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_mistakes import border
from gui.widgets.event_figure_sheet import Array, Frame, Sheet
from sim.numerals import write_fixed
from sim.phrases import phrase, word

PAIRS = ((0, 0), (0, 1), (1, 0), (1, 1))


# 1943: three gates ----------------------------------------------------------------------------------------------------


def fires(inputs: tuple[int, int], signs: tuple[int, int], threshold: int) -> bool:
    """McCulloch and Pitts 1943: enough exciting inputs, and no inhibiting one."""
    silenced = any(on and sign < 0 for on, sign in zip(inputs, signs, strict=True))
    return not silenced and sum(on for on, sign in zip(inputs, signs, strict=True) if sign > 0) >= threshold


def _gate(sheet: Sheet, middle: float, name: str, signs: tuple[int, int], threshold: int) -> None:
    """A unit with two inputs, and which of the four pairs make it fire."""
    unit = (middle + 6.0, 36.0)
    for sign, way in zip(signs, (-1, 1), strict=True):
        start, end = (middle - 34.0, 36.0 + 14 * way), (unit[0] - 15.0, 36.0 + 5 * way)
        sheet.line([start, end], "soft" if sign > 0 else "minus", 1.6)
        sheet.disc(start, 2.6, "soft" if sign > 0 else "minus")
        if sign < 0:
            sheet.disc((end[0] - 2.0, end[1]), 3.2, "panel", "minus", 1.4)
    sheet.arrow((unit[0] + 14, 36), (unit[0] + 32, 36), "soft", 1.6)
    sheet.disc(unit, 14.0, "panel", "ink", 1.6)
    sheet.label(*unit, str(threshold), "ink", font="heading", room=20)
    sheet.label(middle, 68, name, "ink", font="cell", room=92)
    for column, pair in enumerate(PAIRS):
        x = middle - 33 + 22 * column
        on = fires(pair, signs, threshold)
        sheet.disc((x, 87.0), 5.0, "plus" if on else "panel", "plus" if on else "rule", 1.2)
        sheet.label(x, 104, f"{pair[0]}{pair[1]}", "ink" if on else "faint", room=20)


def threshold_unit(sheet: Sheet) -> None:
    """Three gates by hand."""
    for middle, name, signs, threshold in (
        (54.0, "a and b", (1, 1), 2), (156.0, "a or b", (1, 1), 1), (258.0, "a but not b", (1, -1), 1),
    ):  # fmt: skip
        _gate(sheet, middle, name, signs, threshold)


# 1949: firing together ------------------------------------------------------------------------------------------------

FIRST_TRAIN = (1, 0, 1, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 1)
SECOND_TRAIN = (0, 1, 1, 0, 0, 1, 1, 0, 1, 0, 0, 1, 1, 1)


def grown(first: tuple[int, ...], second: tuple[int, ...]) -> list[int]:
    """How strong the connection is after each moment: one more for each moment at which both fire."""
    return [int(sum(a * b for a, b in zip(first[: k + 1], second[: k + 1], strict=True))) for k in range(len(first))]


def hebb(sheet: Sheet) -> None:
    """Two trains of spikes, and the connection that grows where they meet."""
    strength = grown(FIRST_TRAIN, SECOND_TRAIN)
    frame = Frame(92, 74, 292, 106, -0.5, len(strength) - 0.5, 0, max(strength))
    for moment, (a, b) in enumerate(zip(FIRST_TRAIN, SECOND_TRAIN, strict=True)):
        x, role = frame.at(moment, 0)[0], "plus" if a and b else "soft"
        if a and b:
            sheet.box(x - 5.5, 13, 11, 49, "plus", "", 4, alpha=0.16)
        for on, y in ((a, 26.0), (b, 50.0)):
            if on:
                sheet.line([(x, y - 7), (x, y + 7)], role, 2.2 if a and b else 1.6)
    for y in (33.0, 57.0):
        sheet.line([(90, y), (296, y)], "rule", 0.8, 0.7)
    stairs = [(x, y) for k, s in enumerate(strength) for x, y in ((k - 0.5, s), (k + 0.5, s))]
    sheet.line([frame.at(x, y) for x, y in [(-0.5, 0.0), *stairs]], "plus", 1.8)
    sheet.line([(90, 106), (296, 106)], "rule", 0.8, 0.7)
    sheet.line([(36, 36), (36, 52)], "plus", 5.0)
    sheet.disc((36, 27), 10.0, "panel", "ink", 1.5)
    sheet.disc((36, 59), 10.0, "panel", "ink", 1.5)
    for y in (27.0, 59.0):
        sheet.line([(48, y), (86, y)], "rule", 0.8, 0.7, (2, 3))
    sheet.label(86, 98, "connection", "soft", "right", room=74)


# 1960: the retina with motors, and the rule before the threshold ------------------------------------------------------


def retina() -> Array:
    """A stroke like a letter on 20 by 20 photocells."""
    picture = np.zeros((20, 20))
    picture[3:17, 5:8] = 1.0
    picture[3:6, 5:15] = 1.0
    picture[9:12, 5:13] = 1.0
    return picture


def mark_one(sheet: Sheet) -> None:
    """400 photocells, random wires, weights with motors, a lamp."""
    rng = np.random.default_rng(1960)
    picture, side = retina(), 4.6
    sheet.box(12, 11, 100, 100, "panel", "", 4)
    for row in range(20):
        for column in range(20):
            on = picture[row, column] > 0
            at = (16.3 + side * column + 2.2, 15.2 + side * row + 2.2)
            sheet.disc(at, 1.6 if on else 1.0, "ink" if on else "rule", alpha=1.0 if on else 0.55)
    heights = np.linspace(20, 102, 7)
    for number, y in enumerate(heights):
        for _ in range(5):
            row, column = rng.integers(0, 20, 2)
            on = picture[row, column] > 0
            start = (16.3 + side * column + 2.2, 15.2 + side * row + 2.2)
            sheet.line([start, (168, y)], "plus" if on else "rule", 0.9, 0.8 if on else 0.45)
        _dial(sheet, float(y), (0.9, -0.6, 0.3, 1.0, -0.9, 0.6, -0.2)[number])
    sheet.arrow((262, 61), (276, 61), "soft", 1.4)
    sheet.disc((288, 61), 10.0, "plus", "ink", 1.4)


def _dial(sheet: Sheet, y: float, turn: float) -> None:
    """A unit, and its weight: a potentiometer that a motor has turned."""
    sheet.disc((171, y), 3.4, "panel", "soft", 1.2)
    sheet.line([(175, y), (192, y)], "soft", 1.0)
    sheet.disc((199, y), 5.6, "panel", "ink", 1.2)
    angle = math.radians(90 - 120 * turn)
    tip = (199 + 5 * math.cos(angle), y - 5 * math.sin(angle))
    sheet.line([(199, y), tip], "plus" if turn > 0 else "minus", 1.8)
    sheet.bend((205, y), (226, y), (230, 61), (250, 61), "plus" if turn > 0 else "minus", 0.8 + 1.4 * abs(turn))
    sheet.disc((256, 61), 6.0, "panel", "ink", 1.4)


def lms_path(rate: float, steps: int) -> list[float]:
    """Widrow and Hoff's rule on one weight with one example x = 1, t = 1: w after each step."""
    weights = [-0.9]
    for _ in range(steps):
        weights.append(weights[-1] + rate * (1.0 - weights[-1]))
    return weights


def adaline(sheet: Sheet) -> None:
    """The error is taken before the threshold; it is a bowl, and the rule rolls into it."""
    for y, width in ((30.0, 2.4), (54.0, 1.2), (78.0, 1.8)):
        sheet.line([(18, y), (58, 54)], "plus" if y != 54.0 else "minus", width)
        sheet.disc((18, y), 2.6, "soft")
    sheet.arrow((70, 54), (118, 54), "soft", 1.5)
    sheet.disc((64, 54), 13.0, "panel", "ink", 1.6)
    sheet.label(64, 54, "Σ", "ink", font="heading", room=20)
    sheet.box(118, 41, 28, 26, "panel", "ink", 4, 1.4)
    sheet.line([(123, 61), (132, 61), (132, 47), (141, 47)], "ink", 1.6)
    sheet.arrow((146, 54), (166, 54), "soft", 1.5)
    sheet.disc((95, 54), 3.0, "grad")
    sheet.bend((95, 57), (95, 84), (86, 92), (70, 92), "grad", 1.5)
    sheet.arrow((74, 92), (40, 92), "grad", 1.5)
    sheet.label(95, 107, "error, before the threshold", "grad", room=160)
    frame = Frame(194, 14, 300, 96, -1.15, 3.15, -0.2, 4.4)
    xs = np.linspace(-1.1, 3.1, 60)
    sheet.line(frame.line(xs, (1 - xs) ** 2), "ink", 1.6)
    path = np.array(lms_path(0.3, 9))
    sheet.line(frame.line(path, (1 - path) ** 2), "grad", 1.2)
    for weight in path:
        sheet.disc(frame.at(weight, (1 - weight) ** 2), 2.6, "grad", "sunk", 0.7)
    sheet.label(247, 107, "squared error", room=100)


# 1969: four points, one line ------------------------------------------------------------------------------------------

XOR = (((0.0, 0.0), 0), ((1.0, 1.0), 0), ((0.0, 1.0), 1), ((1.0, 0.0), 1))
TRIED = ((-0.5, 1.0, 1.0), (-0.5, -1.0, 1.0), (0.35, 0.25, -1.0))


def _right(weights: tuple[float, float, float]) -> list[bool]:
    bias, wx, wy = weights
    return [(bias + wx * x + wy * y > 0) == bool(side) for (x, y), side in XOR]


def xor_lines(sheet: Sheet) -> None:
    """Three lines; each gets a point wrong."""
    for number, weights in enumerate(TRIED):
        left = 20 + 98 * number
        frame = Frame(left, 12, left + 76, 88, -0.42, 1.42, -0.42, 1.42)
        sheet.box(left, 12, 76, 76, "panel", "", 6)
        with sheet.inside(left, 12, 76, 76):
            sheet.line([frame.at(x, y) for x, y in border(np.array(weights), 4.0)], "ink", 1.8)
        right = _right(weights)
        for ((x, y), side), good in zip(XOR, right, strict=True):
            if not good:
                sheet.disc(frame.at(x, y), 8.0, "", "bad", 1.6)
            sheet.point(frame.at(x, y), bool(side), 4.0)
        words = phrase("{right} of {total} right", right=sum(right), total=len(right))
        sheet.label(left + 38, 103, words, room=96)


# 2011: the open gate --------------------------------------------------------------------------------------------------


def rectifiers(sheet: Sheet) -> None:
    """The sigmoid's slope fades on both sides, the rectified unit's does not."""
    xs = np.linspace(-6, 6, 121)
    sigmoid = 1 / (1 + np.exp(-xs))
    for left, name, ys, slope, top in (
        (16.0, "sigmoid", sigmoid, sigmoid * (1 - sigmoid), 1.25),
        (164.0, word("rectified"), np.maximum(xs, 0) / 4, np.where(xs > 0, 1.0, 0.0), 1.25),
    ):
        frame = Frame(left, 14, left + 132, 84, -6, 6, -0.05, top)
        sheet.box(left, 12, 132, 76, "panel", "", 6)
        sheet.line([frame.at(0, 0), frame.at(0, top)], "rule", 0.8, 0.6)
        with sheet.inside(left, 12, 132, 76):
            sheet.area([*frame.line(xs, slope), frame.at(6, 0), frame.at(-6, 0)], "grad", 0.14)
            sheet.line(frame.line(xs, slope), "grad", 1.6)
            sheet.line(frame.line(xs, ys), "ink", 2.0)
        peak = write_fixed(float(slope.max()), 2 if name == "sigmoid" else 0)
        sheet.label(left + 66, 103, name, "ink", font="cell", room=128)
        place = frame.at(-1.2, 0.32) if name == "sigmoid" else frame.at(-0.5, 1.0)
        sheet.label(*place, peak, "grad", "right", room=34)


UNIT_FIGURES: dict[str, Figure] = {
    "threshold-unit": Figure(
        threshold_unit,
        "Three units with two inputs each, and for which of the four pairs of inputs each fires: a and b, a or b, "
        "a but not b.",
        "computed: the rule of 1943",
    ),
    "hebb-rule": Figure(
        hebb,
        "Two rows of spikes; each time both fire together, the connection below grows by a step.",
        "computed from the spikes drawn",
    ),
    "mark-one-perceptron": Figure(
        mark_one,
        "A letter on 20 by 20 photocells, wired at random to units whose weights are dials, and a lamp for the "
        "answer.",
        "400 photocells: the event's sources",
    ),
    "adaline": Figure(
        adaline,
        "A unit whose error is measured before its threshold, and the squared error as a bowl into which the "
        "weight rolls.",
        "computed: the rule of Widrow and Hoff on one weight",
    ),
    "perceptrons-book": Figure(
        xor_lines,
        "The four points of XOR three times, each with another line; every line has one point on its wrong side.",
        "computed: each line's count",
    ),
    "deep-rectifiers": Figure(
        rectifiers,
        "A sigmoid whose slope is at most a quarter and fades on both sides, beside a rectified unit whose slope "
        "is one wherever it is open.",
        "computed",
    ),
}
