"""The race itself on the pictures: ground, tracks, curves, ghosts, and what the large and the small picture share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.race import board as race_board
from gui.panels.race.overlays import heights
from gui.panels.race.view import picture_of
from sim import raster
from sim.schedules import read_curve
from sim.targets import kernel

if TYPE_CHECKING:
    from gui.panels.race.panel import RacePanel
    from sim.mailbox import Frame
    from sim.simulations.race import RaceSnapshot
    from sim.surface import Surface


class Painting:
    """Fills the pictures of one panel."""

    def __init__(self, panel: RacePanel) -> None:
        self._panel = panel
        self._stage = panel.stage
        for widget in (self._stage.map, self._stage.surface, self._stage.pages.plot):
            widget.set_titles(race_board.TITLES)
        self._stage.pages.plot.set_labels("", "steps", "")
        self._link()

    def _link(self) -> None:
        """Two pictures of one landscape: pointing at one points at the other, and both know the camera."""
        chart, surface = self._stage.map, self._stage.surface
        chart.pointed.connect(surface.set_pointer)
        surface.pointed.connect(chart.set_pointer)
        surface.camera_changed.connect(lambda azimuth, _elevation, _zoom: chart.set_eye(azimuth))
        chart.eye_turned.connect(lambda azimuth: surface.set_camera(azimuth, *surface.camera[1:]))
        chart.set_eye(surface.camera[0])

    def show_readiness(self, frame: Frame) -> None:
        """What the engine still prepares, as long as there is nothing to see."""
        status, notice = frame.status, self._stage.notice
        if frame.snapshot is None and status.ready < status.total:
            share = status.ready / max(status.total, 1)
            note = f"{status.ready} of {status.total} parts; only the first start takes this long"
            notice.show_busy("Getting the engine ready", share, note)
        elif notice.kind == "busy":
            notice.clear()

    def hold(self, snapshot: RaceSnapshot | None) -> None:
        """The race as it is becomes a ghost; axes stand still."""
        self._stage.pages.plot.hold(True)
        if snapshot is not None:
            self._stage.map.set_ghosts({key: track.path for key, track in snapshot.tracks.items()})
            self._stage.surface.set_ghosts({key: heights(track) for key, track in snapshot.tracks.items()})

    def let_go(self) -> None:
        """No ghosts."""
        self._stage.pages.plot.hold(False)
        self._stage.map.set_ghosts({})
        self._stage.surface.set_ghosts({})

    def show_surface(self, surface: Surface) -> None:
        """Another landscape."""
        chart, solid, plot = self._stage.map, self._stage.surface, self._stage.pages.plot
        minima, saddles = np.reshape(surface.minima, (-1, 2)), np.reshape(surface.saddles, (-1, 2))
        chart.set_domain(picture_of(surface))
        for picture in (chart, solid):
            picture.set_axis_names(*surface.axis_names)
            picture.set_features(minima, saddles)
        plot.set_log(surface.log_levels)
        plot.set_bounds(surface.z_clip, None)
        self._stage.pages.set_law_shown(bool(surface.saddles))

    def show_tracks(self, snapshot: RaceSnapshot) -> None:
        """Another race."""
        self._stage.map.set_trails({key: track.path for key, track in snapshot.tracks.items()})
        self._stage.surface.set_trails({key: heights(track) for key, track in snapshot.tracks.items()})
        self._stage.pages.plot.set_curves({key: track.loss for key, track in snapshot.tracks.items()})
        for picture in (self._stage.map, self._stage.surface):
            picture.set_start(snapshot.start)

    def show(self, snapshot: RaceSnapshot, previous: RaceSnapshot | None) -> None:
        """What moves with every frame: the cursor, and the grounds when they are new."""
        for widget in (self._stage.map, self._stage.surface, self._stage.pages.plot, self._stage.pages.schedule):
            widget.set_cursor(snapshot.step)
        self._show_field(snapshot, previous)
        self._show_mesh(snapshot, previous)
        if snapshot.law is not None and (previous is None or snapshot.law is not previous.law):
            self._stage.pages.law.set_times(snapshot.law.offsets, snapshot.law.steps, snapshot.law.law)
        self._stage.pages.law.set_offset(abs(snapshot.start[1]))

    def show_schedule(self, text: str, steps: int) -> None:
        """The momentum curve of the config."""
        self._stage.pages.schedule.set_curve(read_curve(text), steps)

    def _show_field(self, snapshot: RaceSnapshot, previous: RaceSnapshot | None) -> None:
        field = snapshot.field
        if field is None or (previous is not None and field is previous.field):
            return
        if field.surface is snapshot.surface:
            self._stage.map.set_field(field.values, field.rect, field.surface.log_levels)

    def _show_mesh(self, snapshot: RaceSnapshot, previous: RaceSnapshot | None) -> None:
        mesh = snapshot.mesh
        if mesh is None or (previous is not None and mesh is previous.mesh):
            return
        if mesh.surface is snapshot.surface:
            self._stage.surface.set_rasteriser(kernel(raster.draw_surface))
            self._stage.surface.set_mesh(mesh.values, mesh.rect, mesh.surface.log_levels, mesh.surface.z_clip)


