"""One owner's run with everything around it: its commands in their order, play and pace, what is looked at, what went
wrong.

A session knows no thread: the engine hands it commands and time, and asks it for frames. Commands that the run cannot
take yet wait in order: all but plain settings while kernels are prepared, and what acts on a step while a replay is on
its way there.

Whatever a simulation raises ends here. A refusal (`ConfigError`) of a change leaves the run as it was; any other
exception pauses it at the state it had. Both become a `Problem`, which stays in every frame until it is dismissed or a
newer one takes its place.
"""

import logging
import math
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from sim.commands import (
    Command,
    Configure,
    Dismiss,
    Edit,
    Look,
    Milestone,
    Pause,
    Play,
    Restart,
    Seek,
    Speed,
    Step,
    supersedes,
)
from sim.config import Config
from sim.errors import ConfigError, quote, sentence
from sim.mailbox import Frame, Problem, Status, read_only
from sim.pace import Pace, Share, Slice
from sim.phrases import phrase
from sim.preparation import in_one_line
from sim.run import Run, begin
from sim.simulations.protocol import Simulation

SETTINGS = (Configure, Look, Play, Pause, Speed, Dismiss)
WHILE_SEEKING = (Seek, Look, Pause, Speed, Dismiss)
WAITING = 3
"""A slice may wait for Python's lock, which the window holds while it paints, twice as long as it works."""
REST_BUDGET = 8 * 2**20

REFUSALS: dict[type[Command], str] = {
    Configure: "That setting was not taken",
    Edit: "That was not changed",
    Restart: "The run did not begin anew",
}
ADVICE_REFUSED = "Everything stays as it was."
ADVICE_STOPPED = "The last picture stays. Change a setting, go back a step, or restart."

Moved = TypeVar("Moved")

log = logging.getLogger("nutshell")


class Session:
    """`moved`: the run played on since the last frame. `changed`: something else happened, which must be shown."""

    def __init__(self, owner: str, simulation: Simulation, config: Config | None = None, seed: int = 0) -> None:
        self.owner = owner
        self.simulation = simulation
        self.run: Run | None = None
        self.opened = False
        self.playing = False
        self.speed = 1.0
        self.moved = False
        self.changed = True
        self._config = Config.defaults(simulation.parameters) if config is None else config
        self._seed = seed
        self._view: object = None
        self._problem: Problem | None = None
        self._waiting: deque[Command] = deque()
        self._pace = Pace()
        self._slice = Slice()
        self._snapshot: object = None
        self._stale = True
        self._ponders = self._goes_beside = False
        self._share = Share()
        self._idle_from: float | None = None
        self._milestone = 0

    def open(self, now: float) -> None:
        """Begin the run: its kernels are ready. Where that fails, a new config or a restart tries again."""
        self.opened = True
        with self._guarded("This run could not begin", advice="Change a setting, or restart."):
            self._stand(begin(self.simulation, self._config, self._seed), now)
        self.playing = self.playing and self.run is not None
        self.changed = True

    def inherit(self, older: "Session") -> None:
        """The same panel opens the same simulation again: it still looks at the same thing, at the same speed."""
        self.speed, self._view = older.speed, older._view

    def rest(self) -> None:
        """The window shows another run: pause, and keep little."""
        self.playing = self._ponders = self._goes_beside = False
        self._snapshot, self._stale = None, True
        if self.run is not None:
            self.run.rest(REST_BUDGET)

    def take(self, command: Command) -> None:
        """Put `command` behind those that wait; it may replace the last of them."""
        if self._waiting and supersedes(command, self._waiting[-1]):
            self._waiting.pop()
        self._waiting.append(command)

    @property
    def unsettled(self) -> bool:
        """Whether a command waits that can be carried out now."""
        return bool(self._waiting) and self._can_take(self._waiting[0])

    @property
    def coming(self) -> Config | None:
        """The config that the next waiting command brings, or the one that the run begins with; None for neither."""
        command = self._waiting[0] if self._waiting else None
        if isinstance(command, Configure):
            return command.config
        return None if self.opened else self._config

    @property
    def on_its_way(self) -> bool:
        """Whether the run has not yet reached the step that was sought."""
        return self.run is not None and self.run.target is not None

    def settle(self, now: float) -> None:
        """Carry out the next command."""
        command = self._waiting.popleft()
        with self._guarded(
            phrase("The {name} stopped", name=self._name), REFUSALS.get(type(command), "That was not done")
        ):
            self._obey(command, now)
        self.changed = True

    def report(self, problem: Problem) -> None:
        """Show `problem` until it is dismissed."""
        self._problem = problem
        self.changed = True

    def halt(self, problem: Problem) -> None:
        """Stand still and show `problem`."""
        self.playing = False
        if self.run is not None:
            self.run.target = None
        self.report(problem)

    def patience(self, now: float) -> float | None:
        """Seconds until there is work to do, None where only a command brings any."""
        if self.run is None or not (self.playing or self.on_its_way):
            return 0.0 if self.run is not None and self._ponders else None
        if self.on_its_way or math.isinf(self._rate):
            return 0.0
        patience = self._pace.wait(now, self._rate)
        if patience > 0.0 and self._idle_from is None:
            self._idle_from = now
        return min(patience, self._share.wait) if self._goes_beside else patience

    def work(self, now: float, clock: Callable[[], float]) -> None:
        """One slice of a few milliseconds of what is due, if anything is."""
        if self.run is None:
            return
        if self._idle_from is not None:
            self._share.earn(now - self._idle_from)
            self._idle_from = None
        with self._guarded(phrase("The {name} stopped", name=self._name)):
            if self.run.target is not None:
                self._approach(self.run, now, clock)
            elif self.playing:
                self._play_on(self.run, now, clock)
                self._go_beside(self.run, clock)
            elif self._ponders:
                self._ponder(self.run)

    def frame(self, status: Status) -> Frame:
        """All that the window must know now. Nothing has moved or changed since."""
        self._look()
        step, last_step = self._position()
        self.moved = self.changed = False
        config = self._config if self.run is None else self.run.config
        seed = self._seed if self.run is None else self.run.seed
        moment = (step, last_step, self.playing, self.speed, seed)
        return Frame(self.owner, self._snapshot, config, *moment, self._problem, status, self._milestone)

    @property
    def _name(self) -> str:
        return self.simulation.key.replace("_", " ")

    @property
    def _rate(self) -> float:
        return self.run.rate * self.speed if self.run is not None else self.speed

    def _can_take(self, command: Command) -> bool:
        if not self.opened:
            return isinstance(command, SETTINGS)
        if self.run is None or self.run.target is None or isinstance(command, WHILE_SEEKING):
            return True
        return isinstance(command, Restart) and self.run.settled

    def _obey(self, command: Command, now: float) -> None:
        match command:
            case Pause():
                self.playing = False
            case Dismiss():
                self._problem = None
            case Look():
                self._view, self._stale = command.view, True
            case Speed():
                self.speed = _checked_speed(command.factor)
                self._pace.start(now)
            case Play():
                self._play(now)
            case Milestone():
                self._milestone = command.number
            case _ if self.run is None:
                self._obey_without_run(command, now)
            case _:
                self._obey_on_run(command, self.run, now)

    def _obey_without_run(self, command: Command, now: float) -> None:
        """Before the run began, or after it could not begin: what it begins with may change."""
        if isinstance(command, Configure):
            self._config = command.config
        if isinstance(command, Restart) and command.seed is not None:
            self._seed = command.seed
        if self.opened and isinstance(command, (Configure, Restart)):
            self.open(now)

    def _obey_on_run(self, command: Command, run: Run, now: float) -> None:
        match command:
            case Configure() | Edit():
                run.obey(command)
                self._slice.forget()
            case Seek():
                run.seek(command.step)
            case Step():
                self.playing = False
                run.seek(run.step + command.count)
            case Restart():
                self._stand(run.restarted(command.seed), now)
        self._stale = True

    def _play(self, now: float) -> None:
        if self.run is not None and self.run.finished:
            self._stand(self.run.restarted(), now)
        self.playing = True
        self._pace.start(now)

    def _stand(self, run: Run, now: float) -> None:
        """`run` is the run from now on."""
        self.run = run
        self._stale = True
        self._slice.forget()
        self._pace.start(now)

    def _approach(self, run: Run, now: float, clock: Callable[[], float]) -> None:
        self._timed(run.approach, self._slice.steps, clock)
        if run.target is None:
            self.changed = True
            self._pace.start(now)

    def _play_on(self, run: Run, now: float, clock: Callable[[], float]) -> None:
        fitting = self._slice.steps
        steps = fitting if math.isinf(self._rate) else min(self._pace.due(now, self._rate), fitting)
        if steps == 0:
            return
        made = self._timed(run.advance, steps, clock)
        self._pace.paid(steps)
        self.moved = True
        if made == 0 or run.finished or run.halted:
            self.playing = False
            self.changed = True

    def _ponder(self, run: Run) -> None:
        """Work on what is shown while the run rests; the last of it must be seen."""
        self._ponders = False
        self._ponders = self.simulation.ponder(run.config, run.state, self._view)
        if self._ponders:
            self._stale = self.moved = True
        elif self.moved:
            self.changed = True

    def _go_beside(self, run: Run, clock: Callable[[], float]) -> None:
        """Work on what is shown while the run plays, where it has not had its share."""
        if not (self.playing and self._goes_beside) or self._share.wait > 0.0:
            return
        began, worked = clock(), time.thread_time()
        self._goes_beside = False
        self._goes_beside = self.simulation.beside(run.config, run.state, self._view)
        self._share.took(spent(clock() - began, worked))
        if self._goes_beside:
            self._stale = self.moved = True

    def _timed(self, move: Callable[[int], Moved], steps: int, clock: Callable[[], float]) -> Moved:
        self._stale = True
        began, worked = clock(), time.thread_time()
        result = move(steps)
        seconds = spent(clock() - began, worked)
        self._slice.learn(steps, seconds)
        self._share.earn(seconds)
        return result

    def _look(self) -> None:
        """Make the snapshot anew if anything in it can have changed; the old one stays where that fails."""
        if self.run is None or not self._stale:
            return
        self._stale, self._ponders, self._goes_beside = False, True, True
        with self._guarded(phrase("The picture of the {name} could not be made", name=self._name)):
            snapshot = self.simulation.snapshot(self.run.config, self.run.state, self._view)
            read_only(snapshot)
            self._snapshot = snapshot

    def _position(self) -> tuple[int, int | None]:
        if self.run is not None:
            with self._guarded(phrase("The {name} stopped", name=self._name)):
                return self.run.step, self.run.last_step
        return 0, None

    @contextmanager
    def _guarded(self, stopped: str, refused: str | None = None, advice: str = ADVICE_STOPPED) -> Iterator[None]:
        """Turn an exception into a problem. ConfigError is a refusal where `refused` names what was not done."""
        try:
            yield
        except ConfigError as error:
            if refused is None:
                self.halt(Problem(stopped, sentence(error), advice))
            else:
                self.report(Problem(refused, sentence(error), ADVICE_REFUSED))
        except Exception as error:
            log.exception("%s: %s", self.owner, stopped)
            self.halt(Problem(stopped, phrase("{in_one_line}.", in_one_line=in_one_line(error)), advice))


def spent(seconds: float, worked: float) -> float:
    """Seconds of work since the thread had worked for `worked` seconds, of `seconds` that went by."""
    return max(time.thread_time() - worked, seconds / WAITING)


def _checked_speed(factor: float) -> float:
    if not isinstance(factor, (int, float)) or isinstance(factor, bool) or not factor > 0:
        raise ConfigError(phrase("Speed must be a number above 0, not {factor}.", factor=quote(factor)))
    return float(factor)
