"""The meter of linear separability: bar and words agree, and 99.6 % is not all."""

import pytest
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.separability_meter import Reading, SeparabilityMeter
from tests.gui.map_scene import count_near


@pytest.fixture
def meter(qtbot: QtBot, themes: ThemeHolder) -> SeparabilityMeter:
    """A meter without a measurement."""
    made = SeparabilityMeter(themes)
    qtbot.addWidget(made)
    made.resize(240, 24)
    return made


@pytest.mark.parametrize(
    "separable, accuracy, words",
    [
        (True, None, "one line is enough"),
        (True, 0.75, "one line is enough"),
        (False, 0.75, "no line is enough: 75 %"),
        (False, 0.996, "no line is enough: 99 %"),
        (None, 0.97, "best line: 97 %"),
        (None, 1.0, "best line: 100 %"),
        (None, None, "not measured yet"),
        (False, None, "no line is enough"),
        (None, float("nan"), "not measured yet"),
    ],
)
def test_what_the_meter_says(
    meter: SeparabilityMeter, separable: bool | None, accuracy: float | None, words: str
) -> None:
    meter.set_reading(Reading(separable, accuracy))
    assert meter.words() == words
    assert meter.accessibleDescription().startswith(words)
    assert not meter.grab().isNull()


@pytest.mark.parametrize("name", THEMES)
def test_the_bar_is_as_long_as_the_share(meter: SeparabilityMeter, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    for share in (0.25, 0.5, 1.0):
        meter.set_reading(Reading(None, share))
        bar = meter.grab().toImage().copy(0, 12, 62, 1)
        assert count_near(bar, themes.current.color("ink"), 8) == pytest.approx(62 * share, abs=2)


@pytest.mark.parametrize(
    "separable, accuracy, words",
    [
        (True, 1.0, "best separation: 100 %"),
        (None, 0.96, "best separation: 96 %"),
        (False, 0.999, "best separation: 99 %"),
        (None, None, "not measured yet"),
    ],
)
def test_of_more_than_two_classes_no_line_is_enough(
    meter: SeparabilityMeter, themes: ThemeHolder, separable: bool | None, accuracy: float | None, words: str
) -> None:
    meter.set_reading(Reading(separable, accuracy, many=True))
    assert meter.words() == words
    assert "the hardest one" in meter.accessibleDescription()
    assert count_near(meter.grab().toImage(), themes.current.color("good"), 8) == 0


def test_a_line_that_the_output_has_not_found_would_be_enough(meter: SeparabilityMeter, themes: ThemeHolder) -> None:
    meter.set_reading(Reading(True, 1.0, used=False))
    assert meter.words() == "one line would be enough"
    assert count_near(meter.grab().toImage(), themes.current.color("good"), 8) == 0


@pytest.mark.parametrize(
    "reading, width, words",
    [
        (Reading(False, 0.75), 300, "no line is enough: 75 %"),
        (Reading(False, 0.75), 120, "no line: 75 %"),
        (Reading(False, 0.75), 60, "75 %"),
        (Reading(True, 1.0), 100, "one line"),
        (Reading(None, 0.9, many=True), 100, "best: 90 %"),
    ],
)
def test_in_a_narrow_place_whole_words_stay(meter: SeparabilityMeter, reading: Reading, width: int, words: str) -> None:
    meter.set_reading(reading)
    meter.resize(width, 22)
    bar, shown, left = meter._places()
    assert shown == words
    assert 0.0 < bar.right() < left < width


@pytest.mark.parametrize("width", [1, 8, 30])
def test_in_hardly_any_place_it_is_still_drawn(meter: SeparabilityMeter, width: int) -> None:
    for reading in (Reading(True), Reading(None, 0.5), Reading(False, 0.2, many=True), Reading()):
        meter.set_reading(reading)
        meter.resize(width, 22)
        assert not meter.grab().isNull()


def test_enough_is_green(meter: SeparabilityMeter, themes: ThemeHolder) -> None:
    meter.set_reading(Reading(True, 1.0))
    assert count_near(meter.grab().toImage(), themes.current.color("good"), 8) > 200
