"""Mistakes against their bound: a bar of powers of ten, a whole number promised, a sentence for a circle."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.bound_meter import LOOKING, OUTSIDE, BoundMeter, end_of
from tests.gui.map_scene import distance

THIN = "\u202f"


@pytest.fixture
def meter(qtbot: QtBot, themes: ThemeHolder) -> BoundMeter:
    made = BoundMeter(themes)
    qtbot.addWidget(made)
    made.resize(480, 60)
    made.show()
    return made


def test_the_bound_of_lesson_two_is_the_square_of_radius_over_margin(meter: BoundMeter) -> None:
    radius, margin = 1.2795, 0.3014
    meter.set_bound(1, (radius / margin) ** 2, radius, margin)
    assert meter.most == 18
    assert meter.bound_words()[0] == "at most 18 ≈ (radius 1.28 / margin 0.301)²"
    assert meter.count_words() == "1 mistake"
    assert meter.accessibleDescription().startswith("1 mistake. at most 18")


@pytest.mark.parametrize("bound, most", [(18.0, 18), (17.9999999999999, 18), (17.999, 17), (0.0, 0)])
def test_a_whole_number_of_mistakes_is_promised(meter: BoundMeter, bound: float, most: int) -> None:
    meter.set_bound(0, bound, 1.0, 1.0)
    assert meter.most == most


@pytest.mark.parametrize("bound", [None, math.inf, math.nan, -1.0])
def test_without_a_bound_it_is_still_looking(meter: BoundMeter, bound: float | None) -> None:
    meter.set_bound(3, bound, None, None)
    assert meter.most is None
    assert meter.sentence() == LOOKING
    assert LOOKING in meter.accessibleDescription()


@given(st.integers(0, 10**15), st.integers(0, 10**15))
def test_the_bar_ends_at_the_next_power_of_ten(mistakes: int, most: int) -> None:
    end = end_of(mistakes, most)
    assert end > max(mistakes, most)
    assert end == 10 or end <= 10 * max(mistakes, most)
    assert math.log10(end) == round(math.log10(end))


def test_the_bar_is_one_of_powers_of_ten(meter: BoundMeter) -> None:
    meter.set_bound(7, 147.0, 1.5, 0.125)
    assert meter.end() == 1000.0
    bar = meter.bar()
    share = (meter.x_of(99.0) - bar.left()) / bar.width()
    assert share == pytest.approx(math.log(100) / math.log(1001))
    assert meter.x_of(0) == bar.left()
    assert meter.x_of(1000) == pytest.approx(bar.right())


@pytest.mark.parametrize("name", THEMES)
def test_the_bar_is_filled_as_far_as_the_mistakes(meter: BoundMeter, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    meter.set_bound(30, 147.0, 1.5, 0.125)
    image, y = meter.grab().toImage(), round(meter.bar().center().y())
    ink, sunk = themes.current.color("ink"), themes.current.color("sunk")
    assert distance(image.pixelColor(round(meter.x_of(30)) - 6, y), ink) < 8
    assert distance(image.pixelColor(round(meter.x_of(30)) + 4, y), sunk) < 8
    assert distance(image.pixelColor(round(meter.x_of(147)), y), ink) < 60


def test_more_mistakes_than_the_bound_are_another_start(meter: BoundMeter, themes: ThemeHolder) -> None:
    meter.set_bound(31, 18.0, 1.4, 0.33)
    assert meter.bound_words()[0] == OUTSIDE
    image, y = meter.grab().toImage(), round(meter.bar().center().y())
    beyond = round((meter.x_of(18) + meter.x_of(31)) / 2)
    assert distance(image.pixelColor(beyond, y), themes.current.color("warn")) < 8


def test_large_numbers_are_grouped(meter: BoundMeter) -> None:
    meter.set_bound(12_345, 3_568_569.4, 1.0, 0.1)
    assert meter.count_words() == f"12{THIN}345 mistakes"
    assert meter.bound_words()[-2] == f"at most 3{THIN}568{THIN}569"


@pytest.mark.parametrize("size", [(480, 60), (216, 60), (120, 60), (216, 120)])
@pytest.mark.parametrize("shown", [False, True])
def test_every_state_is_painted_at_every_size(
    meter: BoundMeter, themes: ThemeHolder, size: tuple[int, int], shown: bool
) -> None:
    themes.set(presentation=shown)
    meter.resize(*(side * (2 if shown else 1) for side in size))
    for state in range(3):
        meter.set_bound(7, (None, 147.0, 1e300)[state], 1.5, 0.125)
        assert not meter.grab().isNull()


def test_in_its_card_it_is_sixty_pixels_tall(meter: BoundMeter) -> None:
    assert 50 <= meter.sizeHint().height() <= 60
