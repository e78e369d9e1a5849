"""Where a surface that is typed at this moment is level: in milliseconds, and whatever was typed.

A net of cells is laid over the domain, and Newton's method starts in those at whose corners both slopes change their
sign. Quick is not complete: two points in one cell go unnoticed, and so do kinks between the nodes. The surface may
have no value in places, be infinite, flat or noisy: the answer is then a shorter list.

Every limit is a share of something on the surface itself, so a landscape of millimetres is judged as one of miles.
Where the second derivatives do not tell what a point is (x^4 + y^4), the heights around it do. Along a valley with a
level floor nothing is listed but as degenerate.
"""

import numpy as np
from numpy.typing import NDArray

from sim.critical_points import (
    FLAT,
    Array,
    CriticalPoints,
    Domain,
    Rule,
    curvatures,
    distinct,
    inside,
    moved,
    tidy,
)

NODES = 33
STEPS = 10
LEVEL = 1e-9
"""Newton's method has arrived where its next step is shorter than this share of a cell."""
MOST = 200
"""As many starts at most."""
RING, MOST_UNCLEAR = 32, 8
NO_POINTS = np.empty((0, 2))


def find_quickly(rule: Rule, data: Array, domain: Domain, nodes: int = NODES, most: int = MOST) -> CriticalPoints:
    """The critical points of `rule` that `nodes` x `nodes` gradients show, from at most `most` starts."""
    x, y = np.linspace(domain[0], domain[1], nodes), np.linspace(domain[2], domain[3], nodes)
    _, dx, dy = heights_and_slopes(rule, data, *np.meshgrid(x, y))
    level = np.argwhere((dx == 0) & (dy == 0))
    cells = np.argwhere(changes_sign(dx) & changes_sign(dy))
    cell = x[1] - x[0], y[1] - y[0]
    starts = np.stack([x[cells[:, 1]] + 0.5 * cell[0], y[cells[:, 0]] + 0.5 * cell[1]], axis=1)
    starts = np.concatenate([np.stack([x[level[:, 1]], y[level[:, 0]]], axis=1), starts])
    radius = float(np.hypot(*cell))
    points = polished(rule, data, starts[:: len(starts) // most + 1], domain, radius)
    return sorted_out(rule, data, points, domain, radius)


def heights_and_slopes(rule: Rule, data: Array, x: Array, y: Array) -> tuple[Array, Array, Array]:
    """Loss and gradient at arrays of points, each of their shape."""
    with np.errstate(all="ignore"):
        loss, dx, dy = rule(x, y, data)
    return loss, np.broadcast_to(dx, x.shape), np.broadcast_to(dy, x.shape)


def changes_sign(slope: Array) -> NDArray[np.bool_]:
    """For each cell, whether the slope is of both signs (or 0) at its corners; corners without a slope do not count."""
    corners = slope[:-1, :-1], slope[:-1, 1:], slope[1:, :-1], slope[1:, 1:]
    both: NDArray[np.bool_] = (np.fmin.reduce(corners) <= 0) & (np.fmax.reduce(corners) >= 0)
    return both


def polished(rule: Rule, data: Array, points: Array, domain: Domain, longest: float) -> Array:
    """The points with a height at which a few steps of Newton's method end, one of each cluster."""
    found = [NO_POINTS]
    for _ in range(STEPS):
        gradient, matrices = slopes_and_bends(rule, data, points, domain)
        with np.errstate(all="ignore"):
            steepness, bend = np.hypot(gradient[:, 0], gradient[:, 1]), np.abs(matrices).max(axis=(1, 2), initial=0.0)
            level = steepness <= LEVEL * longest * bend
            going = ~level & np.isfinite(steepness) & np.isfinite(bend)
        found.append(points[level])
        points = moved(points[going], gradient[going], matrices[going], longest)
        points = points[inside(points, domain, margin=longest)]
        if not len(points):
            break
    everything = np.concatenate(found)
    everything = everything[inside(everything, domain, margin=0.0)]
    loss, _, _ = heights_and_slopes(rule, data, everything[:, 0], everything[:, 1])
    everything = everything[np.isfinite(loss)]
    return tidy(rule, data, distinct(rule, data, everything, 1e-3 * longest))


def slopes_and_bends(rule: Rule, data: Array, points: Array, domain: Domain) -> tuple[Array, Array]:
    """Gradient (n, 2) and second derivatives (n, 2, 2) out of one call of the rule."""
    count = len(points)
    step = 1e-5 * (domain[1] - domain[0]), 1e-5 * (domain[3] - domain[2])
    x = np.concatenate([points[:, 0] + shift for shift in (0.0, step[0], -step[0], 0.0, 0.0)])
    y = np.concatenate([points[:, 1] + shift for shift in (0.0, 0.0, 0.0, step[1], -step[1])])
    _, dx, dy = heights_and_slopes(rule, data, x, y)
    slopes = np.stack([dx, dy], axis=1).reshape(5, count, 2)
    with np.errstate(all="ignore"):
        along_x = (slopes[1] - slopes[2]) / (2.0 * step[0])
        along_y = (slopes[3] - slopes[4]) / (2.0 * step[1])
        mixed = 0.5 * (along_x[:, 1] + along_y[:, 0])
    rows = [np.stack([along_x[:, 0], mixed], axis=1), np.stack([mixed, along_y[:, 1]], axis=1)]
    return slopes[0], np.stack(rows, axis=1)


def sorted_out(rule: Rule, data: Array, points: Array, domain: Domain, radius: float) -> CriticalPoints:
    """The points by what they are; one alone whose second derivatives do not tell is judged by the heights around."""
    _, matrices = slopes_and_bends(rule, data, points, domain)
    low, high = curvatures(np.where(np.isfinite(matrices), matrices, 0.0))
    level = np.minimum(np.abs(low), np.abs(high)) <= FLAT * np.maximum(np.abs(low), np.abs(high))
    below, above = low, high
    unclear = points[level]
    for k in np.flatnonzero(level):
        alone = (np.linalg.norm(unclear - points[k], axis=1) < 3 * radius).sum() == 1
        judged = alone and len(unclear) <= MOST_UNCLEAR
        below[k], above[k] = around(rule, data, points[k], radius) if judged else (0.0, 0.0)
    kinds = (
        points[(below > 0) & (above > 0)],
        points[(below < 0) & (above > 0)],
        points[(below < 0) & (above < 0)],
        points[(below == 0) | (above == 0)],
    )
    for found in kinds:
        found.flags.writeable = False
    return CriticalPoints(*kinds)


def around(rule: Rule, data: Array, point: Array, radius: float) -> tuple[float, float]:
    """The lowest and the highest height on a ring around a point, seen from it; (0, 0) where one has no value."""
    angles = 2.0 * np.pi * np.arange(RING) / RING
    x, y = point[0] + 0.25 * radius * np.cos(angles), point[1] + 0.25 * radius * np.sin(angles)
    heights, _, _ = heights_and_slopes(rule, data, np.append(x, point[0]), np.append(y, point[1]))
    with np.errstate(all="ignore"):
        ring = heights[:-1] - heights[-1]
    if not np.isfinite(ring).all():
        return 0.0, 0.0
    noise = 1e-12 * float(np.abs(ring).max())
    low, high = float(ring.min()), float(ring.max())
    return (low if abs(low) > noise else 0.0), (high if abs(high) > noise else 0.0)
