"""How a network lies in memory: a table with one row per layer, read by loops, so that no size is compiled.

Parameters lie in one row of numbers, layer by layer: the weights [unit][input], then the biases. Units lie in one row
too: the inputs of the network, then the units of each layer.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sim.activations import ACTIVATE, ACTIVATIONS
from sim.errors import ConfigError, quote, unknown
from sim.phrases import phrase

N_IN, N_OUT, WEIGHTS, BIASES, INPUTS, OUTPUTS, ACTIVATION, LAYERS, COLUMNS = 0, 1, 2, 3, 4, 5, 6, 7, 8
"""Columns of a plan: sizes; first weight and bias among the parameters; first input and unit among the units; how many
layers there are, in every row, because kernels read a plan as one flat row."""
MOST_LAYERS = 32
MOST_UNITS = 1024

Plan = NDArray[np.int64]
Row = NDArray[np.float64]


def make_plan(layers: Sequence[int], activations: Sequence[str]) -> Plan:
    """The plan of a network with layer sizes `layers` (inputs first) and one activation for each layer after them."""
    plan = np.zeros((len(layers) - 1, COLUMNS), np.int64)
    parameter, unit = 0, 0
    for row, n_in, n_out, key in zip(plan, layers[:-1], layers[1:], activations, strict=True):
        biases = parameter + n_in * n_out
        row[:] = n_in, n_out, parameter, biases, unit, unit + n_in, ACTIVATE.index(key), len(plan)
        parameter, unit = biases + n_out, unit + n_in
    return plan


def layer_activations(layers: Sequence[int], activation: str | Sequence[str], output: str) -> tuple[str, ...]:
    """One activation per layer: `activation` is one name for all hidden ones, or one for each."""
    hidden = len(layers) - 2
    names = (activation,) * hidden if isinstance(activation, str) else tuple(activation)
    if len(names) != hidden:
        raise ConfigError(
            phrase(
                "There are {hidden} hidden layers, not {names}; give one activation, or {hidden}.",
                hidden=hidden,
                names=len(names),
            )
        )
    for name in (*names, output):
        if not isinstance(name, str) or name not in ACTIVATIONS:
            raise unknown("activation", name, ACTIVATIONS)
    for name in names:
        if not ACTIVATIONS[name].hidden:
            raise ConfigError(
                phrase("{title} is for outputs; a hidden layer cannot have it.", title=ACTIVATIONS[name].title)
            )
    return (*names, output)


def check_layers(layers: object) -> tuple[int, ...]:
    """`layers` as whole numbers: inputs, hidden layers, outputs; ConfigError for anything else."""
    if isinstance(layers, str | bytes) or not hasattr(layers, "__iter__"):
        raise ConfigError(
            phrase("layers must be a row of sizes such as (2, 4, 1), not {layers}.", layers=quote(layers))
        )
    sizes = tuple(layers)
    if not 2 <= len(sizes) <= MOST_LAYERS + 1:
        raise ConfigError(
            phrase(
                "A network has 1 to {most_layers} layers after its inputs, not {sizes}.",
                most_layers=MOST_LAYERS,
                sizes=len(sizes) - 1,
            )
        )
    for size in sizes:
        whole = isinstance(size, int | np.integer) and not isinstance(size, bool)
        if not whole or not 1 <= size <= MOST_UNITS:
            raise ConfigError(
                phrase(
                    "A layer has a whole number of units from 1 to {most_units}, not {size}.",
                    most_units=MOST_UNITS,
                    size=quote(size),
                )
            )
    return tuple(int(size) for size in sizes)


def parameter_count(plan: Plan) -> int:
    """How many weights and biases there are."""
    return int(plan[-1, BIASES] + plan[-1, N_OUT])


def unit_count(plan: Plan) -> int:
    """How many units there are, inputs included."""
    return int(plan[-1, OUTPUTS] + plan[-1, N_OUT])


def penalised(plan: Plan) -> Row:
    """1 for each weight, 0 for each bias."""
    flags = np.ones(parameter_count(plan))
    for row in plan:
        flags[row[BIASES] : row[BIASES] + row[N_OUT]] = 0.0
    return flags


def join(plan: Plan, weights: Sequence[Row], biases: Sequence[Row]) -> Row:
    """The parameters as one row; weights (n_in, n_out) and biases (n_out,) for each layer."""
    if len(weights) != len(plan) or len(biases) != len(plan):
        raise ConfigError(phrase("There must be weights and biases for {plan} layers.", plan=len(plan)))
    row = np.empty(parameter_count(plan))
    for layer, (w, b) in enumerate(zip(weights, biases, strict=True)):
        n_in, n_out, first, bias = plan[layer, [N_IN, N_OUT, WEIGHTS, BIASES]]
        w, b = (
            numbers(w, phrase("The weights of layer {layer}", layer=layer + 1)),
            numbers(b, phrase("The biases of layer {layer}", layer=layer + 1)),
        )
        if w.shape != (n_in, n_out) or b.shape != (n_out,):
            raise ConfigError(
                phrase(
                    "Layer {layer} needs weights of shape ({n_in}, {n_out}) and {n_out} biases.",
                    layer=layer + 1,
                    n_in=n_in,
                    n_out=n_out,
                )
            )
        row[first:bias], row[bias : bias + n_out] = w.T.ravel(), b
    return row


def numbers(values: object, name: str) -> Row:
    """`values` as an array of finite float64 numbers."""
    try:
        array = np.asarray(values, np.float64)
    except (TypeError, ValueError):
        raise ConfigError(phrase("{name} must be numbers, not {values}.", name=name, values=quote(values))) from None
    if not np.isfinite(array).all():
        raise ConfigError(phrase("{name} must be finite numbers.", name=name))
    return array


def split(plan: Plan, row: NDArray[np.floating]) -> tuple[list[Row], list[Row]]:
    """Weights (n_in, n_out) and biases (n_out,) for each layer, as copies; the reverse of `join`."""
    weights, biases = [], []
    for n_in, n_out, first, bias in plan[:, [N_IN, N_OUT, WEIGHTS, BIASES]]:
        weights.append(np.array(row[first:bias].reshape(n_out, n_in).T, np.float64, order="C"))
        biases.append(np.array(row[bias : bias + n_out], np.float64))
    return weights, biases
