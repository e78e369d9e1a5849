"""What the finish board and the transport say about a race: words made from a snapshot.

A result appears when the cursor reaches the step at which it happened. The order of the rows is that of the whole race,
so that no row jumps while it plays. The learner's own skier has a row once it has taken a step; its count is the steps
it has taken, not the cursor.
"""

from __future__ import annotations

from gui.widgets.board import Row
from sim.config import Config
from sim.numerals import write_short
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase, word
from sim.simulations.race import Hand, RaceSnapshot, Track
from sim.surfaces import escape_rule

HEADERS = (word("left at"), word("settled"))
NEVER = 10**9
OPEN_END = "–"
TITLES = {key: optimizer.title for key, optimizer in OPTIMIZERS.items()}
HAND = "you"
NOTES = {
    "own": "each at its own rate",
    "same": "one rate for all",
    "tuned": "each at its tuned rate",
}
LEFT, SETTLED = range(2)
STAYS = "Settled: from this step on the racer stays within 1 % of the picture's diagonal of a minimum."


def place(track: Track) -> tuple[int, int, float]:
    """What the board sorts by: left first, then settled first, then the lower end."""
    return (
        NEVER if track.left is None else track.left,
        NEVER if track.settled is None else track.settled,
        float(track.loss[-1]),
    )


def order(snapshot: RaceSnapshot, column: int = LEFT, backwards: bool = False) -> tuple[str, ...]:
    """All optimizers: those in the race by their result in `column`, then those that watch.

    Who flew off stands after all others either way; backwards turns the rest round.
    """
    racing = sorted(snapshot.tracks.values(), key=place)
    if column == SETTLED:
        racing = sorted(racing, key=lambda track: NEVER if track.settled is None else track.settled)
    if backwards:
        racing.reverse()
    racing = sorted(racing, key=lambda track: track.flew)
    names = [track.key for track in racing]
    return (*names, *(key for key in OPTIMIZERS if key not in names))


def next_order(
    names: tuple[str, ...],
    before: RaceSnapshot | None,
    snapshot: RaceSnapshot,
    column: int = LEFT,
    backwards: bool = False,
) -> tuple[str, ...]:
    """The order of a race that was worked out anew. A racer that was just hidden or shown keeps its row, so that no
    other one comes under the pointer; the rows are sorted again when something else changes.
    """
    if names and before is not None and set(before.tracks) != set(snapshot.tracks):
        return names
    return order(snapshot, column, backwards)


def criteria(snapshot: RaceSnapshot) -> tuple[str, str]:
    """What has to happen for a number in each of the two columns."""
    return escape_rule(snapshot.surface, snapshot.start), STAYS


def with_hand(names: tuple[str, ...], snapshot: RaceSnapshot) -> tuple[str, ...]:
    """The learner's own skier stands last."""
    return (*names, HAND) if snapshot.hand is not None and len(snapshot.hand.path) > 1 else names


def rows(snapshot: RaceSnapshot, config: Config, names: tuple[str, ...]) -> list[Row]:
    """One row for each, as far as the cursor has come."""
    return [hand_row(snapshot, snapshot.hand) if key == HAND else row(key, snapshot, config) for key in names]


def row(key: str, snapshot: RaceSnapshot, config: Config) -> Row:
    """A racer's line: when it left the saddle, when it settled, or where it flew off."""
    track = snapshot.tracks.get(key)
    about = phrase("{titles}. ", titles=TITLES[key])
    if track is None:
        return Row(key, TITLES[key], False, ("", ""), ("faint", "faint"), about + "It does not race; click its mark.")
    about = phrase("{titles}, learning rate {rates}. ", titles=TITLES[key], rates=write_short(snapshot.rates[key], 3))
    if track.flew and snapshot.step > track.end:
        at = track.flight.step if track.flight is not None else track.end
        return Row(
            key, TITLES[key], True, (phrase("flew off at {at}", at=at), ""), ("bad", "bad"), about + track.reason
        )
    cells, tones = results(track.left, track.settled, snapshot.step)
    return Row(key, TITLES[key], True, cells, tones, about + escape_rule(snapshot.surface, snapshot.start))


def hand_row(snapshot: RaceSnapshot, hand: Hand | None) -> Row:
    """The line of the learner's own skier."""
    steps = 0 if hand is None else len(hand.path) - 1
    left, settled = (None, None) if hand is None else (hand.left, hand.settled)
    cells, tones = results(left, settled, steps)
    about = phrase(
        "Your own {steps} steps. {escape_rule}", steps=steps, escape_rule=escape_rule(snapshot.surface, snapshot.start)
    )
    return Row(HAND, "You", True, cells, tones, about)


def results(left: int | None, settled: int | None, step: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two cells and their tones, as far as they have been reached."""
    first, second = (
        (str(at), "ink") if at is not None and at <= step else (OPEN_END, "faint") for at in (left, settled)
    )
    return (first[0], second[0]), (first[1], second[1])


def marks(snapshot: RaceSnapshot, until: int | None = None) -> list[tuple[int, str]]:
    """Where each racer left its saddle, for the transport's bar; where there is none to leave, where it settled.

    until: nothing that comes later."""
    saddle = bool(snapshot.surface.saddles)
    steps = [(track.left if saddle else track.settled, key) for key, track in snapshot.tracks.items()]
    return [(step, key) for step, key in steps if step is not None and (until is None or step <= until)]
