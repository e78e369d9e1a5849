"""Where the layers of a map are painted: the painter, what part of the plane it shows, and the look."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gui.theme import Theme
from gui.widgets.labels import Box
from gui.widgets.viewport import Viewport

_FAR = 1e150
_ROOMY = (330.0, 200.0)
_BARE = (190.0, 130.0)


@dataclass(frozen=True)
class Canvas:
    """One painting of a map; `ratio` device pixels to one of the widget's."""

    painter: QPainter
    view: Viewport
    theme: Theme
    ratio: float

    @property
    def picture(self) -> QRectF:
        """The place of the picture."""
        return QRectF(self.view.left, self.view.top, self.view.width, self.view.height)

    @property
    def is_roomy(self) -> bool:
        """Is there room for words beside what is drawn?"""
        return self.view.width >= self.theme.px(_ROOMY[0]) and self.view.height >= self.theme.px(_ROOMY[1])

    @property
    def is_bare(self) -> bool:
        """Is the picture so small that it shows tracks and nothing beside them?"""
        return self.view.width < self.theme.px(_BARE[0]) or self.view.height < self.theme.px(_BARE[1])

    def pixel(self, point: tuple[float, float]) -> QPointF:
        """A finite point of the plane as a pixel; the far ones are pulled in, so that the pixel is finite too."""
        x, y = (min(max(float(number), -_FAR), _FAR) for number in point)
        return QPointF(*self.view.pixel_of(x, y))


def rect_of_box(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])


def walls_along(start: QPointF, end: QPointF, reach: float) -> list[Box]:
    """Small boxes along a line, which words should not cover."""
    shift = end - start
    count = max(1, min(12, int(math.hypot(shift.x(), shift.y()) / (4.0 * reach))))
    spots = (start + shift * (step / count) for step in range(count + 1))
    return [around(spot.x(), spot.y(), reach) for spot in spots]


def around(x: float, y: float, reach: float) -> Box:
    """The square about a pixel."""
    return (x - reach, y - reach, x + reach, y + reach)
