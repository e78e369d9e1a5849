"""The race as a simulation: what the board says, what a surface brings along, and what a slider move costs nobody."""

import numpy as np
import pytest

from sim.config import Config
from sim.optimizers import OPTIMIZERS
from sim.run import begin
from sim.simulations import SIMULATIONS
from sim.simulations.race import (
    PARAMETERS,
    RACE,
    arrange,
    field_of,
    hyper_of,
    init,
    snapshot,
    tracks_of,
)  # fmt: skip
from sim.surfaces import SURFACES
from tests.sim.plain_race import gradient_of
from tests.sim.plain_race import race as plain_race


def on(surface: str, **values: object) -> Config:
    return arrange(Config(PARAMETERS, surface=surface), "surface").replace(values)


@pytest.mark.parametrize("key", OPTIMIZERS)
@pytest.mark.parametrize("surface", ["two_parameter_net", "beale", "bounded_saddle"])
def test_a_compiled_race_is_the_race_in_plain_python(surface: str, key: str) -> None:
    config = on(surface, steps=40)
    track = tracks_of(config)[key]
    hyper = hyper_of(config, key)
    names = [parameter.key for parameter in OPTIMIZERS[key].parameters]
    settings = {name: config[f"{key}.{name}"] for name in names}
    expected = plain_race(gradient_of(surface), key, SURFACES[surface].start, 40, **settings)
    assert hyper[0] == settings["learning_rate"]
    np.testing.assert_allclose(track.path, expected, rtol=1e-9, atol=1e-12)


def test_the_board_counts_the_steps_of_the_literature_on_the_saddle() -> None:
    """facts: |y| > 1 after 349, 72, 68, 17, 27, 72, 77 steps from (1, 0.001)."""
    tracks = tracks_of(on("saddle", steps=400))
    assert [tracks[key].left for key in OPTIMIZERS] == [349, 72, 68, 17, 27, 72, 77]


def test_a_rate_above_the_stability_bound_is_flagged_and_named() -> None:
    tracks = tracks_of(on("zigzag_bowl", steps=400, **{"sgd.learning_rate": 0.1}))
    assert tracks["sgd"].flew
    assert "learning rate is too high" in tracks["sgd"].reason
    assert np.isfinite(tracks["sgd"].path).all()
    assert not tracks["adam"].flew


def test_falling_where_there_is_no_floor_is_not_called_a_fault_of_the_rate() -> None:
    tracks = tracks_of(on("saddle", steps=300))
    assert tracks["momentum"].flew
    assert "no floor" in tracks["momentum"].reason


def test_a_surface_brings_its_start_and_its_fair_rates() -> None:
    config = on("beale", rate_factor=3.0)
    config = arrange(config.replace(surface="saddle"), "surface")
    assert (config["start_x"], config["start_y"]) == SURFACES["saddle"].start
    assert config["adagrad.learning_rate"] == SURFACES["saddle"].rates["adagrad"]
    assert config["rate_factor"] == 1.0


def test_the_defaults_are_those_of_the_first_surface() -> None:
    assert Config.defaults(PARAMETERS) == on("two_parameter_net")


def test_noise_is_the_same_for_the_same_seed_and_for_all_racers() -> None:
    noisy = on("plateau", noise=1.0, steps=20, seed=5)
    first, again, other = tracks_of(noisy), tracks_of(noisy), tracks_of(noisy.replace(seed=6))
    np.testing.assert_array_equal(first["sgd"].path, again["sgd"].path)
    assert not np.array_equal(first["sgd"].path, other["sgd"].path)
    quiet = tracks_of(noisy.replace(noise=0.0))
    noise = [first[key].records[1, 8:10] - quiet[key].records[1, 8:10] for key in ("sgd", "adam", "rmsprop")]
    np.testing.assert_allclose(noise[0], noise[1], rtol=1e-12)
    np.testing.assert_allclose(noise[0], noise[2], rtol=1e-12)


def test_the_cursor_stays_where_it_is_when_a_setting_moves() -> None:
    run = begin(SIMULATIONS["race"], Config.defaults(PARAMETERS), 0)
    state = RACE.advance(run.config, init(run.config), 31)
    changed = RACE.change(run.config, run.config.replace({"momentum.momentum": 0.5}), state)
    assert changed.step == 31
    assert not np.array_equal(changed.tracks["momentum"].path, state.tracks["momentum"].path)


def test_who_does_not_race_costs_nothing_and_is_not_shown() -> None:
    everyone_off = {f"{key}.on": False for key in OPTIMIZERS}
    config = Config.defaults(PARAMETERS).replace(everyone_off)
    assert snapshot(config, init(config), None).tracks == {}


def test_the_field_holds_the_losses_of_the_surface() -> None:
    field = field_of(SURFACES["himmelblau"], (-2.0, 3.0, -1.0, 2.0), rows=5, columns=7)
    xs, ys = np.meshgrid(np.linspace(-2, 3, 7), np.linspace(-1, 2, 5))
    np.testing.assert_allclose(field.values, SURFACES["himmelblau"].losses(xs, ys), rtol=1e-13)


def test_a_start_outside_the_domain_is_allowed() -> None:
    tracks = tracks_of(on("bounded_saddle", start_x=900.0, start_y=-900.0, steps=50))
    assert set(tracks) == set(OPTIMIZERS)
