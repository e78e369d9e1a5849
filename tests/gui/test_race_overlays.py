"""What lies over the pictures: every chip and switch changes the picture and comes back, directions are true."""

import math

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.race.overlays import (
    HINT,
    OVERLAYS,
    arrows_of,
    cone_of,
    enlarged,
    next_move,
    parts_of,
    squares_of,
    stretched,
)
from gui.panels.race.pages import STEP
from gui.theme import ThemeHolder
from sim.commands import Configure
from sim.simulations.race import hypers
from tests.gui.race_desk import Desk


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: QtBot) -> Desk:
    desk = Desk(themes)
    qtbot.addWidget(desk.panel)
    desk.show(desk.surface("bounded_saddle"), step=20)
    return desk


@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.key)
def test_every_chip_switches_its_overlay_on_and_off(desk: Desk, overlay: object) -> None:
    chip = desk.panel.stage.header.chips[overlay.key]
    before = desk.panel.config
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    changed = desk.last(Configure).config.changed(before)
    assert changed == overlay.flags
    assert chip.isChecked()
    assert desk.panel.stage.legend.text() == overlay.words("Momentum")
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert desk.last(Configure).config == before
    assert desk.panel.stage.legend.text() == HINT


@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.key)
def test_every_overlay_changes_the_map_and_leaves_no_trace(desk: Desk, overlay: object) -> None:
    desk.show(noise=0.3)
    plain = desk.panel.map.grab().toImage()
    flags = {flag: "gaussian" if flag == "cloud" else True for flag in overlay.flags}
    desk.show(**flags)
    covered = desk.panel.map.grab().toImage()
    desk.show(**{flag: "off" if flag == "cloud" else False for flag in overlay.flags})
    same_again, changed = desk.panel.map.grab().toImage() == plain, covered != plain
    assert changed
    assert same_again


@pytest.mark.parametrize("overlay", OVERLAYS, ids=lambda overlay: overlay.key)
def test_a_legend_is_one_or_two_short_sentences(overlay: object) -> None:
    assert overlay.legend.endswith(".")
    assert len(overlay.legend) <= 120


def test_arrows_point_downhill_and_along_the_next_step(desk: Desk) -> None:
    snapshot = desk.show(gradient_arrow=True, velocity_arrow=True)
    arrows = arrows_of(snapshot, desk.panel.config, "momentum", 2.0)
    assert [arrow.label for arrow in arrows] == ["downhill", "velocity"]
    path = snapshot.tracks["momentum"].path
    x, y = path[40]
    downhill = np.array([-x, y - y**3])  # minus the gradient of x^2/2 - y^2/2 + y^4/4, by hand
    slope = np.subtract(arrows[0].tip, arrows[0].origin)
    step = np.subtract(arrows[1].tip, arrows[1].origin)
    for drawn, true in ((slope, downhill), (step, path[41] - path[40])):
        assert np.dot(drawn, true) / np.linalg.norm(drawn) / np.linalg.norm(true) == pytest.approx(1.0, abs=1e-9)


def test_the_longest_arrow_has_a_fixed_share_of_the_picture(desk: Desk) -> None:
    snapshot = desk.show(velocity_arrow=True)
    lengths = [math.dist(arrow.origin, arrow.tip) for arrow in arrows_of(snapshot, desk.panel.config, None, 2.0)]
    assert max(lengths) == pytest.approx(0.32)
    assert len(lengths) == 7


def test_a_racer_at_its_end_has_no_next_move(desk: Desk) -> None:
    snapshot = desk.show(step=150)
    assert next_move(snapshot.tracks["sgd"], 150) is None
    assert arrows_of(snapshot, desk.panel.config, None, 2.0) == ()


def test_squares_are_the_sums_that_adagrad_keeps(desk: Desk) -> None:
    snapshot = desk.show(squares=True)
    squares = squares_of(snapshot, None)
    assert set(squares) == {"adagrad", "adadelta", "rmsprop", "adam"}
    x, y = snapshot.tracks["adagrad"].path[:40].T
    assert squares["adagrad"] == pytest.approx((np.sum(x**2), np.sum((y - y**3) ** 2)), rel=1e-9)


@pytest.mark.parametrize("noise", [0.02, 0.7, 5.0])
def test_two_of_three_glances_lie_in_the_cone(desk: Desk, noise: float) -> None:
    """Also in a race with that much noise: the wedge stands around the true slope, not around the one that was read."""
    snapshot = desk.show(noise=noise, step=5)
    track = snapshot.tracks["sgd"]
    cone = cone_of(snapshot.surface, track, 5, noise)
    assert cone is not None
    (x, y), direction, wide = cone
    assert direction == pytest.approx((-x, y - y**3))  # minus the gradient of x^2/2 - y^2/2 + y^4/4, by hand
    glances = np.array(direction) + noise * np.random.default_rng(3).standard_normal((40_000, 2))
    angles = np.arctan2(glances[:, 1], glances[:, 0]) - math.atan2(direction[1], direction[0])
    inside = np.mean(np.abs((angles + math.pi) % (2 * math.pi) - math.pi) <= wide / 2)
    assert inside == pytest.approx(2 / 3, abs=0.01)


def test_no_noise_no_cone(desk: Desk) -> None:
    snapshot = desk.show()
    assert cone_of(snapshot.surface, snapshot.tracks["sgd"], 5, 0.0) is None


def test_at_its_end_the_last_step_of_a_racer_is_taken_apart(desk: Desk) -> None:
    desk.panel.pages.turn_to(STEP)
    snapshot = desk.show(step=150)
    parts = parts_of(snapshot, "momentum")
    assert parts is not None
    assert parts.end == pytest.approx(tuple(snapshot.tracks["momentum"].path[150]), abs=1e-15)
    assert desk.panel.pages.strip.accessibleName() == "Momentum, step 150, the last"
    assert desk.panel.pages.strip.next.isEnabled()


@pytest.mark.parametrize("order", ["gradient first", "jump first"])
def test_slow_motion_ends_where_the_step_ends_in_either_order(desk: Desk, order: str) -> None:
    snapshot = desk.show()
    parts = parts_of(snapshot, "momentum", order)
    assert parts is not None
    assert parts.end == pytest.approx(tuple(snapshot.tracks["momentum"].path[41]), abs=1e-15)
    arrows, factor = enlarged(parts, len(parts.phases) - 1, 2.0)
    assert factor > 1.0
    start = snapshot.tracks["momentum"].path[40]
    tip = start + (np.array(arrows[0].tip) - start) / factor
    assert np.allclose(tip, parts.phases[-1].arrows[0][1])


def test_the_step_page_draws_on_the_map_whatever_the_chips_say(desk: Desk) -> None:
    before = desk.panel.map.grab().toImage()
    desk.panel.pages.turn_to("step")
    desk.draw()
    changed = desk.panel.map.grab().toImage() != before
    assert changed


def test_arrow_keys_ski_in_the_fog_and_backspace_takes_it_back(desk: Desk) -> None:
    from sim.commands import Edit

    desk.show(fog=True)
    QTest.keyClick(desk.panel.map, Qt.Key.Key_Down)
    edit = desk.last(Edit)
    assert edit.what == "ski"
    assert edit.value[0] == 0.0
    assert edit.value[1] < 0.0
    snapshot = desk.carry_out(edit)
    assert snapshot.hand is not None
    assert len(snapshot.hand.path) == 2
    assert desk.panel.board.line("you").row.title == "You"
    QTest.keyClick(desk.panel.map, Qt.Key.Key_Backspace)
    assert desk.last(Edit).what == "ski_back"
    desk.carry_out(desk.last(Edit))
    rows = desk.panel.board.keys()
    assert "you" not in rows


def test_a_skier_by_hand_is_measured_like_the_racers(desk: Desk) -> None:
    """From (1, 0.001) on the bounded saddle: the loss must fall below -0.025, which at x = 0 is |y| = 0.2294."""
    from sim.commands import Edit

    desk.show(fog=True)
    for move in ((-1.0, 0.0), (0.0, 0.1), (0.0, 0.1), (0.0, 0.1)):
        snapshot = desk.carry_out(Edit("race", "ski", move))
    assert snapshot.hand is not None
    assert snapshot.hand.left == 4
    assert desk.panel.board.line("you").row.cells[0] == "4"


def test_the_dial_names_the_ground_under_the_watched_racer(desk: Desk) -> None:
    desk.show(curvature=True, step=0)
    dial = desk.panel.stage.dial
    assert dial.isVisible()
    assert dial.kind == "saddle"
    desk.show(curvature=False)
    assert not dial.isVisible()


def test_hyperparameters_of_the_overlays_are_those_of_the_race(desk: Desk) -> None:
    snapshot = desk.show(rates="same", learning_rate=0.02)
    assert {key: row[0] for key, row in hypers(desk.panel.config).items()} == dict(snapshot.rates)


def test_basins_are_worked_out_for_a_race_that_rests_and_for_the_steered_racer(desk: Desk) -> None:
    assert desk.show(basins=True).basins is not None
    desk.panel.select("adam")
    assert desk.draw().basins.key == "adam"
    desk.panel.hold()
    assert desk.draw().basins is None
    desk.panel.release()
    assert desk.draw().basins is not None


def test_a_wedge_is_as_long_on_steep_ground_as_on_level_ground() -> None:
    assert stretched((3.0, -4.0), 10.0) == pytest.approx((6.0, -8.0))
    assert math.hypot(*stretched((0.0, 0.0), 2.0)) == 2.0
