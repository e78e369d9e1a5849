import contextlib
import dataclasses
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sim.errors import ConfigError
from sim.params import Choice, Flag, Integer, Real

MOMENTUM = Real("momentum", "Momentum", 0.0, 0.999, 0.9, symbol="μ", help="A running sum of past slopes.", role="vel")
RATE = Real("adam.learning_rate", "Learning rate", 1e-8, 10.0, 1e-3, symbol="η", log=True, role="grad")
STEPS = Integer("steps", "Steps", 10, 2000, 200, step=10, live=False)
SURFACE = Choice("surface", "Surface", (("saddle", "Saddle"), ("beale", "Beale's function")), "saddle", live=False)
NOISY = Flag("noisy", "Noise", False)

POSITIONS = st.floats(0.0, 1.0)


@st.composite
def linear(draw):
    low, high = sorted((draw(st.floats(-1e6, 1e6)), draw(st.floats(-1e6, 1e6))))
    assume(high - low > 1e-6)
    return Real("x", "X", low, high, low)


@st.composite
def logarithmic(draw):
    low = 10.0 ** draw(st.floats(-12, 6))
    return Real("x", "X", low, low * 10.0 ** draw(st.floats(0.1, 12)), low, log=True)


SCALES = st.one_of(linear(), logarithmic())


@given(SCALES)
def test_both_ends_of_a_slider_are_exact(real):
    assert (real.at(0.0), real.at(1.0)) == (real.low, real.high)
    assert (real.at(-3.0), real.at(7.0), real.at(math.nan)) == (real.low, real.high, real.low)
    assert (real.position(real.low), real.position(real.high)) == (0.0, 1.0)
    assert (real.position(-1e300), real.position(1e300)) == (0.0, 1.0)


@given(SCALES, POSITIONS, POSITIONS)
def test_a_slider_moved_up_never_moves_its_value_down(real, one, other):
    one, other = sorted((round(one, 6), round(other, 6)))
    assert real.low <= real.at(one) <= real.at(other) <= real.high


@given(SCALES, POSITIONS)
def test_a_value_has_a_position_and_the_position_has_that_value(real, share):
    value = real.low + share * (real.high - real.low)
    value = min(max(value, real.low), real.high)
    scale = value if real.log else max(abs(real.low), abs(real.high))
    assert real.at(real.position(value)) == pytest.approx(value, rel=0, abs=1e-12 * scale)


def test_a_logarithmic_slider_stands_at_the_geometric_mean_halfway():
    assert Real("x", "X", 1e-4, 1.0, 0.1, log=True).at(0.5) == pytest.approx(1e-2, rel=1e-12)


@pytest.mark.parametrize("log", [False, True])
@given(position=POSITIONS)
def test_even_a_monstrous_range_can_be_shown_and_typed(log, position):
    real = Real("x", "X", 1e-300 if log else -1e300, 1e300, 1.0, log=log)
    assert real.low <= real.parse(real.format(real.at(position))) <= real.high


@given(SCALES, POSITIONS)
def test_whatever_a_field_shows_can_be_typed_in_again(real, position):
    value = real.at(position)
    shown = real.format(value)
    assert real.low <= real.parse(shown) <= real.high
    assert "-" not in shown


@given(st.integers(-1000, 1000), st.integers(1, 50), st.integers(1, 60), POSITIONS)
def test_whole_numbers_stay_on_their_steps(low, step, count, position):
    integer = Integer("n", "N", low, low + step * count, low, step=step)
    value = integer.at(position)
    assert integer.check(value) == value
    assert integer.at(integer.position(value)) == value
    assert integer.parse(integer.format(value)) == value
    assert (integer.at(0), integer.at(1)) == (integer.low, integer.high)


@given(st.integers(1, 10**9))
def test_whole_numbers_on_a_logarithmic_scale_come_back(value):
    integer = Integer("n", "N", 1, 10**9, 1, log=True)
    assert integer.at(integer.position(value)) == value


@pytest.mark.parametrize("text", ["", "  ", "nan", "inf", "1e308", "1e999", "abc", "٠", "1_0", "1.5", "-0.1", "0.9991"])
def test_a_refusal_is_one_sentence_with_label_what_was_typed_and_the_range(text):
    with pytest.raises(ConfigError) as refusal:
        MOMENTUM.parse(text)
    said = str(refusal.value)
    assert said.startswith("Momentum must be a number from 0 to 0.999")
    assert repr(text) in said if text.strip() else "nothing was typed" in said
    assert said.endswith(".")
    assert "\n" not in said


def test_a_refusal_shortens_what_was_typed_and_shows_what_cannot_be_seen():
    with pytest.raises(ConfigError) as refusal:
        MOMENTUM.parse("\u202e\x00<b>" + "x" * 10_000)
    assert len(str(refusal.value)) < 120
    assert "\\u202e\\x00<b>" in str(refusal.value)


def test_a_dotted_key_says_whose_it_is():
    with pytest.raises(ConfigError, match=r"^Learning rate of adam must be a number from 10⁻⁸ to 10, not '11'\.$"):
        RATE.parse("11")
    assert RATE.base == "learning_rate"


@pytest.mark.parametrize(
    "value", [0, 1, 0.5, np.float64(0.5), np.float32(0.5), np.int64(0), np.array(0.5), Fraction(1, 2)]
)
def test_numbers_of_all_kinds_are_taken_as_floats(value):
    taken = dataclasses.replace(MOMENTUM, high=1.0).check(value)
    assert type(taken) is float
    assert taken == float(value)


@pytest.mark.parametrize(
    "value",
    [
        *(True, False, np.bool_(True), "0.5", np.str_("0.5"), None, math.nan, math.inf, -math.inf, 10**400, 0.5j),
        *([0.5], np.array([0.5]), np.float64("nan"), b"0.5", object(), -1e-300, 1.0),
    ],
)
def test_what_is_no_legal_number_is_refused_as_a_number(value):
    with pytest.raises(ConfigError, match="Momentum must be a number from 0"):
        MOMENTUM.check(value)


@pytest.mark.parametrize("value", [True, 1.5, 15, 0, 2010, "200", None, math.inf, math.nan, 10**400, np.float32(20.5)])
def test_what_is_no_legal_whole_number_is_refused(value):
    with pytest.raises(ConfigError, match=r"Steps must be a whole number from 10 to 2000 in steps of 10"):
        STEPS.check(value)


@pytest.mark.parametrize("value", [200, 200.0, np.int32(200), np.float64(200), np.array(200)])
def test_whole_numbers_of_all_kinds_are_taken_as_ints(value):
    assert type(STEPS.check(value)) is int


def test_a_comma_in_a_whole_number_is_refused_because_it_may_mean_two_things():
    assert STEPS.parse("1000") == STEPS.parse("1 000") == STEPS.parse("1e3") == 1000
    with pytest.raises(ConfigError):
        STEPS.parse("1,000")


def test_minus_nothing_is_nothing():
    assert math.copysign(1, MOMENTUM.check(-0.0)) == 1
    assert MOMENTUM.format(-0.0) == "0.000"


def test_shown_numbers_have_fixed_digits_that_never_leave_the_range():
    assert [MOMENTUM.format(value) for value in (0.5, 0.9, 0.999, 0.0001)] == ["0.500", "0.900", "0.999", "0.0001"]
    assert dataclasses.replace(MOMENTUM, high=0.9995).format(0.9995) == "0.9995"
    assert [RATE.format(value) for value in (1e-8, 0.0001, 0.1, 10.0)] == ["1.00·10⁻⁸", "0.000100", "0.100", "10.0"]


def test_a_choice_is_typed_by_key_or_label():
    assert SURFACE.parse(" SADDLE ") == "saddle"
    assert SURFACE.parse("beale's function") == "beale"
    assert SURFACE.format("beale") == "Beale's function"
    assert type(SURFACE.check(np.str_("beale"))) is str
    with pytest.raises(ConfigError, match=r"must be one of saddle, beale, not 'sadle'\. Did you mean 'saddle'\?"):
        SURFACE.parse("sadle")


@pytest.mark.parametrize("value", ["Saddle", "", None, 0, True, ["saddle"], np.array(["saddle"])])
def test_a_choice_takes_nothing_but_its_keys(value):
    with pytest.raises(ConfigError, match="Surface must be one of"):
        SURFACE.check(value)


def test_a_flag_is_typed_as_on_and_off():
    assert [NOISY.parse(text) for text in ("on", " Yes", "TRUE", "1")] == [True] * 4
    assert [NOISY.parse(text) for text in ("off", "no ", "False", "0")] == [False] * 4
    assert [NOISY.format(value) for value in (True, False)] == ["on", "off"]
    assert NOISY.check(np.bool_(True)) is True
    for value in (1, 0, "on", None):
        with pytest.raises(ConfigError, match="Noise must be on or off"):
            NOISY.check(value)
    with pytest.raises(ConfigError, match="Noise must be on or off, not 'maybe'"):
        NOISY.parse("maybe")


def test_a_tooltip_has_label_symbol_range_and_a_sentence():
    assert MOMENTUM.describe() == ("Momentum  μ  0 to 0.999", "A running sum of past slopes.")
    assert NOISY.describe()[0] == "Noise  on or off"
    assert SURFACE.describe()[0] == "Surface"
    assert Real("t", "Time", 0, 2.5, 1, unit="s").describe()[0] == "Time  0 to 2.5 s"


@pytest.mark.parametrize(
    "declare",
    [
        lambda: Real("x", "X", 0.0, 1.0, 0.5, log=True),
        lambda: Real("x", "X", -1.0, 1.0, 0.5, log=True),
        lambda: Real("x", "X", 1.0, 1.0, 1.0),
        lambda: Real("x", "X", 0.0, math.inf, 1.0),
        lambda: Real("x", "X", -1.7e308, 1.7e308, 1.0),
        lambda: Real("x", "X", 0.0, 1.0, 2.0),
        lambda: Integer("x", "X", 0, 10, 0, log=True),
        lambda: Integer("x", "X", 0, 10, 0, step=3),
        lambda: Integer("x", "X", 0, 2**60, 0),
        lambda: Choice("x", "X", (), ""),
        lambda: Choice("x", "X", (("a", "A"), ("a", "B")), "a"),
        lambda: Choice("x", "X", (("a", "A"),), "b"),
        lambda: Flag("x", "X", 1),
    ],
)
def test_a_declaration_that_makes_no_sense_is_refused_when_it_is_made(declare):
    with pytest.raises(ConfigError):
        declare()


@given(st.text())
def test_no_typed_text_raises_anything_but_a_config_error(text):
    for parameter in (MOMENTUM, RATE, STEPS, SURFACE, NOISY):
        with contextlib.suppress(ConfigError):
            parameter.check(parameter.parse(text))
