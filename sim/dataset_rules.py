"""Where the examples of `sim.datasets` lie: pure functions of how many, how much noise, and the draws of a seed.

Every rule returns (x, answers): x (n, inputs), and answers (n,), which are class numbers (0, 1, ..) or the numbers to
be learned. The classes are dealt in turn, so any number of examples is as balanced as it can be, and the first ones of
many are those of few, except on the spirals, whose arms are always filled from end to end.

Unless a rule says otherwise, `noise` is the standard deviation by which every point is displaced, in the units of its
axes, and an example keeps its class when noise carries it across a border. In curves it displaces the answer instead.

The forms ending in `_peers` have the constants of TensorFlow Playground (src/dataset.ts, Smilkov & Carter 2016):
points from -6 to 6, its noise is the slider's percentage divided by 100. Its labels -1 and +1 are our classes 0 and 1.
It draws its numbers from the browser; ours come from the seed, so its laws are reproduced, not its points.
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.draws import MORE, NOISE, POSITIONS, Draws
from sim.elementary import cos, exp, sin

Array = NDArray[np.float64]
Made = tuple[Array, NDArray[Any]]

PI = 3.141592653589793
PLAIN_COS: Any = cos
PLAIN_SIN: Any = sin
PLAIN_EXP: Any = exp


def in_turn(n: int, classes: int) -> NDArray[np.int64]:
    """The class of every example: 0, 1, .., 0, 1, .."""
    return np.arange(n) % classes


def displaced(x: Array, noise: float, draws: Draws) -> Array:
    """Every point moved by normal noise."""
    if noise == 0.0:
        return x
    columns = x.shape[1]
    drawn = [draws.normal(len(x), NOISE + 16 * block) for block in range(-(-columns // 4))]
    return x + noise * np.concatenate(drawn, axis=1)[:, :columns]


def square(n: int, draws: Draws) -> Array:
    """Points evenly over the square from -1 to 1."""
    return 2.0 * draws.uniform(n, POSITIONS)[:, :2] - 1.0


def on_circle(radius: Array, turns: Array) -> Array:
    """Points at a distance from the origin, and at an angle counted in turns."""
    angle = 2.0 * PI * turns
    return np.stack([radius * PLAIN_COS(angle), radius * PLAIN_SIN(angle)], axis=1)


def corners(n: int, bits: int) -> NDArray[np.int64]:
    """The corners of the unit cube in turn: for two bits (0, 0), (0, 1), (1, 0), (1, 1)."""
    return (np.arange(n)[:, None] >> np.arange(bits)[::-1]) & 1


def gate_and(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """1 where both inputs are 1."""
    x = corners(n, 2)
    return displaced(x.astype(float), noise, draws), x.min(axis=1)


def gate_or(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """1 where an input is 1."""
    x = corners(n, 2)
    return displaced(x.astype(float), noise, draws), x.max(axis=1)


def parity(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """1 where the number of ones is odd; with two bits this is XOR."""
    x = corners(n, bits)
    return displaced(x.astype(float), noise, draws), x.sum(axis=1) % 2


def xor_peers(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Four squares of side 5, 0.3 away from the axes; class 1 where the signs agree after noise."""
    u = draws.uniform(n, POSITIONS)
    x = 10.0 * u[:, :2] - 5.0
    x = x + np.where(x > 0.0, 0.3, -0.3)
    moved = x + noise * (10.0 * u[:, 2:] - 5.0)
    return x, (moved[:, 0] * moved[:, 1] >= 0.0).astype(np.int64)


def gaussians(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Two round clouds around (-1, -1) and (1, 1); noise is their standard deviation."""
    label = in_turn(n, 2)
    return displaced(np.repeat(2.0 * label[:, None] - 1.0, 2, axis=1), noise, draws), label


def gaussians_peers(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Clouds around (2, 2), class 1, and (-2, -2), class 0; the variance is 0.5 + 7 noise."""
    label = in_turn(n, 2)
    centre = np.repeat(4.0 * label[:, None] - 2.0, 2, axis=1)
    return displaced(centre, float(np.sqrt(0.5 + 7.0 * noise)), draws), label


def outliers(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Two clouds that a line separates, and one in seven far out on the right side, where it should not matter.

    The set of `sim.perceptron`'s lesson: class 0 around (-1, 0), class 1 around (1, 0), and the far ones around (25,
    0). Across, the noise is a third of that along the border; the far cloud is wider.
    """
    place = np.arange(n) % 7
    label = np.where(place == 6, 1, place % 2)
    centre = np.stack([np.where(place == 6, 25.0, 2.0 * label - 1.0), np.zeros(n)], axis=1)
    spread = np.stack([np.where(place == 6, noise / 0.6, noise / 3.0), np.full(n, noise)], axis=1)
    return centre + spread * draws.normal(n, NOISE)[:, :2], label


def parted(n: int, noise: float, draws: Draws, bits: int, gap: float = 0.3) -> Made:
    """A disc of radius 1, cut along its diagonal, the halves pushed apart: no point is closer to the cut than gap.

    Whatever the gap, a point stays in its half and at its share of the way along the cut; so the gap can be narrowed
    while a unit learns.
    """
    label, u = in_turn(n, 2), draws.uniform(n, POSITIONS)
    across = gap + (1.0 - gap) * u[:, 0]
    along = np.sqrt(1.0 - across * across) * (2.0 * u[:, 1] - 1.0)
    side = np.where(label == 1, across, -across)
    half = float(np.sqrt(0.5))
    return displaced(half * np.stack([along + side, along - side], axis=1), noise, draws), label


def circle(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Class 1 within half the radius, class 0 from 0.7 of it outwards."""
    label, u = in_turn(n, 2), draws.uniform(n, POSITIONS)
    radius = np.where(label == 1, 0.5 * u[:, 0], 0.7 + 0.3 * u[:, 0])
    return displaced(on_circle(radius, u[:, 1]), noise, draws), label


def circle_peers(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Radius 5; the class is whether the point, moved by noise, is within 2.5; the point itself does not move."""
    inner, u, v = 1 - in_turn(n, 2), draws.uniform(n, POSITIONS), draws.uniform(n, MORE)
    radius = np.where(inner == 1, 2.5 * u[:, 0], 3.5 + 1.5 * u[:, 0])
    x = on_circle(radius, u[:, 1])
    moved = x + noise * (10.0 * v[:, :2] - 5.0)
    return x, (moved[:, 0] * moved[:, 0] + moved[:, 1] * moved[:, 1] < 6.25).astype(np.int64)


def moons(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Two half circles of radius 1 that reach into each other, their common centre at the origin."""
    label, u = in_turn(n, 2), draws.uniform(n, POSITIONS)
    arc = on_circle(np.ones(n), 0.5 * u[:, 0]) - np.array([0.5, 0.25])
    return displaced(np.where(label[:, None] == 0, arc, -arc), noise, draws), label


def arms(n: int, noise: float, draws: Draws, number: int, turns: float) -> Made:
    """Arms that wind outwards from the centre, evenly filled."""
    label = in_turn(n, number)
    along = np.arange(n) // number / max(1.0, np.ceil(n / number) - 1.0)
    return displaced(on_circle(along, turns * along + label / number), noise, draws), label


def spiral(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Two arms of one and three quarter turns."""
    return arms(n, noise, draws, 2, 1.75)


def spiral_peers(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Arms to radius 5, uniform noise from -noise to noise; the arm through (0, 0+) is class 1."""
    label = 1 - in_turn(n, 2)
    along = np.arange(n) // 2 / (n / 2)
    turns = 1.75 * along + 0.5 * (1 - label)
    x = on_circle(5.0 * along, 0.25 - turns)
    return x + noise * (2.0 * draws.uniform(n, NOISE)[:, :2] - 1.0), label


def stripes(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Four slanted stripes over the square, classes in turn."""
    x = square(n, draws)
    label = (np.floor(x[:, 0] + x[:, 1]).astype(np.int64)) % 2
    return displaced(x, noise, draws), label


def checkerboard(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Four by four fields."""
    x = square(n, draws)
    label = np.floor(2.0 * x).astype(np.int64).sum(axis=1) % 2
    return displaced(x, noise, draws), label


def three_clouds(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Three round clouds, a third of a turn apart on the unit circle; noise is their standard deviation."""
    label = in_turn(n, 3)
    return displaced(on_circle(np.ones(n), 0.25 + label / 3.0), noise, draws), label


def three_arms(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """Three arms of a spiral, three quarters of a turn each."""
    return arms(n, noise, draws, 3, 0.75)


def curve(n: int, noise: float, draws: Draws, height: Any) -> Made:
    """Points of a curve over -1 to 1, the answer displaced by noise."""
    x = 2.0 * draws.uniform(n, POSITIONS)[:, :1] - 1.0
    answers = height(x[:, 0])
    return x, answers if noise == 0.0 else answers + noise * draws.normal(n, NOISE)[:, 0]


def sine(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """y = sin(pi x)."""
    return curve(n, noise, draws, lambda x: PLAIN_SIN(PI * x))


def step(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """y = 1 where x > 0, else -1."""
    return curve(n, noise, draws, lambda x: np.where(x > 0.0, 1.0, -1.0))


def bump(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """y = exp(-16 x^2)."""
    return curve(n, noise, draws, lambda x: PLAIN_EXP(-16.0 * x * x))


def kink(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """y = 2 |x| - 1."""
    return curve(n, noise, draws, lambda x: 2.0 * np.abs(x) - 1.0)


def waves(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """y = sin(2 pi x) / 2 + sin(5 pi x) / 4."""
    return curve(n, noise, draws, lambda x: 0.5 * PLAIN_SIN(2.0 * PI * x) + 0.25 * PLAIN_SIN(5.0 * PI * x))


def plane(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """y = (x1 + x2) / 2 over the square."""
    x = square(n, draws)
    return x, 0.5 * (x[:, 0] + x[:, 1]) + noise * draws.normal(n, NOISE)[:, 0]


def plane_peers(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """y = (x1 + x2) / 10 over -6 to 6, at the point moved by noise."""
    u = draws.uniform(n, POSITIONS)
    x = 12.0 * u[:, :2] - 6.0
    moved = x + noise * (12.0 * u[:, 2:] - 6.0)
    return x, (moved[:, 0] + moved[:, 1]) / 10.0


HILLS = np.array([(-4, 2.5, 1), (0, 2.5, -1), (4, 2.5, 1), (-4, -2.5, -1), (0, -2.5, 1), (4, -2.5, -1)])


def hill_height(x: Array) -> Array:
    """Six cones of radius 2 and height 1, in turn up and down; where none stands, 0."""
    apart = x[:, None, :] - HILLS[None, :, :2]
    height = np.maximum(0.0, 1.0 - np.sqrt((apart * apart).sum(axis=2)) / 2.0) * HILLS[:, 2]
    return np.take_along_axis(height, np.abs(height).argmax(axis=1)[:, None], axis=1)[:, 0]


def hills(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """The six cones over the square from -1 to 1."""
    x = square(n, draws)
    return x, hill_height(6.0 * x) + noise * draws.normal(n, NOISE)[:, 0]


def hills_peers(n: int, noise: float, draws: Draws, bits: int) -> Made:
    """The six cones over -6 to 6, their height taken at the point moved by noise."""
    u = draws.uniform(n, POSITIONS)
    x = 12.0 * u[:, :2] - 6.0
    return x, hill_height(x + noise * (12.0 * u[:, 2:] - 6.0))
