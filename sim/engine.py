"""The thread that owns every state, its queue and its clock.

The window sends commands and never waits; the thread carries them out in order, plays on in slices of at most about 4
ms, and lays frames into the mailbox. A frame of a run that merely plays on is made only when the last one was taken,
so a fast run drowns nobody; whatever else changes, and the end of a run, is shown at once. With nothing to do the
thread sleeps in its queue.

One run is open at a time. Runs of other owners are kept, paused, until they are opened again or closed; commands of
owners that are not open are ignored. Kernels are warmed up in this thread too: those that the open run needs before
it begins, or before a setting acts that needs more; all others one by one, at once while nothing else is to do, and
now and then beside a run that plays. Where that takes long, they are not on the disk yet: then a process of its own
compiles them (`sim.warming`), and they are loaded here when they are there.
"""

import logging
import threading
import time
from collections.abc import Callable, Mapping
from queue import Empty, SimpleQueue

from sim.commands import Close, Command, Open
from sim.config import Config
from sim.errors import unknown
from sim.mailbox import Frame, Mailbox, Problem
from sim.phrases import phrase
from sim.preparation import Entry, Preparation, Probe, in_one_line
from sim.session import Session
from sim.simulations.protocol import Simulation
from sim.warming import Warming

BESIDE = 1.0  # seconds that a run plays between two kernels that it does not need, and twice what the last one took
COLD = 1.0  # seconds from which on a kernel was compiled, not loaded
AGAIN = 0.25  # seconds after which one looks whether the other process has got further
AFTER_OPENING = 3.0  # seconds that a run plays before the first of them
UNTAKEN = 0.016  # seconds after which a playing run looks whether its last frame was taken

log = logging.getLogger("nutshell")


class Engine:
    """`start`, `send` and `stop` are for the window's thread, and so is taking from `mailbox`. All else happens
    inside."""

    def __init__(
        self,
        simulations: Mapping[str, Simulation],
        probe: Probe | None = None,
        clock: Callable[[], float] = time.perf_counter,
        warming: Warming | None = None,
    ) -> None:
        self.mailbox = Mailbox()
        self._simulations = simulations
        self._preparation = Preparation(simulations, probe)
        self._clock = clock
        self._queue: SimpleQueue[Command | None] = SimpleQueue()
        self._stopping = False
        self._thread = threading.Thread(target=self._live, name="engine", daemon=True)
        self._open: Session | None = None
        self._kept: dict[str, Session] = {}
        self._next_beside = 0.0
        self._warming = warming

    def start(self) -> None:
        """Start the thread, once."""
        self._thread.start()

    def send(self, command: Command) -> None:
        """Ask for something. Returns at once."""
        self._queue.put(command)

    def stop(self, timeout: float = 2.0) -> bool:
        """End the thread after the work in hand; whether it ended within `timeout` seconds."""
        self._stopping = True
        self._queue.put(None)
        if self._thread.ident is not None:
            self._thread.join(timeout)
        if self._warming is not None:
            self._warming.end()
        return not self._thread.is_alive()

    def _live(self) -> None:
        while not self._stopping:
            try:
                self._receive()
                self._settle()
                self._work()
                self._show()
            except Exception as error:
                log.exception("the engine stumbled")
                self._stumble(error)

    def _receive(self) -> None:
        """Sleep until there is something to do; fetch every command that came."""
        patience = self._patience()
        try:
            command = self._queue.get(block=patience != 0, timeout=patience)
            while True:
                self._route(command)
                command = self._queue.get_nowait()
        except Empty:
            return

    def _patience(self) -> float | None:
        """Seconds to sleep unless a command comes; None is for ever."""
        session = self._open
        if session is None:
            return None
        if not session.opened or session.unsettled:
            return 0.0
        patience = session.patience(self._clock())
        if patience is None and (entry := self._preparation.next()) is not None:
            return AGAIN if self._is_compiled_elsewhere(entry) else 0.0
        if patience is None:
            return None
        return min(patience, UNTAKEN) if session.moved else patience

    def _route(self, command: Command | None) -> None:
        """Give `command` to the session it is meant for. None only wakes the thread."""
        match command:
            case None:
                return
            case Open():
                self._settle()
                self._enter(command)
            case Close():
                self._forget(command.owner)
            case _ if self._open is not None and self._open.owner == command.owner:
                self._open.take(command)
            case _:
                log.debug("%s is not open: %s ignored", command.owner, type(command).__name__)

    def _enter(self, command: Open) -> None:
        """Open a new run, or one that was kept."""
        if self._open is not None and self._open.owner != command.owner:
            self._open.rest()
        self._open = None
        simulation = self._simulations.get(command.simulation)
        if simulation is None:
            self._refuse(command)
            return
        kept = self._kept.get(command.owner)
        if kept is not None and kept.simulation is not simulation:
            kept = None
        if kept is None or command.config is not None:
            session = Session(command.owner, simulation, command.config, command.seed)
            if kept is not None:
                session.inherit(kept)
            kept = self._kept[command.owner] = session
        kept.changed = True
        self._open = kept

    def _refuse(self, command: Open) -> None:
        reason = str(unknown("simulation", command.simulation, self._simulations))
        problem = Problem("This could not be opened", reason)
        status = self._preparation.status
        self.mailbox.put(Frame(command.owner, None, None, 0, None, False, 1.0, command.seed, problem, status))

    def _forget(self, owner: str) -> None:
        self._kept.pop(owner, None)
        if self._open is not None and self._open.owner == owner:
            self._open = None

    def _settle(self) -> None:
        """Carry out what the open run can take."""
        session = self._open
        while session is not None and session.unsettled and not self._stopping:
            if session.opened and self._warm_up(session, session.coming):
                continue
            session.settle(self._clock())
            if not self.mailbox.unread:
                self._show()

    def _work(self) -> None:
        """One slice, or one kernel: whatever the open run needs first."""
        session = self._open
        if session is None or self._stopping:
            return
        if not session.opened:
            self._bring_up(session)
        elif session.patience(self._clock()) is not None:
            session.work(self._clock(), self._clock)
            if session.playing and self._clock() >= self._next_beside:
                self._prepare_one(session)
        else:
            self._prepare_one(session)

    def _bring_up(self, session: Session) -> None:
        """One step on the way to the first state: the probe, a kernel, at last the run itself."""
        if not self._preparation.begun:
            self._preparation.announce("Choosing where to compute")
            self._put(session)
            self._preparation.begin()
        elif not self._warm_up(session, session.coming):
            session.open(self._clock())
            self._next_beside = self._clock() + AFTER_OPENING

    def _warm_up(self, session: Session, config: Config | None) -> bool:
        """Prepare the next kernel that `config` needs; False where there is none."""
        if config is None or config.parameters != session.simulation.parameters:
            return False
        entry = self._preparation.needed(session.simulation.key, session.simulation.needed(config))
        if entry is not None:
            self._prepare(session, entry)
        return entry is not None

    def _prepare_one(self, session: Session) -> None:
        """Prepare whatever is next, unless a command waits."""
        entry = self._preparation.next()
        if entry is not None and self._queue.empty() and not self._is_compiled_elsewhere(entry):
            began = self._clock()
            self._prepare(session, entry)
            self._next_beside = self._clock() + BESIDE + 2.0 * (self._clock() - began)

    def _is_compiled_elsewhere(self, entry: Entry) -> bool:
        return self._warming is not None and self._warming.busy and not self._warming.has(entry.label)

    def _prepare(self, session: Session, entry: Entry) -> None:
        self._preparation.announce(entry.label)
        self._put(session)
        began = self._clock()
        problem = self._preparation.run(entry)
        if self._warming is not None and self._clock() - began > COLD:
            self._warming.begin()
        session.changed = True
        if problem is not None:
            session.report(problem)

    def _show(self) -> None:
        """Lay down a frame where there is something new and the window is ready for it, or must see it."""
        session = self._open
        if session is None or session.on_its_way:
            return
        if session.changed or (session.moved and not self.mailbox.unread):
            self._put(session)

    def _put(self, session: Session) -> None:
        self.mailbox.put(session.frame(self._preparation.status))

    def _stumble(self, error: Exception) -> None:
        """Something outside every simulation failed: pause and say so."""
        if self._open is not None:
            self._open.halt(
                Problem(
                    "The engine stumbled", phrase("{in_one_line}.", in_one_line=in_one_line(error)), "Restart the run."
                )
            )
