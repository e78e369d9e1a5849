"""All masks of dropout against enumeration, closed forms and chance."""

from typing import Any

import numpy as np
import pytest

import sim
from sim.dropout_lens import outputs_of, sums_with
from sim.dropout_masks import MOST_MASKED, MaskMean, advance_masks, begin_masks, mask_mean
from sim.errors import ConfigError
from sim.network import Network
from tests.sim.rooms_for_tests import KINDS, asked, room


def counted(layers: tuple[int, ...], kind: tuple[str, str, str, int], rate: float, slices: int = 1000) -> MaskMean:
    """All masks, counted in slices."""
    count = begin_masks(room(*asked(layers, kind)), rate)
    while not advance_masks(count, slices):
        pass
    return mask_mean(count)


def test_the_mean_over_all_masks_is_what_enumerating_them_gives() -> None:
    """Five units: every mask by hand, one example after the other."""
    network, x, y = asked((3, 2, 3), KINDS[0])
    found = counted((3, 2, 3), KINDS[0], 0.3)
    (w1, w2, w3), (b1, b2, b3) = network.weights, network.biases
    mean = np.zeros_like(y)
    for number in range(32):
        kept = np.array([number >> k & 1 for k in range(5)])
        first = np.tanh(x @ w1 + b1) * kept[:2] / 0.7
        second = np.tanh(first @ w2 + b2) * kept[2:] / 0.7
        chance = 0.7 ** kept.sum() * 0.3 ** (5 - kept.sum())
        mean += chance / (1.0 + np.exp(-(second @ w3 + b3)))
    np.testing.assert_allclose(found.mean, mean, rtol=1e-12)
    assert found.masks == 32
    np.testing.assert_allclose(found.scaled, network.outputs(x), rtol=1e-12)


@pytest.mark.parametrize("rate", [0.1, 0.5, 0.9])
@pytest.mark.parametrize("kind", [KINDS[0], KINDS[1]], ids=["sigmoid", "softmax"])
def test_behind_one_hidden_layer_scaling_is_the_geometric_mean(kind: tuple[str, str, str, int], rate: float) -> None:
    found = counted((4, 7), kind, rate)
    np.testing.assert_allclose(found.scaled, found.geometric, rtol=1e-9)
    assert np.abs(found.scaled - found.mean).max() > 1e-3


def test_the_geometric_mean_is_the_normalised_product_of_all_answers() -> None:
    class_room, rate = room(*asked((4, 6), KINDS[1])), 0.5
    product = np.zeros_like(class_room.y)
    for number in range(64):
        kept = np.array([[number >> k & 1 for k in range(6)]]) / (1.0 - rate)
        product += np.log(outputs_of(class_room, sums_with(class_room, 0, [kept])))[0] / 64
    wanted = np.exp(product) / np.exp(product).sum(axis=1, keepdims=True)
    np.testing.assert_allclose(counted((4, 6), KINDS[1], rate).geometric, wanted, rtol=1e-10)


def test_linear_outputs_average_to_the_scaled_network_and_spread_as_a_sum_of_coins() -> None:
    """var = q / (1 - q) sum (w a)^2, units being independent."""
    class_room, found = room(*asked((4, 7), KINDS[2])), counted((4, 7), KINDS[2], 0.4)
    np.testing.assert_allclose(found.mean, found.scaled, rtol=1e-12)
    variance = 0.4 / 0.6 * (class_room.hidden[0] ** 2 @ class_room.weights[1] ** 2)
    np.testing.assert_allclose(found.spread, np.sqrt(variance), rtol=1e-9)


def test_behind_two_bent_layers_scaling_is_neither_mean() -> None:
    found = counted((4, 4, 4), KINDS[0], 0.5)
    assert np.abs(found.scaled - found.geometric).max() > 1e-3
    assert np.abs(found.scaled - found.mean).max() > 1e-3


def test_a_committee_is_no_worse_than_its_members_on_the_average() -> None:
    """Jensen: the loss of the mean answer is at most the mean loss, for a loss that is convex in the answer."""
    for kind in KINDS:
        average, of_mean, _ = counted((4, 6), kind, 0.5).losses
        assert of_mean < average


def test_without_dropout_all_means_are_the_network() -> None:
    found = counted((4, 5), KINDS[1], 0.0)
    for rows in (found.mean, found.geometric):
        np.testing.assert_allclose(rows, found.scaled, rtol=1e-12)
    np.testing.assert_allclose(found.spread, 0.0, atol=1e-7)


def test_random_masks_of_training_average_to_the_exact_mean() -> None:
    """20,000 masks from numpy's coins; the mean of so many is off by about spread / 141."""
    class_room, found = room(*asked((4, 8), KINDS[0])), counted((4, 8), KINDS[0], 0.5)
    coins = (np.random.default_rng(0).random((20_000, 8)) < 0.5) * 2.0
    sampled = outputs_of(class_room, sums_with(class_room, 0, [coins])).mean(axis=0)
    assert (np.abs(sampled - found.mean) < 5.0 * found.spread / np.sqrt(20_000) + 1e-12).all()


def test_slices_do_not_change_the_count() -> None:
    whole, cut = (counted((4, 3, 4), KINDS[3], 0.25, slices) for slices in (128, 5))
    np.testing.assert_allclose(cut.mean, whole.mean, rtol=1e-12)
    assert cut.losses == pytest.approx(whole.losses)


@pytest.mark.parametrize("layers", [(4,), (4, MOST_MASKED + 1)])
def test_too_many_units_are_refused(layers: tuple[int, ...]) -> None:
    with pytest.raises(ConfigError, match="1 to 16 hidden units"):
        begin_masks(room(*asked(layers, KINDS[0])), 0.5)


def test_the_first_masks_already_speak_for_all() -> None:
    count = begin_masks(room(*asked((4, 12), KINDS[0])), 0.5)
    advance_masks(count, 400)
    early = mask_mean(count)
    advance_masks(count, count.masks)
    late = mask_mean(count)
    assert (np.abs(early.mean - late.mean) < 0.1 * late.spread + 1e-9).all()


def test_dropout_shrinks_what_scaling_gets_wrong_on_the_training_examples() -> None:
    """The trained small network answers alike under most masks, so that scaling stands for their mean."""
    x, y = sim.dataset("moons", n=80, noise=0.1, seed=2)
    found: dict[float, Any] = {}
    for dropout in (0.0, 0.5):
        network = Network((2, 10, 1), "tanh", seed=1)
        made = sim.train(network, x, y, epochs=300, hyper={"learning_rate": 0.02}, dropout=dropout)
        network.weights, network.biases = made.weights, made.biases
        count = begin_masks(room(network, x, y), 0.5)
        advance_masks(count, count.masks)
        found[dropout] = mask_mean(count)
    assert found[0.5].losses[0] < found[0.0].losses[0]
    assert found[0.5].spread.mean() < found[0.0].spread.mean()
