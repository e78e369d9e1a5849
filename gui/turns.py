"""Which pictures are brought up to date with a frame, so that sixty frames a second stay sixty.

All of them, as long as that takes little of a frame's time, and always while the run rests. Where they would take more
(slow processors, an engine at full speed beside the window), they take turns, one group a frame: each is then some
twenty times a second new. A round of turns shows one and the same moment, so that what stands side by side belongs
together. What the groups cost is measured as they are drawn.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer

BUDGET = 0.008  # seconds of a frame's sixteen that may go into pictures
KEPT = 0.8  # share of what was known of a cost that the next measurement leaves


class Turns:
    """Asked with every frame; measures until the event loop has painted what the frame changed. groups: their keys."""

    def __init__(self, parent: QObject, groups: tuple[str, ...]) -> None:
        self._groups = groups
        self._costs = dict.fromkeys(groups, 0.0)
        self._next = 0
        self._due = groups
        self._began = 0.0
        self._painted = QTimer(parent)
        self._painted.setSingleShot(True)
        self._painted.setInterval(0)
        self._painted.timeout.connect(self._note)

    @property
    def cost(self) -> float:
        """Seconds that all groups together take."""
        return sum(self._costs.values())

    def due(self, playing: bool) -> tuple[str, ...]:
        """The groups whose turn it is."""
        if not playing or self.cost <= BUDGET:
            self._due, self._next = self._groups, 0
        else:
            self._due = (self._groups[self._next],)
            self._next = (self._next + 1) % len(self._groups)
        self._began = time.thread_time()
        self._painted.start()
        return self._due

    @property
    def under_way(self) -> bool:
        """Whether a round has begun that the next frame goes on with."""
        return self._next > 0

    def learn(self, groups: tuple[str, ...], seconds: float) -> None:
        """Drawing `groups` took so long; of several, each is held to have taken its usual share."""
        known = sum(self._costs[group] for group in groups)
        for group in groups:
            share = self._costs[group] / known if known > 0.0 else 1.0 / len(groups)
            self._costs[group] = KEPT * self._costs[group] + (1.0 - KEPT) * seconds * share

    def _note(self) -> None:
        self.learn(self._due, time.thread_time() - self._began)
