"""A surface that is typed: read right, refused with a sentence and a place, and kept in order whatever it does."""

import contextlib
import math
import time

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import sim
from sim.errors import ConfigError
from sim.formula import NEUTRAL_RATE, FormulaError, check_formula, parse_surface
from sim.formula_rule import typed
from sim.formula_terms import read_terms
from sim.formula_text import ALLOWED, read_tokens, typeset
from sim.optimizers import OPTIMIZERS
from sim.surfaces import SURFACE, SURFACES, escape_loss, escape_rule, left_saddle, settled, surface_named
from tests.quality import record
from tests.sim.formulas_for_tests import FORMULA_LETTERS, FORMULAS, HARMLESS, HOSTILE, LETTERS, program_of, random_text

EXAMPLE = "x^2 - y^2 + 0.1*sin(5*x)"
PLACES = st.floats(-2.0, 2.0).map(lambda number: round(number, 6))


def refusal(text):
    with pytest.raises(FormulaError) as caught:
        parse_surface(text)
    return caught.value


# What is read


@settings(max_examples=300)
@given(FORMULAS, PLACES, PLACES)
def test_a_formula_has_the_value_that_numpy_gives_it(formula, x, y):
    with np.errstate(all="ignore"):
        near = formula.value(np.array([x, x + 1e-9, x, x - 1e-9]), np.array([y, y, y + 1e-9, y - 1e-9]))
    assume(np.isfinite(near).all() and np.ptp(near) <= 1e-6 * max(1.0, abs(near[0])))
    with np.errstate(all="ignore"):
        loss, _, _ = typed(np.float64(x), np.float64(y), program_of(formula.text))
    assert loss == pytest.approx(near[0], rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("text, value", HARMLESS.items())
def test_a_constant_is_worked_out_and_raises_nothing(text, value):
    surface = parse_surface(text)
    assert surface.loss(0.3, 0.4) == pytest.approx(value, rel=1e-15, nan_ok=True)
    assert surface.data[0] == 1


@pytest.mark.parametrize(
    "text, same",
    [
        ("x^2", "x**2"),
        ("x²+y²", "x^2 + y^2"),
        ("  x \t*  y ", "x*y"),
        ("−x·y", "-x*y"),
        ("x⁻²", "x^-2"),
        ("½*x²", "1/2*x^2"),
        ("2*π", "2*pi"),
    ],
)
def test_what_is_pasted_from_paper_means_the_same(text, same):
    x, y = np.linspace(0.1, 2.0, 5), np.linspace(-1.0, 1.0, 5)
    assert (parse_surface(text).losses(x, y) == parse_surface(same).losses(x, y)).all()


def test_a_sign_binds_less_than_a_power():
    assert parse_surface("-x^2").loss(3.0, 0.0) == -9.0
    assert parse_surface("2^-x^2").loss(2.0, 0.0) == 1 / 16


@settings(max_examples=300)
@given(FORMULAS)
def test_the_printed_formula_can_be_typed_in_again(formula):
    tokens = read_tokens(formula.text)
    printed = typeset(tokens)
    assume(len(printed) <= 500)
    again = read_tokens(printed)
    assert read_terms(again) == read_terms(tokens)
    assert typeset(again) == printed
    assert not set(printed) & set("*-")


@pytest.mark.parametrize("text, printed", [("x^2^2", "x^2²"), ("x^-2", "x⁻²"), ("x^(2)", "x^(2)"), ("x^2.5", "x^2.5")])
def test_only_a_lone_whole_exponent_is_raised(text, printed):
    assert typeset(read_tokens(text)) == printed
    assert read_terms(read_tokens(printed)) == read_terms(read_tokens(text))


def test_what_is_just_allowed_is_read():
    for text in ("x" + " " * 499, "-" + "+".join(["x"] * 100), "(" * 40 + "x" + ")" * 40, "x^16", "x^-16", "1e12"):
        check_formula(text)


def test_the_example_is_printed_as_on_paper():
    surface = parse_surface(EXAMPLE)
    assert surface.formula == "x² − y² + 0.1·sin(5·x)"
    assert parse_surface(surface.formula) is surface


# What is refused


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_text_is_refused_with_one_sentence(text):
    error = refusal(text)
    sentence = str(error)
    assert sentence.startswith("The formula")
    assert sentence.endswith(".")
    assert len(sentence) < 250
    assert sentence.isprintable()
    assert error.position is None or 0 <= error.position <= len(text)
    assert f"character {0 if error.position is None else error.position + 1}:" in sentence or error.position is None


@pytest.mark.parametrize(
    "text, position, part",
    [
        ("2x", 1, "write 2*x"),
        ("  2x", 3, "write 2*x"),
        ("x^2 + 3-2x", 9, "write 2*x"),
        ("x^2y", 3, "write (...)*y"),
        ("x²y", 2, "write (...)*y"),
        ("2sin(x)", 1, "write 2*sin(...)"),
        ("(x)(y)", 3, "write (...)*(...)"),
        ("3 4", 2, "no sign"),
        ("xy", 0, "write x*y"),
        ("2pix", 1, "write pi*x"),
        ("sinx", 0, "write sin(x)"),
        ("x+sin x", 2, "write sin(x)"),
        ("sin^2(x)", 0, "write sin(x)"),
        ("y2", 0, "write y^2 or y*2"),
        ("Sin(x)", 0, "'sin' is"),
        ("x^2 + foo", 6, ALLOWED),
        ("x^2 ? y", 4, ALLOWED),
        ("ln(x)", 0, "log(x)"),
        ("0,5*x", 1, "0.5"),
        ("x*z", 2, "only x and y vary"),
        ("z = x", 2, "to the right of the equals sign"),
        ("|x|", 0, "abs(x)"),
        ("((x)", 0, "never closed"),
        ("x^2)", 3, "closes nothing"),
        ("x^2 +", 4, "after + something is missing"),
        ("x^* y", 2, "before * something is missing"),
        ("x + (*y)", 5, "before * something is missing"),
        ("sin()", 4, "after the bracket something is missing"),
        ("x^17", 2, "from -16 to 16"),
        ("x^y", 2, "exponent must be a number"),
        ("y + (x)^y", 8, "exponent must be a number"),
        ("2e12*x", 0, "up to 1e12"),
        ("x\ny", 1, "one line"),
        ("\tx^2 $", 5, ALLOWED),
        ("(" * 41 + "x" + ")" * 41, 40, "40 brackets"),
        ("-" * 60 + "x", 41, "40 things"),
        ("+".join(["x"] * 120), 200, "200 numbers"),
        ("x" * 501, 500, "501 characters"),
        ("", None, "nothing was typed"),
        (" \t", None, "nothing was typed"),
        (None, None, "must be a text"),
        (["x"], None, "must be a text"),
    ],
)
def test_the_sentence_says_where_and_what_to_write(text, position, part):
    error = refusal(text)
    assert part in str(error)
    assert error.position == position


def test_a_refusal_is_a_config_error_of_the_library():
    with pytest.raises(sim.ConfigError):
        sim.parse_surface("x +")
    assert issubclass(sim.FormulaError, ConfigError)


def test_long_sums_are_not_deep():
    assert parse_surface("+".join(["x"] * 100)).loss(2.0, 0.0) == 200.0


@pytest.mark.parametrize("reach", [0, -1.0, math.nan, math.inf, 10**400, True, "2", None, 1e-4])
def test_a_reach_that_makes_no_sense_is_refused(reach):
    with pytest.raises(ConfigError, match="reach"):
        parse_surface("x", reach)


def random_texts(count, seed):
    """Random letters, and letters that look like formulas."""
    generator = np.random.default_rng(seed)
    for k in range(count):
        yield random_text(generator, *((LETTERS, 40) if k % 2 else (FORMULA_LETTERS, 12)))


def read_by_chance(texts):
    """(how many of the texts are formulas, the most ms of computing that one took). Only FormulaError is caught."""
    read, longest = 0, 0.0
    for text in texts:
        begin = time.process_time()
        with contextlib.suppress(FormulaError):
            check_formula(text)
            read += 1
        longest = max(longest, 1e3 * (time.process_time() - begin))
    return read, longest


def test_random_texts_raise_nothing_but_formula_errors():
    read, _ = read_by_chance(random_texts(50_000, seed=1))
    assert read > 500


@pytest.mark.long
def test_a_million_random_texts_raise_nothing_but_formula_errors():
    read, longest = read_by_chance(random_texts(1_000_000, seed=2))
    _, hostile = read_by_chance(HOSTILE)
    figures = {
        "random texts": 1_000_000,
        "exceptions other than FormulaError": 0,
        "of them formulas by chance": read,
        "longest answer, ms of computing": longest,
        "hostile texts, all refused": len(HOSTILE),
        "longest answer to one of those, ms of computing": hostile,
    }
    record("formulas", "Formulas that are typed", figures, seed=2)
    assert read > 10_000


# The surface


def test_the_surface_is_the_same_object_for_the_same_formula():
    assert parse_surface("x+y") is parse_surface(" x + y ") is surface_named("typed", "x+y", 2)
    assert parse_surface("x+y", 3.0).domain == (-3.0, 3.0, -3.0, 3.0)


def test_names_lead_to_the_table_or_to_the_formula():
    assert surface_named("beale") is SURFACES["beale"]
    assert surface_named("typed", EXAMPLE, 1.5).domain == (-1.5, 1.5, -1.5, 1.5)
    with pytest.raises(ConfigError, match="There is no surface"):
        surface_named("beal", EXAMPLE)


def test_the_switch_knows_the_typed_rule_last():
    surface = parse_surface(EXAMPLE)
    assert SURFACE.keys[-1] == surface.key == "typed"
    assert SURFACE.rules[-1] is surface.rule
    assert len({len(parse_surface(text).data) for text in ("1", EXAMPLE, "+".join(["sin(x)"] * 50))}) == 1
    assert dict(surface.rates) == dict.fromkeys(OPTIMIZERS, NEUTRAL_RATE)


def test_what_a_surface_holds_cannot_be_overwritten():
    surface = parse_surface(EXAMPLE)
    with pytest.raises(ValueError, match="read-only"):
        surface.data[0] = 1.0
    with pytest.raises(ValueError, match="read-only"):
        surface.points.saddles[0] = 1.0


def test_the_example_starts_on_the_ridge_of_its_saddle():
    """2x + cos(5x)/2 = 0 at x = -0.167412..., y = 0; the curvature is 2 - 2.5 sin(5x) along x and -2 along y."""
    surface = parse_surface(EXAMPLE)
    assert surface.saddles == (pytest.approx((-0.1674121541, 0.0), abs=1e-9),)
    assert surface.minima == surface.maxima == ()
    assert surface.hessian(*surface.saddles[0]) == pytest.approx(
        (2 - 2.5 * math.sin(5 * surface.saddles[0][0]), 0.0, -2.0), abs=1e-6
    )
    x, y = surface.start
    assert abs(y) == pytest.approx(0.02)
    assert 0.5 < x < 1.0


def test_steep_bowls_are_drawn_with_narrow_lines_at_the_bottom():
    assert parse_surface("(1 - x)^2 + 100*(y - x^2)^2").log_levels
    assert not parse_surface("x^2 + y^2").log_levels


def test_a_surface_that_falls_to_minus_infinity_is_cut_off_for_the_picture():
    surface = parse_surface("x - 1/(x^2 + y^2)")
    assert surface.z_clip is not None
    assert surface.losses(np.full(3, -0.7), np.zeros(3)).min() > surface.z_clip > -50
    assert parse_surface("x^2 - y^2").z_clip is None


ODD = {
    "constant": "3",
    "undefined everywhere": "log(-1)",
    "infinite everywhere": "1/0",
    "undefined on the left": "sqrt(x) + y^2",
    "undefined outside a disc": "sqrt(1 - x^2 - y^2)",
    "overflowing": "exp(exp(exp(x)))",
    "with a pole": "1/(x^2 + y^2)",
    "with a hole": "log(x^2 + y^2)",
    "with walls": "tan(3*x)*tan(3*y)",
    "with kinks": "abs(x) + abs(y - 0.3)",
    "level along a line": "(x - y)^2",
    "rough": "sin(100*x)*sin(100*y)",
    "long": "+".join(["sin(x*y)"] * 39),
    "saddle at the border of what is defined": "x*y + 0*sqrt(1 - x^2 - y^2)",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_an_odd_surface_keeps_the_board_working(text):
    surface = parse_surface(text)
    path = np.linspace(surface.start, (0.9, 0.9), 20)
    path[-1] = np.nan
    assert np.isfinite(surface.start).all()
    assert np.abs(surface.start).max() <= 2.0
    assert left_saddle(surface, path) is None or left_saddle(surface, path) >= 0
    assert settled(surface, path) is None
    assert settled(surface, path[:-1]) is None or settled(surface, path[:-1]) >= 0
    assert escape_rule(surface, surface.start).endswith(".")
    limit = escape_loss(surface, surface.start)
    assert limit is None or math.isfinite(limit)
    x, y = np.meshgrid(np.linspace(-2, 2, 9), np.linspace(-2, 2, 9))
    assert surface.losses(x, y).shape == surface.gradients(x, y)[0].shape == (9, 9)


@pytest.mark.parametrize("text", ["sqrt(x) + y^2", "log(x*y - 1)", "sqrt(1 - x^2 - y^2)", "1/x", "exp(exp(exp(x)))"])
def test_the_start_has_a_value_and_a_slope_where_there_is_any(text):
    surface = parse_surface(text)
    assert math.isfinite(surface.loss(*surface.start))
    assert 0 < math.hypot(*surface.gradient(*surface.start)) < math.inf


def test_a_race_runs_on_a_typed_surface_as_on_the_listed_one():
    listed = sim.race("saddle", start=(1.0, 1e-3), steps=50, optimizers={"sgd": {"learning_rate": 0.01}})
    typed = sim.race(parse_surface("x^2-y^2"), start=(1.0, 1e-3), steps=50, optimizers={"sgd": {}})
    assert np.allclose(listed["sgd"], typed["sgd"], rtol=1e-13)


def test_a_race_that_leaves_what_is_defined_ends_in_nan():
    path = sim.race(parse_surface("sqrt(x)"), start=(0.01, 0.0), steps=20, optimizers={"sgd": {"learning_rate": 1.0}})
    assert np.isnan(path["sgd"][-1]).any()
