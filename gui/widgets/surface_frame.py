"""What surrounds a relief: the names of its axes, its edges, a hint, a sentence where there is nothing."""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.labels import Box, overlap
from gui.widgets.polylines import polygon
from gui.widgets.shapes import CENTRE, rounded, text, text_width
from gui.widgets.surface_camera import Camera
from gui.widgets.surface_picture import SurfacePicture
from gui.widgets.surface_sheet import ALONG, HEIGHT
from gui.widgets.surface_spots import Scene

NOTHING = "no value here"
HINT = "drag to turn"
_DROP = np.array((0.0, 0.0, 0.06))
_WAY = 0.15 + 0.04 * np.arange(20)
"""How far below and outside an edge its name may stand."""
_CORNERS = np.array(((0.0, 0.0), (-1.0, -1.0), (1.0, -1.0), (-1.0, 1.0), (1.0, 1.0)))
_PROBES = np.linspace(0.0, 1.0, 9)


def paint_axes(
    painter: QPainter,
    theme: Theme,
    scene: Scene,
    camera: Camera,
    names: tuple[str, str],
    area: QRectF,
    taken: Sequence[Box],
) -> list[Box]:
    """The names beside the two edges nearest to the eye, clear of the boxes `taken`; the edges of the relief too, while
    it has no picture. Returns the boxes of the names.
    """
    if not scene.picture.is_drawn:
        _paint_outline(painter, theme, scene)
    font, soft = theme.font("symbol"), theme.color("soft")
    angle = math.radians(camera.azimuth)
    south, east = (1 if part > 0.0 else -1 for part in (math.sin(angle), math.cos(angle)))
    tall = QFontMetricsF(font).height()
    inset = theme.px(3.0)
    boxes: list[Box] = []
    for name, side in zip(names, ((0, south), (east, 0)), strict=True):
        half = (text_width(name, font) / 2 + 2, tall / 2)
        inner = area.adjusted(half[0] + inset, half[1] + inset, -half[0] - inset, -half[1] - inset)
        x, y = _free_place(scene, side, half, inner, [*taken, *boxes])
        text(painter, QRectF(x - half[0], y - half[1], 2 * half[0], tall), name, font, soft, CENTRE)
        boxes.append((x - half[0], y - half[1], x + half[0], y + half[1]))
    return boxes


def _free_place(
    scene: Scene, side: tuple[int, int], half: tuple[float, float], inner: QRectF, taken: Sequence[Box]
) -> tuple[float, float]:
    """The middle of a name beside an edge: the first pixel outwards, from the middle of the edge or else near to it,
    that has nothing of the relief around it. In a picture without such a place: in the area, and covered.
    """
    low, high = np.array((inner.left(), inner.top())), np.array((inner.right(), inner.bottom()))
    for count in (1, len(ALONG)):
        pixels = _ways_out(scene, side, count)
        corners = _CORNERS * half
        around = scene.picture.near((pixels + corners[:, None]).reshape(-1, 2)).reshape(len(corners), -1)
        free = around.max(axis=0) == 0.0
        for box in taken:
            free &= ((pixels + half < box[:2]) | (pixels - half > box[2:])).any(axis=1)
        inside = ((pixels >= low) & (pixels <= high)).all(axis=1)
        if (free & inside).any():
            break
    x, y = np.clip(pixels[int(np.argmax(2 * inside + free))], low, high).tolist()
    return x, y


def _ways_out(scene: Scene, side: tuple[int, int], count: int) -> Array:
    """Pixels (n, 2) from the first places of an edge outwards, one place after the other."""
    starts = scene.sheet.edges[side][:count] - _DROP
    out = np.append(side, 0.0) * _WAY[:, None]
    return scene.projection.to_pixels((starts[:, None] + out).reshape(-1, 3))[:, :2]


def _paint_outline(painter: QPainter, theme: Theme, scene: Scene) -> None:
    sheet = scene.sheet
    height = (np.clip(sheet.cells[..., 0], 0.0, 1.0) - 0.5) * HEIGHT
    x, y = np.meshgrid(sheet.xs, sheet.ys)
    points = np.stack((x, y, height), axis=-1)
    painter.setPen(QPen(theme.color("rule", 0.6), theme.stroke("hairline")))
    for edge in (points[0], points[:, -1], points[-1], points[:, 0]):
        known = edge[np.isfinite(edge[:, 2])]
        painter.drawPolyline(polygon(scene.projection.to_pixels(known)[:, :2]))


def hint_box(theme: Theme, area: QRectF, picture: SurfacePicture, taken: Sequence[Box]) -> Box | None:
    """Where the hint goes: the corner, from the lower left on, that shows the least of the relief; None if every corner
    is taken by words.
    """
    font = theme.font("caption")
    wide = theme.px(15.0 + 6.0) + text_width(HINT, font) + 2.0
    tall = max(QFontMetricsF(font).height(), theme.px(15.0))
    left, top = area.left() + theme.px(14.0), area.top() + theme.px(10.0)
    right, bottom = area.right() - theme.px(14.0) - wide, area.bottom() - theme.px(10.0) - tall
    best, least = None, math.inf
    for x, y in ((left, bottom), (right, bottom), (right, top), (left, top)):
        box = (x, y, x + wide, y + tall)
        across, down = np.meshgrid(x + wide * _PROBES, y + tall * _PROBES)
        covered = float((picture.near(np.column_stack((across.ravel(), down.ravel()))) > 0.0).mean())
        if covered < least and not any(overlap(box, other) > 0.0 for other in taken):
            best, least = box, covered
    return best


def paint_hint(painter: QPainter, theme: Theme, box: Box) -> None:
    """What the hand can do, in a corner."""
    font, side = theme.font("caption"), theme.px(15.0)
    left, top, right, bottom = box
    edge = theme.px(4.0)
    rounded(painter, QRectF(QPointF(left - edge, top), QPointF(right + edge, bottom)), edge, theme.color("stage", 0.7))
    paint_icon(painter, "again", QRectF(left, (top + bottom - side) / 2, side, side), theme.color("soft"))
    start = left + side + theme.px(6.0)
    text(painter, QRectF(QPointF(start, top), QPointF(right, bottom)), HINT, font, theme.color("faint"))


def paint_nothing(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """An empty box with a sentence."""
    inset = theme.px(24.0)
    box = area.adjusted(inset, inset, -inset, -inset)
    rounded(painter, box, theme.px(8.0), None, theme.color("rule", 0.6), theme.stroke("hairline"), [4.0, 4.0])
    text(painter, box, NOTHING, theme.font("body"), theme.color("soft"), CENTRE)


def paint_ring(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """The ring of the keyboard's focus, two pixels inside the area."""
    width = theme.stroke("focus")
    inset = 2.0 + width / 2.0
    rounded(painter, area.adjusted(inset, inset, -inset, -inset), 8.0 * theme.scale, None, theme.color("you"), width)
