"""What an untrained network knows: one in as many as there are classes, on average, and a loss of ln C.

Networks of two hidden layers of 64 ReLU units (He et al. 2015). The weights of the last layer are a tenth of N(0,
1/64): large ones are sure of themselves before they know anything, and raise the loss above ln C. Ten classes are the
real digits; for any other number there are no pictures, so the inputs are normal numbers and the labels are drawn.

A single network is far from fair: it has favourites among the classes. What holds is the mean over networks.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from math import log, nan, sqrt

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.depth_functions import softmax
from sim.depth_products import multiplied
from sim.digits import CLASSES, digits
from sim.draws import LABELS, POSITIONS, Draws
from sim.initialisers import draw_numbers
from sim.simulations.skier_rules import Rules
from sim.simulations.skier_view import ChanceSeen
from sim.skier_digits import PIXELS, Array, Labels

UNITS = 64
OUTPUT_SIZE = 0.1 / sqrt(UNITS)
INPUTS, PIECE = 5000, 250
"""Pictures a network is shown, and how many of them in a step of the run."""
SECONDS = 4.0
"""A run takes about so long, if the computer can."""


@dataclass(frozen=True)
class Asked:
    """How a network did: shares and numbers as in `ChanceSeen`."""

    accuracy: float
    loss: float
    favourite: float
    answered: int


@dataclass(eq=False)
class Chance:
    """asked: networks that are done; counts (classes,), right, loss: of the one at work, after `pieces` pieces."""

    classes: int
    counts: NDArray[np.int64]
    asked: list[Asked]
    pieces: int = 0
    right: int = 0
    loss: float = 0.0
    step: int = 0

    def copy(self) -> "Chance":
        """A checkpoint."""
        return replace(self, counts=self.counts.copy(), asked=list(self.asked))

    @property
    def size(self) -> int:
        """Bytes of a checkpoint."""
        return 1000 + self.counts.nbytes + 250 * len(self.asked)


def is_real(classes: int) -> bool:
    """Whether the pictures are the digits."""
    return classes == CLASSES


def input_count(classes: int) -> int:
    """Pictures each network is shown."""
    return len(digits()[0]) if is_real(classes) else INPUTS


def piece_count(classes: int) -> int:
    """Steps of the run that a network takes."""
    return -(-input_count(classes) // PIECE)


@lru_cache(maxsize=40)
def pictures(seed: int, piece: int) -> Array:
    """Some of the random inputs, (250, 64), the same for all networks."""
    drawn = Draws(seed).normal((piece + 1) * PIECE * PIXELS // 4, POSITIONS)
    kept: Array = drawn[piece * PIECE * PIXELS // 4 :].reshape(PIECE, PIXELS)
    return kept


def shown(classes: int, seed: int, net: int, piece: int) -> tuple[Array, Labels]:
    """The pictures of a piece, and what they are."""
    if is_real(classes):
        x, labels = digits()
        return x[piece * PIECE : (piece + 1) * PIECE], labels[piece * PIECE : (piece + 1) * PIECE]
    words = np.asarray(Draws(seed).words(PIECE, LABELS, net * piece_count(classes) + piece)[0], np.int64)
    return pictures(seed, piece), words * classes >> 32


@lru_cache(maxsize=2)
def weights_of(classes: int, seed: int, net: int) -> tuple[Array, Array, Array]:
    """A network before any training, its biases 0."""
    sizes = ((PIXELS, UNITS, sqrt(2.0 / PIXELS)), (UNITS, UNITS, sqrt(2.0 / UNITS)), (UNITS, classes, OUTPUT_SIZE))
    count = sum(n_in * n_out for n_in, n_out, _ in sizes)
    drawn = draw_numbers(-(-count // 4) * 4, seed, np.array([net], np.uint32), True)[0]
    found, at = [], 0
    for n_in, n_out, size in sizes:
        found.append(drawn[at : at + n_in * n_out].reshape(n_in, n_out) * size)
        at += n_in * n_out
    return found[0], found[1], found[2]


def begin(config: Config) -> Chance:
    """Nobody was asked yet."""
    return Chance(config["classes"], np.zeros(config["classes"], np.int64), [])


def step(config: Config, part: Chance) -> bool:
    """250 pictures more for the network at work."""
    net = len(part.asked)
    if net >= config["nets"]:
        return False
    x, labels = shown(part.classes, config["seed"], net, part.pieces)
    first, second, last = weights_of(part.classes, config["seed"], net)
    hidden = np.maximum(multiplied(np.maximum(multiplied(x, first), 0.0), second), 0.0)
    outputs = softmax(multiplied(hidden, last))
    answers = outputs.argmax(axis=1)
    part.right += int((answers == labels).sum())
    part.loss -= float(np.log(outputs[np.arange(len(x)), labels]).sum())
    part.counts += np.bincount(answers, minlength=part.classes)
    part.pieces += 1
    part.step += 1
    if part.pieces == piece_count(part.classes):
        finish(part)
    return True


def finish(part: Chance) -> None:
    """Write down the network at work; the next one comes."""
    count = input_count(part.classes)
    favourite, answered = float(part.counts.max() / count), int((part.counts > 0).sum())
    part.asked.append(Asked(part.right / count, part.loss / count, favourite, answered))
    part.counts, part.pieces, part.right, part.loss = np.zeros_like(part.counts), 0, 0, 0.0


def seen(config: Config, part: Chance) -> ChanceSeen:
    """What is known of those that were asked."""
    classes, nets = part.classes, len(part.asked)
    accuracies = np.array([one.accuracy for one in part.asked])
    losses = np.array([one.loss for one in part.asked])
    return ChanceSeen(
        classes=classes, nets=nets, wanted=config["nets"], part=part.pieces / piece_count(classes),
        inputs=input_count(classes), real=is_real(classes), accuracies=accuracies, losses=losses,
        favourites=np.array([one.favourite for one in part.asked]),
        answered=np.array([one.answered for one in part.asked], np.int64),
        chance=1.0 / classes, log_classes=log(classes), mean=float(accuracies.mean()) if nets else nan,
        error=float(accuracies.std(ddof=1) / sqrt(nets)) if nets > 1 else nan,
        loss=float(losses.mean()) if nets else nan, finished=nets >= config["nets"],
    )  # fmt: skip


def last_step(config: Config) -> int:
    """When all are asked."""
    return int(config["nets"]) * piece_count(config["classes"])


def rate(config: Config) -> float:
    """A run takes a few seconds."""
    return max(30.0, last_step(config) / SECONDS)


CHANCE = Rules(begin, step, seen, rate=rate, last=last_step)
