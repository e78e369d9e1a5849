"""A map with more on it than a race: what its owner may lay over the ground, and what is said about it.

The order from below: ground with basins, cloud of starts, squares, cone, tracks, arrows, crosses, markers and names,
fog, and what belongs to the learner: own skier, start, pointer, eye.
"""

from collections.abc import Mapping, Sequence

import numpy as np
from PySide6.QtCore import Signal

from gui.widgets.contours import Array, Rect
from gui.widgets.map_basins import basins_of
from gui.widgets.map_content import Arrow, Cone, Fog, Point, is_finite, own_path, point_or_none
from gui.widgets.map_picture import MapPicture


class LayeredMap(MapPicture):
    """See the module's text."""

    hand_moved = Signal(float, float)
    hand_undone = Signal()
    pointed = Signal(object)
    eye_turned = Signal(float)

    def set_arrows(self, arrows: Sequence[Arrow]) -> None:
        """Vectors to draw over the tracks."""
        self._overlays.arrows = tuple(arrow for arrow in arrows if is_finite(*arrow.origin, *arrow.tip))
        self.update()

    def set_squares(self, squares: Mapping[str, Point]) -> None:
        """Accumulated squared gradients (along x, along y) of racers: areas of two squares at each ball."""
        self._overlays.squares = {
            key: (float(along_x), float(along_y))
            for key, (along_x, along_y) in squares.items()
            if is_finite(along_x, along_y) and along_x >= 0.0 and along_y >= 0.0
        }
        self.update()

    def set_crosses(self, crosses: Mapping[str, tuple[float, float, float]]) -> None:
        """Curvatures at racers: the lower, the higher, and the direction of the higher in radians from the x axis."""
        self._overlays.crosses = {key: values for key, values in crosses.items() if is_finite(*values)}
        self.update()

    def set_cone(self, apex: Point | None, direction: Point = (0.0, 0.0), opening: float = 0.0) -> None:
        """Where a noisy gradient points, as a wedge; None takes it away."""
        drawn = apex is not None and is_finite(*apex, *direction, opening)
        self._overlays.cone = Cone(apex, direction, opening) if drawn and apex is not None else None
        self.update()

    def set_fog(self, centre: Point | None, radius: float = 0.0) -> None:
        """Hide all but a disc about `centre`, `radius` in units of the plane; None lifts the fog."""
        centre = point_or_none(centre)
        self._overlays.fog = None if centre is None or not is_finite(radius) else Fog(centre, max(0.0, radius))
        self._live_changed()

    def set_hand(self, path: Array | None) -> None:
        """The way (n, 2) of the learner's own skier; None takes it away."""
        self._overlays.hand = own_path(path)
        self.update()

    def set_hand_active(self, active: bool) -> None:
        """Do the keys move the learner's skier (and not the start)?"""
        self._overlays.hand_active = bool(active)
        self._describe()
        self.update()

    def set_cloud(self, points: Array | None, groups: Array | None = None, roles: Sequence[str] = ()) -> None:
        """Very many skiers at once: points (n, 2) of float32, and which of the roles colours each; None clears."""
        self._live.cloud.set(points, groups, roles)
        self.update()

    def set_basins(self, labels: Array | None, rect: Rect | None = None, roles: Sequence[str] = ()) -> None:
        """Where each start ends, as a tint of the ground: places in `roles` (rows, columns), row 0 at the lowest y."""
        if labels is None or rect is None or np.size(labels) == 0:
            self._ground.set_basins(None)
        else:
            self._ground.set_basins(basins_of(labels, rect, roles))
        self._forget_still()

    def set_pointer(self, point: Point | None) -> None:
        """A small cross-hair where the learner points in another picture of the same landscape."""
        point = point_or_none(point)
        if point != self._overlays.pointer:
            self._overlays.pointer = point
            self.update()

    def set_eye(self, azimuth: float | None) -> None:
        """From where another picture looks at this ground: degrees, 0 in the direction of x and 90 of y."""
        if not self._eye_held:
            self._overlays.eye = None if azimuth is None or not is_finite(azimuth) else float(azimuth)
            self.update()
