"""A teacher who lies: labels shuffled among the training digits are learned by heart, and nothing else is.

A 64-256-10 network, momentum .9, batches of 32; one step is a pass. How many lie is live: the labels are drawn once,
and a share of the digits, the same ones first, has the shuffled label instead of its own. Test digits keep theirs.
"""

from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from sim.config import Config
from sim.digits import CLASSES, SIDE
from sim.draws import LABELS, ORDER, Draws
from sim.network_training import Training
from sim.simulations.skier_guard import Guard, guard_of, in_steps, looked, tried
from sim.simulations.skier_rules import Rules
from sim.simulations.skier_view import LiesSeen
from sim.skier_digits import (
    PIXELS,
    TRAINED,
    Labels,
    Part,
    begun,
    descent,
    graded,
    part_of,
    parts,
    steps_an_epoch,
    taught,
    training_size,
)

LAYERS = (PIXELS, 256, CLASSES)
BATCH, MOMENTUM, MOST, SHOWN = 32, 0.9, 300, 12


@dataclass(eq=False)
class Lies:
    """told: the training digits with the labels in force. rows: (pass, loss, accuracy as told, in truth, on the test).

    answers: what it says to all training digits.
    """

    share: float
    told: Part
    training: Training
    rows: list[tuple[int, float, float, float, float]]
    answers: Labels
    guard: Guard

    @property
    def step(self) -> int:
        """Passes so far."""
        return self.rows[-1][0]

    def copy(self) -> "Lies":
        """A checkpoint."""
        return replace(self, training=self.training.clone(), rows=list(self.rows))

    @property
    def size(self) -> int:
        """Bytes of a checkpoint."""
        return training_size(self.training) + 250 * len(self.rows) + self.answers.nbytes


@lru_cache(maxsize=16)
def told_by(share: float, seed: int) -> Part:
    """The training digits, a share of their labels shuffled."""
    train, draws = parts()[0], Draws(seed)
    lied, shuffled = draws.order(TRAINED, ORDER), train.labels[draws.order(TRAINED, LABELS)]
    labels = train.labels.copy()
    chosen = lied[: round(share * TRAINED)]
    labels[chosen] = shuffled[chosen]
    return part_of(train.x, labels)


def begin(config: Config) -> Lies:
    """Before the first pass."""
    share = config["lies"]
    told = told_by(share, config["seed"])
    training = begun(LAYERS, config["seed"], targets=told.targets)
    part = Lies(share, told, training, [], np.zeros(0, np.int64), guard_of(training))
    look(part, 0)
    return part


def step(config: Config, part: Lies) -> bool:
    """One pass, with the labels that are told now."""
    if part.step >= MOST:
        return False
    if part.share != config["lies"]:
        part.share = config["lies"]
        part.told = told_by(part.share, config["seed"])
        part.training = taught(part.training, part.told.x, part.told.targets)
    before, settings = part.training.clone(), descent(config["learning_rate"], BATCH, MOMENTUM)
    part.guard, made = tried(part.guard, part.training, settings, steps_an_epoch(BATCH))
    if not made:
        part.training = before
        part.guard = passes_back(part)
        return False
    look(part, part.step + 1)
    part.guard = looked(part.guard, part.training, settings, (part.rows[0][1], part.rows[-1][1]))
    part.guard = passes_back(part)
    return True


def passes_back(part: Lies) -> Guard:
    """The way back is counted in passes."""
    found = part.guard.failure
    return part.guard if found is None else replace(part.guard, failure=in_steps(found, part.step))


def look(part: Lies, at: int) -> None:
    """Write down how it is doing."""
    train, test = parts()
    grade = graded(part.training, part.told)
    part.answers = grade.answers
    truth = float((grade.answers == train.labels).mean())
    part.rows.append((at, grade.loss, grade.accuracy, truth, graded(part.training, test).accuracy))


def seen(config: Config, part: Lies) -> LiesSeen:
    """The pupil as it is shown."""
    train, table = parts()[0], np.array(part.rows, np.float64).T.copy()
    return LiesSeen(
        share=config["lies"], epoch=part.step, epochs=table[0], losses=table[1], train_accuracies=table[2],
        true_accuracies=table[3], test_accuracies=table[4], pictures=train.x[:SHOWN].reshape(-1, SIDE, SIDE).copy(),
        told=part.told.labels[:SHOWN].copy(), true=train.labels[:SHOWN].copy(), answers=part.answers[:SHOWN].copy(),
        chance=1.0 / CLASSES, lied=int((part.told.labels != train.labels).sum()),
    )  # fmt: skip


LIES = Rules(begin, step, seen, rate=50.0, last=lambda config: MOST)
