"""A race panel on a desk: commands are kept in a list, frames are worked out by the simulation itself, in this
thread. What the engine would do between the two, `carry_out` does.
"""

from typing import Any

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.panels.race import RacePanel
from gui.theme import ThemeHolder
from sim.commands import Edit, Look
from sim.config import Config
from sim.mailbox import Frame, Status
from sim.raster import prepare_raster
from sim.simulations import race
from sim.simulations.race import PARAMETERS, RaceSnapshot, RaceState, RaceView

MAP_FRAME = 16  # milliseconds


class Desk:
    """The panel, what it sent, and the state of its run."""

    def __init__(self, themes: ThemeHolder, width: int = 1180, height: int = 650) -> None:
        prepare_raster()
        self.sent: list[Any] = []
        self.panel = RacePanel(themes, self.sent.append)
        self.panel.resize(width, height)
        self.panel.show()
        self.panel.open(Config.defaults(PARAMETERS))
        self.state: RaceState | None = None
        self.said: list[str] = []
        self.panel.said.connect(self.said.append)

    def last(self, kind: type) -> Any:
        """The newest command of a kind."""
        return [command for command in self.sent if isinstance(command, kind)][-1]

    def surface(self, key: str) -> Config:
        """The panel's config on another surface, as its control would make it."""
        return race.arrange(self.panel.config.replace(surface=key), "surface")

    def show(self, config: Config | None = None, step: int = 40, **changes: object) -> RaceSnapshot:
        """Work the race out anew and draw it."""
        config = (config or self.panel.config).replace(changes)
        self.panel.config = config
        self.panel.show_config()
        hand = () if self.state is None else self.state.hand
        fresh = race.init(config)
        self.state = race.seek(config, race.replace(fresh, hand=hand), step)
        return self.draw()

    def draw(self) -> RaceSnapshot:
        """Frames of the state as it is, until the pictures have what they look at.

        A map that has just opened says a frame's time later what it looks at.
        """
        looked = None
        while looked != self.view():
            looked = self.view()
            snapshot = self.frame(looked)
            if not looked.mesh:
                QTest.qWait(2 * MAP_FRAME)
        return snapshot

    def view(self) -> RaceView:
        """What the panel looks at."""
        looks = [command.view for command in self.sent if isinstance(command, Look)]
        return looks[-1] if looks else RaceView((-3, 3, -3, 3), 20, 20)

    def frame(self, view: RaceView) -> RaceSnapshot:
        """One frame."""
        assert self.state is not None
        config = self.panel.config
        snapshot = race.snapshot(config, self.state, view)
        frame = Frame(
            owner="race", snapshot=snapshot, config=config, step=self.state.step, last_step=config["steps"],
            playing=False, speed=1.0, seed=0, error=None, status=Status(ready=2, total=2),
        )  # fmt: skip
        self.panel.render(frame)
        return snapshot

    def carry_out(self, edit: Edit) -> RaceSnapshot:
        """What the engine would do with an edit, and the frame that comes of it."""
        assert self.state is not None
        _, self.state = race.edit(self.panel.config, self.state, edit.what, edit.value)
        return self.draw()

    def colours(self, widget: QWidget) -> set[str]:
        """Every colour of a widget's picture."""
        image = widget.grab().toImage()
        return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
