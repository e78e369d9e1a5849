"""What is said when the numbers of a network end: where, why, and two ways on. The last finite picture stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sim.commands import Play, Restart, Step
from sim.numerals import write_significant
from sim.phrases import phrase

if TYPE_CHECKING:
    from gui.panels.playground.panel import PlaygroundPanel
    from sim.simulations.playground_view import Flight, PlaygroundSnapshot

BACK = 20
DIGITS = 2


class Flights:
    """Keeps the card of one panel."""

    def __init__(self, panel: PlaygroundPanel) -> None:
        self._panel = panel
        self._card = panel.stage.flight
        self._shown: Flight | None = None

    def show(self, snapshot: PlaygroundSnapshot) -> None:
        """The card while there is something to say."""
        flight = None if snapshot.network is None else snapshot.network.flight
        if flight == self._shown:
            return
        self._shown = flight
        if flight is None:
            self._card.clear()
            return
        ways = [(phrase("Back {back} updates", back=BACK), self.go_back)]
        if flight.change is not None:
            rate = write_significant(flight.change[1], DIGITS)
            ways.append((phrase("Again with η = {rate}", rate=rate), self.go_again))
        self._card.show_broken(phrase("The numbers end at update {step}", step=flight.step), flight.sentence, ways)
        self._panel.stage.place_floating()

    def go_back(self) -> None:
        """To where everything was still well."""
        self._panel.send(Step(self._panel.key, -BACK))

    def go_again(self) -> None:
        """From the first step, with the rate that is suggested."""
        if self._shown is not None and self._shown.change is not None:
            key, value = self._shown.change
            self._panel.change({key: value}, "")
            self._panel.send(Restart(self._panel.key))
            self._panel.send(Play(self._panel.key))
