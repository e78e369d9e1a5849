"""What the window expects of a panel: one screen that steers one simulation.

A panel owns its widgets and the config that the learner has set, never a state: it sends commands and draws the
frames that come back. The window opens it, hands it every frame that names it, tells it when the window became small
or goes to a projector, and shows its sentences in the message line. The words about a panel (title, question, icon,
simulation) stand in `gui.panels.PANELS`, where they can be read before the panel exists.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.panels import PANELS, Entry
from sim.commands import Configure, Edit, Open

if TYPE_CHECKING:
    from gui.lessons.keeper import Keeper
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.lesson_shelf import Shelf
    from sim.mailbox import Frame

Send = Callable[[Any], None]


@dataclass(frozen=True)
class Offer:
    """Something that a panel can do right now, for the search of actions: its name, a sentence, an icon, the deed."""

    words: str
    about: str
    icon: str
    do: Callable[[], Any]


class Panel(QWidget):
    """One screen. A subclass names its `key`, builds its widgets in `__init__` and draws in `render`."""

    key: ClassVar[str] = ""
    # The step that a picture of this panel shows when --screenshot is given without --after.
    picture_step: ClassVar[int] = 0

    said = Signal(object)  # one sentence for the message line
    marked = Signal(str, float)  # what only the window can see of a lesson's goals: see sim.lesson_fields
    line_guessed = Signal(object)  # (a, b, c): the border that was drawn in answer to `ask_line`; None: taken away
    link_followed = Signal(str)  # a link in a text, as in sim.lesson_links
    marks_changed = Signal(object)  # marks above the transport's bar, in the form its set_marks takes
    shelf_offered = Signal(object)  # another Shelf: lessons of the learner's own were opened or removed
    asked_for = Signal(str, dict)  # go to another panel: its key and {parameter: text}

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = themes
        self.send = send
        self._config: Config | None = None
        self.marks: Any = []
        self.marks_changed.connect(self._keep_marks)

    def _keep_marks(self, marks: Any) -> None:
        """They stand above the bar again whenever the panel is shown."""
        self.marks = marks

    @property
    def entry(self) -> Entry:
        """The panel's line in the table: title, question, icon, simulation."""
        return PANELS[self.key]

    @property
    def is_open(self) -> bool:
        """Whether there is a config."""
        return self._config is not None

    @property
    def config(self) -> Config:
        """What the learner has set. Known from `open` on."""
        if self._config is None:
            raise RuntimeError(f"the panel {self.key} has not been opened yet")
        return self._config

    @config.setter
    def config(self, config: Config) -> None:
        """Remember a config that came from elsewhere (a frame after an edit) without sending it."""
        self._config = config

    def open(self, config: Config, seed: int = 0, play: bool = True) -> None:
        """Start the simulation of this panel with `config`. play: whether it may begin to run by itself."""
        self._config = config
        self.send(Open(self.key, self.entry.simulation, config, seed))

    def apply(self, config: Config) -> None:
        """Another config that came from a script: send it, and let the controls show it."""
        self.configure(config)

    def edit(self, what: str, value: Any) -> None:
        """Something that a script takes in hand."""
        self.send(Edit(self.key, what, value))

    def returned(self) -> None:
        """The panel is shown again; its run is paused, as it was left."""

    def show_all(self) -> None:
        """Go to the time at which everything is to be seen: for a step of a lesson in which no time passes."""

    def open_place(self, place: str) -> None:
        """Show what a link names, such as "event:perceptron" or "glossary:momentum"."""

    def open_files(self, paths: list[Path]) -> None:
        """Open files that were dropped on the window: only the page of lessons does."""

    def set_lessons(self, shelf: Shelf, keeper: Keeper) -> None:
        """Which lessons there are and how far the learner is: told once a panel is made, and when the shelf changes."""

    def set_locks(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """Let only these controls (names of `sim.lesson_controls`) be used, and say why; None frees all.

        topic: what the step is about, which is not free before its guess. The pictures are arranged for the topic, so
        that nothing moves when the guess is made."""

    def set_cues(self, names: tuple[str, ...] | None) -> None:
        """Mark these controls as the next to use, and no others; None marks what the panel itself would."""

    def ask_line(self, asked: bool) -> None:
        """Let the learner draw a border as a guess, on the picture, or end that."""

    def show_guess(self, line: tuple[float, float, float] | None) -> None:
        """Keep a guessed border (a x + b y + c = 0) on the picture, or take it away."""

    def configure(self, config: Config) -> None:
        """The learner moved a control: remember the whole new config and send it."""
        self._config = config
        self.send(Configure(self.key, config))

    def render(self, frame: Frame) -> None:  # type: ignore[override]  # QWidget.render paints; nobody calls it here
        """Draw a frame that names this panel. Items are made once and updated here."""
        raise NotImplementedError

    @property
    def question(self) -> str:
        """What can be found out right now, for the header and the headline of a presentation."""
        return self.entry.question

    def time_words(self, frame: Frame) -> str:
        """What stands beside the play button instead of the step, "" for the step itself."""
        return ""

    def offers(self) -> tuple[Offer, ...]:
        """What the search of actions (Ctrl+K) finds beside the deeds of the window."""
        return ()

    def before_picture(self) -> None:
        """A picture for --screenshot is about to be taken: it must not depend on how the run came here."""

    def set_compact(self, compact: bool) -> None:
        """The window became small (or large again): regroup, never shrink."""

    def set_presentation(self, presentation: bool) -> None:
        """The window goes to a projector: show only what matters. Type and strokes grow by the theme."""

    def compact_header(self) -> QWidget | None:
        """A widget for the middle of the header while the window is compact, say tabs. Made once by the panel."""
        return None
