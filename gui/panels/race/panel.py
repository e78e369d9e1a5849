"""The optimizer race: seven skiers on a landscape, the loss they reach, and who leaves the saddle first.

The panel owns the widgets and the config the learner has set. Every control sends a whole new config, every frame
brings the whole race worked out anew, and the transport's cursor says how much of it is drawn. While a slider is held,
the race as it was before stays as a ghost.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from gui.controls import Form
from gui.panels.base import Panel
from gui.panels.race import board as race_board
from gui.panels.race.controls import MORE, RaceControls, changes, parameter
from gui.widgets.board import Board
from gui.widgets.bubble import Bubble
from gui.widgets.card import Card, Divider
from gui.widgets.contour_map import ContourMap
from gui.widgets.curve_plot import CurvePlot
from gui.widgets.notice import Notice
from gui.widgets.segments import Segments
from sim.arithmetic import explain, title
from sim.commands import Look, Play, Seek
from sim.errors import ConfigError
from sim.schedules import step_constants
from sim.simulations.race import FARTHEST, RACE, RaceSnapshot, RaceView, hyper_of
from sim.surface import Surface, nearest

if TYPE_CHECKING:
    from gui.panels.base import Send
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.mailbox import Frame

PIXELS_PER_POINT = 2
PLOT_SHARE = 170
TALLEST = 16_777_215  # Qt's own limit of a widget's height
MAP, LOSS, BOARD = range(3)
ROOM, SMALLEST_PART = 1.4, 0.45
BOARD_NOTE = "each at its fair rate"


def picture_of(surface: Surface) -> tuple[float, float, float, float]:
    """The part of the domain that the map opens with: start, minima and saddles with room around them.

    Racers overshoot a saddle about as far as they came, so the start's mirror image belongs to it.
    """
    places = [surface.start, *surface.minima, *surface.saddles]
    if surface.saddles:
        x, y = nearest(surface.saddles, surface.start)
        places.append((2 * x - surface.start[0], 2 * y - surface.start[1]))
    if surface.escape_y is not None:
        places += [(surface.start[0], surface.escape_y), (surface.start[0], -surface.escape_y)]
    points = np.array(places)
    x0, x1, y0, y1 = surface.domain
    sides = []
    for low, high, values in ((x0, x1, points[:, 0]), (y0, y1, points[:, 1])):
        middle = (values.min() + values.max()) / 2
        reach = ROOM * max(float(np.ptp(values)), SMALLEST_PART * (high - low)) / 2
        sides += [max(low, middle - reach), min(high, middle + reach)]
    return (float(sides[0]), float(sides[1]), float(sides[2]), float(sides[3]))


class RacePanel(Panel):
    """The map, the curves, the controls and the board of one race."""

    key: ClassVar[str] = "race"
    picture_step: ClassVar[int] = 60

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self._snapshot: RaceSnapshot | None = None
        self._selected: str | None = None
        self._hovered: str | None = None
        self._held = False
        self._order: tuple[str, ...] = ()
        self._column = 0
        self._compact = False
        self._build()
        self._connect()
        themes.changed.connect(self._dress)
        self._dress()

    # building

    def _build(self) -> None:
        self.map = ContourMap(self.themes)
        self.plot = CurvePlot(self.themes)
        self.plot.set_labels("Loss", "steps", "")
        self.stage = Card(self.themes, "stage")
        self.stage.body.addWidget(self.map, 1)
        self.stage.body.addWidget(self.plot)
        self.notice = Notice(self.themes, self.stage)
        self.bubble = Bubble(self.themes, self.map)
        self.controls = RaceControls(self.themes)
        self.board = Board(self.themes)
        self.board.set_headers("Finish board", BOARD_NOTE, race_board.HEADERS)
        self.board.set_sorted(0)
        self._tabs = Segments(self.themes, ("Map", "Loss", "Board"), self)
        self._tabs.hide()
        self._tabs.setAccessibleName("Pictures")
        self._tabs.setToolTip("Map, loss and board take turns in a small window")
        self._tabs.chosen.connect(self._on_tab)
        self.more = Form(self.themes, tuple(parameter(key) for key in MORE), compact=True)
        for widget in (self.map, self.plot):
            widget.set_titles(race_board.TITLES)
        self.side = Card(self.themes)
        self.side.body.addWidget(self._scroll(self._column_of_controls()))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.stage, 1)
        self._row.addWidget(self.side)

    def _column_of_controls(self) -> QWidget:
        column = QWidget()
        self._column_layout = QVBoxLayout(column)
        self._column_layout.setContentsMargins(0, 0, 0, 0)
        self._dividers = [Divider(self.themes) for _ in range(2)]
        for widget in (self.controls, self._dividers[0], self.board, self._dividers[1], self.more):
            self._column_layout.addWidget(widget)
        self._column_layout.addStretch(1)
        return column

    def _scroll(self, column: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setWidget(column)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        column.setAutoFillBackground(False)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _connect(self) -> None:
        self.controls.changed.connect(self._on_changed)
        self.controls.released.connect(lambda _: self._on_released())
        self.controls.left_racer.connect(lambda: self._select(None))
        self.more.changed.connect(self._on_changed)
        self.more.released.connect(lambda _: self._on_released())
        self.map.start_dragged.connect(self._on_start)
        self.map.start_released.connect(self._on_released)
        self.map.view_changed.connect(self._on_view)
        self.map.hovered.connect(self._on_hover)
        self.map.clicked.connect(self._select)
        self.plot.seek.connect(lambda step: self.send(Seek(self.key, step)))
        self.board.toggled.connect(lambda key, on: self._change({f"{key}.on": on}))
        self.board.selected.connect(self._select)
        self.board.sorted_by.connect(self._on_sorted)

    def _dress(self) -> None:
        theme = self.themes.current
        self.side.setFixedWidth(theme.size("controls"))
        self._row.setSpacing(theme.size("card_gap"))
        self._column_layout.setSpacing(theme.size("gap"))
        self._regroup()

    # what the learner does

    def open(self, config: Config, seed: int = 0) -> None:
        """Start the race and let it run: something moves at first sight."""
        super().open(config, seed)
        self._show_config()
        self.send(Play(self.key))

    def _on_changed(self, key: str, value: object) -> None:
        if not self._held:
            self._hold()
        self._change(changes(key, value), key)

    def _change(self, values: dict[str, object], key: str = "") -> None:
        try:
            config = RACE.arrange(self.config.replace(values), key)
        except ConfigError as error:
            self.said.emit(str(error))
            return
        self.configure(config)
        self._show_config()

    def _on_start(self, x: float, y: float) -> None:
        if not self._held:
            self._hold()
        self._change({"start_x": min(max(x, -FARTHEST), FARTHEST), "start_y": min(max(y, -FARTHEST), FARTHEST)})

    def _hold(self) -> None:
        """Something is held: the race as it is stays as a ghost, axes and rows stand still."""
        self._held = True
        self.plot.hold(True)
        if self._snapshot is not None:
            self.map.set_ghosts({key: track.path for key, track in self._snapshot.tracks.items()})

    def _on_released(self) -> None:
        self._held = False
        self.plot.hold(False)
        self.map.set_ghosts({})
        if self._snapshot is not None:
            self._order = race_board.order(self._snapshot, self._column)
            self._show_board(self._snapshot)

    def _on_view(self, rect: tuple[float, float, float, float], width: int, height: int) -> None:
        points = max(2, width // PIXELS_PER_POINT), max(2, height // PIXELS_PER_POINT)
        self.send(Look(self.key, RaceView(rect, columns=points[0], rows=points[1])))

    def _select(self, key: str | None) -> None:
        self._selected = None if key == self._selected else key
        for widget in (self.map, self.plot, self.board):
            widget.set_selected(self._selected)
        self.controls.steer(self._selected)

    def _on_sorted(self, column: int) -> None:
        self._column = column
        if self._snapshot is not None:
            self._order = race_board.order(self._snapshot, column)
            self._show_board(self._snapshot)

    def _on_hover(self, key: str | None, point: QPointF) -> None:
        self._hovered = key
        if key is None and not self.bubble.pinned:
            self.bubble.hide()
        elif key is not None:
            self._explain(key, point)

    def _explain(self, key: str, point: QPointF) -> None:
        """The arithmetic of a racer's last step, beside its ball."""
        snapshot = self._snapshot
        if snapshot is None or key not in snapshot.tracks or self.bubble.pinned:
            return
        track, config = snapshot.tracks[key], self.config
        step = min(snapshot.step, track.end)
        hyper = hyper_of(config, key)
        schedule, curve = config["momentum_schedule"], config["momentum_curve"]
        constants = step_constants(key, hyper, schedule, config["steps"], curve)
        names = snapshot.surface.axis_names
        lines = [list(line.runs) for line in explain(key, track.records, step, hyper, constants, names)]
        self.bubble.show_lines(lines, point, title(key, step))

    # what the engine says

    def render(self, frame: Frame) -> None:  # type: ignore[override]
        """Draw a frame: the race as it was worked out, as far as the cursor has come."""
        self._show_readiness(frame)
        snapshot = frame.snapshot
        if not isinstance(snapshot, RaceSnapshot):
            return
        if frame.config is not None and self._config is not None and self._config["seed"] != frame.config["seed"]:
            self.config = self._config.replace(seed=frame.config["seed"])
        new_race = self._snapshot is None or snapshot.tracks is not self._snapshot.tracks
        previous, self._snapshot = self._snapshot, snapshot
        if previous is None or previous.surface is not snapshot.surface:
            self._show_surface(snapshot)
        if new_race:
            self._show_tracks(snapshot)
        if snapshot.field is not None and (previous is None or snapshot.field is not previous.field):
            field = snapshot.field
            if field.surface is snapshot.surface:
                self.map.set_field(field.values, field.rect, field.surface.log_levels)
        self.map.set_cursor(snapshot.step)
        self.plot.set_cursor(snapshot.step)
        self._show_board(snapshot)
        if self._hovered is not None and (point := self.map.marker_point(self._hovered)) is not None:
            self._explain(self._hovered, point)

    def _show_readiness(self, frame: Frame) -> None:
        status = frame.status
        if frame.snapshot is None and status.ready < status.total:
            share = status.ready / max(status.total, 1)
            note = f"{status.ready} of {status.total} parts; only the first start takes this long"
            self.notice.show_busy("Getting the engine ready", share, note)
        elif self.notice.kind == "busy":
            self.notice.clear()

    def _show_surface(self, snapshot: RaceSnapshot) -> None:
        surface = snapshot.surface
        self.map.set_domain(picture_of(surface))
        self.map.set_axis_names(*surface.axis_names)
        self._show_caption(surface)
        self.map.set_features(np.reshape(surface.minima, (-1, 2)), np.reshape(surface.saddles, (-1, 2)))
        self.plot.set_log(surface.log_levels)
        self.plot.set_bounds(surface.z_clip, None)

    def _show_tracks(self, snapshot: RaceSnapshot) -> None:
        self.map.set_start(snapshot.start)
        self.map.set_trails({key: track.path for key, track in snapshot.tracks.items()})
        self.plot.set_curves({key: track.loss for key, track in snapshot.tracks.items()})
        if not self._held or set(self._order) != set(race_board.TITLES):
            self._order = race_board.order(snapshot, self._column)
        self.marks_changed.emit(race_board.marks(snapshot))

    def _show_board(self, snapshot: RaceSnapshot) -> None:
        self.board.set_rows(race_board.rows(snapshot, self.config, self._order))
        height = self.board.sizeHint().height()
        if self.board.minimumHeight() != height:
            self.board.setFixedHeight(height)

    def _show_config(self) -> None:
        self.controls.set_config(self.config)
        self.more.set_values(self.config.as_dict())

    def before_picture(self) -> None:
        """Names stand where they would stand without a past."""
        self.map.forget_sides()


    def set_compact(self, compact: bool) -> None:
        """A small window: the map, one slider and the first three of the board; the curves make room."""
        self._compact = compact
        self._regroup()

    def set_presentation(self, presentation: bool) -> None:
        """A projector: the map, the slider of the question, the board. `_regroup` asks the theme."""
        self._regroup()

    def compact_header(self) -> QWidget | None:
        """In a small window the pictures take turns."""
        return self._tabs

    def _on_tab(self, index: int) -> None:
        self._tabs.set_index(index)
        self._regroup()

    def _regroup(self) -> None:
        theme, tab = self.themes.current, self._tabs.index if self._compact else MAP
        small = self._compact or theme.presentation
        self.plot.setVisible(not small or tab == LOSS)
        self.map.setVisible(tab != LOSS)
        height = round(theme.px(PLOT_SHARE))
        self.plot.setMinimumHeight(0 if self._compact else height)
        self.plot.setMaximumHeight(TALLEST if self._compact else height)
        self.more.setVisible(not small)
        for divider, shown in zip(self._dividers, (tab != BOARD, not small), strict=True):
            divider.setVisible(shown)
        self.controls.setVisible(tab != BOARD)
        few = ("momentum", "rate_factor") if self._compact else ("momentum",)
        self.controls.keep(few if small else None, not small)
        self.board.set_compact(self._compact and tab != BOARD)
        self.board.setFixedHeight(self.board.sizeHint().height())
        if self._snapshot is not None:
            self._show_caption(self._snapshot.surface)

    def _show_caption(self, surface: Surface) -> None:
        """Name and formula; a small or a projected picture has the name only where it has room."""
        if self._compact:
            self.map.set_caption("", "")
        else:
            self.map.set_caption(surface.title, "" if self.themes.current.presentation else surface.formula)
