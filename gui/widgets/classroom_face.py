"""How a class looks: rows of pupils at their desks, those who copy at the right, lines between them.

A pupil is a head over shoulders behind a desk; the ink in the head is as large as what it says. Who is ill is a pale,
dashed one with a slash; the chair of one who was sent home is empty. Stars have their star, and their lines are violet.
"""

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QPainterPath, QPen

from gui.theme import Theme
from gui.widgets.classroom_content import ClassSeen
from gui.widgets.contours import Array
from gui.widgets.dropout_edges import curves
from gui.widgets.dropout_face import paint_star
from gui.widgets.network_view_edges import GROUND
from gui.widgets.paper import on_paper, sharpness
from gui.widgets.polylines import polygon
from gui.widgets.shapes import CENTRE, begin, disc, elided, rounded, stroke, text

MOST_LINES = 48
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

    @cached_property
    def room(self) -> QRectF:
        """The place of the desks."""
        theme = self.theme
        right = theme.px(_PLATE) + max(theme.px(40), 0.16 * self.width)
        return QRectF(theme.px(2), theme.px(2), max(40.0, self.width - right), max(30.0, self.height - theme.px(4)))

    @cached_property
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

    @cached_property
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


def paint_lines(painter: QPainter, face: ClassFace, seen: ClassSeen, pairs: Array, strong: bool) -> None:
    """Who copies from whom, as wide as much is copied; those of the stars are violet."""
    if not len(pairs):
        return
    theme, most = face.theme, float(np.nan_to_num(seen.copied).max(initial=0.0)) or 1.0
    share = np.nan_to_num(seen.copied)[pairs[:, 0], pairs[:, 1]] / most
    heads, plates = [face.head_at(int(unit)) for unit in pairs[:, 0]], [face.plate(int(k)) for k in pairs[:, 1]]
    starts = np.array([(at.x() + face.head, at.y()) for at in heads])
    ends = np.array([(box.left() - 1.0, box.center().y()) for box in plates])
    lines, widths = curves(starts, ends), theme.px(0.5) + theme.px(_WIDEST) * share
    across = sideways(lines)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for place in np.argsort(share, kind="stable").tolist():
        alpha = 0.9 if strong else 0.10 + 0.5 * float(share[place])
        painter.setPen(QPen(theme.color("you" if int(pairs[place, 0]) in seen.stars else "ink", alpha), 1.0))
        strands = max(1, round(float(widths[place])))
        for strand in range(strands):
            painter.drawPolyline(polygon(lines[place] + (strand - (strands - 1) / 2) * across[place]))


def sideways(lines: Array) -> Array:
    """One pixel to the side at every point of lines (lines, points, 2).

    A line is drawn as strands one pixel wide beside each other: a wide pen costs ten times as much.
    """
    ways = np.gradient(lines, axis=1)
    across: Array = np.stack((-ways[..., 1], ways[..., 0]), axis=-1)
    across /= np.maximum(np.hypot(ways[..., 0], ways[..., 1]), 1e-9)[..., None]
    return across


def paint_class(painter: QPainter, face: ClassFace, seen: ClassSeen, hot: int) -> None:
    """All pupils at their desks; who is alike is painted once and laid down many times, but on paper."""
    home, ill = set(seen.stars[: seen.home]), seen.ill if len(seen.ill) == seen.units else np.zeros(seen.units, bool)
    loudest = float(np.nanmax(np.abs(seen.answers), initial=0.0)) or 1.0
    for unit in range(seen.units):
        kind = "home" if unit in home else "ill" if ill[unit] else "well"
        if on_paper(painter):
            paint_pupil_at(painter, face.theme, face.head, face.seat(0).width(), kind, face.head_at(unit))
        else:
            picture = stamp(face.theme, face.head, face.seat(0).width(), kind, sharpness(painter))
            painter.drawImage(face.head_at(unit) - corner(face.head), picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(face.theme.color("ink"))
    for unit in range(seen.units):
        share = abs(float(seen.answers[unit])) / loudest
        inner = 0.72 * face.head * math.sqrt(min(1.0, share)) if math.isfinite(share) else 0.0
        if inner > 0.3 and unit not in home and not ill[unit]:
            painter.drawEllipse(face.head_at(unit), inner, inner)
    if 0 <= hot < seen.units:
        radius, width = face.head + face.theme.px(1.5), face.theme.px(1.8)
        disc(painter, face.head_at(hot), radius, None, face.theme.color("ink"), width)
    for unit in seen.stars:
        size = min(face.theme.px(5.2), 0.62 * face.head + 1.0)
        if unit < seen.units:
            paint_star(painter, face.theme, face.head_at(unit), face.head, size)


def corner(head: float) -> QPointF:
    """From the upper left of a stamp to the middle of the head; whole pixels, so that all pupils are alike."""
    return QPointF(math.ceil(1.9 * head + 3.0), math.ceil(head + 3.0))


@lru_cache(maxsize=24)
def stamp(theme: Theme, head: float, seat: float, kind: str, ratio: float) -> QImage:
    """One pupil of a kind with its desk."""
    middle = corner(head)
    wide, high = 2 * middle.x(), middle.y() + 2.4 * head + 3.0
    image = QImage(math.ceil(wide * ratio), math.ceil(high * ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        begin(painter)
        paint_pupil_at(painter, theme, head, seat, kind, middle)
    return image


def paint_pupil_at(painter: QPainter, theme: Theme, head: float, seat: float, kind: str, at: QPointF) -> None:
    """A desk, and who sits there: "well", "ill", or nobody ("home"); seat: how wide its place is."""
    y, half = at.y() + 2.25 * head, min(1.7 * head, 0.42 * seat)
    stroke(painter, QPointF(at.x() - half, y), QPointF(at.x() + half, y), theme.color("rule", 0.75),
           theme.stroke("hairline"))  # fmt: skip
    if kind == "home":
        box = QRectF(at.x() - 0.75 * head, at.y() + 0.2 * head, 1.5 * head, 1.75 * head)
        rounded(painter, box, 0.35 * head, None, theme.color("rule", 0.7), theme.stroke("hairline"))
        return
    ill = kind == "ill"
    width = min(theme.px(1.1 if ill else 1.4), 0.21 * head)
    pen = QPen(theme.color("rule", 0.8) if ill else theme.color("ink"), width)
    if ill and head > theme.px(3.4):
        pen.setDashPattern([2.2, 2.0])
    painter.setPen(pen)
    painter.setBrush(theme.color(GROUND))
    if head > theme.px(3.4):
        painter.drawPath(_shoulders(head, at))
    painter.drawEllipse(at, head - width / 2, head - width / 2)
    if ill:
        reach = 0.58 * head
        stroke(painter, at + QPointF(-reach, reach), at + QPointF(reach, -reach), theme.color("rule", 0.9), width)


def _shoulders(head: float, at: QPointF) -> QPainterPath:
    """From elbow to elbow over the neck."""
    top, foot, half = at.y() + 1.02 * head, at.y() + 2.15 * head, 1.32 * head
    path = QPainterPath(QPointF(at.x() - half, foot))
    path.cubicTo(at.x() - half, top, at.x() - 0.5 * half, top, at.x(), top)
    path.cubicTo(at.x() + 0.5 * half, top, at.x() + half, top, at.x() + half, foot)
    return path


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
