"""One input, one number to tell: the points, and what several networks answer everywhere between them.

Points that were learned from are filled, new ones hollow. Each line wears its arm's colour and has its letter at its
end; what the points were made from is a pale dashed line. Point somewhere, or move with Left and Right, and all answers
there are read off.
"""

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.curve_ranges import spread
from gui.widgets.decision_map_field import paint_ink_line
from gui.widgets.fit_content import Fit
from gui.widgets.function_plot_paint import curve_at, paint_grid
from gui.widgets.map_canvas import Canvas
from gui.widgets.plane_picture import PlanePicture
from gui.widgets.polylines import polygon, thin_out
from gui.widgets.shapes import CENTRE, LEFT, disc, stroke, text, text_width
from sim.numerals import write_fixed, write_short
from sim.phrases import joined, phrase

NOTHING = "No points yet."
_POINT = 3.4


class FitCurve(PlanePicture):
    """See the module's text."""

    keeps_shape = False
    axis_names = ("x", "y")
    name = "What the networks answer"
    about = "Filled points were learned from, hollow ones are new. Left and Right read off."
    wanted, least = (320, 230), (150, 110)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._fit: Fit | None = None
        super().__init__(themes, parent)
        self.renew()

    def show_fit(self, fit: Fit) -> None:
        """Other points or other answers."""
        self._fit, self._area = fit, fit.area
        self.refresh()

    def side(self) -> float:
        """Room for the letters at the ends."""
        lines = () if self._fit is None else self._fit.lines
        font = self._themes.current.font("label")
        return max((text_width(line.title, font) for line in lines), default=0.0) + self._themes.current.px(8.0)

    def paint_ground(self, canvas: Canvas) -> None:
        """Grid, truth, points, lines."""
        canvas.painter.fillRect(canvas.picture, canvas.theme.color("stage"))
        fit = self._fit
        if fit is None:
            text(canvas.painter, canvas.picture, NOTHING, canvas.theme.font("small"), canvas.theme.color("soft"),
                 CENTRE)  # fmt: skip
            return
        paint_grid(canvas)
        if fit.truth.size == fit.places.size and fit.places.size > 1:
            _paint_truth(canvas, np.column_stack((fit.places, fit.truth)))
        _paint_points(canvas, fit, False)
        for line in reversed(fit.lines):
            paint_ink_line(canvas, np.column_stack((fit.places, line.answers)), line.role)
        _paint_points(canvas, fit, True)

    def paint_above(self, canvas: Canvas) -> None:
        """Letters at the ends, and what is read off."""
        fit = self._fit
        if fit is None or not fit.lines:
            return
        theme, view, high = canvas.theme, canvas.view, canvas.theme.line_height("label")
        low, top = view.top + view.height, view.top
        ends = [min(max(canvas.pixel((fit.area[1], last_of(line.answers))).y(), top), low) for line in fit.lines]
        for line, y in zip(fit.lines, spread(ends, high, top - high / 2, low + high / 2), strict=True):
            box = QRectF(view.left + view.width + theme.px(6.0), y - high / 2, 10.0, high)
            text(canvas.painter, box, line.title, theme.font("label"), theme.color(line.role), LEFT)
        if self.at is not None:
            self._paint_reading(canvas, fit, self.at[0])

    def _paint_reading(self, canvas: Canvas, fit: Fit, x: float) -> None:
        theme, picture, painter = canvas.theme, canvas.picture, canvas.painter
        across = round(canvas.pixel((x, 0.0)).x()) + 0.5
        stroke(painter, QPointF(across, picture.top()), QPointF(across, picture.bottom()), theme.color("you", 0.6))
        for line in fit.lines:
            answer = curve_at(np.column_stack((fit.places, line.answers)), x)
            if answer is not None and fit.area[2] <= answer <= fit.area[3]:
                spot = QPointF(across, canvas.pixel((x, answer)).y())
                disc(painter, spot, theme.px(3.6), theme.color(line.role), theme.color("stage"), theme.px(1.4))
        words, font, high = self.readout(), theme.font("cell"), theme.line_height("cell")
        wide = min(text_width(words, font) + theme.px(8.0), picture.width())
        left = min(max(across - wide / 2, picture.left()), picture.right() - wide)
        plate = QRectF(left, picture.top() + theme.px(3.0), wide, high)
        painter.fillRect(plate, theme.color("stage", 0.88))
        text(painter, plate, words, font, theme.color("ink"), CENTRE)

    def readout(self) -> str:
        """All answers at the place that is read."""
        fit = self._fit
        if fit is None or self.at is None:
            return ""
        said = []
        for line in fit.lines:
            answer = curve_at(np.column_stack((fit.places, line.answers)), self.at[0])
            if answer is not None:
                said.append(phrase("{title} {answer}", title=line.title, answer=write_fixed(answer, 2)))
        return phrase("at {x}: {answers}", x=write_short(self.at[0], 2), answers=joined(said, ",  "))

    def describe(self) -> str:
        """How many points, every line, and what is read."""
        fit = self._fit
        if fit is None:
            return ""
        counted = phrase("{learned} points to learn from, {new} new ones.", learned=int(fit.learned.sum()),
                         new=int((~fit.learned).sum()))  # fmt: skip
        lines = [phrase("{title}: {note}.", title=line.title, note=line.note) for line in fit.lines if line.note]
        reading = self.readout()
        return joined((counted, *lines, phrase("{words}.", words=reading) if reading else ""))


def last_of(answers: Array) -> float:
    """The last number of a line; 0 where it has none."""
    return float(answers[-1]) if answers.size and np.isfinite(answers[-1]) else 0.0


def _paint_truth(canvas: Canvas, line: Array) -> None:
    theme = canvas.theme
    pen = QPen(theme.color("faint"), theme.stroke("hairline") * 1.2)
    pen.setDashPattern(theme.dash("dash_prediction"))
    canvas.painter.setPen(pen)
    canvas.painter.setBrush(Qt.BrushStyle.NoBrush)
    canvas.painter.drawPolyline(polygon(thin_out(canvas.view.to_pixels(line))))


def _paint_points(canvas: Canvas, fit: Fit, learned: bool) -> None:
    """Filled, or hollow."""
    theme, painter = canvas.theme, canvas.painter
    chosen = fit.learned == learned
    pixels = canvas.view.to_pixels(np.column_stack((fit.x[chosen], fit.y[chosen])))
    size = theme.px(_POINT) if learned else theme.px(_POINT * 0.8)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x, y in pixels[np.isfinite(pixels).all(axis=1)].tolist():
        if learned:
            disc(painter, QPointF(x, y), size, theme.color("soft"), theme.color("stage"), theme.px(1.2))
        else:
            disc(painter, QPointF(x, y), size, None, theme.color("faint", 0.7), theme.px(1.1))
