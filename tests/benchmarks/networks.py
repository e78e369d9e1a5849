"""Networks: one in training, a thousand at once, and the picture of one; here, in numpy and in PyTorch.

One network is TensorFlow Playground's default, 2-4-2-1 with batches of 10, and the digits' 64-32-10 with batches of 32;
a thousand are XOR 2-4-1 in full batches; the picture is 256 x 256 pixels of 2-8-8-8-8-1. All are tanh, squared error
and plain descent. The others compute in float32, without shuffling, on one thread. A ratio is that of the speeds in
one round.
"""

import importlib.util
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim.initialisers import draw_parameters
from sim.network_ensemble import advance_many, begin_many
from sim.network_plan import layer_activations, make_plan, split
from sim.network_training import advance, begin, lay_out_pixels, settings_of, unit_pictures

Work = Callable[[int], object]
Layers = tuple[int, ...]
KIND = np.float32
RATE = 0.01
SIDE = 256
XOR = np.array([[0, 0], [0, 1], [1, 0], [1, 1]], KIND), np.array([[-1], [1], [1], [-1]], KIND)
SIGNS = "tanh"


def problem(layers: Layers, rows: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """Random examples with targets of -1 and 1."""
    random = np.random.default_rng(0)
    targets = np.sign(random.normal(size=(rows, layers[-1])))
    return random.normal(size=(rows, layers[0])).astype(KIND), targets.astype(KIND)


def start(layers: Layers, replicas: Sequence[int] = (0,)) -> tuple[Any, NDArray[Any]]:
    """The plan and the first parameters."""
    plan = make_plan(layers, layer_activations(layers, SIGNS, SIGNS))
    return plan, draw_parameters("peers", layers, 1, replicas)


def one(layers: Layers, rows: int, batch: int, kind: Any, **changes: Any) -> Work:
    """Epochs of one network, here."""
    plan, parameters = start(layers)
    x, y = problem(layers, rows)
    training = begin(plan, "squared_error", parameters[0], x, y, 1, kind)
    usual = settings_of(changes.pop("optimizer", "sgd"), {"learning_rate": RATE}, batch=batch, shuffle=False)
    settings = replace(usual, **changes)
    return lambda epochs: advance(training, settings, epochs * -(-rows // batch))


def one_in_numpy(layers: Layers, rows: int, batch: int) -> Work:
    """The same as matrix products."""
    plan, parameters = start(layers)
    weights, biases = ([part.astype(KIND) for part in parts] for parts in split(plan, parameters[0]))
    x, y = problem(layers, rows)
    batches = [(x[k : k + batch], y[k : k + batch]) for k in range(0, rows, batch)]

    def train(epochs: int) -> object:
        for _ in range(epochs):
            for inputs, targets in batches:
                a = [inputs]
                for w, b in zip(weights, biases, strict=True):
                    a.append(np.tanh(a[-1] @ w + b))
                dz = (a[-1] - targets) * (1 - a[-1] * a[-1]) * KIND(RATE / len(inputs))
                for layer in range(len(weights) - 1, -1, -1):
                    dw, db = a[layer].T @ dz, dz.sum(0)
                    dz = (dz @ weights[layer].T) * (1 - a[layer] * a[layer])
                    weights[layer] -= dw
                    biases[layer] -= db
        return weights

    return train


def one_in_torch(layers: Layers, rows: int, batch: int) -> Work:
    """The same with PyTorch's layers, autograd and optimizer, eagerly."""
    import torch

    torch.set_num_threads(1)
    parts = (part for sizes in pairwise(layers) for part in (torch.nn.Linear(*sizes), torch.nn.Tanh()))
    network = torch.nn.Sequential(*parts)
    optimizer, loss = torch.optim.SGD(network.parameters(), lr=RATE), torch.nn.MSELoss()
    x, y = (torch.tensor(values) for values in problem(layers, rows))
    batches = list(zip(x.split(batch), y.split(batch), strict=True))

    def train(epochs: int) -> object:
        for _ in range(epochs):
            for inputs, targets in batches:
                optimizer.zero_grad()
                loss(network(inputs), targets).backward()
                optimizer.step()
        return network

    return train


def many(replicas: int, **changes: Any) -> Work:
    """Updates of XOR 2-4-1 twins, here."""
    plan, parameters = start((2, 4, 1), range(replicas))
    ensemble = begin_many(plan, "squared_error", parameters, *XOR)
    settings = settings_of(changes.pop("optimizer", "sgd"), {"learning_rate": RATE}, batch=4, **changes)
    return lambda steps: advance_many(ensemble, settings, steps)


def many_in_numpy(replicas: int) -> Work:
    """The same as products of stacks of matrices."""
    plan, parameters = start((2, 4, 1), range(replicas))
    stacks = [split(plan, row) for row in parameters]
    w1, w2 = (np.array([weights[k] for weights, _ in stacks], KIND) for k in (0, 1))
    b1, b2 = (np.array([biases[k] for _, biases in stacks], KIND)[:, None] for k in (0, 1))
    (x, y), rate = XOR, KIND(RATE / 4)

    def train(steps: int) -> object:
        for _ in range(steps):
            hidden = np.tanh(x @ w1 + b1)
            a = np.tanh(hidden @ w2 + b2)
            dz2 = (a - y) * (1 - a * a) * rate
            dz1 = (dz2 * w2.transpose(0, 2, 1)) * (1 - hidden * hidden)
            w2[:], b2[:] = w2 - hidden.transpose(0, 2, 1) @ dz2, b2 - dz2.sum(1, keepdims=True)
            w1[:], b1[:] = w1 - x.T @ dz1, b1 - dz1.sum(1, keepdims=True)
        return w1

    return train


def many_in_torch(replicas: int) -> Work:
    """The same with torch.bmm and autograd."""
    import torch

    torch.set_num_threads(1)
    random = torch.Generator().manual_seed(1)
    shapes = ((2, 4), (1, 4), (4, 1), (1, 1))
    parts = [(torch.rand(replicas, *shape, generator=random) - 0.5).requires_grad_() for shape in shapes]
    x, y = (torch.tensor(values).expand(replicas, *values.shape) for values in XOR)
    optimizer = torch.optim.SGD(parts, lr=RATE)

    def train(steps: int) -> object:
        w1, b1, w2, b2 = parts
        for _ in range(steps):
            optimizer.zero_grad()
            a = torch.tanh(torch.baddbmm(b2, torch.tanh(torch.baddbmm(b1, x, w1)), w2))
            (0.125 * (a - y) ** 2).sum().backward()
            optimizer.step()
        return parts

    return train


def pixels() -> NDArray[Any]:
    """The inputs of a square picture."""
    axis = np.linspace(-6, 6, SIDE, dtype=KIND)
    return np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)


def picture(layers: Layers, every_unit: bool = False) -> Work:
    """Pictures of the output, or of every unit, here."""
    plan, parameters = start(layers)
    points, first = lay_out_pixels(pixels()), 0 if every_unit else sum(layers[:-1])
    room = unit_pictures(plan, parameters[0], points, first)
    return lambda times: [unit_pictures(plan, parameters[0], points, first, room=room) for _ in range(times)]


def picture_in_numpy(layers: Layers) -> Work:
    """The same as matrix products."""
    plan, parameters = start(layers)
    parts = [(w.astype(KIND), b.astype(KIND)) for w, b in zip(*split(plan, parameters[0]), strict=True)]

    def draw(times: int) -> object:
        for _ in range(times):
            a = pixels_once
            for w, b in parts:
                a = np.tanh(a @ w + b)
        return a

    pixels_once = pixels()
    return draw


def speed(work: Work, amount: float) -> float:
    """What is done per second, over at least 20 ms of this thread's time."""
    times, seconds = 1, 0.0
    while seconds < 0.02:
        done, begun = times, time.thread_time()
        work(times)
        seconds = time.thread_time() - begun
        times = max(times + 1, int(times * min(100.0, 0.03 / max(seconds, 1e-7))))
    return done * amount / seconds


DEFAULT, DEEP, DIGITS = (2, 4, 2, 1), (2, 8, 8, 8, 8, 1), (64, 32, 10)
Contestants = dict[str, tuple[Callable[[], Work], str]]


def trained(layers: Layers, rows: int, batch: int, goals: tuple[str, str]) -> Contestants:
    """One network in training: ours, then numpy, then PyTorch."""
    single, double = goals
    return {
        "float32": (lambda: one(layers, rows, batch, np.float32), single),
        "float64": (lambda: one(layers, rows, batch, np.float64), double),
        "float64, shuffled": (lambda: one(layers, rows, batch, np.float64, shuffle=True), ""),
        "float32, Adam": (lambda: one(layers, rows, batch, np.float32, optimizer="adam", hyper=ADAM), ""),
        "float32, dropout 0.5": (lambda: one(layers, rows, batch, np.float32, dropout=0.5), ""),
        "numpy": (lambda: one_in_numpy(layers, rows, batch), ""),
        "PyTorch": (lambda: one_in_torch(layers, rows, batch), ""),
    }


ADAM = (RATE, 0.9, 0.999, 1e-8)
ROWS: tuple[tuple[str, str, float, Contestants], ...] = (
    ("2-4-2-1, batch 10", "million examples/s", 250e-6, trained(DEFAULT, 250, 10, ("", ""))),
    ("2-8-8-8-8-1, batch 10", "million examples/s", 250e-6, trained(DEEP, 250, 10, ("", ""))),
    ("64-32-10, batch 32", "million examples/s", 1792e-6, trained(DIGITS, 1792, 32, ("40 PyTorch", ""))),
    (
        "1,024 × XOR 2-4-1",
        "million network updates/s",
        1024e-6,
        {
            "float32": (lambda: many(1024), "35 PyTorch"),
            "float32, Adam": (lambda: many(1024, optimizer="adam"), ""),
            "numpy": (lambda: many_in_numpy(1024), ""),
            "PyTorch": (lambda: many_in_torch(1024), ""),
        },
    ),
    (
        "256 × 256 pixels of 2-8-8-8-8-1",
        "pictures/s",
        1.0,
        {
            "float32": (lambda: picture(DEEP), "6 numpy"),
            "float32, every unit": (lambda: picture(DEEP, every_unit=True), ""),
            "numpy": (lambda: picture_in_numpy(DEEP), ""),
        },
    ),
)


def network_table(rounds: int) -> str:
    """Speeds and ratios as Markdown; the contestants of a row take turns."""
    lines = [f"Networks, one thread, medians over {rounds} interleaved rounds [smallest .. largest].", ""]
    lines += ["| what | who | speed | ratio to numpy | ratio to PyTorch | goal |", "|---|---|---|---|---|---|"]
    with_torch = importlib.util.find_spec("torch") is not None
    for title, unit, amount, contestants in ROWS:
        entered = {name: entry for name, entry in contestants.items() if with_torch or name != "PyTorch"}
        work = [make() for make, _ in entered.values()]
        for run in work:
            run(1)
        speeds = np.array([[speed(run, amount) for run in work] for _ in range(rounds)])
        for (name, (_, goal)), found in zip(entered.items(), speeds.T, strict=True):
            ratios = [ratio(found, speeds, list(entered), rival) for rival in ("numpy", "PyTorch")]
            median = written(float(np.median(found)))
            lines.append(f"| {title} | {name} | {median} {unit} | {ratios[0]} | {ratios[1]} | {goal} |")
            print(lines[-1], flush=True)
    return "\n".join(lines)


def ratio(found: NDArray[Any], speeds: NDArray[Any], names: list[str], rival: str) -> str:
    """The median of the ratios round by round, and how far they scatter."""
    if rival not in names:
        return ""
    ratios = found / speeds[:, names.index(rival)]
    return f"{written(np.median(ratios))} [{written(ratios.min())} .. {written(ratios.max())}]"


def written(number: float) -> str:
    """Three digits that count; thousands with commas."""
    return f"{number:,.0f}" if number >= 1000 else f"{number:.3g}"
