import math
import re
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from sim.errors import ConfigError
from sim.lesson_desk import Desk
from sim.lesson_fields import FAMILIES, FIELDS, check_field, known_fields
from sim.lesson_parts import Action, Step
from sim.simulations.playground_view import OwnData

PROMISED = {
    "race": (
        "loss x y abs_x speed turns left reached diverged loss.hand hand.looks curvature.largest "
        "curvature.smallest"
    ),
    "playground": (
        "accuracy accuracy.test loss mistakes errors.perceptron errors.lms margin bound cycle strip strip_ratio "
        "points hand.best_accuracy separability.hidden rows_seen step epoch diverged hand.edits replicas "
        "twins.finished loss.test penalty generalisation_gap dropped_share weights zeros weight_max weight_rms "
        "inputs.used loss.change accuracy.change twins.loss twins.accuracy twins.lowest twins.highest twins.solved "
        "answer.error hand.drags config.n config.batch config.hidden config.noise card.34"
    ),
}
"""The names that the lessons rely on."""


def desk(panel: str = "playground", edits: tuple[Action, ...] = (), **setup: Any) -> Desk:
    return Desk(Step("t", "t", panel, 1, setup=setup, edits=edits), 60.0)


def own(x: list[list[float]], answers: list[int]) -> Action:
    return Action("edit", ("data", OwnData(np.array(x, np.float64), np.array(answers))))


@pytest.mark.parametrize("panel", PROMISED)
def test_the_promised_names_are_there(panel: str) -> None:
    for name in PROMISED[panel].split():
        check_field(panel, f"{name}.adam" if name in FAMILIES[panel] and name not in FIELDS[panel] else name)


def test_an_unknown_field_names_those_like_it() -> None:
    with pytest.raises(ConfigError, match=r"separability\.hidden"):
        check_field("playground", "separability.input")
    with pytest.raises(ConfigError, match="no panel"):
        known_fields("kitchen")


@pytest.mark.parametrize(
    "setup",
    [
        {"dataset": "xor"}, {"dataset": "digits"}, {"dataset": "own"},
        {"mode": "network", "dataset": "xor", "twins": 4},
        {"mode": "network", "layers": "", "dataset": "sine"}, {"mode": "network", "dataset": "own"},
    ],
)  # fmt: skip
def test_every_field_that_has_a_value_is_known_and_a_number(setup: dict[str, Any]) -> None:
    here = desk(**setup)
    for steps in (0, 3):
        if steps:
            here.do(Action("run", steps))
        fields = here.fields()
        assert set(fields) <= set(known_fields("playground"))
        assert not any(math.isnan(value) for value in fields.values())


def test_the_sum_and_the_answer_of_a_neuron_are_those_done_by_hand() -> None:
    fields = desk(edits=(own([[1, 2]], [1]),), start_weights="0.5 2 -1").fields()
    assert fields["z"] == pytest.approx(0.5 + 2 * 1 - 1 * 2)
    assert fields["a"] == pytest.approx(1 / (1 + math.exp(-0.5)))


def test_the_strip_lies_between_a_quarter_and_three_quarters() -> None:
    here = desk(start_weights="0 3 4")
    width = here.fields()["strip"]
    across = np.array([3.0, 4.0]) / 5.0 * width / 2
    assert 1 / (1 + math.exp(-(3 * across[0] + 4 * across[1]))) == pytest.approx(0.75)
    here.do(Action("edit", ("scale", 3.0)))
    assert here.fields()["strip_ratio"] == pytest.approx(1 / 3)


def test_errors_are_counted_now_and_mistakes_are_counted_up() -> None:
    here = desk(edits=(own([[2, 1]], [1]),), start_weights="0 -1 0")
    assert (here.fields()["errors.perceptron"], here.fields()["mistakes"]) == (1, 0)
    here.do(Action("run", 1))
    assert (here.fields()["errors.perceptron"], here.fields()["mistakes"]) == (0, 1)


def test_twins_are_finished_when_the_run_stops() -> None:
    here = desk(dataset="xor", twins=50, stop="epochs", stop_epoch=3)
    assert here.fields()["twins.finished"] == 0
    here.do(Action("play", True))
    fields = here.fields()
    assert (fields["twins.finished"], fields["replicas"], fields["twins.solved"]) == (50, 50, 0)
    assert fields["twins.best_accuracy"] <= 0.75


def test_the_twins_accuracies_are_those_of_networks_trained_alone() -> None:
    setup = {"mode": "network", "dataset": "three_clouds", "test_share": 0.0}
    found = desk(**setup, twins=8).fields()
    assert found["twins.highest"] >= found["twins.accuracy"] >= found["twins.lowest"]
    assert found["accuracy"] == pytest.approx(float(desk(**setup).fields()["accuracy"]))
    assert found["twins.spread"] == pytest.approx(found["twins.highest"] - found["twins.lowest"])
    assert found["twins.spread"] > 0.0


def test_weights_are_counted_and_measured_without_the_biases() -> None:
    weights = {(0, 0, 0): 3.0, (0, 1, 0): 0.0, (0, 0, 1): 0.0, (0, 1, 1): 0.0, (1, 0, 0): -4.0, (1, 1, 0): 0.0}
    edits = [Action("edit", ("weight", (*place, value))) for place, value in weights.items()]
    here = desk("playground", (*edits, Action("edit", ("bias", (0, 0, 9.0)))), mode="network", layers="2").fields()
    assert (here["weights"], here["zeros"], here["weight_max"]) == (6, 4, 4.0)
    assert here["weight_rms"] == pytest.approx(math.sqrt(25 / 6))
    assert here["inputs.used"] == 1


def test_changes_are_counted_from_the_beginning_of_the_step() -> None:
    here = desk(mode="network", dataset="moons", layers="4")
    before = here.fields()
    assert (before["loss.change"], before["accuracy.change"]) == (0.0, 0.0)
    here.do(Action("passes", 30))
    after = here.fields()
    assert after["loss.change"] == after["loss"] - before["loss"] < 0.0
    assert after["accuracy.change"] == after["accuracy"] - before["accuracy"] > 0.0


def test_what_is_lost_on_points_nobody_learned_from_is_the_generalisation_gap() -> None:
    here = desk(mode="network", dataset="moons", noise=0.4, n=40, layers="16")
    here.do(Action("passes", 100))
    fields = here.fields()
    assert fields["generalisation_gap"] == pytest.approx(fields["accuracy"] - fields["accuracy.test"])


def test_dropout_leaves_out_its_share_of_the_hidden_units() -> None:
    here = desk(mode="network", dataset="moons", layers="64 64", dropout=0.5)
    here.do(Action("run", 1))
    assert 0.3 < here.fields()["dropped_share"] < 0.7


def test_the_ground_bends_down_on_a_saddle_and_hardly_on_a_plain() -> None:
    setup = {"rates": "same", "curvature": True}
    assert desk("race", surface="saddle", **setup).fields()["curvature.smallest"] == pytest.approx(-2.0)
    plain = desk("race", surface="plateau", start_x=6, start_y=0, **setup).fields()
    assert abs(plain["curvature.smallest"]) < 1e-3


def test_there_is_no_hidden_layer_without_one() -> None:
    assert "separability.hidden" not in desk(mode="network", layers="", dataset="xor").fields()
    assert desk(mode="network", layers="2", dataset="xor").fields()["separability.hidden"] >= 0.5


def test_the_race_counts_what_its_path_shows() -> None:
    here = desk("race", surface="zigzag_bowl", steps=60, rates="same", learning_rate=0.019)
    here.do(Action("run", 60))
    snapshot, fields = here.frame().snapshot, here.fields()
    for key, track in snapshot.tracks.items():  # type: ignore[union-attr]
        x = track.path[:, 0]
        crossings = sum(1 for a, b in pairwise(x) if a * b < 0)
        assert fields[f"turns.{key}"] == crossings
        assert fields[f"abs_x.{key}"] == abs(x[-1])
        assert fields[f"speed.{key}"] == pytest.approx(math.dist(track.path[-1], track.path[-2]))


def test_the_updates_to_arrive_are_those_of_the_table() -> None:
    """Plain descent on the net of two weights: 145 updates at rate 0.2, 35 at 0.5 (recomputed for the curriculum)."""
    for rate, updates in ((0.2, 145), (0.5, 35)):
        here = desk("race", surface="two_parameter_net", steps=200, rates="same", learning_rate=rate)
        here.do(Action("run", updates - 1))
        assert here.fields()["reached.sgd"] == 0
        here.do(Action("run", 1))
        assert here.fields()["reached.sgd"] == 1


def test_the_saddle_is_left_after_so_many_updates() -> None:
    here = desk("race", surface="saddle", start_x=1.0, start_y=0.01, steps=300, rates="same", learning_rate=0.01)
    here.do(Action("run", 232))
    assert here.fields()["left.sgd"] == 0
    here.do(Action("run", 1))
    assert here.fields()["left.sgd"] == 1


def test_the_plateau_is_left_below_two() -> None:
    here = desk("race", surface="plateau", start_x=5.0, start_y=1.0, steps=1000, rates="same", learning_rate=0.01)
    here.do(Action("run", 162))
    assert here.fields()["left.adam"] == 0
    here.do(Action("run", 1))
    assert here.fields()["left.adam"] == 1


def test_a_racer_that_flew_off_has_diverged() -> None:
    here = desk("race", surface="beale", start_x=3.0, start_y=4.0, steps=50, rates="same", learning_rate=1.0)
    here.do(Action("run", 50))
    assert (here.fields()["diverged.sgd"], here.fields()["diverged"]) == (1, 1)


def test_the_hand_of_the_race_counts_its_looks() -> None:
    here = desk("race", surface="saddle")
    assert here.fields()["hand.looks"] == 0
    here.do(Action("edit", ("ski", (0.1, 0.2))))
    fields = here.fields()
    assert (fields["hand.looks"], fields["hand.edits"]) == (1, 1)
    assert fields["loss.hand"] == pytest.approx(here.frame().snapshot.surface.loss(1.1, 0.201))  # type: ignore[union-attr]


def test_names_are_plain() -> None:
    for panel in FIELDS:
        assert all(re.fullmatch(r"([A-D]\.)?[a-z0-9_]+(\.[a-z0-9_]+)*", name) for name in known_fields(panel))


def test_rounding_is_no_turn() -> None:
    """At the fair rate plain descent lands on the floor of the bowl in one step, but for 2e-17."""
    here = desk("race", surface="zigzag_bowl", steps=60, start_x=1.0, start_y=1.0)
    here.do(Action("run", 60))
    assert here.fields()["turns.sgd"] == 0


def test_opened_events_are_cards_and_lie_years_apart() -> None:
    at = desk("timeline")
    assert "between" not in at.fields()
    at.do(Action("edit", ("open", "zip-code-network")))
    assert at.fields()["card.34"] == 1
    at.do(Action("edit", ("open", "perceptron-headlines")))
    assert at.fields()["between"] == 1989 - 1958


def test_layers_begin_where_they_were_drawn_and_move() -> None:
    at = desk(mode="network", dataset="moons", layers="8 8", seed=3)
    assert at.fields()["moved.first"] == 0
    assert at.fields()["moved.last"] == 0
    before = [layer.copy() for layer in at.frame().snapshot.network.weights]  # type: ignore[union-attr]
    at.do(Action("run", 5))
    now = at.frame().snapshot.network.weights  # type: ignore[union-attr]
    way = np.linalg.norm(now[-1] - before[-1]) / np.linalg.norm(before[-1])
    assert at.fields()["moved.last"] == pytest.approx(way)


def test_the_curve_of_the_hidden_layers_can_be_asked_for() -> None:
    fields = desk(mode="network", dataset="moons", activation="relu").fields()
    assert fields["activation.relu"] == 1
    assert fields["activation.tanh"] == 0
