"""What can be set in the lab: one task for all arms, and for each arm how it learns.

The task is structural: another one begins a new run. How an arm learns is live and has a dotted key, "b.dropout"; the
bare name sets it for all arms. `changed_settings` tells in what an arm differs from A.
"""

from collections.abc import Iterable
from dataclasses import replace

from sim.activations import ACTIVATIONS
from sim.config import Config, Parameters
from sim.errors import ConfigError, quote
from sim.initialisers import INITIALISERS
from sim.lab_data import rate_of_table
from sim.lab_price import Price
from sim.numerals import read_number
from sim.optimizers import OPTIMIZERS
from sim.params import Choice, Integer, Parameter, Real, Text
from sim.phrases import phrase
from sim.schedules import SCHEDULES, read_curve
from sim.simulations.lab_presets import DATA, OWN, PRESETS, TASK, TITLES, values_of
from sim.simulations.lab_view import KEYS

MOST_HIDDEN, MOST_WIDE = 6, 256
MOST_DROPOUT = 0.99
STEERED = (*((key, key.upper()) for key in KEYS), ("all", "All"))


def read_hidden(text: str) -> tuple[int, ...]:
    """Hidden layers from text such as "128 128"; nothing means none. ConfigError for anything else."""
    words = text.replace(",", " ").split()
    for word in words:
        if not word.isascii() or not word.isdigit() or not 1 <= int(word) <= MOST_WIDE:
            raise ConfigError(
                phrase(
                    "Hidden layers are whole numbers from 1 to {most} with blanks between, such as 64 64, not {word}.",
                    most=MOST_WIDE,
                    word=quote(word),
                )
            )
    if len(words) > MOST_HIDDEN:
        raise ConfigError(
            phrase("There may be up to {most} hidden layers, not {sizes}.", most=MOST_HIDDEN, sizes=len(words))
        )
    return tuple(int(word) for word in words)


def read_rates(text: str) -> tuple[float, ...]:
    """Dropout rates of hidden layers from text such as "0.5 0.2"; nothing means the same for all."""
    rates = []
    for word in text.split():
        try:
            rate = float(read_number(word))
        except ValueError:
            rate = -1.0
        if not 0.0 <= rate <= MOST_DROPOUT:
            raise ConfigError(
                phrase(
                    "Dropout of layers is a row of numbers from 0 to {most} with blanks between, not {word}.",
                    most=MOST_DROPOUT,
                    word=quote(word),
                )
            )
        rates.append(rate)
    if len(rates) > MOST_HIDDEN:
        raise ConfigError(
            phrase("There may be up to {most} hidden layers, not {sizes}.", most=MOST_HIDDEN, sizes=len(rates))
        )
    return tuple(rates)


def titles(table: object) -> tuple[tuple[str, str], ...]:
    """The options of a Choice out of a registry."""
    return tuple((key, entry.title) for key, entry in table.items())  # type: ignore[attr-defined]


TASK_PARAMETERS: tuple[Parameter, ...] = (
    Choice(
        "preset", "Example", (*TITLES.items(), (OWN, "Your own")), "moons", live=False,
        help="A task with settings for every arm. Choosing one begins a new run.",
    ),
    Choice(
        "dataset", "Data", tuple(DATA.items()), "moons", live=False,
        help="What is to be learned. Other data begin a new run.",
    ),
    Integer(
        "n_train", "Examples", 2, 1297, 70, log=True, live=False, help="How many examples every arm learns from.",
    ),
    Choice(
        "split", "Test digits", (("shuffled", "From all writers"), ("unseen", "From unseen writers")), "shuffled",
        live=False, help="500 digits from anywhere, or the last 500, which were mostly written by others.",
    ),
    Real("noise", "Data noise", 0.0, 1.0, 0.35, digits=2, live=False, help="How far examples are off the truth."),
    Real(
        "label_noise", "Wrong labels", 0.0, 1.0, 0.0, digits=2, live=False,
        help="The share of examples that get another example's label; the test keeps the true ones. 1 shuffles all.",
    ),
    Text("layers", "Hidden layers", "32 32", reader=read_hidden, live=False, help="Units of each hidden layer: 64 64."),
    Choice(
        "activation", "Activation",
        tuple((key, entry.title) for key, entry in ACTIVATIONS.items() if entry.hidden), "relu", live=False,
        help="What a hidden unit makes of its sum.",
    ),
    Choice("init", "First weights", titles(INITIALISERS), "he", live=False, help="Where all arms start."),
    Integer(
        "arms", "Arms", 1, len(KEYS), 2, live=False,
        help="How many networks learn side by side, from the same weights, with the same examples in the same order.",
    ),
    Integer("data_seed", "Examples drawn with", 0, 2**53, 0, live=False, help="Another number draws other examples."),
    Integer("seed", "Seed", 0, 2**53, 0, live=False, help="Chooses first weights, the order of examples, and dropout."),
)  # fmt: skip

SHARED_PARAMETERS: tuple[Parameter, ...] = (
    Choice("steered", "Controls for", STEERED, "b", help="Which arm the sliders move."),
    Integer(
        "horizon", "Updates of a ramp", 1, 1_000_000, 2000, log=True,
        help="How long the schedule counts as a whole run that is given as shares of one.",
    ),
    Price(
        "two.l1", "L1 penalty", 0.0, 10.0, 0.0, symbol="λ₁", digits=2, help="The price of the two weights, by the sum."
    ),
    Price(
        "two.l2", "L2 penalty", 0.0, 10.0, 0.0, symbol="λ₂", digits=2,
        help="The price of the two weights, by the squares.",
    ),
    Real(
        "two.curvature", "Curvature", 0.2, 5.0, 1.0, log=True, digits=2,
        help="How much more the data care for the second weight than for the first.",
    ),
    Choice("path.penalty", "Path of", (("l1", "L1"), ("l2", "L2")), "l1", help="Which penalty rises along the path."),
)  # fmt: skip

ARM: tuple[Parameter, ...] = (
    Real(
        "dropout", "Dropout", 0.0, MOST_DROPOUT, 0.0, symbol="p", digits=2,
        help="The chance with which each hidden unit is left out of an update.",
    ),
    Real(
        "dropout_input", "Dropout of inputs", 0.0, MOST_DROPOUT, 0.0, symbol="p₀", digits=2,
        help="The chance with which each input is left out of an update.",
    ),
    Text(
        "dropout_layers", "Dropout by layer", "", reader=read_rates,
        help="A chance for each hidden layer, such as 0.5 0.2; empty: the same for all.",
    ),
    Price(
        "l1", "L1 penalty", 0.0, 10.0, 0.0, symbol="λ₁", digits=2,
        help="Takes the same amount from every weight: small ones become exactly 0.",
    ),
    Price(
        "l2", "L2 penalty", 0.0, 10.0, 0.0, symbol="λ₂", digits=2,
        help="Takes a share of every weight: all become small, none exactly 0.",
    ),
    Choice(
        "l1_form", "L1 by", (("threshold", "Threshold"), ("slope", "Slope")), "threshold",
        help="A threshold lets weights stop at 0; the plain slope lets them hop over it for ever.",
    ),
    Real(
        "learning_rate", "Learning rate", 1e-5, 10.0, 0.02, symbol="η", log=True, role="grad",
        help="How far each update goes. It acts at once, without a restart.",
    ),
    Real(
        "momentum", "Momentum", 0.0, 0.999, 0.9, symbol="μ", role="vel",
        help="The share of its velocity that a weight keeps, for Momentum and Nesterov.",
    ),
    Choice(
        "momentum_schedule", "Momentum schedule", titles(SCHEDULES), "constant",
        help="Whether momentum is held back at the start of the run.",
    ),
    Text(
        "momentum_curve", "Momentum curve", "0:0.5 80:0.5 81:0.999", reader=read_curve,
        help="The drawn schedule as pairs update:value.",
    ),
    Integer(
        "batch", "Batch", 1, 2000, 10, log=True, help="How many examples each update looks at; at most all there are."
    ),
    Choice("optimizer", "Optimizer", titles(OPTIMIZERS), "momentum", help="Which rule turns gradients into steps."),
)  # fmt: skip
ARM_KEYS = tuple(parameter.key for parameter in ARM)


def arm_key(arm: str, setting: str) -> str:
    """The setting of one arm."""
    return f"{arm}.{setting}"


def of_arm(arm: str) -> Iterable[Parameter]:
    """The parameters of one arm."""
    first = values_of("moons")
    for parameter in ARM:
        key = arm_key(arm, parameter.key)
        yield replace(parameter, key=key, default=first[key])


PARAMETERS = Parameters(
    (*TASK_PARAMETERS, *SHARED_PARAMETERS, *(parameter for arm in KEYS for parameter in of_arm(arm)))
)
LOOKS = ("steered",)
"""The settings that change what is drawn, and never the run."""


def arms_of(config: Config) -> tuple[str, ...]:
    """The arms that there are."""
    return KEYS[: int(config["arms"])]


def last_arm(config: Config) -> str:
    """The arm that a bare name in a goal speaks of: B of two, A where it is alone."""
    return arms_of(config)[-1]


def steered(config: Config) -> tuple[str, ...]:
    """The arms that the sliders move; the last one where the chosen one is not there."""
    arms, chosen = arms_of(config), config["steered"]
    if chosen == "all":
        return arms
    return (chosen if chosen in arms else arms[-1],)


def changed_settings(config: Config, arm: str) -> tuple[str, ...]:
    """In which settings an arm differs from A."""
    return tuple(key for key in ARM_KEYS if config[arm_key(arm, key)] != config[arm_key(KEYS[0], key)])


def arrange(config: Config, key: str) -> Config:
    """What else moves when the learner sets `key`: an example brings everything along, data bring what suits them, and
    another task is no example any more. The rate of the table of 100 features is 1 over its largest curvature."""
    if key == "preset":
        return config if config["preset"] == OWN else config.replace(values_of(config["preset"]))
    if key == "dataset":
        return with_data(config)
    if key in TASK and config["preset"] != OWN and config[key] != values_of(config["preset"])[key]:
        config = config.replace(preset=OWN)
    if config["dataset"] == "sparse" and key in ("n_train", "data_seed", "noise", "dataset"):
        rate = rate_of_table(config["n_train"], config["noise"], config["data_seed"])
        config = config.replace({arm_key(arm, "learning_rate"): rate for arm in KEYS})
    return config


def with_data(config: Config) -> Config:
    """The task and the pace of the first example with these data; dropout and penalties stay as they are."""
    dataset = config["dataset"]
    example = next(key for key in PRESETS if values_of(key)["dataset"] == dataset)
    brought = values_of(example)
    pace = ("learning_rate", "momentum", "batch", "optimizer")
    keep = [key for key in TASK if key != "arms"] + [arm_key(arm, key) for arm in KEYS for key in pace]
    return config.replace({**{key: brought[key] for key in keep}, "preset": OWN})
