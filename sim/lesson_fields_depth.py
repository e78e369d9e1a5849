"""The fields of deep networks: the profile of the settings, the arms of the race, and the gate.

ratio and gradient.ratio compare the first layer with the last, delta with delta and weight gradient with weight
gradient; where other seeds were measured they are geometric means, like factor. accuracy.<arm> is there once the arm
has made a whole pass, accuracy.now is the highest of them. multiplier and arrived are there once something was pushed
through the gate.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sim.depth_arms import ARMS
from sim.simulations.depth_view import ArmView


def dead_share(seen: Any) -> float | None:
    """The largest share of dead units in any network of the race; None while nothing has run."""
    return max((arm.dead_share for arm in seen.snapshot.arms if arm.updates), default=None)


def of_arms(read: Callable[[Any, ArmView], float | None]) -> Callable[[Any], Mapping[str, float | None]]:
    """The field of every arm that takes part."""

    def many(seen: Any) -> dict[str, float | None]:
        return {arm.key: read(seen, arm) for arm in seen.snapshot.arms}

    return many


def accuracy(seen: Any, arm: ArmView) -> float | None:
    """On the test digits, once a pass was made."""
    return arm.accuracy if arm.updates >= seen.snapshot.updates_an_epoch else None


def best(seen: Any) -> float | None:
    """The highest accuracy of all arms that have made a pass."""
    return max((found for arm in seen.snapshot.arms if (found := accuracy(seen, arm)) is not None), default=None)


def updates_to(seen: Any, arm: ArmView) -> float | None:
    """The update at which a quarter was left wrong."""
    return None if arm.updates_to_quarter is None else float(arm.updates_to_quarter)


DEPTH_FIELDS: dict[str, Callable[[Any], float | None]] = {
    "step": lambda seen: seen.snapshot.step,
    "epoch": lambda seen: seen.snapshot.epoch,
    "depth": lambda seen: seen.snapshot.depth,
    "ratio": lambda seen: seen.snapshot.profile.mean_ratio,
    "gradient.ratio": lambda seen: seen.snapshot.profile.mean_gradient_ratio,
    "factor": lambda seen: seen.snapshot.profile.mean_factor,
    "predicted": lambda seen: seen.snapshot.profile.predicted_100,
    "seeds": lambda seen: seen.snapshot.profile.seeds,
    "arms": lambda seen: len(seen.snapshot.arms),
    "arms_run": lambda seen: seen.snapshot.arms_run,
    "finished": lambda seen: float(seen.snapshot.finished),
    "dead_share": dead_share,
    "accuracy.now": best,
    "multiplier": lambda seen: seen.snapshot.gate.slope if seen.snapshot.gate.pushed else None,
    "arrived": lambda seen: seen.snapshot.gate.arrived if seen.snapshot.gate.pushed else None,
    "gate.z": lambda seen: seen.snapshot.gate.z if seen.snapshot.gate.pushed else None,
}

DEPTH_FAMILIES: dict[str, tuple[tuple[str, ...], Callable[[Any], Mapping[str, float | None]]]] = {
    name: (tuple(ARMS), of_arms(read))
    for name, read in {
        "accuracy": accuracy,
        "updates_to": updates_to,
        "moved": lambda seen, arm: arm.moved if arm.updates else None,
        "loss": lambda seen, arm: float(arm.train_loss[-1]) if len(arm.train_loss) else None,
        "passes": lambda seen, arm: arm.updates / seen.snapshot.updates_an_epoch,
        "diverged": lambda seen, arm: float(arm.diverged),
        "dead": lambda seen, arm: arm.dead_share if arm.updates else None,
    }.items()
}
