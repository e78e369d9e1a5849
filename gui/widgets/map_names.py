"""The words on a map, and where they stand: beside their thing, clear of markers, arrows, tracks and each other.

Racers' names, the words of arrows and crosses, and "you" are placed together at every painting; "minimum" and "saddle"
only when tracks or view have changed, and they give way to everything else.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtGui import QFontMetricsF

from gui.language import say
from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.labels import Box, Crowd, Label, overlap, place_labels
from gui.widgets.map_canvas import Canvas, around, rect_of_box
from gui.widgets.map_content import Fog
from gui.widgets.map_fog import is_seen
from gui.widgets.map_ground import CROWD, shown_pixels
from gui.widgets.map_own import HANDLE_RADIUS, SKIER_RADIUS
from gui.widgets.map_spots import MapContent, Spot, border, visible_names
from gui.widgets.polylines import clip
from gui.widgets.shapes import CENTRE, rounded, text
from gui.widgets.trails import Trail
from gui.widgets.viewport import Viewport
from sim.phrases import word

YOU = "you"
_MOST_MINIMA, _MOST_SADDLES = 3, 2


class Names:
    """Places words and remembers on which side each stood."""

    def __init__(self) -> None:
        self.boxes: dict[str, Box] = {}
        self._features: dict[str, tuple[str, Box]] = {}
        self._crowd: Crowd | None = None
        self._sides: dict[str, int] = {}
        self._walls: list[Box] = []

    def forget_sides(self) -> None:
        """Place words as if nothing had been shown before."""
        self._sides.clear()

    # Words of the ground ---------------------------------------------------------------------------------------------

    def ground_changed(
        self, canvas: Canvas, content: MapContent, tracks: Sequence[Trail], start: Spot | None, taken: Box
    ) -> None:
        """Other tracks, or another view: see where they crowd, and name a few minima and saddles again."""
        self._crowd = _crowd(tracks, canvas.view, canvas.ratio)
        theme = canvas.theme
        metrics = QFontMetricsF(theme.font("caption"))
        marks = _marks(content, canvas.view)
        labels = [
            Label(key, x, y, metrics.horizontalAdvance(say(word)) + 4, metrics.height(), theme.px(8.0))
            for key, word, x, y in marks
        ]
        walls = [around(x, y, theme.px(7.0)) for _, _, x, y in marks]
        walls.append(taken)
        if start is not None:
            walls.append(around(start.x, start.y, theme.px(HANDLE_RADIUS + 4.0)))
        placed = place_labels(labels, border(canvas.view, theme.px(4.0)), walls, self._crowd, self._sides)
        self._features = {key: (word, placed[key].box) for key, word, _, _ in marks if key in placed}
        self._sides.update({key: found.side for key, found in placed.items()})

    def paint_ground_words(self, canvas: Canvas, fog: Fog | None, covered: Sequence[Box]) -> None:
        """ "minimum" and "saddle" where nothing else stands, and whole: none reaches into the fog."""
        theme = canvas.theme
        font, soft = theme.font("caption"), theme.color("soft")
        for kind, box in self._features.values():
            clear = all(is_seen(fog, canvas.view.point_at(x, y)) for x in (box[0], box[2]) for y in (box[1], box[3]))
            if clear and not any(overlap(box, other) > 0.0 for other in covered):
                rounded(canvas.painter, rect_of_box(box), theme.px(4.0), theme.color("stage", 0.5))
                text(canvas.painter, rect_of_box(box), kind, font, soft, CENTRE)

    # Words of things that move ---------------------------------------------------------------------------------------

    def place(
        self, canvas: Canvas, words: Sequence[Label], names: Sequence[Label], blocked: Sequence[Box], taken: Box
    ) -> None:
        """Put the words of things first, over those of the ground where need be, then names between all of them."""
        self.boxes = {}
        self._walls = [*blocked, taken]
        self._put(canvas, words, self._walls)
        self._walls += self.boxes.values()
        ground = (box for _, box in self._features.values())
        free = [box for box in ground if not any(overlap(box, other) > 0.0 for other in self._walls)]
        self._put(canvas, names, [*self._walls, *free])

    def _put(self, canvas: Canvas, labels: Sequence[Label], walls: Sequence[Box]) -> None:
        bounds = border(canvas.view, canvas.theme.px(4.0))
        placed = place_labels(labels, bounds, walls, self._crowd, self._sides)
        self.boxes.update({key: found.box for key, found in placed.items()})
        self._sides.update({key: found.side for key, found in placed.items()})

    def beside(self, canvas: Canvas, label: Label) -> Box | None:
        """A place for one more word, after all others; an insisting one gets the middle of the lower edge at worst."""
        walls = [*self._walls, *self.boxes.values(), *(box for _, box in self._features.values())]
        bounds = border(canvas.view, canvas.theme.px(4.0))
        placed = place_labels([label], bounds, walls, self._crowd, self._sides)
        if label.key not in placed:
            return None
        found = placed[label.key]
        self._sides[label.key] = found.side
        covers = label.insist and any(overlap(found.box, wall) > 0.0 for wall in walls)
        return _at_foot(found.box, canvas.view, canvas.theme.px(10.0)) if covers else found.box


def racer_labels(canvas: Canvas, content: MapContent, spots: Sequence[Spot], start: Spot | None) -> list[Label]:
    """Names of racers that have left the start; the one pointed at in any case."""
    theme = canvas.theme
    metrics = QFontMetricsF(theme.font("label"))
    by_key = {spot.key: spot for spot in spots}
    gap = theme.stroke("marker") * 1.35 + theme.px(4.0)
    labels = []
    for key in visible_names(content, by_key):
        spot, insist = by_key[key], key in (content.hovered, content.selected)
        if insist or not _is_at_start(spot, start, theme):
            wide = metrics.horizontalAdvance(say(content.title(key))) + theme.px(10.0)
            labels.append(Label(key, spot.x, spot.y, wide, metrics.height() + theme.px(4.0), gap, insist))
    return labels


def word_label(canvas: Canvas, key: str, words: str, spot: Spot, gap: float, insist: bool) -> Label:
    """A word of the learner's own things."""
    metrics = QFontMetricsF(canvas.theme.font("label"))
    wide = metrics.horizontalAdvance(say(words)) + canvas.theme.px(10.0)
    return Label(key, spot.x, spot.y, wide, metrics.height() + canvas.theme.px(4.0), gap, insist)


def you_label(canvas: Canvas, spot: Spot) -> Label:
    """The learner's skier is called "you"."""
    return word_label(canvas, YOU, YOU, spot, canvas.theme.px(SKIER_RADIUS + 5.0), True)


def paint_name(canvas: Canvas, box: Box, words: str, strong: bool) -> None:
    """A racer's name in ink; what the learner points at has an edge."""
    theme, area = canvas.theme, rect_of_box(box)
    edge = theme.color("rule") if strong else None
    rounded(canvas.painter, area, theme.px(5.0), theme.color("stage", 0.95 if strong else 0.8), edge)
    text(canvas.painter, area, words, theme.font("label"), theme.color("ink"), CENTRE)


def paint_own_word(canvas: Canvas, box: Box, words: str) -> None:
    """A violet word on a plate."""
    theme, area = canvas.theme, rect_of_box(box)
    rounded(canvas.painter, area, theme.px(5.0), theme.color("stage", 0.8))
    text(canvas.painter, area, words, theme.font("label"), theme.color("you"), CENTRE)


def paint_small_word(canvas: Canvas, box: Box, words: str) -> None:
    """A quiet word on a plate."""
    theme, area = canvas.theme, rect_of_box(box)
    rounded(canvas.painter, area, theme.px(4.0), theme.color("stage", 0.8))
    text(canvas.painter, area, words, theme.font("caption"), theme.color("soft"), CENTRE)


def _is_at_start(spot: Spot, start: Spot | None, theme: Theme) -> bool:
    reach = theme.px(HANDLE_RADIUS + 6.0)
    return start is not None and abs(spot.x - start.x) < reach and abs(spot.y - start.y) < reach


def _marks(content: MapContent, view: Viewport) -> list[tuple[str, str, float, float]]:
    """Key, word and pixel of the minima and saddles to name."""
    kinds = ((word("minimum"), content.minima, _MOST_MINIMA), (word("saddle"), content.saddles, _MOST_SADDLES))
    return [
        (f"{word} {index}", word, x, y)
        for word, points, most in kinds
        for index, (x, y) in enumerate(_to_name(shown_pixels(view, points), most))
    ]


def _to_name(points: Array, most: int) -> Array:
    """The first few of the points, and of a crowd none: it explains itself."""
    return points[: most if len(points) <= CROWD else 0]


def _crowd(tracks: Sequence[Trail], view: Viewport, ratio: float) -> Crowd:
    """The tracks as something that labels should not lie on."""
    box = (0.0, 0.0, view.width, view.height)
    shift = np.array((view.left, view.top))
    paths = [part + shift for track in tracks for part in clip(track.points / ratio, box)]
    return Crowd(view.left + view.width, view.top + view.height, paths)


def _at_foot(box: Box, view: Viewport, inset: float) -> Box:
    """A box of the same size in the middle of the picture's lower edge: where words go that fit nowhere else."""
    wide, tall = box[2] - box[0], box[3] - box[1]
    left, bottom = view.left + (view.width - wide) / 2, view.top + view.height - inset
    return (left, bottom - tall, left + wide, bottom)
