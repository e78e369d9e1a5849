"""The words on a relief: racers' names beside their balls, "start", and "minimum" and "saddle" beside their signs.

A name that would lie on tracks goes a little farther out, with a thin line to its ball; it is left out where it would
hide tracks there too, and in a small picture, where lines would only add to the crowd. The words of the signs take what
is left, only in a large picture, and only while it rests.
"""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFontMetricsF

from gui.language import say
from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.labels import Box, Crowd, Label, Placed, overlap, place_labels
from gui.widgets.map_canvas import Canvas, around
from gui.widgets.map_ground import CROWD
from gui.widgets.map_live import START
from gui.widgets.map_names import paint_name, paint_own_word, paint_small_word
from gui.widgets.map_own import HANDLE_RADIUS, SKIER_RADIUS
from gui.widgets.map_spots import visible_names
from gui.widgets.shapes import stroke
from gui.widgets.surface_content import SurfaceContent
from gui.widgets.surface_spots import Ball
from sim.phrases import phrase

_CLEAR, _BUSY, _FULL = 1.0, 3.0, 8.0
"""Cells of tracks under a name up to which it comes back, above which it moves out, and above which it is left out."""
_OUT = 3.2
_LARGE = 480.0
_MOST = {"minimum": 3, "saddle": 2}


class SurfaceNames:
    """Places words and remembers on which side each stood."""

    def __init__(self) -> None:
        self.boxes: dict[str, Box] = {}
        self.words: dict[str, Box] = {}
        self._sides: dict[str, int] = {}
        self._out: set[str] = set()
        self._crowd: Crowd | None = None

    def forget_sides(self) -> None:
        """Place words as if nothing had been shown before."""
        self._sides.clear()
        self._out.clear()

    def tracks_changed(self, width: float, height: float, tracks: Sequence[Array] | None) -> None:
        """Other tracks on the screen; None while the surface turns: then names stay on their sides."""
        self._crowd = None if tracks is None else Crowd(width, height, tracks)

    # Placing ---------------------------------------------------------------------------------------------------------

    def place(
        self,
        canvas: Canvas,
        content: SurfaceContent,
        balls: Sequence[Ball],
        own: tuple[Ball | None, Ball | None],
        signs: Sequence[Ball],
        taken: Sequence[Box],
        held: str,
    ) -> None:
        """Names of racers that are seen and have left the start, and of the one pointed at in any case; `own` are the
        start, called `held`, and the learner's skier.
        """
        theme, (start, skier) = canvas.theme, own
        inset = theme.px(4.0)
        reach = theme.stroke("marker") * 1.35
        walls = [around(ball.x, ball.y, reach + 1.0) for ball in balls if not ball.hidden]
        for ball, radius in ((start, HANDLE_RADIUS), (skier, SKIER_RADIUS)):
            if ball is not None:
                walls.append(around(ball.x, ball.y, theme.px(radius + 3.0)))
        walls += taken
        bounds = (inset, inset, canvas.view.width - inset, canvas.view.height - inset)
        labels = _racer_labels(content, theme, balls, start, reach + inset) + _start_label(theme, start, held)
        is_large = canvas.view.width >= theme.px(_LARGE)
        self._place_names(labels, bounds, walls, is_large)
        self.words = {}
        if self._crowd is not None and is_large:
            self._place_words(theme, signs, bounds, [*walls, *self.boxes.values()])

    def _place_names(self, labels: list[Label], bounds: Box, walls: list[Box], is_large: bool) -> None:
        """Close to the balls, or outside the tracks; names of a surface that turns stay as far out as they were."""
        crowd, out, self.boxes, self._out = self._crowd, self._out, {}, set()
        close = [label for label in labels if crowd is not None or label.insist or label.key not in out]
        placed = place_labels(close, bounds, walls, crowd, self._sides)
        outside = []
        for label in labels:
            found = placed.get(label.key)
            most = _CLEAR if label.key in out else _BUSY
            is_free = found is not None and (crowd is None or crowd.under(found.box) <= most)
            if found is not None and (is_free or label.insist or label.key == START):
                self._put(label.key, found)
            elif is_large and (crowd is not None or label.key in out):
                outside.append(replace(label, gap=label.gap * _OUT))
        for label in outside:
            near = placed.get(label.key)
            far = place_labels([label], bounds, [*walls, *self.boxes.values()], crowd, self._sides).get(label.key)
            if far is not None and (crowd is None or crowd.under(far.box) <= _BUSY):
                self._put(label.key, far)
                self._out.add(label.key)
            elif near is not None and self._is_free(near.box):
                self._put(label.key, near)

    def _put(self, key: str, place: Placed) -> None:
        self.boxes[key], self._sides[key] = place.box, place.side

    def _is_free(self, box: Box) -> bool:
        """Does a name hide few tracks and no other name here?"""
        few = self._crowd is not None and self._crowd.under(box) <= _FULL
        return few and not any(overlap(box, other) > 0.0 for other in self.boxes.values())

    def _place_words(self, theme: Theme, signs: Sequence[Ball], bounds: Box, walls: list[Box]) -> None:
        metrics = QFontMetricsF(theme.font("caption"))
        kinds = [ball.key for ball in signs]
        walls = [*walls, *(around(ball.x, ball.y, theme.px(7.0)) for ball in signs)]
        labels: list[Label] = []
        for kind, most in _MOST.items():
            shown = [ball for ball in signs if ball.key == kind and not ball.hidden]
            for index, ball in enumerate(shown[: most if kinds.count(kind) <= CROWD else 0]):
                wide = metrics.horizontalAdvance(say(kind)) + 4.0
                labels.append(
                    Label(
                        phrase("{kind} {index}", kind=kind, index=index),
                        ball.x,
                        ball.y,
                        wide,
                        metrics.height(),
                        theme.px(9.0),
                    )
                )
        for key, found in place_labels(labels, bounds, walls, self._crowd, self._sides).items():
            self._sides[key] = found.side
            if self._crowd is not None and self._crowd.under(found.box) <= _BUSY:
                self.words[key] = found.box

    # Painting --------------------------------------------------------------------------------------------------------

    def paint(self, canvas: Canvas, content: SurfaceContent, balls: Sequence[Ball], held: str) -> None:
        """All words, and the lines to names that stand apart."""
        for key, box in self.words.items():
            paint_small_word(canvas, box, key.split()[0])
        for ball in balls:
            if ball.key in self._out and ball.key in self.boxes:
                _paint_leader(canvas, ball, self.boxes[ball.key])
        for key, box in self.boxes.items():
            if key == START:
                paint_own_word(canvas, box, held)
            else:
                paint_name(canvas, box, content.title(key), key in (content.hovered, content.selected))


def _racer_labels(
    content: SurfaceContent, theme: Theme, balls: Sequence[Ball], start: Ball | None, gap: float
) -> list[Label]:
    metrics = QFontMetricsF(theme.font("label"))
    tall, more = metrics.height() + theme.px(4.0), theme.px(10.0)
    by_key = {ball.key: ball for ball in balls}
    labels = []
    for key in visible_names(content, by_key):
        ball, insist = by_key[key], key in (content.hovered, content.selected)
        if insist or not (ball.hidden or _is_at_start(ball, start, theme)):
            wide = metrics.horizontalAdvance(say(content.title(key))) + more
            labels.append(Label(key, ball.x, ball.y, wide, tall, gap, insist))
    return labels


def _start_label(theme: Theme, start: Ball | None, held: str) -> list[Label]:
    if start is None or not held or start.hidden:
        return []
    metrics = QFontMetricsF(theme.font("label"))
    wide, tall = metrics.horizontalAdvance(say(held)) + theme.px(10.0), metrics.height() + theme.px(4.0)
    return [Label(START, start.x, start.y, wide, tall, theme.px(HANDLE_RADIUS + 6.0), held != START)]


def _is_at_start(ball: Ball, start: Ball | None, theme: Theme) -> bool:
    reach = theme.px(HANDLE_RADIUS + 6.0)
    return start is not None and abs(ball.x - start.x) < reach and abs(ball.y - start.y) < reach


def _paint_leader(canvas: Canvas, ball: Ball, box: Box) -> None:
    """A thin line from a ball to the nearest point of its name."""
    ball_at = QPointF(ball.x, ball.y)
    name_at = QPointF(min(max(ball.x, box[0]), box[2]), min(max(ball.y, box[1]), box[3]))
    stroke(canvas.painter, ball_at, name_at, canvas.theme.color("soft", 0.8), canvas.theme.stroke("hairline"))
