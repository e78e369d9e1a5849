"""What the window asks of the lab, and what it gets.

`LabView.pages` are the keys of what is drawn; what nobody looks at is not computed. A snapshot's arms are in the order
"a" .. "d": "a" is the one that the others are compared with. Robustness, masks, the path and the landscape are found
little by little, of the weights of the step that they name, and stay as they were until they are found anew; what has
not been asked for by hand (`LabSnapshot.asked`) is not looked for.

Hidden layers are counted from 0; weights[k] (n_in, n_out) lead into layer k, so weights[k + 1] leave hidden layer k.
"""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.landscape_seen import LandscapeAsk, LandscapeSeen
from sim.network_failure import Failure
from sim.simulations.lab_view_robust import CorrelationSeen, FluSeen, MasksSeen, Robust, StarsSeen

__all__ = [
    "KEYS", "LAST", "PAGES", "ArmCurves", "ArmSeen", "Asked", "CorrelationSeen", "FluSeen", "LabData", "LabSnapshot",
    "LabView", "Lens", "LensLayer", "MasksSeen", "PathSeen", "Penalties", "Robust", "Samples", "StarsSeen", "TwoSeen",
]  # fmt: skip

Array = NDArray[np.float64]
Pictures = NDArray[np.float32]
Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]
Rect = tuple[float, float, float, float]

KEYS = ("a", "b", "c", "d")
PAGES = (
    "maps", "samples", "lens", "stars", "flu", "masks", "correlation", "penalty", "weights", "two", "path",
    "landscape",
)  # fmt: skip
LAST = -1


@dataclass(frozen=True)
class LabView:
    """What is looked at. pages: out of PAGES. arm: the one of the lens. layer: a hidden one, -1 for the last; of the
    stars, the flu and the correlations too. example: which of the batch's in the lens and of the test's elsewhere.

    pixels: along a side of a map. stars, draws: how many are looked for without a hand asking, 0 for none.
    landscape: how that of `arm` is drawn, None for the usual way.
    """

    pages: frozenset[str] = frozenset()
    arm: str = "a"
    layer: int = LAST
    example: int = 0
    pixels: int = 64
    samples: int = 12
    first_sample: int = 0
    stars: int = 0
    draws: int = 0
    landscape: LandscapeAsk | None = None


@dataclass(frozen=True, eq=False)
class LabData:
    """The examples: x (n, inputs) and answers (n,), to learn from and kept for the test (`test_x`, `test_answers`).

    classes: their names, () where numbers are to be told. domain: what a map shows, (x0, x1, y0, y1); of a curve y is
    the answer. wrong (n,): whose label was dealt anew. places, truth: along the only input of a curve, (points,);
    truth_weights: those that made the table, (features,). test_words: what the test is made of, a sentence.
    """

    key: str
    title: str
    x: Array
    answers: NDArray[Any]
    test_x: Array
    test_answers: NDArray[Any]
    classes: tuple[str, ...]
    domain: Rect
    wrong: Flags
    places: Array
    truth: Array
    truth_weights: Array
    test_words: str = ""

    @property
    def pixels(self) -> bool:
        """Whether an example is a picture of 8 x 8 pixels."""
        return bool(self.x.shape[1] == 64)


@dataclass(frozen=True, eq=False)
class ArmCurves:
    """Taken at the end of epochs, (records,): epochs and updates made; losses without the penalties; the penalties,
    lambda included; shares of right answers, NaN where numbers are to be told."""

    epochs: Whole
    steps: Whole
    loss: Array
    test_loss: Array
    penalty_l1: Array
    penalty_l2: Array
    accuracy: Array
    test_accuracy: Array


@dataclass(frozen=True, eq=False)
class Penalties:
    """The weights of one arm, biases left out. zeros: exactly 0; near: |w| < 0.05, the zeros among them; count: all.

    top_share: of the sum of |w|, what the largest tenth holds. edges (bins + 1,), counts (bins,): the histogram, the
    same edges for all arms, its middle bin is around 0; () while the page is not looked at.
    """

    zeros: int
    near: int
    count: int
    rms: float
    largest: float
    top_share: float
    edges: Array
    counts: Whole

    @property
    def zero_share(self) -> float:
        """Exact zeros among all weights."""
        return self.zeros / self.count if self.count else 0.0


@dataclass(frozen=True, eq=False)
class ArmSeen:
    """One network. `loss`, `test_loss`, `accuracy`, `test_accuracy`: now, without dropout and without the penalties.

    epoch, updates: made so far. steps_per_epoch: with its batch. penalty: both, lambda included. data_loss_rise: how
    far the training loss is above what it was when the penalties were last 0, and 0 while they are. picture (pixels,
    pixels): what the first output says over the plane, row 0 at the lowest y. line (places,): a curve's answers.
    changed: settings in which it differs from A, without the arm's letter. ended: whether the next update would leave
    the finite numbers. weights, biases: while a page shows them.
    """

    key: str
    epoch: int
    updates: int
    steps_per_epoch: int
    curves: ArmCurves
    loss: float
    test_loss: float
    data_loss_rise: float
    penalty: float
    penalty_l1: float
    penalty_l2: float
    accuracy: float
    test_accuracy: float
    picture: Pictures | None
    line: Array | None
    changed: tuple[str, ...]
    ended: bool
    penalties: Penalties
    weights: tuple[Array, ...] = ()
    biases: tuple[Array, ...] = ()

    @property
    def letter(self) -> str:
        """As it is written: A .. D."""
        return self.key.upper()


@dataclass(frozen=True, eq=False)
class LensLayer:
    """A hidden layer in the batch just trained. masks (examples, units): True where a unit was there, always the case
    without dropout; activations (examples, units): its answers with everyone present; importance (units,): what it
    sends on, the mean of sum |weight x answer| over 100 examples of the test."""

    masks: Flags
    activations: Array
    importance: Array


@dataclass(frozen=True, eq=False)
class Lens:
    """The batch just trained as an arm met it. rows: the numbers of its examples among those learned from; labels:
    their answers; step: the update. inputs (examples, inputs): whether an input was there. outputs (examples,
    outputs), with everyone present. weights: as after the update. rates: dropout of the inputs, then of each hidden
    layer."""

    arm: str
    layers: tuple[LensLayer, ...]
    weights: tuple[Array, ...]
    rows: Whole
    x: Array
    inputs: Flags
    outputs: Array
    labels: NDArray[Any]
    rates: tuple[float, ...]
    step: int


@dataclass(frozen=True, eq=False)
class Samples:
    """Digits of the test: rows their numbers there, pictures (count, 8, 8), labels; probabilities by arm, (count,
    classes)."""

    rows: Whole
    pictures: Array
    labels: Whole
    probabilities: dict[str, Array]


@dataclass(frozen=True)
class TwoSeen:
    """Two weights: the data alone want `optimum`, with loss (curvature[0] d1^2 + curvature[1] d2^2) / 2 around it.

    result_l1, result_l2, both: where the loss with only L1, only L2, and both is least.
    """

    optimum: tuple[float, float]
    curvature: tuple[float, float]
    l1: float
    l2: float
    result_l1: tuple[float, float]
    result_l2: tuple[float, float]
    both: tuple[float, float]


@dataclass(frozen=True, eq=False)
class PathSeen:
    """Weights against their price: every lambda (lambdas,) is a network of its own, all trained at once.

    weights (lambdas, shown): the `shown` first weights, names theirs; zeros (lambdas,) of `count` weights; loss,
    test_loss (lambdas,). steps of steps_wanted updates were made. refused: why there is none for these data, else "".
    """

    penalty: str
    lambdas: Array
    weights: Array
    zeros: Whole
    count: int
    loss: Array
    test_loss: Array
    steps: int
    steps_wanted: int
    refused: str = ""

    @property
    def done(self) -> bool:
        """Whether all updates were made."""
        return self.steps >= self.steps_wanted


@dataclass(frozen=True)
class Asked:
    """What a hand has asked for since the run began. stars: how many to send home; flu: how many draws.

    masks: whether all are to be averaged; correlation: of which arms; revealed: whether what is hidden is shown.
    """

    stars: int = 0
    flu: int = 0
    masks: bool = False
    correlation: tuple[str, ...] = ()
    revealed: bool = False


@dataclass(frozen=True, eq=False)
class LabSnapshot:
    """steps_per_epoch: of A. resets: fresh beginnings, by a structural setting or by Restart. difference (pixels,
    pixels): what the last arm says less what A says. sizes_run, arms_run: on how many sizes of this data set, and with
    how many settings, a whole epoch was trained, earlier runs counted. refused: why a page has nothing to show, by its
    key. failure: why the run stands, and failed: which arm it was.
    """

    step: int
    resets: int
    steps_per_epoch: int
    data: LabData
    layers: tuple[int, ...]
    activations: tuple[str, ...]
    arms: tuple[ArmSeen, ...]
    asked: Asked
    two: TwoSeen
    robust: Robust
    lens: Lens | None = None
    samples: Samples | None = None
    difference: Pictures | None = None
    masks: dict[str, MasksSeen] = field(default_factory=dict)
    path: PathSeen | None = None
    landscape: LandscapeSeen | None = None
    failure: Failure | None = None
    failed: str = ""
    edits: int = 0
    sizes_run: int = 0
    arms_run: int = 0
    refused: dict[str, str] = field(default_factory=dict)

    @property
    def hidden(self) -> tuple[int, ...]:
        """Units of the hidden layers."""
        return self.layers[1:-1]

    def arm(self, key: str) -> ArmSeen | None:
        """The arm of that key, if there is one."""
        return next((arm for arm in self.arms if arm.key == key), None)
