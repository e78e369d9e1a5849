"""The painting of a decision map: axes, what is decided, points, the line of a unit, and what the hand is at."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap

from gui.widgets.class_signs import paint_point
from gui.widgets.decision_map_line import paint_grips, paint_line, paint_rival, paint_weights
from gui.widgets.decision_map_lines import paint_met, paint_named
from gui.widgets.decision_map_plane import DecisionPlane
from gui.widgets.decision_map_points import marker_radius
from gui.widgets.labels import Box
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_content import is_finite
from gui.widgets.map_frame import (
    caption_box,
    frame_for,
    names_without_room,
    paint_axes,
    paint_border,
    paint_caption,
    paint_names_inside,
)
from gui.widgets.map_own import paint_pointer
from gui.widgets.paper import is_leaving, on_paper, sharpness
from gui.widgets.shapes import CENTRE, begin, disc, rounded, text, text_width
from gui.widgets.value_signs import paint_scale, scale_height

NO_POINTS = ("No points yet.", "Double click to place one.")
BESIDE_NAME = 26


class DecisionPicture(DecisionPlane):
    """See the module's text."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Axes, field, line, points, what is held, words, border."""
        with QPainter(self) as painter:
            canvas = Canvas(painter, self._view, self._themes.current, sharpness(painter))
            if on_paper(painter):
                self._paint_still(painter)
            else:
                painter.drawPixmap(0, 0, self._still_layer(canvas.ratio))
            begin(painter)
            painter.save()
            painter.setClipRect(canvas.picture)
            self._paint_ground(canvas)
            painter.restore()
            paint_border(painter, canvas.theme, self._view, self._ground_role)
            self._paint_met(canvas)
            self._layer.paint(canvas)
            painter.save()
            painter.setClipRect(canvas.picture)
            self._paint_above(canvas)
            if not is_leaving(self):
                painter.setClipping(False)
                self._paint_hands(canvas)
                painter.setClipping(True)
            self._paint_names(canvas)
            if not len(self._layer.points) and not is_leaving(self):
                _paint_empty(canvas)
            paint_caption(painter, canvas.theme, self._box_of_caption(canvas), *self._caption)
            painter.restore()

    def _box_of_caption(self, canvas: Canvas) -> Box:
        """Beside the name of the upright axis, where that stands in the picture's corner too."""
        left, top, right, bottom = caption_box(canvas.theme, self._view, *self._caption)
        axes = frame_for(canvas.theme, self.width(), self.height()).axes
        aside = axes and names_without_room(canvas.theme, self._view, self._names)[1] and right > left
        room = max(self._view.left + self._view.width - right, 0.0)
        shift = min(canvas.theme.px(BESIDE_NAME), room) if aside else 0.0
        return left + shift, top, right + shift, bottom

    def _paint_names(self, canvas: Canvas) -> None:
        """The names of axes that have no room beside the picture."""
        if frame_for(canvas.theme, self.width(), self.height()).axes:
            inside = names_without_room(canvas.theme, self._view, self._names)
            paint_names_inside(canvas.painter, canvas.theme, self._view, self._names, inside)

    def _paint_ground(self, canvas: Canvas) -> None:
        canvas.painter.fillRect(canvas.picture, canvas.theme.color("mid"))
        self._field.paint(canvas, line=(self._line is None and not self._others) or self._field.spread is not None)
        paint_named(canvas, self._others)
        if self._rival is not None:
            paint_rival(canvas, self._rival)
        if self._line is not None:
            paint_line(canvas, self._line, self._line_role)

    def _paint_met(self, canvas: Canvas) -> None:
        if self._met is None or self._met[0] >= len(self._layer.points):
            return
        spot = self.point_spot(self._met[0])
        if is_finite(spot.x(), spot.y()):
            paint_met(canvas, spot, marker_radius(canvas.theme, len(self._layer.points)), self._met[1])

    def _paint_above(self, canvas: Canvas) -> None:
        """What lies on top of the points."""
        if self._line is not None:
            paint_weights(canvas, self._line)
        if self._crosshair is not None:
            paint_pointer(canvas, self._crosshair)

    def _paint_hands(self, canvas: Canvas) -> None:
        spots = self._grip_points()
        if spots is not None:
            paint_grips(canvas, spots, self._chosen_grip if self._grip is None else self._grip)
        radius = marker_radius(canvas.theme, len(self._layer.points))
        for index, role, width in ((self._hot, "ink", 1.4), (self._chosen, "you", 2.0)):
            if index is not None and index < len(self._layer.points) and self._layer.points.are_markers:
                centre, theme = self.point_spot(index), canvas.theme
                if is_finite(centre.x(), centre.y()):
                    disc(
                        canvas.painter,
                        centre,
                        radius + theme.px(4.0),
                        None,
                        theme.color("panel"),
                        theme.px(width + 2.0),
                    )
                    disc(canvas.painter, centre, radius + theme.px(4.0), None, theme.color(role), theme.px(width))
        if self._pencil and self._ghost is not None:
            canvas.painter.setOpacity(0.7)
            paint_point(canvas.painter, canvas.theme, self._class, self._ghost, radius)
            canvas.painter.setOpacity(1.0)

    def _still_layer(self, ratio: float) -> QPixmap:
        if self._still is None or self._still.devicePixelRatio() != ratio:
            self._still = QPixmap(max(1, round(self.width() * ratio)), max(1, round(self.height() * ratio)))
            self._still.setDevicePixelRatio(ratio)
            with QPainter(self._still) as painter:
                self._paint_still(painter)
        return self._still

    def _paint_still(self, painter: QPainter) -> None:
        theme = self._themes.current
        painter.fillRect(self.rect(), theme.color(self._ground_role))
        begin(painter)
        frame = frame_for(theme, self.width(), self.height())
        if frame.axes:
            inside = names_without_room(theme, self._view, self._names)
            outside = ("" if inside[0] else self._names[0], "" if inside[1] else self._names[1])
            paint_axes(painter, theme, self._view, outside)
            if self._most is not None:
                below = self._view.top + self._view.height + self.height() - frame.top - frame.height
                area = QRectF(self._view.left, below, self._view.width, scale_height(theme))
                paint_scale(painter, theme, area, self._most, self._value_name)


def _paint_empty(canvas: Canvas) -> None:
    """What is missing, and how to make it."""
    theme, painter = canvas.theme, canvas.painter
    title, body = theme.font("heading"), theme.font("small")
    wide = max(text_width(NO_POINTS[0], title), text_width(NO_POINTS[1], body)) + theme.px(28.0)
    tall = theme.px(54.0)
    if wide > canvas.view.width or tall > canvas.view.height:
        return
    area = QRectF(0.0, 0.0, wide, tall)
    area.moveCenter(canvas.picture.center())
    rounded(painter, area, theme.px(8.0), theme.color("stage", 0.85), theme.color("rule"), 1.0, [4.0, 3.0])
    half = area.height() / 2.0
    text(painter, area.adjusted(0, 4, 0, -half), NO_POINTS[0], title, theme.color("ink"), CENTRE)
    text(painter, area.adjusted(0, half, 0, -6), NO_POINTS[1], body, theme.color("soft"), CENTRE)
