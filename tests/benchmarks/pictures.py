"""What the window asks for beside the race: typed formulas, clouds, sweeps, basins, and the surface in space."""

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np

from sim import raster
from sim.clouds import Cloud, Crowd, cloud_of, crowd_at
from sim.optimizers import OPTIMIZERS, hyper_row
from sim.schedules import step_constants
from sim.simulations.race_tracks import run_races
from sim.surface import Surface
from sim.surfaces import surface_named
from sim.sweeps import MOST_STEPS, basins, escape_times, tuned_rates
from tests.benchmarks.timing import milliseconds

FORMULA = "x^2 - y^2 + 0.1*sin(5*x)"
ROUNDS = 15


def racers(surface: Surface, steps: int) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """All seven with the surface's rates: rows h and constants of every step."""
    hypers = {key: hyper_row(key, learning_rate=surface.rates[key]) for key in OPTIMIZERS}
    return hypers, {key: step_constants(key, row, "constant", steps) for key, row in hypers.items()}


def race_of(key: str) -> Callable[[], object]:
    """Seven racers, 1,000 steps."""
    surface = surface_named(key, FORMULA)
    hypers, _ = racers(surface, 1)
    return lambda: run_races(surface, surface.start, hypers, 1000, 0.0, 0)


def picture_of_cloud(key: str, continued: bool = False) -> Callable[[], Cloud]:
    """100,000 skiers: 150 steps, or the last of them."""
    surface = surface_named(key, FORMULA)

    def at(step: int, previous: Crowd | None = None) -> tuple[Crowd, Cloud]:
        rows, tables = racers(surface, 150)
        spread = {"size": 100_000, "spread": 0.25}
        crowd = crowd_at(surface, surface.start, rows, tables, **spread, step=step, previous=previous)
        return crowd, cloud_of(surface, tuple(rows), crowd)

    if not continued:
        return lambda: at(150)[1]
    newest = [at(140)[0]]

    def further() -> Cloud:
        newest[0], cloud = at(newest[0].step + 1 if newest[0].step < 150 else 1, newest[0])
        return cloud

    return further


def tuning_of(key: str) -> Callable[[], object]:
    """7 x 31 rates x 9 starts x 150 gradients."""
    surface = surface_named(key, FORMULA)
    hypers, tables = racers(surface, 150)
    return lambda: tuned_rates(surface, surface.start, hypers, tables)


def escapes_of(key: str) -> Callable[[], object]:
    """7 racers from 25 offsets, at most 3,000 steps."""
    surface = surface_named(key, FORMULA)
    hypers, tables = racers(surface, MOST_STEPS)
    return lambda: escape_times(surface, surface.start, hypers, tables)


def basins_of(key: str) -> Callable[[], object]:
    """200 x 140 starts of Adam, 150 steps."""
    surface = surface_named(key, FORMULA)
    hypers, tables = racers(surface, 150)
    return lambda: basins(surface, "adam", hypers["adam"], tables["adam"], surface.domain, 140, 200)


def raster_of(width: int, height: int) -> Callable[[], object]:
    """One picture of a sheet of 128 x 128 corners."""
    raster.prepare_raster()
    arrays = raster.example(128, width, height)
    return lambda: raster.rasterise(*arrays)


NET, TYPED = "two_parameter_net", "typed"
ROWS: tuple[tuple[str, Callable[[], Callable[[], object]], str], ...] = (
    ("race 7 × 1,000 steps, Himmelblau", lambda: race_of("himmelblau"), ""),
    (f"race 7 × 1,000 steps, typed {FORMULA}", lambda: race_of(TYPED), "1"),
    ("cloud 100,000 × 150 steps, Himmelblau", lambda: picture_of_cloud("himmelblau"), "40"),
    ("cloud 100,000 × 150 steps, two-parameter network", lambda: picture_of_cloud(NET), ""),
    ("cloud 100,000 × 150 steps, typed", lambda: picture_of_cloud(TYPED), ""),
    ("cloud 100,000, one step further, Himmelblau", lambda: picture_of_cloud("himmelblau", continued=True), "1"),
    ("tuned rates, 150 gradients, Himmelblau", lambda: tuning_of("himmelblau"), "15"),
    ("tuned rates, 150 gradients, two-parameter network", lambda: tuning_of(NET), "15"),
    ("tuned rates, 150 gradients, typed", lambda: tuning_of(TYPED), "15"),
    ("escape times, saddle", lambda: escapes_of("saddle"), "15"),
    ("escape times, two-parameter network", lambda: escapes_of(NET), "15"),
    ("basins 200 × 140 × 150 steps, Himmelblau", lambda: basins_of("himmelblau"), "60"),
    ("basins 200 × 140 × 150 steps, two-parameter network", lambda: basins_of(NET), "60"),
    ("surface in space, 560 × 330", lambda: raster_of(560, 330), ""),
    ("surface in space, 900 × 600", lambda: raster_of(900, 600), "16"),
)


def picture_table() -> str:
    """Milliseconds of one thread as Markdown; the rounds of all rows take turns."""
    work = [make() for _, make, _ in ROWS]
    for run in work:
        run()
    found = np.array([[milliseconds(run) for run in work] for _ in range(ROUNDS)])
    lines = [f"Pictures and sweeps, one thread, milliseconds, medians over {ROUNDS} interleaved rounds.", ""]
    lines += ["| what | ms | smallest .. largest | goal |", "|---|---|---|---|"]
    for (title, _, goal), times in zip(ROWS, found.T, strict=True):
        lines.append(f"| {title} | {np.median(times):.3g} | {times.min():.3g} .. {times.max():.3g} | {goal} |")
    print("\n".join(lines), flush=True)
    return "\n".join(lines)
