"""Networks for a notebook: make one, train it, ask it.

    network = sim.Network(layers=(2, 4, 1), activation="tanh", output="sigmoid", loss="cross_entropy")
    history = sim.train(network, x, y, optimizer="adam", hyper={"learning_rate": 0.03}, epochs=500)
    history.loss[-1], history.weights[0]

Everything is float64, and a seed fixes every digit. What a window shows of a network comes from the same arrays
(`sim.network_training`).
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.errors import ConfigError, quote, unknown
from sim.given_numbers import finite, whole
from sim.initialisers import INITIALISERS, draw_parameters
from sim.losses import check_loss
from sim.network_plan import OUTPUTS, Plan, check_layers, join, layer_activations, make_plan, numbers, split
from sim.network_training import Settings, advance, begin, evaluate, lay_out, settings_of, steps_per_epoch
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase

Row = NDArray[np.float64]

MOST_EXAMPLES = 10_000_000
MOST_EPOCHS = 10_000_000
LARGEST_SEED = 2**64 - 1
MOST_DROPOUT = 0.99
LARGEST_PENALTY = 1e6


@dataclass(eq=False)
class Network:
    """Dense layers with their parameters. `weights` and `biases` may be changed; training works on a copy.

    layers: inputs, hidden units .., outputs. activation: one name for all hidden layers, or one for each. weights: an
    array (n_in, n_out) for each layer; biases: (n_out,).
    """

    layers: Sequence[int] = (2, 4, 1)
    activation: str | Sequence[str] = "tanh"
    output: str = "sigmoid"
    loss: str = "cross_entropy"
    init: str = "glorot"
    seed: int = 0
    weights: list[Row] = field(init=False, repr=False)
    biases: list[Row] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self.layers = check_layers(self.layers)
        self.seed = whole("seed", self.seed, LARGEST_SEED)
        if not isinstance(self.init, str) or self.init not in INITIALISERS:
            raise unknown("initialiser", self.init, INITIALISERS)
        self.weights, self.biases = split(self.plan, draw_parameters(self.init, self.layers, self.seed)[0])
        check_loss(self.loss, self.output)

    @property
    def plan(self) -> Plan:
        """How it lies in memory (`sim.network_plan`)."""
        return make_plan(self.layers, layer_activations(self.layers, self.activation, self.output))

    @property
    def parameters(self) -> Row:
        """Weights and biases as one row, checked."""
        return join(self.plan, self.weights, self.biases)

    def outputs(self, x: ArrayLike) -> Row:
        """What it answers, (examples, outputs)."""
        inputs = rows_of(x, self.layers[0], "x")
        targets = np.zeros((len(inputs), self.layers[-1]))
        _, units = evaluate(self.plan, "squared_error", self.parameters, lay_out(inputs, targets))
        return np.ascontiguousarray(units[self.plan[-1, OUTPUTS] :].T)


@dataclass(frozen=True, eq=False)
class History:
    """What became of a training.

    loss: after each epoch, the mean over all examples, without penalties and with no unit dropped, (epochs,); NaN
    after the numbers ended. ended: the update (counted from 0) that left the finite numbers, or None. solved: whether
    every example is right in the end.
    """

    loss: Row
    weights: list[Row]
    biases: list[Row]
    ended: int | None
    solved: bool


def rows_of(values: ArrayLike, width: int, name: str) -> Row:
    """`values` as a finite float64 array (examples, width); a flat one is a column where width is 1."""
    array = numbers(values, name)
    if array.ndim == 1 and width == 1:
        array = array[:, None]
    if array.ndim != 2 or array.shape[1] != width:
        raise ConfigError(
            phrase(
                "{name} must have the shape (examples, {width}), not {shape}.",
                name=name,
                width=width,
                shape=str(array.shape),
            )
        )
    if not 0 < len(array) <= MOST_EXAMPLES:
        raise ConfigError(
            phrase(
                "{name} must have 1 to {most_examples} examples, not {array}.",
                name=name,
                most_examples=MOST_EXAMPLES,
                array=len(array),
            )
        )
    return array


def check_examples(network: Network, x: ArrayLike, y: ArrayLike) -> tuple[Row, Row]:
    """x and y as arrays that fit the network and its loss; ConfigError if they do not."""
    if not isinstance(network, Network):
        raise ConfigError(phrase("network must be a sim.Network, not {network}.", network=quote(network)))
    inputs, targets = rows_of(x, network.layers[0], "x"), rows_of(y, network.layers[-1], "y")
    if len(inputs) != len(targets):
        raise ConfigError(
            phrase(
                "x has {inputs} examples and y {targets}; they must be as many.",
                inputs=len(inputs),
                targets=len(targets),
            )
        )
    if network.loss != "squared_error" and not ((targets >= 0.0) & (targets <= 1.0)).all():
        raise ConfigError(phrase("The loss {loss} needs targets from 0 to 1 in y.", loss=quote(network.loss)))
    if network.loss == "cross_entropy" and network.output == "softmax" and not np.allclose(targets.sum(axis=1), 1.0):
        raise ConfigError("Cross-entropy behind a softmax needs targets that add up to 1 in each row of y.")
    return inputs, targets


def check_share(name: str, value: object, most: float) -> float:
    """A number from 0 to `most`; ConfigError for anything else."""
    number = finite(name, value)
    if not 0.0 <= number <= most:
        raise ConfigError(
            phrase("{name} must be from 0 to {most}, not {value}.", name=name, most=f"{most:g}", value=quote(value))
        )
    return float(number)


def check_dropout(dropout: object, layers: int) -> dict[str, Any]:
    """`dropout` as settings: one rate for all hidden layers, or a row of rates, first that of the inputs."""
    is_row = isinstance(dropout, Iterable) and not isinstance(dropout, str | bytes | Mapping | Set)
    if not is_row or getattr(dropout, "ndim", 1) == 0:
        return {"dropout": check_share("dropout", dropout, MOST_DROPOUT)}
    rates = tuple(check_share("dropout", rate, MOST_DROPOUT) for rate in cast(Iterable[object], dropout))
    if len(rates) != layers:
        raise ConfigError(
            phrase(
                "dropout is one rate for all hidden layers, or {layers}: that of the inputs, then one for each of the "
                "{hidden} hidden layers; not {rates}.",
                layers=layers,
                hidden=layers - 1,
                rates=len(rates),
            )
        )
    return {"dropout_input": rates[0], "dropout_layers": rates[1:]}


def check_settings(
    network: Network, optimizer: str, hyper: Mapping[str, float] | None, batch: int, l1: float, l2: float,
    dropout: float | Sequence[float], **others: Any,
) -> Settings:  # fmt: skip
    """Settings from what a notebook gives; ConfigError names what cannot be."""
    if hyper is not None and not isinstance(hyper, Mapping):
        raise ConfigError("hyper must be a dictionary, such as {'learning_rate': 0.01}.")
    if not isinstance(optimizer, str):
        raise unknown("optimizer", optimizer, OPTIMIZERS)
    if not isinstance(others.get("curve", ""), str):
        raise ConfigError("momentum_curve must be a text such as '0:0.5 100:0.9'.")
    penalties = {name: check_share(name, value, LARGEST_PENALTY) for name, value in (("l1", l1), ("l2", l2))}
    falls_out = check_dropout(dropout, len(network.layers) - 1)
    size = whole("batch", batch, MOST_EXAMPLES)
    if size < 1:
        raise ConfigError("batch must be at least 1.")
    return settings_of(optimizer, hyper or {}, batch=size, **penalties, **falls_out, **others)


def right_answers(outputs: NDArray[Any], y: Row) -> NDArray[np.bool_]:
    """Which examples are right: outputs (.., examples, outputs), y (examples, outputs).

    One output: on the right side of the middle between the smallest and the largest target. Several: the largest is
    the right one.
    """
    finite_ones = np.isfinite(outputs).all(axis=-1)
    if y.shape[1] > 1:
        right = outputs.argmax(axis=-1) == y.argmax(axis=-1)
    else:
        middle = (y.min() + y.max()) / 2.0
        right = (outputs[..., 0] > middle) == (y[:, 0] > middle)
    answers: NDArray[np.bool_] = right & finite_ones
    return answers


def train(
    network: Network,
    x: ArrayLike,
    y: ArrayLike,
    optimizer: str = "adam",
    hyper: Mapping[str, float] | None = None,
    batch: int = 10,
    epochs: int = 100,
    l1: float = 0.0,
    l2: float = 0.0,
    dropout: float | Sequence[float] = 0.0,
    seed: int = 0,
    shuffle: bool = True,
    momentum_schedule: str = "constant",
    momentum_curve: str = "",
    l1_by_slope: bool = False,
) -> History:
    """Train a copy of `network` on x (examples, inputs) and y (examples, outputs).

    hyper: hyperparameters of the optimizer (learning_rate momentum rho beta1 beta2 eps); those left out are its own.
    l2 adds l2/2 sum w^2 to the loss; l1 is a soft threshold by learning_rate * l1 after each update (with l1_by_slope
    a part of the gradient, which leaves no weight at 0); biases go free; `sim.penalties` tells what l1 means to which
    optimizer. dropout: the probability with which a hidden unit falls out, or a row of them: of an input, then of a
    unit of each hidden layer. seed: order of the examples and dropout. Training stops at the first update that leaves
    the finite numbers. ConfigError names what cannot be.
    """
    x, y = check_examples(network, x, y)
    count = whole("epochs", epochs, MOST_EPOCHS)
    per_epoch = steps_per_epoch(len(x), whole("batch", batch, MOST_EXAMPLES))
    settings = check_settings(
        network, optimizer, hyper, batch, l1, l2, dropout, shuffle=bool(shuffle), schedule=momentum_schedule,
        curve=momentum_curve, horizon=per_epoch * count, l1_by_slope=bool(l1_by_slope),
    )  # fmt: skip
    plan, examples, loss = network.plan, lay_out(x, y), np.full(count, np.nan)
    training = begin(plan, network.loss, network.parameters, x, y, whole("seed", seed, LARGEST_SEED))
    for epoch in range(count):
        advance(training, settings, per_epoch)
        loss[epoch] = evaluate(plan, network.loss, training.parameters, examples)[0].mean()
        if training.ended is not None:
            break
    _, units = evaluate(plan, network.loss, training.parameters, examples)
    weights, biases = split(plan, training.parameters)
    solved = bool(right_answers(units[plan[-1, OUTPUTS] :].T, y).all())
    return History(loss, weights, biases, training.ended, solved)
