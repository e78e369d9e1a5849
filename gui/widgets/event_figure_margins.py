"""Figures of margins: the widest street between two classes, and one whose kerb may be crossed at a price."""

import math
from functools import lru_cache

import numpy as np

from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_sheet import Array, Frame, Sheet
from sim.numerals import write_fixed
from sim.phrases import phrase

APART = np.array([
    (-2.6, 0.4), (-2.0, -0.5), (-1.7, 0.75), (-1.1, -0.15), (-2.3, 1.0), (-0.7, 0.85), (-2.8, -0.6), (-1.5, 0.2),
    (0.8, -0.5), (1.4, 0.35), (2.0, -0.8), (2.4, 0.6), (0.55, -1.0), (1.8, -0.1), (2.9, -0.2), (2.6, -0.95),
])  # fmt: skip
MIXED = np.vstack((APART, ((0.9, 0.55), (-1.0, -0.75))))
SIDES = np.array([-1.0] * 8 + [1.0] * 8)
MIXED_SIDES = np.append(SIDES, (-1.0, 1.0))


@lru_cache(maxsize=1)
def widest_street() -> tuple[float, float, float]:
    """Angle of the normal, offset and half width of the widest street between APART, found over 721 angles."""
    angles = np.linspace(-math.pi / 2, math.pi / 2, 721)
    along = APART @ np.vstack((np.cos(angles), np.sin(angles)))
    low, high = along[SIDES < 0].max(axis=0), along[SIDES > 0].min(axis=0)
    best = int((high - low).argmax())
    return float(angles[best]), float((low[best] + high[best]) / 2), float((high[best] - low[best]) / 2)


@lru_cache(maxsize=1)
def soft_street() -> tuple[float, float, float]:
    """The same for MIXED with a price of 1 per unit of crossing: 1/2 |w|^2 + sum of slacks, smallest on a grid."""
    angles, halves = np.linspace(-0.9, 0.9, 61), np.linspace(0.3, 1.6, 40)
    offsets = np.linspace(-0.9, 0.9, 37)
    along = MIXED @ np.vstack((np.cos(angles), np.sin(angles)))
    over = MIXED_SIDES[:, None, None] * (along[:, :, None] - offsets)
    cost = np.stack([0.5 / half**2 + np.maximum(0, 1 - over / half).sum(axis=0) for half in halves])
    half, angle, offset = np.unravel_index(int(cost.argmin()), cost.shape)
    return float(angles[angle]), float(offsets[offset]), float(halves[half])


def _street(sheet: Sheet, frame: Frame, street: tuple[float, float, float]) -> None:
    angle, offset, half = street
    normal, along = np.array((math.cos(angle), math.sin(angle))), np.array((-math.sin(angle), math.cos(angle)))
    kerbs = [[frame.at(*((offset + side * half) * normal + reach * along)) for reach in (-6, 6)] for side in (-1, 1)]
    sheet.area([*kerbs[0], *kerbs[1][::-1]], "plus", 0.13)
    for kerb in kerbs:
        sheet.line(kerb, "soft", 1.2, dash=(4, 3))
    sheet.line([frame.at(*(offset * normal + reach * along)) for reach in (-6, 6)], "ink", 2.0)


def _points(sheet: Sheet, frame: Frame, points: Array, sides: Array, street: tuple[float, float, float]) -> int:
    """The points; those on the kerb or beyond it are ringed, and counted."""
    angle, offset, half = street
    over = sides * (points @ np.array((math.cos(angle), math.sin(angle))) - offset)
    for (x, y), side, room in zip(points, sides, over, strict=True):
        if room < 1.02 * half:
            sheet.disc(frame.at(x, y), 6.8, "", "ink", 1.4)
        sheet.point(frame.at(x, y), side > 0, 3.4)
    return int((over < 1.02 * half).sum())


def hard_margin(sheet: Sheet) -> None:
    """The street, and the few points that hold it."""
    frame = Frame(14, 12, 204, 110, -3.1, 3.1, -1.6, 1.6)
    sheet.box(14, 12, 190, 98, "panel", "", 6)
    with sheet.inside(14, 12, 190, 98):
        _street(sheet, frame, widest_street())
        held = _points(sheet, frame, APART, SIDES, widest_street())
    sheet.label(258, 42, phrase("{count} points", count=held), "ink", font="heading", room=96)
    sheet.label(258, 60, "hold the street", room=96)
    width = write_fixed(2 * widest_street()[2], 2)
    sheet.label(258, 86, phrase("width {width}", width=width), "faint", room=96)


def soft_margin(sheet: Sheet) -> None:
    """The street, and what the points on the wrong side of their kerb pay."""
    frame = Frame(108, 12, 298, 110, -3.1, 3.1, -1.6, 1.6)
    angle, offset, half = soft_street()
    normal = np.array((math.cos(angle), math.sin(angle)))
    sheet.box(108, 12, 190, 98, "panel", "", 6)
    paid = 0.0
    with sheet.inside(108, 12, 190, 98):
        _street(sheet, frame, soft_street())
        for point, side in zip(MIXED, MIXED_SIDES, strict=True):
            slack = half - side * (float(point @ normal) - offset)
            if slack > 0.02 * half:
                paid += slack / half
                sheet.line([frame.at(*point), frame.at(*(point + side * slack * normal))], "grad", 1.8)
        _points(sheet, frame, MIXED, MIXED_SIDES, soft_street())
    sheet.label(56, 42, "price paid", "grad", font="cell", room=90)
    sheet.label(56, 62, write_fixed(paid, 1), "grad", font="heading", room=90)


MARGIN_FIGURES: dict[str, Figure] = {
    "margin-classifier": Figure(
        hard_margin,
        "Two classes with the widest street between them; the few points on its kerbs are ringed.",
        "computed on the points drawn",
    ),
    "support-vector-network": Figure(
        soft_margin,
        "Two classes that overlap; a few points lie within the street or on its wrong side and pay by their "
        "distance.",
        "computed on the points drawn",
    ),
}
