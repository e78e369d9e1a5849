"""What a widget is being painted on: the screen, a sharper picture of it, or paper that keeps lines and words (SVG).

Layers that are kept as pixels are made for the screen. On anything finer they are made anew at its sharpness; on paper
what is not pixels by nature is painted as it is. A picture that leaves the window shows no hints for hands.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QPaintEngine, QPainter
from PySide6.QtWidgets import QWidget

LEAVING = "leaving"
"""The property of a widget whose picture is being taken."""
_PAPER = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf, QPaintEngine.Type.Picture)


def sharpness(painter: QPainter) -> float:
    """Device pixels for each unit of the painter: on the screen the screen's ratio, in a picture the picture's."""
    return float(painter.deviceTransform().m11())


def on_paper(painter: QPainter) -> bool:
    """Are lines and words kept as lines and words?"""
    return painter.paintEngine().type() in _PAPER


@contextmanager
def leaving(widget: QWidget) -> Iterator[None]:
    """While this lasts, the widget is painted for somebody outside the window."""
    widget.setProperty(LEAVING, True)
    try:
        yield
    finally:
        widget.setProperty(LEAVING, None)


def is_leaving(widget: QWidget | None) -> bool:
    """Is the widget, or one that it lies in, painted for somebody outside the window?"""
    while widget is not None:
        if widget.property(LEAVING):
            return True
        widget = widget.parentWidget()
    return False
