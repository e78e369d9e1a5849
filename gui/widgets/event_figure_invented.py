"""Figures of what hidden units invent: mirror weights for symmetry, a code for two families."""

import numpy as np

from gui.widgets.event_figure_kind import Figure
from gui.widgets.event_figure_sheet import Point, Sheet

MIRROR = (-6.22, -12.40, -3.12, 3.12, 12.40, 6.22)
"""Weights of one hidden unit after 3,000 sweeps by the recipe of 1985; those of the other are the negative."""

BITS = (1, 0, 0, 0, 0, 1)


def symmetry(sheet: Sheet) -> None:
    """Six inputs; the weights on both sides of the middle cancel."""
    largest = max(abs(weight) for weight in MIRROR)
    for column, (bit, weight) in enumerate(zip(BITS, MIRROR, strict=True)):
        x = 42 + 34 * column
        sheet.disc((x, 100), 7.0, "ink" if bit else "panel", "ink", 1.3)
        for y, value in ((26.0, weight), (62.0, -weight)):
            side = 30 * np.sqrt(abs(value) / largest)
            sheet.box(x - 16, y - 16, 32, 32, "panel", "", 3)
            sheet.square((x, y), float(side), "plus" if value > 0 else "minus")
    sheet.line([(127, 8), (127, 112)], "soft", 1.2, dash=(3, 3))
    for number, y in enumerate((26.0, 62.0)):
        sheet.disc((258, y), 11.0, "panel", "ink", 1.5)
        sheet.label(258, y, str(number + 1), "ink", font="cell", room=20)
        sheet.line([(230, y), (246, y)], "soft", 1.2)
    sheet.label(266, 100, "1 : 2 : 4", "ink", font="heading", room=76)


PEOPLE: dict[str, Point] = {
    "a1": (0, 0), "a2": (1, 0), "a3": (3, 0), "a4": (4, 0),
    "b1": (-0.5, 1), "b2": (0.5, 1), "b3": (1.5, 1), "b4": (2.5, 1), "b5": (3.5, 1), "b6": (4.5, 1),
    "c1": (1.5, 2), "c2": (2.5, 2),
}  # fmt: skip
COUPLES = (("a1", "a2"), ("a3", "a4"), ("b1", "b2"), ("b3", "b4"), ("b5", "b6"))
CHILDREN = (("a1", "a2", "b2"), ("a1", "a2", "b3"), ("a3", "a4", "b4"), ("a3", "a4", "b5"),
            ("b3", "b4", "c1"), ("b3", "b4", "c2"))  # fmt: skip


def families(sheet: Sheet) -> None:
    """Two trees of the same shape, and six units between them."""
    for left, role in ((30.0, "plus"), (206.0, "minus")):
        places = {key: (left + 6 + 16.0 * x, 28 + 30.0 * y) for key, (x, y) in PEOPLE.items()}
        for one, two in COUPLES:
            sheet.line([places[one], places[two]], role, 1.8, 0.8)
        for one, two, child in CHILDREN:
            x = (places[one][0] + places[two][0]) / 2
            sheet.bend((x, places[one][1]), (x, places[one][1] + 16), (places[child][0], places[child][1] - 18),
                       places[child], "rule", 1.0)  # fmt: skip
        for key, at in places.items():
            sheet.disc(at, 5.2, role if key[0] != "b" else "panel", role, 1.6)
    for unit in range(6):
        sheet.box(136 + 14 * (unit % 3), 44 + 14 * (unit // 3), 11, 11, "panel", "ink", 2, 1.2)
    sheet.arrow((116, 57), (130, 57), "soft", 1.4)
    sheet.arrow((196, 57), (182, 57), "soft", 1.4)
    sheet.label(156, 86, "6 units", "ink", room=60)
    sheet.label(156, 106, "12 people and 12 people", room=200)


INVENTED_FIGURES: dict[str, Figure] = {
    "error-propagation-report": Figure(
        symmetry,
        "The weights of two hidden units that find symmetry: equal and opposite on both sides of the middle, in "
        "the proportions one, two, four.",
        "a run of the recipe of 1985, measured for this program",
    ),
    "backprop-nature": Figure(
        families,
        "Two family trees of the same shape and six hidden units between them, which must stand for all 24 "
        "people.",
        "24 people, six units: the event's source",
    ),
}
