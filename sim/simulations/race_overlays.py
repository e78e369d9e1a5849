"""What is computed only to be drawn over the race: curvatures, the cloud of starts, basins, times of escape.

All of it is remembered: a frame that only moves the cursor costs no sweep.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from sim import clouds, sweeps
from sim.config import Config
from sim.simulations.race_config import (
    FrozenRows,
    frozen,
    racing,
    schedule_of,
    start_of,
    surface_of,
    tables_of,
    thawed,
)
from sim.simulations.race_view import RaceState, RaceView, Rect
from sim.stability import Curvature, curvatures_at
from sim.surface import Point, Surface

if TYPE_CHECKING:
    from sim.sweeps import Basins, EscapeTimes

FASTEST_BASINS = 40_000
"""The most starts a picture of basins is computed from."""


def curvatures_of(surface: Surface, state: RaceState) -> Mapping[str, Curvature]:
    """How the surface bends at each ball."""
    places = [track.path[min(state.step, track.end)] for track in state.tracks.values()]
    return dict(zip(state.tracks, curvatures_at(surface, np.reshape(places, (-1, 2))), strict=True))


def clouded(config: Config, state: RaceState) -> RaceState:
    """The state with the cloud of its step, walked on from the crowd it has where that is possible."""
    if config["cloud"] == "off" or not state.hypers:
        return replace(state, cloud=None, crowd=None)
    crowd = clouds.crowd_at(
        surface_of(config),
        start_of(config),
        state.hypers,
        state.tables,
        size=config["cloud_size"],
        spread=config["cloud_spread"],
        shape=config["cloud"],
        noise=config["noise"],
        seed=config["seed"],
        step=state.step,
        previous=state.crowd,
    )
    cloud = clouds.cloud_of(surface_of(config), tuple(state.hypers), crowd, config["cloud_colour"])
    return replace(state, cloud=cloud, crowd=crowd)


def basins_seen(config: Config, state: RaceState, view: RaceView) -> Basins | None:
    """Where the racer that is asked for ends from every point of the map; None where nobody races."""
    names = racing(config)
    if not names:
        return None
    key = view.racer if view.racer in names else names[0]
    shrink = max(1.0, (view.rows * view.columns / FASTEST_BASINS) ** 0.5)
    rows, columns = max(2, int(view.rows / shrink)), max(2, int(view.columns / shrink))
    racer = frozen({key: state.hypers[key]})
    return basins_of(surface_of(config), racer, *schedule_of(config), config["steps"], view.rect, rows, columns)


@lru_cache(maxsize=4)
def basins_of(
    surface: Surface, racer: FrozenRows, schedule: str, curve: str, steps: int, rect: Rect, rows: int, columns: int
) -> Basins:
    """`sweeps.basins`, remembered."""
    hypers = thawed(racer)
    tables = tables_of(hypers, schedule, curve, steps)
    ((key, hyper),) = hypers.items()
    return sweeps.basins(surface, key, hyper, tables[key], rect, rows, columns)


def law_seen(config: Config, state: RaceState) -> EscapeTimes | None:
    """How long each racer takes to leave the saddle, by its distance from the ridge; None where there is none."""
    return law_of(surface_of(config), start_of(config), frozen(state.hypers), *schedule_of(config))


@lru_cache(maxsize=16)
def law_of(surface: Surface, start: Point, racers: FrozenRows, schedule: str, curve: str) -> EscapeTimes | None:
    """`sweeps.escape_times`, remembered."""
    hypers = thawed(racers)
    return sweeps.escape_times(surface, start, hypers, tables_of(hypers, schedule, curve, sweeps.MOST_STEPS))
