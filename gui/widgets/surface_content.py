"""What a surface shows beside the ground: paths, names, the start, minima and saddles, a pointer, a fog."""

from dataclasses import dataclass, field

import numpy as np

from gui.widgets.contours import Array
from gui.widgets.map_spots import NO_POINTS, MapContent


@dataclass
class SurfaceContent(MapContent):
    """A map's content with what only a surface has. Paths and ghosts are (n, 3): x, y, loss."""

    pointer: tuple[float, float] | None = None
    fog: tuple[tuple[float, float], float] | None = None
    hand: Array | None = None
    maxima: Array = field(default_factory=lambda: NO_POINTS)


def path_of(points: Array) -> Array:
    """Points (n, 3) before the first whose place is not finite; a loss may be anything."""
    path = np.asarray(points, np.float64)
    path = path.reshape(0, 3) if path.size == 0 else path
    broken = ~np.isfinite(path[:, :2]).all(axis=1)
    return path[: int(np.argmax(broken))] if broken.any() else path
