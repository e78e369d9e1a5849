"""Where the names of lines stand in a plot: beside the ends of their lines, none on top of another.

Lines that end below each other share a column of names, spread apart, with thin leaders. Lines that end here and there
have their names right at their ends, or a little above or below; one that finds no place there goes without.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from gui.theme import Theme
from gui.widgets.curve_ranges import spread
from gui.widgets.shapes import elided, text_width

NAME_GAP = 12.0
_TOGETHER, _LEAST = 10.0, 40.0


@dataclass(frozen=True)
class NamedEnd:
    """A line by its number, its name, and the pixel at which it ends."""

    index: int
    name: str
    end: QPointF


@dataclass(frozen=True)
class PlacedName:
    """The words as they fit, their box, and the line that leads there, None where it would be too short to see."""

    index: int
    words: str
    box: QRectF
    leader: tuple[QPointF, QPointF] | None = None


def place_names(ends: list[NamedEnd], area: QRectF, width: float, theme: Theme) -> list[PlacedName]:
    """The names of all lines that find a place. area: of the lines; width: of the whole picture."""
    if not ends:
        return []
    inside = [NamedEnd(one.index, one.name, held(one.end, area)) for one in ends]
    reach = [one.end.x() for one in inside]
    if max(reach) - min(reach) <= theme.px(_TOGETHER):
        return column(inside, area, width, theme)
    return beside(inside, area, width, theme)


def held(at: QPointF, area: QRectF) -> QPointF:
    """The nearest pixel inside."""
    return QPointF(min(max(at.x(), area.left()), area.right()), min(max(at.y(), area.top()), area.bottom()))


def column(ends: list[NamedEnd], area: QRectF, width: float, theme: Theme) -> list[PlacedName]:
    """All in one column, apart from each other."""
    font, high = theme.font("caption"), theme.line_height("caption")
    left = max(one.end.x() for one in ends) + theme.px(NAME_GAP)
    room = width - left
    if room < min(theme.px(_LEAST), max(text_width(one.name, font) for one in ends)):
        return []
    heights = spread([one.end.y() for one in ends], high, area.top() - high / 2, area.bottom() + high / 2)
    placed = []
    for one, y in zip(ends, heights, strict=True):
        words = elided(one.name, font, room)
        leader = QPointF(one.end.x() + theme.px(6), one.end.y()), QPointF(left - theme.px(3), y)
        needed = abs(one.end.y() - y) > 1.0
        box = QRectF(left, y - high / 2, text_width(words, font), high)
        placed.append(PlacedName(one.index, words, box, leader if needed else None))
    return placed


def beside(ends: list[NamedEnd], area: QRectF, width: float, theme: Theme) -> list[PlacedName]:
    """Each at its own end, the farthest first."""
    font, high = theme.font("caption"), theme.line_height("caption")
    gap, bounds = theme.px(7), QRectF(area.left(), area.top() - high, width - area.left(), area.height() + 1.5 * high)
    marks = [QRectF(one.end.x() - 4, one.end.y() - 4, 8, 8) for one in ends]
    placed: list[PlacedName] = []
    for one in sorted(ends, key=lambda one: -one.end.x()):
        wide, at = text_width(one.name, font), one.end
        tries = [(at.x() + gap, at.y() - high / 2), (at.x() + gap, at.y() - 1.2 * high),
                 (at.x() - wide / 2, at.y() - 1.5 * high), (at.x() + gap, at.y() + 0.2 * high)]  # fmt: skip
        boxes = [QRectF(left, top, wide, high) for left, top in tries]
        taken = [*(name.box for name in placed), *marks]
        free = (box for box in boxes if bounds.contains(box) and not any(box.intersects(other) for other in taken))
        box = next(free, None)
        if box is not None:
            placed.append(PlacedName(one.index, one.name, box))
    return placed
