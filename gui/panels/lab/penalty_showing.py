"""What of a snapshot the pictures of penalties show, as plain data and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.panels.lab.arms import ROLES, arm_title
from gui.widgets.penalty_content import PathSeen, TwoWeights, WeightPicture, WeightSpread
from gui.widgets.run_plot_face import Curve, Pane
from sim.phrases import word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sim.config import Config
    from sim.simulations import lab_view

    Array = NDArray[np.float64]

AREA = (-1.6, 1.6, -1.6, 1.6)
"""The part of the plane of two weights that is shown."""
DATA_LOSS, PENALTY = word("Loss of the data"), word("Penalty")


def spreads_of(snapshot: lab_view.LabSnapshot, config: Config) -> tuple[WeightSpread, ...]:
    """How the weights of every arm are spread; what is exactly 0 is taken out of the bin around 0."""
    return tuple(
        spread_of(arm.penalties, arm_title(arm.key, snapshot.arms, config), ROLES[arm.key]) for arm in snapshot.arms
    )


def spread_of(seen: lab_view.Penalties, title: str, role: str) -> WeightSpread:
    """The weights of one arm."""
    counts = np.asarray(seen.counts, np.int64).copy()
    if counts.size:
        counts[counts.size // 2] -= min(seen.zeros, int(counts[counts.size // 2]))
    return WeightSpread(title, role, counts, seen.edges, seen.zeros, seen.near, seen.count, seen.rms, seen.largest,
                        seen.top_share)  # fmt: skip


def pictures_of(snapshot: lab_view.LabSnapshot, layer: int, config: Config) -> tuple[WeightPicture, ...]:
    """The weights into a layer, a picture for each arm; none while no arm shows them."""
    truth = snapshot.data.truth_weights if len(snapshot.layers) == 2 else np.zeros(0)
    return tuple(
        WeightPicture(arm_title(arm.key, snapshot.arms, config), ROLES[arm.key], arm.weights[layer].T, truth)
        for arm in snapshot.arms if layer < len(arm.weights)
    )  # fmt: skip


def layers_of(snapshot: lab_view.LabSnapshot) -> int:
    """How many layers of weights there are."""
    return len(snapshot.layers) - 1


def bills_of(snapshot: lab_view.LabSnapshot) -> tuple[Array, tuple[Pane, ...]]:
    """Updates, and the two parts of what is made small: the loss of the data and the penalty, arm by arm."""
    steps = np.unique(np.concatenate([steps_of(arm) for arm in snapshot.arms]))
    losses = tuple(Curve(arm.letter, on(steps, arm, "loss"), ROLES[arm.key]) for arm in snapshot.arms)
    priced = [arm for arm in snapshot.arms if arm.penalty > 0.0 or arm.curves.penalty_l1.any()
              or arm.curves.penalty_l2.any()]  # fmt: skip
    prices = tuple(Curve(arm.letter, on(steps, arm, "penalty"), ROLES[arm.key]) for arm in priced)
    panes = (Pane(DATA_LOSS, losses), Pane(PENALTY, prices))
    return steps, panes if prices else panes[:1]


def steps_of(arm: lab_view.ArmSeen) -> Array:
    """The updates at which an arm was measured, the present one among them."""
    return np.append(np.asarray(arm.curves.steps, np.float64), float(arm.updates))


def on(steps: Array, arm: lab_view.ArmSeen, what: str) -> Array:
    """A curve of an arm at `steps`; no number beyond its own ends."""
    noted = arm.curves.loss if what == "loss" else arm.curves.penalty_l1 + arm.curves.penalty_l2
    values = np.append(np.asarray(noted, np.float64), arm.loss if what == "loss" else arm.penalty)
    with np.errstate(invalid="ignore"):
        found: Array = np.interp(steps, steps_of(arm), values, left=np.nan, right=np.nan)
    return found


def two_of(seen: lab_view.TwoSeen) -> TwoWeights:
    """Two weights and their prices."""
    return TwoWeights(seen.optimum, np.diag(seen.curvature), seen.l1, seen.l2, seen.result_l1, seen.result_l2,
                      seen.both, AREA)  # fmt: skip


def path_of(seen: lab_view.PathSeen) -> PathSeen:
    """The path as a picture has it."""
    done = seen.steps / seen.steps_wanted if seen.steps_wanted else 1.0
    return PathSeen(seen.lambdas, seen.weights, seen.zeros, seen.loss, seen.count, done)
