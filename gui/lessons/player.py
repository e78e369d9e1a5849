"""A lesson on screen: the state machine, its card, the process for answers, and the clock for hints, in one object.

    player = Player(themes, keeper, parent)
    player.card                             the widget for the place left of the stage; player.set_form(..) its shape
    player.start(shelf.lesson("training"))  goes on where the learner left it

The window is a stranger here. `step_wanted` asks it to open the step's panel with `sim.lesson_desk.config_of(step)`, to
send its edits, and then to call `see(fields)` for every frame of that run; the first call is the beginning of the step,
so it must come after the edits are in place. `fields` are those of `sim.lesson_fields.fields_of(panel, snapshot,
config)`, without start or marks: the player keeps both itself. What only a window sees goes to `mark(name, value)`, a
drawn border to `draw_line`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from gui.lessons.answers import Answers
from gui.lessons.keeper import Keeper, now
from gui.lessons.player_state import Beside, beside
from gui.lessons.sheet import CardSheet
from gui.panels import PANELS
from gui.theme import ThemeHolder
from gui.widgets.lesson_card import LessonCard
from sim.lesson_fields import CARD, against
from sim.lesson_moment import answer_is_needed
from sim.lesson_page import END, TRY, CardLink, Guess, Page
from sim.lesson_pages import page_of
from sim.lesson_parts import Action, Step
from sim.lesson_run import LessonRun
from sim.lesson_shelf import Shelved

SECOND = 1000
EVENT = "event:"


class Player(QObject):
    """One lesson at a time, or none.

    step_wanted(Step): open its panel with its settings and edits, then call `see` for each frame.
    locks_changed(frozenset | None, str): only these controls may be used, and why; None: all.
    cues_changed(tuple): the controls to mark as the next to use. line_asked(bool): let a border be drawn, or no more.
    guess_shown(object): the border (a, b, c) that was guessed, or None. do_wanted(Action): carry this out, as if by
    hand, then call `action_done`. finished(str): the lesson was taken to its end. left(): the lesson was put away.
    home_wanted(): show the panel of the step again. link_followed(str): as in `sim.lesson_links`.
    """

    step_wanted = Signal(object)
    locks_changed = Signal(object, str)
    cues_changed = Signal(object)
    line_asked = Signal(bool)
    guess_shown = Signal(object)
    do_wanted = Signal(object)
    finished = Signal(str)
    left = Signal()
    link_followed = Signal(str)
    home_wanted = Signal()
    page_changed = Signal(object)

    def __init__(
        self, themes: ThemeHolder, keeper: Keeper, parent: QObject | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._clock = clock
        self._run: LessonRun | None = None
        self._shelved: Shelved | None = None
        self._entered = -1
        self._start: dict[str, float] = {}
        self._fields: dict[str, float] = {}
        self._script: list[Action] = []
        self._told: dict[int, tuple[Guess | None, str]] = {}
        self._cards: dict[int, CardLink] = {}
        self._next_lesson = ("", "")
        self._sent = Beside()
        self._away = ""
        self._waits = False
        self.card = LessonCard(themes, parent if isinstance(parent, QWidget) else None)
        self.card.hide()
        self._sheet = CardSheet(themes, self.card)
        self.answers = Answers(self)
        self.answers.told.connect(self._on_told)
        self._tick = QTimer(self)
        self._tick.setInterval(SECOND)
        self._tick.timeout.connect(self._on_tick)
        self._connect_card()

    # What the window asks and says ------------------------------------------------------------------------------------

    @property
    def active(self) -> bool:
        """Whether a lesson is on."""
        return self._run is not None

    @property
    def key(self) -> str:
        """The key of the lesson that is on, "" for none."""
        return "" if self._shelved is None else self._shelved.key

    @property
    def run(self) -> LessonRun | None:
        """The state of the lesson that is on."""
        return self._run

    @property
    def step(self) -> Step | None:
        """The step that is shown; None between lessons, at the opening question and at the end."""
        return None if self._run is None else self._run.step

    @property
    def free(self) -> frozenset[str] | None:
        """The controls that may be used; None: all."""
        return beside(self._run).free

    @property
    def marks(self) -> dict[str, float]:
        """What the window alone has seen in this step."""
        return {} if self._run is None else self._run.marks

    def page(self) -> Page | None:
        """What the card shows; None without a lesson."""
        if self._run is None:
            return None
        return replace(page_of(self._run, self._cards, self._next_lesson), away=self._away)

    def set_cards(self, cards: Mapping[int, CardLink]) -> None:
        """The correction cards by number."""
        self._cards = dict(cards)

    def set_form(self, form: str) -> None:
        """column, strip, line or headline: see `LessonCard.set_form`."""
        self.card.set_form(form)

    def start(self, shelved: Shelved, step: str | None = None, following: Shelved | None = None) -> None:
        """Take a lesson, from the step called `step` or from where it was left. following: the lesson after it."""
        self.stop(quiet=True)
        self._shelved = shelved
        self._next_lesson = ("", "") if following is None else (following.key, following.lesson.title)
        self._run = LessonRun(shelved.lesson, shelved.key, self._keeper, now)
        self._entered = -1
        self.card.set_pictures(shelved.files, shelved.folder)
        self._run.start(self._clock(), step or "")
        self._tick.start()
        self.card.show()
        self._after_event()

    def stop(self, quiet: bool = False) -> None:
        """Put the lesson away; what was noted stays. quiet: another one follows at once."""
        if self._run is None:
            return
        self._sheet.close()
        self._run = self._shelved = None
        self._away = ""
        self._told.clear()
        self._script.clear()
        self._tick.stop()
        self.answers.stop()
        self.card.window().setFocus(Qt.FocusReason.MouseFocusReason)
        self.card.hide()
        self._send_state()
        if not quiet:
            self.left.emit()

    def close(self) -> None:
        """The program ends."""
        self._tick.stop()
        self.answers.stop()

    def set_away(self, panel: str) -> None:
        """The learner is at another panel than that of the step, which is this one; "": is back."""
        self._away = PANELS[panel].title if panel in PANELS else panel
        self._show()

    def resume(self) -> None:
        """Something else ran in the panel of the step: the step begins anew, with the guess that was given."""
        self._event(lambda run: run.resume(self._clock()))

    def see(self, fields: Mapping[str, float]) -> None:
        """The fields of a frame of the step's own run."""
        run = self._run
        if run is None or run.step is None:
            return
        if not self._start:
            self._start = dict(fields)
        seen = against(dict(fields), self._start)
        if seen != self._fields:
            self._fields, phase = seen, run.phase
            run.see(seen, self._clock())
            if run.phase != phase:
                self._after_event()
            elif phase == TRY:
                self._show()

    def mark(self, name: str, value: float) -> None:
        """What only the window sees: pinned, hand.drags, card.<number>."""
        if self._run is not None:
            self._run.mark(name, value)
            self._look_again()

    def draw_line(self, line: object) -> None:
        """The border that was drawn on the picture as a guess; None: taken away."""
        if self._run is None:
            return
        if isinstance(line, tuple | list) and len(line) == 3:
            self._run.guess(tuple(float(part) for part in line))
        elif line is None:
            self._run.unguess()
        self._after_event()

    def action_done(self) -> None:
        """What `do_wanted` asked for has been carried out."""
        if self._waits:
            self._waits = False
            self._do_next()

    # Inside -----------------------------------------------------------------------------------------------------------

    def _connect_card(self) -> None:
        card = self.card
        card.guessed.connect(lambda guess: self._event(lambda run: run.guess(guess)))
        card.sure_said.connect(lambda sure: self._event(lambda run: run.sure(sure, self._clock())))
        card.skipped.connect(lambda: self._event(lambda run: run.skip(self._clock())))
        card.next_asked.connect(lambda: self._event(lambda run: run.next(self._clock())))
        card.back_asked.connect(lambda: self._event(lambda run: run.back(self._clock())))
        card.again_asked.connect(lambda: self._event(lambda run: run.again(self._clock())))
        card.step_asked.connect(lambda place: self._event(lambda run: run.go(place, self._clock())))
        card.said.connect(lambda text: self._event(lambda run: run.say(text)))
        card.checked.connect(lambda index: self._event(lambda run: run.check(index)))
        card.hint_asked.connect(lambda: self._event(lambda run: run.hint()))
        card.show_asked.connect(self._show_me)
        card.left.connect(self.stop)
        card.home_asked.connect(self.home_wanted)
        card.link_followed.connect(self._on_link)

    def _event(self, deed: Callable[[LessonRun], object]) -> None:
        """Something the learner did."""
        if self._run is None:
            return
        before = self._run.phase
        deed(self._run)
        if self._run.phase == END and before != END:
            self.finished.emit(self._run.key)
        self._look_again()

    def _look_again(self) -> None:
        """A guess or a mark may have reached the goal without another frame."""
        if self._run is not None and self._run.phase == TRY and self._fields and self._run.entered == self._entered:
            self._run.see(self._fields, self._clock())
        self._after_event()

    def _after_event(self) -> None:
        run = self._run
        if run is None:
            return
        opened = run.entered != self._entered and run.step is not None
        if opened and run.step is not None:
            self._entered = run.entered
            self._open_step(run, run.step)
        if run.wants_answer and run.place not in self._told:
            self.answers.ask(run.lesson, run.place, urgent=True)
        self._send_state(opened)
        self._show()

    def _show(self) -> None:
        page = self.page()
        if page is not None and page != self.card.page:
            self.card.show_page(page)
            self.page_changed.emit(page)

    def _open_step(self, run: LessonRun, step: Step) -> None:
        self._start, self._fields, self._waits = {}, {}, False
        self._script.clear()
        if run.place in self._told:
            run.answered(*self._told[run.place])
        elif answer_is_needed(step) == "early" and run.moment is not None and run.moment.answer is None:
            self.answers.ask(run.lesson, run.place)
        self.step_wanted.emit(step)

    def _send_state(self, anew: bool = False) -> None:
        """Locks, cues and the guessed border, where they are others than before. anew: a panel was opened for it."""
        now, before = beside(self._run), self._sent
        self._sent = now
        if anew or (now.free, now.reason) != (before.free, before.reason):
            self.locks_changed.emit(now.free, now.reason)
        if anew or (now.cues, now.level) != (before.cues, before.level):
            self.cues_changed.emit(now.cues)
        if anew or now.asks_line != before.asks_line:
            self.line_asked.emit(now.asks_line)
        if anew or now.guess_line != before.guess_line:
            self.guess_shown.emit(now.guess_line)

    def _on_tick(self) -> None:
        if self._run is not None and self._run.tick(self._clock()):
            self._after_event()

    def _on_told(self, key: str, place: int, answer: object, problem: str) -> None:
        run = self._run
        if run is None or key != run.lesson.key or not isinstance(answer, float | tuple | None):
            return
        self._told[place] = (answer, problem)
        run.answered(answer, problem, place)
        self._look_again()

    def _show_me(self) -> None:
        run = self._run
        if run is None or run.step is None or not run.show_me():
            return
        self._script = list(run.step.solve)
        self._do_next()

    def _do_next(self) -> None:
        run = self._run
        while run is not None and self._script:
            action = self._script.pop(0)
            if action.kind == "answer":
                run.guess(float(action.value))
            elif action.kind == "mark":
                for name, value in action.value.items():
                    run.mark(name, float(value))
            else:
                self._waits = True
                self.do_wanted.emit(action)
                return
        if run is not None and run.moment is not None and run.moment.showing:
            run.showing_over(self._clock())
            self._look_again()

    def _on_link(self, link: str) -> None:
        for number, card in self._cards.items():
            if link == card.link and link.startswith(EVENT):
                self.mark(f"{CARD}{number}", 1.0)
        self.link_followed.emit(link)


