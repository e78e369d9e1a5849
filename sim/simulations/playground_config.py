"""What can be set in the playground, and what a config means: which data, which unit or network, how it learns.

One table serves both modes. In the mode "unit" three learners meet one point per step; in the mode "network" a dense
network makes one update per step. What the learner made by hand (points, weights, a line) is not part of the config:
those are edits.
"""

from dataclasses import replace

from sim.activations import ACTIVATIONS
from sim.config import Config, Parameters
from sim.datasets import DATASETS, FEATURES
from sim.errors import ConfigError, quote, unknown
from sim.initialisers import INITIALISERS
from sim.losses import LOSSES
from sim.numerals import read_number
from sim.optimizers import OPTIMIZERS
from sim.params import Choice, Flag, Integer, Parameter, Real, Text
from sim.perceptron import LEARNERS
from sim.phrases import lowered, phrase
from sim.schedules import SCHEDULES, read_curve

UNIT, NETWORK = "unit", "network"
OWN, DIGITS, TABLE = "own", "digits", "table"
ROWS = (DIGITS, TABLE)
"""Data that are no plane: only one unit, or one unit per class, learns them."""
MOST_HIDDEN_LAYERS, MOST_HIDDEN_UNITS = 12, 64
FIRST_CURVE = "0:0.5 100:0.5 101:0.9"
SHARED = ("learning_rate", "momentum")
"""Hyperparameters with one slider for all optimizers; the others are dotted, as in "adam.beta1"."""
CALM_DELTA = {"outliers": 0.001}
"""Learning rates of the linear unit where points lie so far out that its usual one would explode."""
PLANE = tuple(key for key, entry in DATASETS.items() if entry.classes == 2 and entry.inputs == 2)


def read_layers(text: str) -> tuple[int, ...]:
    """Hidden layers from text such as "4 2"; nothing means none. ConfigError for anything else."""
    sizes = []
    for word in text.replace(",", " ").split():
        if not word.isascii() or not word.isdigit() or not 1 <= int(word) <= MOST_HIDDEN_UNITS:
            raise ConfigError(
                phrase(
                    "Hidden layers are whole numbers from 1 to {most_hidden_units} with blanks between, "
                    "such as 4 2, not {word}.",
                    most_hidden_units=MOST_HIDDEN_UNITS,
                    word=quote(word),
                )
            )
        sizes.append(int(word))
    if len(sizes) > MOST_HIDDEN_LAYERS:
        raise ConfigError(
            phrase(
                "There may be up to {most_hidden_layers} hidden layers, not {sizes}.",
                most_hidden_layers=MOST_HIDDEN_LAYERS,
                sizes=len(sizes),
            )
        )
    return tuple(sizes)


def read_activations(text: str) -> tuple[str, ...]:
    """One activation per hidden layer, from text such as "tanh relu"; nothing means the same for all."""
    names = tuple(text.replace(",", " ").split())
    known = [key for key, entry in ACTIVATIONS.items() if entry.hidden]
    for name in names:
        if name not in known:
            raise unknown("activation of a hidden layer", name, known)
    return names


def read_features(text: str) -> tuple[str, ...]:
    """Input features from text such as "x1 x2 x1_x2", in the order of FEATURES, each once."""
    names = text.replace(",", " ").split()
    for name in names:
        if name not in FEATURES:
            raise unknown("input feature", name, FEATURES)
    if not names:
        raise ConfigError("A network needs at least one input feature.")
    return tuple(key for key in FEATURES if key in names)


def read_weights(text: str) -> tuple[float, ...]:
    """Bias and weights of a unit, from text such as "0 1 -1"; nothing means zeros."""
    try:
        numbers = tuple(float(read_number(word)) for word in text.split())
    except ValueError:
        raise ConfigError(
            phrase("Bias and weights must be numbers with blanks between, not {text}.", text=quote(text))
        ) from None
    if len(numbers) not in (0, 3):
        raise ConfigError(
            phrase("A unit here has a bias and two weights, three numbers, not {numbers}.", numbers=len(numbers))
        )
    if not all(abs(number) <= 1e6 for number in numbers):
        raise ConfigError("Bias and weights must be numbers from -1,000,000 to 1,000,000.")
    return numbers


def titles(table: object) -> tuple[tuple[str, str], ...]:
    """The options of a Choice out of a registry."""
    return tuple((key, entry.title) for key, entry in table.items())  # type: ignore[attr-defined]


def own_parameters(key: str) -> tuple[Parameter, ...]:
    """The hyperparameters that only optimizer `key` has, under dotted names."""
    return tuple(
        replace(parameter, key=f"{key}.{parameter.key}")
        for parameter in OPTIMIZERS[key].parameters
        if parameter.key not in SHARED
    )


def learner_parameters(key: str) -> tuple[Parameter, ...]:
    """Whether one of the three learners is shown, and its own learning rate."""
    learner = LEARNERS[key]
    return (
        Flag(f"{key}.on", learner.title, True, help=learner.about),
        Real(
            f"{key}.learning_rate", learner.title, 1e-5, 100.0, learner.rate, symbol="η", log=True, role="grad",
            help=phrase("The learning rate of the {title}.", title=lowered(learner.title)),
        ),
    )  # fmt: skip


DATA: tuple[Parameter, ...] = (
    Choice(
        "dataset", "Data",
        (*titles(DATASETS), (OWN, "Your own"), (DIGITS, "Handwritten digits"), (TABLE, "100,000 rows")),
        "xor", live=False, help="What is to be learned. Another set begins a new run.",
    ),
    Integer("n", "Points", 2, 10_000, 4, log=True, help="How many points are drawn from the data set."),
    Real("noise", "Data noise", 0.0, 1.0, 0.0, digits=2, help="How far every point is displaced; it acts at once."),
    Real("gap", "Gap", 0.005, 0.6, 0.3, log=True, help="How far apart the two halves are; it acts at once."),
    Real(
        "label_noise", "Wrong labels", 0.0, 1.0, 0.0, digits=2,
        help="The share of the training points that get another point's label; the test keeps the true ones.",
    ),
    Integer("data_seed", "Points drawn with", 0, 2**53, 0, help="Another number draws other points of the same kind."),
    Real("test_share", "Kept for the test", 0.0, 0.9, 0.0, digits=2, help="The share that nobody learns from."),
    Flag(
        "peers", "Playground's constants", False, live=False,
        help="Points as TensorFlow Playground makes them, for the sets that it has.",
    ),
    Integer("bits", "Inputs", 2, 8, 3, live=False, help="How many inputs parity has."),
    Text(
        "features", "Input features", "x1 x2", reader=read_features, live=False,
        help="What the network is told of a point: its coordinates, their squares, product or sines.",
    ),
)  # fmt: skip

SHAPE: tuple[Parameter, ...] = (
    Text("layers", "Hidden layers", "2", reader=read_layers, live=False, help="Units of each hidden layer: 4 2."),
    Choice(
        "activation", "Activation",
        tuple((key, entry.title) for key, entry in ACTIVATIONS.items() if entry.hidden), "tanh", live=False,
        help="What a hidden unit makes of its sum.",
    ),
    Text(
        "layer_activations", "Activation per layer", "", reader=read_activations, live=False,
        help="One activation for each hidden layer, such as tanh relu; empty: the same for all.",
    ),
    Choice("output", "Output", titles(ACTIVATIONS), "sigmoid", live=False, help="What the outputs make of their sums."),
    Choice("loss", "Loss", titles(LOSSES), "cross_entropy", live=False, help="What learning makes small."),
    Choice("init", "First weights", titles(INITIALISERS), "uniform", live=False, help="Where the weights start."),
    Choice(
        "precision", "Precision", (("float64", "64 bits"), ("float32", "32 bits")), "float64", live=False,
        help="32 bits are twice as fast. Networks of more than 4,096 weights always have 32.",
    ),
)  # fmt: skip

LEARNING: tuple[Parameter, ...] = (
    Choice("optimizer", "Optimizer", titles(OPTIMIZERS), "momentum", help="Which rule turns gradients into steps."),
    Real(
        "learning_rate", "Learning rate", 1e-5, 10.0, 0.1, symbol="η", log=True, role="grad",
        help="How far each update goes. It acts at once, without a restart.",
    ),
    Real(
        "momentum", "Momentum", 0.0, 0.999, 0.9, symbol="μ", role="vel",
        help="The share of its velocity that a weight keeps, for Momentum and Nesterov.",
    ),
    Real(
        "dropout", "Dropout", 0.0, 0.9, 0.0, symbol="p", digits=2,
        help="The chance with which each hidden unit is left out of an update.",
    ),
    Real(
        "l1", "L1 penalty", 0.0, 0.1, 0.0, symbol="λ₁", digits=4,
        help="Takes the same amount from every weight: small ones become exactly 0.",
    ),
    Real(
        "l2", "L2 penalty", 0.0, 0.1, 0.0, symbol="λ₂", digits=4,
        help="Takes a share of every weight: all become small, none exactly 0.",
    ),
    Integer("batch", "Batch", 1, 1000, 10, log=True, help="How many examples each update looks at."),
    Flag("shuffle", "Shuffle", True, help="Deal the examples anew for every epoch."),
    Choice(
        "momentum_schedule", "Momentum schedule", titles(SCHEDULES), "constant",
        help="Whether momentum is held back at the start of the run.",
    ),
    Text(
        "momentum_curve", "Momentum curve", FIRST_CURVE, reader=read_curve,
        help="The drawn schedule as pairs update:value.",
    ),
    Choice(
        "stop", "Stop", (("never", "Never"), ("epochs", "Epochs"), ("accuracy", "All right"), ("loss", "Loss")),
        "never", help="When the run pauses by itself.",
    ),
    Integer("stop_epoch", "Stop after epoch", 1, 1_000_000, 1000, log=True, help="The run pauses after this epoch."),
    Real("stop_loss", "Stop below loss", 1e-6, 1.0, 0.01, log=True, help="The run pauses when the loss is below."),
    Integer(
        "twins", "Twins", 1, 10_000, 1, log=True, live=False,
        help="How many networks train at once, alike but for their first weights; the first is the one you see.",
    ),
)  # fmt: skip

ONE_UNIT: tuple[Parameter, ...] = (
    Real(
        "rate_factor", "Learning rate", 0.01, 100.0, 1.0, symbol="× η", log=True, role="grad",
        help="Multiplies the learning rate of every learner.",
    ),
    Choice(
        "order", "Order of the points", (("turn", "In turn"), ("shuffled", "Shuffled")), "turn",
        help="Whether each pass meets the points in the same order. Only then can a circle be proved.",
    ),
    Text(
        "start_weights", "Bias and weights at first", "", reader=read_weights, live=False,
        help="Bias and two weights of every learner before the first point; empty: zeros.",
    ),
)  # fmt: skip

PARAMETERS = Parameters(
    (
        Choice(
            "mode", "Mode", ((UNIT, "One unit"), (NETWORK, "Network")), UNIT, live=False,
            help="One unit with three learning rules, or a network with hidden layers.",
        ),
        *DATA,
        *SHAPE,
        *LEARNING,
        *ONE_UNIT,
        Integer("seed", "Seed", 0, 2**53, 0, help="Chooses first weights, the order of the examples, and dropout."),
        *(parameter for key in OPTIMIZERS for parameter in own_parameters(key)),
        *(parameter for key in LEARNERS for parameter in learner_parameters(key)),
    )
)  # fmt: skip
LOOKS = tuple(f"{key}.on" for key in LEARNERS)
"""The settings that change what is drawn, and never the run."""


def datasets_of(mode: str) -> tuple[str, ...]:
    """The data sets that a mode can learn."""
    if mode == UNIT:
        return (*PLANE, OWN, *ROWS)
    return (*DATASETS, OWN)


def hidden_of(config: Config) -> tuple[int, ...]:
    """Units of the hidden layers."""
    return read_layers(config["layers"])


def activations_of(config: Config) -> tuple[str, ...]:
    """The activation of every layer, the output's last. A missing one is the common activation."""
    hidden, own = hidden_of(config), read_activations(config["layer_activations"])
    common = config["activation"]
    return (*(own[k] if k < len(own) else common for k in range(len(hidden))), config["output"])


def arrange(config: Config, key: str) -> Config:
    """What else moves when the learner sets `key`: a mode takes data it can learn, data bring their size, noise and a
    fitting output, an output takes a loss that fits, an optimizer brings its usual rate."""
    if key == "mode":
        return in_mode(config)
    if key == "dataset":
        return with_data(config)
    if key in ("output", "loss"):
        return with_fitting_loss(config, key)
    if key == "optimizer":
        return config.replace(learning_rate=usual_rate(config["optimizer"]))
    if key == "stop":
        check_stop(config)
    if key in ("activation", "layers"):
        return config.replace(layer_activations="") if key == "activation" else config
    return config


def in_mode(config: Config) -> Config:
    """One run of the mode, on data that it can learn, with a stop that it has."""
    config = config.replace(twins=1)
    if config["mode"] == UNIT and config["stop"] == "loss":
        config = config.replace(stop="never")
    if config["dataset"] in datasets_of(config["mode"]):
        return config
    return with_data(config.replace(dataset="xor"))


def check_stop(config: Config) -> None:
    """ConfigError where the mode has no such stop condition."""
    if config["mode"] == UNIT and config["stop"] == "loss":
        raise ConfigError("One unit has no loss that all its rules share; let it stop after an epoch, or all right.")


def usual_rate(optimizer: str) -> float:
    """A learning rate with which small networks learn at a good pace."""
    return {"sgd": 0.3, "momentum": 0.1, "nesterov": 0.1, "adagrad": 0.1, "adadelta": 1.0}.get(optimizer, 0.01)


def with_data(config: Config) -> Config:
    """Size, noise, test share, features and output that suit the data set of `config`."""
    entry = DATASETS.get(config["dataset"])
    if entry is None:
        return config.replace(noise=0.0, label_noise=0.0)
    tested = config["mode"] == NETWORK and entry.n > 8
    values: dict[str, object] = {"n": entry.n, "noise": min(entry.noise, 1.0), "test_share": 0.5 if tested else 0.0}
    values |= {"label_noise": 0.0, "gap": entry.gap or config["gap"]}
    values["delta.learning_rate"] = CALM_DELTA.get(entry.key, LEARNERS["delta"].rate)
    if entry.inputs == 1:
        values["features"] = "x1"
    elif config["features"] == "x1":
        values["features"] = "x1 x2"
    values.update(fitting_output(entry.classes))
    return config.replace(values)


def fitting_output(classes: int) -> dict[str, object]:
    """Output and loss for so many classes; 0: numbers are to be told."""
    if classes == 0:
        return {"output": "linear", "loss": "squared_error"}
    return {"output": "sigmoid" if classes <= 2 else "softmax", "loss": "cross_entropy"}


def with_fitting_loss(config: Config, key: str) -> Config:
    """The one of output and loss that was not chosen, so that both fit."""
    fitting = LOSSES[config["loss"]].outputs
    if not fitting or config["output"] in fitting:
        return config
    return config.replace(output=fitting[0]) if key == "loss" else config.replace(loss="squared_error")
