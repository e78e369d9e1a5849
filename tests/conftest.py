"""What every test stands on: a home of its own, one kernel cache for all, no network, no thread left behind.

Nothing here needs Qt or pytest-qt: `pytest tests/sim` runs with only numpy, numba, pytest and hypothesis installed.
"""

import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 2.0  # seconds that a thread is given to end after its test

# One folder for every worker and every run: its kernels are compiled once. Set before anything imports numba.
os.environ.setdefault("NUTSHELL_CACHE", str(ROOT / "build" / "kernels"))
# As the window does (gui/__init__.py): matrices here are small, and a second thread only waits for a core.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


@pytest.fixture(autouse=True)
def _home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings are read from and written to an empty folder that only this test has."""
    monkeypatch.setenv("NUTSHELL_HOME", str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def _no_thread_left_behind() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = [thread for thread in threading.enumerate() if thread not in before and not _is_foreign(thread)]
    deadline = time.monotonic() + PATIENCE
    for thread in left:
        thread.join(max(0.0, deadline - time.monotonic()))
    alive = [thread.name for thread in left if thread.is_alive()]
    assert not alive, f"the test left threads running: {alive}"


def _is_foreign(thread: threading.Thread) -> bool:
    """Threads that Python did not start (Qt's own, say) show up as stand-ins that can never be joined."""
    return isinstance(thread, threading._DummyThread)


def _refuse_the_network(event: str, arguments: tuple[Any, ...]) -> None:
    """Nothing in Nutshell opens a connection. Local sockets, whose address is a path, are the display's and may."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        raise RuntimeError(f"a test tried to reach the network: {arguments[1]}")


def pytest_configure() -> None:
    sys.addaudithook(_refuse_the_network)
    _use_steady_hypothesis()


def _use_steady_hypothesis() -> None:
    """The same examples in every run, and no deadline: the first example may compile a kernel."""
    try:
        from hypothesis import settings
    except ImportError:
        return  # the tests that need it say so themselves
    settings.register_profile("suite", deadline=None, derandomize=True)
    settings.register_profile("search", deadline=None, max_examples=2000)
    settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))
