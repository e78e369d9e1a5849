"""Paths on a relief: they lie on the ground, end where they leave it, and vanish behind hills."""

import numpy as np
import pytest

from gui.widgets.contours import Array
from gui.widgets.surface_camera import Camera, Fit, Projection
from gui.widgets.surface_content import path_of
from gui.widgets.surface_picture import SurfacePicture
from gui.widgets.surface_sheet import HEIGHT, Sheet, sheet_of
from gui.widgets.surface_tracks import LIFT, Draped, draped, tracks_of

RECT = (-1.0, 1.0, -1.0, 1.0)
X, Y = np.meshgrid(np.linspace(-1.0, 1.0, 61), np.linspace(-1.0, 1.0, 61))


def path(*points: tuple[float, float]) -> Array:
    return np.array([(x, y, 0.0) for x, y in points]).reshape(-1, 3)


@pytest.fixture
def sheet() -> Sheet:
    return sheet_of(np.sin(4.0 * X) + Y * Y, RECT, False, None)


@pytest.fixture
def projection(sheet: Sheet) -> Projection:
    return Fit(sheet.hull).projection(Camera(), 400, 300, (10.0, 10.0, 10.0, 10.0))


class Wall(SurfacePicture):
    """A picture in which something near covers everything left of a column."""

    def __init__(self, column: float) -> None:
        super().__init__()
        self.column = column

    def near(self, points: Array) -> Array:
        return np.where(points[:, 0] < self.column, 9.0, 0.0)


def test_a_long_step_is_draped_over_hill_and_valley(sheet: Sheet) -> None:
    found = draped(path((-0.9, -0.5), (0.9, 0.5)), sheet)
    plane = np.column_stack([found.points[:, 0], found.points[:, 1]])
    ground = (sheet.ground(plane) - 0.5) * HEIGHT + LIFT
    assert len(found.points) > 30
    assert np.abs(found.points[:, 2] - ground).max() < 1e-9
    assert (np.diff(found.times) > 0.0).all()
    assert found.joined[1:].all()
    assert not found.joined[0]


def test_a_path_ends_at_the_edge_and_comes_back(sheet: Sheet) -> None:
    found = draped(path((0.0, 0.0), (2.0, 0.0), (2.0, 0.5), (0.0, 0.5)), sheet)
    assert np.abs(found.points[:, :2]).max() <= 1.0 + 1e-9
    assert found.points[:, 0].max() == pytest.approx(1.0)
    breaks = np.flatnonzero(~found.joined)
    assert len(breaks) == 2
    assert found.times[breaks[1]] == pytest.approx(2.5)


def test_a_path_that_crosses_the_box_in_one_giant_step_is_seen(sheet: Sheet) -> None:
    found = draped(path((-1e9, 0.3), (1e9, 0.3)), sheet)
    assert found.points[0, 0] == pytest.approx(-1.0, abs=1e-6)
    assert found.points[-1, 0] == pytest.approx(1.0, abs=1e-6)


@pytest.mark.parametrize("far", [1e30, 1e150, 1e308])
def test_a_path_that_flies_off_is_drawn_to_the_edge(sheet: Sheet, far: float) -> None:
    found = draped(path((0.0, 0.0), (far, far / 2)), sheet)
    assert np.isfinite(found.points).all()
    assert found.points[-1, 0] == pytest.approx(1.0, abs=0.02)


def test_a_path_stops_before_the_first_place_that_is_not_finite() -> None:
    points = np.array([[0.0, 0.0, 1.0], [0.1, 0.0, np.nan], [np.inf, 0.0, 1.0], [0.2, 0.0, 1.0]])
    assert len(path_of(points)) == 2
    assert path_of(np.zeros(0)).shape == (0, 3)


def test_a_path_leaves_a_hole_out() -> None:
    values = X * Y
    values[28:33, 28:33] = np.nan
    holed = sheet_of(values, RECT, False, None)
    found = draped(path((-0.9, 0.0), (0.9, 0.0)), holed)
    assert np.abs(found.points[:, 0]).min() > 0.05
    assert (~found.joined).sum() == 2


@pytest.mark.parametrize("points", [path(), path((0.1, 0.2)), path((3.0, 3.0)), path((3.0, 3.0), (4.0, 3.0))])
def test_short_and_distant_paths_do_no_harm(sheet: Sheet, projection: Projection, points: Array) -> None:
    found = draped(points, sheet)
    (track,) = tracks_of([found], projection, Wall(0.0), None)
    assert track.runs(-1.0, 99.0) == []


def test_what_is_behind_something_is_hidden(sheet: Sheet, projection: Projection) -> None:
    found = draped(path((-0.9, -0.9), (0.9, -0.9)), sheet)
    (track,) = tracks_of([found], projection, Wall(200.0), None)
    runs = track.runs(-1.0, 99.0)
    assert [seen for _, _, seen in runs] == [False, True]
    edge = runs[0][1] - 1
    assert abs(track.pixels[edge, 0] - 200.0) < 12.0


def test_a_track_is_drawn_up_to_a_step_and_on_from_there(sheet: Sheet, projection: Projection) -> None:
    found = draped(path(*((x, 0.3) for x in np.linspace(-0.8, 0.8, 9))), sheet)
    (track,) = tracks_of([found], projection, Wall(-9.0), None)
    (first,) = track.runs(-1.0, 3.0)
    (second,) = track.runs(2.5, 8.0)
    assert track.times[first[1] - 1] == pytest.approx(3.0)
    assert second[0] <= first[1] - 1
    assert second[1] == len(track.times)


def test_several_paths_at_once_are_the_same_as_one_by_one(sheet: Sheet, projection: Projection) -> None:
    paths = [draped(path((-0.8, y), (0.2, -y), (0.9, y)), sheet) for y in (0.1, 0.5, 0.9)]
    paths.insert(1, Draped(np.zeros((0, 3)), np.zeros(0), np.zeros(0, bool)))
    together = tracks_of(paths, projection, Wall(150.0), None)
    for one, track in zip(paths, together, strict=True):
        (alone,) = tracks_of([one], projection, Wall(150.0), None)
        assert track.times == pytest.approx(alone.times)
        assert track.runs(-1.0, 9.0) == alone.runs(-1.0, 9.0)


def test_fog_leaves_out_what_it_covers(sheet: Sheet, projection: Projection) -> None:
    found = draped(path((-0.9, 0.0), (0.9, 0.0)), sheet)
    (track,) = tracks_of([found], projection, Wall(-9.0), (0.5, 0.0, 0.2))
    assert track.times.min() == pytest.approx((0.5 - 0.24 + 0.9) / 1.8, abs=0.03)
    assert track.times.max() == pytest.approx((0.5 + 0.24 + 0.9) / 1.8, abs=0.03)
