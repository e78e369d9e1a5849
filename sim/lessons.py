"""Lesson files: Markdown with settings at the top, one section per step.

    +++
    title = "One neuron"
    panel = "playground"
    minutes = 12
    group = "Start"
    sources = ["..."]
    +++
    ## Your border
    Drag the border between the two clouds.
    ```step
    setup = { dataset = "gaussians", n = 20 }
    goal  = [ { field = "accuracy", is = "==", than = 1 } ]
    solve = [ { edit = "line", value = ["perceptron", [1, 1, 0]] } ]
    after = "The arrow stands square on the border."
    ```

`read_lesson` reads one and says all that is wrong with its form; whether its settings, fields and goals are right is
asked by `sim.lesson_check`. A lesson is data: nothing in it is evaluated, and reading it opens no other file.
"""

import os
import re
import stat
from dataclasses import dataclass, replace
from pathlib import Path

from sim.errors import quote
from sim.lesson_links import wrong_link
from sim.lesson_parts import GROUPS, Lesson, Material, Mistake, Step
from sim.lesson_steps import LONGEST_TITLE, MOST_TITLE_WORDS, claims_of, linked, question_of, step_of
from sim.lesson_text import Piece, Section, cut, decoded
from sim.lesson_toml import Mistakes, Table, parse
from sim.numerals import write_count
from sim.phrases import phrase

LARGEST_FILE = 256 * 1024
LARGEST_FRONT = 20_000
MOST_STEPS = 20
LONGEST_KEY = 60
MOST_MINUTES = 120
LONGEST_ADDITION = 1200
"""Characters of what goes beyond the steps: "break_it" and "worksheet"."""
ENTRIES = 12
"""Entries of the article."""
KEY = re.compile(r"[a-z0-9][a-z0-9\-]*")


@dataclass(frozen=True)
class Reading:
    """A lesson as far as it could be read (None where nothing could), and its mistakes by line."""

    lesson: Lesson | None
    mistakes: tuple[Mistake, ...]


def read_lesson(path: str | os.PathLike[str]) -> Reading:
    """The lesson in a file. Never raises for what is in it, or for a file that cannot be read."""
    place, mistakes = Path(path), Mistakes(str(path))
    data = file_bytes(place, mistakes)
    return Reading(None, tuple(mistakes.found)) if data is None else read_bytes(data, str(path))


def file_bytes(path: Path, mistakes: Mistakes) -> bytes | None:
    """What stands in a file of a reasonable size; None after a mistake was said."""
    try:
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode):
            mistakes.add(1, "This is not a file.")
            return None
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        mistakes.add(1, phrase("This file cannot be read: {reason}.", reason=reason))
        return None
    if len(data) > LARGEST_FILE:
        mistakes.add(
            1,
            phrase(
                "A lesson has up to {largest_file} kB; this file has {st_size} kB.",
                largest_file=LARGEST_FILE // 1024,
                st_size=kind.st_size // 1024,
            ),
        )
        return None
    return data


def read_bytes(data: bytes, file: str) -> Reading:
    """The lesson in the content of a file; `file` is its name in the mistakes."""
    mistakes = Mistakes(file)
    if len(data) > LARGEST_FILE:
        mistakes.add(
            1,
            phrase(
                "A lesson has up to {largest_file} kB; this has {data} kB.",
                largest_file=LARGEST_FILE // 1024,
                data=len(data) // 1024,
            ),
        )
        return Reading(None, tuple(mistakes.found))
    text = decoded(data, mistakes)
    if text is None:
        return Reading(None, tuple(mistakes.found))
    front, sections = cut(text, mistakes)
    lesson = None if front is None else lesson_of(key_of(file, mistakes), front, sections, mistakes)
    if lesson is not None:
        lesson = replace(lesson, text=text)
    return Reading(lesson, tuple(sorted(mistakes.found, key=lambda mistake: mistake.line)))


def key_of(file: str, mistakes: Mistakes) -> str:
    """The name of the lesson: that of its file without the ending."""
    key = re.split(r"[\\/]", file)[-1].removesuffix(".md")
    if not KEY.fullmatch(key) or len(key) > LONGEST_KEY:
        mistakes.add(1, "The name of a lesson file is small letters, digits and hyphens, such as one-neuron.md.")
    return key


def lesson_of(key: str, front: Piece, sections: list[Section], mistakes: Mistakes) -> Lesson | None:
    """The lesson, as far as it can be read."""
    if len(front.text) > LARGEST_FRONT:
        mistakes.add(
            1,
            phrase(
                "The settings at the top have up to {largest_front} characters.",
                largest_front=write_count(LARGEST_FRONT),
            ),
        )
        return None
    values = parse(front.text, front.line, mistakes)
    if values is None:
        return None
    table = Table(values, "The top of a lesson", front.line, mistakes, front.text)
    panel = table.text("panel", 40, needed=True)
    lesson = Lesson(
        key=key,
        title=title_of(table),
        panel=panel,
        minutes=table.whole("minutes", 1, MOST_MINUTES, 1, needed=True),
        group=table.choice("group", GROUPS, needed=True),
        entry=table.whole("entry", 0, ENTRIES, 0),
        sources=table.texts("sources", 40, 300, needed=True),
        claims=claims_of(table, "claims"),
        further=tuple(material_of(row) for row in table.tables("further", 20)),
        steps=steps_of(sections, panel, mistakes),
        recall=question_of(table.table("recall")),
        break_it=linked(table, "break_it", LONGEST_ADDITION),
        worksheet=linked(table, "worksheet", LONGEST_ADDITION),
    )
    table.close()
    check_claims(lesson, table)
    return lesson


def title_of(table: Table) -> str:
    """The title, of a few words."""
    title = table.text("title", LONGEST_TITLE, needed=True)
    if len(title.split()) > 2 * MOST_TITLE_WORDS:
        table.wrong(
            "title",
            phrase("A lesson's title has up to {most_title_words} words.", most_title_words=2 * MOST_TITLE_WORDS),
        )
    return title


def material_of(table: Table) -> Material:
    """Something to read further."""
    title, link = table.text("title", 300, needed=True), table.text("link", 2000)
    wrong = wrong_link(link) if link else ""
    if wrong:
        table.wrong("link", wrong)
    table.close()
    return Material(title, link)


def steps_of(sections: list[Section], panel: str, mistakes: Mistakes) -> tuple[Step, ...]:
    """The steps that can be read."""
    if not sections:
        mistakes.add(1, 'A lesson needs a step: a heading "## ..".')
    if len(sections) > MOST_STEPS:
        mistakes.add(
            sections[MOST_STEPS].line,
            phrase(
                "A lesson has up to {most_steps} steps; this has {sections}.",
                most_steps=MOST_STEPS,
                sections=len(sections),
            ),
        )
    titles: set[str] = set()
    for section in sections[:MOST_STEPS]:
        if section.title.casefold() in titles:
            mistakes.add(
                section.line,
                phrase("There are two steps with the title {title}.", title=quote(section.title[:LONGEST_TITLE])),
            )
        titles.add(section.title.casefold())
    made = [step_of(section, panel, mistakes) for section in sections[:MOST_STEPS]]
    return tuple(step for step in made if step is not None)


def check_claims(lesson: Lesson, table: Table) -> None:
    """A claim that the lesson covers is shown by one of its steps, and the other way round."""
    shown = {claim for step in lesson.steps for claim in step.shows}
    for claim in lesson.claims:
        if claim not in shown:
            table.wrong("claims", phrase("No step shows the claim {claim}.", claim=claim))
    for step in lesson.steps:
        for claim in step.shows:
            if claim not in lesson.claims:
                table.mistakes.add(
                    step.line, phrase("The claim {claim} of this step is missing in 'claims' at the top.", claim=claim)
                )
