"""The optimizer race: up to seven skiers on one surface, from one start, for a few hundred steps.

Compute, then play: a race costs a few milliseconds, so the whole of it is a pure function of its config. Every slider
move works it out anew, from the first step on, and the transport moves a cursor over it. Only the learner's own skier
is not part of the config: his steps are edits.

What is modelled: full gradients of a surface in two coordinates, in float64, plus normal noise if the learner adds some
(all racers of a seed meet the same noise). What is simplified: real losses have millions of coordinates, and the
noise of mini-batches is neither normal nor the same everywhere.
"""

from dataclasses import replace
from typing import Any

from sim.clouds import prepare_cloud, prepare_ends
from sim.config import Config
from sim.raster import prepare_raster
from sim.simulations.protocol import Simulation, identity
from sim.simulations.race_config import (
    FARTHEST,
    LOOKS,
    PARAMETERS,
    arrange,
    hyper_of,
    hypers,
    own_parameters,
    racing,
    rates_of,
    start_of,
    surface_of,
)
from sim.simulations.race_hand import edited, hand_of, kept
from sim.simulations.race_overlays import basins_seen, clouded, curvatures_of, law_seen
from sim.simulations.race_pictures import field_of, field_seen, mesh_seen, prepare_field
from sim.simulations.race_tracks import raced, run_races, tracks_of
from sim.simulations.race_view import Field, Hand, RaceSnapshot, RaceState, RaceView, Track
from sim.sweeps import prepare_escapes, prepare_rates

__all__ = [
    "FARTHEST",
    "PARAMETERS",
    "RACE",
    "Field",
    "Hand",
    "RaceSnapshot",
    "RaceState",
    "RaceView",
    "Track",
    "advance",
    "arrange",
    "change",
    "edit",
    "field_of",
    "hyper_of",
    "hypers",
    "init",
    "own_parameters",
    "racing",
    "rates_of",
    "run_races",
    "seek",
    "snapshot",
    "start_of",
    "surface_of",
    "tracks_of",
]


def init(config: Config) -> RaceState:
    """The race of a config, the cursor at its start."""
    return clouded(config, raced(config))


def change(old: Config, new: Config, state: RaceState) -> RaceState:
    """The race of the new config under the same cursor. What is only looked at leaves the race as it is."""
    changed = old.changed(new)
    if all(key in LOOKS for key in changed):
        return clouded(new, state)
    hand = kept(old, new, state.hand)
    return clouded(new, replace(raced(new), step=min(state.step, new["steps"]), hand=hand, crowd=state.crowd))


def edit(config: Config, state: RaceState, what: Any, value: Any) -> tuple[Config, RaceState]:
    """The learner's own skier makes a step or takes one back."""
    return config, replace(state, hand=edited(config, state.hand, what, value))


def advance(config: Config, state: RaceState, steps: int) -> RaceState:
    """The cursor moves on, at most to the end."""
    return seek(config, state, state.step + steps)


def seek(config: Config, state: RaceState, step: int) -> RaceState:
    """The cursor moves to `step`, and the cloud with it."""
    return clouded(config, replace(state, step=min(max(step, 0), config["steps"])))


def snapshot(config: Config, state: RaceState, view: Any) -> RaceSnapshot:
    """All tracks, what is drawn over them, and the field of the rectangle that the window looks at."""
    surface, looked = surface_of(config), view if isinstance(view, RaceView) else None
    return RaceSnapshot(
        surface,
        state.step,
        config["steps"],
        start_of(config),
        state.tracks,
        field_seen(surface, looked) if looked else None,
        mesh_seen(surface, looked) if looked else None,
        curvatures_of(surface, state) if config["curvature"] else {},
        hand_of(config, state.hand),
        state.cloud,
        basins_seen(config, state, looked) if looked and looked.basins and config["basins"] else None,
        law_seen(config, state) if looked and looked.law else None,
        state.rates,
        state.hypers,
        state.tables,
    )


def prepare_race() -> None:
    """Compile, or load, what a race needs."""
    tracks_of(Config.defaults(PARAMETERS).replace(steps=10))


RACE = Simulation(
    "race",
    PARAMETERS,
    init,
    advance,
    snapshot,
    change=change,
    edit=edit,
    copy=identity,
    last_step=lambda config: int(config["steps"]),
    rate=40.0,
    seek=seek,
    arrange=arrange,
    prepare=(
        ("the race", prepare_race),
        ("the landscape", prepare_field),
    ),
    prepare_later=(
        ("the 3-D picture", prepare_raster),
        ("the fair rates", prepare_rates),
        ("the times of escape", prepare_escapes),
        ("the ends", prepare_ends),
        ("the cloud", prepare_cloud),
    ),
)
