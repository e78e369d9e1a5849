"""The losses of many twins over the epochs, as a fan, with this run in it and some twins that can be chosen.

The bands hold 96 % and the middle 50 % of the twins at each epoch on its own: no twin needs to follow their edge. Move
over the picture for the numbers of an epoch; click a thin line to load that twin.
"""

import math
from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets import fan_face as paint
from gui.widgets.contours import Array
from gui.widgets.fan_face import FanFace
from gui.widgets.focus import FocusMark
from gui.widgets.paper import on_paper, sharpness
from gui.widgets.run_plot_face import one_of
from gui.widgets.shapes import begin
from gui.widgets.words import tell
from sim.numerals import write_short, write_significant
from sim.phrases import joined, phrase

NAME = "Loss of the twins"
NOTHING = "No twins yet"
ABOUT = "Left and Right read off an epoch, Up and Down walk over the twins, Enter loads one. A click does too."
_REACH = 12.0
_NONE: Array = np.zeros(0)
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -10, Qt.Key.Key_PageDown: 10}


class FanPlot(QWidget):
    """`twin_chosen` gives the number of a twin, as `set_twins` gave it."""

    twin_chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._epochs, self._fan, self._worst, self._run = _NONE, np.zeros((5, 0)), _NONE, _NONE
        self._twins: Array = np.zeros((0, 0))
        self._numbers: tuple[int, ...] = ()
        self._stuck = math.nan
        self._chosen = -1
        self._hot = self._at = self._record = -1
        self._cursor = 0.0
        self._log = True
        self._unit = "epochs"
        self._empty = NOTHING
        self._ground = QPixmap()
        self._stale = True
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), 4.0))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._restyle)
        tell(self, NAME, ABOUT)

    # What others set ------------------------------------------------------------------------------------------------

    def set_fan(self, epochs: Array, fan: Array, worst: Array | None = None) -> None:
        """Quantiles (5, records) at 2, 25, 50, 75, 98 %, rising `epochs` (records,), and the worst loss of each."""
        epochs, fan = np.asarray(epochs, np.float64).ravel(), np.asarray(fan, np.float64)
        if fan.shape != (5, epochs.size):
            raise ValueError("The fan has five quantiles for each epoch.")
        if epochs.size != self._epochs.size:
            self._run, self._twins = self._fitting(self._run, epochs), np.zeros((0, epochs.size))
            self._hot = self._at = self._record = -1
        self._epochs, self._fan = epochs, fan
        self._worst = _NONE if worst is None else self._fitting(np.asarray(worst, np.float64), epochs)
        self._restyle()

    def set_run(self, losses: Array) -> None:
        """The loss of the run that is shown elsewhere, at the first of the epochs."""
        self._run = self._fitting(np.asarray(losses, np.float64), self._epochs)
        self._restyle()

    def set_twins(self, losses: Array, numbers: Sequence[int]) -> None:
        """Some twins (twins, records) as thin lines that can be chosen, and their numbers."""
        losses = np.asarray(losses, np.float64)
        if losses.shape != (len(numbers), self._epochs.size):
            raise ValueError("There is a loss for every epoch and a number for every twin.")
        self._twins, self._numbers = losses, tuple(int(number) for number in numbers)
        self._hot = self._at = -1
        self._restyle()

    def set_stuck(self, loss: float) -> None:
        """The last loss of those that did not get there, which has a name of its own; NaN: there are none."""
        if loss != self._stuck and not (math.isnan(loss) and math.isnan(self._stuck)):
            self._stuck = loss
            self._restyle()

    @property
    def chosen(self) -> int | None:
        """The twin that was chosen, None where none is."""
        return self._chosen if self._chosen >= 0 else None

    def set_chosen(self, number: int | None) -> None:
        """The twin that is shown stronger."""
        self._chosen = -1 if number is None else number
        self.update()

    def set_cursor(self, epoch: float) -> None:
        """The epoch of now; cheap."""
        if epoch != self._cursor:
            self._cursor = max(0.0, float(epoch))
            self.update()

    def set_log(self, log: bool) -> None:
        """Powers of ten, or the losses as they are."""
        if log != self._log:
            self._log = log
            self._restyle()

    def set_unit(self, unit: str) -> None:
        """What the axis counts."""
        self._unit = unit
        self._restyle()

    def set_empty_words(self, words: str) -> None:
        """What stands there while there are no twins."""
        if words != self._empty:
            self._empty = words
            self.update()

    # Numbers --------------------------------------------------------------------------------------------------------

    def face(self) -> FanFace:
        """What is shown, and where."""
        return FanFace(
            self._themes.current,
            float(self.width()),
            float(self.height()),
            epochs=self._epochs,
            fan=self._fan,
            worst=self._worst,
            run=self._run[: self._epochs.size],
            twins=self._twins,
            log=self._log,
            cursor=self._cursor,
            unit=self._unit,
            stuck=self._stuck,
        )

    def readout(self, record: int) -> tuple[str, ...]:
        """The numbers of one record, a line each."""
        half_low, median, half_high = (write_significant(float(v), 2) for v in self._fan[1:4, record])
        twin = phrase(" · twin {numbers}", numbers=self._numbers[self._hot]) if self._hot >= 0 else ""
        lines = [
            phrase(
                "{one_of} {epochs}{twin}",
                one_of=one_of(self._unit),
                epochs=write_short(self._epochs[record], 6),
                twin=twin,
            )
        ]
        if record < self._run.size:
            lines.append(phrase("this run {run}", run=write_significant(float(self._run[record]), 2)))
        lines += [
            phrase("median {median}", median=median),
            phrase("half of all {half_low} to {half_high}", half_low=half_low, half_high=half_high),
        ]
        if self._worst.size:
            lines.append(phrase("worst {worst}", worst=write_significant(float(self._worst[record]), 2)))
        return tuple(lines)

    # Hand -----------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read off, and glow."""
        face, at = self.face(), event.position()
        inside = face.frame.area.adjusted(-4, -8, 4, 8).contains(at)
        record, hot = (face.record_at(at.x()), face.twin_at(at, _REACH)) if inside else (-1, -1)
        if (record, hot) != (self._record, self._hot):
            self._record, self._hot = record, hot
            self.setCursor(Qt.CursorShape.PointingHandCursor if hot >= 0 else Qt.CursorShape.ArrowCursor)
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the twin under the pointer."""
        row = self.face().twin_at(event.position(), _REACH) if self._epochs.size else -1
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self._choose(row)
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is read off."""
        self._record = self._hot = -1
        self.update()
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Read off, walk, choose."""
        key = Qt.Key(event.key())
        if key in _MOVES and self._epochs.size:
            now = self._record if self._record >= 0 else self.face().record_of(self._cursor)
            self._record = min(max(now + _MOVES[key], 0), self._epochs.size - 1)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and len(self._twins):
            self._walk(1 if key == Qt.Key.Key_Up else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._hot >= 0:
            self._choose(self._hot)
        elif key == Qt.Key.Key_Escape and self._record >= 0:
            self._record = self._hot = -1
        else:
            event.ignore()
            return
        self._tell()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on."""
        self._record = self._hot = -1
        super().focusOutEvent(event)
        self.update()

    def _walk(self, way: int) -> None:
        """To the next higher or lower twin, by the loss at the end."""
        ends = np.nan_to_num(self._twins[:, -1], nan=np.inf, posinf=np.inf) if self._epochs.size else _NONE
        order = np.argsort(ends, kind="stable").tolist()
        place = order.index(self._hot) + way if self._hot in order else 0
        self._hot = order[min(max(place, 0), len(order) - 1)]
        self._record = self._record if self._record >= 0 else self._epochs.size - 1

    def _choose(self, row: int) -> None:
        self._chosen = self._numbers[row]
        self.update()
        self.twin_chosen.emit(self._chosen)

    # Looks ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The still ground from a pixmap; now, hover and choice on it."""
        with QPainter(self) as painter:
            begin(painter)
            face, ratio = self.face(), sharpness(painter)
            if on_paper(painter):
                paint.paint_ground(painter, face)
            else:
                self._renew(face, ratio)
                painter.drawPixmap(0, 0, self._ground)
            if not self._epochs.size:
                paint.paint_empty(painter, face, self._empty)
                return
            if self._chosen in self._numbers:
                paint.paint_chosen(painter, face, self._numbers.index(self._chosen), False)
            paint.paint_chosen(painter, face, self._hot, True)
            paint.paint_now(painter, face)
            if self._record >= 0:
                paint.paint_readout(painter, face, self._record, self.readout(self._record))

    def _renew(self, face: FanFace, ratio: float) -> None:
        size = self.size() * ratio
        if not self._stale and self._ground.size() == size and self._ground.devicePixelRatio() == ratio:
            return
        self._ground, self._stale = QPixmap(size.expandedTo(QSize(1, 1))), False
        self._ground.setDevicePixelRatio(ratio)
        self._ground.fill(Qt.GlobalColor.transparent)
        with QPainter(self._ground) as painter:
            begin(painter)
            paint.paint_ground(painter, face)

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(round(self._themes.current.px(380)), round(self._themes.current.px(190)))

    def minimumSizeHint(self) -> QSize:
        """Room for a grid and names."""
        return QSize(round(self._themes.current.px(220)), round(self._themes.current.px(110)))

    def point_of(self, row: int, record: int) -> QPointF:
        """Where a twin is at a record."""
        return QPointF(*self.face().points(self._twins[row])[record])

    def _fitting(self, losses: Array, epochs: Array) -> Array:
        return losses.ravel()[: epochs.size]

    def _tell(self) -> None:
        said = joined(self.readout(self._record), ", ") + "." if self._record >= 0 else ""
        self.setAccessibleDescription(say(joined((said, ABOUT))))

    def _restyle(self) -> None:
        self._stale = True
        self._mark.refresh()
        self.update()
