"""One run, as plain data that knows no thread and no clock on the wall.

An ordinary run (`LoggedRun`) is its seed plus a log of (step, command): whatever was set or edited is written down at
the step at which it acted. Any step can be had again, bit by bit, from the nearest checkpoint and a replay of the
log. Until something is changed after going back, the later log stands and acts again when the run comes by; a change
cuts it off. A structural change that puts the run back to its first step begins a new log.

Where a simulation computes first and plays then (`ComputedRun`), the run is a pure function of its config: a change
counts from the first step on, and the step is a cursor. An edit belongs to the whole run, so a restart keeps it.
"""

import sys
import time
from typing import Any

from sim.checkpoints import Checkpoint, Checkpoints
from sim.commands import Configure, Edit
from sim.config import Config
from sim.errors import ConfigError
from sim.phrases import phrase
from sim.simulations.protocol import Simulation, identity

SEED = "seed"
CHECKPOINT_WORK = 0.002  # seconds of computing between two checkpoints ...
CHECKPOINT_SHARE = 20  # ... and at least so many times what copying the state takes


class Run:
    """What the two kinds have in common. `target` is the step that was sought, None when the run is there."""

    def __init__(self, simulation: Simulation, config: Config, seed: int, former: "Run | None" = None) -> None:
        self.simulation = simulation
        self.seed = seed
        self.config = seeded(simulation, config, seed)
        self.state = self._first_state(former)
        self.target: int | None = None

    def _first_state(self, former: "Run | None") -> Any:
        """The state at step 0; `former` is the run that begins again."""
        if former is None:
            return self.simulation.init(self.config)
        return self.simulation.restarted(former.config, self.config, former.state)

    @property
    def step(self) -> int:
        """Where the run stands."""
        return self.simulation.step(self.state)

    @property
    def last_step(self) -> int | None:
        """Where it ends; None where it does not."""
        return self.simulation.last_step(self.config)

    @property
    def finished(self) -> bool:
        """Whether it stands at its end."""
        last = self.last_step
        return last is not None and self.step >= last

    @property
    def halted(self) -> bool:
        """Whether this very step is one to pause at."""
        return self.simulation.halted(self.config, self.state)

    @property
    def rate(self) -> float:
        """Steps per second at speed 1."""
        return self.simulation.steps_per_second(self.config, self.state)

    @property
    def settled(self) -> bool:
        """Whether nothing that was set or edited earlier will act before the target is reached."""
        return True

    def obey(self, command: Configure | Edit) -> None:
        """Carry out the change here. ConfigError where it is refused; then everything is as it was."""
        raise NotImplementedError

    def advance(self, steps: int) -> int:
        """Go on by up to `steps`; how many were made. After an exception the run stands where it stood."""
        raise NotImplementedError

    def seek(self, step: int) -> None:
        """Set out for `step`, within the run's ends. `approach` goes there."""
        raise NotImplementedError

    def approach(self, steps: int) -> None:
        """Make up to `steps` towards the target; there, target is None."""
        if self.target is not None:
            made = self.advance(min(steps, self.target - self.step))
            if made == 0 or self.step >= self.target:
                self.target = None

    def restarted(self, seed: int | None = None) -> "Run":
        """A new run from the first step with the config now in force; seed None is the same seed."""
        return begin(self.simulation, self.config, self.seed if seed is None else seed, self)

    def rest(self, budget: int) -> None:
        """Nobody looks for a while: keep at most `budget` bytes of checkpoints."""

    def _within(self, step: int, first: int) -> int:
        last = self.last_step
        return max(step if last is None else min(step, last), first)

    def _outcome(self, command: Configure | Edit) -> tuple[Config, Any]:
        """Config and state after `command`; nothing is changed yet."""
        if isinstance(command, Configure):
            config = seeded(self.simulation, command.config, self.seed)
            same = config == self.config
            return config, self.state if same else self.simulation.change(self.config, config, self.state)
        config, state = self.simulation.edit(self.config, self.state, command.what, command.value)
        return seeded(self.simulation, config, self.seed), state


class ComputedRun(Run):
    """Compute, then play: moving is moving a cursor, and every change is retroactive."""

    def obey(self, command: Configure | Edit) -> None:
        cursor = self.step
        before = self.config, self.state
        self.config, self.state = self._outcome(command)
        try:
            self.seek(cursor)
        except Exception:
            self.config, self.state = before
            raise

    def advance(self, steps: int) -> int:
        before = self.step
        steps = self._within(before + steps, before) - before
        if steps > 0:
            self.state = self.simulation.advance(self.config, self.state, steps)
        return self.step - before

    def restarted(self, seed: int | None = None) -> Run:
        """The cursor goes back; what was made by hand stays, as it belongs to no step."""
        run = super().restarted(seed)
        run.state = self.simulation.change(self.config, run.config, self.state)
        if self.simulation.seek is not None:
            run.state = self.simulation.seek(run.config, run.state, 0)
        return run

    def seek(self, step: int) -> None:
        wanted = self._within(step, 0)
        if self.simulation.seek is not None and wanted != self.step:
            self.state = self.simulation.seek(self.config, self.state, wanted)


class LoggedRun(Run):
    """Seed, log and checkpoints. `log` is complete: replayed on the first state it gives every later one."""

    def __init__(
        self,
        simulation: Simulation,
        config: Config,
        seed: int,
        checkpoint_work: float = CHECKPOINT_WORK,
        former: Run | None = None,
    ) -> None:
        super().__init__(simulation, config, seed, former)
        self._checkpoint_work = checkpoint_work
        self._start_log()

    def _start_log(self) -> None:
        """From the state as it is now."""
        self.log: list[tuple[int, Configure | Edit]] = []
        self._applied = 0
        self._only_set = False
        self._since_checkpoint = 0.0
        self.checkpoints = Checkpoints(self._checkpoint())

    @property
    def settled(self) -> bool:
        return self.target is None or self._steps_to_next_entry() > self.target - self.step

    def obey(self, command: Configure | Edit) -> None:
        config, state = self._outcome(command)
        if config == self.config and state is self.state:
            return
        step, kept_state = self.step, state is self.state
        restarted = self.simulation.step(state) != step
        self.config, self.state = config, state
        if restarted:
            self._start_log()
        else:
            self._write_down(step, command, kept_state)

    def _write_down(self, step: int, command: Configure | Edit, kept_state: bool) -> None:
        """Cut the later log and add `command`.

        Of two settings in a row that both left the state alone, the first need not be kept: a slider dragged while the
        run stands still fills no log.
        """
        setting = kept_state and isinstance(command, Configure)
        stays = self._applied - 1 if setting and self._only_set else self._applied
        self.log[stays:] = [(step, command)]
        self._applied = len(self.log)
        self._only_set = setting
        self.checkpoints.cut(step, stays)
        if step == self.checkpoints.base.step:
            self.checkpoints = Checkpoints(self._checkpoint())

    def advance(self, steps: int) -> int:
        first = self.step
        began = time.perf_counter()
        try:
            self._go(first + steps)
        except Exception:
            self._go_back_after_failure(first)
            raise
        self._put_aside(time.perf_counter() - began)
        return self.step - first

    def _go(self, goal: int) -> None:
        """To `goal` or to the end, each entry of the log acting at its step."""
        while True:
            step = self.step
            stretch = min(self._within(goal, step) - step, self._steps_to_next_entry())
            if stretch <= 0:
                return
            self.state = self.simulation.advance(self.config, self.state, stretch)
            self._only_set = False
            self._apply_due()
            if self.step < step + stretch:
                return

    def seek(self, step: int) -> None:
        self.target = self._within(step, self.checkpoints.base.step)
        nearest = self.checkpoints.nearest(self.target)
        if self.target < self.step or nearest.step > self.step:
            self._restore(nearest)
        if self.target == self.step:
            self.target = None

    def rest(self, budget: int) -> None:
        self.checkpoints.thin(self.step, budget)

    def _steps_to_next_entry(self) -> int:
        return self.log[self._applied][0] - self.step if self._applied < len(self.log) else sys.maxsize

    def _apply_due(self) -> None:
        """Let the entries act that stand at this step."""
        while self._steps_to_next_entry() <= 0:
            self.config, self.state = self._outcome(self.log[self._applied][1])
            self._applied += 1

    def _restore(self, checkpoint: Checkpoint) -> None:
        self.config, self._applied = checkpoint.config, checkpoint.applied
        self.state = self.simulation.copy(checkpoint.state)
        self._only_set = False
        self._since_checkpoint = 0.0
        self._apply_due()

    def _checkpoint(self) -> Checkpoint:
        state = self.simulation.copy(self.state)
        return Checkpoint(self.step, self._applied, self.config, state, self.simulation.size(state))

    def _put_aside(self, seconds: float) -> None:
        """A checkpoint after every so much work; the cheaper the copy, the denser."""
        self._since_checkpoint += seconds
        if self._since_checkpoint >= self._checkpoint_work:
            began = time.perf_counter()
            self.checkpoints.add(self._checkpoint())
            self._since_checkpoint = min(0.0, -CHECKPOINT_SHARE * (time.perf_counter() - began) + self._checkpoint_work)

    def _go_back_after_failure(self, step: int) -> None:
        """`advance` may have spoilt the state before it failed: have the one of `step` again."""
        if self.simulation.copy is identity:
            return
        nearest = self.checkpoints.nearest(step)
        self._restore(nearest)
        try:
            self._go(step)
        except Exception:
            self._restore(nearest)
            raise


def seeded(simulation: Simulation, config: Config, seed: int) -> Config:
    """`config` with the run's seed in it, where the simulation declares one. ConfigError for another's config."""
    if config.parameters != simulation.parameters:
        raise ConfigError(phrase("These settings do not belong to {key}.", key=simulation.key))
    return config.replace({SEED: seed}) if SEED in config.parameters else config


def begin(simulation: Simulation, config: Config, seed: int, former: Run | None = None) -> Run:
    """A run at its first step, of the kind that the simulation wants; `former` is the one that begins again."""
    if simulation.seek is None:
        return LoggedRun(simulation, config, seed, former=former)
    return ComputedRun(simulation, config, seed, former)
