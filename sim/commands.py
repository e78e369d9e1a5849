"""What the window can ask of the engine. Each command is frozen and names its owner: the panel that asks.

Commands are carried out in the order in which they were sent. Only neighbours of one owner and one kind out of
`MERGING` merge, and then the newer wins: a fast mouse builds no backlog, and nothing else is ever dropped or
overtaken.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from typing import Any

from sim.config import Config


@dataclass(frozen=True)
class Command:
    """Something that `owner` asks for."""

    owner: str


@dataclass(frozen=True)
class Open(Command):
    """Show the run of `simulation`: a new one, paused at step 0, where a config is given.

    With config None, a run that this owner left behind is taken up again as it was, paused; there being none, a new one
    begins with the defaults.
    """

    simulation: str
    config: Config | None = None
    seed: int = 0


@dataclass(frozen=True)
class Configure(Command):
    """These settings from now on."""

    config: Config


@dataclass(frozen=True)
class Edit(Command):
    """The learner grabbed `what` (a point, a weight, a cell) and gave it `value`."""

    what: Hashable
    value: Any


@dataclass(frozen=True)
class Look(Command):
    """What the window looks at: anything frozen that the simulation's snapshot understands."""

    view: Any


@dataclass(frozen=True)
class Play(Command):
    """Run. At the last step: from the first again, with the same seed."""


@dataclass(frozen=True)
class Pause(Command):
    """Stand still."""


@dataclass(frozen=True)
class Step(Command):
    """Pause and go `count` steps on, or back where it is negative."""

    count: int = 1


@dataclass(frozen=True)
class Seek(Command):
    """Go to `step`; a run that plays goes on playing from there."""

    step: int


@dataclass(frozen=True)
class Speed(Command):
    """`factor` times the simulation's own pace; inf is as fast as it can."""

    factor: float


@dataclass(frozen=True)
class Restart(Command):
    """From step 0 with the settings now in force; seed None is the same seed."""

    seed: int | None = None


@dataclass(frozen=True)
class Dismiss(Command):
    """The learner has read the problem."""


@dataclass(frozen=True)
class Milestone(Command):
    """From here on every frame carries this `number`: all that was sent before it has been carried out."""

    number: int


@dataclass(frozen=True)
class Close(Command):
    """Forget the run."""


MERGING = (Configure, Look, Seek)


def supersedes(newer: Command, older: Command) -> bool:
    """Whether `older`, waiting directly before `newer`, need not be carried out any more."""
    return isinstance(newer, MERGING) and type(newer) is type(older) and newer.owner == older.owner
