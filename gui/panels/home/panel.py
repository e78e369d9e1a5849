"""Home: a neuron that already tries what one line cannot do, the path of lessons, seventy years in one line.

The experiment is the playground's own simulation with one unit. Who takes the line gets a line of their own (the edit
"hand"), and the neuron waits; "Let it try" gives that line to the neuron. Path and timeline are shown as rows and
marks; what is chosen there leaves as a link, and the window follows it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.language import say
from gui.lessons.path_rows import Following
from gui.panels.base import Offer, Panel
from gui.panels.home.hero import Hero
from gui.panels.home.path import PathCard
from gui.panels.home.start import second_neuron, start
from gui.panels.home.telling import QUESTION, said
from gui.panels.home.years import Years
from gui.widgets.contours import Rect
from gui.widgets.decision_map_line import line_of, segment
from gui.widgets.decision_map_lines import NamedLine
from gui.widgets.lesson_path import LessonRow
from gui.widgets.segments import Segments
from gui.widgets.shapes import begin, shadow
from sim.commands import Edit, Look, Pause, Play
from sim.phrases import phrase
from sim.simulations.playground_config import OWN
from sim.simulations.playground_view import PlaygroundSnapshot, PlaygroundView

if TYPE_CHECKING:
    from gui.lessons.keeper import Keeper
    from gui.panels.base import Send
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.lesson_shelf import Shelf
    from sim.mailbox import Frame

TABS = ("Try it", "Path", "Years")
NARROW = 960
"""Below this width of the panel the path is as slim as it can be."""
PATH, SLIM_PATH, WIDE_PATH = 356, 248, 560
STRIP, LOW_STRIP, LOW = 172, 146, 600
LESSON = "lesson:perceptron"
UNIT = "perceptron"
Border = tuple[float, float, float]


def crosses(line: Border | None, domain: Rect) -> bool:
    """Whether a line is seen in the picture; the neuron's often lies beyond, where everything has one answer."""
    found = line_of(line)
    return found is not None and segment(found, domain) is not None


def middle_line(domain: Rect) -> Border:
    """A line across the middle, to take hold of where the neuron's is out of sight."""
    x0, x1, y0, y1 = domain
    return 1.0, -1.0, (y0 + y1 - x0 - x1) / 2.0


class HomePanel(Panel):
    """See the module's text."""

    key: ClassVar[str] = "home"
    picture_step: ClassVar[int] = 40

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self.snapshot: PlaygroundSnapshot | None = None
        self._playing = False
        self._best = 0
        self._let_go = 0
        self._step = -1
        self._compact = False
        self._path: Following | None = None
        self.hero = Hero(themes, self)
        self.path = PathCard(themes, self)
        self.years = Years(themes, self)
        self.years.show_history()
        self._tabs = Segments(themes, TABS, self)
        self._tabs.hide()
        self._tabs.setAccessibleName(say("Parts of the page"))
        self._tabs.setToolTip(say("The experiment, the lessons and the years take turns in a small window"))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._connect()
        themes.changed.connect(self._regroup)
        self._regroup()

    def _connect(self) -> None:
        chart = self.hero.map
        chart.line_dragged.connect(self._on_line)
        chart.released.connect(self._on_released)
        chart.point_moved.connect(lambda index, x, y: self._edit("point", (index, x, y)))
        chart.point_added.connect(lambda x, y, index: self._edit("add", (x, y, index)))
        chart.point_flipped.connect(lambda index: self._edit("flip", index))
        chart.point_removed.connect(lambda index: self._edit("remove", index))
        self.hero.go.clicked.connect(lambda: self.go())
        self.hero.more.clicked.connect(lambda: self.asked_for.emit("playground", second_neuron()))
        self.hero.why.clicked.connect(lambda: self.link_followed.emit(LESSON))
        self.path.chosen.connect(lambda key: self.link_followed.emit("lesson:" + key))
        self.years.event_chosen.connect(lambda id: self.link_followed.emit("event:" + id))
        self.years.timeline_asked.connect(lambda: self.link_followed.emit("panel:timeline"))
        self._tabs.chosen.connect(self._on_tab)

    # What the learner does -------------------------------------------------------------------------------------------

    def open(self, config: Config, seed: int = 0, play: bool = True) -> None:
        """Start with the four clouds, and let the neuron try."""
        super().open(start(config), seed, play)
        self._let_go = self._best = 0
        self.send(Look(self.key, PlaygroundView(thumbnail=0, fold=-1, twins=False, separability=False)))
        if play:
            self.send(Play(self.key))

    def returned(self) -> None:
        """The neuron goes on trying, if it did when the learner left."""
        if self._playing:
            self.send(Play(self.key))

    def set_lessons(self, shelf: Shelf, keeper: Keeper) -> None:
        """Show the path, now and whenever a lesson goes on."""
        if self._path is not None:
            self._path.let_go()
        self._path = Following(shelf, keeper, self.set_path, self)

    def set_path(self, rows: Sequence[LessonRow]) -> None:
        """The lessons as they stand: key, title, group, state, minutes."""
        self.path.set_rows(rows)

    def go(self) -> None:
        """Let the neuron try, from the learner's line where there is one; or hold it."""
        hand = None if self.snapshot is None or self.snapshot.unit is None else self.snapshot.unit.hand
        if hand is not None:
            if hand.line is not None:
                self._edit("line", (UNIT, hand.line))
            self._edit("hand", None)
            self.hero.map.forget_traces()
            self.send(Play(self.key))
        else:
            self.send((Pause if self._playing else Play)(self.key))

    def _edit(self, what: str, value: object) -> None:
        self.send(Edit(self.key, what, value))

    def _on_line(self, a: float, b: float, c: float) -> None:
        if self._playing:
            self.send(Pause(self.key))
        self._edit("hand", (a, b, c))

    def _on_released(self) -> None:
        if self.snapshot is not None and self.snapshot.unit is not None and self.snapshot.unit.hand is not None:
            self._let_go += 1
            self._tell(self.snapshot)

    # What the engine says --------------------------------------------------------------------------------------------

    def render(self, frame: Frame) -> None:  # type: ignore[override]
        """Draw a frame."""
        snapshot = frame.snapshot
        if not isinstance(snapshot, PlaygroundSnapshot) or snapshot.unit is None:
            return
        before, self.snapshot = self.snapshot, snapshot
        self._playing = frame.playing
        if frame.config is not None:
            self.config = frame.config
        if before is None or before.data is not snapshot.data:
            self._best = 0
            self.hero.map.set_domain(snapshot.data.domain)
            self.hero.map.forget_traces()
        if snapshot.step < self._step:
            self.hero.map.forget_traces()
        self._step = snapshot.step
        self._show(snapshot)
        self._tell(snapshot)

    def _show(self, snapshot: PlaygroundSnapshot) -> None:
        unit = snapshot.unit
        if unit is None:
            return
        chart, first, data = self.hero.map, unit.learners[UNIT], snapshot.data
        shown = first if unit.hand is None else unit.hand
        own = unit.hand is not None
        if own or self._playing or crosses(shown.line, data.domain):
            chart.show_line(shown.line, own)
        else:
            chart.show_line(middle_line(data.domain), own=True)
        beside = self._playing and unit.hand is not None
        chart.set_lines([NamedLine(first.line, "neuron")] if beside else [])
        chart.set_points(data.x, data.answers, None, ~shown.right)
        total, right = len(data.answers), int(shown.right.sum())
        ever = max(unit.best_ever, 0.0 if unit.hand is None else unit.hand.best_accuracy)
        self._best = max(self._best, right, round(ever * total))
        self.hero.tally.set_count(right, total, self._best)

    def _tell(self, snapshot: PlaygroundSnapshot) -> None:
        own = snapshot.unit is not None and snapshot.unit.hand is not None
        moved = self._config is not None and self.config["dataset"] == OWN
        self.hero.set_going(self._playing, own)
        self.hero.set_said(said(snapshot, self._playing, moved, self._let_go))

    @property
    def question(self) -> str:
        """On a projector the question is the headline."""
        return QUESTION if self.themes.current.presentation else self.entry.question

    def time_words(self, frame: Frame) -> str:
        """Points that the neuron has met."""
        snapshot = frame.snapshot
        return phrase("point {count}", count=snapshot.step) if isinstance(snapshot, PlaygroundSnapshot) else ""

    def offers(self) -> tuple[Offer, ...]:
        """What can be done here."""
        add = lambda: self.asked_for.emit("playground", second_neuron())  # noqa: E731
        return (
            Offer("Let the neuron try", "It goes on from the line as it is", "playtri", self.go),
            Offer("Add a second neuron", "The same points, two hidden units", "play", add),
        )

    # Sizes -----------------------------------------------------------------------------------------------------------

    def handle_box(self) -> tuple[QWidget, QRectF]:
        """The haloed handle: the widget it lies in and its place there, for whoever points at it."""
        return self.hero.map, self.hero.map.handle_box()

    def set_compact(self, compact: bool) -> None:
        """A small window: one part at a time."""
        self._compact = compact
        self._regroup()

    def set_presentation(self, presentation: bool) -> None:
        """A projector: the experiment alone."""
        self._regroup()

    def compact_header(self) -> QWidget | None:
        """In a small window the parts take turns."""
        return self._tabs

    def _on_tab(self, index: int) -> None:
        self._tabs.set_index(index)
        self._regroup()

    def _regroup(self) -> None:
        theme = self.themes.current
        alone = self._tabs.index if self._compact else 0 if theme.presentation else None
        parts: tuple[QWidget, ...] = (self.hero, self.path, self.years)
        for number, part in enumerate(parts):
            self._grid.removeWidget(part)
            part.setVisible(alone is None or number == alone)
        self.hero.set_compact(self._compact)
        self._grid.setSpacing(theme.size("card_gap"))
        if alone is not None:
            self._grid.addWidget(parts[alone], 0, 0)
        else:
            self._grid.addWidget(self.hero, 0, 0)
            self._grid.addWidget(self.path, 0, 1)
            self._grid.addWidget(self.years, 1, 0, 1, 2)
        self._grid.setRowStretch(0, 1)
        self._grid.setColumnStretch(0, 1)
        self._measure()

    def _measure(self) -> None:
        """How wide the path is, and how high the strip of years."""
        theme, gap = self.themes.current, self._grid.spacing()
        low = self.height() < theme.px(LOW)
        alone = self._compact or theme.presentation
        slim = self.width() < theme.px(NARROW)
        strip = round(theme.px(LOW_STRIP if low else STRIP))
        free = self.width() - gap - self.hero.wish(self.height() - gap - strip)
        least = round(theme.px(SLIM_PATH if slim else PATH))
        wide = min(max(least, free), round(theme.px(WIDE_PATH)))
        most = 16_777_215
        self.path.setMinimumWidth(0 if alone else wide)
        self.path.setMaximumWidth(most if alone else wide)
        self.years.setMinimumHeight(0 if alone else strip)
        self.years.setMaximumHeight(most if alone else strip)
        self.years.set_lean(self.width() < theme.px(640))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other shares."""
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The shadow of the card that floats."""
        if self.themes.current.dark or not self.hero.isVisible():
            return
        with QPainter(self) as painter:
            begin(painter)
            shadow(painter, QRectF(self.hero.geometry()), self.themes.current.size("radius_card"), False)

