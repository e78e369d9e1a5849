"""The landscape of a network in training: its path, a plane, and a picture that follows the network.

    watch = LandscapeWatch(plan, loss, x, y)       beside the state, one for each network that may be looked at
    watch.remember(step, parameters)               after every advance: cheap
    watch.work(step, parameters, ask, playing)     from `ponder` (playing False) and `beside` (True)
    watch.seen(step, parameters)                   for the snapshot: a `LandscapeSeen`, None before the first rows

While the run plays a picture has at most `REFRESH` of work, which is a second in a quarter of the time, and less where
the last one took too long: resolution and examples follow from that (`sim.loss_landscape.affordable`), and are named
beside the picture. It takes the place of the last one when it is whole, so that nothing flickers. When the run rests
the picture sharpens, to 256 x 256 points, and as many examples as there may be. The first picture, and one that is
asked for otherwise, is shown from its first rows on. A picture that is not wanted any more is dropped between two
slices.

The plane lies through the parameters at the step at which its picture was begun; `hold` keeps it there.
"""

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from sim.landscape_path import ParameterPath
from sim.landscape_seen import MAIN, LandscapeAsk, LandscapeSeen
from sim.landscape_spot import Footing, Heights, blended, grounds, heights_of
from sim.loss_landscape import (
    MOST_EXAMPLES,
    PAUSED,
    REFRESH,
    STRIDES,
    Size,
    Sweep,
    advance_sweep,
    affordable,
    begin_sweep,
    rows_done,
)
from sim.loss_plane import LossPlane, Row, random_plane
from sim.network_plan import Plan, parameter_count

__all__ = ["LandscapeAsk", "LandscapeSeen", "LandscapeWatch"]

SLICE = 2e6
"""Nanoseconds of work in one call."""
EVERY = 8
"""While the run plays, one call in so many is for the losses where the network is: about fifteen times a second."""
SAFE, FIRST, LEAST = 0.8, 0.1, 0.03
"""Of `REFRESH`: what a picture may have at most, as planes and feet want some; the first of a run, which soon is of the
past; and the least."""
SOON = 0.7
"""Seconds that a picture should take while the run plays."""
Foot = tuple[float, float, float]


@dataclass(eq=False)
class Picture:
    """One picture, in the making or done. feet: of the path's steps, along, across, and distance."""

    ask: LandscapeAsk
    step: int
    footing: Footing
    size: Size
    sweep: Sweep
    refreshed: int
    feet: dict[int, Foot]
    rows: int = 0
    losses: NDArray[Any] | None = None

    @property
    def is_begun(self) -> bool:
        """Whether the first, coarse rows are there."""
        return rows_done(self.sweep) >= -(-self.size.resolution // STRIDES[0])

    def shown(self) -> NDArray[Any]:
        """The losses as far as they are known, the same array as long as they are."""
        rows = rows_done(self.sweep)
        if self.losses is None or rows != self.rows:
            self.losses, self.rows = blended(self.sweep), rows
        return self.losses


class LandscapeWatch:
    """A memory beside a state: it changes nothing of the run, and copies of a state share it."""

    def __init__(
        self, plan: Plan, loss: str, x: ArrayLike, y: ArrayLike, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        self._clock, self._budget = clock, FIRST * REFRESH
        self._plan, self._count = plan, len(np.asarray(x))
        self._grounds = grounds(plan, loss, x, y)
        self._path = ParameterPath(parameter_count(plan))
        self._done: Picture | None = None
        self._next: Picture | None = None
        self._work: Generator[None, None, None] | None = None
        self._aim = (LandscapeAsk(), 0, Size(0, 0))
        self._heights: tuple[Sweep, tuple[int, float], Heights] | None = None
        self._playing, self._calls = False, 0
        self._holds = False

    def __deepcopy__(self, memo: dict[int, Any]) -> "LandscapeWatch":
        return self

    def remember(self, step: int, parameters: ArrayLike) -> None:
        """These are the parameters at `step`; what was kept of later steps is forgotten."""
        self._path.remember(step, parameters)

    def work(self, step: int, parameters: ArrayLike, ask: LandscapeAsk, playing: bool) -> bool:
        """About two milliseconds of work; True where there is something new to see, False where nothing is left."""
        self._holds, self._playing = ask.hold, playing
        if self._measure(step, parameters):
            return True
        size = self._wanted(step, ask, playing)
        if self._work is None or not self._goes_on(step, ask, size):
            self._next = self._work = None
            if size is None:
                return False
            self._aim = ask, step, size
            self._work = self._making(step, np.array(parameters, np.float64), ask, size)
        try:
            next(self._work)
        except StopIteration:
            self._work = None
        return True

    def seen(self, step: int, parameters: ArrayLike) -> LandscapeSeen | None:
        """The landscape as far as it is known."""
        picture = self._best()
        if picture is None:
            return None
        here = np.asarray(parameters, np.float64)
        self._find_feet(picture)
        path = [(at, *picture.feet[at]) for at in self._path.steps.tolist() if at <= step and at in picture.feet]
        feet = np.array([row[1:] for row in path]).reshape(-1, 3)
        places, distances = picture.footing.of(here[None])
        heights = self._heights_of(picture, step, here)
        return LandscapeSeen(
            step=step,
            picture=picture.shown(),
            span=picture.ask.span,
            resolution=picture.size.resolution,
            examples=picture.size.examples,
            of_examples=self._count,
            done=rows_done(picture.sweep) / picture.size.resolution,
            refreshed_step=picture.refreshed,
            plane_of_step=picture.step,
            path=feet[:, :2],
            off_plane=feet[:, 2],
            path_steps=np.array([row[0] for row in path], np.int64),
            ball=(float(places[0, 0]), float(places[0, 1])),
            off=float(distances[0]),
            moved=self._path.from_start(here),
            loss_here=heights.loss,
            loss_drawn=heights.drawn,
            downhill=heights.downhill,
            directions=picture.ask.directions,
            shares=picture.sweep.plane.shares,
            lengths=picture.footing.lengths,
            hold=self._holds,
        )

    def shadow(self, way: Row) -> tuple[float, float, float] | None:
        """A way through parameters in the plane that is shown: (along, across, the share of it that lies there)."""
        picture = self._best()
        return None if picture is None else picture.footing.shadow(way)

    # which picture ---------------------------------------------------------------------------------------------------

    def _wanted(self, step: int, ask: LandscapeAsk, playing: bool) -> Size | None:
        """How fine the next picture is to be; None where the one that is done cannot be bettered."""
        most, done = min(self._count, ask.examples or MOST_EXAMPLES, MOST_EXAMPLES), self._done
        quick = affordable(self._plan, most, self._budget)
        if done is None or not same_picture(done.ask, ask) or (done.step != step and not ask.hold):
            return quick
        if (playing and not ask.hold) or done.size == Size(PAUSED, most):
            return None
        return Size(PAUSED, most)

    def _goes_on(self, step: int, ask: LandscapeAsk, size: Size | None) -> bool:
        """Whether the picture in the making is still the one that is wanted; while a run plays its step may differ."""
        of, at, fine = self._aim
        return same_picture(of, ask) and fine == size and (ask.hold or fine.resolution != PAUSED or at == step)

    def _best(self) -> Picture | None:
        """What is shown: what is done, until what comes is finer, or asked for otherwise."""
        made, done = self._next, self._done
        if made is None or not made.is_begun:
            return done
        if done is None or not same_picture(done.ask, made.ask):
            return made
        return made if made.step == done.step and 2 * rows_done(made.sweep) >= done.size.resolution else done

    # the picture -----------------------------------------------------------------------------------------------------

    def _making(self, step: int, here: Row, ask: LandscapeAsk, size: Size) -> Generator[None, None, None]:
        """Make a picture in slices."""
        if not np.isfinite(here).all():
            return
        began, played = self._clock(), self._playing
        while ask.directions == MAIN and self._path.catch_up():
            yield
        plane, of_step = self._plane(step, here, ask)
        yield
        sweep, footing = begin_sweep(self._grounds(size.examples), plane, ask.span, size.resolution), Footing(plane)
        picture = self._next = Picture(ask, of_step, footing, size, sweep, step, {})
        for steps, places, distances in self._path.feet(footing, np.arange(len(self._path.steps))):
            keep_feet(picture, steps, places, distances)
            yield
        while not advance_sweep(sweep, SLICE):
            yield
        self._done, self._next = picture, None
        if played and self._playing:
            self._learn(self._clock() - began)

    def _learn(self, seconds: float) -> None:
        """A picture took so long beside the run: the next one is to take `SOON`."""
        fitting = self._budget * min(max(SOON / max(seconds, 1e-6), 0.25), 2.0)
        self._budget = min(max(fitting, LEAST * REFRESH), SAFE * REFRESH)

    def _plane(self, step: int, here: Row, ask: LandscapeAsk) -> tuple[LossPlane, int]:
        """The plane of a new picture and the step it lies at: the one that is held, or one through the present."""
        done = self._done
        if done is not None and same_plane(done.ask, ask) and (ask.hold or done.step == step):
            return done.sweep.plane, done.step
        if ask.directions == MAIN:
            return self._path.main_plane(self._plan, here, ask.seed), step
        return random_plane(self._plan, here, ask.seed), step

    def _find_feet(self, picture: Picture) -> None:
        """The feet of points that were kept since, or, of a picture in the making, of all."""
        missing = [at for at, kept in enumerate(self._path.steps.tolist()) if kept not in picture.feet]
        for steps, places, distances in self._path.feet(picture.footing, np.array(missing, np.int64)):
            keep_feet(picture, steps, places, distances)

    def _measure(self, step: int, parameters: ArrayLike) -> bool:
        """The losses where the network is now, while the run plays every few calls; whether they were measured."""
        self._calls += 1
        picture, known, here = self._best(), self._heights, np.asarray(parameters, np.float64)
        if picture is None or known is None or (self._playing and self._calls % EVERY):
            return False
        if known[0] is picture.sweep and known[1] == (step, float(here.sum())):
            return False
        self._heights = None
        self._heights_of(picture, step, here)
        return True

    def _heights_of(self, picture: Picture, step: int, here: Row) -> Heights:
        """The losses where the network is; while it runs those of a moment ago, which nobody can read sooner."""
        key, known = (step, float(here.sum())), self._heights
        waits = self._playing and np.isfinite(key[1])
        if known is None or known[0] is not picture.sweep or (known[1] != key and not waits):
            known = self._heights = picture.sweep, key, heights_of(picture.sweep, picture.footing, here)
        return known[2]


def keep_feet(picture: Picture, steps: NDArray[np.int64], places: Row, distances: Row) -> None:
    """Write down where the points of these steps stand."""
    for step, (along, across), away in zip(steps.tolist(), places.tolist(), distances.tolist(), strict=True):
        picture.feet[step] = (along, across, away)


def same_picture(one: LandscapeAsk, other: LandscapeAsk) -> bool:
    """Whether both ask for the same picture where the network stands still."""
    return replace(one, hold=other.hold) == other


def same_plane(one: LandscapeAsk, other: LandscapeAsk) -> bool:
    """Whether both ask for a plane along the same directions."""
    return one.directions == other.directions and one.seed == other.seed
