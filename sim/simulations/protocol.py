"""What a simulation is: a table of parameters and functions over three kinds of data.

**config** (frozen: what the learner set) goes in, **snapshot** (frozen: what the learner sees) comes out; **state**
in between is seen by nobody but the engine thread. What the functions promise, so that any step of a run can be had
again bit by bit:

* `init(config)` is the state at step 0 and depends on nothing but its config. A simulation that draws random numbers
  declares an Integer named "seed" among its parameters; the engine writes the run's seed there, and the window offers
  it as a button, not as a slider.
* `advance(config, state, steps)` may change `state` in place and return it. Advancing by a + b equals advancing by a,
  then by b. It may stop early (fewer steps); making none means that the run has ended. Where `halted(config, state)`
  is true then, the run pauses there; the next step goes on.
* `change` and `edit` leave the state they are given as it was: they return the same object where it can stay, or a
  new one. Both may refuse with `ConfigError`, whose sentence is shown; the run goes on as it was.
* `restart(old, new, state)` is the state from which a run begins again: `init(new)` where there is none, else that with
  what the learner made by hand and wants to keep. It leaves `state` as it was.
* `snapshot(config, state, view)` shares no array with the state: the engine makes its arrays read-only. `view` is
  what the window last asked to look at, None before it asked.
* `ponder(config, state, view)` is called while the run rests, again and again: a few milliseconds of work on what only
  a snapshot needs and no frame has time for. True: there is something new to see; False: nothing is left to do. What
  it finds is kept beside the state and changes nothing of the run.
* `beside(config, state, view)` is the same while the run plays: called between its slices, in a quarter of the time,
  so about 2 milliseconds of work. Where it answered False it is asked again after the next snapshot. The state it sees
  is another one each time, and goes on while what it began is not done.

**Compute, then play.** Where a run is short it is a pure function of its config: `init` and `change` compute all of
it, and the step is a cursor. Such a simulation gives `seek(config, state, step) -> state`; a new config then counts
from the first step on and the cursor stays where it was.
"""

import sys
from collections.abc import Callable, Collection
from copy import deepcopy
from dataclasses import dataclass, fields, is_dataclass
from functools import partial
from operator import attrgetter
from typing import Any

import numpy as np

from sim.config import Config, Parameters
from sim.errors import ConfigError, quote
from sim.phrases import phrase

State = Any
Init = Callable[[Config], State]
Advance = Callable[[Config, State, int], State]
Snapshot = Callable[[Config, State, Any], Any]
Change = Callable[[Config, Config, State], State]
Edit = Callable[[Config, State, Any, Any], tuple[Config, State]]
Seek = Callable[[Config, State, int], State]
Arrange = Callable[[Config, str], Config]
Restart = Callable[[Config, Config, State], State]
Rate = Callable[[Config, State], float]
Halted = Callable[[Config, State], bool]
Ponder = Callable[[Config, State, Any], bool]


def identity(state: State) -> State:
    """The checkpoint of a state that is never changed in place: itself."""
    return state


def by_liveness(init: Init, old: Config, new: Config, state: State) -> State:
    """The usual `change`: a live setting keeps the state, a structural one begins anew."""
    live = all(new.parameters[key].live for key in old.changed(new))
    return state if live else init(new)


def refuse_edit(config: Config, state: State, what: Any, value: Any) -> tuple[Config, State]:
    """The usual `edit`: there is nothing to grab."""
    raise ConfigError(phrase("{what} cannot be changed by hand here.", what=quote(what)))


def estimated_size(state: State) -> int:
    """Bytes of the arrays in `state`, and a little for everything around them."""
    if isinstance(state, np.ndarray):
        return int(state.nbytes) + 128
    if is_dataclass(state) and not isinstance(state, type):
        return 64 + sum(estimated_size(getattr(state, field.name)) for field in fields(state))
    if isinstance(state, dict):
        return 64 + sum(estimated_size(part) for part in state.values())
    if isinstance(state, (tuple, list)):
        return 64 + sum(estimated_size(part) for part in state)
    return sys.getsizeof(state, 64)


def nothing_else(config: Config, key: str) -> Config:
    """The usual `arrange`: no setting brings others along."""
    return config


def endless(config: Config) -> int | None:
    """The usual `last_step`: none."""
    return None


def never(config: Config, state: State) -> bool:
    """The usual `halted`: no step is one to pause at."""
    return False


def nothing_left(config: Config, state: State, view: Any) -> bool:
    """The usual `ponder` and `beside`: a snapshot shows all there is to know."""
    return False


def _standard_change(old: Config, new: Config, state: State) -> State:
    """Stands for `by_liveness` with the simulation's own init, until that is known."""
    raise NotImplementedError


@dataclass(frozen=True)
class Simulation:
    """One simulation.

    `rate` is steps per second at speed 1, or a function that tells it. `prepare` are pairs (label, function) that warm
    up kernels, in the order in which they are needed; `prepare_later` are those that can wait until all others are
    ready. Each should be one kernel, as no command is answered while it is compiled. `needs(config)` are the labels
    without which this config cannot run; where it is not given, those of `prepare`.
    """

    key: str
    parameters: Parameters
    init: Init
    advance: Advance
    snapshot: Snapshot
    change: Change = _standard_change
    edit: Edit = refuse_edit
    copy: Callable[[State], State] = deepcopy
    size: Callable[[State], int] = estimated_size
    step: Callable[[State], int] = attrgetter("step")
    last_step: Callable[[Config], int | None] = endless
    rate: float | Rate = 60.0
    seek: Seek | None = None
    arrange: Arrange = nothing_else
    restart: Restart | None = None
    halted: Halted = never
    ponder: Ponder = nothing_left
    beside: Ponder = nothing_left
    prepare: tuple[tuple[str, Callable[[], object]], ...] = ()
    prepare_later: tuple[tuple[str, Callable[[], object]], ...] = ()
    needs: Callable[[Config], Collection[str]] | None = None

    def __post_init__(self) -> None:
        if self.change is _standard_change:
            object.__setattr__(self, "change", partial(by_liveness, self.init))

    def needed(self, config: Config) -> Collection[str]:
        """The labels of what must be prepared before this config can run."""
        return tuple(label for label, _ in self.prepare) if self.needs is None else self.needs(config)

    def restarted(self, old: Config, new: Config, state: State) -> State:
        """The state from which a run begins again."""
        return self.init(new) if self.restart is None else self.restart(old, new, state)

    def steps_per_second(self, config: Config, state: State) -> float:
        """The pace at speed 1."""
        return self.rate(config, state) if callable(self.rate) else self.rate
