"""The meter of linear separability: bar and words agree, and 99.6 % is not all."""

import pytest
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.separability_meter import SeparabilityMeter
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
    meter.set_separable(separable, accuracy)
    assert meter.words() == words
    assert meter.accessibleDescription().startswith(words)
    assert not meter.grab().isNull()


@pytest.mark.parametrize("name", THEMES)
def test_the_bar_is_as_long_as_the_share(meter: SeparabilityMeter, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    for share in (0.25, 0.5, 1.0):
        meter.set_separable(None, share)
        bar = meter.grab().toImage().copy(0, 12, 62, 1)
        assert count_near(bar, themes.current.color("ink"), 8) == pytest.approx(62 * share, abs=2)


def test_in_a_narrow_place_the_number_stays(meter: SeparabilityMeter) -> None:
    meter.set_separable(False, 0.75)
    font = meter._themes.current.font("small")
    assert meter._fitting(font, 300.0) == "no line is enough: 75 %"
    assert meter._fitting(font, 60.0) == "75 %"
    assert meter._fitting(font, 4.0) in ("", "…")


def test_enough_is_green(meter: SeparabilityMeter, themes: ThemeHolder) -> None:
    meter.set_separable(True, 1.0)
    assert count_near(meter.grab().toImage(), themes.current.color("good"), 8) > 200
