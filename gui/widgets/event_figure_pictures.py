"""Figures of networks that look: bars for a cat, small filters, pooling, digits.

Maps are computed from the bundled digits of 8 by 8 pixels with the small kernels that stand here; they are not the
weights of the historical networks.
"""

import math
from functools import lru_cache

import numpy as np

from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_sheet import Array, Sheet
from sim.digits import digits
from sim.phrases import word

EDGE = np.array(((1.0, 1.0, 1.0), (0.0, 0.0, 0.0), (-1.0, -1.0, -1.0))) / 3
KERNELS = np.stack((
    EDGE, EDGE.T, -EDGE, -EDGE.T,
    np.array(((2.0, -1.0, -1.0), (-1.0, 2.0, -1.0), (-1.0, -1.0, 2.0))) / 6,
    np.array(((-1.0, -1.0, 2.0), (-1.0, 2.0, -1.0), (2.0, -1.0, -1.0))) / 6,
))  # fmt: skip


def digit(number: int, which: int = 0) -> Array:
    """A bundled digit, 8 by 8, from 0 to 1."""
    x, labels = digits()
    return np.asarray(x[np.flatnonzero(labels == number)[which]].reshape(8, 8), dtype=np.float64)


def filtered(picture: Array, kernel: Array) -> Array:
    """What a 3 by 3 filter answers at every place, with nothing around the picture."""
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(picture, 1), (3, 3))
    return np.asarray((windows * kernel).sum(axis=(2, 3)), dtype=np.float64)


def pooled(values: Array, side: int = 2, mean: bool = False) -> Array:
    """The largest, or the mean, of each block of side by side."""
    rows, columns = values.shape[0] // side, values.shape[1] // side
    blocks = values[: rows * side, : columns * side].reshape(rows, side, columns, side)
    return np.asarray(blocks.mean(axis=(1, 3)) if mean else blocks.max(axis=(1, 3)), dtype=np.float64)


def tile(sheet: Sheet, left: float, top: float, side: float, values: Array, kind: str = "ink") -> None:
    """A picture with a thin frame."""
    sheet.cells(left, top, side, side, values, kind)
    sheet.box(left, top, side, side, "", "rule", 1.0, 0.8)


# 1959: simple and complex cells ---------------------------------------------------------------------------------------


def answers(shift: float, turn: float) -> tuple[float, float]:
    """A simple cell (an even Gabor filter cut off at zero) and a complex one (energy of an even and an odd filter)."""
    y, x = np.mgrid[-1:1:25j, -1:1:25j]
    along = x * math.cos(turn) + y * math.sin(turn)
    bar = (np.abs(along - shift) < 0.14).astype(float)
    window = np.exp(-(x**2 + y**2) / (2 * 0.38**2))
    even, odd = float((bar * window * np.cos(5.5 * x)).sum()), float((bar * window * np.sin(5.5 * x)).sum())
    return max(0.0, even), math.hypot(even, odd)


BARS = ((-0.3, 0.0), (0.0, 0.0), (0.3, 0.0), (0.0, math.pi / 4), (0.0, math.pi / 2))


@lru_cache(maxsize=1)
def cell_answers() -> tuple[tuple[float, float], ...]:
    """Both cells for each bar, as shares of the largest."""
    found = np.array([answers(*bar) for bar in BARS])
    return tuple((float(a), float(b)) for a, b in found / found.max(axis=0))


def cat_cortex(sheet: Sheet) -> None:
    """Five bars of light, and how strongly a simple and a complex cell answer."""
    for column, ((shift, turn), (simple, complex_)) in enumerate(zip(BARS, cell_answers(), strict=True)):
        x = 104 + 44 * column
        sheet.disc((x, 27), 17.0, "panel", "rule", 1.0)
        across, up = (math.cos(turn), math.sin(turn)), (-math.sin(turn), math.cos(turn))
        middle = (x + 17 * shift * across[0], 27 + 17 * shift * across[1])
        reach = 14.5 if shift == 0 else 13.5
        ends = [(middle[0] + s * reach * up[0], middle[1] + s * reach * up[1]) for s in (-1, 1)]
        sheet.line(ends, "ink", 4.0)
        for y, share, role in ((78.0, simple, "plus"), (110.0, complex_, "vel")):
            sheet.box(x - 13, y - 24, 26, 24, "panel", "", 2)
            sheet.box(x - 13, y - 24 * share, 26, max(24 * share, 1.0), role, "", 1)
    sheet.label(16, 68, "simple", "plus", "left", "cell", 62)
    sheet.label(16, 100, "complex", "vel", "left", "cell", 62)


# 1969: a filter by hand, cut off at zero ------------------------------------------------------------------------------


def hand_kernels(sheet: Sheet) -> None:
    """A digit, a filter, its answers, and what is left of them."""
    picture = digit(5, 1)
    raw = filtered(picture, EDGE)
    raw = raw / np.abs(raw).max()
    tile(sheet, 16, 22, 64, picture)
    tile(sheet, 96, 36, 36, 3 * EDGE, "signed")
    tile(sheet, 150, 22, 64, raw, "signed")
    tile(sheet, 234, 22, 64, np.maximum(raw, 0), "signed")
    sheet.line([(83, 54), (92, 54)], "soft", 1.3)
    sheet.arrow((135, 54), (147, 54), "soft", 1.3)
    sheet.arrow((217, 54), (231, 54), "soft", 1.3)
    named = (48, word("digit"), 70), (114, word("filter"), 60), (182, word("answers"), 72), (266, "cut at zero", 84)
    for x, words, room in named:
        sheet.label(x, 101, words, room=room)


# 1979, 1980: two kinds of layers, and a shifted digit -----------------------------------------------------------------

PLANES = ((16, 1, ""), (16, 3, "S"), (10, 3, "C"), (8, 3, "S"), (6, 3, "C"), (2, 3, "S"), (1, 3, "C"))


def two_kinds(sheet: Sheet) -> None:
    """Planes that become smaller, in turn looking (S) and forgiving (C)."""
    x, middle, before = 14.0, 52.0, 0.0
    for size, planes, kind in PLANES:
        side = 7 + 2.15 * size
        role = {"S": "plus", "C": "vel"}.get(kind, "ink")
        if before:
            sheet.line([(x - 9, middle - before / 6), (x - 1, middle)], "rule", 1.0)
            sheet.line([(x - 9, middle + before / 6), (x - 1, middle)], "rule", 1.0)
        for depth in range(planes - 1, -1, -1):
            left, top = x + 3.2 * depth, middle - side / 2 - 3.2 * depth
            sheet.box(left, top, side, side, "panel", role, 1.5, 1.2)
        if not kind:
            sheet.cells(x + 4, middle - side / 2 + 4, side - 8, side - 8, digit(2, 3))
        else:
            sheet.disc((x + side / 2, middle), min(2.2, side / 5), role)
        wide = side + 3.2 * (planes - 1)
        sheet.label(x + wide / 2, 102, kind or "in", role if kind else "soft", font="cell", room=30)
        x, before = x + wide + 9.5, side


def shifted(picture: Array, by: int) -> Array:
    """The picture moved to the right on a field of 8 by 12."""
    field = np.zeros((8, 12))
    field[:, by : by + 8] = picture
    return field


def forgives(sheet: Sheet) -> None:
    """The same digit at two places: what the first layer finds moves, what the second keeps hardly does."""
    for row, by in enumerate((0, 2)):
        field = shifted(digit(4, 3), by)
        found = np.maximum(filtered(field, EDGE), 0)
        kept = pooled(found, 4)
        top = 12 + 44 * row
        for left, wide, values, kind in (
            (20.0, 60.0, field, "ink"), (126.0, 60.0, found / found.max(), "signed"),
            (232.0, 60.0, kept / kept.max(), "signed"),
        ):  # fmt: skip
            sheet.cells(left, top, wide, 40, values, kind)
            sheet.box(left, top, wide, 40, "", "rule", 1, 0.8)
        sheet.arrow((86, top + 20), (120, top + 20), "plus", 1.4)
        sheet.arrow((192, top + 20), (226, top + 20), "vel", 1.4)
    for x, words in ((50, word("shifted")), (156, word("found")), (262, word("forgiven"))):
        sheet.label(x, 108, words, room=96)


# 1989, 1990: small filters, averages ----------------------------------------------------------------------------------


@lru_cache(maxsize=1)
def read_digit() -> tuple[Array, Array, Array]:
    """A digit, its six maps, and ten answers: ridge regression on pooled maps of 240 others (penalty 1)."""
    x, labels = digits()
    pictures = np.pad(x[:241].reshape(-1, 8, 8), ((0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(pictures, (3, 3), axis=(1, 2))
    maps = np.maximum(np.einsum("nijab,kab->nkij", windows, KERNELS, optimize=True), 0)
    features = maps.reshape(-1, 6, 4, 2, 4, 2).max(axis=(3, 5)).reshape(len(maps), -1)
    read = int(np.flatnonzero(labels[:241] == 7)[4])
    others = np.arange(241) != read
    rows, wanted = features[others], np.eye(10)[labels[:241][others]]
    weights = np.linalg.solve(rows.T @ rows + np.eye(rows.shape[1]), rows.T @ wanted)
    return x[read].reshape(8, 8), maps[read], np.clip(features[read] @ weights, 0, 1)


def zip_code(sheet: Sheet) -> None:
    """A digit, six maps, ten answers."""
    picture, maps, bars = read_digit()
    tile(sheet, 16, 29, 64, picture)
    sheet.arrow((84, 61), (97, 61), "soft", 1.4)
    for index, values in enumerate(maps):
        signed = values / maps.max()
        tile(sheet, 102 + 32 * (index % 3), 30 + 32 * (index // 3), 29, signed, "signed")
    sheet.arrow((200, 61), (212, 61), "soft", 1.4)
    best = int(bars.argmax())
    for number, share in enumerate(bars):
        x, high = 217 + 9.4 * number, max(1.5, 50 * float(share))
        sheet.box(x - 3, 86 - high, 6, high, "ink" if number == best else "rule", "", 1)
        sheet.label(x, 96, str(number), "ink" if number == best else "faint", room=9)


def averaged(sheet: Sheet) -> None:
    """A map of answers, and the means of its blocks."""
    picture = digit(3, 2)
    answers_ = filtered(picture, EDGE.T)
    answers_ = answers_ / np.abs(answers_).max()
    small = pooled(answers_, 2, mean=True)
    small = small / np.abs(small).max()
    tile(sheet, 16, 20, 66, picture)
    tile(sheet, 122, 20, 66, answers_, "signed")
    tile(sheet, 228, 20, 66, small, "signed")
    block = 66 / 4
    sheet.box(122 + block, 20 + block, block, block, "", "ink", 1, 1.8)
    sheet.box(228 + block, 20 + block, block, block, "", "ink", 1, 1.8)
    sheet.line([(122 + 2 * block, 20 + block), (228 + block, 20 + block)], "ink", 0.9, dash=(3, 3))
    sheet.line([(122 + 2 * block, 20 + 2 * block), (228 + block, 20 + 2 * block)], "ink", 0.9, dash=(3, 3))
    sheet.arrow((87, 53), (117, 53), "soft", 1.4)
    for x, words in ((49, word("digit")), (155, word("filter")), (261, word("average"))):
        sheet.label(x, 103, words, room=96)


def taught(sheet: Sheet) -> None:
    """Four features that a person chose, and where each is found in a digit."""
    picture = digit(4, 1)
    tile(sheet, 16, 36, 60, picture)
    for column, kernel in enumerate(KERNELS[:2].tolist() + KERNELS[4:].tolist()):
        x, chosen = 96.0 + 54 * column, np.array(kernel)
        found = np.maximum(filtered(picture, chosen), 0)
        tile(sheet, x + 11, 13, 24, chosen / np.abs(chosen).max(), "signed")
        sheet.arrow((x + 23, 39), (x + 23, 49), "soft", 1.2)
        tile(sheet, x, 52, 46, found / found.max(), "signed")
    sheet.arrow((80, 66), (92, 66), "soft", 1.4)
    sheet.label(100, 25, "chosen", "soft", "right", room=84)
    sheet.label(200, 110, "found by each plane", room=200)


PICTURE_FIGURES: dict[str, Figure] = {
    "cat-cortex": Figure(
        cat_cortex,
        "Bars of light at three places and in three directions: a simple cell answers at one place only, a "
        "complex cell at all three, both in one direction.",
        "computed: Gabor filters",
    ),
    "hand-kernels": Figure(
        hand_kernels,
        "A digit, a small edge filter, the filter's answers, and the answers with all negative ones cut off at "
        "zero.",
        "computed on a bundled digit",
    ),
    "neocognitron-japanese": Figure(
        two_kinds,
        "Planes of cells that become smaller, in turn looking for features and forgiving their place.",
        "sizes of the planes: 16, 16, 10, 8, 6, 2, 1",
    ),
    "neocognitron": Figure(
        forgives,
        "A digit at two places: the edges found move with it, the coarse summary of them stays nearly the same.",
        "computed on a bundled digit",
    ),
    "taught-neocognitron": Figure(
        taught,
        "Four small features chosen by a person, and below each where it is found in a digit.",
        "computed on a bundled digit; the features are ours",
    ),
    "zip-code-network": Figure(
        zip_code,
        "A handwritten seven, six maps of small filters, and ten bars of which that of the seven is the highest.",
        "computed with our filters on bundled digits, not those of 1989",
    ),
    "subsampling-network": Figure(
        averaged,
        "A digit, the answers of a filter, and their averages over blocks of two by two.",
        "computed on a bundled digit",
    ),
}
