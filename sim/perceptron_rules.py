"""The three learning rules of one unit, as numeric code: what a unit says for z, and how much of the input is added.

z is the product of the weights with the input (1, x): the bias is the weight of an input that is always 1. After an
example with target t, weights += learning_rate * change(z, t) * input. Classes are 0 and 1.
"""

from sim.elementary import sigmoid
from sim.lanes import like, one, where, zero
from sim.portable import Switch, portable


@portable
def threshold_change(z, target):
    """Rosenblatt 1958: t - [z > 0], so nothing but a mistake changes anything. At z = 0 the unit says 0."""
    return target - where(z > zero(z), one(z), zero(z))


@portable
def linear_change(z, target):
    """Widrow & Hoff 1960: t - z, for every example, also where the class is right already."""
    return target - z


@portable
def sigmoid_change(z, target):
    """The delta rule for a curved unit: (t - o) o (1 - o) with o = sigmoid(z), Rumelhart, Hinton & Williams 1986."""
    said = sigmoid(z)
    return (target - said) * said * (one(z) - said)


CHANGE = Switch({"perceptron": threshold_change, "delta": linear_change, "sigmoid": sigmoid_change})


@portable
def pass_over(kind, inputs, targets, order, border, rate, weights, totals, notes):
    """One unit meets every row once, in `order`: inputs (n, d) float64 without the 1, targets (n,) of 0 and 1.

    weights and totals (d + 1,): bias first, changed in place; `totals` gains the weights as they stand after every row,
    so totals / rows is the averaged perceptron (Freund & Schapire 1999). border: the z above which the answer is 1.
    notes (1,) gains the number of wrong answers, each given before its row was learned.
    """
    count, width = order.size, inputs.shape[1]
    for j in range(width + 1):
        totals[j] = totals[j] + like(weights[j], count) * weights[j]
    for k in range(count):
        row = order[k]
        z = weights[0]
        for j in range(width):
            z = z + inputs[row, j] * weights[j + 1]
        if where(z > border, one(z), zero(z)) != targets[row]:
            notes[0] = notes[0] + one(z)
        change = rate * CHANGE(kind, z, targets[row])
        if change != zero(z):
            rest = change * like(z, count - k)
            weights[0] = weights[0] + change
            totals[0] = totals[0] + rest
            for j in range(width):
                weights[j + 1] = weights[j + 1] + change * inputs[row, j]
                totals[j + 1] = totals[j + 1] + rest * inputs[row, j]
