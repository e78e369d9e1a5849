"""What the learner sees of skiing by glances: nine views of how a network comes down its landscape.

`SkierSnapshot` has one part for each view (`VIEWS`), and only that of the view in force is there. All arrays are
read-only copies. A *glance* is the gradient of a mini-batch, the *full slope* that of all training digits.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from sim.landscape_seen import LandscapeAsk, LandscapeSeen
from sim.network_failure import Failure
from sim.simulations.skier_view_classes import ChanceSeen, LiesSeen, OneClassSeen, ValleysSeen, WeightSeen

__all__ = [
    "VIEWS", "CatapultSeen", "ChanceSeen", "ConeOfBatch", "ConePlace", "ConeSeen", "FogSeen", "GlanceArrow",
    "GlancesSeen", "LiesSeen", "OneClassSeen", "Racer", "RampArm", "RampSeen", "SkierSnapshot", "SkierView",
    "ValleysSeen", "WeightSeen",
]  # fmt: skip

Array = NDArray[np.float64]

VIEWS = ("fog", "cone", "glances", "catapult", "ramp", "chance", "one_class", "valleys", "lies")
"""The views, in the order of the lesson."""


@dataclass(frozen=True)
class SkierView:
    """What the window looks at: which landscape, while the view is "fog". Without a view there is none."""

    landscape: LandscapeAsk = field(default_factory=LandscapeAsk)


@dataclass(frozen=True)
class GlanceArrow:
    """A way down in the plane that is drawn: (along, across), of length 1, or (0, 0) where it points out of it.

    in_plane: which share of its length lies in the plane, 0 to 1; the rest points out of the picture.
    """

    along: float
    across: float
    in_plane: float


@dataclass(frozen=True, eq=False)
class FogSeen:
    """The skier on a real network's own landscape.

    landscape: None until its first rows are there. fog: whether only a disc of `radius` (in units of
    the plane's directions) is to be seen. downhill: where the full slope points down; glance: where the mini-batch
    that comes next points. cosine: between the two; opening: its angle in radians, half the cone. loss, accuracy: on
    all training digits; test_accuracy. losses (updates + 1,): after every update.
    """

    landscape: LandscapeSeen | None
    fog: bool
    radius: float
    batch: int
    rate: float
    downhill: GlanceArrow | None
    glance: GlanceArrow | None
    cosine: float
    opening: float
    loss: float
    accuracy: float
    test_accuracy: float
    losses: Array


@dataclass(frozen=True, eq=False)
class ConeOfBatch:
    """Glances of one size, measured at one place. Each is a point of a half-plane: arrows (glances, 2) are (part along
    the full slope, part across it), both as shares of the glance's own length, so that cosine = arrows[:, 0].

    The part across lies in a space of thousands of directions; its sign is that of its share in a direction drawn from
    the seed, so that arrows fan out to both sides. lengths (glances,): of each glance, the full slope being 1.
    cosines (glances,). mean, low, high: of the cosines, and the middle 80 %. opening: acos(mean), radians.
    """

    batch: int
    glances: int
    arrows: Array
    lengths: Array
    cosines: Array
    mean: float
    low: float
    high: float
    opening: float
    finished: bool


@dataclass(frozen=True)
class ConePlace:
    """A place in training where all of these sizes were measured: sizes and mean cosines side by side."""

    step: int
    epoch: float
    loss: float
    batches: tuple[int, ...]
    cosines: tuple[float, ...]


@dataclass(frozen=True, eq=False)
class ConeSeen:
    """The cone of glances. Playing trains the network (32 a step at `learning_rate`); at rest glances are measured.

    batch: the size asked for; all: how many training digits there are, the largest size. measured_at: the step of the
    place that is measured, None before; while it plays, an earlier one. cone: of that size there, None before its first
    glance. cones: all sizes measured there, by size. places: cosines at all places measured, by step. wanted: glances
    the size shall have (one, where it is all of them). tried: sizes measured in this run. slope: how steep it is there.
    parameters: how many directions there are.
    """

    batch: int
    all: int
    wanted: int
    step: int
    epoch: float
    loss: float
    slope: float
    measured_at: int | None
    cone: ConeOfBatch | None
    cones: tuple[ConeOfBatch, ...]
    places: tuple[ConePlace, ...]
    tried: tuple[int, ...]
    parameters: int


@dataclass(frozen=True, eq=False)
class Racer:
    """A batch size on its way to the target. key: "1" .. "512", "full". rate: what it learns with; best: its best one.

    passes (points,), losses (points,): of all training digits, measured every eighth of a pass (the full batch: every
    pass). updates: so far. reached: the passes after which its loss was below the target, None before. seconds: of this
    computer for its updates alone, measured. each: seconds of one update. diverged: its numbers are no more.
    """

    key: str
    batch: int
    rate: float
    best: float
    passes: Array
    losses: Array
    updates: int
    passes_made: float
    reached: float | None
    seconds: float
    each: float
    diverged: bool

    @property
    def loss(self) -> float:
        """As last measured."""
        return float(self.losses[-1])

    @property
    def arrived(self) -> bool:
        """Whether it is down."""
        return self.reached is not None


@dataclass(frozen=True, eq=False)
class GlancesSeen:
    """Who is down first. racers: in the order of sizes. target: the loss that counts as down. passes: the farthest."""

    target: float
    racers: tuple[Racer, ...]
    passes: float
    finished: bool

    def racer(self, key: str) -> Racer | None:
        """The racer of that key."""
        return next((racer for racer in self.racers if racer.key == key), None)


@dataclass(frozen=True, eq=False)
class CatapultSeen:
    """A rate against the curvature. ground: "pipe" (50 x^2 - y), "bowl" (x^2 / 2), or "digits" (64-64-10, full batch).

    rate: in force. curvature: the largest of the place, None until measured; measured_at: the step it was measured at.
    bound: 2 / curvature, beyond which steps grow. exact: whether the curvature is the same everywhere (pipe and bowl).
    iterations: the estimates on the way to it, newest last. path (steps + 1, 2): x and y of pipe and
    bowl (y = 0 there), None for digits. losses (steps + 1,): the height, on digits the training loss. rates (steps,):
    the rate of each step. peak: the largest loss so far, at peak_step. start: the loss at step 0. accuracy, dead_share:
    of digits; dead_share is the share of hidden units that answer no training digit. chance_loss: ln 10, what equal
    guesses cost. left: the step that left the finite numbers, None where none did. last: the last step of this ground.
    """

    ground: str
    rate: float
    curvature: float | None
    measured_at: int | None
    bound: float | None
    exact: bool
    iterations: Array
    path: Array | None
    losses: Array
    rates: Array
    start: float
    peak: float
    peak_step: int
    accuracy: float | None
    dead_share: float | None
    chance_loss: float | None
    left: int | None
    last: int

    @property
    def loss(self) -> float:
        """As it is now."""
        return float(self.losses[-1])

    @property
    def beyond(self) -> bool | None:
        """Whether the rate is beyond the bound; None while no bound is known."""
        return None if self.bound is None else self.rate > self.bound


@dataclass(frozen=True, eq=False)
class RampArm:
    """A way of loading momentum. about: in words. momenta (steps + 1,): what it had at each update, for a curve.

    steps (points,), losses, accuracies: training loss and test accuracy, measured every 10 updates.
    """

    key: str
    title: str
    about: str
    momentum: float
    momenta: Array
    steps: Array
    losses: Array
    accuracies: Array
    diverged: bool

    @property
    def loss(self) -> float:
        """As last measured."""
        return float(self.losses[-1])

    @property
    def accuracy(self) -> float:
        """On the test digits, as last measured."""
        return float(self.accuracies[-1])


@dataclass(frozen=True, eq=False)
class RampSeen:
    """The arms of one race, all with the same first weights, batches and rate."""

    rate: float
    epoch: float
    updates_an_epoch: int
    arms: tuple[RampArm, ...]
    finished: bool

    def arm(self, key: str) -> RampArm | None:
        """The arm of that key."""
        return next((arm for arm in self.arms if arm.key == key), None)


@dataclass(frozen=True, eq=False)
class SkierSnapshot:
    """The run at `step`. changes: settings that differ from those that the run began with. finished: no step is left.

    failure: the `Failure` at which the run stands, None otherwise. Of the parts only that of `view` is there.
    """

    step: int
    view: str
    changes: int
    finished: bool
    failure: Failure | None = None
    fog: FogSeen | None = None
    cone: ConeSeen | None = None
    glances: GlancesSeen | None = None
    catapult: CatapultSeen | None = None
    ramp: RampSeen | None = None
    chance: ChanceSeen | None = None
    one_class: OneClassSeen | None = None
    valleys: ValleysSeen | None = None
    lies: LiesSeen | None = None
