"""The simulations: SIMULATIONS is the table of `sim.simulations.table`, read when it is first asked for.

So that a module below (kernels that lie beside their simulation) can be imported before all others: read at once, the
table would import what is just being imported. Nothing here imports a compiler.
"""

from typing import TYPE_CHECKING, Any

from sim.simulations.protocol import Simulation

if TYPE_CHECKING:
    from sim.simulations.table import SIMULATIONS

__all__ = ["SIMULATIONS", "Simulation"]


def __getattr__(name: str) -> Any:
    if name == "SIMULATIONS":
        from sim.simulations import table

        return table.SIMULATIONS
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
