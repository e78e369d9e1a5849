"""A playground panel on a desk: what it sends goes to a session of the engine without the engine's thread, so that a
test says when time passes.
"""

import itertools
from typing import Any

from gui.panels.playground import PlaygroundPanel
from gui.panels.playground.presets import PRESETS
from gui.theme import ThemeHolder
from sim.commands import Open, Play, Seek
from sim.config import Config
from sim.mailbox import Frame, Status
from sim.session import Session
from sim.simulations.playground import PLAYGROUND
from sim.simulations.playground_view import PlaygroundSnapshot

SLICES = 40
READY = Status(ready=1, total=1)


class Desk:
    """The panel, what it sent and said, and the session that answers."""

    def __init__(self, themes: ThemeHolder, preset: str = "xor", width: int = 1180, height: int = 650) -> None:
        self.sent: list[Any] = []
        self.said: list[str] = []
        self._clock = itertools.count(1.0, 0.001)
        self.session: Session | None = None
        self.frame: Frame | None = None
        self.panel = PlaygroundPanel(themes, self.send)
        self.panel.said.connect(self.said.append)
        self.panel.resize(width, height)
        self.panel.show()
        self.panel.open(PRESETS[preset].config())
        self.draw()

    def send(self, command: Any) -> None:
        """What the window would hand to the engine. Play is only noted: the test moves time by `run`."""
        self.sent.append(command)
        if isinstance(command, Open):
            self.session = Session(command.owner, PLAYGROUND, command.config, command.seed)
            self.session.open(0.0)
        elif self.session is not None and not isinstance(command, Play):
            self.session.take(command)

    def settle(self) -> None:
        """Carry out everything that was sent."""
        session = self.session
        assert session is not None
        while session.unsettled or session.on_its_way:
            if session.unsettled:
                session.settle(next(self._clock))
            else:
                session.work(next(self._clock), lambda: next(self._clock))

    def run(self, steps: int) -> PlaygroundSnapshot:
        """So many steps on, and the frame there."""
        self.settle()
        self.send(Seek("playground", self.step + steps))
        return self.draw()

    def ponder(self) -> None:
        """What a run that rests still works on: some slices of it."""
        session = self.session
        assert session is not None
        for _ in range(SLICES):
            if session.unsettled or session.patience(next(self._clock)) != 0.0:
                return
            session.work(next(self._clock), lambda: next(self._clock))

    def draw(self) -> PlaygroundSnapshot:
        """The frame of the state as it is, drawn twice, so that what a first frame asks for is seen too."""
        for _ in range(2):
            self.settle()
            assert self.session is not None
            self.frame = self.session.frame(READY)
            self.panel.render(self.frame)
            self.ponder()
        snapshot = self.frame.snapshot if self.frame is not None else None
        assert isinstance(snapshot, PlaygroundSnapshot), self.frame
        return snapshot

    def show(self, preset: str, steps: int = 0) -> PlaygroundSnapshot:
        """A preset, so many steps on."""
        self.panel.start_from(preset)
        return self.run(steps) if steps else self.draw()

    def set(self, **values: object) -> PlaygroundSnapshot:
        """Settings, as controls would set them one by one."""
        for key, value in values.items():
            self.panel.change({key.replace("__", "."): value}, key)
        return self.draw()

    @property
    def step(self) -> int:
        """Where the run stands."""
        assert self.session is not None
        assert self.session.run is not None
        return self.session.run.step

    @property
    def config(self) -> Config:
        """What the engine has."""
        assert self.frame is not None
        assert self.frame.config is not None
        return self.frame.config

    def last(self, kind: type) -> Any:
        """The newest command of a kind."""
        return [command for command in self.sent if isinstance(command, kind)][-1]
