"""Who looks at a surface: every angle gives finite pixels inside the picture, and every pixel leads back."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.contours import Array
from gui.widgets.surface_camera import HIGHEST, LOWEST, Camera, Fit, Projection
from gui.widgets.surface_sheet import HEIGHT, sheet_of

CORNERS = np.array([(x, y, z) for x in (-1.0, 1.0) for y in (-0.7, 0.7) for z in (-0.36, 0.36)])
MARGINS = (20.0, 30.0, 20.0, 25.0)
ANGLES = st.floats(-720.0, 720.0)


def looked_at(azimuth: float, elevation: float, zoom: float = 1.0, size: tuple[int, int] = (560, 330)) -> Projection:
    camera = Camera(0.0, 36.0).turned(azimuth, elevation).zoomed(zoom)
    return Fit(CORNERS).projection(camera, *size, MARGINS)


@given(ANGLES, ANGLES)
def test_the_box_lies_inside_the_margins_from_everywhere(azimuth: float, elevation: float) -> None:
    pixels = looked_at(azimuth, elevation).to_pixels(CORNERS)
    assert np.isfinite(pixels).all()
    assert (pixels[:, 2] > 0.0).all()
    left, top, right, bottom = MARGINS
    assert (pixels[:, 0] >= left - 1.0).all()
    assert (pixels[:, 0] <= 560 - right + 1.0).all()
    assert (pixels[:, 1] >= top - 1.0).all()
    assert (pixels[:, 1] <= 330 - bottom + 1.0).all()


@given(ANGLES, ANGLES, st.floats(0.1, 10.0), st.floats(-1.0, 1.0), st.floats(-1.0, 1.0), st.floats(-0.4, 0.4))
def test_a_pixel_and_its_distance_lead_back_to_the_point(
    azimuth: float, elevation: float, zoom: float, x: float, y: float, z: float
) -> None:
    projection = looked_at(azimuth, elevation, zoom)
    column, row, near = projection.to_pixels(np.array([[x, y, z]]))[0]
    assert projection.to_point(column, row, near) == pytest.approx((x, y, z), abs=1e-7)
    assert projection.to_plane(column, row, z) == pytest.approx((x, y), abs=1e-5)


LANDSCAPES: dict[str, tuple[Callable[[Array, Array], Array], float, bool]] = {
    "wells in logarithms": (lambda x, y: (x * x + y - 11.0) ** 2 + (x + y * y - 7.0) ** 2, 6.0, True),
    "a gorge": (lambda x, y: (1.0 - x) ** 2 + 100.0 * (y - x * x) ** 2, 2.0, True),
    "holes": (lambda x, y: np.sqrt(x * y), 2.0, False),
    "waves": (lambda x, y: np.sin(9.0 * x) * np.cos(8.0 * y), 2.0, False),
    "a narrow well": (lambda x, y: -np.exp(-80.0 * ((x - 1.0) ** 2 + (y + 1.3) ** 2)), 2.0, False),
}


@pytest.mark.parametrize("landscape", LANDSCAPES)
@pytest.mark.parametrize("size", [(870, 310), (330, 400)])
def test_every_part_of_a_landscape_lies_inside_in_every_pose(landscape: str, size: tuple[int, int]) -> None:
    loss, reach, log_levels = LANDSCAPES[landscape]
    x, y = np.meshgrid(np.linspace(-reach, reach, 128), np.linspace(-reach, reach, 128))
    with np.errstate(invalid="ignore"):
        sheet = sheet_of(loss(x, y), (-reach, reach, -reach, reach), log_levels, None)
    box_x, box_y = np.meshgrid(sheet.xs, sheet.ys)
    level = (np.clip(sheet.cells[..., 0], 0.0, 1.0) - 0.5) * HEIGHT
    points = np.column_stack([part[np.isfinite(level)] for part in (box_x, box_y, level)])
    fit = Fit(sheet.hull)
    for azimuth in range(-180, 180, 15):
        for elevation in (LOWEST, 20.0, Camera().elevation, 50.0, 70.0, HIGHEST):
            pixels = fit.projection(Camera(azimuth, elevation), *size, MARGINS).to_pixels(points)[:, :2]
            room = np.concatenate((pixels.min(axis=0), size - pixels.max(axis=0))) - MARGINS
            assert room.min() > -2.0, (azimuth, elevation)


@pytest.mark.parametrize("size", [(870, 310), (640, 400), (560, 330)])
def test_a_picture_is_filled_where_one_begins(size: tuple[int, int]) -> None:
    x, y = np.meshgrid(np.linspace(-1.5, 1.5, 61), np.linspace(-1.5, 1.5, 61))
    hull = sheet_of(y * y / 2 - x * x / 2 + x**4 / 4, (-1.5, 1.5, -1.5, 1.5), False, None).hull
    pixels = Fit(hull).projection(Camera(), *size, MARGINS).to_pixels(hull)
    room = np.array(size) - (MARGINS[0] + MARGINS[2], MARGINS[1] + MARGINS[3])
    filled = np.ptp(pixels[:, :2], axis=0) / room
    assert filled.min() > 0.8
    assert filled[0] > 0.85


def test_turning_changes_the_size_little() -> None:
    middle, sizes = np.zeros((1, 3)), []
    for angle in range(0, 360, 15):
        camera = Camera(float(angle), 36.0)
        projection = Fit(CORNERS).projection(camera, 560, 330, MARGINS)
        step = projection.to_pixels(middle + camera.axes[0] * 1e-3) - projection.to_pixels(middle)
        sizes.append(np.hypot(step[0, 0], step[0, 1]))
    assert np.ptp(sizes) < 0.3 * max(sizes)
    assert max(np.abs(np.diff(sizes))) < 0.2 * max(sizes)


@given(ANGLES, ANGLES)
def test_the_eye_stays_above_the_plane(azimuth: float, elevation: float) -> None:
    camera = Camera().turned(azimuth, elevation)
    assert LOWEST <= camera.elevation <= HIGHEST
    assert -180.0 <= camera.azimuth <= 180.0


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_what_is_not_a_number_turns_nothing(number: float) -> None:
    assert Camera().turned(number, 0.0) == Camera()
    assert Camera().zoomed(number) == Camera()


def test_the_way_to_another_camera_is_the_shorter_one() -> None:
    middle = Camera(170.0, 30.0).towards(Camera(-170.0, 50.0, 2.0), 0.5)
    assert abs(middle.azimuth) == pytest.approx(180.0)
    assert middle.elevation == pytest.approx(40.0)
    assert middle.zoom == pytest.approx(np.sqrt(2.0))


def test_the_first_axis_points_to_the_right_of_an_eye_in_the_south() -> None:
    right, up, away = Camera(-90.0, 30.0).axes
    assert right == pytest.approx([1.0, 0.0, 0.0], abs=1e-12)
    assert away == pytest.approx([0.0, np.cos(np.pi / 6), -0.5])
    assert up[2] > 0.0


def test_a_tiny_picture_has_a_projection() -> None:
    assert np.isfinite(looked_at(10.0, 0.0, size=(1, 1)).to_pixels(CORNERS)).all()
