"""A cell that is asked about, and how cells are called."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sim.backprop_names import layer_of, symbol
from sim.backprop_plan import FUNCTIONS
from sim.backprop_sums import Written
from sim.network_arithmetic import DECIMALS
from sim.printed_numbers import grid_for
from sim.simulations.backprop import BackpropSnapshot

Array = NDArray[np.float64]
Source = tuple[str, int | None, int | None]


@dataclass(frozen=True)
class Asked:
    """A cell of a snapshot."""

    snapshot: BackpropSnapshot
    name: str
    row: int
    column: int

    @property
    def layer(self) -> int:
        """The layer of its matrix; 0 where it belongs to none."""
        return layer_of(self.name) or self.snapshot.depth

    def of(self, name: str) -> Array:
        """A matrix of the same pass."""
        return self.snapshot.matrices[name]

    def at(self, name: str) -> float:
        """The cell in the same place of another matrix."""
        return float(self.snapshot.matrices[name][self.row, self.column])

    @property
    def written(self) -> str:
        """How the cell is called: Z₁[3, 2]."""
        return cell_name(self.name, self.row, self.column)


Answer = tuple[str, Written, tuple[Source, ...]]


def cell_name(name: str, row: int, column: int) -> str:
    """A cell as it is written: Z₁[3, 2]; of a bias, which is one row, b₁[2]."""
    place = f"{column + 1}" if name.lstrip("d").startswith("b") else f"{row + 1}, {column + 1}"
    return f"{symbol(name)}[{place}]"


def plain(value: float) -> str:
    """A number by itself."""
    return grid_for(abs(value), DECIMALS[0]).write(value)


def called(activation: str) -> str:
    """The function of a layer by its sign."""
    return FUNCTIONS[activation] or "f"
