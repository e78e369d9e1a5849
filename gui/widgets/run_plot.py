"""The curves of one run over its epochs: what it learns from in ink, what it is tested with dashed.

One or two panes share their epochs, say loss and accuracy. The numbers beside a title are those of now, or of the epoch
under the pointer. Left and right read off epoch by epoch, Home and End the ends; L changes the axis of values.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets import run_plot_face as paint
from gui.widgets.chip import Chip
from gui.widgets.contours import Array
from gui.widgets.focus import FocusMark
from gui.widgets.paper import on_paper, sharpness
from gui.widgets.run_plot_face import VALUE, Pane, RunFace
from gui.widgets.shapes import begin
from gui.widgets.words import tell
from sim.numerals import write_fixed
from sim.phrases import capital, joined, phrase

NAME = "Curves of the run"
ABOUT = "Left and Right read off an epoch, Home and End go to the ends, L turns powers of ten on and off."
NOTHING = "Nothing has been learned yet."
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
PAUSE = 50  # milliseconds between two drawings of curves that grow; the numbers are those of every frame


class RunPlot(QWidget):
    """`log_changed` says that the learner turned the axis of powers of ten on or off."""

    log_changed = Signal(bool)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._epochs: Array = np.zeros(0)
        self._panes: tuple[Pane, ...] = ()
        self._unit = "epochs"
        self._empty = NOTHING
        self._record = -1
        self._ground = QPixmap()
        self._stale = self._grown = self._with_log = True
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self._log = Chip(themes, "log", "toggle", parent=self, about="Powers of ten on the axis of values.")
        self._log.toggled.connect(self._on_log)
        self._log.hide()
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), 4.0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        tell(self, NAME, ABOUT)

    # What others set ------------------------------------------------------------------------------------------------

    def set_panes(self, epochs: Array, panes: Sequence[Pane], unit: str = "epochs") -> None:
        """Rising epochs (records,), one or two panes with a value per record in each curve, what the epochs count."""
        epochs = np.asarray(epochs, np.float64).ravel()
        for curve in (curve for pane in panes for curve in pane.curves):
            if curve.values.shape != epochs.shape:
                raise ValueError("A curve has one value for each epoch.")
        anew = _kinds(panes) != _kinds(self._panes) or epochs.size < self._epochs.size or unit != self._unit
        self._stale = self._stale or anew
        self._epochs, self._panes, self._unit = epochs, tuple(panes), unit
        self._record = min(self._record, epochs.size - 1)
        values = any(pane.kind == VALUE for pane in panes) and bool(epochs.size)
        self._log.setVisible(values and self._with_log)
        self._grown = True
        self.update()

    def set_log_shown(self, shown: bool) -> None:
        """Whether the switch of the powers of ten stands in the corner; without it the owner has its own."""
        self._with_log = shown
        self._log.setVisible(shown and bool(self._epochs.size))
        self._restyle()

    def set_log(self, log: bool) -> None:
        """Powers of ten, or the values as they are."""
        self._log.setChecked(log)

    def set_empty_words(self, words: str) -> None:
        """What stands there while there is no curve."""
        if words != self._empty:
            self._empty = words
            self.update()

    @property
    def log(self) -> bool:
        """Are there powers of ten?"""
        return self._log.isChecked()

    @property
    def record(self) -> int:
        """The record that is read off; -1: that of now."""
        return self._record

    def face(self) -> RunFace:
        """What is shown, and where."""
        size = (float(self.width()), float(self.height()))
        return RunFace(self._themes.current, *size, self._epochs, self._panes, self.log, self._unit)

    def readout(self) -> tuple[str, ...]:
        """What is read off, a line for each pane."""
        face = self.face()
        return tuple(
            phrase("{title}: {readout}", title=pane.title, readout=face.readout(pane, self._record))
            if pane.title
            else face.readout(pane, self._record)
            for pane in self._panes
        )

    # Hand -----------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read off."""
        face, at = self.face(), event.position()
        frames = face.frames if self._epochs.size else ()
        inside = any(frame.area.adjusted(-6, -6, 6, 6).contains(at) for frame in frames)
        self._read(face.record_at(at.x()) if inside else -1)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is read off."""
        self._read(-1)
        super().leaveEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on."""
        self._read(-1)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read off epoch by epoch."""
        key, last = Qt.Key(event.key()), self._epochs.size - 1
        if key in _MOVES and last >= 0:
            now = self._record if self._record >= 0 else last
            self._read(min(max(now + _MOVES[key], 0), last))
        elif key in _ENDS and last >= 0:
            self._read(_ENDS[key] % (last + 1))
        elif key == Qt.Key.Key_L and not self._log.isHidden():
            self._log.toggle()
        elif key == Qt.Key.Key_Escape and self._record >= 0:
            self._read(-1)
        else:
            event.ignore()

    def _read(self, record: int) -> None:
        if record != self._record:
            self._record = record
            said = (
                phrase(
                    "{one_of} {epochs}. ",
                    one_of=capital(paint.one_of(self._unit)),
                    epochs=write_fixed(self._epochs[record], 0),
                )
                if record >= 0
                else ""
            )
            self.setAccessibleDescription(
                say(phrase("{said}{names}. {about}", said=said, names=joined(self.readout(), ". "), about=ABOUT))
            )
            self.update()

    # Looks ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The still ground from a pixmap; titles, numbers and what is read off on it."""
        with QPainter(self) as painter:
            begin(painter)
            face, ratio = self.face(), sharpness(painter)
            if not self._epochs.size or not self._panes:
                paint.paint_empty(painter, face, self._empty)
                return
            if on_paper(painter):
                paint.paint_ground(painter, face, ratio)
            else:
                self._renew(face, ratio)
                painter.drawPixmap(0, 0, self._ground)
            taken = 0.0 if self._log.isHidden() else self._log.width() + face.theme.px(8)
            paint.paint_heads(painter, face, self._record, taken)
            if self._record >= 0:
                paint.paint_record(painter, face, self._record)

    def _renew(self, face: RunFace, ratio: float) -> None:
        size = self.size() * ratio
        fits = not self._stale and self._ground.size() == size and self._ground.devicePixelRatio() == ratio
        if fits and self._grown and self._pause.isActive():
            return
        if fits and not self._grown:
            return
        self._pause.start()
        self._ground, self._stale, self._grown = QPixmap(size.expandedTo(QSize(1, 1))), False, False
        self._ground.setDevicePixelRatio(ratio)
        self._ground.fill(Qt.GlobalColor.transparent)
        with QPainter(self._ground) as painter:
            begin(painter)
            paint.paint_ground(painter, face, ratio)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The switch keeps its corner."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        size = self._log.sizeHint()
        self._log.setGeometry(self.width() - size.width(), 0, size.width(), size.height())
        self._restyle()

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(round(self._themes.current.px(380)), round(self._themes.current.px(190)))

    def minimumSizeHint(self) -> QSize:
        """Room for a grid and names."""
        return QSize(round(self._themes.current.px(180)), round(self._themes.current.px(110)))

    def _on_pause(self) -> None:
        if self._grown:
            self.update()

    def _on_log(self, on: bool) -> None:
        self._restyle()
        self.log_changed.emit(on)

    def _on_theme(self) -> None:
        self._lay_out()
        self.updateGeometry()

    def _restyle(self) -> None:
        self._stale = True
        self._mark.refresh()
        self.update()


def _kinds(panes: Sequence[Pane]) -> list[tuple[str, str, tuple[str, ...]]]:
    """What is drawn, whatever its numbers are."""
    return [(pane.title, pane.kind, tuple(curve.name for curve in pane.curves)) for pane in panes]
