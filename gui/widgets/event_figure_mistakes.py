"""Figures of the perceptron: a border that moves after mistakes, how many it makes, and cards for the press.

Lines and counts are computed here from the points that are drawn.
"""

import math
from functools import lru_cache

import numpy as np

from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_sheet import Array, Frame, Point, Sheet
from sim.numerals import write_fixed
from sim.phrases import phrase

# 1957: corrected by mistakes ------------------------------------------------------------------------------------------

POINTS = np.array([
    (-1.7, 0.5), (-1.2, 1.2), (-0.9, -0.2), (-1.5, -0.6), (-0.4, 0.9), (-0.7, 0.4), (-2.0, -0.1), (-0.2, 1.4),
    (-0.35, -0.95),
    (1.4, 0.3), (0.9, -0.9), (1.8, -0.4), (0.5, -0.5), (1.1, 0.9), (0.2, -1.2), (2.0, 0.7), (0.8, 0.1),
    (0.35, 0.95),
])  # fmt: skip
SIDES = np.array([0.0] * 9 + [1.0] * 9)
ORDER = (16, 0, 6, 8, 7, 1, 5, 4, 14, 15, 10, 2, 9, 3, 17, 13, 11, 12)


@lru_cache(maxsize=1)
def corrected() -> tuple[tuple[Array, ...], tuple[int, ...]]:
    """Rosenblatt's rule from a poor start: the weights (bias, x, y) after each mistake, and the mistakes per pass."""
    rows = np.column_stack((np.ones(len(POINTS)), POINTS))
    weights = np.array((1.5, -2.5, 2.0))
    seen, counts = [weights], list[int]()
    while not counts or (counts[-1] and len(counts) < 20):
        counts.append(0)
        for row in ORDER:
            error = SIDES[row] - float(weights @ rows[row] > 0)
            if error:
                weights = weights + error * rows[row]
                seen.append(weights)
                counts[-1] += 1
    return tuple(seen), tuple(counts)


def border(weights: Array, reach: float) -> list[Point]:
    """Two far points of the line on which bias + weights . point = 0."""
    bias, normal = float(weights[0]), weights[1:]
    foot, along = -bias * normal / float(normal @ normal), np.array((-normal[1], normal[0])) / math.hypot(*normal)
    return [tuple(float(v) for v in foot + side * reach * along) for side in (-1, 1)]  # type: ignore[misc]


def perceptron(sheet: Sheet) -> None:
    """The line after each mistake, and how many mistakes each pass had."""
    lines, counts = corrected()
    frame = Frame(14, 12, 182, 110, -2.4, 2.4, -1.4, 1.6)
    sheet.box(14, 12, 168, 98, "panel", "", 6)
    with sheet.inside(14, 12, 168, 98):
        for index, weights in enumerate(lines):
            last = index == len(lines) - 1
            share = 0.25 + 0.5 * index / len(lines)
            ends = [frame.at(x, y) for x, y in border(weights, 9.0)]
            sheet.line(ends, "ink" if last else "rule", 2.0 if last else 1.1, 1.0 if last else share)
    for (x, y), side in zip(POINTS, SIDES, strict=True):
        sheet.point(frame.at(x, y), bool(side))
    step = min(24.0, 96.0 / len(counts))
    for number, count in enumerate(counts):
        x = 204 + step * (number + 0.5)
        high = 44.0 * count / max(counts)
        sheet.box(x - 6, 84 - high, 12, max(high, 1.5), "ink" if count else "rule", "", 1)
        sheet.label(x, 76 - high, str(count), "ink", room=20)
    sheet.label(252, 100, "mistakes per pass", room=106)


# 1958: fifty punch cards ----------------------------------------------------------------------------------------------


def headlines(sheet: Sheet) -> None:
    """Punch cards with a mark at the left or at the right, sorted by the machine."""
    rng = np.random.default_rng(704)
    for row in range(2):
        for depth in range(3):
            left, top = 20 + 7 * depth, 12 + 52 * row + 4 * depth
            corner = [(left, top), (left + 92, top), (left + 100, top + 8), (left + 100, top + 38), (left, top + 38)]
            sheet.area(corner, "panel")
            sheet.line([*corner, corner[0]], "rule", 1.0)
        spot = 46.0 if row == 0 else 98.0
        for x, y in rng.uniform(-1, 1, (9, 2)):
            sheet.box(spot + 12 * x, 32 + 52 * row + 11 * y + 5, 3.2, 5, "ink", "", 0.5)
        sheet.arrow((144, 40 + 52 * row), (184, 56 + 12 * row), "soft", 1.5)
        sheet.arrow((224, 56 + 12 * row), (246, 40 + 48 * row), "plus" if row else "minus", 1.6)
        sheet.label(270, 36 + 52 * row, ("left", "right")[row], "plus" if row else "minus", font="heading", room=50)
    sheet.disc((204, 62), 20.0, "panel", "ink", 1.6)
    sheet.label(204, 62, "50", "ink", font="heading", room=30)


# 1962: the bound on mistakes ------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def novikoff() -> tuple[Array, Array, float, int]:
    """Points around a circle, their sides, the margin of the best line through the middle, and the mistakes made."""
    rng = np.random.default_rng(12)
    angles = rng.uniform(0, 2 * math.pi, 34)
    radii = rng.uniform(0.3, 1.0, 34)
    points = np.column_stack((radii * np.cos(angles), radii * np.sin(angles)))
    normal = np.array((math.cos(0.5), math.sin(0.5)))
    points = points[np.abs(points @ normal) > 0.06]
    sides = np.sign(points @ normal)
    turned = np.linspace(0, 2 * math.pi, 1441)
    margins = (sides[:, None] * (points @ np.vstack((np.cos(turned), np.sin(turned))))).min(axis=0)
    weights, mistakes, clean = np.zeros(2), 0, False
    while not clean:
        clean = True
        for point, side in zip(points, sides, strict=True):
            if side * float(weights @ point) <= 0:
                weights, mistakes, clean = weights + side * point, mistakes + 1, False
    best = int(margins.argmax())
    return points, np.append(sides, turned[best]), float(margins[best]), mistakes


def convergence(sheet: Sheet) -> None:
    """How far out the points lie, how wide the street is, and the bound that follows."""
    points, sides, margin, mistakes = novikoff()
    reach = float(np.hypot(*points.T).max())
    frame = Frame(20, 9, 124, 113, -1.06, 1.06, -1.06, 1.06)
    middle, unit = frame.at(0, 0), 52 / 1.06
    turn = float(sides[-1])
    along, across = (math.sin(turn), math.cos(turn)), (math.cos(turn), -math.sin(turn))
    half, long = margin * unit, 0.98 * reach * unit
    corners = [
        tuple(middle[k] + a * half * across[k] + b * long * along[k] for k in (0, 1))
        for a, b in ((1, 1), (1, -1), (-1, -1), (-1, 1))
    ]
    sheet.disc(middle, reach * unit, "panel", "rule", 1.2, dash=(3, 3))
    sheet.area([(x, y) for x, y in corners], "plus", 0.13)
    ends = [(middle[0] + s * long * along[0], middle[1] + s * long * along[1]) for s in (1, -1)]
    sheet.line(ends, "ink", 1.6)
    for (x, y), side in zip(points, sides[:-1], strict=True):
        sheet.point(frame.at(x, y), side > 0, 2.9)
    sheet.label(212, 30, phrase("{count} mistakes made", count=mistakes), "ink", font="heading", room=150)
    for number in range(mistakes):
        sheet.box(212 - 5 * mistakes + 10 * number, 42, 7, 12, "ink", "", 1)
    bound = math.floor((reach / margin) ** 2)
    sheet.label(212, 78, phrase("at most {count} possible", count=bound), room=150)
    words = phrase("reach {reach}, margin {margin}", reach=write_fixed(reach, 2), margin=write_fixed(margin, 2))
    sheet.label(212, 98, words, "faint", room=150)


MISTAKE_FIGURES: dict[str, Figure] = {
    "perceptron": Figure(
        perceptron,
        "A border between two classes is moved after every mistake until a pass has none; bars count the mistakes "
        "per pass.",
        "computed: Rosenblatt's rule on the points drawn",
    ),
    "perceptron-headlines": Figure(
        headlines,
        "Punch cards with a mark at the left or at the right go through a machine that says which.",
        "50 cards: the event's source",
    ),
    "perceptron-convergence": Figure(
        convergence,
        "Points inside a circle with a free street between two classes; the mistakes made are far fewer than the "
        "bound.",
        "computed on the points drawn",
    ),
}
