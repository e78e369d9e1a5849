"""What a lesson consists of, once it is read: all frozen, and nothing in it is ever run as code.

A goal compares a field (`sim.lesson_fields`) with a number. An action is what a hand could do: set, edit, run. A
prediction has an answer that the program computes from the run, or a typed one where nothing runs.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from math import isnan
from typing import Any

from sim.numerals import write_short
from sim.phrases import phrase

GROUPS = ("History", "Training", "Start", "End")
SIGNS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
}  # fmt: skip
RUN, RESTART, TWINS = "run", "restart", "twins"
"""Controls that every panel may have, by the names that lessons give them."""
NEAR = 1e-9
"""Two numbers so close are equal: shares are quotients of counts."""


@dataclass(frozen=True, order=True)
class Mistake:
    """Something wrong in a lesson or a pack: where, and a sentence."""

    file: str
    line: int
    sentence: str

    def __str__(self) -> str:
        return phrase("{file}:{line}: {sentence}", file=self.file, line=self.line, sentence=self.sentence)


@dataclass(frozen=True)
class Comparison:
    """`field` compared with a number. It does not hold where the field is absent or no number."""

    field: str
    sign: str
    than: float
    line: int = 0

    def holds(self, fields: Mapping[str, float]) -> bool:
        """Whether it is so."""
        value = fields.get(self.field)
        if value is None or isnan(value):
            return False
        if abs(value - self.than) <= NEAR * max(1.0, abs(self.than)):
            return self.sign in ("<=", ">=", "==")
        return SIGNS[self.sign](value, self.than)

    def __str__(self) -> str:
        return phrase("{field} {sign} {than}", field=self.field, sign=self.sign, than=write_short(self.than, 6))


@dataclass(frozen=True)
class Action:
    """One thing that a hand does. kind: a key of `sim.lesson_actions.ACTIONS`; value: what it says there."""

    kind: str
    value: Any
    line: int = 0


@dataclass(frozen=True)
class Option:
    """One of several answers. reveals: what its choice tells about the learner. when: it is the answer where this
    holds after the run. key: the end of a field's name, for `smallest` and `largest`."""

    text: str
    reveals: str = ""
    key: str = ""
    when: tuple[Comparison, ...] = ()


@dataclass(frozen=True)
class Answer:
    """Where the answer comes from.

    source: "typed" (nothing runs: expected is the answer, on purpose), "when" (the option whose conditions hold),
    "smallest" or "largest" (the option with that value of field.key), "field" (a number), "sweep" (a curve: the field
    after the run, over `values` of the setting), or "none" (there is no right one). expected: what the author expects
    of the run, None where nothing is said; of a choice the number of the option, from 1.
    """

    source: str
    field: str = ""
    expected: float | None = None
    setting: str = ""
    values: tuple[float, ...] = ()


@dataclass(frozen=True)
class Prediction:
    """The question before the run. kind: "choice", "number", "curve" (drawn over `values`), or "line" (a border drawn
    on the picture). tolerance: how far a number may be off. run: the actions that tell the answer; empty: `solve`."""

    kind: str
    question: str
    answer: Answer
    options: tuple[Option, ...] = ()
    tolerance: float = 0.0
    unit: str = ""
    run: tuple[Action, ...] = ()
    line: int = 0


@dataclass(frozen=True)
class Question:
    """A question that no run answers: at the end, how the learner carries over what was learned; at the beginning, what
    they recall. rubric: what how many points are given for."""

    question: str
    answer: str
    options: tuple[str, ...] = ()
    rubric: tuple[str, ...] = ()


@dataclass(frozen=True)
class Material:
    """Something to read further. link may be empty."""

    title: str
    link: str = ""


@dataclass(frozen=True)
class Lock:
    """What may not be touched: everything but `keys`, or the keys alone. None of both: nothing is said."""

    but: bool
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """One step. setup: settings of the panel; edits: what is put in place by hand before it begins. goals hold together
    (ordered: one after the other). runs: 1, or how many twins the claim needs. shows: claims of the article; cards:
    the correction cards that belong here."""

    title: str
    text: str
    panel: str
    line: int
    setup: Mapping[str, Any] = field(default_factory=dict)
    edits: tuple[Action, ...] = ()
    lock: Lock | None = None
    cue: tuple[str, ...] = ()
    predict: Prediction | None = None
    goals: tuple[Comparison, ...] = ()
    ordered: bool = False
    solve: tuple[Action, ...] = ()
    runs: int = 1
    after: str = ""
    why: str = ""
    hints: tuple[str, ...] = ()
    shows: tuple[str, ...] = ()
    cards: tuple[int, ...] = ()
    transfer: Question | None = None


@dataclass(frozen=True)
class Lesson:
    """A lesson. key: the name of its file. entry: of the article, 0 for none. break_it: a dare for those who are done;
    worksheet: work on paper. Both are Markdown, "" where there is none. text: of the whole file."""

    key: str
    title: str
    panel: str
    minutes: int
    group: str
    entry: int
    sources: tuple[str, ...]
    claims: tuple[str, ...]
    further: tuple[Material, ...]
    steps: tuple[Step, ...]
    recall: Question | None = None
    break_it: str = ""
    worksheet: str = ""
    text: str = field(default="", compare=False, repr=False)


def goals_met(step: Step, met: int, fields: Mapping[str, float]) -> int:
    """How many of the step's goals are met now, where `met` were before: all together, or one after the other.

    Ordered goals that are met stay met; goals that must hold together are counted anew.
    """
    if not step.ordered:
        return sum(goal.holds(fields) for goal in step.goals)
    while met < len(step.goals) and step.goals[met].holds(fields):
        met += 1
    return met
