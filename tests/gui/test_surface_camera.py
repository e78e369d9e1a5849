"""Who looks at a surface: every angle gives finite pixels inside the picture, and every pixel leads back."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.surface_camera import HIGHEST, LOWEST, Camera, Fit, Projection

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
