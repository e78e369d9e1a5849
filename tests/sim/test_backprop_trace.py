"""The rules of backpropagation: their order, and that their numbers are those of an independent walk."""

import importlib.util
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import sim
from sim.backprop_names import symbol
from sim.backprop_trace import Step, backprop_steps

HAS_TORCH = importlib.util.find_spec("torch") is not None
FUNCTIONS = {
    "linear": (lambda z: z, lambda z: np.ones_like(z)),
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z: 1 / (2 + np.exp(z) + np.exp(-z))),
    "tanh": (np.tanh, lambda z: 1 / np.cosh(z) ** 2),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0) * 1.0),
    "leaky_relu": (lambda z: np.where(z > 0, z, 0.01 * z), lambda z: np.where(z > 0, 1.0, 0.01)),
}
ENDS = [
    ("linear", "squared_error"), ("sigmoid", "squared_error"), ("tanh", "squared_error"), ("relu", "squared_error"),
    ("sigmoid", "cross_entropy"), ("softmax", "cross_entropy"), ("softmax", "squared_error"),
]  # fmt: skip
LAYERS = st.lists(st.integers(1, 16), min_size=2, max_size=6).map(tuple)


def made(layers: tuple[int, ...], n: int, activation: str, end: tuple[str, str], seed: int) -> tuple[Any, Any, Any]:
    """A network with random numbers everywhere, and examples with targets that its loss can have."""
    random = np.random.default_rng(seed)
    network = sim.Network(layers, activation, end[0], end[1])
    network.weights = [random.normal(size=w.shape) / np.sqrt(len(w)) for w in network.weights]
    network.biases = [random.normal(size=b.shape) for b in network.biases]
    t = random.random((n, layers[-1]))
    if end[0] == "softmax":
        t /= t.sum(axis=1, keepdims=True)
    return network, random.normal(size=(n, layers[0])), t


def softmax(z: Any) -> Any:
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return e / e.sum(axis=1, keepdims=True)


def loss(network: Any, x: Any, t: Any) -> float:
    """The mean loss, written down again."""
    a = x
    for k, (w, b) in enumerate(zip(network.weights, network.biases, strict=True)):
        z = a @ w + b
        last = k == len(network.weights) - 1
        name = network.output if last else network.activation
        a = softmax(z) if name == "softmax" else FUNCTIONS[name][0](z)
    if network.loss == "squared_error":
        return float(0.5 * ((a - t) ** 2).sum() / len(t))
    if network.output == "softmax":
        return float(-(t * np.log(a)).sum() / len(t))
    return float(-(t * np.log(a) + (1 - t) * np.log(1 - a)).sum() / len(t))


def independent(network: Any, x: Any, t: Any) -> dict[str, Any]:
    """Every matrix, by plain NumPy in another order of thought: all forward, then all back."""
    depth = len(network.weights)
    names = [network.activation] * (depth - 1) + [network.output]
    found, a = {}, x
    for k in range(depth):
        found[f"s{k + 1}"] = np.einsum("ij,jk->ik", a, network.weights[k])
        z = found[f"z{k + 1}"] = found[f"s{k + 1}"] + network.biases[k]
        a = softmax(z) if names[k] == "softmax" else FUNCTIONS[names[k]][0](z)
        found["y" if k == depth - 1 else f"h{k + 1}"] = a
    found["e"] = a - t
    if network.loss == "cross_entropy":
        delta = a - t
    elif network.output == "softmax":
        delta = np.stack([(np.diag(y) - np.outer(y, y)) @ e for y, e in zip(a, a - t, strict=True)])
    else:
        delta = (a - t) * FUNCTIONS[network.output][1](found[f"z{depth}"])
    for k in range(depth, 0, -1):
        found[f"dz{k}"] = delta
        into = x if k == 1 else found[f"h{k - 1}"]
        found[f"dw{k}"] = np.einsum("ni,nj->ij", into, delta) / len(x)
        found[f"db{k}"] = delta.mean(axis=0)[None, :]
        if k > 1:
            found[f"dh{k - 1}"] = np.einsum("nj,ij->ni", delta, network.weights[k - 1])
            delta = found[f"dh{k - 1}"] * FUNCTIONS[network.activation][1](found[f"z{k - 1}"])
    return found


def by_name(steps: list[Step]) -> dict[str, Any]:
    return {name: part for step in steps for name, part in zip(step.names[1], step.results, strict=True)}


def test_the_rules_of_three_five_two() -> None:
    network, x, t = made((3, 5, 2), 128, "sigmoid", ("sigmoid", "squared_error"), 0)
    assert [step.rule for step in sim.backprop_steps(network, x, t)] == [
        "forward 1", "bias", "forward 2", "forward 3", "forward 1", "bias", "forward 2", "forward 4", "backward 2",
        "gradient", "backward 1", "backward 3", "backward 2", "gradient", "update",
    ]  # fmt: skip


def test_forward_rule_1_is_the_product_without_the_bias() -> None:
    network, x, t = made((3, 5, 2), 128, "sigmoid", ("sigmoid", "squared_error"), 0)
    first = sim.backprop_steps(network, x, t)[0]
    assert first.result.shape == (128, 5)
    assert np.array_equal(first.result, x @ network.weights[0])


def test_forward_rule_3_hands_on_the_same_array() -> None:
    network, x, t = made((3, 5, 2), 4, "tanh", ("sigmoid", "squared_error"), 0)
    handed = next(step for step in sim.backprop_steps(network, x, t) if step.rule == "forward 3")
    assert handed.result is handed.operands[0]


def test_delta_has_the_size_of_its_layers_output() -> None:
    network, x, t = made((3, 5, 2), 128, "sigmoid", ("sigmoid", "squared_error"), 0)
    found = by_name(sim.backprop_steps(network, x, t))
    assert (found["dz1"].shape, found["dz2"].shape) == ((128, 5), (128, 2))
    assert (found["dw1"].shape, found["dw2"].shape) == ((3, 5), (5, 2))


@given(LAYERS, st.integers(1, 128), st.sampled_from(sorted(FUNCTIONS)), st.sampled_from(ENDS), st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_every_result_is_that_of_an_independent_walk(
    layers: tuple[int, ...], n: int, activation: str, end: tuple[str, str], seed: int
) -> None:
    network, x, t = made(layers, n, activation, end, seed)
    found, expected = by_name(backprop_steps(network, x, t)), independent(network, x, t)
    for name, matrix in expected.items():
        assert np.allclose(found[name], matrix, rtol=1e-12, atol=1e-12 * max(1.0, np.abs(matrix).max())), name


@given(LAYERS, st.integers(1, 12), st.sampled_from(["sigmoid", "tanh", "linear"]), st.sampled_from(ENDS))
@settings(max_examples=20, deadline=None)
def test_gradients_are_those_of_central_differences(
    layers: tuple[int, ...], n: int, activation: str, end: tuple[str, str]
) -> None:
    network, x, t = made(layers, n, activation, (end[0].replace("relu", "tanh"), end[1]), 3)
    found, random = by_name(backprop_steps(network, x, t)), np.random.default_rng(1)
    for k, weights in enumerate(network.weights):
        i, j = random.integers(weights.shape[0]), random.integers(weights.shape[1])
        slopes = []
        for h in (1e-5, -1e-5):
            weights[i, j] += h
            slopes.append(loss(network, x, t))
            weights[i, j] -= h
        measured = (slopes[0] - slopes[1]) / 2e-5
        assert found[f"dw{k + 1}"][i, j] == pytest.approx(measured, rel=1e-6, abs=1e-6 * max(1.0, slopes[0]))


@pytest.mark.skipif(not HAS_TORCH, reason="PyTorch is not installed")
@pytest.mark.parametrize("end", ENDS, ids="-".join)
@pytest.mark.parametrize("activation", ["sigmoid", "tanh", "relu"])
def test_gradients_are_those_of_pytorch(activation: str, end: tuple[str, str]) -> None:
    torch = pytest.importorskip("torch")
    network, x, t = made((4, 6, 5, 3), 17, activation, end, 5)
    call = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu, "linear": lambda z: z}
    weights = [torch.tensor(part, requires_grad=True) for part in network.weights]
    biases = [torch.tensor(part, requires_grad=True) for part in network.biases]
    a, target = torch.tensor(x), torch.tensor(t)
    for k, (w, b) in enumerate(zip(weights, biases, strict=True)):
        z = a @ w + b
        name = network.output if k == len(weights) - 1 else activation
        a = torch.softmax(z, dim=1) if name == "softmax" else call[name](z)
    if end[1] == "squared_error":
        total = 0.5 * ((a - target) ** 2).sum()
    elif end[0] == "softmax":
        total = -(target * torch.log_softmax(z, dim=1)).sum()
    else:
        total = torch.nn.functional.binary_cross_entropy(a, target, reduction="sum")
    (total / len(x)).backward()
    found = by_name(backprop_steps(network, x, t))
    for k in range(3):
        assert np.abs(found[f"dw{k + 1}"] - weights[k].grad.numpy()).max() <= 1e-12
        assert np.abs(found[f"db{k + 1}"][0] - biases[k].grad.numpy()).max() <= 1e-12


def test_a_monkey_that_is_taken_for_a_sloth_sends_both_errors_back() -> None:
    network = sim.Network((1, 2), output="softmax", loss="cross_entropy")
    network.weights, network.biases = [np.array([[np.log(0.3), np.log(0.7)]])], [np.zeros(2)]
    found = by_name(sim.backprop_steps(network, [[1.0]], [[1.0, 0.0]]))
    assert found["dz1"] == pytest.approx(np.array([[-0.7, 0.7]]))


def test_the_update_is_that_of_the_chosen_optimizer() -> None:
    network, x, t = made((2, 3, 1), 9, "tanh", ("sigmoid", "cross_entropy"), 0)
    for optimizer in sim.OPTIMIZERS:
        found = by_name(backprop_steps(network, x, t, optimizer))
        trained = sim.backprop_steps(network, x, t, optimizer)[-1].results[0]
        assert not np.array_equal(trained, network.weights[0])
        assert found["w1+"].shape == network.weights[0].shape


@pytest.mark.parametrize("rate", [0.01, 1.0, 30.0])
def test_plain_descent_takes_the_gradient_times_the_rate(rate: float) -> None:
    network, x, t = made((2, 3, 1), 9, "tanh", ("sigmoid", "cross_entropy"), 0)
    found = by_name(backprop_steps(network, x, t, hyper={"learning_rate": rate}))
    assert found["w2+"] == pytest.approx(network.weights[1] - rate * found["dw2"], rel=1e-14)


def test_what_does_not_fit_is_refused_with_a_sentence() -> None:
    network, x, t = made((2, 3, 1), 9, "tanh", ("sigmoid", "cross_entropy"), 0)
    for bad in ({"x": x[:, :1]}, {"y": t[:3]}, {"y": t + 5.0}, {"optimizer": "magic"}):
        with pytest.raises(sim.ConfigError):
            backprop_steps(**{"network": network, "x": x, "y": t, **bad})


def test_writing_to_a_step_leaves_the_network_and_the_examples_alone() -> None:
    network, x, t = made((2, 3, 1), 9, "tanh", ("sigmoid", "cross_entropy"), 0)
    kept = x.copy(), t.copy(), network.weights[0].copy()
    for step in backprop_steps(network, x, t):
        for matrix in (*step.operands, *step.results):
            matrix[:] = 7.0
    for now, before in zip((x, t, network.weights[0]), kept, strict=True):
        assert np.array_equal(now, before)


@pytest.mark.parametrize(
    "name, written",
    [("x", "X"), ("w1", "W₁"), ("b2", "b₂"), ("dz12", "dZ₁₂"), ("w1+", "W₁⁺"), ("db1", "db₁"), ("e", "E"), ("y", "Y")],
)
def test_matrices_are_written_with_their_layer(name: str, written: str) -> None:
    assert symbol(name) == written
