"""A lesson in the window: opens the panel of a step as the step wants it, locks what is not its topic, tells the card
what is seen, and puts everything back when the learner leaves.

The card and what it asks are `gui.lessons.player`; here is only what concerns panels. A step begins when all that was
sent for it has been carried out (`sim.commands.Milestone`); fields are counted and compared from there on. What the
learner had open before the lesson comes back afterwards, as it was set.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from gui.assets import asset
from gui.language import spoken
from sim.errors import ConfigError, sentence

if TYPE_CHECKING:
    from gui.lessons.keeper import Keeper
    from gui.lessons.player import Player
    from gui.panels.base import Panel
    from gui.window import Window
    from sim.config import Config
    from sim.lesson_page import CardLink
    from sim.lesson_parts import Action, Step
    from sim.lesson_shelf import Shelf, Shelved
    from sim.mailbox import Frame

BESIDE, ABOVE, LINE, HEADLINE = "column", "strip", "line", "headline"
"""The forms of the card."""
PLAY = "play"


class Guide(QObject):
    """The lessons of one window."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._keeper: Keeper | None = None
        self._shelf: Shelf | None = None
        self._player: Player | None = None
        self._step: Step | None = None
        self._sent = self._begun = self._done = 0
        self._doing: Action | None = None
        self._links: dict[int, CardLink] | None = None
        self._before: dict[str, tuple[Config, int] | None] = {}
        self._locked: tuple[frozenset[str] | None, str] = (None, "")
        self._put_aside = False

    @property
    def keeper(self) -> Keeper:
        """What the learner has predicted and finished; read when first asked for."""
        if self._keeper is None:
            from gui.lessons.keeper import Keeper

            window = self._window
            self._keeper = Keeper(window.settings.folder, self)
            self._keeper.said.connect(window.message.say)
            if self._keeper.notice:
                window.settings.notices.append(self._keeper.notice)
        return self._keeper

    @property
    def shelf(self) -> Shelf:
        """All lessons; read when first asked for."""
        if self._shelf is None:
            from sim.lesson_shelf import read_shelf

            self._shelf = read_shelf(asset("lessons"), spoken())
        return self._shelf

    def set_shelf(self, shelf: Shelf) -> None:
        """Other lessons: a pack was opened."""
        self._shelf = shelf
        for panel in self._window.built_panels():
            panel.set_lessons(shelf, self.keeper)

    @property
    def is_on(self) -> bool:
        """Whether a lesson is being taken."""
        return self._player is not None and self._player.active

    @property
    def question(self) -> str:
        """What the step asks, for the headline of a presentation; "" without a lesson, and at another panel."""
        page = None if self._player is None else self._player.page()
        return "" if page is None or page.away else page.title

    # The lesson -----------------------------------------------------------------------------------------------------

    def start(self, key: str, step: int = 0) -> None:
        """Take a lesson, from where it was left, or from a step (the first is 1)."""
        try:
            shelved = self.shelf.lesson(key)
        except ConfigError as error:
            self._window.message.say(sentence(error))
            return
        self.take(shelved, step)

    def take(self, shelved: Shelved, step: int = 0) -> None:
        """Take this lesson."""
        steps = shelved.lesson.steps
        from gui.widgets.focus import onward

        reason = onward(self._window.focusWidget())
        title = steps[step - 1].title if 0 < step <= len(steps) else None
        self.player.set_cards(self._cards())
        self.player.start(shelved, title, self.shelf.next_after(shelved.key))
        if self.player.step is None and steps:
            self._prepare(steps[0])
        self._window.rearrange()
        self.player.card.focus_first(reason)

    @property
    def player(self) -> Player:
        """The player, made with the first lesson."""
        if self._player is None:
            from gui.lessons.player import Player

            player = self._player = Player(self._window.themes, self.keeper, self)
            player.step_wanted.connect(self._begin)
            player.locks_changed.connect(self._lock)
            player.cues_changed.connect(self._cue)
            player.line_asked.connect(self._ask_line)
            player.guess_shown.connect(self._show_guess)
            player.do_wanted.connect(self._do)
            player.left.connect(self._leave)
            player.home_wanted.connect(self.back)
            player.link_followed.connect(self._window.routes.follow)
            self._window.place_lesson(player.card)
        return self._player

    def listen(self, panel: Panel) -> None:
        """A panel was made."""
        panel.marked.connect(lambda name, value: self._mark(panel, name, value))
        panel.line_guessed.connect(self._on_line)

    def _cards(self) -> dict[int, CardLink]:
        """The correction cards of the history by their numbers."""
        from sim.lesson_page import CardLink
        from sim.timeline_files import history_folder, read_timeline

        if self._links is None:
            self._links = {}
            for event in read_timeline(history_folder()).events:
                for told in event.corrections:
                    link = CardLink(told.card, f"event:{event.id}", told.article_says, told.source_says)
                    self._links.setdefault(told.card, link)
        return self._links

    def _begin(self, step: Step) -> None:
        """Open the panel of a step as it wants it."""
        from gui.lessons.scripts import carry_out
        from sim.lesson_controls import runs_clock
        from sim.lesson_desk import config_of

        config, seed = config_of(step)
        panel = self._window.show_panel(step.panel)
        if step.panel not in self._before:
            frame = self._window.frame
            self._before[step.panel] = (panel.config, frame.seed if frame is not None else 0) if panel.is_open else None
        self._step = step
        self._doing = None
        self._put_aside = False
        self.player.set_away("")
        panel.open(config, seed, play=False)
        if not runs_clock(step):
            panel.show_all()
        self._window.send_speed()
        for action in step.edits:
            carry_out(panel, action)
        self._begun = self._mark_here(panel)

    def _mark_here(self, panel: Panel) -> int:
        """The number of a milestone after all that was sent so far."""
        from sim.commands import Milestone

        self._sent += 1
        panel.send(Milestone(panel.key, self._sent))
        return self._sent

    def _leave(self) -> None:
        """The lesson is over, or left: everything as it was."""
        self._step = None
        self._put_aside = False
        self._lock(None, "")
        for panel in self._window.built_panels():
            panel.set_cues(None)
        self._ask_line(False)
        self._show_guess(None)
        if self._window.panel is not None:
            self.put_back(self._window.panel)
        self._window.rearrange()

    def put_back(self, panel: Panel) -> bool:
        """The lesson has gone: let a panel have what it had before; whether there was anything."""
        if self._step is not None or panel.key not in self._before:
            return False
        from sim.config import Config
        from sim.simulations import SIMULATIONS

        config, seed = self._before.pop(panel.key) or (None, 0)
        panel.open(config or Config.defaults(SIMULATIONS[panel.entry.simulation].parameters), seed, play=False)
        panel.show_all()
        return True

    def _is_of_step(self, panel: Panel | None) -> bool:
        """Whether the run of the step is in this panel now."""
        return panel is not None and self._step is not None and panel.key == self._step.panel and not self._put_aside

    def make_way(self, panel: Panel) -> None:
        """A panel begins what was asked for elsewhere. Where it is that of the step, the step waits, and nothing is
        locked, until the learner comes back to it; what was asked for stays when the lesson is left."""
        if self._is_of_step(panel):
            self._put_aside = True
            self._before.pop(panel.key, None)
            panel.set_cues(None)
            panel.ask_line(False)
            panel.show_guess(None)

    # What is seen ---------------------------------------------------------------------------------------------------

    def see(self, frame: Frame) -> None:
        """A frame of the open panel."""
        step = self._step
        if step is None or self._put_aside or frame.owner != step.panel or frame.milestone < self._begun:
            return
        if frame.snapshot is None or frame.config is None:
            return
        from sim.lesson_fields import fields_of

        self.player.see(fields_of(step.panel, frame.snapshot, frame.config))
        played = self._doing is not None and (self._doing.kind != PLAY or not frame.playing)
        if played and frame.milestone >= self._done:
            self._doing = None
            self.player.action_done()

    def panel_opened(self) -> None:
        """The learner went to another panel, or to another run: is it still that of the step?"""
        if self._player is not None and self._step is not None:
            self._player.set_away("" if self._is_of_step(self._window.panel) else self._step.panel)
            self._lock(*self._locked)

    def back(self) -> None:
        """To the panel of the step, which is as it was left; where something else runs there, the step begins anew."""
        if self._step is None:
            return
        if self._put_aside:
            self.player.resume()
        else:
            self._window.open_panel(self._step.panel)

    def _mark(self, panel: Panel, name: str, value: float) -> None:
        if self._is_of_step(panel):
            self.player.mark(name, value)

    def _on_line(self, line: object) -> None:
        if self._player is not None:
            self._player.draw_line(line)

    # What is allowed ------------------------------------------------------------------------------------------------

    def _lock(self, free: frozenset[str] | None, reason: str) -> None:
        from sim.lesson_controls import unlocked

        self._locked = (free, reason)
        topic = unlocked(self._step) if self._step is not None and free is not None else None
        for panel in self._window.built_panels():
            mine = self._is_of_step(panel)
            panel.set_locks(free if mine else None, reason, topic if mine else None)
        self._window.clock.set_locks(free if self._is_of_step(self._window.panel) else None, reason)

    def _cue(self, names: tuple[str, ...]) -> None:
        for panel in self._window.built_panels():
            panel.set_cues(names if self._is_of_step(panel) else None)

    def _ask_line(self, asked: bool) -> None:
        for panel in self._window.built_panels():
            panel.ask_line(asked and self._is_of_step(panel))

    def _show_guess(self, line: tuple[float, float, float] | None) -> None:
        for panel in self._window.built_panels():
            panel.show_guess(line if self._is_of_step(panel) else None)

    def _prepare(self, step: Step) -> None:
        """A question comes before the first step, whose panel is there already and waits."""
        from gui.lessons.player_state import BEFORE_GUESS
        from sim.lesson_controls import unlocked

        self._begin(step)
        self._step = None
        if self._window.panel is not None:
            self._window.panel.set_locks(frozenset(), BEFORE_GUESS, unlocked(step))

    def _do(self, action: Action) -> None:
        if self._step is None:
            return
        if not self._is_of_step(self._window.panel):
            self.back()
        from gui.lessons.scripts import carry_out

        panel = self._window.show_panel(self._step.panel)
        try:
            carry_out(panel, action)
        except ConfigError as error:
            self._window.message.say(sentence(error))
        self._doing = action
        self._done = self._mark_here(panel)

    # The window -----------------------------------------------------------------------------------------------------

    def arrange(self, compact: bool) -> bool:
        """Give the card the form that the window has room for; whether it stands beside the stage."""
        if not self.is_on:
            return True
        theme = self._window.themes.current
        wide = self._window.width() >= theme.size("lesson_beside")
        form = HEADLINE if theme.presentation else LINE if compact else BESIDE if wide else ABOVE
        self.player.set_form(form)
        return form == BESIDE

    def close(self) -> None:
        """The window closes."""
        if self._player is not None:
            self._player.close()
        if self._keeper is not None:
            self._keeper.flush()
