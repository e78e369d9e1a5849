"""The examples of the lab: tasks with settings for every arm, each complete, so that one leaves nothing of another.

Those on digits and on the table of 100 features are the recipes with which the numbers of the lessons were measured.
"""

from typing import Any

from sim.lab_data import rate_of_table
from sim.simulations.lab_view import KEYS

OWN = "own"
DATA = {
    "moons": "Two moons",
    "curve": "A curve",
    "digits": "Handwritten digits",
    "sparse": "100 features, 10 matter",
}
TASK = ("dataset", "n_train", "split", "noise", "label_noise", "layers", "activation", "init", "arms")
"""The settings that make an example what it is."""
ALL_DIGITS, FULL = 1297, 2000

MOONS: dict[str, Any] = {
    "dataset": "moons", "n_train": 70, "split": "shuffled", "noise": 0.35, "label_noise": 0.0, "layers": "32 32",
    "activation": "relu", "init": "he", "arms": 2,
}  # fmt: skip
ARM: dict[str, Any] = {
    "dropout": 0.0, "dropout_input": 0.0, "dropout_layers": "", "l1": 0.0, "l2": 0.0, "l1_form": "threshold",
    "learning_rate": 0.02, "momentum": 0.9, "momentum_schedule": "constant",
    "momentum_curve": "0:0.5 79:0.5 80:0.999", "batch": 10, "optimizer": "momentum",
}  # fmt: skip
DIGITS = MOONS | {"dataset": "digits", "n_train": 200, "noise": 0.0, "layers": "128 128"}
ONE_LAYER = DIGITS | {"n_train": ALL_DIGITS, "layers": "64"}
TABLE = MOONS | {"dataset": "sparse", "n_train": 80, "noise": 0.5, "layers": "", "init": "fan_in"}
PLAIN: dict[str, Any] = {"optimizer": "sgd", "momentum": 0.0}
TWENTY: dict[str, Any] = {"batch": 20}
PRICED: dict[str, Any] = {**PLAIN, "learning_rate": 0.1, "batch": 32}
WHOLE: dict[str, Any] = {**PLAIN, "batch": FULL}
RAMPED: dict[str, Any] = {"learning_rate": 0.1, "batch": 32}

TITLES = {
    "moons": "Noisy moons",
    "digits_200": "200 digits",
    "digits_1000": "1,000 digits",
    "curve": "A curve with few points",
    "small": "Eight hidden units",
    "penalties": "Penalties on digits",
    "sparse": "Slope or threshold",
    "worlds": "Four beliefs about a table",
    "momentum": "Heavy skiers",
    "lies": "Shuffled labels",
    "glances": "Glances of other sizes",
}
PRESETS: dict[str, tuple[dict[str, Any], dict[str, Any], tuple[dict[str, Any], ...]]] = {
    "moons": (MOONS, {}, ({}, {"dropout": 0.5})),
    "digits_200": (DIGITS, TWENTY, ({}, {"dropout": 0.5})),
    "digits_1000": (DIGITS | {"n_train": 1000}, TWENTY, ({}, {"dropout": 0.5})),
    "curve": (
        MOONS | {"dataset": "curve", "n_train": 12, "noise": 0.4, "layers": "64 64", "activation": "tanh",
               "init": "uniform"},
        {"learning_rate": 0.02, "batch": 12}, ({}, {"l2": 0.003}),
    ),
    "small": (MOONS | {"layers": "8", "arms": 1}, {"dropout": 0.5}, ()),
    "penalties": (ONE_LAYER | {"arms": 3}, PRICED, ({}, {"l1": 3e-3}, {"l2": 1e-2})),
    "sparse": (TABLE, WHOLE, ({"l1": 0.1, "l1_form": "slope"}, {"l1": 0.1})),
    "worlds": (TABLE | {"arms": 4}, WHOLE, ({}, {"l2": 0.1}, {"l2": 1.0}, {"l1": 0.1})),
    "momentum": (
        ONE_LAYER | {"layers": "64 64", "arms": 3}, RAMPED,
        ({}, {"momentum_schedule": "drawn"}, {"momentum": 0.99}),
    ),
    "lies": (DIGITS | {"n_train": 500, "label_noise": 1.0, "arms": 1}, TWENTY, ()),
    "glances": (ONE_LAYER, {**PLAIN, "learning_rate": 0.1, "batch": 32}, ({}, {"batch": FULL})),
}  # fmt: skip
"""By key: the task, what all arms have, and what each has of its own."""


def values_of(preset: str) -> dict[str, Any]:
    """The settings of an example by whole keys: its task and all arms, those too that are not there."""
    task, common, own = PRESETS[preset]
    values = dict(task)
    if task["dataset"] == "sparse":
        common = {**common, "learning_rate": rate_of_table(task["n_train"], task["noise"], 0)}
    for place, arm in enumerate(KEYS):
        settings = {**ARM, **common, **(own[place] if place < len(own) else {})}
        values |= {f"{arm}.{key}": value for key, value in settings.items()}
    return {**values, "data_seed": 0}
