"""The playground: one unit with three rules, or a network with any hidden layers, on points that one can take hold of.

The panel owns the config the learner has set and connects the widgets. Live settings act on the running thing;
structural ones begin it anew with the same seed. The engine may change the config too (a point that was moved makes the
data "your own", a step back brings the older settings back): its config is taken over as soon as nothing that was sent
is still on its way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.failures import Failures
from gui.language import say
from gui.panels.base import Offer, Panel
from gui.panels.playground.explaining import Explaining
from gui.panels.playground.guesses import Guesses
from gui.panels.playground.hands import Hands
from gui.panels.playground.locks import Locks
from gui.panels.playground.looking import Looking
from gui.panels.playground.offers import offers as playground_offers
from gui.panels.playground.offers import walk_through
from gui.panels.playground.painting import GROUPS, REST, Painting
from gui.panels.playground.presets import PRESETS
from gui.panels.playground.side import DATA, Side
from gui.panels.playground.stage import NETWORK, ROWS, TABS, UNIT, Stage
from gui.turns import Turns
from gui.widgets.segments import Segments
from sim.commands import Play
from sim.errors import ConfigError, sentence
from sim.phrases import phrase
from sim.simulations.playground import PLAYGROUND
from sim.simulations.playground_config import LOOKS, OWN
from sim.simulations.playground_points import config_after
from sim.simulations.playground_view import PlaygroundSnapshot

if TYPE_CHECKING:
    from gui.panels.base import Send
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.mailbox import Frame

MOST_IGNORED = 120
"""So many frames may come before what was sent arrives; then the engine's settings count."""


class PlaygroundPanel(Panel):
    """The pictures, the controls, the twins."""

    key: ClassVar[str] = "playground"
    picture_step: ClassVar[int] = 30

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self.snapshot: PlaygroundSnapshot | None = None
        self._awaited: Config | None = None
        self._ignored = 0
        self._turns = Turns(self, GROUPS)
        self._preset: str | None = None
        self._asked = ""
        self._presets = {key: preset.config() for key, preset in PRESETS.items()}
        self._compact = False
        self.stage, self.side = Stage(themes, self), Side(themes, self)
        self._tabs = Segments(themes, TABS, self)
        self._tabs.hide()
        self._tabs.setAccessibleName(say("Pictures"))
        self._tabs.setToolTip(say("Model, map, pages and twins take turns in a small window"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.stage, 1)
        self._row.addWidget(self.side)
        self.looking, self.painting = Looking(self), Painting(self)
        self.locks, self.guesses = Locks(self), Guesses(self)
        self.hands = Hands(self)
        self.explaining = Explaining(self)
        self.failures = Failures(self.stage.failure, self.send, self.key, self.change, self.stage.place_floating)
        self._connect()
        themes.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        controls, data, twins = self.side.controls, self.side.data, self.stage.twins
        for source in (controls, data, self.side.setup):
            source.changed.connect(lambda key, value: self.change({key: value}, key))
        controls.started.connect(self.start_from)
        controls.hand_asked.connect(self.compete)
        data.edited.connect(self.hands.edit)
        data.class_chosen.connect(self.stage.map.set_class)
        data.class_chosen.connect(self.stage.function.set_class)
        data.pencil_turned.connect(self.stage.map.set_pencil)
        data.opened.connect(lambda own: self.hands.edit("data", own))
        data.said.connect(self.said)
        data.accept_drops(self)
        data.files.reading.failed.connect(lambda _: self.side.show_page(DATA))
        data.files.reading.progressed.connect(lambda _: self.side.show_page(DATA))
        self.stage.unit.board.toggled.connect(lambda key, on: self.change({f"{key}.on": on}))
        twins.twins_asked.connect(lambda count: self.change({"twins": count}))
        twins.twin_chosen.connect(self.load_twin)
        twins.disagreement_toggled.connect(self.looking.set_disagreement)
        twins.preset_asked.connect(lambda settings: self.change(dict(settings)))
        self.stage.pages.turned.connect(lambda _: self.looking.ask())
        self._tabs.chosen.connect(self._on_tab)
        self.side.setup.walk.clicked.connect(lambda: walk_through(self))

    def _dress(self) -> None:
        self._row.setSpacing(self.themes.current.size("card_gap"))
        self._regroup()

    # what the learner does

    def open(self, config: Config, seed: int = 0, play: bool = True) -> None:
        """Start, and let it run: something moves at first sight."""
        super().open(config, seed, play)
        self.show_config()
        self.looking.ask()
        if play:
            self.send(Play(self.key))

    def change(self, values: dict[str, object], key: str = "") -> None:
        """Set these settings, and what comes along with `key`; say so where one is refused."""
        if not self.locks.may_set(values):
            self.show_config()
            return
        if values.get("mode") == UNIT and not self._suits_a_unit():
            values, key = {**values, "dataset": "xor", "twins": 1}, "dataset"
        try:
            config = PLAYGROUND.arrange(self.config.replace(values), key)
        except ConfigError as error:
            self.said.emit(sentence(error))
            self.show_config()
            return
        self._set(config)

    def _suits_a_unit(self) -> bool:
        """Whether the learner's own points, if he has any, are two classes in the plane."""
        if self.config["dataset"] != OWN or self.snapshot is None:
            return True
        return len(self.snapshot.data.classes) == 2 and self.snapshot.data.x.shape[1] == 2

    def start_from(self, key: str) -> None:
        """A preset, from its first step, running."""
        config = PRESETS[key].config().replace(seed=self.config["seed"])
        others = (name for name, value in config.as_dict().items() if value != self.config[name])
        if not self.locks.may_set(("dataset", *others)):
            return
        self.compete(False)
        self._set(config)
        self.send(Play(self.key))

    def compete(self, on: bool) -> None:
        """The learner's own line beside the rules', or away with it."""
        if on != self.competes:
            first = None if self.snapshot is None or self.snapshot.unit is None else self.snapshot.unit
            line = None if first is None else next((seen.line for seen in first.learners.values() if seen.line), None)
            self.hands.edit("hand", (line or self.middle_line()) if on else None)

    @property
    def competes(self) -> bool:
        """Whether there is a line of the learner's own."""
        snapshot = self.snapshot
        return snapshot is not None and snapshot.unit is not None and snapshot.unit.hand is not None

    def load_twin(self, number: int) -> None:
        """Go on as one of the twins: from its weights, at this step, in 64 bits."""
        self.hands.edit("twin", number)

    def after_edit(self, what: str, value: Any) -> None:
        """An edit is on its way: from now on the settings are those that it brings along."""
        config = config_after(self.config, what, value)
        if config != self.config:
            self._awaited, self._ignored = config, 0
            self.config = config
            self.show_config()

    def _set(self, config: Config) -> None:
        self._awaited, self._ignored = config, 0
        self.configure(config)
        self.show_config()

    def middle_line(self) -> tuple[float, float, float]:
        """A line across the middle of the picture."""
        x0, x1, y0, y1 = (0.0, 1.0, 0.0, 1.0) if self.snapshot is None else self.snapshot.data.domain
        return 1.0, -1.0, (y0 + y1 - x0 - x1) / 2.0

    def set_locks(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """A lesson leaves only these controls."""
        self.locks.set(free, reason, topic)

    def set_cues(self, names: tuple[str, ...] | None) -> None:
        """A lesson marks these; the page on which the first of them stands is turned to."""
        self.side.cue(names)

    def ask_line(self, asked: bool) -> None:
        """A border as a guess."""
        self.guesses.ask(asked)

    def show_guess(self, line: tuple[float, float, float] | None) -> None:
        """The guess stays on the plane."""
        self.guesses.show(line)

    def apply(self, config: Config) -> None:
        """Settings from a script."""
        self._set(config)

    def edit(self, what: str, value: Any) -> None:
        """An edit from a script."""
        self.hands.carry_out(what, value)

    def redraw(self) -> None:
        """The picture again, for what is not the engine's."""
        if self.snapshot is not None:
            self.painting.show(self.snapshot, self.snapshot)

    # what the engine says

    def render(self, frame: Frame) -> None:  # type: ignore[override]
        """Draw a frame."""
        self.painting.show_readiness(frame)
        snapshot = frame.snapshot
        if not isinstance(snapshot, PlaygroundSnapshot):
            return
        previous = self.snapshot
        alike = previous is not None and (previous.mode, previous.data) == (snapshot.mode, snapshot.data)
        if previous is not None and frame.playing and alike and self._turns.under_way:
            snapshot = previous
        self.snapshot = snapshot
        self._take_over(frame, previous is None or previous.data is not snapshot.data)
        self.stage.set_mode(ROWS if snapshot.rows is not None else snapshot.mode)
        self.looking.ask()
        groups = self._turns.due(frame.playing and alike)
        self.painting.show(snapshot, previous, groups)
        if REST in groups:
            self.stage.pages.show(snapshot)
            self.stage.twins.show(snapshot, self.config)
        self.side.controls.set_hand(self.competes)
        self.side.data.show_data(snapshot.data, snapshot.warnings)
        self.explaining.follow(snapshot)
        self.failures.show(None if snapshot.network is None else snapshot.network.failure, frame.step)
        self._say_what_happened(snapshot, previous)

    def is_waiting(self, frame: Frame) -> bool:
        """Whether what was asked for last is not yet what runs."""
        return self._awaited is not None and frame.config is not None and frame.config != self._awaited

    def _take_over(self, frame: Frame, fresh: bool) -> None:
        """The engine's config, unless what was sent is still on its way."""
        if frame.config is None:
            return
        if self._awaited is not None:
            arrived = frame.config.replace(seed=self._awaited["seed"]) == self._awaited
            if not arrived and frame.error is None and self._ignored < MOST_IGNORED:
                self._ignored += not frame.status.doing
                return
            self._awaited = None
        if frame.config != self.config:
            self.config = frame.config
            self.show_config()
        elif fresh:
            self.painting.show_config(self.config)

    def _say_what_happened(self, snapshot: PlaygroundSnapshot, previous: PlaygroundSnapshot | None) -> None:
        """What needs a sentence: odd data, a stop."""
        if previous is None:
            return
        if snapshot.warnings != previous.warnings and snapshot.warnings:
            self.said.emit(snapshot.warnings[0])
        if snapshot.stopped and not previous.stopped:
            self.said.emit("The run has come to where it should stop; Play goes on.")

    def show_config(self) -> None:
        """The controls show what is set."""
        plain = self.config.replace(seed=0, **dict.fromkeys(LOOKS, True))
        self._preset = next((key for key, config in self._presets.items() if config == plain), None)
        if self._preset is not None:
            self._asked = self._preset
        elif self._asked and any(plain[key] != self._presets[self._asked][key] for key in ("mode", "dataset")):
            self._asked = ""
        self.side.controls.set_config(self.config, self._preset)
        self.side.data.set_config(self.config)
        self.side.setup.set_config(self.config)
        self.painting.show_config(self.config)
        self.locks.renew()

    @property
    def question(self) -> str:
        """That of the preset that was chosen last, as long as its data are learned."""
        return PRESETS[self._asked].question if self._asked else self.entry.question

    def time_words(self, frame: Frame) -> str:
        """Epochs of a network, points that one unit has met, passes through many rows."""
        snapshot = frame.snapshot
        if not isinstance(snapshot, PlaygroundSnapshot):
            return ""
        if snapshot.mode == NETWORK:
            return phrase("epoch {epoch}", epoch=snapshot.epoch)
        return (
            phrase("point {step}", step=snapshot.step)
            if snapshot.rows is None
            else phrase("pass {step}", step=snapshot.step)
        )

    def offers(self) -> tuple[Offer, ...]:
        """Presets, files, hands."""
        return playground_offers(self)

    # sizes

    def set_compact(self, compact: bool) -> None:
        """A small window: one card at a time, two sliders."""
        self._compact = compact
        self._regroup()

    def set_presentation(self, presentation: bool) -> None:
        """A projector: the two large pictures, the slider of the question. `_regroup` asks the theme."""
        self._regroup()

    def compact_header(self) -> QWidget | None:
        """In a small window the cards take turns."""
        return self._tabs

    def _on_tab(self, index: int) -> None:
        self._tabs.set_index(index)
        self._regroup()

    def _regroup(self) -> None:
        self.stage.set_alone(self._tabs.index if self._compact else None)
        self.side.regroup(self._compact or self.themes.current.presentation, self._compact)
        if self._config is not None:
            self.painting.show_config(self.config)
        self.looking.ask()

    def point_on_stage(self, picture: QWidget, point: QPointF) -> QPointF:
        """A place of one of the pictures, in the stage's own coordinates."""
        return QPointF(picture.mapTo(self.stage, point.toPoint()))
