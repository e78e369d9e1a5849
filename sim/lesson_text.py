"""A lesson file, cut into its parts: settings between two lines "+++", then sections, each a heading of the second
level, a few lines of text and one block "```step".

Nothing is understood here but lines; what stands in the parts is read by `sim.lessons`.
"""

from dataclasses import dataclass

from sim.errors import quote
from sim.lesson_toml import Mistakes
from sim.phrases import Own, phrase

FENCE = "+++"
OPEN, SHUT = "```step", "```"
MOST_LINES = 5000


@dataclass(frozen=True)
class Piece:
    """Text and the line of the file at which it begins, from 1."""

    text: str
    line: int


@dataclass(frozen=True)
class Section:
    """One step as it stands in the file. block: the inside of its "```step"; None where there is none."""

    title: str
    line: int
    text: Piece
    block: Piece | None


def decoded(data: bytes, mistakes: Mistakes) -> str | None:
    """The text of a file, its line ends made one kind; None after a mistake was said."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        mistakes.add(data.count(b"\n", 0, error.start) + 1, "This file is not UTF-8.")
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for number, line in enumerate(text.split("\n"), 1):
        if any(is_control(character) for character in line):
            mistakes.add(number, "There is a control character in this line.")
            return None
    return text


def is_control(character: str) -> bool:
    """Characters that no text needs: control codes, and those that turn the direction of writing round."""
    code = ord(character)
    return (code < 32 and character != "\t") or code == 127 or 0x202A <= code <= 0x202E or 0x2066 <= code <= 0x2069


def cut(text: str, mistakes: Mistakes) -> tuple[Piece | None, list[Section]]:
    """The settings at the top, and the sections."""
    lines = text.split("\n")
    if len(lines) > MOST_LINES:
        mistakes.add(
            MOST_LINES,
            phrase(
                "A lesson has up to {most_lines} lines; this file has {lines}.", most_lines=MOST_LINES, lines=len(lines)
            ),
        )
        return None, []
    front, rest = cut_front(lines, mistakes)
    starts = headings(lines, rest)
    for place in range(rest, starts[0] if starts else len(lines)):
        if lines[place].strip():
            mistakes.add(place + 1, 'Text stands before the first heading "## ..".')
            break
    ends = [*starts[1:], len(lines)]
    return front, [section(lines, start, end, mistakes) for start, end in zip(starts, ends)]


def cut_front(lines: list[str], mistakes: Mistakes) -> tuple[Piece | None, int]:
    """The settings at the top, and where the rest begins."""
    if lines[0].rstrip() != FENCE:
        mistakes.add(1, phrase('A lesson begins with its settings between two lines "{fence}".', fence=FENCE))
        return None, 0
    for place in range(1, len(lines)):
        if lines[place].rstrip() == FENCE:
            return Piece("\n".join(lines[1:place]), 2), place + 1
    mistakes.add(1, phrase('The settings at the top have no end: a second line "{fence}" is missing.', fence=FENCE))
    return None, len(lines)


def headings(lines: list[str], first: int) -> list[int]:
    """Where headings of the second level stand, outside of blocks."""
    found, fenced = [], False
    for place in range(first, len(lines)):
        if lines[place].startswith("```"):
            fenced = not fenced
        elif not fenced and lines[place].startswith("## "):
            found.append(place)
    return found


def section(lines: list[str], start: int, end: int, mistakes: Mistakes) -> Section:
    """The section from line `start` to before line `end`."""
    title = Own(lines[start][3:].strip())
    opens = [place for place in range(start + 1, end) if lines[place].rstrip() == OPEN]
    if not opens:
        mistakes.add(start + 1, phrase('The step {title} has no block "{open}".', title=quote(title[:40]), open=OPEN))
        return Section(title, start + 1, piece(lines, start + 1, end), None)
    first = opens[0]
    shut = next((place for place in range(first + 1, end) if lines[place].rstrip() == SHUT), None)
    if shut is None:
        mistakes.add(first + 1, phrase('The block "{open}" has no end "{shut}".', open=OPEN, shut=SHUT))
        return Section(title, start + 1, piece(lines, start + 1, first), None)
    for place in range(shut + 1, end):
        if lines[place].strip():
            mistakes.add(place + 1, "A step ends with its block; nothing may follow it.")
            break
    block = Piece("\n".join(lines[first + 1 : shut]), first + 2)
    return Section(title, start + 1, piece(lines, start + 1, first), block)


def piece(lines: list[str], start: int, end: int) -> Piece:
    """The lines from `start` to before `end` without empty ones around them."""
    while start < end and not lines[start].strip():
        start += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return Piece("\n".join(lines[start:end]), start + 1)
