"""A parameter that is a text: its reader decides, and everything that handles parameters can handle it."""

import pytest

from sim.config import Config, Parameters
from sim.errors import ConfigError
from sim.formula import FormulaError, check_formula
from sim.params import Flag, Text

DEFAULT = "x^2 - y^2 + 0.1*sin(5*x)"
FORMULA = Text("formula", "Formula", DEFAULT, reader=check_formula, help="What the surface is.")
TABLE = Parameters((FORMULA, Flag("fog", "Fog", False)))


def words(text):
    """A reader that knows "key=value" pairs."""
    for pair in text.split():
        if pair.count("=") != 1:
            raise ConfigError(f"{pair} is no pair.")


def test_a_text_is_kept_as_it_was_typed_without_the_blanks_around():
    assert FORMULA.check("  x^2 +  y ") == "x^2 +  y"
    assert FORMULA.parse("x") == FORMULA.format("x") == "x"


def test_the_readers_sentence_is_the_refusal_and_its_place_counts_the_blanks():
    with pytest.raises(FormulaError, match="character 4") as caught:
        FORMULA.check("  2x")
    assert caught.value.position == 3


@pytest.mark.parametrize("value", [3, None, b"x", ["x"], True])
def test_what_is_no_text_is_refused(value):
    with pytest.raises(ConfigError, match="Formula must be a text of at most 500 characters, not "):
        FORMULA.check(value)


def test_a_text_that_is_too_long_is_refused_before_it_is_read():
    short = Text("note", "Note", "", reader=words, most=8)
    assert short.check("a=1 b=2") == "a=1 b=2"
    with pytest.raises(ConfigError, match="Note must be a text of at most 8 characters, not 9"):
        short.check("no pair 9")
    with pytest.raises(ConfigError, match="no is no pair"):
        short.check("no pair")


def test_a_default_that_cannot_be_read_is_refused_when_it_is_declared():
    with pytest.raises(ConfigError):
        Text("formula", "Formula", "x +", reader=check_formula)
    with pytest.raises(ConfigError, match="declared wrongly"):
        Text("note", "Note", "", reader=words, most=0)


def test_a_tooltip_shows_label_and_room():
    assert FORMULA.describe() == ("Formula  at most 500 characters", "What the surface is.")


def test_configs_with_the_same_text_are_equal_and_hash_equally():
    one, other = Config(TABLE, formula="x + y"), Config.defaults(TABLE).replace(formula=" x + y")
    assert one == other
    assert hash(one) == hash(other)
    assert one.changed(Config.defaults(TABLE)) == ("formula",)
    assert one != one.replace(formula="y + x")


def test_a_text_may_hold_equals_signs_and_is_assigned_whole():
    table = Parameters((Text("pairs", "Pairs", "", reader=words),))
    assert Config.defaults(table).assign("pairs", "a=1 b=2")["pairs"] == "a=1 b=2"
