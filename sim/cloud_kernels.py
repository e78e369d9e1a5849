"""Many skiers at once as numeric code: the sweep over learning rates, the escapes from a saddle, and who ended where.

Clouds and basins themselves run through `ski_cloud` of `sim.simulations.race_kernels`. The bodies here watch a skier on
the way. A skier that asks for its gradient elsewhere than where it stands (Nesterov) needs two evaluations per step:
one for the loss under its feet, one for the gradient ahead. So a walk is a loop over turns, `turns` per step (1 or 2),
with one evaluation each: the even ones look at the loss, the last one of a step moves.

`try_rates` reads vectors of float64: its lanes are learning rates. (In float32 a skier near a minimum may meet a
gradient of exactly zero and stop; then the methods that scale their steps look calmer than they are.) `leave_saddle`
reads float64 scalars, the very numbers the race is made of, so that its answers are those of the board. `name_ends`
reads vectors of float32.
"""

from sim.elementary import absolute, finite, log, maximum
from sim.lanes import every, lanes, like, one, shared, where, zero
from sim.optimizers import LOOK_AHEAD, UPDATE
from sim.portable import portable
from sim.simulations.race_kernels import CLOUD_WIDTH
from sim.surfaces import SURFACE

SCORE, LONGEST, INSIDE, ALIVE, NOTES = 0, 1, 2, 3, 4
"""What `watch` notes of a walk."""
RATE_WIDTH = 8
BOTTOM = 1e-4
"""The share of the way to the floor that is left, below which nothing more is gained."""
LOG10_E = 0.4342944819032518
TINY = 1e-30


@portable
def turn(surface, optimizer, data, moves, x, y, mx, my, vx, vy, c, h):
    """One evaluation, and the step if this turn `moves`: (loss, x, y, mx, my, vx, vy); the loss is that before it."""
    px, py = x, y
    if moves:
        px, py = LOOK_AHEAD(optimizer, x, mx, c, h), LOOK_AHEAD(optimizer, y, my, c, h)
    loss, gx, gy = SURFACE(surface, px, py, data)
    if moves:
        x, mx, vx = UPDATE(optimizer, x, mx, vx, gx, c, h)
        y, my, vy = UPDATE(optimizer, y, my, vy, gy, c, h)
    return loss, x, y, mx, my, vx, vy


@portable
def watch(
    surface, optimizer, turns, data, rate, hyper, constants, floor, endless, box, longest, x, y, notes, steps, patient
):  # fmt: skip
    """Walk `steps` steps from (x, y) and note in `notes` (NOTES,) what became of it.

    rate: the learning rate, one per lane; hyper[0] is not read. box: x0, x1, y0, y1. Notes: the sum over steps of
    log10 of the share of the way to the floor that is left (of BOTTOM at least), the square of the longest step,
    1 where the walk stayed in the box, and 1 where it stayed finite. Unless `patient`, the walk ends as soon as every
    lane has left the box or taken a step whose square is above `longest`.

    Where the surface has no floor (`endless`) a walk may leave the box, if it comes below `floor` then: it has arrived,
    and nothing that it does later counts.
    """
    h = (rate, hyper[1], hyper[2], hyper[3])
    mx, my, vx, vy, score, stride = zero(x), zero(x), zero(x), zero(x), zero(x), zero(x)
    inside, alive, span, fallen = one(x), one(x), one(x), zero(x)
    least, limit = like(x, BOTTOM), like(x, longest)
    for k in range(turns * steps + 1):
        step = min(k // turns, steps - 1)
        moves = k % turns == turns - 1 and k < turns * steps
        c = (like(x, constants[3 * step]), like(x, constants[3 * step + 1]), like(x, constants[3 * step + 2]))
        old_x, old_y = x, y
        loss, x, y, mx, my, vx, vy = turn(surface, optimizer, data, moves, x, y, mx, my, vx, vy, c, h)
        if k % turns == 0:
            above = loss - like(x, floor)
            if k == 0:
                span = maximum(above, like(x, TINY))
            else:
                if endless:
                    fallen = where(above < zero(x), one(x), fallen)
                left = where(fallen == zero(x), maximum(above / span, least), least)
                score = score + like(x, LOG10_E) * log(left)
            inside = where(within_box(old_x, old_y, box), inside, zero(x))
            good = finite(old_x) & finite(old_y) & finite(loss)
            alive = where(good, alive, fallen * alive)
            possible = inside
            if endless:
                possible = one(x)
            if not patient and every(where(stride <= limit, possible, zero(x)) == zero(x)):
                break
        length = (x - old_x) * (x - old_x) + (y - old_y) * (y - old_y)
        stride = where((length > stride) & (fallen == zero(x)), length, stride)
    notes[0], notes[1], notes[2], notes[3] = score, stride, maximum(inside, fallen), alive


@portable
def within_box(x, y, box):
    """Where x0 <= x <= x1 and y0 <= y <= y1; never where x or y is NaN."""
    in_x = (x >= like(x, box[0])) & (x <= like(x, box[1]))
    in_y = (y >= like(y, box[2])) & (y <= like(y, box[3]))
    return in_x & in_y


@portable
def try_rates(
    surface, data, optimizers, turns, rates, hypers, constants, floor, endless, box, longest, starts, notes, patient
):  # fmt: skip
    """Every racer from every start with a learning rate per lane.

    optimizers and turns (racers,), rates (blocks * RATE_WIDTH,), hypers (racers, 4), constants (racers, steps * 3),
    starts (starts, 2), notes (racers, starts, blocks, NOTES, RATE_WIDTH).
    """
    steps = constants.shape[1] // 3
    ladder = lanes(rates, RATE_WIDTH)
    for racer in range(optimizers.size):
        hyper, table = shared(hypers[racer]), shared(constants[racer])
        for k in range(starts.shape[0]):
            for block in range(notes.shape[2]):
                rate = ladder[block]
                watch(
                    surface, optimizers[racer], turns[racer], shared(data), rate, hyper, table, floor, endless,
                    shared(box), longest, like(rate, starts[k, 0]), like(rate, starts[k, 1]),
                    lanes(notes[racer, k, block], RATE_WIDTH), steps, patient,
                )  # fmt: skip


@portable
def leave_saddle(surface, data, optimizers, turns, hypers, constants, starts, along_y, limit, found):
    """The step at which each racer has left the saddle, from each start: found (racers, starts), untouched if never.

    Left: |y| > limit if `along_y`, else loss < limit; the criterion of `sim.surface.left_saddle`.
    """
    steps = constants.shape[1] // 3
    numbers = shared(data)
    for racer in range(optimizers.size):
        row, table, per_step = hypers[racer], constants[racer], turns[racer]
        h = (row[0], row[1], row[2], row[3])
        for k in range(starts.shape[0]):
            x, y = starts[k, 0], starts[k, 1]
            mx, my, vx, vy = zero(x), zero(x), zero(x), zero(x)
            for number in range(per_step * steps + 1):
                step = min(number // per_step, steps - 1)
                moves = number % per_step == per_step - 1 and number < per_step * steps
                c = (table[3 * step], table[3 * step + 1], table[3 * step + 2])
                old_y = y
                loss, x, y, mx, my, vx, vy = turn(
                    surface, optimizers[racer], numbers, moves, x, y, mx, my, vx, vy, c, h
                )
                if number % per_step == 0:
                    left = absolute(old_y) > limit if along_y else loss < limit
                    if left:
                        found[racer, k] = number // per_step
                        break
                if not (finite(x) and finite(y)):
                    break


@portable
def nearest_end(x, y, minima, listed, near, far):
    """The number of the minimum that (x, y) is nearest to; `listed` where none is near, `listed` + 1 where it is gone.

    minima: x, y, x, y .. ; only the first `listed` have a number. near and far: squared distances, to the minimum and
    from the origin.
    """
    best, found = like(x, near), like(x, listed)
    for k in range(minima.size // 2):
        dx, dy = x - like(x, minima[2 * k]), y - like(x, minima[2 * k + 1])
        away = dx * dx + dy * dy
        nearer = away <= best
        best = where(nearer, away, best)
        found = where(nearer, like(x, min(k, listed)), found)
    return where(x * x + y * y <= like(x, far), found, like(x, listed + 1))


@portable
def name_ends(minima, listed, near, far, state, ends):
    """`nearest_end` of every lane: state (blocks, SLOTS, CLOUD_WIDTH), ends (blocks, CLOUD_WIDTH)."""
    numbers = lanes(ends, CLOUD_WIDTH)
    for block in range(state.shape[0]):
        rows = lanes(state[block], CLOUD_WIDTH)
        numbers[block] = nearest_end(rows[0], rows[1], minima, listed, near, far)


@portable
def watch_thread(
    thread, surface, optimizer, turns, data, rates, hyper, constants, floor, endless, box, longest, starts, notes,
    steps, patient,
):  # fmt: skip
    """One CUDA thread: the walk from starts[:, thread] with rates[thread]; starts (2, lanes), notes (NOTES, lanes)."""
    watch(
        surface, optimizer, turns, data, rates[thread], hyper, constants, floor, endless, box, longest,
        starts[0, thread], starts[1, thread], notes[:, thread], steps, patient,
    )  # fmt: skip


@portable
def end_thread(thread, minima, listed, near, far, state, ends):
    """One CUDA thread: lane `thread` of `state` (SLOTS, lanes); ends (lanes,)."""
    ends[thread] = nearest_end(state[0, thread], state[1, thread], minima, listed, near, far)
