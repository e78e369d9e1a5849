"""Looking at networks without training them: drivers around the forward half of `sim.network_rules`.

`evaluate_one` and `evaluate_many` tell losses and outputs of one network and of an ensemble; `draw_units` makes
pictures of units, and `draw_spread` shows where many networks disagree: there, pixels sit in the lanes.
"""

from sim.elementary import sqrt
from sim.lanes import lanes, like, shared, zero
from sim.network_kernels import MANY, WIDTH
from sim.network_plan import COLUMNS, LAYERS, N_OUT, OUTPUTS
from sim.network_rules import Work, column_loss, forward
from sim.portable import portable

PIXELS = 64
"""Lanes of a picture."""


@portable
def evaluate_one(plan, loss, x, y, p, work, losses, units):
    """Loss and every unit of each example: x, y (columns, rows, WIDTH), losses (columns, WIDTH), units (units, ...)."""
    points, targets, found, pictures = lanes(x, WIDTH), lanes(y, WIDTH), lanes(losses, WIDTH), lanes(units, WIDTH)
    scratch = Work(lanes(work.z, WIDTH), lanes(work.a, WIDTH), lanes(work.slope, WIDTH), lanes(work.dz, WIDTH))
    count, table, weights = losses.shape[0], shared(plan), shared(p)
    for column in range(count):
        forward(table, weights, points, column, scratch)
        found[column] = column_loss(table, loss, targets, column, scratch)
        for unit in range(units.shape[0]):
            pictures[unit * count + column] = scratch.a[unit]


@portable
def draw_units(plan, x, p, work, first_unit, pictures, begin, end):
    """What the units from `first_unit` on make of pixels: columns begin .. end - 1 of x (columns, inputs, PIXELS).

    pictures (units, columns, PIXELS).
    """
    points, images, weights, table = lanes(x, PIXELS), lanes(pictures, PIXELS), shared(p), shared(plan)
    scratch = Work(lanes(work.z, PIXELS), lanes(work.a, PIXELS), lanes(work.slope, PIXELS), lanes(work.dz, PIXELS))
    units, columns = pictures.shape[0], pictures.shape[1]
    for column in range(begin, end):
        forward(table, weights, points, column, scratch)
        for unit in range(units):
            images[unit * columns + column] = scratch.a[first_unit + unit]


@portable
def draw_spread(table, x, p, work, unit, means, spreads, begin, end):
    """Mean and standard deviation of what many networks make of pixels, at one unit: p (replicas, slots).

    Columns begin .. end - 1 of x (columns, inputs, PIXELS); means and spreads (columns, PIXELS). Welford 1962.
    """
    plan, points, middle, spread = shared(table), lanes(x, PIXELS), lanes(means, PIXELS), lanes(spreads, PIXELS)
    scratch = Work(lanes(work.z, PIXELS), lanes(work.a, PIXELS), lanes(work.slope, PIXELS), lanes(work.dz, PIXELS))
    replicas = p.shape[0]
    for column in range(begin, end):
        mean, squares = zero(scratch.a), zero(scratch.a)
        for replica in range(replicas):
            forward(plan, shared(p[replica]), points, column, scratch)
            away = scratch.a[unit] - mean
            mean = mean + away / like(scratch.a, replica + 1)
            squares = squares + away * (scratch.a[unit] - mean)
        middle[column] = mean
        spread[column] = sqrt(squares / like(scratch.a, replicas))


@portable
def evaluate_many(table, loss, x, y, p, work, losses, outputs):
    """Mean loss of each replica, and its outputs: x, y (examples, ..), losses (blocks, MANY), outputs (blocks, ..)."""
    plan, points, targets, found = shared(table), shared(x), shared(y), lanes(losses, MANY)
    scratch = Work(lanes(work.z, MANY), lanes(work.a, MANY), lanes(work.slope, MANY), lanes(work.dz, MANY))
    row, examples, blocks = (plan[LAYERS] - 1) * COLUMNS, x.shape[0], p.shape[0]
    n_out, first = plan[row + N_OUT], plan[row + OUTPUTS]
    for block in range(blocks):
        weights, answers = lanes(p[block], MANY), lanes(outputs[block], MANY)
        total = like(scratch.a, 0.0)
        for example in range(examples):
            forward(plan, weights, points, example, scratch)
            total = total + column_loss(plan, loss, targets, example, scratch)
            for o in range(n_out):
                answers[example * n_out + o] = scratch.a[first + o]
        found[block] = total / like(scratch.a, examples)
