"""Tables of settings in a lesson file, read so that every mistake is said with its line, and none ends the reading.

`parse` turns TOML text into a dictionary; what is nested deeper than DEEPEST is refused before it is parsed. `Table`
takes values out of one, checks them, and at the end names the keys that nobody asked for.
"""

import re
import tomllib
from collections.abc import Mapping
from math import isfinite
from typing import Any

from sim.errors import quote, unknown
from sim.lesson_parts import Mistake
from sim.phrases import Own, phrase

DEEPEST = 8
LONGEST_LIST = 1000
LARGEST_NUMBER = 1e15
STRINGS = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|\'{3}.*?\'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*'|#[^\n]*''',
    re.DOTALL,
)
PLACE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


class Mistakes:
    """The mistakes of one file, in the order in which they were found."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.found: list[Mistake] = []

    def add(self, line: int, sentence: str) -> None:
        """One more."""
        self.found.append(Mistake(self.file, line, sentence))


def without_strings(text: str) -> str:
    """The text with the inside of strings and comments blanked, its lines and places kept."""
    return STRINGS.sub(lambda found: re.sub(r"[^\n]", " ", found.group()), text)


def depth(text: str) -> int:
    """How deep brackets and dotted names are nested in TOML text."""
    level = deepest = 0
    plain = without_strings(text)
    for character in plain:
        level += (character in "[{") - (character in "]}")
        deepest = max(deepest, level)
    dots = max((name.count(".") for name in re.findall(r"[\w.\-]+", plain)), default=0)
    return max(deepest, dots)


def parse(text: str, first_line: int, mistakes: Mistakes) -> dict[str, Any] | None:
    """The table that the text is, or None after a mistake was said. first_line: where the text begins in its file."""
    if depth(text) > DEEPEST:
        mistakes.add(first_line, phrase("This is nested deeper than {deepest} levels.", deepest=DEEPEST))
        return None
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = PLACE.search(str(error))
        line = int(found.group(1)) if found and found.group(1) else text.count("\n") + 1
        mistakes.add(first_line + line - 1, phrase("This is not TOML: {sub}.", sub=PLACE.sub("", str(error))))
    except (ValueError, RecursionError):
        mistakes.add(first_line, "This is not TOML: a number or a date in it cannot be read.")
    return None


def key_lines(text: str, first_line: int) -> dict[str, int]:
    """The line at which every key that begins a line stands."""
    lines: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), first_line):
        found = re.match(r"\s*\[{0,2}\s*[\"']?([\w\-]+)", line)
        if found:
            lines.setdefault(found.group(1), number)
    return lines


def item_lines(text: str, first_line: int, key: str) -> list[int]:
    """The lines at which the tables of the list `key = [{..}, {..}]` begin."""
    plain = without_strings(text)
    found = re.search(rf"^\s*{re.escape(key)}\s*=\s*\[", plain, re.MULTILINE)
    if found is None:
        return []
    level, lines = 1, []
    for place in range(found.end(), len(plain)):
        if plain[place] == "{" and level == 1:
            lines.append(first_line + plain.count("\n", 0, place))
        level += (plain[place] in "[{") - (plain[place] in "]}")
        if level == 0:
            break
    return lines


class Table:
    """A table out of a lesson, `what` it is in words. What is taken is checked; `close` names what was not taken."""

    def __init__(self, values: Mapping[str, Any], what: str, line: int, mistakes: Mistakes, text: str = "") -> None:
        self.values, self.what, self.line, self.mistakes = values, what, line, mistakes
        self._text = text
        self._lines = key_lines(text, line) if text else {}
        self._known: list[str] = []

    def line_of(self, key: str) -> int:
        """Where `key` stands."""
        return self._lines.get(key, self.line)

    def wrong(self, key: str, sentence: str) -> None:
        """Say a mistake about `key`."""
        self.mistakes.add(self.line_of(key), sentence)

    def has(self, key: str) -> bool:
        """Whether `key` is given."""
        return key in self.values

    def any(self, key: str) -> Any:
        """The value as it is; None where there is none."""
        self._known.append(key)
        return self.values.get(key)

    def _given(self, key: str, needed: bool) -> Any:
        value = self.any(key)
        if value is None and needed:
            self.mistakes.add(self.line, phrase("{what} needs {key}.", what=self.what, key=quote(key)))
        return value

    def text(self, key: str, longest: int, needed: bool = False) -> str:
        """A text of up to so many characters; "" where there is none."""
        value = self._given(key, needed)
        if value is None:
            return ""
        fitting = self._short_text(key, value, longest)
        if needed and not fitting.strip() and isinstance(value, str) and not value.strip():
            self.wrong(key, phrase("{key} is empty.", key=quote(key)))
        return fitting

    def _short_text(self, key: str, value: Any, longest: int) -> str:
        if not isinstance(value, str):
            self.wrong(key, phrase("{key} must be a text, not {value}.", key=quote(key), value=quote(value)))
            return ""
        if len(value) > longest:
            self.wrong(
                key,
                phrase(
                    "{key} may have up to {longest} characters, not {value}.",
                    key=quote(key),
                    longest=longest,
                    value=len(value),
                ),
            )
            return Own(value[:longest])
        return Own(value)

    def texts(self, key: str, most: int, longest: int, needed: bool = False) -> tuple[str, ...]:
        """A list of texts; () where there is none."""
        return tuple(self._short_text(key, value, longest) for value in self._list(key, most, needed))

    def number(self, key: str, low: float, high: float, needed: bool = False) -> float | None:
        """A number within bounds, or None."""
        value = self._given(key, needed)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            self.wrong(
                key,
                phrase(
                    "{key} must be a number from {low} to {high}, not {value}.",
                    key=quote(key),
                    low=f"{low:g}",
                    high=f"{high:g}",
                    value=quote(value),
                ),
            )
            return None
        return float(value)

    def whole(self, key: str, low: int, high: int, default: int, needed: bool = False) -> int:
        """A whole number within bounds, or the default."""
        value = self._given(key, needed)
        if value is None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.wrong(
                key,
                phrase(
                    "{key} must be a whole number from {low} to {high}, not {value}.",
                    key=quote(key),
                    low=low,
                    high=high,
                    value=quote(value),
                ),
            )
            return default
        return value

    def flag(self, key: str) -> bool:
        """True or false; false where nothing is said."""
        value = self.any(key)
        if value is not None and not isinstance(value, bool):
            self.wrong(key, phrase("{key} must be true or false, not {value}.", key=quote(key), value=quote(value)))
        return value is True

    def choice(self, key: str, options: tuple[str, ...], needed: bool = False) -> str:
        """One of the options, or ""."""
        value = self._given(key, needed)
        if value is None:
            return ""
        if value not in options:
            self.wrong(key, str(unknown(key, value, options)))
            return ""
        return str(value)

    def numbers(self, key: str, most: int) -> tuple[float, ...]:
        """A list of finite numbers."""
        rows = self._list(key, most, False)
        if not all(is_number(value) for value in rows):
            self.wrong(key, phrase("{key} must be a list of numbers.", key=quote(key)))
            return ()
        return tuple(float(value) for value in rows)

    def table(self, key: str) -> "Table | None":
        """A table within, or None."""
        value = self.any(key)
        if value is None:
            return None
        if not isinstance(value, dict):
            self.wrong(
                key,
                phrase(
                    "{key} must be a table, such as {{ name = 1 }}, not {value}.", key=quote(key), value=quote(value)
                ),
            )
            return None
        return Table(value, f"{key!r}", self.line_of(key), self.mistakes)

    def tables(self, key: str, most: int) -> list["Table"]:
        """A list of tables."""
        rows = self._list(key, most, False)
        lines = item_lines(self._text, self.line, key)
        made = []
        for place, value in enumerate(rows):
            line = lines[place] if place < len(lines) else self.line_of(key)
            if isinstance(value, dict):
                made.append(Table(value, f"Number {place + 1} of {key!r}", line, self.mistakes))
            else:
                self.mistakes.add(
                    line, phrase("{key} must be a list of tables, such as [ {{ name = 1 }} ].", key=quote(key))
                )
        return made

    def _list(self, key: str, most: int, needed: bool) -> list[Any]:
        value = self._given(key, needed)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(key, phrase("{key} must be a list, not {value}.", key=quote(key), value=quote(value)))
            return []
        if len(value) > most:
            self.wrong(
                key,
                phrase(
                    "{key} may have up to {most} entries, not {value}.", key=quote(key), most=most, value=len(value)
                ),
            )
        return value[:most]

    def close(self) -> None:
        """Name the keys that nobody knows."""
        for key in self.values:
            if key not in self._known:
                self.wrong(
                    key,
                    str(
                        unknown(
                            phrase("entry of {what}{other_what}", what=self.what[:1].lower(), other_what=self.what[1:]),
                            key,
                            self._known,
                        )
                    ),
                )


def is_number(value: Any) -> bool:
    """Whether it is a finite number of a size that means something."""
    return (
        isinstance(value, int | float)
        and not isinstance(value, bool)
        and abs(value) <= LARGEST_NUMBER
        and isfinite(value)
    )
