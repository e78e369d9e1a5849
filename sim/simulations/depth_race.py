"""The race of deep networks: what each arm is doing, one update at a time.

Every arm has a clock of its own. One that is switched on late begins at its first update and runs as far as the others;
one that is pretrained first spends a step of the race on a fifth of a pass of one layer. All of one seed see the same
digits in the same order.

Measured are 256 training digits after every update until a quarter is left wrong, and everything else every 10 updates,
the arms in turn, so that no step has all of it to do.
"""

from dataclasses import dataclass, field
from functools import lru_cache
from math import isfinite

import numpy as np
from numpy.typing import NDArray

from sim import depth_pretraining
from sim.config import Config
from sim.depth_arms import ARMS, first_network
from sim.depth_failure import failure_of, memory_of, recall
from sim.depth_network import BATCH, DeepNetwork, answers_of, dead_share, graded, is_finite, update
from sim.depth_passes import length, quotient
from sim.depth_pretraining import Pretraining
from sim.depth_start import digits_seen
from sim.draws import Draws
from sim.network_failure import Failure
from sim.phrases import phrase
from sim.simulations.depth_config import loss_scale, rate_of, trained_depth
from sim.simulations.depth_view import ArmView, PastArm, StackView

Array = NDArray[np.float64]

EVERY = 10
QUARTER = 0.25


def updates_an_epoch() -> int:
    """How many mini-batches a pass has."""
    return -(-len(digits_seen()[0].x) // BATCH)


@dataclass(eq=False)
class RaceArm:
    """Changed in place. network: None while it is pretrained. first: the first layer's weights as it began to race.

    measured: rows (epochs, loss, error, accuracy). failure: why it diverged; failed_at: the step of the race.
    """

    key: str
    place: int
    network: DeepNetwork | None
    stack: Pretraining | None
    first: Array
    updates: int = 0
    reached: int | None = None
    diverged: bool = False
    dead: float = 0.0
    measured: list[tuple[float, float, float, float]] = field(default_factory=list)
    failure: Failure | None = None
    failed_at: int | None = None

    def copy(self) -> "RaceArm":
        """One that shares only what is never changed."""
        network = None if self.network is None else self.network.copy()
        stack = None if self.stack is None else self.stack.copy()
        return RaceArm(
            self.key, self.place, network, stack, self.first, self.updates, self.reached, self.diverged, self.dead,
            list(self.measured), self.failure, self.failed_at,
        )  # fmt: skip

    def runs(self, passes: int) -> bool:
        """Whether it has something left to do."""
        return not self.diverged and self.updates < passes * updates_an_epoch()


def begun(config: Config, key: str) -> RaceArm:
    """An arm before its first step."""
    depth, width, seed = trained_depth(config), config["width"], config["seed"]
    place = list(ARMS).index(key)
    if ARMS[key].pretrained:
        return RaceArm(key, place, None, depth_pretraining.begun(depth, width, seed), np.zeros((0, 0)))
    return raced_from(RaceArm(key, place, None, None, np.zeros((0, 0))), first_network(ARMS[key], depth, width, seed))


def raced_from(arm: RaceArm, network: DeepNetwork) -> RaceArm:
    """The arm begins to race with this network."""
    arm.network, arm.first = network, network.parts[0].w.copy()
    return arm


def advance_arm(config: Config, arm: RaceArm) -> None:
    """One step: a part of pretraining, or one update."""
    if arm.network is not None:
        race_on(config, arm, arm.network)
    elif arm.stack is not None:
        depth_pretraining.learn(arm.stack)
        if arm.stack.finished:
            raced_from(arm, depth_pretraining.network_of(arm.stack))


def race_on(config: Config, arm: RaceArm, network: DeepNetwork) -> None:
    """One update, and what is measured after it; before the first, how it begins."""
    if not arm.measured:
        measure(arm, network)
    epoch, at = divmod(arm.updates, updates_an_epoch())
    rows = order_of(config["seed"], epoch)[at * BATCH : (at + 1) * BATCH]
    batch, rate, scale = digits_seen()[0].rows(rows), rate_of(config, arm.key), loss_scale(config)
    kept = memory_of(network)
    update(network, batch, rate, scale)
    arm.updates += 1
    if not is_finite(network):
        broken = network.theta.copy()
        recall(network, kept)
        free = config["rates"] != "fair"
        arm.diverged, arm.failure = True, failure_of(arm.key, network, broken, arm.updates, rate, scale, free)
        return
    due = (arm.updates + arm.place) % EVERY == 0 or not arm.runs(config["passes"])
    if due:
        measure(arm, network)
    elif arm.reached is None:
        seen = digits_seen()[2]
        look(arm, 1.0 - graded(answers_of(network, seen.x)[1], seen)[1])


def look(arm: RaceArm, error: float) -> None:
    """Write down when a quarter was reached."""
    if arm.reached is None and error <= QUARTER:
        arm.reached = arm.updates


def measure(arm: RaceArm, network: DeepNetwork) -> None:
    """Add a row to what is shown."""
    _, test, seen = digits_seen()
    answers, outputs = answers_of(network, seen.x)
    loss, right = graded(outputs, seen)
    if not isfinite(loss):
        arm.diverged = True
        return
    accuracy = graded(answers_of(network, test.x)[1], test)[1]
    arm.dead = dead_share(network, answers)
    arm.measured.append((arm.updates / updates_an_epoch(), loss, 1.0 - right, accuracy))
    if arm.updates:
        look(arm, 1.0 - right)


@lru_cache(maxsize=256)
def order_of(seed: int, epoch: int) -> NDArray[np.int64]:
    """The digits of a pass, shuffled."""
    return Draws(seed).order(len(digits_seen()[0].x), counter=epoch)


def moved(arm: RaceArm) -> float:
    """How far the first layer's weights are from where they began."""
    if arm.network is None or arm.diverged:
        return 0.0
    return quotient(length(arm.network.parts[0].w - arm.first), length(arm.first))


def phase_of(arm: RaceArm) -> str:
    """What it is doing before it races."""
    if arm.network is not None or arm.stack is None:
        return ""
    return phrase("Pretraining layer {layer} of {layers}", layer=arm.stack.layer + 1, layers=arm.stack.depth)


def stack_of(stack: Pretraining) -> StackView:
    """Pretraining as it is shown."""
    return StackView(
        layer=min(stack.layer + 1, stack.depth),
        layers=stack.depth,
        share=1.0 if stack.finished else stack.share,
        finished=stack.finished,
        errors=tuple(np.array(of_layer) for of_layer in stack.errors),
        filters=stack.filters.reshape(-1, 8, 8).copy(),
    )


def view_of(config: Config, arm: RaceArm) -> ArmView:
    """The arm as it is shown."""
    table = np.array(arm.measured).reshape(-1, 4).T.copy()
    entry = ARMS[arm.key]
    return ArmView(
        key=arm.key, title=entry.title, activation=entry.activation, init=entry.init,
        rate=rate_of(config, arm.key), phase=phase_of(arm),
        epochs=table[0], train_loss=table[1], train_error=table[2], test_accuracy=table[3],
        updates=arm.updates, updates_to_quarter=arm.reached, dead_share=arm.dead, moved=moved(arm),
        running=arm.runs(config["passes"]), diverged=arm.diverged,
        stack=None if arm.stack is None else stack_of(arm.stack),
    )  # fmt: skip


def has_run(arm: RaceArm) -> bool:
    """Whether it made a whole pass, or as much as it could."""
    return arm.diverged or arm.updates >= updates_an_epoch()


def past_of(config: Config, arm: RaceArm) -> PastArm:
    """What is kept of an arm when its race begins anew."""
    return PastArm(
        key=arm.key, title=ARMS[arm.key].title, depth=trained_depth(config), width=config["width"],
        rates=config["rates"], rate=rate_of(config, arm.key), loss_scale=loss_scale(config), seed=config["seed"],
        passes=arm.updates / updates_an_epoch(), accuracy=arm.measured[-1][3] if arm.measured else 0.0,
        updates_to_quarter=arm.reached, dead_share=arm.dead, moved=moved(arm),
    )  # fmt: skip
