"""Painted rows in languages that are read from right to left: boxes and alignments seen in a mirror."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget

from gui.widgets.shapes import LEFT, RIGHT


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
