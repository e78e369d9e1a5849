"""The pages of penalties, two weights and the path, read from snapshots made by hand."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from gui.panels.lab.page_path import PathPage
from gui.panels.lab.page_penalty import BILLS, SPREAD, PenaltyPage, note_of
from gui.panels.lab.page_two import TwoPage
from gui.panels.lab.pages import PAGES, Hands
from gui.panels.lab.penalty_showing import bills_of, spreads_of
from gui.theme import ThemeHolder
from sim.simulations.lab_view import Asked
from tests.gui.lab_scene import arm_of, config_of, path_of, snapshot_of, weights_of

CONFIG = config_of()


class Done:
    """What a page asked for; `locked` names what a lesson has locked."""

    def __init__(self) -> None:
        self.edits: list[tuple[str, Any]] = []
        self.changes: list[Mapping[str, object]] = []
        self.locked: set[str] = set()
        self.hands = Hands(
            lambda what, value: self.edits.append((what, value)), self.changes.append, lambda: None,
            lambda name: name not in self.locked,
        )  # fmt: skip


@pytest.fixture
def done() -> Done:
    return Done()


@pytest.fixture
def shown(qtbot: Any, themes: ThemeHolder) -> Any:
    def show(widget: QWidget, size: tuple[int, int] = (528, 270)) -> Any:
        qtbot.addWidget(widget)
        beside = getattr(widget, "beside", None)
        if beside is not None:
            qtbot.addWidget(beside)
            beside.resize(294, 290)
            beside.show()
        widget.resize(*size)
        widget.show()
        return widget

    return show


@pytest.mark.parametrize("key", ["penalty", "two", "path"])
def test_the_table_of_pages_knows_the_classes(key: str) -> None:
    assert PAGES[key].load().key == key  # type: ignore[attr-defined]


# Penalty --------------------------------------------------------------------------------------------------------------


def test_zeros_are_taken_out_of_the_bin_around_zero() -> None:
    spread = spreads_of(snapshot_of(), CONFIG)[1]
    flat = np.concatenate([layer.ravel() for layer in weights_of("b")])
    assert spread.zeros == int((flat == 0).sum())
    assert int(spread.counts.sum()) == int((np.abs(flat[flat != 0]) <= 2.0).sum())


def test_every_arm_has_its_spread_and_its_pictures(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PenaltyPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    assert [one.role for one in page.spread._spreads] == ["ink", "you", "rmsprop"]
    assert page.images.picture.kind == "squares"
    assert "5 of 64 blank" in page.images.picture.accessibleDescription()
    assert page.wants()["pages"] == {"penalty", "weights"}


def test_another_layer_is_chosen_beside(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PenaltyPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    assert page.images.layers.keys() == ("0", "1")
    page.images.layers.chosen.emit("1")
    assert page.images.picture._pictures[0].weights.shape == (10, 64)


def test_both_bills_are_curves_of_their_own() -> None:
    arms = (arm_of("a"), arm_of("b", 0.3))
    steps, panes = bills_of(snapshot_of(*arms))
    assert steps.tolist() == [*range(0, 100, 10), 100]
    assert [pane.title for pane in panes] == ["Loss of the data", "Penalty"]
    assert [curve.name for curve in panes[1].curves] == ["B"]
    assert panes[0].curves[1].values[-1] == arms[1].loss


def test_arms_that_were_measured_at_other_updates_share_one_axis() -> None:
    late = replace(arm_of("b", 0.3), updates=50, curves=replace(arm_of("b").curves, steps=np.arange(0, 50, 5)))
    steps, panes = bills_of(snapshot_of(arm_of("a"), late))
    values = panes[0].curves[1].values
    assert np.isnan(values[steps > 50]).all()
    assert np.isfinite(values[steps <= 50]).all()


def test_the_switch_turns_to_the_bills(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PenaltyPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    QTest.keyClick(page.views, Qt.Key.Key_Right)
    assert page.views.index == BILLS
    assert page.bills.isVisible()
    assert not page.spread.isVisible()
    assert "+0.012" in page.note.words


def test_a_loss_that_never_was_without_its_price_is_compared_with_that_of_a() -> None:
    last = replace(arm_of("b", 0.3), loss=0.1, data_loss_rise=float("nan"))
    said = note_of(snapshot_of(arm_of("a"), last), BILLS)
    assert said == "The loss of the data: B is +0.040 from A, which pays nothing."


def test_the_unit_that_is_pointed_at_is_said_on_the_page(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PenaltyPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    for _ in range(3):
        QTest.keyClick(page.images.picture, Qt.Key.Key_Right)
    assert page.note.words.startswith("Unit 3: ")


def test_weights_are_hidden_from_the_question_until_they_are_revealed(
    shown: Any, themes: ThemeHolder, done: Done
) -> None:
    page = shown(PenaltyPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    done.locked = {"reveal"}
    page.set_locks("Guess first")
    page.set_foretelling(frozenset(("reveal",)))
    assert page._veil.isVisible()
    assert not page._veil.button.isVisible()
    assert not page.images.picture.isVisible()
    done.locked = set()
    page.set_locks("The lesson has other plans")
    page.set_foretelling(frozenset())
    page._veil.button.click()
    assert done.edits == [("reveal", True)]
    page.show_snapshot(snapshot_of(asked=Asked(revealed=True)), CONFIG)
    assert page.spread.isVisible()
    assert page.images.picture.isVisible()


def test_a_lesson_that_does_not_ask_about_weights_hides_nothing(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PenaltyPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    page.set_locks("Another lesson")
    page.set_foretelling(frozenset(("b.l1",)))
    assert page.spread.isVisible()


def test_the_end_of_a_lesson_shows_what_it_hid(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PenaltyPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    page.set_foretelling(frozenset(("reveal",)))
    assert not page.spread.isVisible()
    page.set_locks("")
    page.set_foretelling(frozenset())
    assert page.spread.isVisible()
    assert page.views.index == SPREAD


def test_the_search_finds_the_other_view(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PenaltyPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    (offer,) = page.offers()
    offer.do()
    assert page.views.index == BILLS
    assert page.offers()[0].words != offer.words


def test_the_button_that_reveals_can_be_cued(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PenaltyPage(themes, done.hands))
    page._turn(BILLS)
    page.set_cues(frozenset(("reveal",)))
    assert page.views.index == SPREAD
    assert page._veil.cue.on
    page.set_cues(frozenset())
    assert not page._veil.cue.on


# Two weights ----------------------------------------------------------------------------------------------------------


def test_moving_the_lowest_loss_is_an_edit(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(TwoPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    QTest.keyClick(page.shapes, Qt.Key.Key_Left)
    assert done.edits == [("optimum", pytest.approx((0.95, 0.3)))]


def test_a_price_is_a_setting(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(TwoPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    page.form.changed.emit("two.l1", 0.5)
    assert done.changes == [{"two.l1": 0.5}]


def test_what_a_lesson_locks_is_out_of_use(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(TwoPage(themes, done.hands))
    page.show_snapshot(snapshot_of(), CONFIG)
    done.locked = {"two.l2", "optimum"}
    page.set_locks("Not now")
    QTest.keyClick(page.shapes, Qt.Key.Key_Left)
    assert not done.edits
    assert page.form.control("two.l2")._look.locked
    assert not page.form.control("two.l1")._look.locked


def test_a_cued_price_is_marked(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(TwoPage(themes, done.hands))
    page.set_cues(frozenset(("two.l1", "optimum")))
    assert page.form.control("two.l1")._look.cued
    assert page._cue.on


# Path -----------------------------------------------------------------------------------------------------------------


def test_the_price_at_the_cursor_can_be_given_to_the_last_arm(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PathPage(themes, done.hands))
    page.show_snapshot(snapshot_of(path=path_of()), CONFIG)
    page.take.click()
    (change,) = done.changes
    assert [offer.do for offer in page.offers()] == [page._take]
    assert list(change) == ["c.l1"]
    assert change["c.l1"] == pytest.approx(page.plot.price, rel=0.06)


def test_the_penalty_of_the_path_is_a_setting(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PathPage(themes, done.hands))
    page.show_snapshot(snapshot_of(path=path_of()), CONFIG)
    QTest.keyClick(page.choice, Qt.Key.Key_Right)
    assert done.changes == [{"path.penalty": "l2"}]


def test_without_a_path_it_says_why(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PathPage(themes, done.hands))
    page.show_snapshot(snapshot_of(refused={"path": "Too many weights."}), CONFIG)
    assert page._empty.text() == "Too many weights."
    assert not page.take.isEnabled()


def test_a_path_that_grows_keeps_its_cursor(shown: Any, themes: ThemeHolder, done: Done) -> None:
    page = shown(PathPage(themes, done.hands))
    page.show_snapshot(snapshot_of(path=path_of(600)), CONFIG)
    QTest.keyClick(page.plot, Qt.Key.Key_Home)
    page.show_snapshot(snapshot_of(path=path_of(3000)), CONFIG)
    assert page.plot.price == pytest.approx(1e-4)
    assert "From λ = 2" in page.note.words


@pytest.mark.parametrize("presented", [False, True])
def test_the_pages_can_be_drawn_small_and_on_a_projector(
    shown: Any, themes: ThemeHolder, done: Done, presented: bool
) -> None:
    themes.set(presentation=presented)
    for page in (PenaltyPage(themes, done.hands), TwoPage(themes, done.hands), PathPage(themes, done.hands)):
        shown(page, (370, 240))
        page.set_few(True)
        page.show_snapshot(snapshot_of(path=path_of()), CONFIG)
        assert not page.grab().isNull()
