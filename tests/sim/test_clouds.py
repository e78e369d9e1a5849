"""Clouds against the plain rules, the geometry of their starts, and what may be continued."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.clouds import (
    ELSEWHERE,
    GONE,
    NEAR,
    Cloud,
    Crowd,
    cloud_of,
    crowd_at,
    end_names,
    end_points,
    normal_offsets,
    tiling,
)
from sim.formula import parse_surface
from sim.optimizers import OPTIMIZERS, hyper_row
from sim.rng import normal_pair, philox
from sim.schedules import step_constants
from sim.surfaces import SURFACES
from tests.sim.plain_race import gradient_of, race

STEPS = 60


def crowd(
    surface: str, step: int, size: int = 500, racers: tuple[str, ...] = tuple(OPTIMIZERS), **values: Any
) -> Crowd:
    """A crowd around the surface's start, with its fair rates unless `rate` is given."""
    entry, rate = SURFACES[surface], values.pop("rate", None)
    hypers = {key: hyper_row(key, learning_rate=rate or entry.rates[key]) for key in racers}
    tables = {key: step_constants(key, row, "constant", STEPS) for key, row in hypers.items()}
    start = values.pop("start", entry.start)
    return crowd_at(entry, start, hypers, tables, size=size, step=step, **{"spread": 0.1, **values})


def seen(surface: str, walked: Crowd, racers: tuple[str, ...] = tuple(OPTIMIZERS), colour: str = "optimizer") -> Cloud:
    """The cloud of a crowd."""
    return cloud_of(SURFACES[surface], racers, walked, colour)


def cloud(
    surface: str,
    step: int,
    size: int = 500,
    racers: tuple[str, ...] = tuple(OPTIMIZERS),
    colour: str = "optimizer",
    **values: Any,
) -> Cloud:
    """The cloud of `crowd`."""
    return seen(surface, crowd(surface, step, size, racers, **values), racers, colour)


def same(a: Cloud, b: Cloud) -> bool:
    """Whether all skiers are at the same places, or gone."""
    return np.array_equal(a.points, b.points, equal_nan=True)


@given(count=st.integers(1, 3000), number=st.integers(0, 6))
def test_a_grid_has_one_skier_in_every_cell_of_the_square(count: int, number: int) -> None:
    points = (tiling(count, number).astype(float) + 1.0) / 2.0
    rows = round(count**0.5)
    row = np.floor(points[:, 1] * rows).astype(int)
    counts = np.bincount(row, minlength=rows)
    assert len(points) == count
    assert counts.max() - counts.min() <= 1
    column = np.floor(points[:, 0] * counts[row]).astype(int)
    cells = {(int(r), int(c)) for r, c in zip(row, column, strict=True)}
    assert cells == {(r, c) for r in range(rows) for c in range(counts[r])}


def test_the_grids_of_seven_optimizers_lie_between_each_other() -> None:
    points = np.concatenate([tiling(100, k) for k in range(7)])
    apart = np.hypot(*(points[:, np.newaxis] - points).transpose(2, 0, 1)) + np.eye(len(points))
    assert apart.min() > 0.2 * 2.0 / np.sqrt(len(points))


@pytest.mark.parametrize("shape", ["grid", "gaussian"])
@pytest.mark.parametrize("size", [1, 5, 100, 1001])
def test_the_number_of_skiers_is_exact_and_shared_out_evenly(size: int, shape: str) -> None:
    found = cloud("beale", 3, size, shape=shape)
    counts = np.bincount(found.groups, minlength=7)
    assert found.points.shape == (size, 2)
    assert counts.sum() == size
    assert counts.max() - counts.min() <= 1
    assert np.allclose(found.shares, counts / size)


def test_a_grid_covers_the_square_around_the_start() -> None:
    entry = SURFACES["beale"]
    found = cloud("beale", 0, 10_000, spread=0.25)
    x0, x1, y0, y1 = entry.domain
    shares = (found.points - np.array(entry.start)) / (x1 - x0, y1 - y0)
    assert np.abs(shares).max() <= 0.25
    assert np.abs(shares).max() > 0.24
    assert np.allclose(shares.mean(axis=0), 0.0, atol=0.005)


def test_gaussian_starts_are_the_counters_own_numbers() -> None:
    seed = 2**40 + 17
    found = normal_offsets(1000, seed)
    for skier in (0, 1, 31, 999):
        word_0, word_1, _, _ = philox(0, skier, 1, 0, seed & 0xFFFFFFFF, seed >> 32)
        assert np.allclose(found[skier], normal_pair(word_0, word_1, np.float32(0)), rtol=1e-6)
    assert np.allclose(found.mean(axis=0), 0.0, atol=0.1)
    assert np.allclose(found.std(axis=0), 1.0, atol=0.1)


def test_the_seed_chooses_the_gaussian_and_nothing_of_the_grid() -> None:
    first, again, other = (cloud("beale", 0, shape="gaussian", seed=seed) for seed in (1, 1, 2))
    assert same(first, again)
    assert not same(first, other)
    assert same(cloud("beale", 0, seed=1), cloud("beale", 0, seed=2))


@pytest.mark.parametrize("surface", ["himmelblau", "bounded_saddle", "two_parameter_net"])
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_skiers_walk_where_the_plain_rule_walks(key: str, surface: str) -> None:
    before, after = cloud(surface, 0, 40, (key,)), cloud(surface, 20, 40, (key,))
    entry = SURFACES[surface]
    for skier in (0, 17, 39):
        x, y = (float(value) for value in before.points[skier])
        path = race(gradient_of(surface), key, (x, y), 20, learning_rate=entry.rates[key])
        assert np.allclose(after.points[skier], path[-1], atol=2e-3 * entry.diagonal), skier


def test_each_optimizer_moves_its_own_skiers() -> None:
    together, alone = cloud("beale", 30, 70), cloud("beale", 30, 10, ("adam",))
    assert together.names == tuple(OPTIMIZERS)
    theirs = together.points[together.groups == together.names.index("sgd")]
    assert np.array_equal(theirs, cloud("beale", 30, 10, ("sgd",)).points, equal_nan=True)
    assert not np.allclose(theirs, alone.points)


@pytest.mark.parametrize("noise", [0.0, 0.5])
def test_a_continued_cloud_is_the_same_as_one_from_the_start(noise: float) -> None:
    values: dict[str, Any] = {"noise": noise, "seed": 5, "shape": "gaussian"}
    whole, part = cloud("himmelblau", 50, **values), cloud("himmelblau", 20, **values)
    walking = crowd("himmelblau", 20, **values)
    first = seen("himmelblau", walking)
    kept = first.points.copy()
    walking = crowd("himmelblau", 50, previous=walking, **values)
    assert same(seen("himmelblau", walking), whole)
    walking = crowd("himmelblau", 20, previous=walking, **values)
    assert same(seen("himmelblau", walking), part)
    assert np.array_equal(first.points, kept)


@pytest.mark.parametrize(
    "changed",
    [
        {"rate": 0.002}, {"noise": 0.1}, {"seed": 4}, {"spread": 0.2}, {"shape": "grid"}, {"start": (0.5, 0.5)},
        {"size": 499}, {"racers": ("adam", "sgd")},
    ],
    ids=lambda changed: next(iter(changed)),
)  # fmt: skip
def test_a_cloud_of_other_settings_is_not_continued(changed: dict[str, Any]) -> None:
    values: dict[str, Any] = {"noise": 0.2, "seed": 3, "shape": "gaussian"}
    previous = crowd("beale", 20, **values)
    fresh, misled = (
        cloud("beale", 40, **{**values, **changed}),
        cloud("beale", 40, previous=previous, **{**values, **changed}),
    )
    assert same(fresh, misled)


def test_the_cloud_stops_where_its_tables_end() -> None:
    assert cloud("beale", 10 * STEPS).step == STEPS


def test_ends_are_the_nearest_minima() -> None:
    entry = SURFACES["himmelblau"]
    found = cloud("himmelblau", STEPS, 2000, spread=0.4, start=(0.0, 0.0), colour="end")
    away = np.hypot(*(found.points[:, np.newaxis].astype(float) - np.array(end_points(entry))).transpose(2, 0, 1))
    expected = np.where(away.min(axis=1) <= NEAR * entry.diagonal, away.argmin(axis=1), len(end_points(entry)))
    assert (found.groups == expected).mean() > 0.999
    assert set(found.groups.tolist()) >= {0, 1, 2, 3}


def test_skiers_that_flew_off_are_gone_and_not_drawn() -> None:
    found = cloud("zigzag_bowl", STEPS, 100, ("sgd", "adam"), rate=0.5, colour="end")
    gone = found.groups == found.names.index(GONE)
    assert gone[:50].all()
    assert not gone[50:].any()
    assert np.isnan(found.points[gone]).all()
    assert np.isfinite(found.points[~gone]).all()
    assert found.shares[found.names.index(GONE)] == 0.5


def test_minima_are_numbered_from_the_lowest_on_and_no_more_than_eight() -> None:
    assert end_names(SURFACES["himmelblau"]) == ("minimum 1", "minimum 2", "minimum 3", "minimum 4", ELSEWHERE, GONE)
    assert end_names(SURFACES["saddle"]) == (ELSEWHERE, GONE)
    assert len(end_points(parse_surface("sin(9*x)*sin(9*y)"))) == 8
    assert end_points(SURFACES["rastrigin"])[0] == pytest.approx((0.0, 0.0), abs=1e-9)
    losses = [SURFACES["six_hump_camel"].loss(*point) for point in end_points(SURFACES["six_hump_camel"])]
    assert losses == pytest.approx(sorted(losses))


def test_equally_low_minima_are_numbered_all_or_none() -> None:
    listed = end_points(SURFACES["rastrigin"])
    assert len(listed) == 5
    assert {(round(x), round(y)) for x, y in listed} == {(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)}


def test_a_skier_in_a_cup_without_a_number_is_elsewhere() -> None:
    found = cloud("rastrigin", 0, 1, ("sgd",), start=(4.0, 4.0), colour="end")
    assert found.names[found.groups[0]] == ELSEWHERE


def test_every_skier_meets_noise_of_its_own() -> None:
    rate, sigma = 0.01, 2.0
    calm, noisy = (cloud("saddle", 1, 4000, ("sgd",), rate=rate, noise=noise, seed=9) for noise in (0.0, sigma))
    drawn = (calm.points - noisy.points) / (rate * sigma)
    assert len(np.unique(drawn[:, 0])) > 3000
    assert np.allclose(drawn.mean(axis=0), 0.0, atol=0.06)
    assert np.allclose(drawn.std(axis=0), 1.0, atol=0.06)


def test_without_racers_there_is_an_empty_cloud() -> None:
    found = cloud("beale", 10, racers=())
    assert found.points.shape == (0, 2)
    assert found.groups.shape == (0,)


def test_clouds_are_read_only() -> None:
    found = cloud("beale", 5)
    assert not any(array.flags.writeable for array in (found.points, found.groups, found.shares))


def test_a_formula_too_large_for_float32_loses_its_skiers_without_a_word() -> None:
    surface, row = parse_surface("1e12*1e12*1e12*1e12*x*y"), hyper_row("sgd")
    table = step_constants("sgd", row, "constant", 5)
    walked = crowd_at(surface, (1.0, 1.0), {"sgd": row}, {"sgd": table}, size=10, spread=0.1, step=5)
    found = cloud_of(surface, ("sgd",), walked, "end")
    assert found.shares[found.names.index(GONE)] == 1.0
