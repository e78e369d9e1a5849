"""The points of a data set on a map: markers up to two thousand, a picture of dots beyond.

Markers are kept as a layer: while only the ground changes nothing of them is painted anew. Each kind of marker is drawn
once for every quarter of a pixel and stamped then, six times quicker than drawing each, and no visible difference. In a
crowd of dots the wrong side is not marked, and nothing can be taken hold of.
"""

from dataclasses import dataclass, field, replace

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from gui.theme import Theme
from gui.widgets.class_signs import MOST_CLASSES, class_role, reach_of
from gui.widgets.contours import Array
from gui.widgets.map_canvas import Canvas
from gui.widgets.map_cloud import CloudLayer
from gui.widgets.map_content import Point
from gui.widgets.map_ground import empty_layer
from gui.widgets.paper import on_paper
from gui.widgets.shapes import begin
from gui.widgets.value_signs import CROWD_ROLES, crowd_groups, paint_sign, tones_of
from gui.widgets.viewport import Viewport

MOST_MARKERS = 2_000
_PHASES = 4
_FEW = 12
_SIZES = ((150, 1.0), (400, 0.86), (900, 0.72), (MOST_MARKERS, 0.6))


@dataclass(frozen=True, eq=False)
class Points:
    """Places (n, 2), classes (n,), and which of them are trained on and which lie on the wrong side, (n,) each.

    values: the numbers that are the answers instead of classes; `classes` then are the codes of their colours.
    """

    places: Array = field(default_factory=lambda: np.zeros((0, 2)))
    classes: Array = field(default_factory=lambda: np.zeros(0, np.uint8))
    train: Array = field(default_factory=lambda: np.zeros(0, bool))
    wrong: Array = field(default_factory=lambda: np.zeros(0, bool))
    values: Array | None = None

    def __len__(self) -> int:
        return len(self.places)

    @property
    def are_markers(self) -> bool:
        """Are they few enough to be drawn and taken one by one?"""
        return len(self.places) <= MOST_MARKERS

    def with_place(self, index: int, point: Point) -> "Points":
        """The same with one point elsewhere."""
        places = self.places.copy()
        places[index] = point
        return replace(self, places=places)

    def keeps(self, index: int, before: "Points") -> bool:
        """Is a point where it was before? A hand that moves it has moved it in the picture already."""
        if index >= min(len(before), len(self)):
            return False
        return bool(np.allclose(before.places[index], self.places[index], rtol=1e-6, atol=1e-9))

    def with_masks(self, train: Array | None, wrong: Array | None) -> "Points":
        """The same points with other masks."""
        count = len(self.places)
        return replace(
            self,
            train=np.ones(count, bool) if train is None else _mask(train, count),
            wrong=np.zeros(count, bool) if wrong is None else _mask(wrong, count),
        )


def points_of(places: Array, classes: Array, train: Array | None, wrong: Array | None) -> Points:
    """Points as the owner gives them; missing masks mean: all trained on, none wrong."""
    spots = np.array(places, np.float64).reshape(-1, 2)
    count = len(spots)
    labels = np.clip(np.nan_to_num(np.asarray(classes, np.float64).reshape(-1)), 0, MOST_CLASSES - 1)
    if len(labels) != count:
        raise ValueError(f"{count} points have {len(labels)} classes")
    return Points(spots, labels.astype(np.uint8)).with_masks(train, wrong)


def number_points(places: Array, values: Array, most: float, train: Array | None) -> Points:
    """Points whose answers are numbers, on a scale from -most to most."""
    spots = np.array(places, np.float64).reshape(-1, 2)
    numbers = np.array(values, np.float64).reshape(-1)
    if len(numbers) != len(spots):
        raise ValueError(f"{len(spots)} points have {len(numbers)} numbers")
    return Points(spots, tones_of(numbers, most), values=numbers).with_masks(train, None)


def is_same(one: object, two: object) -> bool:
    """The very same array, or an equal word or number."""
    return one is two or (isinstance(one, float | str) and one == two)


def _mask(values: Array, count: int) -> Array:
    """One flag for every point."""
    mask = np.array(values, bool).reshape(-1)
    if len(mask) != count:
        raise ValueError(f"{count} points have {len(mask)} flags")
    return mask


def marker_radius(theme: Theme, count: int) -> float:
    """Smaller where there are many."""
    if count <= _FEW:
        return theme.stroke("marker")
    share = next((share for most, share in _SIZES if count <= most), _SIZES[-1][1])
    return theme.stroke("marker_map") * share


class PointLayer:
    """Keeps the picture of the points until they, the view or the theme are others."""

    def __init__(self) -> None:
        self.points = Points()
        self._cloud = CloudLayer()
        self._pixmap = QPixmap()
        self._pixmap_for: object = None
        self._pixels: Array = np.zeros((0, 2))
        self._pixels_for: object = None
        self._stamps: dict[tuple[int, ...], QPixmap] = {}
        self._stamps_for: object = None

    def set(self, points: Points) -> None:
        """Other points."""
        moved = points.places is not self.points.places or points.classes is not self.points.classes
        self.points, self._pixmap_for = points, None
        if moved:
            self._pixels_for = None
            crowd = None if points.are_markers else points.places
            if points.values is None:
                self._cloud.set(crowd, points.classes, [class_role(index) for index in range(MOST_CLASSES)])
            else:
                self._cloud.set(crowd, crowd_groups(points.classes), CROWD_ROLES)

    def pixels(self, view: Viewport) -> Array:
        """Where the points lie on the screen, (n, 2)."""
        if self._pixels_for != view:
            self._pixels, self._pixels_for = view.to_pixels(self.points.places), view
        return self._pixels

    def nearest(self, view: Viewport, at: QPointF, reach: float) -> int | None:
        """The point under a pixel; of several the nearest, of equally near ones the one on top."""
        if not len(self.points):
            return None
        with np.errstate(over="ignore", invalid="ignore"):
            away = np.square(self.pixels(view) - (at.x(), at.y())).sum(axis=1)
        away = np.where(np.isfinite(away), away, np.inf)
        index = len(away) - 1 - int(np.argmin(away[::-1]))
        return index if away[index] <= reach * reach else None

    def towards(self, view: Viewport, index: int, way: tuple[float, float]) -> int | None:
        """The next point from point `index` in a direction of the screen: near, and not far off to the side."""
        pixels = self.pixels(view)
        with np.errstate(over="ignore", invalid="ignore"):
            shift = pixels - pixels[index]
            along, aside = shift @ np.array(way), np.abs(shift @ np.array((-way[1], way[0])))
            price = np.where(along > 0.5, along + 2.5 * aside, np.inf)
        price = np.where(np.isfinite(price), price, np.inf)
        best = int(np.argmin(price))
        return best if np.isfinite(price[best]) else None

    def paint(self, canvas: Canvas) -> None:
        """All points."""
        if not self.points.are_markers:
            self._cloud.paint(canvas)
        elif on_paper(canvas.painter):
            self._paint_markers(canvas)
        elif len(self.points):
            key = (canvas.view, canvas.theme, canvas.ratio)
            if key != self._pixmap_for:
                self._make_pixmap(canvas)
                self._pixmap_for = key
            area = self._layer_of(canvas)
            canvas.painter.drawPixmap(QPointF(area.left, area.top), self._pixmap)

    def _layer_of(self, canvas: Canvas) -> Viewport:
        """The picture and the room around it that a point on its edge takes."""
        view, more = canvas.view, float(np.ceil(reach_of(marker_radius(canvas.theme, 1), canvas.theme)))
        return replace(
            view, left=view.left - more, top=view.top - more, width=view.width + 2 * more, height=view.height + 2 * more
        )

    def _make_pixmap(self, canvas: Canvas) -> None:
        area = self._layer_of(canvas)
        self._pixmap = empty_layer(area, canvas.ratio, QColor(0, 0, 0, 0))
        with QPainter(self._pixmap) as painter:
            begin(painter)
            painter.translate(-area.left, -area.top)
            self._stamp_markers(Canvas(painter, canvas.view, canvas.theme, canvas.ratio))

    def _shown(self, view: Viewport) -> Array:
        """Places in the list of the points in the picture: tested ones first, wrong ones last, on top."""
        pixels = self.pixels(view)
        low, high = np.array((view.left, view.top)), np.array((view.left + view.width, view.top + view.height))
        with np.errstate(invalid="ignore"):
            inside = np.flatnonzero(((pixels >= low - 0.5) & (pixels <= high + 0.5)).all(axis=1))
        order = np.lexsort((self.points.train[inside], self.points.wrong[inside]))
        shown: Array = inside[order]
        return shown

    def _paint_markers(self, canvas: Canvas) -> None:
        points, theme, radius = self.points, canvas.theme, marker_radius(canvas.theme, len(self.points))
        pixels = self.pixels(canvas.view)
        for k in self._shown(canvas.view).tolist():
            centre = QPointF(*pixels[k].tolist())
            label, hollow, wrong = int(points.classes[k]), not points.train[k], bool(points.wrong[k])
            paint_sign(canvas.painter, theme, label, centre, radius, hollow, wrong)

    def _stamp_markers(self, canvas: Canvas) -> None:
        points, radius, ratio = self.points, marker_radius(canvas.theme, len(self.points)), canvas.ratio
        if self._stamps_for != (canvas.theme, ratio, radius):
            self._stamps, self._stamps_for = {}, (canvas.theme, ratio, radius)
        half = float(np.ceil(reach_of(radius, canvas.theme)))
        shown = self._shown(canvas.view)
        quarters = np.round((self.pixels(canvas.view)[shown] - half) * ratio * _PHASES).astype(np.intp)
        corners, phases = (quarters // _PHASES / ratio).tolist(), (quarters % _PHASES).tolist()
        kinds = np.column_stack((points.classes[shown], ~points.train[shown], points.wrong[shown])).tolist()
        for corner, phase, kind in zip(corners, phases, kinds, strict=True):
            key = (*kind, *phase)
            if key not in self._stamps:
                self._stamps[key] = _stamp(canvas, key, radius, half)
            canvas.painter.drawPixmap(QPointF(*corner), self._stamps[key])


def _stamp(canvas: Canvas, kind: tuple[int, ...], radius: float, half: float) -> QPixmap:
    """A marker (class or tone, hollow?, wrong?) so many quarters of a pixel to the right and down."""
    label, hollow, wrong, right, down = kind
    side = round(2.0 * half * canvas.ratio) + 1
    pixmap = QPixmap(side, side)
    pixmap.setDevicePixelRatio(canvas.ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    centre = QPointF(half + right / _PHASES / canvas.ratio, half + down / _PHASES / canvas.ratio)
    with QPainter(pixmap) as painter:
        begin(painter)
        paint_sign(painter, canvas.theme, label, centre, radius, bool(hollow), bool(wrong))
    return pixmap
