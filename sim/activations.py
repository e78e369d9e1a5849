"""What a unit makes of its weighted sum z: the table of activations, each value with its slope beside it.

A rule is `rule(z) -> (a, da/dz)` on numbers of any type (`sim.lanes`). Softmax is the one activation that needs its
whole layer: `sim.network_rules` has it, and it may stand at the output alone.

Adding an activation: a rule and an entry in ACTIVATIONS. The table-driven tests then test it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sim.elementary import sigmoid as logistic
from sim.elementary import tanh as hyperbolic_tangent
from sim.lanes import like, one, where, zero
from sim.portable import Switch, portable

LEAK = 0.01


@dataclass(frozen=True)
class Activation:
    """One entry of ACTIVATIONS. `rule` is (a, slope) of one unit; `hidden` tells whether hidden layers may have it."""

    key: str
    title: str
    rule: Callable[..., Any]
    formula: str
    about: str
    source: str
    hidden: bool = True


@portable
def step(z):
    """1 above 0, else 0. Its slope is 0 wherever there is one, so no gradient passes it."""
    return where(z > zero(z), one(z), zero(z)), zero(z)


@portable
def linear(z):
    """z itself."""
    return z, one(z)


@portable
def sigmoid(z):
    """1 / (1 + exp(-z)), with the slope a (1 - a)."""
    a = logistic(z)
    return a, a * (one(z) - a)


@portable
def tanh(z):
    """The hyperbolic tangent, with the slope 1 - a^2."""
    a = hyperbolic_tangent(z)
    return a, one(z) - a * a


@portable
def relu(z):
    """z above 0, else 0; NaN stays. At 0 the slope is 0, as in PyTorch."""
    return where(z < zero(z), zero(z), z), where(z > zero(z), one(z), zero(z))


@portable
def leaky_relu(z):
    """z above 0, else a hundredth of it."""
    slope = where(z > zero(z), one(z), like(z, LEAK))
    return z * slope, slope


ACTIVATIONS: dict[str, Activation] = {
    "step": Activation(
        key="step",
        title="Step",
        rule=step,
        formula="a = 1 if z > 0, else 0",
        about="Rosenblatt's threshold unit: yes or no. It has no slope, so nothing below it can learn from gradients.",
        source="McCulloch & Pitts 1943; Rosenblatt 1958",
    ),
    "linear": Activation(
        key="linear",
        title="Linear",
        rule=linear,
        formula="a = z",
        about="Hands its sum on. Layers of such units are together no more than one layer.",
        source="Widrow & Hoff 1960",
    ),
    "sigmoid": Activation(
        key="sigmoid",
        title="Sigmoid",
        rule=sigmoid,
        formula="a = 1 / (1 + e⁻ᶻ)",
        about="A soft threshold between 0 and 1; far from 0 its slope vanishes.",
        source="Rumelhart, Hinton & Williams 1986",
    ),
    "tanh": Activation(
        key="tanh",
        title="tanh",
        rule=tanh,
        formula="a = (eᶻ − e⁻ᶻ) / (eᶻ + e⁻ᶻ)",
        about="A soft threshold between −1 and 1, steep and symmetric around 0.",
        source="LeCun 1989",
    ),
    "relu": Activation(
        key="relu",
        title="ReLU",
        rule=relu,
        formula="a = max(0, z)",
        about="Lets what is positive through. A unit whose sum is always negative is dead: it never learns again.",
        source="Fukushima 1969; Nair & Hinton 2010",
    ),
    "leaky_relu": Activation(
        key="leaky_relu",
        title="Leaky ReLU",
        rule=leaky_relu,
        formula="a = z if z > 0, else 0.01 z",
        about="ReLU with a small slope below 0, so that no unit dies.",
        source="Maas, Hannun & Ng 2013",
    ),
    "softmax": Activation(
        key="softmax",
        title="Softmax",
        rule=linear,
        formula="aₖ = e^(zₖ) / Σⱼ e^(zⱼ)",
        about="Turns the sums of a layer into shares that add up to 1: the probabilities of the classes.",
        source="Bridle 1990",
        hidden=False,
    ),
}

ACTIVATE = Switch({key: activation.rule for key, activation in ACTIVATIONS.items()})
SOFTMAX = ACTIVATE.index("softmax")
