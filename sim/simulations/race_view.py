"""What a race consists of: tracks and the cursor inside, and what the window asks for and is shown.

Everything is frozen, and nothing in a state is ever changed in place but the crowd behind the cloud (`sim.clouds`),
which is no more than a head start for the next cloud.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as made
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from sim.simulations import race_kernels as kernels
from sim.surface import Point, Surface

if TYPE_CHECKING:
    from sim.clouds import Cloud, Crowd
    from sim.forensics import Flight
    from sim.stability import Curvature
    from sim.sweeps import Basins, EscapeTimes

Array = NDArray[np.float64]
Rect = tuple[float, float, float, float]


@dataclass(frozen=True, eq=False)
class Track:
    """One racer's whole race. `records` (steps + 1, COLUMNS): see race_kernels; rows after `end` do not count.

    `left` and `settled` are the steps of the finish board, None where it never happened. `flew` is True where the race
    ended early because the racer left every bound or every number; `flight` then says how, and `reason` says it in one
    sentence. `rate` is the learning rate in use.
    """

    key: str
    records: Array
    end: int
    left: int | None
    settled: int | None
    flew: bool
    rate: float = 0.0
    flight: Flight | None = None

    @property
    def reason(self) -> str:
        """Why it flew off; nothing where it did not."""
        return self.flight.sentence if self.flight is not None else ""

    @property
    def path(self) -> Array:
        """Positions (end + 1, 2)."""
        return self.records[: self.end + 1, kernels.X : kernels.Y + 1]

    @property
    def loss(self) -> Array:
        """Losses (end + 1,)."""
        return self.records[: self.end + 1, kernels.LOSS]


@dataclass(frozen=True, eq=False)
class Hand:
    """The learner's own skier: positions (n, 2) from the start on, their losses, and what the board says of them."""

    path: Array
    losses: Array
    left: int | None
    settled: int | None


@dataclass(frozen=True)
class RaceState:
    """A whole race, the cursor over it, the learner's own steps so far, the cloud at the cursor and its crowd.

    hypers: the row h of every racer; tables: its constants of every step; rates: the learning rate in use of every
    optimizer.
    """

    step: int
    tracks: Mapping[str, Track]
    hypers: Mapping[str, Array]
    tables: Mapping[str, Array]
    rates: Mapping[str, float]
    hand: tuple[Point, ...] = ()
    cloud: Cloud | None = None
    crowd: Crowd | None = None


@dataclass(frozen=True)
class RaceView:
    """What the window looks at: a rectangle (x0, x1, y0, y1) and the points at which it wants the loss.

    mesh: the side of the square of heights over `mesh_rect` for the picture in three dimensions, 0 for none. law:
    whether the times of escape are wanted. basins: whether there is time for them (they cost some frames). racer: whose
    basins are shown; empty for the first that races.
    """

    rect: Rect
    columns: int
    rows: int
    mesh_rect: Rect | None = None
    mesh: int = 0
    law: bool = False
    basins: bool = True
    racer: str = ""


@dataclass(frozen=True, eq=False)
class Field:
    """The loss over a rectangle: values (rows, columns), row 0 at the smallest y."""

    surface: Surface
    rect: Rect
    values: Array


@dataclass(frozen=True, eq=False)
class RaceSnapshot:
    """What the learner sees: all tracks, where the cursor is, and the landscape in the rectangle looked at.

    `tracks` is the same object as long as the race is the same. rates: the learning rates in use. hypers and tables:
    the row h and the constants of every step of each racer, as they were raced with; the window's own config may be
    newer.
    """

    surface: Surface
    step: int
    steps: int
    start: Point
    tracks: Mapping[str, Track]
    field: Field | None = None
    mesh: Field | None = None
    curvatures: Mapping[str, Curvature] = made(default_factory=dict)
    hand: Hand | None = None
    cloud: Cloud | None = None
    basins: Basins | None = None
    law: EscapeTimes | None = None
    rates: Mapping[str, float] = made(default_factory=dict)
    hypers: Mapping[str, Array] = made(default_factory=dict)
    tables: Mapping[str, Array] = made(default_factory=dict)
