"""The finish board of the race: which racer stands in which row, and when rows may change places.

While something is held, rows stand still; they are sorted when it is let go.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.panels.race import board as race_board

if TYPE_CHECKING:
    from gui.panels.race.panel import RacePanel
    from sim.simulations.race import RaceSnapshot


class Finish:
    """The board of one panel."""

    def __init__(self, panel: RacePanel) -> None:
        self._panel = panel
        self._order: tuple[str, ...] = ()
        self._sorting = (0, False)

    def sort_by(self, column: int, backwards: bool) -> None:
        """By another column."""
        self._sorting = (column, backwards)
        self.sort()

    def sort(self) -> None:
        """Every racer to its place."""
        snapshot = self._panel.snapshot
        if snapshot is not None:
            self._order = race_board.order(snapshot, *self._sorting)
            self.show(snapshot)

    def race_changed(self, snapshot: RaceSnapshot, previous: RaceSnapshot | None, held: bool) -> None:
        """Another race was worked out."""
        if not held or not self._order:
            self._order = race_board.next_order(self._order, previous, snapshot, *self._sorting)
        self._panel.board.set_criteria(race_board.criteria(snapshot))

    def show(self, snapshot: RaceSnapshot) -> None:
        """The rows as they are at the cursor."""
        order = race_board.with_hand(self._order, snapshot)
        self._panel.board.set_rows(race_board.rows(snapshot, self._panel.config, order))
        self._panel.side.fit_board()
