"""The table of optimizers: their rules, parameters and defaults, and what a learner should know about each.

The mathematics and the differences between implementations are told in full in `sim.optimizer_rules`. A default here is
the literature's or PyTorch's value, named in its help; a rate that is fair on one landscape is in `Surface.rates`.

Adding an optimizer: a rule (and perhaps a look-ahead) in `sim.optimizer_rules`, an entry in OPTIMIZERS, and a rate in
every surface. The table-driven tests then test it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim import optimizer_rules as rules
from sim.errors import unknown
from sim.numerals import write_short
from sim.params import Real
from sim.phrases import phrase
from sim.portable import Switch

Rule = Callable[..., Any]

SLOTS = {"learning_rate": 0, "momentum": 1, "rho": 1, "beta1": 1, "beta2": 2, "eps": 3}
"""Where each hyperparameter stands in the row h of the rules."""


@dataclass(frozen=True)
class Optimizer:
    """One entry of OPTIMIZERS. `parameters` are the hyperparameters it has, with the default of each."""

    key: str
    title: str
    update: Rule
    look_ahead: Rule
    parameters: tuple[Real, ...]
    formula: str
    about: str
    source: str
    differences: str


def hyper_row(key: str, **values: float) -> NDArray[np.float64]:
    """The row h of optimizer `key`, shape (4,): its defaults, overridden by `values`; 0 in slots it does not use.

    Raises ConfigError for an unknown optimizer or hyperparameter (naming the legal ones) and for a value out of range.
    """
    if key not in OPTIMIZERS:
        raise unknown("optimizer", key, OPTIMIZERS)
    parameters = {parameter.key: parameter for parameter in OPTIMIZERS[key].parameters}
    for name in values:
        if name not in parameters:
            raise unknown(phrase("hyperparameter of {key}", key=key), name, parameters)
    row = np.zeros(4)
    for name, parameter in parameters.items():
        row[SLOTS[name]] = parameter.check(values.get(name, parameter.default))
    return row


def learning_rate(default: float, origin: str) -> Real:
    """The learning rate, with the same range for all, so that one slider can set every racer's."""
    help_text = phrase(
        "How far a step goes for a given gradient. Default {default}: {origin}.",
        default=write_short(default),
        origin=origin,
    )
    return Real(
        "learning_rate", "Learning rate", 1e-5, 100.0, default, symbol="η", help=help_text, log=True, role="grad"
    )


def momentum() -> Real:
    """The share of the velocity that survives a step."""
    help_text = "The share of the velocity that survives a step; 0 forgets it at once. Default 0.9: common use."
    return Real("momentum", "Momentum", 0.0, 0.999, 0.9, symbol="μ", help=help_text, role="vel")


def rho(default: float, origin: str) -> Real:
    """The memory of the running mean of squared gradients."""
    help_text = phrase(
        "How slowly the running mean of squared gradients forgets. Default {default}: {origin}.",
        default=write_short(default),
        origin=origin,
    )
    return Real("rho", "Memory", 0.0, 0.999, default, symbol="ρ", help=help_text)


def beta1() -> Real:
    """Adam's memory of gradients."""
    help_text = "How slowly the running mean of gradients forgets. Default 0.9: Kingma & Ba 2015."
    return Real("beta1", "Memory of gradients", 0.0, 0.999, 0.9, symbol="β₁", help=help_text, role="vel")


def beta2() -> Real:
    """Adam's memory of squared gradients."""
    help_text = "How slowly the running mean of squared gradients forgets. Default 0.999: Kingma & Ba 2015."
    return Real("beta2", "Memory of squares", 0.0, 0.9999, 0.999, symbol="β₂", help=help_text, digits=4)


def eps(default: float, origin: str) -> Real:
    """The small number that keeps a division finite."""
    help_text = phrase(
        "Keeps the division finite where gradients are tiny. Default {default}: {origin}.",
        default=write_short(default),
        origin=origin,
    )
    return Real("eps", "Epsilon", 1e-12, 0.1, default, symbol="ε", help=help_text, log=True)


OPTIMIZERS: dict[str, Optimizer] = {
    "sgd": Optimizer(
        key="sgd",
        title="SGD",
        update=rules.sgd,
        look_ahead=rules.stay,
        parameters=(learning_rate(0.001, "PyTorch"),),
        formula="θ ← θ − η g",
        about="A step straight down the gradient, as long as the gradient is steep.",
        source="Robbins & Monro 1951",
        differences="The same in PyTorch and Keras.",
    ),
    "momentum": Optimizer(
        key="momentum",
        title="Momentum",
        update=rules.momentum,
        look_ahead=rules.stay,
        parameters=(learning_rate(0.001, "PyTorch"), momentum()),
        formula="v ← μ v − η g,  θ ← θ + v",
        about="A heavy ball: the gradient pushes a velocity, and the velocity moves the ball.",
        source="Polyak 1964; Sutskever et al. 2013, equations 1 and 2",
        differences="PyTorch keeps η outside the velocity: the same path while η is constant.",
    ),
    "nesterov": Optimizer(
        key="nesterov",
        title="Nesterov",
        update=rules.nesterov,
        look_ahead=rules.jump_ahead,
        parameters=(learning_rate(0.001, "PyTorch"), momentum()),
        formula="v ← μ v − η g(θ + μ v),  θ ← θ + v",
        about="Momentum that looks at the gradient where its velocity will carry it: jump first, then correct.",
        source="Nesterov 1983; Sutskever et al. 2013, equations 3 and 4",
        differences="PyTorch and Keras store the look-ahead point instead of θ.",
    ),
    "adagrad": Optimizer(
        key="adagrad",
        title="Adagrad",
        update=rules.adagrad,
        look_ahead=rules.stay,
        parameters=(learning_rate(0.01, "PyTorch"), eps(1e-10, "PyTorch")),
        formula="s ← s + g²,  θ ← θ − η g / (√s + ε)",
        about="Divides by the size of all gradients so far: bold at first, ever shorter steps later.",
        source="Duchi, Hazan & Singer 2011, figure 1",
        differences="As PyTorch. Keras starts s at 0.1 and puts ε inside the root.",
    ),
    "adadelta": Optimizer(
        key="adadelta",
        title="Adadelta",
        update=rules.adadelta,
        look_ahead=rules.stay,
        parameters=(learning_rate(1.0, "the paper has none"), rho(0.95, "Zeiler 2012"), eps(1e-6, "Zeiler 2012")),
        formula="s ← ρ s + (1−ρ) g²,  d ← g √(u+ε) / √(s+ε),  u ← ρ u + (1−ρ) d²,  θ ← θ − η d",
        about="Measures its own recent steps and needs no rate, but starts as slowly as ε says.",
        source="Zeiler 2012, algorithm 1",
        differences="As PyTorch, whose ρ is 0.9. Keras multiplies the steps by 0.001.",
    ),
    "rmsprop": Optimizer(
        key="rmsprop",
        title="RMSprop",
        update=rules.rmsprop,
        look_ahead=rules.stay,
        parameters=(learning_rate(0.01, "PyTorch"), rho(0.9, "Hinton's slide"), eps(1e-8, "PyTorch")),
        formula="s ← ρ s + (1−ρ) g²,  θ ← θ − η g / (√s + ε)",
        about="Divides by the size of recent gradients: steep or flat, every step is about as long.",
        source="Tieleman & Hinton 2012, lecture 6e",
        differences="As PyTorch, whose ρ is 0.99. Keras and TensorFlow put ε inside the root.",
    ),
    "adam": Optimizer(
        key="adam",
        title="Adam",
        update=rules.adam,
        look_ahead=rules.stay,
        parameters=(learning_rate(0.001, "Kingma & Ba 2015"), beta1(), beta2(), eps(1e-8, "Kingma & Ba 2015")),
        formula="m ← β₁ m + (1−β₁) g,  v ← β₂ v + (1−β₂) g²,  θ ← θ − η m̂ / (√v̂ + ε)",
        about="RMSprop with momentum, and with the bias of the first steps taken out.",
        source="Kingma & Ba 2015, algorithm 1",
        differences="As PyTorch. Keras adds ε before the bias is taken out.",
    ),
}

UPDATE = Switch({key: optimizer.update for key, optimizer in OPTIMIZERS.items()})
LOOK_AHEAD = Switch({key: optimizer.look_ahead for key, optimizer in OPTIMIZERS.items()})
