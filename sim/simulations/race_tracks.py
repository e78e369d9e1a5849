"""The whole race of a config: the kernel's records, and what the board and the reports say of them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from sim.config import Config
from sim.forensics import Flight, fell, flight_of, last_shown
from sim.optimizers import OPTIMIZERS
from sim.rng import split_seed
from sim.simulations import race_kernels as kernels
from sim.simulations.race_advice import FEWEST_STEPS, Change, setting_of, with_change
from sim.simulations.race_config import hypers, rates_of, schedule_of, start_of, surface_of, tables_of
from sim.simulations.race_view import Array, RaceState, Track
from sim.surface import Point, Surface, left_saddle, settled
from sim.surfaces import SURFACE
from sim.targets import kernel

FAR = 1e6
"""The kernel stops a racer that is this many domain diagonals away from the origin."""
LOWER, LOWERED = 0.25, 5


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
    tables = tables_of(rows, schedule, curve, steps)
    return recorded(surface, start, tuple(rows), [*rows.values()], [*tables.values()], noise, seed, limit)


def recorded(
    surface: Surface,
    start: Point,
    names: Sequence[str],
    rows: Sequence[Array],
    tables: Sequence[Array],
    noise: float,
    seed: int,
    limit: float,
) -> tuple[Array, NDArray[np.int64]]:
    """`run_races` of any racers: `names` of optimizers, their rows h and their constants of every step, (steps, 3)."""
    steps = len(tables[0]) if tables else 0
    records = np.full((len(names), steps + 1, kernels.COLUMNS), np.nan)
    records[:, 0] = 0.0
    records[:, 0, kernels.X], records[:, 0, kernels.Y] = start
    records[:, 0, kernels.PX], records[:, 0, kernels.PY] = start
    ends = np.zeros(len(names), np.int64)
    kinds = np.array([tuple(OPTIMIZERS).index(key) for key in names], np.int64)
    number, data = SURFACE.index(surface.key), np.array(surface.data)
    constants = np.array(tables).reshape(len(names), 3 * steps)
    noisy, keys = int(noise > 0.0), split_seed(seed)
    hypers = np.array(rows).reshape(-1, 4)
    kernel(kernels.record_races)(
        number, data, kinds, hypers, constants, noisy, float(noise), *keys, limit, records, ends
    )
    kernel(kernels.losses_along)(number, data, records.reshape(-1, kernels.COLUMNS))
    return records, ends


def shown(
    config: Config, names: Sequence[str], rows: Sequence[Array], tables: Sequence[Array]
) -> tuple[Array, list[int]]:
    """Records and last steps of any racers on the surface of a config."""
    surface = surface_of(config)
    noise, seed, limit = config["noise"], config["seed"], FAR * surface.diagonal
    records, ends = recorded(surface, start_of(config), names, rows, tables, noise, seed, limit)
    return records, last_shown(surface, records, ends)


def raced(config: Config) -> RaceState:
    """The whole race of a config, the cursor at its start, without a cloud."""
    surface, rows = surface_of(config), hypers(config)
    tables = tables_of(rows, *schedule_of(config), config["steps"])
    records, ends = shown(config, tuple(rows), [*rows.values()], [*tables.values()])
    found = zip(rows, records, ends, rows.values(), tables.values(), strict=True)
    tracks = {key: track_of(surface, key, *rest) for key, *rest in found}
    return RaceState(0, with_advice(config, tracks, rows, tables), rows, tables, rates_of(config))


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


def with_advice(
    config: Config, tracks: Mapping[str, Track], rows: Mapping[str, Array], tables: Mapping[str, Array]
) -> dict[str, Track]:
    """The same tracks; the reports of those that flew off with an advice that has been tried.

    A suggested rate with which the racer would fly off again is lowered, at most LOWERED times: the curvature that it
    met before it flew need not be the largest that it will meet. What is tried is the setting as it would be made,
    rounded and within its range. Where no rate helps, the race may end before the accident. To fall where there is no
    floor is no failure.
    """
    surface = surface_of(config)
    flown = {key: track.flight for key, track in tracks.items() if track.flight is not None}
    waiting = {key: flight.wanted for key, flight in flown.items() if needs_rate(flight)}
    works: dict[str, Change] = {}
    for _ in range(LOWERED):
        if not waiting:
            break
        settings = {key: setting_of(config, key, rate, flown[key].rate) for key, rate in waiting.items()}
        rates = {key: rates_of(config.replace(dict([setting])))[key] for key, setting in settings.items()}
        trial = [np.array([rates[key], *rows[key][1:]]) for key in waiting]
        records, ends = shown(config, tuple(waiting), trial, [tables[key] for key in waiting])
        tried = zip(settings, records, ends, strict=True)
        stays = {key for key, record, end in tried if end == len(record) - 1 or fell(surface, record, end)}
        works.update({key: settings[key] for key in stays})
        waiting = {key: LOWER * rate for key, rate in waiting.items() if key not in stays}
    for key in waiting:
        if stays_until(config, key, rows[key], flown[key].last_finite):
            works[key] = "steps", flown[key].last_finite
    reports = {key: with_change(config, flight, works.get(key)) for key, flight in flown.items()}
    return {key: replace(track, flight=reports.get(key)) for key, track in tracks.items()}


def needs_rate(flight: Flight) -> bool:
    """Whether a lower rate can help it: not where the start has no value, nor where ending the race is the answer."""
    return flight.step > 0 and not (flight.kind == "no floor" and flight.last_finite >= FEWEST_STEPS)


def stays_until(config: Config, key: str, row: Array, steps: int) -> bool:
    """Whether a race of so many steps keeps the racer. Some momentum schedules change with the number of steps."""
    if steps < FEWEST_STEPS or config["rates"] == "tuned":  # other steps, other rates
        return False
    table = tables_of({key: row}, *schedule_of(config), steps)[key]
    _, ends = shown(config, (key,), [row], [table])
    return ends[0] == steps
