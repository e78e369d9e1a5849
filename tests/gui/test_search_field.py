"""The search field, and the chips beside it."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.theme import ThemeHolder
from gui.widgets.filter_chip import FilterChip
from gui.widgets.search_field import SearchField


@pytest.fixture
def field(themes: ThemeHolder, qtbot: Any) -> SearchField:
    made = SearchField(themes, "Find", "Finds words.", 20)
    qtbot.addWidget(made)
    made.resize(240, 30)
    made.show()
    return made


def test_every_letter_is_told(field: SearchField) -> None:
    found: list[str] = []
    field.changed.connect(found.append)
    QTest.keyClicks(field.line, "abc")
    assert found == ["a", "ab", "abc"]


def test_words_set_from_outside_are_not_told(field: SearchField) -> None:
    found: list[str] = []
    field.changed.connect(found.append)
    field.set_words("abc")
    assert (field.words, found) == ("abc", [])


def test_a_blank_at_the_end_is_not_taken_away_while_typing(field: SearchField) -> None:
    QTest.keyClicks(field.line, "two ")
    field.set_words("two")
    assert field.words == "two "


def test_escape_empties_a_full_field_and_is_left_to_others_in_an_empty_one(field: SearchField) -> None:
    found: list[str] = []
    field.changed.connect(found.append)
    QTest.keyClicks(field.line, "a")
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert found == ["a", ""]


def test_the_cross_is_there_while_there_are_words(field: SearchField) -> None:
    assert not field._clear.isVisible()
    QTest.keyClicks(field.line, "a")
    assert field._clear.isVisible()
    field._clear.click()
    assert field.words == ""


def test_no_more_letters_than_it_takes(field: SearchField) -> None:
    QTest.keyClicks(field.line, "x" * 30)
    assert len(field.words) == 20


def test_its_ground_is_one_colour(field: SearchField, themes: ThemeHolder, qapp: QApplication) -> None:
    """A line without a frame would have the ground of its palette."""
    themes.apply(qapp)
    image = field.grab().toImage()
    ratio = image.width() / field.width()
    colours = {image.pixelColor(round(x * ratio), round(8 * ratio)).name() for x in range(150, 200)}
    assert colours == {themes.current.color("sunk").name()}


def test_a_filter_is_on_until_it_is_pressed(themes: ThemeHolder, qtbot: Any) -> None:
    chip = FilterChip(themes, "Ideas", "fam_idea", "Units and how they learn")
    qtbot.addWidget(chip)
    on = chip.grab().toImage()
    assert chip.isChecked()
    chip.click()
    assert not chip.isChecked()
    assert chip.grab().toImage() != on


def test_a_filter_shows_that_only_some_is_on(themes: ThemeHolder, qtbot: Any) -> None:
    chip = FilterChip(themes, "Ideas", "fam_idea", "Units and how they learn")
    qtbot.addWidget(chip)
    whole = chip.grab().toImage()
    chip.set_some(True)
    assert chip.grab().toImage() != whole


def test_a_chip_that_only_tells_takes_no_keys(themes: ThemeHolder, qtbot: Any) -> None:
    chip = FilterChip(themes, "runs here", "soft", "A fact", fact=True)
    qtbot.addWidget(chip)
    assert chip.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert chip.accessibleName() == "runs here"
