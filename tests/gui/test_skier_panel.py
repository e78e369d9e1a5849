"""The skier panel with a session behind it: every view, its handle, its controls, lessons' locks, sizes."""

import math
import random
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from gui.panels.skier.pages import PAGES
from gui.theme import ThemeHolder
from sim.commands import Configure, Open, Pause, Play, Restart, Seek, Step
from sim.lesson_controls import controls_of
from sim.simulations.skier_view import VIEWS
from tests.gui.pseudo_screen import leaks
from tests.gui.skier_desk import Desk
from tests.gui.test_pseudo_language import pseudo

__all__ = ["pseudo"]

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
Make = Callable[..., Desk]
QUICK = ("cone", "glances", "catapult", "chance", "one_class", "lies")


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: Any) -> Make:
    themes.set(reduced=True)

    def make(width: int = 1164, height: int = 654, **settings: object) -> Desk:
        made = Desk(themes, width, height, **settings)
        qtbot.addWidget(made.panel)
        return made

    return make


def test_every_view_has_a_page() -> None:
    assert tuple(PAGES) == VIEWS


@pytest.mark.parametrize("view", VIEWS)
def test_every_page_shows_numbers_a_question_and_a_picture(desk: Make, view: str) -> None:
    at = desk(view=view)
    at.work(Seek("skier", 2))
    assert at.panel.stage.view == view
    assert at.page.head.question.text().endswith("?")
    assert at.page.head.figures.figures
    assert at.panel.snapshot is not None
    assert getattr(at.panel.snapshot, view) is not None
    assert not at.panel.grab().isNull()


@pytest.mark.parametrize("view", VIEWS)
def test_a_question_is_read_in_full_beside_a_lesson(desk: Make, view: str) -> None:
    at = desk(width=900, view=view)
    at.work()
    QApplication.processEvents()
    question = at.page.head.question
    assert question.isVisible()
    assert question.heightForWidth(question.width()) <= question.height() + 1
    assert at.page.head.figures.sizeHint().width() <= at.page.head.figures.width() + 1


def test_a_tab_turns_to_another_experiment_with_its_own_rate(desk: Make) -> None:
    at = desk(view="cone")
    before = at.page
    for _ in range(2):
        QTest.keyClick(at.panel.stage.tabs, Qt.Key.Key_Right)
    assert at.work().view == "catapult"
    assert at.panel.config["learning_rate"] == 1.0
    assert at.page.KEY == "catapult"
    assert at.page.isVisible()
    assert not before.isVisible()


def test_another_experiment_rests_at_its_beginning(desk: Make) -> None:
    at = desk(view="chance")
    at.sent.clear()
    at.panel.turn_to("glances")
    names = [type(command) for command in at.sent]
    assert names.index(Pause) < names.index(Configure)


def test_what_shows_nothing_before_it_runs_begins_by_itself(desk: Make) -> None:
    assert any(isinstance(command, Play) for command in desk(view="chance").past)


def test_what_waits_for_a_hand_rests(desk: Make) -> None:
    at = desk(view="chance")
    at.panel.turn_to("glances")
    at.work()
    assert any(isinstance(command, Pause) for command in at.past)
    assert not any(isinstance(command, Play) for command in desk(view="cone").past)


def test_the_button_runs_and_pauses(desk: Make) -> None:
    at = desk(view="lies")
    at.panel.side.button.click()
    assert isinstance(at.sent[-1], Play)
    at.work(playing=True)
    assert at.panel.side.button.words() == "Pause"
    at.panel.side.button.click()
    assert isinstance(at.sent[-1], Pause)


def test_the_pass_stands_beside_the_play_button_of_a_training(desk: Make) -> None:
    at = desk(view="ramp")
    at.work(Seek("skier", 41))
    assert at.panel.time_words(at.frame()) == "pass 1.0"
    assert desk(view="catapult").panel.time_words(desk(view="catapult").frame()) == ""


# Views


def test_the_cone_fills_at_rest_and_its_handle_chooses_another_size(desk: Make) -> None:
    at = desk(view="cone", batch=512)
    at.ponder(20)
    first = at.page.cone.seen
    assert first.count > 0
    at.page.ladder.chosen.emit(0)
    at.work()
    at.ponder(20)
    assert at.panel.config["batch"] == 1
    assert at.page.cone.seen.mean < first.mean


def test_the_numbers_of_the_cone_are_those_of_the_run(desk: Make) -> None:
    at = desk(view="cone", batch=128)
    seen = at.ponder(20).cone
    assert seen is not None
    assert seen.cone is not None
    figures = at.page.head.figures.figures
    assert figures[0].number == f"{seen.cone.mean:.2f}"
    assert figures[1].number == f"{math.degrees(math.acos(seen.cone.mean)):.0f}°"


def test_glances_later_in_training_stand_beside_those_of_the_beginning(desk: Make) -> None:
    at = desk(view="cone", batch=128)
    at.ponder(20)
    at.work(Seek("skier", 40))
    at.ponder(20)
    seen = at.page.ladder.seen
    assert seen.later_words == "untrained"
    assert seen.rungs[3].mean < seen.rungs[3].later


def test_lanes_stand_at_equal_factors_of_the_loss(desk: Make) -> None:
    at = desk(view="glances")
    seen = at.work(Seek("skier", 40)).glances
    assert seen is not None
    for lane, racer in zip(at.page.lanes.lanes, seen.racers, strict=True):
        if racer.reached is None and np.isfinite(racer.loss):
            start = racer.losses[0]
            expected = np.log(start / max(racer.loss, seen.target)) / np.log(start / seen.target)
            assert lane.share == pytest.approx(max(0.0, min(1.0, expected)), abs=1e-6)


def test_the_rate_of_the_pipe_is_the_running_one_and_letting_go_starts_anew(desk: Make) -> None:
    at = desk(view="catapult", pipe_rate=0.0199)
    assert abs(at.work(Seek("skier", 200)).catapult.path[-1, 0]) == pytest.approx(0.134, abs=0.001)
    assert at.page.pipe.seen.now == 200
    at.page.limit.rate_asked.emit(0.0201)
    at.page.limit.released.emit()
    assert any(isinstance(command, Restart) for command in at.sent)
    at.work()
    assert at.panel.config["pipe_rate"] == 0.0201
    assert abs(at.work(Seek("skier", 200)).catapult.path[-1, 0]) == pytest.approx(7.32, abs=0.01)
    assert at.page.pipe.is_out(at.page.pipe.seen.place)


def test_the_ground_is_chosen_on_the_page(desk: Make) -> None:
    at = desk(view="catapult")
    at.page.grounds.chosen.emit(1)
    assert at.work().catapult.ground == "bowl"
    assert at.page.limit.seen.limit == pytest.approx(2.0)
    at.page.grounds.chosen.emit(2)
    at.work()
    assert not at.page.pipe.isVisible()


def test_a_click_on_a_bar_practises_that_class(desk: Make) -> None:
    at = desk(view="one_class")
    at.page.bars.class_asked.emit(3)
    assert at.work().one_class.chosen == 3
    assert "3" in at.panel.side.button.words()


def test_chance_is_not_told_before_the_guess(desk: Make) -> None:
    at = desk(view="chance")
    whole = len(at.page.head.figures.figures)
    at.panel.set_locks(frozenset(), "Guess first.", frozenset({"run"}))
    assert len(at.page.head.figures.figures) < whole
    at.panel.set_locks(frozenset({"run"}), "Later.", frozenset({"run"}))
    assert len(at.page.head.figures.figures) == whole


@pytest.mark.parametrize("view", QUICK)
def test_each_slider_of_a_view_changes_the_running_one(desk: Make, view: str) -> None:
    at = desk(view=view)
    at.work(Seek("skier", 2))
    for key in at.page.controls(at.panel.config):
        parameter = at.panel.config.parameters[key]
        if not parameter.live:
            continue
        control = at.panel.side.form.control(key)
        value = not control.value() if isinstance(control.value(), bool) else parameter.at(0.4)
        control.changed.emit(key, value)
        step = at.work().step
        assert at.frame().config[key] == value
        assert step == 2


def test_settings_of_a_step_back_come_back(desk: Make) -> None:
    at = desk(view="catapult", pipe_rate=0.005)
    at.work(Seek("skier", 10))
    at.panel.change({"pipe_rate": 0.02})
    at.work(Seek("skier", 20))
    at.work(Seek("skier", 5))
    assert at.panel.config["pipe_rate"] == 0.005
    assert at.panel.side.form.control("pipe_rate").value() == 0.005


def test_a_failed_training_is_explained_and_begins_again_with_what_is_suggested(desk: Make) -> None:
    at = desk(view="catapult", ground="digits", learning_rate=30.0, momentum=0.9)
    failure = next(filter(None, (at.work(Step("skier", 1)).failure for _ in range(20))))
    card = at.panel.stage.failure
    assert card.isVisible()
    assert card.flight.sentence == failure.sentence
    card.changed.emit(card.flight.key)
    key, value = failure.change
    assert at.work().failure is None
    assert at.panel.config[key] == pytest.approx(value)
    assert not card.isVisible()


# Lessons


def test_locked_controls_do_nothing_and_say_why(desk: Make) -> None:
    at = desk(view="cone")
    at.panel.set_locks(frozenset({"run"}), "Later.")
    QTest.keyClick(at.page.ladder, Qt.Key.Key_Right)
    at.panel.change({"learning_rate": 1.0})
    at.panel.turn_to("lies")
    assert at.said == ["Later."] * 3
    assert not any(isinstance(command, Configure) for command in at.sent)
    assert at.panel.side.button.isEnabled()
    assert not at.panel.stage.tabs.isEnabled()


def test_every_control_can_be_cued_and_locked(desk: Make) -> None:
    at = desk(view="catapult")
    for name in controls_of("skier"):
        at.panel.set_cues((name,))
        at.panel.set_locks(frozenset({name}), "Later.")
        assert at.panel.side.button.isEnabled() == (name == "run")
        at.panel.set_cues(())
        at.panel.set_locks(None, "")
    assert not at.panel.grab().isNull()


# Whole window


def test_every_offer_can_be_done(desk: Make) -> None:
    at = desk(view="catapult")
    for offer in at.panel.offers():
        offer.do()
        at.work()
    assert at.frame().error is None
    assert at.said == []


@pytest.mark.parametrize("view", VIEWS)
def test_a_small_window_shows_one_picture_at_a_time(desk: Make, view: str) -> None:
    at = desk(616, 290, view=view)
    at.panel.set_compact(True)
    for key in at.page.parts if len(at.page.parts) > 1 else ():
        at.page.turn_to(key)
        assert [name for name, part in at.page.parts.items() if part.isVisible()] == [key]
    assert at.panel.minimumSizeHint().width() <= 616
    assert at.panel.minimumSizeHint().height() <= 290


def test_the_header_chooses_the_view_in_a_small_window(desk: Make) -> None:
    at = desk(616, 290, view="catapult")
    at.panel.set_compact(True)
    at.panel.compact_header().chosen.emit(VIEWS.index("lies"))
    assert at.work().view == "lies"
    assert not at.panel.stage.tabs.isVisible()


@pytest.mark.parametrize("size", [(1164, 654), (616, 290)])
def test_nothing_interactive_is_nameless_or_too_small(
    desk: Make, themes: ThemeHolder, size: tuple[int, int]
) -> None:  # fmt: skip
    at = desk(*size, view="fog")
    at.panel.set_compact(size[0] < 900)
    seen: set[QWidget] = set()
    for view in VIEWS:
        at.panel.turn_to(view)
        at.work()
        QApplication.sendPostedEvents()
        seen.update(widget for widget in at.panel.findChildren(QWidget) if widget.isVisible())
    for widget in seen:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled():
            assert widget.accessibleName(), widget
            if isinstance(widget, QAbstractButton):
                assert min(widget.width(), widget.height()) >= themes.current.target, widget.accessibleName()


@pytest.mark.usefixtures("pseudo")
def test_it_speaks_another_language(desk: Make) -> None:
    at = desk(view="lies")
    for view in VIEWS:
        at.panel.turn_to(view)
        at.work(Seek("skier", 3))
        at.ponder(3)
        assert leaks(at.panel) == [], view


def test_on_a_projector_the_question_of_the_view_is_the_headline(desk: Make, themes: ThemeHolder) -> None:
    at = desk(view="lies")
    themes.set(presentation=True)
    assert at.panel.question == at.page.QUESTION
    assert not at.page.head.question.isVisible()


@pytest.mark.parametrize("seed", range(2))
def test_random_deeds_break_nothing(desk: Make, themes: ThemeHolder, seed: int) -> None:
    dice, at = random.Random(seed), desk(view="catapult")
    keys = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Return, Qt.Key.Key_Escape)
    deeds: list[Callable[[], object]] = [
        lambda: at.panel.turn_to(dice.choice(QUICK)),
        lambda: at.panel.change({"learning_rate": dice.choice((0.001, 0.1, 30.0))}),
        lambda: at.panel.change({"batch": dice.choice((1, 7, 128, 1297))}),
        lambda: at.panel.change({"ground": dice.choice(("pipe", "bowl", "digits"))}),
        lambda: at.panel.change({"pipe_rate": dice.choice((0.001, 0.02, 0.03))}),
        lambda: at.work(Seek("skier", dice.randint(0, 3))),
        lambda: at.panel.resize(dice.randint(560, 1500), dice.randint(260, 900)),
        lambda: at.panel.set_compact(dice.random() < 0.5),
        lambda: themes.set(name=dice.choice(("light", "dark", "contrast")), presentation=dice.random() < 0.3),
        lambda: [QTest.keyClick(widget, dice.choice(keys)) for widget in at.page.parts.values() if widget.isVisible()],
        lambda: QTest.mouseClick(dice.choice(list(at.page.parts.values())), LEFT, NONE,
                                 QPoint(dice.randint(0, 500), dice.randint(0, 200))),
    ]  # fmt: skip
    for _ in range(60):
        dice.choice(deeds)()
        at.work()
    assert not at.panel.grab().isNull()
    assert isinstance(at.past[0], Open)


@pytest.mark.parametrize("view", QUICK)
def test_either_a_handle_or_the_button_asks_to_be_touched(desk: Make, view: str) -> None:
    at = desk(view=view)
    marked = bool(at.panel.handle_of(at.page))
    assert (at.panel.side.button._kind == "primary") != marked


def test_where_the_handle_is_out_of_sight_the_button_asks(desk: Make) -> None:
    at = desk(612, 270, view="cone")
    at.panel.set_compact(True)
    assert at.panel.side.button._kind == "primary"
    at.page.turn_to("sizes")
    assert at.panel.side.button._kind == "plain"
