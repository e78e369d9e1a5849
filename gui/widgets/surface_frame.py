"""What surrounds a relief: the names of its axes, its edges, a hint, a sentence where there is nothing."""

import math

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.labels import Box
from gui.widgets.polylines import polygon
from gui.widgets.shapes import CENTRE, rounded, text, text_width
from gui.widgets.surface_camera import Camera
from gui.widgets.surface_sheet import HEIGHT
from gui.widgets.surface_spots import Scene

NOTHING = "no value here"
HINT = "drag to turn"
_AWAY, _BELOW = 0.15, 0.06
_STEP, _STEPS = 0.04, 20


def paint_axes(
    painter: QPainter, theme: Theme, scene: Scene, camera: Camera, names: tuple[str, str], area: QRectF, bare: bool
) -> list[Box]:
    """The names beside the two edges nearest to the eye; `bare` draws the edges of the relief, while it has no picture.
    Returns the boxes of the names.
    """
    if bare:
        _paint_outline(painter, theme, scene)
    font, soft = theme.font("symbol"), theme.color("soft")
    wide, deep = scene.sheet.sides
    angle, levels = math.radians(camera.azimuth), scene.sheet.edge_levels
    south, east = (1 if part > 0.0 else -1 for part in (math.sin(angle), math.cos(angle)))
    sides = (
        (0.0, south * (deep + _AWAY), levels[0, south] - _BELOW, 0.0, south * _STEP),
        (east * (wide + _AWAY), 0.0, levels[east, 0] - _BELOW, east * _STEP, 0.0),
    )
    tall = QFontMetricsF(font).height()
    boxes: list[Box] = []
    for name, side in zip(names, sides, strict=True):
        half = text_width(name, font) / 2 + 2
        across, down = _free_place(scene, side, half)
        across = min(max(across, area.left() + half), area.right() - half)
        down = min(max(down, area.top() + tall / 2), area.bottom() - tall / 2)
        text(painter, QRectF(across - half, down - tall / 2, 2 * half, tall), name, font, soft, CENTRE)
        boxes.append((across - half, down - tall / 2, across + half, down + tall / 2))
    return boxes


def _free_place(scene: Scene, side: tuple[float, ...], half: float) -> tuple[float, float]:
    """The first pixel outwards from a place (x, y, z, and the step away from there) that has no relief around it."""
    x, y, z, right, up = side
    steps = np.arange(_STEPS)
    points = np.column_stack((x + right * steps, y + up * steps, np.full(_STEPS, z)))
    pixels = scene.projection.to_pixels(points)[:, :2]
    around = [scene.picture.near(pixels + shift) for shift in ((0.0, 0.0), (-half, 0.0), (half, 0.0), (0.0, -half))]
    free = np.max(around, axis=0) == 0.0
    across, down = pixels[int(np.argmax(free))].tolist()
    return across, down


def _paint_outline(painter: QPainter, theme: Theme, scene: Scene) -> None:
    sheet = scene.sheet
    height = (np.clip(sheet.cells[..., 0], 0.0, 1.0) - 0.5) * HEIGHT
    x, y = np.meshgrid(sheet.xs, sheet.ys)
    points = np.stack((x, y, height), axis=-1)
    painter.setPen(QPen(theme.color("rule", 0.6), theme.stroke("hairline")))
    for edge in (points[0], points[:, -1], points[-1], points[:, 0]):
        known = edge[np.isfinite(edge[:, 2])]
        painter.drawPolyline(polygon(scene.projection.to_pixels(known)[:, :2]))


def paint_hint(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """What the hand can do, at the foot."""
    font = theme.font("caption")
    side, tall = theme.px(15.0), QFontMetricsF(font).height()
    bottom, left = area.bottom() - theme.px(10.0), area.left() + theme.px(14.0)
    middle = bottom - tall / 2
    paint_icon(painter, "again", QRectF(left, middle - side / 2, side, side), theme.color("soft"))
    wide = text_width(HINT, font) + 2
    text(painter, QRectF(left + side + theme.px(6.0), bottom - tall, wide, tall), HINT, font, theme.color("faint"))


def paint_nothing(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """An empty box with a sentence."""
    inset = theme.px(24.0)
    box = area.adjusted(inset, inset, -inset, -inset)
    rounded(painter, box, theme.px(8.0), None, theme.color("rule", 0.6), theme.stroke("hairline"), [4.0, 4.0])
    text(painter, box, NOTHING, theme.font("body"), theme.color("soft"), CENTRE)


def paint_ring(painter: QPainter, theme: Theme, area: QRectF) -> None:
    """The ring of the keyboard's focus."""
    width = theme.stroke("focus")
    rounded(painter, area.adjusted(1.0, 1.0, -1.0, -1.0), 8.0 * theme.scale, None, theme.color("you"), width)
