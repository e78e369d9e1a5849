"""What a fold shows: the two planes, what its owner says about them, and where everything lies.

`FoldView` adds the movement and the hands.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.contours import Array, Rect
from gui.widgets.decision_map_field import Field
from gui.widgets.fold_view_layout import FoldLayout, layout_for, paint_arrow, paint_caption, paint_scrub
from gui.widgets.fold_view_paint import FoldContent, FoldPicture
from gui.widgets.fold_view_plane import Range, range_of
from gui.widgets.separability_meter import Reading, SeparabilityMeter
from gui.widgets.shapes import begin
from gui.widgets.value_signs import reach_of_numbers, tones_of
from sim.phrases import joined, word


class FoldStage(QWidget):
    """See the module's text."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._content = FoldContent()
        self._input_rect: Rect | None = None
        self._hidden_range: Range | None = None
        self._share = 1.0
        self._input_names = ("x₁", "x₂")
        self._ground_role = "stage"
        self._left, self._right = FoldPicture(), FoldPicture()
        self._scrubs = False
        self._before: Reading | None = None
        self._after: Reading | None = None
        self._meter, self._left_meter = SeparabilityMeter(themes, self), SeparabilityMeter(themes, self)
        for meter in (self._meter, self._left_meter):
            meter.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)

    # What others set -------------------------------------------------------------------------------------------------

    def set_grid(self, lines: Sequence[Array], inputs: Sequence[Array] | None = None, axes: Sequence[int] = ()) -> None:
        """Grid lines as the hidden layer sees them, (n, 2) or (n, 3) each, and where they come from, (n, 2) each.

        axes: along which input each line runs, 0 or 1.
        """
        self._content.lines = tuple(_rows(line) for line in lines)
        self._content.lines_before = None if inputs is None else tuple(_rows(line) for line in inputs)
        self._content.axes = tuple(int(axis) for axis in axes)
        self._measure()

    def set_points(
        self,
        hidden: Array,
        classes: Array,
        inputs: Array | None = None,
        wrong: Array | None = None,
        train: Array | None = None,
    ) -> None:
        """Points (n, 2) or (n, 3) as the hidden layer sees them, their classes (n,), and their inputs (n, 2).

        wrong: those on the wrong side, which wear a ring; train: the others are hollow.
        """
        content = self._content
        content.train = train
        content.hidden, content.inputs = _rows(hidden), None if inputs is None else _rows(inputs)
        content.classes, content.wrong, content.values = np.asarray(classes), wrong, None
        self._measure()

    def set_values(
        self,
        hidden: Array,
        values: Array,
        inputs: Array | None = None,
        most: float | None = None,
        train: Array | None = None,
    ) -> None:
        """Points as in `set_points` whose answers are numbers (n,): colours reach from -most to most.

        most: else as in `DecisionMap.set_values`. Belongs before `set_field`, whose colours reach as far.
        """
        content = self._content
        content.hidden, content.inputs = _rows(hidden), None if inputs is None else _rows(inputs)
        content.train, content.values = train, np.asarray(values, np.float64).ravel()
        content.most = reach_of_numbers(content.values) if most is None else float(most)
        content.classes, content.wrong = tones_of(content.values, content.most), None
        self._measure()

    def set_line(self, line: Sequence[float] | None) -> None:
        """The output's (w1, w2, b) in the hidden plane, or (w1, w2, w3, b) of three units; None for none."""
        self._content.line = None if line is None else tuple(float(value) for value in line)
        self.update()

    def set_field(self, values: Array | None, rect: Rect | None = None, low: float = 0.0) -> None:
        """What is decided in the input plane, as in `DecisionMap.set_field`."""
        field = _field(values, rect or self._content.before.rect, low)
        if field is not None and not field.is_scores and self._content.values is not None:
            field = replace(field, most=self._content.most)
        self._left.field.set_field(field)
        self._right.field.set_field(field)
        self.update()

    def set_hidden_field(self, values: Array | None, rect: Rect | None = None, low: float = 0.0) -> None:
        """What is decided in the hidden plane, instead of the two sides of the line: for more than two classes."""
        self._right.after_field.set_field(_field(values, rect or self._content.after.rect, low))
        self.update()

    def set_domains(self, inputs: Rect | None = None, hidden: Rect | None = None) -> None:
        """What part of both planes is shown; None: what the grid and the points need."""
        self._input_rect = inputs
        self._hidden_range = None if hidden is None else _range(hidden)
        self._measure()

    def set_names(self, inputs: Sequence[str], hidden: Sequence[str]) -> None:
        """The names of the axes before and after."""
        self._input_names = (inputs[0], inputs[1])
        self._content.hidden_names = tuple(hidden)
        self.update()

    def set_readings(self, before: Reading | None, after: Reading | None) -> None:
        """Can one line tell the classes apart among the inputs, and in the hidden plane? None: not to be measured."""
        if (before, after) != (self._before, self._after):
            self._before, self._after = before, after
            self._lay_out()
            self._tell()

    def set_camera(self, azimuth: float, elevation: float) -> None:
        """From where a cube is seen, in degrees."""
        camera = replace(self._content.camera, azimuth=float(azimuth), elevation=float(elevation)).turned(0.0, 0.0)
        self._content.camera = camera
        self.update()

    def set_marked(self, index: int | None) -> None:
        """A point that is pointed at in another picture."""
        if index != self._content.marked:
            self._content.marked = index
            self.update()

    def set_ground_role(self, role: str) -> None:
        """The role of the colour around the pictures ("stage", "panel")."""
        self._ground_role = role
        self.update()

    # What others may ask ---------------------------------------------------------------------------------------------

    @property
    def share(self) -> float:
        """How far the plane is folded."""
        return self._share

    @property
    def meter(self) -> SeparabilityMeter:
        """The bar with words below the picture that travels."""
        return self._meter

    @property
    def left_meter(self) -> SeparabilityMeter:
        """The bar with words below what comes in."""
        return self._left_meter

    def layout_now(self) -> FoldLayout:
        """Where the pictures, the slider and the meter lie."""
        return layout_for(
            self._themes.current,
            float(self.width()),
            float(self.height()),
            slides=self._content.can_fold,
            meters=self._before is not None or self._after is not None,
        )

    def point_spot(self, index: int) -> QPointF:
        """The pixel of a point in the picture that travels."""
        return self._right.spot(self._content, self.layout_now().right, self._share, index)

    # Looks -----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pictures, captions, arrow, slider; the meter is a widget of its own."""
        with QPainter(self) as painter:
            begin(painter)
            theme, places = self._themes.current, self.layout_now()
            inputs = forms_of("what comes in:  ", word("in:  "), self._input_names)
            names = self._content.hidden_names[: self._content.depth]
            hidden = forms_of("what it becomes:  ", word("becomes:  "), names)
            if places.left is not None:
                self._left.paint(painter, theme, places.left, self._content, 0.0, self._ground_role)
                paint_caption(painter, theme, places.captions[0], inputs)
            share = self._share if self._content.can_fold else 1.0
            self._right.paint(painter, theme, places.right, self._content, share, self._ground_role)
            words = ("on the way",) if 0.0 < share < 1.0 else hidden if share > 0.0 else inputs
            paint_caption(painter, theme, places.captions[1], words)
            paint_arrow(painter, theme, places.arrow)
            paint_scrub(painter, theme, places, share, self._scrubs)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything moves."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        self._place_meters()
        self._moved_apart()
        self.update()

    def _place_meters(self) -> None:
        """Every picture has the meter of what it shows; one that is on its way has none."""
        places = self.layout_now()
        share = self._share if self._content.can_fold else 1.0
        right = self._after if share >= 1.0 else self._before if share <= 0.0 else None
        boxes = (places.left_meter, places.meter)
        for meter, reading, box in zip((self._left_meter, self._meter), (self._before, right), boxes, strict=True):
            meter.setVisible(reading is not None and not box.isEmpty())
            if reading is not None:
                meter.set_reading(reading)
                meter.setGeometry(box.toRect())

    def _measure(self) -> None:
        """The ranges of both planes, from what lies in them."""
        content = self._content
        starts = [*(content.lines_before or ()), *([content.inputs] if content.inputs is not None else [])]
        axes = content.hidden.shape[1] if len(content.hidden) else (content.lines[0].shape[1] if content.lines else 2)
        if self._input_rect is not None:
            content.before = _range(self._input_rect)
        elif starts:
            content.before = range_of(starts, content.before, 2)
        if self._hidden_range is not None and axes == 2:
            content.after = self._hidden_range
        else:
            content.after = range_of([*content.lines, content.hidden], content.after, axes)
        self._left.forget()
        self._right.forget()
        self._lay_out()

    def sizeHint(self) -> QSize:
        """Two squares."""
        theme = self._themes.current
        return QSize(round(theme.px(450)), round(theme.px(250)))

    def minimumSizeHint(self) -> QSize:
        """One small square."""
        theme = self._themes.current
        return QSize(round(theme.px(130)), round(theme.px(150)))

    def _tell(self) -> None:
        """Something that is said aloud has changed: the hands know."""

    def _moved_apart(self) -> None:
        """The layout is another: the hands know."""

    def _on_theme(self) -> None:
        self._lay_out()
        self.updateGeometry()


def forms_of(before: str, shorter: str, names: Sequence[str]) -> tuple[str, ...]:
    """A caption and its shorter forms."""
    words = joined(names, ", ")
    return joined((before, words), ""), joined((shorter, words), ""), words


def _rows(points: Array) -> Array:
    """Points as (n, d) of float64, also of none."""
    table = np.asarray(points, np.float64)
    return table.reshape(0, 2) if table.size == 0 else table.reshape(len(table), -1)[:, :3]


def _range(rect: Rect) -> Range:
    x0, x1, y0, y1 = (float(side) for side in rect)
    return Range(((x0 + x1) / 2.0, (y0 + y1) / 2.0), max(x1 - x0, y1 - y0) / 2.0)


def _field(values: Array | None, rect: Rect, low: float) -> Field | None:
    if values is None or np.size(values) == 0:
        return None
    x0, x1, y0, y1 = (float(side) for side in rect)
    return Field(np.asarray(values), (x0, x1, y0, y1), low)
