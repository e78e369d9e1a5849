"""What a learner has predicted, answered and finished: one readable JSON file on this machine, and nowhere else.

    progress, notice = read_progress(path)
    progress = progress.noted("one-neuron", "Your border", guess="line 1 1 0", sure=True)
    save_progress(path, progress)

`Progress` is frozen; every note makes a new one. Reading never raises: a damaged file is kept beside as .broken and
said once. Texts are cut to LONGEST, so no lesson can make the file grow without end.
"""

import csv
import io
import json
import math
import os
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any, TypeGuard, TypeVar

from sim.csv_save import printable
from sim.errors import ConfigError
from sim.phrases import phrase
from sim.whole_files import clear_leftovers, write_whole

FORM = 1
LARGEST_FILE = 5_000_000
LONGEST, LONGEST_NAME, MOST_LESSONS, MOST_STEPS = 500, 120, 1000, 100
COLUMNS = (
    "lesson", "step", "guess", "sure", "skipped", "answer", "outcome", "typed", "reached", "shown", "hints", "finished",
)  # fmt: skip

Value = TypeVar("Value")


@dataclass(frozen=True)
class StepNote:
    """One step. guess: what was predicted, as text; sure: None where not said; skipped: the guess was.

    answer: what the run said, as text; outcome: the guess against it, such as "right" or "0.2 away". typed: what was
    typed in answer to a question without a run. reached: the goal; shown: by "show me", not by hand. hints: how many
    were opened. finished: when, as text such as 2026-11-23T17:00.
    """

    guess: str = ""
    sure: bool | None = None
    skipped: bool = False
    answer: str = ""
    outcome: str = ""
    typed: str = ""
    reached: bool = False
    shown: bool = False
    hints: int = 0
    finished: str = ""


@dataclass(frozen=True)
class LessonNote:
    """One lesson: where it was left, whether it was finished, and its steps by title."""

    at: str = ""
    finished: str = ""
    steps: Mapping[str, StepNote] = field(default_factory=dict)


@dataclass(frozen=True)
class Progress:
    """All lessons by name."""

    lessons: Mapping[str, LessonNote] = field(default_factory=dict)

    def lesson(self, key: str) -> LessonNote:
        """What is known of a lesson."""
        return self.lessons.get(key, LessonNote())

    def step(self, key: str, title: str) -> StepNote:
        """What is known of a step."""
        return self.lesson(key).steps.get(title, StepNote())

    def noted(self, key: str, title: str, **values: Any) -> "Progress":
        """With this about a step, which is now the one that the learner is at. ConfigError for what cannot be noted."""
        before = self.lesson(key)
        step = note_from({**asdict(self.step(key, title)), **values})
        room = title in before.steps or len(before.steps) < MOST_STEPS
        if step is None or not room or not (is_name(key) and is_name(title)):
            raise ConfigError("This cannot be noted: a value of a wrong kind, too long a name, or too many steps.")
        return self._with(key, replace(before, at=title, steps={**before.steps, title: step}))

    def completed(self, key: str, when: str) -> "Progress":
        """With the lesson finished."""
        return self._with(key, replace(self.lesson(key), finished=when[:LONGEST_NAME] or "yes"))

    def reset(self, key: str | None = None) -> "Progress":
        """Without this lesson, or without anything."""
        kept = {} if key is None else {name: note for name, note in self.lessons.items() if name != key}
        return Progress(kept)

    def _with(self, key: str, note: LessonNote) -> "Progress":
        if key not in self.lessons and len(self.lessons) >= MOST_LESSONS:
            raise ConfigError(phrase("Progress is kept of up to {most_lessons} lessons.", most_lessons=MOST_LESSONS))
        return Progress({**self.lessons, key: note})


def merged(base: Progress, ours: Progress, theirs: Progress) -> Progress:
    """Two windows began with `base`: what changed in ours counts, for all else theirs is the newer."""
    keys = dict.fromkeys((*theirs.lessons, *ours.lessons))
    chosen = {key: merged_lesson(*(side.lessons.get(key) for side in (base, ours, theirs))) for key in keys}
    return Progress({key: note for key, note in list(chosen.items())[:MOST_LESSONS] if note is not None})


def merged_lesson(base: LessonNote | None, ours: LessonNote | None, theirs: LessonNote | None) -> LessonNote | None:
    """One lesson; None where one of the two windows has forgotten it and the other has learned nothing since."""
    if ours == base:
        return theirs
    if theirs == base or theirs is None or ours is None:
        return ours
    before = base or LessonNote()
    steps = dict.fromkeys((*theirs.steps, *ours.steps))
    notes = {title: newer(*(side.steps.get(title) for side in (before, ours, theirs))) for title in steps}
    return LessonNote(
        newer(before.at, ours.at, theirs.at) or "",
        newer(before.finished, ours.finished, theirs.finished) or "",
        {title: note for title, note in list(notes.items())[:MOST_STEPS] if note is not None},
    )


def newer(base: Value, ours: Value, theirs: Value) -> Value:
    """Ours where it has changed, else theirs."""
    return theirs if ours == base else ours


def read_progress(path: Path) -> tuple[Progress, str]:
    """What was stored, and a sentence where that could not be read. Without a file there is no progress yet."""
    try:
        clear_leftovers(path)
        if path.stat().st_size > LARGEST_FILE:
            return set_aside(path)
        return progress_from(json.loads(path.read_text(encoding="utf-8"))), ""
    except FileNotFoundError:
        return Progress(), ""
    except OSError as error:
        return Progress(), phrase(
            "The progress in {path} cannot be read ({strerror}).",
            path=str(path),
            strerror=error.strerror or "no reason is given",
        )
    except (ValueError, RecursionError):
        return set_aside(path)


def set_aside(path: Path) -> tuple[Progress, str]:
    """Keep a damaged file for whoever wants to look at it, and begin anew."""
    broken = path.with_name(path.name + ".broken")
    try:
        os.replace(path, broken)
    except OSError as error:
        return Progress(), phrase(
            "The progress in {path} could not be understood, nor set aside ({strerror}).",
            path=str(path),
            strerror=str(error.strerror),
        )
    return Progress(), phrase(
        "The progress could not be understood; it begins anew, and the old file is {name}.", name=broken.name
    )


def save_progress(path: Path, progress: Progress) -> None:
    """Store it, whole or not at all. OSError where the disk refuses."""
    write_whole(path, progress_text(progress))


def progress_text(progress: Progress) -> str:
    """The file: what has its usual value is left out."""
    lessons = {
        key: {
            "at": lesson.at,
            "finished": lesson.finished,
            "steps": {title: said(note) for title, note in lesson.steps.items()},
        }
        for key, lesson in progress.lessons.items()
    }
    return json.dumps({"form": FORM, "lessons": lessons}, indent=1, ensure_ascii=False) + "\n"


def said(note: StepNote) -> dict[str, Any]:
    """What of a note is not as usual."""
    usual = asdict(StepNote())
    return {key: value for key, value in asdict(note).items() if value != usual[key]}


def progress_from(read: Any) -> Progress:
    """What a decoded file holds; entries of a wrong kind are left out. ValueError for a file of another form."""
    if not isinstance(read, dict) or read.get("form") != FORM or not isinstance(read.get("lessons"), dict):
        raise ValueError("this is no progress")
    rows = list(read["lessons"].items())[:MOST_LESSONS]
    return Progress({key: lesson_from(value) for key, value in rows if is_name(key) and isinstance(value, dict)})


def lesson_from(read: Mapping[str, Any]) -> LessonNote:
    """One lesson out of a decoded file."""
    at, finished, rows = (read.get(name) for name in ("at", "finished", "steps"))
    steps = list(rows.items())[:MOST_STEPS] if isinstance(rows, dict) else []
    notes = {title: note_from(value) for title, value in steps if is_name(title)}
    return LessonNote(
        at if is_name(at) else "",
        finished if is_name(finished) else "",
        {title: note for title, note in notes.items() if note is not None},
    )


LEGAL: dict[str, Callable[[Any], bool]] = {
    "sure": lambda value: value is None or isinstance(value, bool),
    "skipped": lambda value: isinstance(value, bool),
    "reached": lambda value: isinstance(value, bool),
    "shown": lambda value: isinstance(value, bool),
    "hints": lambda value: type(value) is int and 0 <= value < 100,
}


def note_from(read: Any) -> StepNote | None:
    """A note from its values, texts cut to their longest; None where a value is of a wrong kind."""
    known = [entry.name for entry in fields(StepNote)]
    if not isinstance(read, Mapping) or any(key not in known for key in read):
        return None
    values: dict[str, Any] = {key: plain(value) if isinstance(value, str) else value for key, value in read.items()}
    fits = all(LEGAL.get(key, lambda value: isinstance(value, str))(value) for key, value in values.items())
    return StepNote(**values) if fits else None


def plain(text: str) -> str:
    """The text as it can be written: not too long, and without halves of characters."""
    return text[:LONGEST].encode("utf-8", "replace").decode("utf-8")


def is_name(value: Any) -> TypeGuard[str]:
    """Whether it can be the name of a lesson or a step."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_NAME


def progress_csv(progress: Progress) -> str:
    """A row per step, the header first. A text that a spreadsheet would run gets a ' before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for key, lesson in progress.lessons.items():
        for title, note in lesson.steps.items():
            writer.writerow([printable(key), printable(title), *(cell(getattr(note, name)) for name in COLUMNS[2:])])
    return out.getvalue()


def cell(value: Any) -> str:
    """A value as a cell: yes, no, or nothing for what was not said."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    return str(value) if isinstance(value, int) else printable(str(value))
