"""Map, thumbnails, curve and matrix, against what the network's formula says at those places."""

import numpy as np
import pytest

from sim.network import Network
from sim.simulations.playground import PLAYGROUND
from sim.simulations.playground_pictures import places
from sim.simulations.playground_view import PlaygroundView
from tests.sim.playground_desk import network_config, network_shown, shown, went

VIEW = PlaygroundView(pixels=20, thumbnail=9)


def activations(seen, x):
    """What every column says to places x, by numpy; tanh hidden units, and a sigmoid output."""
    columns = [x]
    for layer, (w, b) in enumerate(zip(seen.weights, seen.biases, strict=True)):
        z = columns[-1] @ w + b
        columns.append(np.tanh(z) if layer < len(seen.weights) - 1 else 1.0 / (1.0 + np.exp(-z)))
    return columns


def middles(low, high, count):
    return low + (np.arange(count) + 0.5) / count * (high - low)


def test_the_map_is_the_output_at_the_middles_of_its_pixels_from_the_lowest_y_on():
    config = network_config(layers="4 2", dataset="circle", n=40)
    state = went(config, 60)
    seen, domain = network_shown(config, state, VIEW), shown(config, state).data.domain
    for row, y in ((0, middles(*domain[2:], 20)[0]), (17, middles(*domain[2:], 20)[17])):
        x = np.column_stack([middles(*domain[:2], 20), np.full(20, y)])
        assert np.allclose(seen.field[row], activations(seen, x)[-1][:, 0], atol=1e-5)
    assert (seen.field.shape, seen.field.dtype, seen.low) == ((20, 20), np.float32, 0.0)


def test_thumbnails_show_every_column_with_the_highest_y_on_top():
    config = network_config(layers="4 2", features="x1 x1_x2")
    state = went(config, 30)
    seen, domain = network_shown(config, state, VIEW), shown(config, state).data.domain
    assert [column.shape for column in seen.thumbnails] == [(2, 9, 9), (4, 9, 9), (2, 9, 9), (1, 9, 9)]
    x = np.column_stack([middles(*domain[:2], 9), np.full(9, middles(*domain[2:], 9)[-1])])
    told = np.column_stack([x[:, 0], x[:, 0] * x[:, 1]])
    for column, expected in zip(seen.thumbnails, activations(seen, told), strict=True):
        assert np.allclose(column[:, 0, :], expected.T, atol=1e-5)


def test_several_classes_have_a_map_each_whose_shares_add_up():
    config = network_config(dataset="three_clouds", n=30, output="softmax")
    field = network_shown(config, went(config, 20), VIEW).field
    assert field.shape == (3, 20, 20)
    assert np.allclose(field.sum(axis=0), 1.0, atol=1e-5)


def test_a_curve_is_told_along_its_only_input():
    config = network_config(
        dataset="sine", n=30, features="x1", layers="3", output="linear", loss="squared_error", learning_rate=0.02
    )
    state = went(config, 50)
    seen, network = network_shown(config, state, VIEW), Network((1, 3, 1), "tanh", "linear", "squared_error")
    network.weights, network.biases = list(seen.weights), list(seen.biases)
    assert seen.field is None
    assert np.allclose(seen.curve[1], network.outputs(seen.curve[0][:, None])[:, 0], atol=1e-12)
    assert (seen.curve[0, 0], seen.curve[0, -1]) == shown(config, state).data.domain[:2]
    assert [column.shape for column in seen.thumbnails] == [(1, 9, 9), (3, 9, 9), (1, 9, 9)]


def test_of_many_inputs_the_map_shows_the_plane_where_the_others_are_0():
    config = network_config(dataset="parity", bits=4, n=16, layers="3")
    state = went(config, 20)
    seen, domain = network_shown(config, state, VIEW), shown(config, state).data.domain
    x = np.concatenate([places(domain, 20, 20), np.zeros((400, 2))], axis=1)
    assert np.allclose(seen.field.ravel(), activations(seen, x)[-1][:, 0], atol=1e-5)
    assert seen.features == ("x₁", "x₂", "x₃", "x₄")


def test_two_classes_behind_a_softmax_have_an_output_each():
    config = network_config(output="softmax", layers="4")
    seen = network_shown(config, went(config, 300), VIEW)
    assert seen.outputs.shape == (4, 2)
    assert seen.accuracy == 1.0


def test_losses_and_accuracies_are_those_of_the_points_they_name():
    config = network_config(dataset="moons", n=40, test_share=0.3, layers="3")
    state = went(config, 40)
    seen, data = network_shown(config, state), shown(config, state).data
    said = activations(seen, data.x)[-1][:, 0]
    losses = -np.where(data.answers == 1, np.log(said), np.log(1.0 - said))
    right = (said > 0.5) == (data.answers == 1)
    for ours, theirs in (
        (seen.loss, losses[data.train]), (seen.test_loss, losses[~data.train]), (seen.accuracy, right[data.train]),
        (seen.test_accuracy, right[~data.train]),
    ):  # fmt: skip
        assert ours == pytest.approx(theirs.mean(), rel=1e-12)
    assert np.array_equal(seen.right, right)
    assert np.allclose(seen.outputs[:, 0], said, rtol=1e-12)


def test_the_matrix_counts_what_was_taken_for_what():
    config = network_config(dataset="three_clouds", n=60, noise=0.9, output="softmax", test_share=0.5)
    state = went(config, 30)
    seen, data = network_shown(config, state), shown(config, state).data
    taken = seen.outputs.argmax(axis=1)
    for matrix, chosen in ((seen.confusion, data.train), (seen.test_confusion, ~data.train)):
        counts = [[int(((data.answers == i) & (taken == j) & chosen).sum()) for j in range(3)] for i in range(3)]
        assert matrix.tolist() == counts
    assert network_shown(config.replace(test_share=0.0), went(config.replace(test_share=0.0), 1)).test_confusion is None


def test_a_number_is_right_within_a_tenth_of_the_range():
    config = network_config(dataset="kink", n=40, features="x1", layers="3", output="linear", loss="squared_error")
    state = went(config, 200)
    seen, data = network_shown(config, state), shown(config, state).data
    near = np.abs(seen.outputs[:, 0] - data.answers) <= 0.1 * np.ptp(data.answers)
    assert np.array_equal(seen.right, near)
    assert (seen.confusion, seen.accuracy) == (None, near.mean())


def test_the_penalty_is_that_of_the_formula():
    config = network_config(l1=0.03, l2=0.05)
    seen = network_shown(config, went(config, 10))
    weights = np.concatenate([matrix.ravel() for matrix in seen.weights])
    assert seen.penalty == pytest.approx(0.03 * np.abs(weights).sum() + 0.025 * np.square(weights).sum(), rel=1e-12)


def test_a_dropped_unit_is_one_whose_outgoing_weights_did_not_move():
    config = network_config(layers="6 5", dropout=0.5, optimizer="sgd", batch=1, activation="sigmoid")
    state = PLAYGROUND.init(config)
    for _ in range(30):
        before = network_shown(config, state).weights
        state = PLAYGROUND.advance(config, state, 1)
        seen = network_shown(config, state)
        for layer, dropped in enumerate(seen.dropped):
            moved = (seen.weights[layer + 1] != before[layer + 1]).any(axis=1)
            if not dropped.all() and not seen.dropped[-1].all():
                assert np.array_equal(~moved, dropped)
    assert network_shown(config.replace(dropout=0.0), state).dropped == ()


def test_what_is_not_looked_at_is_not_drawn():
    config = network_config()
    state = went(config, 3)
    blind = network_shown(config, state, None)
    assert (blind.field, blind.thumbnails, blind.fold, blind.separable) == (None, (), None, ())
    assert shown(config, state, None).twins is None
    seen = network_shown(config, state, PlaygroundView(pixels=8, thumbnail=0, fold=-1, separability=False))
    assert (seen.thumbnails, seen.fold, seen.separable) == ((), None, ())
