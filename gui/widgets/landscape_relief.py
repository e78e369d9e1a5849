"""The same landscape as a relief that is turned: the path lies on it, the ball hangs on a thread over its foot.

Here height is loss, so the thread leads from the drawn loss of the foot to the true loss of the network. How far the
network is off the plane has no place in this picture; it is a number beside it.
"""

import numpy as np
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.landscape_view_field import field_of
from gui.widgets.landscape_words import NAME, axis_words, told_words
from gui.widgets.surface_view import SurfaceView
from gui.widgets.words import tell
from sim.landscape_seen import LandscapeSeen


class LandscapeRelief(SurfaceView):
    """`show_landscape` as the map has it; `set_rasteriser` first."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._drawn: Array | None = None
        self._role = "ink"
        self._told: object = None

    def set_role(self, role: str) -> None:
        """The colour of the run."""
        self._role = role

    def show_landscape(self, seen: LandscapeSeen | None) -> None:
        """Another moment."""
        if seen is None:
            return
        if seen.picture is not self._drawn and np.isfinite(seen.picture).any():
            self._drawn = seen.picture
            field = field_of(seen.picture, seen.span)
            self.set_mesh(field.values, field.rect, field.log_levels)
            self.set_axis_names(*axis_words(seen))
        feet = np.vstack((seen.path.reshape(-1, 2), np.array([seen.ball])))
        heights = heights_of(seen, feet)
        track = np.column_stack((feet, heights))
        inside = np.abs(feet).max(axis=1) <= seen.span
        self.set_trails({self._role: track[first_of_last_run(inside) :]} if inside[-1] else {})
        self.set_cursor(len(track))
        self.set_ghosts({self._role: thread_of(seen)} if inside[-1] else {})
        if (seen.plane_of_step, seen.resolution) != self._told:
            self._told = seen.plane_of_step, seen.resolution
            tell(self, NAME, told_words(seen))


def heights_of(seen: LandscapeSeen, feet: Array) -> Array:
    """The drawn losses of feet (n, 2), from the points of the picture around each; the nearest beyond its edge."""
    side = len(seen.picture)
    at = np.clip((feet / seen.span + 1.0) / 2.0 * (side - 1), 0.0, side - 1.0)
    low = np.minimum(np.nan_to_num(at).astype(np.intp), side - 2)
    share = at - low
    corners = seen.picture.astype(np.float64)
    column, row, right, up = low[:, 0], low[:, 1], share[:, 0], share[:, 1]
    lower = corners[row, column] * (1.0 - right) + corners[row, column + 1] * right
    upper = corners[row + 1, column] * (1.0 - right) + corners[row + 1, column + 1] * right
    found: Array = lower * (1.0 - up) + upper * up
    return found


def thread_of(seen: LandscapeSeen) -> Array:
    """From the foot on the ground to the true loss above or below it, (2, 3)."""
    return np.array([(*seen.ball, seen.loss_drawn), (*seen.ball, seen.loss_here)])


def first_of_last_run(inside: Array) -> int:
    """Where the last stretch of True begins: a relief shows no path beyond its edge."""
    outside = np.flatnonzero(~inside)
    return int(outside[-1]) + 1 if len(outside) else 0
