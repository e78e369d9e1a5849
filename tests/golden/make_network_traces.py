"""Write tests/golden/torch_networks.npz: what PyTorch makes of small networks in 200 updates.

    python tests/golden/make_network_traces.py          (any Python that has torch and numpy; CPU, float64)

Layers, losses and masks are written here a second time, in torch, and differentiated by autograd: nothing of `sim` is
used. In the file:

    torch    the version of PyTorch
    index    JSON: a list of {"layers", "activation", "output", "loss", "optimizer", "hyper", "l1", "l2", "dropout"},
             where dropout is the rate of hidden units, or a list of rates, first that of the inputs
    x, y     the examples of each case, x (EXAMPLES, inputs) and y (EXAMPLES, outputs), flat, one case behind another
    starts   the parameters before the first update, for each layer weights (n_in, n_out) and biases, flat
    ends     the parameters after update MIDDLE and after the last one, (2, all), in the same order

Batches of BATCH in the order of the examples, the last one of an epoch smaller. L2 by parameter groups that leave the
biases out; L1 as a soft threshold after PyTorch's step, which a buffer of momentum is told of as if it were a part of
the gradient; dropout by multiplying with masks from Philox4x32-10 with the
counter (example, first unit of four, update, 3 * 2^24) and the key (SEED, 0), where units are counted from the first
input on. Settings are such that rounding does not grow (see make_traces.py).
"""

import itertools
import json
from pathlib import Path

import numpy as np
import torch

STEPS, MIDDLE, EXAMPLES, BATCH, SEED = 200, 20, 23, 10, 7
TARGET = Path(__file__).with_name("torch_networks.npz")

ACTIVATIONS = {
    "step": lambda z: (z > 0).double() + 0 * z,
    "linear": lambda z: z,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
    "relu": torch.relu,
    "leaky_relu": lambda z: torch.nn.functional.leaky_relu(z, 0.01),
    "softmax": lambda z: torch.softmax(z, 1),
}
OPTIMIZERS = {
    "sgd": {"learning_rate": 0.1},
    "momentum": {"learning_rate": 0.02, "momentum": 0.9},
    "nesterov": {"learning_rate": 0.02, "momentum": 0.9},
    "adagrad": {"learning_rate": 0.02, "eps": 1e-10},
    "adadelta": {"learning_rate": 1.0, "rho": 0.95, "eps": 1e-6},
    "rmsprop": {"learning_rate": 0.002, "rho": 0.9, "eps": 1e-8},
    "adam": {"learning_rate": 0.005, "beta1": 0.9, "beta2": 0.999, "eps": 1e-8},
}


def philox(counters, keys):
    """Salmon, Moraes, Dror & Shaw 2011: four words from four counters."""
    c = [np.uint64(word) for word in counters]
    k = [np.uint64(word) for word in keys]
    low = np.uint64(0xFFFFFFFF)
    for _ in range(10):
        p0, p2 = np.uint64(0xD2511F53) * c[0], np.uint64(0xCD9E8D57) * c[2]
        c = [(p2 >> np.uint64(32)) ^ c[1] ^ k[0], p2 & low, (p0 >> np.uint64(32)) ^ c[3] ^ k[1], p0 & low]
        k = [(k[0] + np.uint64(0x9E3779B9)) & low, (k[1] + np.uint64(0xBB67AE85)) & low]
    return [int(word) for word in c]


def mask(examples, first, units, step, rate):
    """What the units of a layer are multiplied with, (examples, units)."""
    rows = []
    for example in examples:
        counters = [(example, first + unit, step, 3 << 24) for unit in range(0, units, 4)]
        words = [word for counter in counters for word in philox(counter, (SEED, 0))]
        rows.append([0.0 if word < int(rate * 2**32) else 1 / (1 - rate) for word in words[:units]])
    return torch.tensor(rows, dtype=torch.float64)


def loss_of(case, z, a, y):
    """Summed over the outputs, averaged over the examples."""
    if case["loss"] == "squared_error":
        return 0.5 * ((a - y) ** 2).sum() / len(y)
    if case["loss"] == "perceptron":
        return (((z > 0).double() - y) * z).sum() / len(y)
    if case["output"] == "softmax":
        return -(y * torch.log_softmax(z, 1)).sum() / len(y)
    return torch.nn.functional.binary_cross_entropy_with_logits(z, y, reduction="sum") / len(y)


def forward(case, layers, x, examples, step):
    """(z, a) of the last layer."""
    unit, a, rates = 0, x, case["dropout"]
    if not isinstance(rates, list):
        rates = [0.0] + [rates] * (len(layers) - 1)
    for number, (w, b) in enumerate(layers):
        if rates[number]:
            a = a * mask(examples, unit, w.shape[0], step, rates[number])
        unit += w.shape[0]
        z = a @ w + b
        a = ACTIVATIONS[case["output"] if number == len(layers) - 1 else case["activation"]](z)
    return z, a


def shrink(case, layers, optimizer):
    """The soft threshold. A buffer b that stands for the step -learning_rate b then stands for the step taken."""
    rate = case["hyper"]["learning_rate"]
    with torch.no_grad():
        for w, _ in layers:
            shrunk = torch.sign(w) * torch.clamp(w.abs() - rate * case["l1"], min=0)
            if case["optimizer"] == "momentum":
                optimizer.state[w]["momentum_buffer"] -= (shrunk - w) / rate
            w.copy_(shrunk)


def make_optimizer(case, layers):
    """PyTorch's own, biases without L2."""
    h = dict(case["hyper"])
    lr, key, l2 = h.pop("learning_rate"), case["optimizer"], case["l2"]
    groups = [{"params": [w for w, _ in layers], "weight_decay": l2}, {"params": [b for _, b in layers]}]
    if key in ("sgd", "momentum", "nesterov"):
        return torch.optim.SGD(groups, lr=lr, nesterov=key == "nesterov", **h)
    if key == "adagrad":
        return torch.optim.Adagrad(groups, lr=lr, eps=h["eps"])
    if key == "adadelta":
        return torch.optim.Adadelta(groups, lr=lr, rho=h["rho"], eps=h["eps"])
    if key == "rmsprop":
        return torch.optim.RMSprop(groups, lr=lr, alpha=h["rho"], eps=h["eps"])
    return torch.optim.Adam(groups, lr=lr, betas=(h["beta1"], h["beta2"]), eps=h["eps"])


def flat(layers):
    return np.concatenate([part.detach().numpy().ravel() for layer in layers for part in layer])


def trace(case, number):
    """(x, y, parameters before, [after MIDDLE, after all])."""
    random, sizes = np.random.default_rng(number), case["layers"]
    x = random.normal(size=(EXAMPLES, sizes[0]))
    y = np.eye(sizes[-1])[random.integers(0, sizes[-1], EXAMPLES)]
    if case["output"] in ("linear", "tanh"):
        y = np.tanh(x @ random.normal(size=(sizes[0], sizes[-1])))
    layers = []
    for n_in, n_out in itertools.pairwise(sizes):
        parts = (random.uniform(-1, 1, (n_in, n_out)) * (3 / n_in) ** 0.5, random.uniform(-0.3, 0.3, n_out))
        layers.append([torch.tensor(part, requires_grad=True) for part in parts])
    start, ends, optimizer = flat(layers), [], make_optimizer(case, layers)
    per_epoch = -(-EXAMPLES // BATCH)
    for step in range(STEPS):
        chosen = np.arange(EXAMPLES)[step % per_epoch * BATCH :][:BATCH]
        optimizer.zero_grad()
        z, a = forward(case, layers, torch.tensor(x[chosen]), chosen, step)
        loss_of(case, z, a, torch.tensor(y[chosen])).backward()
        optimizer.step()
        if case["l1"]:
            shrink(case, layers, optimizer)
        if step + 1 in (MIDDLE, STEPS):
            ends.append(flat(layers))
    return x.ravel(), y.ravel(), start, np.array(ends)


def case(**changes):
    """The usual case, but for `changes`."""
    usual = {
        "layers": [3, 5, 4, 2], "activation": "tanh", "output": "sigmoid", "loss": "squared_error", "optimizer": "sgd",
        "hyper": OPTIMIZERS["sgd"], "l1": 0.0, "l2": 0.0, "dropout": 0.0,
    }  # fmt: skip
    return {**usual, **changes}


def cases():
    """Every activation, loss, optimizer and penalty, and some of them together."""
    pairs = [("linear", "squared_error"), ("sigmoid", "squared_error"), ("tanh", "squared_error")]
    pairs += [("relu", "squared_error"), ("leaky_relu", "squared_error"), ("softmax", "squared_error")]
    pairs += [("sigmoid", "cross_entropy"), ("softmax", "cross_entropy"), ("step", "perceptron")]
    hidden = [key for key in ACTIVATIONS if key != "softmax"]
    found = [case(activation=key, output=output, loss=loss) for key in hidden for output, loss in pairs]
    for key, hyper in OPTIMIZERS.items():
        chosen = {"optimizer": key, "hyper": hyper}
        found += [case(**chosen), case(**chosen, output="softmax", loss="cross_entropy", activation="relu")]
        found += [case(**chosen, l2=0.02), case(**chosen, dropout=0.5), case(**chosen, layers=[2, 9, 1], dropout=0.25)]
        if key != "nesterov":  # PyTorch keeps the point ahead, so its threshold would act there
            found += [case(**chosen, l1=0.01), case(**chosen, l1=0.002, l2=0.01, dropout=0.2, loss="cross_entropy")]
    for key in ("sgd", "momentum", "adam"):
        found.append(case(optimizer=key, hyper=OPTIMIZERS[key], layers=[6, 5, 7, 2], dropout=[0.2, 0.5, 0.3]))
        found.append(case(optimizer=key, hyper=OPTIMIZERS[key], activation="relu", dropout=[0.4, 0.0, 0.6]))
    return found


def main() -> None:
    """Run everything, write the file, say how large it is."""
    torch.set_num_threads(1)
    index = cases()
    found = [trace(one, number) for number, one in enumerate(index)]
    x, y, starts = (np.concatenate([one[part] for one in found]) for part in range(3))
    ends = np.concatenate([one[3] for one in found], axis=1)
    assert np.isfinite(ends).all()
    np.savez_compressed(
        TARGET, torch=torch.__version__, index=json.dumps(index), x=x, y=y, starts=starts, ends=ends
    )  # fmt: skip
    print(f"{len(index)} networks, {TARGET.stat().st_size / 1e3:.0f} kB, PyTorch {torch.__version__}")


if __name__ == "__main__":
    main()
