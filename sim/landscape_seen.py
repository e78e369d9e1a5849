"""What is asked of the landscape of a network in training, and what is seen of it.

`LandscapeAsk` belongs into the view of a simulation (what is looked at, no setting of the run), `LandscapeSeen` into
its snapshot; `sim.landscape_watch` makes the one from the other.

The picture shows the loss over a plane through the parameters as they were at one step (`plane_of_step`). The network
goes on; where it is now need not lie in that plane, so the number that tells how far it is from it (`off_plane`), and
the true loss beside the one that is drawn below it, belong to the picture.

Coordinates are those of the plane: (along, across), 1 being the length of a direction. Row 0 of the picture is at
across = -span, column 0 at along = -span.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.float64]
Rows = NDArray[Any]

RANDOM, MAIN = "random", "main"
SMALLEST_SPAN, LARGEST_SPAN, USUAL_SPAN = 0.05, 20.0, 1.2


@dataclass(frozen=True)
class LandscapeAsk:
    """directions: "main", the two in which the path moved most, or "random", filter-normalised, drawn from `seed`.

    span: how far the picture reaches from its middle, 1 being the length of a direction. examples: how many each point
    meets, 0 for as many as the time allows. hold: the plane stays where it is while the network goes on.
    """

    directions: str = MAIN
    span: float = USUAL_SPAN
    examples: int = 0
    hold: bool = False
    seed: int = 0


@dataclass(frozen=True, eq=False)
class LandscapeSeen:
    """A landscape as far as it is known.

    picture (resolution, resolution) float32: losses; the rows between those that are done are blended, NaN where there
    is none yet. done: share of its rows, 1 where all are. examples: how many of `of_examples` each point meets.
    plane_of_step: the step whose parameters are the middle; refreshed_step: that at which its first rows were there.

    path (points, 2): feet of the parameters that were kept, the oldest first, the present not among them; off_plane
    (points,): how far each is from the plane; path_steps (points,). ball: foot of the present parameters; off: how far
    they are from the plane; moved: how far they are from where they began. loss_here: their loss; loss_drawn: that of
    their foot; both of the examples of the picture, NaN where they are not finite. downhill: the way of steepest
    descent from the foot, in the plane, of length 1 or (0, 0). lengths: of the two directions, in parameters.
    shares: how much of the path's squared distances each direction holds, NaN for random ones.
    """

    step: int
    picture: Rows
    span: float
    resolution: int
    examples: int
    of_examples: int
    done: float
    refreshed_step: int
    plane_of_step: int
    path: Row
    off_plane: Row
    path_steps: NDArray[np.int64]
    ball: tuple[float, float]
    off: float
    moved: float
    loss_here: float
    loss_drawn: float
    downhill: tuple[float, float]
    directions: str
    shares: tuple[float, float]
    lengths: tuple[float, float]
    hold: bool = False
