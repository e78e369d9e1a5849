"""Pictures of a sheet of heights: what `sim.raster_kernels` computes, for arrays of numpy.

No graphics card and no driver is asked for anything: one thread of the processor draws 60 pictures a second, and the
picture is the same on every machine. `prepare_raster` compiles the kernels; `Scene` is a sheet to measure them with.
"""

import time
from typing import Any

import numpy as np
from numpy.typing import NDArray

from sim import raster_kernels as kernels
from sim.targets import kernel

Array = NDArray[np.float32]
Pixels = NDArray[np.uint32]


def rasterise(
    xs: Array,
    ys: Array,
    sheet: Array,
    camera: Array,
    look: Array,
    inks: Array,
    tones: Array,
    levels: Array,
    ground: int,
    image: Pixels,
    depth: Array,
    small: Pixels | None = None,
) -> bool:
    """Draw the sheet (rows, columns, 3) of heights and slopes over xs (columns,) and ys (rows,) into `image`, and the
    mean of every four pixels into `small`, where it is given. `tones` (3 n,) are the colours from height 0 to height 1;
    `ground` is the colour around; the kernels' text says what the other arrays hold.

    Before `prepare_raster` it draws nothing and returns False: a window never waits for the compiler.
    """
    if not is_prepared():
        return False
    draw(xs, ys, sheet, camera, look, inks, tones, levels, ground, image, depth)
    if small is not None:
        kernel(kernels.halve)(image, small)
    return True


def draw(*arrays: Any) -> None:
    """`rasterise` without `small`; compiles where it must."""
    xs, ys, *rest, ground, image, depth = arrays
    corners, marks = np.empty((ys.size * xs.size, 6), np.float32), np.empty(image.shape[1], np.float32)
    kernel(kernels.draw_sheet)(xs, ys, *rest, int(ground), corners, marks, image, depth)


def is_prepared() -> bool:
    """Can a picture be drawn at once?"""
    return kernel(kernels.draw_sheet).compiled is not None and kernel(kernels.halve).compiled is not None


def example(size: int, width: int, height: int) -> tuple[Any, ...]:
    """The arrays of a picture of a saddle seen from above, for tests and measurements."""
    along = np.linspace(-1.0, 1.0, size, dtype=np.float32)
    x, y = np.meshgrid(along, along)
    sheet = np.stack((0.5 + (x * x - y * y) / 2, 0.7 * x, -0.7 * y), axis=-1).astype(np.float32)
    scale, turn, lean = 0.33 * min(width, 1.6 * height), np.radians(30.0), np.radians(35.0)
    sine, cosine = np.sin(turn), np.cos(turn)
    camera = np.array(
        [
            [scale * cosine, scale * sine, 0.0, width / 2],
            [scale * sine * np.sin(lean), -scale * cosine * np.sin(lean), -0.8 * scale * np.cos(lean), height / 2],
            [0.0, 0.0, 0.0, 1.0],
        ]
    )
    look = np.zeros(kernels.COUNT)
    look[: kernels.FOG_X] = (-0.4, -0.3, 0.85, 0.3, 0.75, 0.9, -1.0, 2.0)
    look[kernels.LINE : kernels.COUNT] = (0.6, 0.25, 0.8, 1.0)
    levels = np.column_stack((np.linspace(-1.0, 2.0, 40), np.full(40, 0.5)))
    floats = (along, along, sheet, camera.ravel(), look, np.full(9, 120.0), np.linspace(150.0, 250.0, 768), levels)
    image, depth = np.empty((height, width), np.uint32), np.empty((height, width), np.float32)
    return (*(np.ascontiguousarray(part, np.float32) for part in floats), 0xFFFFFFFF, image, depth)


def milliseconds(width: int, height: int, size: int = 128, rounds: int = 50) -> Array:
    """How long each of some pictures took."""
    arrays, found = example(size, width, height), []
    prepare_raster()
    for _ in range(rounds):
        start = time.perf_counter()
        rasterise(*arrays)
        found.append((time.perf_counter() - start) * 1000)
    return np.array(found, np.float32)


def prepare_raster() -> None:
    """Compile, or load, what a picture needs."""
    draw(*example(3, 8, 8))
    kernel(kernels.halve)(np.zeros((2, 2), np.uint32), np.zeros((1, 1), np.uint32))
