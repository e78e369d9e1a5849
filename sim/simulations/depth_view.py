"""What the learner sees of deep networks: a profile, the arms of a race, and one gate."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.depth_profile import Profile
from sim.network_failure import Failure

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Gate:
    """One unit. slope: of the activation at z; arrived: incoming times slope. pushed: whether by the learner."""

    z: float
    incoming: float
    activation: str
    answer: float
    slope: float
    arrived: float
    pushed: bool = False


@dataclass(frozen=True, eq=False)
class StackView:
    """Pretraining as it goes: layer counts from 1, layers when all have learnt; share of the layer's passes, 0 to 1.

    errors: per layer begun the mean squared error of what came back, pass by pass. filters (units, 8, 8): the weights
    of the first layer's units, in the order of pixels.
    """

    layer: int
    layers: int
    share: float
    finished: bool
    errors: tuple[Array, ...]
    filters: Array


@dataclass(frozen=True, eq=False)
class ArmView:
    """One network of the race. Measured before the first update, every 10 updates, and at the end of its run.

    epochs: passes over the digits at each measurement (its own clock, pretraining not counted); train_loss,
    train_error: on 256 training digits; test_accuracy: on the 500 test digits. updates: made so far.
    updates_to_quarter: the update after which its error on those 256 was first at most a quarter; None before.
    dead_share: units that answer none of the 256; moved: how far the first layer's weights are from where they began,
    as a share of their length then. phase: what it is doing, "" while it races or is done. running: whether the next
    step moves it. diverged: its numbers are no more; it stands since.
    """

    key: str
    title: str
    activation: str
    init: str
    rate: float
    phase: str
    epochs: Array
    train_loss: Array
    train_error: Array
    test_accuracy: Array
    updates: int
    updates_to_quarter: int | None
    dead_share: float
    moved: float
    running: bool
    diverged: bool = False
    stack: StackView | None = None

    @property
    def accuracy(self) -> float:
        """On the test digits, as last measured; 0 before the network begins."""
        return float(self.test_accuracy[-1]) if len(self.test_accuracy) else 0.0


@dataclass(frozen=True)
class PastArm:
    """How an arm of an earlier race ended. passes: how many it had made."""

    key: str
    title: str
    depth: int
    width: int
    rates: str
    rate: float
    loss_scale: float
    seed: int
    passes: float
    accuracy: float
    updates_to_quarter: int | None
    dead_share: float
    moved: float

    @property
    def settings(self) -> tuple[str, int, int, str, float, float]:
        """What makes it another one than the others."""
        return self.key, self.depth, self.width, self.rates, self.rate, self.loss_scale


@dataclass(frozen=True, eq=False)
class DepthSnapshot:
    """step: of the race; epoch: passes of the arm that has made most. depth: hidden layers of the profile.

    race_depth: those of the race, at most 40. finished: no arm will move any more. arms_run: how many arms have made a
    pass at least, earlier races (`past`) counted, the same one with the same settings once. failure: of the arm whose
    numbers ended with this step.
    """

    step: int
    epoch: float
    depth: int
    race_depth: int
    passes: int
    updates_an_epoch: int
    profile: Profile
    arms: tuple[ArmView, ...]
    past: tuple[PastArm, ...]
    arms_run: int
    finished: bool
    gate: Gate
    failure: Failure | None = None

    def arm(self, key: str) -> ArmView | None:
        """The arm of that key, if it takes part."""
        return next((arm for arm in self.arms if arm.key == key), None)
