"""What a lesson shows at one moment, as plain values: `sim.lesson_run` makes a page, a card draws it.

A page knows no simulation and no clock, so that whatever draws it can be tested with a page made by hand.
"""

from __future__ import annotations

from dataclasses import dataclass

RECALL, RECALLED = "recall", "recalled"
PREDICT, TRY, SEEN = "predict", "try", "seen"
TRANSFER, TRANSFERRED, END = "transfer", "transferred", "end"
PHASES = (RECALL, RECALLED, PREDICT, TRY, SEEN, TRANSFER, TRANSFERRED, END)
DONE, HERE, TO_COME = "done", "here", "to come"

Guess = float | tuple[float, ...]
"""A number, the number of an option from 1, a curve's values in order, or a border (a, b, c)."""


@dataclass(frozen=True)
class GoalLine:
    """One goal in words with its value now. here: it is the next to reach."""

    words: str
    met: bool
    here: bool = False


@dataclass(frozen=True)
class Share:
    """How many of so many runs did it, and the 95 % interval of the share."""

    solved: int
    total: int
    low: float
    high: float


@dataclass(frozen=True)
class CardLink:
    """Where the article and a source differ. link: event:ID."""

    number: int
    link: str
    article_says: str
    source_says: str


@dataclass(frozen=True)
class Asking:
    """A prediction on screen. kind: "" for none, else as in `sim.lesson_parts.Prediction`.

    open: it can be answered now. again: so it can, because the goal asks for the number. guess: what was chosen so
    far; sure: None until that was said. values, setting: the places of a curve and what lies along them; axis: from
    where to where its values may lie, and whether in powers of ten.
    """

    kind: str = ""
    question: str = ""
    options: tuple[str, ...] = ()
    unit: str = ""
    values: tuple[float, ...] = ()
    setting: str = ""
    axis: tuple[float, float, bool] = (0.0, 1.0, False)
    guess: Guess | None = None
    sure: bool | None = None
    open: bool = False
    again: bool = False
    skipped: bool = False


@dataclass(frozen=True)
class OwnWords:
    """A question without a run. answer, rubric: "" and () until they are shown. checked: the line of the rubric that
    the learner chose, or -1."""

    question: str = ""
    options: tuple[str, ...] = ()
    typed: str = ""
    answer: str = ""
    rubric: tuple[str, ...] = ()
    checked: int = -1


@dataclass(frozen=True)
class Row:
    """What became of one step, for the last page."""

    title: str
    guess: str
    answer: str
    outcome: str
    skipped: bool
    shown: bool


@dataclass(frozen=True)
class Page:
    """Everything that a card shows. hint: what was opened of the ladder; show_me: it may be played. away: the title of
    the panel where the step waits, while the learner is at another."""

    lesson: str
    group: str
    entry: int
    phase: str
    place: int
    segments: tuple[str, ...]
    heading: str = ""
    text: str = ""
    asking: Asking = Asking()
    instruction: tuple[str, ...] = ()
    goals: tuple[GoalLine, ...] = ()
    ordered: bool = False
    outcome: tuple[str, ...] = ()
    answer: Guess | None = None
    waiting: bool = False
    problem: str = ""
    after: str = ""
    why: str = ""
    cards: tuple[CardLink, ...] = ()
    share: Share | None = None
    runs: int = 1
    hint: str = ""
    can_hint: bool = False
    show_me: bool = False
    playing: bool = False
    own: OwnWords = OwnWords()
    rows: tuple[Row, ...] = ()
    further: tuple[tuple[str, str], ...] = ()
    dare: str = ""
    next_lesson: tuple[str, str] = ("", "")
    can_back: bool = False
    can_next: bool = False
    can_repeat: bool = False
    away: str = ""

    @property
    def title(self) -> str:
        """The question of the moment, for a headline."""
        return self.asking.question or self.own.question or self.heading
