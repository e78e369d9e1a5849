"""What stands on a relief and is painted above it: tracks, balls with names, minima and saddles, the start, a needle.

Hidden things are faint. Names stand beside their balls as on the map, and stay on their side while the surface turns.
"""

import math
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QSize

from gui.widgets.labels import Box
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_live import START, paint_spot
from gui.widgets.map_own import paint_handle, paint_skier
from gui.widgets.markers import color_of
from gui.widgets.paper import on_paper
from gui.widgets.surface_content import SurfaceContent
from gui.widgets.surface_names import SurfaceNames
from gui.widgets.surface_sheet import Sheet
from gui.widgets.surface_signs import MINIMUM, SADDLE, paint_features, paint_needle
from gui.widgets.surface_spots import NOTHING, Ball, Scene, joint, racers_standing, standing
from gui.widgets.surface_tracks import Draped, draped, tracks_of
from gui.widgets.surface_trails import Line, SurfaceTrails, cased, dashed, paint_track, racer_style

HAND = "hand"
_FAINT = 0.4
_NOWHERE = (math.nan, math.nan)


@dataclass(frozen=True, eq=False)
class Moment:
    """What a painting depends on beside the content: `ground` is the picture, `calm` whether it rests; `taken` are the
    boxes of caption and axes, `held` the words beside the start.
    """

    ground: object
    calm: bool
    taken: tuple[Box, ...]
    held: str


class SurfaceMarks:
    """Paints a `SurfaceContent` over the ground and remembers where things were put."""

    def __init__(self) -> None:
        self.balls: list[Ball] = []
        self.start_ball: Ball | None = None
        self.hand_ball: Ball | None = None
        self.names = SurfaceNames()
        self._trails = SurfaceTrails()
        self._draped: dict[tuple[str, str], Draped] = {}
        self._draped_for: object = None
        self._features = self._stands = NOTHING
        self._stands_for: object = None
        self._lines: list[Line] = []
        self._lines_for: object = None

    def forget_sides(self) -> None:
        """Place names as if nothing had been shown before."""
        self.names.forget_sides()

    # Where things are ------------------------------------------------------------------------------------------------

    def place(self, content: SurfaceContent, scene: Scene) -> None:
        """Say where racers and start stand now: for painting, and for what lies under the pointer."""
        self._drape(content, scene.sheet)
        self._stand(content, scene.sheet)
        found = self._stands.balls(scene)
        count = len(self._stands.keys) - 2
        self.balls = [ball for ball in found[:count] if ball is not None]
        self.start_ball, self.hand_ball = found[count:]

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
        if content.hand is not None:
            self._draped[HAND, HAND] = draped(content.hand, sheet)
        kinds = [SADDLE] * len(content.saddles) + [MINIMUM] * len(content.minima)
        self._features = standing(kinds, np.concatenate((content.saddles, content.minima)), sheet)

    def _stand(self, content: SurfaceContent, sheet: Sheet) -> None:
        """The racers at the cursor, the start and the learner's own skier."""
        has_hand = content.hand is not None and len(content.hand) > 0
        hand = tuple(content.hand[-1, :2].tolist()) if has_hand and content.hand is not None else _NOWHERE
        start = content.start or _NOWHERE
        state = (self._draped_for, content.cursor, content.selected, start, hand)
        if state == self._stands_for:
            return
        self._stands_for = state
        paths = {key: path for (kind, key), path in self._draped.items() if kind == "path"}
        others = standing([START, HAND], np.array([start, hand]), sheet)
        self._stands = joint(racers_standing(content, paths, sheet), others)

    # Painting --------------------------------------------------------------------------------------------------------

    def paint(self, canvas: Canvas, content: SurfaceContent, scene: Scene, moment: Moment) -> None:
        """Everything."""
        self.place(content, scene)
        self._lay_lines(canvas, content, scene, moment)
        signs = paint_features(canvas, self._features, scene)
        if moment.calm and not on_paper(canvas.painter):
            size = QSize(round(canvas.view.width), round(canvas.view.height))
            pixmap = self._trails.show(self._lines, content.cursor, self._lines_for, size, canvas.ratio)
            canvas.painter.drawPixmap(0, 0, pixmap)
        else:
            self._paint_at_once(canvas, content.cursor)
        own = (self.start_ball, self.hand_ball)
        self.names.place(canvas, content, self.balls, own, signs, moment.taken, moment.held)
        self.names.paint(canvas, content, self.balls, moment.held)
        self._paint_balls(canvas, content)
        if content.pointer is not None:
            paint_needle(canvas, content.pointer, scene)

    def _lay_lines(self, canvas: Canvas, content: SurfaceContent, scene: Scene, moment: Moment) -> None:
        """The tracks on the screen, again where the ground or a path is another one."""
        keys = tuple(content.drawn_keys())
        state = (moment.ground, self._draped_for, keys, content.selected, canvas.theme, canvas.ratio)
        if state == self._lines_for:
            return
        self._lines_for = state
        found = tracks_of(list(self._draped.values()), scene.projection, scene.picture, scene.fog)
        tracks = dict(zip(self._draped, found, strict=True))
        theme, ratio, lines = canvas.theme, canvas.ratio, []
        for (kind, key), track in tracks.items():
            if kind == "ghost":
                lines.append(Line(track, dashed(theme, color_of(theme, key, 0.75)), timed=False))
        for key in keys:
            if key == content.selected:
                lines.append(Line(tracks["path", key], dashed(theme, color_of(theme, key, 0.5)), timed=False))
            lines.append(Line(tracks["path", key], racer_style(theme, key, key == content.selected, ratio)))
        if (HAND, HAND) in tracks:
            you = cased(theme, theme.color("you"), theme.color("you", 0.5), theme.stroke("trail"), ratio)
            lines.append(Line(tracks[HAND, HAND], you, timed=False))
        self._lines = lines
        paths = [line.track.pixels for line in lines if line.timed and len(line.track.pixels) > 1]
        self.names.tracks_changed(canvas.view.width, canvas.view.height, paths if moment.calm else None)

    def _paint_at_once(self, canvas: Canvas, step: int) -> None:
        """The tracks of a surface that turns, or on paper: nothing of them can be kept."""
        canvas.painter.save()
        canvas.painter.scale(1.0 / canvas.ratio, 1.0 / canvas.ratio)
        for line in self._lines:
            paint_track(canvas.painter, line, -1.0, float(step) if line.timed else math.inf, canvas.ratio, True)
        canvas.painter.restore()

    def _paint_balls(self, canvas: Canvas, content: SurfaceContent) -> None:
        """Racers, hidden ones first; then what is the learner's."""
        painter = canvas.painter
        for ball in sorted(self.balls, key=lambda ball: not ball.hidden):
            painter.setOpacity(_FAINT if ball.hidden else 1.0)
            paint_spot(canvas, ball, ball.key in (content.hovered, content.selected))
        if self.start_ball is not None:
            painter.setOpacity(_FAINT if self.start_ball.hidden else 1.0)
            paint_handle(canvas, QPointF(self.start_ball.x, self.start_ball.y))
        if self.hand_ball is not None:
            painter.setOpacity(_FAINT if self.hand_ball.hidden else 1.0)
            paint_skier(canvas, self.hand_ball)
        painter.setOpacity(1.0)
