"""The plot of curves: what its axes reach, where its names stand, what a hand on it asks for."""

from itertools import combinations, pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.curve_paint import name_places
from gui.widgets.curve_plot import CurvePlot
from gui.widgets.curve_ranges import axis_values, span_of, spread

STEPS = np.arange(61.0)
FALLING = {"adam": np.exp(-STEPS / 10.0), "sgd": np.exp(-STEPS / 40.0)}


@pytest.fixture
def plot(themes: ThemeHolder, qtbot: QtBot) -> CurvePlot:
    themes.set(reduced=True)
    plot = CurvePlot(themes)
    qtbot.addWidget(plot)
    plot.resize(560, 190)
    plot.set_labels("Loss", "steps", "")
    plot.set_curves(FALLING)
    plot.show()
    return plot


def picture(plot: CurvePlot) -> QImage:
    return plot.grab().toImage()


def test_the_axes_hold_every_step_and_every_value(plot: CurvePlot) -> None:
    assert plot.span.last == 60.0
    assert plot.span.low < min(values.min() for values in FALLING.values())
    assert plot.span.high > 1.0


def test_a_value_that_is_not_finite_ends_its_curve() -> None:
    assert axis_values(np.array([3.0, 2.0, np.nan, 1.0]), log=False).tolist() == [3.0, 2.0]
    assert axis_values(np.array([np.inf, 2.0]), log=False).size == 0


def test_the_log_axis_shows_exponents() -> None:
    assert axis_values(np.array([100.0, 0.01]), log=True) == pytest.approx([2.0, -2.0])


@pytest.mark.parametrize("log", [False, True])
def test_a_curve_that_flies_off_does_not_flatten_the_others(log: bool) -> None:
    calm = [axis_values(values, log) for values in FALLING.values()]
    wild = axis_values(10.0 ** np.linspace(0.0, 300.0, 61), log)
    alone, together = span_of(calm, log), span_of([*calm, wild], log)
    assert together.high - together.low < 3.0 * (alone.high - alone.low)


def test_a_fall_without_end_is_cut_at_the_bound() -> None:
    curve = 1.0 - np.exp(STEPS)
    assert span_of([curve], False, (-4.0, None)).low == pytest.approx(-4.0, abs=0.5)


def test_an_empty_plot_and_a_flat_curve_have_a_range() -> None:
    for span in (span_of([], False), span_of([np.ones(1)], False), span_of([np.zeros(9)], True)):
        assert span.high > span.low
        assert span.last >= 1.0


FINITE = st.floats(allow_nan=False, allow_infinity=False)
CURVES = st.lists(st.lists(FINITE, min_size=1, max_size=5).map(np.array), max_size=3)


@given(CURVES, CURVES, st.booleans(), st.floats(0.0, 1.0))
def test_the_way_between_two_ranges_is_never_without_width(
    here: list[Array], there: list[Array], log: bool, share: float
) -> None:
    spans = [span_of([axis_values(curve, log) for curve in curves], log) for curves in (here, there)]
    assert all(span.is_usable for span in spans)
    assert spans[0].between(spans[1], share).is_usable
    assert spans[0].between(spans[1], 0.0) == spans[0]
    assert spans[0].between(spans[1], 1.0) == spans[1]


def test_from_a_mountain_of_a_trillion_to_a_dent_of_a_millionth(themes: ThemeHolder, qtbot: QtBot) -> None:
    """Subtracting the two once gave a range without width, in the middle of a paint event."""
    plot = CurvePlot(themes)
    qtbot.addWidget(plot)
    plot.show()
    plot.set_curves({"sgd": 1e12 * FALLING["sgd"]})
    plot.hold(True)
    plot.set_curves({"sgd": 1e-6 * FALLING["sgd"]})
    plot.hold(False)
    for share in np.linspace(0.0, 1.0, 33):
        plot._on_eased(share)
        assert not plot.grab().isNull()
    assert plot.span.high == pytest.approx(1e-6, rel=0.1)


def test_what_is_small_is_shown_at_its_own_size() -> None:
    span = span_of([1e-12 * FALLING["adam"]], False)
    assert span.high == pytest.approx(1e-12, rel=0.1)


@given(st.lists(st.floats(-50.0, 250.0), min_size=1, max_size=9))
def test_names_never_overlap_and_stay_inside(wanted: list[float]) -> None:
    places = spread(wanted, 20.0, 0.0, 200.0)
    assert all(abs(a - b) >= 20.0 - 1e-6 for a, b in combinations(places, 2))
    assert min(places) >= 10.0 - 1e-6
    assert max(places) <= 190.0 + 1e-6


@given(st.lists(st.floats(20.0, 180.0), min_size=2, max_size=6, unique=True))
def test_names_keep_the_order_of_their_ends(wanted: list[float]) -> None:
    places = spread(wanted, 20.0, 0.0, 200.0)
    by_end = [place for _, place in sorted(zip(wanted, places, strict=True))]
    assert all(a < b for a, b in pairwise(by_end))


def test_names_with_room_stand_exactly_at_their_ends() -> None:
    assert spread([150.0, 30.0], 20.0, 0.0, 200.0) == pytest.approx([150.0, 30.0])


def test_the_axes_rest_while_they_are_held(plot: CurvePlot) -> None:
    before = plot.span
    plot.hold(True)
    plot.set_curves({"adam": 50.0 * FALLING["adam"]})
    assert plot.span == before
    plot.hold(False)
    assert plot.span.high > 40.0


def test_the_axes_ease_to_their_place_on_release(plot: CurvePlot, themes: ThemeHolder, qtbot: QtBot) -> None:
    themes.set(reduced=False)
    plot.hold(True)
    plot.set_curves({"adam": 50.0 * FALLING["adam"]})
    plot.hold(False)
    assert plot.span.high < 40.0
    qtbot.waitUntil(lambda: plot.span.high > 40.0, timeout=2000)


def test_a_click_asks_for_the_step_under_it(plot: CurvePlot, qtbot: QtBot) -> None:
    at = QPoint(round(plot.frame().x_of(20)), 90)
    with qtbot.waitSignal(plot.seek) as asked:
        QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=at)
    assert asked.args == [20]


def test_a_click_beside_the_curves_asks_for_the_first_or_last_step(plot: CurvePlot) -> None:
    asked: list[int] = []
    plot.seek.connect(asked.append)
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(1, 90))
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(plot.width() - 2, 90))
    assert asked == [0, 60]


def test_the_arrow_keys_walk_from_step_to_step(plot: CurvePlot) -> None:
    asked: list[int] = []
    plot.seek.connect(asked.append)
    plot.set_cursor(31)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End):
        QTest.keyClick(plot, key)
    assert asked == [30, 32, 41, 0, 60]


def test_a_plot_without_curves_asks_for_nothing(plot: CurvePlot) -> None:
    asked: list[int] = []
    plot.seek.connect(asked.append)
    plot.set_curves({})
    QTest.mouseClick(plot, Qt.MouseButton.LeftButton, pos=QPoint(200, 90))
    QTest.keyClick(plot, Qt.Key.Key_Left)
    assert asked == []
    assert not picture(plot).isNull()


def test_a_hidden_curve_leaves_picture_and_range(plot: CurvePlot) -> None:
    plot.set_curves(FALLING | {"momentum": 7.0 * FALLING["sgd"]})
    whole, before = plot.span, picture(plot)
    plot.set_shown({"momentum": False})
    assert plot.span.high < whole.high
    assert picture(plot) != before


def test_the_cursor_reveals_the_curve_up_to_it(plot: CurvePlot) -> None:
    plot.set_future(False)
    plot.set_cursor(0)
    start = picture(plot)
    plot.set_cursor(60)
    assert picture(plot) != start


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
@pytest.mark.parametrize("presentation", [False, True])
@pytest.mark.parametrize("log", [False, True])
def test_every_look_paints_numbers_of_every_size(
    plot: CurvePlot, themes: ThemeHolder, name: str, presentation: bool, log: bool
) -> None:
    with np.errstate(over="ignore"):
        wild = {"sgd": np.exp(STEPS * 20.0), "adam": -np.exp(STEPS * 11.0), "momentum": np.full(61, np.nan)}
    themes.set(name=name, presentation=presentation)
    plot.set_log(log)
    plot.set_curves(wild | {"rmsprop": np.zeros(0), "nesterov": np.full(3, 1e-320), "adadelta": FALLING["adam"]})
    plot.set_cursor(45)
    assert not picture(plot).isNull()


def test_the_numbers_at_the_cursor_are_said_in_words(plot: CurvePlot) -> None:
    plot.set_titles({"adam": "Adam", "sgd": "SGD"})
    plot.set_curves({"adam": np.array([4.0, 0.5]), "sgd": np.array([4.0, np.nan])})
    plot.set_cursor(1)
    assert plot.describe() == "Step 1: Adam 5·10⁻¹, SGD ended at step 0."


@pytest.mark.parametrize("sizes", [(61, 61, 61, 61, 61, 61, 61), (3, 3, 4, 61, 61, 5, 2), (3, 3, 3, 3, 3, 3, 3)])
def test_names_of_curves_that_end_early_lie_on_no_other(sizes: tuple[int, ...], plot: CurvePlot) -> None:
    keys = ("sgd", "momentum", "nesterov", "adagrad", "adadelta", "rmsprop", "adam")
    curves = {key: np.linspace(1.0, 1.0 + 4.0 * (size < 61), size) for key, size in zip(keys, sizes, strict=True)}
    plot.set_curves(curves)
    places = name_places(plot._themes.current, plot.frame(), curves, "nesterov")
    assert set(places) == set(keys)
    height = plot._themes.current.type_size("caption")
    assert all(abs(a - b) >= height for a, b in combinations(places.values(), 2))


def test_where_nobody_came_past_step_0_no_axis_stands_there(plot: CurvePlot) -> None:
    """An axis from 0 to 1 with nothing on it looks broken."""
    plot.set_curves({"adam": np.array([5.0]), "sgd": np.array([np.inf])})
    first = picture(plot)
    plot.set_curves({"adam": np.array([7.0])})
    assert picture(plot) == first
    plot.set_curves(FALLING)
    assert picture(plot) != first


def test_less_than_a_decade_of_a_log_axis_has_round_numbers(plot: CurvePlot) -> None:
    plot.set_log(True)
    plot.set_curves({"sgd": np.linspace(1.6, 1.4, 61)})
    assert plot._ticks(120.0).texts == ("1.4", "1.5", "1.6")
