"""A loss landscape as a relief in space with the tracks of a race on it: the learner turns it, and points at things.

Knows no simulation and no compiler: it gets a mesh, paths, names and a rasteriser, and says what was turned, dragged,
looked at or pointed at.

Mouse: drag turns; wheel or pinch zooms; drag the start over the surface; double click looks from where one began. Keys:
arrows turn by 5 degrees (Shift 1), plus and minus zoom, 0 looks from where one began.
"""

from PySide6.QtCore import QPointF, Signal
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.surface_stage import SurfaceStage


class SurfaceView(SurfaceStage):
    """See the module's text."""

    start_dragged = Signal(float, float)
    start_released = Signal()
    hovered = Signal(object, QPointF)
    clicked = Signal(str)
    pointed = Signal(object)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
