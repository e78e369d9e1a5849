"""Steps of lessons taken with mouse and keys alone: what a script reaches, a hand reaches too."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.theme import ThemeHolder
from sim.lesson_page import SEEN, TRY
from tests.gui.classroom import Classroom

LEFT = Qt.MouseButton.LeftButton
KEY = Qt.Key


@pytest.fixture
def room(qtbot: Any, themes: ThemeHolder, tmp_path: Path) -> Iterator[Classroom]:
    room = Classroom(themes, tmp_path)
    yield room
    room.close()
    themes.set(name="light", presentation=False)


@pytest.fixture
def at(room: Classroom) -> Callable[[str, str], Any]:
    """The panel of a step that has had its guess."""

    def begun(key: str, title: str) -> Any:
        steps = room.window.guide.shelf.lesson(key).lesson.steps
        number = [step.title for step in steps].index(title) + 1
        room.window.guide.start(key, number)
        room.settle()
        assert room.skip_to(TRY)
        assert room.step.title == title
        assert room.window.panel is not None
        return room.window.panel

    return begun


def press(room: Classroom, widget: QWidget, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(widget, key)
        room.settle()


def to_rule(room: Classroom, panel: Any, number: int) -> None:
    """The chip of a rule, counted from 1."""
    strip = panel.stage.strip
    QTest.keyClick(strip, KEY.Key_Home)
    room.settle()
    for _ in range(number - 1):
        QTest.keyClick(strip, KEY.Key_Right)
        room.settle()


def click_cell(room: Classroom, panel: Any, name: str, row: int, column: int) -> None:
    box = panel.stage.lanes.cell_box((name, row, column))
    assert box is not None
    QTest.mouseClick(panel.stage.lanes, LEFT, pos=box.center().toPoint())
    room.settle()


def type_into(room: Classroom, panel: Any, place: tuple[str, int, int], text: str) -> None:
    """Click a cell and write a number over it."""
    click_cell(room, panel, *place)
    QTest.keyClick(panel.stage.lanes, KEY.Key_F2)
    (field,) = [field for field in panel.stage.lanes.findChildren(QLineEdit) if field.isVisible()]
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, KEY.Key_Return)
    room.settle()


# Who is to blame? -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("title", "rule"), [
    ("Which shape comes out?", 1), ("Forward to the error", 8), ("Back through the weights", 11),
    ("From blame to slopes", 14),
])  # fmt: skip
def test_a_rule_is_reached_along_the_strip(title: str, rule: int, at: Any, room: Classroom) -> None:
    panel = at("backprop", title)
    if rule > 1:
        to_rule(room, panel, rule - 1)
        assert room.phase == TRY
    to_rule(room, panel, rule)
    assert room.until(lambda: room.phase == SEEN)


def test_a_cell_that_was_worked_out_is_pinned_with_a_click(at: Any, room: Classroom) -> None:
    panel = at("backprop", "One cell by hand")
    room.window.guide.player.card.guessed.emit(-0.3)
    to_rule(room, panel, 1)
    assert room.phase == TRY
    click_cell(room, panel, "s1", 0, 1)
    assert room.until(lambda: room.phase == SEEN)


def test_a_sum_far_out_is_typed_into_its_cell(at: Any, room: Classroom) -> None:
    panel = at("backprop", "Which slope?")
    to_rule(room, panel, 2)
    type_into(room, panel, ("z1", 0, 1), "5")
    to_rule(room, panel, 13)
    assert room.until(lambda: room.phase == SEEN)


def test_a_button_nudges_all_weights(at: Any, room: Classroom) -> None:
    panel = at("backprop", "Prove it")
    to_rule(room, panel, 14)
    QTest.mouseClick(panel.side.rule.check_all, LEFT)
    assert room.until(lambda: room.phase == SEEN)


def test_another_number_in_the_last_weight_changes_a_column(at: Any, room: Classroom) -> None:
    panel = at("backprop", "Change one weight")
    to_rule(room, panel, 14)
    type_into(room, panel, ("w1", 2, 4), "2")
    assert room.until(lambda: room.phase == SEEN)


def test_an_update_lowers_the_loss_until_the_rate_is_too_large(at: Any, room: Classroom) -> None:
    panel = at("backprop", "Now, and only now, learn")
    to_rule(room, panel, 15)
    assert room.phase == TRY
    panel.side.rule.form.changed.emit("learning_rate", 1000.0)
    assert room.until(lambda: room.phase == SEEN)


# The gate -------------------------------------------------------------------------------------------------------------


def test_a_slope_is_pushed_through_the_open_gate_and_the_closed_one(at: Any, room: Classroom) -> None:
    panel = at("relu", "Push −1 through")
    gate = panel.stage.gate.view
    press(room, gate, KEY.Key_Minus)
    assert room.phase == TRY
    press(room, gate, KEY.Key_Home, KEY.Key_Minus)
    assert room.until(lambda: room.phase == SEEN)


def test_the_sum_of_a_sigmoid_is_drawn_to_its_plain(at: Any, room: Classroom) -> None:
    panel = at("relu", "How flat is a sigmoid?")
    press(room, panel.stage.gate.view, KEY.Key_End)
    assert room.until(lambda: room.phase == SEEN)


def test_layers_are_added_by_key(at: Any, room: Classroom) -> None:
    panel = at("relu", "Ten gates in a row")
    bars = panel.stage.layers.bars
    for _ in range(8):
        press(room, bars, KEY.Key_Up)
    assert room.until(lambda: room.phase == SEEN)


def test_both_races_are_run_from_their_card(at: Any, room: Classroom) -> None:
    panel = at("relu", "A race with fair rules")
    race = panel.stage.race
    QTest.mouseClick(race.run, LEFT)
    room.settle()
    assert room.until(lambda: not room.playing)
    assert room.phase == TRY
    race.rates.changed.emit("rates", "equal")
    room.settle()
    QTest.mouseClick(race.run, LEFT)
    room.settle()
    assert room.until(lambda: room.phase == SEEN)


def test_the_loss_is_shrunk_and_the_race_run(at: Any, room: Classroom) -> None:
    panel = at("relu", "Shrink the loss")
    race = panel.stage.race
    race.loss.changed.emit("loss_scale", "0.001")
    room.settle()
    QTest.mouseClick(race.run, LEFT)
    assert room.until(lambda: room.phase == SEEN)


# Skiing by glances ----------------------------------------------------------------------------------------------------


def button_of(panel: Any) -> QWidget:
    """The one that starts the experiment."""
    button = panel.side.button
    assert button.isVisible()
    assert button.isEnabled()
    assert isinstance(button, QWidget)
    return button


def run_out(room: Classroom, panel: Any) -> None:
    """Press the button, and wait until the experiment stands still."""
    QTest.mouseClick(button_of(panel), LEFT)
    room.settle()
    assert room.until(lambda: not room.playing)


def test_sizes_of_glances_are_tried_with_the_keys_of_the_ladder(at: Any, room: Classroom) -> None:
    panel = at("sgd", "Tape or glance")
    ladder = panel.stage.page.ladder
    press(room, ladder, KEY.Key_Right, KEY.Key_Right)
    assert room.phase == TRY
    press(room, ladder, KEY.Key_Right)
    assert room.until(lambda: room.phase == SEEN)


def test_a_rate_typed_beside_the_catapult_throws_out_and_another_brings_back(at: Any, room: Classroom) -> None:
    panel = at("sgd", "Thrown out for real")
    panel.side.form.changed.emit("learning_rate", 3.0)
    room.settle()
    run_out(room, panel)
    assert room.phase == TRY
    panel.side.form.changed.emit("learning_rate", 1.0)
    room.settle()
    QTest.mouseClick(room.window.transport._again, LEFT)
    room.settle()
    QTest.mouseClick(button_of(panel), LEFT)
    assert room.until(lambda: room.phase == SEEN)


@pytest.mark.long
def test_networks_are_asked_for_a_thousand_classes_and_for_ten(at: Any, room: Classroom) -> None:
    panel = at("training", "Before any training")
    run_out(room, panel)
    assert room.phase == TRY
    panel.side.form.changed.emit("classes", 10)
    room.settle()
    run_out(room, panel)
    assert room.until(lambda: room.phase == SEEN)


def test_one_class_is_practised_and_all_come_back(at: Any, room: Classroom) -> None:
    panel = at("training", "One weight for many")
    run_out(room, panel)
    assert room.phase == TRY
    press(room, panel.side.form.control("mixed"), KEY.Key_Space)
    run_out(room, panel)
    assert room.until(lambda: room.phase == SEEN)


@pytest.mark.long
def test_ways_of_loading_momentum_race_twice(at: Any, room: Classroom) -> None:
    panel = at("momentum", "A real network")
    run_out(room, panel)
    assert room.phase == TRY
    panel.side.form.changed.emit("learning_rate", 0.003)
    room.settle()
    QTest.mouseClick(button_of(panel), LEFT)
    assert room.until(lambda: room.phase == SEEN)


# Half the class is ill ------------------------------------------------------------------------------------------------


def test_stars_are_sent_home_along_the_numbers(at: Any, room: Classroom) -> None:
    panel = at("dropout", "Who copies from whom?")
    counts = panel.stage.page.page.stars.counts
    press(room, counts, KEY.Key_Home)
    assert room.phase == TRY
    press(room, counts, KEY.Key_Right, KEY.Key_Right)
    assert room.until(lambda: room.phase == SEEN)


def test_the_flu_comes_at_a_press(at: Any, room: Classroom) -> None:
    panel = at("dropout", "The flu comes unprepared")
    QTest.mouseClick(panel.stage.page.page.flu.comes, LEFT)
    assert room.until(lambda: room.phase == SEEN)


def test_all_masks_are_averaged_at_a_press(at: Any, room: Classroom) -> None:
    panel = at("dropout", "In use")
    QTest.mouseClick(panel.stage.page.page.average, LEFT)
    assert room.until(lambda: room.phase == SEEN)


def test_the_units_of_both_networks_are_compared(at: Any, room: Classroom) -> None:
    panel = at("dropout", "Less alike?")
    arms = panel.stage.page.page.arms
    QTest.mouseClick(arms["a"].open, LEFT)
    room.settle()
    assert room.phase == TRY
    QTest.mouseClick(arms["b"].open, LEFT)
    assert room.until(lambda: room.phase == SEEN)
