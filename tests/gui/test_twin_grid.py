"""Every twin has one place in the histogram, and the place gives the twin."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.twin_bins import bins_of
from gui.widgets.twin_grid import TwinGrid

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def grid(qtbot: QtBot, themes: ThemeHolder) -> TwinGrid:
    made = TwinGrid(themes)
    qtbot.addWidget(made)
    made.resize(400, 130)
    made.show()
    return made


LOSSES = st.lists(st.floats(0, 1e6) | st.sampled_from([np.nan, np.inf, 0.0, 1e-320]), min_size=1, max_size=60)


@given(LOSSES, st.integers(1, 50))
def test_every_twin_lies_in_one_bin_and_bins_rise(losses: list[float], count: int) -> None:
    values = np.array(losses)
    found = bins_of(values, count)
    assert sorted([*found.order.tolist(), *found.gone.tolist()]) == list(range(values.size))
    assert np.all(np.diff(values[found.order]) >= 0)
    for twin in range(values.size):
        bin_, rank = found.bin_of(twin)
        assert found.members(bin_)[rank] == twin


def test_bins_are_parts_of_decades() -> None:
    found = bins_of(np.array([1e-4, 2e-4, 0.9e-2, 1.1e-2, 1.0]), 4)
    assert found.counts.tolist() == [2, 1, 1, 1]


@pytest.mark.parametrize("count", [1, 7, 400])
def test_a_click_on_the_place_of_a_twin_chooses_it(grid: TwinGrid, count: int) -> None:
    rng, chosen = np.random.default_rng(2), []
    grid.twin_chosen.connect(chosen.append)
    grid.set_losses(np.exp(rng.normal(-4, 2, count)))
    twins = range(0, count, max(1, count // 5))
    for twin in twins:
        x, y, wide, high = grid.cell(twin).getRect()
        if high >= 3:
            QTest.mouseClick(grid, LEFT, pos=QPoint(round(x + wide / 2), round(y + high / 2 - 0.5)))
            assert chosen.pop() == twin
        assert grid.twin_at(grid.cell(twin).center()) == twin


def test_above_a_column_its_highest_twin_is_meant(grid: TwinGrid) -> None:
    grid.set_losses(np.array([0.1, 0.1001, 0.1002, 1.0]))
    at = grid.cell(0).center()
    at.setY(grid.area().top() + 1)
    assert grid.twin_at(at) == 2
    assert grid.twin_at(grid.area().center()) == -1


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_solved_is_filled_and_not_solved_is_hollow(grid: TwinGrid, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    grid.set_losses(np.repeat([1e-3, 0.5], 300), np.repeat([True, False], 300))
    image, foot = grid.grab().toImage(), grid.area().bottom() - 20
    colors = [image.pixelColor(round(grid.cell(twin).center().x()), round(foot)) for twin in (0, 300)]
    assert colors == [themes.current.color("you"), themes.current.color("you_soft")]


def test_what_flew_off_has_a_column_of_its_own(grid: TwinGrid) -> None:
    grid.set_losses(np.array([0.1, np.nan, np.inf, 0.2]), np.array([True, False, False, False]))
    assert grid.cell(1).left() > grid.area().right()
    assert grid.words_of(1) == "twin 1: flew off"
    assert grid.words_of(0) == "twin 0: loss 0.100, solved"
    assert grid.twin_at(grid.cell(2).center()) == 2


def test_keys_reach_every_twin(grid: TwinGrid) -> None:
    chosen: list[int] = []
    grid.twin_chosen.connect(chosen.append)
    grid.set_losses(np.array([1e-3, 0.5, 0.5001, np.nan]))
    grid.setFocus(Qt.FocusReason.TabFocusReason)
    right, up, enter = Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Return
    for key in (right, enter, right, enter, up, enter, right, enter):
        QTest.keyClick(grid, key)
    assert chosen == [0, 1, 2, 3]
    assert "twin 3: flew off" in grid.accessibleDescription()


@pytest.mark.parametrize(
    "losses", [[], [0.0], [np.nan], [0.0, 0.0], [1e300, 1e-300], [0.5] * 10_000, [np.inf, 1.0], [-1.0, 1.0]]
)
def test_odd_losses_are_drawn(grid: TwinGrid, losses: list[float]) -> None:
    grid.set_losses(np.array(losses))
    grid.set_chosen(0)
    QTest.mouseMove(grid, QPoint(200, 60))
    QTest.keyClick(grid, Qt.Key.Key_Right)
    assert not grid.grab().isNull()


def test_fewer_twins_forget_the_chosen_one(grid: TwinGrid) -> None:
    grid.set_losses(np.ones(10))
    grid.set_chosen(9)
    grid.set_losses(np.ones(3))
    assert not grid.grab().isNull()
    with pytest.raises(ValueError, match="one answer"):
        grid.set_losses(np.ones(3), np.ones(2, bool))


def test_hundreds_of_twins_have_cells_that_do_not_overlap(grid: TwinGrid) -> None:
    grid.resize(376, 150)
    grid.set_losses(np.exp(np.random.default_rng(4).normal(-3, 1.5, 400)))
    assert grid.are_cells
    boxes = [grid.cell(twin) for twin in range(400)]
    assert min(min(box.width(), box.height()) for box in boxes) >= 3.0
    assert all(grid.area().adjusted(-1, -1, 1, 1).contains(box) for box in boxes)
    corners = {(round(box.left(), 3), round(box.top(), 3)) for box in boxes}
    assert len(corners) == 400


def test_a_click_beside_a_column_means_the_column(grid: TwinGrid) -> None:
    grid.set_losses(np.array([1e-3, 1.0]))
    column = grid.column(0)
    assert grid.twin_at(QPointF(column.right() + 6, column.bottom() - 4)) == 0
    assert grid.twin_at(QPointF(column.right() + 3 * column.width(), column.bottom() - 4)) == -1


def test_columns_stay_while_losses_fall_a_little() -> None:
    """The axis ends at half powers of ten: it moves when one is passed, not with every frame."""
    losses = np.array([0.02, 0.05, 0.3, 0.6])
    ends = {(found.low, found.high) for found in (bins_of(losses * share, 10) for share in np.linspace(1.0, 0.8, 20))}
    assert ends == {(-2.0, 0.0)}


@pytest.mark.parametrize("width", [200, 380, 700])
@pytest.mark.parametrize("count", [5, 400, 10_000])
def test_every_size_says_what_a_click_does_as_far_as_there_is_room(grid: TwinGrid, width: int, count: int) -> None:
    grid.resize(width, 110)
    grid.set_losses(np.linspace(1e-3, 1.0, count), np.arange(count) % 2 == 0)
    assert not grid.grab().isNull()
    assert grid.are_cells or count > 5
    assert not grid.are_cells or count < 10_000
