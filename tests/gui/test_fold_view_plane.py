"""Where points of a fold lie: against plain linear algebra."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gui.widgets.fold_view_plane import Camera, Range, between, flat, half_plane, plane_in_cube, range_of

RECT = (-1.0, 1.0, -2.0, 2.0)
NUMBERS = st.floats(-3.0, 3.0)
ANGLES = st.floats(-720.0, 720.0)


def area(corners: np.ndarray) -> float:
    """The shoelace formula."""
    x, y = corners.T
    return 0.5 * abs(float(x @ np.roll(y, -1) - y @ np.roll(x, -1)))


@given(w1=NUMBERS, w2=NUMBERS, b=NUMBERS)
def test_the_two_sides_of_a_line_are_the_whole_and_hold_the_right_points(w1: float, w2: float, b: float) -> None:
    assume(np.hypot(w1, w2) > 1e-3)
    one, two = half_plane((w1, w2, b), RECT), half_plane((-w1, -w2, -b), RECT)
    sizes = [area(side) if len(side) else 0.0 for side in (one, two)]
    assert sum(sizes) == pytest.approx(8.0, abs=1e-6)
    if len(one):
        assert ((one @ (w1, w2) + b) >= -1e-9).all()


@given(azimuth=ANGLES, elevation=ANGLES)
def test_a_camera_turns_and_does_not_stretch(azimuth: float, elevation: float) -> None:
    axes = Camera().turned(azimuth, elevation).axes()
    assert axes @ axes.T == pytest.approx(np.eye(3), abs=1e-12)
    assert np.linalg.det(axes) == pytest.approx(1.0)


@given(azimuth=ANGLES, elevation=ANGLES)
def test_the_cube_stays_in_the_picture(azimuth: float, elevation: float) -> None:
    corners = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)], np.float64)
    assert np.abs(Camera().turned(azimuth, elevation).seen(corners)).max() <= 0.92


def test_up_is_up() -> None:
    seen = Camera(0.0, 0.0).seen(np.array([[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]))
    assert seen[0][1] > 0.5
    assert seen[1][0] > 0.5
    assert seen[2] == pytest.approx([0.0, 0.0], abs=1e-12)


@given(plane=st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS))
def test_a_plane_in_a_cube_is_a_flat_outline_inside_it(plane: tuple[float, float, float, float]) -> None:
    assume(np.linalg.norm(plane[:3]) > 1e-2)
    cube = Range((0.2, -0.1, 0.3), 1.5)
    corners = plane_in_cube(plane, cube)
    assert len(corners) in (0, 3, 4, 5, 6)
    if len(corners):
        places = corners * cube.half + cube.centre
        assert places @ plane[:3] + plane[3] == pytest.approx(np.zeros(len(corners)), abs=1e-6)
        assert np.abs(corners).max() <= 1.0 + 1e-9


def test_the_outline_of_a_plane_goes_round() -> None:
    """A horizontal cut through the cube is the square, corner after corner, not a bow tie."""
    corners = plane_in_cube((0.0, 0.0, 1.0, 0.0), Range((0.0, 0.0, 0.0), 1.0))
    assert area(corners[:, :2]) == pytest.approx(4.0)


def test_a_range_holds_its_points_and_changes_rarely() -> None:
    rng = np.random.default_rng(4)
    points = rng.uniform(-1.0, 1.0, (200, 2))
    first = range_of([points], None, 2)
    assert np.abs(first.unit(points)).max() <= 1.0
    assert range_of([points * 0.9], first, 2) is first
    assert range_of([points * 1.5], first, 2).half > first.half
    assert range_of([points * 0.2], first, 2).half < 0.4 * first.half


@pytest.mark.parametrize("cloud", [np.zeros((0, 2)), np.full((3, 2), np.nan), np.zeros((3, 2)), np.full((2, 2), 1e300)])
def test_odd_clouds_have_a_range_too(cloud: np.ndarray) -> None:
    found = range_of([cloud], None, 2)
    assert found.half > 0.0
    assert np.isfinite([found.half, *found.centre]).all()


def test_the_way_begins_and_ends_where_it_should() -> None:
    before, after = np.array([[0.0, 1.0]]), np.array([[1.0, -1.0]])
    assert between(before, after, 0.0) is before
    assert between(before, after, 1.0) is after
    assert between(before, after, 0.25) == pytest.approx(np.array([[0.25, 0.5]]))


def test_one_hidden_unit_lies_on_a_line() -> None:
    assert flat(np.array([[0.5], [-0.5]]), Camera()).tolist() == [[0.5, 0.0], [-0.5, 0.0]]


@pytest.mark.parametrize(
    "plane", [(0.0, 0.0, 0.0, 1.0), (np.nan, 1.0, 1.0, 0.0), (1.0, np.inf, 1.0, 0.0), (1.0, 1.0, 1.0, 1e300)]
)
def test_some_weights_have_no_plane(plane: tuple[float, float, float, float]) -> None:
    assert len(plane_in_cube(plane, Range((0.0, 0.0, 0.0), 1.0))) == 0


def test_weights_may_be_as_large_as_numbers_go() -> None:
    corners = plane_in_cube((1e300, 0.0, 0.0, 0.0), Range((0.0, 0.0, 0.0), 1e100))
    assert corners[:, 0] == pytest.approx(np.zeros(4))
    assert area(half_plane((1e140, 0.0, 0.0), RECT)) == pytest.approx(4.0)
