"""Find the fair learning rates of sim.surfaces: who gets how far with the same number of gradients?

    python tests/golden/tune_rates.py [surface ...]          (prints; a person copies)

Every optimizer tries the same 29 rates, one-digit numbers from 0.0001 to 50, its other settings at their defaults, from
nine starts: the surface's own and eight around it, 3 % of the domain away, so that no rate wins by one lucky bounce.
Each try gets 300 gradients. A rate is out if one of its nine paths leaves the domain, or takes a step longer than 6 %
of the domain's diagonal: then there is no path to look at. Of the others the one with the lowest score is fair:

    score = mean over starts and steps of log10((loss - floor) / (loss at the start - floor)), cut off at -4

so what counts is to be low soon and to stay low, and nothing is gained by digits that no picture shows. The floor is
the lowest minimum of the domain, or on the plateau the lowest value of its border. What is not tuned, and why, stands
in the docstring of `sim.surfaces`.
"""

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from sim.optimizers import OPTIMIZERS, SLOTS, hyper_row  # noqa: E402
from sim.schedules import step_constants  # noqa: E402
from sim.surface import lowest_on_border  # noqa: E402
from sim.surfaces import SURFACES, Surface  # noqa: E402

STEPS = 300
RATES = np.array([digit * 10.0**power for power in range(-4, 2) for digit in (1, 2, 3, 5, 7)])[:29]
BOTTOM = -4.0
LONGEST = 0.06
WITHOUT_END = ("saddle", "half_pipe", "monkey_saddle")


def starts_around(surface: Surface) -> np.ndarray:
    """The start and eight points around it, shape (9, 2)."""
    x0, x1, y0, y1 = surface.domain
    shifts = np.array([(i, j) for i in (-1, 0, 1) for j in (-1, 0, 1)]) * 0.03
    return np.array(surface.start) + shifts * (x1 - x0, y1 - y0)


def paths(surface: Surface, key: str, starts: np.ndarray, rates: np.ndarray) -> np.ndarray:
    """Every rate from every start: (STEPS + 1, 2, rates, starts)."""
    optimizer, row = OPTIMIZERS[key], hyper_row(key)
    h = [rates[:, np.newaxis] if slot == SLOTS["learning_rate"] else row[slot] for slot in range(4)]
    theta = [np.broadcast_to(starts[:, axis], (len(rates), len(starts))) for axis in (0, 1)]
    m, v = [theta[0] * 0.0] * 2, [theta[0] * 0.0] * 2
    path = [theta]
    with np.errstate(all="ignore"):
        for c in step_constants(key, row, "constant", STEPS):
            asked = [optimizer.look_ahead(theta[axis], m[axis], c, h) for axis in (0, 1)]
            slopes = surface.gradients(*asked)
            moved = [optimizer.update(theta[a], m[a], v[a], slopes[a], c, h) for a in (0, 1)]
            theta, m, v = ([new[part] for new in moved] for part in range(3))
            path.append(theta)
    return np.array(path)


def floor_of(surface: Surface) -> float:
    """The lowest loss there is in the domain."""
    return min((surface.loss(*point) for point in surface.minima), default=lowest_on_border(surface))


def scores(surface: Surface, path: np.ndarray) -> np.ndarray:
    """One score per rate; infinite where a path leaves the domain or jumps too far."""
    x0, x1, y0, y1 = surface.domain
    x, y = path[:, 0], path[:, 1]
    inside = (x >= x0) & (x <= x1) & (y >= y0) & (y <= y1)
    above = surface.losses(x, y) - floor_of(surface)
    with np.errstate(all="ignore"):
        score = np.maximum(np.log10(np.maximum(above[1:] / above[0], 10.0**BOTTOM)), BOTTOM).mean(axis=(0, 2))
        step = np.hypot(np.diff(x, axis=0), np.diff(y, axis=0))
    possible = inside.all(axis=(0, 2)) & (step <= LONGEST * surface.diagonal).all(axis=(0, 2))
    return np.where(possible, score, np.inf)


def main() -> None:
    """Print the row of rates for each surface asked for."""
    for name in sys.argv[1:] or [key for key in SURFACES if key not in WITHOUT_END]:
        surface = SURFACES[name]
        starts = starts_around(surface)
        table = {key: scores(surface, paths(surface, key, starts, RATES)) for key in OPTIMIZERS}
        best = {key: float(RATES[np.argmin(score)]) for key, score in table.items()}
        print(f"{name:18} rates({', '.join(f'{rate:.4g}' for rate in best.values())}),", flush=True)
        print(" " * 18, "scores", ", ".join(f"{score.min():.2f}" for score in table.values()), flush=True)


if __name__ == "__main__":
    main()
