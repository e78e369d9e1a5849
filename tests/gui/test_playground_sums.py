"""The bubble of the playground: what is pointed at is reckoned, a click pins it, and a pinned sum goes on living."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui.panels.playground import explaining
from gui.panels.playground.explaining import Explaining
from gui.theme import ThemeHolder
from gui.widgets.network_view_content import Part
from sim.simulations.playground_view import PlaygroundSnapshot
from tests.gui.playground_sums_desk import Desk, plane_rows, snapshot_of
from tests.sim.hand_reckoning import reckon_again

NOWHERE = QPointF()


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "PATIENCE", 0)
    monkeypatch.setattr(explaining, "LINGER", 0)


def rest(signal: Any, *told: Any) -> None:
    """The pointer comes to a thing and stays there."""
    signal.emit(*told, NOWHERE)
    QTest.qWait(1)


def ask_for_tooltip(picture: QWidget, at: QPoint) -> None:
    QToolTip.hideText()
    QTest.qWait(1)
    QApplication.sendEvent(picture, QHelpEvent(QEvent.Type.ToolTip, at, picture.mapToGlobal(at)))


def desk_of(qtbot: QtBot, themes: ThemeHolder, **values: Any) -> tuple[Desk, Explaining]:
    themes.set(reduced=True)
    snapshot, config = snapshot_of(**values)
    desk = Desk(themes, snapshot, config)
    qtbot.addWidget(desk.stage)
    desk.stage.show()
    return desk, Explaining(desk)  # type: ignore[arg-type]


@pytest.fixture
def made(qtbot: QtBot, themes: ThemeHolder) -> tuple[Desk, Explaining]:
    return desk_of(qtbot, themes)


def text_of(desk: Desk) -> str:
    return desk.stage.bubble.plain_text()


def shown(desk: Desk) -> PlaygroundSnapshot:
    assert desk.snapshot is not None
    return desk.snapshot


@pytest.mark.parametrize(
    "part, title",
    [
        (("unit", 0, -1, 0), "h₁, point 1"),
        (("edge", 1, 1, 0), "w₂ of ŷ, point 1"),
        (("bias", 0, -1, 1), "Bias of h₂, point 1"),
        (("input", -1, -1, 1), "x₂, point 1"),
    ],
)
def test_pointing_at_a_part_shows_its_sum(
    made: tuple[Desk, Explaining], part: tuple[str, int, int, int], title: str
) -> None:
    desk, _ = made
    rest(desk.stage.network.hovered, *part)
    assert desk.stage.bubble.isVisible()
    assert text_of(desk).splitlines()[0] == title
    assert reckon_again(text_of(desk)) >= (0 if part[0] == "input" else 4)


def test_the_sum_is_the_networks_own(made: tuple[Desk, Explaining]) -> None:
    desk, _ = made
    rest(desk.stage.map.hovered, 5)
    network = shown(desk).network
    assert network is not None
    answer = float(network.outputs[5, 0])
    unrounded = text_of(desk).splitlines()[-1].split("\t")[-1]
    assert float(unrounded.replace("−", "-")) == pytest.approx(answer, abs=6e-6)
    assert reckon_again(text_of(desk)) >= 7


def test_leaving_closes_it_a_moment_later_so_that_the_bubble_can_be_reached(made: tuple[Desk, Explaining]) -> None:
    desk, _ = made
    rest(desk.stage.network.hovered, "unit", 0, -1, 0)
    desk.stage.network.hovered.emit("", -1, -1, -1, NOWHERE)
    assert desk.stage.bubble.isVisible()
    QTest.qWait(1)
    assert not desk.stage.bubble.isVisible()


def test_in_passing_nothing_is_explained(made: tuple[Desk, Explaining]) -> None:
    desk, _ = made
    for index in range(4):
        desk.stage.map.hovered.emit(index, NOWHERE)
    desk.stage.map.hovered.emit(None, NOWHERE)
    QTest.qWait(1)
    assert not desk.stage.bubble.isVisible()


def test_a_dragged_point_is_not_covered_by_its_sum(made: tuple[Desk, Explaining]) -> None:
    desk, _ = made
    rest(desk.stage.map.hovered, 2)
    desk.stage.map.point_moved.emit(2, 0.5, 0.5)
    assert not desk.stage.bubble.isVisible()
    desk.stage.network.clicked.emit("unit", 0, -1, 0, NOWHERE)
    desk.stage.map.point_moved.emit(2, 0.6, 0.5)
    assert desk.stage.bubble.isVisible(), "what is pinned stays"


def test_a_tooltip_does_not_cover_the_sum(made: tuple[Desk, Explaining]) -> None:
    """Neither of units nor of points, neither beside a passing sum nor beside one that is pinned."""
    desk, _ = made
    stage = desk.stage
    for pinned in (False, True):
        for told in (("unit", 0, -1, 0), ("edge", 0, 1, 0)):
            rest(stage.network.hovered, *told)
            stage.bubble.pinned = pinned
            for picture in (stage.network, stage.map):
                ask_for_tooltip(picture, picture.rect().center())
                assert not QToolTip.isVisible()
    rest(stage.map.hovered, 5)
    ask_for_tooltip(stage.map, stage.map.point_spot(5).toPoint())
    assert not QToolTip.isVisible()


def test_without_a_sum_tooltips_come(made: tuple[Desk, Explaining], qtbot: QtBot) -> None:
    desk, _ = made
    ask_for_tooltip(desk.stage.map, desk.stage.map.point_spot(5).toPoint())
    qtbot.waitUntil(lambda: QToolTip.isVisible())
    rest(desk.stage.map.hovered, 5)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_sum_leaves_the_diagram_and_the_map_free(made: tuple[Desk, Explaining]) -> None:
    desk, _ = made
    stage = desk.stage
    stage.resize(1000, 1000)
    layout = stage.layout()
    assert layout is not None
    layout.setContentsMargins(0, 0, 0, 500)
    QTest.qWait(1)
    at = stage.network.point_of(Part("unit", 0, -1, 0))
    stage.network.clicked.emit("unit", 0, -1, 0, at)
    card = stage.bubble.card
    for picture in (stage.network, stage.map):
        assert not card.intersects(QRectF(picture.geometry()))


def test_a_click_pins_and_a_second_one_lets_go(made: tuple[Desk, Explaining], qtbot: QtBot) -> None:
    desk, _ = made
    desk.stage.network.clicked.emit("unit", 0, -1, 0, NOWHERE)
    assert desk.stage.bubble.pinned
    rest(desk.stage.network.hovered, "unit", 1, -1, 0)
    assert text_of(desk).startswith("h₁")
    desk.stage.network.clicked.emit("unit", 1, -1, 0, NOWHERE)
    assert text_of(desk).startswith("ŷ")
    desk.stage.network.clicked.emit("unit", 1, -1, 0, NOWHERE)
    assert not desk.stage.bubble.pinned


def test_escape_closes_a_pinned_sum(made: tuple[Desk, Explaining]) -> None:
    desk, explaining = made
    desk.stage.network.clicked.emit("edge", 0, 0, 0, NOWHERE)
    QTest.keyClick(desk.stage, Qt.Key.Key_Escape)
    assert not desk.stage.bubble.isVisible()
    explaining.follow(shown(desk))
    assert not desk.stage.bubble.isVisible()


def test_a_pinned_sum_follows_the_running_network(made: tuple[Desk, Explaining]) -> None:
    desk, explaining = made
    desk.stage.network.clicked.emit("unit", 1, -1, 0, NOWHERE)
    before, width = text_of(desk), desk.stage.bubble.card.width()
    desk.snapshot, _ = snapshot_of(200)
    explaining.follow(desk.snapshot)
    assert text_of(desk) != before
    assert reckon_again(text_of(desk)) >= 4
    assert desk.stage.bubble.card.width() >= width


def test_a_pinned_sum_follows_the_pointer_on_the_map(made: tuple[Desk, Explaining]) -> None:
    desk, _ = made
    desk.stage.network.clicked.emit("unit", 0, -1, 0, NOWHERE)
    desk.stage.map.pointed.emit((0.25, -0.5))
    assert text_of(desk).startswith("h₁, where you point\nx₁ · w₁\t0.250 · ")
    desk.stage.map.pointed.emit(None)
    assert text_of(desk).startswith("h₁, point 1")


def test_the_point_looked_at_last_is_the_one_that_units_are_reckoned_for(made: tuple[Desk, Explaining]) -> None:
    desk, _ = made
    rest(desk.stage.map.hovered, 7)
    rest(desk.stage.map.hovered, None)
    rest(desk.stage.network.hovered, "unit", 0, -1, 0)
    assert text_of(desk).startswith("h₁, point 8")


def test_what_no_longer_exists_is_let_go(made: tuple[Desk, Explaining]) -> None:
    desk, explaining = made
    desk.stage.network.clicked.emit("unit", 0, -1, 1, NOWHERE)
    desk.snapshot, desk.config = snapshot_of(5, layers="")
    explaining.follow(desk.snapshot)
    assert not desk.stage.bubble.isVisible()
    rest(desk.stage.map.hovered, 39)
    assert desk.stage.bubble.isVisible()
    desk.snapshot, desk.config = snapshot_of(5, n=4)
    explaining.follow(desk.snapshot)
    assert not desk.stage.bubble.isVisible()


@pytest.mark.parametrize(
    "values",
    [
        {"dataset": "three_clouds", "output": "softmax", "layers": "3", "features": "x1 x2 x1_squared sin_x2"},
        {"dataset": "parity", "bits": 4, "n": 16},
        {"dataset": "sine", "output": "linear", "loss": "squared_error", "features": "x1", "layers": "3"},
        {"dataset": "plane", "output": "linear", "loss": "squared_error", "layers": "2 2"},
        {"dataset": "xor", "output": "tanh", "loss": "squared_error", "activation": "relu"},
        {"dataset": "xor", "output": "step", "loss": "perceptron", "layers": ""},
        {"dataset": "xor", "layers": "40 40"},
        {"dataset": "own"},
    ],
)
def test_every_kind_of_network_has_its_sums(qtbot: QtBot, themes: ThemeHolder, values: dict[str, Any]) -> None:
    desk, _ = desk_of(qtbot, themes, **values)
    network = shown(desk).network
    assert network is not None
    if not len(shown(desk).data.x):
        rest(desk.stage.network.hovered, "unit", 0, -1, 0)
        assert not desk.stage.bubble.isVisible(), "without a point there is nothing to reckon"
        return
    picture = desk.stage.map if shown(desk).data.x.shape[1] > 1 else desk.stage.function
    rest(picture.hovered, 2)
    assert reckon_again(text_of(desk)) >= 1
    for layer in range(len(network.weights)):
        rest(desk.stage.network.hovered, "bias", layer, -1, 0)
        assert reckon_again(text_of(desk)) >= 4
    for column in range(len(network.features)):
        rest(desk.stage.network.hovered, "input", -1, -1, column)
        assert desk.stage.bubble.isVisible()


def test_the_copy_holds_every_term(qtbot: QtBot, themes: ThemeHolder) -> None:
    desk, _ = desk_of(qtbot, themes, layers="12")
    desk.stage.network.clicked.emit("unit", 1, -1, 0, NOWHERE)
    assert text_of(desk).count(" · w") < 12
    desk.stage.bubble.copy()
    copied = QGuiApplication.clipboard().text()
    assert copied.count(" · w") == 12
    assert reckon_again(copied) == 15


def test_the_map_shows_for_which_point_a_unit_is_reckoned(made: tuple[Desk, Explaining]) -> None:
    desk, explaining = made
    rest(desk.stage.map.hovered, 3)
    rest(desk.stage.network.hovered, "unit", 0, -1, 0)
    assert desk.stage.map._crosshair == pytest.approx(tuple(shown(desk).data.x[3]))
    explaining.close()
    assert desk.stage.map._crosshair is None


def test_a_point_of_the_fold_is_the_datas_own(made: tuple[Desk, Explaining]) -> None:
    desk, _ = made
    rest(desk.stage.pages.point_hovered, 4)
    assert text_of(desk).startswith("Point 5")


def test_the_bubble_stands_still_while_the_numbers_run(made: tuple[Desk, Explaining]) -> None:
    desk, explaining = made
    desk.stage.network.clicked.emit("unit", 0, -1, 0, NOWHERE)
    cards = []
    for steps in np.arange(0, 300, 20).tolist():
        desk.snapshot, _ = snapshot_of(steps)
        explaining.follow(desk.snapshot)
        cards.append(desk.stage.bubble.card)
    assert len({round(card.top()) for card in cards}) == 1
    assert [card.width() for card in cards] == sorted(card.width() for card in cards)


def test_a_point_of_many_inputs_is_the_one_that_the_map_shows(qtbot: QtBot, themes: ThemeHolder) -> None:
    """Parity of four bits: the map shows the four points whose other bits are 0."""
    desk, _ = desk_of(qtbot, themes, dataset="parity", bits=4, n=16)
    rows = plane_rows(shown(desk).data)
    rest(desk.stage.map.hovered, 3)
    assert text_of(desk).startswith(f"Point {rows[3] + 1}\n")


def test_three_learners_share_the_plane_and_the_chosen_one_is_reckoned(qtbot: QtBot, themes: ThemeHolder) -> None:
    desk, _ = desk_of(qtbot, themes, mode="unit", n=4, noise=0.0, steps=3)
    rest(desk.stage.map.hovered, 2)
    unit = shown(desk).unit
    assert unit is not None
    for key, title in (("delta", "Delta rule, linear unit"), ("perceptron", "Perceptron rule")):
        desk.stage.unit.board.selected.emit(key)
        assert text_of(desk).startswith(f"{title}: point 3\n")
        assert reckon_again(text_of(desk)) >= 5
        bias = text_of(desk).split("bias\t\t")[1].splitlines()[0]
        assert float(bias.replace("−", "-")) == pytest.approx(unit.learners[key].weights[0], abs=5e-4)
    desk.stage.unit.board.selected.emit(None)
    assert text_of(desk).startswith("Perceptron rule")


def test_a_true_click_pins_and_escape_closes(made: tuple[Desk, Explaining]) -> None:
    desk, _ = made
    network = desk.stage.network
    at = network.point_of(Part("unit", 0, -1, 1)).toPoint()
    QTest.mouseClick(network, Qt.MouseButton.LeftButton, pos=at)
    assert desk.stage.bubble.pinned
    assert text_of(desk).startswith("h₂")
    QTest.keyClick(network, Qt.Key.Key_Escape)
    assert not desk.stage.bubble.isVisible()


def test_the_keyboard_gets_at_the_sums(made: tuple[Desk, Explaining]) -> None:
    desk, _ = made
    network = desk.stage.network
    network.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(network, Qt.Key.Key_Right)
    QTest.keyClick(network, Qt.Key.Key_Return)
    assert desk.stage.bubble.pinned
    assert reckon_again(text_of(desk)) >= 4
