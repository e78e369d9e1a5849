"""Figures of memory and of margins: recall, dreams, what fades through time, surprises, streets between classes.

What is recalled, faded, predicted or separated is computed here from fixed seeds and points.
"""

import math
from functools import lru_cache
from itertools import pairwise, product

import numpy as np

from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_sheet import Array, Frame, Sheet
from sim.numerals import write_short
from sim.phrases import word

# 1982: a pattern heals ------------------------------------------------------------------------------------------------

LETTER_SHAPES = (
    "...##......##.....####....#..#...##..##..######.##....####....##",
    "################...##......##......##......##......##......##...",
    "#......###....##.##..##...####.....##.....####...##..##.##....##",
)


@lru_cache(maxsize=1)
def recall() -> tuple[tuple[Array, ...], Array]:
    """Three letters stored by Hebb's rule; one with its lower half gone, unit by unit: four pictures and the energy."""
    stored = np.array([[1.0 if sign == "#" else -1.0 for sign in rows] for rows in LETTER_SHAPES])
    weights = stored.T @ stored / stored.shape[1]
    np.fill_diagonal(weights, 0.0)
    rng = np.random.default_rng(1982)
    state = stored[0].copy()
    state[32:] = rng.choice((-1.0, 1.0), 32)
    order = np.concatenate((rng.permutation(64), rng.permutation(64)))
    pictures, energies = [state.reshape(8, 8).copy()], []
    for number, unit in enumerate(order):
        state[unit] = 1.0 if weights[unit] @ state >= 0 else -1.0
        energies.append(-0.5 * float(state @ weights @ state))
        if number in (20, 40, 127):
            pictures.append(state.reshape(8, 8).copy())
    return tuple(pictures), np.array(energies)


def hopfield(sheet: Sheet) -> None:
    """Half a pattern becomes the whole, and the energy falls."""
    pictures, energies = recall()
    for number, picture in enumerate(pictures):
        left = 16 + 72 * number
        sheet.cells(left, 13, 56, 56, (picture + 1) / 2)
        sheet.box(left, 13, 56, 56, "", "rule", 1, 0.8)
        if number:
            sheet.arrow((left - 14, 41), (left - 3, 41), "soft", 1.3)
    frame = Frame(76, 80, 288, 110, 0, len(energies), energies.min(), energies[0])
    sheet.line(frame.line(range(len(energies)), energies), "ink", 1.8)
    sheet.disc(frame.at(len(energies) - 1, energies[-1]), 3.0, "ink")
    sheet.label(16, 96, "energy", side="left", room=56)


# 1985: awake and dreaming ---------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def correlations() -> tuple[Array, Array]:
    """Of three visible and one hidden unit: how often two are on together with the data 000, 011, 101, 110, and free.

    Exact, by all 16 states of a network with small weights.
    """
    weights = np.array(((0, 0.5, -0.7, 0.9), (0, 0, 0.8, -0.4), (0, 0, 0, 0.6), (0, 0, 0, 0)))
    weights = weights + weights.T - np.diag((1.4, 1.2, 1.0, 1.6))
    states = np.array(list(product((0.0, 1.0), repeat=4)))
    heights = np.exp(0.5 * np.einsum("si,ij,sj->s", states, weights, states))
    even = states[:, :3].sum(axis=1) % 2 == 0
    given = np.zeros(len(states))
    for index in np.flatnonzero(even):
        same = (states[:, :3] == states[index, :3]).all(axis=1)
        given[index] = 0.25 * heights[index] / heights[same].sum()
    free = heights / heights.sum()
    together = [states.T @ (share[:, None] * states) for share in (given, free)]
    return together[0], together[1]


def boltzmann(sheet: Sheet) -> None:
    """Together while awake, minus together while dreaming: the change of every weight."""
    awake, dreaming = correlations()
    change = (awake - dreaming) * (1 - np.eye(4))
    for left, values, kind in (
        (20.0, awake * (1 - np.eye(4)) / 0.5, "ink"), (122.0, dreaming * (1 - np.eye(4)) / 0.5, "ink"),
        (224.0, change / np.abs(change).max(), "signed"),
    ):  # fmt: skip
        sheet.cells(left, 16, 68, 68, values, kind)
        for k in range(5):
            sheet.line([(left + 17 * k, 16), (left + 17 * k, 84)], "sunk", 1.6)
            sheet.line([(left, 16 + 17 * k), (left + 68, 16 + 17 * k)], "sunk", 1.6)
    sheet.label(105, 50, "−", "ink", font="title", room=20)
    sheet.label(207, 50, "=", "ink", font="title", room=20)
    for x, words in ((54, word("awake")), (156, word("dreaming")), (258, word("change"))):
        sheet.label(x, 103, words, room=96)


# 1991: factors multiply -----------------------------------------------------------------------------------------------

FADING = ((1.2, "grad"), (1.0, "ink"), (0.7, "plus"), (0.25, "minus"))
TIME = 50


def vanishing(sheet: Sheet) -> None:
    """What is left of an error after many steps, for four factors, on a log axis."""
    frame = Frame(58, 14, 250, 96, 0, TIME, -16, 4.5)
    for power in (0, -5, -10, -15):
        y = frame.at(0, power)[1]
        sheet.line([(58, y), (250, y)], "rule", 0.7, 0.45)
        sheet.label(52, y, "10" + str(power).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")) if power else "1",
                    "faint", "right", room=44)  # fmt: skip
    for factor, role in FADING:
        steps = min(float(TIME), -16 / math.log10(factor)) if factor < 1 else float(TIME)
        x, y = frame.at(steps, steps * math.log10(factor))
        sheet.line([frame.at(0, 0), (x, y)], role, 2.0)
        words = "× " + write_short(factor)
        if factor == 0.25:
            sheet.label(x + 7, y - 12, words, role, "left", "cell", 44)
        else:
            sheet.label(256, y, words, role, "left", "cell", 50)
    sheet.label(154, 109, "steps back in time, 0 to 50", room=190)


# 1997: the carousel ---------------------------------------------------------------------------------------------------


def lstm(sheet: Sheet) -> None:
    """A loop of weight one with two gates; unrolled, one lane fades and the other does not."""
    sheet.bend((44, 42), (26, 2), (98, 2), (78, 42), "ink", 2.0)
    sheet.arrow((79, 40), (76, 46), "ink", 2.0, 6)
    sheet.label(61, 20, "× 1", "ink", font="cell", room=30)
    sheet.disc((61, 54), 17.0, "panel", "ink", 1.8)
    sheet.symbol(61, 54, "c")
    for x, way in ((22.0, 1), (100.0, -1)):
        sheet.disc((x, 54), 6.5, "panel", "plus", 1.6)
        sheet.line([(x - 3, 51), (x + 3, 57)], "plus", 1.4)
        sheet.line([(x - 3, 57), (x + 3, 51)], "plus", 1.4)
        sheet.arrow((x, 80), (x, 63), "plus", 1.4)
        sheet.label(x, 90, "in" if way > 0 else "out", "plus", font="cell", room=40)
    sheet.line([(29, 54), (43, 54)], "soft", 1.4)
    sheet.line([(79, 54), (92, 54)], "soft", 1.4)
    sheet.label(61, 108, "gates", room=90)
    for row, factor in enumerate((1.0, 0.66)):
        y = 36 + 46 * row
        for step in range(7):
            x, share = 284 - 23 * step, factor**step
            if step:
                sheet.arrow((x + 17, y), (x + 8, y), "grad", 1.4, 5, alpha=max(0.08, share))
            sheet.disc((x, y), 7.0, "panel", "rule", 1.0)
            sheet.disc((x, y), 6.2, "grad", alpha=share)
        sheet.label(215, y + 20, ("error through the loop", "through a plain unit")[row], room=170)


# 1991: surprises ------------------------------------------------------------------------------------------------------

LETTERS = "abcdxabcdyabcdxab"


def surprises(letters: str) -> list[bool]:
    """Which letters a table of pairs, learned on the way, did not foresee."""
    follows: dict[str, str] = {}
    found = [True]
    for before, letter in pairwise(letters):
        found.append(follows.get(before) != letter)
        follows[before] = letter
    return found


def chunker(sheet: Sheet) -> None:
    """Letters in a row; only those that surprise climb."""
    for column, (letter, new) in enumerate(zip(LETTERS, surprises(LETTERS), strict=True)):
        x = 25 + 16.4 * column
        sheet.box(x - 7, 68, 14, 20, "panel", "plus" if new else "", 2, 1.3, alpha=1.0 if new else 0.5)
        sheet.label(x, 78, letter, "ink" if new else "faint", font="cell", room=14)
        if new:
            sheet.arrow((x, 64), (x, 44), "plus", 1.3)
            sheet.box(x - 7, 20, 14, 20, "panel", "plus", 2, 1.5)
            sheet.label(x, 30, letter, "ink", font="cell", room=14)
    sheet.label(156, 105, "what was foreseen stays below", room=280)


MEMORY_FIGURES: dict[str, Figure] = {
    "hopfield-network": Figure(
        hopfield,
        "A letter whose lower half is noise becomes the stored letter in four pictures, while the energy falls.",
        "computed: three letters stored by Hebb's rule",
    ),
    "boltzmann-machine": Figure(
        boltzmann,
        "Two tables of which units are on together, awake and dreaming; their difference is the change of each "
        "weight.",
        "computed exactly for four units",
    ),
    "vanishing-gradient": Figure(
        vanishing,
        "What is left of an error after up to fifty steps, on a log axis: a factor of 1.2 grows, 1 stays, 0.7 and "
        "0.25 vanish.",
        "computed: powers of the factors",
    ),
    "lstm": Figure(
        lstm,
        "A cell that feeds itself with weight one between two gates; the error that passes through it does not "
        "fade, through a plain unit it does.",
        "drawn; the fading factor 0.66 is an example",
    ),
    "neural-chunker": Figure(
        chunker,
        "A row of letters; those that were not foreseen climb to the row above.",
        "computed: a table of pairs learned on the way",
    ),
}
