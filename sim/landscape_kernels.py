"""The loss at many points of a plane through the parameters of one network: the forward half of `sim.network_rules`
with either axis in the lanes.

A point (a, b) of a plane is the network with the parameters middle + a first + b second. `plane_of_points` has one
point in each lane and meets the examples one after the other. `plane_of_examples` has one example in each lane and goes
from point to point: a weight is one number there, loaded once for all lanes, and not a vector, but the last column has
lanes without an example. `sim.loss_landscape` chooses.
"""

from typing import Any, NamedTuple

from sim.activations import ACTIVATE, SOFTMAX
from sim.lanes import accumulate_products, lanes, like, one, shared, zero
from sim.network_kernels import MANY
from sim.network_plan import ACTIVATION, COLUMNS, LAYERS, N_OUT, OUTPUTS
from sim.network_rules import Work, column_loss, set_inputs, softmax, weighted_sums
from sim.portable import portable, spliced


class Places(NamedTuple):
    """middle, first, second (slots,): a point of the plane and its two directions; along, across: where to look."""

    middle: Any
    first: Any
    second: Any
    along: Any
    across: Any


@spliced
def answers(plan, p, x, column, work):
    """All layers forward as `sim.network_rules.forward`, without the slopes, which only the way back asks for."""
    set_inputs(plan, x, column, work)
    for layer in range(plan[LAYERS]):
        row = layer * COLUMNS
        weighted_sums(plan, row, p, work)
        first, kind = plan[row + OUTPUTS], plan[row + ACTIVATION]
        last = first + plan[row + N_OUT]
        if kind == SOFTMAX:
            softmax(first, last, work)
        else:
            for o in range(first, last):
                a, _ = ACTIVATE(kind, work.z[o])
                work.a[o] = a


@portable
def plane_of_points(table, loss, x, y, places, p, work, losses, begin, end):
    """Blocks begin .. end - 1 of MANY points: x, y (examples, ..); along, across, losses (blocks, MANY).

    p: scratch (slots, MANY).
    """
    plan, points, targets, found, weights = shared(table), shared(x), shared(y), lanes(losses, MANY), lanes(p, MANY)
    middle, first, second = shared(places.middle), shared(places.first), shared(places.second)
    along, across = lanes(places.along, MANY), lanes(places.across, MANY)
    scratch = Work(lanes(work.z, MANY), lanes(work.a, MANY), lanes(work.slope, MANY), lanes(work.dz, MANY))
    slots, examples = places.middle.size, x.shape[0]
    for block in range(begin, end):
        a, b = along[block], across[block]
        for k in range(slots):
            weights[k] = middle[k] + a * first[k] + b * second[k]
        total = zero(scratch.a)
        for example in range(examples):
            answers(plan, weights, points, example, scratch)
            total = total + column_loss(plan, loss, targets, example, scratch)
        found[block] = total / like(scratch.a, examples)


@portable
def plane_of_examples(table, loss, x, y, share, places, p, work, losses, begin, end):
    """Points begin .. end - 1: x, y (columns, rows, MANY), share (columns, MANY); along, across, losses (points,).

    share: each example's share of the mean, 0 in lanes without one. middle, first, second and the scratch row p are
    padded to a multiple of MANY.
    """
    plan, points, targets, shares = shared(table), lanes(x, MANY), lanes(y, MANY), lanes(share, MANY)
    middle, first, second = lanes(places.middle, MANY), lanes(places.first, MANY), lanes(places.second, MANY)
    along, across, found = shared(places.along), shared(places.across), shared(losses)
    weights, moved = shared(p), lanes(p, MANY)
    scratch = Work(lanes(work.z, MANY), lanes(work.a, MANY), lanes(work.slope, MANY), lanes(work.dz, MANY))
    for point in range(begin, end):
        for k in range(places.middle.size // MANY):
            moved[k] = middle[k] + along[point] * first[k] + across[point] * second[k]
        total = zero(scratch.a)
        for column in range(share.shape[0]):
            answers(plan, weights, points, column, scratch)
            total = total + shares[column] * column_loss(plan, loss, targets, column, scratch)
        scratch.dz[0] = total
        found[point] = zero(found)
        accumulate_products(found, point, one(scratch.a), scratch.dz, 0, 1)
