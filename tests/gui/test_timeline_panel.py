"""The timeline panel with a session behind it: search, card, try it, filters, seasons, claims, lessons' locks."""

import random
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from gui.panels import PANELS
from gui.theme import ThemeHolder
from gui.widgets.timeline_content import FAMILIES
from sim.commands import Edit, Seek
from sim.lesson_controls import HANDS, controls_of
from sim.simulations.timeline import LAST_STEP, history
from sim.simulations.timeline_sorting import CLAIMS
from tests.gui.timeline_desk import Desk

LEFT = Qt.MouseButton.LeftButton
Make = Callable[..., Desk]


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: Any) -> Make:
    def make(width: int = 1160, height: int = 660, **settings: object) -> Desk:
        made = Desk(themes, width, height, **settings)
        qtbot.addWidget(made.panel)
        return made

    return make


def write(desk: Desk, words: str) -> None:
    desk.head.search.line.selectAll()
    QTest.keyClicks(desk.head.search.line, words)
    desk.work()


def test_it_opens_at_rest_with_everything_in_sight(desk: Make) -> None:
    at = desk()
    assert at.panel.snapshot is not None
    assert at.panel.snapshot.step == LAST_STEP
    assert at.view.content.everything_has_come
    assert not at.frame().playing
    assert not at.card.isVisible()


def test_the_month_stands_beside_the_play_button(desk: Make) -> None:
    at = desk()
    at.work(Seek("timeline", 12))
    assert at.panel.time_words(at.frame()) == "Jan 1944"


def test_events_light_up_while_history_runs(desk: Make) -> None:
    at = desk()
    counts = []
    for step in (0, 200, 500, LAST_STEP):
        at.work(Seek("timeline", step), playing=True)
        counts.append(len(at.view.content.lit))
    assert counts == sorted(counts)
    assert counts[-1] == len(history().events)


# Search and filters


def test_a_search_counts_and_lets_the_others_step_back(desk: Make) -> None:
    at = desk()
    write(at, "1989")
    found = at.view.content.shown
    assert "zip-code-network" in found
    assert at.head.search._count == f"{len(found)} found"
    assert set(at.view.plan().names) - {"machine:0", "machine:1", "machine:2", "machine:3"} <= found


def test_enter_opens_the_first_hit(desk: Make) -> None:
    at = desk()
    write(at, "hochreiter lstm")
    QTest.keyClick(at.head.search.line, Qt.Key.Key_Return)
    at.work()
    assert at.card.event_id == "lstm"


def test_a_search_that_finds_nothing_says_how_to_go_on(desk: Make) -> None:
    at = desk()
    write(at, "zzz")
    QTest.keyClick(at.head.search.line, Qt.Key.Key_Return)
    assert "1989" in at.said[-1]
    assert at.head.search._count == "0 found"


def test_the_cross_and_escape_end_a_search(desk: Make) -> None:
    at = desk()
    for end in (at.head.search._clear.click, lambda: QTest.keyClick(at.head.search.line, Qt.Key.Key_Escape)):
        write(at, "1989")
        end()
        at.work()
        assert at.panel.config["search"] == ""
        assert len(at.view.content.shown) == len(history().events)


def test_a_family_goes_and_comes_back_with_its_chip(desk: Make) -> None:
    at = desk()
    for family in FAMILIES:
        at.head.chips[family.key].click()
        at.work()
        assert not set(family.lanes) & set(at.view.content.lanes)
        at.head.chips[family.key].click()
        at.work()
        assert set(family.lanes) <= set(at.view.content.lanes)


def test_a_family_of_which_some_is_on_comes_whole(desk: Make) -> None:
    at = desk(**{"lane.units": False})
    at.head.chips["ideas"].click()
    at.work()
    assert at.panel.config["lane.units"]


def test_events_to_read_can_be_taken_out(desk: Make) -> None:
    at = desk()
    at.head.to_read.click()
    at.work()
    assert at.view.content.present == at.view.content.runs_here


def test_filled_dots_are_those_that_can_be_tried(desk: Make) -> None:
    assert desk().view.content.runs_here == {event.id for event in history().events if event.targets(PANELS)}


# The card


def test_an_opened_event_shows_its_card_counts_and_is_marked(desk: Make) -> None:
    at = desk()
    at.view.opened.emit("zip-code-network")
    snapshot = at.work()
    assert at.card.isVisible()
    assert snapshot.opened == ("zip-code-network",)
    assert at.marked == [("card.34", 1.0)]
    assert at.view.content.chosen == "zip-code-network"


def test_the_card_leaves_the_canvas_its_room(desk: Make) -> None:
    at = desk()
    at.panel.open_event("alexnet")
    at.work()
    QApplication.processEvents()
    right = at.view.mapTo(at.panel.stage, QPoint(at.view.width(), 0)).x()
    assert right <= at.card.x() + 12


def test_in_a_narrow_place_the_card_covers_the_stage(desk: Make) -> None:
    at = desk(600, 400)
    at.panel.set_compact(True)
    at.panel.open_event("alexnet")
    assert at.panel.stage.covered
    assert at.card.geometry().contains(at.panel.stage.rect())


def test_escape_closes_the_card_and_the_walk_goes_on_there(desk: Make) -> None:
    at = desk()
    at.panel.open_event("lstm")
    at.work()
    QTest.keyClick(at.view, Qt.Key.Key_Escape)
    assert not at.card.isVisible()
    assert at.view.content.chosen == ""
    assert at.view._focused == "lstm"


def test_what_an_event_builds_on_opens_in_its_place(desk: Make) -> None:
    at = desk()
    at.panel.open_event("lstm")
    at.card.event_asked.emit("vanishing-gradient")
    at.work()
    assert at.card.event_id == "vanishing-gradient"


@pytest.mark.parametrize("id", [event.id for event in history().events if event.targets(PANELS)])
def test_try_it_opens_a_panel_that_exists_with_its_settings(desk: Make, id: str) -> None:
    at = desk()
    at.panel.open_event(id)
    target = history().event(id).targets(PANELS)[0]
    at.card.try_asked.emit(target)
    assert at.asked == [(target.panel, dict(target.settings))]
    assert target.panel in PANELS


def test_lessons_and_links_of_a_card_are_followed_by_the_window(desk: Make) -> None:
    at = desk()
    at.panel.open_event("lstm")
    at.card.lesson_asked.emit("history-2")
    at.card.link_followed.emit("https://example.org/")
    assert at.links == ["lesson:history-2", "https://example.org/"]


def test_a_link_opens_its_event_and_one_that_leads_nowhere_is_said(desk: Make) -> None:
    at = desk()
    at.panel.open_place("event:adam")
    assert at.card.event_id == "adam"
    at.panel.open_place("event:nothing")
    assert "nothing" in at.said[-1]


def test_an_event_that_a_script_opened_shows_its_card(desk: Make) -> None:
    at = desk()
    at.panel.edit("open", "perceptron-headlines")
    at.work()
    assert at.card.isVisible()
    assert at.card.event_id == "perceptron-headlines"


def test_opening_anew_begins_without_a_card(desk: Make) -> None:
    at = desk()
    at.panel.open_event("lstm")
    at.panel.open(at.panel.config)
    assert not at.card.isVisible()


# Seasons


def test_a_drawn_season_is_kept_and_can_be_erased(desk: Make) -> None:
    at = desk(seasons=False)
    at.view.season_drawn.emit(1974.0, 1980.0)
    assert at.work().drawn == ((1974.0, 1980.0),)
    assert at.view.content.drawn == ((1974.0, 1980.0),)
    at.view.season_erased.emit(1977.0)
    assert at.work().drawn == ()


def test_hidden_winters_are_revealed_by_a_button_and_then_compared(desk: Make) -> None:
    at = desk(seasons=False)
    assert not at.view.content.winters
    at.view.season_drawn.emit(1974.0, 1980.0)
    at.work()
    assert not at.head._apart.isVisible()
    at.head.reveal.click()
    assert at.work().revealed
    assert at.view.content.winters
    assert at.head._apart.words() == "6 years apart from the winters"
    assert not at.head.reveal.isVisible()


def test_hidden_winters_are_not_given_away_by_their_events(desk: Make) -> None:
    at = desk(seasons=False)
    assert not {"first-winter", "second-winter"} & at.view.content.present
    at.head.reveal.click()
    at.work()
    assert {"first-winter", "second-winter"} <= at.view.content.present


def test_seasons_survive_playing_from_the_beginning(desk: Make) -> None:
    at = desk()
    at.view.season_drawn.emit(1974.0, 1980.0)
    at.work()
    assert at.work(Seek("timeline", 0)).drawn == ((1974.0, 1980.0),)


# Claims


def test_claims_take_the_place_of_the_canvas(desk: Make) -> None:
    at = desk(claims=True)
    assert at.panel.stage.shows_table
    assert not at.view.isVisible()


def test_six_claims_are_sorted_by_keys(desk: Make) -> None:
    at = desk(claims=True)
    table = at.panel.stage.table
    for card in CLAIMS.cards:
        QTest.keyClick(table, getattr(Qt.Key, f"Key_{CLAIMS.box_keys.index(card.box) + 1}"))
        snapshot = at.work()
        QTest.keyClick(table, Qt.Key.Key_Right)
    assert (snapshot.sorted_count, snapshot.sorted_correct) == (6, 6)
    assert table.is_done


def test_a_claim_is_dragged_into_a_box_and_back(desk: Make) -> None:
    at = desk(claims=True)
    table = at.panel.stage.table
    for end, lies in ((table.box_place("opinion").center(), (("xor", "opinion"),)), (QPointF(5, 60), ())):
        start = table.place_of("xor").center()
        QTest.mousePress(table, LEFT, Qt.KeyboardModifier.NoModifier, start.toPoint())
        QTest.mouseMove(table, end.toPoint())
        QTest.mouseRelease(table, LEFT, Qt.KeyboardModifier.NoModifier, end.toPoint())
        assert at.work().sorted_into == lies


# Lessons


def test_locked_controls_do_nothing_and_say_why(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"run"}), "Later.")
    at.view.opened.emit("lstm")
    at.view.season_drawn.emit(1974.0, 1980.0)
    at.panel.change({"search": "1989"})
    at.panel.stage.table.sorted_into.emit("xor", "result")
    assert at.said == ["Later."] * 4
    assert [command for command in at.sent if isinstance(command, Edit)] == []
    assert not at.head.search.isEnabled()


def test_what_a_lesson_leaves_free_works(desk: Make) -> None:
    at = desk()
    at.panel.set_locks(frozenset({"draw"}), "Later.")
    at.view.season_drawn.emit(1974.0, 1980.0)
    assert at.work().drawn
    at.panel.set_locks(None, "")
    at.panel.open_event("lstm")
    assert at.work().opened == ("lstm",)


@pytest.mark.parametrize("name", controls_of("timeline"))
def test_every_control_can_be_cued(desk: Make, name: str) -> None:
    at = desk()
    at.panel.set_cues((name,))
    at.panel.grab()
    at.panel.set_cues(())


def test_every_hand_of_the_lessons_is_an_edit_that_the_run_knows(desk: Make) -> None:
    values = {"draw": (1950, 1960), "erase": 1955.0, "reveal": True, "sort": ("xor", "result"), "open": "lstm"}
    at = desk()
    for edits in HANDS["timeline"].values():
        for what in edits:
            at.panel.edit(what, values[what])
    assert at.work().opened == ("lstm",)
    assert at.frame().error is None


# Whole window


def test_the_search_of_actions_finds_every_event(desk: Make) -> None:
    at = desk()
    names = [offer.words for offer in at.panel.offers()]
    assert {f"Go to {event.label}" for event in history().events} <= set(names)
    next(offer for offer in at.panel.offers() if offer.words == "Go to Adam").do()
    assert at.card.event_id == "adam"


def test_every_offer_can_be_done(desk: Make) -> None:
    at = desk()
    for offer in at.panel.offers()[:20]:
        offer.do()
        at.work()
    assert at.frame().error is None


def test_in_a_small_window_events_and_machines_take_turns(desk: Make) -> None:
    at = desk(616, 290)
    at.panel.set_compact(True)
    assert not at.view.content.compute
    at.panel.compact_header().chosen.emit(1)
    assert at.view.content.compute
    assert at.view.content.lanes == ()


@pytest.mark.parametrize("size", [(1160, 660), (1800, 930), (616, 290)])
def test_nothing_interactive_is_nameless_or_too_small(desk: Make, themes: ThemeHolder, size: tuple[int, int]) -> None:
    at = desk(*size)
    at.panel.set_compact(size[0] < 900)
    at.panel.open_event("zip-code-network")
    at.work()
    for widget in at.panel.findChildren(QWidget):
        takes_keys = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled()
        if takes_keys:
            assert widget.accessibleName(), widget
        if takes_keys and isinstance(widget, QAbstractButton):
            assert min(widget.width(), widget.height()) >= themes.current.target, widget.accessibleName()


def test_the_keyboard_alone_searches_opens_and_closes(desk: Make) -> None:
    at = desk()
    at.head.search.setFocus()
    QTest.keyClicks(at.head.search.line, "adam")
    at.work()
    QTest.keyClick(at.head.search.line, Qt.Key.Key_Return)
    at.work()
    assert at.card.event_id == "adam"
    QTest.keyClick(at.view, Qt.Key.Key_Escape)
    assert not at.card.isVisible()
    QTest.keyClick(at.view, Qt.Key.Key_Left)
    QTest.keyClick(at.view, Qt.Key.Key_Return)
    at.work()
    assert at.card.isVisible()
    assert at.card.event_id != "adam"


@pytest.mark.parametrize("seed", range(4))
def test_random_deeds_break_nothing(desk: Make, themes: ThemeHolder, seed: int) -> None:
    dice, at = random.Random(seed), desk()
    ids = [event.id for event in history().events]
    deeds: list[Callable[[], object]] = [
        lambda: at.panel.open_event(dice.choice(ids)),
        lambda: at.panel.close_card(),
        lambda: at.head.search.changed.emit(dice.choice(("1980s", "le", "", "zz", "2012"))),
        lambda: dice.choice(list(at.head.chips.values())).click(),
        lambda: at.head.to_read.click(),
        lambda: at.view.season_drawn.emit(*sorted((dice.uniform(1943, 1979), dice.uniform(1980, 2016)))),
        lambda: at.view.season_erased.emit(dice.uniform(1943, 2016)),
        lambda: at.head.reveal_asked.emit(),
        lambda: at.panel.change({dice.choice(("claims", "order", "seasons", "compute")): dice.random() < 0.5}),
        lambda: at.panel.stage.table.sorted_into.emit("xor", dice.choice(CLAIMS.box_keys)),
        lambda: at.work(Seek("timeline", dice.randint(0, LAST_STEP))),
        lambda: at.panel.resize(dice.randint(560, 1500), dice.randint(260, 900)),
        lambda: at.panel.set_compact(dice.random() < 0.5),
        lambda: at.panel.apply(at.panel.config.replace(until=dice.randint(1943, 2015))),
        lambda: themes.set(name=dice.choice(("light", "dark", "contrast")), presentation=dice.random() < 0.3),
        lambda: QTest.mouseClick(at.view, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(dice.randint(0, 900), 300)),
    ]
    for _ in range(40):
        dice.choice(deeds)()
        at.work()
    at.panel.grab()
    error = at.frame().error
    assert error is None or error.reason.endswith(".")
