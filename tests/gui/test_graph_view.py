"""The picture of a computational graph: where things stand, what is told of them, pointer and keys."""

import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.theme import ThemeHolder
from gui.widgets.graph_view import GraphView
from gui.widgets.graph_view_layout import walking_columns
from gui.widgets.graph_view_paint import face, tight, ways_words
from sim.backprop_graph import graph_of
from tests.sim.graph_pass import seen

SHAPES = {"xor": {}, "article": {"layers": (3, 5, 2), "examples": 128}, "wide": {"layers": (2, 8, 1)}}


@pytest.fixture
def view(qtbot, themes: ThemeHolder) -> GraphView:
    made = GraphView(themes)
    qtbot.addWidget(made)
    made.resize(870, 620)
    made.show_graph(graph_of(seen().at(11), 1))
    return made


def show(view: GraphView, step: int, **network) -> None:
    view.show_graph(graph_of(seen(**network).at(step), 0))


def at(view: GraphView, key: str) -> QPoint:
    return view.node_box(key).center().toPoint()


# Places ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", SHAPES)
def test_no_node_lies_on_another(view: GraphView, shape: str) -> None:
    show(view, 5, **SHAPES[shape])
    plan = view.plan()
    beads = {edge.rides for edge in view.content.edges} - plan.plates
    boxes = [box for index, box in plan.boxes.items() if index not in beads]
    pairs = [(one, two) for place, one in enumerate(boxes) for two in boxes[place + 1 :]]
    assert not [pair for pair in pairs if pair[0].adjusted(1, 1, -1, -1).intersects(pair[1])]


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("size", [(870, 620), (300, 200), (1500, 900)])
def test_everything_lies_on_the_ground_that_can_be_moved(view: GraphView, shape: str, size: tuple[int, int]) -> None:
    view.resize(*size)
    show(view, 5, **SHAPES[shape])
    ground = QRectF(0, 0, view.plan().whole.width(), view.plan().whole.height()).adjusted(-0.5, -0.5, 0.5, 0.5)
    assert all(ground.contains(box) for box in view.plan().boxes.values())


def test_every_edge_leads_to_the_right_or_down_from_a_pill(view: GraphView) -> None:
    assert all(line[-1, 0] > line[0, 0] or line[-1, 1] >= line[0, 1] for line in view.plan().lines)


def test_the_graph_of_xor_fits_a_window_of_1280_pixels(view: GraphView) -> None:
    assert not view.moves


# What is told ---------------------------------------------------------------------------------------------------------


def test_pointing_at_a_node_tells_of_it_and_of_nothing_once_the_pointer_has_gone(view: GraphView) -> None:
    view.show()
    QTest.mouseMove(view, at(view, "h1.1"))
    assert view.content.nodes[view.told].key == "h1.1"
    QTest.mouseMove(view, QPoint(3, 60))
    assert view.told == -1


def test_a_bead_of_a_crowded_layer_can_be_pointed_at(view: GraphView) -> None:
    show(view, 15, layers=(3, 5, 2))
    bead = view.index_of("w1.2.4")
    assert bead not in view.plan().plates
    view.show()
    QTest.mouseMove(view, at(view, "w1.2.4"))
    assert view.content.nodes[view.told].key.startswith("w1.")


def test_a_click_keeps_the_sums_and_a_second_one_lets_them_go(view: GraphView, qtbot) -> None:
    with qtbot.waitSignal(view.node_pinned) as first:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, "z1.0"))
    assert first.args == ["z1.0"]
    QTest.mouseMove(view, QPoint(3, 60))
    assert view.content.nodes[view.told].key == "z1.0"
    with qtbot.waitSignal(view.node_pinned) as second:
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, "z1.0"))
    assert second.args == [""]


def test_the_description_says_the_step_and_where_the_keyboard_is(view: GraphView) -> None:
    words = view.accessibleDescription()
    assert "Back through the weights" in words
    assert "25 entries on the tape" in words
    view._go_to(view.index_of("h1.1"))
    assert "unit 2 of layer 1: value −0.488, slope of the loss −0.136" in view.accessibleDescription()


def test_a_network_without_a_graph_says_so_to_everybody(view: GraphView) -> None:
    show(view, 0, layers=(8, 16, 2))
    assert "47 nodes" in view.accessibleDescription()
    assert not view.grab().isNull()


def test_another_network_forgets_what_was_pinned_and_where_the_walk_was(view: GraphView) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, "p1.0.0"))
    show(view, 0, layers=(3, 5, 2))
    assert view.told == -1


def test_a_step_keeps_what_was_pinned(view: GraphView) -> None:
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, "z1.0"))
    show(view, 12)
    QTest.mouseMove(view, QPoint(3, 60))
    assert view.content.nodes[view.told].key == "z1.0"


# Keys -----------------------------------------------------------------------------------------------------------------


def key_at(view: GraphView) -> str:
    return view.content.nodes[view._chosen].key


@pytest.mark.parametrize("shape", SHAPES)
def test_the_arrow_keys_reach_every_node(view: GraphView, shape: str) -> None:
    show(view, 15, **SHAPES[shape])
    columns = walking_columns(view.content, view.plan())
    reached = [index for column in columns for index in column]
    assert sorted(reached) == list(range(len(view.content.nodes)))
    QTest.keyClick(view, Qt.Key.Key_Home)
    found = set()
    for column in columns:
        for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            for _ in column:
                QTest.keyClick(view, key)
                found.add(view._chosen)
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert found == set(reached)


def test_right_goes_to_the_next_column_and_stays_at_the_last(view: GraphView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert key_at(view) == "x.0"
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert key_at(view).startswith(("p1.", "w1."))
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert key_at(view) == "loss"


def test_enter_pins_and_escape_lets_go(view: GraphView, qtbot) -> None:
    QTest.keyClick(view, Qt.Key.Key_End)
    with qtbot.waitSignal(view.node_pinned) as pinned:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert pinned.args == ["loss"]
    with qtbot.waitSignal(view.node_pinned) as gone:
        QTest.keyClick(view, Qt.Key.Key_Escape)
    assert gone.args == [""]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_A])
def test_keys_that_mean_nothing_here_are_left_to_others(view: GraphView, key: Qt.Key) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
    view.keyPressEvent(event)
    assert not event.isAccepted()


# Moving ---------------------------------------------------------------------------------------------------------------


def test_the_walk_brings_what_it_is_at_into_view(view: GraphView) -> None:
    view.resize(320, 240)
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        QTest.keyClick(view, key)
        assert view._picture().contains(view.node_box(key_at(view)).center())


def test_a_step_brings_what_it_made_into_view(view: GraphView) -> None:
    view.resize(320, 240)
    show(view, 8)
    assert view._picture().contains(view.node_box("loss").center())
    show(view, 1)
    assert view._picture().contains(view.node_box("p1.0.0").center())


def test_dragging_moves_the_picture_and_pins_nothing(view: GraphView) -> None:
    view.resize(320, 420)
    view._move_to(QPointF(0, 0))
    before = view.node_box("x.0").left()
    start = QPoint(200, 200)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(view, start - QPoint(60, 0))
    QTest.mouseMove(view, start - QPoint(120, 0))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=start - QPoint(120, 0))
    assert view.node_box("x.0").left() < before - 50
    assert view._pinned == ""


def wheel(view: GraphView, turn: int) -> QWheelEvent:
    at_centre = QPointF(view.rect().center())
    none = Qt.MouseButton.NoButton
    event = QWheelEvent(
        at_centre, at_centre, QPoint(), QPoint(0, turn), none, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    return event


def test_the_wheel_is_left_to_others_where_everything_is_in_view(view: GraphView) -> None:
    assert not wheel(view, -120).isAccepted()
    view.resize(320, 620)
    view._move_to(QPointF(0, 0))
    assert wheel(view, -120).isAccepted()
    assert view._offset.x() > 0


# Numbers and painting -------------------------------------------------------------------------------------------------


def test_the_terms_of_a_fan_out_stand_with_their_signs_between_them() -> None:
    assert ways_words((-0.25, 0.5, -0.125)) == "−0.250 + 0.500 − 0.125"


@pytest.mark.parametrize("value", [0.0, -12.345, 123456.7, 1e-9, -1e6, 0.04, float("inf"), float("nan")])
def test_a_tight_number_is_short(value: float) -> None:
    assert len(tight(value)) <= 12


@pytest.mark.parametrize("value", [-0.0004321, 123456.7, -99.9994, 99999.4, 1e-300, -1e6, float("inf"), float("nan")])
def test_the_number_of_a_node_leaves_room_for_its_sign(value: float) -> None:
    assert len(face(value)) <= 8


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_step_paints_in_every_theme(view: GraphView, themes: ThemeHolder, theme: str, shape: str) -> None:
    themes.set(name=theme)
    for step in (0, 1, 4, 9, 15):
        show(view, step, **SHAPES[shape])
        view._hot = step
        assert not view.grab().isNull()


def test_a_still_picture_is_painted_from_its_pixmap_within_a_frame(view: GraphView) -> None:
    view.grab()
    times = []
    for _ in range(5):
        start = time.perf_counter()
        view.grab()
        times.append(time.perf_counter() - start)
    assert min(times) < 0.016
