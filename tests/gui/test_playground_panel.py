"""The playground's panel with the engine's own session behind it: what hands do, and what the pictures then say."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from gui.panels.playground.presets import PRESETS
from gui.theme import ThemeHolder
from gui.widgets.button import Button
from sim.commands import Configure, Edit, Look, Play, Seek
from sim.simulations.playground_config import PARAMETERS, activations_of, hidden_of
from sim.simulations.playground_view import OwnData
from tests.gui.playground_desk import Desk

LIVE = {
    "learning_rate": 0.5, "momentum": 0.3, "dropout": 0.3, "l1": 0.01, "l2": 0.02, "noise": 0.3, "n": 90, "batch": 3,
    "shuffle": False, "optimizer": "adam", "data_seed": 9, "test_share": 0.25, "stop": "epochs",
    "momentum_schedule": "ramp",
}  # fmt: skip
STRUCTURAL = {
    "activation": "relu", "layers": "3 2", "init": "he", "features": "x1 x2 x1_x2", "loss": "squared_error",
    "dataset": "circle", "twins": 3, "precision": "float32", "output": "tanh",
}  # fmt: skip


@pytest.fixture
def fold(qtbot, themes: ThemeHolder) -> Desk:
    desk = Desk(themes, "fold")
    qtbot.addWidget(desk.panel)
    return desk


def drag(widget, start: QPoint, end: QPoint) -> None:
    """Press, move in three steps, let go."""
    QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=start)
    for share in (0.4, 0.8, 1.0):
        QTest.mouseMove(widget, start + (end - start) * share)
    QTest.mouseRelease(widget, Qt.MouseButton.LeftButton, pos=end)


def test_it_opens_playing(fold: Desk) -> None:
    assert isinstance(fold.last(Play), Play)
    assert isinstance(fold.last(Look), Look)


@pytest.mark.parametrize("preset", list(PRESETS))
def test_every_preset_runs_and_is_drawn(qtbot, themes: ThemeHolder, preset: str) -> None:
    desk = Desk(themes, preset)
    qtbot.addWidget(desk.panel)
    snapshot = desk.run(2 if preset in ("digits", "table") else 40)
    assert desk.frame is not None
    assert desk.frame.error is None
    assert snapshot.step > 0
    assert not desk.panel.grab().isNull()
    assert desk.panel.question == PRESETS[preset].question


@pytest.mark.parametrize("key", list(LIVE))
def test_a_live_setting_acts_without_a_restart(fold: Desk, key: str) -> None:
    before = fold.run(25)
    after = fold.set(**{key: LIVE[key]})
    assert (after.step, fold.config[key]) == (before.step, LIVE[key])
    assert fold.run(5).step == before.step + 5


@pytest.mark.parametrize("key", list(STRUCTURAL))
def test_a_structural_setting_begins_anew_with_the_same_seed(fold: Desk, key: str) -> None:
    fold.panel.send(Configure("playground", fold.panel.config.replace(seed=0)))
    fold.run(25)
    seed = fold.config["seed"]
    assert fold.set(**{key: STRUCTURAL[key]}).step == 0
    assert (fold.config[key], fold.config["seed"]) == (STRUCTURAL[key], seed)
    assert fold.run(3).step == 3


def test_a_slider_under_the_finger_reaches_the_engine_at_once(fold: Desk) -> None:
    fold.run(10)
    slider = fold.panel.side.controls.control("dropout")
    QTest.keyClick(slider, Qt.Key.Key_End)
    fold.draw()
    assert fold.config["dropout"] == PARAMETERS["dropout"].high
    assert fold.step == 10


def test_a_point_that_is_dragged_moves_in_the_running_net_and_the_data_become_ones_own(fold: Desk) -> None:
    fold.run(10)
    chart = fold.panel.stage.map
    start = chart.point_spot(5).toPoint()
    drag(chart, start, start + QPoint(30, -20))
    snapshot = fold.draw()
    spot = chart.point_spot(5).toPoint()
    assert (spot - (start + QPoint(30, -20))).manhattanLength() <= 2
    assert fold.config["dataset"] == "own"
    assert fold.panel.config["dataset"] == "own"
    assert (snapshot.step, len(snapshot.data.x)) == (10, 120)


def test_points_are_flipped_added_and_taken_away(fold: Desk) -> None:
    before = fold.run(5)
    fold.panel.stage.map.point_flipped.emit(3)
    assert fold.draw().data.answers[3] == 1 - before.data.answers[3]
    fold.panel.stage.map.point_added.emit(0.5, 0.5, 1)
    added = fold.draw()
    assert (len(added.data.x), added.data.answers[-1]) == (121, 1)
    fold.panel.stage.map.point_removed.emit(120)
    assert len(fold.draw().data.x) == 120
    assert fold.step == 5


def test_a_weight_and_a_bias_follow_the_hand(fold: Desk) -> None:
    fold.run(5)
    fold.panel.stage.network.weight_dragged.emit(0, 1, 0, 2.5)
    fold.panel.stage.network.bias_dragged.emit(1, 0, -1.25)
    network = fold.draw().network
    assert network is not None
    assert (network.weights[0][1, 0], network.biases[1][0]) == (2.5, -1.25)


def test_layers_and_units_grow_and_shrink(fold: Desk) -> None:
    view = fold.panel.stage.network
    view.layer_added.emit()
    fold.draw()
    assert hidden_of(fold.config) == (2, 2)
    view.units_changed.emit(1, 5)
    fold.draw()
    assert hidden_of(fold.config) == (2, 5)
    view.activation_chosen.emit(1, "relu")
    fold.draw()
    assert activations_of(fold.config) == ("tanh", "relu", "sigmoid")
    view.layer_removed.emit()
    view.layer_removed.emit()
    fold.draw()
    assert hidden_of(fold.config) == ()
    assert activations_of(fold.config) == ("sigmoid",)
    assert fold.run(4).step == 4


def test_the_twelfth_layer_is_the_last(fold: Desk) -> None:
    for _ in range(14):
        fold.panel.stage.network.layer_added.emit()
    fold.draw()
    assert len(hidden_of(fold.config)) == 12
    assert "12 hidden layers" in fold.said[-1]


def test_input_features_are_chips_and_the_last_one_stays(fold: Desk) -> None:
    view = fold.panel.stage.network
    view.input_toggled.emit(4, True)
    fold.draw()
    assert fold.config["features"].split() == ["x1", "x2", "x1_x2"]
    for index in (0, 1, 4):
        view.input_toggled.emit(index, False)
        fold.draw()
    assert fold.config["features"] == "x1_x2"
    assert "at least one" in fold.said[-1]


def test_a_twin_that_is_clicked_is_shown_at_the_same_step(fold: Desk) -> None:
    fold.run(30)
    fold.panel.stage.twins.twin_chosen.emit(7)
    fold.draw()
    assert fold.step == 30
    assert fold.last(Edit) == Edit("playground", "twin", 7)
    assert "twin 7" in fold.panel.stage.model.head.title.text()


def test_one_unit_after_three_classes_of_ones_own_begins_with_xor_as_usual(fold: Desk) -> None:
    x = np.random.default_rng(0).normal(size=(300, 2))
    fold.panel.hands.edit("data", OwnData(x, np.arange(300) % 3, ("a", "b", "c")))
    fold.draw()
    assert fold.config["output"] == "softmax"
    fold.panel.change({"mode": "unit"}, "mode")
    fold.draw()
    config = fold.config
    assert [config[key] for key in ("dataset", "n", "output", "twins")] == ["xor", 4, "sigmoid", 1]
    assert fold.frame is not None
    assert fold.frame.error is None


def test_one_unit_can_stop_when_all_is_right_and_is_told_why_not_at_a_loss(fold: Desk) -> None:
    fold.panel.change({"mode": "unit"}, "mode")
    fold.panel.change({"stop": "accuracy"}, "stop")
    fold.draw()
    assert fold.config["stop"] == "accuracy"
    assert fold.panel.side.setup.control("stop").isVisibleTo(fold.panel.side.setup)
    fold.panel.change({"stop": "loss"}, "stop")
    fold.draw()
    assert fold.config["stop"] == "accuracy"
    assert "no loss" in fold.said[-1]


def test_a_step_back_takes_the_sliders_along(fold: Desk) -> None:
    fold.run(10)
    rate = fold.config["learning_rate"]
    fold.set(learning_rate=1.0)
    fold.run(10)
    fold.panel.send(Seek("playground", 5))
    fold.draw()
    assert fold.panel.config["learning_rate"] == rate
    assert fold.panel.side.controls.control("learning_rate").value() == pytest.approx(rate)


def test_a_frame_that_is_older_than_a_slider_does_not_take_it_back(fold: Desk) -> None:
    fold.draw()
    older = fold.frame
    fold.panel.change({"learning_rate": 2.0}, "learning_rate")
    assert older is not None
    fold.panel.render(older)
    assert fold.panel.config["learning_rate"] == 2.0
    fold.draw()
    assert fold.panel.config["learning_rate"] == 2.0


def test_thumbnails_and_map_are_of_the_same_weights(fold: Desk) -> None:
    snapshot = fold.run(60)
    network = snapshot.network
    assert network is not None
    assert network.field is not None
    small = network.thumbnails[-1][0][::-1]
    side, most = small.shape[0], network.field.shape[0] - 1
    where = np.round(np.linspace(0, most, side)).astype(int)
    reach = np.abs(np.diff(network.field, axis=0)).max() + np.abs(np.diff(network.field, axis=1)).max()
    assert np.abs(network.field[np.ix_(where, where)] - small).max() <= 8.0 * reach


def test_the_seed_of_a_new_run_is_taken_over(fold: Desk) -> None:
    from sim.commands import Restart

    fold.run(5)
    fold.panel.send(Restart("playground", 42))
    fold.draw()
    assert (fold.panel.config["seed"], fold.step) == (42, 0)


def test_what_is_offered_can_be_done(fold: Desk) -> None:
    fold.run(3)
    deeds = {offer.words: offer for offer in fold.panel.offers()}
    deeds["Swap the classes"].do()
    swapped = fold.draw()
    assert swapped.edits == 1
    deeds["Take all points away"].do()
    assert len(fold.draw().data.x) == 0
    deeds["Three classes"].do()
    assert fold.draw().data.classes == ("0", "1", "2")


def test_a_small_window_shows_one_card_at_a_time(fold: Desk) -> None:
    panel = fold.panel
    panel.resize(700, 420)
    panel.set_compact(True)
    seen = []
    for tab in range(4):
        panel._on_tab(tab)
        fold.draw()
        seen.append([key for key in ("model", "map", "pages", "twins") if panel.stage.is_seen(key)])
    assert seen == [["model"], ["map"], ["pages"], ["twins"]]
    panel.set_compact(False)


def test_numbers_that_end_are_explained_and_the_last_picture_stays(fold: Desk) -> None:
    fold.set(loss="squared_error", output="linear", activation="relu", optimizer="sgd", learning_rate=10.0)
    fold.run(400)
    network = fold.draw().network
    assert network is not None
    assert network.failure is not None
    assert all(np.isfinite(weights).all() for weights in network.weights)
    card, before = fold.panel.stage.failure, fold.step
    assert card.isVisibleTo(fold.panel.stage)
    assert "larger than any number" in card.flight.sentence
    back, again = card.findChildren(Button)[-2:]
    back.click()
    assert fold.draw().step == before - 20
    assert not card.isVisibleTo(fold.panel.stage)
    fold.run(400)
    again = card.findChildren(Button)[-1]
    again.click()
    assert fold.draw().step == 0
    assert fold.config["learning_rate"] < 10.0


def test_edits_name_points_of_the_data_where_only_some_are_on_the_map(qtbot, themes: ThemeHolder) -> None:
    desk = Desk(themes, "fold")
    qtbot.addWidget(desk.panel)
    data = desk.set(dataset="parity").data
    shown = np.flatnonzero(data.x[:, 2] == 0.0)
    desk.panel.stage.map.point_flipped.emit(1)
    assert desk.last(Edit).value == shown[1]


def test_a_slider_moved_before_the_frame_of_an_edit_keeps_the_point(fold: Desk) -> None:
    before = fold.run(20)
    fold.panel.hands.edit("flip", 0)
    fold.panel.change({"momentum": 0.5}, "momentum")
    after = fold.draw()
    assert (fold.config["dataset"], fold.config["momentum"], after.step) == ("own", 0.5, 20)
    assert after.data.answers[0] == 1 - before.data.answers[0]


def test_a_refused_edit_gives_the_settings_back(fold: Desk) -> None:
    fold.run(5)
    fold.panel.hands.edit("flip", 5000)
    fold.draw()
    assert fold.panel.config["dataset"] == fold.config["dataset"] == "xor"


def test_a_line_of_ones_own_is_put_away_before_a_network_begins(qtbot, themes: ThemeHolder) -> None:
    desk = Desk(themes, "xor")
    qtbot.addWidget(desk.panel)
    desk.panel.compete(True)
    desk.draw()
    assert desk.panel.competes
    desk.show("fold")
    assert desk.frame is not None
    assert desk.frame.error is None


@pytest.mark.parametrize("preset", ["xor", "outlier"])
def test_beside_ones_own_line_the_rules_keep_their_numbers(qtbot, themes: ThemeHolder, preset: str) -> None:
    desk = Desk(themes, preset)
    qtbot.addWidget(desk.panel)
    desk.panel.compete(True)
    desk.run(40)
    QTest.qWait(1)
    board = desk.panel.stage.unit.board
    assert board.height() >= board.minimumSizeHint().height()
    assert all(board.line(row.key).height() >= 32 for row in board._rows if not row.is_hand)


def test_where_the_twins_disagree_is_shown_also_while_the_run_rests(fold: Desk) -> None:
    fold.run(60)
    fold.panel.looking.set_disagreement(True)
    for _ in range(4):
        twins = fold.draw().twins
    assert twins is not None
    assert twins.spread is not None
    assert fold.panel.stage.plane.head.title.text() == "Where the twins disagree"
    fold.panel.looking.set_disagreement(False)
    fold.draw()
    assert fold.panel.stage.plane.head.title.text() == "What it decides"


def test_a_drawn_momentum_is_typed_where_momentum_is_used(fold: Desk) -> None:
    setup = fold.panel.side.setup
    assert setup.control("momentum_curve").isHidden()
    fold.set(momentum_schedule="drawn")
    assert not setup.control("momentum_curve").isHidden()
    fold.set(optimizer="sgd")
    assert setup.control("momentum_curve").isHidden()
    assert setup.control("momentum_schedule").isHidden()
