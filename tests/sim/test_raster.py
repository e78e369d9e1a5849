"""Pictures of sheets whose pixels are known: spheres, ramps, folds and holes."""

from typing import Any

import numpy as np
import pytest

from sim import raster_kernels as kernels
from sim.raster import example, is_prepared, milliseconds, prepare_raster, rasterise
from sim.targets import kernel


@pytest.fixture(autouse=True, scope="module")
def _prepared() -> None:
    prepare_raster()


WHITE = 0xFFFFFFFF
EYE = 3.0
SCALE = 120.0
SIZE = 101


class Canvas:
    """A picture of SIZE by SIZE pixels, its middle at 0, seen from EYE above the plane."""

    def __init__(self, samples: int = 161, size: int = SIZE) -> None:
        self.along = np.linspace(-1.0, 1.0, samples, dtype=np.float32)
        self.x, self.y = np.meshgrid(self.along.astype(float), self.along.astype(float))
        self.image = np.zeros((size, size), np.uint32)
        self.depth = np.full((size, size), 9.0, np.float32)
        self.look = np.zeros(kernels.COUNT)
        self.look[kernels.ZENITH], self.look[kernels.FACE_ON], self.look[kernels.BACK] = 1.0, 1.0, 1.0
        self.look[kernels.LOWEST], self.look[kernels.HIGHEST] = -0.01, 1.0001
        self.look[kernels.FOG_EDGE], self.look[kernels.CLOSE] = 1.0, 1.0
        self.look[kernels.REACH] = 1.0
        self.inks = np.zeros(9)
        self.tones = np.repeat(np.linspace(100.0, 200.0, 256), 3)
        self.levels = np.array([[-1e9, 0.0], [1e9, 0.0]])
        middle = size / 2
        self.camera = np.array(
            [
                [SCALE, 0.0, -middle, middle * EYE],
                [0.0, -SCALE, -middle, middle * EYE],
                [0.0, 0.0, -1.0, EYE],
            ]
        )

    def draw(self, heights: Any) -> np.ndarray:
        """The red of every pixel; 255 is the ground."""
        sheet = np.zeros((*np.shape(heights), 3))
        sheet[..., 0] = heights
        floats = (self.along, self.along, sheet, self.camera.ravel(), self.look, self.inks, self.tones, self.levels)
        arrays = (np.ascontiguousarray(part, np.float32) for part in floats)
        rasterise(*arrays, WHITE, self.image, self.depth)
        return (self.image >> 16 & 255).astype(int)

    def offsets(self) -> tuple[np.ndarray, np.ndarray]:
        """How far the middle of each pixel lies from the middle of the picture."""
        place = np.arange(len(self.image)) + 0.5 - len(self.image) / 2
        return np.meshgrid(place, -place)


def sphere(canvas: Canvas) -> tuple[np.ndarray, np.ndarray]:
    """The upper half of the unit sphere, and the slope (squared) of the ray of each pixel."""
    with np.errstate(invalid="ignore"):
        heights = np.sqrt(1.0 - canvas.x**2 - canvas.y**2)
    across, up = canvas.offsets()
    return heights, (across**2 + up**2) / SCALE**2


def test_a_sphere_covers_the_disc_that_its_tangents_enclose() -> None:
    canvas = Canvas()
    heights, slope = sphere(canvas)
    canvas.draw(heights)
    radius, tangent = np.sqrt(slope) * SCALE, SCALE / np.sqrt(EYE**2 - 1.0)
    covered = canvas.depth > 0.0
    assert covered[radius < tangent - 1.0].all()
    assert not covered[radius > tangent + 0.5].any()


def test_the_depth_of_a_sphere_is_where_the_ray_meets_it() -> None:
    canvas = Canvas()
    heights, slope = sphere(canvas)
    canvas.draw(heights)
    inside = slope < 0.8 / (EYE**2 - 1.0)
    bend = 1.0 + slope[inside]
    distance = (EYE - np.sqrt(EYE**2 - bend * (EYE**2 - 1.0))) / bend
    assert np.abs(1.0 / canvas.depth[inside] - distance).max() < 2e-3


def test_no_pixel_is_left_out_between_triangles() -> None:
    """A rough sheet seen from above: every pixel of its square is painted."""
    canvas = Canvas(samples=40)
    heights = np.random.default_rng(5).uniform(0.0, 0.05, (40, 40))
    canvas.draw(heights)
    across, up = canvas.offsets()
    reach = SCALE / EYE - 1.0
    inside = (np.abs(across) < reach) & (np.abs(up) < reach)
    assert (canvas.depth[inside] > 0.0).all()


def test_the_ground_is_painted_where_there_is_no_sheet() -> None:
    canvas = Canvas(samples=9)
    red = canvas.draw(np.full((9, 9), np.nan))
    assert (red == 255).all()
    assert (canvas.depth == 0.0).all()


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_a_cell_with_a_corner_that_is_not_a_number_is_a_hole(value: float) -> None:
    canvas = Canvas(samples=11)
    heights = np.full((11, 11), 0.5)
    heights[5, 5] = value
    red = canvas.draw(heights)
    across, up = canvas.offsets()
    cell = 0.2 * SCALE / (EYE - 0.5)
    hole = (np.abs(across) < cell - 1.0) & (np.abs(up) < cell - 1.0)
    beside = (np.abs(across) > cell + 1.0) & (np.abs(across) < 3 * cell) & (np.abs(up) < 3 * cell)
    assert (red[hole] == 255).all()
    assert (red[beside] == 150).all()


def test_of_two_walls_the_nearer_is_seen() -> None:
    """Seen from the side: a ridge in front hides the equally high one behind it."""
    canvas = Canvas(samples=81)
    middle = SIZE / 2
    canvas.camera = np.array(
        [
            [SCALE, middle, 0.0, middle * EYE],
            [0.0, middle, -SCALE, middle * EYE + SCALE / 2],
            [0.0, 1.0, 0.0, EYE],
        ]
    )
    ridges = np.maximum(0.0, 1.0 - 10.0 * np.abs(np.abs(canvas.y) - 0.5))
    canvas.draw(ridges)
    height = 0.5
    front = EYE - 0.5 - (1.0 - height) / 10.0
    row = int((middle * front + SCALE * (0.5 - height)) / front)
    assert 1.0 / canvas.depth[row, SIZE // 2] == pytest.approx(front, abs=2e-3)


@pytest.mark.parametrize("steepness", [0.2, 0.45])
@pytest.mark.parametrize("half", [0.5, 1.5])
def test_a_level_line_has_its_width_on_every_slope(steepness: float, half: float) -> None:
    """The darkness along a row adds up to the line's width, wherever the line lies between the pixels."""
    canvas = Canvas()
    canvas.camera[:, 2] = 0.0  # seen without perspective: a height moves nothing
    canvas.tones[:] = 200.0
    canvas.look[kernels.LINE] = half
    canvas.levels = np.array([[-1e9, 0.0], [0.513, 1.0], [1e9, 0.0]])
    red = canvas.draw(0.5 + steepness * canvas.x)
    row = red[SIZE // 2]
    covered = canvas.depth[SIZE // 2] > 0.0
    darkness = (200 - row[covered]) / 200.0
    place = (canvas.offsets()[0][SIZE // 2][covered] * darkness).sum() / darkness.sum()
    assert darkness.sum() == pytest.approx(2.0 * half, abs=0.06)
    assert place == pytest.approx(0.013 / steepness * SCALE / EYE, abs=0.1)


def test_the_sheet_is_cut_at_the_top_and_at_the_bottom() -> None:
    canvas = Canvas()
    canvas.camera[:, 2] = 0.0
    canvas.draw(0.5 + canvas.x)
    across, up = canvas.offsets()
    row = np.abs(up) < 30.0
    edge = 0.5 * SCALE / EYE
    assert (canvas.depth[row & (np.abs(across) < edge - 0.6)] > 0.0).all()
    assert (canvas.depth[row & (across > edge + 0.6)] == 0.0).all()
    assert (canvas.depth[row & (across < -edge - 1.0)] == 0.0).all()


def test_fog_lies_outside_its_disc_only() -> None:
    canvas = Canvas()
    canvas.camera[:, 2] = 0.0
    canvas.inks[3:6] = 30.0
    canvas.look[kernels.FOG_X], canvas.look[kernels.FOG_RADIUS], canvas.look[kernels.FOG_EDGE] = 0.2, 0.3, 0.1
    red = canvas.draw(np.full(canvas.x.shape, 0.5))
    across, up = canvas.offsets()
    away = np.hypot(across * EYE / SCALE - 0.2, up * EYE / SCALE)
    covered = canvas.depth > 0.0
    assert (red[covered & (away < 0.29)] == 150).all()
    assert (red[covered & (away > 0.42)] == 30).all()


def test_a_slope_towards_the_light_is_brighter() -> None:
    canvas = Canvas(samples=21)
    canvas.camera[:, 2] = 0.0
    canvas.look[[kernels.EAST, kernels.ZENITH, kernels.STRENGTH, kernels.FACE_ON]] = (0.6, 0.8, 0.5, 0.8)
    sheet = np.zeros((21, 21, 3), np.float32)
    sheet[..., 0] = 0.5
    sheet[:, :10, 1], sheet[:, 11:, 1] = -0.5, 0.5
    floats = (canvas.along, canvas.along, sheet, canvas.camera.ravel(), canvas.look, canvas.inks, canvas.tones)
    arrays = [np.ascontiguousarray(part, np.float32) for part in (*floats, canvas.levels)]
    rasterise(*arrays, WHITE, canvas.image, canvas.depth)
    red = (canvas.image >> 16 & 255).astype(int)
    expected = [150.0 * (1.0 + 0.5 * ((0.8 - 0.6 * slope) / np.hypot(1.0, slope) - 0.8)) for slope in (-0.5, 0.5)]
    assert red[50, 30] == pytest.approx(expected[0], abs=1.0)
    assert red[50, 70] == pytest.approx(expected[1], abs=1.0)


def test_the_rim_follows_the_edge_of_the_sheet() -> None:
    canvas = Canvas()
    canvas.look[kernels.RIM] = 1.0
    red = canvas.draw(np.full(canvas.x.shape, 0.5))
    rows, columns = np.nonzero(canvas.depth > 0.0)
    top, bottom, left, right = rows.min(), rows.max(), columns.min(), columns.max()
    assert (red[top, left : right + 1] == 0).all()
    assert (red[top : bottom + 1, right] == 0).all()
    assert (red[top + 1 : bottom, left + 1 : right] == 150).all()


def test_plain_python_and_the_compiler_paint_the_same_picture() -> None:
    arrays = example(7, 40, 26)
    rasterise(*arrays)
    compiled, depth = arrays[-2].copy(), arrays[-1].copy()
    corners = np.empty((49, 6), np.float32)
    kernels.draw_sheet(*arrays[:-2], corners, np.empty(40, np.float32), *arrays[-2:])
    channels = [(picture >> shift & 255).astype(int) for shift in (0, 8, 16) for picture in (compiled, arrays[-2])]
    assert max(np.abs(one - two).max() for one, two in zip(channels[::2], channels[1::2], strict=True)) <= 1
    assert np.abs(depth - arrays[-1]).max() < 1e-5
    assert 0.3 < (depth > 0.0).mean() < 0.9


def test_a_small_picture_is_the_mean_of_four_pixels() -> None:
    source = np.random.default_rng(3).integers(0, 256, (8, 12, 3))
    image = (source[..., 0] << 16 | source[..., 1] << 8 | source[..., 2]).astype(np.uint32)
    small = np.zeros((4, 6), np.uint32)
    kernel(kernels.halve)(image, small)
    mean = source.reshape(4, 2, 6, 2, 3).mean(axis=(1, 3))
    found = np.stack([small >> shift & 255 for shift in (16, 8, 0)], axis=-1)
    assert np.abs(found - mean).max() <= 0.5


def test_a_picture_far_outside_is_empty_and_harmless() -> None:
    canvas = Canvas(samples=9)
    canvas.camera[0] += 1e6 * canvas.camera[2]
    canvas.draw(np.full((9, 9), 0.5))
    assert (canvas.depth == 0.0).all()


def test_nothing_is_compiled_by_asking_for_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    arrays = example(3, 8, 8)
    arrays[-2][:] = 7
    monkeypatch.setattr(kernel(kernels.halve), "compiled", None)
    assert not is_prepared()
    assert not rasterise(*arrays)
    assert (arrays[-2] == 7).all()
    prepare_raster()
    assert is_prepared()
    assert rasterise(*arrays)


def test_pictures_can_be_timed() -> None:
    found = milliseconds(40, 30, size=8, rounds=3)
    assert found.shape == (3,)
    assert (found > 0.0).all()
