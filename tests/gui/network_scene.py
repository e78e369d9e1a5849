"""Networks to look at in tests: one with the numbers of the lesson, any other with seeded ones."""

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.network_view import NetworkView
from gui.widgets.network_view_content import Part

LEFT = Qt.MouseButton.LeftButton
WEIGHTS = [np.array([[1.16, 2.39], [-0.76, -2.04]]), np.array([[-1.79], [2.45]])]
BIASES = [np.array([0.29, -1.76]), np.array([1.29])]


def shown(
    qtbot: QtBot, themes: ThemeHolder, counts: tuple[int, ...] = (), size: tuple[int, int] = (500, 310)
) -> NetworkView:
    """A network of `counts` units with seeded weights; without counts the 2-2-1 of the lesson."""
    view, rng = NetworkView(themes), np.random.default_rng(5)
    qtbot.addWidget(view)
    view.resize(*size)
    if counts:
        view.set_weights([rng.normal(size=pair) for pair in pairwise(counts)])
        view.set_biases([rng.normal(size=count) for count in counts[1:]])
    else:
        view.set_weights(WEIGHTS)
        view.set_biases(BIASES)
    view.show()
    return view


def place(view: NetworkView, part: Part) -> QPoint:
    """A pixel of a part, away from what lies on top of it."""
    if part.kind != "edge":
        return view.point_of(part).toPoint()
    line = view.edges_now().lines[view.edges_now().index(part)]
    return QPointF(*line[len(line) // 3]).toPoint()


def drag(view: NetworkView, part: Part, across: int, down: int = 0, release: bool = True) -> None:
    """Take a part, move, let go."""
    start = place(view, part)
    QTest.mouseMove(view, start)
    QTest.mousePress(view, LEFT, pos=start)
    QTest.mouseMove(view, start + QPoint(across, down))
    if release:
        QTest.mouseRelease(view, LEFT, pos=start + QPoint(across, down))


def picture(view: NetworkView) -> QImage:
    """What it looks like."""
    return view.grab().toImage()
