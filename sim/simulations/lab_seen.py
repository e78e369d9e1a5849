"""The snapshot of the lab: what is always told, and what the pages that are looked at ask for."""

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.digits import SIDE
from sim.lab_data import Examples
from sim.lab_marks import drawable
from sim.lab_two import least_pair
from sim.network_plan import OUTPUTS, split
from sim.network_training import lay_out_pixels, steps_per_epoch, unit_pictures
from sim.simulations.lab_arms import Arm, standing_of
from sim.simulations.lab_config import changed_settings
from sim.simulations.lab_memory import LabMemory, marks_now
from sim.simulations.lab_presets import DATA
from sim.simulations.lab_task import Task, settings_for
from sim.simulations.lab_view import (
    ArmCurves,
    ArmSeen,
    LabData,
    LabView,
    Penalties,
    Pictures,
    Samples,
    TwoSeen,
)
from sim.simulations.playground_pictures import places

Array = NDArray[np.float64]

NEAR, TENTH = 0.05, 0.1
BINS, MOST_BINS_REACH = 81, 100.0
WITH_WEIGHTS = frozenset(("weights", "lens", "penalty"))


@lru_cache(maxsize=4)
def data_seen(examples: Examples) -> LabData:
    """The examples as they are shown: made once."""
    return LabData(
        examples.key, DATA[examples.key], examples.x, examples.answers, examples.test_x, examples.test_answers,
        examples.classes, examples.domain, examples.wrong, examples.places, examples.truth, examples.truth_weights,
        examples.test_words,
    )  # fmt: skip


# the weights


def all_weights(task: Task, arm: Arm) -> Array:
    """Every weight in a row, no bias."""
    return np.asarray(arm.training.parameters[task.weighed], np.float64)


def edges_for(arms: list[Array]) -> Array:
    """The edges of one histogram for all arms: the middle bin holds what is around 0."""
    reach = max((float(np.abs(weights).max()) for weights in arms if len(weights)), default=0.0)
    reach = min(reach, MOST_BINS_REACH) if np.isfinite(reach) else MOST_BINS_REACH
    return np.linspace(-1.0, 1.0, BINS + 1) * max(reach, NEAR)


def penalties_seen(weights: Array, edges: Array) -> Penalties:
    """What weights are like; counted into bins where there are edges."""
    with np.errstate(all="ignore"):
        size = np.abs(weights)
        total, most = float(size.sum()), max(1, int(TENTH * len(size)))
        top = float(np.partition(size, len(size) - most)[len(size) - most :].sum()) if len(size) else 0.0
        rms = float(np.sqrt(np.mean(size * size))) if len(size) else 0.0
    counts = np.histogram(np.clip(weights, edges[0], edges[-1]), edges)[0] if len(edges) else np.zeros(0, np.int64)
    return Penalties(
        zeros=int((weights == 0.0).sum()), near=int((size < NEAR).sum()), count=len(weights), rms=rms,
        largest=float(size.max()) if len(size) else 0.0, top_share=top / total if total > 0.0 else 0.0, edges=edges,
        counts=counts.astype(np.int64),
    )  # fmt: skip


# pictures


@lru_cache(maxsize=4)
def map_places(domain: tuple[float, float, float, float], side: int) -> NDArray[Any]:
    """The pixels of a map, laid out for lanes."""
    return lay_out_pixels(places(domain, side, side))


@lru_cache(maxsize=4)
def line_places(examples: Examples) -> NDArray[Any]:
    """The places of a curve, laid out for lanes."""
    return lay_out_pixels(examples.places[:, None])


def first_output(task: Task, arm: Arm, pixels: NDArray[Any]) -> Pictures:
    """What the first output says at every pixel."""
    drawn = unit_pictures(task.plan, drawable(arm.training.parameters), pixels, int(task.plan[-1, OUTPUTS]))
    pixels_drawn: Pictures = drawn[0]
    return pixels_drawn


def picture_of(task: Task, arm: Arm, view: LabView | None) -> Pictures | None:
    """The map of an arm; None where there is no plane, or nobody looks."""
    if view is None or "maps" not in view.pages or task.layers[0] != 2 or view.pixels < 1:
        return None
    side = view.pixels
    drawn: Pictures = first_output(task, arm, map_places(task.examples.domain, side))
    return drawn[: side * side].reshape(side, side).copy()


def line_of(task: Task, arm: Arm, view: LabView | None) -> Array | None:
    """The curve of an arm; None where there is none, or nobody looks."""
    if view is None or "maps" not in view.pages or not len(task.examples.places):
        return None
    drawn = first_output(task, arm, line_places(task.examples))
    return np.asarray(drawn[: len(task.examples.places)], np.float64)


def samples_of(memory: LabMemory, task: Task, arms: tuple[Arm, ...], view: LabView) -> Samples | None:
    """Some of the test's digits and what every arm says of them; None where nobody looks, or there are none."""
    examples = task.examples
    if "samples" not in view.pages or task.layers[0] != SIDE * SIDE or view.samples < 1:
        return None
    count = len(examples.test_x)
    rows = (max(view.first_sample, 0) + np.arange(min(view.samples, count))) % count
    told = {arm.key: marks_now(memory, task, arm).outputs[task.count + rows].copy() for arm in arms}
    pictures = examples.test_x[rows].reshape(-1, SIDE, SIDE)
    return Samples(rows.astype(np.int64), pictures, examples.test_answers[rows].astype(np.int64), told)


# arms


def curves_of(arm: Arm) -> ArmCurves:
    """The notes of an arm."""
    clocks, values = arm.notes.seen()
    return ArmCurves(clocks[0], clocks[1], *values)


def arms_seen(
    config: Config, memory: LabMemory, task: Task, arms: tuple[Arm, ...], fatal: str, view: LabView | None
) -> tuple[ArmSeen, ...]:  # fmt: skip
    """All arms as they are now."""
    weights = [all_weights(task, arm) for arm in arms]
    histogram = view is not None and bool(view.pages & {"penalty", "weights"})
    edges = edges_for(weights) if histogram else np.zeros(0)
    return tuple(
        arm_seen(config, memory, task, arm, arm.key == fatal, view, penalties_seen(row, edges))
        for arm, row in zip(arms, weights, strict=True)
    )


def arm_seen(
    config: Config, memory: LabMemory, task: Task, arm: Arm, ended: bool, view: LabView | None, penalties: Penalties
) -> ArmSeen:  # fmt: skip
    """One arm as it is now."""
    training, settings = arm.training, settings_for(config, arm.key)
    now = standing_of(task, training.parameters, settings, marks_now(memory, task, arm))
    looked = view is not None and view.pages & WITH_WEIGHTS
    weights, biases = split(task.plan, training.parameters) if looked else ([], [])
    priced = settings.l1 > 0.0 or settings.l2 > 0.0
    return ArmSeen(
        key=arm.key, epoch=training.epoch, updates=training.step,
        steps_per_epoch=steps_per_epoch(task.count, settings.batch), curves=curves_of(arm), loss=now.loss,
        test_loss=now.test_loss, data_loss_rise=now.loss - arm.calm if priced else 0.0,
        penalty=now.penalty_l1 + now.penalty_l2, penalty_l1=now.penalty_l1, penalty_l2=now.penalty_l2,
        accuracy=now.accuracy, test_accuracy=now.test_accuracy, picture=picture_of(task, arm, view),
        line=line_of(task, arm, view), changed=changed_settings(config, arm.key), ended=ended, penalties=penalties,
        weights=tuple(weights), biases=tuple(biases),
    )  # fmt: skip


def difference_of(arms: tuple[ArmSeen, ...]) -> Pictures | None:
    """What the last arm says less what A says."""
    first, last = arms[0].picture, arms[-1].picture
    return None if len(arms) < 2 or first is None or last is None else last - first


def two_seen(config: Config, optimum: tuple[float, float]) -> TwoSeen:
    """The page of two weights."""
    curvature, l1, l2 = (1.0, float(config["two.curvature"])), float(config["two.l1"]), float(config["two.l2"])
    return TwoSeen(
        optimum, curvature, l1, l2, least_pair(optimum, curvature, l1), least_pair(optimum, curvature, 0.0, l2),
        least_pair(optimum, curvature, l1, l2),
    )  # fmt: skip
