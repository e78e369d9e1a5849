"""The engine's door to the window: one place for the newest frame.

A frame is state, never an event: a newer one replaces an unread one and nothing is lost by that. It names its owner,
so that the last frame of one panel is not drawn by the next; a problem stays in every frame until it is dismissed.
"""

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from typing import Any

import numpy as np

from sim.config import Config

DEEPEST = 8
PLAIN = (float, int, str, bool, type(None), np.float64)
"""What holds no arrays, named because most of a snapshot is of these."""


@dataclass(frozen=True)
class Problem:
    """What stopped, why, and what can be done about it, in a learner's words."""

    title: str
    reason: str
    advice: str = ""


@dataclass(frozen=True)
class Status:
    """The numeric core: where it computes ("cpu" or "cuda") and why there, and how many kernels of how many are ready.

    `doing` names the kernel being prepared, "" when none is; `lanes` says how wide it computes ("16 x float32").
    """

    target: str = "cpu"
    why: str = ""
    ready: int = 0
    total: int = 0
    doing: str = ""
    lanes: str = ""


@dataclass(frozen=True)
class Frame:
    """All that the window knows of a run. `snapshot` is None while there is no run to show.

    milestone: the last `sim.commands.Milestone` that was passed, 0 before the first.
    """

    owner: str
    snapshot: object | None
    config: Config | None
    step: int
    last_step: int | None
    playing: bool
    speed: float
    seed: int
    error: Problem | None
    status: Status
    milestone: int = 0


class Mailbox:
    """One place. The engine puts, the window takes, each in a thread of its own; neither ever waits."""

    def __init__(self) -> None:
        self._place: deque[Frame] = deque(maxlen=1)

    def put(self, frame: Frame) -> None:
        """Lay `frame` down; an unread one is replaced."""
        self._place.append(frame)

    def take(self) -> Frame | None:
        """The newest frame, once; None where nothing came since."""
        try:
            return self._place.pop()
        except IndexError:
            return None

    @property
    def unread(self) -> bool:
        """Whether a frame lies there."""
        return bool(self._place)


def read_only(value: object, depth: int = DEEPEST) -> None:
    """Forbid writing to the arrays in `value`: itself, fields of dataclasses, items of mappings, tuples and lists.

    A snapshot that shares an array with its state makes the next step fail loudly instead of tearing pictures.
    """
    if isinstance(value, np.ndarray):
        value.flags.writeable = False
    elif depth > 0 and type(value) not in PLAIN:
        for part in _parts(value):
            read_only(part, depth - 1)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, (tuple, list)):
        return value
    if isinstance(value, Mapping):
        return value.values()
    kind: Any = type(value)
    return [getattr(value, name) for name in _names(kind)]


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The fields of a dataclass; () for any other type."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()
