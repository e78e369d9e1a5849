"""Digits in float32: the same epoch in PyTorch, with the same batches and masks; and what each penalty leaves."""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.digits import digits, shuffled_writers
from sim.dropout_draws import dropout_rates, masks_of
from sim.initialisers import draw_parameters
from sim.network_plan import OUTPUTS, make_plan, split
from sim.network_training import Settings, Training, advance, begin, evaluate, lay_out

Row = NDArray[np.float64]
BATCH, RATE, MOMENTUM = 20, 0.02, 0.9
SETTINGS = Settings("momentum", (RATE, MOMENTUM, 0.0, 0.0), batch=BATCH)
WAYS = {
    "plain": SETTINGS,
    "hidden": replace(SETTINGS, dropout=0.5),
    "every layer": replace(SETTINGS, dropout_input=0.2, dropout_layers=(0.5, 0.3)),
}


def digit_training(layers: tuple[int, ...], rows: NDArray[np.int64], seed: int) -> Training:
    """A network before its first update, in float32."""
    x, labels = digits()
    plan = make_plan(layers, ("relu",) * (len(layers) - 2) + ("softmax",))
    first = draw_parameters("he", layers, seed)[0]
    return begin(plan, "cross_entropy", first, x[rows], np.eye(10)[labels[rows]], seed, np.float32)


@pytest.mark.parametrize("way", WAYS)
def test_an_epoch_of_digits_is_that_of_pytorch(way: str) -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed")
    training, settings = digit_training((64, 128, 128, 10), shuffled_writers()[0], 5), WAYS[way]
    count = len(training.data.x)
    weights, biases = split(training.plan, training.parameters)
    parts = [torch.tensor(part.astype(np.float32), requires_grad=True) for part in (*weights, *biases)]
    optimizer = torch.optim.SGD(parts, lr=RATE, momentum=MOMENTUM)
    advance(training, settings, -(-count // BATCH))
    x, y = torch.tensor(np.array(training.data.x)), torch.tensor(np.array(training.data.y))
    for step, at in enumerate(range(0, count, BATCH)):
        met = training.data.order[at : at + BATCH]
        masks = masks_of(training.plan, settings, 5, step, met)
        a = x[met]
        for number, rate in enumerate(dropout_rates(settings, 3)):
            z = (a * torch.tensor(masks[number]).float() / (1.0 - rate)) @ parts[number] + parts[3 + number]
            a = torch.relu(z)
        optimizer.zero_grad()
        (-(y[met] * torch.log_softmax(z, 1)).sum() / len(met)).backward()
        optimizer.step()
    found = split(training.plan, training.parameters)
    for ours, theirs in zip((*found[0], *found[1]), parts, strict=True):
        np.testing.assert_allclose(ours, theirs.detach().numpy(), atol=1e-3)
    assert training.epoch == 1


@cache
def priced(l1: float, l2: float, by_slope: bool = False) -> tuple[Row, float]:
    """64-64-10 after 40 epochs: its weights, and the share of test digits that are right."""
    rows, tested = shuffled_writers()
    training = digit_training((64, 64, 10), rows, 0)
    settings = Settings("sgd", (0.1, 0.0, 0.0, 0.0), batch=32, l1=l1, l2=l2, l1_by_slope=by_slope)
    advance(training, settings, 40 * -(-len(rows) // 32))
    (x, labels), weights = digits(), split(training.plan, training.parameters)[0]
    answers = evaluate(
        training.plan, training.loss, training.parameters, lay_out(x[tested], np.eye(10)[labels[tested]])
    )[1][training.plan[-1, OUTPUTS] :]
    right = float((answers.argmax(axis=0) == labels[tested]).mean())
    return np.concatenate([matrix.ravel() for matrix in weights]), right


def zeros(weights: Row) -> float:
    """The share that is exactly 0."""
    return float((weights == 0.0).mean())


def top_share(weights: Row) -> float:
    """What the largest tenth of the weights carries of the sum of all sizes."""
    sizes = np.sort(np.abs(weights))[::-1]
    return float(sizes[: len(sizes) // 10].sum() / sizes.sum())


def test_without_a_penalty_and_with_l2_no_weight_is_zero() -> None:
    for weights, _ in (priced(0.0, 0.0), priced(0.0, 1e-3), priced(0.0, 1e-2)):
        assert zeros(weights) == 0.0


def test_l2_makes_all_weights_small() -> None:
    (free, _), (costly, right) = priced(0.0, 0.0), priced(0.0, 1e-2)
    assert np.sqrt(np.square(costly).mean()) < 0.7 * np.sqrt(np.square(free).mean())
    assert np.abs(costly).max() < 0.8 * np.abs(free).max()
    assert right > 0.94


def test_l1_makes_most_weights_exactly_zero_and_leaves_the_few_that_count() -> None:
    (some, _), (many, right) = priced(1e-3, 0.0), priced(3e-3, 0.0)
    assert 0.2 < zeros(some) < 0.45
    assert 0.55 < zeros(many) < 0.75
    assert top_share(many) > 0.9
    assert right > 0.94


def test_the_slope_form_makes_many_weights_small_and_none_zero() -> None:
    weights, _ = priced(1e-3, 0.0, by_slope=True)
    assert zeros(weights) == 0.0
    assert (np.abs(weights) < 0.01).mean() > 0.35
