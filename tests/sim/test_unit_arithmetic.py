"""What one unit says of a point and how its rule changes it, reckoned again from the text and by the rule itself."""

import re
from decimal import Decimal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from sim.perceptron import LEARNERS, Examples, answer, step, unit_at
from sim.unit_arithmetic import explain_learner
from tests.sim.hand_reckoning import number, reckon_again

WEIGHTS = st.tuples(*[st.floats(-3.0, 3.0)] * 3)
POINTS = st.tuples(st.floats(-2.0, 2.0), st.floats(-2.0, 2.0))


@given(
    st.sampled_from(tuple(LEARNERS)), WEIGHTS, POINTS, st.sampled_from((0.0, 1.0)), st.sampled_from((0.01, 0.1, 1.0))
)
def test_the_sum_can_be_reckoned_again(
    key: str, weights: tuple[float, ...], x: tuple[float, float], target: float, rate: float
) -> None:
    found = explain_learner(key, weights, x, "Point 1", target, rate)
    assert reckon_again(found.text) >= 5
    assert found.value == pytest.approx(found.exact, abs=0.005)


@given(st.sampled_from(tuple(LEARNERS)), WEIGHTS, POINTS, st.sampled_from((0.0, 1.0)), st.sampled_from((0.1, 1.0)))
def test_the_weights_that_are_printed_are_those_that_the_rule_makes(
    key: str, weights: tuple[float, ...], x: tuple[float, float], target: float, rate: float
) -> None:
    after = step(unit_at(weights), key, Examples.of(np.array([x]), np.array([target])), 0, rate).weights
    lines = explain_learner(key, weights, x, "Point 1", target, rate).text.splitlines()
    rows = {cells[0]: number(cells[2]) for line in lines if len(cells := line.split("\t")) == 3 and cells[2]}
    if "nothing changes" in "\n".join(lines):
        assert after == pytest.approx(weights, abs=2e-3)
    else:
        printed = [float(rows[name]) for name in ("bias becomes", "w₁ becomes", "w₂ becomes")]
        assert printed == pytest.approx(after, abs=0.02)


def test_every_row_of_a_change_is_what_it_says() -> None:
    """w₁ becomes 0.500 + (−0.100) · 1.000 = 0.400: from the printed numbers alone."""
    text = explain_learner("perceptron", (0.2, 0.5, -0.4), (1.0, -0.5), "Point 1", 0.0, 0.1).text
    found = re.findall(r"becomes\t(\S+) \+ \(?([^)\s]+)\)?(?: · \(?([^)\s]+)\)?)?\t(\S+)", text)
    assert len(found) == 3
    for start, pull, factor, end in found:
        assert number(start) + number(pull) * (number(factor) if factor else 1) == pytest.approx(
            number(end), abs=Decimal("0.0005")
        )


def test_a_right_answer_changes_nothing_in_a_threshold_unit() -> None:
    found = explain_learner("perceptron", (0.2, 0.5, -0.4), (1.0, 0.0), "Point 1", 1.0, 0.1)
    assert found.lines[-1].text.startswith("nothing changes")


def test_what_it_says_is_the_rules_own_sum() -> None:
    z = answer((0.2, 0.5, -0.4), (1.0, 1.5, 0.25))
    assert explain_learner("delta", (0.2, 0.5, -0.4), (1.5, 0.25), "x").exact == pytest.approx(z)
