"""Numbers, curves, learners and digits on one sheet, as a lesson has them; painted by component_sheet."""

import numpy as np
from PySide6.QtWidgets import QGridLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.bound_meter import BoundMeter
from gui.widgets.card import Card
from gui.widgets.contours import Array
from gui.widgets.decision_map import DecisionMap
from gui.widgets.digit_units import DigitUnits
from gui.widgets.function_plot import FunctionPlot
from gui.widgets.learner_board import HAND, LearnerBoard, LearnerRow
from sim.digits import digits, unseen_writers
from sim.perceptron import LEARNERS

SIZE = (1280, 860)
DASHES: dict[str, tuple[float, ...]] = {"perceptron": (), "delta": (7.0, 4.0), "sigmoid": (1.5, 2.5)}


def numbers(themes: ThemeHolder) -> DecisionMap:
    """A saddle and its points, a fifth of them for the test."""
    made, rng = DecisionMap(themes), np.random.default_rng(0)
    places = rng.uniform(-1.1, 1.1, (90, 2))
    made.set_domain((-1.2, 1.2, -1.2, 1.2))
    made.set_values(places, places.prod(axis=1) + rng.normal(0, 0.08, 90), np.arange(90) % 5 > 0)
    x, y = np.meshgrid(*[np.linspace(-1.2, 1.2, 128)] * 2)
    made.set_field(0.9 * x * y)
    return made


def curve(themes: ThemeHolder) -> FunctionPlot:
    """A curve that has not quite learned its points."""
    made, rng = FunctionPlot(themes), np.random.default_rng(1)
    x, grid = np.sort(rng.uniform(-1.1, 1.1, 26)), np.linspace(-1.2, 1.2, 256)
    made.set_domain((-1.2, 1.2, -1.2, 1.2))
    made.set_points(x, 0.8 * np.sin(3 * x) + rng.normal(0, 0.1, 26), np.arange(26) % 5 > 0)
    made.set_curve(grid, 0.7 * np.sin(2.6 * grid))
    made.set_residuals(True)
    made.set_crosshair((0.6, 0.0))
    return made


def board(themes: ThemeHolder) -> LearnerBoard:
    """Lesson 2.1: only the linear unit still makes mistakes."""
    made = LearnerBoard(themes)
    rights, mistakes = (70, 55, 70), (23, 412, 38)
    rows = [
        LearnerRow(key, entry.title, entry.formula, right, 70, count, changed=key == "delta", dashes=DASHES[key])
        for (key, entry), right, count in zip(LEARNERS.items(), rights, mistakes, strict=True)
    ]
    made.set_rows([*rows, LearnerRow(HAND, "Your line", right=52, total=70, best=61)])
    made.set_selected("delta")
    return made


def trained() -> tuple[Array, Array]:
    """Ten perceptrons after three passes over the training digits, and how many mistakes each made in the last."""
    x, labels = digits()
    rows = np.concatenate((np.ones((len(x), 1)), x), axis=1)
    weights, mistakes = np.zeros((10, 65)), np.zeros(10, int)
    for _ in range(3):
        mistakes[:] = 0
        for row in unseen_writers()[0].tolist():
            wrong = (labels[row] == np.arange(10)).astype(float) - (weights @ rows[row] > 0)
            mistakes += wrong != 0
            weights += wrong[:, None] * rows[row]
    return weights, mistakes


def units(themes: ThemeHolder) -> DigitUnits:
    """Trained digit units and digits by other writers."""
    made, (x, labels), tested = DigitUnits(themes), digits(), unseen_writers()[1]
    weights, mistakes = trained()
    sums = weights[:, 0] + x[tested] @ weights[:, 1:].T
    said, truth = sums.argmax(axis=1), labels[tested]
    accuracies = [float((said[truth == digit] == digit).mean()) for digit in range(10)]
    made.set_units(weights, accuracies, mistakes)
    made.set_samples(x[tested[:16]], said[:16], truth[:16])
    return made


def meters(themes: ThemeHolder) -> tuple[BoundMeter, ...]:
    """A promise that holds, one for another start, and none yet."""
    made = tuple(BoundMeter(themes) for _ in range(3))
    made[0].set_bound(7, 147.3, 1.52, 0.1253)
    made[1].set_bound(31, 18.0, 1.4, 0.33)
    made[2].set_bound(3, None, None, None)
    return made


def sheet(themes: ThemeHolder) -> QWidget:
    """Five cards."""
    window = QWidget()
    grid = QGridLayout(window)
    wide = (board(themes), *meters(themes))
    groups = ((numbers(themes),), (curve(themes),), wide, (board(themes),), (units(themes),))
    cards = []
    for group in groups:
        card = Card(themes, "stage")
        for widget in group:
            card.body.addWidget(widget)
        if len(group) > 1:
            card.body.addStretch(1)
        cards.append(card)
    grid.addWidget(cards[0], 0, 0)
    grid.addWidget(cards[1], 0, 1)
    grid.addWidget(cards[2], 0, 2)
    grid.addWidget(cards[4], 1, 0, 1, 2)
    grid.addWidget(cards[3], 1, 2)
    grid.setColumnStretch(2, 1)
    return window
