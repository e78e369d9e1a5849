"""What a goal can ask of the skier, walked through as a lesson does: without a window, by a scripted hand."""

from typing import Any

import pytest

from sim.commands import Configure
from sim.config import Config
from sim.lesson_desk import Desk
from sim.lesson_fields import FAMILIES, fields_of, known_fields
from sim.lesson_fields_skier import SIZES, SKIER_FIELDS
from sim.lesson_parts import Action, Comparison, Step
from sim.lesson_words import goal_words
from sim.run import begin
from sim.simulations.skier import SKIER
from sim.simulations.skier_config import PARAMETERS
from sim.simulations.skier_glances import KEYS
from sim.simulations.skier_view import VIEWS


def desk_of(view: str, **setup: Any) -> Desk:
    return Desk(Step("t", "t", "skier", 1, setup={"view": view, **setup}), 60.0)


def ran(view: str, steps: int, **setup: Any) -> dict[str, float]:
    desk = desk_of(view, **setup)
    desk.do(Action("run", steps))
    return desk.fields()


@pytest.mark.parametrize("view", VIEWS)
def test_every_field_that_is_found_is_a_known_one(view: str) -> None:
    config = SKIER.arrange(Config.defaults(PARAMETERS).replace({"view": view}), "view")
    state = SKIER.advance(config, SKIER.init(config), 3)
    found = fields_of("skier", SKIER.snapshot(config, state, None), config)
    assert found.keys() <= set(known_fields("skier"))
    assert found["step"] == 3


def test_a_setup_of_a_view_brings_its_rate_along_and_may_set_another() -> None:
    assert desk_of("catapult", ground="digits").config()["learning_rate"] == 1.0
    assert desk_of("catapult", ground="digits", learning_rate=3.0).config()["learning_rate"] == 3.0


def test_one_in_a_thousand_is_right_before_any_training() -> None:
    fields = ran("chance", 400, classes=1000)
    assert fields["chance.nets"] == 20
    assert fields["chance.accuracy"] == pytest.approx(0.001, abs=0.0005)
    assert fields["chance.loss"] == pytest.approx(6.908, abs=0.05)


def test_the_eights_alone_take_the_others_along() -> None:
    desk = desk_of("one_class", chosen=8)
    start = desk.fields()
    desk.do(Action("run", 150))
    fields = desk.fields()
    assert start["class_accuracy.others"] > 0.9
    assert fields["class_accuracy.8"] >= 0.98
    assert fields["class_accuracy.others"] <= 0.2


def test_four_sizes_of_glances_are_tried_by_moving_one_slider() -> None:
    desk = desk_of("cone")
    desk.do(Action("set", {"batch": 1}))
    start = desk.fields()
    for batch in (8, 32, 128):
        desk.do(Action("set", {"batch": batch}))
    fields = desk.fields()
    assert start["config.batch"] == 1
    assert start["cosine"] == pytest.approx(0.18, abs=0.04)
    assert fields["batches_tried"] == 4
    assert fields["cosine"] == fields["cosine.128"] >= 0.85
    assert "cosine.512" not in fields


def test_batch_8_is_down_long_before_the_full_batch() -> None:
    desk = desk_of("glances")
    assert not any(name.startswith("epochs_to_target") for name in desk.fields())
    desk.do(Action("play", None))
    fields = desk.fields()
    assert fields["epochs_to_target.8"] <= 6
    assert fields["epochs_to_target.full"] >= 30
    assert fields["seconds_to_target.8"] > 0.0


def test_rate_3_throws_the_digits_out_and_rate_1_does_not() -> None:
    fields = ran("catapult", 100, ground="digits", learning_rate=3.0, seed=1)
    assert fields["loss_peak"] >= 5
    assert fields["step"] >= 100
    assert fields["loss"] >= 2.2
    assert fields["dead_share"] > 0.5
    assert ran("catapult", 100, ground="digits", learning_rate=1.0, seed=1)["loss"] <= 0.2


def test_the_repair_is_to_go_back_and_change_one_thing() -> None:
    setup = SKIER.arrange(Config.defaults(PARAMETERS).replace({"view": "catapult"}), "view")
    run = begin(SKIER, setup.replace({"ground": "digits", "learning_rate": 3.0}), 1)
    run.advance(100)
    run.seek(2)
    while run.target is not None:
        run.approach(100)
    run.obey(Configure("skier", run.config.replace({"learning_rate": 1.0})))
    run.advance(100)
    fields = fields_of("skier", SKIER.snapshot(run.config, run.state, None), run.config)
    assert fields["loss"] <= 0.2
    assert fields["changes"] == 1


def test_the_half_pipe_is_left_above_its_bound_alone() -> None:
    desk = desk_of("catapult", ground="pipe", pipe_rate=0.0201)
    desk.do(Action("run", 200))
    beyond = desk.fields()
    assert beyond["abs_x"] >= 5
    assert beyond["beyond"] == 1
    assert beyond["rate_bound"] == 0.02
    desk.do(Action("set", {"pipe_rate": 0.0199}))
    desk.do(Action("restart", None))
    desk.do(Action("run", 200))
    assert desk.fields()["abs_x"] <= 0.2


@pytest.mark.long
def test_many_valleys_are_equally_deep_and_tiny_networks_get_stuck() -> None:
    desk = desk_of("valleys")
    desk.do(Action("play", None))
    fields = desk.fields()
    assert fields["twins.finished"] >= 120
    assert fields["twins.spread"] <= 0.03
    assert fields["twins.stuck"] >= 6


@pytest.mark.long
def test_lies_are_learned_by_heart() -> None:
    fields = ran("lies", 130)
    assert fields["accuracy.train"] >= 0.99
    assert fields["accuracy.test"] <= 0.2
    assert fields["epoch"] == 130


@pytest.mark.long
def test_the_ways_of_loading_momentum_have_an_accuracy_each() -> None:
    fields = ran("ramp", 410)
    assert fields["accuracy.ramp"] > fields["accuracy.heavy"]
    assert fields["accuracy.nine"] > fields["accuracy.none"]


def test_fields_of_sizes_are_those_of_the_racers() -> None:
    assert FAMILIES["skier"]["epochs_to_target"][0] == KEYS
    assert (*KEYS[:-1], "all") == SIZES


@pytest.mark.parametrize("name", sorted(SKIER_FIELDS))
def test_a_goal_about_any_field_is_said_in_words(name: str) -> None:
    words = goal_words("skier", Comparison(name, ">=", 0.5), {name: 0.25})
    assert words
    assert "_" not in words
