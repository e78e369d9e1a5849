"""Each loss and its derivative with an output's sum, against formulas and finite differences."""

import math

import numpy as np
import pytest

from sim.activations import ACTIVATE
from sim.errors import ConfigError
from sim.losses import LOSS_DELTA, LOSS_VALUE, LOSSES, check_loss

Z = np.linspace(-6.0, 6.0, 41) + 0.01
TARGETS = (0.0, 0.3, 1.0)


def value(loss: str, output: str, z: np.ndarray, y: float) -> np.ndarray:
    a, _ = ACTIVATE(ACTIVATE.index(output), z)
    return np.asarray(LOSS_VALUE(LOSS_VALUE.index(loss), z, a, np.full(z.shape, y)))


CASES = [("squared_error", key) for key in ("linear", "sigmoid", "tanh", "leaky_relu")]
CASES += [("cross_entropy", "sigmoid"), ("perceptron", "step")]


@pytest.mark.parametrize("y", TARGETS)
@pytest.mark.parametrize("loss, output", CASES)
def test_the_delta_is_the_derivative_of_the_loss(loss: str, output: str, y: float) -> None:
    h = 1e-5
    a, slope = ACTIVATE(ACTIVATE.index(output), Z)
    delta = LOSS_DELTA(LOSS_DELTA.index(loss), a, slope, np.full(Z.shape, y))
    numeric = (value(loss, output, Z + h, y) - value(loss, output, Z - h, y)) / (2 * h)
    np.testing.assert_allclose(delta + 0 * Z, numeric, rtol=1e-6, atol=1e-9)


def test_squared_error_has_the_factor_one_half() -> None:
    assert value("squared_error", "linear", np.array([3.0]), 1.0)[0] == 2.0


@pytest.mark.parametrize("y", TARGETS)
def test_cross_entropy_is_the_sum_of_two_logarithms(y: float) -> None:
    expected = [-y * math.log(1 / (1 + math.exp(-z))) - (1 - y) * math.log(1 - 1 / (1 + math.exp(-z))) for z in Z]
    np.testing.assert_allclose(value("cross_entropy", "sigmoid", Z, y), expected, rtol=1e-12)


def test_cross_entropy_of_a_sure_answer_keeps_its_digits() -> None:
    """1 - a has none left at z = 40, where the loss of the wrong answer is 40 and that of the right one e^-40."""
    z = np.array([40.0, 800.0])
    np.testing.assert_allclose(value("cross_entropy", "sigmoid", z, 0.0), z, rtol=1e-14)
    assert (value("cross_entropy", "sigmoid", z, 1.0) <= 1e-15).all()


def test_the_perceptron_loss_is_zero_for_right_answers() -> None:
    np.testing.assert_array_equal(value("perceptron", "step", np.array([2.0, -2.0]), 1.0), [0.0, 2.0])


def test_a_loss_refuses_outputs_it_does_not_fit() -> None:
    for loss, entry in LOSSES.items():
        for output in ACTIVATE.keys:
            if not entry.outputs or output in entry.outputs:
                check_loss(loss, output)
            else:
                with pytest.raises(ConfigError, match=r"needs outputs of the kind"):
                    check_loss(loss, output)
    with pytest.raises(ConfigError, match="cross_entropy"):
        check_loss("crossentropy", "sigmoid")
