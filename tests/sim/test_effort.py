"""No call of the race asks for more work than fits into about a tenth of a second; counted, not timed."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from sim import clouds, effort, sweeps
from sim.config import Config
from sim.optimizers import OPTIMIZERS
from sim.simulations import race_overlays, race_pictures
from sim.simulations.race import PARAMETERS, RaceView, arrange, change, init, seek, snapshot, surface_of
from sim.surfaces import SURFACES

LONG = "+".join(f"{k}*sin({k}*x)*cos({k}*y)" for k in range(1, 17))
SLOW = ("noisy_moons", "typed", "two_parameter_net", "ackley", "saddle")
VIEW = RaceView((-1.0, 1.0, -1.0, 1.0), columns=400, rows=300)


def on(surface: str, **values: object) -> Config:
    return arrange(Config(PARAMETERS, surface=surface, formula=LONG), "surface").replace(values)


@pytest.fixture
def lane_steps(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The lane steps that every walk would take; nobody walks."""
    asked: list[int] = []

    def counted(surface: Any, hypers: Any, tables: Any, noise: Any, seed: Any, state: Any, *stretch: Any) -> None:
        asked.append(state.shape[0] * state.shape[2] * (stretch[2] - stretch[1]))

    monkeypatch.setattr(clouds, "walk", counted)
    yield asked
    race_overlays.basins_of.cache_clear()


@pytest.mark.parametrize("steps", [10, 150, 2000])
@pytest.mark.parametrize("surface", SLOW)
def test_a_crowd_and_its_return_fit_into_one_call(surface: str, steps: int, lane_steps: list[int]) -> None:
    off = on(surface, steps=steps, noise=0.1)
    config = off.replace(cloud="grid", cloud_size=100_000)
    state = seek(off, init(off), steps)
    state = change(off, config, state)
    state = seek(config, state, steps - 1)
    blocks = len(OPTIMIZERS) * clouds.CLOUD_WIDTH
    limit = effort.lane_steps_at_once(surface_of(config), 0.1) + blocks * steps
    assert len(lane_steps) == 2
    assert 0 < max(lane_steps) <= limit
    assert state.cloud is not None
    assert state.cloud.asked == 100_000
    assert (state.cloud.note == "") == (len(state.cloud.points) == 100_000)


@pytest.mark.parametrize("steps", [10, 150, 2000])
@pytest.mark.parametrize("surface", SLOW)
def test_a_picture_of_basins_fits_into_one_call(surface: str, steps: int, lane_steps: list[int]) -> None:
    config = on(surface, steps=steps, basins=True)
    found = snapshot(config, init(config), VIEW).basins
    assert found is not None
    assert found.steps >= min(steps, 300)
    assert len(lane_steps) == 1
    assert lane_steps[0] <= effort.lane_steps_at_once(surface_of(config)) + clouds.CLOUD_WIDTH * steps


def test_a_cloud_says_how_many_of_its_starts_are_shown(lane_steps: list[int]) -> None:
    config = on("noisy_moons", steps=2000, cloud="grid", cloud_size=100_000)
    cloud = init(config).cloud
    assert cloud is not None
    assert 448 < len(cloud.points) < 1000
    assert cloud.note.startswith(f"{len(cloud.points)} of 100")
    few = config.replace(cloud_size=300)
    shown = init(few).cloud
    assert shown is not None
    assert (len(shown.points), shown.note) == (300, "")


def test_the_number_of_skiers_does_not_change_with_the_cursor(lane_steps: list[int]) -> None:
    config = on("noisy_moons", steps=1000, cloud="grid", cloud_size=100_000)
    state = init(config)
    sizes = {len(cloud.points) for step in (0, 1, 500, 1000) if (cloud := seek(config, state, step).cloud)}
    assert len(sizes) == 1


@pytest.mark.parametrize("surface", SLOW)
def test_a_landscape_has_no_more_points_than_there_is_time_for(surface: str) -> None:
    entry = surface_of(on(surface))
    field = race_pictures.field_of(entry, (-1.0, 1.0, -1.0, 1.0), 2000, 2000).values
    assert 20_000 < field.size <= min(race_pictures.FASTEST_FIELD, effort.scalars_at_once(entry))


@pytest.mark.parametrize("surface", SLOW)
def test_no_sweep_over_rates_is_longer_than_there_is_time_for(surface: str, monkeypatch: pytest.MonkeyPatch) -> None:
    lengths = []

    def counted(surface: Any, start: Any, hypers: Any, tables: Any) -> dict[str, float]:
        lengths.extend(len(table) for table in tables.values())
        return dict.fromkeys(hypers, 0.01)

    monkeypatch.setattr(sweeps, "tuned_rates", counted)
    config = on(surface, rates="tuned", steps=300, start_x=0.123)
    init(config)
    work = sum(lengths) * sweeps.WALKS * effort.lane_step(surface_of(config))
    assert len(lengths) == len(OPTIMIZERS)
    assert min(lengths) >= 60
    assert work <= effort.AT_ONCE


def test_work_is_ordered_as_it_was_measured() -> None:
    order = ("saddle", "ackley", "two_parameter_net", "noisy_moons")
    work = [effort.lane_step(SURFACES[key]) for key in order] + [effort.lane_step(surface_of(on("typed")))]
    assert (np.diff(work) > 0.0).all()
    assert effort.lane_step(SURFACES["saddle"], 0.1) > effort.lane_step(SURFACES["saddle"])
