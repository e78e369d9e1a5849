"""A skier panel on a desk: commands are kept in a list, and what the engine would do between, `work` does."""

import itertools
from dataclasses import replace
from typing import Any

from gui.panels.skier import SkierPanel
from gui.panels.skier.page import Page
from gui.theme import ThemeHolder
from sim.commands import Command, Look, Open, Play
from sim.config import Config
from sim.mailbox import Frame, Status
from sim.session import Session
from sim.simulations import SIMULATIONS
from sim.simulations.skier_config import PARAMETERS, arrange
from sim.simulations.skier_view import SkierSnapshot


class Desk:
    """The panel, what it sent and said, and the session that answers. Play is only noted."""

    def __init__(self, themes: ThemeHolder, width: int = 1164, height: int = 654, **settings: object) -> None:
        self.sent: list[Any] = []
        self.past: list[Any] = []
        self.said: list[str] = []
        self._clock = itertools.count(1.0, 0.001)
        self.panel = SkierPanel(themes, self.sent.append)
        self.panel.said.connect(self.said.append)
        self.panel.resize(width, height)
        self.panel.show()
        defaults = Config.defaults(PARAMETERS)
        view = {"view": settings.get("view", defaults["view"])}
        config = arrange(defaults.replace(view), "view").replace(settings)
        self.session = Session("skier", SIMULATIONS["skier"], config, 0)
        self.session.open(0.0)
        self.panel.open(config)
        self.work()

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.panel.stage.page

    def work(self, *commands: Command, playing: bool = False) -> SkierSnapshot:
        """Carry out what was sent, and `commands`, and show the frame."""
        waiting, self.sent[:] = [*self.sent, *commands], []
        self.past += waiting
        for command in waiting:
            if isinstance(command, Look) or not isinstance(command, (Open, Play)):
                self.session.take(command)
        while self.session.unsettled or self.session.on_its_way:
            if self.session.unsettled:
                self.session.settle(next(self._clock))
            else:
                self.session.work(next(self._clock), lambda: next(self._clock))
        frame = self.frame()
        self.panel.render(replace(frame, playing=playing))
        snapshot = frame.snapshot
        assert isinstance(snapshot, SkierSnapshot)
        return snapshot

    def ponder(self, times: int = 60) -> SkierSnapshot:
        """What a run that rests finds out."""
        for _ in range(times):
            self.session.work(next(self._clock), lambda: next(self._clock))
        return self.work()

    def frame(self) -> Frame:
        """The newest frame."""
        return self.session.frame(Status())
