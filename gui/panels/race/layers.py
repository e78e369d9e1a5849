"""What lies over the pictures: arrows, squares, curvature, the wedge of a glance, fog, crowd, basins, the own skier.

`Layers` asks the config which are on, makes them from the snapshot (`overlays`), and hands plain values to the
widgets. It also keeps the card of a racer that flew off, and the slow-motion step.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.race import overlays
from gui.panels.race.flights import flown
from gui.panels.race.pages import STEP
from gui.widgets.flight_card import Flown
from gui.widgets.map_content import Arrow
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase

if TYPE_CHECKING:
    from gui.panels.race.panel import RacePanel
    from sim.config import Config
    from sim.forensics import Flight
    from sim.simulations.race import RaceSnapshot

FIRST_STEERED = "momentum"
END_ROLES = {"elsewhere": "elsewhere", "gone": "bad"}


def roles(names: tuple[str, ...]) -> tuple[str, ...]:
    """The colour roles of the groups of a crowd: racers have their own, ends are numbered."""
    return tuple(
        name if name in OPTIMIZERS else END_ROLES.get(name, f"end{number}") for number, name in enumerate(names)
    )


class Layers:
    """Keeps the overlays of one panel."""

    def __init__(self, panel: RacePanel) -> None:
        self._panel = panel
        self._stage = panel.stage
        self.last = ""
        self._order = "gradient first"
        self._dismissed: frozenset[tuple[str, int]] = frozenset()
        self._shown: tuple[tuple[str, int], ...] = ()
        self._cloud: object = None
        self._basins: object = None
        strip, flight = self._stage.pages.strip, self._stage.flight
        strip.phase_changed.connect(lambda _: self._again())
        strip.order_toggled.connect(self._on_order)
        self._stage.pages.turned.connect(lambda _: self._again())
        flight.back.connect(self._on_back)
        flight.changed.connect(self._on_change)
        flight.dismissed.connect(self._on_dismissed)

    def show_config(self, config: Config) -> None:
        """Another config: legends, and who listens to the arrow keys."""
        self._show_legend(config)
        self._stage.map.set_hand_active(bool(config["fog"]))
        self._stage.set_fog(bool(config["fog"]))

    def _show_legend(self, config: Config) -> None:
        """The sentence of the last layer; a crowd that is smaller than was asked for says so."""
        words = overlays.legend(config, self.last, OPTIMIZERS[self.steered].title)
        snapshot = self._panel.snapshot
        cloud = snapshot.cloud if snapshot is not None and config["cloud"] != "off" else None
        self._stage.show_legend(cloud.note if cloud is not None and cloud.note else words)

    def show(self, snapshot: RaceSnapshot, config: Config) -> None:
        """Everything for one frame."""
        self._show_hand(snapshot)
        self._show_arrows(snapshot, config)
        self._show_curvature(snapshot)
        self._show_fog(snapshot, config)
        self._show_crowd(snapshot)
        self._show_flight(snapshot)

    def _again(self) -> None:
        if self._panel.snapshot is not None:
            self.show(self._panel.snapshot, self._panel.config)

    @property
    def steered(self) -> str:
        """The key of the racer that basins are asked for."""
        snapshot = self._panel.snapshot
        return (self.watched(snapshot) if snapshot is not None else None) or FIRST_STEERED

    def watched(self, snapshot: RaceSnapshot) -> str | None:
        """The racer that single-racer pictures speak of: the one steered, else momentum, else the first."""
        if self._panel.selected in snapshot.tracks:
            return self._panel.selected
        return FIRST_STEERED if FIRST_STEERED in snapshot.tracks else next(iter(snapshot.tracks), None)

    # arrows

    def _show_arrows(self, snapshot: RaceSnapshot, config: Config) -> None:
        chart = self._stage.map
        if self._stage.pages.page == STEP and self._stage.pages.isVisible():
            chart.set_arrows(self._slow_motion(snapshot, config))
        elif config["gradient_arrow"] or config["velocity_arrow"]:
            chart.set_arrows(overlays.arrows_of(snapshot, config, self._panel.selected, self._shorter_side()))
        else:
            chart.set_arrows(())
        chart.set_squares(overlays.squares_of(snapshot, self._panel.selected) if config["squares"] else {})
        key = self.watched(snapshot)
        noise, track = config["noise"], snapshot.tracks.get(key or "")
        cone = overlays.cone_of(snapshot.surface, track, snapshot.step, noise) if track and config["cone"] else None
        if cone is not None:
            apex, downhill, wide = cone
            chart.set_cone(apex, overlays.stretched(downhill, overlays.CONE * self._shorter_side()), wide)
        else:
            chart.set_cone(None)

    def _slow_motion(self, snapshot: RaceSnapshot, config: Config) -> tuple[Arrow, ...]:
        """The phase of the step that the strip shows, enlarged about the ball."""
        strip, key = self._stage.pages.strip, self.watched(snapshot)
        parts = overlays.parts_of(snapshot, key, self._order) if key else None
        if key is None or parts is None:
            strip.set_parts("No step to show", ())
            return ()
        step = overlays.step_taken(snapshot, key)
        title = phrase(
            "{title}, step {step}{value}",
            title=OPTIMIZERS[key].title,
            step=step,
            value="" if step > snapshot.step else ", the last",
        )
        strip.set_parts(title, parts.phases)
        strip.set_order(self._order if key == "momentum" else None)
        arrows, _ = overlays.enlarged(parts, min(strip.phase, len(parts.phases) - 1), self._shorter_side())
        return arrows

    def _shorter_side(self) -> float:
        """Of the part of the plane that the map shows."""
        x0, x1, y0, y1 = self._stage.map.view.plane
        return float(min(x1 - x0, y1 - y0))

    def _on_order(self, order: str) -> None:
        self._order = order
        self._again()

    # curvature, fog, the own skier

    def _show_curvature(self, snapshot: RaceSnapshot) -> None:
        crosses = {key: (c.low, c.high, c.angle) for key, c in snapshot.curvatures.items()}
        if self._panel.selected in crosses:
            crosses = {self._panel.selected: crosses[self._panel.selected]}
        self._stage.map.set_crosses(crosses)
        key = self.watched(snapshot)
        if key is not None and key in snapshot.curvatures:
            curvature = snapshot.curvatures[key]
            self._stage.dial.set_curvature(curvature.low, curvature.high, curvature.angle)
        self._stage.dial.setVisible(key in snapshot.curvatures)

    def _show_fog(self, snapshot: RaceSnapshot, config: Config) -> None:
        centre = self._fog_centre(snapshot) if config["fog"] else None
        radius = config["fog_radius"] * snapshot.surface.diagonal
        self._stage.map.set_fog(centre, radius)
        self._stage.surface.set_fog(centre, radius)

    def _fog_centre(self, snapshot: RaceSnapshot) -> tuple[float, float]:
        """Around the steered racer; else around the learner, who stands at the start until the first step."""
        track = snapshot.tracks.get(self._panel.selected or "")
        if track is not None:
            x, y = track.path[min(snapshot.step, track.end)]
        elif snapshot.hand is not None and len(snapshot.hand.path):
            x, y = snapshot.hand.path[-1]
        else:
            x, y = snapshot.start
        return float(x), float(y)

    def _show_hand(self, snapshot: RaceSnapshot) -> None:
        hand = snapshot.hand
        self._stage.map.set_hand(None if hand is None else hand.path)
        self._stage.surface.set_hand(None if hand is None else np.column_stack([hand.path, hand.losses]))

    # crowd and basins

    def _show_crowd(self, snapshot: RaceSnapshot) -> None:
        cloud, basins = snapshot.cloud, snapshot.basins
        if cloud is not self._cloud:
            self._cloud = cloud
            self._show_legend(self._panel.config)
            chart = self._stage.map
            if cloud is None:
                chart.set_cloud(None)
            else:
                chart.set_cloud(cloud.points, cloud.groups, roles(cloud.names))
        if basins is not self._basins:
            self._basins = basins
            chart = self._stage.map
            if basins is None:
                chart.set_basins(None)
            else:
                chart.set_basins(basins.labels, basins.rect, roles(basins.names))

    # a racer that flew off

    def _show_flight(self, snapshot: RaceSnapshot) -> None:
        tracks = [track for track in snapshot.tracks.values() if track.flight and snapshot.step > track.end]
        names = tuple((track.key, track.end) for track in tracks)
        self._dismissed &= frozenset((track.key, track.end) for track in snapshot.tracks.values() if track.flight)
        shown = tuple(name for name in names if name not in self._dismissed)
        if shown != self._shown:
            self._shown = shown
            flights = [track.flight for track in tracks if (track.key, track.end) in shown and track.flight]
            self._tell([flown(flight) for flight in flights])

    def _tell(self, flights: list[Flown]) -> None:
        """On a card; a small window has no room for one, there the last one is a sentence."""
        small = self._stage.is_alone
        self._stage.flight.set_flights([] if small else flights)
        self._stage.place_floating()
        if small and flights:
            self._panel.said.emit(phrase("{title}. {sentence}", title=flights[-1].title, sentence=flights[-1].sentence))

    def _flight(self, key: str) -> Flight | None:
        snapshot = self._panel.snapshot
        return snapshot.tracks[key].flight if snapshot is not None and key in snapshot.tracks else None

    def _on_back(self, key: str) -> None:
        flight = self._flight(key)
        if flight is not None:
            self._panel.pause()
            self._panel.seek(flight.last_finite)

    def _on_change(self, key: str) -> None:
        flight = self._flight(key)
        if flight is not None and flight.change is not None:
            setting, value = flight.change
            self._panel.change({setting: value}, setting)

    def _on_dismissed(self) -> None:
        self._dismissed |= frozenset(self._shown)
        self._again()
