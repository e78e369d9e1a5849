"""The twins' card: shares with their interval, a fan that knows who is stuck, twins that can be chosen, recipes."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.playground.twins_page import (
    CURVES,
    LOSSES,
    NO_POINTS,
    READYING,
    RECIPES,
    STOPS,
    USUAL,
    TwinsCard,
    stuck_loss,
)
from gui.theme import ThemeHolder
from gui.widgets.shapes import text_width
from sim.network_twins import share_interval
from sim.simulations.playground_view import PlaygroundSnapshot, TwinsSeen
from tests.gui.twins_scene import config_of, data_of, snapshot_of

LEFT = Qt.MouseButton.LeftButton
NUMBERS = (0, 3, 5, 9)


def some_twins(solved: int = 7, count: int = 10, last: int = 600, best: float = 1.0) -> TwinsSeen:
    """Twins of which the first `solved` went down to 0.01 and the rest stayed at 0.35."""
    epochs = np.linspace(0, last, 21).astype(np.int64)
    ends = np.where(np.arange(count) < solved, 0.01, 0.35)
    loss = 0.7 + (ends[:, None] - 0.7) * np.linspace(0, 1, epochs.size)
    fan = np.quantile(loss, (0.02, 0.25, 0.5, 0.75, 0.98), axis=0)
    few, right = loss[[number % count for number in NUMBERS]], np.arange(count) < solved
    interval, never = share_interval(solved, count), np.full(count, np.nan)
    return TwinsSeen(count, epochs, fan, loss.max(0), few, NUMBERS, loss[:, -1], right, never, interval, best)


@pytest.fixture
def card(qtbot: QtBot, themes: ThemeHolder) -> TwinsCard:
    made = TwinsCard(themes)
    qtbot.addWidget(made)
    made.resize(408, 274)
    made.show()
    return made


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_the_share_stands_with_its_interval_and_its_epoch(card: TwinsCard) -> None:
    card.show(snapshot_of(some_twins(276, 400)), config_of(400))
    assert plain(card.score.big) == "69 %"
    assert plain(card.score.small) == "64 to 73 % (95 %)"
    assert "276 of 400 twins solve it by epoch 600" in card.score.accessibleDescription()


def test_where_nobody_solves_it_the_best_is_told(card: TwinsCard) -> None:
    card.show(snapshot_of(some_twins(0, 1000, best=0.75)), config_of(1000))
    assert plain(card.score.big) == "0 %"
    assert "at best 75 % right" in plain(card.score.accessibleDescription())


def test_numbers_are_not_counted_as_right(card: TwinsCard) -> None:
    card.show(snapshot_of(some_twins(), classes=()), config_of(10))
    assert card.score.isHidden()
    assert card.note.isVisible()
    assert card.note.text()
    assert card.fan.face().log
    card.show(snapshot_of(some_twins()), config_of(10))
    assert card.score.isVisible()
    assert not card.fan.face().log


def test_the_stuck_ones_are_named_where_they_are() -> None:
    assert stuck_loss(some_twins(7)) == 0.35
    assert np.isnan(stuck_loss(some_twins(10)))
    assert np.isnan(stuck_loss(some_twins(0)))


def test_a_single_network_invites_to_more(card: TwinsCard) -> None:
    asked: list[int] = []
    card.twins_asked.connect(asked.append)
    card.show(snapshot_of(None), config_of(1))
    assert card.alone.isVisible()
    assert not card.score.isVisible()
    card.alone.button.click()
    assert asked == [USUAL]


@pytest.mark.parametrize(
    "count, way, wanted", [(1, 1, 100), (100, 1, 400), (120, 1, 400), (120, -1, 100), (100, -1, 1)]
)
def test_the_stepper_goes_from_stop_to_stop(card: TwinsCard, count: int, way: int, wanted: int) -> None:
    asked: list[int] = []
    card.twins_asked.connect(asked.append)
    card.show(snapshot_of(some_twins()), config_of(count))
    card.stepper.setFocus()
    QTest.keyClick(card.stepper, Qt.Key.Key_Plus if way > 0 else Qt.Key.Key_Minus)
    assert asked == [wanted]


def test_beyond_the_last_stop_there_is_nothing(card: TwinsCard) -> None:
    asked: list[int] = []
    card.twins_asked.connect(asked.append)
    for count, key in ((STOPS[-1], Qt.Key.Key_Plus), (STOPS[0], Qt.Key.Key_Minus)):
        card.show(snapshot_of(some_twins()), config_of(count))
        QTest.keyClick(card.stepper, key)
    assert asked == []


def test_a_click_on_a_thin_line_chooses_that_twin(card: TwinsCard, qtbot: QtBot) -> None:
    chosen: list[int] = []
    card.twin_chosen.connect(chosen.append)
    seen = some_twins(2, 10)
    card.show(snapshot_of(seen), config_of(10))
    QTest.qWait(0)
    QTest.mouseClick(card.fan, LEFT, pos=card.fan.point_of(0, 15).toPoint())
    assert chosen == [NUMBERS[0]]


def test_a_click_on_the_histogram_chooses_that_twin(card: TwinsCard) -> None:
    chosen: list[int] = []
    card.twin_chosen.connect(chosen.append)
    card.show(snapshot_of(some_twins(7, 10)), config_of(10))
    card.turn_to(LOSSES)
    QTest.qWait(0)
    QTest.mouseClick(card.grid, LEFT, pos=card.grid.cell(8).center().toPoint())
    assert chosen == [8]


def test_a_page_is_drawn_when_it_is_turned_to(card: TwinsCard) -> None:
    card.show(snapshot_of(some_twins(7, 10)), config_of(10))
    assert card.grid.accessibleDescription() == "No twins yet."
    card.turn_to(LOSSES)
    assert card.page == LOSSES
    assert "10 twins, 7 solved" in card.grid.accessibleDescription()
    card.show(snapshot_of(some_twins(9, 10)), config_of(10))
    assert "10 twins, 9 solved" in card.grid.accessibleDescription()


def test_the_twin_that_is_shown_is_marked_in_both_pictures(card: TwinsCard) -> None:
    card.turn_to(LOSSES)
    for twin in None, 3, 0, None:
        card.show(replace(snapshot_of(some_twins(7, 10)), twin=twin), config_of(10))
        assert card.grid.chosen == twin
        assert card.fan.chosen == twin


def test_the_run_is_laid_on_the_epochs_of_the_twins(card: TwinsCard) -> None:
    seen = some_twins(10, 10)
    snapshot = snapshot_of(seen)
    card.show(snapshot, config_of(10))
    card.fan.set_cursor(600)
    run = card.fan.readout(20)
    assert "this run 0.010" in run


def test_the_disagreement_is_switched_by_hand_alone(card: TwinsCard) -> None:
    toggled: list[bool] = []
    card.disagreement_toggled.connect(toggled.append)
    card.show(snapshot_of(some_twins()), config_of(10))
    card.set_disagreement(True)
    assert card.disagreement.isChecked()
    assert toggled == []
    card.disagreement.click()
    assert toggled == [False]


def recipe_at(card: TwinsCard, row: int, column: int) -> str:
    return card.recipes.words_of((row, column))


def test_shares_of_recipes_are_kept_and_told(card: TwinsCard) -> None:
    card.show(snapshot_of(some_twins(6, 10)), config_of(10, layers="2", activation="tanh"))
    card.show(snapshot_of(some_twins(10, 10)), config_of(10, layers="4", activation="relu"))
    assert recipe_at(card, 0, 1) == "2-2-1 with tanh: 6 of 10 solved by epoch 600"
    assert recipe_at(card, 1, 2) == "2-4-1 with ReLU: 10 of 10 solved by epoch 600"
    assert recipe_at(card, 0, 0) == "2-2-1 with sigmoid: not tried yet"


def test_shares_under_other_settings_are_another_table(card: TwinsCard) -> None:
    card.show(snapshot_of(some_twins(6, 10)), config_of(10))
    card.show(snapshot_of(some_twins(1, 10)), config_of(10, init="glorot"))
    assert "1 of 10" in recipe_at(card, 0, 1)
    card.show(snapshot_of(some_twins(6, 10)), config_of(10))
    assert "6 of 10" in recipe_at(card, 0, 1)


def test_a_run_that_was_changed_under_way_belongs_to_no_recipe(card: TwinsCard) -> None:
    card.show(snapshot_of(some_twins(6, 10, 300)), config_of(10))
    card.show(snapshot_of(some_twins(9, 10, 600)), config_of(10, learning_rate=1.0))
    assert "not tried yet" in recipe_at(card, 0, 1)
    card.show(snapshot_of(some_twins(10, 10, 900)), config_of(10))
    assert "6 of 10" in recipe_at(card, 0, 1)
    again = snapshot_of(some_twins(0, 10, 0))
    card.show(again, config_of(10, learning_rate=1.0))
    card.show(snapshot_of(some_twins(3, 10, 600)), config_of(10, learning_rate=1.0))
    assert "3 of 10" in recipe_at(card, 0, 1)


def test_shares_of_other_points_of_ones_own_are_not_shown(card: TwinsCard) -> None:
    first, config = snapshot_of(some_twins(6, 10)), config_of(10, dataset="own")
    card.show(first, config)
    assert "6 of 10" in recipe_at(card, 0, 1)
    moved = replace(first.data, x=first.data.x + 0.25)
    card.show(replace(first, data=moved, edits=1, twins=some_twins(7, 10)), config)
    assert "not tried yet" in recipe_at(card, 0, 1)
    card.show(replace(first, edits=2, twins=some_twins(8, 10)), config)
    assert "6 of 10" in recipe_at(card, 0, 1)


def test_while_the_twins_are_made_ready_the_card_says_so(card: TwinsCard) -> None:
    card.show(snapshot_of(None), config_of(400))
    for page in (CURVES, LOSSES):
        card.turn_to(page)
        assert card.score.small == READYING
    nothing = replace(data_of(), x=np.zeros((0, 2)), answers=np.zeros(0, int))
    card.show(replace(snapshot_of(some_twins()), data=nothing), config_of(400))
    card.show(replace(snapshot_of(None), data=nothing), config_of(400))
    assert card.score.small == NO_POINTS


def test_one_network_has_no_twins_and_no_pages(card: TwinsCard) -> None:
    card.show(snapshot_of(None), config_of(1))
    assert card.stepper.words() == "no twins"
    card.turn_to(LOSSES)
    assert card.alone.isVisible()
    card.show(snapshot_of(some_twins()), config_of(100))
    assert card.stepper.words() == "100 twins"
    assert card.page == LOSSES


def test_the_shade_on_the_map_has_a_key_while_it_is_there(card: TwinsCard) -> None:
    card.show(snapshot_of(some_twins()), config_of(10))
    assert card.key.isHidden()
    card.disagreement.click()
    assert card.key.isVisible()
    card.set_disagreement(False)
    assert card.key.isHidden()
    assert not card.key.grab().isNull()


@pytest.mark.parametrize("size", [(320, 218), (340, 240)])
def test_in_a_narrow_card_whole_words_stay(card: TwinsCard, size: tuple[int, int]) -> None:
    card.resize(*size)
    card.show(snapshot_of(some_twins(276, 400)), config_of(400))
    QTest.qWait(0)
    assert card.width() == size[0]
    last = card.tabs.tab_box(card.tabs.keys()[-1])
    assert last.right() <= card.tabs.width() + 1
    gap = card.tabs.tab_box(card.tabs.keys()[1]).left() - card.tabs.tab_box(card.tabs.keys()[0]).right()
    assert gap >= 6
    theme = card._themes.current
    wide = text_width(card.score.big, theme.font("score"))
    upper, lower = card.score.fitting(card.score.width() - wide - theme.px(10))
    assert plain(upper) == "by epoch 600"
    assert text_width(upper, theme.font("value")) <= card.score.width() - wide - theme.px(10)
    assert plain(lower).startswith("64 to 73 %")


@pytest.mark.parametrize("changes", [{"layers": "3"}, {"layers": "2 2"}, {"layers": ""}, {"mode": "unit"}])
def test_what_is_no_recipe_fills_no_row(card: TwinsCard, changes: dict[str, object]) -> None:
    card.show(snapshot_of(some_twins(6, 10)), config_of(10, **changes))
    assert "not tried yet" in recipe_at(card, 0, 1)


def test_recipes_have_the_shape_of_what_runs(card: TwinsCard) -> None:
    snapshot = snapshot_of(some_twins(6, 10))
    assert snapshot.network is not None
    weights = (np.zeros((3, 4)), np.zeros((4, 2)))
    network = replace(snapshot.network, weights=weights, biases=(np.zeros(4), np.zeros(2)))
    card.show(replace(snapshot, network=network), config_of(10, layers="4", activation="relu"))
    assert recipe_at(card, 1, 2).startswith("3-4-2 with ReLU: 6 of 10")


def test_a_click_on_a_recipe_asks_for_its_settings(card: TwinsCard) -> None:
    asked: list[dict[str, object]] = []
    card.preset_asked.connect(asked.append)
    card.show(snapshot_of(some_twins(6, 10)), config_of(10))
    card.turn_to(RECIPES)
    QTest.qWait(0)
    for cell in ((1, 0), (0, 1)):
        QTest.mouseClick(card.recipes, LEFT, pos=card.recipes.cell(cell).center().toPoint())
    assert len(asked) == 1  # the second is what runs already
    config = config_of(10).replace(asked[0])
    assert (config["layers"], config["activation"], config["twins"]) == ("4", "sigmoid", 10)


def test_a_recipe_for_one_network_brings_twins(card: TwinsCard) -> None:
    asked: list[dict[str, object]] = []
    card.preset_asked.connect(asked.append)
    card.show(snapshot_of(None), config_of(1))
    card.recipes.chosen.emit(0, 2)
    assert config_of(1).replace(asked[0])["twins"] == USUAL


def test_keys_reach_every_recipe(card: TwinsCard) -> None:
    chosen: list[tuple[int, int]] = []
    card.recipes.chosen.connect(lambda row, column: chosen.append((row, column)))
    card.show(snapshot_of(some_twins(6, 10)), config_of(10, layers="2", activation="sigmoid"))
    card.turn_to(RECIPES)
    card.recipes.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(card.recipes, key)
    assert chosen == [(1, 2)]


@pytest.mark.parametrize("size", [(408, 274), (560, 240), (350, 420)])
@pytest.mark.parametrize("page", [CURVES, LOSSES, RECIPES])
def test_nothing_leaves_the_card(card: TwinsCard, page: str, size: tuple[int, int]) -> None:
    card.resize(*size)
    card.show(snapshot_of(some_twins(400, 1000, 99_000)), config_of(1000))
    card.turn_to(page)
    QTest.qWait(0)
    parts = (card.stepper, card.tabs, card.score, card.disagreement, card._stack)
    boxes = [part.rect().translated(part.mapTo(card, QPoint())) for part in parts]
    assert (card.width(), card.height()) == size
    assert all(card.rect().contains(box) for box in boxes)
    assert not any(one.intersects(two) for i, one in enumerate(boxes) for two in boxes[:i])


def test_the_same_frame_is_not_drawn_twice(card: TwinsCard, monkeypatch: pytest.MonkeyPatch) -> None:
    snapshot, config = snapshot_of(some_twins()), config_of(10)
    drawn: list[object] = []
    monkeypatch.setattr(card.fan, "set_stuck", drawn.append)
    later = PlaygroundSnapshot("network", 605, 605, 1, data_of(), network=snapshot.network, twins=snapshot.twins)
    for frame in (snapshot, later, snapshot):
        card.show(frame, config)
    assert len(drawn) == 1


def test_everything_is_named_for_those_who_do_not_see(card: TwinsCard) -> None:
    card.show(snapshot_of(some_twins()), config_of(10))
    for part in (card.stepper, card.tabs, card.score, card.disagreement, card.fan, card.grid, card.recipes):
        assert part.accessibleName()
        assert part.accessibleDescription()
