"""1,797 handwritten digits of 8 x 8 pixels, for perceptrons that classify something a person can look at.

    x, labels = digits()               x (1797, 64) float64 from 0 (paper) to 1 (ink), labels (1797,) from 0 to 9

Source and licence: assets/data/SOURCES.md. The digits of one writer stand close together, so a test set of the last
rows has writers that were hardly seen, and a shuffled one flatters every learner (a radial support vector machine
reached 0.964 and 0.989). Both splits are given, and whoever shows an accuracy says which.
"""

from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from sim.datasets import split
from sim.draws import Rows

Array = NDArray[np.float64]
COUNT, CLASSES, SIDE, INK = 1797, 10, 8, 16.0
TESTED = 500


def data_folder() -> Path:
    """Where assets/data lies: beside `sim` in a checkout, in the package `gui` once installed."""
    root = Path(__file__).resolve().parent.parent
    beside = root / "assets" / "data"
    return beside if beside.is_dir() else root / "gui" / "assets" / "data"


@lru_cache(maxsize=1)
def digits() -> tuple[Array, NDArray[np.int64]]:
    """(x, labels), read-only."""
    with np.load(data_folder() / "digits.npz", allow_pickle=False) as file:
        x, labels = file["images"] / INK, file["labels"].astype(np.int64)
    x.flags.writeable = labels.flags.writeable = False
    return x, labels


def unseen_writers() -> tuple[Rows, Rows]:
    """(training rows, test rows): the last 500 digits, mostly by other people, are the test."""
    return np.arange(COUNT - TESTED), np.arange(COUNT - TESTED, COUNT)


def shuffled_writers(seed: int = 0) -> tuple[Rows, Rows]:
    """(training rows, test rows): 500 digits from anywhere are the test, by people who also wrote training digits."""
    return split(COUNT, TESTED / COUNT, seed)
