"""Painted rows in languages that are read from right to left: boxes, alignments and arrow keys seen in a mirror."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.shapes import LEFT, RIGHT

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)


def moves(widget: QWidget, key: int) -> int:
    """Where an arrow key leads in a row of options: 1 to the next, -1 to the one before, 0 for any other key."""
    move = _MOVES.get(Qt.Key(key), 0)
    return -move if key in _SIDEWAYS and Mirror(widget).on else move


class Mirror:
    """For one painting of a widget: nothing changes where it is read from left to right."""

    def __init__(self, widget: QWidget) -> None:
        self._wide = float(widget.width())
        self.on = widget.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def box(self, rect: QRectF) -> QRectF:
        """Where a box stands."""
        return QRectF(self._wide - rect.right(), rect.top(), rect.width(), rect.height()) if self.on else rect

    @property
    def start(self) -> Qt.AlignmentFlag:
        """Where a line begins."""
        return RIGHT if self.on else LEFT

    @property
    def end(self) -> Qt.AlignmentFlag:
        """Where a line ends."""
        return LEFT if self.on else RIGHT

    @property
    def onward(self) -> str:
        """The icon of an arrow that points ahead."""
        return "left" if self.on else "right"
