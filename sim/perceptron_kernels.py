"""The driver that lets three learners meet the same points of a plane, many thousand times a second.

It does what `sim.perceptron` does one example at a time in frozen values, in arrays that change in place. Every
operation is rounded by itself (`exact`), so the threshold unit and the linear unit have the same bits as there; the
sigmoid unit takes its exponential from `sim.elementary`, the other one from Python, which may differ in the last bit.

Learners have the numbers of CHANGE: 0 the perceptron rule, 1 the linear unit, 2 the sigmoid unit. Weights are
(bias, w1, w2). A learner whose next weights would not be finite has flown: it keeps the last ones and learns no more.
"""

from typing import Any, NamedTuple

from sim.elementary import finite
from sim.lanes import one, where, zero
from sim.perceptron_rules import CHANGE
from sim.portable import exact, portable

LEARNERS_COUNT = 3
CHANGES, MISTAKES, PASS_MISTAKES, WHOLE, SETTLED, STREAK, FLEW, CHANGED, COUNTS = 0, 1, 2, 3, 4, 5, 6, 7, 8
"""Entries of `counts`, per learner: changes and mistakes so far; mistakes in this pass; whether the points and the line
stood still since the pass began; the number of the first pass without a mistake; right answers since the last mistake;
whether it has flown; whether the last point changed it."""
PLACE, EPOCH, FRESH, MET, RIGHT, BEST_RIGHT, POCKET_STREAK, POCKET_RIGHT = 0, 1, 2, 3, 4, 5, 6, 7
WATCH_PLACE, WATCH_MISTAKES, SINCE, PATIENCE, LENGTH, FOUND, NOTED, CLOCKS = 8, 9, 10, 11, 12, 13, 14, 15
"""Entries of `clock`: the place in the order, and whole passes; points met since the points changed; the row met last;
how many points the perceptron has right, and had at best; the pocket's streak and right answers; then the cycle
detector of `sim.perceptron_cycle`, with FRESH when it found a circle, and how many passes were noted in `errors`."""
PASSES = 512
"""So many passes are remembered."""


class Stream(NamedTuple):
    """What the learners remember: weights, totals (3, 3), counts (3, COUNTS), clock (CLOCKS,), pocket, watched (3,),
    errors (PASSES, 3): a ring of the mistakes of every pass."""

    weights: Any
    totals: Any
    counts: Any
    clock: Any
    pocket: Any
    watched: Any
    errors: Any


@exact
@portable
def right_of(first, second, targets, bias, slope_1, slope_2):
    """How many points a threshold unit has right."""
    right = 0
    for k in range(targets.size):
        z = bias + slope_1 * first[k] + slope_2 * second[k]
        if where(z > zero(z), one(z), zero(z)) == targets[k]:
            right += 1
    return right


@portable
def same_weights(weights, others):
    """Whether the perceptron's weights are these."""
    return weights[0, 0] == others[0] and weights[0, 1] == others[1] and weights[0, 2] == others[2]


@portable
def keep_pocket(stream):
    """The pocket after the perceptron met a point (Gallant 1990): a longer run of right answers, and more right."""
    clock, streak = stream.clock, stream.counts[0, STREAK]
    if clock[POCKET_RIGHT] >= 0 and streak <= clock[POCKET_STREAK]:
        return
    if clock[POCKET_RIGHT] >= 0 and same_weights(stream.weights, stream.pocket):
        clock[POCKET_STREAK] = streak
    elif clock[RIGHT] > clock[POCKET_RIGHT]:
        for j in range(stream.pocket.size):
            stream.pocket[j] = stream.weights[0, j]
        clock[POCKET_STREAK] = streak
        clock[POCKET_RIGHT] = clock[RIGHT]


@portable
def watch(stream, place):
    """The detector after one more point (Brent 1980); a state that comes back without a mistake is no circle."""
    clock, mistakes = stream.clock, stream.counts[0, MISTAKES]
    clock[SINCE] += 1
    back = place == clock[WATCH_PLACE] and same_weights(stream.weights, stream.watched)
    if back and mistakes > clock[WATCH_MISTAKES]:
        clock[LENGTH] = clock[SINCE]
        clock[FOUND] = clock[FRESH]
        clock[WATCH_MISTAKES] = mistakes - clock[WATCH_MISTAKES]
    elif clock[SINCE] >= clock[PATIENCE]:
        for j in range(stream.watched.size):
            stream.watched[j] = stream.weights[0, j]
        clock[WATCH_PLACE] = place
        clock[WATCH_MISTAKES] = mistakes
        clock[SINCE] = 0
        clock[PATIENCE] = clock[PATIENCE] + clock[PATIENCE]


@portable
def end_pass(stream):
    """The last point of a pass was met: note the mistakes, and who made none."""
    counts, clock = stream.counts, stream.clock
    line = clock[NOTED] % PASSES
    clock[NOTED] += 1
    clock[EPOCH] += 1
    for kind in range(LEARNERS_COUNT):
        stream.errors[line, kind] = counts[kind, PASS_MISTAKES]
        still = counts[kind, WHOLE] == 1 and counts[kind, FLEW] == 0
        if still and counts[kind, PASS_MISTAKES] == 0 and counts[kind, SETTLED] == 0:
            counts[kind, SETTLED] = clock[EPOCH]
        counts[kind, PASS_MISTAKES] = 0
        counts[kind, WHOLE] = 1


@exact
@portable
def learn(first, second, targets, row, kind, rate, border, stream):
    """Learner `kind` meets one point."""
    weights, counts, clock = stream.weights, stream.counts, stream.clock
    bias, slope_1, slope_2 = weights[kind, 0], weights[kind, 1], weights[kind, 2]
    z = bias + slope_1 * first[row] + slope_2 * second[row]
    counts[kind, STREAK] += 1
    if where(z > border, one(z), zero(z)) != targets[row]:
        counts[kind, MISTAKES] += 1
        counts[kind, PASS_MISTAKES] += 1
        counts[kind, STREAK] = 0
    factor = rate * CHANGE(kind, z, targets[row])
    if factor != zero(z):
        bias, slope_1, slope_2 = bias + factor, slope_1 + factor * first[row], slope_2 + factor * second[row]
        if not (finite(bias) and finite(slope_1) and finite(slope_2)):
            counts[kind, FLEW] = 1
            return
        counts[kind, CHANGES] += 1
        counts[kind, CHANGED] = 1
        weights[kind, 0] = bias
        weights[kind, 1] = slope_1
        weights[kind, 2] = slope_2
        if kind == 0:
            clock[RIGHT] = right_of(first, second, targets, bias, slope_1, slope_2)
            clock[BEST_RIGHT] = max(clock[BEST_RIGHT], clock[RIGHT])


@exact
@portable
def meet(first, second, targets, rows, rates, borders, watching, stream):
    """All learners meet the points `rows` (steps,), one after the other; first, second, targets (n,) float64.

    rates, borders (3,): the learning rate of each, and the z above which it says class 1. watching: 1 where the points
    come in turn, so that a state that comes back proves a circle.
    """
    weights, totals, counts, clock = stream.weights, stream.totals, stream.counts, stream.clock
    for k in range(rows.size):
        row = rows[k]
        clock[FRESH] += 1
        clock[MET] = row
        for kind in range(LEARNERS_COUNT):
            counts[kind, CHANGED] = 0
            if counts[kind, FLEW] == 0:
                learn(first, second, targets, row, kind, rates[kind], borders[kind], stream)
            for j in range(totals.shape[1]):
                totals[kind, j] = totals[kind, j] + weights[kind, j]
        keep_pocket(stream)
        clock[PLACE] += 1
        if clock[PLACE] >= targets.size:
            clock[PLACE] = 0
            end_pass(stream)
        if watching == 1 and clock[LENGTH] == 0 and counts[0, FLEW] == 0:
            watch(stream, clock[PLACE])
