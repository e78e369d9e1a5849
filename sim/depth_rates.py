"""Which learning rate is fair: for every arm of the race the best of six, depth by depth.

`rates` "fair" gives each arm its own best, `rates` "equal" one rate to all. BEST was measured with `measure` (this
file, 32 units, momentum .9, batches of 32, 20 passes, three seeds): the best rate is the one whose error of training,
averaged over the whole run, is smallest. So it rewards who gets there early as well as who gets far, and asks no
test digit. Between measured depths the nearest one counts.
"""

from collections.abc import Sequence

RATES = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0)
DEPTHS = (1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 40)
BEST: dict[str, tuple[float, ...]] = {
    "sigmoid": (0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3),
    "tanh": (0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
    "relu": (0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
    "relu_he": (0.1, 0.1, 0.1, 0.1, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03),
    "tanh_glorot": (0.1, 0.1, 0.1, 0.1, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03),
    "sigmoid_glorot": (0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
    "pretrained": (0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
    "batch_norm": (0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1),
    "residual": (0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03, 0.03),
}


def best_rate(key: str, depth: int) -> float:
    """The fair rate of an arm."""
    return BEST[key][nearest(depth, DEPTHS)]


def nearest(depth: int, depths: Sequence[int]) -> int:
    """The place of the measured depth that is nearest in proportion; the shallower one of two."""
    return min(range(len(depths)), key=lambda at: max(depth / depths[at], depths[at] / depth))
