"""What can be set for deep networks: the one whose profile is shown, and the race.

Depth and width belong to both. Activation and start are the profile's: every arm of the race brings its own.
"""

from sim.activations import ACTIVATIONS
from sim.config import Config, Parameters
from sim.depth_arms import ARMS
from sim.depth_functions import HIDDEN
from sim.depth_rates import best_rate
from sim.depth_start import DEEPEST, NARROWEST, STARTS, WIDEST
from sim.initialisers import INITIALISERS
from sim.params import Choice, Flag, Integer, Parameter, Real
from sim.phrases import phrase

MOST_TRAINED = 40
"""The race is run with at most so many hidden layers: there a plain network fails and a residual one does not, which
is what depth has to show, and a step of all arms still takes a few hundredths of a second."""
SMALL = "0.001"


def on_key(arm: str) -> str:
    """The setting that lets an arm take part."""
    return f"{arm}.on"


DEPTH_PARAMETERS: tuple[Parameter, ...] = (
    Integer(
        "depth", "Hidden layers", 1, DEEPEST, 10, symbol="L",
        help="How many hidden layers. The race is run with at most 40 of them.",
    ),
    Integer("width", "Units a layer", NARROWEST, WIDEST, 32, help="How many units every hidden layer has."),
    Choice(
        "activation", "Activation", tuple((key, ACTIVATIONS[key].title) for key in HIDDEN), "sigmoid",
        help="What every hidden unit of the profile makes of its sum.",
    ),
    Choice(
        "init", "First weights", tuple((key, INITIALISERS[key].title) for key in STARTS), "fan_in",
        help="How large the weights of the profile are before anything is learnt.",
    ),
    Choice(
        "rates", "Learning rates", (("fair", "Fair"), ("equal", "Equal")), "fair",
        help="Fair: each network at its own best of six learning rates, as tried out with 32 units at eleven depths. "
        "Equal: all at one rate.",
    ),
    Real(
        "learning_rate", "Learning rate", 0.001, 10.0, 0.1, symbol="η", log=True, role="grad",
        help="The one learning rate of all networks while rates are equal.",
    ),
    Choice(
        "loss_scale", "Loss", (("1", "× 1"), (SMALL, "× 0.001")), "1",
        help="A loss a thousand times as small has gradients a thousand times as small.",
    ),
    Integer("passes", "Passes", 1, 100, 20, log=True, help="How often every network sees all training digits."),
    *(
        Flag(on_key(arm.key), arm.title, not arm.cure, help=phrase("{about} Source: {source}.",
                                                                    about=arm.about, source=arm.source))
        for arm in ARMS.values()
    ),
    Choice(
        "gate_activation", "Function", tuple((key, ACTIVATIONS[key].title) for key in HIDDEN), "relu",
        help="The one unit through which a gradient is pushed.",
    ),
    Integer("seed", "Seed", 0, 2**53, 0, help="Chooses the first weights and the order of the digits."),
)  # fmt: skip
PARAMETERS = Parameters(DEPTH_PARAMETERS)


def trained_depth(config: Config) -> int:
    """How many hidden layers the networks of the race have."""
    return min(int(config["depth"]), MOST_TRAINED)


def racing(config: Config) -> tuple[str, ...]:
    """The arms that take part, in order."""
    return tuple(key for key in ARMS if config[on_key(key)])


def rate_of(config: Config, key: str) -> float:
    """The learning rate of an arm."""
    return best_rate(key, trained_depth(config)) if config["rates"] == "fair" else float(config["learning_rate"])


def loss_scale(config: Config) -> float:
    """What the loss is multiplied by."""
    return float(config["loss_scale"])


def race_key(config: Config) -> tuple[object, ...]:
    """What a race begins anew for."""
    return trained_depth(config), config["width"], config["rates"], config["loss_scale"], config["seed"]
