"""Figures of many layers: grown one by one, started well, kept in range, thinned out, passed by.

Spreads and histograms are computed here; the errors beside the autoencoder and the residual network are those that
were measured for this program on the bundled digits.
"""

import math
from functools import lru_cache

import numpy as np

from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_sheet import Array, Frame, Sheet
from sim.numerals import write_fixed
from sim.phrases import phrase, word

# 1965, 1971: layers that are grown ------------------------------------------------------------------------------------

WIDTHS = (12, 8, 5, 4, 2)


def grown_layers(sheet: Sheet) -> None:
    """Candidates per layer; those that do well on other data are kept and feed the next."""
    rng = np.random.default_rng(1965)
    kept: list[tuple[float, float]] = []
    for layer, width in enumerate(WIDTHS):
        x = 34.0 + 52 * layer
        heights = 53 + 7.9 * (np.arange(width) - (width - 1) / 2)
        following = WIDTHS[layer + 1] if layer + 1 < len(WIDTHS) else 1
        chosen = set(rng.choice(width, min(width, max(1, following // 2 + 1)), replace=False).tolist())
        fresh = []
        for unit, y in enumerate(heights):
            good = unit in chosen
            for source in rng.choice(len(kept), min(2, len(kept)), replace=False) if kept else ():
                sheet.line([kept[int(source)], (x, float(y))], "soft" if good else "rule", 1.2 if good else 0.7,
                           1.0 if good else 0.45)  # fmt: skip
            if good:
                fresh.append((x, float(y)))
        for unit, y in enumerate(heights):
            good = unit in chosen
            sheet.disc((x, float(y)), 3.8, "plus" if good else "panel", "plus" if good else "rule", 1.1)
        kept = fresh
    for at in kept[:1]:
        sheet.arrow((at[0] + 6, at[1]), (282, at[1]), "plus", 1.6)
    sheet.label(156, 110, "kept and dropped, layer by layer", room=280)


CRITERION = (0.59, 0.35, 0.20, 0.21, 0.19, 0.20, 0.21, 0.23)


def eight_layers(sheet: Sheet) -> None:
    """The error on new data of networks with one to eight such layers, when few and noisy data are given."""
    for layer, error in enumerate(CRITERION):
        x, high = 30 + 36 * layer, 62 * error / CRITERION[0]
        sheet.box(x - 12, 88 - high, 24, high, "plus" if error == min(CRITERION) else "panel", "plus", 2, 1.2)
        sheet.label(x, 80 - high, write_fixed(error, 2), "ink", room=34)
        sheet.label(x, 99, str(layer + 1), "faint", room=30)
    sheet.label(200, 24, "error on new data, by layers", room=190)


# 2006: the hourglass --------------------------------------------------------------------------------------------------

HOURGLASS = (64, 100, 50, 25, 6, 25, 50, 100, 64)
ERRORS = (("random start", 4.72), (word("components"), 1.93), (word("pretrained"), 1.04))


def hourglass(sheet: Sheet) -> None:
    """Layers that narrow and widen; the error of three ways to begin."""
    for layer, width in enumerate(HOURGLASS):
        x, high = 18 + 15.5 * layer, 12 + 0.76 * width
        if layer:
            before = 12 + 0.76 * HOURGLASS[layer - 1]
            sheet.area([(x - 8.5, 56 - before / 2), (x, 56 - high / 2), (x, 56 + high / 2), (x - 8.5, 56 + before / 2)],
                       "plus", 0.14)  # fmt: skip
        middle = layer == 4
        sheet.box(x, 56 - high / 2, 7, high, "plus" if middle else "panel", "plus" if middle else "soft", 2, 1.2)
    sheet.label(84, 109, "64 numbers through 6", room=154)
    for row, (words, error) in enumerate(ERRORS):
        y = 20 + 31 * row
        best = row == 2
        sheet.label(172, y, words, "ink" if best else "soft", "left", room=128)
        sheet.box(172, y + 8, 20 * error, 9, "ink" if best else "rule", "", 2)
        sheet.label(177 + 20 * error, y + 13, write_fixed(error, 2), "ink" if best else "soft", "left", room=40)


# 2010: the start that keeps the signal --------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def spreads() -> dict[str, Array]:
    """The spread of the answers of ten tanh layers of 64 units, over that of the input; three starts."""
    rng = np.random.default_rng(2010)
    entered, found = rng.normal(0, 0.3, (64, 64)), {}
    drawn = [rng.normal(0, 1, (64, 64)) for _ in range(10)]
    for name, factor in (("too small", 0.5), ("Glorot", 1.0), ("too large", 4.0)):
        answer, values = entered, [1.0]
        for weights in drawn:
            answer = np.tanh(answer @ (weights * factor * math.sqrt(2 / (64 + 64))))
            values.append(float(answer.std() / entered.std()))
        found[name] = np.array(values)
    return found


def glorot(sheet: Sheet) -> None:
    """Ten layers: a signal that dies, one that lives, one that saturates."""
    frame = Frame(30, 14, 206, 92, 0, 10, 0, 3.3)
    sheet.line([frame.at(0, 1), frame.at(10, 1)], "rule", 0.9, 0.8, (3, 3))
    sheet.line([(30, 92), (206, 92)], "rule", 0.9, 0.8)
    for (name, values), role in zip(spreads().items(), ("minus", "ink", "soft"), strict=True):
        points = frame.line(range(11), values)
        sheet.line(points, role, 2.4 if name == "Glorot" else 1.6)
        for at in points:
            sheet.disc(at, 2.2, role)
        sheet.label(214, points[-1][1], name, role, "left", "cell", 88)
    sheet.label(118, 107, "spread of the signal, layer by layer", room=230)


# 2015: kept in range, and passed by -----------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def histograms() -> tuple[tuple[Array, ...], tuple[Array, ...]]:
    """Sums in four layers of 80 rectified units with a poor start, as they are and brought to mean 0 and spread 1."""
    rng = np.random.default_rng(2015)
    rows, bins = rng.normal(0, 1, (60, 80)), np.linspace(-4, 4, 25)
    drawn = [rng.normal(0.03, 0.16, (80, 80)) for _ in range(4)]
    found: tuple[list[Array], list[Array]] = ([], [])
    for normed, kept in zip((False, True), found, strict=True):
        answer = rows
        for weights in drawn:
            sums = answer @ weights
            if normed:
                sums = (sums - sums.mean(axis=0)) / sums.std(axis=0)
            kept.append(np.histogram(np.clip(sums, -4, 4), bins)[0] / sums.size)
            answer = np.maximum(sums, 0)
    return tuple(found[0]), tuple(found[1])


def batch_norm(sheet: Sheet) -> None:
    """Four layers, without and with."""
    for row, (kept, role) in enumerate(zip(histograms(), ("minus", "plus"), strict=True)):
        base = 52 + 48 * row
        sheet.label(14, base - 14, ("without", "with")[row], role, "left", "cell", 56)
        for layer, shares in enumerate(kept):
            left = 74 + 58 * layer
            sheet.line([(left, base), (left + 50, base)], "rule", 0.9, 0.8)
            high = 36 * np.minimum(shares / 0.2, 1.0)
            for place, bar in enumerate(high):
                if bar > 0.2:
                    sheet.box(left + 50 * place / 24, base - float(bar), 50 / 24 - 0.4, float(bar), role, "", 0.4)
    for layer in range(4):
        sheet.label(99 + 58 * layer, 110, str(layer + 1), "faint", room=50)
    sheet.label(14, 110, "layer", "faint", "left", room=56)


MEASURED = ((word("plain"), 0.513), (word("residual"), 0.959))


def residual(sheet: Sheet) -> None:
    """A block that adds to what passes by, and what forty layers reach with it."""
    y = 66.0
    sheet.line([(16, y), (38, y)], "ink", 1.8)
    for left in (46.0, 92.0):
        sheet.box(left, y - 15, 36, 30, "panel", "soft", 4, 1.4)
    for start, end in (((38, y), (46, y)), ((82, y), (92, y)), ((128, y), (140, y))):
        sheet.arrow(start, end, "soft", 1.5)
    sheet.bend((30, y), (30, 8), (148, 8), (148, y - 10), "ink", 2.2)
    sheet.arrow((148, y - 16), (148, y - 8), "ink", 2.2, 6)
    sheet.disc((148, y), 8.0, "panel", "ink", 1.6)
    sheet.line([(148, y - 4), (148, y + 4)], "ink", 1.6)
    sheet.line([(144, y), (152, y)], "ink", 1.6)
    sheet.arrow((156, y), (174, y), "ink", 1.8)
    sheet.label(89, 103, "two layers add to what passes", room=166)
    for row, (words, share) in enumerate(MEASURED):
        top = 20 + 40 * row
        best = row == 1
        sheet.label(192, top, words, "ink" if best else "soft", "left", room=66)
        sheet.label(298, top, write_fixed(100 * share, 0) + " %", "ink" if best else "soft", "right",
                    "cell", 36)  # fmt: skip
        sheet.box(192, top + 9, 106, 9, "panel", "", 2)
        sheet.box(192, top + 9, 106 * share, 9, "ink" if best else "rule", "", 2)
    sheet.label(245, 103, "40 layers, digits", room=112)


# 2012: half the class is ill ------------------------------------------------------------------------------------------


def dropout(sheet: Sheet) -> None:
    """The same network for three examples; another half is missing each time."""
    rng = np.random.default_rng(2012)
    for number in range(3):
        left = 22 + 98 * number
        columns = [
            [(left + 4.0 + 34 * index, 52 + pitch * (k - (units - 1) / 2)) for k in range(units)]
            for index, (units, pitch) in enumerate(((3, 22.0), (6, 15.6), (2, 26.0)))
        ]
        out = set(rng.choice(6, 3, replace=False).tolist())
        for left_column, right_column, hidden in ((0, 1, False), (1, 2, True)):
            for i, start in enumerate(columns[left_column]):
                for j, end in enumerate(columns[right_column]):
                    if (i if hidden else j) not in out:
                        sheet.line([start, end], "soft", 0.9, 0.6)
        for index, column in enumerate(columns):
            for unit, at in enumerate(column):
                if index == 1 and unit in out:
                    sheet.disc(at, 5.4, "sunk", "rule", 1.1, dash=(2, 2))
                    sheet.line([(at[0] - 4.5, at[1] + 4.5), (at[0] + 4.5, at[1] - 4.5)], "rule", 1.2)
                else:
                    sheet.disc(at, 5.4, "panel", "ink", 1.4)
        sheet.label(left + 38, 109, phrase("example {number}", number=number + 1), room=92)


LAYER_FIGURES: dict[str, Figure] = {
    "ivakhnenko-lapa": Figure(
        grown_layers,
        "Layers of 12, 8, 5, 4 and 2 candidates; in each, some are kept and feed the next, the others are "
        "dropped.",
        "widths of the article's figure; choices drawn at random",
    ),
    "eight-layers": Figure(
        eight_layers,
        "Bars for the error on new data with one to eight layers: it falls at first, is smallest with five, and "
        "rises again.",
        "measured for this program: 60 and 60 noisy rows",
    ),
    "deep-autoencoder": Figure(
        hourglass,
        "An hourglass of nine layers from 64 to 6 and back; bars of the error with a random start, with principal "
        "components, and pretrained.",
        "measured for this program on the bundled digits",
    ),
    "variance-keeping-start": Figure(
        glorot,
        "The spread of a signal over ten layers: too small weights let it die, Glorot's keep it, too large ones "
        "saturate.",
        "computed: ten tanh layers",
    ),
    "batch-norm": Figure(
        batch_norm,
        "Histograms of the sums in four layers: without normalising they drift to the edges, with it they stay "
        "alike.",
        "computed: four rectified layers",
    ),
    "residual-networks": Figure(
        residual,
        "Two layers whose answer is added to what passes beside them; with forty layers 51 % without and 96 % "
        "with such ways.",
        "measured for this program on the bundled digits",
    ),
    "dropout": Figure(
        dropout,
        "The same small network for three examples; each time another half of its hidden units is missing.",
        "drawn with a fixed seed",
    ),
}
