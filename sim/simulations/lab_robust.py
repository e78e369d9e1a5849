"""Stars, flu and masks of one arm, found a little at a time: searches on the weights of one step.

A search goes on with the weights that it began with while the network learns on; when it is done, the next begins with
those of then. How much a slice holds is counted in products and no clock is read.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.dropout_lens import (
    Array,
    Flu,
    Room,
    Stars,
    StarSearch,
    advance_stars,
    begin_stars,
    catch_flu,
    outputs_of,
    sums_with,
    without_units,
)
from sim.dropout_masks import SCATTER as SCATTERED
from sim.dropout_masks import MaskCount, advance_masks, begin_masks, mask_factors, mask_mean
from sim.simulations.lab_view import FluSeen, MasksSeen, StarsSeen

SLICE = 2e6
"""Nanoseconds of a slice, about."""
A_CASE, A_PRODUCT = 150e3, 0.13
"""Nanoseconds of one removal, and of each product that it takes."""
MASKS_AT_ONCE = 256
SICK = 0.5
Ask = Callable[[], Room]
"""Makes the room where a search begins: that takes longer than a slice of it."""


@dataclass(frozen=True)
class Moment:
    """Weights that were asked: the step, and a number that tells them from others at the same step."""

    step: int
    mark: int
    layer: int


def cases_in(room: Room, layer: int, slice_: float = SLICE) -> int:
    """How many removals fit into a slice."""
    products = len(room.y) * sum(w.size for w in room.weights[layer + 1 :])
    return max(1, int(slice_ / (A_CASE + A_PRODUCT * products)))


def right_in(room: Room, accuracy: Array) -> Array:
    """Shares of right answers; NaN where the answers are numbers, none of which is right or wrong."""
    return np.full_like(accuracy, np.nan) if room.activations[-1] == "linear" else accuracy


@dataclass(eq=False)
class StarJob:
    """The search for stars of one arm; seen: the last that was found, on the weights of `seen_of`."""

    search: StarSearch | None = None
    of: Moment | None = None
    seen: StarsSeen | None = None
    seen_of: Moment | None = None

    def work(self, room: Ask, now: Moment, asked: int, playing: bool) -> bool:
        """A slice of the search for `asked` stars; False where there is nothing to do."""
        stale = self.of != now and (self.search is None or not playing or self.found >= asked)
        if stale or (self.of is not None and self.of.layer != now.layer):
            self.search, self.of = begin_stars(room(), now.layer, asked), now
        search = self.search
        assert search is not None
        assert self.of is not None
        search.wanted = max(search.wanted, min(asked, len(search.losses)))
        if self.found >= search.wanted:
            return self._publish(asked)
        known = self.found
        advance_stars(search, cases_in(search.room, self.of.layer))
        if self.found > known:
            self._publish(asked)
        return True

    @property
    def found(self) -> int:
        """Stars that are known."""
        return len(self.search.gone) if self.search is not None else 0

    def _publish(self, asked: int) -> bool:
        """Show what is known, unless more is known of earlier weights; whether that is something new."""
        search, of, known = self.search, self.of, self.seen
        assert search is not None
        assert of is not None
        wanted = min(asked, len(search.losses))
        gone = search.gone[:wanted]
        earlier = known is not None and self.seen_of != of and len(gone) < min(known.gone, wanted)
        same = known is not None and self.seen_of == of and (known.gone, known.asked) == (len(gone), wanted)
        if earlier or same:
            return False
        stars: Stars = without_units(search.room, of.layer, gone)
        self.seen = StarsSeen(of.layer, stars.units, stars.loss, right_in(search.room, stars.accuracy), wanted, of.step)
        self.seen_of = of
        return True


@dataclass(eq=False)
class FluJob:
    """Draws of the flu in one arm, on the weights of `of`."""

    room: Room | None = None
    of: Moment | None = None
    found: tuple[Flu, ...] = ()
    seen: FluSeen | None = None
    seen_of: Moment | None = None

    @property
    def draws(self) -> int:
        """How many were made."""
        return sum(len(part.accuracy) for part in self.found)

    def work(self, room: Ask, now: Moment, asked: int, playing: bool, seed: int) -> bool:
        """A slice of `asked` draws; False where there is nothing to do."""
        stale = self.of != now and (self.room is None or not playing or self.draws >= asked)
        if stale or (self.of is not None and self.of.layer != now.layer):
            self.room, self.of, self.found = room(), now, ()
        assert self.room is not None
        assert self.of is not None
        first = self.draws
        if first < asked:
            count = min(asked - first, cases_in(self.room, self.of.layer))
            self.found = (*self.found, catch_flu(self.room, self.of.layer, SICK, count, seed, first))
        self._publish(asked)
        return first < asked

    def _publish(self, asked: int) -> None:
        """Show the draws, unless more were made with earlier weights."""
        assert self.of is not None
        known = self.seen
        if known is not None and self.seen_of != self.of and self.draws < min(known.draws, asked):
            return
        if known is not None and self.seen_of == self.of and (known.draws, known.asked) == (self.draws, asked):
            return
        accuracy, loss, ill = (
            np.concatenate([getattr(part, name) for part in self.found]) for name in ("accuracy", "loss", "ill")
        )
        assert self.room is not None
        shares = right_in(self.room, np.append(accuracy, self.found[0].whole[1]))
        whole = self.found[0].whole[0]
        self.seen = FluSeen(self.of.layer, shares[:-1], loss, ill, float(shares[-1]), whole, asked, self.of.step)
        self.seen_of = self.of


@dataclass(eq=False)
class MaskJob:
    """All masks of one arm, and what each answers to one example."""

    count: MaskCount | None = None
    of: tuple[Moment, float] | None = None
    answered: tuple[int, int, Array, Array, float] | None = None
    seen: MasksSeen | None = None

    def work(self, room: Ask, now: Moment, rate: float, playing: bool) -> bool:
        """A slice of the count; False where there is nothing to do."""
        done = self.count is not None and self.count.at == self.count.masks
        if self.of != (now, rate) and (self.count is None or not playing or done):
            self.count, self.of, self.answered = begin_masks(room(), rate), (now, rate), None
        count = self.count
        assert count is not None
        if count.at == count.masks:
            return False
        advance_masks(count, MASKS_AT_ONCE)
        return True

    def show(self, arm: str, example: int) -> MasksSeen | None:
        """What is known, with the answers to one example of those that are counted."""
        count, of = self.count, self.of
        if count is None or of is None or not count.at:
            return None
        example = min(max(example, 0), len(count.room.y) - 1)
        old = self.seen
        if old is not None and (old.done, old.example, old.step) == (count.at, example, of[0].step):
            return old
        if self.answered is None or self.answered[:2] != (count.at, example):
            self.answered = (count.at, example, *answers_to(count, example))
        answers, chances, scaled = self.answered[2:]
        self.seen = MasksSeen(
            arm, of[1], count.masks, count.at, mask_mean(count), example, output_of(count.room, example), answers,
            chances, scaled, of[0].step,
        )  # fmt: skip
        return self.seen


def output_of(room: Room, example: int) -> int:
    """The output that is to say yes."""
    return int(room.y[example].argmax()) if room.y.shape[1] > 1 else 0


def answers_to(count: MaskCount, example: int) -> tuple[Array, Array, float]:
    """The answers of all counted masks to one example, how likely each mask is, and the answer with nobody missing."""
    room, output = count.room, output_of(count.room, example)
    one = Room(
        room.weights, room.biases, room.activations, room.loss, room.y[example : example + 1],
        tuple(layer[example : example + 1] for layer in room.hidden),
    )  # fmt: skip
    numbers: NDArray[np.int64] = np.arange(count.at) * SCATTERED % count.masks
    factors, chances = mask_factors(one, numbers, count.rate)
    with np.errstate(all="ignore"):
        answers = outputs_of(one, sums_with(one, 0, factors))[:, 0, output]
        whole = outputs_of(one, sums_with(one, 0, [np.ones((1, one.hidden[0].shape[1]))]))[0, 0, output]
    return answers, chances, float(whole)
