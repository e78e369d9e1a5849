"""Level lines in valleys narrower than a cell: whole lines or none, never a row of dashes."""

import numpy as np
import pytest

from gui.widgets.contours import Levels, contour_lines

RECT = (-2.0, 2.0, -1.0, 1.0)


def valley(slope: float, rows: int = 400, columns: int = 760) -> np.ndarray:
    """A straight valley whose floor rises along it."""
    x, y = np.meshgrid(np.linspace(*RECT[:2], columns), np.linspace(*RECT[2:], rows))
    return 1e4 * (y - slope * x) ** 2 + (x / 4.0) ** 2


def pieces(field: np.ndarray, level: float) -> list[np.ndarray]:
    lines = contour_lines(field, RECT, Levels((level,)))
    return [*lines.minor, *lines.major]


@pytest.mark.parametrize("slope", [0.31, -0.17, 0.05])
@pytest.mark.parametrize("level", [1e-3, 1e-2, 0.05, 0.2, 1.0, 5.0])
def test_a_narrow_valley_is_not_drawn_in_dashes(slope: float, level: float) -> None:
    assert len(pieces(valley(slope), level)) <= 4


def test_a_valley_of_several_cells_keeps_its_line() -> None:
    # Half width sqrt(level / 1e4) = 0.014, five cells of the whole field.
    lines = pieces(valley(0.1), 2.0)
    assert lines
    assert max(np.ptp(line[:, 0]) for line in lines) > 3.9


def test_the_smallest_circle_of_a_bowl_stays() -> None:
    x, y = np.meshgrid(np.linspace(*RECT[:2], 760), np.linspace(*RECT[2:], 400))
    (circle,) = pieces(x**2 + y**2, 1e-4)
    assert np.hypot(circle[:, 0], circle[:, 1]) == pytest.approx(0.01, rel=0.3)


def test_holes_in_the_field_are_no_valleys() -> None:
    field = valley(0.3)
    field[100:200, 300:400] = np.nan
    assert all(np.isfinite(line).all() for line in pieces(field, 0.2))
