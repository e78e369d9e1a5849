"""The paths of a race as a table for other programs: one row for each racer and step.

Numbers are written so that reading them gives the same number back, bit by bit: `np.loadtxt(file, delimiter=",",
skiprows=1, usecols=range(1, 7))`. A step's gradient is the one that led to the position in its row, noise included; row
0 has none and says nan. Where a racer flew off, its rows end with the step at which it was gone.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from sim.simulations.race_kernels import GX, GY, LOSS, X, Y

HEADER = ("optimizer", "step", "x", "y", "loss", "gradient x", "gradient y")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet takes for a formula."""


class TrackLike(Protocol):
    """What a racer's track must have: `records` with the columns of race_kernels, and its last step."""

    @property
    def records(self) -> Any:
        """(steps + 1, COLUMNS)"""

    @property
    def end(self) -> int:
        """The last step that was reached."""


class RaceLike(Protocol):
    """What a snapshot must have."""

    @property
    def tracks(self) -> Mapping[str, Any]:
        """The racers by name; each is like a track."""


def paths_csv(race: RaceLike) -> str:
    """The whole race as comma-separated text, header first."""
    return "".join(csv_lines(race))


def csv_lines(race: RaceLike) -> Iterator[str]:
    """The same line by line."""
    yield ",".join(HEADER) + "\n"
    for key, track in race.tracks.items():
        name = text_cell(key)
        for step, row in enumerate(rows(track)):
            yield f"{name},{step},{','.join(map(repr, row))}\n"


def rows(track: TrackLike) -> list[Sequence[float]]:
    """x, y, loss and gradient of every step that was reached, as plain floats."""
    table = track.records[: track.end + 1, [X, Y, LOSS, GX, GY]]
    table[0, 3:] = math.nan
    found: list[Sequence[float]] = table.tolist()
    return found


def text_cell(words: str) -> str:
    """A text as it may stand in a table: never a formula, quoted where it must be."""
    if words.startswith(DANGEROUS):
        words = "'" + words
    if any(mark in words for mark in ',"\n\r'):
        words = '"' + words.replace('"', '""') + '"'
    return words
