"""The whole race of a config: the kernel's records, and what the board and the reports say of them."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.forensics import flight_of, last_shown
from sim.optimizers import OPTIMIZERS
from sim.rng import split_seed
from sim.simulations import race_kernels as kernels
from sim.simulations.race_advice import advised
from sim.simulations.race_config import hypers, rates_of, schedule_of, start_of, surface_of, tables_of
from sim.simulations.race_view import Array, RaceState, Track
from sim.surface import Point, Surface, left_saddle, settled
from sim.surfaces import SURFACE
from sim.targets import kernel

FAR = 1e6
"""The kernel stops a racer that is this many domain diagonals away from the origin."""


def run_races(
    surface: Surface,
    start: Point,
    rows: Mapping[str, Array],
    steps: int,
    noise: float,
    seed: int,
    schedule: str = "constant",
    limit: float = np.inf,
    curve: str = "",
) -> tuple[Array, NDArray[np.int64]]:
    """Records (racers, steps + 1, COLUMNS) of the racers in `rows`, and the last step of each within `limit`."""
    return recorded(surface, start, rows, tables_of(rows, schedule, curve, steps), steps, noise, seed, limit)


def recorded(
    surface: Surface,
    start: Point,
    rows: Mapping[str, Array],
    tables: Mapping[str, Array],
    steps: int,
    noise: float,
    seed: int,
    limit: float,
) -> tuple[Array, NDArray[np.int64]]:
    """`run_races` with the constants of every step at hand."""
    names = tuple(rows)
    records = np.full((len(names), steps + 1, kernels.COLUMNS), np.nan)
    records[:, 0] = 0.0
    records[:, 0, kernels.X], records[:, 0, kernels.Y] = start
    records[:, 0, kernels.PX], records[:, 0, kernels.PY] = start
    ends = np.zeros(len(names), np.int64)
    kinds = np.array([tuple(OPTIMIZERS).index(key) for key in names], np.int64)
    number, data = SURFACE.index(surface.key), np.array(surface.data)
    constants = np.array([tables[key] for key in names]).reshape(len(names), 3 * steps)
    hypers = np.array([rows[key] for key in names]).reshape(-1, 4)
    noisy, keys = int(noise > 0.0), split_seed(seed)
    kernel(kernels.record_races)(
        number, data, kinds, hypers, constants, noisy, float(noise), *keys, limit, records, ends
    )
    kernel(kernels.losses_along)(number, data, records.reshape(-1, kernels.COLUMNS))
    return records, ends


def raced(config: Config) -> RaceState:
    """The whole race of a config, the cursor at its start, without a cloud."""
    surface, rows, steps = surface_of(config), hypers(config), config["steps"]
    tables = tables_of(rows, *schedule_of(config), steps)
    limit = FAR * surface.diagonal
    records, ends = recorded(surface, start_of(config), rows, tables, steps, config["noise"], config["seed"], limit)
    ends = last_shown(surface, records, ends)
    found = zip(rows, records, ends.tolist(), rows.values(), tables.values(), strict=True)
    tracks = {key: track_of(surface, key, *rest) for key, *rest in found}
    return RaceState(0, advised(config, tracks), rows, tables, rates_of(config))


def tracks_of(config: Config) -> Mapping[str, Track]:
    """The tracks of a config's race."""
    return raced(config).tracks


def track_of(surface: Surface, key: str, records: Array, end: int, hyper: Array, constants: Array) -> Track:
    """A racer's records with what the board says of them."""
    flight = None
    if end < len(records) - 1 or not np.isfinite(records[end]).all():
        flight = flight_of(surface, key, records, end, hyper, constants)
    path = records[: end + 1, kernels.X : kernels.Y + 1]
    left = left_saddle(surface, path, records[: end + 1, kernels.LOSS])
    return Track(
        key,
        records,
        end,
        left,
        settled(surface, path) if flight is None else None,
        flight is not None,
        float(hyper[0]),
        flight,
    )
