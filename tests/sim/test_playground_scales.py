"""Tables in natural units: who says that learning is slow, that it is, and that scaling the columns helps."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from sim.commands import Edit
from sim.config import Config
from sim.datasets import DATASETS
from sim.errors import ConfigError
from sim.run import LoggedRun
from sim.simulations.playground import PLAYGROUND, PlaygroundState
from sim.simulations.playground_config import NETWORK
from sim.simulations.playground_scales import FAR, on_one_scale
from sim.simulations.playground_view import OwnData
from tests.sim.playgrounds_for_tests import config_of, look

NATURAL = {"middle": np.array([1.7, 70.0]), "spread": np.array([0.1, 15.0])}
SCALE = "Scale the columns."


def people(columns: tuple[str, ...] = ("height", "weight")) -> OwnData:
    """The circle, whose inside is of people of average size."""
    made = PLAYGROUND.init(config_of(mode="network", dataset="circle", n=100)).points.data
    return OwnData(made.x * NATURAL["spread"] + NATURAL["middle"], made.answers, ("large or small", "average"), columns)


def opened(given: OwnData, **settings: Any) -> tuple[Config, PlaygroundState]:
    config = config_of(mode="network", layers="4", **settings)
    return PLAYGROUND.edit(config, PLAYGROUND.init(config), "data", given)


def accuracy(config: Config, state: PlaygroundState) -> float:
    network = look(config, state).network
    assert network is not None
    return network.accuracy


def test_metres_beside_kilograms_teach_nothing_and_scaled_columns_do() -> None:
    """The run pauses at a layer that no gradient passes, and goes on at its step: what it could not learn in 100 epochs
    it learns in the next 100, with columns of one size."""
    config, state = opened(people())
    low, high = state.points.data.x.min(axis=0), state.points.data.x.max(axis=0)
    ranges = f"height goes from {low[0]:.3g} to {high[0]:.3g} and weight goes from {low[1]:.3g} to {high[1]:.3g}"
    said = f"{ranges}: no rate suits both, so learning is slow. Scale the columns."
    assert look(config, state).warnings == (said,)
    state = PLAYGROUND.advance(config, state, 1000)
    assert state.network is not None
    assert state.network.failure is not None
    assert (state.network.failure.kind, state.network.failure.layer) == ("dead", 0)
    state = PLAYGROUND.advance(config, state, 1000 - state.step)
    assert accuracy(config, state) < 0.7
    config, state = PLAYGROUND.edit(config, state, "standardise", None)
    assert state.step == 1000
    assert look(config, state).warnings == ()
    assert accuracy(config, PLAYGROUND.advance(config, state, 1000)) > 0.9


@given(arrays.arrays(np.float64, (7, 2), elements=st.floats(-1e15, 1e15)))
def test_scaled_columns_have_the_mean_0_and_the_deviation_1_and_keep_their_order(columns: np.ndarray) -> None:
    scaled = on_one_scale(columns)
    assert np.isfinite(scaled).all()
    for before, after in zip(columns.T, scaled.T, strict=True):
        level = float(np.ptp(before)) <= 1e-9 * float(np.abs(before).max())
        if not level:
            assert abs(after.mean()) < 1e-6
            assert after.std() == pytest.approx(1.0)
        assert (np.diff(after[np.argsort(before, kind="stable")]) >= 0.0).all()


def test_scaling_keeps_classes_names_and_who_is_tested_and_shows_all_points() -> None:
    config, state = opened(people(), test_share=0.5)
    before = state.points.data
    config, state = PLAYGROUND.edit(config, state, "standardise", None)
    after = state.points.data
    np.testing.assert_allclose(after.x, (before.x - before.x.mean(axis=0)) / before.x.std(axis=0), rtol=1e-9)
    assert np.array_equal(after.answers, before.answers)
    assert np.array_equal(after.train, before.train)
    assert after.columns == ("height scaled", "weight scaled")
    x0, x1, y0, y1 = after.domain
    assert ((after.x >= (x0, y0)) & (after.x <= (x1, y1))).all()
    assert x1 - x0 < 10.0
    config, state = PLAYGROUND.edit(config, state, "standardise", None)
    assert state.points.data.columns == ("height scaled", "weight scaled")
    np.testing.assert_allclose(state.points.data.x, after.x, atol=1e-9)


def test_scaling_is_undone_by_a_step_back() -> None:
    run = LoggedRun(PLAYGROUND, config_of(mode="network", layers="3"), 0)
    run.obey(Edit("playground", "data", people()))
    while run.step < 40:  # it pauses once, to tell that no gradient passes the layer
        run.advance(40 - run.step)
    run.obey(Edit("playground", "standardise", None))
    run.advance(20)
    assert run.state.points.data.columns[0] == "height scaled"
    run.seek(30)
    while run.target is not None:
        run.approach(11)
    assert run.state.points.data.columns[0] == "height"
    assert SCALE in look(run.config, run.state).warnings[0]
    run.advance(30)
    assert run.state.points.data.columns[0] == "height scaled"


def test_one_unit_learns_scaled_columns() -> None:
    """The perceptron's bound is in radius over margin: in natural units it needs far more mistakes."""
    rng = np.random.default_rng(0)
    answers = np.arange(60) % 2
    x = np.stack([1.65 + 0.2 * answers, 60.0 + 20.0 * answers], axis=1) + rng.uniform(-1, 1, (60, 2)) * (0.05, 6.0)
    config = config_of(mode="unit")
    config, state = PLAYGROUND.edit(config, PLAYGROUND.init(config), "data", OwnData(x, answers))
    assert SCALE in look(config, state).warnings[0]
    config, scaled = PLAYGROUND.edit(config, state, "standardise", None)
    bounds = [look(config, each).unit for each in (state, scaled)]
    assert bounds[0] is not None
    assert bounds[1] is not None
    assert bounds[0].bound is not None
    assert bounds[1].bound is not None
    assert bounds[1].bound < bounds[0].bound / 100.0


def test_numbers_are_scaled_with_what_they_are_told_from() -> None:
    x = np.linspace(1.5, 2.0, 20)[:, None]
    config, state = opened(OwnData(x, 100.0 * x[:, 0] - 100.0, (), ("height",)))
    words = look(config, state).warnings[0]
    assert words.startswith("height goes from 1.5 to 2 and the answer goes from 50 to 100")
    config, state = PLAYGROUND.edit(config, state, "standardise", None)
    data = state.points.data
    np.testing.assert_allclose(data.answers, data.x[:, 0], rtol=1e-9, atol=1e-9)
    assert look(config, state).warnings == ()


@pytest.mark.parametrize("key", DATASETS)
def test_made_points_and_points_placed_by_hand_need_no_scale(key: str) -> None:
    config = config_of(mode=NETWORK, dataset=key)
    state = PLAYGROUND.init(config)
    assert not any(SCALE in words for words in look(config, state).warnings)
    entry = DATASETS[key]
    if entry.inputs <= 2 and key != "outliers":
        config, state = PLAYGROUND.edit(config, state, "point", (0, 0.5, 0.5))
        assert not any(SCALE in words for words in look(config, state).warnings)


@pytest.mark.parametrize(
    "middle, spread, odd",
    [((0, 0), (1, 1), False), ((0, 0), (1, 6), True), ((FAR + 1, 0), (1, 1), True), ((0, 0), (100, 100), True)],
)
def test_a_table_is_odd_where_it_is_far_wide_or_unlike(middle: Any, spread: Any, odd: bool) -> None:
    x = np.array([[-1.0, -1.0], [1.0, 1.0], [-1.0, 1.0], [1.0, -1.0]]) * spread + middle
    config, state = opened(OwnData(x, np.array([0, 0, 1, 1])))
    assert bool(look(config, state).warnings) == odd


def test_a_column_that_tells_nothing_is_0_and_few_points_have_no_scale() -> None:
    config, state = opened(OwnData(np.array([[5.0, 1.0], [5.0, 900.0]]), np.array([0, 1])))
    assert not any(SCALE in words for words in look(config, state).warnings)
    config, state = PLAYGROUND.edit(config, state, "standardise", None)
    np.testing.assert_allclose(state.points.data.x, [[0.0, -1.0], [0.0, 1.0]], rtol=1e-12)


def test_bits_and_no_points_are_not_scaled() -> None:
    config = config_of(mode="network", dataset="parity", bits=3)
    with pytest.raises(ConfigError, match="no other scale"):
        PLAYGROUND.edit(config, PLAYGROUND.init(config), "standardise", None)
    config = config_of(mode="network", dataset="own")
    with pytest.raises(ConfigError, match="no points to scale"):
        PLAYGROUND.edit(config, PLAYGROUND.init(config), "standardise", None)
