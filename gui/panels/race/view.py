"""Which part of a surface the pictures show, and with which constants a racer is explained."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from sim.schedules import momentum_caps
from sim.simulations.race_config import schedule_of
from sim.surface import nearest

if TYPE_CHECKING:

    from sim.config import Config
    from sim.surface import Surface

Rect = tuple[float, float, float, float]

ROOM, SMALLEST_PART = 1.4, 0.45
MOST_CORNERS = 20


def picture_of(surface: Surface) -> Rect:
    """The part of the domain that the map opens with: start, minima and saddles with room around them.

    Racers overshoot a saddle, or the floor of a lonely bowl, about as far as they came, so the start's mirror image
    belongs to it. A typed surface is shown whole: its learner chose how far it reaches; and so is one without a
    level point, which gives no hint where to look.
    """
    if surface.key == "typed" or not (surface.minima or surface.saddles):
        return surface.domain
    places = [surface.start, *surface.minima, *surface.saddles]
    middles = surface.saddles or (surface.minima if len(surface.minima) == 1 else ())
    if middles:
        x, y = nearest(middles, surface.start)
        places.append((2 * x - surface.start[0], 2 * y - surface.start[1]))
    if surface.escape_y is not None:
        places += [(surface.start[0], surface.escape_y), (surface.start[0], -surface.escape_y)]
    points = np.array(places)
    x0, x1, y0, y1 = surface.domain
    sides = []
    for low, high, values in ((x0, x1, points[:, 0]), (y0, y1, points[:, 1])):
        middle = (values.min() + values.max()) / 2
        reach = ROOM * max(float(np.ptp(values)), SMALLEST_PART * (high - low)) / 2
        sides += [max(low, middle - reach), min(high, middle + reach)]
    return (float(sides[0]), float(sides[1]), float(sides[2]), float(sides[3]))


def mesh_of(surface: Surface, shown: Rect) -> Rect:
    """The part that stands in 3-D while the map shows `shown`: as much of what the map opened with, zoomed alike.

    A map is as wide as its place on the screen; the block of the 3-D picture is not, so the narrower of the two zooms
    counts.
    """
    home = picture_of(surface)
    share = min((shown[1] - shown[0]) / (home[1] - home[0]), (shown[3] - shown[2]) / (home[3] - home[2]))
    middle = ((shown[0] + shown[1]) / 2, (shown[2] + shown[3]) / 2)
    wide, high = share * (home[1] - home[0]) / 2, share * (home[3] - home[2]) / 2
    return (middle[0] - wide, middle[0] + wide, middle[1] - high, middle[1] + high)


def allowed_momentum(config: Config) -> list[tuple[float, float]]:
    """The momentum that may be used at each step, as the corners of a line: what the editor of the curve shows.

    A schedule only holds momentum back, so the slider is its ceiling.
    """
    schedule, curve = schedule_of(config)
    caps = np.minimum(momentum_caps(schedule, config["steps"], curve), config["momentum.momentum"])
    bends = np.flatnonzero(np.abs(np.diff(caps, 2)) > 1e-9) + 1
    corners = [0, *bends.tolist(), len(caps) - 1]
    if len(corners) > MOST_CORNERS:
        corners = np.linspace(0, len(caps) - 1, MOST_CORNERS).round().astype(int).tolist()
    if len(corners) > 1 and caps[corners[-1]] == caps[corners[-2]]:
        corners.pop()
    return [(float(step), float(caps[step])) for step in corners]
