"""The picture that the program opens with: points, one line, and one haloed handle to take it by.

A decision map without numbers at its edges. Lines that were tried before stay as pale traces; the ground says on which
side a place lies, more firmly the farther away, so that the eye meets the line first.
"""

from __future__ import annotations

import math
from collections import deque

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QVariantAnimation
from PySide6.QtGui import QPainter, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from gui.icons import paint_icon
from gui.theme import ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.decision_map import DecisionMap
from gui.widgets.decision_map_line import GRIP_RADIUS, Line, segment
from gui.widgets.decision_map_lines import paint_named
from gui.widgets.map_canvas import Canvas
from gui.widgets.shapes import disc
from gui.widgets.viewport import Viewport

HALOED = 1
TRACES = 5
FIELD = 72
SOFT = 0.55
"""So many units of the plane away from the line the ground has three quarters of its colour."""
HANDLE, WAVE = 11.0, 14.0
PULSES = 3
ALIKE = 0.02


class HeroMap(DecisionMap):
    """See the module's text. `line_dragged` and the signals of points are those of every decision map."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._traces: deque[Line] = deque(maxlen=TRACES)
        self._sided: Line | None = None
        super().__init__(themes, parent)
        self._pulse = QVariantAnimation(self)
        self._pulse.setStartValue(0.0)
        self._pulse.setEndValue(1.0)
        self._pulse.setLoopCount(PULSES)
        self._pulse.valueChanged.connect(lambda _: self.update())
        self._pulsed = False

    def show_line(self, line: tuple[float, float, float] | None, own: bool) -> None:
        """The line as it is now; own: the learner has drawn it, so nothing is traced."""
        before = self._line
        self.set_line(line, role="you" if own else "ink")
        if own:
            return
        if before is not None and self._line is not None and far_apart(before, self._line):
            self._traces.append(before)

    def forget_traces(self) -> None:
        """Another run."""
        self._traces.clear()
        self.update()

    @property
    def traces(self) -> int:
        """How many earlier lines are still seen."""
        return len(self._traces)

    @property
    def is_held(self) -> bool:
        """Whether a hand has the line, by mouse or by keys."""
        return self._grips is not None

    def handle_box(self) -> QRectF:
        """The place of the haloed handle, in this widget; the picture where there is no line."""
        spots = self.grip_spots()
        if spots is None:
            return QRectF(self.rect())
        reach = self._themes.current.px(HANDLE + WAVE)
        return QRectF(spots[HALOED].x() - reach, spots[HALOED].y() - reach, 2 * reach, 2 * reach)

    def showEvent(self, event: QShowEvent) -> None:
        """At first sight the handle calls."""
        super().showEvent(event)
        period = self._themes.current.motion("cue_period")
        if not self._pulsed and period > 0:
            self._pulsed = True
            self._pulse.setDuration(period)
            self._pulse.start()

    # Geometry --------------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        """The largest square, without axes."""
        side = float(max(1, min(self.width(), self.height())))
        left, top = math.floor((self.width() - side) / 2), math.floor((self.height() - side) / 2)
        self._view = Viewport(self._domain, left, top, side, side)
        self._forget_still()

    def _foot(self) -> float:
        return 0.0

    # Painting --------------------------------------------------------------------------------------------------------

    def _paint_still(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), self._themes.current.color(self._ground_role))

    def _paint_names(self, canvas: Canvas) -> None:
        """The axes have none here."""

    def _paint_above(self, canvas: Canvas) -> None:
        """No arrow of weights: one thing to look at."""

    def _paint_ground(self, canvas: Canvas) -> None:
        if self._line != self._sided:
            self._sided = self._line
            self._field.set_field(self._field_of(sides(self._line, canvas), None, 0.0) if self._line else None)
        canvas.painter.fillRect(canvas.picture, canvas.theme.color("mid"))
        self._field.paint(canvas, line=False)
        for age, trace in enumerate(reversed(self._traces)):
            paint_trace(canvas, trace, 0.30 - 0.05 * age)
        paint_named(canvas, self._others)
        if self._line is not None:
            paint_firm(canvas, self._line, self._line_role)

    def _paint_hands(self, canvas: Canvas) -> None:
        spots = self.grip_spots()
        grips, self._movable = self._movable, False
        try:
            super()._paint_hands(canvas)
        finally:
            self._movable = grips
        if spots is not None:
            self._paint_handle(canvas, spots[1 - HALOED], held=self._is_at(1 - HALOED))
            self._paint_haloed(canvas, spots[HALOED])

    def _is_at(self, grip: int) -> bool:
        return grip == (self._chosen_grip if self._grip is None else self._grip)

    def _paint_handle(self, canvas: Canvas, spot: QPointF, held: bool) -> None:
        theme = canvas.theme
        if held:
            disc(canvas.painter, spot, theme.px(HANDLE + 5.0), theme.color("you", 0.22))
        radius = theme.px(GRIP_RADIUS + 1.5)
        disc(canvas.painter, spot, radius, theme.color("stage"), theme.color("you"), theme.px(2.2))

    def _paint_haloed(self, canvas: Canvas, spot: QPointF) -> None:
        """Two still rings of light, the wave of the first seconds, a ring with a hand in it."""
        theme, painter = canvas.theme, canvas.painter
        for reach, alpha in ((HANDLE + WAVE, 0.12), (HANDLE + 6.0, 0.16)):
            disc(painter, spot, theme.px(reach), theme.color("cue", alpha))
        if self._pulse.state() == QVariantAnimation.State.Running:
            wave = float(self._pulse.currentValue())
            reach = theme.px(HANDLE + 22.0 * wave)
            disc(painter, spot, reach, None, theme.color("cue", 0.55 * (1.0 - wave)), theme.px(1.6))
        disc(painter, spot, theme.px(HANDLE), theme.color("stage"), theme.color("you"), theme.px(2.2))
        side = theme.px(11.0)
        box = QRectF(spot.x() - side / 2, spot.y() - side / 2, side, side)
        paint_icon(painter, "hand", box, theme.color("you"), 1.6)


def sides(line: Line | None, canvas: Canvas) -> Array:
    """How surely a place lies on the positive side: (rows, columns) from 0 to 1, row 0 at the lowest y."""
    x0, x1, y0, y1 = canvas.view.plane
    if line is None:
        return np.full((2, 2), 0.5, np.float32)
    x = np.linspace(x0, x1, FIELD, dtype=np.float32)[None, :]
    y = np.linspace(y0, y1, FIELD, dtype=np.float32)[:, None]
    away = (line.w1 * x + line.w2 * y + line.b) / line.length
    field: Array = (0.5 + 0.5 * np.tanh(away / SOFT)).astype(np.float32)
    return field


def far_apart(one: Line, two: Line) -> bool:
    """Whether two lines would be seen as two."""
    first, second = (np.array(line.values) / line.length for line in (one, two))
    return bool(np.abs(first - second).max() > ALIKE)


def paint_trace(canvas: Canvas, line: Line, alpha: float) -> None:
    """A line that was tried before."""
    ends = segment(line, canvas.view.plane)
    if ends is not None and alpha > 0.0:
        canvas.painter.setPen(QPen(canvas.theme.color("you", alpha), canvas.theme.stroke("trail")))
        canvas.painter.drawLine(canvas.pixel(ends[0]), canvas.pixel(ends[1]))


def paint_firm(canvas: Canvas, line: Line, role: str) -> None:
    """The line of now, on a casing that parts it from the ground."""
    ends = segment(line, canvas.view.plane)
    if ends is None:
        return
    width = canvas.theme.stroke("trail") * 1.35
    for color, wide in ((canvas.theme.color("panel", 0.85), width + canvas.theme.stroke("casing")),
                        (canvas.theme.color(role), width)):  # fmt: skip
        canvas.painter.setPen(QPen(color, wide))
        canvas.painter.drawLine(canvas.pixel(ends[0]), canvas.pixel(ends[1]))
