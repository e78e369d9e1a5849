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
from sim.effort import lane_steps_at_once, scalars_at_once
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

FASTEST_BASINS, FEWEST_BASINS = 40_000, 10_000
"""The most starts a picture of basins is computed from, and as many as cut its steps short before they become fewer."""
LONGEST_BASINS = 300
"""Steps that no picture of basins is denied."""
MOST_LEAVE = 2
"""Times of escape: walks end when the saddle is left, so they may be asked for twice the steps there is time for."""


def curvatures_of(surface: Surface, state: RaceState) -> Mapping[str, Curvature]:
    """How the surface bends at each ball."""
    places = [track.path[min(state.step, track.end)] for track in state.tracks.values()]
    return dict(zip(state.tracks, curvatures_at(surface, np.reshape(places, (-1, 2))), strict=True))


def clouded(config: Config, state: RaceState) -> RaceState:
    """The state with the cloud of its step, walked on from the crowd it has where that is possible."""
    if config["cloud"] == "off" or not state.hypers:
        return replace(state, cloud=None, crowd=None)
    surface, asked, noise = surface_of(config), config["cloud_size"], config["noise"]
    most = clouds.most_skiers(surface, len(state.hypers), config["steps"], noise)
    crowd = clouds.crowd_at(
        surface,
        start_of(config),
        state.hypers,
        state.tables,
        size=min(asked, most),
        spread=config["cloud_spread"],
        shape=config["cloud"],
        noise=noise,
        seed=config["seed"],
        step=state.step,
        previous=state.crowd,
    )
    cloud = clouds.cloud_of(surface, tuple(state.hypers), crowd, config["cloud_colour"], asked)
    return replace(state, cloud=cloud, crowd=crowd)


def basins_seen(config: Config, state: RaceState, view: RaceView) -> Basins | None:
    """Where the racer that is asked for ends from every point of the map; None where nobody races."""
    names = racing(config)
    if not names:
        return None
    key = view.racer if view.racer in names else names[0]
    surface, racer = surface_of(config), frozen({key: state.hypers[key]})
    steps, most = steps_of_basins(surface, config["steps"])
    shrink = max(1.0, (view.rows * view.columns / most) ** 0.5)
    rows, columns = max(2, int(view.rows / shrink)), max(2, int(view.columns / shrink))
    return basins_of(surface, racer, *schedule_of(config), steps, view.rect, rows, columns)


def steps_of_basins(surface: Surface, steps: int) -> tuple[int, int]:
    """(steps, starts) of a picture of basins that is made at once: on slow surfaces shorter, then coarser."""
    work = lane_steps_at_once(surface)
    steps = min(steps, max(LONGEST_BASINS, work // FEWEST_BASINS))
    return steps, min(FASTEST_BASINS, work // steps)


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
    walks = max(1, len(hypers)) * len(sweeps.OFFSETS)
    steps = min(sweeps.MOST_STEPS, MOST_LEAVE * scalars_at_once(surface) // walks)
    return sweeps.escape_times(surface, start, hypers, tables_of(hypers, schedule, curve, steps))
