"""sqrt, exp, log, sin, cos, tan, tanh, sigmoid ... for every number type."""

from typing import Any

import numpy as np

from sim.lanes import one
from sim.portable import portable

sqrt, absolute, minimum, maximum = np.sqrt, np.absolute, np.minimum, np.maximum
exp, log, sin, cos, tan, tanh = np.exp, np.log, np.sin, np.cos, np.tan, np.tanh


@portable
def sigmoid(z: Any) -> Any:
    """1 / (1 + exp(-z))."""
    return one(z) / (one(z) + exp(-z))
