"""Curves over one input, and two maps compared."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.theme import THEMES, ThemeHolder
from gui.widgets.difference_map import DifferenceMap, apart_words, value_at
from gui.widgets.fit_content import Fit, FitLine, TwoMaps
from gui.widgets.fit_curve import FitCurve
from tests.gui.map_scene import distance

X = np.linspace(-2.0, 2.0, 101)
FIT = Fit(
    np.linspace(-1.9, 1.9, 30), np.zeros(30), np.arange(30) < 10, X,
    (FitLine("A", "ink", 0.5 * X, "test .2"), FitLine("B", "you", -0.25 * X)), (-2.0, 2.0, -1.5, 1.5), np.sin(X),
)  # fmt: skip
PLANE = np.meshgrid(np.linspace(-1, 1, 41), np.linspace(-1, 1, 41))
MAPS = TwoMaps(
    (PLANE[0] > 0).astype(float), (PLANE[1] > 0).astype(float), (-1.0, 1.0, -1.0, 1.0), np.zeros((2, 2)),
    np.array([0, 1]), np.array([True, False]),
)  # fmt: skip


@pytest.fixture
def fit(qtbot: Any, themes: ThemeHolder) -> FitCurve:
    made = FitCurve(themes)
    qtbot.addWidget(made)
    made.resize(360, 260)
    made.show_fit(FIT)
    made.show()
    return made


@pytest.fixture
def map_(qtbot: Any, themes: ThemeHolder) -> DifferenceMap:
    made = DifferenceMap(themes)
    qtbot.addWidget(made)
    made.resize(300, 320)
    made.show_maps(MAPS)
    made.show()
    return made


def test_a_line_lies_where_its_answers_are(fit: FitCurve) -> None:
    image, view = fit.grab().toImage(), fit.view()
    x, y = view.pixel_of(1.0, 0.5)
    near = [image.pixelColor(round(x), round(y) + shift) for shift in (-1, 0, 1)]
    assert min(distance(one, fit._themes.current.color("ink")) for one in near) < 60


def test_all_answers_at_a_place_are_read_off(fit: FitCurve) -> None:
    fit._read((1.0, 0.0))
    assert fit.readout() == "at 1: A 0.50,  B −0.25"


def test_keys_move_the_place_that_is_read_and_stay_inside(fit: FitCurve) -> None:
    QTest.keyClick(fit, Qt.Key.Key_Right)
    assert fit.at == pytest.approx((0.0, 0.0))
    for _ in range(80):
        QTest.keyClick(fit, Qt.Key.Key_Right)
    assert fit.at is not None
    assert fit.at[0] == pytest.approx(2.0)
    QTest.keyClick(fit, Qt.Key.Key_Escape)
    assert fit.at is None


def test_points_are_counted_and_notes_are_told(fit: FitCurve) -> None:
    said = fit.accessibleDescription()
    assert "10 points to learn from, 20 new ones. A: test .2." in said


def test_numbers_that_are_not_finite_leave_a_gap(fit: FitCurve) -> None:
    broken = np.where(X > 0.0, np.nan, X)
    fit.show_fit(Fit(FIT.x, FIT.y, FIT.learned, X, (FitLine("A", "ink", broken),), FIT.area))
    fit._read((1.0, 0.0))
    assert fit.readout() == "at 1: "
    assert not fit.grab().isNull()


def test_two_maps_differ_on_the_share_where_their_sides_differ(map_: DifferenceMap) -> None:
    expected = round(100 * float(((PLANE[0] > 0) != (PLANE[1] > 0)).mean()))
    assert apart_words(MAPS) == f"A and B decide differently on {expected} % of the map"
    assert f"{expected} % of the map" in map_.accessibleDescription()


@pytest.mark.parametrize("name", THEMES)
def test_blue_is_where_the_second_says_more(map_: DifferenceMap, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    image, view, theme = map_.grab().toImage(), map_.view(), themes.current

    def color(x: float, y: float) -> Any:
        left, top = view.pixel_of(x, y)
        return image.pixelColor(round(left), round(top))

    more, less, same = color(-0.5, 0.5), color(0.5, -0.5), color(0.5, 0.5)
    assert distance(more, theme.color("plus")) < distance(less, theme.color("plus"))
    assert distance(same, theme.color("mid")) <= 3


def test_both_answers_at_a_place_are_read_off(map_: DifferenceMap) -> None:
    assert (value_at(MAPS.first, MAPS, (0.5, -0.5)), value_at(MAPS.second, MAPS, (0.5, -0.5))) == (1.0, 0.0)
    map_._read((0.5, -0.5))
    assert map_.readout() == "A 1.00,  B 0.00"


def test_answers_from_minus_one_to_one_differ_by_at_most_one() -> None:
    maps = TwoMaps(-np.ones((2, 2)), np.ones((2, 2)), MAPS.rect, MAPS.places, MAPS.classes, MAPS.learned, low=-1.0)
    assert maps.difference.tolist() == [[1.0, 1.0], [1.0, 1.0]]
    assert maps.apart == 1.0


@pytest.mark.parametrize("size", [(300, 320), (120, 120), (500, 200)])
def test_the_pictures_fit_into_every_size(fit: FitCurve, map_: DifferenceMap, size: tuple[int, int]) -> None:
    for picture in (fit, map_):
        picture.resize(*size)
        view = picture.view()
        assert view.left + view.width <= size[0] + 1
        assert view.top + view.height <= size[1] + 1
        assert not picture.grab().isNull()


def test_one_network_alone_has_nothing_to_compare(map_: DifferenceMap) -> None:
    map_.show_maps(None)
    map_.renew()
    assert "Two networks are needed" in map_.accessibleDescription()
    assert not map_.grab().isNull()
