"""The half without a window is tested without one: this folder runs alone, and nothing in it may need Qt."""

import importlib.util
import sys
from pathlib import Path

import numpy as np

if importlib.util.find_spec("sim") is None:
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

# numba-cuda 0.30 asks numpy for a name that numpy 2.5 dropped. The lock keeps numpy below 2.5; other machines may not.
if not hasattr(np, "row_stack"):
    np.row_stack = np.vstack  # noqa: NPY201
