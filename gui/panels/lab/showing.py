"""What of a snapshot the cards of the lab show, as plain data and words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from gui.panels.lab.arms import ROLES, arm_title
from gui.widgets.arm_content import ArmSeen as TableArm
from gui.widgets.arm_content import Race
from gui.widgets.run_plot_face import SHARE, Curve, Pane
from sim.numerals import write_count, write_significant
from sim.phrases import Phrase, phrase, word

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from sim.config import Config
    from sim.simulations.lab_view import ArmSeen, LabSnapshot

    Array = NDArray[np.float64]

UNKNOWN = "–"
MARKERS = {"a": "square", "b": "circle", "c": "diamond", "d": "up"}
COLUMNS = (
    (word("New points"), "The error on examples that were not learned from."),
    (word("Learned"), "The error on the examples that were learned from, without the penalties."),
    (word("Zeros"), "Weights that are exactly 0."),
    (word("Below 0.05"), "Weights of a size below 0.05, the zeros among them."),
    (word("Largest"), "The largest weight, whatever its sign."),
)


def percent(share: float) -> str:
    """A share in whole percent; all and none only where it is all and none."""
    if not math.isfinite(share):
        return UNKNOWN
    whole = round(100.0 * share)
    return f"{min(max(whole, 1), 99) if 0.0 < share < 1.0 else whole}\u00a0%"


def number(value: float) -> str:
    """Three digits that count."""
    return write_significant(value, 3) if math.isfinite(value) else UNKNOWN


def figure_of(arm: ArmSeen) -> str:
    """The one number of an arm: right answers to what is new, else the error there."""
    return percent(arm.test_accuracy) if math.isfinite(arm.test_accuracy) else number(arm.test_loss)


def about_arm(arm: ArmSeen) -> Phrase:
    """What a pointer is told of an arm."""
    if not math.isfinite(arm.test_accuracy):
        return phrase(
            "Loss on new points {new}, on those learned {old}.", new=number(arm.test_loss), old=number(arm.loss)
        )
    return phrase(
        "{new} of the new points are right, {old} of those learned from.",
        new=percent(arm.test_accuracy),
        old=percent(arm.accuracy),
    )


# Curves ---------------------------------------------------------------------------------------------------------------

Taken = tuple["Array", "Array"]


def records(snapshot: LabSnapshot) -> Array:
    """The updates at which any arm was measured, and now."""
    steps = [np.asarray(arm.curves.steps, np.float64) for arm in snapshot.arms]
    found: Array = np.unique(np.concatenate((*steps, np.array([float(snapshot.step)]))))
    return found


def line_of(arm: ArmSeen, values: Array, now: float, updates: Array) -> Array:
    """One curve of an arm at `updates`, on straight lines between its own records; nothing beyond its last."""
    known = np.asarray(arm.curves.steps, np.float64)
    values = np.asarray(values, np.float64)
    if not known.size or arm.updates > known[-1]:
        known, values = np.append(known, float(arm.updates)), np.append(values, now)
    found: Array = np.interp(updates, known, values, right=math.nan)
    return found


def loss_panes(snapshot: LabSnapshot) -> tuple[Array, tuple[Pane, ...]]:
    """The loss on new examples, solid, and on those learned from, dashed."""
    return panes(snapshot, "value", lambda arm: (
        (arm.curves.test_loss, arm.test_loss), (arm.curves.loss, arm.loss)))  # fmt: skip


def right_panes(snapshot: LabSnapshot) -> tuple[Array, tuple[Pane, ...]]:
    """The shares of right answers, in the same way."""
    return panes(snapshot, SHARE, lambda arm: (
        (arm.curves.test_accuracy, arm.test_accuracy), (arm.curves.accuracy, arm.accuracy)))  # fmt: skip


def panes(
    snapshot: LabSnapshot, kind: str, of: Callable[[ArmSeen], tuple[tuple[Array, float], ...]]
) -> tuple[Array, tuple[Pane, ...]]:
    """One pane with two curves an arm: new points under its letter, learned points dashed."""
    updates, curves = records(snapshot), []
    for arm in snapshot.arms:
        (new, new_now), (old, old_now) = of(arm)
        role = ROLES[arm.key]
        curves.append(Curve(arm.letter, line_of(arm, new, new_now, updates), role))
        curves.append(Curve("", line_of(arm, old, old_now, updates), role, dashed=True))
    return updates, (Pane("", tuple(curves), kind),)


# Results --------------------------------------------------------------------------------------------------------------


def results_of(snapshot: LabSnapshot, config: Config) -> Race:
    """The arms as lines of a table."""
    return Race(tuple(
        TableArm(
            arm.key, arm_title(arm.key, snapshot.arms, config), ROLES[arm.key], MARKERS[arm.key],
            cells=(word("flew off"),) if arm.ended else cells_of(arm), failed=arm.ended, about=about_arm(arm),
        )
        for arm in snapshot.arms
    ))  # fmt: skip


def cells_of(arm: ArmSeen) -> tuple[str, ...]:
    """Its results, one for each of COLUMNS."""
    found = arm.penalties
    return (
        number(arm.test_loss), number(arm.loss), write_count(found.zeros), write_count(found.near),
        number(found.largest),
    )  # fmt: skip
