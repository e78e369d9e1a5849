"""The window: rail, header, one panel, transport. It opens panels, hands frames on and asks the engine for time.

It stands on the screen before the engine and the panel exist: they are built in `begin`, after the first paint. From
then on nothing waits for anything: commands leave through the bridge, frames come through it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSpacerItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui.arguments import Arguments, Assignments, configured
from gui.clock import Clock
from gui.deeds import carry_out, deeds_of
from gui.header import Header, draws_numbers
from gui.language import say
from gui.lessons.guide import Guide
from gui.message import Message
from gui.palette import Palette
from gui.panels import PANELS
from gui.place import remember_place, take_place
from gui.problem import ProblemCard
from gui.rail import Rail
from gui.routes import Routes
from gui.settings import Settings
from gui.sheets import SettingsSheet, Sheet, ShortcutsSheet
from gui.shortcuts import Actions, KeyGuard
from gui.theme import THEMES, ThemeHolder
from gui.transport import Transport
from gui.widgets.card import Card
from gui.widgets.dressed import dressed_menu
from sim.phrases import phrase

if TYPE_CHECKING:
    from gui.bridge import Bridge
    from gui.panels.base import Panel
    from sim.engine import Engine
    from sim.mailbox import Frame


class Window(QWidget):
    """The one window. `painted` comes once, after the first paint; `framed` with every frame that is shown."""

    painted = Signal()
    framed = Signal(object)

    def __init__(self, themes: ThemeHolder, settings: Settings, arguments: Arguments | None = None) -> None:
        super().__init__()
        self.themes = themes
        self.settings = settings
        self._arguments = arguments or Arguments()
        self.frame: Frame | None = None
        self.panel: Panel | None = None
        self._panels: dict[str, Panel] = {}
        self._bridge: Bridge | None = None
        self._painted = False
        self._compact = False
        self.ended_in_time = True
        self.setWindowTitle(say("Nutshell"))
        self.actions_ = Actions(self)
        KeyGuard(self)
        self.clock = Clock(self)
        self._build()
        self._connect()
        self._dress()
        take_place(self, self.settings, self._arguments.size)

    # Building -------------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        themes = self.themes
        self.rail = Rail(themes, self.actions_)
        self.header = Header(themes, self.actions_)
        self.transport = Transport(themes)
        self.stack = QStackedWidget()
        self.stack.addWidget(Card(themes, "stage"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.setSizeConstraint(QHBoxLayout.SizeConstraint.SetNoConstraint)
        self._column = QVBoxLayout()
        self._row.addWidget(self.rail)
        self._row.addLayout(self._column, 1)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self.stack, 1)
        self._column.addWidget(self.header)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.transport)
        self._column.setSpacing(0)
        self._gap = QSpacerItem(0, 0)
        self._column.insertSpacerItem(2, self._gap)
        self.problem = ProblemCard(themes, self, self.clock.restart, partial(self.ask, "Dismiss"))
        self.message = Message(themes, self)
        self._menu = dressed_menu(themes, self)
        self._sheets: dict[str, Sheet] = {}
        self.guide = Guide(self)
        self.routes = Routes(self)
        self._show_entry(self._first_panel())

    def place_lesson(self, card: QWidget) -> None:
        """The card of a lesson, beside the stage or above it; made once."""
        self._middle.insertWidget(0, card)
        self.rearrange()

    def _connect(self) -> None:
        transport = self.transport
        transport.play.connect(self.clock.play)
        transport.pause.connect(self.clock.pause)
        transport.step.connect(self.clock.step)
        transport.seek.connect(self.clock.seek)
        transport.speed.connect(self.clock.set_speed)
        transport.restart_same.connect(self.clock.restart)
        transport.new_seed.connect(self.clock.new_seed)
        self.rail.chosen.connect(self.open_panel)
        self.header.menu.clicked.connect(self._pop_up_menu)
        self.themes.changed.connect(self._dress)
        for key, deed in deeds_of(self).items():
            self.actions_[key].triggered.connect(partial(carry_out, deed))
            self._menu.addAction(self.actions_[key])

    def begin(self, engine: Engine) -> None:
        """Start the engine and open the first panel. Called once, after the first paint. No button has the keys yet."""
        from gui.bridge import Bridge

        self.setFocus()
        self._bridge = Bridge(engine, self.deliver, self)
        self._bridge.start()
        self.open_panel(self._first_panel(), self._arguments.assignments)
        if self._arguments.lesson is not None:
            self.guide.start(*self._arguments.lesson)
        for sentence in self.settings.take_notices():
            self.message.say(sentence)
        self.settings.listener = self.message.say

    def _first_panel(self) -> str:
        return self._arguments.panel or next(iter(PANELS))

    # Panels and frames ----------------------------------------------------------------------------------------------

    def open_panel(self, key: str, assignments: Assignments = ()) -> None:
        """Show a panel; build it where this is the first time. `assignments` begin its run anew."""
        if self._bridge is None or (self.panel is not None and self.panel.key == key and not assignments):
            return
        known = key in self._panels
        panel = self.show_panel(key)
        if not known or assignments:
            self._start(panel, assignments)
        elif not self.guide.put_back(panel):
            self.ask("Open", panel.entry.simulation)
            panel.returned()
        self.guide.panel_opened()

    def show_panel(self, key: str) -> Panel:
        """Bring a panel to the front; what runs in it is the caller's."""
        panel = self._panels.get(key) or self._build_panel(key)
        if panel is not self.panel:
            self.ask("Pause")
            self.panel, self.frame = panel, None
            self.problem.set_problem(None)
            self.stack.setCurrentWidget(panel)
            self._show_entry(key)
            self.transport.set_marks(panel.marks)
            self.rearrange()
        return panel

    def _build_panel(self, key: str) -> Panel:
        panel = PANELS[key].load()(self.themes, self.send, self.stack)
        panel.said.connect(self.message.say)
        panel.marks_changed.connect(partial(self._mark, key))
        self.routes.listen(panel)
        panel.shelf_offered.connect(self.guide.set_shelf)
        panel.set_lessons(self.guide.shelf, self.guide.keeper)
        self.guide.listen(panel)
        self.stack.addWidget(panel)
        self._panels[key] = panel
        return panel

    def built_panels(self) -> tuple[Panel, ...]:
        """The panels that exist by now."""
        return tuple(self._panels.values())

    def _start(self, panel: Panel, assignments: Assignments) -> None:
        from sim.simulations import SIMULATIONS

        if panel.entry.simulation:
            self.guide.make_way(panel)
            panel.open(configured(SIMULATIONS[panel.entry.simulation], assignments), self._arguments.seed)
            self.send_speed()

    def send_speed(self) -> None:
        """A run that was just begun gets the pace that is remembered."""
        if self.settings.values.speed != 1.0:
            self.ask("Speed", self.settings.values.speed)

    def _show_entry(self, key: str) -> None:
        self.rail.set_current(key)
        self.header.set_entry(PANELS[key], None if self.panel is None else self.panel.compact_header())
        self.setWindowTitle(say(phrase("{title} – Nutshell", title=PANELS[key].title)))

    def _mark(self, key: str, marks: Any) -> None:
        if self.panel is not None and self.panel.key == key:
            self.transport.set_marks(marks)

    def deliver(self, frame: Frame) -> None:
        """Draw a frame, if it is of the panel that is open."""
        if self.panel is None or frame.owner != self.panel.key:
            return
        self.frame = frame
        words = self.panel.time_words(frame)
        self.transport.set_state(frame.step, frame.last_step, frame.playing, frame.speed, frame.seed, words)
        self.transport.set_random(draws_numbers(frame))
        self.header.show_frame(frame, self.guide.question or self.panel.question)
        self.problem.set_problem(frame.error)
        self.panel.render(frame)
        self.guide.see(frame)
        self.framed.emit(frame)

    def send(self, command: Any) -> None:
        """Give the engine a command; while there is none, nothing happens."""
        if self._bridge is not None:
            self._bridge.send(command)

    def ask(self, kind: str, *details: Any) -> None:
        """A command of `sim.commands` for the run of the open panel, if it has one."""
        from sim import commands

        if self.panel is not None and self.panel.entry.simulation:
            self.send(getattr(commands, kind)(self.panel.key, *details))

    # The look -------------------------------------------------------------------------------------------------------

    def next_theme(self) -> None:
        """Light, dark, high contrast, and round again."""
        name = THEMES[(THEMES.index(self.themes.current.name) + 1) % len(THEMES)]
        self.themes.set(name=name)
        self.settings.set(theme=name)

    def toggle_presentation(self) -> None:
        """To the projector, or back."""
        self.themes.set(presentation=not self.themes.current.presentation)

    def toggle_full_screen(self) -> None:
        """The whole screen, or back."""
        (self.showNormal if self.isFullScreen() else self.showFullScreen)()

    def open_sheet(self, key: str) -> None:
        """Lay a sheet over the window, or take it away."""
        if key not in self._sheets:
            kinds: dict[str, Callable[[], Sheet]] = {
                "palette": lambda: Palette(self.themes, self, self.actions_, lambda: self.panel),
                "shortcuts": lambda: ShortcutsSheet(self.themes, self, self.actions_),
                "settings": lambda: SettingsSheet(self.themes, self, self.settings),
            }
            self._sheets[key] = kinds[key]()
        was_open = self._sheets[key].isVisible()
        for sheet in self._sheets.values():
            sheet.close_sheet()
        if not was_open:
            self._sheets[key].open_sheet()

    def _pop_up_menu(self) -> None:
        button = self.header.menu
        self._menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _dress(self) -> None:
        if isinstance(application := QApplication.instance(), QApplication):
            self.themes.apply(application)
        theme = self.themes.current
        smallest = theme.breakpoint("compact_from")
        room = self.screen().availableSize()
        self.setMinimumSize(min(smallest[0], room.width()), min(smallest[1], room.height()))
        self.rearrange()
        self.update()

    def rearrange(self) -> None:
        """Large, small or presented: what is shown, and how far from the edges."""
        theme = self.themes.current
        wide, high = theme.breakpoint("min_window")
        compact = self.width() < wide or self.height() < high
        margin = round((12 if compact else 28 if theme.presentation else 20) * theme.scale)
        self._column.setContentsMargins(margin, 0, margin, margin)
        self._gap.changeSize(0, round((10 if compact else 12) * theme.scale))
        self._column.invalidate()
        self.rail.setVisible(not (compact or theme.presentation))
        self.transport.setVisible(self.panel is None or bool(self.panel.entry.simulation))
        beside = self.guide.arrange(compact)
        way = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._middle.setDirection(way)
        self._middle.setSpacing(theme.size("card_gap"))
        self.header.set_compact(compact)
        self.transport.set_compact(compact)
        if self.panel is not None:
            self.header.set_entry(self.panel.entry, self.panel.compact_header())
            self.panel.set_compact(compact)
            self.panel.set_presentation(theme.presentation)
        self._place_message()

    def _place_message(self) -> None:
        self.problem.place(self.stack.geometry())
        margin = self.themes.current.size("margin")
        box = self.transport.geometry()
        anchor = QPoint(box.center().x(), box.top() - margin // 2)
        self.message.place(anchor, min(round(self.themes.current.px(720)), max(200, box.width() - 2 * margin)))

    # Events ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the focus left alone may be a shortcut."""
        action = self.actions_.for_key(event)
        if action is None or (event.isAutoRepeat() and not action.autoRepeat()):
            super().keyPressEvent(event)
        else:
            action.trigger()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground. The first time, say so once the paint is done."""
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self.themes.current.color("window"))
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Regroup."""
        self.rearrange()
        QTimer.singleShot(0, self, self._place_message)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember, go from the screen, end the engine."""
        if not self._arguments.offscreen:
            remember_place(self, self.settings)
        self.hide()
        self.guide.close()
        if self._bridge is not None:
            self.ended_in_time = self._bridge.stop()
            self._bridge = None
        event.accept()
