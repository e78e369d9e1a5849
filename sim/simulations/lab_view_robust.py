"""What the window gets of how robust an arm is: without its stars, with half of it ill, over all masks, and how alike
its units are. All of it is of the weights of the step that it names.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sim.dropout_masks import MaskMean

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class StarsSeen:
    """Without all of units[:k], loss[k] and accuracy[k] are left on the test, k from 0 to `gone`: as many as are known.

    asked: how many were sent home; done: whether all are known. step: of the weights that were asked.
    """

    layer: int
    units: tuple[int, ...]
    loss: Array
    accuracy: Array
    asked: int
    step: int

    @property
    def gone(self) -> int:
        """How many are known."""
        return len(self.units)

    @property
    def done(self) -> bool:
        """Whether all are known."""
        return self.gone >= self.asked


@dataclass(frozen=True, eq=False)
class FluSeen:
    """Half of a hidden layer is ill: accuracy and loss on the test of each draw made so far, (draws,), and whole: with
    everyone well. ill (draws, units). step: of the weights that were asked."""

    layer: int
    accuracy: Array
    loss: Array
    ill: Flags
    whole_accuracy: float
    whole_loss: float
    asked: int
    step: int

    @property
    def draws(self) -> int:
        """How many were made."""
        return len(self.accuracy)

    @property
    def done(self) -> bool:
        """Whether all were made."""
        return self.draws >= self.asked


@dataclass(frozen=True, eq=False)
class MasksSeen:
    """All masks of an arm's hidden units. done of masks are counted; mean: what they answer together.

    answers (done masks,): of `output` for the test example `example`, mask by mask in the order of counting, chances
    (done masks,) how likely each is; scaled: one pass with everyone present.
    """

    arm: str
    rate: float
    masks: int
    done: int
    mean: MaskMean
    example: int
    output: int
    answers: Array
    chances: Array
    scaled: float
    step: int


@dataclass(frozen=True, eq=False)
class CorrelationSeen:
    """How alike the units of a hidden layer answer on the test: r (units, units) of those that do not always say the
    same, `units` their numbers; mean: of |r| off the diagonal, NaN for fewer than two."""

    layer: int
    units: Whole
    r: Array
    mean: float


@dataclass(frozen=True, eq=False)
class Robust:
    """By arm, as far as it was asked for and found."""

    stars: dict[str, StarsSeen] = field(default_factory=dict)
    flu: dict[str, FluSeen] = field(default_factory=dict)
    correlation: dict[str, CorrelationSeen] = field(default_factory=dict)
