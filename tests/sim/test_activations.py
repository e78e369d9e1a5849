"""Each activation and its slope, against formulas written another way; the tables that carry them."""

import math

import numpy as np
import pytest

from sim.activations import ACTIVATE, ACTIVATIONS
from sim.initialisers import INITIALISERS
from sim.losses import LOSSES
from sim.penalties import PENALTIES, soft_threshold

Z = np.array([-30.0, -2.5, -0.3, 0.0, 1e-9, 0.7, 4.0, 30.0])
FORMULAS = {
    "step": [float(z > 0) for z in Z],
    "linear": list(Z),
    "sigmoid": [1 / (1 + math.exp(-z)) for z in Z],
    "tanh": [math.tanh(z) for z in Z],
    "relu": [max(z, 0.0) for z in Z],
    "leaky_relu": [z if z > 0 else z / 100 for z in Z],
}
SLOPES = {
    "step": [0.0 for _ in Z],
    "linear": [1.0 for _ in Z],
    "sigmoid": [1 / (2 + math.exp(z) + math.exp(-z)) for z in Z],
    "tanh": [1 / math.cosh(z) ** 2 for z in Z],
    "relu": [float(z > 0) for z in Z],
    "leaky_relu": [1.0 if z > 0 else 0.01 for z in Z],
}


@pytest.mark.parametrize("key", FORMULAS)
def test_activation_and_slope_follow_the_formula(key: str) -> None:
    a, slope = ACTIVATE(ACTIVATE.index(key), Z)
    np.testing.assert_allclose(a, FORMULAS[key], rtol=1e-14, atol=1e-300)
    np.testing.assert_allclose(slope + 0 * Z, SLOPES[key], rtol=1e-9, atol=1e-16)


@pytest.mark.parametrize("key", [key for key in FORMULAS if key != "step"])
def test_nothing_hides_a_number_that_is_none(key: str) -> None:
    a, _ = ACTIVATE(ACTIVATE.index(key), np.array([math.nan]))
    assert np.isnan(a).all()


def test_softmax_is_for_outputs_alone() -> None:
    assert [key for key, activation in ACTIVATIONS.items() if not activation.hidden] == ["softmax"]
    assert set(FORMULAS) | {"softmax"} == set(ACTIVATIONS)


@pytest.mark.parametrize("table", [ACTIVATIONS, LOSSES, INITIALISERS, PENALTIES])
def test_every_entry_tells_what_it_is(table: dict[str, object]) -> None:
    for key, entry in table.items():
        assert entry.key == key  # type: ignore[attr-defined]
        for name in ("title", "formula", "about"):
            assert getattr(entry, name).strip(), (key, name)
        assert entry.about.endswith("."), key  # type: ignore[attr-defined]


@pytest.mark.parametrize("theta, size, expected", [(3, 1, 2), (-3, 1, -2), (0.5, 1, 0), (-1, 1, 0)])
def test_soft_threshold_moves_toward_zero_and_stops_there(theta: float, size: float, expected: float) -> None:
    assert soft_threshold(theta, size) == expected


def test_soft_threshold_keeps_what_is_not_finite() -> None:
    found = soft_threshold(np.array([math.nan, math.inf, -math.inf]), 1.0)
    np.testing.assert_array_equal(found, [math.nan, math.inf, -math.inf])
