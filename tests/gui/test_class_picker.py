"""The class to place: a press, the keys and digits choose; up to ten classes have a place each."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.class_picker import ClassPicker
from gui.widgets.class_signs import class_color
from tests.gui.map_scene import count_near


@pytest.fixture
def picker(themes: ThemeHolder, qtbot: QtBot) -> ClassPicker:
    picker = ClassPicker(themes)
    qtbot.addWidget(picker)
    picker.resize(212, picker.sizeHint().height())
    picker.show()
    return picker


def test_a_press_and_keys_choose_a_class(picker: ClassPicker) -> None:
    spy = QSignalSpy(picker.chosen)
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=picker.cell(0).center().toPoint())
    QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=picker.cell(0).center().toPoint())
    picker.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_1, Qt.Key.Key_9):
        QTest.keyClick(picker, key)
    assert [spy.at(k)[0] for k in range(spy.count())] == [0, 1, 0, 1]
    assert "Chosen: 1, 2 of 2." in picker.accessibleDescription()


@pytest.mark.parametrize("count", range(1, 11))
def test_every_class_has_a_place_of_its_own(picker: ClassPicker, count: int) -> None:
    picker.set_names([f"class {k}" for k in range(count)])
    picker.resize(212, picker.sizeHint().height())
    cells = [picker.cell(index) for index in range(count)]
    assert all(cell.width() >= 24 and cell.height() >= 24 for cell in cells)
    assert all(picker.rect().toRectF().contains(cell) for cell in cells)
    spy = QSignalSpy(picker.chosen)
    for index, cell in enumerate(cells):
        picker.set_index((index + 1) % count)
        QTest.mouseClick(picker, Qt.MouseButton.LeftButton, pos=cell.center().toPoint())
        assert picker.index == index
    assert spy.count() == (count if count > 1 else 0)


def test_fewer_classes_take_the_choice_back_to_one_that_exists(picker: ClassPicker) -> None:
    picker.set_names(["a", "b", "c"])
    picker.set_index(2)
    picker.set_names(["a", "b"])
    assert picker.index == 1
    picker.set_names([])
    picker.set_index(5)
    assert picker.index == 1


@pytest.mark.parametrize("name", THEMES)
def test_every_sign_has_the_colour_of_its_class(picker: ClassPicker, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    picker.set_names([*"abcdefghij"])
    picker.resize(212, picker.sizeHint().height())
    image = picker.grab().toImage()
    for index in range(10):
        cell = image.copy(picker.cell(index).toAlignedRect())
        assert count_near(cell, class_color(themes.current, index), 40) > 20, index
