"""The playground's window at full speed: how fast the network learns while every frame is drawn in time.

The problem is TensorFlow Playground's default: circle, 250 points to learn and 250 to test, 2-4-2-1 tanh, batches of
10, rate 0.03; then twins on XOR. Offscreen, with the real window and the real engine, on whatever cores there are. A
frame is missed where the next one comes more than two beats of the frame timer later. Where others use the processors
too, the processor time of a frame and the epochs per second of the engine's own time tell the same.
"""

import os
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from typing import Any

import numpy as np

from gui.program import SWITCH_INTERVAL
from tests.benchmarks.window import BEAT, PATIENCE, Desk

SECONDS, SETTLE = 5.0, 1.5
DEFAULT: dict[str, object] = {
    "mode": "network", "dataset": "circle", "n": 500, "noise": 0.0, "test_share": 0.5, "layers": "4 2",
    "activation": "tanh", "output": "tanh", "loss": "squared_error", "init": "peers", "optimizer": "sgd",
    "learning_rate": 0.03, "batch": 10, "twins": 1,
}  # fmt: skip
XOR: dict[str, object] = {
    "mode": "network", "dataset": "xor", "n": 4, "noise": 0.0, "test_share": 0.0, "layers": "4", "activation": "tanh",
    "output": "sigmoid", "loss": "cross_entropy", "init": "uniform", "optimizer": "momentum", "learning_rate": 0.1,
}  # fmt: skip
ROWS: tuple[tuple[str, dict[str, object], str], ...] = (
    ("default problem, float64", {**DEFAULT, "precision": "float64"}, "60,000"),
    ("default problem, float32", {**DEFAULT, "precision": "float32"}, "200,000"),
    ("the same without shuffling, float64", {**DEFAULT, "precision": "float64", "shuffle": False}, "60,000"),
    ("the same without shuffling, float32", {**DEFAULT, "precision": "float32", "shuffle": False}, "200,000"),
    ("XOR 2-4-1, four points", {**XOR, "twins": 1}, ""),
    ("XOR 2-4-1 with 400 twins", {**XOR, "twins": 400}, ""),
    ("XOR 2-4-1 with 10,000 twins", {**XOR, "twins": 10_000}, ""),
)


def live_table() -> str:
    """Epochs and frames per second as Markdown."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.setswitchinterval(SWITCH_INTERVAL)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NUTSHELL_HOME"] = folder
        desk = Desk("playground")
        prepared(desk)
        lines = [
            f"The playground's window at full speed, {SECONDS:.0f} s each, {os.cpu_count()} processors.",
            "",
            "| problem | epochs/s | per engine second | goal | frames/s | missed | gap p99 | longest | CPU per frame |",
            "|---|---|---|---|---|---|---|---|---|",
        ]
        for title, settings, goal in ROWS:
            lines.append(f"| {title} | {watched(desk, settings, goal)} |")
            print(lines[-1], flush=True)
        desk.close()
    return "\n".join(lines)


def watched(desk: Desk, settings: dict[str, object], goal: str) -> str:
    """The cells of one problem."""
    window: Any = desk.window
    window.panel.change(settings)
    window.clock.set_speed(np.inf)
    window.clock.play()
    wait_for(lambda: window.frame.config == window.panel.config and window.frame.snapshot.epoch > 0)
    run_for(SETTLE)
    seen: list[tuple[float, int]] = []

    def note(frame: Any) -> None:
        if frame.snapshot is not None:
            seen.append((time.perf_counter(), frame.snapshot.epoch))

    window.framed.connect(note)
    engine, mine = engine_time(), time.thread_time()
    run_for(SECONDS)
    engine, mine = engine_time() - engine, time.thread_time() - mine
    window.framed.disconnect(note)
    if len(seen) < 2:
        return f"fewer than two frames | | {goal} | | | | | |"
    times, epochs = np.array([moment for moment, _ in seen]), seen[-1][1] - seen[0][1]
    gaps, length = 1000 * np.diff(times), float(times[-1] - times[0])
    missed = int((gaps > 2 * BEAT).sum())
    shown = f"{len(gaps) / length:.1f} | {missed} | {np.percentile(gaps, 99):.1f} ms | {gaps.max():.1f} ms"
    return f"{epochs / length:,.0f} | {epochs / engine:,.0f} | {goal} | {shown} | {1000 * mine / len(seen):.1f} ms"


def prepared(desk: Desk) -> None:
    """Let every kernel be there: a run that rests leaves the engine time for it."""
    window: Any = desk.window
    wait_for(lambda: window.frame is not None and window.frame.snapshot is not None)
    window.clock.pause()
    wait_for(desk.ready)


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the event loop run until then, or until patience ends."""
    end = time.perf_counter() + PATIENCE
    while not condition() and time.perf_counter() < end:
        run_for(0.05)


def engine_time() -> float:
    """Seconds of processor time that the engine's thread has had."""
    thread = next(thread for thread in threading.enumerate() if thread.name == "engine")
    return time.clock_gettime(time.pthread_getcpuclockid(thread.ident or 0))


def run_for(seconds: float) -> None:
    """Let the event loop run."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(round(1000 * seconds), loop.quit)
    loop.exec()
