"""The headless half of Nutshell: everything that computes. Usable from a notebook, without a window.

    import sim

    paths = sim.race(surface="saddle", start=(1.0, 1e-3), steps=200,
                     optimizers={"adam": {"learning_rate": 0.01}})
    paths["adam"].shape                        # (201, 2), row 0 the start
    sim.SURFACES["beale"].loss(3.0, 0.5)       # 0.0
    sim.SURFACES["beale"].gradient(1.0, 1.0)
    sim.race(surface=sim.parse_surface("x^2 - y^2 + 0.1*sin(5*x)"))

    x, y = sim.dataset("xor", n=200, noise=0.1, seed=7)    # (200, 2), (200, 1)
    network = sim.Network(layers=(2, 4, 1), activation="tanh", output="sigmoid", loss="cross_entropy")
    sim.train(network, x, y, optimizer="adam", hyper={"learning_rate": 0.03}, epochs=500).loss[-1]
    sim.twins(network, x, y, epochs=500, replicas=1000).solved.mean()
    sim.backprop_steps(network, x, y)[0].result.shape      # (200, 4): forward rule 1, X W without the bias
    sim.gradient_profile(depth=10, activation="sigmoid").factor    # 0.14: what a layer leaves of a gradient
    sim.landscape(network, x, y, resolution=65)            # (65, 65), the network in the middle
    sim.regularization_path(network, x, y, "l1").zeros     # (256,): weights at 0, for lambda from 0.0001 to 10
    sim.read_csv("points.csv").warnings                    # and .x, .y, .classes: a table of your own

Importing this imports no compiler, no Qt and no scikit-learn, and nothing else before it is asked for: the window takes
what it needs from the modules themselves. Kernels are compiled, or loaded from disk, when first needed.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sim.activations import ACTIVATIONS
    from sim.backprop_trace import backprop_steps
    from sim.csv_data import DataError, read_csv
    from sim.csv_save import save_csv
    from sim.datasets import DATASETS, FEATURES, dataset, features, split
    from sim.depth_profile import gradient_profile
    from sim.errors import ConfigError
    from sim.formula import FormulaError, parse_surface
    from sim.initialisers import INITIALISERS
    from sim.loss_landscape import landscape
    from sim.losses import LOSSES
    from sim.network import Network, train
    from sim.network_twins import twins
    from sim.notebook import race
    from sim.optimizers import OPTIMIZERS
    from sim.penalty_path import regularization_path
    from sim.schedules import SCHEDULES
    from sim.surfaces import SURFACES

__all__ = [
    "ACTIVATIONS", "DATASETS", "FEATURES", "INITIALISERS", "LOSSES", "OPTIMIZERS", "SCHEDULES", "SURFACES",
    "ConfigError", "DataError", "FormulaError", "Network", "backprop_steps", "dataset", "features", "gradient_profile",
    "landscape", "parse_surface", "race", "read_csv", "regularization_path", "save_csv", "split", "train", "twins",
]  # fmt: skip

_HOMES = {
    "activations": ("ACTIVATIONS",),
    "backprop_trace": ("backprop_steps",),
    "csv_data": ("DataError", "read_csv"),
    "csv_save": ("save_csv",),
    "datasets": ("DATASETS", "FEATURES", "dataset", "features", "split"),
    "depth_profile": ("gradient_profile",),
    "errors": ("ConfigError",),
    "formula": ("FormulaError", "parse_surface"),
    "initialisers": ("INITIALISERS",),
    "loss_landscape": ("landscape",),
    "losses": ("LOSSES",),
    "network": ("Network", "train"),
    "network_twins": ("twins",),
    "notebook": ("race",),
    "optimizers": ("OPTIMIZERS",),
    "penalty_path": ("regularization_path",),
    "schedules": ("SCHEDULES",),
    "surfaces": ("SURFACES",),
}


def __getattr__(name: str) -> Any:
    """What is asked for by name, taken from its module the first time."""
    for home, names in _HOMES.items():
        if name in names:
            globals()[name] = value = getattr(import_module(f"sim.{home}"), name)
            return value
    raise AttributeError(f"module 'sim' has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
