"""Histograms of weights: one axis, bars as high as counts, a spike that is broken where it is too tall."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.theme import THEMES, ThemeHolder
from gui.widgets.penalty_content import NEAR_ZERO, WeightSpread
from gui.widgets.weight_histogram import WeightHistogram
from tests.gui.map_scene import distance

EDGES = np.linspace(-2.0, 2.0, 81)


def spread(weights: np.ndarray, title: str = "A", role: str = "ink") -> WeightSpread:
    sizes = np.sort(np.abs(weights))[::-1]
    return WeightSpread(
        title, role, np.histogram(weights[weights != 0], EDGES)[0], EDGES, int((weights == 0).sum()),
        int((np.abs(weights) < NEAR_ZERO).sum()), weights.size, float(np.sqrt(np.square(weights).mean())),
        float(sizes[0]), float(sizes[: len(sizes) // 10].sum() / sizes.sum()),
    )  # fmt: skip


RNG = np.random.default_rng(0)
HILL = RNG.normal(0.0, 0.3, 2000)
SPARSE = np.where(RNG.random(2000) < 0.7, 0.0, RNG.laplace(0.0, 0.3, 2000))
BOTH = (spread(HILL, "A  no penalty"), spread(SPARSE, "B  L1", "you"))


@pytest.fixture
def picture(qtbot: Any, themes: ThemeHolder) -> WeightHistogram:
    made = WeightHistogram(themes)
    qtbot.addWidget(made)
    made.resize(420, 260)
    made.show_spreads(BOTH)
    made.show()
    return made


def test_all_arms_share_one_axis_that_holds_the_largest_weight(picture: WeightHistogram) -> None:
    face = picture.face()
    assert face.reach >= max(np.abs(HILL).max(), np.abs(SPARSE).max())
    assert {area.left() for area in face.areas} == {face.areas[0].left()}
    assert face.x_of(0.0) == pytest.approx(face.areas[0].center().x())


def test_the_axis_stands_still_while_weights_shrink_a_little(picture: WeightHistogram) -> None:
    before = picture.face().reach
    picture.show_spreads((spread(0.8 * HILL), spread(0.8 * SPARSE)))
    assert picture.face().reach == before
    picture.show_spreads((spread(0.1 * HILL), spread(0.1 * SPARSE)))
    assert picture.face().reach < before


def test_a_bar_is_as_high_as_its_share_of_the_tallest(picture: WeightHistogram) -> None:
    face = picture.face()
    area, tallest = face.areas[0], max(float(one.counts.max()) for one in BOTH)
    assert face.height_of(tallest / 4.0, area) / face.height_of(tallest, area) == pytest.approx(0.25)


def test_the_spike_goes_through_the_top_and_stays_inside_with_powers_of_ten(picture: WeightHistogram) -> None:
    face = picture.face()
    assert face.height_of(BOTH[1].zeros, face.areas[1]) > face.areas[1].height()
    picture.set_log(True)
    face = picture.face()
    assert face.height_of(BOTH[1].zeros, face.areas[1]) <= face.areas[1].height()


@pytest.mark.parametrize("name", THEMES)
def test_the_spike_at_zero_wears_the_full_colour_of_its_arm(
    picture: WeightHistogram, themes: ThemeHolder, name: str
) -> None:
    themes.set(name=name)
    image, face = picture.grab().toImage(), picture.face()
    at = QPoint(round(face.x_of(0.0)), round(face.areas[1].bottom() - 6))
    assert distance(image.pixelColor(at), themes.current.color("you")) <= 4


def test_exact_and_near_zeros_are_told(picture: WeightHistogram) -> None:
    zeros, near = int((SPARSE == 0).sum()), round(100 * float((np.abs(SPARSE) < NEAR_ZERO).mean()))
    assert f"B  L1: {zeros} of 2000 exactly 0, {near} % nearly" in picture.accessibleDescription()


def test_the_bin_under_the_pointer_is_read_off_in_every_arm(picture: WeightHistogram) -> None:
    face = picture.face()
    QTest.mouseMove(picture, QPoint(round(face.x_of(0.32)), round(face.areas[0].center().y())))
    counts = [int(((weights >= 0.3) & (weights < 0.35)).sum()) for weights in (HILL, SPARSE)]
    assert [picture.face().words(one) for one in BOTH] == [f"0.3 to 0.35: {count}" for count in counts]


def test_keys_walk_from_bin_to_bin_and_leave(picture: WeightHistogram) -> None:
    QTest.keyClick(picture, Qt.Key.Key_Right)
    first = picture.face().bin_at(BOTH[0])
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert picture.face().bin_at(BOTH[0]) == first + 1
    QTest.keyClick(picture, Qt.Key.Key_Escape)
    assert picture.face().bin_at(BOTH[0]) == -1


def test_the_key_l_turns_powers_of_ten_on(picture: WeightHistogram, qtbot: Any) -> None:
    with qtbot.waitSignal(picture.log_changed):
        QTest.keyClick(picture, Qt.Key.Key_L)
    assert picture.log


@pytest.mark.parametrize("size", [(420, 260), (170, 96), (900, 300)])
def test_rows_lie_in_the_widget_and_apart(picture: WeightHistogram, size: tuple[int, int]) -> None:
    picture.show_spreads((*BOTH, *BOTH))
    picture.resize(*size)
    areas = picture.face().areas
    assert areas[-1].bottom() <= size[1]
    assert all(one.bottom() <= two.top() for one, two in pairwise(areas))
    assert not picture.grab().isNull()


def test_numbers_that_change_all_the_time_are_told_a_few_times_a_second(picture: WeightHistogram, qtbot: Any) -> None:
    first = picture.accessibleDescription()
    picture.show_spreads((spread(HILL, "C"),))
    assert picture.accessibleDescription() == first
    qtbot.waitUntil(lambda: picture.accessibleDescription().startswith("C: "))


def test_without_weights_it_says_so(picture: WeightHistogram) -> None:
    picture.show_spreads(())
    QTest.keyClick(picture, Qt.Key.Key_Right)
    picture.show_spreads((WeightSpread("A", "ink"),))
    picture.renew()
    assert "No weights yet." in picture.accessibleDescription()
    assert not picture.grab().isNull()


def test_an_arm_that_flies_off_leaves_the_bars_of_the_others_where_they_can_be_seen(picture: WeightHistogram) -> None:
    wild = np.append(HILL, (1e20, -1e34))
    picture.show_spreads((BOTH[0], replace(spread(np.clip(wild, -2.0, 2.0)), largest=1e34)))
    assert picture.face().reach <= 4.0
