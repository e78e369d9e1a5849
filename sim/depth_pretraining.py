"""Layer by layer without labels: a stack of restricted Boltzmann machines becomes the start of a deep sigmoid network.

The first machine is shown pixels from 0 to 1, every other one the answers of the one below. Its weights and hidden
biases are then those of the layer. The network itself sees centred and divided pixels like every other one, so the
first layer's weights are rewritten for them; what the layer answers stays the same.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from sim import rbm
from sim.depth_network import DeepNetwork, built
from sim.depth_start import digits_seen, first_weights, layer_sizes, pixel_scale
from sim.draws import Draws
from sim.rbm import Rbm

Array = NDArray[np.float64]

EPOCHS = 15
PARTS = 5
"""A pass over the digits is so many steps of the race; a step is 13 batches."""
COINS = 7
"""What its random numbers are for: Philox's second counter."""


@dataclass(eq=False)
class Pretraining:
    """Changed in place. layer: from 0; part: how many steps this layer has had; shown: what it is shown, never changed.

    done: (weights, hidden biases) of the layers below. errors: the mean squared error of what came back, per pass.
    """

    width: int
    seed: int
    depth: int
    layer: int
    part: int
    shown: Array
    machine: Rbm
    done: list[tuple[Array, Array]]
    errors: list[list[float]]
    filters: Array

    def copy(self) -> "Pretraining":
        """One that shares only what is never changed."""
        errors = [list(of_layer) for of_layer in self.errors]
        return replace(self, machine=self.machine.copy(), done=list(self.done), errors=errors)

    @property
    def finished(self) -> bool:
        """Whether every layer has learnt."""
        return self.layer >= self.depth

    @property
    def share(self) -> float:
        """How much of the layer's passes is done, 0 to 1."""
        return self.part / (EPOCHS * PARTS)


def begun(depth: int, width: int, seed: int) -> Pretraining:
    """The first machine, before its first step."""
    shown = digits_seen()[0].pixels
    machine = rbm.begun(shown, width, seed, 0)
    return Pretraining(width, seed, depth, 0, 0, shown, machine, [], [[]], machine.weights.T.copy())


def steps_needed(depth: int) -> int:
    """How many steps the whole stack takes."""
    return depth * EPOCHS * PARTS


def learn(work: Pretraining) -> None:
    """One step: a fifth of a pass over the digits for one machine."""
    epoch, part = divmod(work.part, PARTS)
    draws, number = Draws(work.seed), work.layer * EPOCHS + epoch
    order = np.array_split(draws.order(len(work.shown), COINS, number), PARTS)[part]
    batches = [order[at : at + rbm.BATCH] for at in range(0, len(order), rbm.BATCH)]
    words = np.stack(draws.words(-(-len(order) * work.width // 4), COINS + 1, number * PARTS + part), axis=1)
    chances = ((words + 0.5) * 2.0**-32).ravel()[: len(order) * work.width].reshape(len(order), work.width)
    wrong = 0.0
    for at, batch in zip(range(0, len(order), rbm.BATCH), batches):
        coins = chances[at : at + len(batch)]
        wrong += len(batch) * rbm.learn(work.machine, work.shown[batch], coins, rbm.momentum_in(epoch))
    note(work, part, wrong / len(order))
    work.part += 1
    if work.layer == 0:
        work.filters = work.machine.weights.T.copy()
    if work.part == EPOCHS * PARTS:
        next_layer(work)


def note(work: Pretraining, part: int, error: float) -> None:
    """Add the error of a part to the mean of its pass."""
    of_layer = work.errors[-1]
    if part == 0:
        of_layer.append(error)
    else:
        of_layer[-1] += (error - of_layer[-1]) / (part + 1)


def next_layer(work: Pretraining) -> None:
    """The answers of this machine are what the next one is shown."""
    machine = work.machine
    work.done.append((machine.weights.copy(), machine.hidden.copy()))
    work.layer, work.part = work.layer + 1, 0
    if not work.finished:
        work.shown = rbm.up(machine, work.shown)
        work.machine = rbm.begun(work.shown, work.width, work.seed, work.layer)
        work.errors.append([])


def network_of(work: Pretraining) -> DeepNetwork:
    """The deep network that begins where the stack ended; its last layer begins like any other."""
    mean, spread = pixel_scale()
    first, biases = work.done[0]
    last = first_weights(layer_sizes(work.depth, work.width), "fan_in", work.seed)[-1]
    weights = [first * spread, *(w for w, _ in work.done[1:]), last]
    offsets = [biases + mean @ first, *(b for _, b in work.done[1:]), np.zeros(last.shape[1])]
    return built(weights, "sigmoid", biases=offsets)
