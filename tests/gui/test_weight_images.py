"""Pictures of weights: squares, tables and bars; blank is exactly zero."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.theme import THEMES, ThemeHolder
from gui.widgets.penalty_content import WeightPicture
from gui.widgets.weight_images import WeightImages
from gui.widgets.weight_images_face import BARS, SQUARES, TABLE
from tests.gui.map_scene import distance

RNG = np.random.default_rng(0)


def weights(units: int = 12, inputs: int = 64) -> np.ndarray:
    return RNG.normal(0.0, 0.3, (units, inputs))


def both(one: np.ndarray, two: np.ndarray) -> tuple[WeightPicture, ...]:
    return WeightPicture("A", "ink", one), WeightPicture("B", "you", two)


@pytest.fixture
def picture(qtbot: Any, themes: ThemeHolder) -> WeightImages:
    made = WeightImages(themes)
    qtbot.addWidget(made)
    made.resize(460, 260)
    first, second = weights(), weights()
    second[3], second[5, :32] = 0.0, 0.0
    made.show_pictures(both(first, second))
    made.show()
    return made


@pytest.mark.parametrize("name", THEMES)
def test_a_weight_of_zero_is_blank_and_a_tiny_one_is_not(
    picture: WeightImages, themes: ThemeHolder, name: str
) -> None:
    themes.set(name=name)
    table = weights()
    table[0, 0], table[0, 1], table[0, 8] = 0.0, 1e-6, -1e-6
    picture.show_pictures(both(table, table))
    image, box = picture.grab().toImage(), picture.face().square(0, 0)
    cell, stage = box.width() / 8, themes.current.color("stage")

    def color(column: int, row: int) -> Any:
        return image.pixelColor(round(box.left() + (column + 0.5) * cell), round(box.top() + (row + 0.5) * cell))

    assert distance(color(0, 0), stage) <= 1
    assert distance(color(1, 0), stage) > 10
    assert distance(color(0, 1), color(1, 0)) > 5


def test_the_shape_of_a_layer_chooses_the_kind(picture: WeightImages) -> None:
    for shape, kind in (((64, 64), SQUARES), ((10, 128), TABLE), ((1, 100), BARS), ((128, 2), TABLE)):
        table = weights(*shape)
        picture.show_pictures(both(table, table))
        assert picture.kind == kind


def test_blank_units_and_zeros_are_counted(picture: WeightImages) -> None:
    assert "B: 12 % exactly 0, 1 of 12 blank." in picture.accessibleDescription()


def test_the_same_unit_stands_at_the_same_place_in_both_arms(picture: WeightImages) -> None:
    face = picture.face()
    for unit in range(12):
        one, two = face.square(0, unit), face.square(1, unit)
        shift = face.inner(1).topLeft() - face.inner(0).topLeft()
        assert abs((two.topLeft() - one.topLeft() - shift).manhattanLength()) < 1.5


def test_a_unit_under_the_pointer_is_said_for_both_arms(picture: WeightImages) -> None:
    seen: list[int] = []
    picture.unit_pointed.connect(seen.append)
    QTest.mouseMove(picture, picture.face().square(1, 5).center().toPoint())
    assert seen == [5]
    assert picture.readout().startswith("Unit 6: A 0 of 64 exactly 0")
    assert "B 32 of 64 exactly 0" in picture.readout()


def test_keys_go_from_unit_to_unit(picture: WeightImages) -> None:
    columns = picture.face().grid[0]
    places = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Escape):
        QTest.keyClick(picture, key)
        places.append(picture._at)
    assert places == [0, 1, 1 + columns, columns, -1]


def test_a_bar_reads_off_one_weight_of_each_arm(picture: WeightImages) -> None:
    one, two = np.zeros((1, 100)), np.zeros((1, 100))
    one[0, 0], two[0, 0] = 1.5, -0.25
    picture.show_pictures(both(one, two))
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert picture.readout() == "Weight 1: A 1.50, B −0.250."


def test_the_truth_is_read_off_where_it_is_known(picture: WeightImages) -> None:
    truth = np.zeros(100)
    truth[0] = 1.25
    picture.show_pictures((WeightPicture("A", "ink", np.ones((1, 100)), truth),))
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert picture.readout() == "Weight 1: A 1.00, truth 1.25."


def test_squares_lie_in_the_widget_also_when_there_are_too_many(picture: WeightImages) -> None:
    table = weights(128, 64)
    picture.show_pictures(both(table, table))
    for size in ((460, 260), (180, 120), (900, 300)):
        picture.resize(*size)
        face = picture.face()
        _, shown, _ = face.grid
        assert all(picture.rect().contains(face.square(1, unit).toRect()) for unit in range(shown))
        assert shown == 128 or size == (180, 120)
        assert not picture.grab().isNull()


def test_pictures_of_several_shapes_are_refused(picture: WeightImages) -> None:
    with pytest.raises(ValueError, match="one shape"):
        picture.show_pictures(both(weights(3, 4), weights(4, 4)))


def test_without_weights_it_says_so(picture: WeightImages) -> None:
    picture.show_pictures(())
    QTest.keyClick(picture, Qt.Key.Key_Right)
    QTest.mouseMove(picture, QPoint(20, 20))
    assert not picture.grab().isNull()
