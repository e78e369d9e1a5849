"""The four tasks of the lab: what is learned from, and a test of the same kind that nobody learns from.

    examples = examples_of("digits", n_train=200, noise=0.0, label_noise=0.0, seed=0)

The table of 100 features is a world in which only ten of them matter (Tibshirani's case for the lasso): 80 noisy
examples, 2,000 without noise for the test. The digits of a test are 500 in any case; the two splits are told apart in
`sim.digits`. The points of a curve are noisy, its test is the curve itself.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.datasets import DATASETS, Box, dataset
from sim.digits import CLASSES, digits, shuffled_writers, unseen_writers
from sim.draws import LABELS, MORE, NOISE, ORDER, POSITIONS, Draws
from sim.errors import ConfigError
from sim.phrases import phrase

Array = NDArray[np.float64]

FEATURES, MATTER, TABLE_TEST = 100, 10, 2000
TESTED = 400
PLACES = 257
CURVE_PLACES = 401
MOST_OF_TABLE = 1297
APART = 1 << 32
"""Tests are drawn with a seed so far from the one of what is learned."""
NO_DOMAIN: Box = (0.0, 1.0, 0.0, 1.0)


@dataclass(frozen=True, eq=False)
class Examples:
    """x (n, inputs), answers (n,): class numbers or numbers; the same of the test. wrong (n,): dealt another label.

    truth: of a curve at `places`; truth_weights: of the table. test_words: what the test is made of.
    """

    key: str
    x: Array
    answers: NDArray[Any]
    test_x: Array
    test_answers: NDArray[Any]
    classes: tuple[str, ...]
    domain: Box
    wrong: NDArray[np.bool_]
    places: Array
    truth: Array
    truth_weights: Array
    test_words: str

    @property
    def outputs(self) -> int:
        """One per class where there are more than two, else one."""
        return len(self.classes) if len(self.classes) > 2 else 1

    @property
    def output(self) -> str:
        """The activation of the outputs."""
        if not self.classes:
            return "linear"
        return "softmax" if self.outputs > 1 else "sigmoid"

    @property
    def loss(self) -> str:
        """What learning makes small."""
        return "cross_entropy" if self.classes else "squared_error"

    def targets(self, answers: NDArray[Any]) -> Array:
        """What the outputs are to say, (n, outputs)."""
        if self.outputs > 1:
            return np.asarray(answers[:, None] == np.arange(self.outputs), np.float64)
        return np.asarray(answers, np.float64)[:, None]


def made(key: str, x: Array, answers: NDArray[Any], test_x: Array, test_answers: NDArray[Any], **more: Any) -> Examples:
    """Examples with nothing special about them but what is said."""
    nothing = np.zeros(0)
    usual: dict[str, Any] = {
        "classes": (), "domain": NO_DOMAIN, "places": nothing, "truth": nothing, "truth_weights": nothing,
    }  # fmt: skip
    wrong = np.zeros(len(x), np.bool_)
    return Examples(key, x, answers, test_x, test_answers, wrong=wrong, **{**usual, **more})


def moons(n: int, noise: float, seed: int, split: str) -> Examples:
    """Points of two half circles."""
    x, y = dataset("moons", n, noise, seed)
    test_x, test_y = dataset("moons", TESTED, noise, seed + APART)
    words = phrase("{count} other points of the same two moons", count=TESTED)
    answers = y[:, 0].astype(np.int64), test_y[:, 0].astype(np.int64)
    return made(
        "moons", x, answers[0], test_x, answers[1], classes=("0", "1"), domain=DATASETS["moons"].domain,
        test_words=words,
    )  # fmt: skip


def curve(n: int, noise: float, seed: int, split: str) -> Examples:
    """Noisy points of a wave; the test is the wave."""
    x, y = dataset("sine", n, noise, seed)
    domain = DATASETS["sine"].domain
    test_x = np.linspace(-1.0, 1.0, CURVE_PLACES)[:, None]
    places = np.linspace(domain[0], domain[1], PLACES)
    return made(
        "curve", x, y[:, 0], test_x, np.sin(np.pi * test_x[:, 0]), domain=domain, places=places,
        truth=np.sin(np.pi * places), test_words=phrase("{count} places of the true curve", count=CURVE_PLACES),
    )  # fmt: skip


def of_digits(n: int, noise: float, seed: int, split: str) -> Examples:
    """Digits: the test rows are the same for every number of examples."""
    x, labels = digits()
    train, test = unseen_writers() if split == "unseen" else shuffled_writers()
    rows = train[Draws(seed).order(len(train), ORDER)][:n]
    words = "500 digits from all writers" if split == "shuffled" else "the last 500 digits, mostly by other writers"
    return made(
        "digits", with_noise(x[rows], noise, seed), labels[rows], x[test], labels[test],
        classes=tuple(str(label) for label in range(CLASSES)), test_words=words,
    )  # fmt: skip


def with_noise(x: Array, noise: float, seed: int) -> Array:
    """Pixels, each displaced."""
    return x + noise * table_of(len(x), x.shape[1], seed, NOISE) if noise else x


def table_of(rows: int, columns: int, seed: int, purpose: int) -> Array:
    """Independent standard normal numbers (rows, columns); a row is the same however many there are."""
    blocks = -(-columns // 4)
    return Draws(seed).normal(rows * blocks, purpose).reshape(rows, blocks * 4)[:, :columns]


def sparse(n: int, noise: float, seed: int, split: str) -> Examples:
    """A table of 100 features, of which the first ten matter, by 1 to 2 with either sign."""
    x, test_x = table_of(n, FEATURES, seed, MORE), table_of(TABLE_TEST, FEATURES, seed + APART, MORE)
    weights, drawn = np.zeros(FEATURES), Draws(seed).uniform(MATTER, POSITIONS)
    weights[:MATTER] = np.where(drawn[:, 0] < 0.5, -1.0, 1.0) * (1.0 + drawn[:, 1])
    answers = x @ weights + noise * table_of(n, 1, seed, NOISE)[:, 0]
    words = phrase("{count} other rows of the same world, without noise", count=TABLE_TEST)
    return made("sparse", x, answers, test_x, test_x @ weights, truth_weights=weights, test_words=words)


MAKERS: dict[str, Callable[[int, float, int, str], Examples]] = {
    "moons": moons,
    "curve": curve,
    "digits": of_digits,
    "sparse": sparse,
}


@lru_cache(maxsize=4)
def examples_of(
    key: str, n_train: int, noise: float, label_noise: float, seed: int, split: str = "shuffled"
) -> Examples:
    """The examples of a task. ConfigError for a task that is not there."""
    if key not in MAKERS:
        raise ConfigError(phrase("There is no task {key} in the lab.", key=key))
    examples = MAKERS[key](n_train, noise, seed, split)
    return mislabelled(examples, label_noise, seed) if label_noise else examples


def mislabelled(examples: Examples, share: float, seed: int) -> Examples:
    """A share of the examples to learn from, with their answers dealt among themselves anew.

    An example that is chosen at a small share is chosen at every larger one.
    """
    draws, count = Draws(seed), len(examples.x)
    chosen = np.flatnonzero(draws.uniform(count, LABELS)[:, 0] < share)
    answers, wrong = examples.answers.copy(), np.zeros(count, np.bool_)
    answers[chosen] = examples.answers[chosen[draws.order(len(chosen), LABELS, 1)]]
    wrong[chosen] = True
    return replace(examples, answers=answers, wrong=wrong)


@lru_cache(maxsize=32)
def rate_of_table(n_train: int, noise: float, seed: int) -> float:
    """1 over the largest curvature of the squared error of a linear unit with a bias on the table."""
    x = sparse(n_train, noise, seed, "").x
    padded = np.hstack([x, np.ones((len(x), 1))])
    gram = padded.T @ padded if len(x) > FEATURES else padded @ padded.T
    return float(f"{len(x) / np.linalg.eigvalsh(gram).max():.4g}")
