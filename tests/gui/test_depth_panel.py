"""The depth panel with a session behind it: the handle, the controls, the gate, the race, lessons' locks, sizes."""

import random
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from gui.panels.depth.showing import flat_ranges, percent, signals_of
from gui.panels.depth.stage import GATE, LAYERS, RACE, TABS
from gui.theme import ThemeHolder
from gui.widgets.layer_heat import sums_words
from sim.commands import Configure, Edit, Open, Pause, Play, Seek
from sim.lesson_controls import controls_of
from sim.numerals import read_number
from tests.gui.depth_desk import Desk
from tests.gui.pseudo_screen import leaks
from tests.gui.test_pseudo_language import pseudo

__all__ = ["pseudo"]

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Make = Callable[..., Desk]


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: Any) -> Make:
    themes.set(reduced=True)

    def make(width: int = 1164, height: int = 654, **settings: object) -> Desk:
        made = Desk(themes, width, height, **settings)
        qtbot.addWidget(made.panel)
        return made

    return make


# The layers


def test_it_opens_with_ten_sigmoid_layers_and_rests(desk: Make) -> None:
    at = desk()
    assert at.bars._signals.depth == 10
    assert "fades" in at.layers._title.words
    assert isinstance(at.past[0], Open)
    assert not any(isinstance(command, Play) for command in at.past)


def test_the_handle_of_the_bars_sets_the_depth(desk: Make) -> None:
    at = desk()
    face = at.bars.face()
    start = face.handle(at.panel.themes.current).center().toPoint()
    end = QPoint(round(face.columns.edge_of(50)), start.y())
    QTest.mousePress(at.bars, LEFT, NONE, start)
    QTest.mouseMove(at.bars, end)
    depth = at.work().depth
    assert abs(depth - 50) <= 1
    assert at.bars._signals.depth == depth
    assert at.panel.side.forms[0].control("depth").value() == depth
    QTest.mouseRelease(at.bars, LEFT, NONE, end)


def test_the_handle_stays_under_the_pointer_while_it_is_dragged(desk: Make) -> None:
    at = desk()
    start = at.bars.face().handle(at.panel.themes.current).center().toPoint()
    QTest.mousePress(at.bars, LEFT, NONE, start)
    for x in range(start.x(), start.x() + 200, 23):
        QTest.mouseMove(at.bars, QPoint(x, start.y()))
        at.work()
        columns = at.bars.face().columns
        assert abs(columns.edge - x) <= columns.edge_of(columns.depth + 1) - columns.edge + 1.0
    QTest.mouseRelease(at.bars, LEFT, NONE, start)


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ({"activation": "sigmoid", "init": "fan_in", "depth": 20}, "fades"),
        ({"activation": "relu", "init": "he", "depth": 20}, "keeps its size"),
        ({"activation": "relu", "init": "uniform", "depth": 20}, "explodes"),
        ({"activation": "sigmoid", "init": "zero"}, "Nothing"),
        ({"activation": "tanh", "init": "glorot", "depth": 100}, "fades slowly"),
    ],
)
def test_the_headline_says_what_becomes_of_the_error(desk: Make, settings: dict[str, object], words: str) -> None:
    assert words in desk(**settings).layers._title.words


def test_bars_begin_at_one_where_the_error_comes_in(desk: Make) -> None:
    snapshot = desk(depth=5).work()
    signals = signals_of(snapshot.profile)
    assert signals.back[-1] == 1.0
    assert signals.forward[0] == 1.0
    assert np.allclose(signals.back[:-1], signals.back[1:] * signals.keeps)


def test_the_gradient_of_the_weights_is_told_layer_by_layer(desk: Make) -> None:
    at = desk(depth=3)
    gradient = at.work().profile.gradient_norm
    QTest.keyClick(at.bars, Qt.Key.Key_Home)
    words = at.bars.accessibleDescription().partition("its weights, ")[2].partition(". ")[0]
    assert read_number(words) == pytest.approx(gradient[0] / gradient[-1], rel=0.05)


def test_the_figures_are_those_of_the_profile(desk: Make) -> None:
    at = desk()
    profile = at.work().profile
    numbers = [figure.number for figure in at.layers.figures.figures]
    assert numbers[0].startswith(f"{profile.ratio:.1e}"[:3])
    assert numbers[1] == f"× {profile.factor:.3f}"
    assert numbers[2].startswith("10⁻⁸")


@pytest.mark.parametrize(
    ("activation", "init", "depth"),
    [("sigmoid", "fan_in", 10), ("tanh", "glorot", 10), ("relu", "he", 30), ("linear", "uniform", 7),
     ("sigmoid", "fan_in", 100)],
)  # fmt: skip
def test_the_figures_agree_with_one_another(desk: Make, activation: str, init: str, depth: int) -> None:
    at = desk(activation=activation, init=init, depth=depth)
    first, factor, hundred = (figure.number for figure in at.layers.figures.figures)
    left = read_number(factor.removeprefix("× "))
    assert left**depth == pytest.approx(read_number(first), rel=0.12 if depth < 50 else 0.5)
    assert np.log10(left) * 100 == pytest.approx(np.log10(read_number(hundred)), abs=0.8)


def test_sums_that_are_nothing_are_not_above_zero(desk: Make) -> None:
    at = desk(init="zero", depth=2)
    assert sums_words(at.layers.heat._sums, 0).startswith("Layer 1: 0 % of its sums are above zero.")


def test_the_range_over_seeds_comes_at_rest(desk: Make) -> None:
    at = desk(depth=3)
    assert at.bars._signals.low.size == 0
    at.ponder()
    assert at.bars._signals.low.size == 4
    assert "5 seeds" in at.layers.figures.accessibleDescription()


@pytest.mark.parametrize(("activation", "inside"), [("sigmoid", 5.0), ("tanh", -3.0), ("relu", -1.0)])
def test_flat_is_where_the_slope_is_below_a_tenth_of_the_steepest(activation: str, inside: float) -> None:
    ranges = flat_ranges(activation)
    assert any(low <= inside <= high for low, high in ranges)
    assert not any(low < 0.5 < high for low, high in ranges)
    assert flat_ranges("linear") == ()


def test_pointing_at_a_layer_marks_it_in_both_pictures_and_tells_it(desk: Make) -> None:
    at = desk()
    QTest.mouseMove(at.bars, QPoint(round(at.bars.face().columns.middle(4)), 80))
    assert at.layers.heat._marked == 4
    assert "Layer 5: " in at.layers._about.words
    QTest.mouseMove(at.layers.heat, QPoint(round(at.bars.face().columns.middle(2)), 10))
    assert at.bars._marked == 2


def test_a_slider_that_is_held_keeps_the_axis_still(desk: Make) -> None:
    at = desk()
    before = at.bars.reach
    at.panel.side.changed.emit("depth", 90)
    at.work()
    assert at.bars.reach == before
    at.panel.side.released.emit("depth")
    assert at.bars.reach != before


# The gate


def test_minus_one_passes_an_open_gate_and_no_shut_one(desk: Make) -> None:
    at = desk()
    at.gate.less.click()
    assert at.work().gate.arrived == -1.0
    at.gate.view.z_asked.emit(-2.0)
    snapshot = at.work()
    assert (snapshot.gate.z, snapshot.gate.incoming, snapshot.gate.arrived) == (-2.0, -1.0, 0.0)
    assert at.gate.view.seen.arrived == 0.0


def test_plus_one_meets_the_same_gate(desk: Make) -> None:
    at = desk()
    at.gate.more.click()
    assert at.work().gate.arrived == 1.0


def test_a_dragged_gate_is_drawn_at_once_and_told_one_at_a_time(desk: Make) -> None:
    at = desk()
    for z in (1.0, 0.5, -0.5, -3.0):
        at.gate.view.z_asked.emit(z)
        assert at.gate.view.seen.z == z
    assert [command.value for command in at.sent if isinstance(command, Edit)] == [(1.0, -1.0)]
    at.work()
    at.work()
    assert at.work().gate.z == -3.0
    assert at.gate.view.seen.z == -3.0


@pytest.mark.parametrize(("z", "slope"), [(0.0, 0.25), (5.0, 0.00664806), (10.0, 4.5396e-5)])
def test_a_sigmoid_is_flat_far_out(desk: Make, z: float, slope: float) -> None:
    at = desk(gate_activation="sigmoid")
    at.gate.view.z_asked.emit(z)
    assert at.work().gate.slope == pytest.approx(slope, rel=1e-4)
    assert at.gate.view.seen.slope == pytest.approx(slope, rel=1e-4)


def test_another_function_is_chosen_on_the_card(desk: Make) -> None:
    at = desk()
    at.gate.function.part.chosen.emit(2)
    assert at.work().gate.activation == at.panel.config["gate_activation"] == "sigmoid"


# The race


def test_every_network_has_a_line_and_results(desk: Make) -> None:
    at = desk(depth=3)
    at.work(Seek("depth", 50))
    assert [arm.key for arm in at.race.table._race.arms] == ["sigmoid", "tanh", "relu"]
    assert all(len(arm.cells) == 4 and arm.cells[0].endswith("%") for arm in at.race.table._race.arms)


def test_a_cure_is_switched_on_at_the_side(desk: Make) -> None:
    at = desk(depth=3)
    control = next(form.control("relu_he.on") for form in at.panel.side.forms if "relu_he.on" in form.keys)
    control.operated().click()
    assert at.work().arm("relu_he") is not None
    assert at.race.plot._race.arm("relu_he") is not None


def test_pretraining_is_seen_layer_by_layer(desk: Make) -> None:
    at = desk(depth=3, **{"pretrained.on": True})
    at.work(Seek("depth", 30))
    arm = at.race.table._race.arm("pretrained")
    assert arm.phase
    assert 0.0 < arm.done < arm.layers == 3


def test_the_card_says_what_is_fair(desk: Make) -> None:
    at = desk()
    assert "its own best" in at.race._about.words
    at.race.rates.part.chosen.emit(1)
    at.work()
    assert "all at rate 0.1" in at.race._about.words
    assert at.panel.side.forms[1].isVisible()


def test_a_loss_a_thousand_times_smaller_is_a_switch(desk: Make) -> None:
    at = desk()
    at.race.loss.part.chosen.emit(1)
    at.work()
    assert at.panel.config["loss_scale"] == "0.001"


def test_deeper_networks_than_are_trained_are_named(desk: Make) -> None:
    assert "40 layers" in desk(depth=90).race._about.words


def test_the_button_trains_and_holds(desk: Make) -> None:
    at = desk(depth=2, passes=1)
    at.race.run.click()
    assert isinstance(at.sent[-1], Play)
    at.work(playing=True)
    at.race.run.click()
    assert isinstance(at.sent[-1], Pause)
    at.work(Seek("depth", 200))
    assert at.race.run.words() == "Train again"
    at.race.run.click()
    assert isinstance(at.sent[-1], Play)


def test_another_loss_is_another_race(desk: Make) -> None:
    """Results never stand beside a switch that they were not made with."""
    at = desk(depth=2, passes=1)
    assert at.work(Seek("depth", 200)).finished
    at.race.loss.changed.emit("loss_scale", "0.001")
    assert at.work().step == 0
    assert at.race.run.words() == "Train"


def test_what_was_trained_before_is_told_with_the_network(desk: Make) -> None:
    at = desk(depth=2, passes=1)
    at.work(Seek("depth", 200))
    at.panel.change({"rates": "equal"})
    at.work()
    assert "Before, with 2 layers at rate 0.3" in at.race.table._race.arms[0].about


def test_a_step_back_brings_the_settings_of_then_back(desk: Make) -> None:
    at = desk(depth=3)
    at.work(Seek("depth", 10))
    at.panel.change({"relu_he.on": True, "passes": 9, "activation": "tanh"})
    at.work(Seek("depth", 20))
    early = at.work(Seek("depth", 5))
    assert early.profile.activation == at.panel.config["activation"] == "sigmoid"
    assert [arm.key for arm in early.arms] == ["sigmoid", "tanh", "relu"]
    assert at.panel.side.forms[3].control("relu_he.on").value() is False
    assert at.panel.config["passes"] == 20
    at.work(Seek("depth", 30))
    assert at.panel.side.forms[3].control("relu_he.on").value() is True
    assert at.panel.config["passes"] == 9


def test_settings_on_their_way_are_not_overtaken_by_an_older_frame(desk: Make) -> None:
    at = desk(depth=3)
    older = at.frame()
    at.panel.change({"depth": 7})
    at.panel.render(older)
    assert at.panel.config["depth"] == 7
    assert at.work().depth == at.panel.config["depth"] == 7


def test_a_push_that_a_step_back_undid_does_not_bar_the_gate(desk: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    at = desk(depth=2)
    at.work(Seek("depth", 10))
    at.gate.push(1.0)
    assert not at.work(Seek("depth", 0)).gate.pushed
    now = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: now + 1.0)
    at.gate.push(-1.0)
    gate = at.work().gate
    assert (gate.pushed, gate.incoming) == (True, -1.0)


def test_a_network_tells_with_which_loss_it_was_trained_before(desk: Make) -> None:
    at = desk(depth=2, passes=1, loss_scale="0.001")
    at.work(Seek("depth", 200))
    at.panel.change({"loss_scale": "1"})
    at.work()
    assert "and a loss × 0.001" in at.race.table._race.arms[0].about


def test_pretraining_is_said_not_to_be_counted(desk: Make) -> None:
    at = desk(**{"depth": 2, "pretrained.on": True})
    abouts = {arm.key: arm.about for arm in at.race.table._race.arms}
    assert "15 passes of pretraining" in abouts["pretrained"]
    assert "pretraining" not in abouts["relu"]


def test_the_rate_of_a_network_is_told_without_a_pointer(desk: Make) -> None:
    at = desk(depth=2)
    QTest.keyClick(at.race.table, Qt.Key.Key_Down)
    assert "Learning rate 0.3." in at.race.table.accessibleDescription()


def test_the_pass_stands_beside_the_play_button(desk: Make) -> None:
    at = desk(depth=2)
    at.work(Seek("depth", 41))
    assert at.panel.time_words(at.frame()) == "pass 1.0"


@pytest.mark.parametrize(
    ("share", "words"), [(0.0, "0"), (0.0002, "< 0.1"), (0.031, "3.1"), (0.982, "98"), (1.0, "100")]
)
def test_nothing_that_is_there_is_written_as_nothing(share: float, words: str) -> None:
    assert percent(share) == f"{words}\u00a0%"


# Lessons


def test_locked_controls_do_nothing_and_say_why(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"run"}), "Later.")
    QTest.keyClick(at.bars, Qt.Key.Key_Plus)
    at.panel.change({"activation": "relu"})
    QTest.keyClick(at.gate.view, Qt.Key.Key_Minus)
    at.panel.push(-1.0)
    assert at.said == ["Later."] * 4
    assert not any(isinstance(command, Configure | Edit) for command in at.sent)
    assert not at.gate.less.isEnabled()
    assert at.race.run.isEnabled()


def test_what_a_lesson_leaves_free_works(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"depth"}), "Later.")
    QTest.keyClick(at.bars, Qt.Key.Key_Plus)
    assert at.work().depth == 11
    at.panel.set_locks(None, "")
    at.gate.less.click()
    assert at.work().gate.pushed


def test_what_is_asked_for_is_not_told_before_the_guess(desk: Make) -> None:
    at = desk(898, 654)
    at.panel.set_locks(frozenset(), "Guess first.", frozenset({"gate"}))
    assert "slope" not in at.gate.view.describe()
    at.panel.set_locks(frozenset({"gate"}), "Later.", frozenset({"gate"}))
    assert "slope" in at.gate.view.describe()


def test_the_prediction_waits_for_the_guess_about_depth(desk: Make) -> None:
    at = desk()
    told = at.layers.figures.sizeHint().width()
    at.panel.set_locks(frozenset(), "Guess first.", frozenset({"depth"}))
    assert at.layers.figures.sizeHint().width() < told
    at.panel.set_locks(None, "")
    assert at.layers.figures.sizeHint().width() == told


@pytest.mark.parametrize("name", controls_of("depth"))
def test_every_control_can_be_cued_and_locked(desk: Make, name: str) -> None:
    at = desk()
    at.panel.set_cues((name,))
    at.panel.set_locks(frozenset({name}), "Later.")
    at.panel.grab()
    at.panel.set_cues(())
    at.panel.set_locks(None, "")


@pytest.mark.parametrize(
    ("free", "page"),
    [({"gate"}, GATE), ({"gate_activation", "gate"}, GATE), ({"depth"}, LAYERS), ({"run", "relu_he.on"}, RACE)],
)
def test_a_lesson_brings_its_card_to_the_front(desk: Make, free: set[str], page: str) -> None:
    at = desk(640, 380)
    at.panel.set_locks(frozenset(free), "Later.")
    assert page in at.panel.stage.shown()


# Whole window


def test_every_offer_can_be_done(desk: Make) -> None:
    at = desk()
    for offer in at.panel.offers():
        offer.do()
        at.work()
    assert at.frame().error is None
    assert at.said == []


def test_a_small_window_shows_one_picture_at_a_time(desk: Make) -> None:
    at = desk(616, 290)
    at.panel.set_compact(True)
    for tab in range(len(TABS)):
        at.panel.compact_header().chosen.emit(tab)
        pictures = (at.bars, at.layers.heat, at.gate.view, at.race.plot)
        assert [picture.isVisible() for picture in pictures] == [place == tab for place in range(4)]
        assert at.panel.minimumSizeHint().width() <= 616
        assert at.panel.minimumSizeHint().height() <= 290


@pytest.mark.parametrize(
    ("free", "cards"), [("gate", (GATE,)), ("depth", (LAYERS,)), ("run", (LAYERS, RACE))]
)
def test_a_lesson_shows_its_card_and_no_others(desk: Make, free: str, cards: tuple[str, ...]) -> None:
    at = desk(898, 654)
    at.panel.set_locks(frozenset({free}), "Later.")
    assert at.panel.stage.shown() == cards
    at.panel.set_locks(None, "")
    assert len(at.panel.stage.shown()) == 2


@pytest.mark.parametrize(("width", "height", "cards"), [(1164, 654, 3), (898, 654, 2), (898, 400, 1)])
def test_cards_take_turns_where_room_is_short(desk: Make, width: int, height: int, cards: int) -> None:
    at = desk(width, height)
    assert len(at.panel.stage.shown()) == cards
    for page in (RACE, GATE):
        at.panel.turn_to(page)
        assert page in at.panel.stage.shown()


@pytest.mark.parametrize("size", [(1164, 654), (1800, 930), (616, 290)])
def test_nothing_interactive_is_nameless_or_too_small(desk: Make, themes: ThemeHolder, size: tuple[int, int]) -> None:
    at = desk(*size)
    at.panel.set_compact(size[0] < 900)
    for tab in range(len(TABS)) if size[0] < 900 else (0,):
        at.panel.compact_header().chosen.emit(tab) if size[0] < 900 else None
        QApplication.sendPostedEvents()
        for widget in at.panel.findChildren(QWidget):
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
                assert widget.accessibleName(), widget
                if isinstance(widget, QAbstractButton):
                    assert min(widget.width(), widget.height()) >= themes.current.target, widget.accessibleName()


@pytest.mark.usefixtures("pseudo")
def test_it_speaks_another_language(desk: Make) -> None:
    at = desk(depth=3, **{"pretrained.on": True, "relu_he.on": True, "learning_rate": 10.0, "rates": "equal"})
    at.work(Seek("depth", 45))
    at.panel.change({"rates": "fair"})
    at.gate.less.click()
    at.work(Seek("depth", 12))
    at.ponder()
    QTest.mouseMove(at.bars, QPoint(round(at.bars.face().columns.middle(1)), 80))
    for arm in at.race.table._race.arms:
        at.race.table.set_marked(arm.key)
        at.race.plot.set_marked(arm.key)
    assert leaks(at.panel) == []


@pytest.mark.parametrize("seed", range(3))
def test_random_deeds_break_nothing(desk: Make, themes: ThemeHolder, seed: int) -> None:
    dice, at = random.Random(seed), desk()
    keys = (Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Down)
    pictures = (at.bars, at.layers.heat, at.gate.view, at.race.plot, at.race.table)
    deeds: list[Callable[[], object]] = [
        lambda: at.panel.change({"depth": dice.choice((1, 2, 7, 40, 100))}),
        lambda: at.panel.change({"activation": dice.choice(("step", "linear", "sigmoid", "tanh", "relu"))}),
        lambda: at.panel.change({"init": dice.choice(("fan_in", "glorot", "he", "uniform", "zero"))}),
        lambda: at.panel.change({"width": dice.choice((8, 64))}),
        lambda: at.panel.change({dice.choice(("relu.on", "sigmoid.on", "batch_norm.on")): dice.random() < 0.5}),
        lambda: at.panel.change({"rates": dice.choice(("fair", "equal")), "learning_rate": dice.choice((0.001, 10.0))}),
        lambda: at.panel.change({"gate_activation": dice.choice(("step", "relu", "tanh"))}),
        lambda: at.gate.view.z_asked.emit(dice.uniform(-10, 10)),
        lambda: at.panel.push(dice.choice((-1.0, 1.0))),
        lambda: at.work(Seek("depth", dice.randint(0, 3))),
        lambda: at.panel.resize(dice.randint(560, 1500), dice.randint(260, 900)),
        lambda: at.panel.set_compact(dice.random() < 0.5),
        lambda: at.panel.compact_header().chosen.emit(dice.randint(0, 3)),
        lambda: themes.set(name=dice.choice(("light", "dark", "contrast")), presentation=dice.random() < 0.3),
        lambda: QTest.keyClick(dice.choice(pictures), dice.choice(keys)),
        lambda: QTest.mouseClick(dice.choice(pictures), LEFT, NONE, QPoint(dice.randint(0, 500), dice.randint(0, 200))),
    ]
    for _ in range(35):
        dice.choice(deeds)()
        at.work()
    at.panel.grab()
    assert at.frame().error is None


def test_an_arm_whose_numbers_end_is_explained_on_a_card(desk: Make) -> None:
    here = desk(depth=3, width=8)
    here.work(Seek("depth", 30))
    here.session.run.state.arms[0].network.theta[...] = np.inf
    failed = here.work(Seek("depth", 31))
    card = here.panel.stage.failure
    assert failed.failure is not None
    assert card.isVisible()
    assert card.flight.title == failed.failure.title
    card.back.emit("")
    assert here.work().step == 11
    assert not card.isVisible()
