"""All masks: a tile for each, bars of their answers, a dot for every example."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.correlation_heat import NOTHING, CorrelationHeat, Likeness, side_by_side
from gui.widgets.mask_content import AllMasks, wall_shape
from gui.widgets.mask_plot import MaskHistogram, shares
from gui.widgets.mask_scatter import MaskScatter
from gui.widgets.mask_wall import MaskWall
from sim.dropout_lens import outputs_of, room_of, sums_with
from sim.dropout_masks import SCATTER, advance_masks, begin_masks, mask_factors, mask_mean
from tests.gui.dropout_scene import batch

RATE = 0.4


def counted(hidden: tuple[int, ...] = (8,), done: int = 256, example: int = 2) -> AllMasks:
    """A random network with all its masks, as far as they are counted."""
    network, lens = batch((2, *hidden, 1))
    room = room_of(network.plan, network.loss, network.parameters, lens.inputs, np.ones((6, 1)))
    count = begin_masks(room, RATE)
    advance_masks(count, done)
    mean = mask_mean(count)
    factors, chances = mask_factors(room, np.arange(done) * SCATTER % count.masks, RATE)
    answers = outputs_of(room, sums_with(room, 0, factors))[:, example, 0]
    return AllMasks(
        sum(hidden), count.masks, SCATTER, answers, chances, float(mean.mean[example, 0]),
        float(mean.scaled[example, 0]), mean.mean[:, 0], mean.scaled[:, 0], example,
    )  # fmt: skip


def shown(qtbot: Any, widget: Any, masks: AllMasks) -> Any:
    qtbot.addWidget(widget)
    widget.resize(280, 260)
    widget.show()
    widget.show_masks(masks)
    return widget


def test_a_wall_is_a_square_or_twice_as_wide() -> None:
    assert [wall_shape(2**k) for k in (0, 1, 2, 8, 9, 16)] == [(1, 1), (1, 2), (2, 2), (16, 16), (16, 32), (256, 256)]


def test_the_mean_of_the_tiles_is_the_mean_of_all_masks() -> None:
    masks = counted()
    assert (masks.answers * masks.chances).sum() / masks.chances.sum() == pytest.approx(masks.mean)


def test_a_tile_says_who_came_and_what_they_answer(qtbot: Any, themes: ThemeHolder) -> None:
    masks = counted()
    wall = shown(qtbot, MaskWall(themes), masks)
    number = 0b10010110
    QTest.mouseMove(wall, wall.tile(number).center().toPoint())
    answer = masks.answers[masks.place_of(number)]
    assert masks.present(number) == (1, 2, 4, 7)
    assert wall.describe() == f"Class {number + 1}: 4 of 8 came, answer {answer:.2f}."


def test_nobody_there_answers_with_the_biases_alone() -> None:
    network, _ = batch((2, 8, 1))
    masks = counted()
    answer = masks.answers[masks.place_of(0)]
    assert answer == pytest.approx(1.0 / (1.0 + math.exp(-float(network.biases[1][0]))))


def test_tiles_fill_as_masks_are_counted(qtbot: Any, themes: ThemeHolder) -> None:
    wall = shown(qtbot, MaskWall(themes), counted(done=100))
    assert np.isfinite(wall.tones()).sum() == 100
    blank = int(np.flatnonzero(~np.isfinite(wall.tones()))[0])
    assert "not asked yet" in wall.readout(blank)
    assert wall.describe() == "100 of 256 classes asked."


def test_65536_masks_are_one_picture(qtbot: Any, themes: ThemeHolder) -> None:
    many = AllMasks(16, 65536, SCATTER, np.linspace(0, 1, 65536), np.full(65536, 2.0**-16), 0.5, 0.5)
    wall = shown(qtbot, MaskWall(themes), many)
    assert np.isfinite(wall.tones()).all()
    assert not wall.grab().isNull()


def test_arrow_keys_walk_over_the_wall(qtbot: Any, themes: ThemeHolder) -> None:
    wall = shown(qtbot, MaskWall(themes), counted())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(wall, key)
    assert wall._at == 17


def test_bars_are_chances_and_add_up_to_one() -> None:
    masks = counted()
    assert shares(masks).sum() == pytest.approx(1.0)
    upper = masks.chances[masks.answers >= 0.5].sum() / masks.chances.sum()
    assert shares(masks)[18:].sum() == pytest.approx(upper)


def test_the_two_lines_stand_at_mean_and_single_pass(qtbot: Any, themes: ThemeHolder) -> None:
    masks = counted()
    plot = shown(qtbot, MaskHistogram(themes), masks)
    assert f"{masks.mean:.3f}" in plot.describe()
    assert f"{masks.single:.3f}" in plot.describe()
    area = plot.area()
    assert plot.x_of(masks.mean) == pytest.approx(area.left() + masks.mean * area.width())


def test_one_hidden_layer_and_a_linear_sum_agree_exactly() -> None:
    masks = counted()
    linear = replace(masks, means=masks.singles)
    assert linear.farthest() == 0.0


def test_a_dot_on_the_slope_agrees(qtbot: Any, themes: ThemeHolder) -> None:
    masks = counted()
    scatter = shown(qtbot, MaskScatter(themes), replace(masks, means=masks.singles))
    area, spots = scatter.area(), scatter.spots()
    np.testing.assert_allclose(spots[:, 0] - area.left(), area.bottom() - spots[:, 1])


def test_a_click_looks_at_the_nearest_example(qtbot: Any, themes: ThemeHolder) -> None:
    scatter = shown(qtbot, MaskScatter(themes), counted())
    asked: list[int] = []
    scatter.example_asked.connect(asked.append)
    x, y = scatter.spots()[4].tolist()
    QTest.mouseClick(scatter, Qt.MouseButton.LeftButton, pos=scatter.rect().topLeft() + _point(x, y))
    assert asked == [4]
    QTest.keyClick(scatter, Qt.Key.Key_Right)
    assert asked[-1] == 3


def test_before_anything_is_counted_all_say_so(qtbot: Any, themes: ThemeHolder) -> None:
    for kind in (MaskWall, MaskHistogram, MaskScatter):
        picture = shown(qtbot, kind(themes), AllMasks())
        QTest.keyClick(picture, Qt.Key.Key_Right)
        assert picture.describe()
        assert not picture.grab().isNull()


# how alike units are


def test_alike_units_stand_side_by_side() -> None:
    random = np.random.default_rng(1)
    groups = np.array([0, 1, 0, 1, 0, 1, 0, 1])
    answers = random.normal(size=(2, 400))[groups] + 0.3 * random.normal(size=(8, 400))
    order = side_by_side(np.corrcoef(answers))
    assert sorted(order.tolist()) == list(range(8))
    assert (np.diff(groups[order]) != 0).sum() == 1


def test_tiles_keep_their_places_while_their_order_is_good(qtbot: Any, themes: ThemeHolder) -> None:
    random = np.random.default_rng(2)
    groups = np.arange(12) % 3
    answers = random.normal(size=(3, 300))[groups] + 0.5 * random.normal(size=(12, 300))
    heat, units = CorrelationHeat(themes), tuple(range(12))
    qtbot.addWidget(heat)
    heat.show_likeness(Likeness(np.corrcoef(answers), units, 0.3))
    before = heat._order.tolist()
    heat.show_likeness(Likeness(np.corrcoef(answers + 0.1 * random.normal(size=answers.shape)), units, 0.3))
    assert heat._order.tolist() == before
    others = random.permutation(12)
    heat.show_likeness(Likeness(np.corrcoef(answers[others]), units, 0.3))
    assert (np.diff(groups[others][heat._order]) != 0).sum() == 2


def test_a_pair_is_read_off(qtbot: Any, themes: ThemeHolder) -> None:
    r = np.array([[1.0, 0.5, -0.2], [0.5, 1.0, 0.1], [-0.2, 0.1, 1.0]])
    heat = CorrelationHeat(themes)
    qtbot.addWidget(heat)
    heat.resize(200, 200)
    heat.show()
    assert heat.describe() == NOTHING
    heat.show_likeness(Likeness(r, (4, 9, 12), 0.267))
    assert heat.describe() == "Mean likeness of two units: 0.267."
    row, column = (int(np.flatnonzero(heat._order == unit)[0]) for unit in (0, 1))
    square = heat.square()
    x, y = (square.left() + (column + 0.5) * square.width() / 3, square.top() + (row + 0.5) * square.width() / 3)
    QTest.mouseMove(heat, _point(x, y))
    assert heat.describe() == "Units 5 and 10: 0.50."
    assert not heat.grab().isNull()


def _point(x: float, y: float) -> Any:
    return QPointF(x, y).toPoint()
