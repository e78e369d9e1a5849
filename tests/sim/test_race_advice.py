"""The words of an advice name the rate that a racer will have, whatever multiplies its own."""

import pytest

from sim.simulations.race_advice import words_of
from tests.sim.test_race import on


@pytest.mark.parametrize(
    "factor, value, words",
    [
        (1.0, 0.018, "Set its rate to 0.018"),
        (100.0, 0.00018, "Set its rate to 0.018"),
        (0.1, 0.00018, "Set its rate to 0.000018"),
        (0.01, 0.00001, "Set its rate to 10⁻⁷"),
    ],
)
def test_the_advice_names_the_rate_that_results(factor: float, value: float, words: str) -> None:
    assert words_of(on("saddle", rate_factor=factor), "sgd.learning_rate", value) == words


def test_a_common_setting_is_named_as_what_it_is() -> None:
    config = on("saddle", rate_factor=100.0)
    assert words_of(config, "learning_rate", 0.02) == "Set all rates to 0.02"
    assert words_of(config, "rate_factor", 0.5) == "Multiply rates by 0.5"
