"""The race as numeric code: one body for one skier, sixty-four side by side, or one in a CUDA thread.

`ski` is the body. `state` is a row of SLOTS numbers: position x, y and the two memories m, v of the optimizer for each
coordinate. What a number is, the driver decides: `record_races` reads scalars and keeps every step for the window,
`ski_cloud` reads vectors of lanes, `ski_thread` is one CUDA thread.

`constants` is a row of 3 numbers per step (see `sim.schedules.step_constants`). Noise is added to the gradient:
independent normal numbers of standard deviation `sigma`, from the counter (step, particle), so racers of one seed
meet the same noise.
"""

from sim.elementary import absolute, finite
from sim.lanes import lanes, like, shared, zero
from sim.optimizers import LOOK_AHEAD, UPDATE
from sim.portable import portable
from sim.rng import normal_pair, philox
from sim.surfaces import SURFACE

X, Y, MX, MY, VX, VY, SLOTS = 0, 1, 2, 3, 4, 5, 6
PX, PY, GX, GY, LOSS, COLUMNS = 6, 7, 8, 9, 10, 11
"""A record: the six slots after the step, the point where the gradient was asked, the gradient used, the loss."""
CLOUD_WIDTH = 64
"""Lanes of a cloud's block: enough to keep the divider busy while each waits for its own last step."""


@portable
def noisy(gx, gy, sigma, step, particle, key_0, key_1):
    """The gradient with normal noise added."""
    word_0, word_1, _, _ = philox(step, particle, 0, 0, key_0, key_1)
    normal_x, normal_y = normal_pair(word_0, word_1, gx)
    return gx + sigma * normal_x, gy + sigma * normal_y


@portable
def one_step(surface, optimizer, data, x, y, mx, my, vx, vy, c, h, noise, sigma, step, particle, key_0, key_1):
    """One update: (x, y, mx, my, vx, vy, px, py, gx, gy)."""
    px, py = LOOK_AHEAD(optimizer, x, mx, c, h), LOOK_AHEAD(optimizer, y, my, c, h)
    _, gx, gy = SURFACE(surface, px, py, data)
    if noise:
        gx, gy = noisy(gx, gy, sigma, step, particle, key_0, key_1)
    x, mx, vx = UPDATE(optimizer, x, mx, vx, gx, c, h)
    y, my, vy = UPDATE(optimizer, y, my, vy, gy, c, h)
    return x, y, mx, my, vx, vy, px, py, gx, gy


@portable
def ski(surface, optimizer, data, hyper, constants, noise, sigma, key_0, key_1, particle, state, first, steps):
    """Steps first .. first + steps - 1 of one lane; `state` is read at the start and written at the end."""
    x, y, mx, my, vx, vy = state[0], state[1], state[2], state[3], state[4], state[5]
    h = (hyper[0], hyper[1], hyper[2], hyper[3])
    for step in range(first, first + steps):
        k = 3 * step
        c = (like(state, constants[k]), like(state, constants[k + 1]), like(state, constants[k + 2]))
        x, y, mx, my, vx, vy, _, _, _, _ = one_step(
            surface, optimizer, data, x, y, mx, my, vx, vy, c, h, noise, sigma, step, particle, key_0, key_1
        )
    state[0], state[1], state[2], state[3], state[4], state[5] = x, y, mx, my, vx, vy


@portable
def ski_cloud(
    surface, optimizer, data, hyper, constants, noise, sigma, key_0, key_1, particles, state, first, steps, begin, end
):
    """Blocks begin .. end - 1 of `state` (blocks, SLOTS, CLOUD_WIDTH), numbered in `particles` (blocks, width)."""
    numbers = lanes(particles, CLOUD_WIDTH)
    for block in range(begin, end):
        rows = lanes(state[block], CLOUD_WIDTH)
        ski(
            surface, optimizer, shared(data), shared(hyper), shared(constants), noise, sigma, key_0, key_1,
            numbers[block], rows, first, steps,
        )  # fmt: skip


@portable
def ski_thread(
    thread, surface, optimizer, data, hyper, constants, noise, sigma, key_0, key_1, particles, state, first, steps
):
    """One CUDA thread: lane `thread` of `state` (SLOTS, lanes)."""
    ski(
        surface, optimizer, data, hyper, constants, noise, sigma, key_0, key_1,
        particles[thread], state[:, thread], first, steps,
    )  # fmt: skip


@portable
def within(value, limit):
    """True for a finite number of at most `limit`."""
    return finite(value) and absolute(value) <= limit


@portable
def record_races(surface, data, optimizers, hypers, constants, noise, sigma, key_0, key_1, limit, records, ends):
    """Every step of every racer in float64.

    optimizers (racers,), hypers (racers, 4), constants (racers, steps * 3), records (racers, steps + 1, COLUMNS) whose
    row 0 holds the start in its first two columns; ends (racers,) becomes the last step with a finite position within
    `limit`. Rows after that one are left as they are, and so is the column of losses: `losses_along` fills it.
    """
    steps = records.shape[1] - 1
    numbers = shared(data)
    for racer in range(optimizers.size):
        optimizer, row, record = optimizers[racer], hypers[racer], records[racer]
        x, y = record[0, 0], record[0, 1]
        mx, my, vx, vy = zero(x), zero(x), zero(x), zero(x)
        h = (row[0], row[1], row[2], row[3])
        ends[racer] = steps
        for step in range(steps):
            c = (constants[racer, 3 * step], constants[racer, 3 * step + 1], constants[racer, 3 * step + 2])
            x, y, mx, my, vx, vy, px, py, gx, gy = one_step(
                surface, optimizer, numbers, x, y, mx, my, vx, vy, c, h, noise, sigma, step, 0, key_0, key_1
            )
            here = record[step + 1]
            here[0], here[1], here[2], here[3], here[4], here[5] = x, y, mx, my, vx, vy
            here[6], here[7], here[8], here[9] = px, py, gx, gy
            if not (within(x, limit) and within(y, limit)):
                ends[racer] = step
                break


@portable
def losses_along(surface, data, records):
    """The loss at every recorded position: records (rows, COLUMNS)."""
    numbers = shared(data)
    for row in range(records.shape[0]):
        loss, _, _ = SURFACE(surface, records[row, 0], records[row, 1], numbers)
        records[row, 10] = loss


@portable
def slopes_at(surface, data, points, slopes):
    """The gradient at every point in float64: points and slopes (rows, 2)."""
    numbers = shared(data)
    for row in range(points.shape[0]):
        _, dx, dy = SURFACE(surface, points[row, 0], points[row, 1], numbers)
        slopes[row, 0], slopes[row, 1] = dx, dy


@portable
def loss_field(surface, data, xs, ys, field):
    """The loss at every (xs[column], ys[row]) in float64: field (rows, columns).

    Scalars on purpose: the rules are compiled for them already, so the first picture does not wait for vectors.
    """
    numbers = shared(data)
    for row in range(ys.size):
        for column in range(xs.size):
            loss, _, _ = SURFACE(surface, xs[column], ys[row], numbers)
            field[row, column] = loss
