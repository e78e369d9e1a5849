"""The controls of the race: a formula typed key by key, three ways to choose rates, the setup, the start's range."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.icons import icon_names
from gui.panels.race.overlays import OVERLAYS
from gui.theme import ThemeHolder
from sim.commands import Configure, Edit
from sim.optimizers import OPTIMIZERS
from sim.simulations.race import PARAMETERS
from tests.gui.race_desk import Desk


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: QtBot) -> Desk:
    desk = Desk(themes)
    qtbot.addWidget(desk.panel)
    desk.show()
    return desk


@pytest.fixture
def typing(desk: Desk) -> Desk:
    desk.panel.controls.changed.emit("surface", "typed")
    desk.show()
    return desk


def test_the_formula_shows_only_for_the_typed_surface(desk: Desk) -> None:
    assert not desk.panel.controls.formula.isVisible()
    desk.panel.controls.changed.emit("surface", "typed")
    assert desk.panel.controls.formula.isVisible()
    desk.panel.controls.changed.emit("surface", "saddle")
    assert not desk.panel.controls.formula.isVisible()


def test_every_key_that_leaves_a_formula_bends_the_race(typing: Desk) -> None:
    line = typing.panel.controls.formula.line
    line.setFocus()
    line.selectAll()
    seen = []
    for letter in "x^2+y":
        QTest.keyClicks(line, letter)
        seen.append(typing.panel.config["formula"])
    assert seen == ["x", "x", "x^2", "x^2", "x^2+y"]
    assert typing.last(Configure).config["formula"] == "x^2+y"
    snapshot = typing.show(step=3)
    assert snapshot.surface.loss(3.0, 4.0) == 13.0


def test_a_broken_formula_keeps_the_race_and_says_where(typing: Desk) -> None:
    formula = typing.panel.controls.formula
    before = typing.panel.config
    formula.line.setFocus()
    formula.line.selectAll()
    QTest.keyClicks(formula.line, "x+@")
    assert typing.panel.config["formula"] == "x"
    assert formula.sentence
    assert typing.panel.config.changed(before) == ("formula",)
    QTest.keyClick(formula.line, Qt.Key.Key_Backspace)
    QTest.keyClicks(formula.line, "y")
    assert not formula.sentence
    assert typing.panel.config["formula"] == "x+y"


@pytest.mark.parametrize("text", ["3", "log(x)", "exp(exp(exp(x)))", "+".join(["x*y"] * 50), "1/0", "sqrt(-1)", "0*x"])
def test_formulas_of_every_kind_can_be_raced_and_drawn(typing: Desk, text: str) -> None:
    typing.panel.controls.formula.take(text)
    assert typing.panel.config["formula"] == text
    for step in (0, 40, 150):
        typing.show(step=step, gradient_arrow=True, velocity_arrow=True, squares=True, curvature=True, basins=True,
                    cloud="gaussian", cloud_size=500, fog=step == 40)  # fmt: skip
        assert not typing.panel.grab().isNull()


def test_one_rate_for_all_is_one_slider(desk: Desk) -> None:
    controls = desk.panel.controls
    controls.changed.emit("rates", "same")
    assert controls.control("learning_rate").isVisible()
    assert not controls.control("rate_factor").isVisible()
    snapshot = desk.show(learning_rate=0.02)
    assert set(snapshot.rates.values()) == {0.02}
    assert desk.panel.board.line("adam").row.tooltip.count("0.02") == 1


def test_tuned_rates_are_found_for_this_start(desk: Desk) -> None:
    config = desk.surface("zigzag_bowl")
    snapshot = desk.show(config, rates="tuned")
    assert 0.009 < snapshot.rates["sgd"] < 0.02  # below 2/L = 0.02, and near 1/L, where the steep wall takes one step
    assert not any(track.flew for track in snapshot.tracks.values())


def test_taking_one_tuned_rate_in_hand_keeps_the_others(desk: Desk) -> None:
    before = desk.show(desk.surface("himmelblau"), rates="tuned").rates
    desk.panel.select("adam")
    slider = desk.panel.controls.control("adam.learning_rate")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    config = desk.last(Configure).config
    assert config["rates"] == "own"
    after = desk.show(config).rates
    for key in OPTIMIZERS:
        assert (after[key] == pytest.approx(before[key], rel=1e-12)) == (key != "adam")


def test_the_sliders_of_the_start_span_the_domain(desk: Desk) -> None:
    desk.show(desk.surface("plateau"))
    setup = desk.panel.side.setup
    assert (setup.control("start_x").parameter.low, setup.control("start_x").parameter.high) == (-2.0, 6.0)
    assert (setup.control("start_y").parameter.low, setup.control("start_y").parameter.high) == (-3.0, 3.0)
    desk.panel.set_start(100.0, 0.0)
    assert setup.control("start_x").parameter.high == 1000.0
    assert setup.control("start_x").value() == 100.0
    desk.panel.set_start(1.0, 0.0)
    assert setup.control("start_x").parameter.high == 6.0


@pytest.mark.parametrize("key", [p.key for p in PARAMETERS if "." not in p.key and p.key not in ("seed",)])
def test_every_setting_of_the_race_has_its_control(typing: Desk, key: str) -> None:
    panel = typing.panel
    if key in ("formula", "momentum_curve"):
        widget = panel.controls.formula if key == "formula" else panel.pages.schedule
    else:
        try:
            widget = panel.controls.control(key)
        except KeyError:
            widget = panel.side.setup.control(key)
    assert widget.accessibleName()


def test_both_ends_of_every_slider_can_be_drawn(typing: Desk) -> None:
    for source in (typing.panel.controls, typing.panel.side.setup):
        for key in (parameter.key for parameter in PARAMETERS):
            try:
                control = source.control(key)
            except (KeyError, StopIteration):
                continue
            parameter = control.parameter
            if hasattr(parameter, "low"):
                for value in (parameter.low, parameter.high):
                    typing.show(**{key: min(value, 300) if key in ("steps", "cloud_size") else value})
                    assert not typing.panel.grab().isNull()
                typing.show(**{key: parameter.default})


def test_ones_own_formula_is_the_first_surface_of_the_list(desk: Desk) -> None:
    surface = desk.panel.controls.surface
    assert surface.parameter.keys[0] == "typed"
    assert surface.parameter.keys[1:] == PARAMETERS["surface"].keys[:-1]
    box = surface.operated()
    options = box.open_list()
    options.rows.setCurrentRow(0)
    QTest.keyClick(options.rows, Qt.Key.Key_Return)
    assert desk.last(Configure).config["surface"] == "typed"


def test_a_small_window_sets_up_everything_on_its_second_page(desk: Desk) -> None:
    panel, side = desk.panel, desk.panel.side
    panel.set_compact(True)
    assert side._tabs.isVisible()
    assert panel.controls.control("momentum").isVisible()
    assert not panel.controls.surface.isVisible()
    side.show_page("setup")
    panel.controls.changed.emit("surface", "typed")
    desk.show()
    QTest.qWait(1)
    assert side._tabs.isVisible()
    assert side.setup.isVisible()
    assert panel.controls.surface.isVisible()
    assert panel.controls.formula.isVisible()
    for key in ("rates", "noise", "steps", "momentum_schedule", "start_x", "reach", "cone", "basins", "cloud"):
        assert side.setup.control(key).isVisible(), key
    panel.set_compact(False)
    side.show_page("race")
    assert panel.controls.surface.isVisible()
    assert not side.setup.control("rates").isVisibleTo(side.setup)


def test_hiding_racers_leaves_every_row_in_its_place(desk: Desk) -> None:
    board = desk.panel.board
    before = board.keys()
    desk.show(**{f"{before[0]}.on": False})
    desk.show(**{f"{before[1]}.on": False})
    assert board.keys() == before
    assert not board.line(before[0]).row.shown
    desk.panel.release()
    assert board.keys()[-2:] != before[-2:]
    assert set(board.keys()[-2:]) == set(before[:2])


def test_the_heads_of_the_board_say_what_counts(desk: Desk) -> None:
    left, settled = desk.panel.board._heads
    assert "the loss is below" in left.toolTip()
    assert "a tenth of the way" in left.toolTip()
    assert "1 %" in settled.toolTip()


def test_switches_have_the_names_of_the_chips(desk: Desk) -> None:
    for overlay in OVERLAYS:
        if len(overlay.flags) == 1:
            assert PARAMETERS[overlay.flags[0]].label == overlay.label


def test_the_search_of_actions_knows_surfaces_overlays_and_pictures(desk: Desk) -> None:
    offers = {offer.words: offer for offer in desk.panel.offers()}
    assert {"Swap the pictures", "Copy picture", "Save picture", "Your own formula"} <= set(offers)
    assert {offer.icon for offer in offers.values()} <= set(icon_names())
    offers["Himmelblau"].do()
    assert desk.panel.config["surface"] == "himmelblau"
    offers["Show fog"].do()
    assert desk.panel.config["fog"]
    next(offer for offer in desk.panel.offers() if offer.words == "Hide fog").do()
    assert not desk.panel.config["fog"]
    offers["Swap the pictures"].do()
    assert desk.panel.stage.large is desk.panel.map


@pytest.mark.parametrize("presentation", [False, True])
def test_the_learners_own_row_stands_above_the_fold(desk: Desk, themes: ThemeHolder, presentation: bool) -> None:
    themes.set(presentation=presentation)
    desk.panel.resize(1164, 650)
    desk.carry_out(Edit("race", "ski", (0.1, 0.0)))
    QTest.qWait(1)
    area, line = desk.panel.side._areas["race"], desk.panel.board.line("you")
    viewport = area.viewport()
    bottom = line.mapTo(viewport, line.rect().bottomLeft()).y()
    assert line.isVisible()
    assert bottom <= viewport.height()
