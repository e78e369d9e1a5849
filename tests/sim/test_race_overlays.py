"""What is drawn over a race: right, remembered, and never in the way of the race itself."""

import math

import numpy as np
import pytest

from sim.config import Config
from sim.mailbox import read_only
from sim.optimizers import OPTIMIZERS
from sim.simulations.race import (
    PARAMETERS,
    RACE,
    RaceView,
    advance,
    arrange,
    change,
    init,
    rates_of,
    seek,
    snapshot,
)  # fmt: skip
from sim.simulations.race_config import LOOKS
from sim.surfaces import SURFACES

VIEW = RaceView((-1.5, 1.5, -1.5, 1.5), columns=24, rows=16)
LAW = RaceView((-1.5, 1.5, -1.5, 1.5), columns=8, rows=8, law=True)


def on(surface: str, **values: object) -> Config:
    return arrange(Config(PARAMETERS, surface=surface), "surface").replace({"steps": 60, **values})


@pytest.mark.parametrize("y0", [1e-2, 1e-4, 1e-6])
def test_plain_descent_leaves_the_saddle_when_the_law_says(y0: float) -> None:
    """Each step multiplies y by 1 + 2 rate: published 233, 466 and 698 steps at a rate of 0.01."""
    config = on("saddle", start_y=y0, steps=1000, **{"sgd.learning_rate": 0.01})
    left = init(config).tracks["sgd"].left
    assert left is not None
    assert abs(left - math.log(1.0 / y0) / math.log(1.02)) <= 2
    assert abs(left - {1e-2: 233, 1e-4: 466, 1e-6: 698}[y0]) <= 1


def test_the_law_card_measures_what_the_race_measures() -> None:
    config = on("saddle", start_y=1e-4, steps=1000)
    state = init(config)
    law = snapshot(config, state, LAW).law
    assert law is not None
    at = int(np.argmin(np.abs(np.log(law.offsets / 1e-4))))
    assert law.offsets[at] == pytest.approx(1e-4)
    for key, track in state.tracks.items():
        assert law.steps[key][at] == pytest.approx(track.left)
    assert law.law[at] == pytest.approx(math.log(1e4) / math.log(1.02))


def test_no_law_unless_it_is_looked_at_and_none_without_a_saddle() -> None:
    assert snapshot(on("saddle"), init(on("saddle")), VIEW).law is None
    booth = on("booth")
    assert snapshot(booth, init(booth), LAW).law is None


def test_curvatures_are_those_under_the_balls_and_only_when_wanted() -> None:
    config = on("saddle", curvature=True)
    state = seek(config, init(config), 5)
    found = snapshot(config, state, VIEW).curvatures
    assert set(found) == set(OPTIMIZERS)
    for curvature in found.values():
        assert (curvature.low, curvature.high, curvature.angle) == pytest.approx((-2.0, 2.0, 0.0), abs=1e-6)
        assert curvature.kind == "saddle"
    assert snapshot(config.replace(curvature=False), state, VIEW).curvatures == {}


def test_nobody_racing_is_no_obstacle_to_any_overlay() -> None:
    everything = {"curvature": True, "cloud": "grid", "basins": True, "rates": "tuned"}
    config = on("saddle", **everything, **{f"{key}.on": False for key in OPTIMIZERS})
    shown = snapshot(config, init(config), LAW)
    assert shown.cloud is None
    assert shown.basins is None
    assert shown.curvatures == {}


def test_the_cloud_follows_the_cursor_and_is_the_same_from_both_sides() -> None:
    config = on("beale", cloud="gaussian", cloud_size=300)
    state = init(config)
    there = advance(config, advance(config, state, 10), 15)
    back = seek(config, seek(config, there, 40), 25)
    for other in (back, seek(config, state, 25)):
        assert other.cloud is not None
        assert there.cloud is not None
        assert np.array_equal(other.cloud.points, there.cloud.points, equal_nan=True)
    assert snapshot(config, there, VIEW).cloud is there.cloud
    assert not np.array_equal(there.cloud.points, seek(config, state, 26).cloud.points)


def test_the_middle_of_a_narrow_cloud_is_the_race() -> None:
    config = on("booth", cloud="grid", cloud_size=700, cloud_spread=0.01)
    state = seek(config, init(config), 30)
    assert state.cloud is not None
    for number, (key, track) in enumerate(state.tracks.items()):
        mine = state.cloud.points[state.cloud.groups == number]
        assert state.cloud.names[number] == key
        assert np.linalg.norm(mine.mean(axis=0) - track.path[30]) < 0.02 * SURFACES["booth"].diagonal


def test_the_cloud_goes_when_it_is_switched_off() -> None:
    config = on("booth", cloud="grid", cloud_size=100)
    off = config.replace(cloud="off")
    assert change(config, off, init(config)).cloud is None


def test_basins_are_those_of_the_racer_that_is_asked_for() -> None:
    config = on("himmelblau", basins=True, steps=150)
    state = init(config)
    view = RaceView((-5.0, 5.0, -5.0, 5.0), columns=24, rows=20, racer="momentum")
    found = snapshot(config, state, view).basins
    assert found is not None
    assert found.key == "momentum"
    assert found.labels.shape == (20, 24)
    assert snapshot(config, state, view).basins is found
    first = snapshot(config, state, RaceView(view.rect, 24, 20)).basins
    assert first is not None
    assert first.key == "sgd"


@pytest.mark.parametrize("key", LOOKS)
def test_what_is_only_looked_at_leaves_the_race_alone(key: str) -> None:
    config = on("saddle")
    state = init(config)
    parameter = PARAMETERS[key]
    value = {"cloud": "grid", "cloud_colour": "end", "cloud_size": 200}.get(key, parameter.default)
    changed = config.replace({key: not value if isinstance(value, bool) else value})
    assert change(config, changed, state).tracks is state.tracks


def test_a_frame_that_only_moves_the_cursor_makes_nothing_anew() -> None:
    config = on("six_hump_camel", basins=True, curvature=True)
    state = init(config)
    view = RaceView((-2.0, 2.0, -1.0, 1.0), 24, 16, (-2.0, 2.0, -1.0, 1.0), 12, True)
    before = snapshot(config, state, view)
    after = snapshot(config, advance(config, state, 1), view)
    for name in ("tracks", "field", "mesh", "basins", "law", "rates", "surface"):
        assert getattr(before, name) is getattr(after, name)


def test_the_mesh_is_the_field_over_its_own_rectangle() -> None:
    config = on("himmelblau")
    view = RaceView((-1.0, 1.0, -1.0, 1.0), 4, 3, (-3.0, 2.0, -1.0, 4.0), 6)
    mesh = snapshot(config, init(config), view).mesh
    assert mesh is not None
    xs, ys = np.meshgrid(np.linspace(-3, 2, 6), np.linspace(-1, 4, 6))
    np.testing.assert_allclose(mesh.values, SURFACES["himmelblau"].losses(xs, ys), rtol=1e-13)
    assert snapshot(config, init(config), VIEW).mesh is None


def test_rates_are_own_the_same_or_tuned() -> None:
    config = on("booth", rate_factor=2.0, learning_rate=0.004)
    assert rates_of(config)["adam"] == 2.0 * config["adam.learning_rate"]
    assert set(rates_of(config.replace(rates="same")).values()) == {0.004}
    tuned = config.replace(rates="tuned")
    once, twice = rates_of(tuned.replace(rate_factor=1.0)), rates_of(tuned)
    assert twice == {key: pytest.approx(2.0 * rate) for key, rate in once.items()}
    state = init(tuned)
    assert snapshot(tuned, state, None).rates == twice
    assert {key: track.rate for key, track in state.tracks.items()} == twice


def test_tuned_rates_do_not_depend_on_the_rates_that_were_set() -> None:
    config = on("booth", rates="tuned")
    other = config.replace({f"{key}.learning_rate": 7.0 for key in OPTIMIZERS})
    assert rates_of(config) == rates_of(other)


def test_a_typed_surface_is_raced_with_tuned_rates_and_a_listed_one_with_its_own() -> None:
    config = arrange(Config(PARAMETERS, surface="typed", formula="(x-1)^2 + 3*y^2"), "surface")
    assert config["rates"] == "tuned"
    assert all(track.settled is not None for key, track in init(config).tracks.items() if key in ("sgd", "momentum"))
    assert arrange(config.replace(surface="beale"), "surface")["rates"] == "own"


def test_a_shorter_reach_brings_the_start_back_inside_and_a_longer_one_leaves_it() -> None:
    config = on("typed", formula="x*y", start_x=1.5, start_y=-1.0)
    shorter = arrange(config.replace(reach=1.0), "reach")
    assert max(abs(shorter["start_x"]), abs(shorter["start_y"])) <= 1.0
    longer = config.replace(reach=3.0)
    assert arrange(longer, "reach") == longer
    listed = on("saddle", start_x=900.0, reach=1.0)
    assert arrange(listed, "reach") == listed


STRANGE = ("5", "0*x", "log(x)", "sqrt(x - 1) + y", "1/x", "exp(exp(exp(x)))", "1/0", "log(-1)", "x^0.5", "-x^3")


@pytest.mark.parametrize("formula", STRANGE)
def test_a_formula_of_no_shape_can_be_raced_and_seen(formula: str) -> None:
    looks = {"curvature": True, "cloud": "gaussian", "cloud_size": 100, "basins": True, "cloud_colour": "end"}
    config = on("typed", formula=formula, **looks)
    config = arrange(config, "surface")
    view = RaceView((-2.0, 2.0, -2.0, 2.0), 8, 8, (-2.0, 2.0, -2.0, 2.0), 8, True)
    for x in (config["start_x"], -1.0, 0.0):
        moved = config.replace(start_x=x)
        shown = snapshot(moved, seek(moved, init(moved), 30), view)
        assert shown.field is not None
        assert shown.field.surface is shown.surface
        assert set(shown.tracks) == set(OPTIMIZERS)
        assert all(np.isfinite(track.path).all() for track in shown.tracks.values())


def test_the_picture_is_prepared_in_the_order_in_which_it_is_needed() -> None:
    assert [label for label, _ in RACE.prepare] == ["the race", "the landscape"]
    assert [label for label, _ in RACE.prepare_later][-1] == "the cloud"


def test_a_long_formula_is_drawn_with_fewer_points() -> None:
    from sim.formula import parse_surface
    from sim.simulations.race_pictures import field_of

    rect = (-2.0, 2.0, -2.0, 2.0)
    short = field_of(parse_surface("x*y"), rect, 400, 400).values
    long = field_of(parse_surface("+".join(f"sin({k}*x)*y" for k in range(1, 24))), rect, 400, 400).values
    assert short.shape == (400, 400)
    assert 100 < len(long) < 350
    assert np.isfinite(long).all()


def test_the_cloud_goes_back_although_its_picture_was_handed_on() -> None:
    config = on("beale", cloud="grid", cloud_size=300, steps=150)
    state = seek(config, init(config), 100)
    fresh = seek(config, init(config), 99)
    for step in (100, 99, 0, 99):
        read_only(snapshot(config, state, VIEW))
        state = seek(config, state, step)
    assert state.cloud is not None
    assert fresh.cloud is not None
    assert np.array_equal(state.cloud.points, fresh.cloud.points, equal_nan=True)
