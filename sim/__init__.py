"""The headless half of Nutshell: everything that computes. Usable from a notebook, without a window.

    import sim

    paths = sim.race(surface="saddle", start=(1.0, 1e-3), steps=200,
                     optimizers={"adam": {"learning_rate": 0.01}})
    paths["adam"].shape                        # (201, 2), row 0 the start
    sim.SURFACES["beale"].loss(3.0, 0.5)       # 0.0
    sim.SURFACES["beale"].gradient(1.0, 1.0)
    sim.race(surface=sim.parse_surface("x^2 - y^2 + 0.1*sin(5*x)"))

Importing this imports no compiler, no Qt and no scikit-learn; kernels are compiled, or loaded from disk, when first
needed.
"""

from sim.errors import ConfigError
from sim.formula import FormulaError, parse_surface
from sim.notebook import race
from sim.optimizers import OPTIMIZERS
from sim.schedules import SCHEDULES
from sim.surfaces import SURFACES

__all__ = ["OPTIMIZERS", "SCHEDULES", "SURFACES", "ConfigError", "FormulaError", "parse_surface", "race"]
