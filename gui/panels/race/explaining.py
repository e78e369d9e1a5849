"""The bubble beside a ball: the arithmetic of the racer's last step, while it is pointed at in either picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from sim.arithmetic import explain, title

if TYPE_CHECKING:
    from gui.panels.race.panel import RacePanel
    from gui.widgets.contour_map import ContourMap
    from gui.widgets.surface_view import SurfaceView
    from sim.simulations.race import RaceSnapshot


class Explaining:
    """Keeps the bubble of one panel."""

    def __init__(self, panel: RacePanel) -> None:
        self._panel = panel
        self._bubble = panel.stage.bubble
        self._key: str | None = None
        self._picture: ContourMap | SurfaceView = panel.map
        panel.map.hovered.connect(lambda key, point: self._on_hover(panel.map, key, point))
        panel.surface.hovered.connect(lambda key, point: self._on_hover(panel.surface, key, point))

    def follow(self, snapshot: RaceSnapshot) -> None:
        """A new frame: the bubble goes with its ball."""
        if self._key is not None and (point := self._picture.marker_point(self._key)) is not None:
            self._show(snapshot, point)

    def _on_hover(self, picture: ContourMap | SurfaceView, key: str | None, point: QPointF) -> None:
        self._key, self._picture = key, picture
        if key is None and not self._bubble.pinned:
            self._bubble.hide()
        elif key is not None and self._panel.snapshot is not None:
            self._show(self._panel.snapshot, point)

    def _show(self, snapshot: RaceSnapshot, point: QPointF) -> None:
        key = self._key
        if key is None or key not in snapshot.tracks or self._bubble.pinned:
            return
        track = snapshot.tracks[key]
        step = min(snapshot.step, track.end)
        hyper, constants = snapshot.hypers[key], snapshot.tables[key]
        names = snapshot.surface.axis_names
        lines = [list(line.runs) for line in explain(key, track.records, step, hyper, constants, names)]
        self._bubble.show_lines(lines, self._panel.point_on_stage(self._picture, point), title(key, step))
