"""Why racers fly off: found in time, for the right reason, with a change that helps, and never with an exception."""

import math
import warnings

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sim.config import Config
from sim.forensics import AWAY, BELOW, BOUNDS, Flight, last_shown
from sim.optimizers import OPTIMIZERS, hyper_row
from sim.simulations.race import PARAMETERS, Track, arrange, run_races, tracks_of
from sim.simulations.race_advice import rounded_down
from sim.simulations.race_config import tables_of
from sim.simulations.race_tracks import FAR, track_of
from sim.surfaces import SURFACES, surface_named

FORMULAS = ("log(x) + y^2", "sqrt(x) + y^2", "1/x^2 + y^2", "exp(exp(x)) + y^2", "3", "x", "-exp(x*x)", "1/0*x")


def on(surface: str, **values: object) -> Config:
    config = arrange(
        Config(PARAMETERS, {"surface": surface, **{k: v for k, v in values.items() if k == "formula"}}), "surface"
    )
    return config.replace({"rates": "own", **values})


def flight_on(surface: str, key: str, **values: object) -> Flight:
    flight = tracks_of(on(surface, **values))[key].flight
    assert flight is not None
    return flight


def raced(surface_key: str, formula: str, key: str, rate: float, start: tuple[float, float], steps: int) -> Track:
    """One racer with any rate, beyond what the settings allow."""
    surface = surface_named(surface_key, formula)
    rows = {key: hyper_row(key)}
    rows[key][0] = rate
    tables = tables_of(rows, "constant", "", steps)
    records, ends = run_races(surface, start, rows, steps, 0.0, 0, limit=FAR * surface.diagonal)
    (end,) = last_shown(surface, records, ends)
    return track_of(surface, key, records[0], end, rows[key], tables[key])


def first_broken(records: np.ndarray) -> int:
    """The first row that was raced and is not finite, or the number of rows."""
    broken = ~np.isfinite(records).all(axis=1)
    return int(np.argmax(broken)) if broken.any() else len(records)


places = [(key, "") for key in SURFACES] + [("typed", formula) for formula in FORMULAS]
rates = st.floats(-5.0, 6.0).map(lambda power: 10.0**power)
coordinates = st.floats(-1000.0, 1000.0)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(places), st.sampled_from(tuple(OPTIMIZERS)), rates, coordinates, coordinates)
@example(("rosenbrock", ""), "sgd", 1e6, 1000.0, -1000.0)
@example(("typed", "log(x) + y^2"), "sgd", 1.0, 0.0, 0.0)
@example(("typed", "exp(exp(x)) + y^2"), "nesterov", 1e6, 1.0, 1.0)
def test_whatever_the_rate_a_racer_that_leaves_the_numbers_is_flagged_in_time(
    place: tuple[str, str], key: str, rate: float, x: float, y: float
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        track = raced(*place, key, rate, (x, y), 60)
    broken = first_broken(track.records)
    assert np.isfinite(track.path).all()
    assert track.end < broken or track.end == broken == 0
    if broken < len(track.records):
        assert track.flight is not None
        assert track.flight.step <= broken + 1
    if track.flight is None:
        assert track.end == 60
        return
    flight = track.flight
    assert (flight.key, flight.rate) == (key, rate)
    assert flight.last_finite == track.end
    assert flight.step in (track.end, track.end + 1)
    assert flight.kind in ("overshoot", "no floor", "undefined", "overflow")
    assert flight.sentence.endswith(".")
    assert flight.sentence.count(". ") == 0
    assert "nan" not in flight.sentence


@settings(max_examples=30, deadline=None)
@given(st.sampled_from(places), st.sampled_from(("own", "same", "tuned")), st.floats(0.01, 100.0), st.floats(0.0, 5.0))
def test_any_config_has_a_race_and_legal_advice(
    place: tuple[str, str], rates: str, factor: float, noise: float
) -> None:
    values = {"formula": place[1]} if place[1] else {}
    config = on(place[0], steps=40, rates=rates, rate_factor=factor, learning_rate=factor, noise=noise, **values)
    for track in tracks_of(config).values():
        if track.flight is not None and track.flight.change is not None:
            key, value = track.flight.change
            assert config.replace({key: value})[key] == value
            assert track.flight.advice


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(places),
    st.sampled_from(("own", "same", "tuned")),
    st.floats(0.01, 100.0),
    st.floats(0.0, 5.0),
    st.sampled_from(("constant", "ramp")),
    st.tuples(st.floats(-2.0, 2.0), st.floats(-2.0, 2.0)),
)
def test_the_suggested_change_keeps_the_racer_wherever_it_flew_off(
    place: tuple[str, str], rates: str, factor: float, noise: float, schedule: str, start: tuple[float, float]
) -> None:
    values = {"formula": place[1]} if place[1] else {}
    config = on(place[0], steps=60, rates=rates, rate_factor=factor, learning_rate=factor, noise=noise, **values)
    config = config.replace(momentum_schedule=schedule, start_x=start[0], start_y=start[1])
    for key, track in tracks_of(config).items():
        if track.flight is None or track.flight.change is None or track.flight.step == 0:
            continue
        if track.flight.kind != "no floor":
            again = tracks_of(config.replace(dict([track.flight.change])))[key].flight
            assert again is None or again.kind == "no floor"


def test_where_no_rate_helps_the_race_may_end_before_or_nothing_is_said() -> None:
    config = on("typed", formula="sqrt(x) + y", start_x=1.0, start_y=0.0, steps=500, rates="own")
    flights = [track.flight for track in tracks_of(config).values() if track.flight is not None]
    assert flights
    for flight in flights:
        assert flight.change is None or tracks_of(config.replace(dict([flight.change])))[flight.key].flight is None


def test_rounding_down_keeps_two_digits_as_they_are_written() -> None:
    assert [rounded_down(value) for value in (0.57, 0.29, 1.15, 100.0, 0.00999)] == [0.57, 0.29, 1.1, 100.0, 0.0099]


@given(st.floats(1e-90, 1e90))
def test_rounding_down_never_goes_up_nor_below_nine_tenths(value: float) -> None:
    assert 0.9 * value < rounded_down(value) <= value


@pytest.mark.parametrize("mu", [0.5, 0.9])
@pytest.mark.parametrize("key", BOUNDS)
def test_an_overshoot_is_measured_against_the_bound_of_its_own_method(key: str, mu: float) -> None:
    """The bowl's largest curvature is 100 everywhere, along x (facts 4.1)."""
    numerator = {"sgd": 2.0, "momentum": 2 * (1 + mu), "nesterov": 2 * (1 + mu) / (1 + 2 * mu)}[key]
    momentum = {} if key == "sgd" else {f"{key}.momentum": mu}
    flight = flight_on("zigzag_bowl", key, steps=400, **{f"{key}.learning_rate": 0.1}, **momentum)
    assert flight.kind == "overshoot"
    assert (flight.axis, flight.axis_name) == (0, "x")
    assert flight.bound == pytest.approx(numerator / 100.0, rel=1e-6)
    assert f"{flight.bound:.3g}" in flight.sentence
    assert "L\u00a0=\u00a0100" in flight.sentence
    assert flight.change is not None
    setting, rate = flight.change
    assert setting == f"{key}.learning_rate"
    assert 0.94 * BELOW * flight.bound <= rate <= BELOW * flight.bound
    assert flight.advice == f"Set its rate to {rate:.2g}"


def test_a_schedule_that_holds_the_momentum_back_moves_the_bound() -> None:
    """At most 0.5 for the whole race: 2 (1 + 0.5) / 100."""
    values = {"momentum.learning_rate": 0.1, "momentum.momentum": 0.9}
    flight = flight_on("zigzag_bowl", "momentum", momentum_schedule="drawn", momentum_curve="0:0.5", **values)
    assert flight.bound == pytest.approx(0.03, rel=1e-6)


@pytest.mark.parametrize("key", ["adagrad", "adadelta", "rmsprop", "adam"])
def test_an_adaptive_method_is_said_to_have_no_bound_and_gets_a_tenth(key: str) -> None:
    track = raced("ackley", "", key, 1e5, (3.6, 2.4), 100)
    assert track.flight is not None
    assert track.flight.bound is None
    assert "no stability bound" in track.flight.sentence
    assert track.flight.wanted == pytest.approx(1e4)


def test_falling_where_there_is_no_floor_is_nobodys_fault_and_the_race_may_end_earlier() -> None:
    flight = flight_on("saddle", "momentum", steps=300)
    assert flight.kind == "no floor"
    assert flight.axis_name == "y"
    assert flight.change == ("steps", flight.last_finite)
    config = on("saddle", steps=flight.last_finite)
    assert tracks_of(config)["momentum"].flight is None


def test_who_falls_is_watched_much_farther_than_who_overshoots() -> None:
    """The story of the saddle is who leaves it first; nobody has flown off when its race of 150 steps ends."""
    tracks = tracks_of(on("saddle", steps=150))
    assert not any(track.flew for track in tracks.values())
    assert np.abs(tracks["momentum"].path).max() > 2 * AWAY * SURFACES["saddle"].diagonal


def test_a_step_out_of_the_formulas_domain_says_where() -> None:
    flight = flight_on("typed", "sgd", formula="log(x) + y^2", start_x=0.5, start_y=0.5, steps=300)
    assert flight.kind == "undefined"
    track = tracks_of(on("typed", formula="log(x) + y^2", start_x=0.5, start_y=0.5, steps=300))["sgd"]
    assert (track.path[:, 0] > 0).all()
    assert "no value" in flight.sentence


def test_a_start_without_a_value_is_flagged_at_step_0_and_moved_back() -> None:
    config = on("typed", formula="log(x) + y^2", start_x=-1.0, start_y=0.5)
    for track in tracks_of(config).values():
        assert track.flight is not None
        assert (track.flight.step, track.end) == (0, 0)
        assert track.flight.change is not None
        key, value = track.flight.change
        assert key == "start_x"
        assert tracks_of(config.replace({key: value}))[track.key].end > 0


def test_numbers_that_grow_too_large_near_by_are_an_overflow() -> None:
    assert flight_on("typed", "sgd", formula="exp(700 + 100*x)", start_x=1.0).kind == "overflow"


def test_who_ends_far_beyond_the_picture_has_flown_off_although_no_number_is_infinite() -> None:
    """Steps grow by a tenth each time: far away after 150 of them, finite for thousands."""
    track = tracks_of(on("zigzag_bowl", steps=150, **{"sgd.learning_rate": 0.021}))["sgd"]
    assert track.flight is not None
    surface = SURFACES["zigzag_bowl"]
    assert np.abs(track.path).max() <= AWAY * surface.diagonal
    assert np.abs(track.records[track.end + 1, 0]) > AWAY * surface.diagonal
    assert math.isfinite(track.records[-1, 0])
    assert track.settled is None


def test_who_comes_back_has_not_flown_off() -> None:
    """A heavy ball thrown far out of a bowl returns: its rate is below the bound."""
    config = on("zigzag_bowl", steps=2000, start_x=0.0, start_y=900.0, **{"momentum.momentum": 0.99})
    assert tracks_of(config)["momentum"].flight is None


def test_who_leaps_away_and_comes_back_in_time_has_not_flown_off_either() -> None:
    """Adagrad's first step is its rate; from out there its ruler is so long that it returns."""
    track = raced("himmelblau", "", "adagrad", 1e5, (0.0, 0.0), 100)
    assert np.abs(track.path).max() == pytest.approx(1e5, rel=0.01)
    assert track.flight is None


@pytest.mark.parametrize("rates", ["own", "same", "tuned"])
def test_the_suggested_change_is_the_one_that_works_for_the_rates_in_use(rates: str) -> None:
    config = on("zigzag_bowl", steps=200, rates=rates, learning_rate=0.2, rate_factor=100.0)
    expected = {"own": "sgd.learning_rate", "same": "learning_rate", "tuned": "rate_factor"}[rates]
    flight = tracks_of(config)["sgd"].flight
    assert flight is not None
    assert flight.change is not None
    assert flight.change[0] == expected
    assert tracks_of(config.replace(dict([flight.change])))["sgd"].flight is None


@pytest.mark.parametrize("key", [key for key in SURFACES if key not in ("saddle", "half_pipe", "monkey_saddle")])
def test_on_every_surface_with_a_floor_the_advice_keeps_the_racer(key: str) -> None:
    config = on(key, steps=200, rate_factor=30.0)
    for racer, track in tracks_of(config).items():
        if track.flight is not None and track.flight.kind == "overshoot":
            assert track.flight.change is not None
            assert tracks_of(config.replace(dict([track.flight.change])))[racer].flight is None
