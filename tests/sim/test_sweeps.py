"""Sweeps against numpy, against the linear law of a saddle, against the board, and against symmetry."""

import math
from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.clouds import NEAR, end_points
from sim.formula import parse_surface
from sim.optimizers import OPTIMIZERS, SLOTS, hyper_row
from sim.schedules import step_constants
from sim.surface import Surface, left_saddle, lowest_on_border
from sim.surfaces import SURFACES
from sim.sweeps import (
    EYE_FOLLOWS,
    LONGEST_STEP,
    OFFSETS,
    RATES,
    Basins,
    EscapeTimes,
    RateSweep,
    basins,
    escape_times,
    is_endless,
    law_of,
    starts_around,
    sweep_rates,
    tuned_rates,
)
from tests.sim.plain_race import gradient_of, race

Array = NDArray[np.float64]

STEPS = 300
UNTUNED = {key: tuple(OPTIMIZERS) for key in ("saddle", "half_pipe", "monkey_saddle", "long_valley", "beale")}
UNTUNED["zigzag_bowl"] = ("sgd", "momentum", "nesterov")
"""See the docstring of sim.surfaces."""
TUNED = [(key, name) for key in SURFACES for name in OPTIMIZERS if name not in UNTUNED.get(key, ())]


def settings(
    keys: Sequence[str] = tuple(OPTIMIZERS), steps: int = STEPS, schedule: str = "constant", **rates: float
) -> tuple[dict[str, Array], dict[str, Array]]:
    """The rows h and the tables of constants of some racers, with default settings."""
    hypers = {key: hyper_row(key, learning_rate=rates.get(key, 0.01)) for key in keys}
    return hypers, {key: step_constants(key, row, schedule, steps) for key, row in hypers.items()}


@cache
def sweep_of(key: str) -> RateSweep:
    """The sweep of a surface of the table, from its own start."""
    return sweep_rates(SURFACES[key], SURFACES[key].start, *settings())


# Fair rates


def scored(surface: Surface, key: str, rates: Array) -> tuple[Array, Array]:
    """The criterion in numpy: (score, whether the rate is possible) of each rate, from arrays of whole paths."""
    optimizer, row, starts = OPTIMIZERS[key], hyper_row(key), starts_around(surface, surface.start)
    h = [rates[:, np.newaxis] if slot == SLOTS["learning_rate"] else row[slot] for slot in range(4)]
    theta = [np.broadcast_to(starts[:, axis], (len(rates), len(starts))) for axis in (0, 1)]
    m, v, paths = [theta[0] * 0.0] * 2, [theta[0] * 0.0] * 2, [theta]
    with np.errstate(all="ignore"):
        for c in step_constants(key, row, "constant", STEPS):
            asked = [optimizer.look_ahead(theta[axis], m[axis], c, h) for axis in (0, 1)]
            slopes = surface.gradients(*asked)
            moved = [optimizer.update(theta[a], m[a], v[a], slopes[a], c, h) for a in (0, 1)]
            theta, m, v = ([new[part] for new in moved] for part in range(3))
            paths.append(theta)
        x, y = np.array(paths).transpose(1, 0, 2, 3)
        x0, x1, y0, y1 = surface.domain
        inside = (x >= x0) & (x <= x1) & (y >= y0) & (y <= y1)
        short = np.hypot(np.diff(x, axis=0), np.diff(y, axis=0)) <= LONGEST_STEP * surface.diagonal
        floor = min((surface.loss(*point) for point in surface.minima), default=lowest_on_border(surface))
        above = surface.losses(x, y) - floor
        score = np.maximum(np.log10(np.maximum(above[1:] / above[0], 1e-4)), -4.0).mean(axis=(0, 2))
    return score, inside.all(axis=(0, 2)) & short.all(axis=(0, 2))


@pytest.mark.parametrize("surface", ["mccormick", "bounded_saddle", "plateau", "booth", "rosenbrock"])
@pytest.mark.parametrize("key", ["sgd", "momentum", "nesterov", "adagrad", "adam"])
def test_scores_are_those_of_numpy(key: str, surface: str) -> None:
    sweep = sweep_of(surface)
    score, possible = scored(SURFACES[surface], key, RATES)
    racer = sweep.keys.index(key)
    longest = LONGEST_STEP * SURFACES[surface].diagonal
    assert np.array_equal(possible, sweep.inside[racer] & sweep.alive[racer] & (sweep.longest[racer] <= longest))
    assert sweep.score[racer][possible] == pytest.approx(score[possible], abs=2e-3)


@pytest.mark.parametrize("surface, key", TUNED)
def test_fair_rates_are_those_of_the_table_or_next_to_them(surface: str, key: str) -> None:
    entry = SURFACES[surface]
    found = tuned_rates(entry, entry.start, *settings([key]), EYE_FOLLOWS)[key]
    highest = 50.0  # of the rates that the table was chosen from
    rung, table = (int(np.argmin(np.abs(np.log(RATES / rate)))) for rate in (min(found, highest), entry.rates[key]))
    assert abs(rung - table) <= 1


@pytest.mark.parametrize("surface", ["himmelblau", "six_hump_camel", "styblinski_tang"])
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_a_fair_rate_does_not_lose_against_half_of_it_or_twice_as_much(key: str, surface: str) -> None:
    entry = SURFACES[surface]
    best = tuned_rates(entry, entry.start, *settings([key]))[key]
    score, possible = scored(entry, key, best * np.array([1.0, 0.5, 2.0])[: 3 if 2 * best <= RATES[-1] else 2])
    assert possible[0]
    assert (score[0] <= score[possible] + 0.05).all()


def test_no_rate_gets_more_than_three_hundred_gradients() -> None:
    entry = SURFACES["himmelblau"]
    short, long = (sweep_rates(entry, entry.start, *settings(steps=steps)) for steps in (STEPS, 5 * STEPS))
    same = np.array_equal(short.score, long.score), np.array_equal(short.longest, long.longest)
    assert same == (True, True)


def test_all_racers_get_as_many_gradients_as_the_shortest_table_has() -> None:
    entry = SURFACES["himmelblau"]
    hypers, tables = settings()
    cut = {**tables, "adam": tables["adam"][:40]}
    mixed, short = sweep_rates(entry, entry.start, hypers, cut), sweep_rates(entry, entry.start, *settings(steps=40))
    assert np.array_equal(mixed.score, short.score)


def test_fair_rates_belong_to_the_start_and_the_other_settings() -> None:
    entry = SURFACES["rosenbrock"]
    hypers, tables = settings(["momentum"])
    calm = {"momentum": hyper_row("momentum", momentum=0.0)}
    plain = tuned_rates(entry, entry.start, *settings(["sgd"]))["sgd"]
    assert tuned_rates(entry, entry.start, calm, tables)["momentum"] == plain
    there, here = (tuned_rates(entry, start, hypers, tables)["momentum"] for start in ((0.9, 0.8), entry.start))
    assert there > here


def test_the_rate_in_use_does_not_matter() -> None:
    entry = SURFACES["booth"]
    assert tuned_rates(entry, entry.start, *settings()) == tuned_rates(entry, entry.start, *settings(adam=3.0, sgd=7.0))


@pytest.mark.parametrize("surface", ["saddle", "half_pipe", "monkey_saddle"])
def test_without_a_floor_there_are_rates_too(surface: str) -> None:
    entry = SURFACES[surface]
    found = tuned_rates(entry, entry.start, *settings())
    assert set(found) == set(OPTIMIZERS)
    assert set(found.values()) <= set(RATES.tolist())


def test_which_surfaces_have_no_floor() -> None:
    assert {key for key in SURFACES if is_endless(SURFACES[key])} == {"saddle", "half_pipe", "monkey_saddle"}
    assert is_endless(parse_surface("10*x"))
    assert not is_endless(parse_surface("exp(-x)"))
    assert not is_endless(parse_surface("5"))


@pytest.mark.parametrize("key", ["adam", "rmsprop", "adagrad"])
def test_without_a_floor_tuned_rates_leave_the_half_pipe(key: str) -> None:
    entry = SURFACES["half_pipe"]
    rate = tuned_rates(entry, entry.start, *settings([key], steps=150))[key]
    path = race(gradient_of("half_pipe"), key, entry.start, 150, learning_rate=rate)
    assert path[-1][1] > entry.domain[3]


@pytest.mark.parametrize("surface", ["saddle", "monkey_saddle"])
@pytest.mark.parametrize("key", ["sgd", "momentum", "nesterov"])
def test_without_a_floor_tuned_rates_leave_sooner_than_the_listed_ones(key: str, surface: str) -> None:
    entry, steps = SURFACES[surface], 150
    tuned = tuned_rates(entry, entry.start, *settings([key], steps=steps))[key]
    left = []
    for rate in (tuned, entry.rates[key]):
        path = race(gradient_of(surface), key, entry.start, steps, learning_rate=rate)
        found = left_saddle(entry, path)
        left.append(steps + 1 if found is None else found)
    assert left[0] < min(left[1], steps)


def test_adadelta_may_have_a_rate_above_fifty() -> None:
    assert RATES[-1] == 100.0
    found = tuned_rates(SURFACES["booth"], SURFACES["booth"].start, *settings(["adadelta"]), EYE_FOLLOWS)
    assert found["adadelta"] > 50.0


@pytest.mark.parametrize("start", [(3.5, 0.0), (-900.0, 1000.0), (2.99, 2.99)])
def test_a_start_outside_the_domain_has_rates(start: tuple[float, float]) -> None:
    found = tuned_rates(SURFACES["two_parameter_net"], start, *settings())
    assert all(0.0 < rate <= RATES[-1] for rate in found.values())


def test_where_every_walk_leaves_the_map_the_best_of_those_with_short_steps_is_taken() -> None:
    downhill = parse_surface("10*x")
    sweep = sweep_rates(downhill, (0.0, 0.0), *settings(["sgd"]))
    rate = tuned_rates(downhill, (0.0, 0.0), *settings(["sgd"]))["sgd"]
    longest = LONGEST_STEP * downhill.diagonal
    assert rate * 10.0 <= longest
    assert sweep.inside[0][list(RATES).index(rate)] or not (sweep.inside[0] & (sweep.longest[0] <= longest)).any()


def test_where_every_step_is_too_long_the_shortest_is_taken() -> None:
    cliff = parse_surface("1e6*x")
    assert tuned_rates(cliff, (0.0, 0.0), *settings(["sgd"]))["sgd"] == RATES[0]


def test_where_the_formula_has_no_value_the_surface_s_own_rates_are_taken() -> None:
    nowhere = parse_surface("sqrt(-1 - x^2)")
    assert tuned_rates(nowhere, (0.5, 0.5), *settings()) == dict(nowhere.rates)


def test_without_racers_nothing_is_tuned() -> None:
    assert tuned_rates(SURFACES["beale"], (1.0, 1.0), {}, {}) == {}


WILD = (
    "1/x", "log(x)", "sqrt(x)", "exp(exp(x))", "x^16 + y^16", "1/(x^2 + y^2)", "tan(5*x)*y", "5", "0*x", "log(0*x)",
    "1e12*1e12*1e12*1e12*x*y", "1e-12*1e-12*x", "abs(x) - abs(y)", "exp(-1/x^2)",
)  # fmt: skip


@pytest.mark.parametrize("start", [(0.0, 0.0), (1000.0, -1000.0), (0.3, -0.7)])
@pytest.mark.parametrize("formula", WILD)
def test_no_formula_is_too_wild_for_a_sweep(formula: str, start: tuple[float, float]) -> None:
    surface = parse_surface(formula)
    hypers, tables = settings(steps=60)
    found = tuned_rates(surface, start, hypers, tables)
    assert all(0.0 < rate <= RATES[-1] for rate in found.values())
    escapes = escape_times(surface, start, hypers, tables)
    assert escapes is None or set(escapes.steps) == set(hypers)
    ends = basins(surface, "adam", hypers["adam"], tables["adam"], surface.domain, 9, 11)
    assert ends.shares.sum() == pytest.approx(1.0)


# Escapes


def escapes(surface: str, **rates: float) -> EscapeTimes:
    """The escapes of all racers from the ridge of a surface's saddle, from its own start."""
    entry = SURFACES[surface]
    found = escape_times(entry, entry.start, *settings(steps=3000, **{**entry.rates, **rates}))
    assert found is not None
    return found


def at(times: Array, offset: float) -> float:
    """The entry of an offset of the ladder."""
    return float(times[int(np.argmin(np.abs(np.log(OFFSETS / offset))))])


def test_the_law_counts_doublings() -> None:
    assert law_of(2.0**-10, 0.5, 1.0, 2.0) == pytest.approx(10.0)
    assert law_of(1e-3, 0.01, 1.0, 2.0) == pytest.approx(math.log(1e3) / math.log(1.02))
    assert np.isnan(law_of(1e-3, 0.0, 1.0, 2.0))


@pytest.mark.parametrize("offset", [1e-2, 1e-4, 1e-6])
@pytest.mark.parametrize("rate", [0.01, 0.03, 0.1])
def test_sgd_leaves_the_saddle_when_the_law_says(rate: float, offset: float) -> None:
    found = escapes("saddle", sgd=rate)
    assert at(found.law, offset) == pytest.approx(math.log(1 / offset) / math.log(1 + 2 * rate), rel=1e-6)
    assert abs(at(found.steps["sgd"], offset) - math.log(1 / offset) / math.log(1 + 2 * rate)) <= 2.0


@pytest.mark.parametrize("surface", ["bounded_saddle", "two_parameter_net", "himmelblau", "beale"])
@pytest.mark.parametrize("offset", [1e-8, 1e-6, 1e-4])
def test_the_law_holds_on_other_saddles_within_a_tenth(offset: float, surface: str) -> None:
    found = escapes(surface)
    assert at(found.steps["sgd"], offset) == pytest.approx(at(found.law, offset), rel=0.1, abs=3.0)


@pytest.mark.parametrize("offset", [1e-2, 1e-4, 1e-6])
def test_rmsprop_needs_72_steps_from_every_offset(offset: float) -> None:
    assert at(escapes("saddle").steps["rmsprop"], offset) == 72.0


@pytest.mark.parametrize("surface", ["saddle", "bounded_saddle", "long_valley"])
@pytest.mark.parametrize("key", OPTIMIZERS)
def test_escapes_are_those_of_the_board(key: str, surface: str) -> None:
    entry = SURFACES[surface]
    hyper = hyper_row(key, learning_rate=entry.rates[key])
    table = step_constants(key, hyper, "constant", 400)
    found = escape_times(entry, entry.start, {key: hyper}, {key: table})
    assert found is not None
    for offset in (1e-4, 1e-2):
        path = race(gradient_of(surface), key, (entry.start[0], offset), 400, learning_rate=entry.rates[key])
        left, expected = at(found.steps[key], offset), left_saddle(entry, path)
        assert math.isnan(left) if expected is None else left == expected


@pytest.mark.parametrize("surface", ["saddle", "bounded_saddle", "himmelblau", "beale", "styblinski_tang", "mccormick"])
@pytest.mark.parametrize("offset", [1e-6, 1e-3, 0.05])
def test_a_start_placed_at_an_offset_has_it_and_its_times(surface: str, offset: float) -> None:
    entry, first = SURFACES[surface], escapes(surface)
    start = first.start_at(offset)
    assert first.offset_of(start) == pytest.approx(offset, rel=1e-5)
    again = escape_times(entry, start, *settings(steps=3000, **entry.rates))
    assert again is not None
    assert again.offset_of(start) == pytest.approx(offset, rel=1e-5)
    assert at(again.steps["sgd"], offset) == pytest.approx(at(first.steps["sgd"], offset), abs=1.0)


def test_on_the_plain_saddle_the_offset_is_y_and_x_stays() -> None:
    found = escapes("saddle")
    assert found.start_at(1e-4) == (SURFACES["saddle"].start[0], 1e-4)
    assert found.offset_of((SURFACES["saddle"].start[0], -0.02)) == 0.02
    assert (found.distance, found.way.curvature) == pytest.approx((1.0, -2.0))


def test_a_start_away_from_the_line_that_was_tried_has_no_offset() -> None:
    found = escapes("himmelblau")
    assert found.offset_of(SURFACES["himmelblau"].start) is None


def test_never_is_not_a_number() -> None:
    found = escapes("saddle", sgd=1e-5)
    assert np.isnan(found.steps["sgd"][:-1]).all()


def test_a_surface_without_a_saddle_has_no_escapes() -> None:
    entry = SURFACES["booth"]
    assert escape_times(entry, entry.start, *settings(steps=100)) is None


def test_without_sgd_there_is_no_law() -> None:
    entry = SURFACES["saddle"]
    found = escape_times(entry, entry.start, *settings(["adam"], steps=100))
    assert found is not None
    assert np.isnan(found.law).all()


def test_the_ladder_of_offsets_reaches_from_a_hundred_millionth_to_one() -> None:
    assert OFFSETS[[0, -1]].tolist() == [1e-8, 1.0]
    assert (np.diff(OFFSETS) > 0.0).all()
    assert {1e-6, 1e-4, 1e-3, 1e-2} <= set(OFFSETS.tolist())


# Basins


def basins_of(surface: str, key: str, rows: int = 60, columns: int = 60, rate: float | None = None) -> Basins:
    """The basins of a surface over its whole domain, after 300 steps."""
    entry = SURFACES[surface]
    hyper = hyper_row(key, learning_rate=rate or entry.rates[key])
    table = step_constants(key, hyper, "constant", STEPS)
    return basins(entry, key, hyper, table, entry.domain, rows, columns)


@pytest.mark.parametrize("key", ["sgd", "momentum", "adam"])
def test_all_four_minima_of_himmelblau_have_a_basin(key: str) -> None:
    found = basins_of("himmelblau", key)
    assert (found.shares[:4] > 0.1).all()
    assert found.shares.sum() == pytest.approx(1.0)
    assert found.labels.shape == (60, 60)


def test_a_minimum_lies_in_its_own_basin() -> None:
    entry = SURFACES["himmelblau"]
    found = basins_of("himmelblau", "sgd", 120, 120)
    x0, x1, y0, y1 = entry.domain
    for label, (x, y) in enumerate(found.ends):
        row, column = int((y - y0) / (y1 - y0) * 120), int((x - x0) / (x1 - x0) * 120)
        assert found.labels[row, column] == label


def test_pixels_end_where_the_plain_rule_ends() -> None:
    entry = SURFACES["himmelblau"]
    found = basins_of("himmelblau", "sgd", 7, 9)
    x0, x1, y0, y1 = entry.domain
    for row, column in ((0, 0), (1, 5), (3, 2), (6, 8)):
        start = x0 + (x1 - x0) * (column + 0.5) / 9, y0 + (y1 - y0) * (row + 0.5) / 7
        end = race(gradient_of("himmelblau"), "sgd", start, STEPS, learning_rate=entry.rates["sgd"])[-1]
        away = [math.dist(end, point) for point in end_points(entry)]
        assert min(away) < NEAR * entry.diagonal
        assert found.labels[row, column] == int(np.argmin(away))


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_a_mirrored_surface_has_mirrored_basins(key: str) -> None:
    found = basins_of("bounded_saddle", key)
    first, second = (found.ends[:, 1] < 0.0).argmax(), (found.ends[:, 1] > 0.0).argmax()
    mirrored = found.labels[::-1].copy()
    swapped = np.where(mirrored == first, second, np.where(mirrored == second, first, mirrored))
    assert (swapped == found.labels).mean() > 0.995


def test_a_surface_turned_by_half_has_basins_turned_by_half() -> None:
    found = basins_of("six_hump_camel", "momentum")
    opposite = [int(np.argmin(np.hypot(*(found.ends + end).T))) for end in found.ends]
    turned = np.array([*opposite, len(opposite), len(opposite) + 1])[found.labels[::-1, ::-1]]
    assert (turned == found.labels).mean() > 0.98


def test_one_minimum_has_the_whole_bowl() -> None:
    found = basins_of("booth", "sgd")
    assert (found.labels == 0).all()
    assert found.shares[0] == 1.0


def test_where_nobody_arrives_all_are_gone_or_on_their_way() -> None:
    assert basins_of("zigzag_bowl", "sgd", rate=0.5).names[-1] == "gone"
    assert basins_of("zigzag_bowl", "sgd", rate=0.5).shares[-1] == 1.0
    assert basins_of("zigzag_bowl", "sgd", rate=1e-5).shares[-2] > 0.9
