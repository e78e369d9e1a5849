"""A timeline panel on a desk: commands are kept in a list, and what the engine would do between, `work` does."""

from typing import Any

from gui.panels.timeline import TimelinePanel
from gui.theme import ThemeHolder
from sim.commands import Command
from sim.config import Config
from sim.mailbox import Frame, Status
from sim.session import Session
from sim.simulations.timeline import PARAMETERS, TIMELINE, TimelineSnapshot


class Desk:
    """The panel, what it sent, and the session that answers."""

    def __init__(self, themes: ThemeHolder, width: int = 1160, height: int = 660, **settings: object) -> None:
        self.sent: list[Any] = []
        self.said: list[str] = []
        self.marked: list[tuple[str, float]] = []
        self.links: list[str] = []
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.panel = TimelinePanel(themes, self.sent.append)
        self.panel.said.connect(self.said.append)
        self.panel.marked.connect(lambda name, value: self.marked.append((name, value)))
        self.panel.link_followed.connect(self.links.append)
        self.panel.asked_for.connect(lambda key, values: self.asked.append((key, values)))
        self.panel.resize(width, height)
        self.panel.show()
        config = Config.defaults(PARAMETERS).replace(settings)
        self.session = Session("timeline", TIMELINE, config, 0)
        self.session.open(0.0)
        self.panel.open(config)
        self.work()

    @property
    def view(self) -> Any:
        """The canvas."""
        return self.panel.stage.view

    @property
    def head(self) -> Any:
        """The row above it."""
        return self.panel.stage.head

    @property
    def card(self) -> Any:
        """The card of an event."""
        return self.panel.stage.card

    def work(self, *commands: Command, playing: bool = False) -> TimelineSnapshot:
        """Carry out what was sent, and `commands`, and show the frame."""
        waiting, self.sent[:] = [*self.sent, *commands], []
        for command in waiting:
            if type(command).__name__ != "Open":
                self.session.take(command)
        while self.session.unsettled:
            self.session.settle(0.0)
        while self.session.on_its_way:
            self.session.work(0.0, lambda: 0.0)
        frame = self.session.frame(Status())
        self.panel.render(frame if not playing else self._playing(frame))
        snapshot = frame.snapshot
        assert isinstance(snapshot, TimelineSnapshot)
        return snapshot

    def _playing(self, frame: Frame) -> Frame:
        from dataclasses import replace

        return replace(frame, playing=True)

    def frame(self) -> Frame:
        """The newest frame."""
        return self.session.frame(Status())
