"""The lens: who was there in the batch just trained, and how alike units answer.

The masks are not drawn for the picture: they are those with which the batch was trained, computed again from the seed,
the update and the numbers of the examples.
"""

import numpy as np

from sim.dropout_draws import dropout_rates, masks_met
from sim.dropout_lens import Array, Room, copied, outputs_of, room_of, sums_with
from sim.simulations.lab_arms import Arm
from sim.simulations.lab_memory import LabMemory, layer_of, moment_of, room_now
from sim.simulations.lab_task import Task
from sim.simulations.lab_view import CorrelationSeen, LabView, Lens, LensLayer

ASKED = 100
"""So many examples of the test tell how important units are: a frame has no time for all."""
SILENT = 1e-6
"""A unit whose answers differ by less has nothing that could be correlated."""


def lens_of(task: Task, arm: Arm) -> Lens | None:
    """The batch just trained; None before the first, and where there is no hidden layer."""
    training, examples = arm.training, task.examples
    if not task.hidden or arm.used is None:
        return None
    rows, (inputs, *masks) = masks_met(training, arm.used)
    room = room_of(task.plan, task.loss, training.parameters, examples.x[rows], task.y[rows])
    few = slice(0, ASKED)
    asked = room_of(task.plan, task.loss, training.parameters, examples.test_x[few], task.test_y[few])
    layers = tuple(
        LensLayer(mask, answers, copied(asked, layer).sum(axis=1))
        for layer, (mask, answers) in enumerate(zip(masks, room.hidden, strict=True))
    )
    return Lens(
        arm.key, layers, room.weights, rows, examples.x[rows], inputs, whole_outputs(room), examples.answers[rows],
        dropout_rates(arm.used, len(task.plan)), training.step,
    )  # fmt: skip


def whole_outputs(room: Room) -> Array:
    """What the outputs say with everyone present."""
    last = len(room.hidden) - 1
    with np.errstate(all="ignore"):
        outputs: Array = outputs_of(room, sums_with(room, last, [np.ones((1, room.hidden[last].shape[1]))]))[0]
    return outputs


def correlation_of(memory: LabMemory, task: Task, arm: Arm, view: LabView) -> CorrelationSeen:
    """How alike the units of a layer answer on the test."""
    layer = layer_of(task, view)
    answers = room_now(memory, task, arm, moment_of(arm, layer)).hidden[layer]
    with np.errstate(all="ignore"):
        units = np.flatnonzero(answers.std(axis=0) > SILENT)
    if len(units) < 2:
        return CorrelationSeen(layer, units, np.ones((len(units), len(units))), np.nan)
    r = np.asarray(np.corrcoef(answers[:, units].T), np.float64)
    pairs = len(units) * (len(units) - 1)
    return CorrelationSeen(layer, units, r, float((np.abs(r).sum() - len(units)) / pairs))
