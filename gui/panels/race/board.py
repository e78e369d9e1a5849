"""What the finish board and the transport say about a race: words made from a snapshot.

A result appears when the cursor reaches the step at which it happened. The order of the rows is that of the whole race,
so that no row jumps while it plays.
"""

from __future__ import annotations

from gui.widgets.board import Row
from sim.config import Config
from sim.optimizers import OPTIMIZERS
from sim.simulations.race import RaceSnapshot, Track
from sim.surfaces import escape_rule

HEADERS = ("left at", "settled")
NEVER = 10**9
OPEN_END = "–"
TITLES = {key: optimizer.title for key, optimizer in OPTIMIZERS.items()}


def place(track: Track) -> tuple[int, int, float]:
    """What the board sorts by: left first, then settled first, then the lower end."""
    return (
        NEVER if track.left is None else track.left,
        NEVER if track.settled is None else track.settled,
        float(track.loss[-1]),
    )


def order(snapshot: RaceSnapshot, column: int = 0) -> tuple[str, ...]:
    """All optimizers: those in the race by their result in `column`, then those that watch."""
    racing = sorted(snapshot.tracks.values(), key=place)
    if column == 1:
        racing = sorted(racing, key=lambda track: NEVER if track.settled is None else track.settled)
    names = [track.key for track in racing]
    return (*names, *(key for key in OPTIMIZERS if key not in names))


def rows(snapshot: RaceSnapshot, config: Config, names: tuple[str, ...]) -> list[Row]:
    """One row for each optimizer, as far as the cursor has come."""
    return [row(key, snapshot, config) for key in names]


def row(key: str, snapshot: RaceSnapshot, config: Config) -> Row:
    """A racer's line: when it left the saddle, when it settled, or where it flew off."""
    track = snapshot.tracks.get(key)
    rate = snapshot.rates[key]
    about = f"{TITLES[key]}, learning rate {rate:.3g}. "
    if track is None:
        return Row(key, TITLES[key], False, ("", ""), ("faint", "faint"), about + "It does not race; click its mark.")
    if track.flew and snapshot.step >= track.end:
        return Row(key, TITLES[key], True, (f"flew off at {track.end}", ""), ("bad", "bad"), about + track.reason)
    reached = [at is not None and at <= snapshot.step for at in (track.left, track.settled)]
    steps = (track.left, track.settled)
    cells = tuple(str(at) if done else OPEN_END for at, done in zip(steps, reached, strict=True))
    tones = tuple("ink" if done else "faint" for done in reached)
    return Row(key, TITLES[key], True, cells, tones, about + escape_rule(snapshot.surface, snapshot.start))


def marks(snapshot: RaceSnapshot) -> list[tuple[int, str]]:
    """Where each racer left its saddle, for the transport's bar; where there is none to leave, where it settled."""
    saddle = bool(snapshot.surface.saddles)
    steps = [(track.left if saddle else track.settled, key) for key, track in snapshot.tracks.items()]
    return [(step, key) for step, key in steps if step is not None]
