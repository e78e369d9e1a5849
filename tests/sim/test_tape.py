"""The tape: slopes from one sweep backwards, and what Linnainmaa wanted them for."""

import math

import numpy as np
import pytest

from sim.tape import Tape, Variable, absolute, exp, log, logistic_rounding, maximum, sin


def test_the_example_of_the_sweep_has_the_slopes_of_calculus() -> None:
    tape = Tape()
    x1, x2 = tape.variable(2.0), tape.variable(3.0)
    f = x1 * x2 + sin(x1)
    slopes = tape.backward(f).adjoints
    assert f.value == pytest.approx(6.909297, abs=1e-6)
    assert (slopes[x1.index], slopes[x2.index]) == (pytest.approx(3.0 + math.cos(2.0), rel=1e-15), 2.0)
    assert len(tape.entries) == 5


def product_of(numbers: np.ndarray) -> tuple[list[Variable], Variable]:
    tape = Tape()
    factors = [tape.variable(value) for value in numbers]
    result = factors[0]
    for factor in factors[1:]:
        result = result * factor
    return factors, result


@pytest.mark.parametrize("n", [10, 100, 1000, 10_000])
def test_one_sweep_gives_all_slopes_of_a_product_for_two_products_a_factor(n: int) -> None:
    numbers = np.random.default_rng(0).uniform(0.9, 1.1, n)
    factors, result = product_of(numbers)
    sweep = result.tape.backward(result)
    assert sweep.products == 2 * (n - 1)
    found = np.array([sweep.adjoints[factor.index] for factor in factors])
    expected = np.prod(numbers) / numbers
    assert np.abs(found - expected).max() / np.abs(expected).max() <= 8e-15


def test_what_is_used_twice_gets_the_sum_of_both_ways() -> None:
    tape = Tape()
    x = tape.variable(3.0)
    assert tape.backward(x * x + 5.0 * x).adjoints[x.index] == 11.0


CURVES = {
    "quotient": lambda x: (2.0 - x) / (1.0 + x * x),
    "turned": lambda x: 2.0 / -x,
    "logistic": lambda x: 1.0 / (1.0 + exp(-x)),
    "softplus": lambda x: log(1.0 + exp(x)),
    "size": lambda x: absolute(x - 2.0) * x,
    "gate": lambda x: maximum(x, 0.0) * 3.0 - maximum(-x, 0.5),
}


@pytest.mark.parametrize("name", CURVES)
@pytest.mark.parametrize("at", [-1.3, 0.4, 2.7])
def test_slopes_agree_with_central_differences(name: str, at: float) -> None:
    def value(x: float) -> float:
        return float(CURVES[name](Tape().variable(x)).value)

    x = Tape().variable(at)
    slope = x.tape.backward(CURVES[name](x)).adjoints[x.index]
    assert slope == pytest.approx((value(at + 1e-6) - value(at - 1e-6)) / 2e-6, rel=1e-7, abs=1e-8)


def test_at_a_corner_the_named_slope_is_taken() -> None:
    x = Tape().variable(0.0)
    assert x.tape.backward(absolute(x)).adjoints[x.index] == 0.0
    assert x.tape.backward(maximum(x, 0.0)).adjoints[x.index] == 0.0


def test_an_adjoint_that_is_held_goes_on_in_place_of_the_sum() -> None:
    tape = Tape()
    x = tape.variable(2.0)
    double = 2.0 * x
    result = double * double
    assert tape.backward(result, {double.index: -1.0}).adjoints[x.index] == -2.0


def test_an_entry_is_made_of_earlier_ones_only() -> None:
    with pytest.raises(ValueError, match="earlier"):
        Tape().record("+", 1.0, ((0, 1.0),))


@pytest.mark.parametrize(("steps", "r", "error"), [(10, 2.9, -1.818e-8), (30, 2.9, 1.820e-8), (20, 3.5, -2.849e-8)])
def test_adjoints_predict_the_error_of_rounding(steps: int, r: float, error: float) -> None:
    found = logistic_rounding(r, 0.3, steps)
    assert found.error == pytest.approx(error, rel=1e-3)
    assert found.predicted == pytest.approx(found.error, rel=0.01)


def test_in_chaos_the_first_order_is_not_enough() -> None:
    found = logistic_rounding(3.9, 0.3, 30)
    assert (found.error, found.predicted) == (pytest.approx(0.323, abs=1e-3), pytest.approx(0.829, abs=1e-3))
