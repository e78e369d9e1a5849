"""A depth panel on a desk: commands are kept in a list, and what the engine would do between, `work` does."""

import itertools
from dataclasses import replace
from typing import Any

from gui.panels.depth import DepthPanel
from gui.theme import ThemeHolder
from sim.commands import Command, Open, Play
from sim.config import Config
from sim.mailbox import Frame, Status
from sim.session import Session
from sim.simulations.depth import DEPTH, PARAMETERS, DepthSnapshot


class Desk:
    """The panel, what it sent and said, and the session that answers. Play is only noted."""

    def __init__(self, themes: ThemeHolder, width: int = 1164, height: int = 654, **settings: object) -> None:
        self.sent: list[Any] = []
        self.past: list[Any] = []
        self.said: list[str] = []
        self._clock = itertools.count(1.0, 0.001)
        self.panel = DepthPanel(themes, self.sent.append)
        self.panel.said.connect(self.said.append)
        self.panel.resize(width, height)
        self.panel.show()
        config = Config.defaults(PARAMETERS).replace(settings)
        self.session = Session("depth", DEPTH, config, 0)
        self.session.open(0.0)
        self.panel.open(config)
        self.work()

    @property
    def layers(self) -> Any:
        """The card of the layers."""
        return self.panel.stage.layers

    @property
    def bars(self) -> Any:
        """The bars on it."""
        return self.panel.stage.layers.bars

    @property
    def gate(self) -> Any:
        """The card of the gate."""
        return self.panel.stage.gate

    @property
    def race(self) -> Any:
        """The card of the race."""
        return self.panel.stage.race

    def work(self, *commands: Command, playing: bool = False) -> DepthSnapshot:
        """Carry out what was sent, and `commands`, and show the frame."""
        waiting, self.sent[:] = [*self.sent, *commands], []
        self.past += waiting
        for command in waiting:
            if not isinstance(command, (Open, Play)):
                self.session.take(command)
        while self.session.unsettled or self.session.on_its_way:
            if self.session.unsettled:
                self.session.settle(next(self._clock))
            else:
                self.session.work(next(self._clock), lambda: next(self._clock))
        frame = self.frame()
        self.panel.render(replace(frame, playing=playing))
        snapshot = frame.snapshot
        assert isinstance(snapshot, DepthSnapshot)
        return snapshot

    def ponder(self) -> DepthSnapshot:
        """What a run that rests finds out: the extent over other seeds."""
        for _ in range(60):
            self.session.work(next(self._clock), lambda: next(self._clock))
        return self.work()

    def frame(self) -> Frame:
        """The newest frame."""
        return self.session.frame(Status())
