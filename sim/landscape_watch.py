"""The landscape of a network in training: its path, a plane, and a picture that follows the network.

    watch = LandscapeWatch(plan, loss, x, y)       beside the state, one for each network that may be looked at
    watch.remember(step, parameters)               after every advance: cheap
    watch.work(step, parameters, ask, playing)     from `ponder` (playing False) and `beside` (True)
    watch.seen(step, parameters)                   for the snapshot: a `LandscapeSeen`, None before the first rows
"""

from numpy.typing import ArrayLike

from sim.landscape_seen import LandscapeAsk, LandscapeSeen
from sim.network_plan import Plan

__all__ = ["LandscapeAsk", "LandscapeSeen", "LandscapeWatch"]


class LandscapeWatch:
    """A memory beside a state: it changes nothing of the run, and copies of a state may share it."""

    def __init__(self, plan: Plan, loss: str, x: ArrayLike, y: ArrayLike) -> None:
        self._plan, self._loss, self._x, self._y = plan, loss, x, y

    def remember(self, step: int, parameters: ArrayLike) -> None:
        """These are the parameters at `step`; what was kept of later steps is forgotten."""

    def work(self, step: int, parameters: ArrayLike, ask: LandscapeAsk, playing: bool) -> bool:
        """About two milliseconds of work; True where there is something new to see, False where nothing is left."""
        return False

    def seen(self, step: int, parameters: ArrayLike) -> LandscapeSeen | None:
        """The landscape as far as it is known."""
        return None
