"""Snapshots on the cards of the lab, and what the engine still prepares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.panels.lab.stage import BESIDE, CURVE, FIT, MAPS, PAGE, SAMPLES, TABLE
from sim.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Collection

    from gui.panels.lab.panel import LabPanel
    from sim.config import Config
    from sim.mailbox import Frame
    from sim.simulations.lab_view import LabSnapshot

LARGE, NETS, CURVES = "large", "nets", "curves"
GROUPS = (LARGE, NETS, CURVES)
"""What takes turns where a frame has no time for all."""
KINDS = {"moons": MAPS, "digits": SAMPLES, "curve": FIT, "sparse": TABLE}
"""As what the arms are seen, by the data."""


class Painting:
    """Fills the cards of one panel."""

    def __init__(self, panel: LabPanel) -> None:
        self._panel = panel
        self._stage = panel.stage

    def kind_of(self, config: Config) -> str:
        """As what the arms are seen."""
        return KINDS[config["dataset"]]

    def show_readiness(self, frame: Frame) -> None:
        """What the engine still prepares, as long as there is nothing to see of what was asked for."""
        status, notice = frame.status, self._stage.notice
        if status.doing and (frame.snapshot is None or self._panel.is_waiting(frame)):
            share = status.ready / max(status.total, 1)
            note = phrase(
                "{ready} of {total} parts; only the first start takes this long", ready=status.ready, total=status.total
            )
            notice.show_busy(phrase("Getting {doing} ready", doing=status.doing), share, note)
        elif notice.kind == "busy":
            notice.clear()

    def show(self, snapshot: LabSnapshot, groups: Collection[str] = GROUPS) -> None:
        """What is seen, as far as its turn has come."""
        stage = self._stage
        stage.set_arms(KINDS[snapshot.data.key], len(snapshot.arms))
        if LARGE in groups:
            self.show_page(snapshot)
        if NETS in groups and stage.is_seen("arms"):
            self._show_arms(snapshot)
        if CURVES in groups and stage.is_seen(CURVE):
            stage.curves.show_snapshot(snapshot)

    def show_page(self, snapshot: LabSnapshot) -> None:
        """The page that is turned to, and what stands beside it."""
        if self._stage.is_seen(PAGE) or self._stage.is_seen(BESIDE):
            self._stage.page.page.show_snapshot(snapshot, self._panel.config)

    def _show_arms(self, snapshot: LabSnapshot) -> None:
        stage, config = self._stage, self._panel.config
        if stage.kind == MAPS:
            for arm in snapshot.arms:
                stage.maps[arm.key].show_arm(arm, snapshot, config)
        else:
            stage.cards[stage.kind].show_snapshot(snapshot, config)
