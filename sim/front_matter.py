"""Text files that people write: a table between two lines of three pluses, then Markdown. Every mistake has a line.

    +++
    title = "A net reads post codes"
    +++
    Small filters ...

The table is TOML. `Fields` reads its values one by one, each checked, and refuses the keys that nobody asked for. Files
may come from strangers: they are plain, UTF-8, at most MOST_BYTES long, and nothing in them is ever run.
"""

import os
import re
import stat
import tomllib
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sim.errors import ConfigError, quote, unknown
from sim.phrases import Own, phrase

MOST_BYTES = 64 * 1024
FENCE = "+++"
HEADER = re.compile(r"\s*\[\[?\s*([\w.-]+)\s*\]\]?")


class FileError(ConfigError):
    """A file that cannot be used, in one sentence that begins with its name and the line, counted from 1."""

    def __init__(self, file: Path, line: int, sentence: str) -> None:
        super().__init__(phrase("{name}, line {line}: {sentence}", name=file.name, line=line, sentence=sentence))
        self.file, self.line = file, line


@dataclass(frozen=True)
class Written:
    """A file as it was read: the table, the Markdown after it, its lines, and the line with which the table begins."""

    file: Path
    table: dict[str, Any]
    text: str
    lines: tuple[str, ...]
    first: int = 1
    text_line: int = 1


def read_written(file: Path) -> Written:
    """A Markdown file with its table. Raises FileError."""
    lines = _lines(file)
    if not lines or lines[0].strip() != FENCE:
        raise FileError(
            file, 1, phrase("The file must begin with a line {fence}, a table, and a line {fence}.", fence=FENCE)
        )
    ends = [k for k, line in enumerate(lines) if k and line.strip() == FENCE]
    if not ends:
        raise FileError(
            file, len(lines), phrase("The table at the top does not end: there is no second line {fence}.", fence=FENCE)
        )
    inner = lines[1 : ends[0]]
    table = _toml(file, inner, 2)
    text = "\n".join(lines[ends[0] + 1 :]).strip()
    return Written(file, table, text, inner, 2, ends[0] + 2)


def read_table(file: Path) -> Written:
    """A file that is one TOML table. Raises FileError."""
    lines = _lines(file)
    return Written(file, _toml(file, lines, 1), "", lines)


def _lines(file: Path) -> tuple[str, ...]:
    """The lines of a plain, small UTF-8 file."""
    try:
        found = os.stat(file)
        if not stat.S_ISREG(found.st_mode):
            raise FileError(file, 1, "This is no plain file.")
        if found.st_size > MOST_BYTES:
            kilobytes = MOST_BYTES // 1024
            raise FileError(
                file,
                1,
                phrase(
                    "The file has {st_size} MB; at most {kilobytes} kB are read.",
                    st_size=f"{found.st_size / 1e6:,.1f}",
                    kilobytes=kilobytes,
                ),
            )
        data = file.read_bytes()[: MOST_BYTES + 1]
    except OSError as error:
        reason = error.strerror or "no reason is given"
        raise FileError(file, 1, phrase("The file cannot be read: {reason}.", reason=reason)) from None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileError(file, data[: error.start].count(b"\n") + 1, "The file is not written in UTF-8.") from None
    if "\0" in text:
        raise FileError(file, text[: text.index("\0")].count("\n") + 1, "There is a NUL character in the text.")
    return tuple(text.replace("\r\n", "\n").removesuffix("\n").split("\n"))


TOML_PLACE = re.compile(r"\s*\(at (?:line ([0-9]+), column [0-9]+|end of document)\)")


def _toml(file: Path, lines: tuple[str, ...], first: int) -> dict[str, Any]:
    """The table in `lines`, of which the first is line `first` of the file."""
    try:
        return tomllib.loads("\n".join(lines))
    except RecursionError:
        raise FileError(file, first, "The table is nested too deeply.") from None
    except ValueError as error:
        said = str(error)
        place = TOML_PLACE.search(said)
        line = int(place[1]) if place and place[1] else len(lines) if place else 1
        reason = " ".join(TOML_PLACE.sub("", said).split()).rstrip(".")[:160]
        raise FileError(
            file, first - 1 + max(line, 1), phrase("The table is no TOML: {reason}.", reason=reason)
        ) from None


@dataclass
class Fields:
    """The values of one table, taken one by one. header: the name of the table, "" for the outermost; nth: which."""

    written: Written
    table: dict[str, Any]
    header: str = ""
    nth: int = 0
    taken: set[str] = field(default_factory=set)

    def line(self, key: str = "") -> int:
        """The line of the file on which `key` stands; without it, or where it is absent, that of the table."""
        header, count, start = "", -1, 0
        for k, line in enumerate(self.written.lines):
            found = HEADER.fullmatch(line.split("#")[0].rstrip())
            if found is not None:
                header, count = found[1], count + (found[1] == self.header)
                start = k if header == self.header and count == self.nth else start
            here = header == self.header and (not self.header or count == self.nth)
            if here and key and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                return self.written.first + k
        return self.written.first + start

    def refusal(self, key: str, sentence: str) -> FileError:
        """What is wrong with the value of `key`."""
        return FileError(self.written.file, self.line(key), sentence)

    def _take(self, key: str, needed: bool) -> Any:
        self.taken.add(key)
        if needed and key not in self.table:
            of = phrase(" in [[{header}]]", header=self.header) if self.header else ""
            raise self.refusal(key, phrase("{key} is missing{of}.", key=quote(key), of=of))
        return self.table.get(key)

    def text(self, key: str, most: int, default: str | None = None) -> str:
        """A text of one line and at most `most` characters, with something in it."""
        value = self._take(key, default is None)
        if value is None:
            return default or ""
        return self._checked_text(key, value, most)

    def _checked_text(self, key: str, value: object, most: int) -> str:
        if not isinstance(value, str):
            raise self.refusal(
                key, phrase("{key} must be a text in quotes, not {value}.", key=quote(key), value=quote(value))
            )
        if not value.strip() or len(value) > most or "\n" in value:
            raise self.refusal(
                key,
                phrase(
                    "{key} must be one line of 1 to {most} characters, not {value}.",
                    key=quote(key),
                    most=most,
                    value=quote(value),
                ),
            )
        return Own(value.strip())

    def option(self, key: str, legal: Collection[str]) -> str:
        """A text that is one of `legal`."""
        value = self.text(key, 40)
        if value not in legal:
            raise self.refusal(key, str(unknown(key, value, legal)))
        return value

    def whole(self, key: str, low: int, high: int, default: int | None = None) -> int:
        """A whole number from `low` to `high`."""
        value = self._take(key, default is None)
        if value is None and default is not None:
            return default
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise self.refusal(
                key,
                phrase(
                    "{key} must be a whole number from {low} to {high}, not {value}.",
                    key=quote(key),
                    low=low,
                    high=high,
                    value=quote(value),
                ),
            )
        return value

    def number(self, key: str, low: float, high: float) -> float:
        """A number from `low` to `high`."""
        value = self._take(key, True)
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise self.refusal(
                key,
                phrase(
                    "{key} must be a number from {low} to {high}, not {value}.",
                    key=quote(key),
                    low=f"{low:g}",
                    high=f"{high:g}",
                    value=quote(value),
                ),
            )
        return float(value)

    def texts(self, key: str, most: int, many: int = 20) -> tuple[str, ...]:
        """A list of texts, each once; nothing where the key is absent."""
        value = self._take(key, False)
        if value is None:
            return ()
        if not isinstance(value, list) or len(value) > many:
            raise self.refusal(
                key, phrase("{key} must be a list of at most {many} texts in brackets.", key=quote(key), many=many)
            )
        found = tuple(self._checked_text(key, entry, most) for entry in value)
        if len(set(found)) < len(found):
            raise self.refusal(key, phrase("{key} names something twice.", key=quote(key)))
        return found

    def pairs(self, key: str, most: int) -> tuple[tuple[str, str], ...]:
        """A table of texts, { key = "text" }; nothing where the key is absent."""
        value = self._take(key, False)
        if value is None:
            return ()
        if not isinstance(value, dict) or len(value) > 40:
            raise self.refusal(key, phrase("{key} must be a table of at most 40 texts in braces.", key=quote(key)))
        return tuple((name, self._checked_text(key, entry, most)) for name, entry in value.items())

    def tables(self, key: str, many: int = 100) -> list["Fields"]:
        """The tables [[key]], each to be read by itself; none where there are none."""
        value = self._take(key, False)
        if value is None:
            return []
        if not isinstance(value, list) or len(value) > many or not all(isinstance(entry, dict) for entry in value):
            raise self.refusal(
                key,
                phrase(
                    "{key} must be at most {many} tables, each under a line [[{other_key}]].",
                    key=quote(key),
                    many=many,
                    other_key=key,
                ),
            )
        return [Fields(self.written, entry, key, k) for k, entry in enumerate(value)]

    def finish(self) -> None:
        """Refuse the first key that nobody asked for."""
        for key in self.table:
            if key not in self.taken:
                raise self.refusal(key, str(unknown("key", key, sorted(self.taken))))
