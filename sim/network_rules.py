"""Dense layers of any sizes, forward and backward side by side: written once for every number type (`sim.lanes`).

A *column* is what is computed at once: one example, or one example per lane. `plan` is the table of
`sim.network_plan` as one flat row, and `row` is where the entries of a layer begin in it. `p` is the row of parameters
and `g` that of their gradients; `z`, `a` (activation), `slope` (da/dz) and `dz` (dloss/dz) are rows with one number
per unit. The settings differ only in what these rows hold:

|                                  | p, g    | x, y   | a, z, dz | m, v         |
|----------------------------------|---------|--------|----------|--------------|
| one network, examples as lanes   | shared  | lanes  | lanes    | lanes (of p) |
| many networks, replicas as lanes | lanes   | shared | lanes    | lanes        |
| CUDA, one network per thread     | scalars | shared | scalars  | scalars      |
"""

from typing import Any, NamedTuple

from sim.activations import ACTIVATE, SOFTMAX
from sim.elementary import exp, log
from sim.lanes import accumulate_products, like, one, where, words, zero
from sim.losses import CROSS_ENTROPY, LOSS_DELTA, LOSS_VALUE
from sim.network_plan import ACTIVATION, BIASES, COLUMNS, INPUTS, LAYERS, N_IN, N_OUT, OUTPUTS, WEIGHTS
from sim.optimizers import LOOK_AHEAD, UPDATE
from sim.penalties import soft_threshold, subgradient
from sim.portable import portable, spliced
from sim.rng import philox

OPTIMIZER, LOSS, AHEAD, PENALISE, SHUFFLED, SPEED, SWITCHES = 0, 1, 2, 3, 4, 5, 6
"""Entries of `switches`: small numbers that choose rules, or turn work off that would change nothing."""
BY_THRESHOLD, BY_SLOPE = 1, 2
"""Values of switches[PENALISE] other than 0: L1 as a proximal step after the update, or as a part of the gradient."""
L1, L2, HYPERS = 4, 5, 6
"""Entries of `hyper` after the four of an optimizer."""


class Data(NamedTuple):
    """Examples: x [example][input], y [example][output], and the order in which they are met."""

    x: Any
    y: Any
    order: Any


class Work(NamedTuple):
    """Scratch rows, one number per unit."""

    z: Any
    a: Any
    slope: Any
    dz: Any


class Dropout(NamedTuple):
    """Who falls out: one entry for the inputs, then one for each hidden layer.

    A unit falls out where its random word is below its layer's threshold (rate * 2^32); others grow by its scale.
    anyone: whether a rate is above 0; where none is, no layer has to be looked up.
    """

    anyone: Any
    thresholds: Any
    scales: Any
    key_0: Any
    key_1: Any


class Learner(NamedTuple):
    """What an update needs, one number per parameter: p, its gradient g, p as seen from ahead, two memories.

    `penalised` is 1 for weights and 0 for biases.
    """

    p: Any
    g: Any
    ahead: Any
    m: Any
    v: Any
    penalised: Any


# forward


@portable
def weighted_sums(plan, row, p, work):
    """z = W a + b. Four units at a time share the load of each input, and their sums do not wait for each other."""
    n_in, n_out, b = plan[row + N_IN], plan[row + N_OUT], plan[row + BIASES]
    inputs, outputs = plan[row + INPUTS], plan[row + OUTPUTS]
    a, z = work.a, work.z
    o = 0
    while o + 4 <= n_out:
        w = plan[row + WEIGHTS] + o * n_in
        z0, z1, z2, z3 = like(a, p[b + o]), like(a, p[b + o + 1]), like(a, p[b + o + 2]), like(a, p[b + o + 3])
        for i in range(n_in):
            x = a[inputs + i]
            z0 = z0 + p[w + i] * x
            z1 = z1 + p[w + n_in + i] * x
            z2 = z2 + p[w + 2 * n_in + i] * x
            z3 = z3 + p[w + 3 * n_in + i] * x
        z[outputs + o], z[outputs + o + 1], z[outputs + o + 2], z[outputs + o + 3] = z0, z1, z2, z3
        o += 4
    while o < n_out:
        w = plan[row + WEIGHTS] + o * n_in
        z0 = like(a, p[b + o])
        for i in range(n_in):
            z0 = z0 + p[w + i] * a[inputs + i]
        z[outputs + o] = z0
        o += 1


@portable
def log_sum(first, last, z):
    """(largest z, sum of exp(z - largest)) over the units first .. last - 1."""
    largest = z[first]
    for o in range(first + 1, last):
        largest = where(z[o] > largest, z[o], largest)
    total = zero(z)
    for o in range(first, last):
        total = total + exp(z[o] - largest)
    return largest, total


@portable
def softmax(first, last, work):
    """a = exp(z) / sum exp(z), the largest z taken off first. Its slope is part of `softmax_deltas`."""
    largest, total = log_sum(first, last, work.z)
    for o in range(first, last):
        work.a[o] = exp(work.z[o] - largest) / total


@spliced
def forward_layer(plan, row, p, work):
    """The activations of a layer, and their slopes, from those of the layer before."""
    weighted_sums(plan, row, p, work)
    first, kind = plan[row + OUTPUTS], plan[row + ACTIVATION]
    last = first + plan[row + N_OUT]
    if kind == SOFTMAX:
        softmax(first, last, work)
    else:
        for o in range(first, last):
            a, slope = ACTIVATE(kind, work.z[o])
            work.a[o] = a
            work.slope[o] = slope


@portable
def drop(unit, last, word, threshold, scale, work):
    """Let one unit fall out, or make up for those that do. Its slope carries the same factor back."""
    if unit < last:
        factor = where(word < threshold, zero(work.a), scale)
        work.a[unit] = work.a[unit] * factor
        work.slope[unit] = work.slope[unit] * factor


@portable
def drop_units(first, last, layer, dropout, example, step, purpose, work):
    """Inverted dropout of the units first .. last - 1, which are the inputs (layer 0) or a hidden layer (1 ..).

    The mask depends on example, unit, step, replica and seed, and on nothing else.
    """
    threshold, scale = words(dropout.thresholds[layer]), like(work.a, dropout.scales[layer])
    for unit in range(first, last, 4):
        w0, w1, w2, w3 = philox(example, unit, step, purpose, dropout.key_0, dropout.key_1)
        drop(unit, last, w0, threshold, scale, work)
        drop(unit + 1, last, w1, threshold, scale, work)
        drop(unit + 2, last, w2, threshold, scale, work)
        drop(unit + 3, last, w3, threshold, scale, work)


@portable
def set_inputs(plan, x, column, work):
    """The inputs of a column become the first activations."""
    n_in = plan[N_IN]
    for i in range(n_in):
        work.a[i] = like(work.a, x[column * n_in + i])


@spliced
def forward(plan, p, x, column, work):
    """All layers, without dropout."""
    set_inputs(plan, x, column, work)
    for layer in range(plan[LAYERS]):
        forward_layer(plan, layer * COLUMNS, p, work)


@portable
def column_loss(plan, loss, y, column, work):
    """The loss of a column, summed over the outputs."""
    row = (plan[LAYERS] - 1) * COLUMNS
    n_out, outputs = plan[row + N_OUT], plan[row + OUTPUTS]
    total = zero(work.a)
    if plan[row + ACTIVATION] == SOFTMAX and loss == CROSS_ENTROPY:
        largest, shares = log_sum(outputs, outputs + n_out, work.z)
        logarithm = largest + log(shares)
        for o in range(n_out):
            total = total + y[column * n_out + o] * (logarithm - work.z[outputs + o])
        return total
    for o in range(n_out):
        target = like(work.a, y[column * n_out + o])
        total = total + LOSS_VALUE(loss, work.z[outputs + o], work.a[outputs + o], target)
    return total


# backward


@portable
def softmax_deltas(outputs, n_out, y, column, share, work):
    """The derivative of the squared error behind a softmax: a ((a - y) - sum (a - y) a)."""
    mean = zero(work.a)
    for o in range(n_out):
        a = work.a[outputs + o]
        mean = mean + (a - y[column * n_out + o]) * a
    for o in range(n_out):
        a = work.a[outputs + o]
        work.dz[outputs + o] = share * (a * ((a - y[column * n_out + o]) - mean))


@portable
def output_deltas(plan, loss, y, column, share, work):
    """dloss/dz of the last layer, times the example's share of the batch."""
    row = (plan[LAYERS] - 1) * COLUMNS
    n_out, outputs = plan[row + N_OUT], plan[row + OUTPUTS]
    if plan[row + ACTIVATION] == SOFTMAX and loss != CROSS_ENTROPY:
        softmax_deltas(outputs, n_out, y, column, share, work)
    else:
        for o in range(n_out):
            unit = outputs + o
            target = like(work.a, y[column * n_out + o])
            work.dz[unit] = share * LOSS_DELTA(loss, work.a[unit], work.slope[unit], target)


@portable
def weight_gradients(plan, row, g, work):
    """dW += dz a, db += dz."""
    n_in, n_out = plan[row + N_IN], plan[row + N_OUT]
    w, inputs, outputs = plan[row + WEIGHTS], plan[row + INPUTS], plan[row + OUTPUTS]
    accumulate_products(g, plan[row + BIASES], one(work.a), work.dz, outputs, n_out)
    for o in range(n_out):
        accumulate_products(g, w + o * n_in, work.dz[outputs + o], work.a, inputs, n_in)


@portable
def input_deltas(plan, row, p, work):
    """dz of the layer before = (W^T dz) * slope; four inputs at a time, as in `weighted_sums`."""
    n_in, n_out, w = plan[row + N_IN], plan[row + N_OUT], plan[row + WEIGHTS]
    inputs, outputs = plan[row + INPUTS], plan[row + OUTPUTS]
    dz, slope = work.dz, work.slope
    i = 0
    while i + 4 <= n_in:
        s0, s1, s2, s3 = zero(dz), zero(dz), zero(dz), zero(dz)
        for o in range(n_out):
            d, at = dz[outputs + o], w + o * n_in + i
            s0 = s0 + p[at] * d
            s1 = s1 + p[at + 1] * d
            s2 = s2 + p[at + 2] * d
            s3 = s3 + p[at + 3] * d
        unit = inputs + i
        dz[unit], dz[unit + 1] = s0 * slope[unit], s1 * slope[unit + 1]
        dz[unit + 2], dz[unit + 3] = s2 * slope[unit + 2], s3 * slope[unit + 3]
        i += 4
    while i < n_in:
        s0 = zero(dz)
        for o in range(n_out):
            s0 = s0 + p[w + o * n_in + i] * dz[outputs + o]
        dz[inputs + i] = s0 * slope[inputs + i]
        i += 1


@spliced
def add_gradient(plan, loss, data, column, share, example, step, purpose, p, g, dropout, work):
    """Add to g the gradient of one column: all layers forward, then backward (Rumelhart, Hinton & Williams 1986)."""
    set_inputs(plan, data.x, column, work)
    for layer in range(plan[LAYERS]):
        row = layer * COLUMNS
        if dropout.anyone and dropout.thresholds[layer] > 0:
            first = plan[row + INPUTS]
            drop_units(first, first + plan[row + N_IN], layer, dropout, example, step, purpose, work)
        forward_layer(plan, row, p, work)
    output_deltas(plan, loss, data.y, column, share, work)
    for layer in range(plan[LAYERS] - 1, -1, -1):
        weight_gradients(plan, layer * COLUMNS, g, work)
        if layer > 0:
            input_deltas(plan, layer * COLUMNS, p, work)


# update


@portable
def constants_of(constants, rows, step, example):
    """The constants c of a step in the type of `example`; after the last row of the table nothing changes any more."""
    k = 3 * min(step, rows - 1)
    return like(example, constants[k]), like(example, constants[k + 1]), like(example, constants[k + 2])


@portable
def look_ahead(switches, count, learner, hyper, c):
    """`learner.ahead` becomes the point where the optimizer asks for the gradient."""
    h = (hyper[0], hyper[1], hyper[2], hyper[3])
    for k in range(count):
        learner.ahead[k] = LOOK_AHEAD(switches[OPTIMIZER], learner.p[k], learner.m[k], c, h)


@portable
def clear(g, count):
    """No gradient yet."""
    for k in range(count):
        g[k] = zero(g)


@spliced
def update(switches, count, learner, asked, hyper, c):
    """One step of `count` parameters whose gradient was asked for at `asked`.

    L2 is part of the gradient, L1 a proximal step after the update (or, to show why not, part of the gradient too).
    A velocity, which is what m is where switches[SPEED] says so, becomes the step that was really taken.
    The answer is 0 in every lane where all parameters are finite, and NaN elsewhere.
    """
    h = (hyper[0], hyper[1], hyper[2], hyper[3])
    trouble = zero(learner.p)
    for k in range(count):
        g, weight = learner.g[k], learner.penalised[k]
        if switches[PENALISE]:
            g = g + hyper[L2] * weight * asked[k]
        if switches[PENALISE] == BY_SLOPE:
            g = g + hyper[L1] * weight * subgradient(asked[k])
        theta, m, v = UPDATE(switches[OPTIMIZER], learner.p[k], learner.m[k], learner.v[k], g, c, h)
        if switches[PENALISE] == BY_THRESHOLD:
            shrunk = soft_threshold(theta, like(learner.p, hyper[0] * hyper[L1] * weight))
            if switches[SPEED]:
                m = m + (shrunk - theta)
            theta = shrunk
        learner.p[k], learner.m[k], learner.v[k] = theta, m, v
        trouble = trouble + (theta - theta)
    return trouble
