"""A map of two racers on a plain slope, and how its pixels are looked at. The tests of the map's layers share it."""

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.contour_map import ContourMap

DOMAIN = (-2.0, 2.0, -1.0, 1.0)
SIZE = (640, 360)


def make_map(themes: ThemeHolder) -> ContourMap:
    """A shown map whose racers stand at (-1, 0.5) ("sgd") and (1, -0.5) ("adam"), on ground without a line."""
    widget = ContourMap(themes)
    widget.view_changed.connect(lambda rect, w, h: widget.set_field(np.zeros((h, w)), rect, False))
    widget.resize(*SIZE)
    widget.set_domain(DOMAIN)
    widget.set_trails({"sgd": np.array([[-1.0, 0.5]]), "adam": np.array([[1.0, -0.5]])})
    widget.show()
    QTest.qWait(30)
    return widget


def pixel(board: ContourMap, point: tuple[float, float]) -> QPointF:
    """Where a point of the plane lies on the screen."""
    return QPointF(*board.view.pixel_of(*point))


def shot(board: ContourMap) -> QImage:
    """What the map looks like now."""
    return board.grab().toImage()


def color_at(board: ContourMap, point: tuple[float, float]) -> QColor:
    """The colour of the pixel at a point of the plane."""
    at = pixel(board, point)
    return shot(board).pixelColor(int(at.x()), int(at.y()))


def distance(one: QColor, two: QColor) -> int:
    """The largest difference of two colours in a channel."""
    pairs = ((one.red(), two.red()), (one.green(), two.green()), (one.blue(), two.blue()))
    return max(abs(a - b) for a, b in pairs)


def pixels(image: QImage) -> np.ndarray:
    """Red, green, blue of an image, (rows, columns, 3)."""
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).astype(int)


def count_near(image: QImage, color: QColor, reach: int = 12) -> int:
    """How many pixels have about this colour."""
    wanted = np.array([color.red(), color.green(), color.blue()])
    return int((np.abs(pixels(image) - wanted).max(axis=2) <= reach).sum())


def changed(before: QImage, after: QImage) -> np.ndarray:
    """Which pixels differ, (rows, columns)."""
    return np.abs(pixels(before) - pixels(after)).max(axis=2) > 3
