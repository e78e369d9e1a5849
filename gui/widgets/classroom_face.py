"""How a class looks: rows of pupils at their desks, those who copy at the right, lines between them.

A pupil is a head over shoulders behind a desk; the ink in the head is as large as what it says. Who is ill is a pale,
dashed one with a slash; the chair of one who was sent home is empty. Stars have their star, and their lines are violet.
"""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from gui.theme import Theme
from gui.widgets.classroom_content import ClassSeen
from gui.widgets.dropout_edges import curves
from gui.widgets.dropout_face import paint_star
from gui.widgets.network_view_edges import GROUND, ribbons
from gui.widgets.polylines import polygon
from gui.widgets.shapes import CENTRE, disc, elided, rounded, stroke, text

MOST_LINES = 60
_LARGEST_HEAD = 13.0
_WIDEST = 4.2
_PLATE = 26.0
_SLIM = 0.85
"""How wide the place of a pupil is, of its height."""


@dataclass(frozen=True, eq=False)
class ClassFace:
    """Where everyone sits in `width` by `height` pixels."""

    theme: Theme
    width: float
    height: float
    units: int
    copiers: int

    @property
    def room(self) -> QRectF:
        """The place of the desks."""
        theme = self.theme
        right = theme.px(_PLATE) + max(theme.px(40), 0.16 * self.width)
        return QRectF(theme.px(2), theme.px(2), max(40.0, self.width - right), max(30.0, self.height - theme.px(4)))

    @property
    def grid(self) -> tuple[int, int]:
        """Rows and columns of desks: as near to squares as the room allows."""
        room = self.room
        columns = max(1, round(math.sqrt(self.units * room.width() / (_SLIM * room.height()))))
        columns = min(max(1, columns), max(1, self.units))
        return math.ceil(self.units / columns), columns

    def seat(self, unit: int) -> QRectF:
        """The box of a pupil and its desk."""
        rows, columns = self.grid
        wide, high = self.room.width() / columns, self.room.height() / rows
        row, column = divmod(unit, columns)
        return QRectF(self.room.left() + column * wide, self.room.top() + row * high, wide, high)

    @property
    def head(self) -> float:
        """The radius of a head."""
        rows, columns = self.grid
        wide, high = self.room.width() / columns, self.room.height() / rows
        return max(2.0, min(self.theme.px(_LARGEST_HEAD), 0.33 * wide, 0.245 * high))

    def head_at(self, unit: int) -> QPointF:
        """The middle of a head."""
        return self.seat(unit).center() - QPointF(0.0, 0.55 * self.head)

    def plate(self, copier: int) -> QRectF:
        """The box of one who copies."""
        slot = self.height / max(1, self.copiers)
        side = min(self.theme.px(_PLATE), 0.86 * slot)
        x = self.width - self.theme.px(_PLATE) / 2 - self.theme.px(3)
        return QRectF(x - side / 2, (copier + 0.5) * slot - side / 2, side, side)

    def unit_at(self, at: QPointF) -> int:
        """The pupil at a place, or -1."""
        room = self.room
        if not room.contains(at):
            return -1
        rows, columns = self.grid
        column = min(columns - 1, int((at.x() - room.left()) / room.width() * columns))
        unit = min(rows - 1, int((at.y() - room.top()) / room.height() * rows)) * columns + column
        return unit if unit < self.units else -1

    def copier_at(self, at: QPointF) -> int:
        """The one who copies at a place, or -1."""
        if at.x() < self.room.right() + 0.3 * (self.width - self.room.right()):
            return -1
        place = int(at.y() / max(1.0, self.height) * self.copiers)
        return place if 0 <= place < self.copiers else -1


def paint_lines(painter: QPainter, face: ClassFace, seen: ClassSeen, pairs: np.ndarray, strong: bool) -> None:
    """Who copies from whom, as wide as much is copied; those of the stars are violet."""
    if not len(pairs):
        return
    theme, most = face.theme, float(np.nan_to_num(seen.copied).max(initial=0.0)) or 1.0
    share = np.nan_to_num(seen.copied)[pairs[:, 0], pairs[:, 1]] / most
    heads, plates = [face.head_at(int(unit)) for unit in pairs[:, 0]], [face.plate(int(k)) for k in pairs[:, 1]]
    starts = np.array([(at.x() + face.head, at.y()) for at in heads])
    ends = np.array([(box.left() - 1.0, box.center().y()) for box in plates])
    outlines = ribbons(curves(starts, ends), theme.px(0.5) + theme.px(_WIDEST) * share)
    painter.setPen(Qt.PenStyle.NoPen)
    for outline, unit, size in zip(outlines, pairs[:, 0].tolist(), share.tolist(), strict=True):
        alpha = 0.9 if strong else 0.10 + 0.5 * size
        painter.setBrush(theme.color("you" if unit in seen.stars else "ink", alpha))
        painter.drawPolygon(polygon(outline))


def paint_class(painter: QPainter, face: ClassFace, seen: ClassSeen, hot: int) -> None:
    """All pupils at their desks."""
    loudest = float(np.nanmax(np.abs(seen.answers), initial=0.0)) or 1.0
    home, ill = set(seen.stars[: seen.home]), seen.ill if len(seen.ill) == seen.units else np.zeros(seen.units, bool)
    for unit in range(seen.units):
        _paint_desk(painter, face, unit)
        if unit in home:
            _paint_empty(painter, face, unit)
        elif ill[unit]:
            _paint_ill(painter, face, unit)
        else:
            _paint_well(painter, face, unit, float(seen.answers[unit]) / loudest, unit == hot)
    for unit in seen.stars:
        size = min(face.theme.px(5.2), 0.62 * face.head + 1.0)
        if unit < seen.units:
            paint_star(painter, face.theme, face.head_at(unit), face.head, size)


def _shoulders(face: ClassFace, unit: int) -> QPainterPath:
    """From elbow to elbow over the neck."""
    head, at = face.head, face.head_at(unit)
    top, foot, half = at.y() + 1.02 * head, at.y() + 2.15 * head, 1.32 * head
    path = QPainterPath(QPointF(at.x() - half, foot))
    path.cubicTo(at.x() - half, top, at.x() - 0.5 * half, top, at.x(), top)
    path.cubicTo(at.x() + 0.5 * half, top, at.x() + half, top, at.x() + half, foot)
    return path


def _paint_desk(painter: QPainter, face: ClassFace, unit: int) -> None:
    head, at = face.head, face.head_at(unit)
    y, half = at.y() + 2.25 * head, min(1.7 * head, 0.42 * face.seat(unit).width())
    color = face.theme.color("rule", 0.75)
    stroke(painter, QPointF(at.x() - half, y), QPointF(at.x() + half, y), color, face.theme.stroke("hairline"))


def _paint_well(painter: QPainter, face: ClassFace, unit: int, share: float, hot: bool) -> None:
    theme, head, at = face.theme, face.head, face.head_at(unit)
    width = min(theme.px(1.4), 0.22 * head) * (1.5 if hot else 1.0)
    painter.setPen(QPen(theme.color("ink"), width))
    painter.setBrush(theme.color(GROUND))
    if head > theme.px(3.4):
        painter.drawPath(_shoulders(face, unit))
    disc(painter, at, head - width / 2, theme.color(GROUND), theme.color("ink"), width)
    inner = (head - 1.9 * width) * math.sqrt(min(1.0, abs(share))) if math.isfinite(share) else 0.0
    if inner > 0.3:
        disc(painter, at, inner, theme.color("ink"))


def _paint_ill(painter: QPainter, face: ClassFace, unit: int) -> None:
    theme, head, at = face.theme, face.head, face.head_at(unit)
    width = min(theme.px(1.1), 0.2 * head)
    pen = QPen(theme.color("rule", 0.8), width)
    if head > theme.px(3.4):
        pen.setDashPattern([2.2, 2.0])
    painter.setPen(pen)
    painter.setBrush(theme.color(GROUND))
    if head > theme.px(3.4):
        painter.drawPath(_shoulders(face, unit))
    painter.drawEllipse(at, head - width, head - width)
    reach = 0.58 * head
    stroke(painter, at + QPointF(-reach, reach), at + QPointF(reach, -reach), theme.color("rule", 0.9), width)


def _paint_empty(painter: QPainter, face: ClassFace, unit: int) -> None:
    """A chair."""
    head, at = face.head, face.head_at(unit)
    box = QRectF(at.x() - 0.75 * head, at.y() + 0.2 * head, 1.5 * head, 1.75 * head)
    rounded(painter, box, 0.35 * head, None, face.theme.color("rule", 0.7), face.theme.stroke("hairline"))


def paint_copiers(painter: QPainter, face: ClassFace, seen: ClassSeen, hot: int) -> None:
    """Plates with names; filled as high as much of what they would hear arrives."""
    theme, heard = face.theme, seen.heard
    for copier, name in enumerate(seen.names):
        box = face.plate(copier)
        radius = min(theme.px(5), 0.25 * box.width())
        rounded(painter, box, radius, theme.color(GROUND))
        level = min(max(float(heard[copier]), 0.0), 1.0)
        inner = QRectF(box.left(), box.bottom() - level * box.height(), box.width(), level * box.height())
        painter.save()
        painter.setClipRect(inner)
        rounded(painter, box, radius, theme.color("ink", 0.17))
        painter.restore()
        edge, width = ("ink", 2.0) if copier == hot else ("rule", 1.0)
        rounded(painter, box, radius, None, theme.color(edge), theme.stroke("hairline") * width)
        text(painter, box, elided(name, theme.font("label"), box.width()), theme.font("label"), theme.color("ink"),
             CENTRE)  # fmt: skip
