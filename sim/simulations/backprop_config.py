"""What can be set in the step-through of backpropagation, and which numbers a config begins with.

A preset is a named set of the other settings. Two of them bring numbers of their own, chosen so that they can be
reckoned in the head: one gate whose sum is 2 and whose error is -1, and two shares of 30 and 70 percent. All others
draw weights as `sim.Network` does with the same seed; what the data are, `sim.simulations.backprop_data` tells.
"""

from dataclasses import replace

import numpy as np

from sim.activations import ACTIVATIONS
from sim.config import Config, Parameters
from sim.datasets import DATASETS
from sim.errors import ConfigError, quote
from sim.initialisers import INITIALISERS
from sim.losses import LOSSES
from sim.optimizers import OPTIMIZERS, SLOTS
from sim.params import Choice, Integer, Parameter, Real, Text
from sim.phrases import phrase

PIXELS, OWN = "pixels", "own"
MOST_LAYERS, MOST_UNITS, MOST_EXAMPLES, MOST_PASSES = 5, 16, 128, 20
SHARED = ("learning_rate", "momentum")
"""Hyperparameters with one slider for all optimizers; the others are dotted, as in "adam.beta1"."""
HIDDEN = tuple((key, entry.title) for key, entry in ACTIVATIONS.items() if entry.hidden)

PRESETS: dict[str, tuple[str, dict[str, object]]] = {
    "article": (
        "128 examples of 3 pixels",
        {
            "layers": "3 5 2", "n": 128, "data": PIXELS, "noise": 0.0, "activation": "sigmoid", "output": "sigmoid",
            "loss": "squared_error", "init": "uniform", "optimizer": "sgd", "learning_rate": 1.0,
        },
    ),
    "xor": (
        "XOR, four examples",
        {
            "layers": "2 4 1", "n": 4, "data": "xor", "noise": 0.0, "activation": "tanh", "output": "sigmoid",
            "loss": "cross_entropy", "init": "uniform", "optimizer": "sgd", "learning_rate": 1.0,
        },
    ),
    "neuron": (
        "One neuron",
        {
            "layers": "2 1", "n": 4, "data": "and", "noise": 0.0, "activation": "sigmoid", "output": "sigmoid",
            "loss": "squared_error", "init": "uniform", "optimizer": "sgd", "learning_rate": 1.0,
        },
    ),
    "gate": (
        "One gate",
        {
            "layers": "1 1", "n": 1, "data": PIXELS, "noise": 0.0, "activation": "relu", "output": "relu",
            "loss": "squared_error", "init": "uniform", "optimizer": "sgd", "learning_rate": 0.1,
        },
    ),
    "softmax": (
        "30 % monkey, 70 % sloth",
        {
            "layers": "1 2", "n": 1, "data": PIXELS, "noise": 0.0, "activation": "sigmoid", "output": "softmax",
            "loss": "cross_entropy", "init": "uniform", "optimizer": "sgd", "learning_rate": 1.0,
        },
    ),
}  # fmt: skip
MADE_OF = ("layers", "n", "data", "noise", "init")
"""What makes an example; functions, loss and optimizer can be changed on top of it."""
FIXED = ("layers", "n", "data")
"""What a preset with numbers of its own cannot do without."""


def read_layers(text: str) -> tuple[int, ...]:
    """Units of every layer, inputs first, from text such as "3 5 2". ConfigError for anything else."""
    words = text.replace(",", " ").split()
    for word in words:
        if not word.isascii() or not word.isdigit() or not 1 <= int(word[:9]) <= MOST_UNITS:
            raise ConfigError(
                phrase(
                    "Layers are whole numbers from 1 to {most_units} with blanks between, such as 3 5 2, not {word}.",
                    most_units=MOST_UNITS,
                    word=quote(word),
                )
            )
    if not 2 <= len(words) <= MOST_LAYERS + 1:
        raise ConfigError(
            phrase(
                "Layers are 2 to {most} numbers, inputs first and outputs last, such as 3 5 2, not {words}.",
                most=MOST_LAYERS + 1,
                words=len(words),
            )
        )
    return tuple(int(word) for word in words)


def own_parameters(key: str) -> tuple[Parameter, ...]:
    """The hyperparameters that only optimizer `key` has, under dotted names."""
    return tuple(
        replace(parameter, key=f"{key}.{parameter.key}")
        for parameter in OPTIMIZERS[key].parameters
        if parameter.key not in SHARED
    )


PARAMETERS = Parameters(
    (
        Choice(
            "preset", "Example", (*((key, title) for key, (title, _) in PRESETS.items()), (OWN, "Your own")),
            "article", live=False, help="A network and its data, ready to be walked through.",
        ),
        Text(
            "layers", "Layers", "3 5 2", reader=read_layers, live=False, most=40,
            help="Units of every layer, inputs first and outputs last: 3 5 2.",
        ),
        Integer(
            "n", "Examples", 1, MOST_EXAMPLES, MOST_EXAMPLES, log=True, live=False,
            help="How many examples go through together: the rows of all matrices but the weights.",
        ),
        Choice(
            "data", "Data", ((PIXELS, "Pixels"), *((key, entry.title) for key, entry in DATASETS.items())), PIXELS,
            live=False, help="What the examples are: random pixels, dark or bright, or a data set of the playground.",
        ),
        Real("noise", "Data noise", 0.0, 1.0, 0.0, digits=2, live=False, help="How far every input is displaced."),
        Choice("activation", "Activation", HIDDEN, "sigmoid", live=False, help="What a hidden unit makes of its sum."),
        Choice(
            "output", "Output", tuple((key, entry.title) for key, entry in ACTIVATIONS.items()), "sigmoid", live=False,
            help="What the outputs make of their sums.",
        ),
        Choice(
            "loss", "Loss", tuple((key, entry.title) for key, entry in LOSSES.items()), "squared_error", live=False,
            help="What learning makes small.",
        ),
        Choice(
            "init", "First weights", tuple((key, entry.title) for key, entry in INITIALISERS.items()), "uniform",
            live=False, help="Where the weights start. From zeros, hidden units stay alike for ever.",
        ),
        Choice(
            "optimizer", "Optimizer", tuple((key, entry.title) for key, entry in OPTIMIZERS.items()), "sgd",
            help="Which rule turns gradients into steps.",
        ),
        Real(
            "learning_rate", "Learning rate", 0.001, 1000.0, 1.0, symbol="η", log=True, role="grad",
            help="How far the update goes. Everything after it is worked out again at once.",
        ),
        Real(
            "momentum", "Momentum", 0.0, 0.999, 0.9, symbol="μ", role="vel",
            help="The share of its velocity that a weight keeps, for Momentum and Nesterov.",
        ),
        Integer("passes", "Passes", 1, MOST_PASSES, 3, help="How often the way forward and back is walked."),
        Integer("seed", "Seed", 0, 2**53, 0, live=False, help="Chooses the examples and the first weights."),
        *(parameter for key in OPTIMIZERS for parameter in own_parameters(key)),
    )
)  # fmt: skip
LEARNING = ("optimizer", *SHARED, *(parameter.key for key in OPTIMIZERS for parameter in own_parameters(key)))
"""The settings that act on the updates alone."""


def layers_of(config: Config) -> tuple[int, ...]:
    """Units of every layer, inputs first."""
    return read_layers(config["layers"])


def activations_of(config: Config) -> tuple[str, ...]:
    """The activation of every layer of weights."""
    return (*(config["activation"] for _ in layers_of(config)[2:]), config["output"])


def hyper_of(config: Config) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """The row h of the chosen optimizer."""
    row = np.zeros(4)
    for parameter in OPTIMIZERS[config["optimizer"]].parameters:
        key = parameter.key if parameter.key in SHARED else f"{config['optimizer']}.{parameter.key}"
        row[SLOTS[parameter.key]] = config[key]
    return row


def usual_rate(optimizer: str) -> float:
    """A learning rate with which the first updates can be seen and lower the loss."""
    return {"sgd": 1.0, "momentum": 0.3, "nesterov": 0.3, "adagrad": 0.1, "adadelta": 1.0}.get(optimizer, 0.03)


def has_own_numbers(config: Config) -> bool:
    """Whether the preset's own numbers fit what is set."""
    key = config["preset"]
    return key in ("gate", "softmax") and all(config[name] == PRESETS[key][1][name] for name in FIXED)


def arrange(config: Config, key: str) -> Config:
    """What else moves when the learner sets `key`: a preset brings everything along, data bring their sizes and a
    fitting output, sizes that do not fit them bring pixels, an output brings a loss that fits."""
    if key == "preset":
        return config if config["preset"] == OWN else config.replace(PRESETS[config["preset"]][1])
    if key == "optimizer":
        return config.replace(learning_rate=usual_rate(config["optimizer"]))
    if key in ("output", "loss"):
        return with_fitting_loss(config, key)
    if key == "data":
        config = with_data(config)
    if key == "layers":
        config = with_layers(config)
    return as_own(config, key)


def as_own(config: Config, key: str) -> Config:
    """No preset any more, where one of the things that make it was changed."""
    preset = config["preset"]
    if key not in MADE_OF or preset == OWN:
        return config
    values = PRESETS[preset][1]
    same = all(config[name] == values[name] for name in MADE_OF)
    return config if same else config.replace(preset=OWN)


def with_fitting_loss(config: Config, key: str) -> Config:
    """The one of output and loss that was not chosen, so that both fit."""
    fitting = LOSSES[config["loss"]].outputs
    if not fitting or config["output"] in fitting:
        return config
    return config.replace(output=fitting[0]) if key == "loss" else config.replace(loss="squared_error")


def ends_of(key: str) -> tuple[int, int] | None:
    """(inputs, outputs) of a data set; None where every size will do."""
    entry = DATASETS.get(key)
    if entry is None:
        return None
    return entry.inputs, entry.classes if entry.classes > 2 else 1


def with_data(config: Config) -> Config:
    """Sizes, noise and output that suit the data."""
    ends = ends_of(config["data"])
    if ends is None:
        return config.replace(noise=0.0)
    entry, hidden = DATASETS[config["data"]], layers_of(config)[1:-1]
    output = {0: "linear", 1: "sigmoid", 2: "sigmoid"}.get(entry.classes, "softmax")
    values: dict[str, object] = {
        "layers": " ".join(str(size) for size in (ends[0], *hidden, ends[1])),
        "n": min(entry.n, MOST_EXAMPLES), "noise": min(entry.noise, 1.0), "output": output,
        "loss": "squared_error" if entry.classes == 0 else "cross_entropy",
    }  # fmt: skip
    return config.replace(values)


def with_layers(config: Config) -> Config:
    """Pixels, where the data have other sizes than the layers now have."""
    ends, layers = ends_of(config["data"]), layers_of(config)
    return config if ends in (None, (layers[0], layers[-1])) else config.replace(data=PIXELS, noise=0.0)
