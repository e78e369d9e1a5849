import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.numerals import MINUS, THIN, read_number, write_fixed, write_short, write_significant

FINITE = st.floats(allow_nan=False, allow_infinity=False)
LEGAL = st.floats(-1e300, 1e300)
USUAL = st.floats(-1e9, 1e9)


@pytest.mark.parametrize(
    "text, value",
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        (",5", 0.5),
        ("5.", 5.0),
        (" 1e-3 ", 0.001),
        ("1E3", 1000.0),
        ("+2", 2.0),
        ("\u22120.25", -0.25),
        ("1e\u22123", 0.001),
        ("\u20090.5\u202f", 0.5),
        ("\u00a07\t\n", 7.0),
        ("12\u202f345,5", 12345.5),
        ("1 000 000", 1e6),
        ("-0", 0.0),
        ("007", 7.0),
        ("1.6·10⁻⁷", 1.6e-7),
        ("\u22121,6×10⁻⁷", -1.6e-7),
        ("10⁻⁸", 1e-8),
        ("\u221210⁸", -1e8),
        ("2 * 10^-3", 2e-3),
        ("12\u202f345 · 10^2", 1234500.0),
    ],
)
def test_numbers_are_read_as_people_type_them(text, value):
    read = read_number(text)
    assert read == value
    assert math.copysign(1, read) == (1 if value == 0 else math.copysign(1, value))


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "nan", "inf", "-inf", "Infinity", "1e999", "-1e400", "abc", "1_000", "٣", "１", "0x10", "1e"),
        *("10·⁻⁸", "2510⁻³", "·10⁻³", "1·10", "10⁻", "10^", "1·10⁻³·2", "2·3", "10⁻³e5", "1e5·10²", "10⁹⁹⁹", "2²"),
        *("e5", ".", ",", "-", "--1", "+-1", "- 1", "1 2", "1 00", "1 0000", "12 34", "1 000 00", "1,000.5", "1.2.3"),
        *("1e5.0", "½", "²", "1/2", "1+1", "5%", "∞", "1j", "True", "None", "<b>1</b>", "1\x00", "\u202e1"),
        *("1" * 10_000, "0." + "0" * 100),
    ],
)
def test_what_is_not_wholly_a_number_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        read_number(text)


@given(st.text())
def test_no_text_raises_anything_but_a_value_error(text):
    with contextlib.suppress(ValueError):
        assert math.isfinite(read_number(text))


@given(FINITE)
def test_every_python_float_that_is_spelled_out_is_read_exactly(value):
    assert read_number(repr(value)) == value


@given(USUAL, st.integers(0, 9))
def test_fixed_digits_read_back_as_what_python_rounds_to(value, decimals):
    text = write_fixed(value, decimals)
    assert read_number(text) == float(f"{value:.{decimals}f}")
    assert len(text.partition(".")[2]) == decimals


@given(LEGAL, st.integers(1, 12))
def test_significant_digits_read_back_closely(value, digits):
    written = write_significant(value, digits)
    assert read_number(written) == pytest.approx(value, rel=0.51 * 10.0 ** (1 - digits), abs=0.0)


@given(LEGAL)
def test_short_numbers_read_back_to_twelve_digits(value):
    assert read_number(write_short(value)) == pytest.approx(value, rel=1e-11, abs=0.0)


@given(FINITE, st.integers(0, 9))
def test_the_minus_is_a_true_one_and_nothing_is_minus_nothing(value, digits):
    for text in (write_fixed(value, digits), write_significant(value, max(digits, 1)), write_short(value)):
        assert "-" not in text
        if text.startswith(MINUS):
            assert any(digit in "123456789" for digit in text)


def test_numbers_look_as_they_should():
    assert write_fixed(-0.0, 3) == write_fixed(-0.0001, 3) == "0.000"
    assert write_fixed(-1.5, 2) == f"{MINUS}1.50"
    assert write_fixed(9999, 0) == "9999"
    assert write_fixed(1234567.5, 1) == f"1{THIN}234{THIN}567.5"
    assert write_significant(0.0001, 3) == "0.000100"
    assert write_significant(1e-8, 3) == "1.00·10⁻⁸"
    assert write_significant(-1.6e-7, 2) == f"{MINUS}1.6·10⁻⁷"
    assert write_significant(12.0, 3) == "12.0"
    assert write_short(1e-5) == "0.00001"
    assert write_short(1e-8) == "10⁻⁸"
    assert write_short(-2.5e20) == f"{MINUS}2.5·10²⁰"
    assert write_short(0.999) == "0.999"
    assert write_short(-6.0) == f"{MINUS}6"
    assert write_short(1e6) == f"1{THIN}000{THIN}000"
    assert [write_fixed(value, 1) for value in (math.nan, math.inf, -math.inf)] == ["not a number", "∞", f"{MINUS}∞"]


@pytest.mark.parametrize("value, digits, text", [(9.96e-5, 1, "0.0001"), (0.0999, 2, "0.10"), (9.996, 3, "10.0")])
def test_a_number_that_rounds_up_to_a_power_of_ten_gets_no_digit_more(value: float, digits: int, text: str) -> None:
    assert write_significant(value, digits) == text
