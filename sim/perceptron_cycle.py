"""Does the perceptron rule run in a circle? Where no line separates the points it may, and then it will for ever.

With a fixed order and a fixed rate, the next state follows from the weights and the place in the order alone. So if
the same weights come back at the same place, everything in between repeats. `Watch` finds this while a run goes on,
with the memory of one state (Brent 1980); `find_cycle` finds the first state that comes back, exactly, by running
again.
"""

from dataclasses import dataclass
from typing import Any

from sim.numerals import write_short
from sim.phrases import phrase, word

Weights = tuple[float, ...]

LONGEST_SEARCH = 200_000


@dataclass(frozen=True)
class Watch:
    """Brent's detector: the state it waits for, the steps since, and when it gives up on it and takes a new one.

    rate: the learning rate of these steps; with another one, it begins anew.
    length: the number of examples after which everything repeats; 0 while nothing has come back.
    """

    weights: Weights = ()
    place: int = -1
    since: int = 0
    patience: int = 1
    length: int = 0
    rate: float = 1.0


START = Watch()


def watched(watch: Watch, weights: Weights, place: int, rate: float = 1.0) -> Watch:
    """The detector after one more example: the weights now, and the place in the order of the next example."""
    if rate != watch.rate:
        return Watch(weights, place, rate=rate)
    if watch.length:
        return watch
    since = watch.since + 1
    if weights == watch.weights and place == watch.place:
        return Watch(weights, place, since, watch.patience, since, rate)
    if since == watch.patience:
        return Watch(weights, place, 0, 2 * watch.patience, 0, rate)
    return Watch(watch.weights, watch.place, since, watch.patience, 0, rate)


@dataclass(frozen=True)
class Cycle:
    """start: after how many examples the first state stands that comes back; length: how many examples later it does.

    passes: the same in passes through the points. mistakes: how many the unit makes in one round; weights: the state's.
    """

    start: int
    length: int
    passes: int
    mistakes: int
    weights: Weights

    @property
    def sentence(self) -> str:
        """What the learner should know."""
        times = word("1 pass") if self.passes == 1 else phrase("{passes} passes", passes=self.passes)
        wrong = word("1 mistake") if self.mistakes == 1 else phrase("{mistakes} mistakes", mistakes=self.mistakes)
        numbers = ", ".join(write_short(weight, 4) for weight in self.weights)
        return phrase(
            "The weights ({numbers}) come back after {length} examples ({times}) with {wrong} "
            "each time: the rule runs in a circle and will never settle.",
            numbers=numbers,
            length=self.length,
            times=times,
            wrong=wrong,
        )


def find_cycle(
    examples: Any, rate: float = 1.0, weights: Weights = (0.0, 0.0, 0.0), most: int = LONGEST_SEARCH
) -> Cycle | None:
    """The first (weights, place) that comes back when the perceptron rule starts from `weights`, and its length.

    examples: `sim.perceptron.Examples`, in turn. None where it settles without mistakes, or nothing comes back within
    `most` examples.
    """
    n, rows, targets = len(examples), examples.rows, examples.targets.tolist()

    def after(state: Weights, place: int) -> Weights:
        return corrected(state, rows[place], targets[place], rate)

    state = weights
    watch = Watch(weights, 0, 0, 1, 0)
    for seen in range(most):
        state = after(state, seen % n)
        watch = watched(watch, state, (seen + 1) % n)
        if watch.length:
            return first_return(after, weights, n, watch.length)
    return None


def corrected(weights: Weights, row: tuple[float, ...], target: int, rate: float) -> Weights:
    """The perceptron rule for one example; the same sums in the same order as `sim.perceptron.step`."""
    total = 0.0
    for weight, number in zip(weights, row):
        total += weight * number
    wrong = target - (total > 0.0)
    return tuple([w + rate * wrong * number for w, number in zip(weights, row)]) if wrong else weights


def first_return(after: Any, weights: Weights, n: int, length: int) -> Cycle | None:
    """Two walkers, one `length` examples ahead: where they first agree the circle begins."""
    ahead = weights
    for seen in range(length):
        ahead = after(ahead, seen % n)
    behind, start = weights, 0
    while behind != ahead:
        behind, ahead = after(behind, start % n), after(ahead, (start + length) % n)
        start += 1
    mistakes, state = 0, behind
    for seen in range(start, start + length):
        moved = after(state, seen % n)
        mistakes += moved is not state
        state = moved
    return Cycle(start, length, length // n, mistakes, behind) if mistakes else None
