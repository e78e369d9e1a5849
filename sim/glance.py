"""How far a noisy gradient may point from the true one.

A glance is the true gradient, of length s, plus normal noise of standard deviation sigma in both coordinates. Only
k = s / sigma matters for its direction. The density of its angle t from the true direction is

    f(t) = exp(-k^2 / 2) / (2 pi) + k cos(t) / (2 sqrt(2 pi)) exp(-k^2 sin(t)^2 / 2) erfc(-k cos(t) / sqrt(2))

(the projected normal distribution; Mardia & Jupp 2000, section 3.5.6, in the plane).
"""

import math
from functools import lru_cache

POINTS = 720
MOSTLY = 2 / 3
DIGITS = 4
NARROW = 1e4
"""Beyond this ratio the angle is a normal number, and two of three lie within this many standard deviations."""
TWO_OF_THREE = 0.96742


def density(angle: float, steepness: float) -> float:
    """f(angle): per radian, for k = steepness."""
    along, across = steepness * math.cos(angle), steepness * math.sin(angle)
    far = math.exp(-0.5 * across * across) * math.erfc(-along / math.sqrt(2.0))
    return math.exp(-0.5 * steepness * steepness) / (2 * math.pi) + along / (2 * math.sqrt(2 * math.pi)) * far


def opening(slope: float, noise: float) -> float:
    """The angle, edge to edge in radians, that holds two of three glances; 0 without noise or without a slope."""
    if not noise > 0.0 or not math.isfinite(slope) or not math.isfinite(noise):
        return 0.0
    steepness = slope / noise
    if steepness > NARROW:
        return 2.0 * TWO_OF_THREE / steepness
    return 2.0 * half_opening(float(f"{steepness:.{DIGITS}g}"))


@lru_cache(maxsize=256)
def half_opening(steepness: float) -> float:
    """The angle on one side, by the trapezoid rule and a straight line between two points.

    The points crowd where the angles do: up to eight times the width of the distribution, at most half a turn.
    """
    reach = min(math.pi, 8.0 / max(steepness, 1e-9))
    step = reach / POINTS
    inside, before = 0.0, density(0.0, steepness)
    for k in range(1, POINTS + 1):
        here = density(k * step, steepness)
        gained = (before + here) * step  # both sides
        if inside + gained >= MOSTLY:
            return (k - 1 + (MOSTLY - inside) / gained) * step
        inside, before = inside + gained, here
    return reach
