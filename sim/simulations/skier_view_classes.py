"""What the learner sees of what a network knows before it is taught, and of whom it is taught by.

Four of the nine views of `sim.simulations.skier_view`: chance, one class only, many valleys, a teacher who lies.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class ChanceSeen:
    """Untrained networks. classes C; nets: finished; wanted; part: share of the one at work that is done, 0 to 1.

    accuracies, losses (nets,); favourites (nets,): the share of all answers that are the network's most frequent one.
    answered (nets,): how many different classes it ever answers. chance: 1 / C; log_classes: ln C. mean, error: of the
    accuracies and their standard error (NaN below two nets); loss: their mean loss. inputs: pictures each network is
    shown; real: whether those are the digits (C = 10), else they are random, with random labels.
    """

    classes: int
    nets: int
    wanted: int
    part: float
    inputs: int
    real: bool
    accuracies: Array
    losses: Array
    favourites: Array
    answered: Counts
    chance: float
    log_classes: float
    mean: float
    error: float
    loss: float
    finished: bool


@dataclass(frozen=True, eq=False)
class WeightSeen:
    """The weight, or bias (source None), that most helps one class and hurts another; layer from 1, units from 0.

    slopes (10,): of each class' loss by it; a step down one that is positive makes the weight smaller. contested: the
    share of all parameters that have a slope at all which raise some class' loss and lower another's.
    """

    layer: int
    source: int | None
    unit: int
    slopes: Array
    contested: float


@dataclass(frozen=True, eq=False)
class OneClassSeen:
    """A trained network that goes on with one class only (or with all of them again, where `mixed`).

    chosen: the class. before, now (10,): test accuracy of each class; curves (points, 10) over passes (points,), a pass
    being one of the chosen class' digits. others: the mean accuracy of the other nine; lowest: classes below .05.
    agreement (10,): the cosine between the slope of the chosen class' loss and that of every other; below 0 what helps
    one hurts the other; None until it was measured, like weight. test_counts (10,): test digits of each class.
    """

    chosen: int
    mixed: bool
    passes: Array
    curves: Array
    before: Array
    now: Array
    test_counts: Counts
    others: float
    lowest: int
    accuracy: float
    agreement: Array | None
    weight: WeightSeen | None
    finished: bool


@dataclass(frozen=True, eq=False)
class ValleysSeen:
    """Wide networks from other seeds, and beside them tiny ones that learn XOR.

    losses, accuracies (nets,): training loss and test accuracy of every wide network now; curves (points, nets): the
    training loss over epochs (points,). mean, spread, low, high: of the test accuracies. distances (nets, nets): how
    far the wide networks are from each other, in lengths of the first one's way from its start (another valley, not the
    same one); same_answers (nets, nets): the share of test digits that two of them answer alike.
    tiny_losses (tiny,), tiny_solved (tiny,) bool: XOR; stuck: how many of the tiny ones are not solved.
    finished: networks that are done (wide ones at the end of their passes, tiny ones likewise).
    """

    nets: int
    tiny: int
    epoch: float
    passes: int
    epochs: Array
    curves: Array
    losses: Array
    accuracies: Array
    mean: float
    spread: float
    low: float
    high: float
    distances: Array
    same_answers: Array
    tiny_losses: Array
    tiny_solved: NDArray[np.bool_]
    stuck: int
    finished: int
    done: bool


@dataclass(frozen=True, eq=False)
class LiesSeen:
    """A network whose teacher lies. share: of training digits whose label was shuffled among them, 0 to 1.

    epochs (points,), train_accuracies: on the labels it is told; true_accuracies: the same digits with their true
    labels; test_accuracies: on test digits with true labels; losses: training loss. told, true (examples,): labels of
    the first training digits, answers (examples,): what it says; pictures (examples, 8, 8) from 0 to 1.
    chance: one tenth.
    """

    share: float
    epoch: int
    epochs: Array
    losses: Array
    train_accuracies: Array
    true_accuracies: Array
    test_accuracies: Array
    pictures: Array
    told: Counts
    true: Counts
    answers: Counts
    chance: float
    lied: int

    @property
    def accuracy(self) -> float:
        """On the labels it is told, now."""
        return float(self.train_accuracies[-1])

    @property
    def test_accuracy(self) -> float:
        """On test digits, now."""
        return float(self.test_accuracies[-1])
