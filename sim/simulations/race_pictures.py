"""The landscape as numbers: heights over the rectangle of the map, and over the one of the picture in 3-D."""

from functools import lru_cache

import numpy as np

from sim.effort import scalars_at_once
from sim.simulations import race_kernels as kernels
from sim.simulations.race_view import Field, RaceView, Rect
from sim.stability import curvature_at
from sim.surface import Surface
from sim.surfaces import SURFACE, SURFACES
from sim.targets import kernel

FASTEST_FIELD = 250_000
"""The most points a picture of the surface is computed at."""


def field_seen(surface: Surface, view: RaceView) -> Field:
    """The field of the map's rectangle."""
    return field_of(surface, view.rect, view.rows, view.columns)


def mesh_seen(surface: Surface, view: RaceView) -> Field | None:
    """The square of heights, if one is wanted."""
    if view.mesh_rect is None or view.mesh < 2:
        return None
    return field_of(surface, view.mesh_rect, view.mesh, view.mesh)


@lru_cache(maxsize=8)
def field_of(surface: Surface, rect: Rect, rows: int, columns: int) -> Field:
    """The landscape in a rectangle, computed once for each; with fewer points where so many would be slow."""
    x0, x1, y0, y1 = rect
    most = min(FASTEST_FIELD, scalars_at_once(surface))
    shrink = max(1.0, float(np.sqrt(rows * columns / most)))
    columns, rows = max(2, int(columns / shrink)), max(2, int(rows / shrink))
    values = np.empty((rows, columns))
    xs, ys = np.linspace(x0, x1, columns), np.linspace(y0, y1, rows)
    kernel(kernels.loss_field)(SURFACE.index(surface.key), np.array(surface.data), xs, ys, values)
    values.flags.writeable = False
    return Field(surface, rect, values)


def prepare_field() -> None:
    """Compile, or load, what the relief and the curvatures need."""
    field_of(SURFACES["saddle"], (-1.0, 1.0, -1.0, 1.0), 2, 2)
    curvature_at(SURFACES["saddle"], 0.0, 0.0)
