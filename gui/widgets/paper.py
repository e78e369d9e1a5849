"""What a widget is being painted on: the screen, a sharper picture of it, or paper that keeps lines and words (SVG).

Layers that are kept as pixels are made for the screen. On anything finer they are made anew at its sharpness; on paper
what is not pixels by nature is painted as it is.
"""

from PySide6.QtGui import QPaintEngine, QPainter

_PAPER = (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf, QPaintEngine.Type.Picture)


def sharpness(painter: QPainter) -> float:
    """Device pixels for each unit of the painter: on the screen the screen's ratio, in a picture the picture's."""
    return float(painter.deviceTransform().m11())


def on_paper(painter: QPainter) -> bool:
    """Are lines and words kept as lines and words?"""
    return painter.paintEngine().type() in _PAPER
