"""The fold: what a hidden layer makes of the plane, the output's line in it, and axes that stay where they are."""

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from sim.config import Config
from sim.network_plan import split
from sim.simulations.playground import PLAYGROUND, PlaygroundState
from sim.simulations.playground_fold import MOST_POINTS, FoldMemory, fold_seen, spread_evenly
from sim.simulations.playground_view import Array, Fold
from tests.sim.playgrounds_for_tests import config_of, look, parameters_of, run

PLAIN = {
    "sigmoid": lambda z: 1.0 / (1.0 + np.exp(-z)),
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0.0),
    "linear": lambda z: z,
    "step": lambda z: np.where(z > 0.0, 1.0, 0.0),
}


def fold_of(config: Config, state: PlaygroundState, layer: int = 0) -> Fold:
    network = look(config, state, fold=layer).network
    assert network is not None
    assert network.fold is not None
    return network.fold


def layers_of(state: PlaygroundState) -> tuple[list[Array], list[Array]]:
    assert state.network is not None
    return split(state.network.task.plan, parameters_of(state))


def passed(config: Config, state: PlaygroundState, x: Array, layers: int) -> Array:
    """What so many layers make of places, in plain numpy."""
    weights, biases = layers_of(state)
    kinds = [config["activation"]] * (len(weights) - 1) + [config["output"]]
    for k in range(layers):
        x = PLAIN[kinds[k]](x @ weights[k] + biases[k])  # type: ignore[no-untyped-call]
    return np.asarray(x)


# What is seen


@pytest.mark.parametrize("activation", ["tanh", "relu", "sigmoid"])
@pytest.mark.parametrize("width", [1, 2, 3])
def test_up_to_three_units_are_shown_as_they_are(width: int, activation: str) -> None:
    config = config_of(mode="network", dataset="moons", layers=str(width), activation=activation)
    state = run(config, 50)
    fold, data = fold_of(config, state), state.points.data
    assert fold.names == ("h₁", "h₂", "h₃")[:width]
    np.testing.assert_allclose(fold.hidden, passed(config, state, data.x[fold.rows], 1), atol=1e-12)
    for line, places in zip(fold.lines, fold.inputs, strict=True):
        np.testing.assert_allclose(line, passed(config, state, places, 1), atol=1e-12)


def test_the_second_hidden_layer_can_be_seen() -> None:
    config = config_of(mode="network", dataset="circle", layers="4 2")
    state = run(config, 40)
    np.testing.assert_allclose(
        fold_of(config, state, 1).hidden, passed(config, state, state.points.data.x, 2), atol=1e-12
    )  # fmt: skip


def test_the_grid_covers_the_domain_both_ways() -> None:
    config = config_of(mode="network", dataset="moons", layers="2")
    state = run(config, 1)
    fold, (x0, x1, y0, y1) = fold_of(config, state), state.points.data.domain
    every = np.concatenate(fold.inputs)
    assert [every[:, 0].min(), every[:, 0].max(), every[:, 1].min(), every[:, 1].max()] == [x0, x1, y0, y1]
    for axis, places in zip(fold.axes, fold.inputs, strict=True):
        assert np.ptp(places[:, axis]) > 0.0
        assert np.ptp(places[:, 1 - axis]) == 0.0


@pytest.mark.parametrize(
    "output, loss", [("sigmoid", "cross_entropy"), ("tanh", "squared_error"), ("linear", "squared_error"),
                     ("relu", "squared_error"), ("step", "perceptron")],
)  # fmt: skip
@pytest.mark.parametrize("layers", ["1", "2", "3", "8"])
def test_the_line_is_where_the_output_changes_its_mind(output: str, loss: str, layers: str) -> None:
    """Seen through an axis of its own too: the straight border of a wide layer is a straight line edge on."""
    config = config_of(mode="network", dataset="circle", noise=0.3, layers=layers, output=output, loss=loss)
    state = run(config, 60)
    fold = fold_of(config, state)
    assert fold.exact
    assert fold.line is not None
    *normal, bias = fold.line
    border = 0.0 if output == "tanh" else 0.5
    for line, places in zip(fold.lines, fold.inputs, strict=True):
        says = passed(config, state, places, 2)[:, 0]
        clear = np.abs(line @ np.array(normal) + bias) > 1e-9
        assert np.array_equal((line @ np.array(normal) + bias > 0.0)[clear], (says > border)[clear])


def test_two_units_are_shown_where_a_line_in_their_plane_is_enough() -> None:
    config = config_of(mode="network", dataset="gaussians", noise=0.1, layers="6")
    state = run(config, 200)
    fold = fold_of(config, state)
    assert len(set(fold.names)) == 2
    assert all(name.startswith("h") for name in fold.names)
    units = ["₁₂₃₄₅₆".index(name[1]) for name in fold.names]
    np.testing.assert_allclose(
        fold.hidden, passed(config, state, state.points.data.x[fold.rows], 1)[:, units], atol=1e-12
    )
    assert fold.line is not None
    assert not fold.exact
    side = fold.hidden @ np.array(fold.line[:2]) + fold.line[2] > 0.0
    assert np.array_equal(side, state.points.data.answers[fold.rows] == 1)


def test_elsewhere_the_axes_have_the_names_of_what_they_are() -> None:
    circle = config_of(mode="network", dataset="circle", noise=0.3, layers="8 8")
    classes = config_of(mode="network", dataset="three_clouds", layers="8")
    curve = config_of(mode="network", dataset="sine", layers="8")
    assert fold_of(circle, run(circle, 3), 1).names == ("output axis", "principal axis")
    assert fold_of(circle, run(circle, 3), 0).names == ("class axis", "principal axis")
    assert fold_of(classes, run(classes, 3)).names == ("class axis 1", "class axis 2")
    assert fold_of(curve, run(curve, 3)).names == ("answer axis", "principal axis")


def test_three_classes_and_curves_have_no_line() -> None:
    for dataset in ("three_clouds", "sine", "hills"):
        for layers in ("2", "6"):
            config = config_of(mode="network", dataset=dataset, layers=layers)
            fold = fold_of(config, run(config, 3))
            assert fold.line is None
            assert not fold.exact


def test_the_axes_of_a_wide_layer_are_directions_of_length_one_at_right_angles() -> None:
    """So a picture is a projection: no distance in it is longer than the true one."""
    for dataset in ("circle", "three_clouds", "sine", "hills"):
        config = config_of(mode="network", dataset=dataset, layers="7", init="glorot")
        state = run(config, 20)
        fold, hidden = fold_of(config, state), passed(config, state, state.points.data.x, 1)
        rows = hidden[fold.rows]
        directions, *_ = np.linalg.lstsq(rows, fold.hidden, rcond=None)
        np.testing.assert_allclose(rows @ directions, fold.hidden, atol=1e-9)
        apart = np.linalg.norm(rows[:, None] - rows[None], axis=-1)
        seen = np.linalg.norm(fold.hidden[:, None] - fold.hidden[None], axis=-1)
        assert (seen <= apart + 1e-9).all()


def test_three_classes_lie_apart_in_the_two_axes_of_a_wide_layer() -> None:
    """Every point lies nearest to the middle of its own class: what the network tells apart is seen to be apart."""
    config = config_of(mode="network", dataset="three_clouds", noise=0.1, layers="8")
    state = run(config, 400)
    fold = fold_of(config, state)
    answers = state.points.data.answers[fold.rows]
    middles = np.stack([fold.hidden[answers == number].mean(axis=0) for number in range(3)])
    nearest = np.linalg.norm(fold.hidden[:, None] - middles, axis=-1).argmin(axis=1)
    assert np.array_equal(nearest, answers)


@pytest.mark.parametrize("dataset", ["circle", "spiral", "three_clouds", "hills"])
@pytest.mark.parametrize("layer", [0, 1])
def test_no_axis_turns_round_from_one_frame_to_the_next(dataset: str, layer: int) -> None:
    """Over 80 frames of training, every coordinate stays more like itself than like its opposite."""
    config = config_of(mode="network", dataset=dataset, noise=0.2, layers="9 7", learning_rate=0.03, init="glorot")
    state, frames = PLAYGROUND.init(config), []
    for _ in range(80):
        frames.append(fold_of(config, state, layer))
        state = PLAYGROUND.advance(config, state, 5)
    for before, after in pairwise(frames):
        assert before.names == after.names
        away_before, away_after = (one.hidden - one.hidden.mean(axis=0) for one in (before, after))
        alike = (away_before * away_after).sum(axis=0)
        assert (alike > 0.3 * np.linalg.norm(away_before, axis=0) * np.linalg.norm(away_after, axis=0)).all()


def test_a_pair_of_units_stays_while_it_is_enough() -> None:
    config = config_of(mode="network", dataset="gaussians", noise=0.1, layers="6", learning_rate=0.01)
    state = run(config, 200)
    names = {fold_of(config, state).names}
    for _ in range(50):
        state = PLAYGROUND.advance(config, state, 10)
        names.add(fold_of(config, state).names)
    assert len(names) == 1


# What costs nothing, and what must not fail


def test_the_same_fold_is_the_same_object() -> None:
    config = config_of(mode="network", dataset="circle", layers="5")
    state = run(config, 5)
    first = fold_of(config, state)
    for array in (first.hidden, first.rows, *first.lines, *first.inputs):
        array.flags.writeable = False
    assert fold_of(config, state) is first
    state = PLAYGROUND.advance(config, state, 1)
    second = fold_of(config, state)
    assert second is not first
    assert second.inputs[0] is first.inputs[0]


def test_a_point_that_moves_moves_in_the_fold() -> None:
    config = config_of(mode="network", dataset="circle", layers="2")
    state = run(config, 5)
    before = fold_of(config, state)
    config, state = PLAYGROUND.edit(config, state, "point", (7, 0.5, -0.5))
    after = fold_of(config, state)
    np.testing.assert_allclose(after.hidden[7], passed(config, state, np.array([[0.5, -0.5]]), 1)[0], atol=1e-12)
    assert np.array_equal(np.delete(after.hidden, 7, axis=0), np.delete(before.hidden, 7, axis=0))


def test_a_point_that_moves_turns_no_axis() -> None:
    config = config_of(mode="network", dataset="circle", layers="8", init="glorot")
    state = run(config, 100)
    config, state = PLAYGROUND.edit(config, state, "point", (7, 0.4, -0.5))
    before = fold_of(config, state)
    config, state = PLAYGROUND.edit(config, state, "point", (7, 0.5, -0.5))
    after = fold_of(config, state)
    np.testing.assert_allclose(np.concatenate(after.lines), np.concatenate(before.lines), atol=0.05)


def test_there_is_no_fold_of_no_layer() -> None:
    config = config_of(mode="network", layers="2")
    state = run(config, 1)
    for layer in (-1, 1, 5):
        network = look(config, state, fold=layer).network
        assert network is not None
        assert network.fold is None


def test_of_more_than_two_inputs_the_plane_of_two_is_folded() -> None:
    """The others are 0, and only points that lie there are shown."""
    config = config_of(mode="network", dataset="parity", bits=4, n=32, layers="3")
    state = run(config, 30)
    fold, x = fold_of(config, state), state.points.data.x
    assert (x[fold.rows][:, 2:] == 0.0).all()
    assert len(fold.rows) == 8
    places = np.concatenate([fold.inputs[3], np.zeros((len(fold.inputs[3]), 2))], axis=1)
    np.testing.assert_allclose(fold.lines[3], passed(config, state, places, 1), atol=1e-12)


def test_of_many_points_some_are_shown() -> None:
    config = config_of(mode="network", dataset="circle", n=3000, layers="2")
    fold = fold_of(config, run(config, 1))
    assert len(fold.hidden) == len(fold.rows) == MOST_POINTS


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("value", [np.inf, np.nan, 1e300, 0.0])
@pytest.mark.parametrize("layers", ["2", "6"])
def test_weights_that_flew_off_or_are_zero_are_no_error(value: float, layers: str) -> None:
    config = config_of(mode="network", dataset="circle", layers=layers, activation="relu")
    state = run(config, 1)
    assert state.network is not None
    parameters = np.full(len(parameters_of(state)), value)
    task = state.network.task
    fold = fold_seen(FoldMemory(), task.plan, parameters, 0, task.data, task.features)
    assert fold is not None
    assert np.isfinite(fold.hidden).all()


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("what, value", [("clear", None), ("remove", 0)])
def test_few_points_or_none_are_no_error(what: str, value: Any) -> None:
    for layers in ("2", "6"):
        config = config_of(mode="network", dataset="or", layers=layers)
        state = run(config, 1)
        for _ in range(4):
            if len(state.points.data.x):
                config, state = PLAYGROUND.edit(config, state, what, value)
            fold = fold_of(config, state)
            assert len(fold.hidden) == len(state.points.data.x)


@pytest.mark.parametrize(("count", "classes"), [(400, 2), (300, 3), (401, 2), (10_000, 2), (600, 6)])
def test_points_that_travel_are_of_all_classes_alike(count: int, classes: int) -> None:
    rows = spread_evenly(np.arange(count), 200)
    shares = np.bincount(rows % classes, minlength=classes) / 200.0
    assert len(np.unique(rows)) == 200
    assert np.abs(shares - 1.0 / classes).max() < 0.06
