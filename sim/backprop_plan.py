"""Which rules a pass fires, in which order, from which matrices to which, and by which formula."""

from collections.abc import Sequence
from dataclasses import dataclass

from sim.backprop_names import arriving_at, bias, inputs_of, outputs_of, symbol, weight
from sim.optimizers import OPTIMIZERS

FUNCTIONS = {
    "step": "step", "linear": "", "sigmoid": "σ", "tanh": "tanh", "relu": "ReLU", "leaky_relu": "leaky ReLU",
    "softmax": "softmax",
}  # fmt: skip
CANCELLED = ("cross_entropy", "perceptron")
"""Losses whose derivative is y - t behind the outputs that they fit."""


@dataclass(frozen=True)
class StepView:
    """One rule of a pass. layer counts from 1; 0 is all layers. operands and results are names of matrices."""

    rule: str
    layer: int
    operands: tuple[str, ...]
    results: tuple[str, ...]
    formula: str


def plan_of(activations: Sequence[str], loss: str, optimizer: str = "sgd") -> tuple[StepView, ...]:
    """The rules of one pass through layers with these activations, and of the update that ends it."""
    depth = len(activations)
    steps: list[StepView] = []
    for layer in range(1, depth + 1):
        steps += forward(layer, depth, activations[layer - 1])
    steps.append(StepView("forward 4", depth, ("y", "t"), ("e",), "E = Y − T"))
    for layer in range(depth, 0, -1):
        steps += backward(layer, depth, activations[layer - 1], loss in CANCELLED)
    return (*steps, update(depth, optimizer))


def forward(layer: int, depth: int, activation: str) -> list[StepView]:
    """The rules of one layer on the way forward."""
    into, out, sums, z = inputs_of(layer), outputs_of(layer, depth), f"s{layer}", f"z{layer}"
    w, b = weight(layer), bias(layer)
    steps = [
        StepView("forward 1", layer, (into, w), (sums,), f"{symbol(sums)} = {symbol(into)} · {symbol(w)}"),
        StepView("bias", layer, (sums, b), (z,), f"{symbol(z)} = {symbol(sums)} + {symbol(b)}"),
        StepView("forward 2", layer, (z,), (out,), f"{symbol(out)} = {called(activation, symbol(z))}"),
    ]
    if layer < depth:
        handed = f"{symbol(out)} → {symbol(f's{layer + 1}')}"
        steps.append(StepView("forward 3", layer, (out,), (out,), handed))
    return steps


def backward(layer: int, depth: int, activation: str, cancelled: bool) -> list[StepView]:
    """The rules of one layer on the way back, and those that lead to the layer before."""
    arrived, z, dz, w = arriving_at(layer, depth), f"z{layer}", f"dz{layer}", weight(layer)
    into, dw, db = inputs_of(layer), "d" + weight(layer), "d" + bias(layer)
    bent = slope_formula(activation, symbol(arrived), symbol(z), cancelled and layer == depth)
    steps = [
        StepView("backward 2", layer, (arrived, z), (dz,), f"{symbol(dz)} = {bent}"),
        StepView("gradient", layer, (into, dz), (dw, db), f"{symbol(dw)} = {symbol(into)}ᵀ · {symbol(dz)} / n"),
    ]
    if layer > 1:
        before = f"dh{layer - 1}"
        back = f"{symbol(before)} = {symbol(dz)} · {symbol(w)}ᵀ"
        steps.append(StepView("backward 1", layer, (dz, w), (before,), back))
        handed = f"{symbol(before)} → {symbol(f'dz{layer - 1}')}"
        steps.append(StepView("backward 3", layer - 1, (before,), (before,), handed))
    return steps


def update(depth: int, optimizer: str) -> StepView:
    """The chosen optimizer, for all layers."""
    now = tuple(name for layer in range(1, depth + 1) for name in (weight(layer), bias(layer)))
    slopes = tuple("d" + name for name in now)
    formula = "W⁺ = W − η · dW" if optimizer == "sgd" else OPTIMIZERS[optimizer].formula
    return StepView("update", 0, (*now, *slopes), tuple(name + "+" for name in now), formula)


def called(activation: str, argument: str) -> str:
    """A function of a matrix; the linear one is not written."""
    name = FUNCTIONS[activation]
    return f"{name}({argument})" if name else argument


def slope_formula(activation: str, arrived: str, z: str, cancelled: bool) -> str:
    """What backward 2 makes of what arrived."""
    if cancelled:
        return arrived
    if activation == "softmax":
        return "Y ∘ (E − Σ E ∘ Y)"
    return f"{arrived} ∘ {FUNCTIONS[activation] or 'f'}′({z})"
