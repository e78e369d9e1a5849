"""Figures of machines and networks as they were built: filters along time, LeNet-5, digits, bent digits, contests.

Pictures are the bundled digits of 8 by 8 pixels, which are not MNIST. Sizes and errors are those of the papers.
"""

import math
from functools import lru_cache

import numpy as np

from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_pictures import digit, tile
from gui.widgets.event_figure_sheet import Array, Point, Sheet
from sim.numerals import write_fixed
from sim.phrases import word

# 1987: a filter along time --------------------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def sound() -> Array:
    """A made-up sound: two tones that glide, as strength per pitch (rows) and moment (columns)."""
    time, pitch = np.meshgrid(np.linspace(0, 1, 30), np.linspace(1, 0, 9))
    first = np.exp(-(((pitch - 0.25 - 0.35 * np.sin(2.4 * time)) / 0.12) ** 2))
    second = 0.8 * np.exp(-(((pitch - 0.9 + 0.35 * time) / 0.1) ** 2)) * (time > 0.2)
    return np.asarray(np.clip(first + second, 0, 1))


def time_delay(sheet: Sheet) -> None:
    """One window at three moments, the same weights, a row of answers."""
    sheet.cells(16, 54, 280, 40, sound())
    sheet.box(16, 54, 280, 40, "", "rule", 1, 0.8)
    wide = 280 / 30
    for number in range(14):
        sheet.disc((16 + wide * (2 + 2 * number), 20), 5.0, "panel", "soft", 1.2)
    for unit in (1, 6, 11):
        left = 16 + wide * 2 * unit
        top = 16 + wide * (2 * unit + 2)
        for x in (left, left + 3 * wide):
            sheet.line([(x, 54), (top, 26)], "plus", 1.2)
        sheet.box(left, 54, 3 * wide, 40, "plus", "plus", 1, 1.8, alpha=0.14)
        sheet.disc((top, 20), 5.0, "plus", "plus", 1.2)
    sheet.label(156, 108, "the same weights at every moment", "plus", room=280)


# 1998: LeNet-5 --------------------------------------------------------------------------------------------------------

LENET = ((32, 1), (28, 6), (14, 6), (10, 16), (5, 16))
FULL = (120, 84, 10)


def lenet(sheet: Sheet) -> None:
    """Planes that shrink and multiply, then rows of units."""
    x, middle = 16.0, 50.0
    for size, planes in LENET:
        side, shown = 5 + 1.06 * size, min(planes, 6)
        for depth in range(shown - 1, -1, -1):
            left, top = x + 2.4 * depth, middle - side / 2 - 2.0 * (depth - (shown - 1) / 2)
            sheet.box(left, top, side, side, "panel", "soft" if size != 32 else "ink", 1.5, 1.1)
        if size == 32:
            sheet.cells(x + 5, middle - side / 2 + 5, side - 10, side - 10, digit(5, 5))
        wide = side + 2.4 * (shown - 1)
        sheet.label(x + wide / 2, 96, str(size), "ink", font="cell", room=36)
        sheet.label(x + wide / 2, 109, "× " + str(planes), "faint", room=36)
        x += wide + 10
    x += 6
    for units in FULL:
        high = 10 + 0.54 * units
        sheet.box(x, middle - high / 2, 7, high, "plus" if units == 10 else "panel", "soft", 2, 1.1)
        sheet.label(x + 3.5, 96, str(units), "ink", font="cell", room=26)
        x += 27


# 1994: digits ---------------------------------------------------------------------------------------------------------


def many_digits(sheet: Sheet) -> None:
    """Three of each of the ten digits."""
    for number in range(10):
        for row in range(3):
            tile(sheet, 16 + 28.4 * number, 12 + 28.4 * row, 25, digit(number, 3 + 7 * row))
    sheet.label(156, 108, "8 × 8 pixels; MNIST has 28 × 28", room=280)


# 2010: bent anew ------------------------------------------------------------------------------------------------------

BENDS = ((0.0, 1.0, 0.0), (10.0, 1.0, 0.5), (-10.0, 1.08, -0.5), (7.0, 0.9, 0.7), (-6.0, 0.95, -0.7))


def bent(picture: Array, degrees: float, size: float, shift: float, side: int = 16) -> Array:
    """Turned, stretched and shifted, read between the pixels, on a grid of `side` by `side`."""
    turn = math.radians(degrees)
    y, x = np.mgrid[-3.5 : 3.5 : side * 1j, -3.5 : 3.5 : side * 1j]
    u = (math.cos(turn) * x + math.sin(turn) * y) / size + 3.5 - shift
    v = (-math.sin(turn) * x + math.cos(turn) * y) / size + 3.5
    padded = np.pad(picture, 2)
    u, v = np.clip(u + 2, 0, 10.99), np.clip(v + 2, 0, 10.99)
    i, j = v.astype(int), u.astype(int)
    a, b = v - i, u - j
    return np.asarray(
        (1 - a) * (1 - b) * padded[i, j] + (1 - a) * b * padded[i, j + 1]
        + a * (1 - b) * padded[i + 1, j] + a * b * padded[i + 1, j + 1]
    )  # fmt: skip


def bent_digits(sheet: Sheet) -> None:
    """One digit, bent anew for every pass; the error that was reached."""
    picture = digit(3, 5)
    for number, (degrees, size, shift) in enumerate(BENDS):
        tile(sheet, 16 + 42 * number, 24, 38, bent(picture, degrees, size, shift))
    sheet.line([(56, 70), (56, 76), (222, 76), (222, 70)], "soft", 1.2)
    sheet.label(37, 86, "written", room=52)
    sheet.label(139, 90, "bent anew for every pass", room=150)
    sheet.label(266, 38, write_fixed(0.35, 2) + " %", "ink", font="title", room=76)
    sheet.label(266, 58, "errors", room=76)


# 2011: four contests --------------------------------------------------------------------------------------------------


def contests(sheet: Sheet) -> None:
    """A stroke, a sign, outlines of cells, a dividing cell; one after the other."""
    won = ((word("writing"), "05/2011"), (word("signs"), "08/2011"), ("nerve cells", "03/2012"),
           ("dividing cells", "09/2012"))  # fmt: skip
    for number, (words, when) in enumerate(won):
        x = 45 + 74 * number
        sheet.box(x - 26, 12, 52, 52, "panel", "", 6)
        _emblem(sheet, number, x, 38.0)
        sheet.label(x, 80, words, "ink", room=72)
        sheet.label(x, 98, when, "faint", room=72)
        if number:
            sheet.line([(x - 44, 38), (x - 30, 38)], "rule", 1.2)


def _emblem(sheet: Sheet, number: int, x: float, y: float) -> None:
    if number == 0:
        sheet.line([(x - 15, y - 8), (x + 15, y - 8)], "ink", 2.6)
        sheet.line([(x, y - 18), (x, y - 4), (x - 5, y + 8), (x - 15, y + 17)], "ink", 2.6)
        sheet.line([(x + 1, y - 4), (x + 6, y + 7), (x + 16, y + 17)], "ink", 2.6)
    elif number == 1:
        corners: list[Point] = [(x, y - 17), (x + 18, y + 14), (x - 18, y + 14), (x, y - 17)]
        sheet.line(corners, "minus", 3.4)
        sheet.line([(x, y - 4), (x, y + 4)], "ink", 2.6)
        sheet.disc((x, y + 9), 1.8, "ink")
    elif number == 2:
        for angle, reach in ((0.4, 16), (1.5, 15), (2.7, 17), (3.9, 16), (5.1, 15)):
            end = (x + reach * math.cos(angle), y + reach * math.sin(angle))
            sheet.bend((x, y), (x + 8 * math.cos(angle + 0.6), y + 8 * math.sin(angle + 0.6)), end, end, "plus", 2.0)
        sheet.disc((x, y), 6.5, "panel", "plus", 2.0)
    else:
        for side in (-1, 1):
            sheet.disc((x + 8 * side, y), 11.0, "panel", "grad", 1.8)
        for side in (-1, 1):
            sheet.disc((x + 8 * side, y), 10.0, "panel")
            sheet.disc((x + 9 * side, y), 4.0, "grad")


# 2012: AlexNet --------------------------------------------------------------------------------------------------------


def alexnet(sheet: Sheet) -> None:
    """Five layers of filters, three full ones; its error and the next best."""
    for layer, high in enumerate((84, 58, 40, 40, 40)):
        x = 18 + 20 * layer
        sheet.box(x + 3, 52 - high / 2 - 3, 11, high, "panel", "plus", 2, 1.1)
        sheet.box(x, 52 - high / 2, 11, high, "panel", "plus", 2, 1.3)
    for layer, high in enumerate((70, 70, 30)):
        sheet.box(122 + 16 * layer, 52 - high / 2, 8, high, "panel", "ink", 2, 1.3)
    sheet.label(64, 109, "5 with filters", "plus", room=96)
    sheet.label(144, 109, "3 full", "ink", room=60)
    for row, (words, error) in enumerate((("AlexNet", 15.3), ("next best", 26.2))):
        top = 22 + 42 * row
        sheet.label(188, top, words, "soft" if row else "ink", "left", "caption" if row else "cell", 66)
        sheet.label(298, top, write_fixed(error, 1) + " %", "soft" if row else "ink", "right",
                    "caption" if row else "cell", 42)  # fmt: skip
        sheet.box(188, top + 10, 110 * error / 26.2, 10, "rule" if row else "ink", "", 2)
    sheet.label(243, 109, "errors, five guesses", room=116)


# 1993: the film -------------------------------------------------------------------------------------------------------


def film(sheet: Sheet) -> None:
    """A sheet of paper before a camera, a chip, an answer."""
    sheet.box(16, 16, 74, 74, "panel", "rule", 3, 1.2)
    sheet.cells(26, 26, 54, 54, digit(6, 5))
    for x, y, across, up in ((12, 12, 1, 1), (94, 12, -1, 1), (12, 94, 1, -1), (94, 94, -1, -1)):
        sheet.line([(x + 10 * across, y), (x, y), (x, y + 10 * up)], "soft", 1.8)
    sheet.arrow((102, 53), (124, 53), "soft", 1.5)
    for step in range(5):
        for side in (-1, 1):
            sheet.line([(138 + 11 * step, 53 + 24 * side), (138 + 11 * step, 53 + 31 * side)], "ink", 2.0)
    sheet.box(130, 29, 60, 48, "panel", "ink", 4, 1.6)
    sheet.label(160, 53, "DSP32C", "ink", font="cell", room=54)
    sheet.arrow((198, 53), (220, 53), "soft", 1.5)
    sheet.box(230, 28, 50, 50, "ink", "", 6)
    sheet.label(255, 53, "6", "panel", font="score", room=40)
    sheet.label(180, 108, "12.5 million multiply-adds a second", room=236)


MACHINE_FIGURES: dict[str, Figure] = {
    "time-delay-network": Figure(
        time_delay,
        "A sound as pitch over time; the same small window slides along it and makes a row of answers.",
        "computed: a made-up sound of two gliding tones",
    ),
    "lenet-5": Figure(
        lenet,
        "The layers of LeNet-5: pictures of 32, 28, 14, 10 and 5 pixels a side, then 120, 84 and 10 units.",
        "sizes of the paper of 1998",
    ),
    "lenet-video": Figure(
        film,
        "A handwritten six in the frame of a camera, a signal processor, and the answer six.",
        "the event's source and assets/history/compute.toml",
    ),
    "mnist": Figure(
        many_digits,
        "Thirty handwritten digits of 8 by 8 pixels, three of each kind: those of this program, not MNIST.",
        "the bundled digits",
    ),
    "plain-network-on-gpu": Figure(
        bent_digits,
        "A digit and four bent versions of it; 0.35 per cent errors.",
        "0.35 %: the event's source; bends computed",
    ),
    "dannet": Figure(
        contests,
        "Four contests from May 2011 to September 2012: writing, traffic signs, nerve cells and dividing cells.",
        "the event's source",
    ),
    "alexnet": Figure(
        alexnet,
        "Five layers of filters and three full ones; 15.3 per cent errors against 26.2 of the next best.",
        "the event's sources",
    ),
}
