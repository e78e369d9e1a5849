"""The same landscape as a relief that is turned: the path lies on it, the ball hangs on a thread over its foot.

Here height is the logarithm of the loss, so the thread leads from the drawn loss of the foot to the true loss of the
network. How far the network is off the plane has no place in this picture; it is a number beside it.
"""

import numpy as np
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.landscape_view_field import field_of, foot_of
from gui.widgets.landscape_words import NAME, axis_words, told_words
from gui.widgets.surface_view import SurfaceView
from gui.widgets.words import tell
from sim.landscape_seen import LandscapeSeen

AZIMUTH, ELEVATION = 52.0, 46.0
HERE = "now"
SMALLEST = 1e-12


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
            field = field_of(seen.picture, seen.span)
            if self._drawn is None:
                self.set_camera(azimuth_over_lowest(seen.picture), ELEVATION)
            self._drawn = seen.picture
            self.set_mesh(logarithms(field.values, field.foot), field.rect)
            self.set_axis_names(*axis_words(seen))
        feet = np.vstack((seen.path.reshape(-1, 2), np.array([seen.ball])))
        foot = foot_of(seen.picture)
        track = np.column_stack((feet, logarithms(heights_of(seen, feet), foot)))
        inside = np.abs(feet).max(axis=1) <= seen.span
        self.set_trails({self._role: track[first_of_last_run(inside) :]} if inside[-1] else {})
        self.set_cursor(len(track))
        self.set_titles({self._role: HERE})
        self.set_ghosts({self._role: thread_of(seen, foot)} if inside[-1] else {})
        if (seen.plane_of_step, seen.resolution) != self._told:
            self._told = seen.plane_of_step, seen.resolution
            tell(self, NAME, told_words(seen))


def azimuth_over_lowest(picture: Array) -> float:
    """From where one looks over the lowest quarter, so that no ridge hides the middle."""
    half, known = len(picture) // 2, np.log(np.maximum(np.nan_to_num(picture, posinf=1e30), SMALLEST))
    quarters = {
        -AZIMUTH: known[:half, half:], AZIMUTH: known[half:, half:],
        AZIMUTH - 180.0: known[:half, :half], 180.0 - AZIMUTH: known[half:, :half],
    }  # fmt: skip
    return min(quarters, key=lambda azimuth: float(quarters[azimuth].mean()))


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


def logarithms(losses: Array, foot: float) -> Array:
    """Heights of losses: what is less than `foot` is next to nothing."""
    with np.errstate(invalid="ignore"):
        found: Array = np.log10(np.maximum(losses, 0.0) + max(foot, SMALLEST))
    return found


def thread_of(seen: LandscapeSeen, foot: float) -> Array:
    """From the foot on the ground to the true loss above or below it, (2, 3)."""
    low, high = logarithms(np.array([seen.loss_drawn, seen.loss_here]), foot).tolist()
    return np.array([(*seen.ball, low), (*seen.ball, high)])


def first_of_last_run(inside: Array) -> int:
    """Where the last stretch of True begins: a relief shows no path beyond its edge."""
    outside = np.flatnonzero(~inside)
    return int(outside[-1]) + 1 if len(outside) else 0
