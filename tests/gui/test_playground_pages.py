"""The card of pages: fold, curves and confusion from one snapshot; a page with nothing to say takes its tab away."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.playground.confusion_page import ALL, LEARNED, counts_of
from gui.panels.playground.curves import mistakes_of, notes, panes_of
from gui.panels.playground.pages import CONFUSION, FOLD, LOSS, NO_FOLD, Pages, axis_name, readings_of
from gui.panels.playground.painting import MOST_RINGED
from gui.theme import ThemeHolder
from sim.commands import Look
from sim.simulations.playground_view import (
    LearnerSeen,
    PlaygroundSnapshot,
    PlaygroundView,
    RowsSeen,
    Separable,
    UnitSeen,
)
from tests.gui.playground_desk import Desk
from tests.gui.playground_sums_desk import snapshot_of

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pages(qtbot: QtBot, themes: ThemeHolder) -> Pages:
    made = Pages(themes)
    qtbot.addWidget(made)
    made.resize(444, 240)
    made.show()
    return made


def learner(mistakes: list[int], right: list[bool]) -> LearnerSeen:
    return LearnerSeen((0.0, 1.0, 1.0), (1.0, 1.0, 0.0), 0.5, np.array(right), 3, 3, 0, np.array(mistakes))


def unit_snapshot() -> PlaygroundSnapshot:
    network, _ = snapshot_of(n=4)
    seen = UnitSeen(
        {"perceptron": learner([3, 2], [True, True, True, False]), "delta": learner([2], [True] * 4)},
        1, ("perceptron",), False, 0.75, True, 0.75,
    )  # fmt: skip
    return replace(network, mode="unit", network=None, unit=seen)


def rows_snapshot() -> PlaygroundSnapshot:
    network, _ = snapshot_of(n=4)
    seen = RowsSeen(
        "digits", np.zeros((10, 65)), np.array([0.1, 0.8, 0.9]), np.array([0.1, 0.75, 0.85]),
        np.zeros((3, 10), np.int64), np.eye(10, dtype=np.int64), np.zeros((4, 64)), np.zeros(4, np.int64),
        np.zeros(4, np.int64), 100, 64, 300, 0.01, np.zeros(10), np.zeros(0, np.int64), np.zeros(0),
    )  # fmt: skip
    return replace(network, mode="unit", network=None, rows=seen)


def folded(**values: Any) -> PlaygroundSnapshot:
    snapshot, _ = snapshot_of(**values)
    assert snapshot.network is not None
    return snapshot


def test_a_network_has_all_three_pages(pages: Pages) -> None:
    pages.show(folded())
    assert pages.page == FOLD
    for key in (LOSS, CONFUSION, FOLD):
        pages.turn_to(key)
        assert pages.page == key
        assert not pages.grab().isNull()


def test_turning_is_said_once(pages: Pages, qtbot: QtBot) -> None:
    turned: list[str] = []
    pages.turned.connect(turned.append)
    pages.show(folded())
    pages.turn_to(LOSS)
    pages.turn_to(LOSS)
    pages.show(folded())
    assert turned == [LOSS]


def test_without_a_hidden_layer_the_fold_says_what_is_missing(pages: Pages) -> None:
    pages.show(folded(layers=""))
    assert pages._stack.currentWidget() is pages._empty
    assert pages._empty.text() == NO_FOLD
    pages.show(folded(layers="2"))
    assert pages._stack.currentWidget() is pages.fold


def test_a_regression_has_no_confusion_and_no_share_of_right_answers(pages: Pages) -> None:
    snapshot = folded(dataset="sine", output="linear", loss="squared_error", features="x1", layers="3")
    pages.show(snapshot)
    pages.turn_to(CONFUSION)
    assert pages.page == LOSS
    assert [pane.title for pane in panes_of(snapshot)[1]] == ["Loss"]


def test_the_page_of_the_learners_choice_comes_back(pages: Pages) -> None:
    pages.show(folded())
    pages.turn_to(CONFUSION)
    pages.show(folded(dataset="sine", output="linear", loss="squared_error", features="x1", layers="3"))
    assert pages.page == LOSS
    pages.show(folded())
    assert pages.page == CONFUSION


def test_the_last_record_is_now() -> None:
    """A network that is in the middle of a stretch between two notes has its present loss at the end."""
    snapshot, _ = snapshot_of(37)
    network = snapshot.network
    assert network is not None
    epochs, (loss, test_loss, accuracy, _) = notes(network, snapshot.epoch)
    assert epochs[-1] == snapshot.epoch
    assert accuracy.size == loss.size == test_loss.size == epochs.size
    older = replace(network.curves, epochs=network.curves.epochs[:-1], loss=network.curves.loss[:-1])
    older = replace(older, test_loss=older.test_loss[:-1], accuracy=older.accuracy[:-1])
    older = replace(older, test_accuracy=older.test_accuracy[:-1])
    epochs, (loss, *_) = notes(replace(network, curves=older), snapshot.epoch)
    assert (epochs[-1], loss[-1]) == (snapshot.epoch, network.loss)


def test_curves_of_the_test_are_dashed_and_only_there_where_something_is_tested() -> None:
    for share, names in ((0.0, ["train"]), (0.5, ["train", "test"])):
        _, panes, unit = panes_of(snapshot_of(test_share=share)[0])
        assert unit == "epochs"
        for pane in panes:
            assert [curve.name for curve in pane.curves] == names
            assert [curve.dashed for curve in pane.curves] == [name == "test" for name in names]


def test_one_unit_shows_its_mistakes_in_every_pass(pages: Pages) -> None:
    snapshot = unit_snapshot()
    pages.show(snapshot)
    assert pages.page == LOSS
    epochs, (pane,), unit = mistakes_of(snapshot)
    assert (epochs.tolist(), unit) == ([1.0, 2.0], "passes")
    assert pane.curves[0].values.tolist() == [3.0, 2.0]
    assert np.isnan(pane.curves[1].values[1])
    assert not pages.grab().isNull()


def test_one_unit_is_counted_too() -> None:
    snapshot = unit_snapshot()
    counts, test = counts_of(snapshot)
    assert counts is not None
    assert test is None
    assert counts.sum() == 4
    assert np.trace(counts) == 3


def test_many_rows_show_the_accuracy_after_every_pass(pages: Pages) -> None:
    snapshot = rows_snapshot()
    pages.show(snapshot)
    epochs, (pane,), unit = mistakes_of(snapshot)
    assert (epochs.tolist(), unit) == ([0.0, 1.0, 2.0], "passes")
    assert [curve.values[-1] for curve in pane.curves] == [0.9, 0.85]
    pages.turn_to(CONFUSION)
    assert pages.confusion.test.counts.shape == (10, 10)
    assert pages.confusion._sides[0].isHidden()


def test_the_test_is_counted_apart(pages: Pages) -> None:
    snapshot, _ = snapshot_of(test_share=0.5)
    pages.show(snapshot)
    pages.turn_to(CONFUSION)
    page = pages.confusion
    assert page.train.counts.sum() + page.test.counts.sum() == len(snapshot.data.x)
    assert page._words[0].text() == LEARNED
    pages.show(snapshot_of()[0])
    assert page._words[0].text() == ALL
    assert page._sides[1].isHidden()


def test_a_point_of_the_fold_is_told_by_its_number_in_the_data(pages: Pages, qtbot: QtBot) -> None:
    snapshot = folded(test_share=0.5)
    network = snapshot.network
    assert network is not None
    assert network.fold is not None
    pages.show(snapshot)
    with qtbot.waitSignal(pages.point_hovered) as told:
        pages.fold.hovered.emit(3, QPointF(5, 5))
    assert told.args[0] == network.fold.rows[3]
    with qtbot.waitSignal(pages.point_hovered) as told:
        pages.fold.hovered.emit(None, QPointF())
    assert told.args[0] is None


def test_before_anything_is_known_there_are_words(pages: Pages) -> None:
    pages.turn_to(LOSS)
    assert not pages.grab().isNull()
    pages.show(snapshot_of(dataset="own")[0])
    for key in (FOLD, LOSS, CONFUSION):
        pages.turn_to(key)
        assert not pages.grab().isNull()


@pytest.mark.parametrize(
    "values, metered",
    [
        ({"dataset": "three_clouds", "output": "softmax", "layers": "3"}, True),
        ({"dataset": "parity", "bits": 4, "layers": "4"}, True),
        ({"dataset": "sine", "output": "linear", "loss": "squared_error", "features": "x1", "layers": "2"}, False),
        ({"dataset": "plane", "output": "linear", "loss": "squared_error", "layers": "3"}, False),
        ({"dataset": "spiral", "layers": "8"}, True),
    ],
)
def test_every_kind_of_data_has_its_fold(pages: Pages, values: dict[str, Any], metered: bool) -> None:
    """What can be told apart by a line is measured for classes alone, also where classes were shown before."""
    pages.show(folded())
    snapshot = folded(**values)
    pages.show(snapshot)
    network = snapshot.network
    assert network is not None
    assert network.fold is not None
    assert len(pages.fold._content.hidden) == len(network.fold.rows)
    assert pages.fold.meter.isHidden() is not metered
    assert not pages.grab().isNull()


def test_every_layer_can_be_looked_at(pages: Pages) -> None:
    turned: list[str] = []
    pages.turned.connect(turned.append)
    pages.show(folded(layers="2"))
    assert pages.layers.isHidden()
    pages.show(folded(layers="4 3 2"))
    assert pages.layers.isVisible()
    assert (pages.layers.count, pages.layers.current, pages.layer) == (3, 2, -1)
    QTest.mouseClick(pages.layers, LEFT, pos=pages.layers.chip(0).center().toPoint())
    assert (pages.layer, turned) == (0, [FOLD])
    pages.show(folded(layers="4 2"))
    assert (pages.layers.count, pages.layers.current) == (2, 0)
    QTest.keyClick(pages.layers, Qt.Key.Key_Right)
    assert pages.layer == -1
    pages.turn_to(LOSS)
    assert pages.layers.isHidden()


@pytest.mark.parametrize("width", [300, 444, 800])
def test_chips_of_many_layers_leave_the_tabs_whole(pages: Pages, width: int) -> None:
    pages.resize(width, 260)
    pages.show(folded(layers=" ".join(["2"] * 12)))
    pages._column.activate()
    chips, tabs = pages.layers, pages._tabs
    assert not chips.geometry().intersects(tabs.geometry())
    for part in (chips, tabs):
        assert part.geometry().right() <= width
    last = tabs.tab_box(tabs.keys()[-1])
    assert last.right() <= tabs.width() + 1
    assert chips.chip(0).width() >= 22


def test_units_of_several_layers_are_told_with_their_layer() -> None:
    assert axis_name("h₁", 0, 1) == "h₁"
    assert axis_name("h₁", 1, 2) == "h₂,₁"
    assert axis_name("principal axis", 1, 2) == "widest axis"
    assert axis_name("output axis", 0, 2) == "output axis"


def test_an_unsolved_xor_is_never_said_to_be_done_by_a_line(pages: Pages) -> None:
    """Of the inputs of XOR no line gets more than three corners right, whatever the hidden layer does."""
    snapshot = folded(layers="2")
    network = snapshot.network
    assert network is not None
    solved = replace(
        network, separable=(Separable(0.75, False), Separable(1.0, True)), right=np.ones(len(snapshot.data.x), bool)
    )
    wrong = replace(solved, right=np.arange(len(snapshot.data.x)) > 0)
    for seen, words in ((solved, "one line is enough"), (wrong, "one line would be enough")):
        pages.show(replace(snapshot, network=seen))
        assert pages.fold.left_meter.words() == "no line is enough: 75 %"
        assert pages.fold.meter.words() == words


def test_inputs_are_measured_as_they_are_seen() -> None:
    """Of x1² and x2² a line is enough for the circle; the picture shows x1 and x2, where none is."""
    for features, measured in (("x1 x2", True), ("x1_squared x2_squared", False), ("x1", False)):
        snapshot = folded(dataset="circle", features=features, layers="2")
        assert snapshot.network is not None
        assert snapshot.network.fold is not None
        before, after = readings_of(snapshot.data, snapshot.network, snapshot.network.fold)
        assert (before is not None) is measured
        assert after is not None


def test_three_classes_have_no_check_mark(pages: Pages) -> None:
    snapshot = folded(dataset="three_clouds", output="softmax", layers="3")
    network = snapshot.network
    assert network is not None
    both = (Separable(1.0, True), Separable(1.0, True))
    pages.show(replace(snapshot, network=replace(network, separable=both, right=np.ones(len(snapshot.data.x), bool))))
    assert pages.fold.meter.words() == pages.fold.left_meter.words() == "best separation: 100 %"


def test_an_earlier_layer_is_not_said_to_be_used() -> None:
    snapshot, _ = snapshot_of(view=PlaygroundView(pixels=96, fold=0), layers="2 2")
    network = snapshot.network
    assert network is not None
    assert network.fold is not None
    sure = replace(network, separable=(Separable(1.0, True),) * 3, right=np.ones(len(snapshot.data.x), bool))
    _, after = readings_of(snapshot.data, sure, network.fold)
    assert after is not None
    assert not after.is_reached
    _, last = readings_of(snapshot.data, sure, replace(network.fold, layer=1))
    assert last is not None
    assert last.is_reached


def test_points_wear_what_they_wear_on_the_map(pages: Pages) -> None:
    """Hollow where they are kept for the test; ringed where they are few enough to be ringed on the map."""
    for n, ringed in ((40, True), (MOST_RINGED + 100, False)):
        snapshot, _ = snapshot_of(0, n=n, test_share=0.5)
        network = snapshot.network
        assert network is not None
        assert network.fold is not None
        pages.show(snapshot)
        content, rows = pages.fold._content, network.fold.rows
        assert content.train is not None
        assert (content.train == snapshot.data.train[rows]).all()
        assert (content.wrong is not None) is ringed


def test_the_engine_is_asked_for_the_layer_that_was_chosen(qtbot: QtBot, themes: ThemeHolder) -> None:
    desk = Desk(themes, "spiral")
    qtbot.addWidget(desk.panel)
    for layer in (0, 1):
        QTest.mouseClick(
            desk.panel.stage.pages.layers, LEFT, pos=desk.panel.stage.pages.layers.chip(layer).center().toPoint()
        )
        assert desk.last(Look).view.fold == layer
        network = desk.draw().network
        assert network is not None
        assert network.fold is not None
        assert network.fold.layer == layer
