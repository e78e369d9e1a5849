"""A whole window with an engine that has no thread: a test says when time passes, and lessons run as fast as they can.

    room = Classroom(themes, folder)
    room.start("perceptron")
    room.walk()                 every step by its own script, as a hand would do it
"""

from __future__ import annotations

import math
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication

from gui.arguments import Arguments
from gui.lessons.scripts import carry_out
from gui.settings import Settings
from gui.theme import ThemeHolder
from gui.window import Window
from sim.engine import Engine
from sim.lesson_page import END, PREDICT, RECALL, TRANSFER, TRY, Guess
from sim.lesson_parts import Prediction, Step
from sim.session import Session
from sim.simulations import SIMULATIONS

TICK = 0.02
"""Seconds that a look at the engine takes here."""
MOST_LOOKS = 20_000
MOST_EVENTS = 200
SELDOM, FIRST = 100, 3


class CalmEngine(Engine):
    """The engine's own loop, run by hand. Kernels are prepared when they are needed, as ever."""

    def __init__(self) -> None:
        self.now = 1.0
        super().__init__(SIMULATIONS, clock=lambda: self.now)

    def start(self) -> None:
        """No thread."""

    def stop(self, timeout: float = 2.0) -> bool:
        """There is nothing to end."""
        return True

    def _prepare_one(self, session: Session) -> None:
        """Kernels that nobody needs yet are left alone."""

    def work(self) -> None:
        """One round of the loop."""
        self.now += TICK
        while not self._queue.empty():
            self._route(self._queue.get_nowait())
        self._settle()
        self._work()
        self._show()

    @property
    def idle(self) -> bool:
        """Whether nothing is left to do but what may wait."""
        session = self._open
        if session is None:
            return self._queue.empty()
        waits = session.opened and not session.unsettled and session.patience(self.now) is None
        return self._queue.empty() and waits and not session.moved and not session.changed


class Classroom:
    """The window, its engine, and what was said in the message line."""

    def __init__(
        self, themes: ThemeHolder, folder: Path, panel: str | None = None, size: tuple[int, int] = (1280, 800)
    ) -> None:
        self.engine = CalmEngine()
        self.said: list[str] = []
        self._rounds = self._until = 0
        self.window = Window(themes, Settings(folder), Arguments(panel=panel))
        self.window.resize(*size)
        self.window.show()
        self.window.begin(self.engine)  # type: ignore[arg-type]
        if self.window._bridge is not None:
            self.window._bridge._timer.stop()
        say = self.window.message.say
        self.window.message.say = lambda words, *more: (self.said.append(str(words)), say(words, *more))[1]  # type: ignore
        self.settle()

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()

    # Time -----------------------------------------------------------------------------------------------------------

    def look(self) -> None:
        """One round of the engine; a window that is slow takes its frame only now and then, and once all is calm."""
        self.engine.work()
        self._rounds += 1
        if self._rounds % SELDOM == 0 or self.engine.idle or self._rounds < self._until:
            self.draw()

    def draw(self) -> None:
        """Take the newest frame, if there is one."""
        frame = self.engine.mailbox.take()
        if frame is not None:
            self.window.deliver(frame)
        QApplication.sendPostedEvents()

    def settle(self) -> None:
        """Until nothing moves, or, of a run that plays, until it has played a moment."""
        self._until = self._rounds + FIRST
        for _ in range(MOST_LOOKS):
            self.look()
            if self.engine.idle:
                break
            if self.playing and not self._seeks():
                break

    def until(self, happened: Callable[[], bool]) -> bool:
        """Let time pass until something has happened; whether it did."""
        for _ in range(MOST_LOOKS):
            if happened():
                return True
            self.look()
        return happened()

    def _seeks(self) -> bool:
        session = self.engine._open
        return session is not None and (session.on_its_way or session.unsettled)

    @property
    def playing(self) -> bool:
        """Whether the run plays."""
        return self.window.frame is not None and self.window.frame.playing

    # Lessons --------------------------------------------------------------------------------------------------------

    def start(self, key: str) -> None:
        """Take a lesson."""
        self.window.guide.start(key)
        self.settle()

    def walk(self, guess: Callable[[Prediction], Guess] | None = None) -> list[str]:
        """The whole lesson, every step by its script; the titles of the steps that were taken, in order."""
        player, card, titles = self.window.guide.player, self.window.guide.player.card, []
        for _ in range(MOST_EVENTS):
            page = player.page()
            assert page is not None
            step = player.step
            if step is not None and step.title not in titles:
                titles.append(step.title)
            if page.phase == END:
                return titles
            if page.phase == PREDICT:
                assert step is not None
                assert step.predict is not None
                given = (guess or any_guess)(step.predict)
                card.guessed.emit(given)
                card.sure_said.emit(False)
            elif page.phase == TRY:
                self.do_script()
                assert self.until(lambda: self.phase != TRY), f"{self.step.title}: {self._seen()}"
            elif page.phase in (RECALL, TRANSFER):
                card.said.emit("An answer of my own.")
            else:
                card.next_asked.emit()
            self.settle()
        raise AssertionError(f"the lesson does not end; it is at {titles[-1:]}")

    @property
    def step(self) -> Step:
        """The step that is taken."""
        step = self.window.guide.player.step
        assert step is not None
        return step

    def guess(self) -> None:
        """Any guess, not sure of it."""
        predict, card = self.step.predict, self.window.guide.player.card
        assert predict is not None
        card.guessed.emit(any_guess(predict))
        card.sure_said.emit(False)
        self.settle()

    def next(self) -> None:
        """The button that goes on."""
        self.window.guide.player.card.next_asked.emit()
        self.settle()

    def skip_to(self, phase: str) -> bool:
        """On to the first page in this phase; whether there is one."""
        for _ in range(MOST_EVENTS):
            if self.phase == phase:
                return True
            if self.phase == PREDICT:
                self.guess()
            elif self.phase == TRY:
                self.do_script()
                self.until(lambda: self.phase != TRY)
            elif self.phase in (RECALL, TRANSFER):
                self.window.guide.player.card.said.emit("An answer of my own.")
            elif self.phase == END:
                return False
            else:
                self.next()
        return False

    @property
    def phase(self) -> str:
        page = self.window.guide.player.page()
        return "" if page is None else page.phase

    def _seen(self) -> dict[str, float]:
        """The fields that the goals of the step speak of, as they are."""
        run = self.window.guide.player.run
        moment = None if run is None else run.moment
        fields = {} if moment is None else moment.fields
        return {goal.field: fields.get(goal.field, math.nan) for goal in self.step.goals}

    def do_script(self) -> None:
        """The script of the step, as the learner's hand would do it."""
        for action in self.step.solve:
            assert self.window.panel is not None
            if action.kind == "mark":
                for name, value in action.value.items():
                    self.window.panel.marked.emit(name, float(value))
            elif action.kind == "answer":
                self.window.guide.player.card.guessed.emit(float(action.value))
            else:
                carry_out(self.window.panel, action)
            self.settle()
            if action.kind == "play":
                assert self.until(lambda: not self.playing)


def any_guess(predict: Prediction) -> Guess:
    """A guess of the right kind, right or not."""
    if predict.kind == "line":
        return (1.0, 1.0, 0.0)
    return tuple(1.0 for _ in predict.answer.values) if predict.kind == "curve" else 1.0
