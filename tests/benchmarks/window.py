"""The window: from a slider to pixels, and the gaps of its event loop while idle, computing and compiling."""

import os
import tempfile
import time
from typing import Any

import numpy as np

ROUNDS, BEAT, LISTEN, PATIENCE = 100, 16, 3.0, 180.0


def window_table() -> str:
    """Measured offscreen on the real window with the real engine, as Markdown."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        os.environ["NUTSHELL_HOME"] = folder
        compiling = longest_gap_cold()
        desk = Desk()
        delays = desk.slider_to_pixels()
        idle, computing = desk.gaps(playing=False), desk.gaps(playing=True)
        desk.close()
    text = "\n".join(
        [
            f"Slider to pixels: p50 {np.percentile(delays, 50):.1f} ms, p99 {np.percentile(delays, 99):.1f} ms.",
            f"({ROUNDS} moves of the momentum slider; the whole race is worked out anew at each.)",
            "",
            "| gaps of a 16 ms timer | p99 | longest |",
            "|---|---|---|",
            *(
                f"| {name} | {np.percentile(found, 99):.1f} ms | {found.max():.1f} ms |"
                for name, found in (("idle", idle), ("racing at full speed", computing), ("compiling", compiling))
            ),
        ]
    )
    print(text, flush=True)
    return text


class Desk:
    """The window of a running program, without its event loop: `pump` runs it for a moment."""

    def __init__(self, panel: str = "race") -> None:
        from PySide6.QtWidgets import QApplication

        from gui.arguments import Arguments
        from gui.settings import Settings
        from gui.theme import ThemeHolder
        from gui.window import Window
        from sim.engine import Engine
        from sim.simulations import SIMULATIONS

        self.application: Any = QApplication.instance() or QApplication([])
        self.window = Window(ThemeHolder("light"), Settings(None), Arguments(panel=panel))
        self.window.resize(1280, 800)
        self.window.show()
        self.window.begin(Engine(SIMULATIONS))
        self.started = time.perf_counter()

    def ready(self) -> bool:
        """Whether a run is shown and all kernels are there."""
        frame = self.window.frame
        return frame is not None and frame.snapshot is not None and frame.status.ready == frame.status.total

    def pump(self, until: float = 0.0) -> None:
        """Let Qt handle what waits, at least once and until a moment."""
        self.application.processEvents()
        while time.perf_counter() < until:
            self.application.processEvents()

    def wait(self) -> None:
        """Until the first run is shown."""
        while not self.ready() and time.perf_counter() - self.started < PATIENCE:
            self.pump()

    def slider_to_pixels(self) -> Any:
        """Milliseconds from a key on the momentum slider until the new paths are painted."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        self.wait()
        self.window.clock.pause()
        panel: Any = self.window.panel
        slider, delays = panel.controls.control("momentum"), []
        for k in range(ROUNDS):
            self.pump(time.perf_counter() + 0.03)
            before = self.window.frame
            start = time.perf_counter()
            QTest.keyClick(slider, Qt.Key.Key_Left if k % 40 < 20 else Qt.Key.Key_Right)
            while self.window.frame is before or self.window.frame.config != panel.config:
                self.pump()
            panel.map.repaint()
            delays.append((time.perf_counter() - start) * 1000)
        return np.array(delays)

    def gaps(self, playing: bool) -> Any:
        """Milliseconds between the beats of a precise timer."""
        self.wait()
        self.window.clock.set_speed(np.inf if playing else 1.0)
        if playing:
            self.window.clock.play()
        return self.listen(LISTEN, playing)

    def listen(self, seconds: float, playing: bool = False, until_ready: bool = False) -> Any:
        """The gaps of the event loop for a while."""
        from PySide6.QtCore import Qt, QTimer

        beats: list[float] = []
        timer = QTimer(self.window)
        timer.setTimerType(Qt.TimerType.PreciseTimer)
        timer.timeout.connect(lambda: beats.append(time.perf_counter()))
        timer.start(BEAT)
        end = time.perf_counter() + seconds
        while time.perf_counter() < end and not (until_ready and self.ready()):
            self.application.processEvents()
            if playing and self.window.frame is not None and not self.window.frame.playing:
                self.window.clock.restart()
                self.window.clock.play()
            time.sleep(0.0005)
        timer.stop()
        return np.diff(beats) * 1000

    def close(self) -> None:
        """End the engine."""
        self.window.close()
        self.pump()


def longest_gap_cold() -> Any:
    """The gaps while every kernel of the race is compiled, in a process of its own with an empty cache."""
    import subprocess
    import sys

    code = (
        "import numpy as np, sys; from tests.benchmarks.window import Desk; desk = Desk();"
        "gaps = desk.listen(60.0, until_ready=True); desk.close(); print(*gaps)"
    )
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "NUTSHELL_CACHE": folder}
        done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return np.array(done.stdout.split(), float)
