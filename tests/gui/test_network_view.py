"""A network in the hand: what is drawn is what is so, every value can be dragged, nothing is out of reach of keys."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.export import save_picture
from gui.theme import ThemeHolder
from gui.widgets.network_view import NetworkView
from gui.widgets.network_view_content import NOTHING, Part
from gui.widgets.network_view_units import signed
from tests.gui.network_scene import BIASES, LEFT, WEIGHTS, drag, picture, place, shown

Make = Callable[..., NetworkView]


@pytest.fixture
def make(qtbot: QtBot, themes: ThemeHolder) -> Make:
    return lambda *counts, size=(500, 310): shown(qtbot, themes, counts, size)


def distance(one: QColor, two: QColor) -> int:
    return max(abs(one.red() - two.red()), abs(one.green() - two.green()), abs(one.blue() - two.blue()))


def heard(view: NetworkView) -> list[tuple[object, ...]]:
    said: list[tuple[object, ...]] = []
    view.weight_dragged.connect(lambda *values: said.append(("weight", *values)))
    view.bias_dragged.connect(lambda *values: said.append(("bias", *values)))
    view.released.connect(lambda: said.append(("released",)))
    view.clicked.connect(lambda kind, layer, i, j, at: said.append(("clicked", kind, layer, i, j)))
    return said


# What is drawn ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_the_colour_of_an_edge_is_the_sign_of_its_weight(make: Make, themes: ThemeHolder, name: str) -> None:
    view = make()
    themes.set(name=name)
    image, edges = picture(view), view.edges_now()
    for part, role in ((Part("edge", 1, 1, 0), "plus"), (Part("edge", 1, 0, 0), "minus")):
        at = QPointF(*edges.lines[edges.index(part)][3]).toPoint()
        near = [image.pixelColor(at + QPoint(0, y)) for y in (-1, 0, 1)]
        assert min(distance(color, themes.current.color(role)) for color in near) < 40


def column_of_ink(view: NetworkView, x: float, role: str) -> int:
    """How many pixels of a role stand in one column of the picture."""
    image, color = picture(view), view._themes.current.color(role)
    return sum(distance(image.pixelColor(round(x), y), color) < 60 for y in range(40, view.height() - 60))


def test_an_edge_is_as_wide_as_its_weight_is_large_up_to_six(make: Make) -> None:
    view, widths = make(1, 1), []
    layout = view.layout_now()
    x = (layout.columns[0].x + layout.columns[1].x) / 2 - 60
    for weight in (1.0, 3.0, 6.0, 60.0):
        view.set_weights([np.array([[weight]])])
        widths.append(column_of_ink(view, x, "plus"))
    assert widths[0] < widths[1] < widths[2] == widths[3]
    assert abs(widths[2] - (1.2 + 1.1 * 6)) <= 1.5


def test_every_bias_has_a_place_the_output_too(make: Make) -> None:
    for counts in ((2, 2, 1), (2, 8, 8, 1), (1, 1), (3, 4, 3)):
        layout = make(*counts).layout_now()
        for column, count in enumerate(counts):
            boxes = [layout.pill(column, j) for j in range(count)]
            assert all(box.isEmpty() == (column == 0) for box in boxes)


def test_small_networks_wear_all_their_values_and_none_covers_another(make: Make) -> None:
    view = make()
    picture(view)
    boxes = [rect for _, rect in view._plates or []]
    assert len(boxes) == 6
    assert not any(one.intersects(two) for place, one in enumerate(boxes) for two in boxes[:place])


def test_thumbnails_have_the_colours_of_their_signs_top_row_first(make: Make, themes: ThemeHolder) -> None:
    view = make()
    field = np.concatenate((np.ones((8, 16)), -np.ones((8, 16))))
    view.set_activations(["tanh", "tanh"])
    view.set_thumbnails([np.stack((field, -field)), field[None]])
    unit, image = view.layout_now().columns[1].unit(0), picture(view)
    top = image.pixelColor(QPointF(unit.center().x(), unit.top() + 8).toPoint())
    foot = image.pixelColor(QPointF(unit.center().x(), unit.bottom() - 8).toPoint())
    assert distance(top, themes.current.color("plus")) < 60
    assert distance(foot, themes.current.color("minus")) < 60


def test_in_a_drawing_of_lines_every_unit_has_its_own_picture(make: Make, themes: ThemeHolder, tmp_path: Path) -> None:
    view = make()
    view.set_activations(["tanh", "tanh"])
    view.set_thumbnails([np.stack((np.ones((8, 8)), -np.ones((8, 8)))), np.ones((1, 8, 8))])
    save_picture(view, tmp_path / "network.svg")
    image, renderer = QImage(view.size(), QImage.Format.Format_RGB32), QSvgRenderer(str(tmp_path / "network.svg"))
    with QPainter(image) as painter:
        renderer.render(painter)
    for j, role in enumerate(("plus", "minus")):
        unit = view.layout_now().columns[1].unit(j)
        for y in (unit.top() + 8, unit.bottom() - 8):
            at = QPointF(unit.center().x(), y).toPoint()
            assert distance(image.pixelColor(at), themes.current.color(role)) < 60


def test_a_sigmoid_is_neutral_at_one_half(make: Make, themes: ThemeHolder) -> None:
    view = make()
    view.set_activations(["tanh", "sigmoid"])
    view.set_thumbnails([None, np.full((1, 4, 4), 0.5)])
    at = view.layout_now().columns[2].unit(0).center().toPoint()
    assert distance(picture(view).pixelColor(at), themes.current.color("mid")) < 4


def test_the_inner_area_of_a_disc_is_the_activation(make: Make, themes: ThemeHolder) -> None:
    view, areas = make(1, 1, 1), []
    unit = view.layout_now().columns[1].unit(0).toRect()
    for value in (0.0, 0.25, 0.5, 1.0):
        view.set_activities([np.array([value]), np.array([0.0])])
        image = picture(view)
        areas.append(
            sum(
                distance(image.pixelColor(x, y), themes.current.color("ink")) < 100
                for x in range(unit.left(), unit.right())
                for y in range(unit.top(), unit.bottom())
            )
        )
    rim = areas[0]
    assert (areas[1] - rim) / (areas[3] - rim) == pytest.approx(0.25, abs=0.06)
    assert (areas[2] - rim) / (areas[3] - rim) == pytest.approx(0.5, abs=0.06)


def test_a_dropped_unit_has_no_edges_and_no_picture(make: Make) -> None:
    view = make()
    view.set_thumbnails([np.ones((2, 4, 4)), np.ones((1, 4, 4))])
    before = picture(view)
    view.set_dropped([np.array([True, False]), np.array([False])])
    edges = view.edges_now()
    assert set(zip(edges.layers.tolist(), edges.sources.tolist(), edges.targets.tolist(), strict=True)) == {
        (0, 0, 1),
        (0, 1, 1),
        (1, 1, 0),
    }
    at = (view.layout_now().columns[1].unit(0).center() + QPointF(8, 8)).toPoint()
    assert distance(picture(view).pixelColor(at), before.pixelColor(at)) > 40
    view.set_dropped([])
    assert view.edges_now().layers.size == 6


@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
def test_broken_weights_are_drawn_as_broken(make: Make, themes: ThemeHolder, bad: float) -> None:
    view = make()
    view.set_weights([np.full((2, 2), bad), np.array([[1.0], [bad]])])
    view.set_biases([np.array([bad, 1.0]), np.array([bad])])
    view.set_activities([np.array([bad, 0.5]), np.array([bad])])
    image = picture(view)
    bads = [
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(image.height())
        if distance(image.pixelColor(x, y), themes.current.color("bad")) < 30
    ]
    assert len(bads) > 30
    view.set_thumbnails([np.full((2, 4, 4), bad), np.full((1, 4, 4), bad)])
    assert not picture(view).isNull()


@pytest.mark.parametrize("presentation", [False, True])
@pytest.mark.parametrize(
    "counts", [(64, *[64] * 12, 10), (1, 1), (64, 1), (1, 64, 1), (2, *[1] * 12, 1), (7, 3, 64, 2)]
)
def test_nothing_is_ever_cut_off(make: Make, themes: ThemeHolder, counts: tuple[int, ...], presentation: bool) -> None:
    themes.set(presentation=presentation)
    view = make(*counts, size=(620, 420) if presentation else (420, 300))
    layout, frame = view.layout_now(), view.rect().toRectF()
    for column, count in enumerate(counts):
        for j in range(count):
            assert frame.contains(layout.columns[column].unit(j)), (column, j)
            assert layout.pill(column, j).isEmpty() or frame.contains(layout.pill(column, j)), (column, j)
    children = [*view.controls.units, *view.controls.activations, view.controls.layers]
    for child in children:
        assert child.isHidden() or view.rect().contains(child.geometry()), child.accessibleName()


# Hand ---------------------------------------------------------------------------------------------------------------


def test_dragging_along_an_edge_raises_its_weight_and_back_lowers_it(make: Make) -> None:
    view = make()
    said, part = heard(view), Part("edge", 1, 0, 0)
    drag(view, part, 30)
    raised = view.content.value(part)
    assert raised > WEIGHTS[1][0, 0] + 0.3
    assert said == [("weight", 1, 0, 0, raised), ("released",)]
    drag(view, part, -30)
    assert view.content.value(part) < raised
    assert said[-1] == ("released",)


def test_dragging_across_a_pill_changes_the_bias(make: Make) -> None:
    view = make()
    said = heard(view)
    drag(view, Part("bias", 1, -1, 0), 20)
    assert said == [("bias", 1, 0, pytest.approx(BIASES[1][0] + 20 * 0.02)), ("released",)]


def test_while_a_hand_drags_the_hand_is_right(make: Make) -> None:
    view = make()
    part = Part("edge", 0, 1, 1)
    drag(view, part, 25, release=False)
    held = view.content.value(part)
    view.set_weights(WEIGHTS)
    view.set_biases(BIASES)
    assert view.content.value(part) == held != WEIGHTS[0][1, 1]
    assert view.content.weights[1][0, 0] == WEIGHTS[1][0, 0]
    QTest.mouseRelease(view, LEFT, pos=place(view, part))
    view.set_weights(WEIGHTS)
    assert view.content.value(part) == WEIGHTS[0][1, 1]


def test_the_arrays_of_the_caller_are_left_alone(make: Make) -> None:
    view, mine = make(), [WEIGHTS[0].copy(), WEIGHTS[1].copy()]
    view.set_weights(mine)
    drag(view, Part("edge", 0, 0, 0), 30)
    assert np.array_equal(mine[0], WEIGHTS[0])


def test_a_locked_network_keeps_its_values_and_says_why(make: Make) -> None:
    view = make()
    said = heard(view)
    view.set_locked("The weights are not the topic of this lesson.")
    drag(view, Part("edge", 0, 0, 0), 40)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    keys(view, Qt.Key.Key_Plus)
    assert not any(one[0] in ("weight", "bias") for one in said)
    assert "not the topic" in view.accessibleDescription()
    view.set_locked("")
    drag(view, Part("edge", 0, 0, 0), 40)
    assert said[-1] == ("released",)


def test_a_press_that_does_not_move_is_a_click(make: Make) -> None:
    view = make()
    said = heard(view)
    parts = (Part("edge", 0, 0, 0), Part("unit", 0, -1, 1), Part("bias", 1, -1, 0), Part("input", -1, -1, 1))
    for part in parts:
        QTest.mouseClick(view, LEFT, pos=place(view, part))
    assert said == [("clicked", part.kind, part.layer, part.i, part.j) for part in parts]


def test_pointing_tells_what_is_there_and_lights_it(make: Make) -> None:
    view, told = make(), []
    view.hovered.connect(lambda *found: told.append(found[:4]))
    plain = column_of_ink(view, 140, "plus")
    QTest.mouseMove(view, place(view, Part("edge", 1, 1, 0)))
    QTest.mouseMove(view, place(view, Part("unit", 0, -1, 0)))
    QTest.mouseMove(view, QPoint(3, 3))
    assert told == [("edge", 1, 1, 0), ("unit", 0, -1, 0), ("", -1, -1, -1)]
    QTest.mouseMove(view, place(view, Part("edge", 1, 1, 0)))
    assert "+2.45" in view.toolTip()
    assert plain > 4
    assert column_of_ink(view, 140, "plus") == 0


def test_every_part_of_a_crowded_network_can_be_pointed_at_through_the_lens(make: Make) -> None:
    view = make(2, 64, 1, size=(420, 300))
    found = set()
    x, area = round(view.layout_now().columns[1].x), view.layout_now().area
    for y in np.arange(area.top() + 0.5, area.bottom(), 0.5):
        view._glow(view.part_at(QPointF(x, y)), QPointF(x, y))
        found.add(view._hot.j)
    assert found - {-1} == set(range(64))
    view._glow(view.part_at(QPointF(x, area.center().y())), QPointF(x, area.center().y()))
    assert view.layout_now().columns[1].sides.max() > 8


# Keys ---------------------------------------------------------------------------------------------------------------


def keys(view: NetworkView, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(view, key)


def test_the_arrow_keys_reach_every_unit_and_every_edge(make: Make) -> None:
    view = make(2, 3, 2)
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    visited, queue = set(), [view._chosen]
    moves = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    for _ in range(400):
        if not queue:
            break
        part = queue.pop()
        for key in moves:
            for from_left in (True, False):
                view._choose(part)
                view._from_left = from_left
                QTest.keyClick(view, key)
                if view._chosen not in visited:
                    visited.add(view._chosen)
                    queue.append(view._chosen)
    assert len(visited) == 2 + 3 + 2 + 6 + 6


def test_plus_and_minus_change_what_the_keyboard_is_at(make: Make) -> None:
    view = make()
    said = heard(view)
    view.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    keys(view, Qt.Key.Key_Plus)
    assert said == [("bias", 0, 0, pytest.approx(0.39)), ("released",)]
    keys(view, Qt.Key.Key_Right, Qt.Key.Key_Minus)
    assert said[2:] == [("weight", 1, 0, 0, pytest.approx(-1.89)), ("released",)]
    QTest.keyClick(view, Qt.Key.Key_Plus, Qt.KeyboardModifier.AltModifier)
    assert said[4][4] == pytest.approx(-1.88)
    keys(view, Qt.Key.Key_Return)
    assert said[-1] == ("clicked", "edge", 1, 0, 0)
    assert "from unit 1 to the output" in view.accessibleDescription()


def test_who_leaves_points_at_nothing_any_more(make: Make) -> None:
    view, told = make(), []
    view.hovered.connect(lambda *found: told.append(found[0]))
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view._choose(Part("unit", 0, -1, 0))
    keys(view, Qt.Key.Key_Right)
    QApplication.sendEvent(view, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason))
    assert told == ["edge", ""]
    keys(view, Qt.Key.Key_Escape)
    assert view._chosen == NOTHING
    assert told[-1] == ""


def test_a_value_that_is_broken_starts_again_at_nothing(make: Make) -> None:
    view = make()
    view.set_biases([np.array([np.nan, 0.0]), np.zeros(1)])
    view.setFocus(Qt.FocusReason.TabFocusReason)
    keys(view, Qt.Key.Key_Plus)
    assert view.content.biases[0][0] == pytest.approx(0.1)


# Shape --------------------------------------------------------------------------------------------------------------


def test_another_shape_forgets_what_was_chosen_and_keeps_what_fits(make: Make) -> None:
    view = make()
    view.set_selected("unit", 0, -1, 1)
    view.set_weights([np.ones((2, 1)), np.ones((1, 1))])
    assert view._chosen == NOTHING
    assert [bias.size for bias in view.content.biases] == [1, 1]
    view.set_selected("unit", 0, -1, 7)
    assert view._chosen == NOTHING
    assert "2 – 1 – 1" in view.accessibleDescription()


def test_wrong_shapes_are_refused_and_the_old_network_stays(make: Make) -> None:
    view = make()
    with pytest.raises(ValueError, match="weights of a network"):
        view.set_weights([np.ones((2, 3)), np.ones((2, 1))])
    with pytest.raises(ValueError, match="one bias"):
        view.set_biases([np.zeros(3), np.zeros(1)])
    with pytest.raises(ValueError, match="one flag"):
        view.set_inputs(["x₁"], [True, False])
    assert view.content.counts == (2, 2, 1)
    assert not picture(view).isNull()


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "+0.00"),
        (-0.004, "+0.00"),
        (1.2, "+1.20"),
        (-2.346, "−2.35"),
        (123.4, "+123"),
        (np.inf, "+∞"),
        (np.nan, "NaN"),
    ],
)
def test_weights_are_written_with_their_sign(value: float, words: str) -> None:
    assert signed(value) == words


def test_a_random_hand_breaks_nothing(make: Make, themes: ThemeHolder) -> None:
    view, rng = make(), np.random.default_rng(11)
    pressed = [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_End]
    shapes = [(2, 2, 1), (1, 1), (3, 64, 2), (2, 8, 8, 1), (64, 2)]
    for turn in range(150):
        at = QPoint(int(rng.integers(0, view.width())), int(rng.integers(0, view.height())))
        what = int(rng.integers(0, 7))
        if what == 0:
            counts = shapes[int(rng.integers(len(shapes)))]
            view.set_weights([rng.normal(size=pair) for pair in pairwise(counts)])
        elif what == 1:
            QTest.mousePress(view, LEFT, pos=at)
        elif what == 2:
            QTest.mouseRelease(view, LEFT, pos=at)
        elif what == 3:
            QTest.keyClick(view, pressed[int(rng.integers(len(pressed)))])
        elif what == 4 and turn % 4 == 0:
            view.resize(int(rng.integers(280, 600)), int(rng.integers(200, 400)))
        else:
            QTest.mouseMove(view, at)
        if turn % 10 == 0:
            assert not picture(view).isNull()
