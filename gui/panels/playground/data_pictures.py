"""Every data set as a small picture, drawn from the data themselves: made once, when the grid is first shown."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from gui.widgets.data_tile import Tile
from sim.datasets import DATASETS, Dataset, dataset
from sim.digits import SIDE, digits
from sim.simulations.playground_config import DIGITS, OWN, TABLE

Array = NDArray[np.float64]

MOST_POINTS, DENSE_POINTS = 150, 900
DENSE = ("stripes", "checkerboard", "plane", "hills")
"""Sets without gaps, which few points would not show."""
_DEPTH = (0.42, 0.30)
"""How far a third input moves a point, across and up."""
_DIGIT = 2
"""The picture that stands for the digits: a two in a clear hand."""

TITLES = {
    OWN: ("Your own", "Draw points with the pencil, open a table, or drop one anywhere here."),
    DIGITS: ("Handwritten digits", "1,797 small pictures of 8 by 8 pixels; one unit for each of the ten digits."),
    TABLE: ("100,000 rows", "A table of 50 columns: one unit still learns it, row by row, in moments."),
}


@lru_cache(maxsize=64)
def tile(key: str) -> Tile:
    """The picture of a data set, by its key in the setting "dataset"."""
    if key in DATASETS:
        return set_tile(DATASETS[key])
    title, about = TITLES[key]
    if key == OWN:
        return Tile(key, title, about, icon="pencil")
    return Tile(key, title, about, cells=digit_cells() if key == DIGITS else table_cells())


def set_tile(entry: Dataset) -> Tile:
    """A data set as it looks without asking for anything."""
    x, y = dataset(entry.key, DENSE_POINTS if entry.key in DENSE else min(entry.n, MOST_POINTS))
    if entry.inputs == 1:
        return Tile(entry.key, entry.title, entry.about, places=in_box(np.column_stack((x[:, 0], y[:, 0]))))
    flat = x[:, :2] + (np.outer(x[:, 2], _DEPTH) if x.shape[1] > 2 else 0.0)
    if entry.classes == 0:
        most = max(float(np.abs(y).max()), 1e-9)
        return Tile(entry.key, entry.title, entry.about, places=in_box(flat), values=y[:, 0] / most)
    classes = y.argmax(axis=1) if y.shape[1] > 1 else y[:, 0].astype(np.int64)
    return Tile(entry.key, entry.title, entry.about, places=in_box(flat), classes=np.asarray(classes, np.int64))


def in_box(places: Array) -> Array:
    """The points from 0 to 1; both axes have one scale, except where a curve is wider than it is high."""
    low, high = places.min(axis=0), places.max(axis=0)
    size = np.maximum(high - low, 1e-9)
    if size.max() < 3.0 * size.min():
        size = np.full(2, size.max())
    placed: Array = (places - 0.5 * (low + high)) / size + 0.5
    return placed


def digit_cells() -> Array:
    """A handwritten digit, in ink."""
    cells: Array = digits()[0][_DIGIT].reshape(SIDE, SIDE)
    return cells


def table_cells() -> Array:
    """Rows and columns of a table that nobody can read."""
    rows, columns = np.indices((9, 6))
    shades: Array = np.where(rows == 0, 0.85, 0.16 + 0.24 * ((3 * rows + 5 * columns + rows * columns) % 4) / 3.0)
    return np.where((rows % 2 == 0), shades, 0.5 * shades)
