"""One gate: what is dragged, what is pushed, what arrives."""

import math
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.gate_view import GateView
from gui.widgets.gate_view_face import GateSeen, write_number, write_slope

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Z = np.linspace(-10, 10, 201)


def relu(z: float, sent: float = math.nan) -> GateSeen:
    slope = float(z > 0)
    return GateSeen(z, max(z, 0.0), slope, sent, sent * slope, Z, np.maximum(Z, 0), (Z > 0).astype(float))


@pytest.fixture
def gate(qtbot: Any, themes: ThemeHolder) -> GateView:
    themes.set(reduced=True)
    made = GateView(themes)
    qtbot.addWidget(made)
    made.resize(260, 220)
    made.show()
    made.show_gate(relu(2.0))
    return made


def test_dragging_asks_for_the_z_under_the_pointer(gate: GateView) -> None:
    asked: list[float] = []
    gate.z_asked.connect(asked.append)
    face = gate.face()
    at = QPoint(round(face.x_of(-4.0)), round(face.area.center().y()))
    QTest.mousePress(gate, LEFT, NONE, at)
    assert asked[-1] == pytest.approx(-4.0, abs=20 / face.area.width())
    QTest.mouseMove(gate, QPoint(5000, 30))
    assert asked[-1] == 10.0


@pytest.mark.parametrize(
    ("key", "z"), [(Qt.Key.Key_Right, 2.1), (Qt.Key.Key_Left, 1.9), (Qt.Key.Key_PageUp, 3.0), (Qt.Key.Key_Home, -10.0)]
)
def test_keys_move_z(gate: GateView, key: Qt.Key, z: float) -> None:
    asked: list[float] = []
    gate.z_asked.connect(asked.append)
    QTest.keyClick(gate, key)
    assert asked == [z]


@pytest.mark.parametrize(("key", "error"), [(Qt.Key.Key_Minus, -1.0), (Qt.Key.Key_Plus, 1.0)])
def test_keys_push_an_error(gate: GateView, key: Qt.Key, error: float) -> None:
    pushed: list[float] = []
    gate.pushed.connect(pushed.append)
    QTest.keyClick(gate, key)
    assert pushed == [error]


def test_what_arrives_is_told_once_something_was_sent(gate: GateView) -> None:
    assert "arrives" not in gate.describe()
    gate.show_gate(relu(2.0, -1.0))
    assert gate.describe() == "z is 2.00, the slope there 1. Of −1 that is sent back, −1 arrives."
    gate.show_gate(relu(-2.0, -1.0))
    assert gate.describe() == "z is −2.00, the slope there 0. Of −1 that is sent back, 0 arrives."


def test_a_locked_gate_refuses(gate: GateView) -> None:
    refused: list[bool] = []
    moved: list[float] = []
    gate.refused.connect(lambda: refused.append(True))
    gate.z_asked.connect(moved.append)
    gate.set_locked(True)
    QTest.mouseClick(gate, LEFT, NONE, gate.face().area.center().toPoint())
    QTest.keyClick(gate, Qt.Key.Key_Minus)
    assert refused == [True, True]
    assert moved == []


def test_a_push_is_at_its_end_at_once_where_motion_is_reduced(gate: GateView) -> None:
    gate.travel()
    assert gate._travel.level == 1.0


@pytest.mark.parametrize(("slope", "words"), [(1.0, "1"), (0.0, "0"), (0.25, "0.25"), (0.00662, "0.0066")])
def test_slopes_are_written_as_a_person_would(slope: float, words: str) -> None:
    assert write_slope(slope) == words


def test_nothing_has_no_sign() -> None:
    assert write_number(-1.0 * 0.0) == "0"
    assert write_number(-0.25) == "−0.25"


def test_a_flat_curve_and_none_at_all_are_painted(gate: GateView) -> None:
    for seen in (GateSeen(), GateSeen(0.0, 0.0, 0.0, 1.0, 0.0, Z, np.zeros(201), np.zeros(201))):
        gate.show_gate(seen)
        assert not gate.grab().isNull()
