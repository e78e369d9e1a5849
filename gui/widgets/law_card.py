"""How long a racer stays on the ridge: steps to leave the saddle against its distance from the ridge at the start.

Along the unstable direction plain descent multiplies the distance by 1 + 2 rate in every step, so it needs
ln(1/y0) / ln(1 + 2 rate) steps: each ten times closer start costs the same number of steps more. The axis runs from far
to close, so that the lines rise and fan out towards their names. A line ends where a racer never left.
"""

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.curve_paint import Frame, column_width, left_room, paint_grid, paint_title
from gui.widgets.curve_ranges import Span, spread
from gui.widgets.focus import FocusMark
from gui.widgets.markers import color_of, marker_of, paint_marker
from gui.widgets.polylines import polygon
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, begin, disc, elided, rounded, stroke, text, text_width
from gui.widgets.ticks import Ticks, linear_ticks, power_of_ten
from gui.widgets.words import tell
from sim.numerals import write_fixed, write_short

FARTHEST, CLOSEST = 0.0, -8.0  # exponents of the offset
DECADES = FARTHEST - CLOSEST
LAW = "ln(1/y₀) / ln(1 + 2 rate)"
TITLE = "Steps to leave the saddle"
ABOUT = "Ten times closer costs the same number of steps more. Drag the violet handle, or use the arrow keys."
_PITCH = 1.22
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class LawCard(QWidget):
    """`offset_changed` gives the distance from the ridge that the hand asks for, `released` when it lets go."""

    offset_changed = Signal(float)
    released = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._offsets: Array = np.zeros(0)
        self._given: Array | None = None
        self._steps: dict[str, Array] = {}
        self._law: Array = np.zeros(0)
        self._titles: dict[str, str] = {}
        self._offset = 0.001
        self._selected = "sgd"
        self._held = self._moving = False
        self._mark = FocusMark(themes, self, self._ring)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        tell(self, TITLE, ABOUT)
        self._tell()

    # What others set ------------------------------------------------------------------------------------------------

    def set_times(self, offsets: Array, steps: Mapping[str, Array], law: Array) -> None:
        """Steps of every racer and of the law at each offset; nan: it never left."""
        if offsets is self._given:  # the same object: a run that only moved its cursor
            return
        self._given = offsets
        order = np.argsort(offsets)[::-1]
        self._offsets = np.asarray(offsets, np.float64)[order]
        self._steps = {key: np.asarray(values, np.float64)[order] for key, values in steps.items()}
        self._law = np.asarray(law, np.float64)[order]
        self._tell()
        self.update()

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """The names at the ends of the lines."""
        self._titles = dict(titles)
        self.update()

    def set_selected(self, key: str | None) -> None:
        """The racer whose steps stand beside the law's; plain descent where none is."""
        self._selected = key or "sgd"
        self._tell()
        self.update()

    def set_offset(self, offset: float) -> None:
        """The distance from the ridge that is set now; while a hand holds the handle, the hand is right."""
        offset = abs(float(offset))
        if not self._held and math.isfinite(offset) and offset != self._offset:
            self._offset = offset
            self._tell()
            self._mark.refresh()
            self.update()

    # Numbers --------------------------------------------------------------------------------------------------------

    @property
    def offset(self) -> float:
        """The distance from the ridge that is shown."""
        return self._offset

    def steps_of(self, values: Array) -> float:
        """Steps at the offset, between the known ones along the logarithm; nan where it never left."""
        if not self._offsets.size or self._offset <= 0:
            return math.nan
        return float(np.interp(-math.log10(self._offset), -np.log10(self._offsets), values))

    def readout(self) -> str:
        """The law and one racer at the offset: "law 349 · SGD 349"."""
        if not self._offsets.size:
            return ""
        parts = [f"law {_steps_words(math.ceil(self.steps_of(self._law) - 1e-9) if self._law.size else math.nan)}"]
        if self._selected in self._steps:
            title = self._titles.get(self._selected, self._selected)
            parts.append(f"{title} {_steps_words(self.steps_of(self._steps[self._selected]))}")
        return " · ".join(parts)

    # Hand -----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, or call it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._held = True
            self._ask(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._held:
            self._ask(event.position().x())
            return
        near = self._ring()[0].adjusted(-6, -6, 6, 6).contains(event.position())
        self.setCursor(Qt.CursorShape.SizeHorCursor if near else Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A tenth of a decade, with Page a whole one, to the ends with Home and End."""
        key = Qt.Key(event.key())
        place = -math.log10(max(self._offset, 10.0**CLOSEST))
        if key in _MOVES:
            fine = 0.2 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            self._choose(round(place + 0.1 * _MOVES[key] * fine, 6))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._choose(place + (1.0 if key == Qt.Key.Key_PageUp else -1.0))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0.0 if key == Qt.Key.Key_Home else DECADES)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The last move by key is over."""
        if not event.isAutoRepeat() and not self._held:
            self._let_go()
        super().keyReleaseEvent(event)

    def _ask(self, x: float) -> None:
        area = self.frame().area
        self._choose((x - area.left()) / area.width() * DECADES)

    def _choose(self, place: float) -> None:
        """Go to `place` decades from 1, rounded to two figures; exact at both ends."""
        place = min(max(place, 0.0), DECADES)
        offset = float(f"{10.0**-place:.2g}")
        if offset != self._offset:
            self._offset, self._moving = offset, True
            self._tell()
            self._mark.refresh()
            self.update()
            self.offset_changed.emit(offset)

    def _let_go(self) -> None:
        self._held = False
        if self._moving:
            self._moving = False
            self.released.emit()

    # Looks ----------------------------------------------------------------------------------------------------------

    def frame(self) -> Frame:
        """Where the lines lie: decades from 1 across, steps upward."""
        theme = self._themes.current
        top = theme.line_height("heading") + theme.px(8)
        foot = 2 * theme.line_height("caption") + theme.px(8)
        high = self._most()
        left = left_room(theme, self._ticks(high, 100.0).texts)
        right = column_width(theme, [self._titles.get(key, key) for key in self._steps]) if self._steps else 8.0
        area = QRectF(left, top, max(20.0, self.width() - left - right), max(20.0, self.height() - top - foot))
        return Frame(area, Span(DECADES, 0.0, high))

    def _most(self) -> float:
        known = [values[np.isfinite(values)] for values in (*self._steps.values(), self._law)]
        return max([1.0, *(float(values.max()) for values in known if values.size)]) * 1.06

    def _ticks(self, high: float, height: float) -> Ticks:
        room = max(2.0, height / (self._themes.current.line_height("caption") * 1.8))
        return linear_ticks(0.0, high, room, whole=True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, law, lines, names, handle."""
        painter = QPainter(self)
        begin(painter)
        theme, frame = self._themes.current, self.frame()
        stride = 1 if frame.area.width() > theme.px(260) else 2
        decades = range(0, int(DECADES) + 1, stride)
        handle, font = self._ring()[0], theme.font("caption")
        free = [k for k in decades if not _meets(frame.x_of(k), text_width(power_of_ten(-k), font), handle)]
        x_ticks = Ticks(tuple(map(float, free)), tuple(power_of_ten(-k) for k in free))
        paint_grid(painter, theme, frame, self._ticks(frame.span.high, frame.area.height()), x_ticks, "")
        self._paint_head(painter, frame)
        self._paint_law(painter, frame)
        for key in self._steps:
            self._paint_line(painter, frame, key)
        self._paint_names(painter, frame)
        self._paint_never(painter, frame)
        self._paint_handle(painter, frame)

    def _paint_head(self, painter: QPainter, frame: Frame) -> None:
        theme = self._themes.current
        row = QRectF(0.0, 0.0, self.width(), theme.line_height("heading"))
        text(painter, row, self.readout(), theme.font("label"), theme.color("ink"), RIGHT)
        room = self.width() - text_width(self.readout(), theme.font("label")) - theme.px(10)
        paint_title(painter, theme, elided(TITLE, theme.font("heading"), room), "")
        top = frame.area.bottom() + theme.line_height("caption") + theme.px(8)
        place = QRectF(frame.area.left(), top, frame.area.width(), theme.line_height("caption"))
        words, font = "closer to the ridge →", theme.font("caption")
        if place.right() - text_width(words, font) > self._plate(frame).right() + theme.px(10):
            text(painter, place, words, font, theme.color("soft"), RIGHT)

    def _points(self, frame: Frame, values: Array) -> Array:
        """Pixels of the finite part, from far to close."""
        broken = ~np.isfinite(values) | (self._offsets <= 0)
        count = int(np.argmax(broken)) if broken.any() else values.size
        places = -np.log10(self._offsets[:count])
        inside = (places >= -1e-9) & (places <= DECADES + 1e-9)
        x = frame.area.left() + places / DECADES * frame.area.width()
        y = frame.area.bottom() - values[:count] / frame.span.high * frame.area.height()
        points: Array = np.column_stack((x, y))[inside]
        return points

    def _paint_law(self, painter: QPainter, frame: Frame) -> None:
        theme, points = self._themes.current, self._points(frame, self._law)
        if len(points) < 2:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
        line = polygon(points)
        painter.setPen(QPen(theme.color("ink", 0.16), theme.px(7)))
        painter.drawPolyline(line)
        pen = QPen(theme.color("ink"), theme.px(1.4))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(theme.dash("dash_prediction"))
        painter.setPen(pen)
        painter.drawPolyline(line)

    def _paint_law_name(self, painter: QPainter, frame: Frame) -> None:
        """Left of the line, where nothing else is."""
        theme, points = self._themes.current, self._points(frame, self._law)
        if len(points) < 2:
            return
        font, high = theme.font("caption"), theme.line_height("caption")
        at, wide = points[int(0.8 * (len(points) - 1))], text_width(LAW, font)
        left = max(frame.area.left() + theme.px(4), float(at[0]) - theme.px(12) - wide)
        place = QRectF(left, max(float(at[1]) - 0.8 * high, frame.area.top()), wide, high)
        rounded(painter, place.adjusted(-3, 0, 3, 0), 3, theme.color("panel"))
        text(painter, place, LAW, font, theme.color("soft"), LEFT)

    def _paint_line(self, painter: QPainter, frame: Frame, key: str) -> None:
        theme, points = self._themes.current, self._points(frame, self._steps[key])
        if len(points) < 2:
            return
        chosen = key == self._selected
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color_of(theme, key), theme.stroke("curve_chosen" if chosen else "curve")))
        painter.drawPolyline(polygon(points))

    def _paint_names(self, painter: QPainter, frame: Frame) -> None:
        """Names at the ends, moved apart, tied to their ends; "never" where a line ends early."""
        height = self._themes.current.type_size("caption") * _PITCH
        ends = {key: self._points(frame, values) for key, values in self._steps.items()}
        keys = [key for key in ends if len(ends[key]) and not self._is_early(frame, ends[key])]
        low, high = frame.area.top() - height / 2, frame.area.bottom() + height
        keys = sorted(keys, key=lambda key: key != self._selected)[: max(0, int((high - low) / height))]
        wanted = [float(ends[key][-1][1]) for key in keys]
        for key, y in zip(keys, spread(wanted, height, low, high), strict=True):
            end = QPointF(*ends[key][-1])
            self._paint_name(painter, frame, key, end, y)

    def _paint_name(self, painter: QPainter, frame: Frame, key: str, end: QPointF, y: float) -> None:
        theme = self._themes.current
        rim, color = theme.color("panel"), color_of(theme, key)
        gap = theme.px(10)
        at = QPointF(frame.area.right() + gap, y)
        stroke(painter, end, at, color_of(theme, key, 0.55), theme.stroke("hairline"))
        paint_marker(painter, marker_of(theme, key), end, theme.stroke("marker_map") * 0.9, color, rim, theme.px(1))
        left = at.x() + theme.px(5)
        paint_marker(painter, marker_of(theme, key), QPointF(left, y), theme.px(3.1), color)
        chosen = key == self._selected
        place = QRectF(left + theme.px(8), y - 10, 10, 20)
        words, ink = self._titles.get(key, key), theme.color("ink" if chosen else "soft")
        text(painter, place, words, theme.font("cell" if chosen else "caption"), ink)

    def _is_early(self, frame: Frame, points: Array) -> bool:
        return float(points[-1][0]) < frame.area.right() - self._themes.current.px(6)

    def _paint_never(self, painter: QPainter, frame: Frame) -> None:
        """Racers that stay for ever from some offset on: "Adam never", beside the end of the line."""
        theme, font = self._themes.current, self._themes.current.font("caption")
        taken: list[QRectF] = []
        for key, values in self._steps.items():
            points = self._points(frame, values)
            if len(points) and not self._is_early(frame, points):
                continue
            end = QPointF(*points[-1]) if len(points) else frame.area.bottomLeft()
            words, high = f"{self._titles.get(key, key)} never", theme.line_height("caption")
            place = QRectF(end.x() + theme.px(8), end.y() - high / 2, text_width(words, font), high)
            if place.right() > frame.area.right():
                place.moveBottomRight(QPointF(frame.area.right(), end.y() - theme.px(5)))
            while any(place.intersects(other) for other in taken):
                place.translate(0, -high)
            taken.append(place)
            rounded(painter, place.adjusted(-2, 0, 2, 0), 3, theme.color("panel", 0.9))
            text(painter, place, words, font, theme.color("bad"), LEFT)
            size, color = theme.stroke("marker_map") * 0.9, color_of(theme, key)
            paint_marker(painter, marker_of(theme, key), end, size, color, theme.color("panel"), theme.px(1))

    def _plate(self, frame: Frame) -> QRectF:
        """Where the offset is written, under the handle."""
        theme = self._themes.current
        wide = text_width(self._offset_words(), theme.font("label"))
        left = self._ring()[0].center().x() - wide / 2
        left = min(max(left, frame.area.left()), max(frame.area.left(), self.width() - wide))
        high = theme.line_height("caption")
        return QRectF(left, frame.area.bottom() + high + theme.px(8), wide, high)

    def _offset_words(self) -> str:
        return f"y₀ = {write_short(self._offset, 3)}"

    def _paint_handle(self, painter: QPainter, frame: Frame) -> None:
        theme, rect = self._themes.current, self._ring()[0]
        at = rect.center()
        pen = QPen(theme.color("you", 0.75), theme.stroke("hairline"))
        pen.setDashPattern(theme.dash("dash_ghost"))
        painter.setPen(pen)
        painter.drawLine(QPointF(at.x(), frame.area.top()), at)
        disc(painter, at, rect.width() / 2, theme.color("panel"), theme.color("you"), theme.px(2.2))
        disc(painter, at, theme.px(2.4), theme.color("you"))
        text(painter, self._plate(frame), self._offset_words(), theme.font("label"), theme.color("you"), CENTRE)
        self._paint_law_name(painter, frame)

    def _ring(self) -> tuple[QRectF, float]:
        radius, area = self._themes.current.px(7), self.frame().area
        place = min(max(-math.log10(self._offset) if self._offset > 0 else DECADES, 0.0), DECADES)
        at = QPointF(area.left() + place / DECADES * area.width(), area.bottom())
        return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius), radius

    def sizeHint(self) -> QSize:
        """Wide and low."""
        theme = self._themes.current
        return QSize(round(theme.px(380)), round(theme.px(190)))

    def minimumSizeHint(self) -> QSize:
        """Room for a few names."""
        theme = self._themes.current
        return QSize(round(theme.px(270)), round(theme.px(140)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ring moves with the handle."""
        super().resizeEvent(event)
        self._mark.refresh()

    def _tell(self) -> None:
        self.setAccessibleDescription(f"Offset {write_short(self._offset, 3)}: {self.readout()}. {ABOUT}")

    def _on_theme(self) -> None:
        self._mark.refresh()
        self.updateGeometry()
        self.update()


def _meets(x: float, wide: float, handle: QRectF) -> bool:
    return handle.left() - wide / 2 - 1 < x < handle.right() + wide / 2 + 1


def _steps_words(steps: float) -> str:
    return write_fixed(steps, 0) if math.isfinite(steps) else "never"
