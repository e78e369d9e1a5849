"""A mesh of losses as a relief: the map's tones, cut where it must be, with holes where there are no numbers."""

import numpy as np
import pytest

from gui.widgets.contours import levels_for
from gui.widgets.relief import tones
from gui.widgets.surface_sheet import ALONG, HEIGHT, blurred, sheet_of

RECT = (-2.0, 2.0, -1.0, 3.0)
X, Y = np.meshgrid(np.linspace(-2.0, 2.0, 41), np.linspace(-1.0, 3.0, 33))


def test_heights_run_from_the_valley_to_the_peak() -> None:
    sheet = sheet_of(X + Y, RECT, False, None)
    heights = sheet.cells[..., 0]
    assert heights.min() == pytest.approx(0.0)
    assert heights.max() == pytest.approx(1.0)
    assert heights[16, 20] == pytest.approx(0.5)


def test_logarithmic_heights_are_the_map_s_tones() -> None:
    values = (1.0 - X) ** 2 + 100.0 * (Y - X * X) ** 2
    sheet = sheet_of(values, RECT, True, None)
    assert np.abs(sheet.cells[..., 0] - tones(blurred(values), sheet.span, True)).max() < 1e-6
    inside = [value for value in levels_for(sheet.span, True).values if value < sheet.span.high]
    assert len(sheet.levels) == len(inside) + 2
    assert (np.diff(sheet.levels[:, 0]) > 0.0).all()


def test_the_slope_of_a_plane_is_the_same_everywhere() -> None:
    cells = sheet_of(3.0 * X - Y, RECT, False, None).cells
    assert np.ptp(cells[..., 1]) < 1e-4
    assert np.ptp(cells[..., 2]) < 1e-4
    assert cells[0, 0, 1] > 0.0 > cells[0, 0, 2]


@pytest.mark.parametrize("value", [0.0, -3.0, 1e300])
@pytest.mark.parametrize("log_levels", [False, True])
def test_a_constant_surface_is_a_flat_sheet(value: float, log_levels: bool) -> None:
    sheet = sheet_of(np.full((9, 9), value), RECT, log_levels, None)
    assert (sheet.cells[..., 0] == 0.5).all()
    assert not sheet.cells[..., 1:].any()
    assert not sheet.is_empty


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf])
def test_a_surface_without_numbers_is_empty(value: float) -> None:
    sheet = sheet_of(np.full((9, 9), value), RECT, False, None)
    assert sheet.is_empty
    assert np.isfinite(sheet.levels).all()


def test_infinite_heights_are_holes_and_leave_the_others_alone() -> None:
    values = X + Y
    values[3, 4] = np.inf
    values[5, 6] = np.nan
    heights = sheet_of(values, RECT, False, None).cells[..., 0]
    assert np.isnan(heights[3, 4])
    assert np.isnan(heights[5, 6])
    assert np.isfinite(heights).sum() == heights.size - 2


def test_the_bottom_of_the_box_is_where_the_surface_is_cut() -> None:
    sheet = sheet_of(X**2 - 4.0 * Y, RECT, False, -4.0)
    assert sheet.span.low == -4.0
    assert sheet.tones(np.array([-4.0]))[0] == pytest.approx(0.0)
    assert sheet.cells[..., 0].min() < 0.0


def test_a_pole_does_not_flatten_the_rest() -> None:
    values = X + Y
    values[0, 0] = 1e9
    heights = sheet_of(values, RECT, False, None).cells[..., 0]
    assert heights[0, 0] > 1.0
    assert np.ptp(heights[values < 10.0]) > 0.5


@pytest.mark.parametrize("scale", [1e-300, 1e300])
def test_extreme_heights_stay_finite(scale: float) -> None:
    sheet = sheet_of((X - Y) * scale, RECT, False, None)
    assert np.isfinite(sheet.cells).all()


def test_the_ground_under_a_point_lies_between_its_samples() -> None:
    sheet = sheet_of(X + 2.0 * Y, RECT, False, None)
    points = np.array([[0.33, 0.71], [-2.0, -1.0], [2.0, 3.0], [2.1, 0.0], [np.nan, 0.0]])
    ground = sheet.ground(points)
    expected = sheet.tones(points[:3, 0] + 2.0 * points[:3, 1])
    assert ground[:3] == pytest.approx(expected, abs=1e-6)
    assert np.isnan(ground[3:]).all()
    assert sheet.loss_at((0.5, 0.25)) == pytest.approx(1.0)


@pytest.mark.parametrize(("rect", "sides"), [((0, 4, 0, 4), (1.0, 1.0)), ((0, 10, 0, 1), (1.0, 0.55))])
def test_the_box_has_the_proportions_of_the_plane_within_reason(
    rect: tuple[float, float, float, float], sides: tuple[float, float]
) -> None:
    sheet = sheet_of(np.zeros((5, 5)), rect, False, None)
    assert sheet.sides == pytest.approx(sides)
    corners = sheet.to_box(np.array([[rect[0], rect[2]], [rect[1], rect[3]]]))
    assert np.abs(corners) == pytest.approx(np.array([sides, sides]))
    assert sheet.from_box(*corners[1]) == pytest.approx((rect[1], rect[3]))


def test_the_hull_stays_in_the_box() -> None:
    hull = sheet_of(X**2 - Y**2, RECT, False, -2.0).hull
    assert np.abs(hull[:, 2]).max() <= HEIGHT / 2 + 1e-9
    assert np.abs(hull[:, :2]).max() == pytest.approx(1.0)


def test_a_moving_picture_has_fewer_samples_and_the_same_edges() -> None:
    values = np.add.outer(np.linspace(0, 1, 150), np.linspace(0, 1, 121))
    sheet = sheet_of(values, RECT, False, None)
    xs, ys, cells = sheet.coarse
    assert cells.shape == (64, 64, 3)
    assert (xs[0], xs[-1], ys[0], ys[-1]) == (sheet.xs[0], sheet.xs[-1], sheet.ys[0], sheet.ys[-1])


def test_a_gorge_narrower_than_the_mesh_has_no_saw_teeth() -> None:
    """The floor of Rosenbrock's valley goes up and down less than half as much as that of its samples."""
    x, y = np.meshgrid(np.linspace(-2.0, 2.0, 128), np.linspace(-1.0, 3.0, 128))
    values = (1.0 - x) ** 2 + 100.0 * (y - x * x) ** 2
    heights = sheet_of(values, RECT, True, None).cells[..., 0]
    floor = heights[64:, 64:].min(axis=1)
    raw = tones(values, sheet_of(values, RECT, True, None).span, True)[64:, 64:].min(axis=1)
    assert np.abs(np.diff(floor, 2)).max() < 0.4 * np.abs(np.diff(raw, 2)).max()


def test_blurring_leaves_a_plane_and_the_samples_beside_holes_alone() -> None:
    values = X + 2.0 * Y
    assert np.abs(blurred(values) - values)[2:-2, 2:-2].max() < 1e-12
    values[5, 6] = np.nan
    found = blurred(values)
    assert np.isnan(found).sum() == 1
    assert np.isfinite(blurred(np.full((4, 4), 1e308))).all()


def test_edges_lie_on_the_relief() -> None:
    sheet = sheet_of(X + 2.0 * Y, RECT, False, None)
    points = sheet.edges[0, -1]
    assert points[:, :2] == pytest.approx(np.column_stack((ALONG, np.full(len(ALONG), -1.0))))
    ground = sheet.ground(np.column_stack((2.0 * ALONG, np.full(len(ALONG), -1.0))))
    assert points[:, 2] == pytest.approx((ground - 0.5) * HEIGHT)
    assert (sheet.edges[1, 0][:, 0] == 1.0).all()


def test_an_edge_without_numbers_lies_in_the_middle() -> None:
    values = X.copy()
    values[:, -1] = np.nan
    assert not sheet_of(values, RECT, False, None).edges[1, 0][:, 2].any()


@pytest.mark.parametrize("shape", [(1, 1), (1, 5), (2, 2)])
def test_the_smallest_meshes_do_no_harm(shape: tuple[int, int]) -> None:
    sheet = sheet_of(np.arange(shape[0] * shape[1], dtype=float).reshape(shape), RECT, False, None)
    assert np.isfinite(sheet.hull).all()
    assert sheet.ground(np.array([[0.0, 0.0]])).shape == (1,)
