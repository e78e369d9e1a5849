"""A forward and a backward pass in plain numpy, seen at a cursor: what the graph reads of a snapshot, without one."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

CURVES = {
    "linear": (lambda z: z, lambda z: np.ones_like(z)),
    "sigmoid": (lambda z: 1 / (1 + np.exp(-z)), lambda z: np.exp(-z) / (1 + np.exp(-z)) ** 2),
    "tanh": (np.tanh, lambda z: 1 / np.cosh(z) ** 2),
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0).astype(float)),
}


@dataclass(frozen=True)
class Rule:
    """One rule of the pass."""

    rule: str
    layer: int
    operands: tuple[str, ...]
    results: tuple[str, ...]


@dataclass
class Seen:
    """A pass with the first `step` rules fired."""

    matrices: dict[str, np.ndarray]
    activations: tuple[str, ...]
    loss_key: str
    steps: list[Rule]
    step: int = 0
    held: frozenset[tuple[str, int, int]] = frozenset()
    known: frozenset[str] = field(default_factory=frozenset)

    def at(self, step: int) -> Seen:
        """The same pass at another cursor."""
        known = {name for name in self.matrices if name[0] in "wbxt"}
        for rule in self.steps[:step]:
            known |= set(rule.results)
        return Seen(self.matrices, self.activations, self.loss_key, self.steps, step, self.held, frozenset(known))


def seen(
    layers: tuple[int, ...] = (2, 2, 1),
    activations: tuple[str, ...] = ("tanh", "sigmoid"),
    loss: str = "squared_error",
    examples: int = 4,
    seed: int = 0,
) -> Seen:
    """A whole pass of a random network."""
    random = np.random.default_rng(seed)
    m = {"x": random.normal(size=(examples, layers[0])), "t": random.uniform(size=(examples, layers[-1]))}
    m["t"] /= m["t"].sum(axis=1, keepdims=True) if activations[-1] == "softmax" else 1.0
    steps, last = [], len(layers) - 1
    h = m["x"]
    for layer, activation in enumerate(activations, 1):
        m[f"w{layer}"] = random.normal(size=(layers[layer - 1], layers[layer]))
        m[f"b{layer}"] = random.normal(size=(1, layers[layer]))
        m[f"s{layer}"] = h @ m[f"w{layer}"]
        m[f"z{layer}"] = m[f"s{layer}"] + m[f"b{layer}"]
        before, out = "x" if layer == 1 else f"h{layer - 1}", "y" if layer == last else f"h{layer}"
        h = m[out] = shares(m[f"z{layer}"]) if activation == "softmax" else CURVES[activation][0](m[f"z{layer}"])
        steps += [
            Rule("forward 1", layer, (before, f"w{layer}"), (f"s{layer}",)),
            Rule("bias", layer, (f"s{layer}", f"b{layer}"), (f"z{layer}",)),
            Rule("forward 2", layer, (f"z{layer}",), (out,)),
        ]
        steps += [Rule("forward 3", layer, (out,), (out,))] if layer < last else []
    steps.append(Rule("forward 4", last, ("y", "t"), ("e",)))
    m["e"] = arriving = m["y"] - m["t"]
    for layer in range(last, 0, -1):
        m[f"dz{layer}"] = back(activations[layer - 1], m[f"z{layer}"], arriving, loss if layer == last else "")
        before = "x" if layer == 1 else f"h{layer - 1}"
        m[f"dw{layer}"] = m[before].T @ m[f"dz{layer}"] / examples
        m[f"db{layer}"] = m[f"dz{layer}"].mean(axis=0, keepdims=True)
        source = "e" if layer == last else f"dh{layer}"
        steps += [
            Rule("backward 2", layer, (source, f"z{layer}"), (f"dz{layer}",)),
            Rule("gradient", layer, (before, f"dz{layer}"), (f"dw{layer}", f"db{layer}")),
        ]
        if layer > 1:
            arriving = m[f"dh{layer - 1}"] = m[f"dz{layer}"] @ m[f"w{layer}"].T
            steps.append(Rule("backward 1", layer, (f"dz{layer}", f"w{layer}"), (f"dh{layer - 1}",)))
            steps.append(Rule("backward 3", layer - 1, (f"dh{layer - 1}",), (f"dh{layer - 1}",)))
    steps.append(Rule("update", last, (), tuple(f"{letter}{k}+" for k in range(1, last + 1) for letter in "wb")))
    return Seen(m, activations, loss, steps).at(0)


def shares(z: np.ndarray) -> np.ndarray:
    """Softmax of every row."""
    powers = np.exp(z - z.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def back(activation: str, z: np.ndarray, arriving: np.ndarray, loss: str) -> np.ndarray:
    """The error signal before a function; behind cross-entropy it is what arrives."""
    if loss == "cross_entropy":
        return arriving
    if activation == "softmax":
        y = shares(z)
        return y * (arriving - (arriving * y).sum(axis=1, keepdims=True))
    return arriving * CURVES[activation][1](z)
