"""The arithmetic of a cell: what is printed adds up, and comes to the number in the cell."""

import re
import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sim.backprop_arithmetic import Explanation, explain
from sim.backprop_cell import cell_name
from sim.backprop_words import WORDS, direction_of, rule_words, shape_line, states_of
from sim.config import Config
from sim.numerals import read_number
from sim.optimizers import OPTIMIZERS
from sim.simulations import SIMULATIONS
from sim.simulations.backprop import BackpropSnapshot
from sim.simulations.backprop_config import PARAMETERS, arrange

BACKPROP = SIMULATIONS["backprop"]
DEFAULTS = Config.defaults(PARAMETERS)
NUMBER = re.compile(r"\(?(−?[0-9.]+(?:·10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?)\)?")


def seen(config: Config = DEFAULTS, step: int = 15, *edits: tuple[str, Any]) -> BackpropSnapshot:
    state = BACKPROP.seek(config, BACKPROP.init(config), step)
    for what, value in edits:
        config, state = BACKPROP.edit(config, state, what, value)
    found: BackpropSnapshot = BACKPROP.snapshot(config, state, None)
    return found


def texts(found: Explanation) -> list[str]:
    return [line.text.replace("\t", " ") for line in found.whole]


def reckoned(line: str) -> float:
    """The sum of products that a line spells, read as a person would."""
    return sum(
        np.prod([read_number(NUMBER.fullmatch(part.strip())[1]) for part in term.split("·")])  # type: ignore[index]
        for term in line.split(" + ")
    )


SETTINGS = st.fixed_dictionaries(
    {
        "layers": st.lists(st.integers(1, 9), min_size=2, max_size=5).map(lambda sizes: " ".join(map(str, sizes))),
        "n": st.integers(1, 40),
        "activation": st.sampled_from(["sigmoid", "tanh", "relu", "leaky_relu", "linear"]),
        "output": st.sampled_from(["sigmoid", "linear", "softmax", "tanh", "relu"]),
        "init": st.sampled_from(["uniform", "he", "zero"]),
        "seed": st.integers(0, 1000),
    }
)


@given(SETTINGS, st.integers(0, 10**6))
@settings(max_examples=40, deadline=None)
def test_a_printed_result_is_never_far_from_the_number_in_the_cell(values: dict[str, Any], pick: int) -> None:
    snapshot = seen(DEFAULTS.replace(preset="own", learning_rate=0.03, **values), 999)
    for name, matrix in snapshot.matrices.items():
        row, column = divmod(pick % matrix.size, matrix.shape[1])
        found = explain(snapshot, name, row, column)
        assert found.exact == matrix[row, column]
        assert found.value == pytest.approx(found.exact, rel=0.0051, abs=0.0051), (name, texts(found))
        for line in found.whole:
            if line.equation:
                assert line.equation[0] == pytest.approx(line.equation[1], rel=2e-3, abs=6e-4), (name, line.text)


def test_a_short_sum_stands_in_a_line_with_its_bias_last() -> None:
    found = explain(seen(), "z1", 2, 1)
    assert found.title == "Row 3 of X times column 2 of W₁"
    assert reckoned(texts(found)[0]) == pytest.approx(found.exact, abs=0.005)
    assert "last term: the bias b₁" in texts(found)[-1]
    assert found.sources == (("x", 2, None), ("w1", None, 1), ("b1", 0, 1))


def test_the_sum_before_the_bias_has_none() -> None:
    found = explain(seen(), "s1", 2, 1)
    assert reckoned(texts(found)[0]) == pytest.approx(seen().matrices["s1"][2, 1], abs=0.005)
    assert found.sources == (("x", 2, None), ("w1", None, 1))


def test_a_long_sum_is_a_table_folded_on_the_screen_and_whole_when_copied() -> None:
    found = explain(seen(), "dw1", 0, 1)
    assert len(found.lines) < 16 < 128 < len(found.whole)
    assert "divided by 128 examples" in found.text
    assert found.sources == (("x", None, 0), ("dz1", None, 1))


def test_the_terms_of_a_table_add_up_to_its_sum() -> None:
    found = explain(seen(), "z2", 4, 1)
    parts = [line.text.split("\t") for line in found.whole if line.text.count("\t") == 2]
    values = [read_number(cells[2]) for cells in parts if "·" in cells[0] or cells[0] == "bias"]
    total = next(read_number(cells[2]) for cells in parts if cells[0] == "Z₂[5, 2]")
    assert sum(values) == pytest.approx(total, abs=1e-12)


def test_the_slope_is_named_with_the_z_at_which_it_is_taken() -> None:
    snapshot = seen(DEFAULTS, 15, ("cell", ("z1", 0, 0, 5.0)))
    found = explain(snapshot, "dz1", 0, 0)
    assert "σ′ at Z₁[1, 1] = 5.000" in found.text
    assert found.sources == (("dh1", 0, 0), ("z1", 0, 0))


def test_what_goes_back_is_multiplied_by_a_row_of_the_weights() -> None:
    found = explain(seen(), "dh1", 2, 3)
    m = seen().matrices
    assert reckoned(texts(found)[0]) == pytest.approx(m["dz2"][2] @ m["w2"][3], abs=0.002)
    assert found.sources == (("dz2", 2, None), ("w2", 3, None))


def test_a_bias_gets_the_mean_of_the_blame() -> None:
    found = explain(seen(DEFAULTS.replace(n=5)), "db2", 0, 1)
    assert found.value == pytest.approx(seen(DEFAULTS.replace(n=5)).matrices["dz2"][:, 1].mean(), abs=0.001)
    assert found.sources == (("dz2", None, 1),)


def test_a_held_cell_says_so_and_what_its_rule_would_give() -> None:
    found = explain(seen(DEFAULTS, 15, ("cell", ("z1", 2, 1, -7.0))), "z1", 2, 1)
    assert texts(found)[0] == "Set by hand to −7.000."
    assert "Its rule would have given:" in texts(found)
    assert found.value == pytest.approx(seen().matrices["z1"][2, 1], abs=0.005)


def test_a_typed_weight_has_no_rule() -> None:
    found = explain(seen(DEFAULTS, 15, ("cell", ("w1", 2, 1, -7.0))), "w1", 2, 1)
    assert texts(found) == ["Set by hand to −7.000."]


def test_a_weight_of_a_later_pass_was_left_by_an_update() -> None:
    assert "the update of the pass before" in explain(seen(DEFAULTS, 20), "w1", 0, 0).text


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
@pytest.mark.parametrize("name", ["w1+", "b2+"])
def test_the_step_of_every_optimizer_is_written_out(optimizer: str, name: str) -> None:
    snapshot = seen(arrange(DEFAULTS.replace(optimizer=optimizer), "optimizer"), 45)
    found = explain(snapshot, name, 0, 1)
    theta, told = next(line.equation for line in reversed(found.lines) if line.equation)  # type: ignore[misc]
    assert theta == pytest.approx(told, rel=1e-12)
    if optimizer != "nesterov":
        assert theta == pytest.approx(snapshot.matrices[name][0, 1], rel=1e-12)


def test_numbers_that_flew_off_are_not_added_up() -> None:
    config = DEFAULTS.replace(activation="linear", output="linear", learning_rate=1000.0, passes=20)
    snapshot = seen(config, 300, ("cell", ("x", 0, 0, 1e6)))
    for name, matrix in snapshot.matrices.items():
        assert explain(snapshot, name, 0, matrix.shape[1] - 1).lines


@pytest.mark.filterwarnings("error")
def test_a_million_is_written_out_without_a_warning() -> None:
    snapshot = seen(DEFAULTS, 15, ("cell", ("x", 0, 0, 1e6)), ("cell", ("w1", 0, 0, 1e6)))
    for name in snapshot.known:
        assert explain(snapshot, name, 0, 0).lines


def test_softmax_with_squared_error_answers_as_a_whole() -> None:
    config = arrange(DEFAULTS.replace(preset="softmax"), "preset").replace(loss="squared_error")
    found = explain(seen(config, 7), "dz1", 0, 1)
    assert found.value == pytest.approx(0.7 * (0.7 - (0.3 * -0.7 + 0.7 * 0.7)), abs=0.001)


@pytest.mark.parametrize(
    "place, written", [(("x", 0, 2), "X[1, 3]"), (("b1", 0, 2), "b₁[3]"), (("dw2", 1, 0), "dW₂[2, 1]")]
)
def test_cells_are_named_from_one_on(place: tuple[str, int, int], written: str) -> None:
    assert cell_name(*place) == written


def test_a_cell_that_is_not_there_is_an_error() -> None:
    for place in (("w9", 0, 0), ("w1", 9, 0)):
        with pytest.raises((KeyError, IndexError)):
            explain(seen(), *place)


# Words of the rules


def test_an_input_of_a_million_is_said_to_lie_where_the_function_is_flat() -> None:
    assert "flat" not in " ".join(states_of(seen()))
    assert "flat" in " ".join(states_of(seen(DEFAULTS, 15, ("cell", ("x", 0, 0, 1e6)))))


def test_every_rule_has_words_and_a_direction() -> None:
    assert {step.rule for step in seen().steps} == set(WORDS)
    assert [direction_of(step.rule) for step in seen().steps] == ["forward"] * 8 + ["backward"] * 6 + ["update"]
    assert rule_words("backward 1").title == "Backward rule 1"


def test_the_shapes_of_a_product_stand_in_a_line() -> None:
    snapshot = seen()
    lines = [shape_line(step, snapshot.matrices) for step in snapshot.steps]
    assert lines[0] == "(128 × 3) · (3 × 5) = 128 × 5"
    assert lines[10] == "(128 × 2) · (2 × 5) = 128 × 5"
    assert lines[13] == "(3 × 128) · (128 × 5) = 3 × 5"
    assert lines[14] == ""


def test_a_walk_and_its_arithmetic_need_no_compiler() -> None:
    code = (
        "import sys; from sim.simulations.backprop import *; from sim.backprop_arithmetic import explain; "
        "from sim.config import Config; c = Config.defaults(PARAMETERS); s = BACKPROP.init(c); "
        "explain(BACKPROP.snapshot(c, s, None), 'dw1', 0, 0); "
        "print(sorted({'numba', 'PySide6', 'scipy'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"
