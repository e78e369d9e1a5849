"""The dropout lens: who came and who is ill, whose edges are gone, who is drawn of a wide layer."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from gui.theme import Theme, ThemeHolder
from gui.widgets.dropout_content import drawn_units
from gui.widgets.dropout_edges import PIXELS_EACH, edges_of
from gui.widgets.dropout_face import foot_words, layer_counts
from gui.widgets.dropout_layout import arrange_lens
from gui.widgets.dropout_lens import NO_LAYER, DropoutLens, pupil_words
from tests.gui.dropout_scene import batch


@pytest.fixture
def lens(qtbot: Any, themes: ThemeHolder) -> DropoutLens:
    made = DropoutLens(themes)
    qtbot.addWidget(made)
    made.resize(520, 290)
    made.show()
    made.show_lens(batch()[1])
    return made


def test_no_edge_begins_or_ends_at_one_who_is_ill(lens: DropoutLens) -> None:
    seen, edges = lens.seen, lens.edges_now()
    assert seen is not None
    assert edges is not None
    for layer in range(2):
        ill = ~seen.came(layer)
        assert not ill[edges.sources[edges.layers == layer]].any()
        assert not ill[edges.targets[edges.layers == layer - 1]].any()


def test_all_who_came_and_are_drawn_are_joined(lens: DropoutLens) -> None:
    seen, edges = lens.seen, lens.edges_now()
    assert seen is not None
    assert edges is not None
    came = [int(seen.came(layer)[list(lens.drawn[layer])].sum()) for layer in range(2)]
    assert np.bincount(edges.layers + 1).tolist() == [2 * came[0], came[0] * came[1], came[1]]


def test_an_edge_has_the_weight_of_the_network() -> None:
    network, seen = batch()
    lens_edges = _edges(seen)
    for layer, source, target, weight in zip(
        lens_edges.layers, lens_edges.sources, lens_edges.targets, lens_edges.weights, strict=True
    ):
        assert weight == network.weights[layer + 1][source, target]


def test_the_strongest_edge_carries_the_largest_product() -> None:
    network, seen = batch()
    edges = _edges(seen)
    mine = np.flatnonzero(edges.layers == 1)
    best = mine[edges.flow_share[mine].argmax()]
    flow = np.abs(seen.layers[1].answers[0][:, None] * network.weights[2])
    assert flow[edges.sources[best], edges.targets[best]] == flow[np.unique(edges.sources[mine])].max()


def test_a_wide_layer_shows_those_that_matter_most() -> None:
    importance = np.array([1.0, 9.0, 2.0, 8.0, 3.0, 7.0])
    assert drawn_units(importance, 3) == (1, 3, 5)


def test_who_is_drawn_stays_while_it_matters() -> None:
    importance = np.array([1.0, 9.0, 2.0, 8.0, 3.0, 7.0])
    assert drawn_units(importance, 2, (2, 5)) == (1, 5)
    assert drawn_units(importance, 2, (3, 4)) == (1, 3)


def test_it_says_how_many_came_of_those_drawn_and_of_all(lens: DropoutLens) -> None:
    seen, layout = lens.seen, lens.layout_now()
    assert seen is not None
    assert layout is not None
    seats = layout.layers[1]
    came, drawn, of_all, units = layer_counts(seen, 1, seats)
    assert (drawn, units) == (9, 20)
    assert of_all == seen.layers[1].came[0].sum()
    assert foot_words(seen, 1, seats, True) == (f"{came} of 9 came", f"{of_all} of all 20")


def test_pointing_at_a_pupil_says_whether_it_came(lens: DropoutLens) -> None:
    layout, seen = lens.layout_now(), lens.seen
    assert layout is not None
    assert seen is not None
    told: list[tuple[int, int]] = []
    lens.pointed.connect(lambda layer, unit: told.append((layer, unit)))
    seats = layout.layers[0]
    for place, unit in enumerate(seats.units):
        QTest.mouseMove(lens, seats.at(place).toPoint())
        assert told[-1] == (0, unit)
        assert ("is ill" in lens.describe()) == (not seen.came(0)[unit])


def test_every_pupil_has_room_for_a_finger(lens: DropoutLens) -> None:
    for size in ((520, 290), (300, 120), (1200, 700)):
        lens.resize(*size)
        layout = lens.layout_now()
        assert layout is not None
        for seats in layout.layers:
            assert layout.area.height() / len(seats.units) >= lens._themes.current.target


def test_arrow_keys_walk_and_page_keys_turn_to_the_next_example(lens: DropoutLens) -> None:
    asked: list[int] = []
    lens.example_asked.connect(asked.append)
    lens.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
        QTest.keyClick(lens, key)
    assert lens._at == (1, lens.drawn[1][1])
    assert asked == [1, 5]


def test_another_example_met_another_class(lens: DropoutLens) -> None:
    seen = lens.seen
    assert seen is not None
    before = lens.grab().toImage()
    lens.show_lens(replace(seen, example=1))
    assert lens.grab().toImage() != before
    assert (lens.seen or seen).came(1).tolist() == seen.layers[1].came[1].tolist()


def test_the_pixels_of_a_picture_are_the_picture(qtbot: Any, themes: ThemeHolder) -> None:
    network, seen = batch((64, 16, 16, 10))
    lens = DropoutLens(themes)
    qtbot.addWidget(lens)
    lens.resize(520, 290)
    ill = np.zeros((6, 64), bool)
    lens.show_lens(replace(seen, inputs_came=~ill, pixels=True))
    edges, layout = lens.edges_now(), lens.layout_now()
    assert edges is not None
    assert layout is not None
    assert layout.picture is not None
    first = edges.layers == -1
    for unit in np.unique(edges.targets[first]).tolist():
        flow = np.abs(seen.inputs[0] * network.weights[0][:, unit])
        mine = first & (edges.targets == unit)
        assert set(edges.sources[mine].tolist()) == set(np.argsort(-flow)[:PIXELS_EACH].tolist())
    lens.show_lens(replace(seen, inputs_came=ill, pixels=True))
    assert (lens.edges_now() or edges).layers.min() != -1


def test_without_hidden_units_nobody_can_be_ill(lens: DropoutLens) -> None:
    seen = lens.seen
    assert seen is not None
    lens.show_lens(replace(seen, layers=(), weights=(np.ones((2, 1)),)))
    assert lens.describe() == NO_LAYER
    assert not lens.grab().isNull()
    assert lens.pupil_at(QPointF(10, 10)) is None


def test_numbers_that_are_no_more_are_drawn_as_such(lens: DropoutLens) -> None:
    seen = lens.seen
    assert seen is not None
    broken = tuple(replace(pupils, answers=np.full_like(pupils.answers, np.nan)) for pupils in seen.layers)
    weights = tuple(np.full_like(matrix, np.nan) for matrix in seen.weights)
    lens.show_lens(replace(seen, layers=broken, weights=weights))
    assert not lens.grab().isNull()


def test_a_star_is_called_so() -> None:
    _, seen = batch()
    star = seen.layers[1].stars[0]
    assert pupil_words(seen, 1, star).startswith("Star pupil")


def _edges(seen: Any) -> Any:

    drawn = tuple(tuple(range(pupils.units)) for pupils in seen.layers)
    return edges_of(seen, arrange_lens(Theme.load("light"), 520, 290, seen, drawn, 1))


def test_of_many_inputs_without_a_picture_the_weightiest_are_drawn(qtbot: Any, themes: ThemeHolder) -> None:
    network, seen = batch((100, 6, 1))
    lens = DropoutLens(themes)
    qtbot.addWidget(lens)
    lens.resize(520, 290)
    lens.show_lens(seen)
    layout = lens.layout_now()
    assert layout is not None
    assert layout.picture is None
    heaviest = np.argsort(-np.abs(network.weights[0]).sum(axis=1))[:9]
    assert set(layout.inputs.units) <= set(heaviest.tolist())
    assert not lens.grab().isNull()


def test_inputs_that_are_left_out_have_no_edges(lens: DropoutLens) -> None:
    seen = lens.seen
    assert seen is not None
    came = np.ones((6, 2), bool)
    came[0, 1] = False
    lens.show_lens(replace(seen, inputs_came=came))
    edges = lens.edges_now()
    assert edges is not None
    assert set(edges.sources[edges.layers == -1].tolist()) == {0}
