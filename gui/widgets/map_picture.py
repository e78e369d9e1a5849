"""What a map shows and where: its content, the part of the plane in view, and the layers that are painted.

Three layers: the widget's ground, a still pixmap (relief, lines, features, axes) rebuilt only when one of them changes,
and the live layer.

The owner supplies the field of what is shown whenever the view asks for it (`map_view`). `LayeredMap` adds what lies on
the ground beside the race, `ContourMap` the hands: mouse, wheel and keys.
"""

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.contours import Array, Rect
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import Overlays
from gui.widgets.map_frame import caption_box, frame_for, paint_axes, paint_border, paint_caption
from gui.widgets.map_ground import Features, Field, Ground
from gui.widgets.map_live import START, LiveLayer, paint_eye_of
from gui.widgets.map_spots import MapContent, Spot
from gui.widgets.map_view import MapView
from gui.widgets.paper import is_leaving, on_paper, sharpness
from gui.widgets.polylines import finite_part
from gui.widgets.shapes import begin, disc
from gui.widgets.ticks import signed
from sim.phrases import phrase

_DESCRIPTION = (
    "Map of the loss: low ground is good. Arrow keys move the start point, plus and minus zoom, "
    "0 shows the whole domain."
)
_SKIING = (
    "Map of the loss: low ground is good. Arrow keys or W, A, S and D move your skier, Shift makes a small step, "
    "Backspace takes one back."
)
START_HELP = "Start of every racer. Drag it, or use the arrow keys."


class MapPicture(MapView):
    """See the module's text."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._content = MapContent()
        self._overlays = Overlays()
        self._ground = Ground()
        self._features = Features()
        self._live = LiveLayer()
        self._names = ("x", "y")
        self._caption = ("", "")
        self._ground_role = "stage"
        self._still: QPixmap | None = None
        self._grab: QPointF | None = None
        self._pan: QPointF | None = None
        self._pointer: QPointF | None = None
        self._by_keys = False
        self._eye_held = False
        self._set_up()
        themes.changed.connect(self._on_theme)

    def _set_up(self) -> None:
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say("Loss landscape"))
        self.setAccessibleDescription(say(_DESCRIPTION))
        self.setToolTip(say(START_HELP))
        self._lay_out()

    # What the owner says ---------------------------------------------------------------------------------------------

    def set_field(self, values: Array, rect: Rect, log_levels: bool = False) -> None:
        """Heights (rows, columns), row 0 at the lowest y, from edge to edge of `rect`; NaN is shown as missing."""
        if self._domain is None:
            self.set_domain(rect)
        x0, x1, y0, y1 = (float(side) for side in rect)
        field = Field(np.asarray(values, np.float64), (x0, x1, y0, y1), log_levels)
        self._ground.set_field(field, self._domain or field.rect)
        self._forget_still()

    def set_features(self, minima: Array, saddles: Array) -> None:
        """Points (n, 2) to mark as minima and saddles."""
        low, passes = _points(minima), _points(saddles)
        self._features = Features(tuple((x, y) for x, y in low.tolist()), tuple((x, y) for x, y in passes.tolist()))
        self._content.minima, self._content.saddles = low, passes
        self._content.version += 1
        self._forget_still()

    def set_trails(self, trails: Mapping[str, Array]) -> None:
        """Paths (steps + 1, 2) of the racers, drawn up to the cursor. A path ends where it stops being finite."""
        self._content.paths = {key: finite_part(path) for key, path in trails.items()}
        self._content.version += 1
        self._live_changed()

    def set_cursor(self, step: int) -> None:
        """Show the same trails up to another step."""
        if step != self._content.cursor:
            self._content.cursor = max(0, int(step))
            self._live_changed()

    def set_ghosts(self, ghosts: Mapping[str, Array]) -> None:
        """Paths of the old future, dashed."""
        self._content.ghosts = {key: finite_part(path) for key, path in ghosts.items()}
        self._content.version += 1
        self.update()

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """Names to write beside the racers."""
        self._content.titles = dict(titles)
        self.update()

    def set_shown(self, shown: Mapping[str, bool]) -> None:
        """Which racers are drawn; those not named are."""
        self._content.shown = dict(shown)
        self._live_changed()

    def set_selected(self, key: str | None) -> None:
        """The racer that is being steered: on top, with its name."""
        self._content.selected = key
        self.update()

    def set_start(self, start: tuple[float, float] | None) -> None:
        """Where the race starts. Ignored while the learner holds the handle: the finger is right."""
        if self._grab is None:
            self._move_start(start)

    def set_axis_names(self, x: str, y: str) -> None:
        """What stands at the ends of the axes."""
        self._names = self._overlays.axis_names = (x, y)
        self._forget_still()

    def set_caption(self, title: str, subtitle: str = "") -> None:
        """The line in the upper left corner: a title and a formula."""
        self._caption = (title, subtitle)
        self._content.version += 1
        self.setAccessibleName(say(title or "Loss landscape"))
        self._forget_still()

    def set_ground_role(self, role: str) -> None:
        """The role of the colour around the picture ("stage", "panel")."""
        self._ground_role = role
        self._forget_still()

    def forget_sides(self) -> None:
        """Paint names and tracks as if nothing had been shown before: while a race plays, names stay where they are."""
        self._live.names.forget_sides()
        self._content.version += 1
        self._forget_still()

    # What others may ask ---------------------------------------------------------------------------------------------

    @property
    def start(self) -> tuple[float, float] | None:
        """Where the handle is."""
        return self._content.start

    def marker_point(self, key: str) -> QPointF | None:
        """The pixel of a racer's marker (or of the start, "start"): an anchor for a bubble."""
        self._place()
        if key == START:
            spot = self._live.start_spot
            return None if spot is None else QPointF(spot.x, spot.y)
        return next((QPointF(spot.x, spot.y) for spot in self._live.spots if spot.key == key), None)

    def _move_start(self, start: tuple[float, float] | None) -> None:
        if start is not None and not (math.isfinite(start[0]) and math.isfinite(start[1])):
            return
        if start != self._content.start:
            self._content.start = None if start is None else (float(start[0]), float(start[1]))
            self._describe()
            self.update()

    def _describe(self) -> None:
        """Say what the keys do now, and where the start is."""
        words = (
            phrase(" Start at {start_text}.", start_text=self._start_text()) if self._content.start is not None else ""
        )
        keys = _SKIING if self._overlays.hand_active else _DESCRIPTION
        self.setAccessibleDescription(say(keys + words))

    def _start_text(self) -> str:
        """The start's coordinates, as fine as a pixel."""
        x, y = self._content.start or (0.0, 0.0)
        digits = [min(9, max(0, math.ceil(math.log10(scale)))) for scale in (self._view.x_scale, self._view.y_scale)]
        return f"({signed(f'{x:.{digits[0]}f}')}, {signed(f'{y:.{digits[1]}f}')})"

    # Painting --------------------------------------------------------------------------------------------------------

    def _on_theme(self) -> None:
        self._lay_out()
        self._forget_still()
        self.updateGeometry()

    def _forget_still(self) -> None:
        self._still = None
        self.update()

    def _live_changed(self) -> None:
        """Repaint, and see whether another racer lies under the resting pointer."""
        self.update()
        if self._pointer is not None and self._grab is None and self._pan is None:
            self._place()
            self._point_at(self._pointer)

    def _place(self) -> None:
        self._live.place(self._content, self._overlays, self._view, self._themes.current)

    def still_layer(self, ratio: float = 1.0) -> QPixmap:
        """The pixmap below the live layer, built where something of it has changed."""
        if self._still is None or self._still.devicePixelRatio() != ratio:
            self._still = self._build_still(ratio)
        return self._still

    def _build_still(self, ratio: float) -> QPixmap:
        pixmap = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
        pixmap.setDevicePixelRatio(ratio)
        with QPainter(pixmap) as painter:
            self._paint_still(painter, ratio)
        return pixmap

    def _paint_still(self, painter: QPainter, ratio: float) -> None:
        theme, view = self._themes.current, self._view
        painter.fillRect(self.rect(), theme.color(self._ground_role))
        begin(painter)
        painter.setClipRect(int(view.left), int(view.top), math.ceil(view.width), math.ceil(view.height))
        painter.drawPixmap(QPointF(view.left, view.top), self._ground.layer(theme, view, self._features, ratio))
        paint_caption(painter, theme, self._caption_box(), *self._caption)
        painter.setClipping(False)
        if frame_for(theme, self.width(), self.height()).axes:
            paint_axes(painter, theme, view, self._names)

    def _caption_box(self) -> tuple[float, float, float, float]:
        return caption_box(self._themes.current, self._view, *self._caption)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Still layer, live layer, border, focus ring."""
        theme = self._themes.current
        with QPainter(self) as painter:
            canvas = self._canvas(painter)
            if on_paper(painter):
                self._paint_still(painter, canvas.ratio)
            else:
                painter.drawPixmap(0, 0, self.still_layer(canvas.ratio))
            begin(painter)
            box = self._caption_box()
            self._live.paint(
                canvas,
                self._content,
                self._overlays,
                box,
                self._held_text(),
                lambda: paint_caption(painter, theme, box, *self._caption),
            )
            if not is_leaving(self):
                paint_eye_of(canvas, self._overlays, box, self._eye_held)
            paint_border(painter, theme, self._view, self._ground_role)
            spot = self._keys_move()
            if self.hasFocus() and self._by_keys and spot is not None:
                disc(painter, QPointF(spot.x, spot.y), theme.px(15.0), None, theme.color("you"), theme.stroke("focus"))

    def _canvas(self, painter: QPainter | None = None) -> Canvas:
        ratio = self.devicePixelRatio() if painter is None else sharpness(painter)
        return Canvas(painter or QPainter(), self._view, self._themes.current, ratio)

    def _keys_move(self) -> Spot | None:
        """What the arrow keys move: the learner's skier, or the start."""
        return self._live.hand_spot if self._overlays.hand_active else self._live.start_spot

    def _held_text(self) -> str:
        """ "start", and its coordinates while it is being moved."""
        moving = self._grab is not None or (self.hasFocus() and self._by_keys and not self._overlays.hand_active)
        return phrase("{start} {start_text}", start=START, start_text=self._start_text()) if moving else START

    def _point_at(self, at: QPointF) -> None:
        """Say what lies under the pointer: the hands know."""


def _points(points: Array) -> Array:
    """Points as (n, 2), also of none."""
    return np.asarray(points, np.float64).reshape(-1, 2)
