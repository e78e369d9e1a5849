"""How fast momentum gets on an even slope: v <- mu v + 1 climbs towards 1 / (1 - mu), and takes its time.

The speed is drawn over a hundred steps, as a share of the top speed, with plain descent (speed 1) as a dashed line. The
axis never moves, so that a heavier skier is seen to be faster at last, and slower to get there.
"""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.curve_paint import GROUND
from gui.widgets.drag_number import DragNumber
from gui.widgets.polylines import polygon
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, begin, disc, stroke, text, text_width
from gui.widgets.words import tell
from sim.numerals import write_fixed, write_short
from sim.params import Real
from sim.phrases import phrase

STEPS = 100
MOMENTUM = Real(
    "momentum", "Momentum", 0.0, 0.999, 0.9, symbol="μ", role="vel", help="How much of the last step is kept."
)


def top_speed(momentum: float) -> float:
    """1 / (1 - mu), the speed on an even slope in steps of plain descent (Polyak 1964)."""
    return 1.0 / (1.0 - momentum)


def speeds(momentum: float, steps: int = STEPS) -> Array:
    """The speed after 0, 1, ... steps, by the recursion v <- mu v + 1 itself."""
    values = np.zeros(steps + 1)
    for step in range(steps):
        values[step + 1] = momentum * values[step] + 1.0
    return values


def steps_to_half(momentum: float) -> int:
    """The first step with at least half the top speed: mu^n <= 1/2."""
    return max(1, math.ceil(math.log(0.5) / math.log(momentum) - 1e-9)) if momentum > 0 else 1


class TopSpeed(QWidget):
    """One number to drag, its formula, and the run-up."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._problem = ""
        self.momentum = DragNumber(themes, MOMENTUM, self, figures=3)
        self.momentum.changed.connect(self._on_changed)
        self.momentum.refused.connect(self._on_refused)
        themes.changed.connect(self._on_theme)
        self._on_changed()

    def words(self) -> str:
        """The top speed as it is shown: "10.0 times"."""
        top = top_speed(self.momentum.value())
        return phrase("{top} times", top=write_fixed(top, 1 if top < 99.95 else 0))

    def sentence(self) -> str:
        """What the run-up shows."""
        if self._problem:
            return self._problem
        momentum = self.momentum.value()
        half, share = steps_to_half(momentum), speeds(momentum)[-1] / top_speed(momentum)
        if momentum == 0:
            return "Without momentum every step is as fast as the slope alone makes it."
        steps = "step" if half == 1 else "steps"
        after = phrase("Half of it after {half} {steps}", half=half, steps=steps)
        return (
            phrase("{after}; {share} % after {steps}.", after=after, share=write_fixed(100 * share, 0), steps=STEPS)
            if share < 0.995
            else phrase("{after}.", after=after)
        )

    def sizeHint(self) -> QSize:
        """A line, a picture, a sentence."""
        theme = self._themes.current
        return QSize(round(theme.px(380)), round(theme.px(150)))

    def minimumSizeHint(self) -> QSize:
        """The picture may be low."""
        theme = self._themes.current
        return QSize(round(theme.px(270)), round(theme.px(110)))

    # Looks ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Formula, run-up, sentence."""
        with QPainter(self) as painter:
            begin(painter)
            self._paint_formula(painter)
            self._paint_run_up(painter)
            theme = self._themes.current
            high = theme.line_height("small")
            color = theme.color("bad" if self._problem else "soft")
            place = QRectF(0.0, self.height() - high, self.width(), high)
            text(painter, place, self.sentence(), theme.font("small"), color, LEFT)

    def _paint_formula(self, painter: QPainter) -> None:
        theme, box = self._themes.current, self.momentum.geometry()
        row = QRectF(0.0, box.top(), self.width(), box.height())
        symbol, figure = theme.font("symbol"), theme.font("figure")
        text(painter, row, "μ", symbol, theme.color("vel"), LEFT)
        left = box.right() + theme.px(12)
        for words, font, color in (
            ("1 / (1 −", theme.font("body"), "soft"),
            ("μ", symbol, "vel"),
            (") =", theme.font("body"), "soft"),
        ):
            text(painter, row.adjusted(left, 0, 0, 0), words, font, theme.color(color), LEFT)
            left += text_width(words, font) + theme.px(3)
        text(painter, row.adjusted(left + theme.px(4), 0, 0, 0), self.words(), figure, theme.color("ink"), LEFT)

    def _area(self) -> QRectF:
        theme = self._themes.current
        top = self.momentum.geometry().bottom() + theme.px(16)
        bottom = self.height() - theme.line_height("small") - theme.line_height("caption") - theme.px(10)
        left = text_width("100 %", theme.font("caption")) + theme.px(8)
        right = self.width() - theme.px(8)
        return QRectF(left, top, max(right - left, 1.0), max(bottom - top, theme.px(20)))

    def _paint_run_up(self, painter: QPainter) -> None:
        theme, area = self._themes.current, self._area()
        momentum = self.momentum.value()
        top = top_speed(momentum)
        faint, caption = theme.color("faint"), theme.font("caption")
        for share, words in ((0.0, "0"), (0.5, "50 %"), (1.0, "100 %")):
            y = round(area.bottom() - share * area.height()) + 0.5
            stroke(painter, QPointF(area.left(), y), QPointF(area.right(), y), theme.color("line"))
            text(painter, QRectF(0.0, y - 8, area.left() - theme.px(6), 16), words, caption, faint, RIGHT)
        for step in (0, 25, 50, 75, STEPS):
            x = area.left() + area.width() * step / STEPS
            words = phrase("{step} steps", step=step) if step == STEPS else str(step)
            place = QRectF(x - 30, area.bottom() + theme.px(3), 60, theme.line_height("caption"))
            last = QRectF(self.width() - 60.0, place.top(), 60, place.height())
            text(painter, last if step == STEPS else place, words, caption, faint, RIGHT if step == STEPS else CENTRE)
        self._paint_plain(painter, area, 1.0 / top)
        self._paint_curve(painter, area, speeds(momentum) / top)
        self._paint_half(painter, area, momentum)

    def _paint_plain(self, painter: QPainter, area: QRectF, share: float) -> None:
        theme = self._themes.current
        pen = QPen(theme.color("ink", 0.7), theme.px(1.2))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(theme.dash("dash_prediction"))
        painter.setPen(pen)
        y = area.bottom() - share * area.height()
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        if share < 0.75:
            words = "plain descent: 1"
            high = theme.line_height("caption")
            place = QRectF(area.left(), y - high - 1, area.width(), high)
            text(painter, place, words, theme.font("caption"), theme.color("soft"), RIGHT)

    def _paint_curve(self, painter: QPainter, area: QRectF, shares: Array) -> None:
        theme = self._themes.current
        x = area.left() + np.arange(shares.size) * (area.width() / STEPS)
        line = polygon(np.column_stack((x, area.bottom() - shares * area.height())))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("vel"), theme.stroke("curve_chosen")))
        painter.drawPolyline(line)

    def _paint_half(self, painter: QPainter, area: QRectF, momentum: float) -> None:
        """A dot where half the top speed is reached."""
        theme, half = self._themes.current, steps_to_half(momentum)
        if momentum == 0 or half > STEPS:
            return
        share = 1.0 - momentum**half
        at = QPointF(area.left() + area.width() * half / STEPS, area.bottom() - share * area.height())
        disc(painter, at, theme.px(4), theme.color("vel"), theme.color(GROUND), theme.px(1.4))

    # What moves -----------------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The number stands in its line."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        theme = self._themes.current
        wide = text_width("0.999", theme.font("value")) + theme.px(18)
        self.momentum.setGeometry(round(theme.px(16)), 0, round(wide), self.momentum.sizeHint().height())

    def _on_changed(self, value: float = 0.0) -> None:
        tell(
            self,
            phrase("Top speed {value}", value=write_short(self.momentum.value())),
            phrase("{value}. {sentence}", value=self.words(), sentence=self.sentence()),
        )
        self.update()

    def _on_refused(self, sentence: str) -> None:
        self._problem = sentence
        self._on_changed()

    def _on_theme(self) -> None:
        self._place()
        self.updateGeometry()
        self.update()
