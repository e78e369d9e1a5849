"""The passes of a run: every matrix of each, worked out at once.

Pass p + 1 begins with the weights that the update of pass p left. With Nesterov's momentum the weights that are shown
are those of the look-ahead point, where the gradient is asked for, as PyTorch and Keras keep them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.backprop_names import outputs_of
from sim.backprop_plan import StepView, plan_of
from sim.backprop_trace import Dense, forward_loss, loss_of, updated, walk
from sim.config import Config
from sim.optimizers import OPTIMIZERS
from sim.schedules import step_constants
from sim.simulations.backprop_config import activations_of, hyper_of
from sim.simulations.backprop_data import Start
from sim.simulations.backprop_hand import Made, with_cells, with_targets

Array = NDArray[np.float64]
Memory = Mapping[str, tuple[Array, Array]]


@dataclass(frozen=True, eq=False)
class Pass:
    """One pass. matrices: all of them, those after the update too; memory: (m, v) of every parameter before it.

    constants: c of this update. loss_after: with the weights after the update.
    """

    matrices: Mapping[str, Array]
    loss: float
    loss_after: float
    memory: Memory
    constants: Array


def plan_for(config: Config) -> tuple[StepView, ...]:
    """The rules of one pass."""
    return plan_of(activations_of(config), config["loss"], config["optimizer"])


def with_shares(config: Config) -> bool:
    """Whether the targets of an example add up to 1."""
    return bool(config["output"] == "softmax" and config["loss"] == "cross_entropy")


def walked(config: Config, start: Start, made: Made) -> tuple[Pass, ...]:
    """All passes of a run."""
    plan, activations, hyper = plan_for(config), activations_of(config), hyper_of(config)
    constants = step_constants(config["optimizer"], hyper, "constant", config["passes"])
    x = with_cells(start.x, (cell for cell in made.cells if cell.name == "x"))
    t = with_targets(start.t, (cell for cell in made.cells if cell.name == "t"), with_shares(config))
    net = Dense(start.weights, start.biases, activations, config["loss"])
    memory: Memory = {name: (np.zeros_like(part), np.zeros_like(part)) for name, part in net.parameters().items()}
    found = []
    with np.errstate(all="ignore"):
        for number in range(config["passes"]):
            net = typed_in(net, made, number)
            matrices = walk(net, x, t, made.hold, plan)
            after, later = after_update(config, net, matrices, memory, hyper, constants[number])
            matrices |= {name + "+": part for name, part in after.parameters().items()}
            last = forward_loss(after, x, t, made.hold)
            found.append(Pass(sealed(matrices), loss_now(net, matrices), last, memory, constants[number]))
            net, memory = after, later
    return tuple(found)


def loss_now(net: Dense, matrices: Mapping[str, Array]) -> float:
    """The loss of matrices that are there."""
    return loss_of(net, matrices[f"z{net.depth}"], matrices[outputs_of(net.depth, net.depth)], matrices["t"])


def typed_in(net: Dense, made: Made, number: int) -> Dense:
    """The network with the weights that were set by hand in this pass."""
    cells = [cell for cell in made.cells if cell.at_pass == number]
    if not cells:
        return net
    parts = {name: with_cells(part, (c for c in cells if c.name == name)) for name, part in net.parameters().items()}
    return of_parameters(net, parts)


def of_parameters(net: Dense, parts: Mapping[str, Array]) -> Dense:
    """The network with other weights and biases."""
    layers = range(1, net.depth + 1)
    weights, biases = (tuple(parts[f"{letter}{layer}"] for layer in layers) for letter in "wb")
    return Dense(weights, biases, net.activations, net.loss)


def net_of(config: Config, matrices: Mapping[str, Array]) -> Dense:
    """The network of a pass, out of its matrices."""
    activations = activations_of(config)
    layers = range(1, len(activations) + 1)
    weights, biases = (tuple(matrices[f"{letter}{layer}"] for layer in layers) for letter in "wb")
    return Dense(weights, biases, activations, config["loss"])


def after_update(
    config: Config, net: Dense, matrices: Mapping[str, Array], memory: Memory, hyper: Array, constants: Array
) -> tuple[Dense, Memory]:
    """The network after one update, and what the optimizer remembers then."""
    ahead = OPTIMIZERS[config["optimizer"]].look_ahead
    parts, later = {}, {}
    for name, shown in net.parameters().items():
        m, v = memory[name]
        theta = shown - (ahead(0.0 * shown, m, constants, hyper) if config["optimizer"] == "nesterov" else 0.0)
        theta, m, v = updated(config["optimizer"], hyper, constants, theta, m, v, matrices["d" + name])
        parts[name], later[name] = ahead(theta, m, constants, hyper), (m, v)
    return of_parameters(net, parts), later


def sealed(matrices: dict[str, Array]) -> dict[str, Array]:
    """The matrices, not to be written to any more: snapshots share them."""
    for matrix in matrices.values():
        matrix.flags.writeable = False
    return matrices
