"""What a network with one input says, as a curve: points (x, answer) to drag, add and remove, live.

The curve is ink, the points wear the colours of their numbers, and the distance from a point to the curve (asked for
with `set_residuals`) the colour of errors. Under the pointer the curve is read off. Hands and keys are those of the
decision map, in whose place it stands; only a class to flip is missing.
"""

import numpy as np
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.decision_map import DecisionMap
from gui.widgets.decision_map_field import paint_ink_line
from gui.widgets.decision_map_points import number_points
from gui.widgets.function_plot_paint import curve_at, paint_grid, paint_reading, paint_residuals
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Point
from gui.widgets.value_signs import reach_of_numbers
from gui.widgets.words import tip
from sim.numerals import write_short
from sim.phrases import joined, phrase

_TIP = "Drag a point, double click to add one; a right click removes one."
_CURVE_TIP = "What the network answers for every input."
_KEYS = "Enter takes the first point, Tab walks on, arrows move it, Delete removes it, Insert adds one, Escape lets go."


class FunctionPlot(DecisionMap):
    """See the module's text. Points are named by their place in the owner's list; `point_added` gives class 0."""

    keeps_shape = False

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        self._curve: Array = np.zeros((0, 2))
        self._residuals = False
        super().__init__(themes, parent)
        self.set_axis_names("x", "y")
        self.setToolTip(tip("Function", _TIP))

    # What the owner says ---------------------------------------------------------------------------------------------

    def set_points(self, places: Array, classes: Array, train: Array | None = None, wrong: Array | None = None) -> None:
        """Points at places (n,) or (n, 1) with the answers (n,); `train` is False for points of the test (hollow).

        The point that the learner holds stays in the hand. Arrays must not be changed afterwards: the same ones again
        cost nothing.
        """
        given = (places, classes, train, wrong)
        if self._is_given(given):
            return
        x, answers = np.asarray(places, np.float64).reshape(-1), np.asarray(classes, np.float64).reshape(-1)
        if len(x) != len(answers):
            raise ValueError(f"{len(x)} points have {len(answers)} answers")
        spots = np.column_stack((x, answers))
        self._own = number_points(spots, answers, reach_of_numbers(answers), train)
        self._take(given)

    def set_curve(self, places: Array | None, answers: Array | None) -> None:
        """What the network says: answers (n,) at rising places (n,); None draws no curve."""
        if places is None or answers is None:
            self._curve = np.zeros((0, 2))
        else:
            self._curve = np.column_stack((np.ravel(places), np.ravel(answers))).astype(np.float64)
        if self._chosen is not None:
            self._tell()
        self.update()

    def set_residuals(self, on: bool) -> None:
        """Is the distance to the curve shown for every point that is trained on, or only for one that is pointed at?"""
        self._residuals = bool(on)
        self.update()

    def answer_at(self, x: float) -> float | None:
        """What the curve says at a place; None where it says nothing."""
        return curve_at(self._curve, x)

    # Picture ---------------------------------------------------------------------------------------------------------

    def _paint_ground(self, canvas: Canvas) -> None:
        canvas.painter.fillRect(canvas.picture, canvas.theme.color("stage"))
        paint_grid(canvas)
        shown = np.full(len(self._layer.points), self._residuals)
        shown[[index for index in (self._hot, self._chosen) if index is not None and index < len(shown)]] = True
        paint_residuals(canvas, self._layer.points, self._curve, shown)
        if len(self._curve) > 1:
            paint_ink_line(canvas, self._curve)

    def _paint_above(self, canvas: Canvas) -> None:
        reading = self._reading()
        if reading is not None:
            paint_reading(canvas, reading)

    def _reading(self) -> Point | None:
        """The place on the curve above or below the pointer, or the cross-hair of another picture."""
        spot = self._ground_point if self._hot is None and not self._grasp else None
        at = spot if spot is not None else self._crosshair
        answer = None if at is None else self.answer_at(at[0])
        return None if at is None or answer is None else (at[0], answer)

    def _say_pointed(self, at: QPointF | None) -> None:
        super()._say_pointed(at)
        self.update()

    # Words -----------------------------------------------------------------------------------------------------------

    def _words_at(self, at: QPointF) -> str:
        index = self._point_at(at)
        return tip("Function", _CURVE_TIP) if index is None else tip(self._point_words(index), _TIP)

    def _point_words(self, index: int) -> str:
        points = self._layer.points
        x, answer = points.places[index].tolist()
        parts: list[str] = [
            phrase("Point {index} of {points}", index=index + 1, points=len(points)),
            phrase("at {x} the answer {answer}", x=write_short(x, 4), answer=write_short(answer, 4)),
        ]
        said = self.answer_at(x)
        parts += [] if said is None else [phrase("the curve says {said}", said=write_short(said, 4))]
        parts += [] if points.train[index] else ["not trained on"]
        return joined(parts, ", ")

    def _tell(self) -> None:
        count = len(self._layer.points)
        about = phrase("{count} points.", count=count) if count else "No points yet."
        if self._chosen is not None:
            about = phrase("{point_words}. {about}", point_words=self._point_words(self._chosen), about=about)
        self.setAccessibleName(say(self._caption[0] or "Function"))
        self.setAccessibleDescription(
            say(phrase("A curve of what is answered for every input. {about} {keys}", about=about, keys=_KEYS))
        )
