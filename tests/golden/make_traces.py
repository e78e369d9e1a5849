"""Write tests/golden/torch_traces.npz: what PyTorch's own optimizers do, 200 steps at a time.

    python tests/golden/make_traces.py          (any Python that has torch and numpy; CPU, float64)

The surfaces are written here a second time, in torch, and differentiated by autograd: nothing of `sim` is used. In
the file:

    torch   the version of PyTorch
    index   JSON: a list of {"surface", "optimizer", "start", "hyper"}; hyper under our names
    paths   float64 (cases, 201, 2): the parameters before the first step and after each step

Settings: such that a difference in the last digit does not grow. A step of RMSprop, Adagrad or Adam depends on the
sign of the gradient more than on its size; where a path hops back and forth across a minimum, rounding decides on which
side it lands, and two correct programs part ways. So the paths here end before they arrive, or glide in. Left out for
that reason, with the differences they grew to in 200 steps: RMSprop at 0.01 (0.01), Adadelta with eps 1e-4 (0.1),
momentum 0.99 across Ackley's ripples (2e-11). What remains differs by at most 4e-14 of its size.
"""

import itertools
import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

STEPS = 200
TARGET = Path(__file__).with_name("torch_traces.npz")


def two_parameter_net(w: torch.Tensor) -> torch.Tensor:
    samples = torch.linspace(-2, 2, 41, dtype=torch.float64)
    return ((w[1] * torch.tanh(w[0] * samples) - torch.tanh(1.5 * samples)) ** 2).mean()


def saddle(w: torch.Tensor) -> torch.Tensor:
    return w[0] ** 2 - w[1] ** 2


def beale(w: torch.Tensor) -> torch.Tensor:
    x, y = w
    return (1.5 - x * (1 - y)) ** 2 + (2.25 - x * (1 - y**2)) ** 2 + (2.625 - x * (1 - y**3)) ** 2


def rosenbrock(w: torch.Tensor) -> torch.Tensor:
    return (1 - w[0]) ** 2 + 100 * (w[1] - w[0] ** 2) ** 2


def himmelblau(w: torch.Tensor) -> torch.Tensor:
    return (w[0] ** 2 + w[1] - 11) ** 2 + (w[0] + w[1] ** 2 - 7) ** 2


def ackley(w: torch.Tensor) -> torch.Tensor:
    radius = torch.sqrt((w**2).mean())
    return -20 * torch.exp(-radius / 5) - torch.exp(torch.cos(2 * torch.pi * w).mean()) + torch.e + 20


SURFACES: dict[str, tuple[Callable[[torch.Tensor], torch.Tensor], list[tuple[float, float]]]] = {
    "two_parameter_net": (two_parameter_net, [(-0.37, 1.14), (-2.0, 0.5)]),
    "saddle": (saddle, [(1.0, 1e-3)]),
    "beale": (beale, [(0.7, 1.4), (1.0, 1.0)]),
    "rosenbrock": (rosenbrock, [(-1.2, 1.0), (0.3, 1.7)]),
    "himmelblau": (himmelblau, [(-0.5, -0.5), (0.4, 4.1)]),
    "ackley": (ackley, [(3.6, 2.4), (-1.3, 4.4)]),
}


def make_optimizer(key: str, weights: list[torch.Tensor], hyper: dict[str, float]) -> torch.optim.Optimizer:
    """PyTorch's optimizer for one of our keys; every setting that has a default there is given."""
    h = dict(hyper)
    lr = h.pop("learning_rate")
    if key in ("sgd", "momentum", "nesterov"):
        return torch.optim.SGD(weights, lr=lr, dampening=0, nesterov=key == "nesterov", **h)
    if key == "adagrad":
        return torch.optim.Adagrad(weights, lr=lr, lr_decay=0, initial_accumulator_value=0, eps=h["eps"])
    if key == "adadelta":
        return torch.optim.Adadelta(weights, lr=lr, rho=h["rho"], eps=h["eps"])
    if key == "rmsprop":
        return torch.optim.RMSprop(weights, lr=lr, alpha=h["rho"], eps=h["eps"], momentum=0, centered=False)
    return torch.optim.Adam(weights, lr=lr, betas=(h["beta1"], h["beta2"]), eps=h["eps"])


SLOW, FAST = {"beale": 2e-4, "rosenbrock": 2e-4, "himmelblau": 2e-3}, {"two_parameter_net": 0.2}
"""Learning rates of the plain methods; 0.01 elsewhere."""


def settings(surface: str) -> list[tuple[str, dict[str, float]]]:
    """Which optimizers with which hyperparameters run on a surface."""
    plain = {**SLOW, **FAST}.get(surface, 0.01)
    cases: list[tuple[str, dict[str, float]]] = []
    cases += [("sgd", {"learning_rate": rate}) for rate in (plain, round(0.3 * plain, 9))]
    for key, mu in itertools.product(("momentum", "nesterov"), (0.5, 0.9) if surface == "ackley" else (0.5, 0.9, 0.99)):
        cases.append((key, {"learning_rate": round(plain * max(1 - mu, 0.1), 9), "momentum": mu}))
    cases += [("adagrad", {"learning_rate": rate, "eps": eps}) for rate, eps in ((0.01, 1e-10), (0.1, 1e-3))]
    cases += [("adadelta", {"learning_rate": 1.0, "rho": rho, "eps": eps}) for rho, eps in ((0.95, 1e-6), (0.9, 1e-8))]
    for rate, rho, eps in ((0.001, 0.9, 1e-8), (0.002, 0.99, 1e-3)):
        cases.append(("rmsprop", {"learning_rate": rate, "rho": rho, "eps": eps}))
    for rate, beta1, beta2, eps in ((0.002, 0.9, 0.999, 1e-8), (0.02, 0.9, 0.999, 1e-8), (0.002, 0.5, 0.9, 1e-3)):
        cases.append(("adam", {"learning_rate": rate, "beta1": beta1, "beta2": beta2, "eps": eps}))
    return cases


def trace(surface: str, start: tuple[float, float], key: str, hyper: dict[str, float]) -> np.ndarray:
    """The parameters before the first step and after each, shape (STEPS + 1, 2)."""
    weights = torch.tensor(start, dtype=torch.float64, requires_grad=True)
    optimizer = make_optimizer(key, [weights], hyper)
    path = [weights.detach().clone().numpy()]
    for _ in range(STEPS):
        optimizer.zero_grad()
        SURFACES[surface][0](weights).backward()
        optimizer.step()
        path.append(weights.detach().clone().numpy())
    return np.array(path)


def main() -> None:
    """Run everything, write the file, say how large it is."""
    torch.set_num_threads(1)
    index, paths = [], []
    for surface, (_, starts) in SURFACES.items():
        for start, (key, hyper) in itertools.product(starts, settings(surface)):
            index.append({"surface": surface, "optimizer": key, "start": start, "hyper": hyper})
            paths.append(trace(surface, start, key, hyper))
    assert np.isfinite(paths).all()
    np.savez_compressed(TARGET, torch=torch.__version__, index=json.dumps(index), paths=np.array(paths))
    print(f"{len(paths)} traces, {TARGET.stat().st_size / 1e3:.0f} kB, PyTorch {torch.__version__}")


if __name__ == "__main__":
    main()
