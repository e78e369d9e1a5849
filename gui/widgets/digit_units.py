"""Ten units that each know one digit: their weights as pictures, and digits they have never seen with their answers.

A weight picture is blue where ink speaks for the digit and orange where it speaks against it. All ten pictures share
one scale. Point at a sample and every unit says its sum for it: the highest answers.

Keys: arrows go from picture to picture, Enter singles one out, Escape leaves them.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.contours import Array
from gui.widgets.digit_units_face import SAMPLE, UNIT, Face, Place, paint_digits
from gui.widgets.focus import FocusMark
from gui.widgets.learner_words import counted
from gui.widgets.shapes import begin
from gui.widgets.words import tell, tip
from sim.numerals import write_fixed, write_significant
from sim.phrases import capital, joined, phrase

UNITS, PIXELS = 10, 64
TITLE = "Ten digit units"
ABOUT = "Arrow keys go from picture to picture, Enter singles one out, Escape leaves them."
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ROWS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DigitUnits(QWidget):
    """`hovered` gives (kind, index) of the picture under the pointer or None; `clicked` those of one that was chosen.

    The kinds are UNIT ("unit") and SAMPLE ("sample").
    """

    hovered = Signal(object)
    clicked = Signal(str, int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._weights: Array = np.zeros((UNITS, PIXELS + 1))
        self._given_weights: object = None
        self._accuracies: tuple[float, ...] = ()
        self._mistakes: tuple[int, ...] = ()
        self._samples: Array = np.zeros((0, PIXELS))
        self._said: Array = np.zeros(0, np.int64)
        self._truth: Array = np.zeros(0, np.int64)
        self._given: tuple[object, ...] = ()
        self._hot: Place | None = None
        self._at: Place | None = None
        self._kept: Face | None = None
        self._mark = FocusMark(themes, self, self._ring)
        Answering(self, (QEvent.Type.ToolTip,), self._answer)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        tell(self, TITLE, ABOUT)
        self._tell()

    # What others set -------------------------------------------------------------------------------------------------

    def set_units(
        self, weights: Array, accuracies: Sequence[float] | Array = (), mistakes: Sequence[int] | Array = ()
    ) -> None:
        """Weights (10, 65) with the bias first, the accuracy of each unit from 0 to 1, its mistakes in the last pass.

        The same array of weights again, with equal numbers, costs nothing.
        """
        shares, counts = tuple(float(share) for share in accuracies), tuple(int(count) for count in mistakes)
        if weights is self._given_weights and (shares, counts) == (self._accuracies, self._mistakes):
            return
        table = np.asarray(weights, np.float64)
        if table.shape != (UNITS, PIXELS + 1):
            raise ValueError(f"ten units of 8 x 8 pixels have weights (10, 65), not {table.shape}")
        self._weights, self._given_weights = table, weights
        self._accuracies, self._mistakes = shares, counts
        self._changed()

    def set_samples(self, samples: Array, said: Array, truth: Array) -> None:
        """Digits (k, 64) from 0 (paper) to 1 (ink), what the units say they are, and what they are."""
        given = (samples, said, truth)
        if len(self._given) == 3 and all(one is two for one, two in zip(given, self._given, strict=True)):
            return
        images = np.asarray(samples, np.float64).reshape(-1, PIXELS)
        answers, digits = np.asarray(said, np.int64).ravel(), np.asarray(truth, np.int64).ravel()
        if not len(images) == len(answers) == len(digits):
            raise ValueError(f"{len(images)} digits have {len(answers)} answers and {len(digits)} names")
        self._given = given
        self._samples, self._said, self._truth = images, answers, digits
        self._changed()

    # What it says ----------------------------------------------------------------------------------------------------

    @property
    def pointed(self) -> Place | None:
        """The picture that is read: under the pointer, else the one that the keys are at."""
        return self._hot or (self._at if self.hasFocus() else None)

    def sums(self, sample: int) -> Array:
        """What every unit says of a sample: its bias and its weights times the pixels, (10,)."""
        with np.errstate(over="ignore", invalid="ignore"):
            result: Array = self._weights[:, 0] + self._weights[:, 1:] @ self._samples[sample]
        return result

    def readout(self) -> str:
        """The picture that is read, in words; else how many samples are right."""
        at = self.pointed
        if at is None:
            return self.face().verdict
        kind, index = at
        if kind == SAMPLE:
            said, truth, sums = int(self._said[index]), int(self._truth[index]), self.sums(index)
            verdict = "right" if said == truth else phrase("but it is a {truth}", truth=truth)
            return phrase(
                "unit {said} says the most, {sums}: {verdict}",
                said=said,
                sums=write_significant(float(sums[said]), 3),
                verdict=verdict,
            )
        words = [
            phrase(
                "unit {index}: bias {weights}",
                index=index,
                weights=write_significant(float(self._weights[index, 0]), 3),
            )
        ]
        if index < len(self._accuracies):
            words.append(phrase("{accuracies} % right", accuracies=write_fixed(100 * self._accuracies[index], 1)))
        if index < len(self._mistakes):
            words.append(phrase("{counted} in this pass", counted=counted(self._mistakes[index])))
        return joined(words, ", ")

    # Events ----------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the picture under the pointer."""
        self._set_hot(self.face().place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Read the whole again."""
        self._set_hot(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a picture."""
        at = self.face().place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self._go_to(at)
            self.clicked.emit(*at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from picture to picture."""
        key = Qt.Key(event.key())
        if key in _STEPS or key in _ROWS:
            self._go_to((UNIT, 0) if self._at is None else self._next(_STEPS.get(key, 0), _ROWS.get(key, 0)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at is not None:
            self.clicked.emit(*self._at)
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._go_to(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys' picture is read."""
        super().focusInEvent(event)
        self._changed()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys' picture is no longer read."""
        super().focusOutEvent(event)
        self._changed()

    def _next(self, step: int, row: int) -> Place | None:
        """The neighbour of the keys' picture; at an edge, itself."""
        face, at = self.face(), self._at
        if at is None:
            return None
        if step:
            place = face.places.index(at) + step
            return face.places[min(max(place, 0), len(face.places) - 1)]
        box = face.box(at)
        return min(
            (other for other in face.places if (face.box(other).center().y() - box.center().y()) * row > 4.0),
            key=lambda other: face.distance(box, face.box(other)),
            default=at,
        )

    def _go_to(self, at: Place | None) -> None:
        self._at = at
        self._changed()
        self._mark.refresh()

    def _set_hot(self, at: Place | None) -> None:
        if at != self._hot:
            self._hot = at
            self.setCursor(Qt.CursorShape.ArrowCursor if at is None else Qt.CursorShape.PointingHandCursor)
            self.hovered.emit(at)
            self._changed()

    def _answer(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self.face().place_at(QPointF(event.pos()))
            words = (
                ""
                if at is None
                else tip(phrase("{kind} {number}", kind=capital(at[0]), number=at[1]), self.readout())
            )
            QToolTip.showText(event.globalPos(), words, self)
        return isinstance(event, QHelpEvent)

    # Looks -----------------------------------------------------------------------------------------------------------

    def face(self) -> Face:
        """What is shown, and where."""
        if self._kept is None:
            at = self.pointed
            size = (float(self.width()), float(self.height()))
            sums = self.sums(at[1]) if at is not None and at[0] == SAMPLE else None
            self._kept = Face(
                self._themes.current, size, self._weights, self._accuracies, self._mistakes,
                self._samples, self._said, self._truth, at, sums, "" if at is None else self.readout(),
            )  # fmt: skip
        return self._kept

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        with QPainter(self) as painter:
            begin(painter)
            paint_digits(painter, self.face())

    def _ring(self) -> tuple[QRectF, float]:
        face = self.face()
        radius = float(self._themes.current.size("radius_cell"))
        return (QRectF(self.rect()) if self._at is None else face.box(self._at)), radius

    def sizeHint(self) -> QSize:
        """Two rows of pictures, one of samples."""
        theme = self._themes.current
        return QSize(round(theme.px(620)), round(theme.px(330)))

    def minimumSizeHint(self) -> QSize:
        """Every pixel of a weight picture is still seen."""
        theme = self._themes.current
        return QSize(round(theme.px(240)), round(theme.px(180)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other places."""
        super().resizeEvent(event)
        self._changed()
        self._mark.refresh()

    def _changed(self) -> None:
        if self._at is not None and self._at[0] == SAMPLE and self._at[1] >= len(self._samples):
            self._at = None
        if self._hot is not None and self._hot[0] == SAMPLE and self._hot[1] >= len(self._samples):
            self._hot = None
        self._kept = None
        self._tell()
        self.update()

    def _tell(self) -> None:
        shares = ", ".join(f"{digit}: {write_fixed(100 * share, 1)} %" for digit, share in enumerate(self._accuracies))
        shown = phrase("Right answers of each unit: {shares}.", shares=shares) if shares else ""
        words = self.readout()
        self.setAccessibleDescription(say(joined((phrase("{words}.", words=words) if words else "", shown, ABOUT))))

    def _on_theme(self) -> None:
        self._changed()
        self._mark.refresh()
        self.updateGeometry()
