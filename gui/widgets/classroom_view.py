"""A hidden layer as a class: who says how much, who copies from whom, and what arrives when half of them are ill.

Point at a pupil and see who copies from it; point at one who copies and see from whom. The arrow keys walk through the
desks, Escape leaves them.
"""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.classroom_content import ClassSeen, strongest
from gui.widgets.classroom_face import MOST_LINES, ClassFace, paint_class, paint_copiers, paint_lines
from gui.widgets.picture import Picture
from gui.widgets.robust_content import percent
from gui.widgets.shapes import CENTRE, text
from gui.widgets.words import tip
from sim.phrases import joined, phrase, word

NOTHING = word("The class meets with the first batch: press play.")
_MOVES = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}


class ClassroomView(Picture):
    """`pointed` gives a pupil, or -1."""

    pointed = Signal(int)
    name = "The class"
    about = "Lines go to those who copy. Arrow keys walk from desk to desk."
    wanted, least = (520, 270), (220, 110)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = ClassSeen()
        self._why = ""
        self._hot = self._at = self._copier = -1
        self.renew()

    def show_class(self, seen: ClassSeen) -> None:
        """Another layer, another day."""
        if seen.units != self._seen.units:
            self._hot = self._at = self._copier = -1
        self._seen = seen
        self._mark.refresh()
        self.renew()

    def explain(self, why: str) -> None:
        """Why there is nothing to show; "" where it only has not come yet."""
        if why != self._why:
            self._why = why
            self.renew()

    @property
    def seen(self) -> ClassSeen:
        """What is shown."""
        return self._seen

    def face(self) -> ClassFace:
        """Where everyone sits."""
        theme = self._themes.current
        return ClassFace(theme, float(self.width()), float(self.height()), max(1, self._seen.units),
                         max(1, len(self._seen.names)))  # fmt: skip

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Lines behind the pupils."""
        seen, face = self._seen, self.face()
        if not seen.units:
            text(painter, QRectF(self.rect()), self._why or NOTHING, theme.font("small"), theme.color("soft"), CENTRE)
            return
        unit = self._pointed()
        paint_lines(painter, face, seen, self.lines(), unit >= 0 or self._copier >= 0)
        paint_class(painter, face, seen, unit)
        paint_copiers(painter, face, seen, self._copier)

    def lines(self) -> np.ndarray:
        """The pairs (pupil, copier) that are joined by a line."""
        seen, unit = self._seen, self._pointed()
        if unit >= 0:
            return np.array([(unit, k) for k in range(len(seen.names)) if not seen.away[unit]], np.intp).reshape(-1, 2)
        if self._copier >= 0:
            copied = np.where(seen.away, 0.0, np.nan_to_num(seen.copied[:, self._copier]))
            best = np.argsort(copied)[-MOST_LINES // 3 :]
            return np.array([(int(k), self._copier) for k in best if copied[k] > 0.0], np.intp).reshape(-1, 2)
        return strongest(seen, MOST_LINES)

    def _pointed(self) -> int:
        return self._hot if self._hot >= 0 else self._at if self.hasFocus() else -1

    # Words ------------------------------------------------------------------------------------------------------------

    def describe(self) -> str:
        """The pupil that is pointed at, else the class."""
        seen, unit = self._seen, self._hot if self._hot >= 0 else self._at
        if not seen.units:
            return self._why or NOTHING
        if unit >= 0:
            return pupil_words(seen, unit)
        if self._copier >= 0:
            heard = percent(float(seen.heard[self._copier]))
            return phrase("{name} hears {heard} of what it would.", name=seen.names[self._copier], heard=heard)
        return class_words(seen)

    # Hand -------------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A pupil, or one who copies."""
        face, at = self.face(), event.position()
        self._point(face.unit_at(at) if self._seen.units else -1, face.copier_at(at) if self._seen.names else -1)

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody."""
        self._point(-1, -1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk through the desks."""
        key, units = Qt.Key(event.key()), self._seen.units
        if key in _MOVES and units:
            row, column = _MOVES[key]
            step = row * self.face().grid[1] + column
            self._at = 0 if self._at < 0 else min(max(self._at + step, 0), units - 1)
        elif key == Qt.Key.Key_Escape and self._at >= 0:
            self._at = -1
        else:
            event.ignore()
            return
        self._mark.refresh()
        self.pointed.emit(self._at)
        self.renew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys are elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def ring(self) -> tuple[QRectF, float]:
        """Around a pupil."""
        if self._at < 0:
            return super().ring()
        face = self.face()
        at, head = face.head_at(self._at), face.head
        return QRectF(at - QPointF(head, head), at + QPointF(head, head)), head

    def _point(self, unit: int, copier: int) -> None:
        if (unit, copier) != (self._hot, self._copier):
            self._hot, self._copier = unit, copier
            self.pointed.emit(unit)
            self.renew()
            self.setToolTip(tip(self.describe()) if unit >= 0 or copier >= 0 else "")


def pupil_words(seen: ClassSeen, unit: int) -> str:
    """One pupil in words."""
    who = phrase("Star pupil {unit}", unit=unit + 1) if unit in seen.stars else phrase("Pupil {unit}", unit=unit + 1)
    if unit in seen.stars[: seen.home]:
        return phrase("{who} was sent home.", who=who)
    carried = percent(seen.carried((unit,)))
    if seen.away[unit]:
        return phrase("{who} is ill: {carried} of what is copied came from it.", who=who, carried=carried)
    return phrase("{who}: {carried} of what is copied comes from it.", who=who, carried=carried)


def class_words(seen: ClassSeen) -> str:
    """How many are there, and what their absence takes away."""
    away = int(seen.away.sum())
    if away:
        return phrase("{away} of {units} are away, and with them {lost} of what is copied.",
                      away=away, units=seen.units, lost=percent(seen.lost))  # fmt: skip
    if seen.stars:
        many, share = len(seen.stars), percent(seen.carried(seen.stars))
        if many == 1:
            return phrase("One star of {units} pupils gives {share} of what is copied.", units=seen.units, share=share)
        return phrase("{many} stars of {units} pupils give {share} of what is copied.",
                      many=many, units=seen.units, share=share)  # fmt: skip
    return joined((phrase("{units} pupils, all of them here.", units=seen.units),))
