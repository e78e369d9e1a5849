import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from gui.widgets.contours import Array
from gui.widgets.polylines import MOST_POINTS, clip, finite_part, polygon, thin_out

BOX = (-10.0, -10.0, 110.0, 60.0)
WILD = st.floats(allow_nan=True, allow_infinity=True)


@given(arrays(np.float64, st.tuples(st.integers(0, 12), st.just(2)), elements=WILD))
def test_no_path_whatever_it_holds_leaves_the_box(path: Array) -> None:
    for part in clip(finite_part(path), BOX):
        assert np.isfinite(part).all()
        assert (part >= np.array(BOX[:2])).all()
        assert (part <= np.array(BOX[2:])).all()


def test_a_path_ends_before_its_first_point_that_is_not_finite() -> None:
    path = np.array([[1.0, 2.0], [3.0, 4.0], [np.inf, 0.0], [5.0, 6.0]])
    assert finite_part(path).tolist() == [[1.0, 2.0], [3.0, 4.0]]


@pytest.mark.parametrize("far", [1e3, 1e20, 1e149, 1e300])
def test_a_segment_that_leaves_the_picture_keeps_its_direction(far: float) -> None:
    (part,) = clip(finite_part(np.array([[0.0, 0.0], [far, far / 4.0]])), BOX)
    assert part[-1] == pytest.approx([110.0, 27.5])


def test_a_path_that_leaves_downwards_stays_in_its_column() -> None:
    far = finite_part(np.array([[1.0, 0.0], [1.0, -1e200]]))
    assert far[-1, 0] == 1.0


def test_a_path_that_crosses_the_picture_twice_comes_in_two_parts() -> None:
    path = np.array([[-50.0, 20.0], [200.0, 20.0], [200.0, 40.0], [-50.0, 40.0]])
    parts = clip(path, BOX)
    assert [part.tolist() for part in parts] == [[[-10.0, 20.0], [110.0, 20.0]], [[110.0, 40.0], [-10.0, 40.0]]]


def test_a_path_that_passes_by_is_not_drawn() -> None:
    assert clip(np.array([[-50.0, 0.0], [-20.0, 50.0]]), BOX) == []


def test_thinning_keeps_ends_and_turns() -> None:
    steps = np.arange(5000)
    path = np.column_stack((steps * 0.2, 20.0 * np.abs((steps / 500.0) % 2.0 - 1.0)))
    thin = thin_out(path)
    corners = path[500:5000:500]
    assert len(thin) <= MOST_POINTS
    assert thin[0].tolist() == path[0].tolist()
    assert thin[-1].tolist() == path[-1].tolist()
    assert all(np.hypot(*(thin - corner).T).min() < 0.3 for corner in corners)


def test_a_short_path_is_not_thinned() -> None:
    path = np.random.default_rng(0).normal(size=(MOST_POINTS, 2))
    assert thin_out(path) is path


def test_qt_gets_the_very_numbers() -> None:
    path = np.array([[0.1, 0.2], [3.5, -4.25], [1e5, 7.0]])
    line = polygon(path)
    assert [(point.x(), point.y()) for point in line.toList()] == [tuple(point) for point in path.tolist()]
    assert polygon(np.zeros((0, 2))).isEmpty()
