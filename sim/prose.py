r"""Markdown as a small frozen tree, so that whoever shows it decides how, and nothing in it can do anything.

    read_prose("Take a **step**: $w \\leftarrow w - \\eta g$").blocks
    (Paragraph(runs=(Run("Take a "), Run("step", bold=True), Run(": "), Run("w \\leftarrow ..", kind="formula"))),)

HTML is off: tags stand there as text. Links outside the list of `sim.lesson_links` become their words, pictures are
names of files and nothing more. Formulas stand between dollar signs, set apart between double ones. No word of a text
is lost. Reading never raises: what is too long or nested too deep becomes one sentence that says so, also in `problem`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from sim.lesson_text import is_control

LONGEST = 20_000
"""Characters. Markdown of this length that is made to be slow takes a third of a second."""
MOST_BRACKETS = 2_000
"""Open ones: the reader looks from each of them for its end, which takes the square of their number."""
DEEPEST = 16
"""Levels of lists and quotes; each list counts twice, as a list and as its item."""
MOST_CELLS = 4_000
REMEMBERED = 64
_SIGNS = re.compile(r"[\\`*_{}\[\]()#+\-.!|<>&$~]")

RunKind = Literal["text", "code", "formula", "display", "picture", "break"]


@dataclass(frozen=True)
class Run:
    """A stretch of text in one manner. link: where it leads; hint: what a pointer is told there beside that.

    kind "formula" and "display": the text is LaTeX; "picture": the text stands for the file `target`; "break": a new
    line.
    """

    text: str
    kind: RunKind = "text"
    bold: bool = False
    italic: bool = False
    link: str = ""
    hint: str = ""
    target: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    runs: Runs


@dataclass(frozen=True)
class Heading:
    """level: 1 to 6."""

    level: int
    runs: Runs


@dataclass(frozen=True)
class Listing:
    """start: the first number, or None for points."""

    items: tuple[Blocks, ...]
    start: int | None = None


@dataclass(frozen=True)
class Quote:
    """What somebody else said."""

    blocks: Blocks


@dataclass(frozen=True)
class Code:
    """Lines to be shown as they are."""

    text: str


@dataclass(frozen=True)
class Grid:
    """A table; its first row is the heading."""

    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True)
class Rule:
    """A line between two parts."""


@dataclass(frozen=True)
class Picture:
    """A picture that stands alone. text: what it shows, in words."""

    name: str
    text: str


@dataclass(frozen=True)
class Formula:
    """A formula that stands alone."""

    latex: str


Block = Paragraph | Heading | Listing | Quote | Code | Grid | Rule | Picture | Formula
Blocks = tuple[Block, ...]


@dataclass(frozen=True)
class Prose:
    """A text. problem: why it could not be read, or ""; then the sentence is all there is in it."""

    blocks: Blocks
    problem: str = ""


class ProseError(ValueError):
    """A text that is not shown, in one sentence. `read_prose` catches it."""


def read_prose(text: str) -> Prose:
    """The tree of a Markdown text. Never raises for what is in it."""
    if len(text) > LONGEST:
        return _refused(f"This text is too long to be shown: {len(text):,} characters, where {LONGEST:,} are read.")
    if text.count("[") > MOST_BRACKETS:
        return _refused(f"This text cannot be shown: it has more than {MOST_BRACKETS:,} brackets.")
    return _read(text)


@lru_cache(maxsize=REMEMBERED)
def _read(text: str) -> Prose:
    from sim.prose_reader import blocks_of  # the reader of Markdown is imported with the first text

    try:
        return Prose(blocks_of(cleaned(text)))
    except (ProseError, RecursionError) as error:
        return _refused(str(error) if isinstance(error, ProseError) else "This text is nested too deep to be shown.")


def cleaned(text: str) -> str:
    """The text without characters that no text needs; line ends of one kind."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in text if letter == "\n" or not is_control(letter))


def _refused(sentence: str) -> Prose:
    return Prose((Paragraph((Run(sentence),)),), sentence)


def words_of(blocks: Blocks) -> str:
    """Every word in reading order, formulas as their source and pictures as their words, a line for each block."""
    return "\n".join(_lines(blocks))


def _lines(blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield text_of(runs)
            case Listing(items):
                for item in items:
                    yield from _lines(item)
            case Quote(inner):
                yield from _lines(inner)
            case Grid(rows):
                yield from (" ".join(text_of(cell) for cell in row) for row in rows)
            case Code(text) | Picture(_, text) | Formula(text):
                yield text
            case Rule():
                continue


def escaped(text: str) -> str:
    """Markdown that shows `text` letter by letter."""
    return _SIGNS.sub(r"\\\g<0>", text)


def text_of(runs: Runs) -> str:
    """The words of a line of runs."""
    return "".join("\n" if run.kind == "break" else run.text for run in runs)


def links_of(blocks: Blocks) -> tuple[str, ...]:
    """Every target in reading order."""
    return tuple(run.link for runs in _runs(blocks) for run in runs if run.link)


def _runs(blocks: Blocks) -> Iterator[Runs]:
    for block in blocks:
        match block:
            case Paragraph(runs) | Heading(_, runs):
                yield runs
            case Listing(items):
                for item in items:
                    yield from _runs(item)
            case Quote(inner):
                yield from _runs(inner)
            case Grid(rows):
                yield from (cell for row in rows for cell in row)
            case _:
                continue
