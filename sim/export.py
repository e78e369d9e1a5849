"""The paths of a race as a table for other programs: one row for each racer and step.

Numbers are written so that reading them gives the same number back, bit by bit: `np.loadtxt(file, delimiter=",",
skiprows=1, usecols=range(1, 7))`. A step's gradient is the one that led to the position in its row, noise included; row
0 has none and says nan, and so does every row of the learner's own skier ("you"). Where a racer flew off, its rows end
with the last step at which it was there.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

from sim.simulations.race_kernels import GX, GY, LOSS, X, Y

HEADER = ("optimizer", "step", "x", "y", "loss", "gradient x", "gradient y")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet takes for a formula."""

Row = Sequence[float]


class RaceLike(Protocol):
    """What a snapshot must have."""

    @property
    def tracks(self) -> Mapping[str, Any]:
        """The racers by name: `records` with the columns of race_kernels, and `end`, the last step reached."""

    @property
    def hand(self) -> Any:
        """The learner's own skier: `path` (n, 2) and `losses`; or None."""


def paths_csv(race: RaceLike) -> str:
    """The whole race as comma-separated text, header first."""
    return "".join(csv_lines(race))


def csv_lines(race: RaceLike) -> Iterator[str]:
    """The same line by line."""
    yield ",".join(HEADER) + "\n"
    for key, track in race.tracks.items():
        yield from lines_of(key, track_rows(track))
    if race.hand is not None:
        yield from lines_of("you", hand_rows(race.hand))


def lines_of(name: str, rows: Sequence[Row]) -> Iterator[str]:
    """One racer's lines."""
    cell = text_cell(name)
    for step, row in enumerate(rows):
        yield f"{cell},{step},{','.join(map(repr, row))}\n"


def track_rows(track: Any) -> list[Row]:
    """x, y, loss and gradient of every step that was reached, as plain floats."""
    table = track.records[: track.end + 1, [X, Y, LOSS, GX, GY]]
    table[0, 3:] = math.nan
    rows: list[Row] = table.tolist()
    return rows


def hand_rows(hand: Any) -> list[Row]:
    """The same of the learner's own skier, who asked no gradient."""
    pairs = zip(hand.path.tolist(), hand.losses.tolist(), strict=True)
    return [(x, y, loss, math.nan, math.nan) for (x, y), loss in pairs]


def text_cell(words: str) -> str:
    """A text as it may stand in a table: never a formula, quoted where it must be."""
    if words.startswith(DANGEROUS):
        words = "'" + words
    if any(mark in words for mark in ',"\n\r'):
        words = '"' + words.replace('"', '""') + '"'
    return words
