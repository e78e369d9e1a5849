"""The optimizer race: seven skiers on a landscape, the loss they reach, who leaves the saddle first, and why one flew.

The panel owns the config the learner has set and connects the widgets. Every control sends a whole new config, every
frame brings the whole race worked out anew, and the transport's cursor says how much of it is drawn. While a slider is
held, the race as it was before stays as a ghost. What is painted where: `stage`; the words of the board: `board`; what
lies over the pictures: `layers`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.language import say
from gui.panels.base import Offer, Panel
from gui.panels.race import board as race_board
from gui.panels.race.controls import changes
from gui.panels.race.explaining import Explaining
from gui.panels.race.finish import Finish
from gui.panels.race.layers import Layers
from gui.panels.race.locks import Locks
from gui.panels.race.offers import offers as race_offers
from gui.panels.race.overlays import OVERLAYS, Overlay, switched
from gui.panels.race.pages import LAW
from gui.panels.race.painting import Painting
from gui.panels.race.saving import Saving
from gui.panels.race.side import Side
from gui.panels.race.stage import SURFACE_TAB, Stage
from gui.panels.race.view import mesh_of
from gui.widgets.segments import Segments
from sim.commands import Edit, Look, Pause, Play, Seek
from sim.errors import ConfigError, sentence
from sim.params import Parameter, Real
from sim.schedules import write_curve
from sim.simulations.race import FARTHEST, PARAMETERS, RACE, RaceSnapshot, RaceView
from sim.surfaces import surface_named

if TYPE_CHECKING:
    from gui.panels.base import Send
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.mailbox import Frame
    from sim.surface import Surface

PIXELS_PER_POINT = 2
MESH = 129
BOARD_TAB = 3


class RacePanel(Panel):
    """The pictures, the controls and the board of one race."""

    key: ClassVar[str] = "race"
    picture_step: ClassVar[int] = 60

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self.snapshot: RaceSnapshot | None = None
        self.selected: str | None = None
        self._held = False
        self._compact = False
        self._playing = False
        self._look: tuple[tuple[float, float, float, float], int, int] | None = None
        self.stage = Stage(themes)
        self.side = Side(themes)
        self.map, self.surface, self.pages = self.stage.map, self.stage.surface, self.stage.pages
        self.plot, self.bubble = self.pages.plot, self.stage.bubble
        self.controls, self.board = self.side.controls, self.side.board
        self._tabs = Segments(themes, ("Surface", "Map", "Loss", "Board"), self)
        self._tabs.hide()
        self._tabs.setAccessibleName(say("Pictures"))
        self._tabs.setToolTip(say("Surface, map, loss and board take turns in a small window"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.stage, 1)
        self._row.addWidget(self.side)
        self._painting = Painting(self)
        self._layers = Layers(self)
        self.locks, self._finish = Locks(self), Finish(self)
        self._explaining = Explaining(self)
        self.saving = Saving(self)
        self._connect()
        themes.changed.connect(self._dress)
        self._dress()

    def _connect(self) -> None:
        for source in (self.controls, self.side.setup):
            source.changed.connect(self._on_changed)
            source.released.connect(lambda _: self.release())
        self.controls.left_racer.connect(lambda: self.select(None))
        for picture in (self.map, self.surface):
            picture.start_dragged.connect(self.set_start)
            picture.start_released.connect(self.release)
            picture.clicked.connect(self.select)
        self.map.view_changed.connect(self._on_view)
        self.map.hand_moved.connect(lambda dx, dy: self._ski("ski", (dx, dy)))
        self.map.hand_undone.connect(lambda: self._ski("ski_back", None))
        self.pages.plot.seek.connect(self.seek)
        self.pages.turned.connect(lambda _: self._ask_again())
        self.pages.schedule.changed.connect(self._on_schedule)
        self.pages.schedule.released.connect(self.release)
        self.pages.law.offset_changed.connect(self._painting.place_start)
        self.pages.law.released.connect(self.release)
        self.stage.header.switched.connect(self._on_overlay)
        self.board.toggled.connect(lambda key, on: self._on_changed(f"{key}.on", on))
        self.board.selected.connect(self.select)
        self.board.sorted_by.connect(self._finish.sort_by)
        self._tabs.chosen.connect(self._on_tab)

    def _dress(self) -> None:
        self._row.setSpacing(self.themes.current.size("card_gap"))
        self._regroup()

    # what the learner does

    def open(self, config: Config, seed: int = 0, play: bool = True) -> None:
        """Start the race and let it run: something moves at first sight."""
        super().open(config, seed, play)
        self.show_config()
        if play:
            self.send(Play(self.key))

    def change(self, values: dict[str, object], key: str = "") -> None:
        """Set these settings, and what comes along with `key`; say so where one is refused."""
        try:
            config = RACE.arrange(self.config.replace(values), key)
        except ConfigError as error:
            self.said.emit(sentence(error))
            return
        self.configure(config)
        self.show_config()

    def set_locks(self, free: frozenset[str] | None, reason: str, topic: frozenset[str] | None = None) -> None:
        """A lesson leaves only these controls."""
        self.locks.set(free, reason, topic)

    def set_cues(self, names: tuple[str, ...] | None) -> None:
        """A lesson marks these; the page on which the first of them stands is turned to."""
        self.side.cue(names)

    def apply(self, config: Config) -> None:
        """Settings from a script."""
        self.configure(config)
        self.show_config()

    def seek(self, step: int) -> None:
        """Move the cursor."""
        self.send(Seek(self.key, step))

    def pause(self) -> None:
        """Hold the run."""
        self.send(Pause(self.key))

    def set_start(self, x: float, y: float) -> None:
        """Move the start of all racers."""
        if not self.locks.may_set(("start_x", "start_y")):
            return
        self.hold()
        self.change({"start_x": min(max(x, -FARTHEST), FARTHEST), "start_y": min(max(y, -FARTHEST), FARTHEST)})

    def hold(self) -> None:
        """Something is held: the race as it is stays as a ghost, axes and rows stand still."""
        if not self._held:
            self._held = True
            self._painting.hold(self.snapshot)
            if self.config["basins"]:
                self._ask_again()

    def release(self) -> None:
        """Nothing is held any more."""
        self._held = False
        self._painting.let_go()
        if self.config["basins"]:
            self._ask_again()
        self._finish.sort()

    def select(self, key: str | None) -> None:
        """Steer one racer; a second time, or None: all of them again."""
        self.selected = None if key == self.selected or key == race_board.HAND else key
        for widget in (self.map, self.surface, self.pages.plot, self.board):
            widget.set_selected(self.selected)
        self.controls.steer(self.selected)
        self._layers.show_config(self.config)
        if self.config["basins"]:
            self._ask_again()
        if self.snapshot is not None:
            self._layers.show(self.snapshot, self.config)

    def _ski(self, what: str, value: object) -> None:
        if self.locks.may_set(("hand",)):
            self.send(Edit(self.key, what, value))
            self.marked.emit("hand.drags", 1.0)

    def _on_changed(self, key: str, value: object) -> None:
        if not self.locks.may_set((key,)):
            self.show_config()
            return
        self.hold()
        values = changes(key, value)
        if key.endswith(".learning_rate") and self.config["rates"] != "own":
            values = {**self._own_rates(), **values, "rates": "own", "rate_factor": 1.0}
        self.change(values, key)
        if key in ("surface", "rates", "momentum_schedule", "cloud", "cloud_colour", "formula"):
            self.release()

    def _own_rates(self) -> dict[str, object]:
        """The rates in use, as everybody's own: who takes one racer's rate in hand leaves the others as they are."""
        rates = {} if self.snapshot is None else self.snapshot.rates
        return {f"{key}.learning_rate": clamped(PARAMETERS["learning_rate"], rate) for key, rate in rates.items()}

    def _on_schedule(self, points: Any) -> None:
        if not self.locks.may_set(("momentum_curve",)):
            return
        self.hold()
        ceiling = max(momentum for _, momentum in points)
        self.change(
            {**changes("momentum", ceiling), "momentum_curve": write_curve(points), "momentum_schedule": "drawn"}
        )

    def _on_overlay(self, key: str, on: bool) -> None:
        overlay: Overlay = next(entry for entry in OVERLAYS if entry.key == key)
        if not self.locks.may_set(overlay.flags):
            return
        self._layers.last = key
        self.change(switched(overlay, on))
        if key == "fog" and on:
            self.map.setFocus()

    def _on_view(self, rect: tuple[float, float, float, float], width: int, height: int) -> None:
        self._look = (rect, max(2, width // PIXELS_PER_POINT), max(2, height // PIXELS_PER_POINT))
        self._ask_again()

    def _ask_again(self) -> None:
        """Tell the engine what the pictures look at."""
        if self._look is None or self._config is None:
            return
        rect, columns, rows = self._look
        law = self.pages.page == LAW and self.pages.isVisible()
        calm = not (self._held or self._playing)
        racer = self._layers.steered
        self.send(Look(self.key, RaceView(rect, columns, rows, mesh_of(self.place, rect), MESH, law, calm, racer)))

    @property
    def place(self) -> Surface:
        """The surface that the learner has chosen."""
        return surface_named(self.config["surface"], self.config["formula"], self.config["reach"])

    # what the engine says

    def render(self, frame: Frame) -> None:  # type: ignore[override]
        """Draw a frame: the race as it was worked out, as far as the cursor has come."""
        self._painting.show_readiness(frame)
        snapshot = frame.snapshot
        if not isinstance(snapshot, RaceSnapshot):
            return
        if frame.config is not None and self._config is not None and self._config["seed"] != frame.config["seed"]:
            self.config = self._config.replace(seed=frame.config["seed"])
        self._note_playing(frame.playing)
        previous, self.snapshot = self.snapshot, snapshot
        if previous is None or previous.surface is not snapshot.surface:
            self._show_surface(snapshot)
        if previous is None or snapshot.tracks is not previous.tracks:
            self._show_race(snapshot, previous)
        self.locks.show_marks(snapshot)
        self._painting.show(snapshot, previous)
        self._layers.show(snapshot, self.config)
        self._finish.show(snapshot)
        self._explaining.follow(snapshot)

    def _note_playing(self, playing: bool) -> None:
        """Basins are a background for a race that rests."""
        if playing != self._playing:
            self._playing = playing
            if self.config["basins"]:
                self._ask_again()

    def _show_surface(self, snapshot: RaceSnapshot) -> None:
        self._painting.show_surface(snapshot.surface)
        self.side.setup.set_surface(snapshot.surface)
        self._show_caption(snapshot.surface)

    def _show_race(self, snapshot: RaceSnapshot, previous: RaceSnapshot | None) -> None:
        self._painting.show_tracks(snapshot)
        self._finish.race_changed(snapshot, previous, self._held)

    def show_config(self) -> None:
        """The controls show what is set."""
        self.locks.renew()
        self.controls.set_config(self.config)
        self.side.setup.set_config(self.config)
        self.stage.header.set_config(self.config)
        self.board.set_note(race_board.NOTES[self.config["rates"]])
        self._layers.show_config(self.config)
        self._painting.show_schedule(self.config)

    def offers(self) -> tuple[Offer, ...]:
        """Surfaces, overlays, ways out for pictures."""
        return race_offers(self)

    def before_picture(self) -> None:
        """Names stand where they would stand without a past."""
        self.map.forget_sides()

    # sizes

    def set_compact(self, compact: bool) -> None:
        """A small window: one picture at a time, two sliders and the first three of the board."""
        self._compact = compact
        self._regroup()

    def set_presentation(self, presentation: bool) -> None:
        """A projector: the large picture, the slider of the question, the board. `_regroup` asks the theme."""
        self._regroup()

    def compact_header(self) -> QWidget | None:
        """In a small window the pictures take turns."""
        return self._tabs

    def _on_tab(self, index: int) -> None:
        self._tabs.set_index(index)
        self._regroup()

    def _regroup(self) -> None:
        tab = self._tabs.index if self._compact else SURFACE_TAB
        small = self._compact or self.themes.current.presentation
        self.stage.set_alone((SURFACE_TAB if tab == BOARD_TAB else tab) if self._compact else None)
        few = ("momentum", "rate_factor") if self._compact else ("momentum",)
        alone = self._compact and tab == BOARD_TAB
        self.side.regroup(few if small else None, self._compact and not alone, alone)
        if self.snapshot is not None:
            self._show_caption(self.snapshot.surface)

    def _show_caption(self, surface: Surface) -> None:
        """Name and formula stand above the pictures; on a projector the name stands in the picture."""
        self.stage.header.set_words(surface.title, surface.formula)
        name = surface.title if self.themes.current.presentation and not self._compact else ""
        for picture in (self.map, self.surface):
            picture.set_caption(name, "")

    def point_on_stage(self, picture: QWidget, point: QPointF) -> QPointF:
        """A place of one of the pictures, in the stage's own coordinates."""
        return QPointF(picture.mapTo(self.stage, point.toPoint()))


def clamped(parameter: Parameter, value: float) -> float:
    """The nearest legal number."""
    return min(max(value, parameter.low), parameter.high) if isinstance(parameter, Real) else value
