"""The signs of classes: class 0 an orange square, class 1 a blue circle, the third a triangle, more where needed.

A point is drawn with a rim in `panel`. One that the network is tested with, and not trained, is hollow; one on the
wrong side wears a ring in `bad`.
"""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QPainter

from gui.theme import Theme
from gui.widgets.markers import paint_marker
from gui.widgets.shapes import disc

MOST_CLASSES = 10
RIM = 1.3
RING_GAP = 4.0
_OTHER_SHAPES = ("diamond", "down", "hex", "star", "square", "circle", "up")


def class_role(index: int) -> str:
    """The role of the colour of a class; those beyond the tenth look like the tenth."""
    place = min(max(int(index), 0), MOST_CLASSES - 1)
    return ("minus", "plus")[place] if place < 2 else f"class{place}"


def class_shape(theme: Theme, index: int) -> str:
    """The marker of a class."""
    place = min(max(int(index), 0), MOST_CLASSES - 1)
    return theme.marker(f"class_{place}") if place < 3 else _OTHER_SHAPES[place - 3]


def class_color(theme: Theme, index: int, alpha: float = 1.0) -> QColor:
    """The colour of a class."""
    return theme.color(class_role(index), alpha)


def paint_point(
    painter: QPainter,
    theme: Theme,
    index: int,
    centre: QPointF,
    radius: float,
    hollow: bool = False,
    wrong: bool = False,
) -> None:
    """A point of a class."""
    shape, rim = class_shape(theme, index), theme.px(RIM)
    if wrong:
        disc(painter, centre, radius + theme.px(RING_GAP), None, theme.color("panel", 0.8), theme.px(3.4))
        disc(painter, centre, radius + theme.px(RING_GAP), None, theme.color("bad"), theme.px(1.6))
    if not hollow:
        paint_marker(painter, shape, centre, radius, class_color(theme, index), theme.color("panel"), rim)
        return
    edge = max(1.2, radius * 0.4)
    ground, inner = theme.color("panel"), radius - edge * 0.2
    paint_marker(painter, shape, centre, inner, ground, ground, edge + 2 * rim)
    paint_marker(painter, shape, centre, inner, ground, class_color(theme, index), edge)


def reach_of(radius: float, theme: Theme) -> float:
    """How far a point's picture goes from its centre, ring included."""
    return radius * 1.45 + theme.px(RING_GAP) + theme.px(2.0)
