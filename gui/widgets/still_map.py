"""What a classifier decides on the plane, to be looked at and compared: the decision map without hands and axes.

It fills its place, so that several stand alike side by side in small cards.
"""

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.decision_map_picture import DecisionPicture
from gui.widgets.map_canvas import Canvas
from gui.widgets.viewport import Viewport
from gui.widgets.words import tell

NAME = "Decision map"
NARROWEST, LONGEST = 0.85, 1.8
"""Width by height: a place that is longer or narrower is not filled."""


class StillMap(DecisionPicture):
    """Points and field as in `decision_map`; nothing on it can be taken hold of."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        tell(self, NAME)

    def set_words(self, name: str, about: str) -> None:
        """Whose map it is, and what it shows, for a pointer and for those who listen."""
        if (name, about) != (self.accessibleName(), self.accessibleDescription()):
            tell(self, name, about)

    def _lay_out(self) -> None:
        wide = min(float(self.width()), LONGEST * self.height())
        high = min(float(self.height()), wide / NARROWEST)
        self._view = Viewport(self._domain, (self.width() - wide) / 2.0, 0.0, max(1.0, wide), max(1.0, high))
        self._forget_still()

    def _paint_still(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._themes.current.color(self._ground_role))

    def _paint_names(self, canvas: Canvas) -> None:
        """There are no axes to name."""
