"""The arrows of a step, small: all phases in one scale, the present one strong, earlier ones pale."""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.markers import color_of
from gui.widgets.shapes import LEFT, begin, disc, rounded, stroke, text, text_width
from gui.widgets.words import tell

Pair = tuple[float, float]
VectorArrow = tuple[Pair, Pair, str, str]
Line = tuple[QPointF, QPointF]
_PALE = 0.35


class StepPicture(QWidget):
    """Arrows as (origin, tip, role, label), in the coordinates of the landscape; y grows upward."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._phases: tuple[tuple[VectorArrow, ...], ...] = ()
        self._index = 0
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        themes.changed.connect(self.update)
        tell(self, "Arrows of the step")

    def set_phases(self, phases: Sequence[tuple[VectorArrow, ...]], index: int) -> None:
        """Other arrows."""
        self._phases, self._index = tuple(phases), index
        self.update()

    def set_index(self, index: int) -> None:
        """Another phase."""
        self._index = index
        self.update()

    def to_pixels(self, area: QRectF) -> tuple[float, QPointF] | None:
        """Pixels per unit and the pixel of the origin; None where no arrow has a length to show."""
        ends = [point for phase in self._phases for arrow in phase for point in arrow[:2]]
        points = np.array(ends, np.float64).reshape(-1, 2)
        points = points[np.isfinite(points).all(axis=1)]
        if len(points) == 0:
            return None
        low, high = points.min(axis=0), points.max(axis=0)
        size = np.maximum(high - low, 0.0)
        if not np.isfinite(size).all() or size.max() <= 0.0:
            return None
        scale = float(min(area.width() / max(size[0], 1e-300), area.height() / max(size[1], 1e-300)))
        middle = low + size / 2
        centre = area.center()
        return scale, QPointF(centre.x() - scale * float(middle[0]), centre.y() + scale * float(middle[1]))

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet, then the arrows up to the present phase."""
        with QPainter(self) as painter:
            begin(painter)
            theme, rect = self._themes.current, QRectF(self.rect())
            rounded(painter, rect, theme.size("radius_button"), theme.color("stage"), theme.color("line"))
            margin, row = theme.px(22), theme.line_height("caption")
            area = rect.adjusted(margin, margin, -margin, -margin - 0.4 * row)
            fitted = self.to_pixels(area)
            if fitted is None:
                return
            painter.setClipRect(rect.adjusted(1, 1, -1, -1))
            for index in range(min(self._index + 1, len(self._phases))):
                for arrow in self._phases[index]:
                    self._paint_arrow(painter, arrow, fitted, 1.0 if index == self._index else _PALE)
            for arrow, place in self.label_places(rect, fitted):
                rounded(painter, place, theme.px(3), theme.color("stage", 0.82))
                inner = place.adjusted(theme.px(3), 0, 0, 0)
                text(painter, inner, arrow[3], theme.font("caption"), color_of(theme, arrow[2]), LEFT)
            start = self._phases[0][0][0] if self._phases and self._phases[0] else None
            if start is not None:
                ball = _at(start, fitted)
                disc(painter, ball, theme.px(3.4), theme.color("ink"), theme.color("stage"), theme.px(1.2))

    def _paint_arrow(
        self, painter: QPainter, arrow: VectorArrow, fitted: tuple[float, QPointF], alpha: float
    ) -> None:
        theme = self._themes.current
        origin, tip = _at(arrow[0], fitted), _at(arrow[1], fitted)
        way = tip - origin
        long = float(np.hypot(way.x(), way.y()))
        if not np.isfinite(long) or long < 1.0:
            return
        color: QColor = color_of(theme, arrow[2], alpha)
        along = way / long
        side, head = QPointF(-along.y(), along.x()), min(theme.px(8), 0.6 * long)
        stroke(painter, origin, tip - along * (0.8 * head), color, theme.stroke("arrow") * 0.9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        foot = tip - along * head
        painter.drawPolygon(QPolygonF([tip, foot + side * (0.5 * head), foot - side * (0.5 * head)]))

    def label_places(self, rect: QRectF, fitted: tuple[float, QPointF]) -> list[tuple[VectorArrow, QRectF]]:
        """Every named arrow of the phase with the place of its name: beside it, on no arrow and no other name."""
        theme = self._themes.current
        shown = [arrow for phase in self._phases[: self._index + 1] for arrow in phase if is_finite(arrow)]
        lines = [(_at(arrow[0], fitted), _at(arrow[1], fitted)) for arrow in shown]
        found: list[tuple[VectorArrow, QRectF]] = []
        for arrow in self._phases[self._index] if self._index < len(self._phases) else ():
            if arrow[3] and is_finite(arrow):
                wide = text_width(arrow[3], theme.font("caption")) + theme.px(6)
                size, own = QSizeF(wide, theme.line_height("caption")), (_at(arrow[0], fitted), _at(arrow[1], fitted))
                taken = [place for _, place in found]
                found.append((arrow, free_place(size, own, lines, taken, rect.adjusted(4, 4, -4, -4), theme.px(4))))
        return found


def is_finite(arrow: VectorArrow) -> bool:
    """Whether it has a place at all."""
    return bool(np.isfinite(arrow[:2]).all())


def free_place(
    size: QSizeF, own: Line, lines: Sequence[Line], taken: Sequence[QRectF], rect: QRectF, gap: float
) -> QRectF:
    """The first place for a name along its own line, on either side, that is free; else the one that covers least."""
    (start, end), best, least = own, QRectF(), np.inf
    way = end - start
    long = max(float(np.hypot(way.x(), way.y())), 1e-9)
    normal = QPointF(-way.y(), way.x()) / long
    away = (abs(normal.x()) * size.width() + abs(normal.y()) * size.height()) / 2 + gap
    for share in (0.5, 0.7, 0.3, 0.9, 0.1, 1.1, -0.1):
        for side in (1.0, -1.0):
            place = QRectF(QPointF(), size)
            place.moveCenter(start + way * share + normal * (side * away))
            place.moveLeft(min(max(place.left(), rect.left()), max(rect.left(), rect.right() - size.width())))
            place.moveTop(min(max(place.top(), rect.top()), max(rect.top(), rect.bottom() - size.height())))
            covered = 20.0 * covering(place, own, gap / 2) + sum(covering(place, line, gap / 2) for line in lines)
            covered += 10.0 * sum(place.intersects(other) for other in taken)
            if covered < least:
                best, least = place, covered
    return best


def covering(place: QRectF, line: Line, gap: float) -> float:
    """The share of a line that lies on a place."""
    shares = np.linspace(0.0, 1.0, 41)
    x = line[0].x() + shares * (line[1].x() - line[0].x())
    y = line[0].y() + shares * (line[1].y() - line[0].y())
    inside = (x > place.left() - gap) & (x < place.right() + gap) & (y > place.top() - gap) & (y < place.bottom() + gap)
    return float(inside.mean())


def _at(point: Pair, fitted: tuple[float, QPointF]) -> QPointF:
    scale, origin = fitted
    return QPointF(origin.x() + scale * point[0], origin.y() - scale * point[1])
