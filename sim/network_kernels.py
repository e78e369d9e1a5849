"""Who sits in the lanes: the drivers around the one body in `sim.network_rules`.

`train_one` and `train_one_wide` train one network, a mini-batch's examples side by side; `train_many` an ensemble,
its replicas side by side; `train_thread` one network per CUDA thread. All sizes, rules and rates are read at run time;
only the widths are compiled. The drivers that look without training are in `sim.network_view_kernels`.

Training goes on from `clock` and leaves it where it stopped, so that it can be done in slices of any length. An epoch
meets every example once. Shuffling draws the order of an epoch from the seed and the number of the epoch alone (Fisher
& Yates 1938 in the form of Durstenfeld 1964), a little ahead of where training is; all replicas share it.
"""

from typing import Any, NamedTuple

from sim.elementary import finite
from sim.lanes import every, lanes, like, multiply_words, one, shared, where, words, zero
from sim.network_plan import COLUMNS, LAYERS, N_IN, N_OUT
from sim.network_rules import (
    AHEAD,
    LOSS,
    SHUFFLED,
    Data,
    Learner,
    Work,
    add_gradient,
    clear,
    constants_of,
    look_ahead,
    update,
)
from sim.portable import portable, spliced
from sim.rng import DROP, SHUFFLE, philox, purpose_word

STEP, EPOCH, POSITION, DRAWN, LAID, ENDED, MET_FROM, CLOCKS = 0, 1, 2, 3, 4, 5, 6, 7
"""Entries of `clock`: updates so far; epochs so far; examples met and drawn in this epoch; examples that lie in their
own order in the columns; the update (counted from 0) that left the finite numbers, or -1; where the last batch began
in the order of its epoch."""
NEVER = 0xFFFFFFFF
"""The same for a replica that has not."""
WIDTH, WIDE, MANY = 16, 32, 64
"""Lanes: examples of one network, and of one with large batches; replicas."""


class Columns(NamedTuple):
    """A mini-batch laid out for lanes: (columns, rows, width) of inputs and targets, (columns, width) of the others.

    `share` is each example's share of the batch, 0 in lanes without one. `example` is its number.
    """

    x: Any
    y: Any
    share: Any
    example: Any


# the order of the examples


@portable
def swap(order, position, word, examples):
    """Put one of the examples that are still to come at `position`."""
    if position < examples:
        ahead, _ = multiply_words(words(word), words(examples - position))
        chosen = position + ahead
        here = order[position]
        order[position] = order[chosen]
        order[chosen] = here


@portable
def draw_order(shuffled, order, examples, clock, last, keys):
    """Draw the order of this epoch's examples up to position `last`, four at a time."""
    if clock[POSITION] == 0 and (shuffled or clock[DRAWN] > 0):
        clock[DRAWN] = 0
        for k in range(examples):
            order[k] = k
    if shuffled:
        at = max(clock[DRAWN], clock[POSITION])
        while at < last:
            w0, w1, w2, w3 = philox(at, clock[EPOCH], 0, purpose_word(SHUFFLE, 0), keys[0], keys[1])
            swap(order, at, w0, examples)
            swap(order, at + 1, w1, examples)
            swap(order, at + 2, w2, examples)
            swap(order, at + 3, w3, examples)
            at += 4
        clock[DRAWN] = at


@portable
def turn(clock, last, examples):
    """One update is done, and the examples before position `last` have been met."""
    clock[STEP] += 1
    clock[MET_FROM] = clock[POSITION]
    clock[POSITION] = last
    if last == examples:
        clock[POSITION] = 0
        clock[EPOCH] += 1


@portable
def gather(width, plan, data, first, last, columns, begin):
    """Lay the examples at positions first .. last - 1 of the order side by side, from column `begin` on.

    Lanes without an example keep a former one, with share 0: its numbers are finite where those of the others are.
    """
    n_in, n_out = plan[N_IN], plan[(plan[LAYERS] - 1) * COLUMNS + N_OUT]
    x, y, size, here = columns.x, columns.y, last - first, begin * width
    part = one(x) / like(x, size)
    for k in range(size):
        chosen = data.order[first + k]
        column, lane = begin + k // width, k % width
        for i in range(n_in):
            x[(column * n_in + i) * width + lane] = data.x[chosen * n_in + i]
        for o in range(n_out):
            y[(column * n_out + o) * width + lane] = data.y[chosen * n_out + o]
        columns.example[here + k] = words(chosen)
        columns.share[here + k] = part
    for k in range(size, -(-size // width) * width):
        columns.share[here + k] = zero(x)


@portable
def laid_out(width, plan, shuffled, data, examples, clock, batch, last, columns, room):
    """The first column of the batch that ends at `last`. Batches in their own order stay where they are once laid.

    room: how many columns there are.
    """
    first, per_batch = clock[POSITION], (batch + width - 1) // width
    keep = room // per_batch * batch >= examples and first % batch == 0 and not shuffled and clock[DRAWN] == 0
    if not keep:
        clock[LAID] = 0
        gather(width, plan, data, first, last, columns, 0)
        return 0
    begin = first // batch * per_batch
    if clock[LAID] <= first:
        gather(width, plan, data, first, last, columns, begin)
        if clock[LAID] == first:
            clock[LAID] = last
    return begin


# one network


@spliced
def train_examples(
    width, table, choices, data, batch, learner, hyper, constants, dropout, columns, work, moments, steps
):  # fmt: skip
    """`steps` updates of one network; learner: rows padded to whole vectors, work (units, width)."""
    plan, switches, clock = shared(table), shared(choices), shared(moments)
    rates, steady, rows = shared(hyper), shared(constants), constants.size // 3
    p, g, ahead, count = shared(learner.p), shared(learner.g), shared(learner.ahead), learner.p.size // width
    flat = Learner(
        lanes(learner.p, width), lanes(learner.g, width), lanes(learner.ahead, width), lanes(learner.m, width),
        lanes(learner.v, width), lanes(learner.penalised, width),
    )  # fmt: skip
    scratch = Work(lanes(work.z, width), lanes(work.a, width), lanes(work.slope, width), lanes(work.dz, width))
    given = Data(shared(data.x), shared(data.y), shared(data.order))
    places = Columns(shared(columns.x), shared(columns.y), shared(columns.share), shared(columns.example))
    met = Data(lanes(columns.x, width), lanes(columns.y, width), given.order)
    share, example, room = lanes(columns.share, width), lanes(columns.example, width), columns.share.shape[0]
    examples, keys, purpose = data.order.size, (dropout.key_0, dropout.key_1), purpose_word(DROP, 0)
    for _ in range(steps):
        if clock[ENDED] >= 0:
            break
        first, step = clock[POSITION], clock[STEP]
        last = min(first + batch, examples)
        draw_order(switches[SHUFFLED], given.order, examples, clock, last, keys)
        begin = laid_out(width, plan, switches[SHUFFLED], given, examples, clock, batch, last, places, room)
        c = constants_of(steady, rows, step, p)
        at, asked = p, flat.p
        if switches[AHEAD]:
            look_ahead(switches, count, flat, rates, c)
            at, asked = ahead, flat.ahead
        clear(flat.g, count)
        for k in range(begin, begin + (last - first + width - 1) // width):
            add_gradient(
                plan, switches[LOSS], met, k, share[k], example[k], step, purpose, at, g, dropout, scratch
            )  # fmt: skip
        trouble = update(switches, count, flat, asked, rates, c)
        if not every(finite(trouble)):
            clock[ENDED] = step
        turn(clock, last, examples)


@portable
def train_one(plan, switches, data, batch, learner, hyper, constants, dropout, columns, work, clock, steps):
    """One network, 16 examples at a time."""
    train_examples(
        WIDTH, plan, switches, data, batch, learner, hyper, constants, dropout, columns, work, clock, steps
    )  # fmt: skip


@portable
def train_one_wide(plan, switches, data, batch, learner, hyper, constants, dropout, columns, work, clock, steps):
    """One network, 32 examples at a time: for batches of more than 16 in float32."""
    train_examples(
        WIDE, plan, switches, data, batch, learner, hyper, constants, dropout, columns, work, clock, steps
    )  # fmt: skip


# many networks


@spliced
def train_turn(
    plan, switches, data, position, batch, step, steps, purpose, examples, learner, count, hyper, constants, rows,
    dropout, work, ended,
):  # fmt: skip
    """`steps` updates of the networks in the lanes, from `position` in the order of the examples."""
    for now in range(step, step + steps):
        last = min(position + batch, examples)
        share = one(work.a) / like(work.a, last - position)
        c = constants_of(constants, rows, now, hyper)
        at = learner.p
        if switches[AHEAD]:
            look_ahead(switches, count, learner, hyper, c)
            at = learner.ahead
        clear(learner.g, count)
        for k in range(position, last):
            example = data.order[k]
            add_gradient(
                plan, switches[LOSS], data, example, share, example, now, purpose, at, learner.g, dropout, work
            )  # fmt: skip
        trouble = update(switches, count, learner, at, hyper, c)
        ended[0] = where(finite(trouble), ended[0], where(ended[0] < words(now), ended[0], like(ended, now)))
        position = last
        if last == examples:
            position = 0


@portable
def train_many(
    table, choices, data, batch, learner, replicas, hyper, constants, dropout, work, moments, ended, steps
):  # fmt: skip
    """`steps` updates of an ensemble, block by block; between two the order of the examples is drawn.

    learner: (blocks, slots, MANY), except g and ahead (slots, MANY) and penalised (slots,); replicas and ended
    (blocks, MANY), uint32.
    """
    plan, switches, clock = shared(table), shared(choices), shared(moments)
    rates, steady, rows = shared(hyper), shared(constants), constants.size // 3
    examples, count, blocks, left = data.order.size, learner.p.shape[1], learner.p.shape[0], steps
    given = Data(shared(data.x), shared(data.y), shared(data.order))
    scratch = Work(lanes(work.z, MANY), lanes(work.a, MANY), lanes(work.slope, MANY), lanes(work.dz, MANY))
    numbers, flags = lanes(replicas, MANY), shared(learner.penalised)
    g, ahead, keys = lanes(learner.g, MANY), lanes(learner.ahead, MANY), (dropout.key_0, dropout.key_1)
    while left > 0:
        first, step, turns = clock[POSITION], clock[STEP], left
        if switches[SHUFFLED]:
            turns = min(left, (examples - first + batch - 1) // batch)
        draw_order(switches[SHUFFLED], given.order, examples, clock, min(first + turns * batch, examples), keys)
        for block in range(blocks):
            mine = Learner(
                lanes(learner.p[block], MANY), g, ahead, lanes(learner.m[block], MANY),
                lanes(learner.v[block], MANY), flags,
            )  # fmt: skip
            train_turn(
                plan, switches, given, first, batch, step, turns, purpose_word(DROP, numbers[block]), examples, mine,
                count, rates, steady, rows, dropout, scratch, lanes(ended[block], MANY),
            )  # fmt: skip
        for _ in range(turns):
            turn(clock, min(clock[POSITION] + batch, examples), examples)
        left -= turns


@portable
def train_thread(
    thread, plan, switches, data, batch, learner, replicas, hyper, constants, dropout, work, ended, position, step,
    steps,
):  # fmt: skip
    """One CUDA thread: lane `thread` of learner, work (rows, lanes) and ended (1, lanes); the order is drawn before.

    plan, data and all other rows are flat.
    """
    mine = Learner(
        learner.p[:, thread], learner.g[:, thread], learner.ahead[:, thread], learner.m[:, thread],
        learner.v[:, thread], learner.penalised,
    )  # fmt: skip
    scratch = Work(work.z[:, thread], work.a[:, thread], work.slope[:, thread], work.dz[:, thread])
    train_turn(
        plan, switches, data, position, batch, step, steps, purpose_word(DROP, replicas[thread]), data.order.size, mine,
        learner.p.shape[0], hyper, constants, constants.size // 3, dropout, scratch, ended[:, thread],
    )  # fmt: skip
