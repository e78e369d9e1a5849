"""Write tests/golden/torch_formulas.npz: what PyTorch's autograd makes of formulas that a learner could type.

    python tests/golden/make_formula_values.py          (any Python that has torch and numpy; CPU, float64)

The formulas are written here a second time, in torch: nothing of `sim` is used. In the file:

    torch    the version of PyTorch
    texts    the formulas as they are typed
    points   float64 (points, 2): where, with x and y positive in the first half
    values   float64 (formulas, points, 3): loss, dloss/dx, dloss/dy; NaN where the formula has no value

Where a formula has no value PyTorch may still give a slope (1/x for log(x) at x < 0): that is replaced by NaN.
"""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch

TARGET = Path(__file__).with_name("torch_formulas.npz")
Formula = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]
FORMULAS: dict[str, Formula] = {
    "x^2 - y^2 + 0.1*sin(5*x)": lambda x, y: x**2 - y**2 + 0.1 * torch.sin(5 * x),
    "sin(3*x)*cos(3*y) + 0.1*(x^2 + y^2)": lambda x, y: torch.sin(3 * x) * torch.cos(3 * y) + 0.1 * (x**2 + y**2),
    "(1 - x)^2 + 100*(y - x^2)^2": lambda x, y: (1 - x) ** 2 + 100 * (y - x**2) ** 2,
    "exp(-(x^2 + y^2)) - tanh(x*y)": lambda x, y: torch.exp(-(x**2 + y**2)) - torch.tanh(x * y),
    "log(1 + x^2) / sqrt(2 + y)": lambda x, y: torch.log(1 + x**2) / torch.sqrt(2 + y),
    "abs(x) + abs(x*y - 1)": lambda x, y: x.abs() + (x * y - 1).abs(),
    "tan(x/3)^3 - 2^y": lambda x, y: torch.tan(x / 3) ** 3 - 2**y,
    "x^1.5 + y^-2": lambda x, y: x**1.5 + y**-2,
    "log(x)*sqrt(y)": lambda x, y: torch.log(x) * torch.sqrt(y),
    "1/(1 + e^(-x)) + (x - y)/(x + 3*y)": lambda x, y: torch.sigmoid(x) + (x - y) / (x + 3 * y),
    "((x + y)^4 - 3*x^3*y)/(1 + (x*y)^2)": lambda x, y: ((x + y) ** 4 - 3 * x**3 * y) / (1 + (x * y) ** 2),
    "(x^2 + y - 11)^2 + (x + y^2 - 7)^2": lambda x, y: (x**2 + y - 11) ** 2 + (x + y**2 - 7) ** 2,
}


def values(formula: Formula, points: np.ndarray) -> np.ndarray:
    """Loss and slopes at every point."""
    x = torch.tensor(points[:, 0], requires_grad=True)
    y = torch.tensor(points[:, 1], requires_grad=True)
    loss = formula(x, y)
    loss.sum().backward()
    rows = [loss.detach().numpy(), x.grad.numpy(), y.grad.numpy()]
    return np.where(np.isnan(rows[0]), np.nan, rows).T


def main() -> None:
    """Write the file."""
    generator = np.random.default_rng(3)
    points = np.concatenate([generator.uniform(0.1, 2.0, (12, 2)), generator.uniform(-1.9, 2.0, (12, 2))])
    found = np.stack([values(formula, points) for formula in FORMULAS.values()])
    np.savez_compressed(TARGET, torch=torch.__version__, texts=list(FORMULAS), points=points, values=found)


if __name__ == "__main__":
    main()
