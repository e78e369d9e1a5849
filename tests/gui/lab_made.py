"""A snapshot of the lab that no run has made: real examples, weights at random, curves that look like learning."""

from dataclasses import replace
from itertools import pairwise

import numpy as np

from sim.config import Config
from sim.lab_data import examples_of
from sim.simulations.lab_config import PARAMETERS, arms_of, arrange, changed_settings, read_hidden
from sim.simulations.lab_view import (
    ArmCurves,
    ArmSeen,
    Asked,
    LabData,
    LabSnapshot,
    Penalties,
    Robust,
    Samples,
    TwoSeen,
)

PIXELS = 48
RECORDS = 60


def config_of(preset: str = "moons", **settings: object) -> Config:
    """An example with some settings of its own."""
    config = arrange(Config.defaults(PARAMETERS).replace(preset=preset), "preset")
    return config.replace(settings)


def snapshot_of(config: Config, step: int = 3000, resets: int = 0) -> LabSnapshot:
    """What a run with these settings might look like."""
    chance = np.random.default_rng(step)
    data = data_of(config)
    sizes = (data.x.shape[1], *read_hidden(config["layers"]), max(1, len(data.classes) if len(data.classes) > 2 else 1))
    arms = tuple(arm_of(config, key, data, sizes, step, chance) for key in arms_of(config))
    samples = None
    if data.pixels:
        rows = np.arange(12)
        shares = {arm.key: chance.dirichlet(np.ones(10) * 0.3, 12) for arm in arms}
        labels = np.asarray(data.test_answers[:12], np.int64)
        samples = Samples(rows, data.test_x[:12].reshape(12, 8, 8), labels, shares)
    return LabSnapshot(
        step, resets, 7, data, sizes, ("relu",) * (len(sizes) - 2) + ("sigmoid",), arms, Asked(),
        TwoSeen((1.0, 0.3), (1.0, 1.0), 0.0, 0.0, (1.0, 0.3), (1.0, 0.3), (1.0, 0.3)), Robust(), samples=samples,
    )  # fmt: skip


def data_of(config: Config) -> LabData:
    """The examples of a config."""
    found = examples_of(
        config["dataset"], config["n_train"], config["noise"], config["label_noise"], config["data_seed"]
    )
    return LabData(
        found.key, "Two moons", found.x, found.answers, found.test_x, found.test_answers, found.classes, found.domain,
        found.wrong, found.places, found.truth, found.truth_weights, found.test_words,
    )  # fmt: skip


def arm_of(
    config: Config, key: str, data: LabData, sizes: tuple[int, ...], step: int, chance: np.random.Generator
) -> ArmSeen:
    """One arm: its loss on new points rises, the more the less it has of dropout."""
    steps = np.linspace(0, step, RECORDS).astype(np.int64)
    share = steps / max(step, 1)
    calm = 1.0 if config[f"{key}.dropout"] == 0.0 else 0.5
    loss = 0.7 * np.exp(-9.0 * share) + 0.05 * (1.0 - calm)
    new = 0.4 + calm * share**0.5 + 0.02 * chance.normal(size=RECORDS)
    right = np.full(RECORDS, 0.9) if data.classes else np.full(RECORDS, np.nan)
    curves = ArmCurves(steps // 7, steps, loss, new, 0.0 * loss, 0.0 * loss, right, right - 0.05)
    weights = tuple(chance.normal(0.0, 0.4, pair) for pair in pairwise(sizes))
    across = np.linspace(-1.0, 1.0, PIXELS)
    bend = 3.0 * chance.uniform(0.5, 1.5)
    picture = 1.0 / (1.0 + np.exp(6.0 * (across[:, None] - 0.5 * np.sin(bend * across[None, :]))))
    return ArmSeen(
        key, step // 7, step, 7, curves, float(loss[-1]), float(new[-1]), 0.0, 0.0, 0.0, 0.0, float(right[-1]),
        float(right[-1]) - 0.03, picture.astype(np.float32) if data.x.shape[1] == 2 else None,
        np.sin(bend * data.places) if data.places.size else None, changed_settings(config, key), False,
        Penalties(0, 12, sum(w.size for w in weights), 0.4, 1.2, 0.25, np.zeros(0), np.zeros(0, np.int64)), weights,
        tuple(np.zeros(n) for n in sizes[1:]),
    )  # fmt: skip


def later(snapshot: LabSnapshot, step: int) -> LabSnapshot:
    """The same, further on."""
    return replace(snapshot, step=step)
