"""The lens against a run: those who are struck out are those whom the last update left out."""

import numpy as np

from gui.panels.lab.pupils_showing import lens_of
from sim.config import Config
from sim.simulations.lab import LAB
from sim.simulations.lab_config import PARAMETERS, arrange
from sim.simulations.lab_view import LabSnapshot, LabView

RATE = 0.05
STEPS = 9


def two_moments() -> tuple[LabSnapshot, LabSnapshot]:
    """Before and after one update of eight hidden units with dropout, by plain descent."""
    config = arrange(Config.defaults(PARAMETERS).replace(preset="small"), "preset")
    config = config.replace({"a.optimizer": "sgd", "a.learning_rate": RATE, "a.momentum": 0.0, "a.dropout_input": 0.25})
    state, view, seen = LAB.init(config), LabView(pages=frozenset(("lens",)), arm="a"), []
    for steps in (STEPS, 1):
        state = LAB.advance(config, state, steps)
        seen.append(LAB.snapshot(config, state, view))
    return seen[0], seen[1]


def test_the_update_is_the_gradient_of_the_network_behind_the_masks_that_are_shown() -> None:
    before, after = two_moments()
    arm, lens = before.arm("a"), after.lens
    assert arm is not None
    assert lens is not None
    assert lens.step == STEPS + 1
    x = lens.x * lens.inputs / 0.75
    hidden = np.maximum(x @ arm.weights[0] + arm.biases[0], 0.0) * lens.layers[0].masks * 2.0
    answers = 1.0 / (1.0 + np.exp(-(hidden @ arm.weights[1] + arm.biases[1])))
    delta = (answers - lens.labels[:, None]) / len(lens.rows)
    back = (delta @ arm.weights[1].T) * (hidden > 0.0) * 2.0
    later = after.arm("a")
    assert later is not None
    np.testing.assert_allclose((arm.weights[1] - later.weights[1]) / RATE, hidden.T @ delta, atol=1e-4)
    np.testing.assert_allclose((arm.weights[0] - later.weights[0]) / RATE, x.T @ back, atol=1e-4)


def test_the_picture_shows_that_batch() -> None:
    _, after = two_moments()
    seen, lens = lens_of(after, 2), after.lens
    assert seen is not None
    assert lens is not None
    assert seen.step == STEPS + 1
    np.testing.assert_array_equal(seen.came(0), lens.layers[0].masks[2])
    np.testing.assert_array_equal(seen.came(-1), lens.inputs[2])
    assert not seen.answers(0)[~seen.came(0)].any()
    assert 0 < int(lens.layers[0].masks.sum()) < lens.layers[0].masks.size


def test_every_example_met_a_class_of_its_own() -> None:
    lens = two_moments()[1].lens
    assert lens is not None
    assert len(np.unique(lens.layers[0].masks, axis=0)) > len(lens.rows) / 2
