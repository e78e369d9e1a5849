"""The table of data sets, and `dataset(key, n, noise, seed)`: the same examples for the same seed, everywhere.

    x, y = sim.dataset("xor", n=200, noise=0.1, seed=7)         x (200, 2), y (200, 1), float64
    x, y = sim.dataset("three_clouds")                          y (n, 3): one column per class
    x, y = sim.dataset("circle", n=500, peers=True)             with TensorFlow Playground's constants
    train, test = sim.split(500, 0.5, seed=7)                   row numbers

Two classes have one column of 0 and 1, more classes one column each (1 in the column of the class), regression one
column of numbers. Where the points lie is told by `sim.dataset_rules`; adding a set is a rule there and an entry here.
"""

import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim import dataset_rules as rules
from sim.draws import SPLIT, Draws, Rows
from sim.elementary import sin
from sim.errors import ConfigError, quote, unknown
from sim.numerals import write_count
from sim.phrases import phrase

__all__ = ["DATASETS", "FEATURES", "Dataset", "Feature", "dataset", "domain_around", "features", "split", "targets"]

Array = NDArray[np.float64]
Box = tuple[float, float, float, float]

FEWEST, MOST = 2, 1_000_000
LOUDEST = 10.0
LARGEST_SEED = (1 << 64) - 1


@dataclass(frozen=True)
class Dataset:
    """One entry of DATASETS.

    rule(n, noise, draws, bits) -> (x, answers); n, noise: the defaults. classes: how many, 0 for regression. domain:
    what a picture shows, (x0, x1, y0, y1); in curves y is the answer. inputs: columns of x. bits: (fewest, most) where
    the number of inputs can be chosen. gap: the usual one where the classes can be pushed apart. peers: the rule with
    TensorFlow Playground's constants, its domain is PEERS_DOMAIN.
    """

    key: str
    title: str
    rule: Callable[..., rules.Made]
    about: str
    source: str
    n: int
    noise: float
    classes: int
    domain: Box
    inputs: int = 2
    bits: tuple[int, int] | None = None
    gap: float | None = None
    peers: Callable[[int, float, Draws, int], rules.Made] | None = None

    @property
    def task(self) -> str:
        """"classes" or "regression"."""
        return "classes" if self.classes else "regression"


UNIT: Box = (-0.5, 1.5, -0.5, 1.5)
SQUARE: Box = (-1.2, 1.2, -1.2, 1.2)
PEERS_DOMAIN: Box = (-6.0, 6.0, -6.0, 6.0)
PEERS_N = 500
MINSKY = "Minsky & Papert 1969"
PLAYGROUND = "After TensorFlow Playground, Smilkov & Carter 2016"
OURS = "Ours"

DATASETS: dict[str, Dataset] = {
    entry.key: entry
    for entry in (
        Dataset(
            "and", "AND", rules.gate_and, "One corner against three: a single line does it.",
            "McCulloch & Pitts 1943", 4, 0.0, 2, UNIT,
        ),
        Dataset(
            "or", "OR", rules.gate_or, "Three corners against one: a single line does it.",
            "McCulloch & Pitts 1943", 4, 0.0, 2, UNIT,
        ),
        Dataset(
            "xor", "XOR", rules.parity, "Opposite corners belong together: no line gets more than three of four right.",
            MINSKY, 4, 0.0, 2, UNIT, peers=rules.xor_peers,
        ),
        Dataset(
            "gaussians", "Gaussian pair", rules.gaussians, "Two round clouds: the best border is a straight line.",
            "Fisher 1936", 200, 0.5, 2, (-3.0, 3.0, -3.0, 3.0), peers=rules.gaussians_peers,
        ),
        Dataset(
            "outliers", "Far cloud", rules.outliers,
            "A line separates them, but points far out on the right side pull the line of least squares across.",
            OURS, 70, 0.6, 2, (-4.0, 28.0, -16.0, 16.0),
        ),
        Dataset(
            "parted", "Narrow gap", rules.parted,
            "A disc in two halves: the narrower the gap, the longer the perceptron rule may take.",
            "Novikoff 1962", 200, 0.0, 2, SQUARE, gap=0.3,
        ),
        Dataset(
            "circle", "Circle", rules.circle, "A disc in a ring: no line helps, three hidden units do.",
            PLAYGROUND, 200, 0.05, 2, SQUARE, peers=rules.circle_peers,
        ),
        Dataset(
            "moons", "Two moons", rules.moons, "Two half circles that reach into each other.",
            "The shapes of scikit-learn's make_moons", 200, 0.1, 2, (-2.0, 2.0, -1.5, 1.5),
        ),
        Dataset(
            "spiral", "Spiral", rules.spiral, "Two arms wound around each other: the hard one.",
            "Lang & Witbrock 1988", 200, 0.02, 2, SQUARE, peers=rules.spiral_peers,
        ),
        Dataset(
            "stripes", "Stripes", rules.stripes, "Four slanted stripes: several parallel lines are needed.",
            OURS, 300, 0.0, 2, SQUARE,
        ),
        Dataset(
            "checkerboard", "Checkerboard", rules.checkerboard, "Sixteen fields: XOR many times over.",
            OURS, 400, 0.0, 2, SQUARE,
        ),
        Dataset(
            "parity", "Parity", rules.parity,
            "Is the number of ones odd? One wrong bit changes the answer; with two bits this is XOR.",
            MINSKY, 8, 0.0, 2, UNIT, inputs=3, bits=(2, 8),
        ),
        Dataset(
            "three_clouds", "Three classes", rules.three_clouds, "Three round clouds: one output per class.",
            OURS, 210, 0.35, 3, (-2.2, 2.2, -2.2, 2.2),
        ),
        Dataset(
            "three_arms", "Three arms", rules.three_arms, "A spiral of three arms, one class each.",
            OURS, 300, 0.03, 3, SQUARE,
        ),
        Dataset(
            "sine", "Sine", rules.sine, "One wave to be drawn by a sum of bends.",
            OURS, 60, 0.05, 0, (-1.2, 1.2, -1.5, 1.5), inputs=1,
        ),
        Dataset(
            "step", "Step", rules.step, "A jump: smooth units can only come near.",
            OURS, 60, 0.05, 0, (-1.2, 1.2, -1.5, 1.5), inputs=1,
        ),
        Dataset(
            "bump", "Bump", rules.bump, "Flat, up, down, flat: two units that face each other make it.",
            OURS, 60, 0.03, 0, (-1.2, 1.2, -0.5, 1.5), inputs=1,
        ),
        Dataset(
            "kink", "Kink", rules.kink, "Two straight lines that meet: two ReLU units are exact.",
            OURS, 60, 0.03, 0, (-1.2, 1.2, -1.5, 1.5), inputs=1,
        ),
        Dataset(
            "waves", "Waves", rules.waves, "A slow and a fast wave: the slow one is learned first.",
            OURS, 120, 0.02, 0, (-1.2, 1.2, -1.5, 1.5), inputs=1,
        ),
        Dataset(
            "plane", "Plane", rules.plane, "A slope over the plane: one linear unit is exact.",
            PLAYGROUND, 200, 0.05, 0, SQUARE, peers=rules.plane_peers,
        ),
        Dataset(
            "hills", "Hills", rules.hills, "Three hills and three hollows over the plane.",
            PLAYGROUND, 400, 0.0, 0, SQUARE, peers=rules.hills_peers,
        ),
    )
}  # fmt: skip


def dataset(
    key: str,
    n: int | None = None,
    noise: float | None = None,
    seed: int = 0,
    *,
    bits: int | None = None,
    gap: float | None = None,
    peers: bool = False,
) -> tuple[Array, Array]:
    """(x, y) of data set `key`: x (n, inputs), y (n, 1) or (n, classes), float64; the same for the same arguments.

    n: 2 to 1,000,000 examples; noise: 0 to 10, see `sim.dataset_rules`; bits: the inputs of "parity"; gap: between the
    halves of "parted", 0 to below 1; peers: with the constants and defaults (500 examples, no noise) of TensorFlow
    Playground, where it has this set. Raises ConfigError.
    """
    if not isinstance(key, str) or key not in DATASETS:
        raise unknown("data set", key, DATASETS)
    entry = DATASETS[key]
    rule, usual_n, usual_noise = entry.rule, entry.n, entry.noise
    if peers:
        if entry.peers is None:
            known = ", ".join(name for name, other in DATASETS.items() if other.peers)
            raise ConfigError(
                phrase("TensorFlow Playground has no data set {key}; it has: {known}.", key=quote(key), known=known)
            )
        rule, usual_n, usual_noise = entry.peers, PEERS_N, 0.0
    count = whole("n, the number of examples,", usual_n if n is None else n, FEWEST, MOST)
    amount = loudness(usual_noise if noise is None else noise)
    apart = {} if entry.gap is None and gap is None else {"gap": distance(entry, gap)}
    x, answers = rule(count, amount, Draws(checked_seed(seed)), width(entry, bits), **apart)
    return np.ascontiguousarray(x, dtype=np.float64), targets(answers, entry.classes)


def targets(answers: NDArray[Any], classes: int) -> Array:
    """What a network is to say: one column for two classes or for regression, one column per class for more."""
    if classes > 2:
        return np.asarray(answers[:, None] == np.arange(classes), dtype=np.float64)
    return np.asarray(answers, dtype=np.float64)[:, None]


def width(entry: Dataset, bits: int | None) -> int:
    """The number of inputs that was asked for, or the entry's own (2 for XOR, the parity of two bits)."""
    if bits is None:
        return entry.inputs
    if entry.bits is None:
        raise ConfigError(phrase("The data set {key} has no setting bits; only parity has.", key=quote(entry.key)))
    return whole("bits, the number of inputs of parity,", bits, *entry.bits)


def distance(entry: Dataset, gap: float | None) -> float:
    """The gap that was asked for, or the entry's own."""
    if entry.gap is None:
        raise ConfigError(phrase("The data set {key} has no setting gap; only parted has.", key=quote(entry.key)))
    value = entry.gap if gap is None else gap
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0.0 <= value < 1.0:
        raise ConfigError(phrase("gap must be a number from 0 to below 1, not {value}.", value=quote(value)))
    return float(value)


def whole(what: str, value: object, low: int, high: int) -> int:
    """`value` as a whole number from `low` to `high`."""
    try:
        number = operator.index(value) if not isinstance(value, bool) else None  # type: ignore[arg-type]
    except TypeError:
        number = None
    if number is None or not low <= number <= high:
        raise ConfigError(
            phrase(
                "{what} must be a whole number from {low} to {high}, not {value}.",
                what=what,
                low=write_count(low),
                high=write_count(high),
                value=quote(value),
            )
        )
    return number


def loudness(value: object) -> float:
    """`value` as an amount of noise."""
    fits = isinstance(value, int | float | np.integer | np.floating) and not isinstance(value, bool)
    if not fits or not 0.0 <= value <= LOUDEST:  # type: ignore[operator]
        raise ConfigError(
            phrase(
                "noise must be a number from 0 to {loudest}, not {value}.", loudest=f"{LOUDEST:g}", value=quote(value)
            )
        )
    return float(value)  # type: ignore[arg-type]


def checked_seed(value: object) -> int:
    """`value` as a seed of at most 64 bits."""
    return whole("seed", value, 0, LARGEST_SEED)


def domain_around(x: Array, y: Array) -> Box:
    """What a picture of other points should show: all of them and a tenth more; of a curve, y is the second axis."""
    second = x[:, 1] if x.shape[1] > 1 else y[:, 0]
    box: list[float] = []
    for low, high in ((x[:, 0].min(), x[:, 0].max()), (second.min(), second.max())):
        middle, half = 0.5 * low + 0.5 * high, 0.5 * high - 0.5 * low
        reach = 1.2 * half if half > 1e-9 * abs(middle) else max(1.0, 0.1 * abs(middle))
        box += [float(middle - reach), float(middle + reach)]
    return box[0], box[1], box[2], box[3]


def split(n: int, share: float = 0.5, seed: int = 0) -> tuple[Rows, Rows]:
    """(training rows, test rows) of n examples, both ascending: chosen by the seed, `share` of them for the test.

    At least one example stays for training; with a share of 0 nothing is tested.
    """
    count = whole("n, the number of examples,", n, 1, MOST)
    if not isinstance(share, int | float) or isinstance(share, bool) or not 0.0 <= share < 1.0:
        raise ConfigError(
            phrase("The share of test examples must be a number from 0 to below 1, not {share}.", share=quote(share))
        )
    order = Draws(checked_seed(seed)).order(count, SPLIT)
    tested = min(count - 1, round(share * count))
    return np.sort(order[tested:]), np.sort(order[:tested])


@dataclass(frozen=True)
class Feature:
    """One entry of FEATURES: a column made of the two inputs of an example; `second`: whether it reads the second."""

    key: str
    title: str
    make: Callable[[Array, Array], Array]
    second: bool = False


PLAIN_SIN: Any = sin

FEATURES: dict[str, Feature] = {
    entry.key: entry
    for entry in (
        Feature("x1", "x₁", lambda a, b: a),
        Feature("x2", "x₂", lambda a, b: b, True),
        Feature("x1_squared", "x₁²", lambda a, b: a * a),
        Feature("x2_squared", "x₂²", lambda a, b: b * b, True),
        Feature("x1_x2", "x₁x₂", lambda a, b: a * b, True),
        Feature("sin_x1", "sin x₁", lambda a, b: PLAIN_SIN(a)),
        Feature("sin_x2", "sin x₂", lambda a, b: PLAIN_SIN(b), True),
        Feature("sin_pi_x1", "sin πx₁", lambda a, b: PLAIN_SIN(rules.PI * a)),
        Feature("sin_pi_x2", "sin πx₂", lambda a, b: PLAIN_SIN(rules.PI * b), True),
    )
}


def features(x: Array, names: Sequence[str] = ("x1", "x2")) -> Array:
    """The columns `names` (of FEATURES) of the points x (n, 2), or (n, 1) for those of x1 alone: (n, len(names)).

    Nothing is scaled or shifted behind the learner's back. Raises ConfigError.
    """
    if not names:
        raise ConfigError("A network needs at least one input feature.")
    for name in names:
        if not isinstance(name, str) or name not in FEATURES:
            raise unknown("input feature", name, FEATURES)
        if x.shape[1] == 1 and FEATURES[name].second:
            raise ConfigError(
                phrase("The input feature {name} needs two inputs; these data have one.", name=quote(name))
            )
    if x.shape[1] > 2:
        raise ConfigError(
            phrase("Input features are made of one or two inputs; these data have {shape}.", shape=x.shape[1])
        )
    first, second = x[:, 0], x[:, -1]
    return np.stack([FEATURES[name].make(first, second) for name in names], axis=1)
