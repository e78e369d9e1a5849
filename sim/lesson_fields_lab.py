"""The fields of the lab: of every arm under its letter, "B.accuracy.test", and of the run.

A.zeros are the weights that are exactly 0: how many where the table of 100 features is learned, their share elsewhere;
A.zero_count is always how many. A.star<k> is the accuracy without the k units that are missed most, A.half_ill that of
the draws of the flu; both are there once they were asked for and found, like A.correlation. B.gain is what B has more
of the test right than A. A bare setting, config.l1, is that of the last arm; config.b.l1 that of B. w1 and w2 are what
two weights come to under both penalties.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sim.simulations.lab_config import ARM, arm_key, last_arm
from sim.simulations.lab_view import KEYS, ArmSeen, LabSnapshot

Field = Callable[[Any], float | None]
MOST_STARS = 8


def of_arm(key: str, read: Callable[[LabSnapshot, ArmSeen], float | None]) -> Field:
    """A field of an arm; None where there is none."""

    def field(seen: Any) -> float | None:
        arm = seen.snapshot.arm(key)
        return None if arm is None else read(seen.snapshot, arm)

    return field


def zeros(snapshot: LabSnapshot, arm: ArmSeen) -> float:
    """Exact zeros: how many of the table's 100 weights, else their share."""
    return float(arm.penalties.zeros if snapshot.data.key == "sparse" else arm.penalties.zero_share)


def star(count: int) -> Callable[[LabSnapshot, ArmSeen], float | None]:
    """The accuracy without so many stars; None while that is not known."""

    def read(snapshot: LabSnapshot, arm: ArmSeen) -> float | None:
        seen = snapshot.robust.stars.get(arm.key)
        return None if seen is None or seen.gone < count else float(seen.accuracy[count])

    return read


def half_ill(snapshot: LabSnapshot, arm: ArmSeen) -> float | None:
    """The mean accuracy of all draws of the flu; None until they are made."""
    seen = snapshot.robust.flu.get(arm.key)
    return None if seen is None or not seen.done else float(seen.accuracy.mean())


def correlation(snapshot: LabSnapshot, arm: ArmSeen) -> float | None:
    """The mean |r| of the hidden units; None until it is opened."""
    seen = snapshot.robust.correlation.get(arm.key)
    return None if seen is None else seen.mean


def gain(snapshot: LabSnapshot, arm: ArmSeen) -> float:
    """Test accuracy more than A's."""
    return arm.test_accuracy - snapshot.arms[0].test_accuracy


OF_ARMS: dict[str, Callable[[LabSnapshot, ArmSeen], float | None]] = {
    "epoch": lambda snapshot, arm: float(arm.epoch),
    "accuracy.train": lambda snapshot, arm: arm.accuracy,
    "accuracy.test": lambda snapshot, arm: arm.test_accuracy,
    "gain": gain,
    "loss": lambda snapshot, arm: arm.loss,
    "loss.test": lambda snapshot, arm: arm.test_loss,
    "data_loss": lambda snapshot, arm: arm.loss,
    "data_loss_rise": lambda snapshot, arm: arm.data_loss_rise,
    "penalty": lambda snapshot, arm: arm.penalty,
    "zeros": zeros,
    "zero_count": lambda snapshot, arm: float(arm.penalties.zeros),
    "near_zero": lambda snapshot, arm: float(arm.penalties.near),
    "weight_max": lambda snapshot, arm: arm.penalties.largest,
    "top_share": lambda snapshot, arm: arm.penalties.top_share,
    "rms": lambda snapshot, arm: arm.penalties.rms,
    "half_ill": half_ill,
    "correlation": correlation,
    **{f"star{count}": star(count) for count in range(1, MOST_STARS + 1)},
}


def draws(seen: Any) -> float:
    """How often the flu came, in the arm where it came least."""
    flu, arms = seen.snapshot.robust.flu, seen.snapshot.arms
    return float(min((flu[arm.key].draws if arm.key in flu else 0 for arm in arms), default=0))


def masks(seen: Any) -> float:
    """How many masks are counted, in the arm where the fewest are."""
    counted, arms = seen.snapshot.masks, seen.snapshot.arms
    return float(min((counted[arm.key].done if arm.key in counted else 0 for arm in arms), default=0))


def of_last(setting: str) -> Field:
    """A setting of the last arm."""
    return lambda seen: float(seen.config[arm_key(last_arm(seen.config), setting)])


def last(read: Callable[[ArmSeen], float]) -> Field:
    """Of the last arm."""
    return lambda seen: read(seen.snapshot.arms[-1])


LAB_FIELDS: Mapping[str, Field] = {
    "step": lambda seen: float(seen.snapshot.step),
    "epoch": lambda seen: float(seen.snapshot.arms[0].epoch),
    "resets": lambda seen: float(seen.snapshot.resets),
    "hand.edits": lambda seen: float(seen.snapshot.edits),
    "arms": lambda seen: float(len(seen.snapshot.arms)),
    "arms_run": lambda seen: float(seen.snapshot.arms_run),
    "sizes_run": lambda seen: float(seen.snapshot.sizes_run),
    "diverged": lambda seen: float(bool(seen.snapshot.failed)),
    "revealed": lambda seen: float(seen.snapshot.asked.revealed),
    "draws": draws,
    "masks": masks,
    "w1": lambda seen: seen.snapshot.two.both[0],
    "w2": lambda seen: seen.snapshot.two.both[1],
    "loss": last(lambda arm: arm.loss),
    "accuracy": last(lambda arm: arm.accuracy),
    "accuracy.test": last(lambda arm: arm.test_accuracy),
    **{f"{key.upper()}.{name}": of_arm(key, read) for key in KEYS for name, read in OF_ARMS.items()},
    **{f"config.{parameter.key}": of_last(parameter.key) for parameter in ARM if hasattr(parameter, "low")},
}

NAMES: Mapping[str, str] = {
    "epoch": "passes of {arm}",
    "accuracy.train": "accuracy of {arm} on what it learned from",
    "accuracy.test": "accuracy of {arm} on unseen examples",
    "gain": "accuracy of {arm} on unseen examples, above A's",
    "loss": "loss of {arm}",
    "loss.test": "loss of {arm} on unseen examples",
    "data_loss": "loss of {arm} without the penalty",
    "data_loss_rise": "rise of the loss of {arm} since its weights cost something",
    "penalty": "penalty of {arm}",
    "zeros": "weights of {arm} that are exactly 0",
    "zero_count": "number of weights of {arm} that are exactly 0",
    "near_zero": "number of weights of {arm} that are nearly 0",
    "weight_max": "largest weight of {arm}",
    "top_share": "what the largest tenth of the weights of {arm} holds",
    "rms": "usual size of a weight of {arm}",
    "half_ill": "accuracy of {arm} with half of a layer ill",
    "correlation": "mean correlation of the units of {arm}",
    **{f"star{count}": "accuracy of {arm} without its stars" for count in range(1, MOST_STARS + 1)},
}
"""Fields of an arm in a learner's words."""
SHARES = (
    "accuracy.train", "accuracy.test", "half_ill", "top_share", *(f"star{count}" for count in range(1, MOST_STARS + 1)),
)  # fmt: skip
"""Fields of an arm that are read as percentages."""


def of_which_arm(field: str) -> tuple[str, str]:
    """("B", "accuracy.test") of a field of an arm, ("", field) of another."""
    letter, _, rest = field.partition(".")
    return (letter, rest) if letter.lower() in KEYS and letter.isupper() and rest in NAMES else ("", field)
