"""What the lanes of matrices are given, and how numbers stand in cells."""

import numpy as np
import pytest

from gui.widgets.matrix_content import ACTING, Matrix, MatrixContent, Slot, Symbol
from gui.widgets.matrix_digits import cell_words, exponent_of, power_words
from sim.numerals import MINUS
from tests.gui.matrix_scene import BACKWARD, FORWARD


def test_values_of_another_shape_are_refused() -> None:
    with pytest.raises(ValueError, match="shape"):
        Matrix("x", Symbol("X"), (2, 2), np.zeros((2, 3)))


def test_two_matrices_of_one_name_are_refused() -> None:
    one = Matrix("x", Symbol("X"), (1, 1))
    with pytest.raises(ValueError, match="name"):
        MatrixContent((Slot("a", (one,)), Slot("b", (one,))))


def test_a_cell_of_a_flipped_matrix_is_the_original_s() -> None:
    flipped = Matrix("w2t", Symbol("W", "2", "T"), (2, 5), np.zeros((2, 5)), ACTING, flipped="w2")
    assert flipped.original(1, 4) == ("w2", 4, 1)


def test_the_backward_lane_waits_until_something_of_it_is_known() -> None:
    assert FORWARD.content().waits
    assert not BACKWARD.content().waits


@pytest.mark.parametrize(
    "value, decimals, words",
    [
        (0.614, 2, "0.61"), (-0.614, 2, f"{MINUS}0.61"), (-0.001, 2, "0.00"), (12.345, 2, "12.3"), (123.4, 2, "123"),
        (-1234.0, 2, f"{MINUS}1234"), (1e6, 2, "1e6"), (-3e12, 2, f"{MINUS}3e12"), (0.55, 1, "0.6"), (12.3, 1, "12"),
        (9.999, 2, "10.0"), (float("nan"), 2, "NaN"), (float("inf"), 1, "∞"),
    ],
)  # fmt: skip
def test_a_number_is_written_as_the_cell_has_room(value: float, decimals: int, words: str) -> None:
    assert cell_words(value, decimals) == words


def test_small_numbers_share_a_power_of_ten() -> None:
    assert exponent_of(0.0004) == -4
    assert power_words(-4) == "·10⁻⁴"


def test_numbers_that_can_be_read_have_no_power() -> None:
    assert exponent_of(0.5) == 0
    assert exponent_of(0.0) == 0


def test_with_one_decimal_a_power_comes_earlier() -> None:
    assert (exponent_of(0.14, 2), exponent_of(0.14, 1), exponent_of(0.0004, -1)) == (0, -1, 0)


def test_the_largest_number_is_a_number() -> None:
    assert Matrix("x", Symbol("X"), (1, 3), np.array([[np.nan, -2.0, np.inf]])).largest == 2.0
