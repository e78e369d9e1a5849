"""`python -m tests.benchmarks.surface`: a surface that turns with seven tracks on it, for ten seconds.

A frame is asked for every 16.7 ms, as a screen does. Counted are the frames, those that came more than a frame late,
and the time of this thread that a painting took. Without a display the window is in memory; under Xvfb its pixels also
travel to a server.
"""

import argparse
import os
import time
from typing import Any

import numpy as np

SIZES = ((560, 330), (870, 310))
FRAME = 1.0 / 60.0
STEPS = 500
KEYS = ("sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam")


def heights(x: Any, y: Any) -> Any:
    """A saddle between two valleys."""
    return y * y / 2 - x * x / 2 + x**4 / 4


def tracks() -> dict[str, Any]:
    """Seven curved ways from the start into the valleys."""
    share = np.linspace(0.0, 1.0, STEPS + 1)
    found = {}
    for k, key in enumerate(KEYS):
        side = 1.0 if k % 2 else -1.0
        x = side * share ** (1.0 + 0.2 * k) + 0.05 * np.sin(20.0 * share + k) * (1.0 - share)
        y = 0.97 * np.exp(-4.0 * share) * np.cos(k + 9.0 * share) / np.cos(k)
        y = np.clip(y, -1.2, 1.2)
        found[key] = np.column_stack((x, y, heights(x, y)))
    return found


def turning_surface(width: int, height: int, mesh: int = 128) -> Any:
    """A surface with its tracks, shown and at rest."""
    from PySide6.QtWidgets import QApplication

    from gui.theme import ThemeHolder
    from gui.widgets.surface_view import SurfaceView
    from sim.raster import prepare_raster, rasterise

    application = QApplication.instance() or QApplication([])
    prepare_raster()
    view = SurfaceView(ThemeHolder("light"))
    view.resize(width, height)
    x, y = np.meshgrid(np.linspace(-1.5, 1.5, mesh), np.linspace(-1.5, 1.5, mesh))
    view.set_rasteriser(rasterise)
    view.set_mesh(heights(x, y), (-1.5, 1.5, -1.5, 1.5))
    view.set_trails(tracks())
    view.set_titles({key: key for key in KEYS})
    view.set_cursor(STEPS)
    view.set_start((0.0, 0.97))
    view.show()
    while not view.windowHandle().isExposed():
        application.processEvents()
    return view


def paint_times(view: Any, frames: int = 120) -> Any:
    """Milliseconds of this thread that each painting of the turning surface took."""
    found = []
    for _ in range(frames):
        view.turn(2.0, 0.0)
        start = time.thread_time()
        view.repaint()
        found.append((time.thread_time() - start) * 1000)
    return np.array(found)


def still_times(view: Any, frames: int = 20) -> Any:
    """The same for the fine picture of a surface at rest."""
    found = []
    for _ in range(frames):
        view.turn(2.0, 0.0)
        view.forget_sides()
        start = time.thread_time()
        view.repaint()
        found.append((time.thread_time() - start) * 1000)
    return np.array(found)


def orbit(view: Any, seconds: float = 10.0) -> tuple[int, int, Any]:
    """Frames shown, frames that came late, and milliseconds of each painting, while a hand turns the surface."""
    from PySide6.QtWidgets import QApplication

    application: Any = QApplication.instance()
    frames, late, took = 0, 0, []
    begin = due = time.perf_counter()
    while due < begin + seconds:
        view.turn(0.8, 0.0)
        start = time.perf_counter()
        view.repaint()
        application.processEvents()
        end = time.perf_counter()
        took.append((end - start) * 1000)
        frames += 1
        late += end > due + FRAME
        due = max(due + FRAME, end) if end > due + FRAME else due + FRAME
        time.sleep(max(0.0, due - time.perf_counter()))
    return frames, late, np.array(took)


def surface_table(seconds: float = 10.0) -> str:
    """All sizes as Markdown."""
    lines = [
        f"| surface with seven tracks, {seconds:g} s of turning | frames | late | frame | p99 | CPU time | at rest |",
        "|---|---|---|---|---|---|---|",
    ]
    for width, height in SIZES:
        view = turning_surface(width, height)
        moving, still = paint_times(view), still_times(view)
        frames, late, took = orbit(view, seconds)
        parts = (np.median(took), np.percentile(took, 99), np.median(moving), np.median(still))
        lines.append(
            f"| {width} x {height} | {frames} | {late} | " + " | ".join(f"{part:.1f} ms" for part in parts) + " |"
        )
        print(lines[-1], flush=True)
        view.close()
    return "\n".join(lines)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=10.0)
    print(surface_table(parser.parse_args().seconds))
