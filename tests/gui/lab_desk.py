"""A lab panel on a desk, with made-up snapshots: what it sends is kept in a list, `show` is the engine."""

from dataclasses import replace
from typing import Any

from gui.panels.lab import LabPanel
from gui.theme import ThemeHolder
from sim.commands import Configure, Look
from sim.config import Config
from sim.mailbox import Frame, Status
from sim.simulations.lab_view import LabSnapshot
from tests.gui.lab_made import config_of, snapshot_of


class Desk:
    """The panel, what it sent and said, and the snapshot that it was shown last."""

    def __init__(
        self, themes: ThemeHolder, width: int = 1164, height: int = 654, preset: str = "moons", **settings: object
    ) -> None:
        self.sent: list[Any] = []
        self.said: list[str] = []
        self.marks: list[Any] = []
        self.panel = LabPanel(themes, self.sent.append)
        self.panel.said.connect(self.said.append)
        self.panel.marks_changed.connect(self.marks.append)
        self.panel.resize(width, height)
        self.panel.show()
        self.panel.open(config_of(preset, **settings), play=False)
        self.show()

    @property
    def stage(self) -> Any:
        """The cards."""
        return self.panel.stage

    @property
    def controls(self) -> Any:
        """The sliders of the steered arm."""
        return self.panel.side.controls

    @property
    def config(self) -> Config:
        """What was sent last, else what is set."""
        sent = [command.config for command in self.sent if isinstance(command, Configure)]
        return sent[-1] if sent else self.panel.config

    @property
    def view(self) -> Any:
        """What the panel looks at."""
        return [command.view for command in self.sent if isinstance(command, Look)][-1]

    def show(self, step: int = 3000, playing: bool = False, **changes: Any) -> LabSnapshot:
        """A frame of the settings as they are."""
        config = self.panel.config
        snapshot = replace(snapshot_of(config, step), **changes)
        self.panel.render(Frame("lab", snapshot, config, step, None, playing, 1.0, 0, None, Status()))
        return snapshot
