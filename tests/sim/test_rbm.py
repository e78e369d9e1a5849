"""The restricted Boltzmann machine against the enumeration of its states, and the stack against what it was shown."""

import itertools

import numpy as np
import pytest
from numpy.typing import NDArray

from sim import depth_pretraining, rbm
from sim.depth_network import passed
from sim.depth_start import digits_seen
from sim.rbm import Rbm

Array = NDArray[np.float64]


def machine(visible: int = 4, hidden: int = 3) -> Rbm:
    random = np.random.default_rng(2)
    arrays = (random.normal(size=(visible, hidden)), random.normal(size=visible), random.normal(size=hidden))
    return Rbm(*arrays, *(np.zeros_like(array) for array in arrays))


def energy(made: Rbm, v: Array, h: Array) -> float:
    return float(-(v @ made.weights @ h) - made.visible @ v - made.hidden @ h)


def states(count: int) -> Array:
    return np.array(list(itertools.product((0.0, 1.0), repeat=count)))


def test_hidden_units_answer_with_the_probabilities_of_the_energy() -> None:
    made, v = machine(), np.array([1.0, 0.0, 1.0, 1.0])
    chances = np.array([np.exp(-energy(made, v, h)) for h in states(3)])
    expected = (chances[:, None] * states(3)).sum(axis=0) / chances.sum()
    np.testing.assert_allclose(rbm.up(made, v[None])[0], expected, rtol=1e-12)


def test_visible_units_answer_with_the_probabilities_of_the_energy() -> None:
    made, h = machine(), np.array([0.0, 1.0, 1.0])
    chances = np.array([np.exp(-energy(made, v, h)) for v in states(4)])
    expected = (chances[:, None] * states(4)).sum(axis=0) / chances.sum()
    np.testing.assert_allclose(rbm.down(made, h[None])[0], expected, rtol=1e-12)


def test_a_step_of_contrastive_divergence_is_that_of_the_book() -> None:
    made, random = machine(), np.random.default_rng(4)
    v, chances = random.random((5, 4)), random.random((5, 3))
    w, a, b = made.weights.copy(), made.visible.copy(), made.hidden.copy()
    dw, da, db = np.zeros_like(w), np.zeros_like(a), np.zeros_like(b)
    for row, coins in zip(v, chances, strict=True):
        h = 1 / (1 + np.exp(-(row @ w + b)))
        back = 1 / (1 + np.exp(-((coins < h) @ w.T + a)))
        again = 1 / (1 + np.exp(-(back @ w + b)))
        dw += (np.outer(row, h) - np.outer(back, again)) / 5
        da += (row - back) / 5
        db += (h - again) / 5
    rbm.learn(made, v, chances, 0.5)
    np.testing.assert_allclose(made.weights, w + 0.1 * (dw - 2e-4 * w), rtol=1e-12)
    np.testing.assert_allclose(made.visible, a + 0.1 * da, rtol=1e-12)
    np.testing.assert_allclose(made.hidden, b + 0.1 * db, rtol=1e-12)


def test_momentum_carries_the_step_before() -> None:
    made, random = machine(), np.random.default_rng(4)
    v, chances = random.random((5, 4)), random.random((5, 3))
    made.weights_velocity[...] = 1.0
    other = machine()
    rbm.learn(made, v, chances, 0.9)
    rbm.learn(other, v, chances, 0.0)
    np.testing.assert_allclose(made.weights - other.weights, 0.9, rtol=1e-12)


def test_momentum_is_held_back_for_five_passes() -> None:
    assert [rbm.momentum_in(epoch) for epoch in (0, 4, 5, 14)] == [0.5, 0.5, 0.9, 0.9]


def test_a_machine_begins_by_giving_back_how_often_each_pixel_is_on() -> None:
    shown = digits_seen()[0].pixels
    made = rbm.begun(shown, 16, 0, 0)
    np.testing.assert_allclose(rbm.down(made, np.zeros((1, 16)))[0], (shown.mean(axis=0) + 0.01) / 1.02, rtol=1e-9)


@pytest.fixture(scope="module")
def stack() -> depth_pretraining.Pretraining:
    """Two layers of 16 units, learnt to the end."""
    work = depth_pretraining.begun(2, 16, 0)
    for _ in range(depth_pretraining.steps_needed(2)):
        assert not work.finished
        depth_pretraining.learn(work)
    return work


def test_the_stack_ends_after_the_steps_it_needs(stack: depth_pretraining.Pretraining) -> None:
    assert stack.finished
    assert [len(errors) for errors in stack.errors] == [15, 15]


def test_every_layer_learns_to_give_back_what_it_is_shown(stack: depth_pretraining.Pretraining) -> None:
    """The first one better than the mean digit would."""
    pixels = digits_seen()[0].pixels
    assert stack.errors[0][-1] < 0.7 * pixels.var(axis=0).mean()
    assert all(errors[-1] < 0.8 * errors[0] for errors in stack.errors)


def test_the_network_answers_what_the_stack_answers(stack: depth_pretraining.Pretraining) -> None:
    _, test, _ = digits_seen()
    answer = test.pixels
    for weights, hidden in stack.done:
        answer = 1 / (1 + np.exp(-(answer @ weights + hidden)))
    entering = passed(depth_pretraining.network_of(stack), test.x, training=False)[1]
    np.testing.assert_allclose(entering, answer, rtol=1e-9)


def test_a_copy_of_a_stack_goes_on_alone() -> None:
    work = depth_pretraining.begun(2, 8, 0)
    depth_pretraining.learn(work)
    kept = work.copy()
    before = kept.machine.weights.copy(), [list(errors) for errors in kept.errors]
    for _ in range(6):
        depth_pretraining.learn(work)
    np.testing.assert_array_equal(kept.machine.weights, before[0])
    assert kept.errors == before[1]
    for _ in range(6):
        depth_pretraining.learn(kept)
    np.testing.assert_array_equal(kept.machine.weights, work.machine.weights)
