"""The plane as a hidden layer sees it, and how far one line gets in every layer.

Up to three units are shown as they are. Of a wider layer two axes are shown: two of its units where a line in their
plane tells the classes apart; else the axis along which the output looks at the layer, where its border is a straight
line seen edge on, and across it the axis along which the grid spreads most. Without such an output (the layer is not
the last) the first axis is the one that tells the classes apart best by Fisher's criterion (1936); with more than two
classes both axes are.

No axis turns round from one frame to the next: the first points towards class 1, the second begins on the side to
which x1 grows and is turned from where it was (the power method), so that both move as smoothly as the weights.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.activations import ACTIVATE
from sim.best_line import best_cut
from sim.datasets import features
from sim.network_plan import ACTIVATION, BIASES, N_IN, N_OUT, OUTPUTS, WEIGHTS, Plan, parameter_count
from sim.network_training import Examples, evaluate, lay_out
from sim.simulations.playground_separable import SeparableMemory, separable_seen
from sim.simulations.playground_view import Array, Data, Fold

__all__ = ["FoldMemory", "SeparableMemory", "fold_seen", "separable_seen"]

LINES, DOTS, FEW_DOTS = 13, 41, 21
"""Grid lines each way, and places along each; fewer for a network of more than LARGE parameters."""
LARGE = 2000
MOST_POINTS = 200
"""So many points travel at most."""
GOLDEN = 0.6180339887498949
TRIED = 2
"""Pairs of units that are looked at closely in each frame."""
TURNS = 6
"""How often an axis is turned towards the widest direction."""
SMALLEST, LARGEST = 1e-12, 1e12
"""Directions shorter than this are none; what units say is shown up to the largest."""
CALM = 0.03
"""Fisher's criterion adds this share of the mean spread to every direction, so that its axis moves calmly."""
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
HALF_WAY = ("linear", "relu", "leaky_relu")
"""Outputs that say yes above a half, not above a sum of 0."""


@dataclass(frozen=True, eq=False)
class Paper:
    """The plane before it is folded: places of the grid and of the points, laid out for the network."""

    data: Data
    names: tuple[str, ...]
    inputs: tuple[Array, ...]
    axes: tuple[int, ...]
    rows: NDArray[np.int64]
    laid: Examples


@dataclass(eq=False)
class FoldMemory:
    """What is kept from one frame to the next: the paper, the pair of units or the two axes, and the last fold."""

    paper: Paper | None = None
    pair: tuple[int, int] | None = None
    axes: Array | None = None
    layer: int = -1
    key: bytes = b""
    fold: Fold | None = None


@dataclass(frozen=True, eq=False)
class Axes:
    """Where a layer is seen from: names, directions (units, 2 or 3), and the line if it is known."""

    names: tuple[str, ...]
    directions: Array
    line: tuple[float, ...] | None = None
    exact: bool = False


def fold_seen(
    memory: FoldMemory, plan: Plan, parameters: Array, layer: int, data: Data, names: tuple[str, ...]
) -> Fold | None:
    """The fold of hidden layer `layer` (from 0); None where there is none. names: the input features.

    The same object as long as nothing of it has changed.
    """
    if not 0 <= layer < len(plan) - 1:
        return None
    paper = memory.paper
    dots = DOTS if parameter_count(plan) <= LARGE else FEW_DOTS
    if paper is None or paper.data is not data or paper.names != names or len(paper.inputs[0]) != dots:
        paper = memory.paper = paper_of(data, names, dots)
        memory.fold = None
    if layer != memory.layer:
        memory.layer, memory.pair, memory.axes, memory.fold = layer, None, None, None
    key = parameters.tobytes()
    if memory.fold is None or memory.key != key:
        memory.key, memory.fold = key, folded(memory, paper, plan, parameters, layer)
    return memory.fold


def paper_of(data: Data, names: tuple[str, ...], dots: int) -> Paper:
    """Grid and points. Of more than two inputs the others are 0, and only points there are shown."""
    inputs, axes = grid_of(data, dots)
    n_in = data.x.shape[1]
    rows = np.flatnonzero((np.abs(data.x[:, 2:]) < 0.5).all(axis=1))
    if len(rows) > MOST_POINTS:
        rows = spread_evenly(rows, MOST_POINTS)
    grid = np.concatenate(inputs)
    places = np.zeros((len(grid) + len(rows), n_in))
    places[: len(grid), :2] = grid[:, :n_in]
    places[len(grid) :] = data.x[rows]
    told = features(places, names) if n_in <= 2 else places
    return Paper(data, names, inputs, axes, rows, lay_out(told, np.zeros((len(told), 1))))


def spread_evenly(rows: NDArray[np.int64], count: int) -> NDArray[np.int64]:
    """`count` of the rows in their order, at no fixed distance: classes are dealt in turn, and every second row would
    be all of one."""
    turns = np.modf(GOLDEN * np.arange(len(rows)))[0]
    return rows[np.sort(np.argsort(turns, kind="stable")[:count])]


def grid_of(data: Data, dots: int) -> tuple[tuple[Array, ...], tuple[int, ...]]:
    """Grid lines over the domain, (dots, 2) each, and along which input each runs; of one input, one line."""
    x0, x1, y0, y1 = data.domain
    along = np.linspace(x0, x1, dots)
    if data.x.shape[1] < 2:
        return (np.column_stack([along, np.zeros(dots)]),), (0,)
    up = np.linspace(y0, y1, dots)
    across_lines = [np.column_stack([along, np.full(dots, y)]) for y in np.linspace(y0, y1, LINES)]
    up_lines = [np.column_stack([np.full(dots, x), up]) for x in np.linspace(x0, x1, LINES)]
    return (*across_lines, *up_lines), (0,) * LINES + (1,) * LINES


def folded(memory: FoldMemory, paper: Paper, plan: Plan, parameters: Array, layer: int) -> Fold:
    """The fold as it is now."""
    _, units = evaluate(plan, "squared_error", parameters, paper.laid)
    first, width = int(plan[layer, OUTPUTS]), int(plan[layer, N_OUT])
    hidden = np.clip(np.nan_to_num(units[first : first + width].T), -LARGEST, LARGEST)
    dots = sum(len(line) for line in paper.inputs)
    axes = axes_of(memory, paper, plan, parameters, layer, hidden)
    seen = np.ascontiguousarray(hidden @ axes.directions)
    lines = tuple(np.split(seen[:dots], np.cumsum([len(line) for line in paper.inputs])[:-1]))
    return Fold(layer, axes.names, lines, paper.inputs, paper.axes, seen[dots:], paper.rows, axes.line, axes.exact)


def axes_of(memory: FoldMemory, paper: Paper, plan: Plan, parameters: Array, layer: int, hidden: Array) -> Axes:
    """From where the layer is seen; hidden (grid and points, units)."""
    width, own = hidden.shape[1], own_line(plan, parameters, layer, paper.data)
    points, answers = hidden[len(hidden) - len(paper.rows) :], paper.data.answers[paper.rows]
    names = tuple(unit_name(k) for k in range(width))
    if width <= 3:
        line = own if own is not None else found_line(paper.data, points, answers)
        return Axes(names, np.eye(width), line, own is not None)
    pair = pair_of(memory, paper.data, points, answers)
    if pair is not None:
        directions = np.eye(width)[:, list(pair)]
        line = found_line(paper.data, points @ directions, answers)
        return Axes((names[pair[0]], names[pair[1]]), directions, line)
    return projections(memory, paper, hidden, points, answers, own)


def unit_name(k: int) -> str:
    """Hidden unit k, from 0."""
    return f"h{str(k + 1).translate(SUBSCRIPTS)}"


def own_line(plan: Plan, parameters: Array, layer: int, data: Data) -> tuple[float, ...] | None:
    """Weights and bias of the output's own border in the layer, where it is one unit behind it that tells classes."""
    after = plan[layer + 1]
    if layer + 2 != len(plan) or after[N_OUT] != 1 or not data.classes:
        return None
    border = 0.5 if ACTIVATE.keys[int(after[ACTIVATION])] in HALF_WAY else 0.0
    weights = parameters[after[WEIGHTS] : after[WEIGHTS] + after[N_IN]]
    line = (*weights.tolist(), float(parameters[after[BIASES]]) - border)
    return line if all(abs(number) < LARGEST for number in line) else None


# Axes of a wide layer


def projections(
    memory: FoldMemory,
    paper: Paper,
    hidden: Array,
    points: Array,
    answers: NDArray[Any],
    own: tuple[float, ...] | None,
) -> Axes:
    """Two axes of a wide layer, and the line across the first."""
    before = memory.axes if memory.axes is not None and len(memory.axes) == hidden.shape[1] else None
    size = float(np.linalg.norm(own[:-1])) if own is not None else 0.0
    if len(paper.data.classes) > 2 and len(np.unique(answers)) > 2:
        memory.axes = class_axes(points, answers, before)
        return Axes(("class axis 1", "class axis 2"), memory.axes)
    if own is not None and size > SMALLEST:
        first, name = np.array(own[:-1]) / size, "output axis"
    else:
        first, name = class_axis(paper, hidden, points, answers), "class axis" if paper.data.classes else "answer axis"
    second = widest_across(paper, hidden, first, None if before is None else before[:, 1])
    memory.axes = np.stack([first, second], axis=1)
    if own is not None and size > SMALLEST:
        return Axes((name, "principal axis"), memory.axes, (size, 0.0, own[-1]), True)
    return Axes((name, "principal axis"), memory.axes, found_line(paper.data, points @ memory.axes, answers))


def class_axes(points: Array, answers: NDArray[Any], before: Array | None) -> Array:
    """The two directions in which the middles of many classes lie farthest apart (Rao 1948); (units, 2)."""
    numbers = np.unique(answers)
    middles = np.stack([points[answers == number].mean(axis=0) for number in numbers])
    inside = points - middles[np.searchsorted(numbers, answers)]
    away = apart(inside, (middles - middles.mean(axis=0)).T)
    axes = np.stack([away[:, 1] - away[:, 0], away[:, 2]], axis=1) if before is None else before
    for _ in range(TURNS):
        axes = away @ (away.T @ axes)
        axes /= np.linalg.norm(axes, axis=0) + SMALLEST
        axes[:, 1] -= (axes[:, 0] @ axes[:, 1]) * axes[:, 0]
    length = np.linalg.norm(axes, axis=0)
    return np.asarray(np.where(length > SMALLEST, axes / np.maximum(length, SMALLEST), 0.0))


def apart(inside: Array, away: Array) -> Array:
    """`away` (units, ..) divided by the spread within the classes, of which `inside` (points, units) are drawn."""
    within = inside.T @ inside / len(inside)
    room = CALM * float(np.trace(within)) / len(away) + 1e-9
    return np.asarray(np.linalg.solve(within + room * np.eye(len(away)), away))


def class_axis(paper: Paper, hidden: Array, points: Array, answers: NDArray[Any]) -> Array:
    """The direction that tells class 1 from class 0, or along which the answers of a regression grow."""
    axis = fisher(points, answers) if paper.data.classes else moved_with(points, answers)
    return axis if axis is not None else principal(hidden, along_first(paper, hidden))


def widest_across(paper: Paper, hidden: Array, first: Array, before: Array | None) -> Array:
    """The widest direction across `first`; it begins where it was in the frame before."""
    rest = hidden - np.outer(hidden @ first, first)
    if before is None:
        axis = principal(rest, along_first(paper, rest))
    else:
        axis = principal(rest, before - (before @ first) * first, TURNS)
    axis = axis - (axis @ first) * first
    size = float(np.linalg.norm(axis))
    return axis / size if size > SMALLEST else np.zeros(len(first))


def along_first(paper: Paper, hidden: Array) -> Array:
    """The direction in which the layer moves as x1 grows, and a little as x2 grows."""
    grid = np.concatenate(paper.inputs)
    x = grid[:, 0] + 0.5 * grid[:, 1]
    return np.asarray((x - x.mean()) @ hidden[: len(grid)])


def principal(hidden: Array, start: Array, turns: int = 0) -> Array:
    """The widest direction of `hidden` on the side of `start`; with `turns`, `start` turned so often towards it (the
    power method, which never jumps)."""
    away = hidden - hidden.mean(axis=0)
    spread = away.T @ away
    if not turns:
        widest = np.linalg.eigh(spread)[1][:, -1]
        return np.asarray(widest if widest @ start >= 0.0 else -widest)
    axis = start
    for _ in range(turns):
        turned = spread @ axis
        size = float(np.linalg.norm(turned))
        if not size > SMALLEST:
            break
        axis = turned / size
    return np.asarray(axis)


def fisher(points: Array, answers: NDArray[Any]) -> Array | None:
    """Fisher's direction from class 0 to class 1, of length 1; None where the classes have one middle."""
    ones, zeros = points[answers == 1], points[answers == 0]
    if not len(ones) or not len(zeros):
        return None
    away = ones.mean(axis=0) - zeros.mean(axis=0)
    inside = np.concatenate([ones - ones.mean(axis=0), zeros - zeros.mean(axis=0)])
    axis = apart(inside, away)
    size = float(np.sqrt(axis @ axis))
    return axis / size if size > SMALLEST else None


def moved_with(points: Array, answers: NDArray[Any]) -> Array | None:
    """The direction along which the answers grow."""
    if not len(points):
        return None
    axis = (answers - answers.mean()) @ points
    size = float(np.sqrt(axis @ axis))
    return axis / size if size > SMALLEST else None


def found_line(data: Data, seen: Array, answers: NDArray[Any]) -> tuple[float, ...] | None:
    """A good line for two classes in the plane that is shown: (w1, w2, b); None where there is none to be found."""
    if len(data.classes) != 2:
        return None
    axis = fisher(seen, answers)
    if axis is None:
        return None
    _, (cut, sign) = best_cut(seen @ axis, (answers == 1).astype(np.int8))
    return (*(sign * axis).tolist(), -sign * cut)


# Pairs of units


def pair_of(memory: FoldMemory, data: Data, points: Array, answers: NDArray[Any]) -> tuple[int, int] | None:
    """Two units in whose plane a line tells the classes apart: the pair that was shown as long as it does."""
    if len(data.classes) != 2 or len(np.unique(answers)) < 2:
        memory.pair = None
        return None
    labels = (answers == 1).astype(np.int8)
    tried = promising(points, answers)
    for pair in [memory.pair, *tried] if memory.pair else tried:
        if pair is not None and suffices(points[:, list(pair)], answers, labels):
            memory.pair = pair
            return pair
    memory.pair = None
    return None


def suffices(seen: Array, answers: NDArray[Any], labels: NDArray[np.int8]) -> bool:
    """Whether the line that Fisher's direction gives has every point right."""
    axis = fisher(seen, answers)
    return axis is not None and best_cut(seen @ axis, labels)[0] == 1.0


def promising(points: Array, answers: NDArray[Any]) -> list[tuple[int, int]]:
    """The pairs of units with the largest values of Fisher's criterion, all pairs at once."""
    ones, zeros = points[answers == 1], points[answers == 0]
    away = ones.mean(axis=0) - zeros.mean(axis=0)
    inside = np.concatenate([ones - ones.mean(axis=0), zeros - zeros.mean(axis=0)])
    within = inside.T @ inside / len(inside)
    i, j = np.triu_indices(len(away), 1)
    room = CALM * float(np.trace(within)) / len(away) + 1e-9
    a, b, c = within[i, i] + room, within[j, j] + room, within[i, j]
    worth = (b * away[i] ** 2 - 2.0 * c * away[i] * away[j] + a * away[j] ** 2) / (a * b - c * c)
    best = np.argsort(-worth, kind="stable")[:TRIED]
    return [(int(i[k]), int(j[k])) for k in best]
