"""Backpropagation as a list of rules: what each one takes, what it makes, and the matrices themselves.

    for step in sim.backprop_steps(network, x, y):
        print(step.rule, step.layer, step.formula, step.result.shape)

One pass fires these rules: at every layer, first to last, "forward 1" (multiply by the weights), "bias", "forward 2"
(the function) and, but for the last, "forward 3" (its outputs are the next inputs); then "forward 4" (the error
function). On the way back, at every layer, last to first, "backward 2" (times the slope of the function, where it was
on the way forward) and "gradient"; between two layers "backward 1" (multiply by the transposed weights) and
"backward 3" (what arrives is the error of the layer before). At the end comes "update", for all layers at once.

Layers of weights count from 1. The names of matrices are the same everywhere: x inputs, t targets; of layer k wk, bk,
sk (sums before the bias), zk, hk (y at the last layer); on the way back e, dzk, dhk, dwk, dbk; wk+ and bk+ after the
update. Rows are examples; a bias is a row.

The loss is a mean over the examples, so dw and db are divided by their number; e, dz and dh belong to one example each
and are not. e is the derivative of an example's loss by the outputs. Where the slope of the output cancels
(cross-entropy behind a sigmoid or a softmax, and the perceptron's loss), e is y - t in that cancelled form already, and
backward 2 has nothing left to multiply with.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.activations import ACTIVATIONS
from sim.backprop_names import bias, inputs_of, weight
from sim.backprop_plan import CANCELLED, StepView, plan_of
from sim.losses import LOSSES
from sim.network import Network, check_examples
from sim.network_plan import layer_activations
from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import step_constants

__all__ = ["Dense", "Step", "backprop_steps", "loss_of", "walk"]

Array = NDArray[np.float64]
Matrices = dict[str, Array]
Hold = Callable[[str, Array], Array]


@dataclass(frozen=True, eq=False)
class Dense:
    """What the rules are applied to: weights (n_in, n_out) and biases (1, n_out) per layer, an activation each."""

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]
    activations: tuple[str, ...]
    loss: str

    @property
    def depth(self) -> int:
        """How many layers have weights."""
        return len(self.weights)

    @property
    def cancelled(self) -> bool:
        """Whether the slope of the output is in e already."""
        return self.loss in CANCELLED

    def parameters(self) -> Matrices:
        """Weights and biases by name."""
        found: Matrices = {}
        for layer, (weights, biases) in enumerate(zip(self.weights, self.biases, strict=True), 1):
            found |= {weight(layer): weights, bias(layer): biases}
        return found


@dataclass(frozen=True, eq=False)
class Step:
    """One rule that fired. result: the matrix it made; results: all of them, where it made more (gradient, update).

    names: (names of the operands, names of the results).
    """

    rule: str
    layer: int
    operands: tuple[Array, ...]
    result: Array
    formula: str
    names: tuple[tuple[str, ...], tuple[str, ...]]
    results: tuple[Array, ...]


def activated(activation: str, z: Array) -> Array:
    """What a layer makes of its sums z (examples, units)."""
    if activation == "softmax":
        shares = np.exp(z - z.max(axis=1, keepdims=True))
        found: Array = shares / shares.sum(axis=1, keepdims=True)
        return found
    return np.asarray(ACTIVATIONS[activation].rule(z)[0], np.float64)


def slope(activation: str, z: Array) -> Array:
    """f'(z) of a layer whose units work alone."""
    return np.asarray(np.broadcast_to(ACTIVATIONS[activation].rule(z)[1], z.shape), np.float64)


def slope_times(activation: str, z: Array, arrived: Array) -> Array:
    """What arrived, times the slope at z. A softmax is one function of its whole layer: a row times its matrix."""
    if activation == "softmax":
        shares = activated(activation, z)
        found: Array = shares * (arrived - (arrived * shares).sum(axis=1, keepdims=True))
        return found
    return arrived * slope(activation, z)


def loss_of(net: Dense, z: Array, y: Array, t: Array) -> float:
    """The loss, a mean over the examples."""
    if net.loss == "cross_entropy" and net.activations[-1] == "softmax":
        peak = z.max(axis=1, keepdims=True)
        surprise = np.log(np.exp(z - peak).sum(axis=1, keepdims=True)) + peak - z
        return float(np.where(t != 0.0, t * surprise, 0.0).sum() / len(t))
    return float(np.asarray(LOSSES[net.loss].value(z, y, t)).sum() / len(t))


# The rules: each makes its results out of the matrices there are.


def forward_1(net: Dense, layer: int, m: Mapping[str, Array]) -> tuple[Array, ...]:
    """Multiply by the weights."""
    return (m[inputs_of(layer)] @ m[f"w{layer}"],)


def add_bias(net: Dense, layer: int, m: Mapping[str, Array]) -> tuple[Array, ...]:
    """Add the bias to every row."""
    return (m[f"s{layer}"] + m[f"b{layer}"],)


def forward_2(net: Dense, layer: int, m: Mapping[str, Array]) -> tuple[Array, ...]:
    """Apply the function."""
    return (activated(net.activations[layer - 1], m[f"z{layer}"]),)


def forward_3(net: Dense, layer: int, m: Mapping[str, Array]) -> tuple[Array, ...]:
    """The outputs as they are."""
    return (m[f"h{layer}"],)


def forward_4(net: Dense, layer: int, m: Mapping[str, Array]) -> tuple[Array, ...]:
    """Output minus target: the derivative of half the squared error, and the cancelled form of the other losses."""
    return (m["y"] - m["t"],)


def backward_1(net: Dense, layer: int, m: Mapping[str, Array]) -> tuple[Array, ...]:
    """Multiply by the transposed weights."""
    return (m[f"dz{layer}"] @ m[f"w{layer}"].T,)


def backward_2(net: Dense, layer: int, m: Mapping[str, Array]) -> tuple[Array, ...]:
    """Multiply, cell by cell, by the slope at the z of the way forward."""
    if layer < net.depth:
        return (slope_times(net.activations[layer - 1], m[f"z{layer}"], m[f"dh{layer}"]),)
    return (m["e"] if net.cancelled else slope_times(net.activations[-1], m[f"z{layer}"], m["e"]),)


def backward_3(net: Dense, layer: int, m: Mapping[str, Array]) -> tuple[Array, ...]:
    """What arrived as it is."""
    return (m[f"dh{layer}"],)


def gradient(net: Dense, layer: int, m: Mapping[str, Array]) -> tuple[Array, ...]:
    """What came in, transposed, times who was to blame, as a mean over the examples; for the bias 1 came in."""
    blame = m[f"dz{layer}"]
    return m[inputs_of(layer)].T @ blame / len(blame), blame.sum(axis=0, keepdims=True) / len(blame)


RULES: dict[str, Callable[[Dense, int, Mapping[str, Array]], tuple[Array, ...]]] = {
    "forward 1": forward_1,
    "bias": add_bias,
    "forward 2": forward_2,
    "forward 3": forward_3,
    "forward 4": forward_4,
    "backward 1": backward_1,
    "backward 2": backward_2,
    "backward 3": backward_3,
    "gradient": gradient,
}


def as_it_is(name: str, matrix: Array) -> Array:
    """The usual `hold`: no cell is held."""
    return matrix


def walk(net: Dense, x: Array, t: Array, hold: Hold = as_it_is, plan: Sequence[StepView] | None = None) -> Matrices:
    """All matrices of one pass but those after the update. hold(name, matrix): the matrix with cells held by hand."""
    matrices: Matrices = {"x": x, "t": t, **net.parameters()}
    for step in plan if plan is not None else plan_of(net.activations, net.loss):
        if step.rule in RULES:
            for name, made in zip(step.results, RULES[step.rule](net, step.layer, matrices), strict=True):
                matrices[name] = made if name in step.operands else hold(name, made)
    return matrices


def forward_loss(net: Dense, x: Array, t: Array, hold: Hold = as_it_is) -> float:
    """The loss alone, by a walk forward."""
    sums = sums_of(net, x, hold)[-1]
    return loss_of(net, sums, activated(net.activations[-1], sums), t)


def sums_of(net: Dense, x: Array, hold: Hold = as_it_is) -> list[Array]:
    """z of every layer, by a walk forward."""
    outputs, found = x, []
    for layer in range(1, net.depth + 1):
        sums = hold(f"z{layer}", outputs @ net.weights[layer - 1] + net.biases[layer - 1])
        outputs = activated(net.activations[layer - 1], sums)
        found.append(sums)
    return found


def updated(optimizer: str, hyper: Array, constants: Array, theta: Array, m: Array, v: Array, g: Array) -> Any:
    """(theta, m, v) after one update of all cells of a matrix."""
    return OPTIMIZERS[optimizer].update(theta, m, v, g, constants, hyper)


def backprop_steps(
    network: Network,
    x: ArrayLike,
    y: ArrayLike,
    optimizer: str = "sgd",
    hyper: Mapping[str, float] | None = None,
) -> list[Step]:
    """Every rule of one pass of `network` over the examples x with the targets y, and one update at its end.

    x (examples, inputs), y (examples, outputs). The update is the first of `optimizer`, nothing remembered yet. Numbers
    are float64, and copies: writing to them changes neither the network nor what was given. ConfigError names what
    cannot be.
    """
    inputs, targets = (np.array(part) for part in check_examples(network, x, y))
    row = hyper_row(optimizer, **(hyper or {}))
    net = dense_of(network)
    plan = plan_of(net.activations, net.loss, optimizer)
    with np.errstate(all="ignore"):
        matrices = walk(net, inputs, targets, plan=plan)
        constants = step_constants(optimizer, row, "constant", 1)[0]
        for name, values in net.parameters().items():
            still = np.zeros_like(values)
            matrices[name + "+"] = updated(optimizer, row, constants, values, still, still, matrices["d" + name])[0]
    return [step_of(view, matrices) for view in plan]


def dense_of(network: Network) -> Dense:
    """The parameters of a notebook's network, as copies, its biases as rows."""
    keys = layer_activations(network.layers, network.activation, network.output)
    weights = tuple(np.array(part, np.float64) for part in network.weights)
    biases = tuple(np.array(part, np.float64)[None, :] for part in network.biases)
    return Dense(weights, biases, tuple(keys), network.loss)


def step_of(view: StepView, matrices: Mapping[str, Array]) -> Step:
    """A rule with its matrices."""
    results = tuple(matrices[name] for name in view.results)
    operands = tuple(matrices[name] for name in view.operands)
    return Step(view.rule, view.layer, operands, results[0], view.formula, (view.operands, view.results), results)
