"""The lab panel: where its cards stand, whom its sliders move, what it asks for, what lessons lock."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout

from gui.panels.lab.arm_form import FIRST, FOLDED
from gui.panels.lab.arms import ROLES, arm_title
from gui.panels.lab.examples import EXAMPLES
from gui.panels.lab.locks import page_of
from gui.panels.lab.pages import PAGES
from gui.panels.lab.showing import line_of, loss_panes, percent
from gui.panels.lab.side import ANEW, LIVE
from gui.panels.lab.stage import LOWER, TABS
from gui.theme import ThemeHolder
from sim.commands import Configure, Edit, Play
from sim.simulations.lab_config import PARAMETERS
from sim.simulations.lab_presets import TITLES
from tests.gui.lab_desk import Desk
from tests.gui.lab_made import config_of, snapshot_of
from tests.gui.pseudo_screen import leaks
from tests.gui.test_pseudo_language import pseudo

__all__ = ["pseudo"]

Make = Callable[..., Desk]


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: Any) -> Make:
    themes.set(reduced=True)

    def make(width: int = 1164, height: int = 654, preset: str = "moons", **settings: object) -> Desk:
        made = Desk(themes, width, height, preset, **settings)
        qtbot.addWidget(made.panel)
        return made

    return make


# The cards


def test_two_arms_stand_beside_their_curves(desk: Make) -> None:
    places = desk().stage.places()
    assert {"page", "a", "b", "curves"} <= set(places)
    assert "c" not in places


def test_cards_never_lie_on_one_another(desk: Make) -> None:
    at = desk(arms=4)
    cards = [card.geometry() for key, card in at.stage._cards.items() if key in at.stage.places()]
    assert not any(one.intersects(other) for one in cards for other in cards if one is not other)


@pytest.mark.parametrize(
    ("preset", "card"), [("digits_200", "samples"), ("curve", "fit"), ("sparse", "table"), ("moons", "a")]
)
def test_data_bring_the_card_on_which_their_arms_are_seen(desk: Make, preset: str, card: str) -> None:
    assert card in desk(preset=preset).stage.places()


def test_four_maps_stand_two_by_two_where_they_would_be_too_small(desk: Make) -> None:
    small, large = desk(700, 654, arms=4).stage, desk(1500, 800, arms=4).stage
    assert small.maps["c"].y() > small.maps["a"].y()
    assert large.maps["c"].y() == large.maps["a"].y()


def test_both_rows_take_turns_where_it_is_low(desk: Make) -> None:
    at = desk(1164, 430)
    assert not at.stage.rows.isHidden()
    assert "curves" not in at.stage.places()
    at.stage.turn_to_row(LOWER)
    assert "page" not in at.stage.places()
    assert "curves" in at.stage.places()


@pytest.mark.parametrize("tab", range(len(TABS)))
def test_in_a_small_window_one_picture_stands_alone(desk: Make, tab: int) -> None:
    at = desk(612, 270)
    at.panel.set_compact(True)
    at.panel._on_tab(tab)
    shown = {key for key in at.stage.places() if not key.isalpha() or len(key) > 1}
    assert len(shown) <= 1
    assert all(not card.isHidden() for key, card in at.stage._cards.items() if key in at.stage.places())


def test_a_projector_keeps_the_sliders_of_the_question(desk: Make, themes: ThemeHolder) -> None:
    at = desk()
    themes.set(presentation=True)
    at.panel.set_presentation(True)
    assert not at.controls.control("dropout").isHidden()
    assert at.controls.control("batch").isHidden()
    themes.set(presentation=False)


def test_an_arm_is_named_by_what_it_has_of_its_own(desk: Make) -> None:
    at = desk()
    assert at.stage.maps["a"].head.title.words == "A  no dropout"
    assert at.stage.maps["b"].head.title.words == "B  dropout 0.5"


def test_an_arm_without_any_penalty_says_so() -> None:
    config = config_of("penalties")
    arms = snapshot_of(config).arms
    assert [arm_title(arm.key, arms, config) for arm in arms] == ["A  no penalty", "B  L1 0.003", "C  L2 0.01"]


def test_arms_wear_four_different_colours(themes: ThemeHolder) -> None:
    for name in ("light", "dark", "contrast"):
        themes.set(name=name)
        assert len({themes.current.color(role).name() for role in ROLES.values()}) == len(ROLES)


def test_all_or_nothing_is_said_only_where_it_is_all_or_nothing() -> None:
    assert [percent(share) for share in (0.0, 0.001, 0.994, 0.9999, 1.0)] == [
        "0\u00a0%", "1\u00a0%", "99\u00a0%", "99\u00a0%", "100\u00a0%",
    ]  # fmt: skip


# The curves


def test_new_points_are_solid_and_learned_points_dashed() -> None:
    _, panes = loss_panes(snapshot_of(config_of()))
    assert [(curve.name, curve.dashed) for curve in panes[0].curves] == [
        ("A", False), ("", True), ("B", False), ("", True),
    ]  # fmt: skip


def test_a_curve_ends_with_the_number_of_now() -> None:
    snapshot = snapshot_of(config_of())
    updates, panes = loss_panes(snapshot)
    assert updates[-1] == snapshot.step
    assert panes[0].curves[0].values[-1] == pytest.approx(snapshot.arms[0].test_loss)


def test_arms_that_are_measured_at_other_updates_share_an_axis() -> None:
    arm = snapshot_of(config_of()).arms[0]
    updates = np.array([0.0, 1.0, 500.0, 3000.0])
    known = np.interp(updates, arm.curves.steps, arm.curves.loss)
    assert np.allclose(line_of(arm, arm.curves.loss, arm.loss, updates), known)


def test_where_maps_differ_there_is_a_page_for_it_only_for_two_maps(desk: Make) -> None:
    def tabs(**settings: Any) -> tuple[str, ...]:
        shown: tuple[str, ...] = desk(**settings).stage.curves.tabs.keys()
        return shown

    assert "difference" in tabs()
    assert "difference" not in tabs(arms=1)
    assert "difference" not in tabs(preset="digits_200")


def test_the_difference_asks_for_the_maps(desk: Make) -> None:
    at = desk(612, 270)
    at.panel.set_compact(True)
    at.panel._on_tab(TABS.index("Curves"))
    assert "maps" not in at.view.pages
    at.stage.curves.turn_to("difference")
    assert "maps" in at.view.pages


# The controls


def test_the_sliders_move_b_at_first(desk: Make) -> None:
    at = desk()
    at.controls.form.changed.emit("l2", 0.01)
    assert (at.config["a.l2"], at.config["b.l2"]) == (0.0, 0.01)


def test_steered_at_all_the_sliders_move_every_arm(desk: Make) -> None:
    at = desk(steered="all", arms=3)
    at.controls.form.changed.emit("learning_rate", 0.1)
    assert [at.config[f"{arm}.learning_rate"] for arm in "abc"] == [0.1] * 3


def test_who_is_steered_is_chosen_by_letters(desk: Make) -> None:
    at = desk()
    QTest.keyClick(at.controls.choices[0], Qt.Key.Key_Home)
    assert at.config["steered"] == "a"
    assert at.controls.control("dropout").value() == 0.0


def test_every_live_setting_of_an_arm_has_a_control(desk: Make) -> None:
    own = {p.key.partition(".")[2] for p in PARAMETERS if p.key.startswith("b.")}
    assert own == {*FIRST, *FOLDED}
    controls = desk().controls
    assert all(controls.control(setting) is not None for setting in own)


def test_every_setting_of_the_task_has_a_control(desk: Make) -> None:
    setup = desk().panel.side.setup
    keys = {key for form in setup.forms for key in form.keys}
    assert keys == {p.key for p in PARAMETERS if not p.live and p.key != "seed"}


def test_layers_get_a_dropout_of_their_own(desk: Make) -> None:
    at = desk()
    layers = at.controls.form.layers
    layers.switch.changed.emit("own_rates", True)
    assert at.config["b.dropout_layers"] == "0.500 0.500"
    layers.sliders[1].set_value(0.2)
    layers.sliders[1].changed.emit("dropout2", 0.2)
    assert at.config["b.dropout_layers"] == "0.500 0.200"
    layers.switch.changed.emit("own_rates", False)
    assert at.config["b.dropout_layers"] == ""


def test_the_form_of_l1_is_asked_only_where_there_is_l1(desk: Make) -> None:
    assert desk().controls.control("l1_form").isHidden()
    assert not desk(**{"b.l1": 0.01}).controls.control("l1_form").isHidden()


def test_an_example_brings_all_of_its_settings_and_plays(desk: Make) -> None:
    at = desk()
    at.panel.start_from("digits_200")
    assert at.config["dataset"] == "digits"
    assert isinstance(at.sent[-1], Play)


def test_a_change_on_the_way_leaves_one_mark_however_long_it_is_dragged(desk: Make) -> None:
    at = desk()
    for value in (0.1, 0.2, 0.3):
        at.controls.form.changed.emit("dropout", value)
    assert at.marks[-1] == [(3000, "you")]
    at.controls.form.released.emit("dropout")
    at.show(3500)
    at.controls.form.changed.emit("dropout", 0.4)
    assert at.marks[-1] == [(3000, "you"), (3500, "you")]
    at.show(0, resets=1)
    assert at.marks[-1] == []


def test_a_refused_setting_is_said_and_the_control_goes_back(desk: Make) -> None:
    at = desk()
    at.panel.change({"layers": "nothing"}, "layers")
    assert at.said
    setup: Any = at.panel.side.setup
    assert setup.control("layers").value() == "32 32"


# Lessons


def test_a_lesson_leaves_only_its_controls(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"b.dropout"}), "later")
    assert not at.controls.control("dropout")._reason
    assert at.controls.control("l2")._reason == "later"
    assert not at.panel.change({"b.l2": 0.1})
    assert at.said[-1] == "later"
    at.panel.set_locks(None, "")
    assert at.panel.change({"b.l2": 0.1})


def test_who_is_steered_is_never_locked(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"b.dropout"}), "later")
    assert at.panel.change({"steered": "a"})


def test_the_sliders_turn_to_the_arm_that_a_lesson_leaves_free(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"a.l2"}), "later")
    assert at.config["steered"] == "a"


def test_a_hand_that_is_locked_does_nothing(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"b.dropout"}), "later")
    at.panel.take_in_hand("stars", 3)
    assert not any(isinstance(command, Edit) for command in at.sent)
    at.panel.set_locks(frozenset({"stars"}), "later")
    at.panel.take_in_hand("stars", 3)
    assert at.sent[-1] == Edit("lab", "stars", 3)


@pytest.mark.parametrize(
    ("topic", "page"),
    [
        ({"stars"}, "lens"), ({"flu", "b.dropout"}, "class"), ({"masks"}, "masks"), ({"optimum"}, "two"),
        ({"two.l1", "two.l2"}, "two"), ({"two.l1", "a.l1", "b.l1"}, "penalty"), ({"b.dropout"}, "lens"),
        ({"n_train"}, None), ({"correlation"}, "correlation"),
    ],
)  # fmt: skip
def test_a_step_is_at_home_on_the_page_of_its_hand(topic: set[str], page: str | None) -> None:
    assert page_of(frozenset(topic)) == page


def test_cues_of_settings_of_the_task_turn_to_their_page(desk: Make) -> None:
    at = desk()
    at.panel.set_cues(("n_train",))
    assert at.panel.side.page == ANEW
    at.panel.set_cues(("b.learning_rate",))
    assert at.panel.side.page == LIVE
    assert at.controls.control("learning_rate")._look.cued


def test_without_a_lesson_dropout_is_marked_until_it_is_used(desk: Make) -> None:
    at = desk()
    assert at.controls.control("dropout")._look.cued
    at.controls.form.changed.emit("dropout", 0.3)
    assert not at.controls.control("dropout")._look.cued


@pytest.mark.parametrize(
    ("page", "handle"),
    [("lens", "b.dropout"), ("class", "flu"), ("penalty", "b.l1"), ("two", "two.l1"), ("path", ""),
     ("correlation", "correlation")],
)  # fmt: skip
def test_every_page_has_its_own_handle_to_take_hold_of(desk: Make, page: str, handle: str) -> None:
    at = desk()
    at.panel.turn_to(page)
    assert at.panel.locks.handle == handle
    assert at.controls.control("dropout")._look.cued == (handle == "b.dropout")
    assert at.controls.control("l1")._look.cued == (handle == "b.l1")


def test_a_page_asks_its_own_question_and_that_of_the_example_at_home(desk: Make) -> None:
    at = desk(preset="penalties")
    assert at.panel.question == EXAMPLES["penalties"].question
    asked = {at.panel.question}
    for key in ("path", "two", "landscape"):
        at.panel.turn_to(key)
        asked.add(at.panel.question)
    assert len(asked) == 4


def test_a_handle_that_was_used_is_not_marked_again(desk: Make) -> None:
    at = desk()
    at.panel.turn_to("class")
    page = at.stage.page.page
    assert page.flu.cue.on
    page.flu.comes.click()
    at.panel.turn_to("lens")
    at.panel.turn_to("class")
    assert not page.flu.cue.on


def test_one_network_at_a_time_is_marked_to_be_compared(desk: Make) -> None:
    at = desk()
    at.panel.turn_to("correlation")
    at.show()
    assert sum(part.cue.on for part in at.stage.page.page.arms.values()) == 1


def test_in_a_small_window_a_page_of_penalties_has_their_sliders(desk: Make) -> None:
    at = desk(612, 270)
    at.panel.set_compact(True)
    at.panel.turn_to("penalty")
    assert not at.controls.control("l1").isHidden()
    assert at.controls.control("dropout").isHidden()


# Pages


@pytest.mark.parametrize("key", tuple(PAGES))
def test_every_page_shows_what_little_there_is(desk: Make, key: str) -> None:
    at = desk(preset="digits_200" if key in ("class", "penalty") else "sparse")
    at.panel.turn_to(key)
    at.show()
    assert at.stage.page.key == key
    assert set(at.stage.page.page.wants()["pages"]) <= at.view.pages


def test_what_is_not_seen_is_not_asked_for(desk: Make) -> None:
    at = desk(612, 270)
    at.panel.set_compact(True)
    at.panel._on_tab(TABS.index("Curves"))
    assert at.view.pages == frozenset()


# Words


def test_offers_speak_of_examples_arms_and_pages(desk: Make) -> None:
    at = desk()
    offers = {offer.words: offer for offer in at.panel.offers()}
    offers["One arm more"].do()
    assert at.config["arms"] == 3
    assert "200 digits" in offers


def test_every_text_of_the_panel_can_be_translated(desk: Make, pseudo: None) -> None:
    at = desk()
    assert not leaks(at.panel)


def test_nothing_is_sent_by_showing(desk: Make) -> None:
    at = desk()
    at.sent.clear()
    for step in range(3000, 3005):
        at.show(step, playing=True)
    assert not any(isinstance(command, Configure) for command in at.sent)


def test_every_example_says_what_it_asks_where_and_with_which_slider(desk: Make) -> None:
    assert set(EXAMPLES) == set(TITLES)
    assert {asked.page for asked in EXAMPLES.values()} <= set(PAGES)
    assert {asked.cue for asked in EXAMPLES.values()} <= set(FIRST)


def test_an_example_brings_its_page_and_its_slider_to_the_front(desk: Make) -> None:
    at = desk()
    at.panel.start_from("penalties")
    assert at.stage.page.key == "penalty"
    assert at.controls.control("l1")._look.cued
    assert at.panel.question == EXAMPLES["penalties"].question


def test_an_example_that_a_link_opens_brings_its_page(desk: Make) -> None:
    assert desk(preset="sparse").stage.page.key == "penalty"


def test_title_and_letters_stand_below_each_other_where_words_are_long(desk: Make) -> None:
    at = desk(arms=4)
    at.controls.title.setText("Controls for one of the four arms")
    at.controls._place_letters()
    assert at.controls._head.direction() == QBoxLayout.Direction.TopToBottom


@pytest.mark.parametrize(("preset", "powers"), [("curve", True), ("sparse", True), ("moons", False), ("lies", False)])
def test_a_loss_that_falls_far_at_once_is_shown_in_powers_of_ten(desk: Make, preset: str, powers: bool) -> None:
    assert desk(preset=preset).stage.curves.log.isChecked() is powers
