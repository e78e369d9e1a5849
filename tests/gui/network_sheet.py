"""Networks and twins on one sheet, with numbers as a lesson has them; painted by component_sheet."""

from itertools import pairwise

import numpy as np
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.card import Card
from gui.widgets.contours import Array
from gui.widgets.fan_plot import FanPlot
from gui.widgets.network_view import NetworkView
from gui.widgets.score import Score
from gui.widgets.twin_grid import TwinGrid

SIZE = (1280, 1120)
FEATURES = ("x₁", "x₂", "x₁²", "x₂²", "x₁x₂", "sin x₁", "sin x₂")
SIDE = 48
LESSON = (
    [np.array([[1.16, 2.39], [-0.76, -2.04]]), np.array([[-1.79], [2.45]])],
    [np.array([0.29, -1.76]), np.array([1.29])],
)


def plane() -> Array:
    """The points of a picture (points, 2), the first row on top."""
    places = np.linspace(-1.5, 1.5, SIDE)
    x, y = np.meshgrid(places, places[::-1])
    points: Array = np.column_stack((x.ravel(), y.ravel()))
    return points


def drawn(counts: tuple[int, ...]) -> tuple[list[Array], list[Array]]:
    """Seeded weights and biases."""
    rng = np.random.default_rng(3)
    weights = [rng.normal(size=pair) * 2 / np.sqrt(pair[0]) for pair in pairwise(counts)]
    return weights, [rng.normal(size=count) * 0.6 for count in counts[1:]]


def network(
    themes: ThemeHolder, weights: list[Array], biases: list[Array], pictures: bool = True, chips: bool = False
) -> NetworkView:
    """A tanh network with a sigmoid output, and what its units say about the plane."""
    view, last = NetworkView(themes), len(weights) - 1
    view.set_weights(weights)
    view.set_biases(biases)
    view.set_activations(["tanh"] * last + ["sigmoid"])
    if chips:
        view.set_inputs(FEATURES, [place < 2 for place in range(len(FEATURES))])
    values = plane()
    fields = [values / 2.1]
    for layer, (matrix, vector) in enumerate(zip(weights, biases, strict=True)):
        z = values @ matrix + vector
        values = np.tanh(z) if layer < last else 1 / (1 + np.exp(-z))
        fields.append(values)
    if pictures:
        view.set_thumbnails([field.T.reshape(-1, SIDE, SIDE) for field in fields])
    else:
        view.set_activities([field[700] for field in fields])
    return view


def twin_card(themes: ThemeHolder) -> Card:
    """400 twins of which a third gets stuck and three fly off."""
    card, rng = Card(themes, "stage"), np.random.default_rng(1)
    epochs, stuck = np.arange(0, 2210, 10.0), rng.uniform(size=400) < 0.31
    start, pace = rng.uniform(100, 900, (400, 1)), np.exp(rng.normal(-6.0, 0.5, (400, 1)))
    fall = 1 / (1 + np.exp(np.clip(3 * pace * (epochs - start), -50, 50)))
    rest = np.where(stuck, 0.34, 0.0)[:, None] * (1 - np.exp(-epochs / 400))
    losses = 0.69 * rng.uniform(0.9, 1.1, (400, 1)) * fall + rest + 0.002 * np.exp(-epochs * pace)
    score, fan, grid = Score(themes), FanPlot(themes), TwinGrid(themes)
    score.set_share(276, 400, (0.643, 0.733), "solve it by epoch 600")
    fan.set_fan(epochs, np.quantile(losses, [0.02, 0.25, 0.5, 0.75, 0.98], axis=0), losses.max(axis=0))
    fan.set_run(losses[0])
    fan.set_twins(losses[:14], range(14))
    fan.set_cursor(700)
    last = losses[:, -1].copy()
    last[[5, 9, 50]] = np.nan
    grid.set_losses(last, ~stuck)
    grid.set_chosen(0)
    for widget in (score, fan, grid):
        card.body.addWidget(widget)
    return card


def sheet(themes: ThemeHolder) -> QWidget:
    """Five networks and the twins."""
    window = QWidget()
    grid, column = QGridLayout(window), QVBoxLayout()
    small = network(themes, *LESSON)
    small.set_selected("unit", 0, -1, 0)
    dropped = network(themes, *drawn((2, 3, 1)), pictures=False)
    dropped.set_dropped([np.array([False, True, False])])
    views = (
        small, network(themes, *drawn((2, 4, 2, 1)), chips=True),
        network(themes, *drawn((2, *[8] * 6, 1))), dropped,
        network(themes, *drawn((2, *[64] * 12, 10)), pictures=False),
    )  # fmt: skip
    for place, view in enumerate(views):
        card = Card(themes, "stage")
        card.body.addWidget(view)
        grid.addWidget(card, place // 2, place % 2)
    column.addWidget(twin_card(themes))
    grid.addLayout(column, 2, 1)
    return window
