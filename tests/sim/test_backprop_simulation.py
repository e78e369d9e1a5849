"""Backpropagation as a simulation: a cursor over rules, cells set by hand, and the proof of every slope."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sim
from sim.activations import ACTIVATIONS
from sim.backprop_trace import backprop_steps
from sim.backprop_words import FLEW, HELD, SYMMETRY, describe_step, notes_of, states_of
from sim.commands import Configure, Edit, Look, Restart, Seek, Step
from sim.config import Config
from sim.datasets import DATASETS
from sim.errors import ConfigError
from sim.losses import LOSSES
from sim.mailbox import Status
from sim.optimizers import OPTIMIZERS
from sim.session import Session
from sim.simulations import SIMULATIONS
from sim.simulations.backprop import BackpropView, place_of
from sim.simulations.backprop_config import PARAMETERS, PRESETS, arrange

BACKPROP = SIMULATIONS["backprop"]
DEFAULTS = Config.defaults(PARAMETERS)
SAME = ("step", "pass_number", "fired", "known", "held", "loss", "loss_after", "loss_zero", "selected", "edits")


def preset(key: str, **more: Any) -> Config:
    return arrange(DEFAULTS.replace(preset=key), "preset").replace(more)


def at(config: Config, step: int = 0, *edits: tuple[str, Any], view: Any = None) -> Any:
    """What is seen at a step after edits that were made there."""
    state = BACKPROP.seek(config, BACKPROP.init(config), step)
    for what, value in edits:
        config, state = BACKPROP.edit(config, state, what, value)
    while BACKPROP.ponder(config, state, view):
        continue
    return BACKPROP.snapshot(config, state, view)


def session(config: Config = DEFAULTS) -> Session:
    opened = Session("backprop", BACKPROP, config, config["seed"])
    opened.open(0.0)
    return opened


def do(run: Session, *commands: Any) -> Any:
    for command in commands:
        run.take(command)
        while run.unsettled:
            run.settle(0.0)
        while run.on_its_way:
            run.work(0.0, lambda: 0.0)
    return run.frame(Status())


def alike(one: Any, other: Any) -> bool:
    """Whether two snapshots show the same."""
    same = all(getattr(one, name) == getattr(other, name) for name in SAME)
    return same and all(np.array_equal(one.matrices[name], other.matrices[name]) for name in one.matrices)


def network_of(config: Config, matrices: Any) -> Any:
    """The same network, built anew for the library."""
    sizes = tuple(int(word) for word in config["layers"].split())
    network = sim.Network(sizes, config["activation"], config["output"], config["loss"])
    network.weights = [matrices[f"w{k}"].copy() for k in range(1, len(sizes))]
    network.biases = [matrices[f"b{k}"][0].copy() for k in range(1, len(sizes))]
    return network


# The cursor


def test_it_opens_on_128_examples_of_three_pixels() -> None:
    shapes = {name: part.shape for name, part in at(DEFAULTS).matrices.items()}
    assert (shapes["x"], shapes["w1"], shapes["w2"], shapes["t"]) == ((128, 3), (3, 5), (5, 2), (128, 2))
    assert (shapes["s1"], shapes["dz1"], shapes["dw1"], shapes["dw2"]) == ((128, 5), (128, 5), (3, 5), (5, 2))


def test_at_first_only_inputs_targets_and_weights_are_known() -> None:
    assert at(DEFAULTS).known == {"x", "t", "w1", "b1", "w2", "b2"}


def test_every_rule_makes_its_result_known() -> None:
    for step in range(1, 16):
        seen = at(DEFAULTS, step)
        assert set(seen.rule.results) <= seen.known
        assert seen.known - at(DEFAULTS, step - 1).known == set(seen.rule.results) - set(seen.rule.operands)


@pytest.mark.parametrize("step, place", [(0, (0, 0)), (1, (0, 1)), (15, (0, 15)), (16, (1, 1)), (45, (2, 15))])
def test_a_pass_ends_with_its_update(step: int, place: tuple[int, int]) -> None:
    assert place_of(step, 15) == place


def test_the_next_pass_begins_with_the_weights_of_the_update() -> None:
    assert np.array_equal(at(DEFAULTS, 15).matrices["w1+"], at(DEFAULTS, 16).matrices["w1"])
    assert at(DEFAULTS, 15).loss_after == at(DEFAULTS, 16).loss


@given(st.lists(st.integers(-3, 50), min_size=1, max_size=6))
@settings(max_examples=20, deadline=None)
def test_going_on_and_back_as_far_shows_the_same(moves: list[int]) -> None:
    run = session()
    before = do(run, Seek("backprop", 7)).snapshot
    for move in moves:
        do(run, Seek("backprop", 7 + move))
    assert alike(do(run, Seek("backprop", 7)).snapshot, before)


def test_it_plays_about_two_rules_in_three_seconds() -> None:
    assert BACKPROP.steps_per_second(DEFAULTS, BACKPROP.init(DEFAULTS)) == pytest.approx(2 / 3)


def test_weights_are_those_of_a_network_with_the_same_seed() -> None:
    network, seen = sim.Network((3, 5, 2), init="uniform", seed=3), at(DEFAULTS.replace(seed=3))
    assert np.array_equal(seen.matrices["w2"], network.weights[1])
    assert np.array_equal(seen.matrices["b1"][0], network.biases[0])


@pytest.mark.parametrize("optimizer", OPTIMIZERS)
def test_passes_are_those_of_training_on_the_whole_batch(optimizer: str) -> None:
    """Oracle: NumPy by hand for five updates, memory and all, asked from the scalar rules one weight at a time."""
    config = preset("xor", optimizer=optimizer, passes=5, learning_rate=0.1)
    seen = [at(config, 15 * k + 14) for k in range(5)]
    rule, row = OPTIMIZERS[optimizer], seen[0].hyper
    w = float(seen[0].matrices["w1"][1, 2])
    m = v = 0.0
    for k, snapshot in enumerate(seen):
        g = float(snapshot.matrices["dw1"][1, 2])
        c = (1 / (1 - row[1] ** (k + 1)), 1 / (1 - row[2] ** (k + 1)), 1.0)
        w, m, v = rule.update(w, m, v, g, c, row)
        shown = rule.look_ahead(w, m, c, row)
        assert snapshot.matrices["w1+"][1, 2] == pytest.approx(shown, rel=1e-12)


def test_the_rate_bends_the_loss_after_the_update_and_nothing_before_it() -> None:
    slow, fast = at(DEFAULTS, 14), at(DEFAULTS.replace(learning_rate=100.0), 14)
    assert np.array_equal(slow.matrices["dw1"], fast.matrices["dw1"])
    assert slow.loss_after < slow.loss < fast.loss_after


# Presets and settings


@pytest.mark.parametrize("key", PRESETS)
def test_every_preset_opens_and_its_first_update_lowers_the_loss(key: str) -> None:
    seen = at(preset(key), 999)
    assert seen.loss_zero > seen.loss > seen.loss_after


def test_a_gate_with_a_sum_of_two_lets_minus_one_through() -> None:
    m = at(preset("gate"), 7).matrices
    assert (m["z1"][0, 0], m["e"][0, 0], m["dz1"][0, 0]) == (2.0, -1.0, -1.0)


def test_a_gate_with_a_negative_sum_lets_nothing_through() -> None:
    m = at(preset("gate"), 7, ("cell", ("z1", 0, 0, -2.0)), ("cell", ("e", 0, 0, -1.0))).matrices
    assert (m["e"][0, 0], m["dz1"][0, 0]) == (-1.0, 0.0)


def test_thirty_and_seventy_percent_send_both_errors_back() -> None:
    m = at(preset("softmax"), 7).matrices
    assert m["y"] == pytest.approx(np.array([[0.3, 0.7]]))
    assert m["e"] == pytest.approx(np.array([[-0.7, 0.7]]))


@pytest.mark.parametrize("data", DATASETS)
def test_every_data_set_brings_layers_that_fit(data: str) -> None:
    assert at(arrange(DEFAULTS.replace(data=data), "data"), 999).matrices["x"].shape[0] <= 128


@pytest.mark.parametrize("output", ACTIVATIONS)
@pytest.mark.parametrize("loss", LOSSES)
def test_any_output_and_loss_that_fit_can_be_walked_through(output: str, loss: str) -> None:
    config = arrange(DEFAULTS.replace(output=output, loss=loss), "loss")
    assert math.isfinite(at(config, 15).loss)


def test_layers_that_the_data_do_not_fit_bring_pixels() -> None:
    config = arrange(preset("xor").replace(layers="16 1 16"), "layers")
    assert (config["data"], config["preset"]) == ("pixels", "own")
    assert at(config).matrices["x"].shape == (4, 16)


@pytest.mark.parametrize("layers, n", [("1 1", 1), ("16 16 16 16 16 16", 128), ("3 5 2", 1), ("1 1 1 1 1 1", 2)])
def test_the_smallest_and_the_largest_are_walked_through(layers: str, n: int) -> None:
    config = DEFAULTS.replace(layers=layers, n=n, passes=2)
    seen = at(config, 999)
    assert seen.step == seen.last_step == 2 * (8 * (len(layers.split()) - 1) - 1)


@pytest.mark.parametrize("layers", ["", "3", "3 0 2", "3 17 2", "3 five 2", "1 1 1 1 1 1 1", "-3 2", "3.5 2", "³ 2"])
def test_layers_that_cannot_be_are_refused_with_a_sentence(layers: str) -> None:
    with pytest.raises(ConfigError, match=r"Layers (are|must)"):
        DEFAULTS.replace(layers=layers)


def test_data_that_do_not_fit_the_layers_are_refused() -> None:
    with pytest.raises(ConfigError, match="2 inputs and 1 outputs"):
        BACKPROP.init(DEFAULTS.replace(data="xor"))


def test_units_that_start_from_zero_stay_alike() -> None:
    config = preset("xor", init="zero", passes=20, learning_rate=10.0)
    seen = at(config, 999)
    assert SYMMETRY in states_of(seen)
    assert np.ptp(seen.matrices["w1"]) == 0.0
    assert seen.loss == pytest.approx(math.log(2))


# Cells


@pytest.mark.parametrize("name, place", [("w1", (2, 4)), ("b2", (0, 1)), ("w2", (0, 0)), ("x", (3, 1)), ("t", (9, 0))])
def test_an_edit_gives_the_numbers_of_a_network_built_with_it(name: str, place: tuple[int, int]) -> None:
    before = {key: part.copy() for key, part in at(DEFAULTS).matrices.items()}
    seen = at(DEFAULTS, 3, ("cell", (name, *place, 0.625)))
    before[name][place] = 0.625
    steps = backprop_steps(network_of(DEFAULTS, before), before["x"], before["t"], hyper={"learning_rate": 1.0})
    for step in steps:
        for result, matrix in zip(step.names[1], step.results, strict=True):
            assert np.allclose(seen.matrices[result], matrix, rtol=1e-12, atol=1e-15), result


def test_one_weight_moves_one_column_forward_and_nearly_all_gradients() -> None:
    changed = at(DEFAULTS, 15, ("cell", ("w1", 2, 4, 3.0))).changed
    assert changed["z1"].sum() == 128
    assert changed["z1"][:, 4].all()
    assert changed["dw1"].all()


def test_after_a_step_nothing_is_marked_as_changed() -> None:
    run = session()
    assert do(run, Seek("backprop", 15), Edit("backprop", "cell", ("w1", 0, 0, 2.0))).snapshot.changed
    assert not do(run, Step("backprop", 1)).snapshot.changed


def test_going_back_does_not_undo_an_edit() -> None:
    run = session()
    do(run, Seek("backprop", 9), Edit("backprop", "cell", ("w1", 0, 0, 2.0)))
    assert do(run, Seek("backprop", 0)).snapshot.matrices["w1"][0, 0] == 2.0
    assert do(run, Restart("backprop")).snapshot.held == {("w1", 0, 0)}


def test_a_weight_is_set_in_the_pass_in_which_it_was_typed() -> None:
    run = session()
    do(run, Seek("backprop", 20), Edit("backprop", "cell", ("w1", 0, 0, 2.0)))
    assert do(run, Seek("backprop", 20)).snapshot.matrices["w1"][0, 0] == 2.0
    earlier = do(run, Seek("backprop", 3)).snapshot
    assert earlier.held == frozenset()
    assert earlier.matrices["w1"][0, 0] == at(DEFAULTS).matrices["w1"][0, 0]


@pytest.mark.parametrize("name", ["z1", "dh1", "e", "z2"])
def test_a_held_cell_stays_and_everything_after_it_follows(name: str) -> None:
    seen = at(DEFAULTS, 15, ("cell", (name, 5, 1, -4.0)))
    assert seen.matrices[name][5, 1] == -4.0
    assert (name, 5, 1) in seen.held
    assert HELD in states_of(seen)
    follows = {"z1": "h1", "dh1": "dz1", "e": "dz2", "z2": "y"}[name]
    assert seen.changed[follows][5, 1]


def test_the_slope_of_a_saturated_unit_passes_almost_nothing() -> None:
    m = at(DEFAULTS, 15, ("cell", ("z1", 0, 0, 5.0)), ("cell", ("dh1", 0, 0, 1.0))).matrices
    assert m["dz1"][0, 0] == pytest.approx(0.006648, abs=1e-6)


def test_releasing_all_brings_back_what_was_there() -> None:
    edits = [("cell", ("z1", 0, 0, 5.0)), ("cell", ("w1", 0, 0, 5.0)), ("cell", ("x", 1, 1, 5.0))]
    released = at(DEFAULTS, 15, *edits, ("release", "all"))
    assert released.held == frozenset()
    for name, part in at(DEFAULTS, 15).matrices.items():
        assert np.array_equal(released.matrices[name], part)


def test_releasing_one_matrix_leaves_the_others() -> None:
    seen = at(DEFAULTS, 15, ("cell", ("z1", 0, 0, 5.0)), ("cell", ("w1", 0, 0, 5.0)), ("release", "z1"))
    assert seen.held == {("w1", 0, 0)}
    assert at(DEFAULTS, 15, ("cell", ("z1", 0, 0, 5.0)), ("release", ("z1", 0, 0))).held == frozenset()


def test_shares_that_are_wanted_still_add_up_to_one() -> None:
    config = DEFAULTS.replace(layers="3 5 4", output="softmax", loss="cross_entropy", preset="own")
    seen = at(config, 15, ("cell", ("t", 0, 2, 0.4)), ("cell", ("t", 1, 0, 0.7)))
    assert seen.matrices["t"].sum(axis=1) == pytest.approx(np.ones(128))
    assert seen.matrices["t"][0, 2] == 0.4


REFUSED = [
    ("cell", ("w1", 0, 0, float("nan"))), ("cell", ("w1", 0, 0, float("inf"))), ("cell", ("w1", 0, 0, "two")),
    ("cell", ("w1", 0, 0, "")), ("cell", ("w1", 0, 0, None)), ("cell", ("w1", 0, 0, True)),
    ("cell", ("w1", 0, 0, 1e7)), ("cell", ("w1", 3, 0, 1.0)), ("cell", ("w1", -1, 0, 1.0)),
    ("cell", ("w1", 0.5, 0, 1.0)), ("cell", ("dw1", 0, 0, 1.0)), ("cell", ("h1", 0, 0, 1.0)), ("cell", ("w9", 0, 0, 1)),
    ("cell", (["w1"], 0, 0, 1.0)), ("cell", None), ("cell", "w1"), ("release", "dw1"), ("release", None),
    ("release", ("w1", 9, 9)), ("check", 1), ("fly", 1), (3, None),
]  # fmt: skip


@pytest.mark.parametrize("what, value", REFUSED)
def test_what_cannot_be_is_refused_with_a_sentence_and_the_old_value_stays(what: Any, value: Any) -> None:
    state = BACKPROP.init(DEFAULTS)
    with pytest.raises(ConfigError) as refused:
        BACKPROP.edit(DEFAULTS, state, what, value)
    assert str(refused.value).rstrip().endswith(".")
    assert alike(BACKPROP.snapshot(DEFAULTS, state, None), at(DEFAULTS))


@pytest.mark.parametrize("value", [2.0, -0.1])
def test_a_target_that_no_probability_can_be_is_refused(value: float) -> None:
    with pytest.raises(ConfigError, match="from 0 to 1"):
        at(preset("xor"), 0, ("cell", ("t", 0, 0, value)))


def test_numbers_may_be_typed_as_people_type_them() -> None:
    assert at(DEFAULTS, 0, ("cell", ("w1", 0, 0, "−1,5"))).matrices["w1"][0, 0] == -1.5


@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu", "linear"])
def test_inputs_of_a_million_leave_every_number_finite_in_the_first_pass(activation: str) -> None:
    edits = [("cell", ("x", row, column, 1e6)) for row in range(3) for column in range(3)]
    seen = at(DEFAULTS.replace(activation=activation), 14, *edits)
    assert all(np.isfinite(seen.matrices[name]).all() for name in seen.known)


def test_an_explosion_is_shown_and_said() -> None:
    config = DEFAULTS.replace(activation="linear", output="linear", learning_rate=1000.0, passes=20)
    seen = at(config, 15 * 20, ("cell", ("x", 0, 0, 1e6)), view=BackpropView(("w1", 0, 0), True))
    assert FLEW in states_of(seen)
    assert "finite" in seen.check_all.reason
    assert math.isnan(seen.check.slope)


EDITS = st.one_of(
    st.tuples(
        st.just("cell"),
        st.tuples(
            st.sampled_from(["x", "t", "w1", "b1", "z1", "dh1", "w2", "z2", "e", "dz1"]), st.integers(-1, 6),
            st.integers(-1, 6), st.one_of(st.floats(), st.integers(), st.text(max_size=3)),
        ),
    ),
    st.tuples(st.just("release"), st.sampled_from(["all", "z1", "w1", "nothing"])),
    st.tuples(st.sampled_from(["cell", "check", "release"]), st.one_of(st.integers(), st.text(), st.booleans())),
)  # fmt: skip


@given(st.lists(EDITS, max_size=8), st.integers(0, 45))
@settings(max_examples=25, deadline=None)
def test_any_edits_leave_a_legal_picture(edits: list[tuple[str, Any]], step: int) -> None:
    run = session(DEFAULTS.replace(n=7))
    for what, value in edits:
        do(run, Edit("backprop", what, value))
    before = do(run, Seek("backprop", step)).snapshot
    do(run, Seek("backprop", 0))
    assert alike(do(run, Seek("backprop", step)).snapshot, before)
    assert all(np.isfinite(before.matrices[name]).all() for name in ("x", "t", "w1", "w2"))


# Settings that move


def test_a_new_rate_keeps_what_was_set_by_hand() -> None:
    run = session()
    do(run, Edit("backprop", "cell", ("w1", 0, 0, 2.0)), Configure("backprop", DEFAULTS.replace(learning_rate=5.0)))
    assert do(run).snapshot.matrices["w1"][0, 0] == 2.0


def test_a_new_seed_draws_other_weights_and_keeps_what_was_set_by_hand() -> None:
    run = session()
    before = do(run, Edit("backprop", "cell", ("w1", 0, 0, 2.0))).snapshot
    after = do(run, Restart("backprop", 7)).snapshot
    assert after.matrices["w1"][0, 0] == before.matrices["w1"][0, 0] == 2.0
    assert after.matrices["w1"][1, 1] != before.matrices["w1"][1, 1]


def test_an_example_stays_one_while_only_its_functions_change() -> None:
    config = arrange(preset("gate").replace(output="sigmoid"), "output")
    assert config["preset"] == "gate"
    assert arrange(config.replace(layers="1 1"), "layers")["preset"] == "gate"
    assert arrange(config.replace(layers="1 2 1"), "layers")["preset"] == "own"


def test_other_layers_begin_anew() -> None:
    run = session()
    do(run, Edit("backprop", "cell", ("w1", 0, 0, 2.0)))
    assert do(run, Configure("backprop", DEFAULTS.replace(layers="3 4 2"))).snapshot.held == frozenset()


def test_fewer_passes_leave_the_cursor_inside() -> None:
    run = session()
    do(run, Seek("backprop", 45))
    assert do(run, Configure("backprop", DEFAULTS.replace(passes=1))).step == 15


def test_another_optimizer_brings_its_usual_rate() -> None:
    assert arrange(DEFAULTS.replace(optimizer="adam"), "optimizer")["learning_rate"] < 0.1


# The proof


@pytest.mark.parametrize("key", PRESETS)
def test_every_slope_is_proved_by_nudging(key: str) -> None:
    seen = at(preset(key), 0, view=BackpropView(check_all=True))
    count = sum(seen.matrices[f"{letter}{k}"].size for k in range(1, seen.depth + 1) for letter in "wb")
    assert (seen.check_all.done, seen.check_all.of, seen.check_all.passes) == (count, count, 2 * count)
    assert seen.check_all.error <= 1e-6


def test_the_article_s_case_takes_64_walks_to_prove() -> None:
    assert at(DEFAULTS, 0, view=BackpropView(check_all=True)).check_all.passes == 64


def test_nothing_is_proved_unless_it_is_asked_for() -> None:
    assert at(DEFAULTS).check_all is None
    assert at(DEFAULTS, 0, ("check", True)).check_all.done == 32


def test_a_nudge_tells_both_losses_and_the_slope_between() -> None:
    check = at(DEFAULTS, 0, view=BackpropView(("w2", 4, 1))).check
    assert check.slope == pytest.approx((check.loss_plus - check.loss_minus) / (2 * check.h))
    assert check.difference == pytest.approx(abs(check.slope - check.backprop))
    assert check.error <= 1e-6


def test_only_weights_can_be_nudged() -> None:
    for name in ("x", "z1", "w1+", "dw1", "nothing"):
        assert at(DEFAULTS, 0, view=BackpropView((name, 0, 0))).check is None


def test_held_cells_stop_the_proof_and_say_why() -> None:
    seen = at(DEFAULTS, 0, ("cell", ("z1", 0, 0, 3.0)), view=BackpropView(("w1", 0, 0), True))
    assert "Let go of them" in seen.check.reason
    assert seen.check_all.done == 0


def test_a_weight_at_a_corner_is_told_apart_and_is_no_error() -> None:
    seen = at(preset("gate"), 0, ("cell", ("w1", 0, 0, 0.0)), view=BackpropView(("w1", 0, 0), True))
    assert "corner" in seen.check.note
    assert (seen.check.slope, seen.check.backprop) == (pytest.approx(-1.5, rel=1e-4), 0.0)
    assert (seen.check_all.corners, seen.check_all.error) == (2, 0.0)


def test_where_rounding_swallows_the_nudge_it_says_so() -> None:
    config = DEFAULTS.replace(activation="relu", output="linear")
    huge = [("cell", (name, 0, 0, 1e6)) for name in ("x", "w1", "w2")]
    seen = at(config, 0, *huge, view=BackpropView(("w1", 0, 1), True))
    assert "rounding" in seen.check.note
    assert seen.check_all.corners == 0


def test_an_edit_begins_the_proof_anew() -> None:
    config, state = DEFAULTS, BACKPROP.init(DEFAULTS)
    view = BackpropView(check_all=True)
    while BACKPROP.ponder(config, state, view):
        continue
    config, state = BACKPROP.edit(config, state, "cell", ("w1", 0, 0, 2.0))
    assert BACKPROP.snapshot(config, state, view).check_all.done == 0


def test_pondering_changes_nothing_of_the_run() -> None:
    run = session()
    before = do(run, Seek("backprop", 5)).snapshot
    after = do(run, Look("backprop", BackpropView(check_all=True))).snapshot
    assert alike(before, after)


# Words


def test_every_step_can_be_said_in_a_sentence() -> None:
    said = [describe_step(at(DEFAULTS, step)) for step in range(46)]
    assert len(set(said)) == 46
    assert all(words.endswith(".") and ",." not in words for words in said)


def test_the_cancelled_slope_is_explained_where_it_happens() -> None:
    seen = at(preset("xor"), 9)
    assert seen.rule.rule == "backward 2"
    assert "cancels" in " ".join(notes_of(seen, seen.rule))
