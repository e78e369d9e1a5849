"""What lessons can ask of backpropagation: the fields that the steps of the curriculum name."""

from typing import Any

import pytest

from sim.commands import Configure, Edit, Look, Open, Seek
from sim.config import Config
from sim.lesson_controls import controls_of
from sim.lesson_fields import check_field, fields_of
from sim.mailbox import Status
from sim.session import Session
from sim.simulations import SIMULATIONS
from sim.simulations.backprop import BackpropView
from sim.simulations.backprop_config import PARAMETERS, arrange

BACKPROP = SIMULATIONS["backprop"]
DEFAULTS = Config.defaults(PARAMETERS)


class At:
    """A run whose fields are counted from the moment when `mark` was called."""

    def __init__(self, config: Config = DEFAULTS, step: int = 0) -> None:
        self.run = Session("backprop", BACKPROP, config, 0)
        self.run.open(0.0)
        self.start: dict[str, float] = {}
        self.do(Seek("backprop", step))

    def do(self, *commands: Any) -> "At":
        for command in commands:
            self.run.take(command)
            while self.run.unsettled:
                self.run.settle(0.0)
            self.run.frame(Status())
            while self.run.patience(0.0) is not None:
                self.run.work(0.0, lambda: 0.0)
                self.run.frame(Status())
        return self

    def mark(self) -> "At":
        self.start = self.fields()
        return self

    def fields(self) -> dict[str, float]:
        frame = self.run.frame(Status())
        assert frame.config is not None
        return fields_of("backprop", frame.snapshot, frame.config, self.start)


def test_the_fields_of_the_curriculum_exist() -> None:
    for name in (
        "step_index", "pass", "shape.rows", "shape.columns", "rule.forward", "rule.backward", "rule.gradient",
        "multiplier", "arrived", "edited", "changed.z1", "changed.dw5", "check.error", "check.passes", "loss",
        "loss.change", "pinned", "answer.error", "config.learning_rate", "config.passes",
    ):  # fmt: skip
        check_field("backprop", name)


def test_hands_can_be_locked_by_name() -> None:
    assert {"cells", "release", "check"} < set(controls_of("backprop"))


def test_the_first_rule_makes_128_rows_of_5() -> None:
    fields = At(step=1).fields()
    assert (fields["step_index"], fields["shape.rows"], fields["shape.columns"]) == (1, 128, 5)


def test_nothing_has_a_shape_before_the_first_rule() -> None:
    fields = At().fields()
    assert not {"shape.rows", "rule.forward", "rule.backward", "arrived", "multiplier", "check.error"} & set(fields)


@pytest.mark.parametrize(
    "step, forward, backward, gradient",
    [(1, 1, None, 0), (3, 2, None, 0), (4, 3, None, 0), (8, 4, None, 0), (9, 4, 2, 0), (10, 4, 2, 1), (11, 4, 1, 0),
     (12, 4, 3, 0), (13, 4, 2, 0), (14, 4, 2, 1), (15, 4, 2, 0), (16, 1, None, 0)],
)  # fmt: skip
def test_fields_tell_the_last_rule_of_each_direction(
    step: int, forward: int, backward: int | None, gradient: int
) -> None:
    fields = At(step=step).fields()
    assert (fields["rule.forward"], fields.get("rule.backward"), fields["rule.gradient"]) == (
        forward, backward, gradient,
    )  # fmt: skip


def test_the_gradient_of_the_first_layer_is_as_large_as_its_weights() -> None:
    fields = At(step=14).fields()
    assert (fields["shape.rows"], fields["shape.columns"]) == (3, 5)


def test_the_multiplier_is_the_slope_at_the_z_that_was_set() -> None:
    at = At(step=13).do(Edit("backprop", "cell", ("z1", 0, 0, 5.0)))
    assert at.fields()["multiplier"] == pytest.approx(0.00665, abs=1e-5)


def test_the_multiplier_is_that_of_the_selected_cell_first() -> None:
    at = At(step=13).do(Edit("backprop", "cell", ("z1", 0, 0, 5.0)), Edit("backprop", "cell", ("z1", 1, 0, 0.0)))
    at.do(Look("backprop", BackpropView(("dz1", 1, 0))))
    assert at.fields()["multiplier"] == 0.25


def test_a_gate_tells_what_arrived_behind_it() -> None:
    config = arrange(DEFAULTS.replace(preset="gate"), "preset")
    assert "arrived" not in At(config, 4).fields()
    assert At(config, 7).fields()["arrived"] == -1.0
    closed = At(config, 7).do(Edit("backprop", "cell", ("e", 0, 0, -1)), Edit("backprop", "cell", ("z1", 0, 0, -2)))
    assert closed.fields()["arrived"] == 0.0


def test_edits_are_counted_from_the_beginning_of_the_step() -> None:
    at = At(step=15).do(Edit("backprop", "cell", ("w1", 0, 0, 1.0))).mark()
    assert at.fields()["edited"] == 0
    fields = at.do(Edit("backprop", "cell", ("w1", 2, 4, 3.0))).fields()
    assert (fields["edited"], fields["changed.z1"], fields["changed.dw1"], fields["changed.x"]) == (1, 128, 15, 0)


def test_the_proof_counts_64_walks() -> None:
    fields = At().do(Edit("backprop", "check", True)).fields()
    assert fields["check.passes"] == 64
    assert fields["check.error"] <= 1e-6


def test_an_update_lowers_the_loss_and_a_larger_rate_raises_it() -> None:
    at = At(step=14).mark()
    assert at.fields()["loss.change"] == 0
    assert at.do(Seek("backprop", 15)).fields()["loss.change"] < 0
    assert at.do(Configure("backprop", DEFAULTS.replace(learning_rate=100.0))).fields()["loss.change"] > 0


def test_a_run_is_opened_by_the_name_of_its_simulation() -> None:
    assert Open("backprop", "backprop", DEFAULTS).simulation in SIMULATIONS
