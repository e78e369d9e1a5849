"""What the playground's window asks for and is shown: the snapshot and its parts, all frozen.

Objects and arrays that did not change since the last snapshot are the same objects (`data`, the records of `Curves` up
to their length, `Rows`), so that a picture can tell by identity that nothing is new.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from sim.network_failure import Failure

Array = NDArray[np.float64]
Pictures = NDArray[np.float32]
Flags = NDArray[np.bool_]
Rect = tuple[float, float, float, float]
Line = tuple[float, float, float]


@dataclass(frozen=True)
class PlaygroundView:
    """What the window looks at.

    pixels: the side of the decision map; thumbnail: the side of a unit's picture, 0 for none. fold: the hidden layer
    whose view of the plane is wanted, -1 for none. twins: whether losses and shares of the twins are wanted.
    disagreement: whether the map shows where the twins disagree. separability: whether every layer is measured.
    """

    pixels: int = 256
    thumbnail: int = 44
    fold: int = 0
    twins: bool = True
    disagreement: bool = False
    separability: bool = True


@dataclass(frozen=True, eq=False)
class Data:
    """The points. The same object as long as no point changed.

    x (n, inputs): coordinates as they are, before features. answers (n,): class numbers (int64), or the numbers of a
    regression (float64). targets (n, outputs): what the output is to say. train (n,): False for those of the test.
    classes: their names, () for a regression; columns: names of the inputs. domain: what a picture shows.
    """

    key: str
    title: str
    x: Array
    answers: NDArray[np.int64] | Array
    targets: Array
    train: Flags
    domain: Rect
    classes: tuple[str, ...] = ("0", "1")
    columns: tuple[str, ...] = ("x₁", "x₂")

    @property
    def task(self) -> str:
        """"classes" or "regression"."""
        return "classes" if self.classes else "regression"


@dataclass(frozen=True, eq=False)
class OwnData:
    """Points that the learner brings, the value of the edit "data": x (n, 1 or 2), answers (n,) as in `Data`."""

    x: Array
    answers: NDArray[np.int64] | Array
    classes: tuple[str, ...] = ("0", "1")
    columns: tuple[str, ...] = ("x₁", "x₂")
    title: str = "Your own points"


@dataclass(frozen=True, eq=False)
class Curves:
    """Notes of a run: epochs (records,), the others (records,) beside it; NaN where nothing is tested."""

    epochs: NDArray[np.int64]
    loss: Array
    test_loss: Array
    accuracy: Array
    test_accuracy: Array


@dataclass(frozen=True, eq=False)
class Fold:
    """The plane as hidden layer `layer` sees it, as `FoldView` takes it.

    names: of the one to three axes: units, or what the axes of a wide layer are. lines, inputs: grid lines after and
    before, axes: along which input each runs. hidden (points, 1 to 3): the points of `rows` (their numbers in Data).
    line: (w1, .., b) of the border of the one output behind the layer, then `exact`; else a good line for two classes
    in this picture; None for more classes, and for numbers.
    """

    layer: int
    names: tuple[str, ...]
    lines: tuple[Array, ...]
    inputs: tuple[Array, ...]
    axes: tuple[int, ...]
    hidden: Array
    rows: NDArray[np.int64]
    line: tuple[float, ...] | None
    exact: bool


@dataclass(frozen=True)
class Separable:
    """How far one line gets in a layer with the points to learn from; of more classes, the worst against the rest.

    accuracy: of the best line found, never above the true one. yes: decided exactly, or None where it is not (yet).
    """

    accuracy: float
    yes: bool | None


@dataclass(frozen=True, eq=False)
class TwinsSeen:
    """How the twins are doing, at the last noted epoch; where the run rests, at this very step.

    epochs (records,), fan (5, records): quantiles 2, 25, 50, 75, 98 % of the mean loss; worst (records,). few (twins,
    records): the losses of `numbers`. loss (twins,): infinite where one flew off. ended (twins,): the update that left
    the numbers, or NaN. spread (side, side): where the first 200 disagree, float32, row 0 at the lowest y, or None.
    best_accuracy: the best of any twin so far. accuracy (twins,): of the points that are learned from.
    """

    count: int
    epochs: NDArray[np.int64]
    fan: Array
    worst: Array
    few: Array
    numbers: tuple[int, ...]
    loss: Array
    solved: Flags
    ended: Array
    interval: tuple[float, float]
    best_accuracy: float
    spread: Pictures | None = None
    accuracy: Array = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, eq=False)
class NetworkSeen:
    """One network. Lists go layer by layer from the first that has weights; weights (n_in, n_out), biases (n_out,).

    field: what the output says over data.domain, (rows, columns) or (classes, rows, columns), row 0 at the lowest y;
    low: its lowest value (0 or -1). curve: (2, points) for one input: places and answers. thumbnails: per column, the
    inputs first, (units, side, side) with the first row on TOP, or () . dropped: per hidden layer, in the last update.
    outputs (n, outputs), right (n,). loss and accuracy of the training points now, NaN where there are none.
    """

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    activations: tuple[str, ...]
    features: tuple[str, ...]
    loss: float
    test_loss: float
    accuracy: float
    test_accuracy: float
    penalty: float
    outputs: Array
    right: Flags
    curves: Curves
    field: Pictures | None = None
    low: float = 0.0
    curve: Array | None = None
    thumbnails: tuple[Pictures, ...] = ()
    dropped: tuple[Flags, ...] = ()
    confusion: NDArray[np.int64] | None = None
    test_confusion: NDArray[np.int64] | None = None
    fold: Fold | None = None
    separable: tuple[Separable, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True, eq=False)
class LearnerSeen:
    """One learner. weights (bias, w1, w2); line (a, b, c): a x1 + b x2 + c = 0 with class 1 where it is above 0, None
    where a and b are 0. right (n,). errors (passes,): mistakes in the last 512 passes, the oldest first. settled: the
    number of the first pass without a mistake, 0 before. averaged, pocket: lines of the mean weights and of those that
    were right longest (the perceptron rule alone has a pocket). flew: left the finite numbers; the last finite weights
    stay, and a rate up to calm_rate would be small enough for every point."""

    weights: tuple[float, ...]
    line: Line | None
    accuracy: float
    right: Flags
    mistakes: int
    changes: int
    settled: int
    errors: NDArray[np.int64]
    averaged: Line | None = None
    pocket: Line | None = None
    pocket_accuracy: float = 0.0
    flew: bool = False
    calm_rate: float = np.inf


@dataclass(frozen=True, eq=False)
class HandSeen:
    """The learner's own line: weights (bias, w1, w2), line (a, b, c), accuracy now, the best so far."""

    weights: tuple[float, ...]
    line: Line | None
    accuracy: float
    best_accuracy: float
    right: Flags


@dataclass(frozen=True, eq=False)
class UnitSeen:
    """One unit, three rules. met: the number of the point met last, None before the first. changed: who changed at it.

    bound: Novikoff's (R / margin)^2, radius and margin, None where no line separates. separable: exact. best: the
    accuracy of the best line there is, and whether that is exact. cycle: length in examples, 0 where none is known, and
    its sentence. best_ever: the highest accuracy that the perceptron rule has had with these points. The bound is on
    bound_mistakes, those since the points, the rate or the line were last changed by hand; weights w other than 0 at
    that moment add bound_extra to it, 2 |w| / (learning rate * margin).
    """

    learners: Mapping[str, LearnerSeen]
    met: int | None
    changed: tuple[str, ...]
    separable: bool | None
    best_accuracy: float
    best_exact: bool
    best_ever: float
    radius: float | None = None
    margin: float | None = None
    bound: float | None = None
    cycle: int = 0
    cycle_sentence: str = ""
    hand: HandSeen | None = None
    bound_mistakes: int = 0
    bound_extra: float = 0.0


@dataclass(frozen=True, eq=False)
class RowsSeen:
    """One unit per class on many rows: the ten digits, or the large table; one step is one pass.

    weights (units, inputs + 1) bias first. accuracy, test_accuracy, mistakes (passes + 1, ..): after every pass, the
    first before any. confusion: of the test. samples (k, inputs) some rows of the test, sample_answers, sample_classes.
    rows_seen: rows met so far. seconds: what the last pass took to compute. unit_accuracy (units,): how often each
    unit answers yes or no rightly to the test. first_rows, first_accuracy (looks,): the test within the first pass.
    """

    key: str
    weights: Array
    accuracy: Array
    test_accuracy: Array
    mistakes: NDArray[np.int64]
    confusion: NDArray[np.int64]
    samples: Array
    sample_answers: NDArray[np.int64]
    sample_classes: NDArray[np.int64]
    rows: int
    inputs: int
    rows_seen: int
    seconds: float
    unit_accuracy: Array = field(default_factory=lambda: np.zeros(0))
    first_rows: NDArray[np.int64] = field(default_factory=lambda: np.zeros(0, np.int64))
    first_accuracy: Array = field(default_factory=lambda: np.zeros(0))


@dataclass(frozen=True, eq=False)
class PlaygroundSnapshot:
    """What the learner sees. step counts updates, or points met; epoch counts whole passes.

    stopped: whether the condition of the setting "stop" has just paused the run. edits: how often a hand changed
    something. warnings: sentences about the data (one class only, a constant column, two answers at one place, units
    that make learning slow). twin: which of the twins was loaded and is the run one sees (0: the plain run); None as
    long as none was, or since a hand changed its weights.
    """

    mode: str
    step: int
    epoch: int
    steps_per_epoch: int
    data: Data
    network: NetworkSeen | None = None
    unit: UnitSeen | None = None
    rows: RowsSeen | None = None
    twins: TwinsSeen | None = None
    stopped: bool = False
    edits: int = 0
    warnings: tuple[str, ...] = field(default=())
    twin: int | None = None
