"""Where a landscape is level: its minima, saddles and maxima inside a rectangle.

Newton's method on the exact gradient from every node of a grid, all nodes at once. The second derivatives are central
differences of the gradient: their small error slows the last steps of Newton a little but does not move the point it
ends at, because that is judged by the gradient alone. Nothing proves that a grid finds everything; `winding_number`
is the check: the arrows of the gradient, followed once around the border, turn as often as there are minima and
maxima inside, less the saddles (a monkey saddle counts -2). A pair that is missed together goes unnoticed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Rule = Callable[..., Any]
Domain = tuple[float, float, float, float]

NEWTON_STEPS = 80
LEVEL = 1e-12
"""A point is critical where |gradient| <= LEVEL max(1, |second derivatives|): it is off by rounding alone."""
FLAT = 1e-7
"""A curvature is called zero below this share of the larger one (or of 1)."""


@dataclass(frozen=True)
class CriticalPoints:
    """Points of shape (n, 2) each, ordered by x, then y.

    Degenerate: the surface is not curved in some direction, so second derivatives do not tell what the point is.
    """

    minima: Array
    saddles: Array
    maxima: Array
    degenerate: Array


def find_critical_points(rule: Rule, data: Array, domain: Domain, grid: int = 121) -> CriticalPoints:
    """The critical points of `rule` inside `domain` (x0, x1, y0, y1), from grid x grid starts.

    `grid` is best odd: then the centre of the domain is a start. Neighbours closer than about two grid cells may be
    missed.
    """
    spacing = np.hypot(domain[1] - domain[0], domain[3] - domain[2]) / grid
    points = newton(rule, data, nodes(domain, grid), domain, 5.0 * spacing)
    points = tidy(rule, data, distinct(rule, data, points, 1e-3 * spacing))
    low, high = curvatures(hessian(rule, data, points, domain))
    vanishing = np.minimum(np.abs(low), np.abs(high)) <= FLAT * np.maximum(np.maximum(np.abs(low), np.abs(high)), 1.0)
    return CriticalPoints(
        minima=points[~vanishing & (low > 0)],
        saddles=points[~vanishing & (low < 0) & (high > 0)],
        maxima=points[~vanishing & (high < 0)],
        degenerate=points[vanishing],
    )


def winding_number(rule: Rule, data: Array, domain: Domain, samples: int = 4000) -> int:
    """How often the gradient turns while one walks once counter-clockwise around the border of `domain`."""
    x0, x1, y0, y1 = domain
    there, back = np.linspace(0.0, 1.0, samples), np.linspace(1.0, 0.0, samples)
    still = np.zeros(samples)
    x = x0 + (x1 - x0) * np.concatenate([there, still + 1.0, back, still])
    y = y0 + (y1 - y0) * np.concatenate([still, there, still + 1.0, back])
    arrows = gradients(rule, data, np.stack([x, y], axis=1))
    angle = np.unwrap(np.arctan2(arrows[:, 1], arrows[:, 0]))
    return round(float(angle[-1] - angle[0]) / (2.0 * np.pi))


def gradients(rule: Rule, data: Array, points: Array) -> Array:
    """The gradient at each point, shape (n, 2)."""
    with np.errstate(all="ignore"):
        _, dx, dy = rule(points[:, 0], points[:, 1], data)
    return np.stack([np.broadcast_to(dx, len(points)), np.broadcast_to(dy, len(points))], axis=1)


def hessian(rule: Rule, data: Array, points: Array, domain: Domain) -> Array:
    """Second derivatives at each point, shape (n, 2, 2), symmetric; steps of 1e-5 of the domain's width and height."""
    matrices = np.empty((len(points), 2, 2))
    for axis, size in enumerate((domain[1] - domain[0], domain[3] - domain[2])):
        step = np.zeros(2)
        step[axis] = 1e-5 * size
        with np.errstate(all="ignore"):
            difference = gradients(rule, data, points + step) - gradients(rule, data, points - step)
        matrices[:, :, axis] = difference / (2.0 * step[axis])
    return 0.5 * (matrices + matrices.transpose(0, 2, 1))


def curvatures(matrices: Array) -> tuple[Array, Array]:
    """(smaller, larger) eigenvalue of each matrix."""
    eigenvalues = np.linalg.eigvalsh(matrices).astype(np.float64)
    return eigenvalues[:, 0], eigenvalues[:, 1]


def nodes(domain: Domain, grid: int) -> Array:
    """The nodes of a grid x grid net over the domain, shape (grid^2, 2)."""
    x, y = np.meshgrid(np.linspace(domain[0], domain[1], grid), np.linspace(domain[2], domain[3], grid))
    return np.stack([x.ravel(), y.ravel()], axis=1)


def newton(rule: Rule, data: Array, points: Array, domain: Domain, longest: float) -> Array:
    """The critical points inside the domain that Newton's method reaches; steps are cut at `longest`."""
    found = []
    for _ in range(NEWTON_STEPS):
        gradient, matrices = gradients(rule, data, points), hessian(rule, data, points, domain)
        steepness, bend = np.linalg.norm(gradient, axis=1), np.linalg.norm(matrices, axis=(1, 2))
        level = steepness <= LEVEL * np.maximum(bend, 1.0)
        found.append(points[level])
        going = ~level & np.isfinite(steepness) & np.isfinite(bend)
        points = moved(points[going], gradient[going], matrices[going], longest)
        points = points[inside(points, domain, margin=longest)]
        if not len(points):
            break
    everything = np.concatenate(found)
    return everything[inside(everything, domain, margin=0.0)]


def moved(points: Array, gradient: Array, matrices: Array, longest: float) -> Array:
    """One Newton step; points where the matrix is singular become NaN and drop out."""
    a, b, d = matrices[:, 0, 0], matrices[:, 0, 1], matrices[:, 1, 1]
    with np.errstate(all="ignore"):
        solved = np.stack([d * gradient[:, 0] - b * gradient[:, 1], a * gradient[:, 1] - b * gradient[:, 0]], axis=1)
        step = solved / (a * d - b * b)[:, np.newaxis]
        too_long = np.maximum(np.linalg.norm(step, axis=1, keepdims=True) / longest, 1.0)
        after: Array = points - step / too_long
    return after


def inside(points: Array, domain: Domain, margin: float) -> NDArray[np.bool_]:
    """Which points lie in the domain, widened by `margin`; never one with NaN."""
    x, y = points[:, 0], points[:, 1]
    in_x = (x >= domain[0] - margin) & (x <= domain[1] + margin)
    in_y = (y >= domain[2] - margin) & (y <= domain[3] + margin)
    both: NDArray[np.bool_] = in_x & in_y
    return both


def distinct(rule: Rule, data: Array, points: Array, radius: float) -> Array:
    """One point of each cluster: the one with the smallest gradient. Ordered by x, then y."""
    left = points[np.argsort(np.linalg.norm(gradients(rule, data, points), axis=1), kind="stable")]
    kept = []
    while len(left):
        kept.append(left[0])
        left = left[np.linalg.norm(left - left[0], axis=1) > radius]
    chosen = np.array(kept).reshape(-1, 2)
    return chosen[np.lexsort((np.round(chosen[:, 1], 9), np.round(chosen[:, 0], 9)))]


def tidy(rule: Rule, data: Array, points: Array) -> Array:
    """A point that is as level with ten decimals (3 and 0.5, not 3.0000000000000004) gets them; no negative zeros."""
    short = np.round(points, 10) + 0.0
    was = np.linalg.norm(gradients(rule, data, points), axis=1)
    becomes = np.linalg.norm(gradients(rule, data, short), axis=1)
    return np.where((becomes <= was)[:, np.newaxis], short, points)
