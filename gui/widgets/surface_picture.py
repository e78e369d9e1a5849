"""The picture of a relief: drawn by a rasteriser in plain arrays, kept until something of it changes.

While the surface turns or changes the picture has one pixel for each of the widget's; once it has rested it has twice
as many as the screen in each direction, drawn small: smooth edges. The picture keeps its depths, so it knows what is
hidden behind it, and which point of the surface a pixel shows.

The rasteriser is a callable that the owner hands in (`sim.raster.rasterise`); without one there is no picture.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QImage

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.relief import relief_look
from gui.widgets.surface_camera import Camera, Projection
from gui.widgets.surface_sheet import HEIGHT, Sheet

Rasteriser = Callable[..., bool]
"""Draws into the arrays it is given, or returns False because it is not ready yet."""

Fog = tuple[float, float, float]
"""The middle of the lit disc and its radius, in coordinates of the box."""

LIGHT_TONES, DARK_TONES = 0.36, 0.85
_TOWARDS = (-0.60, 0.34, 0.72)
_FACE_ON = 0.74
_UNDERSIDE_LIGHT, _UNDERSIDE_DARK = 0.90, 0.80
_EDGE_OF_FOG = 0.45
_TABLE = 256
_HAIR = 1e-4
_RIM, _RIM_WIDTH, _ROOM = 0.8, 0.8, 0.2


@dataclass(frozen=True)
class Shot:
    """Everything a picture depends on beside the sheet: equal shots are equal pictures.

    `pixels` to one of the widget's; `halved` from a picture of twice the size; `fine` uses every sample of the sheet.
    """

    camera: Camera
    width: int
    height: int
    pixels: float
    halved: bool
    fine: bool
    theme: Theme
    fog: Fog | None


class SurfacePicture:
    """Draws a sheet and answers what was drawn."""

    def __init__(self) -> None:
        self.rasteriser: Rasteriser | None = None
        self.image = QImage()
        self.drawn = 0
        self._key: tuple[object, ...] = ()
        self._rooms: dict[bool, tuple[Array, Array]] = {}
        self._pixels: Array = np.zeros((1, 1), np.uint32)
        self._small: Array | None = None
        self._depth: Array = np.zeros((1, 1), np.float32)
        self._scale = 1.0
        self._tones: dict[Theme, tuple[Array, Array]] = {}

    def draw(self, sheet: Sheet, projection: Projection, shot: Shot) -> None:
        """Draw unless this is the picture that is there."""
        key = (id(sheet), sheet, shot)
        if key == self._key:
            return
        self.forget()  # the picture that was there points into arrays that may go now
        if self.rasteriser is None:
            return
        factor = shot.pixels * (2.0 if shot.halved else 1.0)
        self._make_room(shot)
        self._scale = factor
        camera = camera_of(projection.scaled(factor))
        tones, inks = self._colors(shot.theme)
        ground = int(shot.theme.color("stage").rgb())
        look = look_of(shot, factor)
        grid = (sheet.xs, sheet.ys, sheet.cells) if shot.fine else sheet.coarse
        arrays = (camera, look, inks, tones, sheet.levels, ground, self._pixels, self._depth, self._small)
        if self.rasteriser(*grid, *arrays):
            self._wrap(shot)
            self._key = key
            self.drawn += 1

    @property
    def is_drawn(self) -> bool:
        """Is there a picture?"""
        return not self.image.isNull()

    @property
    def size(self) -> int:
        """How many pixels were computed for it."""
        return self._pixels.size

    def forget(self) -> None:
        """Draw anew at the next opportunity; until then there is none."""
        self._key = ()
        self.image = QImage()

    def near(self, points: Array) -> Array:
        """1 / distance of what is seen at points (n, 2) of the widget; 0 where there is nothing."""
        if not self.is_drawn:
            return np.zeros(len(points))
        rows, columns = self._depth.shape
        column, row = points[:, 0] * self._scale, points[:, 1] * self._scale
        inside = (column >= 0) & (column < columns) & (row >= 0) & (row < rows)
        at = np.where(inside, row, 0).astype(np.intp), np.where(inside, column, 0).astype(np.intp)
        found: Array = np.where(inside, self._depth[at], 0.0)
        return found

    def _make_room(self, shot: Shot) -> None:
        """Arrays of the size of the picture, kept for one that moves and for one that rests."""
        wide, tall = (max(1, round(side * shot.pixels)) for side in (shot.width, shot.height))
        many = 2 if shot.halved else 1
        shape = (tall * many, wide * many)
        if shot.fine not in self._rooms or self._rooms[shot.fine][0].shape != shape:
            self._rooms[shot.fine] = np.empty(shape, np.uint32), np.zeros(shape, np.float32)
        self._pixels, self._depth = self._rooms[shot.fine]
        if not shot.halved:
            self._small = None
        elif self._small is None or self._small.shape != (tall, wide):
            self._small = np.empty((tall, wide), np.uint32)

    def _wrap(self, shot: Shot) -> None:
        pixels = self._pixels if self._small is None else self._small
        tall, wide = pixels.shape
        self.image = QImage(pixels.data, wide, tall, wide * 4, QImage.Format.Format_RGB32)
        self.image.setDevicePixelRatio(shot.pixels)

    def _colors(self, theme: Theme) -> tuple[Array, Array]:
        """The tones from valley to peak as one row, and the inks; made once for each theme."""
        if theme not in self._tones:
            look = relief_look(theme)
            share = np.linspace(0.0, 1.0, _TABLE, dtype=np.float32)[:, None] ** np.float32(look.gamma)
            low, high = np.array(look.low, np.float32), np.array(look.high, np.float32)
            inks = [theme.color(role) for role in ("relief_line", "stage", "relief_line")]
            colors = [(ink.red(), ink.green(), ink.blue()) for ink in inks]
            self._tones = {theme: ((low + (high - low) * share).ravel(), np.array(colors, np.float32).ravel())}
        return self._tones[theme]


def camera_of(projection: Projection) -> Array:
    """The row of a projection for heights from 0 to 1."""
    matrix = projection.matrix.copy()
    matrix[:, 3] -= matrix[:, 2] * HEIGHT / 2.0
    matrix[:, 2] *= HEIGHT
    return np.ascontiguousarray(matrix.ravel(), np.float32)


def look_of(shot: Shot, factor: float) -> Array:
    """Light, cut, fog and lines of a picture.

    The light comes from the upper left of whoever looks. Fog leaves no rim: it would tell how the land lies out there.
    """
    dark = shot.theme.dark
    right, _, away = shot.camera.axes
    ahead = away[:2] / max(float(np.hypot(*away[:2])), 1e-6)
    side, front, above = _TOWARDS
    light = (*(right[:2] * side - ahead * front), above)
    line = shot.theme.stroke("hairline") * (1.4 if shot.theme.presentation else 1.0) * factor / 2.0
    underside = _UNDERSIDE_DARK if dark else _UNDERSIDE_LIGHT
    fog = (0.0, 0.0, 0.0, 1.0)
    if shot.fog is not None:
        x, y, radius = shot.fog
        fog = (x, y, radius, radius * _EDGE_OF_FOG)
    cut = (-_HAIR, 1.0 + _HAIR)
    rim = (_RIM if shot.fog is None else 0.0, max(1.0, round(_RIM_WIDTH * factor)))
    row = (*light, DARK_TONES if dark else LIGHT_TONES, _FACE_ON, underside, *cut, *fog, line, _ROOM / factor, *rim)
    return np.array(row, np.float32)
