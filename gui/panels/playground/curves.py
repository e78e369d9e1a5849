"""Which curves the page of the loss shows: loss and accuracy of a network, or the mistakes per pass of one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from gui.widgets.run_plot_face import COUNT, SHARE, Curve, Pane
from sim.perceptron import LEARNERS
from sim.phrases import word

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from sim.simulations.playground_view import NetworkSeen, PlaygroundSnapshot, RowsSeen, UnitSeen

    Array = NDArray[np.float64]
    Shown = tuple[Array, tuple[Pane, ...], str]

TRAIN, TEST = word("train"), word("test")
SHORT = {"perceptron": word("perceptron"), "delta": word("linear"), "sigmoid": word("sigmoid")}
DASHED = frozenset({"delta", "sigmoid"})
NONE: Array = np.zeros(0)


def panes_of(snapshot: PlaygroundSnapshot) -> Shown:
    """Epochs, loss and accuracy of a network, with the present numbers as the last record."""
    network = snapshot.network
    if network is None:
        return NONE, (), "epochs"
    epochs, noted = notes(network, snapshot.epoch)
    loss, test_loss, right, test_right = noted
    losses, shares = [Curve(TRAIN, loss)], [Curve(TRAIN, right)]
    if np.isfinite(test_loss).any():
        losses.append(Curve(TEST, test_loss, dashed=True))
    if np.isfinite(test_right).any():
        shares.append(Curve(TEST, test_right, dashed=True))
    panes = [Pane("Loss", tuple(losses))]
    if snapshot.data.task == "classes" and np.isfinite(right).any():
        panes.append(Pane("Right", tuple(shares), SHARE))
    return epochs, tuple(panes), "epochs"


def notes(network: NetworkSeen, epoch: int) -> tuple[Array, tuple[Array, Array, Array, Array]]:
    """The noted epochs and, where the last note is older, the numbers of now."""
    curves = network.curves
    noted = (curves.loss, curves.test_loss, curves.accuracy, curves.test_accuracy)
    now = (network.loss, network.test_loss, network.accuracy, network.test_accuracy)
    epochs = curves.epochs.astype(np.float64)
    if epochs.size and epoch <= epochs[-1]:
        return epochs, noted
    ends = [np.append(values, value) for values, value in zip(noted, now, strict=True)]
    return np.append(epochs, float(epoch)), (ends[0], ends[1], ends[2], ends[3])


def mistakes_of(snapshot: PlaygroundSnapshot) -> Shown:
    """Passes and the mistakes made in each of them, a curve per learner."""
    if snapshot.rows is not None:
        return passes_of(snapshot.rows)
    unit = snapshot.unit
    return (NONE, (), word("passes")) if unit is None else unit_passes(unit)


def unit_passes(unit: UnitSeen) -> Shown:
    """The mistakes per pass of the learners that are shown."""
    passes = max((learner.errors.size for learner in unit.learners.values()), default=0)
    curves = []
    for key, learner in unit.learners.items():
        values = np.full(passes, np.nan)
        values[: learner.errors.size] = learner.errors
        curves.append(Curve(SHORT.get(key, LEARNERS[key].title), values, dashed=key in DASHED))
    pane = Pane("Mistakes in a pass", tuple(curves), COUNT)
    return np.arange(1.0, passes + 1.0), (pane,) if curves else (), word("passes")


def passes_of(rows: RowsSeen) -> Shown:
    """The accuracy after every pass over many rows."""
    train, test = (np.asarray(values, np.float64) for values in (rows.accuracy, rows.test_accuracy))
    if train.ndim > 1:
        train, test = train.mean(axis=1), test.mean(axis=1)
    curves = (Curve(TRAIN, train), Curve(TEST, test, dashed=True))
    return np.arange(float(train.size)), (Pane("Right", curves, SHARE),), word("passes")
