"""A lesson as it is taken: guess, sure, run, goal, outcome, help, and what is noted of all that."""

import random

import pytest

from sim.lesson_moment import Moment, answer_is_needed
from sim.lesson_page import END, PREDICT, RECALL, RECALLED, SEEN, TRANSFER, TRANSFERRED, TRY
from sim.lesson_pages import page_of, share_of
from sim.lesson_parts import Action, Answer, Comparison, Lesson, Option, Prediction, Question, Step
from sim.lesson_run import LADDER, LessonRun
from sim.lesson_way import RECALL_TITLE, TRANSFER_ENDING
from sim.lesson_words import goal_words, sentence_of
from sim.progress import StepNote
from tests.sim.lesson_walks import Notes, begun, lesson_of

RUN = Action("run", 1)
GOAL = Comparison("accuracy", "==", 1.0)
CHOICE = Prediction(
    "choice",
    "What will it do?",
    Answer("when"),
    (
        Option("It turns.", "turning is taken for sliding", when=(Comparison("accuracy", "<", 1.0),)),
        Option("It slides.", when=(GOAL,)),
    ),
)
NUMBER = Prediction("number", "How many?", Answer("field", "mistakes"), tolerance=2.0, unit="steps")


def step(title: str, **parts: object) -> Step:
    made = {"goals": (GOAL,), "solve": (RUN,), "after": "So.", "cue": ("run",), **parts}
    return Step(title, "Do it.", "playground", 1, **made)  # type: ignore[arg-type]


LESSON = Lesson(
    "small", "A small lesson", "playground", 5, "Start", 0, ("a book",), (), (),
    (
        step("Choose", predict=CHOICE, hints=("Look here.", "Look there.")),
        step("Count", predict=NUMBER, transfer=Question("And now?", "So.", rubric=("1: so", "0: else"))),
        step("Fail first"),
    ),
    Question("What was it?", "It slides.", ("It slides.", "It turns.")),
)  # fmt: skip


@pytest.fixture
def notes() -> Notes:
    return Notes()


@pytest.fixture
def run(notes: Notes) -> LessonRun:
    run = begun(LESSON, notes)
    run.next(0.0)
    return run


def note(notes: Notes, title: str) -> StepNote:
    return notes.progress.step("small", title)


def test_a_lesson_opens_with_a_question_about_an_earlier_one(notes: Notes) -> None:
    run = begun(LESSON, notes)
    assert run.phase == RECALL
    run.say("It turns.")
    assert run.phase == RECALLED
    assert note(notes, RECALL_TITLE).typed == "It turns."


def test_the_question_of_the_beginning_may_be_left_out(run: LessonRun) -> None:
    assert (run.place, run.phase) == (0, PREDICT)


def test_nothing_can_be_used_before_the_guess(run: LessonRun) -> None:
    assert run.free == frozenset()
    assert not run.can_next


def test_a_guess_alone_opens_nothing(run: LessonRun) -> None:
    run.guess(1.0)
    assert run.phase == PREDICT


def test_sure_or_not_keeps_the_guess_and_opens_the_run(run: LessonRun, notes: Notes) -> None:
    run.guess(1.0)
    run.guess(2.0)
    run.sure(False, 1.0)
    assert run.phase == TRY
    assert "run" in run.free
    assert (note(notes, "Choose").guess, note(notes, "Choose").sure) == ("It slides.", False)


def test_a_guess_may_be_skipped_and_that_is_noted(run: LessonRun, notes: Notes) -> None:
    run.skip(1.0)
    assert run.phase == TRY
    assert note(notes, "Choose").skipped


def test_a_step_without_a_guess_is_tried_at_once(run: LessonRun) -> None:
    run.start(0.0, "Fail first")
    assert run.phase == TRY


def test_goals_are_not_met_before_the_guess(run: LessonRun) -> None:
    run.see({"accuracy": 1.0}, 1.0)
    assert run.phase == PREDICT


def test_a_goal_ends_the_trial_and_says_what_happened(run: LessonRun, notes: Notes) -> None:
    run.guess(1.0)
    run.sure(True, 1.0)
    run.see({"accuracy": 0.5}, 2.0)
    assert run.phase == TRY
    run.see({"accuracy": 1.0}, 3.0)
    assert run.phase == SEEN
    told = note(notes, "Choose")
    assert (told.reached, told.answer, told.outcome, told.finished) == (True, "It slides.", "other", "2026-11-23T17:00")
    assert page_of(run).outcome == (
        "You said: It turns.",
        "What happened: It slides.",
        "Behind such a guess: turning is taken for sliding.",
    )


def test_a_number_stands_beside_what_it_took(run: LessonRun, notes: Notes) -> None:
    run.start(0.0, "Count")
    run.guess(170.0)
    run.sure(True, 1.0)
    run.see({"accuracy": 1.0, "mistakes": 653.0}, 2.0)
    assert page_of(run).outcome == ("You said 170. It was 653 steps.",)
    assert note(notes, "Count").outcome == "483 away"


def test_a_number_near_enough_is_noted_as_right(run: LessonRun, notes: Notes) -> None:
    run.start(0.0, "Count")
    run.guess(652.0)
    run.sure(True, 1.0)
    run.see({"accuracy": 1.0, "mistakes": 653.0}, 2.0)
    assert note(notes, "Count").outcome == "right"


def test_an_outcome_may_come_later_from_a_run_of_its_own(run: LessonRun, notes: Notes) -> None:
    run.start(0.0, "Count")
    run.guess(170.0)
    run.sure(True, 1.0)
    run.see({"accuracy": 1.0}, 2.0)
    assert run.wants_answer
    run.answered(653.0)
    assert not run.wants_answer
    assert note(notes, "Count").answer == "653"


def test_where_no_answer_comes_the_step_says_why_and_goes_on(run: LessonRun) -> None:
    run.start(0.0, "Count")
    run.skip(1.0)
    run.see({"accuracy": 1.0}, 2.0)
    run.answered(None, "This takes too long.")
    assert page_of(run).problem == "This takes too long."
    assert run.can_next


def test_help_comes_by_and_by(run: LessonRun, notes: Notes) -> None:
    run.skip(0.0)
    opened = [seconds for seconds in range(200) if run.tick(float(seconds))]
    assert opened == [int(seconds) for seconds in LADDER]
    assert note(notes, "Choose").hints == 3


def test_progress_puts_help_off(run: LessonRun) -> None:
    run.skip(0.0)
    run.see({"accuracy": 0.2}, 1.0)
    run.see({"accuracy": 0.7}, 30.0)
    assert not run.tick(60.0)
    assert run.tick(70.0)


def test_hints_are_told_one_after_the_other(run: LessonRun) -> None:
    run.skip(0.0)
    told = []
    for _ in range(3):
        run.hint()
        told.append((page_of(run).hint, page_of(run).show_me))
    assert told == [("Look here.", False), ("Look there.", False), ("Look there.", True)]


def test_what_was_shown_is_not_noted_as_reached(run: LessonRun, notes: Notes) -> None:
    run.skip(0.0)
    for _ in range(3):
        run.hint()
    assert run.show_me()
    run.see({"accuracy": 1.0}, 1.0)
    assert (note(notes, "Choose").shown, note(notes, "Choose").reached) == (True, False)
    assert run.phase == SEEN


def test_nothing_is_shown_before_the_hints(run: LessonRun) -> None:
    run.skip(0.0)
    assert not run.show_me()


def test_whoever_has_seen_all_help_may_go_on(run: LessonRun) -> None:
    run.skip(0.0)
    for _ in range(3):
        run.hint()
    run.next(1.0)
    assert run.place == 1


def test_a_transfer_question_comes_after_its_step_and_shows_its_rubric(run: LessonRun, notes: Notes) -> None:
    run.start(0.0, "Count")
    run.skip(0.0)
    run.see({"accuracy": 1.0, "mistakes": 1.0}, 1.0)
    run.next(1.0)
    assert run.phase == TRANSFER
    assert page_of(run).own.rubric == ()
    run.say("as before")
    assert run.phase == TRANSFERRED
    run.check(1)
    told = note(notes, "Count" + TRANSFER_ENDING)
    assert (told.typed, told.outcome, page_of(run).own.checked) == ("as before", "0: else", 1)


def test_whoever_comes_back_is_where_they_were(notes: Notes) -> None:
    first = begun(LESSON, notes)
    first.next(0.0)
    first.guess(2.0)
    first.sure(True, 0.0)
    later = begun(LESSON, notes)
    assert (later.place, later.phase) == (0, TRY)
    assert later.moment is not None
    assert later.moment.guess == 2.0


def test_a_finished_step_comes_back_with_its_outcome(notes: Notes) -> None:
    first = begun(LESSON, notes)
    first.start(0.0, "Count")
    first.guess(170.0)
    first.sure(True, 0.0)
    first.see({"accuracy": 1.0, "mistakes": 653.0}, 1.0)
    later = begun(LESSON, notes)
    assert later.phase == SEEN
    assert page_of(later).outcome == ("You said 170. It was 653 steps.",)


def test_a_step_taken_again_keeps_its_first_guess(run: LessonRun, notes: Notes) -> None:
    run.guess(1.0)
    run.sure(True, 0.0)
    run.see({"accuracy": 1.0}, 1.0)
    run.again(2.0)
    assert run.phase == PREDICT
    run.guess(2.0)
    run.sure(True, 3.0)
    assert note(notes, "Choose").guess == "It turns."
    assert page_of(run).asking.guess == 2.0


def test_only_steps_that_were_met_can_be_gone_to(run: LessonRun) -> None:
    run.go(2, 0.0)
    assert run.place == 0


def test_the_goal_may_ask_for_the_number_itself(notes: Notes) -> None:
    asked = step(
        "Sum",
        goals=(Comparison("answer.error", "<=", 0.01),),
        solve=(Action("answer", 0.5),),
        predict=Prediction("number", "What is the sum?", Answer("field", "z"), tolerance=0.01),
    )
    run = begun(Lesson("small", "T", "playground", 1, "Start", 0, ("b",), (), (), (asked,)), notes)
    run.see({"z": 0.5}, 0.0)
    run.guess(4.5)
    run.sure(True, 1.0)
    run.see({"z": 0.5}, 2.0)
    assert run.phase == TRY
    run.guess(0.5)
    run.see({"z": 0.5}, 3.0)
    assert run.phase == SEEN
    assert note(notes, "Sum").guess == "4.5"


def test_answers_that_need_a_run_of_their_own_are_known_in_advance() -> None:
    sweep = Prediction("curve", "?", Answer("sweep", "loss", setting="noise", values=(0.1, 0.2)))
    assert answer_is_needed(step("a", predict=sweep)) == "early"
    assert answer_is_needed(step("b", predict=CHOICE)) == "late"
    assert answer_is_needed(step("c")) == ""


EVENTS = {
    "guess": lambda run, chance: run.guess(chance.choice([1.0, 2.0, 170.0, -1.0, (1.0, 2.0)])),
    "sure": lambda run, chance: run.sure(chance.random() < 0.5, chance.random() * 1000),
    "skip": lambda run, chance: run.skip(chance.random() * 1000),
    "see": lambda run, chance: run.see({"accuracy": chance.choice([0.0, 0.5, 1.0]), "mistakes": 5.0}, 1.0),
    "tick": lambda run, chance: run.tick(chance.random() * 1000),
    "hint": lambda run, chance: run.hint(),
    "show": lambda run, chance: run.show_me(),
    "shown": lambda run, chance: run.showing_over(1.0),
    "next": lambda run, chance: run.next(1.0),
    "back": lambda run, chance: run.back(1.0),
    "again": lambda run, chance: run.again(1.0),
    "go": lambda run, chance: run.go(chance.randint(-2, 4), 1.0),
    "say": lambda run, chance: run.say(chance.choice(["", "something"])),
    "check": lambda run, chance: run.check(chance.randint(-1, 3)),
    "mark": lambda run, chance: run.mark("pinned", 1.0),
    "answered": lambda run, chance: run.answered(chance.choice([None, 1.0, 2.0])),
}
KEPT = ("guess", "answer", "typed", "finished", "outcome")


@pytest.mark.parametrize("seed", range(40))
def test_whatever_happens_no_note_is_lost_and_the_end_can_be_reached(seed: int) -> None:
    chance, notes = random.Random(seed), Notes()
    run = begun(LESSON, notes)
    for _ in range(150):
        before = dict(notes.progress.lesson("small").steps)
        EVENTS[chance.choice(list(EVENTS))](run, chance)
        page_of(run)
        for title, old in before.items():
            new = note(notes, title)
            assert all(getattr(new, name) for name in KEPT if getattr(old, name) and name != "outcome")
            assert (new.reached, new.shown, new.skipped) >= (old.reached, old.shown, old.skipped) or new.reached
            assert new.hints >= old.hints
    for _ in range(60):
        if run.phase == END:
            break
        run.skip(1.0)
        run.see({"accuracy": 1.0, "mistakes": 5.0}, 1.0)
        run.say("so")
        run.next(1.0)
    assert run.phase == END
    assert notes.progress.lesson("small").finished


@pytest.mark.parametrize(
    ("name", "title", "told"),
    [("perceptron.md", "Four points", True), ("momentum.md", "A real network", False),
     ("sgd.md", "Many valleys", False), ("sgd.md", "Who is down first?", False), ("sgd.md", "The saddle clock", False)],
)  # fmt: skip
def test_the_share_that_solved_it_is_told_where_the_step_is_about_it(name: str, title: str, told: bool) -> None:
    (only,) = (step for step in lesson_of(name).steps if step.title == title)
    seen = Moment(SEEN, 0.0, fields={"twins.finished": 20.0, "twins.solved": 0.25, "replicas": 20.0})
    assert (share_of(only, seen) is not None) is told


@pytest.mark.parametrize(
    "goal, words",
    [
        (Comparison("arrived", "==", 0.0), "what arrives: −1, to be 0"),
        (Comparison("shape.rows", "==", 128.0), "rows: –, to be 128"),
        (Comparison("mistakes", "==", 0.0), "mistakes so far: 3, down to 0"),
    ],
)
def test_a_number_that_does_not_grow_towards_its_goal_is_said_to_be_it(goal: Comparison, words: str) -> None:
    assert str(goal_words("backprop", goal, {"arrived": -1.0, "mistakes": 3.0})) == words


def test_at_the_matrices_one_steps_and_does_not_watch() -> None:
    assert sentence_of("backprop", "run") != sentence_of("playground", "run")
    assert "Step" in sentence_of("backprop", "run")
