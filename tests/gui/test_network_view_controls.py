"""What changes the shape of a network: asked for, never done by itself; found by Tab, named for those who hear it."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.network_view import NetworkView
from gui.widgets.stepper import Stepper
from sim.activations import ACTIVATIONS
from tests.gui.network_scene import LEFT, shown


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeHolder) -> NetworkView:
    return shown(qtbot, themes, (2, 4, 2, 1))


def press(stepper: Stepper, sign: int) -> None:
    QTest.mouseClick(stepper, LEFT, pos=stepper.half(sign).center().toPoint())


def test_plus_and_minus_of_a_layer_ask_for_units(view: NetworkView) -> None:
    asked: list[tuple[int, int]] = []
    view.units_changed.connect(lambda layer, count: asked.append((layer, count)))
    press(view.controls.units[0], 1)
    press(view.controls.units[1], -1)
    assert asked == [(0, 5), (1, 1)]
    assert [stepper.count for stepper in view.controls.units] == [4, 2]


def test_layers_are_added_and_removed(view: NetworkView) -> None:
    said: list[str] = []
    view.layer_added.connect(lambda: said.append("added"))
    view.layer_removed.connect(lambda: said.append("removed"))
    press(view.controls.layers, 1)
    press(view.controls.layers, -1)
    assert said == ["added", "removed"]
    view.set_weights([np.ones((2, 1))])
    press(view.controls.layers, -1)
    assert said == ["added", "removed"]
    assert view.controls.layers.words() == "0 hidden layers"
    assert all(stepper.isHidden() for stepper in view.controls.units)


def test_a_small_label_opens_the_list_of_activations(view: NetworkView) -> None:
    chosen: list[tuple[int, str]] = []
    view.activation_chosen.connect(lambda layer, key: chosen.append((layer, key)))
    view.set_activations(["tanh", "relu", "sigmoid"])
    labels = view.controls.activations
    assert [label.key for label in labels] == ["tanh", "relu", "sigmoid"]
    QTest.mouseClick(labels[1], LEFT)
    options = labels[1].open_list()
    assert options.rows.currentItem().text() == "ReLU"
    options.rows.setCurrentRow(list(ACTIVATIONS).index("sigmoid"))
    QTest.keyClick(options.rows, Qt.Key.Key_Return)
    assert chosen == [(1, "sigmoid")]
    assert labels[1].key == "relu"
    QTest.keyClick(labels[0], Qt.Key.Key_Up)
    assert chosen[-1] == (0, "sigmoid")


def test_softmax_is_offered_to_the_output_alone(view: NetworkView) -> None:
    hidden, output = view.controls.activations[0].open_list(), view.controls.activations[2].open_list()
    offered = [[part.rows.item(row).text() for row in range(part.rows.count())] for part in (hidden, output)]
    assert offered[1] == [*offered[0], "Softmax"]
    view.set_weights([np.ones((2, 1)), np.ones((1, 1))])
    assert view.controls.activations[1].open_list().rows.count() == len(offered[1])


def test_activations_that_come_before_the_network_find_their_layers(view: NetworkView) -> None:
    view.set_activations(["relu", "linear"])
    view.set_weights([np.ones((2, 3)), np.ones((3, 1))])
    assert [label.key for label in view.controls.activations[:2]] == ["relu", "linear"]
    view.set_weights([np.ones((2, 3)), np.ones((3, 3)), np.ones((3, 1))])
    assert [label.key for label in view.controls.activations[:3]] == ["relu", "tanh", "linear"]


def test_input_features_are_chips_that_ask(view: NetworkView) -> None:
    asked: list[tuple[int, bool]] = []
    view.input_toggled.connect(lambda index, on: asked.append((index, on)))
    view.set_inputs(["x₁", "x₂", "x₁²"], [True, True, False])
    chips = view.controls.chips
    assert [chip.words() for chip in chips if not chip.isHidden()] == ["x₁", "x₂", "x₁²"]
    QTest.mouseClick(chips[2], LEFT)
    QTest.mouseClick(chips[0], LEFT)
    assert asked == [(2, True), (0, False)]
    assert [chip.isChecked() for chip in chips] == [True, True, False]
    left = view.layout_now().columns[0].unit(0).left()
    assert all(chip.geometry().right() < left for chip in chips)
    view.set_inputs(["x₁", "x₂"])
    assert all(chip.isHidden() for chip in chips)


def test_names_of_inputs_are_those_that_are_on(view: NetworkView) -> None:
    view.set_inputs(["x₁", "x₂", "sin x₁"], [True, False, True])
    assert view.content.input_names() == ["x₁", "sin x₁"]
    view.set_weights([np.ones((4, 1))])
    assert view.content.input_names() == ["x₁", "sin x₁", "x₃", "x₄"]


@pytest.mark.parametrize("presentation", [False, True])
def test_signs_are_large_enough_to_hit(view: NetworkView, themes: ThemeHolder, presentation: bool) -> None:
    themes.set(presentation=presentation)
    view.resize(1000, 520)
    least = themes.current.target
    for stepper in (view.controls.layers, *view.controls.units):
        assert min(stepper.half(1).width(), stepper.half(1).height()) >= least
        assert not stepper.half(1).intersects(stepper.half(-1))
    assert all(label.height() >= least for label in view.controls.activations)


def test_a_shape_that_is_not_the_topic_cannot_be_changed(view: NetworkView) -> None:
    before = view.layout_now().area.height()
    view.set_structure_shown(False)
    assert view.layout_now().area.height() > before
    assert view.controls.layers.isHidden()
    assert not any(label.isEnabled() for label in view.controls.activations)
    assert not view.grab().isNull()


def test_everything_has_a_name(view: NetworkView) -> None:
    names = [view.accessibleName(), *(stepper.accessibleName() for stepper in view.controls.units)]
    names += [label.accessibleName() for label in view.controls.activations]
    assert names == [
        "Network",
        "Units of hidden layer 1",
        "Units of hidden layer 2",
        "Activation of hidden layer 1",
        "Activation of hidden layer 2",
        "Activation of the output",
    ]
    assert "4 units" in view.controls.units[0].accessibleDescription()
    assert view.toolTip()


# The stepper alone --------------------------------------------------------------------------------------------------


@pytest.fixture
def stepper(qtbot: QtBot, themes: ThemeHolder) -> Stepper:
    made = Stepper(themes, "unit", "units", 1, 3)
    qtbot.addWidget(made)
    made.set_count(2)
    made.resize(made.sizeHint())
    made.show()
    return made


def test_keys_ask_and_stop_at_the_ends(stepper: Stepper) -> None:
    asked: list[int] = []
    stepper.asked.connect(asked.append)
    stepper.asked.connect(stepper.set_count)
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Up, Qt.Key.Key_Minus, Qt.Key.Key_Down, Qt.Key.Key_Down):
        QTest.keyClick(stepper, key)
    assert asked == [3, 2, 1]
    assert stepper.words() == "1 unit"


def test_a_press_that_ends_elsewhere_asks_for_nothing(stepper: Stepper) -> None:
    asked: list[int] = []
    stepper.asked.connect(asked.append)
    QTest.mousePress(stepper, LEFT, pos=stepper.half(1).center().toPoint())
    QTest.mouseRelease(stepper, LEFT, pos=stepper.half(-1).center().toPoint())
    QTest.mouseClick(stepper, LEFT, pos=QPoint(stepper.width() // 2, stepper.height() // 2))
    assert asked == []


def test_in_a_narrow_column_it_is_a_tower(stepper: Stepper) -> None:
    asked: list[int] = []
    stepper.asked.connect(asked.append)
    stepper.resize(28, stepper.tower_height())
    assert stepper.is_tower()
    assert stepper.half(1).bottom() < stepper.half(-1).top()
    press(stepper, 1)
    press(stepper, -1)
    assert asked == [3, 1]
