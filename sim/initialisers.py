"""Where the weights of a network start: the table of initialisers, and the drawing of the numbers.

Every number is computed from the seed, the replica and its place among the parameters (`sim.rng`), in float64: the
same seed gives the same weights on every machine and target, and a twin's weights do not depend on how many there are.
"""

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.errors import unknown
from sim.lanes import fraction_of
from sim.rng import INITIAL, normal_pair, philox, purpose_word, split_seed

Row = NDArray[np.float64]


@dataclass(frozen=True)
class Initialiser:
    """One entry of INITIALISERS.

    `size(n_in, n_out)` is the largest weight of a uniform draw, or the standard deviation if `normal`. Biases start at
    `bias`, or are drawn like the weights if that is None.
    """

    key: str
    title: str
    size: Callable[[int, int], float]
    formula: str
    about: str
    source: str
    normal: bool = False
    bias: float | None = 0.0


INITIALISERS: dict[str, Initialiser] = {
    "zero": Initialiser(
        key="zero",
        title="Zero",
        size=lambda n_in, n_out: 0.0,
        formula="w = 0",
        about="Fine for one layer. Hidden units that start alike stay alike for ever.",
        source="Rosenblatt 1958",
    ),
    "uniform": Initialiser(
        key="uniform",
        title="Uniform",
        size=lambda n_in, n_out: 1.0,
        formula="w, b ~ U(−1, 1)",
        about="The plain choice, whatever the width. Biases are drawn too.",
        source="",
        bias=None,
    ),
    "fan_in": Initialiser(
        key="fan_in",
        title="By inputs",
        size=lambda n_in, n_out: 1.0 / math.sqrt(n_in),
        formula="w ~ U(−1, 1) / √n_in",
        about="The more inputs a unit has, the smaller its weights, so that sums keep their size.",
        source="LeCun, Bottou, Orr & Müller 1998",
    ),
    "glorot": Initialiser(
        key="glorot",
        title="Glorot",
        size=lambda n_in, n_out: math.sqrt(6.0 / (n_in + n_out)),
        formula="w ~ U(−1, 1) √(6 / (n_in + n_out))",
        about="Keeps both the signals forward and the gradients backward at one size; made for tanh.",
        source="Glorot & Bengio 2010, equation 16",
    ),
    "he": Initialiser(
        key="he",
        title="He",
        size=lambda n_in, n_out: math.sqrt(2.0 / n_in),
        formula="w ~ N(0, 2 / n_in)",
        about="Twice the variance, because ReLU silences half of the units.",
        source="He, Zhang, Ren & Sun 2015, equation 10",
        normal=True,
    ),
    "peers": Initialiser(
        key="peers",
        title="Playground",
        size=lambda n_in, n_out: 0.5,
        formula="w ~ U(−0.5, 0.5),  b = 0.1",
        about="What TensorFlow Playground starts with.",
        source="Smilkov & Carter 2016, nn.ts",
        bias=0.1,
    ),
}


def draw_parameters(key: str, layers: Sequence[int], seed: int, replicas: Sequence[int] | NDArray[Any] = (0,)) -> Row:
    """The starting parameters of each replica, shape (replicas, parameters), in the order of `sim.network_plan`.

    ConfigError for an unknown initialiser.
    """
    if key not in INITIALISERS:
        raise unknown("initialiser", key, INITIALISERS)
    initialiser = INITIALISERS[key]
    sizes = list(itertools.pairwise(layers))
    count = sum((n_in + 1) * n_out for n_in, n_out in sizes)
    drawn = draw_numbers(count, seed, np.asarray(replicas, np.uint32), initialiser.normal)
    at = 0
    for n_in, n_out in sizes:
        biases, end = at + n_in * n_out, at + (n_in + 1) * n_out
        drawn[:, at:end] *= initialiser.size(n_in, n_out)
        if initialiser.bias is not None:
            drawn[:, biases:end] = initialiser.bias
        at = end
    return drawn


def draw_numbers(count: int, seed: int, replicas: NDArray[np.uint32], normal: bool) -> Row:
    """Numbers from U(-1, 1), or standard normal ones, shape (replicas, count); four come from one counter."""
    draw: Callable[..., Any] = philox
    purpose: Callable[..., Any] = purpose_word
    pair: Callable[..., Any] = normal_pair
    fraction: Callable[..., Any] = fraction_of
    groups = np.arange(-(-count // 4), dtype=np.uint32)[None, :]
    words = draw(groups, 0, 0, purpose(INITIAL, replicas[:, None]), *split_seed(seed))
    example = np.zeros(1)
    if normal:
        numbers = [*pair(words[0], words[1], example), *pair(words[2], words[3], example)]
    else:
        numbers = [2.0 * fraction(word, example) - 1.0 for word in words]
    return np.ascontiguousarray(np.stack(numbers, axis=-1).reshape(len(replicas), -1)[:, :count], np.float64)
