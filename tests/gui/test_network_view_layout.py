"""Where units stand: equal gaps, no unit on another, a lens that moves everything and loses nothing."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from gui.theme import Theme
from gui.widgets.network_view_content import Content, Part
from gui.widgets.network_view_edges import Edges, edges_of, ribbons, widths_of
from gui.widgets.network_view_layout import Layout, arrange, fish_eye

AREA = QRectF(10, 30, 480, 220)
THEME = Theme.load("light")


def laid(*counts: int, pictures: bool = True, area: QRectF = AREA) -> Layout:
    return arrange(THEME, area, counts, [pictures] * len(counts))


def network(*counts: int, seed: int = 0) -> Content:
    content, rng = Content(), np.random.default_rng(seed)
    content.take_weights([rng.normal(size=pair) for pair in pairwise(counts)])
    return content


@given(st.lists(st.integers(1, 64), min_size=2, max_size=14), st.booleans())
def test_units_of_a_column_never_touch_and_stay_inside(counts: list[int], pictures: bool) -> None:
    layout = laid(*counts, pictures=pictures)
    for place in layout.columns:
        assert np.all(np.diff(place.ys) >= (place.sides[1:] + place.sides[:-1]) / 2 - 1.5)
        assert place.ys[0] - place.sides[0] / 2 >= AREA.top() - 1
        assert place.ys[-1] + place.sides[-1] / 2 <= AREA.bottom() + 1
    lefts = [place.x - place.width / 2 for place in layout.columns]
    assert all(one < two for one, two in pairwise(lefts))


@given(st.integers(2, 64), st.floats(0, 1), st.floats(0, 9))
def test_the_lens_keeps_ends_order_and_focus(count: int, focus: float, strength: float) -> None:
    places = np.linspace(20.0, 240.0, count + 1)
    at = 20.0 + focus * 220.0
    seen = fish_eye(places, at, strength)
    assert seen[0] == pytest.approx(20.0)
    assert seen[-1] == pytest.approx(240.0)
    assert np.all(np.diff(seen) > 0)
    assert fish_eye(np.array([20.0, at, 240.0]), at, strength)[1] == pytest.approx(at)


def test_the_lens_enlarges_what_is_looked_at() -> None:
    places = np.linspace(0.0, 200.0, 65)
    seen = np.diff(fish_eye(places, 100.0, 5.0))
    assert seen[31] > 4 * 200 / 64
    assert seen[0] < 0.4 * 200 / 64


def test_few_units_have_names_and_pills_below_many_have_beads() -> None:
    assert [place.style for place in laid(2, 2, 1).columns] == ["large"] * 3
    assert [place.pill for place in laid(2, 2, 1).columns] == ["none", "under", "under"]
    assert [place.pill for place in laid(2, 5, 1).columns][1] == "beside"
    assert [place.pill for place in laid(2, *[8] * 6, 1).columns][3] == "bead"
    assert [place.style for place in laid(2, 64, 1).columns][1] == "small"


def test_gaps_between_columns_are_equal() -> None:
    layout = laid(2, 2, 2, 1)
    gaps = [layout.gap(column) for column in range(3)]
    assert max(gaps) - min(gaps) <= 16  # pills below are wider than small units


# Edges --------------------------------------------------------------------------------------------------------------


def test_an_edge_runs_from_its_unit_to_its_unit() -> None:
    layout, edges = laid(2, 3, 1), edges_of(laid(2, 3, 1), network(2, 3, 1))
    for index in range(edges.layers.size):
        part, line = edges.part(index), edges.lines[index]
        start, end = layout.columns[part.layer].unit(part.i), layout.columns[part.layer + 1].unit(part.j)
        shift = layout.leaves(part.layer)[part.i, 0] - start.right()
        assert line[0] == pytest.approx((start.right() + shift, start.center().y()), abs=1.0)
        assert line[-1, 0] == pytest.approx(end.left(), abs=1.0)
        assert end.top() <= line[-1, 1] <= end.bottom()
        assert np.all(np.diff(line[:, 0]) > 0)


def test_the_curve_is_the_cubic_with_level_handles() -> None:
    line = edges_of(laid(1, 2), network(1, 2)).lines[0]
    (x0, y0), (x1, y1) = line[0], line[-1]
    middle, t = (x0 + x1) / 2, 3 / (len(line) - 1)
    bezier = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3]
    assert line[3] == pytest.approx((np.dot(bezier, [x0, middle, middle, x1]), np.dot(bezier, [y0, y0, y1, y1])))


def width_at(weight: float) -> float:
    content = network(1, 1)
    content.weights[0][:] = weight
    layout = laid(1, 1)
    return float(widths_of(THEME, layout, edges_of(layout, content), np.array([weight]))[0])


@pytest.mark.parametrize("weight, width", [(0.0, 1.2), (1.0, 2.3), (-2.0, 3.4), (6.0, 7.8), (40.0, 7.8), (np.nan, 1.2)])
def test_widths_are_those_of_the_design(weight: float, width: float) -> None:
    assert width_at(weight) == pytest.approx(width)


def test_of_a_large_network_the_heaviest_edges_are_drawn() -> None:
    content = network(64, 64, 64)
    edges = edges_of(laid(64, 64, 64), content, most=400)
    assert 390 <= edges.layers.size <= 410
    size = np.abs(content.weights[0])
    mine = edges.layers == 0
    drawn = set(zip(edges.sources[mine].tolist(), edges.targets[mine].tolist(), strict=True))
    heaviest = np.argsort(size, axis=None)[-80:]
    assert {divmod(int(place), 64) for place in heaviest} <= drawn


def test_no_unit_of_a_large_network_looks_unconnected() -> None:
    counts = (2, *[64] * 12, 10)
    edges = edges_of(laid(*counts), network(*counts))
    assert edges.layers.size < 2000
    for layer in range(len(counts) - 1):
        mine = edges.layers == layer
        assert set(edges.sources[mine].tolist()) == set(range(counts[layer]))
        assert set(edges.targets[mine].tolist()) == set(range(counts[layer + 1]))


def test_all_edges_of_the_unit_pointed_at_are_drawn() -> None:
    content = network(64, 64, 64)
    edges = edges_of(laid(64, 64, 64), content, Part("unit", 0, -1, 7), most=400)
    assert int(edges.touching(Part("unit", 0, -1, 7)).sum()) == 128


def test_the_nearest_edge_is_found_and_nothing_far_away() -> None:
    edges = edges_of(laid(2, 2, 1), network(2, 2, 1))
    for index in range(edges.layers.size):
        assert edges.near(QPointF(*edges.lines[index][3]), 2.0) == index
    assert edges.near(QPointF(0, 0), 7.0) == -1
    empty = Edges(np.zeros(0, int), np.zeros(0, int), np.zeros(0, int), np.zeros((0, 8, 2)))
    assert empty.near(QPointF(0, 0), 1e9) == -1


@given(st.floats(0.5, 8), st.floats(-3, 3))
def test_the_area_of_a_ribbon_is_length_times_width(width: float, slope: float) -> None:
    x = np.linspace(0, 40, 9)
    outline = ribbons(np.stack((x, slope * x), -1)[None], np.array([width]))[0]
    one, two = outline, np.roll(outline, -1, axis=0)
    area = abs(float((one[:, 0] * two[:, 1] - two[:, 0] * one[:, 1]).sum())) / 2
    assert area == pytest.approx(width * 40 * np.hypot(1, slope), rel=1e-9)
