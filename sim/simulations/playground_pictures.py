"""What is drawn of the playground's network: its output over the plane, a picture of every unit, and its numbers.

Places are laid out for lanes once for each domain, choice of features and size; a picture is then one pass of the
float32 kernel. All pictures of a snapshot come from the same weights.
"""

from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.datasets import features
from sim.dropout_draws import masks_met
from sim.network_plan import N_IN, N_OUT, OUTPUTS, split
from sim.network_training import Examples, evaluate, lay_out, lay_out_pixels, unit_pictures
from sim.simulations.playground_fold import FoldMemory, SeparableMemory, fold_seen
from sim.simulations.playground_network import NetworkRun, answers_of, taken_for
from sim.simulations.playground_separable import separable_in_turn
from sim.simulations.playground_task import settings_now
from sim.simulations.playground_view import Array, Data, Flags, NetworkSeen, Pictures, PlaygroundView, Rect

CURVE_PLACES = 257
LARGEST_DRAWN = 1e30


def network_seen(config: Config, run: NetworkRun, view: PlaygroundView | None) -> NetworkSeen:
    """The network as it is now."""
    task, answers = run.task, answers_of(run)
    weights, biases = split(task.plan, run.training.parameters)
    taken = taken_for(task, answers.outputs)
    return NetworkSeen(
        tuple(weights),
        tuple(biases),
        task.activations,
        task.features,
        answers.loss,
        answers.test_loss,
        answers.accuracy,
        answers.test_accuracy,
        penalty(config, weights),
        answers.outputs,
        answers.right,
        run.notes.seen(),
        field_of(run, view) if view is not None else None,
        task.low,
        curve_of(run) if task.data.x.shape[1] == 1 else None,
        thumbnails_of(run, view) if view is not None and view.thumbnail > 0 else (),
        dropped_units(config, run),
        confusion(task.data, taken, task.data.train),
        confusion(task.data, taken, ~task.data.train),
        failure=run.failure,
    )


def with_fold(
    seen: NetworkSeen, run: NetworkRun, view: PlaygroundView, fold: FoldMemory, separable: SeparableMemory
) -> NetworkSeen:  # fmt: skip
    """With the plane as a hidden layer sees it, and how far a line gets in each, as far as they are looked at."""
    task, parameters = run.task, run.training.parameters
    folded = fold_seen(fold, task.plan, parameters, view.fold, task.data, task.features) if view.fold >= 0 else None
    if not view.separability:
        return replace(seen, fold=folded)
    measured = separable_in_turn(separable, task.plan, parameters, task.data, task.features)
    return replace(seen, fold=folded, separable=measured)


def penalty(config: Config, weights: list[Array]) -> float:
    """What the penalties add to the loss."""
    with np.errstate(all="ignore"):
        absolute = sum(float(np.abs(matrix).sum()) for matrix in weights)
        squares = sum(float(np.square(matrix).sum()) for matrix in weights)
        return float(config["l1"] * absolute + config["l2"] / 2.0 * squares)


def confusion(data: Data, taken: NDArray[np.int64], of: Flags) -> NDArray[np.int64] | None:
    """How often a class (row) was taken for another (column), among the chosen points; None where there are none."""
    count = max(len(data.classes), 2)
    if not data.classes or not of.any():
        return None
    pairs = np.bincount(data.answers[of] * count + taken[of], minlength=count * count)
    return pairs.reshape(count, count).astype(np.int64)


def dropped_units(config: Config, run: NetworkRun) -> tuple[Flags, ...]:
    """Who was left out when the last example was met, per hidden layer; () where nobody ever is."""
    training = run.training
    if not config["dropout"] or not training.step:
        return ()
    _, masks = masks_met(training, settings_now(config, run.task))
    return tuple(~mask[-1] for mask in masks[1:])


# pictures


def places(domain: Rect, columns: int, rows: int) -> Array:
    """The middles of the pixels of a picture, (rows * columns, 2), row 0 at the lowest y."""
    x0, x1, y0, y1 = domain
    x = x0 + (np.arange(columns) + 0.5) / columns * (x1 - x0)
    y = y0 + (np.arange(rows) + 0.5) / rows * (y1 - y0)
    return np.stack(np.broadcast_arrays(x[None, :], y[:, None]), axis=-1).reshape(-1, 2)


def told(inputs: int, names: tuple[str, ...], x: Array) -> Array:
    """What the network is told of places of the plane; of more than two inputs the others are 0 there."""
    if inputs > 2:
        return np.concatenate([x, np.zeros((len(x), inputs - 2))], axis=1)
    return features(x[:, :inputs], names)


@lru_cache(maxsize=8)
def pixels_of(inputs: int, names: tuple[str, ...], domain: Rect, side: int, from_top: bool) -> NDArray[Any]:
    """The pixels of a picture laid out for lanes; from_top: its first row is the one of the highest y."""
    x0, x1, y0, y1 = domain
    shown = (x0, x1, y1, y0) if from_top else domain
    return lay_out_pixels(told(inputs, names, places(shown, side, side)))


@lru_cache(maxsize=8)
def input_pictures(inputs: int, names: tuple[str, ...], domain: Rect, side: int) -> Pictures:
    """The pictures of the inputs, (inputs, side, side), first row on top."""
    x0, x1, y0, y1 = domain
    rows = told(inputs, names, places((x0, x1, y1, y0), side, side))
    return np.ascontiguousarray(rows.T, np.float32).reshape(-1, side, side)


def drawable(run: NetworkRun) -> NDArray[Any]:
    """The parameters, none beyond what the float32 numbers of pictures can hold."""
    parameters: NDArray[Any] = np.clip(run.training.parameters, -LARGEST_DRAWN, LARGEST_DRAWN)
    return parameters


def field_of(run: NetworkRun, view: PlaygroundView) -> Pictures | None:
    """What the outputs say over the plane; None where there is no plane."""
    task, side = run.task, view.pixels
    if task.data.x.shape[1] == 1 or side < 1:
        return None
    pixels = pixels_of(task.data.x.shape[1], task.features, task.data.domain, side, False)
    drawn = unit_pictures(task.plan, drawable(run), pixels, int(task.plan[-1, OUTPUTS]))
    pictures: Pictures = drawn[:, : side * side].reshape(-1, side, side)
    return pictures[0] if len(pictures) == 1 else pictures


def thumbnails_of(run: NetworkRun, view: PlaygroundView) -> tuple[Pictures, ...]:
    """A picture of every unit over the plane, per column, the inputs first."""
    task, side = run.task, view.thumbnail
    told_of = task.data.x.shape[1], task.features, task.data.domain, side
    first = int(task.plan[0, N_IN])
    drawn = unit_pictures(task.plan, drawable(run), pixels_of(*told_of, True), first)
    pictures = drawn[:, : side * side].reshape(-1, side, side)
    ends = np.cumsum(task.plan[:-1, N_OUT])
    return (input_pictures(*told_of), *np.split(pictures, ends))


@lru_cache(maxsize=8)
def curve_places(names: tuple[str, ...], outputs: int, low: float, high: float) -> tuple[Array, Examples]:
    """Places along the only input, and they laid out."""
    x = np.linspace(low, high, CURVE_PLACES)
    return x, lay_out(features(x[:, None], names), np.zeros((CURVE_PLACES, outputs)))


def curve_of(run: NetworkRun) -> Array:
    """Places along the only input and what the first output says there, (2, places)."""
    task = run.task
    x, laid_out = curve_places(task.features, task.layers[-1], *task.data.domain[:2])
    _, units = evaluate(task.plan, task.loss, run.training.parameters, laid_out)
    return np.stack([x, units[task.plan[-1, OUTPUTS]]])
