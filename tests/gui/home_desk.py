"""A home panel on a desk: what it sends goes to a session of the engine without the engine's thread, so that a test
says when time passes.
"""

import itertools
from typing import Any

from gui.panels.home import HomePanel
from gui.theme import ThemeHolder
from gui.widgets.lesson_path import DONE, HERE, TO_COME, LessonRow
from sim.commands import Open, Seek
from sim.config import Config
from sim.mailbox import Frame, Status
from sim.session import Session
from sim.simulations.playground import PLAYGROUND
from sim.simulations.playground_view import PlaygroundSnapshot

READY = Status(ready=1, total=1)
TITLES = (
    ("one-neuron", "One neuron", "History"), ("history-1", "A short history", "History"),
    ("history-2", "Seventy years", "History"), ("perceptron", "Perceptron", "History"),
    ("winter", "AI winter", "History"), ("alexnet", "AlexNet", "History"), ("training", "Training", "Training"),
    ("sgd", "Gradient descent", "Training"), ("backprop", "Backpropagation", "Training"),
    ("relu", "Rectified linear", "Training"), ("momentum", "Momentum", "Training"),
    ("rmsprop", "RMSprop", "Training"), ("dropout", "Dropout", "Training"), ("l1-l2", "L1 and L2", "Training"),
    ("together", "Put it together", "Training"),
)  # fmt: skip


def path_rows(done: int = 3) -> tuple[LessonRow, ...]:
    """The path with so many lessons done."""
    states = [DONE] * done + [HERE] + [TO_COME] * len(TITLES)
    return tuple(
        LessonRow(key, title, group, states[place], 10, "", place == done)
        for place, (key, title, group) in enumerate(TITLES)
    )


class Desk:
    """The panel, what it sent and asked for, and the session that answers."""

    def __init__(self, themes: ThemeHolder, width: int = 1180, height: int = 650, play: bool = True) -> None:
        self.sent: list[Any] = []
        self.links: list[str] = []
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._clock = itertools.count(1.0, 0.001)
        self.session: Session | None = None
        self.frame: Frame | None = None
        self.panel = HomePanel(themes, self.send)
        self.panel.link_followed.connect(self.links.append)
        self.panel.asked_for.connect(lambda panel, values: self.asked.append((panel, values)))
        self.panel.resize(width, height)
        self.panel.set_path(path_rows())
        self.panel.show()
        self.panel.open(Config.defaults(PLAYGROUND.parameters), play=play)
        self.draw()

    def send(self, command: Any) -> None:
        """What the window would hand to the engine."""
        self.sent.append(command)
        if isinstance(command, Open):
            self.session = Session(command.owner, PLAYGROUND, command.config, command.seed)
            self.session.open(0.0)
        elif self.session is not None:
            self.session.take(command)

    def draw(self) -> PlaygroundSnapshot:
        """The frame of the state as it is, once everything that was sent is carried out."""
        session = self.session
        assert session is not None
        while session.unsettled:
            session.settle(next(self._clock))
        self.frame = session.frame(READY)
        self.panel.render(self.frame)
        assert isinstance(self.frame.snapshot, PlaygroundSnapshot), self.frame
        return self.frame.snapshot

    def to(self, step: int) -> PlaygroundSnapshot:
        """The frame at a step."""
        assert self.session is not None
        self.send(Seek("home", step))
        self.draw()
        while self.session.on_its_way:
            self.session.work(next(self._clock), lambda: next(self._clock))
        return self.draw()

    def kinds(self) -> list[str]:
        """The names of the commands that were sent."""
        return [type(command).__name__ for command in self.sent]
