"""How the landscape of a network bends where it stands: the largest eigenvalue of the Hessian of its loss.

The Hessian is never made, only its product with a direction, exactly and in one pass forward and back (Pearlmutter
1994): as much work as two gradients. `sim.lanczos` finds the largest eigenvalue from a few such products.

ReLU units and a softmax with cross-entropy. A ReLU bends nowhere but at its corner; what is found is the curvature
between the corners, which is what a small step feels.
"""

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from sim.depth_products import multiplied, multiplied_across
from sim.lanczos import largest_eigenvalue
from sim.network_plan import Plan, parameter_count, split
from sim.skier_slopes import Array, direction_of, passed, slopes_of


class Bend:
    """The Hessian of the mean loss at a place, ready to be multiplied with directions."""

    def __init__(self, plan: Plan, parameters: NDArray[np.floating], x: Array, targets: Array) -> None:
        self.plan = plan
        self.weights, self.biases = split(plan, parameters)
        self.entered, self.outputs = passed(self.weights, self.biases, x)
        self.deltas = slopes_of(self.weights, self.entered, self.outputs, targets).deltas

    def along(self, direction: Array) -> Array:
        """The Hessian times a direction, both in the order of `sim.network_plan`."""
        ways, shifts = split(self.plan, direction)
        moved = [np.zeros_like(self.entered[0])]
        sums = np.zeros(())
        for layer, (way, shift) in enumerate(zip(ways, shifts, strict=True)):
            sums = multiplied(self.entered[layer], way) + shift + multiplied(moved[layer], self.weights[layer])
            if layer + 1 < len(ways):
                moved.append(sums * (self.entered[layer + 1] > 0.0))
        change = self.outputs * (sums - (self.outputs * sums).sum(axis=1, keepdims=True))
        changes = [change]
        for layer in range(len(ways) - 1, 0, -1):
            back = multiplied(changes[-1], self.weights[layer].T) + multiplied(self.deltas[layer], ways[layer].T)
            changes.append(back * (self.entered[layer] > 0.0))
        changes.reverse()
        products = []
        for layer, change in enumerate(changes):
            weights = multiplied_across(self.deltas[layer], moved[layer])
            weights += multiplied_across(change, self.entered[layer])
            products += [weights.ravel(), change.sum(axis=0)]
        return np.concatenate(products) / len(self.outputs)


def largest_curvature(bend: Bend, seed: int) -> Generator[float]:
    """The largest eigenvalue as it is known after each product."""
    return largest_eigenvalue(bend.along, direction_of(seed, parameter_count(bend.plan)))
