"""From the bytes of a file to its lines, a piece at a time: what is refused before any cell is looked at.

Refused: what is no plain file (a folder, a pipe), more than 100 MB, bytes that are not in the encoding that was named,
NUL characters, cells of more than 64 kB and rows of more than 256 kB. Line ends may be LF, CR LF or CR.
"""

import codecs
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from sim.errors import ConfigError, quote
from sim.numerals import write_count
from sim.phrases import phrase

ENCODINGS = {"utf-8": "utf-8-sig", "utf-16": "utf-16", "latin-1": "cp1252"}
"""The encodings a file may have, and what Python calls them. Latin-1 is read as Windows writes it."""
MOST_BYTES = 100_000_000
MOST_ROWS = 1_000_000
MOST_COLUMNS = 256
LONGEST_CELL = 64 * 1024
LONGEST_ROW = 256 * 1024
PIECE = 64 * 1024
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class DataError(ConfigError):
    """A file that cannot be used, in one sentence. row and column count from 1, as a spreadsheet does; None: the file.

    encodings: in which of ENCODINGS it may be worth another try.
    """

    def __init__(
        self, text: str, row: int | None = None, column: int | None = None, encodings: tuple[str, ...] = ()
    ) -> None:
        place = (
            phrase("Row {row}, column {column}: ", row=write_count(row), column=column)
            if row and column
            else phrase("Row {row}: ", row=write_count(row))
            if row
            else ""
        )
        super().__init__(place + text)
        self.row, self.column, self.encodings = row, column, encodings


@dataclass(frozen=True)
class Piece:
    """Whole lines of a file. first: the row number of lines[0]; share: how much of the file has been read."""

    lines: list[str]
    first: int
    share: float


def pieces(path: str | os.PathLike[str], encoding: str = "utf-8") -> Iterator[Piece]:
    """The lines of a file, 64 kB at a time. Raises DataError."""
    if encoding not in ENCODINGS:
        raise ConfigError(
            phrase(
                "There is no encoding {encoding} here. There are: {names}.",
                encoding=quote(encoding),
                names=", ".join(ENCODINGS),
            )
        )
    if not isinstance(path, str | os.PathLike):
        raise ConfigError(phrase("A file needs a name, not {path}.", path=quote(path)))
    size = checked_size(Path(path))
    try:
        with open(path, "rb") as file:
            head = file.read(4)
            file.seek(0)
            if encoding == "utf-8" and head[:2] in UTF_16_MARKS:
                raise DataError(
                    "The file is written in UTF-16; read it as UTF-16, or save it as CSV UTF-8.", encodings=("utf-16",)
                )
            yield from whole_lines(file, encoding, spelled(encoding, head), max(1, size))
    except OSError as error:
        raise DataError(
            phrase("The file cannot be read: {strerror}.", strerror=error.strerror or "the system gives no reason")
        ) from None


def checked_size(path: Path) -> int:
    """The size of the file, if it is one and not too large."""
    try:
        found = os.stat(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is no file name"
        raise DataError(
            phrase("The file {name} cannot be read: {reason}.", name=quote(path.name), reason=reason)
        ) from None
    if stat.S_ISDIR(found.st_mode):
        raise DataError(phrase("{name} is a folder, not a file.", name=quote(path.name)))
    if not stat.S_ISREG(found.st_mode):
        raise DataError(phrase("{name} is a pipe or a device, not a file of its own.", name=quote(path.name)))
    if found.st_size > MOST_BYTES:
        size, most = found.st_size / 1e6, MOST_BYTES // 1_000_000
        raise DataError(
            phrase("The file has {size} MB; at most {most} MB can be read.", size=f"{size:,.1f}", most=most)
        )
    return found.st_size


def spelled(encoding: str, head: bytes) -> str:
    """What Python calls the encoding; UTF-16 without a mark shows by its zeros which byte comes first."""
    if encoding == "utf-16" and head[:2] not in UTF_16_MARKS:
        return "utf-16-be" if head[:1] == b"\0" else "utf-16-le"
    return ENCODINGS[encoding]


def whole_lines(file: BinaryIO, encoding: str, codec: str, size: int) -> Iterator[Piece]:
    """Decode, and cut at line ends; the rest of a piece waits for the next one."""
    decoder = codecs.getincrementaldecoder(codec)()
    rest, row, done, last_was_return = "", 1, 0, False
    while True:
        data = file.read(PIECE)
        done += len(data)
        if done > MOST_BYTES:
            raise DataError(
                phrase(
                    "The file grows while it is read; at most {most_bytes} MB can be read.",
                    most_bytes=MOST_BYTES // 1_000_000,
                )
            )
        text = decoded(decoder, data, encoding, row)
        if text:
            halved, last_was_return = last_was_return and text.startswith("\n"), text.endswith("\r")
            text = text[int(halved) :]
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        lines = (rest + text).split("\n")
        rest = lines.pop() if data else ""
        check_lines(lines, row)
        check_lines([rest], row + len(lines))
        if not data and lines and not lines[-1]:
            lines.pop()
        if lines:
            yield Piece(lines, row, min(1.0, done / size))
        row += len(lines)
        if not data:
            return


def decoded(decoder: codecs.IncrementalDecoder, data: bytes, encoding: str, row: int) -> str:
    """The text of the next bytes; `row` is that of the first of them."""
    try:
        return decoder.decode(data, final=not data)
    except UnicodeDecodeError as error:
        before = bytes(error.object[: error.start])
        here = row + max(before.count(b"\n"), before.count(b"\r"))
        others = tuple(name for name in ENCODINGS if name != encoding and name != "utf-16")
        offer = (
            phrase("; it may be {others}: read it as that", others=others[0].replace("l", "L"))
            if "latin-1" in others
            else ""
        )
        raise DataError(
            phrase("The file is not written in {encoding}{offer}.", encoding=encoding.upper(), offer=offer),
            here,
            encodings=others,
        ) from None


def check_lines(lines: list[str], first: int) -> None:
    """No NUL, and no line or cell beyond the limits; the cells themselves come later."""
    for k, line in enumerate(lines):
        if "\0" in line:
            raise DataError(
                "There is a NUL character: this is no text table, or it is UTF-16.", first + k, encodings=("utf-16",)
            )
        if len(line) > LONGEST_CELL:
            cells = line.replace(";", ",").replace("\t", ",").split(",")
            if max(map(len, cells)) > LONGEST_CELL:
                raise DataError(
                    phrase("A cell has more than {longest_cell} kB.", longest_cell=LONGEST_CELL // 1024), first + k
                )
            if len(line) > LONGEST_ROW:
                what = (
                    phrase("{most_columns} columns", most_columns=MOST_COLUMNS)
                    if len(cells) > MOST_COLUMNS
                    else phrase("{longest_row} kB", longest_row=LONGEST_ROW // 1024)
                )
                raise DataError(phrase("The row has more than {what}.", what=what), first + k)
