"""Clocks: the time of this thread alone, so that other programs disturb less."""

import time
from collections.abc import Callable


def milliseconds(work: Callable[[], object]) -> float:
    """The time of this thread for one call."""
    start = time.thread_time()
    work()
    return (time.thread_time() - start) * 1000.0
