"""The numbers that lessons tell beside their goals, and what dares and worksheets come to: computed again by hand where
that can be, else by the runs they come from."""

from typing import Any

import numpy as np
import pytest

from sim.lesson_desk import Desk
from sim.lesson_parts import Action, Step
from sim.lessons import read_lesson
from sim.timeline_files import history_folder, read_timeline
from tests.source_trees import ROOT

MOONS = {"mode": "network", "dataset": "moons", "stop": "epochs"}
DEEP = {**MOONS, "layers": "8 8 8 8 8 8 8 8", "init": "glorot", "stop_epoch": 200}
FOUR = {**MOONS, "layers": "8 8 8 8", "learning_rate": 0.03, "twins": 50}
PARITY = {
    "mode": "network", "dataset": "parity", "bits": 3, "n": 8, "activation": "sigmoid", "loss": "squared_error",
    "init": "peers", "learning_rate": 0.5, "momentum": 0.9, "batch": 8, "twins": 100, "stop": "epochs",
    "stop_epoch": 5000,
}  # fmt: skip
FEW = {
    **MOONS, "test_share": 0.9, "noise": 0.4, "layers": "32 32", "activation": "relu", "init": "he",
    "learning_rate": 0.03,
}  # fmt: skip


def played(setup: dict[str, Any]) -> dict[str, float]:
    """The fields after a run to its end."""
    desk = Desk(Step("t", "t", "playground", 1, setup=setup), 60.0)
    desk.do(Action("play", True))
    return desk.fields()


def solved(setup: dict[str, Any]) -> float:
    return played(setup)["twins.solved_count"]


def test_the_layers_of_alexnet_hold_the_numbers_that_are_told() -> None:
    """Filters per layer times size and depth of each, in two groups where the paper has two; and a bias for each."""
    filters = [(96, 11 * 11 * 3), (256, 5 * 5 * 48), (384, 3 * 3 * 256), (384, 3 * 3 * 192), (256, 3 * 3 * 192)]
    full = [(4096, 6 * 6 * 256), (4096, 4096), (1000, 4096)]
    in_filters, in_full = (sum(units * (inputs + 1) for units, inputs in layers) for layers in (filters, full))
    assert in_filters == pytest.approx(2.3e6, rel=0.02)
    assert in_full == pytest.approx(58.6e6, rel=0.001)
    assert in_filters + in_full == pytest.approx(61.0e6, rel=0.001)
    assert in_full / (in_filters + in_full) == pytest.approx(0.96, abs=0.005)


def test_the_card_of_2010_is_63000_times_the_processor_of_1993() -> None:
    speeds = {point.machine: point for point in read_timeline(history_folder()).compute}
    before, after = speeds["AT&T DSP32C"], speeds["GeForce GTX 580"]
    factor, years = after.multiply_adds / before.multiply_adds, after.year - before.year
    assert (years, round(factor, -3)) == (17, 63_000)
    assert factor ** (10 / years) == pytest.approx(670, rel=0.02)


@pytest.mark.parametrize(("hidden", "told"), [("2", 62), ("3", 94)])
def test_parity_with_fewer_hidden_units(hidden: str, told: int) -> None:
    assert solved({**PARITY, "layers": hidden}) == pytest.approx(told, abs=3)


@pytest.mark.parametrize(("seed", "told"), [(1, 128), (2, 126), (3, 126)])
def test_readers_repeat_the_headline(seed: int, told: int) -> None:
    xor = {"mode": "network", "dataset": "xor", "layers": "2", "activation": "tanh", "learning_rate": 0.5}
    run = {"momentum": 0.9, "batch": 4, "twins": 200, "stop": "epochs", "stop_epoch": 3000, "seed": seed}
    assert solved({**xor, **run}) == pytest.approx(told, abs=4)


@pytest.mark.parametrize(
    ("activation", "init", "epochs", "told"),
    [("relu", "glorot", 30, 48), ("relu", "glorot", 60, 50), ("tanh", "glorot", 60, 50), ("sigmoid", "he", 30, 0)],
)
def test_whose_first_weights_win(activation: str, init: str, epochs: int, told: int) -> None:
    made = solved({**FOUR, "activation": activation, "init": init, "stop_epoch": epochs})
    assert made == pytest.approx(told, abs=1)


@pytest.mark.parametrize("seed", range(1, 5))
def test_the_first_of_eight_layers_stays_in_other_starts(seed: int) -> None:
    fields = played({**DEEP, "activation": "sigmoid", "learning_rate": 0.03, "seed": seed})
    assert 0.0005 < fields["moved.first"] < 0.0035


@pytest.mark.long
@pytest.mark.parametrize("rate", [0.003, 0.01, 0.03, 0.1, 0.3, 1.0])
def test_no_rate_helps_eight_layers_of_sigmoids(rate: float) -> None:
    assert solved({**DEEP, "activation": "sigmoid", "learning_rate": rate, "twins": 20}) == 0


@pytest.mark.long
@pytest.mark.parametrize("rate", [0.01, 0.03, 0.1, 0.3, 1.0])
def test_no_rate_lets_more_than_one_sigmoid_network_finish(rate: float) -> None:
    assert solved({**FOUR, "activation": "sigmoid", "init": "he", "stop_epoch": 30, "learning_rate": rate}) <= 1


@pytest.mark.parametrize(("layers", "told"), [(1, 20), (2, 20), (3, 17), (5, 1), (6, 0)])
def test_how_many_layers_of_sigmoids_learn(layers: int, told: int) -> None:
    setup = {**MOONS, "layers": " ".join(["8"] * layers), "init": "glorot", "activation": "sigmoid", "twins": 20}
    assert solved({**setup, "learning_rate": 0.3, "stop_epoch": 200}) == pytest.approx(told, abs=1)


@pytest.mark.parametrize(
    ("features", "told"),
    [("x1 x2 x1_squared x2_squared", 0.5), ("x1 x2 x1_x2", 1.0), ("x1_x2", 0.75), ("x1 x1_x2", 0.75)],
)
def test_what_one_unit_needs_for_xor(features: str, told: float) -> None:
    """The dares of `history-1` and `alexnet`."""
    setup = {"mode": "network", "dataset": "xor", "layers": "", "features": features, "batch": 4}
    assert played({**setup, "stop": "epochs", "stop_epoch": 300})["accuracy"] == told


def test_relu_has_not_learned_by_its_rate_and_first_weights_alone() -> None:
    five = {"dataset": "circle", "noise": 0, "n": 200, "test_share": 0, "layers": "8 8 8 8 8", "momentum": 0.9}
    setup = {**MOONS, **five, "activation": "sigmoid", "init": "he", "learning_rate": 0.03}
    assert solved({**setup, "twins": 50, "stop_epoch": 200}) == 0


def test_the_layer_on_the_worksheet_has_these_counts() -> None:
    """As in the notes for teachers."""
    units, maps, window, picture = 12 * 8 * 8, 12, 5 * 5, 16 * 16
    assert units * (window + 1) == 19_968
    assert maps * window + units == 1_068
    assert units * (picture + 1) == 197_376


def walked(setup: dict[str, Any], *edits: tuple[str, int, int, float]) -> Any:
    """What is to be seen of backpropagation after a whole pass, some cells set by hand before it."""
    desk = Desk(Step("t", "t", "backprop", 1, setup=setup), 60.0)
    for edit in edits:
        desk.do(Action("edit", ("cell", edit)))
    desk.do(Action("run", len(desk.frame().snapshot.steps)))
    return desk.frame().snapshot


def test_the_cell_that_is_worked_out_by_hand_is_what_stands_there() -> None:
    """`backprop` asks for it before the step is made: the answer is typed, and this is its run."""
    lesson = read_lesson(ROOT / "assets" / "lessons" / "backprop.md").lesson
    assert lesson is not None
    (step,) = [step for step in lesson.steps if step.title == "One cell by hand"]
    desk = Desk(step, 60.0)
    desk.do(Action("run", 1))
    assert step.predict is not None
    assert step.predict.answer.expected == pytest.approx(desk.fields()["row1.2"])


def steepest(seen: Any) -> float:
    """The largest slope of a weight."""
    return max(float(abs(seen.matrices[f"dw{layer}"]).max()) for layer in range(1, seen.depth + 1))


ZEROS = {"preset": "xor", "init": "zero"}
WEIGHTS = [("w1", row, column) for row in range(2) for column in range(4)] + [("w2", row, 0) for row in range(4)]


def test_from_zeros_nothing_is_learned() -> None:
    seen = walked({**ZEROS, "passes": 20})
    assert steepest(seen) == 0
    assert seen.loss == seen.loss_after == pytest.approx(np.log(2.0))


@pytest.mark.parametrize("place", WEIGHTS)
def test_one_weight_does_not_wake_a_network_of_zeros(place: tuple[str, int, int]) -> None:
    assert steepest(walked(ZEROS, (*place, 1.0))) == 0


def test_a_weight_into_a_unit_and_one_out_of_it_wake_it() -> None:
    assert steepest(walked(ZEROS, ("w1", 0, 0, 1.0), ("w2", 0, 0, 1.0))) > 0.01


def test_the_network_on_the_worksheet_comes_to_what_the_notes_say() -> None:
    x, t, first, second = np.array([[1.0, 2.0]]), 1.0, np.array([[1.0, 1.0], [1.0, -1.0]]), np.array([[0.5], [2.0]])
    z = x @ first
    h = np.maximum(z, 0.0)
    error = h @ second - t
    behind = error @ second.T
    through = behind * (z > 0)
    assert (z.tolist(), h.tolist(), error.item()) == ([[3, -1]], [[3, 0]], 0.5)
    assert (behind.tolist(), through.tolist()) == ([[0.25, 1.0]], [[0.25, 0.0]])
    assert ((h.T @ error).T.tolist(), (x.T @ through).tolist()) == ([[1.5, 0.0]], [[0.25, 0.0], [0.5, 0.0]])


@pytest.mark.parametrize(("z", "told"), [(0, 0.25), (5, 0.0066), (10, 0.000045)])
def test_how_flat_a_sigmoid_is(z: float, told: float) -> None:
    answer = 1 / (1 + np.exp(-float(z)))
    assert answer * (1 - answer) == pytest.approx(told, rel=0.02)


def raced(setup: dict[str, Any], updates: int) -> Desk:
    """A race of deep networks in which only those take part that are named."""
    off = {f"{arm}.on": False for arm in ("sigmoid", "tanh", "relu")}
    desk = Desk(Step("t", "t", "depth", 1, setup={**off, **setup}), 60.0)
    desk.do(Action("run", updates))
    return desk


def test_a_rate_that_is_too_large_kills_units_for_good() -> None:
    """The dare of `relu`."""
    desk = raced({"depth": 5, "passes": 5, "rates": "equal", "learning_rate": 0.3, "relu_he.on": True}, 205)
    assert desk.fields()["dead_share"] > 2 / 3
    desk.do(Action("set", {"learning_rate": 0.01, "passes": 10}))
    desk.do(Action("run", 205))
    assert desk.fields()["dead_share"] > 2 / 3


@pytest.mark.parametrize(("rates", "tanh", "relu"), [("fair", (7, 14), (19, 31)), ("equal", (26, 35), (34, 60))])
def test_tanh_is_first_in_the_race_with_fair_rules(rates: str, tanh: tuple[int, int], relu: tuple[int, int]) -> None:
    """Fewest and most updates over five seeds."""
    both = {"relu_he.on": True, "tanh_glorot.on": True, "depth": 4, "rates": rates, "learning_rate": 0.01}
    runs = [raced({**both, "seed": seed}, 70).fields() for seed in range(5)]
    told = {"tanh_glorot": tanh, "relu_he": relu}
    assert all(run["updates_to.tanh_glorot"] < run["updates_to.relu_he"] for run in runs)
    for arm, (fewest, most) in told.items():
        counted = [run[f"updates_to.{arm}"] for run in runs]
        assert (min(counted), max(counted)) == pytest.approx((fewest, most), abs=2)


def test_eight_layers_of_relu_with_small_weights_begin_late_if_at_all() -> None:
    desks = [raced({"depth": 8, "relu.on": True, "seed": seed}, 410) for seed in range(5)]
    assert max(desk.fields()["accuracy.relu"] for desk in desks) < 0.25
    for desk in desks:
        desk.do(Action("run", 410))
    later = [desk.fields()["accuracy.relu"] for desk in desks]
    assert (min(later), max(later)) == pytest.approx((0.09, 0.68), abs=0.05)


@pytest.mark.parametrize("seed", range(2))
def test_pretrained_weights_still_move_by_more_than_their_length(seed: int) -> None:
    assert raced({"depth": 5, "pretrained.on": True, "seed": seed}, 1200).fields()["moved.pretrained"] > 0.9


@pytest.mark.parametrize(("x", "y", "told"), [(-2, 2, 6.56), (1, 2, 0.41), (0, 0, 0.68), (-1, 1, 2.39), (2, -1, 2.86)])
def test_the_heights_on_the_worksheet_are_those_of_the_landscape(x: int, y: int, told: float) -> None:
    desk = Desk(Step("t", "t", "race", 1, setup={"surface": "two_parameter_net", "start_x": x, "start_y": y}), 60.0)
    assert desk.fields()["loss.sgd"] == pytest.approx(told, abs=0.005)


@pytest.mark.long
@pytest.mark.parametrize(("dropout", "told"), [(0.0, (0.835, 1.16)), (0.5, (0.849, 0.93))])
def test_dropout_over_eight_draws_of_the_points(dropout: float, told: tuple[float, float]) -> None:
    wide = {"n": 500, "noise": 0.35, "test_share": 0.9, "layers": "64", "activation": "relu", "init": "he"}
    setup = {**MOONS, **wide, "optimizer": "adam", "learning_rate": 0.01, "stop_epoch": 300, "dropout": dropout}
    runs = [played({**setup, "data_seed": seed}) for seed in range(8)]
    means = [float(np.mean([run[field] for run in runs])) for field in ("accuracy.test", "loss.test")]
    assert means == pytest.approx(told, abs=0.02)


def draws(n: int, epochs: int, share: float, dropout: float) -> tuple[float, float]:
    """Mean accuracy over twenty draws: of the points to learn from, of the others."""
    setup = {**FEW, "n": n, "test_share": share, "stop_epoch": epochs, "dropout": dropout}
    runs = [played({**setup, "seed": seed, "data_seed": seed}) for seed in range(20)]
    return float(np.mean([run["accuracy"] for run in runs])), float(np.mean([run["accuracy.test"] for run in runs]))


@pytest.mark.long
def test_dropout_pays_where_points_are_few() -> None:
    learned, others = draws(500, 500, 0.9, 0.0)
    assert (learned, others) == pytest.approx((0.99, 0.796), abs=0.01)
    assert draws(500, 500, 0.9, 0.5)[1] == pytest.approx(0.817, abs=0.01)


@pytest.mark.long
def test_dropout_gains_nothing_where_points_are_many() -> None:
    without, with_it = draws(1000, 100, 0.5, 0.0)[1], draws(1000, 100, 0.5, 0.5)[1]
    assert without == pytest.approx(0.844, abs=0.01)
    assert with_it == pytest.approx(0.842, abs=0.01)
