"""How wrong an output is: the table of losses, each value with its derivative beside it.

Losses are summed over the outputs of an example and averaged over the examples of a batch. A rule computes with one
output: its weighted sum z, its activation a with slope da/dz, and the target y.

* `value(z, a, y)`: its part of the loss. Cross-entropy reads z, because log(1 - a) loses all digits where a is near 1;
* `delta(a, slope, y)`: dloss/dz. Where the slope of the output cancels (sigmoid or softmax with cross-entropy), the
  derivative is written in its cancelled form a - y.

Softmax outputs need their whole layer; `sim.network_rules` has their form of both.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sim.elementary import absolute, exp, log, maximum
from sim.errors import ConfigError, listing, quote, unknown
from sim.lanes import like, one, zero
from sim.phrases import phrase
from sim.portable import Switch, portable


@dataclass(frozen=True)
class Loss:
    """One entry of LOSSES. `outputs` are the activations of the output layer that it fits; () means every one."""

    key: str
    title: str
    value: Callable[..., Any]
    delta: Callable[..., Any]
    outputs: tuple[str, ...]
    formula: str
    about: str
    source: str


@portable
def squared_error(z, a, y):
    """Half the squared difference."""
    return like(a, 0.5) * (a - y) * (a - y)


@portable
def squared_error_delta(a, slope, y):
    """(a - y) da/dz."""
    return (a - y) * slope


@portable
def cross_entropy(z, a, y):
    """-y log a - (1 - y) log(1 - a) of a sigmoid output, from z: max(z, 0) - z y + log(1 + exp(-|z|))."""
    return maximum(z, zero(z)) - z * y + log(one(z) + exp(-absolute(z)))


@portable
def difference(a, slope, y):
    """a - y: the derivative of cross-entropy behind a sigmoid or a softmax, and the perceptron's correction."""
    return a - y


@portable
def perceptron(z, a, y):
    """(a - y) z: how far the sum of a unit that is wrong lies on the wrong side; 0 for one that is right."""
    return (a - y) * z


LOSSES: dict[str, Loss] = {
    "squared_error": Loss(
        key="squared_error",
        title="Squared error",
        value=squared_error,
        delta=squared_error_delta,
        outputs=(),
        formula="½ Σ (a − y)²",
        about="Punishes large errors most. Behind a saturated sigmoid its gradient vanishes, however wrong the output.",
        source="Legendre 1805; Widrow & Hoff 1960",
    ),
    "cross_entropy": Loss(
        key="cross_entropy",
        title="Cross-entropy",
        value=cross_entropy,
        delta=difference,
        outputs=("sigmoid", "softmax"),
        formula="−Σ y ln a + (1 − y) ln(1 − a);  softmax: −Σ y ln a",
        about="The surprise at the right answer. Its gradient a − y stays strong where the output is sure and wrong.",
        source="Solla, Levin & Fleisher 1988; Bridle 1990",
    ),
    "perceptron": Loss(
        key="perceptron",
        title="Perceptron",
        value=perceptron,
        delta=difference,
        outputs=("step",),
        formula="Σ (a − y) z",
        about="Zero for a right answer. Its gradient is Rosenblatt's rule: only mistakes change the weights.",
        source="Rosenblatt 1958",
    ),
}

LOSS_VALUE = Switch({key: loss.value for key, loss in LOSSES.items()})
LOSS_DELTA = Switch({key: loss.delta for key, loss in LOSSES.items()})
CROSS_ENTROPY = LOSS_VALUE.index("cross_entropy")


def check_loss(loss: str, output: str) -> None:
    """ConfigError for an unknown loss, or one that does not fit the activation of the output layer."""
    if loss not in LOSSES:
        raise unknown("loss", loss, LOSSES)
    fitting = LOSSES[loss].outputs
    if fitting and output not in fitting:
        raise ConfigError(
            phrase(
                "The loss {loss} needs outputs of the kind {fitting}, not {output}; squared_error fits every output.",
                loss=quote(loss),
                fitting=listing(fitting),
                output=quote(output),
            )
        )
