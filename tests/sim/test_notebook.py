"""sim.race, as a notebook calls it."""

import math
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sim

NOT_NUMBERS = [math.nan, math.inf, -math.inf, "1", None, [1], 10**400]


def test_the_example_of_the_readme() -> None:
    paths = sim.race(
        surface="saddle", start=(1.0, 1e-3), steps=200, optimizers={"adam": {"learning_rate": 0.01}}, noise=0.0, seed=0
    )
    assert list(paths) == ["adam"]
    assert paths["adam"].shape == (201, 2)
    assert paths["adam"].dtype == np.float64
    assert tuple(paths["adam"][0]) == (1.0, 1e-3)
    assert paths["adam"][1] == pytest.approx((0.99, 0.011), rel=1e-4)


def test_all_optimizers_race_when_none_is_named() -> None:
    assert set(sim.race(steps=3)) == set(sim.OPTIMIZERS)


def test_gradient_descent_on_a_bowl_is_a_geometric_series() -> None:
    path = sim.race("zigzag_bowl", (1.0, 1.0), 30, {"sgd": {"learning_rate": 0.015}})["sgd"]
    steps = np.arange(31)
    np.testing.assert_allclose(path[:, 0], (1 - 1.5) ** steps, rtol=1e-12)
    np.testing.assert_allclose(path[:, 1], (1 - 0.015) ** steps, rtol=1e-12)


def test_a_path_that_leaves_the_numbers_ends_there() -> None:
    path = sim.race("beale", (4.0, 4.0), 50, {"sgd": {"learning_rate": 1e6}})["sgd"]
    gone = np.flatnonzero(~np.isfinite(path).all(axis=1))
    assert gone.size
    assert gone[0] < 10
    assert np.isnan(path[gone[0] + 1 :]).all()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"surface": "sadle"}, "saddle"),
        ({"optimizers": {"adamm": {}}}, "adam"),
        ({"optimizers": {"adam": {"momentum": 0.9}}}, "beta1"),
        ({"optimizers": ["adam"]}, "dictionary"),
        ({"momentum_schedule": "never"}, "constant"),
        ({"steps": -1}, "steps"),
        ({"steps": 2.5}, "steps"),
        ({"steps": 10**9}, "steps"),
        ({"start": (1.0,)}, "start"),
        ({"start": 7}, "start"),
        ({"noise": -1.0}, "noise"),
        ({"seed": -1}, "seed"),
    ],
)
def test_what_cannot_be_is_one_sentence_that_names_it(arguments: dict[str, object], words: str) -> None:
    with pytest.raises(sim.ConfigError, match=words):
        sim.race(**arguments)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", NOT_NUMBERS)
def test_numbers_that_are_not_finite_are_refused(value: object) -> None:
    for arguments in (
        {"start": (value, 0.0)},
        {"noise": value},
        {"optimizers": {"sgd": {"learning_rate": value}}},
    ):
        with pytest.raises(sim.ConfigError):
            sim.race(**arguments)  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(
    surface=st.sampled_from(sorted(sim.SURFACES)),
    optimizer=st.sampled_from(sorted(sim.OPTIMIZERS)),
    rate=st.floats(0.0, 1e6),
    x=st.floats(-1e300, 1e300),
    noise=st.floats(0.0, 1e300),
)
def test_no_rate_start_or_noise_makes_it_fail(
    surface: str, optimizer: str, rate: float, x: float, noise: float
) -> None:
    paths = sim.race(surface, (x, 0.5), 20, {optimizer: {"learning_rate": rate}}, noise)
    assert paths[optimizer].shape == (21, 2)


def test_importing_the_library_starts_no_compiler_and_no_window() -> None:
    code = "import sim, sys; print([m for m in ('numba', 'PySide6', 'pyqtgraph', 'sklearn') if m in sys.modules])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"


def test_a_drawn_schedule_holds_the_momentum_back():
    free = sim.race(surface="beale", steps=50, optimizers={"momentum": {}})["momentum"]
    drawn = {"momentum_schedule": "drawn", "momentum_curve": "0:0 49:0"}
    held = sim.race(surface="beale", steps=50, optimizers={"momentum": {}}, **drawn)
    plain = sim.race(surface="beale", steps=50, optimizers={"momentum": {"momentum": 0.0}}, **drawn)
    assert not np.array_equal(free, held["momentum"])
    assert np.array_equal(held["momentum"], plain["momentum"])
    with pytest.raises(sim.ConfigError, match="empty"):
        sim.race(momentum_schedule="drawn")
