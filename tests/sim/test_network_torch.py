"""Training against PyTorch's stored traces: every activation, loss, optimizer and penalty, 200 updates in float64."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from sim.activations import ACTIVATIONS
from sim.losses import LOSSES
from sim.network import Network
from sim.network_ensemble import advance_many, begin_many
from sim.network_plan import split
from sim.network_training import Settings, advance, begin, settings_of
from sim.optimizers import OPTIMIZERS

TRACES = np.load(Path(__file__).parents[1] / "golden" / "torch_networks.npz", allow_pickle=False)
INDEX = json.loads(str(TRACES["index"]))
EXAMPLES, BATCH, SEED, MIDDLE, STEPS = 23, 10, 7, 20, 200
Row = NDArray[np.float64]


def cut(name: str, sizes: list[int], number: int) -> Row:
    """The part of a stored array that belongs to case `number`."""
    ends = np.cumsum([0, *sizes])
    part: Row = TRACES[name][..., ends[number] : ends[number + 1]]
    return part


def parameters_of(case: dict[str, Any]) -> int:
    return sum((n_in + 1) * n_out for n_in, n_out in zip(case["layers"][:-1], case["layers"][1:], strict=True))


COUNTS = [parameters_of(case) for case in INDEX]


def network_of(case: dict[str, Any], row: Row) -> Network:
    """The network of a case with parameters from a stored row: weights (n_in, n_out), then biases, layer by layer."""
    network = Network(tuple(case["layers"]), case["activation"], case["output"], case["loss"])
    at = 0
    for w, b in zip(network.weights, network.biases, strict=True):
        w[:] = row[at : at + w.size].reshape(w.shape)
        b[:] = row[at + w.size : at + w.size + b.size]
        at += w.size + b.size
    return network


def stored_order(network: Network, row: Row) -> Row:
    """Parameters as they are stored."""
    weights, biases = split(network.plan, row)
    return np.concatenate([part.ravel() for pair in zip(weights, biases, strict=True) for part in pair])


def examples(number: int) -> tuple[Row, Row]:
    """x and y of a case."""
    case = INDEX[number]
    x = cut("x", [EXAMPLES * one["layers"][0] for one in INDEX], number).reshape(EXAMPLES, -1)
    y = cut("y", [EXAMPLES * one["layers"][-1] for one in INDEX], number).reshape(EXAMPLES, -1)
    assert (x.shape[1], y.shape[1]) == (case["layers"][0], case["layers"][-1])
    return x, y


def settings(case: dict[str, Any]) -> Settings:
    """The settings of a case, without shuffling."""
    rates, penalties = case["dropout"], {name: case[name] for name in ("l1", "l2")}
    drop = {"dropout_input": rates[0], "dropout_layers": tuple(rates[1:])} if isinstance(rates, list) else {
        "dropout": rates
    }  # fmt: skip
    return settings_of(case["optimizer"], case["hyper"], batch=BATCH, shuffle=False, **penalties, **drop)


def where_pytorch_stands(case: dict[str, Any], p: Row, m: Row) -> Row:
    """PyTorch keeps Nesterov's point ahead."""
    return p + case["hyper"]["momentum"] * m if case["optimizer"] == "nesterov" else p


def distance(ours: Row, theirs: Row) -> float:
    """Relative to the size of all parameters."""
    return float(np.linalg.norm(ours - theirs) / np.linalg.norm(theirs))


@pytest.mark.parametrize("number", range(len(INDEX)), ids=lambda k: "-".join(
    str(INDEX[k][name]) for name in ("activation", "output", "loss", "optimizer", "l1", "l2", "dropout")))  # fmt: skip
def test_two_hundred_updates_equal_those_of_pytorch(number: int) -> None:
    case = INDEX[number]
    network = network_of(case, cut("starts", COUNTS, number))
    training = begin(network.plan, network.loss, network.parameters, *examples(number), SEED)
    for updates, theirs in zip((MIDDLE, STEPS - MIDDLE), cut("ends", COUNTS, number), strict=True):
        advance(training, settings(case), updates)
        count = len(training.parameters)
        ours = where_pytorch_stands(case, training.parameters, training.learner.m[:count])
        assert distance(stored_order(network, ours), theirs) <= 1e-10
    assert training.ended is None


@pytest.mark.parametrize("number", range(0, len(INDEX), 3))
def test_an_ensemble_walks_with_pytorch_in_float32(number: int) -> None:
    """After MIDDLE updates; each replica drops units of its own, so only the first one has PyTorch's masks."""
    case = INDEX[number]
    network = network_of(case, cut("starts", COUNTS, number))
    ensemble = begin_many(network.plan, network.loss, np.tile(network.parameters, (3, 1)), *examples(number), SEED)
    advance_many(ensemble, settings(case), MIDDLE)
    m = ensemble.learner.m[0, :, 0].astype(np.float64)
    ours = where_pytorch_stands(case, ensemble.parameters[0].astype(np.float64), m)
    assert distance(stored_order(network, ours), cut("ends", COUNTS, number)[0]) <= 2e-4
    alike = np.array_equal(ensemble.parameters[0], ensemble.parameters[1])
    assert alike == (case["dropout"] == 0)


def test_the_traces_cover_every_entry_of_every_table() -> None:
    assert {case["activation"] for case in INDEX} | {case["output"] for case in INDEX} == set(ACTIVATIONS)
    assert {case["loss"] for case in INDEX} == set(LOSSES)
    assert {case["optimizer"] for case in INDEX} == set(OPTIMIZERS)
    for name in ("l1", "l2", "dropout"):
        with_it = {case["optimizer"] for case in INDEX if case[name]}
        assert with_it >= set(OPTIMIZERS) - ({"nesterov"} if name == "l1" else set()), name
