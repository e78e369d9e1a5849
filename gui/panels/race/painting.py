"""The race itself on the pictures: ground, tracks, curves, ghosts, and what the large and the small picture share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.race import board as race_board
from gui.panels.race.overlays import heights
from gui.panels.race.view import allowed_momentum, picture_of
from sim.phrases import phrase
from sim.raster import rasterise

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from gui.panels.race.panel import RacePanel
    from gui.panels.race.view import Rect
    from gui.widgets.contour_map import ContourMap
    from gui.widgets.surface_view import SurfaceView
    from sim.config import Config
    from sim.mailbox import Frame
    from sim.simulations.race import RaceSnapshot
    from sim.surface import Surface
    from sim.sweeps import EscapeTimes

    Array = NDArray[np.float64]


ZERO = 1e-12
"""What counts as 0 for a loss at a minimum that was found by computing."""


class Painting:
    """Fills the pictures of one panel."""

    def __init__(self, panel: RacePanel) -> None:
        self._panel = panel
        self._stage = panel.stage
        self._law: EscapeTimes | None = None  # of the race before the hand took hold of the start
        for widget in (self._stage.map, self._stage.surface, self._stage.pages.plot, self._stage.pages.law):
            widget.set_titles(race_board.TITLES)
        self._stage.pages.plot.set_labels("", "steps", "")
        self._link()

    def _link(self) -> None:
        """Two pictures of one landscape: pointing at one points at the other, and both know the camera."""
        chart, surface = self._stage.map, self._stage.surface
        chart.pointed.connect(surface.set_pointer)
        surface.pointed.connect(chart.set_pointer)
        surface.camera_changed.connect(lambda azimuth, _elevation, _zoom: chart.set_eye(azimuth))
        chart.eye_turned.connect(
            lambda azimuth: surface.set_camera(azimuth, surface.camera.elevation, surface.camera.zoom)
        )
        chart.set_eye(surface.camera.azimuth)

    def show_readiness(self, frame: Frame) -> None:
        """What the engine still prepares, as long as there is nothing to see."""
        status, notice = frame.status, self._stage.notice
        if frame.snapshot is None and status.ready < status.total:
            share = status.ready / max(status.total, 1)
            note = phrase(
                "{ready} of {total} parts; only the first start takes this long", ready=status.ready, total=status.total
            )
            notice.show_busy("Getting the engine ready", share, note)
        elif notice.kind == "busy":
            notice.clear()

    def hold(self, snapshot: RaceSnapshot | None) -> None:
        """The race as it is becomes a ghost; axes stand still."""
        self._stage.pages.plot.hold(True)
        self._law = None if snapshot is None else snapshot.law
        if snapshot is not None:
            self._stage.map.set_ghosts({key: track.path for key, track in snapshot.tracks.items()})
            self._stage.surface.set_ghosts({key: heights(track) for key, track in snapshot.tracks.items()})

    def let_go(self) -> None:
        """No ghosts."""
        self._stage.pages.plot.hold(False)
        self._law = None
        self._stage.map.set_ghosts({})
        self._stage.surface.set_ghosts({})

    def show_surface(self, surface: Surface) -> None:
        """Another landscape."""
        ground_of_map(self._stage.map, surface, picture_of(surface))
        ground_of_surface(self._stage.surface, surface)
        self._stage.pages.plot.set_log(falls_to_zero(surface))
        self._stage.pages.plot.set_bounds(surface.z_clip, None)
        self._stage.pages.set_law_shown(bool(surface.saddles))

    def show_tracks(self, snapshot: RaceSnapshot) -> None:
        """Another race."""
        tracks_on_map(self._stage.map, snapshot)
        tracks_on_surface(self._stage.surface, snapshot)
        self._stage.pages.plot.set_curves({key: track.loss for key, track in snapshot.tracks.items()})

    def show(self, snapshot: RaceSnapshot, previous: RaceSnapshot | None) -> None:
        """What moves with every frame: the cursor, and the grounds when they are new."""
        for widget in (self._stage.map, self._stage.surface, self._stage.pages.plot, self._stage.pages.schedule):
            widget.set_cursor(snapshot.step)
        if previous is None or snapshot.field is not previous.field:
            field_on_map(self._stage.map, snapshot)
        if previous is None or snapshot.mesh is not previous.mesh:
            mesh_on_surface(self._stage.surface, snapshot)
        law = self._stage.pages.law
        if snapshot.law is not None and (previous is None or snapshot.law is not previous.law):
            law.set_times(snapshot.law.offsets, snapshot.law.steps, snapshot.law.law)
            law.set_law(snapshot.law.distance, snapshot.law.way.curvature, symbol_of(snapshot.surface))
        if snapshot.law is not None:
            law.set_offset(snapshot.law.offset_of(snapshot.start))

    def place_start(self, offset: float) -> None:
        """The start goes to an offset on the line out of the saddle that it had when the hand took hold."""
        law = self._law or (None if self._panel.snapshot is None else self._panel.snapshot.law)
        if law is not None:
            self._panel.set_start(*law.start_at(offset))

    def show_schedule(self, config: Config) -> None:
        """The momentum that the config allows at every step."""
        self._stage.pages.schedule.set_curve(allowed_momentum(config), config["steps"])


def falls_to_zero(surface: Surface) -> bool:
    """Whether losses go down to 0 and not below, so that powers of ten show what a straight axis would squash."""
    losses = [surface.loss(*point) for point in surface.minima]
    return bool(losses) and min(losses) >= -ZERO and (surface.log_levels or max(losses) <= ZERO)


def symbol_of(surface: Surface) -> str:
    """The letter of the distance from the ridge: on the plain saddle the start's own y."""
    return "offset" if surface.escape_y is None else "y₀"


def fill_map(chart: ContourMap, snapshot: RaceSnapshot, shown: Rect) -> None:
    """Everything of a race on a map that shows nothing yet."""
    chart.set_titles(race_board.TITLES)
    ground_of_map(chart, snapshot.surface, shown)
    field_on_map(chart, snapshot)
    tracks_on_map(chart, snapshot)


def fill_surface(solid: SurfaceView, snapshot: RaceSnapshot) -> None:
    """Everything of a race on a 3-D picture that shows nothing yet."""
    solid.set_titles(race_board.TITLES)
    ground_of_surface(solid, snapshot.surface)
    mesh_on_surface(solid, snapshot)
    tracks_on_surface(solid, snapshot)


def ground_of_map(chart: ContourMap, surface: Surface, shown: Rect) -> None:
    """Domain, names and signs of a landscape."""
    chart.set_domain(shown)
    chart.set_axis_names(*surface.axis_names)
    chart.set_features(*signs(surface))


def ground_of_surface(solid: SurfaceView, surface: Surface) -> None:
    """Names and signs of a landscape."""
    solid.set_axis_names(*surface.axis_names)
    solid.set_features(*signs(surface))


def signs(surface: Surface) -> tuple[Array, Array]:
    """Minima and saddles, (n, 2) each."""
    return np.reshape(surface.minima, (-1, 2)), np.reshape(surface.saddles, (-1, 2))


def field_on_map(chart: ContourMap, snapshot: RaceSnapshot) -> None:
    """The relief, unless it is of a landscape that is gone."""
    field = snapshot.field
    if field is not None and field.surface is snapshot.surface:
        chart.set_field(field.values, field.rect, field.surface.log_levels)


def mesh_on_surface(solid: SurfaceView, snapshot: RaceSnapshot) -> None:
    """The sheet, unless it is of a landscape that is gone."""
    mesh = snapshot.mesh
    if mesh is not None and mesh.surface is snapshot.surface:
        solid.set_rasteriser(rasterise)
        solid.set_mesh(mesh.values, mesh.rect, mesh.surface.log_levels, mesh.surface.z_clip)


def tracks_on_map(chart: ContourMap, snapshot: RaceSnapshot) -> None:
    """All paths and the start."""
    chart.set_trails({key: track.path for key, track in snapshot.tracks.items()})
    chart.set_start(snapshot.start)


def tracks_on_surface(solid: SurfaceView, snapshot: RaceSnapshot) -> None:
    """All paths with their heights, and the start."""
    solid.set_trails({key: heights(track) for key, track in snapshot.tracks.items()})
    solid.set_start(snapshot.start)
