"""What can be laid over the pictures, and what each means in one sentence.

The words of the chips and legends stand here as data; so do the arrows, squares and cones that are made from a
snapshot. Directions are always true. Lengths: a gradient is no length on a map, and steps differ by powers of ten, so
arrows grow with the cube root of a racer's step, the longest with a share of the picture; the legend says so.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from gui.widgets.map_content import Arrow
from sim.glance import opening
from sim.phrases import phrase
from sim.simulations.race_kernels import GX, GY, PX, PY, VX, VY
from sim.step_parts import step_parts

if TYPE_CHECKING:
    from sim.config import Config
    from sim.simulations.race import RaceSnapshot, Track
    from sim.step_parts import StepParts
    from sim.surface import Surface

Point = tuple[float, float]

HINT = "Drag the violet start, the surface, or a slider: the whole race answers. Point at a racer to see its sum."
MOMENTUM_FAMILY = ("momentum", "nesterov")
REACH, CONE = 0.16, 0.24
"""The longest arrow, and the wedge of a glance, as shares of the picture's shorter side."""


@dataclass(frozen=True)
class Overlay:
    """A chip above the pictures: the flags it switches, and the legend while it is on."""

    key: str
    label: str
    flags: tuple[str, ...]
    legend: str

    def words(self, racer: str = "the racer that you steer") -> str:
        """The legend; a racer is named where it speaks of one."""
        return phrase(self.legend, racer=racer)


OVERLAYS = (
    Overlay(
        "arrows",
        "Arrows",
        ("gradient_arrow", "velocity_arrow"),
        "Pink: downhill, as the racer reads it. Green: its next step. Directions are true, lengths are evened out.",
    ),
    Overlay(
        "squares",
        "Squares",
        ("squares",),
        "The area is the squared slope gathered so far, one square per coordinate: a step is divided by its side.",
    ),
    Overlay(
        "curvature",
        "Curvature",
        ("curvature",),
        "Arrows inward: the ground curves up, a valley. Outward: it curves down, a ridge. One of each: a saddle.",
    ),
    Overlay(
        "cone",
        "Glance",
        ("cone",),
        "With gradient noise a racer only glances at the slope: two of three glances fall into the wedge.",
    ),
    Overlay(
        "fog",
        "Fog",
        ("fog",),
        "Nobody sees the whole landscape. Ski yourself: arrow keys step, Backspace takes a step back.",
    ),
    Overlay(
        "cloud",
        "Cloud",
        ("cloud",),
        "Thousands of skiers from starts around yours: one path is an anecdote, a crowd shows the rule.",
    ),
    Overlay(
        "basins",
        "Basins",
        ("basins",),
        "Every point has the colour of the minimum in which {racer} ends from there, when the race rests.",
    ),
)


def is_on(overlay: Overlay, config: Config) -> bool:
    """Is any of its flags set?"""
    return any(config[flag] not in (False, "off") for flag in overlay.flags)


def switched(overlay: Overlay, on: bool) -> dict[str, object]:
    """The settings that switch it."""
    if overlay.key == "cloud":
        return {"cloud": "gaussian" if on else "off"}
    return dict.fromkeys(overlay.flags, on)


def legend(config: Config, last: str, racer: str) -> str:
    """The sentence of the overlay switched on last, or of any that is on; without one, what a hand can do."""
    shown = [overlay for overlay in OVERLAYS if is_on(overlay, config)]
    latest = [overlay for overlay in shown if overlay.key == last]
    return (latest or shown)[-1].words(racer) if shown else HINT


def parts_of(snapshot: RaceSnapshot, key: str, order: str = "gradient first") -> StepParts | None:
    """The next step of a racer from the cursor on, or its last one, taken apart; None where it made none."""
    step = step_taken(snapshot, key)
    if step == 0:
        return None
    track = snapshot.tracks[key]
    return step_parts(key, track.records, snapshot.hypers[key], snapshot.tables[key], step, order)


def step_taken(snapshot: RaceSnapshot, key: str) -> int:
    """Which step of a racer is taken apart: the next, or at its end the last; 0 where it made none."""
    return min(snapshot.step + 1, snapshot.tracks[key].end) if key in snapshot.tracks else 0


def arrows_of(snapshot: RaceSnapshot, config: Config, selected: str | None, shorter_side: float) -> tuple[Arrow, ...]:
    """Slope and step of the racers, or of the one that is steered, with labels and both orders of its two moves."""
    drawn = [key for key in snapshot.tracks if selected is None or key == selected]
    moves = {key: move for key in drawn if (move := next_move(snapshot.tracks[key], snapshot.step)) is not None}
    longest = max((math.hypot(*move) for move in moves.values()), default=0.0)
    if not 0.0 < longest < math.inf:
        return ()
    found: list[Arrow] = []
    for key, move in moves.items():
        found += racer_arrows(
            snapshot.tracks[key], snapshot.step, move, config, shorter_side * REACH, longest, selected
        )
    return tuple(found)


def next_move(track: Track, step: int) -> Point | None:
    """What the racer adds to its position at the next step."""
    if step >= track.end:
        return None
    here, there = track.path[step], track.path[step + 1]
    move = (float(there[0] - here[0]), float(there[1] - here[1]))
    return move if all(map(math.isfinite, move)) else None


def racer_arrows(
    track: Track, step: int, move: Point, config: Config, reach: float, longest: float, selected: str | None
) -> list[Arrow]:
    """Downhill and the next step of one racer. Lengths grow with the cube root, so that slow racers show theirs."""
    named = selected is not None
    here = (float(track.path[step, 0]), float(track.path[step, 1]))
    row = track.records[step + 1]
    asked, slope = (float(row[PX]), float(row[PY])), (float(row[GX]), float(row[GY]))
    found = []
    length = reach * (math.hypot(*move) / longest) ** (1 / 3)
    if config["gradient_arrow"] and (steep := math.hypot(*slope)) > 0.0 and math.isfinite(steep):
        tip = along(asked, slope, -length / steep)
        words = "downhill, read where the jump lands" if named and track.key == "nesterov" else "downhill"
        found.append(Arrow(asked, tip, "grad", words if named else ""))
    if config["velocity_arrow"] and math.hypot(*move) > 0.0:
        tip = along(here, move, length / math.hypot(*move))
        remembered = track.key in MOMENTUM_FAMILY
        found.append(Arrow(here, tip, "vel", ("velocity" if remembered else "step") if named else ""))
    return found


def along(origin: Point, vector: Point, factor: float) -> Point:
    """A point some way along a vector."""
    return (origin[0] + factor * vector[0], origin[1] + factor * vector[1])


def enlarged(parts: StepParts, phase: int, shorter_side: float) -> tuple[tuple[Arrow, ...], float]:
    """The arrows of a slow-motion phase, enlarged about the ball so that they can be seen, and by how much."""
    arrows = parts.phases[phase].arrows
    ends = [point for origin, tip, _, _ in parts_arrows(parts) for point in (origin, tip)]
    size = max((math.dist(parts.start, point) for point in ends), default=0.0)
    factor = shorter_side * 2 * REACH / size if 0.0 < size < math.inf else 1.0

    def place(point: Point) -> Point:
        return along(parts.start, (point[0] - parts.start[0], point[1] - parts.start[1]), factor)

    return tuple(Arrow(place(origin), place(tip), role, label) for origin, tip, role, label in arrows), factor


def parts_arrows(parts: StepParts) -> list[tuple[Point, Point, str, str]]:
    """All arrows of all phases."""
    return [arrow for phase in parts.phases for arrow in phase.arrows]


def squares_of(snapshot: RaceSnapshot, selected: str | None) -> dict[str, Point]:
    """The gathered squares of every racer that keeps some."""
    found = {}
    for key, track in snapshot.tracks.items():
        row = track.records[min(snapshot.step, track.end)]
        squares = (float(row[VX]), float(row[VY]))
        if max(squares) > 0.0 and all(map(math.isfinite, squares)) and selected in (None, key):
            found[key] = squares
    return found


def cone_of(surface: Surface, track: Track, step: int, noise: float) -> tuple[Point, Point, float] | None:
    """Apex, downhill and opening (radians) of the wedge that holds two of three glances at the next slope."""
    if step >= track.end or noise <= 0.0:
        return None
    row = track.records[step + 1]
    asked = (float(row[PX]), float(row[PY]))
    slope = surface.gradient(*asked)
    wide = opening(math.hypot(*slope), noise)
    return (asked, (-slope[0], -slope[1]), wide) if wide > 0.0 else None


def stretched(vector: Point, length: float) -> Point:
    """The same direction with this length; level ground has no direction, so any will do."""
    size = math.hypot(*vector)
    return (vector[0] / size * length, vector[1] / size * length) if size > 0.0 else (length, 0.0)


def heights(track: Track) -> np.ndarray:
    """The path with its losses, shape (steps + 1, 3), for the 3-D picture."""
    return np.column_stack([track.path, track.loss])
