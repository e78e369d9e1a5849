"""The backprop panel with a session behind it: rules, jumps, cells, the proof, locks of lessons, sizes."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.arguments import configured
from gui.panels.playground.onward import may_walk, walk_settings
from gui.theme import ThemeHolder
from gui.widgets.matrix_content import ACTING, GHOST
from gui.widgets.typing_field import TypingField
from sim.commands import Edit, Seek, Step
from sim.config import Config
from sim.datasets import DATASETS
from sim.simulations import SIMULATIONS
from sim.simulations import playground_config as playground
from sim.simulations.backprop import BACKPROP
from tests.gui.backprop_desk import Desk

LEFT = Qt.MouseButton.LeftButton
Make = Callable[..., Desk]
RULES = 15


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: Any) -> Make:
    def make(width: int = 1160, height: int = 660, **settings: object) -> Desk:
        made = Desk(themes, width, height, **settings)
        qtbot.addWidget(made.panel)
        return made

    return make


def cell_point(at: Desk, name: str, row: int, column: int) -> QPoint:
    box = at.lanes.cell_box((name, row, column))
    assert box is not None
    return QPoint(box.center().toPoint())


def click(at: Desk, name: str, row: int, column: int) -> None:
    QTest.mouseClick(at.lanes, LEFT, pos=cell_point(at, name, row, column))
    at.work()


def all_that_is_shown(at: Desk) -> tuple[object, ...]:
    """What a person could tell two moments apart by."""
    matrices = tuple(
        (m.name, m.state, None if m.values is None else m.values.tobytes()) for m in at.lanes.content.matrices()
    )
    page = at.page
    words = (page.count.text(), page.title.text(), page.sentence.text(), page.note.text(), page.formula.plain)
    return (*matrices, *words, at.panel.stage.strip.current, page.check.shown, page.loss.shown)


# Rules ----------------------------------------------------------------------------------------------------------------


def test_it_opens_on_the_case_of_the_article_at_its_first_rule(desk: Make) -> None:
    at = desk()
    shapes = {name: at.matrix(name).shape for name in ("x", "w1", "s1", "w2")}
    assert shapes == {"x": (128, 3), "w1": (3, 5), "s1": (128, 5), "w2": (5, 2)}
    assert {m.name for m in at.lanes.content.matrices() if m.state == ACTING} == {"x", "w1", "s1"}


def test_each_rule_of_the_article_has_a_chip(desk: Make) -> None:
    titles = [chip.title for chip in desk().panel.stage.strip.chips]
    first = ["Forward 1", "Bias", "Forward 2", "Forward 3", "Forward 1", "Bias", "Forward 2", "Forward 4"]
    assert titles == [*first, "Back 2", "Gradient", "Back 1", "Back 3", "Back 2", "Gradient", "Update"]


def test_steps_forward_and_as_many_back_show_the_same(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 4))
    before = all_that_is_shown(at)
    for _ in range(20):
        at.work(Step("backprop", 1))
    for _ in range(20):
        at.work(Step("backprop", -1))
    assert all_that_is_shown(at) == before


def test_the_column_is_as_wide_with_its_bar_as_without(desk: Make) -> None:
    at = desk(height=640)
    bar, widths = at.panel.side._areas["rule"].verticalScrollBar(), set()
    for height in (1200, 300):
        at.panel.resize(1160, height)
        QApplication.processEvents()
        assert bar.isEnabled() == (height == 300)
        widths.add(at.page.width())
    assert len(widths) == 1


def test_what_is_not_worked_out_yet_is_an_outline(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 3))
    ghosts = {m.name for m in at.lanes.content.matrices() if m.state == GHOST}
    assert ghosts == {"z2", "y", "e", "dw1", "db1", "dz1", "dh1", "dw2", "db2", "dz2"}


def test_a_chip_goes_to_its_rule_in_the_pass_at_hand(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", RULES + 2))
    strip = at.panel.stage.strip
    QTest.mouseClick(strip, LEFT, pos=strip.box_of(7).center().toPoint())
    assert at.work().step == RULES + 8


def test_the_transpose_stands_in_the_backward_lane_for_its_rule_alone(desk: Make) -> None:
    at = desk()
    flipped = [
        [m.flipped for m in at.lanes.content.matrices() if m.flipped]
        for step in range(1, RULES + 1)
        if at.work(Seek("backprop", step))
    ]
    assert {step: names for step, names in enumerate(flipped, 1) if names} == {10: ["h1"], 11: ["w2"], 14: ["x"]}


def test_the_update_shows_the_new_weights(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", RULES))
    new = at.matrix("w1+").values
    at.work(Seek("backprop", RULES + 1))
    assert new is not None
    assert np.array_equal(new, at.matrix("w1").values)


FORMULAS = ("S1 = X · W1", "Z1 = S1 + b1", "H1 = σ(Z1)", "H1 → layer 2", "S2 = H1 · W2", "Z2 = S2 + b2", "Y = σ(Z2)",
            "E = Y − T", "dZ2 = E ∘ σ′(Z2)", "dW2 = H1T · dZ2 / 128", "dH1 = dZ2 · W2T", "layer 1 ← dH1",
            "dZ1 = dH1 ∘ σ′(Z1)", "dW1 = XT · dZ1 / 128", "W ← W − η · dW")  # fmt: skip


def test_every_rule_stands_there_as_a_formula(desk: Make) -> None:
    at = desk()
    shown = [at.page.formula.plain for step in range(1, RULES + 1) if at.work(Seek("backprop", step))]
    assert tuple(shown) == FORMULAS


def test_the_sizes_of_a_product_stand_below_it(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 11))
    assert at.page.formula.sizes == "(128 × 2) · (2 × 5) = 128 × 5"


def test_with_cross_entropy_the_slope_has_cancelled(desk: Make) -> None:
    at = desk(preset="softmax")
    at.work(Seek("backprop", 5))
    assert at.page.formula.plain == "dZ1 = E · 1"


def test_a_screen_reader_hears_the_step(desk: Make) -> None:
    at = desk()
    assert "Forward rule 1, layer 1" in at.lanes.accessibleDescription()
    at.work(Seek("backprop", 11))
    assert "Backward rule 1, layer 2" in at.lanes.accessibleDescription()


def test_every_rule_has_a_mark_above_the_bar(desk: Make) -> None:
    roles = [role for _, role in desk().marks[-1]]
    assert roles[:RULES] == ["plus"] * 8 + ["grad"] * 6 + ["vel"]


def test_of_many_rules_only_the_updates_are_marked(desk: Make) -> None:
    assert desk(passes=20).marks[-1] == [(RULES * number, "vel") for number in range(1, 21)]


def test_beside_the_play_button_stands_the_rule(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", RULES + 2))
    assert at.panel.time_words(at.frame()) == "pass 2, rule 2"


# Cells ----------------------------------------------------------------------------------------------------------------


def test_at_first_sight_one_sum_stands_open(desk: Make) -> None:
    at = desk()
    assert at.bubble.isVisible()
    assert at.bubble.plain_text().startswith("Row 3 of X times column 2 of W₁")


def test_of_the_smallest_network_the_only_sum_stands_open(desk: Make) -> None:
    at = desk(preset="gate")
    assert at.bubble.plain_text().startswith("Row 1 of X times column 1 of W₁")


def test_a_pointer_that_rests_on_a_number_is_told_its_sum(desk: Make, qtbot: Any) -> None:
    at = desk()
    at.panel.explaining.close()
    QTest.mouseMove(at.lanes, cell_point(at, "s1", 3, 0))
    qtbot.waitUntil(at.bubble.isVisible, timeout=3000)
    assert at.bubble.plain_text().startswith("Row 4 of X times column 1 of W₁")


def test_the_first_sum_goes_when_the_learner_goes_on(desk: Make) -> None:
    at = desk()
    at.work(Step("backprop", 1))
    assert not at.bubble.isVisible()


def test_a_click_pins_a_sum_and_tells_the_lesson(desk: Make) -> None:
    at = desk()
    click(at, "s1", 0, 1)
    assert at.bubble.pinned
    assert at.marked == [("pinned", 1.0)]


def test_a_pinned_sum_goes_on_with_its_number(desk: Make) -> None:
    at = desk()
    click(at, "s1", 0, 1)
    at.work(Seek("backprop", 2))
    assert at.bubble.pinned
    assert at.panel.explaining.cell == ("z1", 0, 1)


def test_a_pinned_weight_goes_on_with_its_update(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 14))
    click(at, "w1", 0, 3)
    at.work(Seek("backprop", 15))
    assert at.panel.explaining.cell == ("w1+", 0, 3)
    at.work(Seek("backprop", 14))
    assert at.panel.explaining.cell == ("w1", 0, 3)


def test_a_pinned_sum_closes_where_its_number_is_not_there_yet(desk: Make) -> None:
    at = desk()
    click(at, "s1", 0, 1)
    at.work(Seek("backprop", 0))
    assert not at.bubble.isVisible()


def test_escape_lets_go_of_a_sum(desk: Make) -> None:
    at = desk()
    click(at, "s1", 0, 1)
    QTest.keyClick(at.lanes, Qt.Key.Key_Escape)
    assert not at.bubble.isVisible()


def test_a_sum_is_copied_with_its_numbers(desk: Make) -> None:
    at = desk()
    click(at, "s1", 0, 1)
    at.bubble.copy()
    assert "Row 1 of X times column 2 of W₁" in QGuiApplication.clipboard().text()


def test_a_typed_weight_changes_its_unit_and_everything_after(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 2))
    at.lanes.cell_edited.emit("w1", 2, 4, "2")
    at.work()
    changed = at.matrix("z1").changed
    assert changed is not None
    assert changed.sum(axis=0).tolist() == [0, 0, 0, 0, 128]


def test_the_numbers_after_a_typed_weight_are_those_of_such_a_network(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 2))
    at.lanes.cell_edited.emit("w1", 0, 0, "0,5")
    at.work()
    x, w, b, z = (at.matrix(name).values for name in ("x", "w1", "b1", "z1"))
    assert x is not None
    assert w is not None
    assert w[0, 0] == 0.5
    assert np.allclose(x @ w + b, z, rtol=0, atol=1e-12)


def test_a_number_is_typed_with_the_keyboard_alone(desk: Make) -> None:
    at = desk()
    at.lanes.focus_on(("x", 0, 0))
    QTest.keyClick(at.lanes, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(at.lanes, Qt.Key.Key_Down)
    QTest.keyClick(at.lanes, Qt.Key.Key_2)
    field = at.lanes.findChild(TypingField)
    QTest.keyClicks(field, ".5")
    QTest.keyClick(field, Qt.Key.Key_Return)
    at.work()
    assert at.seen.matrices["w1"][1, 0] == 2.5


def test_walking_speaks_of_every_cell_and_enter_pins_it(desk: Make) -> None:
    at = desk()
    at.lanes.focus_on(("s1", 0, 0))
    QTest.keyClick(at.lanes, Qt.Key.Key_Right)
    assert at.bubble.plain_text().startswith("Row 1 of X times column 2 of W₁")
    QTest.keyClick(at.lanes, Qt.Key.Key_Return)
    assert at.bubble.pinned
    assert at.marked == [("pinned", 1.0)]


def test_a_matrix_is_copied_and_the_line_says_so(desk: Make) -> None:
    at = desk()
    click(at, "w1", 0, 0)
    QTest.keyClick(at.lanes, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert len(QGuiApplication.clipboard().text().splitlines()) >= 3
    assert at.said[-1] == "The matrix is on the clipboard, as text."


@pytest.mark.parametrize("text", ["nan", "seven", "", "1e999", "2000000"])
def test_what_is_no_number_is_refused_in_a_sentence(desk: Make, text: str) -> None:
    at = desk()
    before = at.seen.matrices["w1"].copy()
    at.lanes.cell_edited.emit("w1", 0, 0, text)
    at.work()
    assert np.array_equal(at.seen.matrices["w1"], before)
    assert at.said[-1].startswith("A cell must be a number")


def test_a_step_back_does_not_undo_what_was_typed(desk: Make) -> None:
    at = desk()
    at.lanes.cell_edited.emit("x", 0, 0, "0.25")
    at.work(Seek("backprop", 9))
    at.work(Seek("backprop", 0))
    assert at.seen.matrices["x"][0, 0] == 0.25


def test_a_held_number_is_said_and_can_be_let_go(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 2))
    before = at.seen.matrices["z1"][0, 0]
    at.lanes.cell_edited.emit("z1", 0, 0, "5")
    at.work()
    assert at.matrix("z1").held == {(0, 0)}
    assert "One number is set by hand, in Z₁." in at.page.remark.text()
    at.page.release.click()
    at.work()
    assert at.seen.matrices["z1"][0, 0] == before


def test_delete_lets_go_of_one_number(desk: Make) -> None:
    at = desk()
    before = at.seen.matrices["w1"][1, 2]
    for column in (2, 3):
        at.panel.hands.set_cell(("w1", 1, column), "2")
        at.work()
    at.lanes.setFocus()
    at.lanes.focus_on(("w1", 1, 2))
    QTest.keyClick(at.lanes, Qt.Key.Key_Delete)
    at.work()
    assert at.seen.held == {("w1", 1, 3)}
    assert at.seen.matrices["w1"][1, 2] == before


def test_where_nothing_can_be_typed_it_says_so(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 15))
    for name, words in (("h1", "H₁ follows from its rule"), ("w2+", "Step back to change W₂")):
        at.lanes.focus_on((name, 0, 0))
        QTest.keyClick(at.lanes, Qt.Key.Key_F2)
        assert words in at.said[-1]


def test_a_number_of_the_transpose_is_typed_like_its_original(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 11))
    at.lanes.focus_on(("w2ᵀ", 1, 4))
    QTest.keyClick(at.lanes, Qt.Key.Key_F2)
    at.lanes._field.setText("0.25")
    QTest.keyClick(at.lanes._field, Qt.Key.Key_Return)
    at.work()
    assert at.seen.matrices["w2"][4, 1] == 0.25
    assert at.matrix("w2ᵀ").held == {(1, 4)}


# The proof, and learning ----------------------------------------------------------------------------------------------


def facts(at: Desk) -> dict[str, str]:
    return dict(at.page.check.shown)


def test_the_slope_by_backpropagation_waits_for_its_rule(desk: Make) -> None:
    at = desk()
    assert facts(at)["backpropagation"] == "after step 14"
    at.work(Seek("backprop", 14))
    assert facts(at)["backpropagation"] == facts(at)["slope by nudging"]


def test_a_clicked_weight_is_the_one_that_is_nudged(desk: Make) -> None:
    at = desk()
    click(at, "w1", 1, 2)
    assert at.page.check_title.text() == "Check W₁[2, 3] another way"


def test_a_cell_of_a_gradient_nudges_its_weight(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 14))
    click(at, "dw1", 0, 3)
    assert at.seen.selected == ("w1", 0, 3)


def test_the_proof_begins_with_the_value_that_is_nudged(desk: Make) -> None:
    at = desk()
    assert dict(at.page.check.shown)["its value, ± 0.00001"].startswith(f"{at.seen.matrices['w1'][0, 1]:.3f}"[:4])


def test_a_nudge_over_a_corner_is_told_beside_its_numbers(desk: Make) -> None:
    at = desk(preset="gate")
    at.panel.hands.set_cell(("w1", 0, 0), "0")
    at.work()
    assert at.page.check.shown
    assert "corner" in at.page.check_words.text()


def test_weights_at_a_corner_are_counted_apart(desk: Make) -> None:
    at = desk(preset="gate")
    at.panel.hands.set_cell(("w1", 0, 0), "0")
    at.page.check_all.click()
    at.work(rounds=20)
    shown = dict(at.page.all.shown)
    assert (shown["left out, at a corner"], shown["walks forward"]) == ("2", "4")


def test_a_proof_that_cannot_be_had_says_why(desk: Make) -> None:
    at = desk()
    at.panel.hands.look_at(("z1", 0, 0))
    at.panel.hands.set_cell(("z1", 0, 0), "1")
    at.page.check_all.click()
    at.work()
    assert "Let go of them" in at.page.check_words.text()
    at.page.check_all.click()
    assert "Let go of them" in at.said[-1]


def test_a_network_of_one_weight_has_one_to_nudge(desk: Make) -> None:
    at = desk(preset="gate")
    at.work()
    assert at.seen.selected == ("w1", 0, 0)


def test_all_slopes_are_proved_at_rest(desk: Make) -> None:
    at = desk()
    at.work(Seek("backprop", 14))
    at.page.check_all.click()
    at.work(rounds=100)
    shown = dict(at.page.all.shown)
    assert shown["walks forward"] == "64"
    assert at.seen.check_all is not None
    assert at.seen.check_all.error < 1e-6


def test_why_not_nudge_each_weight_tells_how_many_walks(desk: Make) -> None:
    at = desk()
    at.page.why.click()
    assert at.page.because.isVisible()
    assert "64" in at.page.because.text()


def test_another_rate_changes_the_loss_after_the_update_and_no_step(desk: Make) -> None:
    at = desk()
    before = at.seen.loss_after
    at.panel.change({"learning_rate": 10.0}, "learning_rate")
    after = at.work()
    assert after.loss_after != before
    assert after.step == 1


def test_equal_weights_are_explained(desk: Make) -> None:
    at = desk(init="zero")
    assert "cannot tell them apart" in at.page.remark.text()


# Lessons --------------------------------------------------------------------------------------------------------------


def test_a_lesson_locks_cells_and_says_why(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"run"}), "Guess first.")
    at.lanes.cell_edited.emit("w1", 0, 0, "2")
    assert at.sent == []
    assert at.said == ["Guess first."]


def test_locked_cells_cannot_be_opened(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"run"}), "Guess first.")
    assert not any(matrix.editable for matrix in at.lanes.content.matrices())
    at.panel.set_locks(None, "")
    assert at.matrix("w1").editable


def test_a_lesson_that_locks_time_locks_the_strip(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"cells"}), "Guess first.")
    assert not at.panel.stage.strip.isEnabled()


def test_a_lesson_about_a_setting_turns_to_its_page(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"init"}), "Guess first.", frozenset({"init"}))
    assert at.panel.side.page == "setup"


def test_a_cued_control_is_scrolled_into_sight(desk: Make, qtbot: Any) -> None:
    at = desk(1000, 320)
    slider = at.page.form.control("learning_rate")
    at.panel.set_cues(("learning_rate",))
    qtbot.waitUntil(lambda: not slider.visibleRegion().isEmpty(), timeout=3000)
    assert slider.visibleRegion().boundingRect().height() == slider.height()


def test_a_script_that_sets_a_cell_shows_it(desk: Make) -> None:
    at = desk()
    at.panel.edit("cell", ("w1", 0, 0, 3.0))
    at.work()
    assert at.matrix("w1").value(0, 0) == 3.0


# Search and sizes -----------------------------------------------------------------------------------------------------


def test_everything_that_is_offered_can_be_done(desk: Make) -> None:
    at = desk()
    for offer in at.panel.offers():
        offer.do()
        at.work()
    assert at.said == []


@pytest.mark.parametrize("preset", ["article", "xor", "neuron", "gate", "softmax"])
def test_every_example_can_be_walked_through(desk: Make, preset: str) -> None:
    at = desk(preset=preset)
    for step in range(at.seen.last_step + 1):
        at.work(Seek("backprop", step))
    assert at.seen.step == at.seen.last_step


@pytest.mark.parametrize("layers", ["1 1", "16 16 16 16 16 16"])
def test_the_smallest_and_the_largest_network_are_shown(desk: Make, layers: str) -> None:
    at = desk(data="pixels", layers=layers)
    for step in range(0, len(at.seen.steps) + 1, 3):
        at.work(Seek("backprop", step))
        at.panel.grab()
    at.work(Seek("backprop", len(at.seen.steps)))
    assert at.seen.fired == len(at.seen.steps)


def test_numbers_that_fly_off_are_said(desk: Make) -> None:
    at = desk(activation="linear", output="linear")
    for row in range(3):
        at.work(Edit("backprop", "cell", ("w1", row, 0, 1e6)), Edit("backprop", "cell", ("x", 0, row, 1e6)))
    at.panel.change({"learning_rate": 1000.0, "passes": 20}, "learning_rate")
    at.work(Seek("backprop", 20 * RULES))
    assert "have left the finite ones" in at.page.remark.text()


def test_in_a_small_window_pages_take_turns(desk: Make) -> None:
    at = desk()
    at.panel.set_compact(True)
    assert (at.panel.stage.isVisible(), at.panel.side.isVisible()) == (True, False)
    at.panel._tabs.chosen.emit(2)
    assert (at.panel.stage.isVisible(), at.panel.side.isVisible()) == (False, True)


def test_on_a_projector_the_rule_stands_without_the_proof(desk: Make, themes: ThemeHolder) -> None:
    at = desk()
    themes.set(presentation=True)
    try:
        at.panel.set_presentation(True)
        assert at.page.formula.isVisible()
        assert not at.page.check_all.isVisible()
    finally:
        themes.set(presentation=False)


def test_a_batch_of_one_is_shown(desk: Make) -> None:
    at = desk(n=1)
    at.work(Seek("backprop", 14))
    assert at.page.formula.plain == "dW1 = XT · dZ1"


# From the playground --------------------------------------------------------------------------------------------------


def settings_of_playground(**settings: object) -> Config:
    return Config.defaults(playground.PARAMETERS).replace(settings)


@pytest.mark.parametrize("dataset", list(DATASETS))
def test_a_network_of_the_playground_can_be_walked_through(dataset: str) -> None:
    config = playground.arrange(settings_of_playground(mode="network"), "mode")
    config = playground.arrange(config.replace(dataset=dataset), "dataset")
    there = configured(SIMULATIONS["backprop"], tuple(walk_settings(config).items()))
    snapshot = BACKPROP.snapshot(there, BACKPROP.init(there), None)
    assert snapshot.layers[1:-1] == (2,)
    assert np.isfinite(snapshot.loss)


def test_what_is_no_network_cannot() -> None:
    assert not may_walk(settings_of_playground(mode="unit"))


@pytest.mark.parametrize("width, height, shown", [(1160, 660, True), (616, 260, False)])
def test_the_first_sum_stands_open_where_it_does_not_hide_its_matrices(
    desk: Make, width: int, height: int, shown: bool
) -> None:
    at = desk(width, height)
    at.panel.set_compact(not shown)
    QApplication.processEvents()
    at.panel.open(at.panel.config)
    at.work()
    assert at.panel.stage.bubble.isVisible() == shown


def test_the_slider_of_the_rate_keeps_its_place_from_rule_to_rule(desk: Make) -> None:
    at = desk(1160, 900)
    places = set()
    for step in (1, 2, 6):
        at.work(Seek("backprop", step))
        QApplication.processEvents()
        places.add(at.page.form.mapTo(at.panel, QPoint(0, 0)).y())
    assert len(places) == 1
