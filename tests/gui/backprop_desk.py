"""A backprop panel on a desk: commands are kept in a list, and what the engine would do between, `work` does."""

from typing import Any

from gui.panels.backprop import BackpropPanel
from gui.theme import ThemeHolder
from gui.widgets.matrix_content import Matrix
from sim.commands import Command
from sim.config import Config
from sim.mailbox import Frame, Status
from sim.session import Session
from sim.simulations.backprop import BACKPROP, PARAMETERS, BackpropSnapshot


class Desk:
    """The panel, what it sent, and the session that answers."""

    def __init__(self, themes: ThemeHolder, width: int = 1160, height: int = 660, **settings: object) -> None:
        self.sent: list[Any] = []
        self.said: list[str] = []
        self.marked: list[tuple[str, float]] = []
        self.marks: list[Any] = []
        self.panel = BackpropPanel(themes, self.sent.append)
        self.panel.said.connect(self.said.append)
        self.panel.marked.connect(lambda name, value: self.marked.append((name, value)))
        self.panel.marks_changed.connect(self.marks.append)
        self.panel.resize(width, height)
        self.panel.show()
        config = Config.defaults(PARAMETERS)
        for key, value in settings.items():
            config = BACKPROP.arrange(config.replace({key: value}), key)
        self.session = Session("backprop", BACKPROP, config, 0)
        self.session.open(0.0)
        self.panel.open(config)
        self.work()

    @property
    def lanes(self) -> Any:
        """The matrices."""
        return self.panel.stage.lanes

    @property
    def page(self) -> Any:
        """The first page of the side column."""
        return self.panel.side.rule

    @property
    def bubble(self) -> Any:
        """The sum behind a number."""
        return self.panel.stage.bubble

    @property
    def seen(self) -> BackpropSnapshot:
        """The newest snapshot."""
        assert self.panel.snapshot is not None
        return self.panel.snapshot

    def matrix(self, name: str) -> Matrix:
        """A matrix as the lanes show it."""
        found: Matrix = self.lanes.content.by_name[name]
        return found

    def work(self, *commands: Command, rounds: int = 0) -> BackpropSnapshot:
        """Carry out what was sent, and `commands`, and show the frame. rounds: looks of an engine that rests."""
        waiting, self.sent[:] = [*self.sent, *commands], []
        for command in waiting:
            if type(command).__name__ != "Open":
                self.session.take(command)
        while self.session.unsettled:
            self.session.settle(0.0)
        while self.session.on_its_way:
            self.session.work(0.0, lambda: 0.0)
        for _ in range(rounds):
            self.session.work(0.0, lambda: 0.0)
        self.panel.render(self.frame())
        return self.seen

    def frame(self) -> Frame:
        """The newest frame."""
        return self.session.frame(Status())
