"""Digits that were not learned from, and what several networks make of each: a bar for the probability of every class.

The networks stand one below the other beside each digit, so that the sure and the unsure can be compared. The arrow
keys go from digit to digit.

Digits and letters are painted once and kept: a frame of a running network has time for the bars, not for all of it.
"""

from PySide6.QtCore import QEvent, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.fit_content import DigitSample
from gui.widgets.picture import Picture
from gui.widgets.sample_digits_face import SamplesFace, paint_answers, paint_still, right_of
from gui.widgets.shapes import begin
from sim.phrases import capital, joined, phrase


class SampleDigits(Picture):
    """`sample_pointed` gives the place of the digit under the pointer or the keys, -1 for none."""

    sample_pointed = Signal(int)
    name = "Digits and what the networks say"
    about = "A bar for the probability of each digit; the right one is framed. The arrow keys go from digit to digit."
    wanted, least = (480, 220), (190, 80)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._samples: tuple[DigitSample, ...] = ()
        self._names: tuple[str, ...] = ()
        self._roles: tuple[str, ...] = ()
        self._at = -1
        self._still: QPixmap | None = None
        self._still_of: tuple[object, ...] = ()
        self.renew()

    def show_samples(
        self, samples: tuple[DigitSample, ...], names: tuple[str, ...], roles: tuple[str, ...]
    ) -> None:
        """Other digits or other answers; the short names of the arms and the roles of their colours."""
        if any(sample.probabilities.shape[0] != len(names) for sample in samples) or len(names) != len(roles):
            raise ValueError("Every arm has a name, a role and a row of probabilities.")
        self._samples, self._names, self._roles = samples, names, roles
        self._at = self._at if self._at < len(samples) else -1
        self.refresh()

    def face(self) -> SamplesFace:
        """What is shown, and where."""
        size = (float(self.width()), float(self.height()))
        return SamplesFace(self._themes.current, size, self._samples, self._names, self._roles, self._at)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """All that fit."""
        face, ratio = self.face(), self.devicePixelRatioF()
        painter.drawPixmap(0, 0, self._kept(face, ratio))
        paint_answers(painter, face)

    def forget(self) -> None:
        """Colours and letters are other."""
        self._still = None

    def _kept(self, face: SamplesFace, ratio: float) -> QPixmap:
        """What stays as the networks learn on; painted anew where something of it is other."""
        shown = tuple((sample.truth, sample.picture.tobytes()) for sample in self._samples)
        of = (face.size, ratio, face.names, face.roles, face.at, self.layoutDirection(), *shown)
        if self._still is None or of != self._still_of:
            self._still_of = of
            self._still = QPixmap((QSizeF(*face.size) * ratio).toSize().expandedTo(QSize(1, 1)))
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(Qt.GlobalColor.transparent)
            with QPainter(self._still) as painter:
                begin(painter)
                paint_still(painter, face)
        return self._still

    def describe(self) -> str:
        """The digit that is read, else how many are right."""
        if not self._samples:
            return ""
        if self._at >= 0:
            return phrase("{words}.", words=capital(joined(self.face().words(self._at), ", ")))
        return joined([phrase("{name}: {right} of {count} right.", name=name, count=len(self._samples),
                              right=right_of(self._samples, arm)) for arm, name in enumerate(self._names)])  # fmt: skip

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The digit under the pointer is read."""
        self._point(self.face().sample_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """None is."""
        self._point(-1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on."""
        self._point(-1)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From digit to digit."""
        key, face = Qt.Key(event.key()), self.face()
        columns = face.grid[0]
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -columns, Qt.Key.Key_Down: columns}
        if key in steps and face.shown:
            here = self._at + steps[key] if self._at >= 0 else 0
            self._point(here if 0 <= here < face.shown else self._at)
        elif key == Qt.Key.Key_Escape and self._at >= 0:
            self._point(-1)
        else:
            event.ignore()

    def _point(self, at: int) -> None:
        if at != self._at:
            self._at = at
            self.renew()
            self.sample_pointed.emit(at)
