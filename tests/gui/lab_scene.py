"""Snapshots of the lab made by hand, for the pages that read them."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np

from sim.config import Config
from sim.simulations.lab_config import PARAMETERS
from sim.simulations.lab_presets import values_of
from sim.simulations.lab_view import (
    ArmCurves,
    ArmSeen,
    Asked,
    LabData,
    LabSnapshot,
    PathSeen,
    Penalties,
    Robust,
    Samples,
    TwoSeen,
)

EDGES = np.linspace(-2.0, 2.0, 82)
NOTHING = np.zeros(0)
SIZES = (64, 64, 10)
TWO = TwoSeen((1.0, 0.3), (1.0, 1.0), 0.5, 0.5, (0.5, 0.0), (2 / 3, 0.2), (1 / 3, 0.0))


def config_of(preset: str = "penalties", **others: Any) -> Config:
    """The settings of an example."""
    return Config(PARAMETERS, values_of(preset) | {"preset": preset, **others})


def weights_of(key: str, sizes: tuple[int, ...] = SIZES) -> tuple[np.ndarray, ...]:
    """B has exact zeros, C small weights."""
    rng = np.random.default_rng(0)
    made = [rng.normal(0.0, 0.3, pair) for pair in pairwise(sizes)]
    if key == "b":
        made = [np.where(np.abs(weights) < 0.28, 0.0, 1.4 * weights) for weights in made]
        made[0][:, :5] = 0.0
    return tuple(0.5 * weights if key == "c" else weights for weights in made)


def penalties_of(weights: tuple[np.ndarray, ...]) -> Penalties:
    """What LabSnapshot says of the weights."""
    flat = np.concatenate([layer.ravel() for layer in weights])
    sizes = np.sort(np.abs(flat))[::-1]
    return Penalties(
        int((flat == 0).sum()), int((sizes < 0.05).sum()), flat.size, float(np.sqrt(np.square(flat).mean())),
        float(sizes[0]), float(sizes[: flat.size // 10].sum() / sizes.sum()), EDGES, np.histogram(flat, EDGES)[0],
    )  # fmt: skip


def arm_of(key: str, price: float = 0.0, **others: Any) -> ArmSeen:
    """One arm after a hundred updates."""
    steps = np.arange(0, 100, 10)
    loss = 2.3 * np.exp(-steps / 30.0) + 0.05
    right = 1.0 - loss / 3.0
    curves = ArmCurves(steps // 10, steps, loss, loss + 0.1, np.full(10, price), np.zeros(10), right, right)
    weights = weights_of(key)
    arm = ArmSeen(
        key, 10, 100, 10, curves, 0.06, 0.2, 0.012 if price else 0.0, price, price, 0.0, 0.99, 0.97, None, None,
        ("l1",) if key == "b" else ("l2",) if key == "c" else (), False, penalties_of(weights), weights,
    )  # fmt: skip
    return replace(arm, **others)


def data_of(key: str = "digits", **others: Any) -> LabData:
    """Digits, or points in the plane."""
    rng = np.random.default_rng(1)
    plane = rng.normal(0.0, 0.8, (60, 2))
    return LabData(
        key, key, plane, (plane[:, 1] > 0).astype(int), plane[:20], (plane[:20, 1] > 0).astype(int),
        ("class 0", "class 1"), (-2.0, 2.0, -2.0, 2.0), np.zeros(60, bool), NOTHING, NOTHING, NOTHING, **others,
    )  # fmt: skip


def path_of(steps: int = 3000) -> PathSeen:
    """Forty weights under L1."""
    lambdas = np.geomspace(1e-4, 10.0, 128)
    starts = np.concatenate((np.linspace(-2.0, 2.0, 10), np.linspace(-0.4, 0.4, 30)))
    weights = np.sign(starts) * np.maximum(np.abs(starts) - lambdas[:, None], 0.0)
    return PathSeen(
        "l1", lambdas, weights, (weights == 0).sum(axis=1), 40, 0.1 + lambdas, 0.2 + lambdas, steps, 3000
    )  # fmt: skip


def samples_of(keys: tuple[str, ...], count: int = 6) -> Samples:
    """A is right and sure, the others less so."""
    rng = np.random.default_rng(2)
    labels = np.arange(count) % 10
    shares = {}
    for number, key in enumerate(keys):
        score = rng.random((count, 10)) + (4.0 - 1.5 * number) * np.eye(10)[labels]
        shares[key] = np.exp(score) / np.exp(score).sum(axis=1, keepdims=True)
    return Samples(np.arange(count), rng.random((count, 8, 8)), labels, shares)


def snapshot_of(*arms: ArmSeen, **others: Any) -> LabSnapshot:
    """Digits with three arms where nothing else is said."""
    arms = arms or (arm_of("a"), arm_of("b", 0.3), arm_of("c", 0.2))
    made = LabSnapshot(
        100, 0, 10, data_of(), SIZES, ("relu", "softmax"), arms, Asked(), TWO, Robust(),
        samples=samples_of(tuple(arm.key for arm in arms)),
    )  # fmt: skip
    return replace(made, **others)
