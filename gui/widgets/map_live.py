"""The live layer of a map: trails, markers with names, the start handle. Only this is painted while a race plays."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPolygonF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.labels import Box, Crowd, Label, overlap, place_labels
from gui.widgets.map_ground import CROWD, shown_pixels
from gui.widgets.map_spots import MapContent, Spot, border, spot_for, spots, visible_names
from gui.widgets.markers import color_of, marker_of, paint_marker
from gui.widgets.polylines import clip
from gui.widgets.shapes import CENTRE, disc, rounded, text
from gui.widgets.trails import CASING_SHARE, Trail, TrailLayer
from gui.widgets.viewport import Viewport

START = "start"
OUTSIDE_HINT = "the start lies outside the picture"
_SELECTED_WIDTH = 1.45
_MOST_MINIMA, _MOST_SADDLES = 3, 2
_HANDLE_RADIUS = 9.0


class LiveLayer:
    """Paints a `MapContent` over the ground and remembers where things were put."""

    def __init__(self) -> None:
        self.trails = TrailLayer()
        self.spots: list[Spot] = []
        self.start_spot: Spot | None = None
        self.names: dict[str, Box] = {}
        self._drawn: tuple[object, ...] = ()
        self._tracks: list[Trail] = []
        self._ghosts: list[Trail] = []
        self._crowd: Crowd | None = None
        self._feature_labels: dict[str, tuple[str, Box]] = {}
        self._sides: dict[str, int] = {}
        self._caption: Box = (0.0, 0.0, 0.0, 0.0)

    def forget_sides(self) -> None:
        """Place names as if nothing had been shown before."""
        self._sides.clear()

    def place(self, content: MapContent, view: Viewport, theme: Theme) -> None:
        """Say where racers and start stand now: for painting, and for what lies under the pointer."""
        self.spots = spots(content, view, theme.stroke("marker"))
        inset = theme.px(_HANDLE_RADIUS + 9.0)
        self.start_spot = None if content.start is None else spot_for(START, content.start, view, inset)

    def paint(
        self, painter: QPainter, content: MapContent, view: Viewport, theme: Theme, ratio: float, taken: Box, held: str
    ) -> None:
        """Everything, clipped to the picture. `taken` is the caption's box, `held` the words beside the start."""
        self._caption = taken
        self.place(content, view, theme)
        self._update_trails(content, view, theme, ratio, taken)
        painter.save()
        painter.setClipRect(QRectF(view.left, view.top, view.width, view.height))
        self.trails.paint(painter, QPointF(view.left, view.top), self._ghosts, self._tracks)
        blocked = self._marker_boxes(theme)
        self._place_names(content, view, theme, taken, blocked)
        self._paint_feature_labels(painter, theme, [*blocked, *self.names.values()])
        for key, box in self.names.items():
            paint_name(painter, theme, box, content.title(key), key in (content.hovered, content.selected))
        for spot in self.spots:
            paint_spot(painter, theme, spot, spot.key in (content.hovered, content.selected))
        self._paint_start(painter, view, theme, held)
        painter.restore()

    def _update_trails(self, content: MapContent, view: Viewport, theme: Theme, ratio: float, taken: Box) -> None:
        """Append to the painted tracks where only time has moved on; else paint them anew."""
        keys = tuple(content.drawn_keys())
        state = (content.version, view, theme, ratio, keys, content.selected)
        if state == self._drawn and content.cursor >= self.trails.step:
            self.trails.append(self._tracks, content.cursor)
            return
        self._drawn = state
        self._tracks = [self._track(key, content, view, theme, ratio) for key in keys]
        self._ghosts = [
            _ghost(path, color_of(theme, key, 0.75), view, theme, ratio)
            for key, path in content.ghosts.items()
            if content.is_shown(key)
        ]
        self._ghosts += [
            _ghost(content.paths[key], color_of(theme, key, 0.5), view, theme, ratio)
            for key in keys
            if key == content.selected
        ]
        size = QSize(round(view.width), round(view.height))
        self.trails.redraw(size, ratio, self._ghosts, self._tracks, content.cursor)
        self._crowd = _crowd(self._tracks, view, ratio)
        self._place_feature_labels(content, view, theme, taken)

    def _track(self, key: str, content: MapContent, view: Viewport, theme: Theme, ratio: float) -> Trail:
        width = theme.stroke("trail") * (_SELECTED_WIDTH if key == content.selected else 1.0)
        return Trail(
            points=_device(content.paths[key], view, ratio),
            color=color_of(theme, key),
            casing=theme.color("panel", CASING_SHARE),
            width=width * ratio,
            casing_width=theme.stroke("casing") * ratio,
        )

    def _marker_boxes(self, theme: Theme) -> list[Box]:
        reach = theme.stroke("marker") * 1.35 + 1.0
        boxes = [(spot.x - reach, spot.y - reach, spot.x + reach, spot.y + reach) for spot in self.spots]
        if self.start_spot is not None:
            boxes.append(_around(self.start_spot, theme.px(_HANDLE_RADIUS + 3.0)))
        return boxes

    def _place_names(self, content: MapContent, view: Viewport, theme: Theme, taken: Box, blocked: list[Box]) -> None:
        """Names of racers that have left the start; the one pointed at in any case."""
        metrics = QFontMetricsF(theme.font("label"))
        by_key = {spot.key: spot for spot in self.spots}
        labels = []
        for key in visible_names(content, by_key):
            spot = by_key[key]
            insist = key in (content.hovered, content.selected)
            if not insist and self._is_at_start(spot, theme):
                continue
            wide = metrics.horizontalAdvance(content.title(key)) + theme.px(10.0)
            gap = theme.stroke("marker") * 1.35 + theme.px(4.0)
            labels.append(Label(key, spot.x, spot.y, wide, metrics.height() + theme.px(4.0), gap, insist))
        words = [box for _, box in self._feature_labels.values()]
        walls = [*blocked, taken, *(box for box in words if not any(overlap(box, other) > 0.0 for other in blocked))]
        placed = place_labels(labels, border(view, theme.px(4.0)), walls, self._crowd, self._sides)
        self.names = {key: found.box for key, found in placed.items()}
        self._sides.update({key: found.side for key, found in placed.items()})

    def _is_at_start(self, spot: Spot, theme: Theme) -> bool:
        start = self.start_spot
        reach = theme.px(_HANDLE_RADIUS + 6.0)
        return start is not None and abs(spot.x - start.x) < reach and abs(spot.y - start.y) < reach

    def _place_feature_labels(self, content: MapContent, view: Viewport, theme: Theme, taken: Box) -> None:
        """The words "minimum" and "saddle" at a few of them, clear of each other and of the tracks."""
        metrics = QFontMetricsF(theme.font("caption"))
        marks = [
            (f"{word} {index}", word, x, y)
            for word, points, most in (
                ("minimum", content.minima, _MOST_MINIMA),
                ("saddle", content.saddles, _MOST_SADDLES),
            )
            for index, (x, y) in enumerate(_to_name(shown_pixels(view, points), most))
        ]
        tall = metrics.height()
        labels = [
            Label(key, x, y, metrics.horizontalAdvance(word) + 4, tall, theme.px(8.0)) for key, word, x, y in marks
        ]
        reach = theme.px(7.0)
        walls = [(x - reach, y - reach, x + reach, y + reach) for _, _, x, y in marks]
        walls.append(taken)
        if self.start_spot is not None:
            walls.append(_around(self.start_spot, theme.px(_HANDLE_RADIUS + 4.0)))
        placed = place_labels(labels, border(view, theme.px(4.0)), walls, self._crowd, self._sides)
        self._feature_labels = {key: (word, placed[key].box) for key, word, _, _ in marks if key in placed}
        self._sides.update({key: found.side for key, found in placed.items()})

    def _paint_feature_labels(self, painter: QPainter, theme: Theme, covered: list[Box]) -> None:
        font, soft = theme.font("caption"), theme.color("soft")
        for word, box in self._feature_labels.values():
            if not any(overlap(box, other) > 0.0 for other in covered):
                rounded(painter, _rect(box), theme.px(4.0), theme.color("stage", 0.5))
                text(painter, _rect(box), word, font, soft, CENTRE)

    def _paint_start(self, painter: QPainter, view: Viewport, theme: Theme, held: str) -> None:
        spot = self.start_spot
        if spot is None:
            return
        if spot.is_outside:
            _paint_arrow(painter, spot, theme.px(8.0), theme.color("you"))
            self._paint_words(painter, view, theme, OUTSIDE_HINT, spot, theme.px(16.0))
            return
        paint_handle(painter, theme, QPointF(spot.x, spot.y))
        self._paint_words(painter, view, theme, held, spot, theme.px(_HANDLE_RADIUS + 6.0))

    def _paint_words(self, painter: QPainter, view: Viewport, theme: Theme, words: str, spot: Spot, gap: float) -> None:
        """A violet label beside the start, where it fits."""
        if not words:
            return
        font = theme.font("label")
        metrics = QFontMetricsF(font)
        wide = metrics.horizontalAdvance(words) + theme.px(10.0)
        label = Label(START, spot.x, spot.y, wide, metrics.height() + theme.px(4.0), gap, words != START)
        walls = [_around(other, theme.stroke("marker") * 1.35) for other in self.spots]
        walls.extend((self._caption, _around(spot, gap * 0.6), *self.names.values()))
        walls.extend(box for _, box in self._feature_labels.values())
        placed = place_labels([label], border(view, theme.px(4.0)), walls, self._crowd, self._sides)
        if START in placed:
            self._sides[START] = placed[START].side
            box = placed[START].box
            if spot.is_outside and any(overlap(box, wall) > 0.0 for wall in walls):
                box = _at_foot(box, view, theme.px(10.0))
            paint_plate(painter, theme, box)
            text(painter, _rect(box), words, font, theme.color("you"), CENTRE)


def paint_plate(painter: QPainter, theme: Theme, box: Box) -> None:
    """The translucent ground of a name."""
    rounded(painter, _rect(box), theme.px(5.0), theme.color("stage", 0.8))


def paint_name(painter: QPainter, theme: Theme, box: Box, words: str, strong: bool) -> None:
    """A racer's name in ink; what the learner points at has an edge."""
    rounded(
        painter,
        _rect(box),
        theme.px(5.0),
        theme.color("stage", 0.95 if strong else 0.8),
        theme.color("rule") if strong else None,
    )
    text(painter, _rect(box), words, theme.font("label"), theme.color("ink"), CENTRE)


def paint_spot(painter: QPainter, theme: Theme, spot: Spot, strong: bool) -> None:
    """A racer's marker: larger under the pointer, smaller with an arrow at the border it left through."""
    radius = theme.stroke("marker") * (1.25 if strong else 0.8 if spot.is_outside else 1.0)
    color = color_of(theme, spot.key)
    centre = QPointF(spot.x, spot.y)
    if spot.is_outside:
        tip = QPointF(spot.x + spot.away[0] * radius * 2.9, spot.y + spot.away[1] * radius * 2.9)
        _paint_triangle(painter, tip, spot.away, radius * 1.15, color, theme.color("panel"))
    paint_marker(painter, marker_of(theme, spot.key), centre, radius, color, theme.color("panel"), theme.px(1.3))


def paint_handle(painter: QPainter, theme: Theme, centre: QPointF) -> None:
    """The one thing to grab: a violet ring with its halo."""
    for radius, alpha in ((20.0, 0.10), (15.0, 0.16)):
        disc(painter, centre, theme.px(radius), theme.color("you", alpha))
    disc(painter, centre, theme.px(_HANDLE_RADIUS), theme.color("panel"), theme.color("you"), theme.px(2.4))
    disc(painter, centre, theme.px(3.0), theme.color("you"))


def paint_focus(painter: QPainter, theme: Theme, picture: QRectF, start: Spot | None) -> None:
    """The ring of the keyboard: around the picture, and around the start, which the arrow keys move."""
    width = theme.stroke("focus")
    inset = width / 2 + 1.0
    rounded(painter, picture.adjusted(inset, inset, -inset, -inset), 8.0 * theme.scale, None, theme.color("you"), width)
    if start is not None and not start.is_outside:
        disc(painter, QPointF(start.x, start.y), theme.px(_HANDLE_RADIUS + 4.5), None, theme.color("you"), width)


def handle_reach(theme: Theme) -> float:
    """How near the pointer must come to grab the start."""
    return max(theme.target / 2.0, theme.px(_HANDLE_RADIUS + 4.0))


def _paint_arrow(painter: QPainter, spot: Spot, size: float, color: QColor) -> None:
    tip = QPointF(spot.x + spot.away[0] * size, spot.y + spot.away[1] * size)
    _paint_triangle(painter, tip, spot.away, size, color, None)


def _paint_triangle(
    painter: QPainter, tip: QPointF, away: tuple[float, float], size: float, fill: QColor, rim: QColor | None
) -> None:
    """An arrow head whose point lies at `tip`."""
    dx, dy = away
    foot = QPointF(tip.x() - dx * size, tip.y() - dy * size)
    side = QPointF(-dy * size * 0.75, dx * size * 0.75)
    painter.setPen(Qt.PenStyle.NoPen if rim is None else rim)
    painter.setBrush(fill)
    painter.drawPolygon(QPolygonF([tip, foot + side, foot - side]))


def _ghost(path: Array, color: QColor, view: Viewport, theme: Theme, ratio: float) -> Trail:
    dash = tuple(length * ratio for length in theme.dash("dash_ghost"))
    return Trail(_device(path, view, ratio), color, None, ratio, 0.0, dash)


def _device(path: Array, view: Viewport, ratio: float) -> Array:
    """A path in device pixels of the picture."""
    shifted: Array = replace(view, left=0.0, top=0.0).to_pixels(path) * ratio
    return shifted


def _crowd(tracks: list[Trail], view: Viewport, ratio: float) -> Crowd:
    """The tracks as something that labels should not lie on."""
    box = (0.0, 0.0, view.width, view.height)
    shift = np.array((view.left, view.top))
    paths = [part + shift for track in tracks for part in clip(track.points / ratio, box)]
    return Crowd(view.left + view.width, view.top + view.height, paths)


def _to_name(points: Array, most: int) -> Array:
    """The first few of the points, and of a crowd none: it explains itself."""
    return points[: most if len(points) <= CROWD else 0]


def _at_foot(box: Box, view: Viewport, inset: float) -> Box:
    """A box of the same size in the middle of the picture's lower edge: where words go that fit nowhere else."""
    wide, tall = box[2] - box[0], box[3] - box[1]
    left, bottom = view.left + (view.width - wide) / 2, view.top + view.height - inset
    return (left, bottom - tall, left + wide, bottom)


def _around(spot: Spot, reach: float) -> Box:
    return (spot.x - reach, spot.y - reach, spot.x + reach, spot.y + reach)


def _rect(box: Box) -> QRectF:
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])
