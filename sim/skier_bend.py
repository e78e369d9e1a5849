"""How the landscape of a network bends where it stands: the largest eigenvalue of the Hessian of its loss.

The Hessian is never made, only its product with a direction, exactly and in one pass forward and back (Pearlmutter
1994): as much work as two gradients. Lanczos 1950 finds the largest eigenvalue from a few such products: each is made
orthogonal to those before it, and the eigenvalues of the small matrix of what is left come from within to those of the
Hessian. The power method on differences of gradients, which is simpler, was tried: close and negative eigenvalues and
the corners of the ReLUs led it astray (-2.0 and 8.8 after 60 products where 2.9 and 2.7 are right).

ReLU units and a softmax with cross-entropy. A ReLU bends nowhere but at its corner; what is found is the curvature
between the corners, which is what a small step feels.
"""

from collections.abc import Generator

import numpy as np
from numpy.typing import NDArray

from sim.depth_products import multiplied, multiplied_across
from sim.network_plan import Plan, parameter_count, split
from sim.skier_slopes import Array, direction_of, length, passed, slopes_of

PRODUCTS = 30
"""So many at most. 64-64-10 on the digits took 7 to 12 at nine places, and was then within 0.1 % of 100 products."""
ENOUGH = 1e-3
"""It ends where the last four estimates differ by less than this share."""
NOTHING = 1e-9


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
    direction = direction_of(seed, parameter_count(bend.plan))
    ways, diagonal, beside, found = [direction], [], [], []
    for _ in range(PRODUCTS):
        product = bend.along(ways[-1])
        diagonal.append(float((product * ways[-1]).sum()))
        rest = orthogonal(orthogonal(product, ways), ways)
        beside.append(length(rest))
        found.append(eigenvalue(diagonal, beside[:-1]))
        yield found[-1]
        if beside[-1] <= NOTHING or settled(found):
            return
        ways.append(rest / beside[-1])


def orthogonal(row: Array, ways: list[Array]) -> Array:
    """What is left of a row without its parts along some ways."""
    for way in ways:
        row = row - float((row * way).sum()) * way
    return row


def eigenvalue(diagonal: list[float], beside: list[float]) -> float:
    """The largest of a matrix with three diagonals."""
    matrix = np.diag(diagonal) + np.diag(beside, 1) + np.diag(beside, -1)
    return float(np.linalg.eigvalsh(matrix)[-1])


def settled(found: list[float]) -> bool:
    """Whether the last estimates agree."""
    last = found[-4:]
    return len(last) == 4 and max(last) - min(last) <= ENOUGH * abs(last[-1])
