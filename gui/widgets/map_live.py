"""The live layer of a map: everything but the ground. Only this is painted while a race plays.

From below: cloud, tracks, fog, what stands at the balls, arrows, markers and names, and what is the learner's. Fog lies
over the landscape and over whoever is far away; what a skier feels under the skis (arrows, squares, cross, cone) and
what is the learner's own stays in sight.
"""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPointF, QSize

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.labels import Box
from gui.widgets.map_arrows import (
    Shaft,
    arrow_key,
    arrow_labels,
    arrow_walls,
    paint_arrow_word,
    paint_arrows,
    shafts,
)
from gui.widgets.map_canvas import Canvas, around
from gui.widgets.map_cloud import CloudLayer
from gui.widgets.map_content import Overlays
from gui.widgets.map_fog import is_seen, paint_fog
from gui.widgets.map_marks import (
    cross_key,
    cross_labels,
    cross_walls,
    kind_of,
    paint_cone,
    paint_crosses,
    paint_squares,
)
from gui.widgets.map_names import (
    YOU,
    Names,
    paint_name,
    paint_own_word,
    paint_small_word,
    racer_labels,
    word_label,
    you_label,
)
from gui.widgets.map_own import (
    EYE_RADIUS,
    HANDLE_RADIUS,
    SKIER_RADIUS,
    eye_spot,
    paint_eye,
    paint_handle,
    paint_pointer,
    paint_skier,
    paint_triangle,
    paint_way,
)
from gui.widgets.map_spots import MapContent, Spot, spot_for, spots
from gui.widgets.markers import color_of, marker_of, paint_marker
from gui.widgets.polylines import finite_part
from gui.widgets.trails import CASING_SHARE, Trail, TrailLayer
from gui.widgets.viewport import Viewport

START = "start"
OUTSIDE_HINT = "the start lies outside the picture"
_SELECTED_WIDTH = 1.45


class LiveLayer:
    """Paints what a map shows over its ground and remembers where things were put."""

    def __init__(self) -> None:
        self.trails = TrailLayer()
        self.cloud = CloudLayer()
        self.names = Names()
        self.spots: list[Spot] = []
        self.start_spot: Spot | None = None
        self.hand_spot: Spot | None = None
        self._drawn: tuple[object, ...] = ()
        self._tracks: list[Trail] = []

    def place(self, content: MapContent, overlays: Overlays, view: Viewport, theme: Theme) -> None:
        """Say where racers and start stand now: for painting, and for what lies under the pointer."""
        self.spots = [
            spot
            for spot in spots(content, view, theme.stroke("marker"))
            if is_seen(overlays.fog, content.place_of(spot.key))
        ]
        inset = theme.px(HANDLE_RADIUS + 9.0)
        self.start_spot = None if content.start is None else spot_for(START, content.start, view, inset)
        way = None if overlays.hand is None else finite_part(overlays.hand)
        self.hand_spot = None if way is None or len(way) == 0 else spot_for(YOU, way[-1], view, inset)

    def paint(
        self,
        canvas: Canvas,
        content: MapContent,
        overlays: Overlays,
        taken: Box,
        held: str,
        paint_caption: Callable[[], None],
    ) -> None:
        """Everything, clipped to the picture. `taken` is the caption's box, `held` the words beside the start.

        paint_caption: paints the caption once more, over fog and crowds, which lie on the ground that holds it.
        """
        self.place(content, overlays, canvas.view, canvas.theme)
        self._update_trails(canvas, content, taken)
        seen = [arrow for arrow in overlays.arrows if is_seen(overlays.fog, arrow.origin)]
        drawn = [] if canvas.is_bare else shafts(canvas, seen, self.spots)
        blocked = self._blocked(canvas, overlays, drawn, taken)
        self._place_words(canvas, content, overlays, drawn, blocked, taken)
        canvas.painter.save()
        canvas.painter.setClipRect(canvas.picture)
        self.cloud.paint(canvas)
        self.trails.paint(canvas.painter, QPointF(canvas.view.left, canvas.view.top))
        self.names.paint_ground_words(canvas, overlays.fog, [*blocked, *self.names.boxes.values()])
        if overlays.fog is not None:
            paint_fog(canvas, overlays.fog)
        if overlays.fog is not None or self.cloud.is_shown:
            paint_caption()
        self._paint_marks(canvas, overlays, drawn)
        self._paint_words(canvas, content, overlays, drawn)
        for spot in self.spots:
            paint_spot(canvas, spot, spot.key in (content.hovered, content.selected))
        self._paint_own(canvas, overlays, held)
        canvas.painter.restore()

    # Tracks ----------------------------------------------------------------------------------------------------------

    def _update_trails(self, canvas: Canvas, content: MapContent, taken: Box) -> None:
        """Append to the painted tracks where only time has moved on; else paint them anew."""
        view, theme, ratio = canvas.view, canvas.theme, canvas.ratio
        keys = tuple(content.drawn_keys())
        state = (content.version, view, theme, ratio, keys, content.selected)
        if state == self._drawn and content.cursor >= self.trails.step:
            self.trails.append(self._tracks, content.cursor)
            return
        self._drawn = state
        self._tracks = [_track(key, content, canvas) for key in keys]
        ghosts = [_ghost(path, key, 0.75, canvas) for key, path in content.ghosts.items() if content.is_shown(key)]
        ghosts += [_ghost(content.paths[key], key, 0.5, canvas) for key in keys if key == content.selected]
        size = QSize(round(view.width), round(view.height))
        self.trails.redraw(size, ratio, ghosts, self._tracks, content.cursor)
        self.names.ground_changed(canvas, content, self._tracks, self.start_spot, taken)

    # Words -----------------------------------------------------------------------------------------------------------

    def _blocked(self, canvas: Canvas, overlays: Overlays, drawn: list[Shaft], taken: Box) -> list[Box]:
        """What no word may cover."""
        theme = canvas.theme
        boxes = [around(spot.x, spot.y, theme.stroke("marker") * 1.35 + 1.0) for spot in self.spots]
        own = ((self.start_spot, HANDLE_RADIUS), (self.hand_spot, SKIER_RADIUS))
        boxes.extend(around(spot.x, spot.y, theme.px(reach + 3.0)) for spot, reach in own if spot is not None)
        if overlays.eye is not None and canvas.is_roomy:
            eye = eye_spot(canvas, overlays.eye, taken)
            boxes.append(around(eye.x(), eye.y(), theme.px(EYE_RADIUS + 2.0)))
        return [*boxes, *arrow_walls(canvas, drawn), *cross_walls(canvas, overlays.crosses, self.spots)]

    def _place_words(
        self,
        canvas: Canvas,
        content: MapContent,
        overlays: Overlays,
        drawn: list[Shaft],
        blocked: list[Box],
        taken: Box,
    ) -> None:
        """The learner's word first, then those of arrows and crosses, then names."""
        labels = [] if self.hand_spot is None else [you_label(canvas, self.hand_spot)]
        labels += arrow_labels(canvas, drawn)
        labels += cross_labels(canvas, overlays.crosses, self.spots)
        names = racer_labels(canvas, content, self.spots, self.start_spot)
        self.names.place(canvas, labels, names, blocked, taken)

    def _paint_words(self, canvas: Canvas, content: MapContent, overlays: Overlays, drawn: list[Shaft]) -> None:
        boxes = self.names.boxes
        for index, shaft in enumerate(drawn):
            if arrow_key(index) in boxes:
                paint_arrow_word(canvas, shaft, boxes[arrow_key(index)])
        for key, curvatures in overlays.crosses.items():
            if cross_key(key) in boxes:
                paint_small_word(canvas, boxes[cross_key(key)], kind_of(*curvatures[:2]))
        for spot in self.spots:
            if spot.key in boxes:
                strong = spot.key in (content.hovered, content.selected)
                paint_name(canvas, boxes[spot.key], content.title(spot.key), strong)

    # Things ----------------------------------------------------------------------------------------------------------

    def _paint_marks(self, canvas: Canvas, overlays: Overlays, drawn: list[Shaft]) -> None:
        """What stands at the balls."""
        paint_squares(canvas, overlays.squares, self.spots, overlays.axis_names)
        if overlays.cone is not None and is_seen(overlays.fog, overlays.cone.apex):
            paint_cone(canvas, overlays.cone)
        if overlays.hand is not None:
            paint_way(canvas, overlays.hand)
        paint_arrows(canvas, drawn)
        paint_crosses(canvas, overlays.crosses, self.spots)

    def _paint_own(self, canvas: Canvas, overlays: Overlays, held: str) -> None:
        """What is the learner's."""
        self._paint_start(canvas, held)
        if self.hand_spot is not None:
            paint_skier(canvas, self.hand_spot)
            if YOU in self.names.boxes:
                paint_own_word(canvas, self.names.boxes[YOU], YOU)
        if overlays.pointer is not None:
            paint_pointer(canvas, overlays.pointer)

    def _paint_start(self, canvas: Canvas, held: str) -> None:
        spot, theme = self.start_spot, canvas.theme
        if spot is None:
            return
        if spot.is_outside:
            size = theme.px(8.0)
            tip = QPointF(spot.x + spot.away[0] * size, spot.y + spot.away[1] * size)
            paint_triangle(canvas, tip, spot.away, size, theme.color("you"))
        else:
            paint_handle(canvas, QPointF(spot.x, spot.y))
        words = OUTSIDE_HINT if spot.is_outside else held
        gap = theme.px(16.0 if spot.is_outside else HANDLE_RADIUS + 6.0)
        insist = spot.is_outside or words not in ("", START)
        box = self.names.beside(canvas, word_label(canvas, START, words, spot, gap, insist)) if words else None
        if box is not None:
            paint_own_word(canvas, box, words)


def paint_eye_of(canvas: Canvas, overlays: Overlays, caption: Box, held: bool) -> None:
    """The eye, where there is room to turn it."""
    if overlays.eye is not None and canvas.is_roomy:
        paint_eye(canvas, overlays.eye, caption, held)


def paint_spot(canvas: Canvas, spot: Spot, strong: bool) -> None:
    """A racer's marker: larger under the pointer, smaller with an arrow at the border it left through."""
    theme = canvas.theme
    radius = theme.stroke("marker") * (1.25 if strong else 0.8 if spot.is_outside else 1.0)
    color, rim = color_of(theme, spot.key), theme.color("panel")
    centre = QPointF(spot.x, spot.y)
    if spot.is_outside:
        tip = QPointF(spot.x + spot.away[0] * radius * 2.9, spot.y + spot.away[1] * radius * 2.9)
        paint_triangle(canvas, tip, spot.away, radius * 1.15, color, rim)
    paint_marker(canvas.painter, marker_of(theme, spot.key), centre, radius, color, rim, theme.px(1.3))


def _track(key: str, content: MapContent, canvas: Canvas) -> Trail:
    theme, ratio = canvas.theme, canvas.ratio
    width = theme.stroke("trail") * (_SELECTED_WIDTH if key == content.selected else 1.0)
    return Trail(
        points=_device(content.paths[key], canvas.view, ratio),
        color=color_of(theme, key),
        casing=theme.color("panel", CASING_SHARE),
        width=width * ratio,
        casing_width=theme.stroke("casing") * ratio,
    )


def _ghost(path: Array, key: str, alpha: float, canvas: Canvas) -> Trail:
    ratio = canvas.ratio
    dash = tuple(length * ratio for length in canvas.theme.dash("dash_ghost"))
    return Trail(_device(path, canvas.view, ratio), color_of(canvas.theme, key, alpha), None, ratio, 0.0, dash)


def _device(path: Array, view: Viewport, ratio: float) -> Array:
    """A path in device pixels of the picture."""
    shifted: Array = replace(view, left=0.0, top=0.0).to_pixels(path) * ratio
    return shifted
