"""One lesson while it is taken: question, guess, sure or not, run, goal, what happened, on to the next step.

    run = LessonRun(lesson, "one-neuron", store, stamp)
    run.start(now)                  where the learner left it
    run.guess(2.0); run.sure(True, now)
    run.see(fields, now)            what the run shows; the step is reached when its goals are
    page_of(run)                     what to show (`sim.lesson_pages`)

A state machine without a window and without a clock: `now` are seconds from any beginning, `stamp` says the date as
text. Every event may come at any time; one that does not fit is without effect. What is worth keeping is noted in
`store` at once, and a note never becomes poorer: a step that is taken again keeps its first guess.
"""

from __future__ import annotations

from collections.abc import Mapping

from sim.lesson_guess import fits, outcome_of, read_back, written
from sim.lesson_moment import Moment, came_nearer, live_answer, runs_first
from sim.lesson_page import PREDICT, RECALL, RECALLED, SEEN, TRANSFER, TRANSFERRED, TRY, Guess
from sim.lesson_parts import Step, goals_met
from sim.lesson_way import SHOW, LessonWay
from sim.progress import LONGEST

LADDER = (40.0, 80.0, 120.0)
"""Seconds without progress after which the control is cued, the hint is told, and "show me" is offered."""


class LessonRun(LessonWay):
    """A lesson with its events; see above."""

    # What the learner says ------------------------------------------------------------------------------------------

    def guess(self, guess: Guess) -> None:
        """Choose an answer; it may still be changed. Where the goal asks for the number, also later."""
        moment, predict = self.moment, None if self.step is None else self.step.predict
        if moment is None or predict is None or not fits(predict, guess):
            return
        if self.phase == PREDICT:
            moment.guess = guess
        elif self.typing:
            moment.typed = guess
            self._mark_answer()

    def unguess(self) -> None:
        """Take the guess away again, say a line that was drawn."""
        if self.phase == PREDICT and self.moment is not None:
            self.moment.guess = None

    def sure(self, sure: bool, now: float) -> None:
        """Keep the guess, and say how sure: this opens the run."""
        moment, step = self.moment, self.step
        if self.phase != PREDICT or moment is None or moment.guess is None or step is None or step.predict is None:
            return
        moment.sure = sure
        before = self.note_of(step.title)
        if not before.guess and not before.finished:
            self._note(step.title, guess=written(step.predict, moment.guess), sure=sure)
        moment.typed = moment.guess
        self._open_run(now)

    def skip(self, now: float) -> None:
        """No guess; that is noted, where there was none before."""
        moment, step = self.moment, self.step
        if self.phase != PREDICT or moment is None or step is None:
            return
        moment.guess, moment.skipped = None, True
        if not self.note_of(step.title).guess:
            self._note(step.title, skipped=True)
        self._open_run(now)

    def say(self, text: str) -> None:
        """Answer a question without a run in own words."""
        if self.phase not in (RECALL, TRANSFER) or self.question is None:
            return
        if text.strip():
            self._note(self.title, typed=text.strip()[:LONGEST], answer=self.question.answer[:LONGEST])
        self.phase = RECALLED if self.phase == RECALL else TRANSFERRED

    def check(self, index: int) -> None:
        """Which line of the rubric the learner finds fitting."""
        question = self.question
        if self.phase == TRANSFERRED and question is not None and 0 <= index < len(question.rubric):
            self._note(self.title, outcome=question.rubric[index][:LONGEST])

    def mark(self, name: str, value: float) -> None:
        """The window saw what only a window can: a point was opened, a card read."""
        if self.moment is not None and self.phase in (PREDICT, TRY):
            self.moment.marks[name] = float(value)

    # What the run says ----------------------------------------------------------------------------------------------

    def see(self, fields: Mapping[str, float], now: float) -> None:
        """Fields as they are now, compared with the beginning of the step."""
        moment, step = self.moment, self.step
        if moment is None or step is None:
            return
        if self.phase != TRY:
            if self.phase == PREDICT:
                moment.fields = dict(fields)
            return
        moment.fields = {**fields, **moment.marks}
        if moment.typed is not None and "answer.given" not in moment.marks:
            self._mark_answer()
        met = goals_met(step, moment.met, moment.fields)
        if met > moment.met or came_nearer(moment, step):
            moment.began = now
        moment.met = met
        if step.goals and met == len(step.goals):
            self._reach()

    def answered(self, answer: Guess | None, problem: str = "", place: int | None = None) -> None:
        """What a run of its own says: the answer to the prediction, or why there is none."""
        moment = self._moments.get(self.place if place is None else place)
        step = self.lesson.steps[place] if place is not None else self.step
        if moment is None or step is None or step.predict is None or moment.answer is not None:
            return
        moment.answer, moment.problem = answer, problem
        if moment.typed is not None:
            self._mark_answer(moment, step)
        if moment.phase == SEEN:
            self._note_outcome(moment, step)

    @property
    def wants_answer(self) -> bool:
        """Whether the outcome waits for a run of its own."""
        moment, step = self.moment, self.step
        if moment is None or step is None or step.predict is None or moment.answer is not None or moment.problem:
            return False
        return self.phase == SEEN and step.predict.answer.source != "none"

    @property
    def typing(self) -> bool:
        """Whether the number can be typed again, because the goal asks for it."""
        step = self.step
        if self.phase != TRY or step is None or step.predict is None:
            return False
        return any(goal.field.startswith("answer.") for goal in step.goals)

    # Help -----------------------------------------------------------------------------------------------------------

    def tick(self, now: float) -> bool:
        """Time passes; whether a further help was opened."""
        moment = self.moment
        if self.phase != TRY or moment is None or moment.level >= SHOW or moment.showing:
            return False
        if now - moment.began < LADDER[moment.level]:
            return False
        return self.hint()

    def hint(self) -> bool:
        """The next help of the ladder; whether there was one."""
        moment = self.moment
        if self.phase != TRY or moment is None or moment.level >= SHOW:
            return False
        moment.level += 1
        before = self.note_of(self.title).hints
        self._note(self.title, hints=max(before, moment.level))
        return True

    def show_me(self) -> bool:
        """The script is going to be played; whether that is allowed now."""
        moment = self.moment
        if self.phase != TRY or moment is None or moment.level < SHOW or moment.showing:
            return False
        moment.showing = moment.shown = True
        self._note(self.title, shown=True)
        return True

    def showing_over(self, now: float) -> None:
        """The script was played."""
        if self.moment is not None:
            self.moment.showing = False
            self.moment.began = now

    # Inside ---------------------------------------------------------------------------------------------------------

    def _open_run(self, now: float) -> None:
        moment, step = self.moment, self.step
        assert moment is not None
        assert step is not None
        moment.phase = self.phase = TRY
        moment.began = now
        if moment.typed is not None:
            self._mark_answer()
        if not step.goals:
            self._reach()

    def _reach(self) -> None:
        moment, step = self.moment, self.step
        assert moment is not None
        assert step is not None
        moment.phase = self.phase = SEEN
        moment.met = len(step.goals)
        before = self.note_of(step.title)
        by_hand = not moment.shown
        self._note(step.title, reached=before.reached or by_hand, finished=before.finished or self._stamp())
        if moment.answer is None:
            moment.answer = live_answer(step, moment.fields)
        self._note_outcome(moment, step)

    def _note_outcome(self, moment: Moment, step: Step) -> None:
        predict, before = step.predict, self.note_of(step.title)
        if predict is None or moment.answer is None or before.answer:
            return
        guess = read_back(predict, before.guess)
        told = written(predict, moment.answer, 6)
        self._note(step.title, answer=told, outcome=outcome_of(predict, guess, moment.answer))

    def _mark_answer(self, moment: Moment | None = None, step: Step | None = None) -> None:
        """A number was given; how far it is off, as soon as the answer is known."""
        moment, step = moment or self.moment, step or self.step
        if moment is None or step is None or step.predict is None:
            return
        moment.marks["answer.given"] = 1.0
        if moment.answer is None and not runs_first(step):
            moment.answer = live_answer(step, moment.fields)
        if isinstance(moment.typed, float | int) and isinstance(moment.answer, float | int):
            moment.marks["answer.error"] = abs(moment.typed - moment.answer)
