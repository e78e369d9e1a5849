"""What can be set while skiing by glances.

`view` chooses what is run; another one begins anew, and brings the rate along with which it is worth watching
(`arrange`). The learning rate of the networks, and those of the two quadratics, which live on other scales, act at
once, like the size of a glance, momentum, the fog, whether all classes are mixed in, and how many labels lie.
"""

from sim.config import Config, Parameters
from sim.params import Choice, Flag, Integer, Parameter, Real
from sim.skier_digits import TRAINED

GROUNDS = (("pipe", "Half-pipe"), ("bowl", "Bowl"), ("digits", "Digits"))
LAST = {"pipe": 200, "bowl": 50, "digits": 400}
"""The last step of each ground of the catapult."""

SKIER_PARAMETERS: tuple[Parameter, ...] = (
    Choice(
        "view", "View",
        (
            ("fog", "In the fog"), ("cone", "Glances and slope"), ("glances", "Who is down first"),
            ("catapult", "Catapult"), ("ramp", "Loading momentum"), ("chance", "Before training"),
            ("one_class", "One class only"), ("valleys", "Many valleys"), ("lies", "A teacher who lies"),
        ),
        "fog", live=False, help="Which experiment is run.",
    ),
    Real(
        "learning_rate", "Learning rate", 0.001, 30.0, 0.1, symbol="η", log=True, role="grad",
        help="How far a network steps along its slope.",
    ),
    Real(
        "momentum", "Momentum", 0.0, 0.999, 0.0, symbol="μ",
        help="Which share of the last step is kept, in the fog and on the digits of the catapult.",
    ),
    Integer(
        "batch", "Glance", 1, TRAINED, 32, log=True,
        help="How many training digits a glance takes in; at the right end all of them.",
    ),
    Flag("fog", "Fog", True, help="See only a disc of the landscape around the skier."),
    Real("radius", "Sight", 0.05, 2.0, 0.3, help="How far the skier sees in the fog."),
    Choice("ground", "Ground", GROUNDS, "pipe", live=False, help="What the skier is thrown out of."),
    Real(
        "pipe_rate", "Rate in the pipe", 0.001, 0.03, 0.005, symbol="η", digits=4, role="grad",
        help="Across the half-pipe the curvature is 100.",
    ),
    Real(
        "bowl_rate", "Rate in the bowl", 0.05, 2.5, 0.5, symbol="η", role="grad",
        help="The curvature of the bowl is 1.",
    ),
    Real(
        "haste", "Share of the best rate", 0.1, 4.0, 1.0, log=True, role="grad",
        help="Every size of glance has a best learning rate of its own; all are multiplied by this.",
    ),
    Integer(
        "classes", "Classes", 2, 1000, 1000, symbol="C", log=True, live=False,
        help="How many answers a network can give.",
    ),
    Integer("nets", "Networks", 2, 1000, 20, log=True, help="How many untrained networks are asked."),
    Integer("chosen", "Class", 0, 9, 8, live=False, help="The one class with which training goes on."),
    Flag("mixed", "All classes", False, help="Train on digits of all classes again."),
    Real(
        "lies", "Lies", 0.0, 1.0, 1.0,
        help="Which share of the training labels is shuffled; those of the test stay true.",
    ),
    Integer("seed", "Seed", 0, 2**53, 0, help="Chooses the first weights and the order of the digits."),
)  # fmt: skip
PARAMETERS = Parameters(SKIER_PARAMETERS)

BROUGHT: dict[str, dict[str, float]] = {
    "fog": {"learning_rate": 0.1, "batch": 32, "momentum": 0.0},
    "cone": {"learning_rate": 0.1, "batch": 1},
    "catapult": {"learning_rate": 1.0, "momentum": 0.0},
    "ramp": {"learning_rate": 0.03},
    "one_class": {"learning_rate": 0.001},
    "valleys": {"learning_rate": 0.1},
    "lies": {"learning_rate": 0.05},
}
"""The settings that a view brings along."""


def arrange(config: Config, key: str) -> Config:
    """The settings that choosing a view brings along."""
    return config.replace(BROUGHT.get(config["view"], {})) if key == "view" else config
