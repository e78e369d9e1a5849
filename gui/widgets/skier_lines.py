"""Lines over steps, passes or batch sizes, each with its name at its end; a level that matters is dashed and named.

Up and Down walk from line to line; the one under the pointer stands out, the others step back. What runs beyond the
picture leaves it in its true direction.
"""

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.curve_paint import paint_curve
from gui.widgets.markers import paint_marker
from gui.widgets.paper import sharpness
from gui.widgets.polylines import clip, finite_part, polygon, thin_out
from gui.widgets.shapes import CENTRE, LEFT, elided, rounded, text, text_width
from gui.widgets.skier_names import NAME_GAP, NamedEnd, place_names
from gui.widgets.skier_picture import SHARES, Axis, Plane, Walked, paint_across, paint_dashed, paint_up
from sim.numerals import write_significant
from sim.phrases import joined, phrase

_NEAR, _PALE = 10.0, 0.28


def none() -> Array:
    """No points."""
    return np.zeros(0)


@dataclass(frozen=True, eq=False)
class LineSeen:
    """One line (n,) by (n,). dashed: of what was learned from, or of another kind; note: what it came to, in words.

    dots: its points stand for themselves and are not joined.
    """

    key: str
    name: str
    across: Array = field(default_factory=none)
    up: Array = field(default_factory=none)
    role: str = "ink"
    marker: str = "circle"
    dashed: bool = False
    note: str = ""
    strong: bool = False
    dots: bool = False


@dataclass(frozen=True)
class Level:
    """A height that means something ("ln 10 = 2.30")."""

    value: float
    words: str


@dataclass(frozen=True)
class Spot:
    """A named place on a line: a peak, a finish."""

    across: float
    up: float
    words: str
    role: str = "ink"


@dataclass(frozen=True, eq=False)
class LinesSeen:
    """All of them, their axes, and what the numbers across are ("passes")."""

    lines: tuple[LineSeen, ...] = ()
    across: Axis = SHARES
    up: Axis = SHARES
    unit: str = ""
    percent: bool = False
    levels: tuple[Level, ...] = ()
    spots: tuple[Spot, ...] = ()
    empty: str = ""


class LinesPlot(Walked):
    """See the module's text."""

    TITLE = "Curves"
    ABOUT = "Up and Down walk from line to line."
    LEAST_WIDE, LEAST_HIGH = 150.0, 84.0

    def __init__(self, themes: ThemeHolder, title: str, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.TITLE = title
        self._seen = LinesSeen()
        self.tell_again()

    def show_lines(self, seen: LinesSeen) -> None:
        """Other lines."""
        self._seen = seen
        self.hot = min(self.hot, len(seen.lines) - 1)
        self.shown()

    @property
    def seen(self) -> LinesSeen:
        """What is shown."""
        return self._seen

    def count(self) -> int:
        """Lines."""
        return len(self._seen.lines)

    def plane(self) -> Plane:
        """The rectangle of the lines; names stand at its right where there is room."""
        theme, seen = self._themes.current, self._seen
        font = theme.font("caption")
        left = max((text_width(words, font) for _, words in self._up_texts()), default=0.0) + theme.px(10)
        names = max((text_width(line.name, font) for line in seen.lines), default=0.0) + theme.px(NAME_GAP + 4)
        right = names if names < 0.42 * (self.width() - left) else theme.px(10)
        foot = theme.line_height("caption") + theme.px(6)
        top = theme.px(8)
        area = QRectF(left, top, max(20.0, self.width() - left - right), max(20.0, self.height() - top - foot))
        return Plane(area, seen.across, seen.up)

    def _up_texts(self) -> tuple[tuple[float, str], ...]:
        seen, theme = self._seen, self._themes.current
        count = max(2.0, min(6.0, self.height() / theme.px(42)))
        if seen.percent:
            shares = (0.0, 0.25, 0.5, 0.75, 1.0) if count > 3 else (0.0, 0.5, 1.0)
            return tuple((share, f"{round(100 * share)}\u00a0%") for share in shares)
        return seen.up.ticks(count)

    # Painting ---------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Grid, levels, lines, spots, names."""
        plane, seen = self.plane(), self._seen
        paint_up(painter, theme, plane, self._up_texts())
        paint_across(painter, theme, plane, seen.across.ticks(max(2.0, plane.area.width() / theme.px(64))), seen.unit)
        if not any(line.up.size for line in seen.lines) and seen.empty:
            text(painter, plane.area, seen.empty, theme.font("small"), theme.color("soft"), CENTRE)
        for level in seen.levels:
            self._paint_level(painter, theme, plane, level)
        order = sorted(range(len(seen.lines)), key=lambda index: (index == self.hot, seen.lines[index].strong))
        for index in order:
            painter.setOpacity(_PALE if self.hot >= 0 and index != self.hot else 1.0)
            self._paint_line(painter, theme, plane, seen.lines[index], index == self.hot)
        painter.setOpacity(1.0)
        for level in seen.levels:
            self._paint_level_name(painter, theme, plane, level)
        self._paint_names(painter, theme, plane)
        for spot in seen.spots:
            self._paint_spot(painter, theme, plane, spot)

    def _pixels(self, plane: Plane, line: LineSeen) -> list[Array]:
        with np.errstate(all="ignore"):
            points = finite_part(plane.points(line.across, line.up))
        return clip(points, plane.box)

    def _paint_line(self, painter: QPainter, theme: Theme, plane: Plane, line: LineSeen, hot: bool) -> None:
        ratio, color = sharpness(painter), theme.color(line.role)
        parts = [part for part in self._pixels(plane, line) if len(part) > 1]
        if line.dots:
            for across, up in zip(line.across.tolist(), line.up.tolist(), strict=True):
                paint_marker(painter, line.marker, plane.point(across, up), theme.stroke("marker_map"), color)
            return
        if line.dashed:
            pen = QPen(color, theme.stroke("curve"))
            pen.setDashPattern(theme.dash("dash_train"))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for part in parts:
                painter.drawPolyline(polygon(thin_out(part)))
        elif parts:
            lines = [polygon(thin_out(part * ratio)) for part in parts]
            paint_curve(painter, theme, line.role, lines, hot or line.strong, ratio)
        end = self._end(plane, line)
        if end is not None and plane.area.adjusted(-1, -1, 1, 1).contains(end):
            paint_marker(painter, line.marker, end, theme.stroke("marker_map"), color, theme.color("stage"), 1.2)

    def _end(self, plane: Plane, line: LineSeen) -> QPointF | None:
        if not line.up.size:
            return None
        with np.errstate(all="ignore"):
            finite = np.flatnonzero(np.isfinite(line.up) & np.isfinite(line.across))
        if not finite.size:
            return None
        last = int(finite[-1])
        return plane.point(float(line.across[last]), float(line.up[last]))

    def _paint_level(self, painter: QPainter, theme: Theme, plane: Plane, level: Level) -> None:
        area, y = plane.area, plane.y(level.value)
        if not area.top() - 1 <= y <= area.bottom() + 1:
            return
        color = theme.color("soft")
        paint_dashed(painter, theme, QPointF(area.left(), y), QPointF(area.right(), y), color)

    def _paint_level_name(self, painter: QPainter, theme: Theme, plane: Plane, level: Level) -> None:
        """Above the dashed line at its right end, on a plate of its own."""
        area, y = plane.area, plane.y(level.value)
        if not area.top() - 1 <= y <= area.bottom() + 1:
            return
        font, high = theme.font("caption"), theme.line_height("caption")
        above = y - high - 2 >= area.top() - theme.px(8)
        words = elided(level.words, font, area.width() - theme.px(12))
        wide = text_width(words, font) + theme.px(6)
        box = QRectF(area.right() - wide - theme.px(4), y - high - 2 if above else y + 2, wide, high)
        rounded(painter, box, 2.0, theme.color("stage", 0.85))
        text(painter, box, words, font, theme.color("soft"), CENTRE)

    def _paint_spot(self, painter: QPainter, theme: Theme, plane: Plane, spot: Spot) -> None:
        at = plane.point(spot.across, spot.up)
        if not plane.area.adjusted(-2, -2, 2, 2).contains(at):
            return
        font, high = theme.font("cell"), theme.line_height("caption")
        wide = text_width(spot.words, font) + theme.px(10)
        left = min(max(at.x() + theme.px(7), plane.area.left()), plane.area.right() - wide)
        top = min(max(plane.area.top(), at.y() - high / 2), plane.area.bottom() - high)
        if left < at.x() + theme.px(5):
            left, top = at.x() - wide - theme.px(7), top
        plate = QRectF(left, top, wide, high + theme.px(2))
        rounded(painter, plate, theme.px(3), theme.color("stage", 0.9))
        text(painter, plate, spot.words, font, theme.color(spot.role), CENTRE)
        paint_marker(painter, "circle", at, theme.stroke("marker_map"), theme.color(spot.role), theme.color("stage"))

    def _paint_names(self, painter: QPainter, theme: Theme, plane: Plane) -> None:
        """Each beside the end of its line; where the ends stand below each other, in a column beside them."""
        font = theme.font("caption")
        for name in place_names(self._named_ends(plane), plane.area, float(self.width()), theme):
            line, index = self._seen.lines[name.index], name.index
            painter.setOpacity(0.4 if self.hot >= 0 and index != self.hot else 1.0)
            if name.leader is not None:
                painter.setPen(QPen(theme.color(line.role, 0.45), theme.stroke("hairline")))
                painter.drawLine(*name.leader)
            rounded(painter, name.box, 2.0, theme.color("stage", 0.8))
            role = line.role if line.role in ("you", "ink") else "soft"
            text(painter, name.box, name.words, font, theme.color(role), LEFT)
        painter.setOpacity(1.0)

    def _named_ends(self, plane: Plane) -> list[NamedEnd]:
        """The lines that have a name and an end."""
        ends = [(index, line.name, self._end(plane, line)) for index, line in enumerate(self._seen.lines) if line.name]
        return [NamedEnd(index, name, end) for index, name, end in ends if end is not None]

    # Hand and words ---------------------------------------------------------------------------------------------------

    def part_at(self, at: QPointF) -> int:
        """The line near the pointer."""
        plane, near = self.plane(), self._themes.current.px(_NEAR)
        found = []
        for index, line in enumerate(self._seen.lines):
            for part in self._pixels(plane, line):
                found.append((float(np.min(np.hypot(part[:, 0] - at.x(), part[:, 1] - at.y()))), index))
        distance, index = min(found, default=(near + 1.0, -1))
        return index if distance <= near else -1

    def describe(self) -> str:
        """The line that is singled out, or all of them."""
        seen = self._seen
        if 0 <= self.hot < len(seen.lines):
            return line_words(seen, seen.lines[self.hot])
        return joined([line_words(seen, line) for line in seen.lines]) or seen.empty


def line_words(seen: LinesSeen, line: LineSeen) -> str:
    """One line in words."""
    if line.note:
        return phrase("{name}: {note}.", name=line.name, note=line.note)
    finite = np.flatnonzero(np.isfinite(line.up)) if line.up.size else line.up
    if not finite.size:
        return phrase("{name}: nothing yet.", name=line.name)
    value = float(line.up[int(finite[-1])])
    number = f"{round(100 * value)}\u00a0%" if seen.percent else write_significant(value, 3)
    return phrase("{name}: {number}.", name=line.name, number=number)
