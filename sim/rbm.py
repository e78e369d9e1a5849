"""The restricted Boltzmann machine, and a stack of them as the start of a deep network.

One layer of visible units v, one of hidden units h, both answering with probabilities; no layer talks to itself. It
learns to give back what it is shown, without labels, by one step of contrastive divergence: see how hidden units answer
a digit, let them toss coins, give the digit back from the coins, see how they answer that, and move the weights towards
the first and away from the second. The answers of one machine are what the next one is shown.

Source: Hinton 2002 (contrastive divergence); Hinton et al. 2006 and Hinton & Salakhutdinov 2006 (the stack).
Variant: given back are probabilities, not coins; the hidden answers to them likewise; weight decay 2e-4.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.depth_functions import logistic
from sim.depth_products import multiplied
from sim.depth_start import squares

Array = NDArray[np.float64]

RATE, DECAY, SPREAD = 0.1, 2e-4, 0.1
MOMENTUM_FIRST, MOMENTUM_LATER, FIRST_EPOCHS = 0.5, 0.9, 5
BATCH = 20


@dataclass(eq=False)
class Rbm:
    """Changed in place. weights (visible, hidden), visible and hidden biases, and the velocity of each."""

    weights: Array
    visible: Array
    hidden: Array
    weights_velocity: Array
    visible_velocity: Array
    hidden_velocity: Array

    def copy(self) -> "Rbm":
        """One that shares nothing with this."""
        arrays = (self.weights, self.visible, self.hidden)
        velocities = (self.weights_velocity, self.visible_velocity, self.hidden_velocity)
        return Rbm(*(array.copy() for array in (*arrays, *velocities)))


def begun(shown: Array, units: int, seed: int, layer: int) -> Rbm:
    """A machine for what it is shown (examples, visible): small weights, the visible biases at how often each is on."""
    often = shown.mean(axis=0) + 1e-2
    weights = squares(seed, 0, True, layer)[: shown.shape[1], :units] * SPREAD
    visible, hidden = np.log(often / (1.02 - often)), np.zeros(units)
    return Rbm(weights, visible, hidden, np.zeros_like(weights), np.zeros_like(visible), np.zeros_like(hidden))


def up(rbm: Rbm, v: Array) -> Array:
    """The probabilities of the hidden units."""
    return logistic(multiplied(v, rbm.weights) + rbm.hidden)


def down(rbm: Rbm, h: Array) -> Array:
    """The probabilities of the visible units."""
    return logistic(h @ rbm.weights.T + rbm.visible)


def learn(rbm: Rbm, v: Array, chances: Array, momentum: float) -> float:
    """One step of contrastive divergence on a batch (rows, visible); returns the mean squared error of what came back.

    chances (rows, hidden): uniform numbers, the coins of the hidden units.
    """
    h = up(rbm, v)
    back = down(rbm, (chances < h).astype(np.float64))
    again = up(rbm, back)
    rows = len(v)
    moves = (
        (rbm.weights, rbm.weights_velocity, (v.T @ h - back.T @ again) / rows - DECAY * rbm.weights),
        (rbm.visible, rbm.visible_velocity, (v - back).mean(axis=0)),
        (rbm.hidden, rbm.hidden_velocity, (h - again).mean(axis=0)),
    )
    for parameter, velocity, slope in moves:
        velocity *= momentum
        velocity += RATE * slope
        parameter += velocity
    return float(np.square(v - back).mean())


def momentum_in(epoch: int) -> float:
    """Held back for the first epochs."""
    return MOMENTUM_FIRST if epoch < FIRST_EPOCHS else MOMENTUM_LATER
