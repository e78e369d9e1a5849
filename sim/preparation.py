"""Kernels are warmed up before they are needed: which, in which order, and without stalling the window.

The numeric core is probed once. Then entries run one at a time: first those that the open run needs
(`Simulation.needs`), between two the engine answers its commands; then the others of `Simulation.prepare`; those of
`prepare_later` come last. No run waits for what it does not need. While one runs, the cyclic garbage collector is off
and Python's threads change places every millisecond: it is the collector, not the compiler, that makes long gaps in the
window.
"""

import gc
import logging
import sys
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sim.mailbox import Problem, Status
from sim.phrases import phrase
from sim.simulations.protocol import Simulation

Probe = Callable[[], tuple[str, str, str]]

SWITCH_INTERVAL = 0.001

log = logging.getLogger("nutshell")


@dataclass(frozen=True)
class Entry:
    """One kernel to warm up; `users` are the keys of the simulations that name it."""

    label: str
    function: Callable[[], object]
    users: tuple[str, ...]


@contextmanager
def undisturbed() -> Iterator[None]:
    """No garbage collection, and quick changes between threads; afterwards as before.

    What a compiler leaves behind is frozen, so that no later collection walks through it. Six numba kernels compiled
    beside a ticking thread: longest gap 126 ms unguarded, 74 ms without the freeze, 18 ms with it, for 14 MB kept.
    """
    collecting, interval = gc.isenabled(), sys.getswitchinterval()
    gc.disable()
    sys.setswitchinterval(SWITCH_INTERVAL)
    try:
        yield
    finally:
        sys.setswitchinterval(interval)
        gc.freeze()
        if collecting:
            gc.enable()


class Preparation:
    """What is still to be warmed up. Calls each function once, even where several simulations name it."""

    def __init__(self, simulations: Mapping[str, Simulation], probe: Probe | None = None) -> None:
        self._waiting = _entries(simulations)
        self._probe = probe
        self.begun = False
        self.status = Status(total=len(self._waiting))

    def begin(self) -> None:
        """Ask the probe where to compute, once."""
        self.begun = True
        self.status = replace(self.status, doing="")
        if self._probe is None:
            return
        try:
            with undisturbed():
                target, why, lanes = self._probe()
            self.status = replace(self.status, target=target, why=why, lanes=lanes)
        except Exception as error:
            log.exception("the numeric core could not be probed")
            self.status = replace(
                self.status,
                why=phrase("The numeric core could not be probed: {in_one_line}.", in_one_line=in_one_line(error)),
            )

    def needed(self, key: str, labels: Collection[str]) -> Entry | None:
        """What is to be prepared next among `labels` of simulation `key`; None where all of it is ready."""
        return next((entry for entry in self._waiting if key in entry.users and entry.label in labels), None)

    def next(self) -> Entry | None:
        """What is to be prepared next; None where everything is ready."""
        return self._waiting[0] if self._waiting else None

    def announce(self, doing: str) -> None:
        """From now on the status says that `doing` is under way."""
        self.status = replace(self.status, doing=doing)

    def run(self, entry: Entry) -> Problem | None:
        """Warm up `entry`; the problem where that failed. It is not tried again."""
        problem = None
        try:
            with undisturbed():
                entry.function()
        except Exception as error:
            log.exception("preparing %s failed", entry.label)
            problem = Problem(
                phrase("{label}: could not be prepared", label=entry.label),
                phrase("{in_one_line}.", in_one_line=in_one_line(error)),
                "Everything else works. Starting the program again tries it once more.",
            )
        self._waiting.remove(entry)
        self.status = replace(self.status, ready=self.status.ready + 1, doing="")
        return problem


def in_one_line(error: Exception, longest: int = 200) -> str:
    """What an exception says, without its traceback: "ZeroDivisionError: division by zero"."""
    said = str(error).strip().partition("\n")[0].rstrip(".")
    text = phrase("{name}: {said}", name=type(error).__name__, said=said) if said else type(error).__name__
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _entries(simulations: Mapping[str, Simulation]) -> list[Entry]:
    """Every function once, those that can wait behind all others."""
    users: dict[Callable[[], object], list[str]] = {}
    labels: dict[Callable[[], object], str] = {}
    soon = [(simulation.key, *pair) for simulation in simulations.values() for pair in simulation.prepare]
    later = [(simulation.key, *pair) for simulation in simulations.values() for pair in simulation.prepare_later]
    for key, label, function in (*soon, *later):
        labels.setdefault(function, label)
        users.setdefault(function, []).append(key)
    return [Entry(label, function, tuple(users[function])) for function, label in labels.items()]
