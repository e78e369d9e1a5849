"""The weights of a layer as pictures, arms side by side: a square for each unit, a table of them all, or bars.

Squares of the same unit stand at the same place in every arm, and all share one scale of colours. What is exactly 0 is
blank. Point at a unit, or walk with the arrow keys: it is marked in every arm and its numbers are said.
"""

import numpy as np
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.penalty_content import WeightPicture
from gui.widgets.picture import Picture
from gui.widgets.weight_images_face import BARS, SQUARES, ImagesFace, full_color, paint_images, zeros_of
from sim.numerals import write_significant
from sim.phrases import joined, phrase

_ROOM_TO_SHRINK = 0.5


class WeightImages(Picture):
    """`unit_pointed` gives the place of the unit under the pointer or the keys, -1 for none."""

    unit_pointed = Signal(int)
    name = "Pictures of the weights"
    about = "Blue speaks for, orange against, blank is exactly 0. The arrow keys go from one to the next."
    wanted, least = (380, 240), (170, 110)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._pictures: tuple[WeightPicture, ...] = ()
        self._most = 0.0
        self._at = -1
        self.renew()

    def show_pictures(self, pictures: tuple[WeightPicture, ...]) -> None:
        """Other weights, a picture for each arm, all of one layer and of one shape."""
        shapes = {picture.weights.shape for picture in pictures}
        if len(shapes) > 1 or any(len(shape) != 2 for shape in shapes):
            raise ValueError("Pictures of weights are tables of one shape.")
        anew = shapes != {picture.weights.shape for picture in self._pictures}
        most = full_color(pictures)
        keeps = self._most and not anew and _ROOM_TO_SHRINK * self._most < most <= 1.1 * self._most
        self._pictures, self._most = pictures, self._most if keeps else most
        self._at = -1 if anew else self._at
        self.refresh()

    def face(self) -> ImagesFace:
        """What is shown, and where."""
        size = (float(self.width()), float(self.height()))
        return ImagesFace(self._themes.current, size, self._pictures, self._most, self._at)

    @property
    def kind(self) -> str:
        """Squares, a table or bars; "" while there is nothing."""
        return self.face().kind if self._pictures else ""

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """All arms."""
        paint_images(painter, self.face())

    def describe(self) -> str:
        """Every arm in words, and the unit that is pointed at."""
        said = [phrase("{title}: {zeros}.", title=one.title, zeros=zeros_of(one.weights)) for one in self._pictures]
        return joined((*said, self.readout()))

    def readout(self) -> str:
        """What is pointed at, in every arm."""
        if self._at < 0 or not self._pictures:
            return ""
        if self.face().kind == BARS:
            parts = [phrase("{title} {weight}", title=one.title,
                            weight=write_significant(float(one.weights[0, self._at]), 3))
                     for one in self._pictures]  # fmt: skip
            truth = self._pictures[0].truth
            if self._at < truth.size:
                parts.append(phrase("truth {weight}", weight=write_significant(float(truth[self._at]), 3)))
            return phrase("Weight {index}: {numbers}.", index=self._at + 1, numbers=joined(parts, ", "))
        parts = [phrase("{title} {zeros} of {inputs} exactly 0, largest {largest}", title=one.title,
                        zeros=int((one.weights[self._at] == 0.0).sum()), inputs=one.weights.shape[1],
                        largest=write_significant(float(np.abs(one.weights[self._at]).max()), 3))
                 for one in self._pictures]  # fmt: skip
        return phrase("Unit {index}: {numbers}.", index=self._at + 1, numbers=joined(parts, "; "))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The unit under the pointer is read off."""
        self._point(self.face().unit_at(event.position()) if self._pictures else -1)

    def leaveEvent(self, event: QEvent) -> None:
        """None is."""
        self._point(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on."""
        self._point(-1)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From unit to unit."""
        key, face = Qt.Key(event.key()), self.face()
        if not self._pictures or not self._pictures[0].weights.size:
            event.ignore()
            return
        row = face.grid[0] if face.kind == SQUARES else 1
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -row, Qt.Key.Key_Down: row}
        if key in steps:
            here = self._at + steps[key] if self._at >= 0 else 0
            self._point(here if 0 <= here < face.count else self._at)
        elif key == Qt.Key.Key_Escape and self._at >= 0:
            self._point(-1)
        else:
            event.ignore()

    def _point(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self.renew()
            self.unit_pointed.emit(at)
