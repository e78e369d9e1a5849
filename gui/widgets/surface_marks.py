"""What stands on a relief and is painted above it: tracks, balls with names, minima and saddles, the start, a pointer.

Hidden things are faint. Names stand beside their balls as on the map, and stay on their side while the surface turns.
"""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.labels import Box, Crowd, Label, place_labels
from gui.widgets.map_live import START, paint_handle, paint_name, paint_plate, paint_spot
from gui.widgets.map_spots import visible_names
from gui.widgets.markers import color_of
from gui.widgets.shapes import CENTRE, disc, text
from gui.widgets.surface_content import SurfaceContent
from gui.widgets.surface_sheet import HEIGHT, Sheet
from gui.widgets.surface_spots import NOTHING, Ball, Scene, joint, racers_standing, standing
from gui.widgets.surface_tracks import Draped, draped, tracks_of
from gui.widgets.surface_trails import Line, SurfaceTrails, cased, dashed, paint_track, racer_style
from gui.widgets.ticks import signed

HAND = "your path"
_FAINT = 0.4
_HANDLE = 9.0
_MOST_FEATURES = 12
_PIN = 0.34
_NOWHERE = (float("nan"), float("nan"))


class SurfaceMarks:
    """Paints a `SurfaceContent` over the ground and remembers where things were put."""

    def __init__(self) -> None:
        self.balls: list[Ball] = []
        self.start_ball: Ball | None = None
        self.hand_ball: Ball | None = None
        self.trails = SurfaceTrails()
        self._draped: dict[tuple[str, str], Draped] = {}
        self._draped_for: object = None
        self._features = self._stands = NOTHING
        self._stands_for: object = None
        self._sides: dict[str, int] = {}
        self._crowd: Crowd | None = None
        self._lines: list[Line] = []
        self._lines_for: object = None
        self._names: dict[str, Box] = {}

    def forget_sides(self) -> None:
        """Place names as if nothing had been shown before."""
        self._sides.clear()

    def place(self, content: SurfaceContent, scene: Scene) -> None:
        """Say where racers and start stand now: for painting, and for what lies under the pointer."""
        self._drape(content, scene.sheet)
        self._stand(content, scene.sheet)
        found = self._stands.balls(scene)
        count = len(self._stands.keys) - 2
        self.balls = [ball for ball in found[:count] if ball is not None]
        self.start_ball = found[count] if content.start is not None else None
        self.hand_ball = found[count + 1] if content.hand is not None else None

    def _drape(self, content: SurfaceContent, sheet: Sheet) -> None:
        """Paths and marked points on the relief, again where either is another one."""
        state = (content.version, id(sheet), sheet)
        if state == self._draped_for:
            return
        self._draped_for = state
        groups = {"path": content.paths, "ghost": content.ghosts}
        self._draped = {
            (kind, key): draped(path, sheet)
            for kind, paths in groups.items()
            for key, path in paths.items()
            if content.is_shown(key)
        }
        if content.hand is not None and len(content.hand):
            self._draped["hand", HAND] = draped(content.hand, sheet)
        kinds = ["saddle"] * len(content.saddles) + ["minimum"] * len(content.minima)
        self._features = standing(kinds, np.concatenate((content.saddles, content.minima)), sheet)

    def _stand(self, content: SurfaceContent, sheet: Sheet) -> None:
        """The racers at the cursor, the start and the learner's own skier."""
        hand = None if content.hand is None or not len(content.hand) else tuple(content.hand[-1, :2].tolist())
        state = (self._draped_for, content.cursor, content.selected, content.start, hand)
        if state == self._stands_for:
            return
        self._stands_for = state
        paths = {key: path for (kind, key), path in self._draped.items() if kind == "path"}
        racers = racers_standing(content, paths, sheet)
        others = standing([START, HAND], np.array([content.start or _NOWHERE, hand or _NOWHERE]), sheet)
        self._stands = joint(racers, others)

    def paint(
        self,
        painter: QPainter,
        content: SurfaceContent,
        scene: Scene,
        theme: Theme,
        size: QSize,
        ratio: float,
        state: object,
        calm: bool,
        taken: list[Box],
        held: str,
    ) -> None:
        """Everything. `state` is what the ground depends on, `calm` whether it rests; `taken` boxes stay free, `held`
        are the words beside the start.
        """
        self.place(content, scene)
        keys = tuple(content.drawn_keys())
        whole = (state, content.version, keys, content.selected, ratio, self._draped_for)
        if whole != self._lines_for:
            self._lines_for = whole
            self._lines = self._make_lines(content, scene, theme, ratio, keys)
            if calm:
                paths = [line.track.pixels for line in self._lines if line.timed and len(line.track.pixels) > 1]
                self._crowd = Crowd(size.width(), size.height(), paths)
        if not calm:
            self._crowd = None
        self._paint_features(painter, scene, theme)
        if calm:
            painter.drawPixmap(0, 0, self.trails.show(self._lines, content.cursor, whole, size, ratio))
        else:
            self._paint_at_once(painter, content.cursor, ratio)
        self._paint_balls(painter, content, theme, size, taken, held)
        self._paint_hand(painter, theme)
        if content.pointer is not None:
            paint_pointer(painter, content.pointer, scene, theme)

    def _make_lines(
        self, content: SurfaceContent, scene: Scene, theme: Theme, ratio: float, keys: tuple[str, ...]
    ) -> list[Line]:
        found_tracks = tracks_of(list(self._draped.values()), scene.projection, scene.picture, scene.fog)
        tracks = dict(zip(self._draped, found_tracks, strict=True))
        lines = []
        for (kind, key), found in tracks.items():
            if kind == "ghost":
                lines.append(Line(found, dashed(theme, color_of(theme, key, 0.75)), timed=False))
        for key in keys:
            found = tracks["path", key]
            if key == content.selected:
                lines.append(Line(found, dashed(theme, color_of(theme, key, 0.5)), timed=False))
            lines.append(Line(found, racer_style(theme, key, key == content.selected, ratio)))
        if ("hand", HAND) in tracks:
            you = cased(theme, theme.color("you"), theme.color("you", 0.5), theme.stroke("trail") * 1.2, ratio)
            lines.append(Line(tracks["hand", HAND], you, timed=False))
        return lines

    def _paint_at_once(self, painter: QPainter, step: int, ratio: float) -> None:
        """The tracks of a surface that turns: nothing of them can be kept."""
        painter.save()
        painter.scale(1.0 / ratio, 1.0 / ratio)
        for line in self._lines:
            paint_track(painter, line, -1.0, float(step) if line.timed else math.inf, ratio)
        painter.restore()

    def _paint_balls(
        self, painter: QPainter, content: SurfaceContent, theme: Theme, size: QSize, taken: list[Box], held: str
    ) -> None:
        start = self.start_ball
        blocked = [_around(ball, theme.stroke("marker") * 1.35 + 1.0) for ball in self.balls if not ball.hidden]
        if start is not None:
            blocked.append(_around(start, theme.px(_HANDLE + 3.0)))
        bounds = (theme.px(4.0), theme.px(4.0), size.width() - theme.px(4.0), size.height() - theme.px(4.0))
        self._place_names(content, theme, bounds, [*blocked, *taken], held)
        for key, box in self._names.items():
            if key == START:
                paint_plate(painter, theme, box)
                text(painter, _rect(box), held, theme.font("label"), theme.color("you"), CENTRE)
            else:
                paint_name(painter, theme, box, content.title(key), key in (content.hovered, content.selected))
        for ball in sorted(self.balls, key=lambda ball: not ball.hidden):
            painter.setOpacity(_FAINT if ball.hidden else 1.0)
            paint_spot(painter, theme, ball, ball.key in (content.hovered, content.selected))
        if start is not None:
            painter.setOpacity(_FAINT if start.hidden else 1.0)
            paint_handle(painter, theme, QPointF(start.x, start.y))
        painter.setOpacity(1.0)

    def _place_names(self, content: SurfaceContent, theme: Theme, bounds: Box, walls: list[Box], held: str) -> None:
        """Names of racers that are seen and have left the start; the one pointed at in any case."""
        metrics = QFontMetricsF(theme.font("label"))
        by_key = {ball.key: ball for ball in self.balls}
        gap, tall = theme.stroke("marker") * 1.35 + theme.px(4.0), metrics.height() + theme.px(4.0)
        labels = []
        for key in visible_names(content, by_key):
            ball = by_key[key]
            insist = key in (content.hovered, content.selected)
            if insist or not (ball.hidden or self._is_at_start(ball, theme)):
                wide = metrics.horizontalAdvance(content.title(key)) + theme.px(10.0)
                labels.append(Label(key, ball.x, ball.y, wide, tall, gap, insist))
        if self.start_ball is not None and held and not self.start_ball.hidden:
            wide, room = metrics.horizontalAdvance(held) + theme.px(10.0), theme.px(_HANDLE + 6.0)
            labels.append(Label(START, self.start_ball.x, self.start_ball.y, wide, tall, room, held != START))
        placed = place_labels(labels, bounds, walls, self._crowd, self._sides)
        self._names = {key: found.box for key, found in placed.items()}
        self._sides.update({key: found.side for key, found in placed.items()})

    def _is_at_start(self, ball: Ball, theme: Theme) -> bool:
        start, reach = self.start_ball, theme.px(_HANDLE + 6.0)
        return start is not None and abs(ball.x - start.x) < reach and abs(ball.y - start.y) < reach

    def _paint_hand(self, painter: QPainter, theme: Theme) -> None:
        """The learner's own skier: a ring."""
        ball = self.hand_ball
        if ball is not None:
            painter.setOpacity(_FAINT if ball.hidden else 1.0)
            radius, you = theme.stroke("marker") * 1.15, theme.color("you")
            disc(painter, QPointF(ball.x, ball.y), radius, theme.color("panel"), you, theme.px(2.2))
            painter.setOpacity(1.0)

    def _paint_features(self, painter: QPainter, scene: Scene, theme: Theme) -> None:
        """A cross at each minimum and a diamond at each saddle that is seen."""
        size = theme.px(5.0 if len(self._features.keys) <= _MOST_FEATURES else 3.0)
        for ball in self._features.balls(scene):
            if ball is not None and not ball.hidden:
                paint = _paint_saddle if ball.key == "saddle" else _paint_minimum
                paint(painter, theme, QPointF(ball.x, ball.y), size)


def _paint_saddle(painter: QPainter, theme: Theme, spot: QPointF, size: float) -> None:
    across, down = QPointF(size * 1.3, 0), QPointF(0, size * 0.9)
    painter.setPen(QPen(theme.color("soft"), theme.px(1.3)))
    painter.setBrush(theme.color("panel", 0.8))
    painter.drawPolygon(QPolygonF([spot - across, spot - down, spot + across, spot + down]))


def _paint_minimum(painter: QPainter, theme: Theme, spot: QPointF, size: float) -> None:
    across, down = QPointF(size * 1.1, 0), QPointF(0, size * 0.85)
    width = theme.px(1.3)
    for pen in (QPen(theme.color("panel", 0.7), width + 2), QPen(theme.color("soft"), width)):
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(spot - across, spot + across)
        painter.drawLine(spot - down, spot + down)


def paint_pointer(painter: QPainter, point: tuple[float, float], scene: Scene, theme: Theme) -> None:
    """A needle that stands on the relief at a point of the plane, with the loss there."""
    ball = standing([""], np.array([point]), scene.sheet).balls(scene)[0]
    if ball is None:
        return
    foot = scene.sheet.to_box(np.array([point]))[0]
    height = float(scene.sheet.ground(np.array([point]))[0])
    level = (height - 0.5) * HEIGHT
    ends = scene.projection.to_pixels(np.array([[*foot, level], [*foot, level + _PIN]]))
    low, high = QPointF(*ends[0, :2]), QPointF(*ends[1, :2])
    ink = theme.color("ink", 0.5 if ball.hidden else 1.0)
    painter.setPen(QPen(theme.color("panel", 0.8), theme.px(3.0)))
    painter.drawLine(low, high)
    painter.setPen(QPen(ink, theme.px(1.0)))
    painter.drawLine(low, high)
    disc(painter, low, theme.px(3.2), ink, theme.color("panel"), theme.px(1.2))
    words, font = signed(f"{scene.sheet.loss_at(point):.4g}"), theme.font("label")
    metrics = QFontMetricsF(font)
    wide, tall = metrics.horizontalAdvance(words) + theme.px(10.0), metrics.height() + theme.px(4.0)
    box = (high.x() - wide / 2, high.y() - tall, high.x() + wide / 2, high.y())
    paint_plate(painter, theme, box)
    text(painter, _rect(box), words, font, theme.color("ink"), CENTRE)


def _around(ball: Ball, reach: float) -> Box:
    return (ball.x - reach, ball.y - reach, ball.x + reach, ball.y + reach)


def _rect(box: Box) -> QRectF:
    return QRectF(box[0], box[1], box[2] - box[0], box[3] - box[1])
