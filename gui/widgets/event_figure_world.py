"""Figures of the world around the networks: two winters, machines that grow, a skier in the fog.

Dates are those of the events; what machines could do stands in assets/history/compute.toml, and a test holds both
together.
"""

import math
from functools import lru_cache

import numpy as np
from PySide6.QtCore import QRectF

from gui.icons import paint_icon
from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_sheet import Array, Frame, Sheet
from gui.widgets.event_figure_steps import ground, track
from sim.numerals import write_fixed
from sim.phrases import phrase, word

# Winters --------------------------------------------------------------------------------------------------------------


def _season(sheet: Sheet, frame: Frame, first: int, last: int) -> None:
    """A cold band with snow in it."""
    left, right = frame.at(first, 0)[0], frame.at(last, 0)[0]
    sheet.box(left, 10, right - left, 82, "winter", "", 8)
    rng = np.random.default_rng(first)
    for x, y, size in zip(rng.uniform(left + 6, right - 6, 26), rng.uniform(32, 58, 26), rng.uniform(0.8, 1.8, 26),
                          strict=True):  # fmt: skip
        sheet.disc((float(x), float(y)), float(size), "winter_ink", alpha=0.5)
    middle = (left + right) / 2
    paint_icon(sheet.painter, "flake", QRectF(middle - 8, 14, 16, 16), sheet.color("winter_ink"))


def _marked(sheet: Sheet, frame: Frame, year: float, y: float, words: str, side: str, room: float) -> None:
    """An event on the axis, and its name beside a thin line."""
    x = frame.at(year, 0)[0]
    sheet.line([(x, y), (x, 92)], "soft", 1.0)
    sheet.disc((x, 92), 3.2, "fam_world", "sunk", 1.0)
    sheet.label(x + (4 if side == "left" else -4), y + 3, words, "ink", side, room=room)


def _axis(sheet: Sheet, frame: Frame, years: tuple[int, ...]) -> None:
    sheet.line([(frame.left, 92), (frame.right, 92)], "rule", 1.0)
    for year in years:
        sheet.label(frame.at(year, 0)[0], 107, str(year), "faint", room=40)


def first_winter(sheet: Sheet) -> None:
    """Reports, a law, and six years without money."""
    frame = Frame(20, 10, 292, 92, 1963, 1983)
    _season(sheet, frame, 1974, 1980)
    _axis(sheet, frame, (1966, 1974, 1980))
    _marked(sheet, frame, 1966, 26, "ALPAC", "left", 80)
    _marked(sheet, frame, 1969, 50, "Perceptrons", "left", 62)
    _marked(sheet, frame, 1973, 72, "Lighthill", "right", 46)


def second_winter(sheet: Sheet) -> None:
    """A warning, a collapse, and a network that reads in the middle of it."""
    frame = Frame(20, 10, 292, 92, 1981.5, 1996.5)
    _season(sheet, frame, 1987, 1993)
    _axis(sheet, frame, (1984, 1987, 1993))
    _marked(sheet, frame, 1984, 72, word("named"), "left", 48)
    _marked(sheet, frame, 1987, 40, "Lisp machines", "right", 88)
    _marked(sheet, frame, 1989.95, 70, "post codes", "left", 70)


# Machines -------------------------------------------------------------------------------------------------------------

MACHINES = (("IBM 704", 1958, 3.5e3), ("SUN-4/260", 1989, 1.3e5), ("DSP32C", 1993, 1.25e7), ("GTX 580", 2010, 7.9e11))


def machines(sheet: Sheet) -> None:
    """What four machines could do, each step of the scale a thousand times more."""
    frame = Frame(84, 12, 290, 92, 3, 12)
    for power, words in ((3, "10³"), (6, "10⁶"), (9, "10⁹"), (12, "10¹²")):
        x = frame.at(power, 0)[0]
        sheet.line([(x, 14), (x, 92)], "rule", 0.8, 0.5)
        sheet.label(x, 107, words, "faint", room=40)
    for row, (name, year, speed) in enumerate(MACHINES):
        y = 22 + 20.0 * row
        x = frame.at(math.log10(speed), 0)[0]
        sheet.box(84, y - 5, x - 84, 10, "fam_world", "", 2, alpha=1.0 if row == 3 else 0.55)
        sheet.label(78, y, name, "ink", "right", room=64)
        side = "left" if row < 3 else "right"
        sheet.label(x + (6 if row < 3 else -6), y, str(year), "faint" if row < 3 else "panel", side, room=40)
    sheet.label(40, 107, "a second", "faint", room=66)


def cards(sheet: Sheet) -> None:
    """A few strong cores, many small ones; what a paper of 2005 measured."""
    sheet.box(18, 18, 62, 62, "panel", "soft", 4, 1.2)
    for row in range(2):
        for column in range(2):
            sheet.box(24 + 26 * column, 24 + 26 * row, 22, 22, "soft", "", 2)
    sheet.box(100, 18, 62, 62, "panel", "soft", 4, 1.2)
    for row in range(12):
        for column in range(12):
            sheet.box(103.5 + 4.65 * column, 21.5 + 4.65 * row, 3.5, 3.5, "fam_world", "", 0.6)
    sheet.label(49, 98, "processor", room=78)
    sheet.label(131, 98, "graphics card", room=86)
    for row, (words, share) in enumerate((("Pentium 4, 3 GHz", 1.0), ("card, 2005", 3.0))):
        top = 28 + 34 * row
        sheet.label(190, top, words, "ink" if row else "soft", "left", room=112)
        sheet.box(190, top + 8, 34 * share, 9, "fam_world" if row else "rule", "", 2)
    sheet.label(248, 98, "more than 3 times", room=112)


BOUGHT = ((2012.96, "DNNresearch", "Google"), (2013.93, "LeCun", "Facebook"), (2014.07, "DeepMind", "Google"),
          (2014.37, "Ng", "Baidu"))  # fmt: skip


def bought(sheet: Sheet) -> None:
    """Who went where, month by month."""
    frame = Frame(24, 0, 292, 0, 2012.8, 2014.6)
    sheet.line([(24, 96), (292, 96)], "rule", 1.0)
    for year in (2013, 2014):
        x = frame.at(year, 0)[0]
        sheet.line([(x, 92), (x, 100)], "rule", 1.0)
        sheet.label(x, 109, str(year), "faint", room=40)
    for (when, who, whither), y in zip(BOUGHT, (82.0, 64.0, 43.0, 22.0), strict=True):
        x = frame.at(when, 0)[0]
        side = "left" if when < 2013.5 else "right"
        sheet.line([(x, y), (x, 96)], "soft", 1.0)
        sheet.disc((x, 96), 3.4, "fam_world", "sunk", 1.0)
        words = phrase("{who} → {whither}", who=who, whither=whither)
        sheet.label(x + (5 if side == "left" else -5), y, words, "ink", side, room=132)


# The article ----------------------------------------------------------------------------------------------------------

START = (-0.37, 1.14)
INPUTS = np.linspace(-2, 2, 21)


def net_loss(w1: Array, w2: Array) -> Array:
    """Of the network with two parameters: the mean of (w2 tanh(w1 x) - tanh(1.5 x))^2 over 21 inputs."""
    answers = w2[..., None] * np.tanh(w1[..., None] * INPUTS)
    return np.asarray(((answers - np.tanh(1.5 * INPUTS)) ** 2).mean(axis=-1))


@lru_cache(maxsize=1)
def skied() -> Array:
    """Plain descent from the article's start, (-0.37, 1.14), at rate 0.2."""
    at, path = np.array(START), [np.array(START)]
    for _ in range(60):
        hidden = np.tanh(at[0] * INPUTS)
        error = 2 * (at[1] * hidden - np.tanh(1.5 * INPUTS)) / INPUTS.size
        slope = np.array(((error * at[1] * (1 - hidden**2) * INPUTS).sum(), (error * hidden).sum()))
        at = at - 0.2 * slope
        path.append(at)
    return np.array(path)


def skier(sheet: Sheet) -> None:
    """The landscape, the fog, and what the skier sees of it."""
    frame = Frame(14, 11, 298, 111, -2.6, 2.6, -0.35, 1.75)
    ground(sheet, frame, net_loss, (0.02, 0.08, 0.18, 0.32, 0.5, 0.7, 0.95, 1.3, 1.7, 2.2, 2.8))
    with sheet.inside(14, 11, 284, 100):
        sheet.box(14, 11, 284, 100, "fog", alpha=0.72)
        track(sheet, frame, skied(), "sgd", dots=False, width=1.8)
        middle = frame.at(*START)
        sheet.disc(middle, 24.0, "relief_hi", "soft", 1.2)
        here, there = skied()[0], skied()[0] + 0.42 * (skied()[1] - skied()[0]) / np.hypot(*(skied()[1] - skied()[0]))
        sheet.arrow(frame.at(*here), frame.at(*there), "grad", 2.2, 7)
        sheet.disc(middle, 4.0, "ink", "panel", 1.2)
        sheet.disc(frame.at(*skied()[-1]), 3.6, "panel", "ink", 1.5)
    start = f"({write_fixed(START[0], 2)}; {write_fixed(START[1], 2)})"
    sheet.label(middle[0] - 30, middle[1], start, "ink", "right", room=90)


WORLD_FIGURES: dict[str, Figure] = {
    "first-winter": Figure(
        first_winter,
        "A cold band from 1974 to 1980, after two reports and a book.",
        "years of the events",
    ),
    "second-winter": Figure(
        second_winter,
        "A cold band from 1987 to 1993; named in 1984, begun with the Lisp machines, and in it a network that "
        "reads post codes.",
        "years of the events",
    ),
    "imagenet-and-cards": Figure(
        machines,
        "Multiply-adds per second of four machines from 1958 to 2010 on a log axis.",
        "assets/history/compute.toml",
    ),
    "first-gpu-networks": Figure(
        cards,
        "A processor with a few large cores beside a card with many small ones; in 2005 more than three times as "
        "fast.",
        "the event's source; numbers of cores are drawn",
    ),
    "industry-buys": Figure(
        bought,
        "Four moves on an axis: DNNresearch to Google, LeCun to Facebook, DeepMind to Google, Ng to Baidu.",
        "dates of the event's source",
    ),
    "nutshell-article": Figure(
        skier,
        "A skier in the fog on the landscape of a network with two parameters, at the article's own start, and "
        "the way down.",
        "computed: 60 steps from (-0.37, 1.14)",
    ),
}
