"""The pictures and their places: two linked pictures that change places, pages, small windows, the card of a flight."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.race.pages import TITLES
from gui.panels.race.view import allowed_momentum, mesh_of, picture_of
from gui.theme import ThemeHolder
from sim.commands import Configure, Look, Pause, Seek
from sim.surfaces import SURFACES
from tests.gui.race_desk import Desk


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: QtBot) -> Desk:
    desk = Desk(themes)
    qtbot.addWidget(desk.panel)
    desk.show()
    return desk


def test_the_two_pictures_change_places(desk: Desk) -> None:
    stage = desk.panel.stage
    wide = stage.surface.width()
    stage.header.swap.emit()
    QTest.qWait(0)
    assert stage.large is stage.map
    assert stage.map.width() == pytest.approx(wide, abs=2)
    assert stage.surface.width() < wide


def test_pointing_at_the_map_points_at_the_surface_and_back(desk: Desk) -> None:
    stage = desk.panel.stage
    before = [picture.grab().toImage() for picture in (stage.surface, stage.map)]
    stage.map.pointed.emit((0.5, -1.0))
    shown_in_space = stage.surface.grab().toImage() != before[0]
    stage.surface.pointed.emit((0.5, -1.0))
    shown_on_map = stage.map.grab().toImage() != before[1]
    assert shown_in_space
    assert shown_on_map


def test_the_eye_on_the_map_turns_the_surface_and_the_surface_the_eye(desk: Desk) -> None:
    stage = desk.panel.stage
    stage.map.eye_turned.emit(10.0)
    assert stage.surface.camera.azimuth == pytest.approx(10.0)
    before = stage.map.grab().toImage()
    stage.surface.setFocus()
    for _ in range(4):
        QTest.keyClick(stage.surface, Qt.Key.Key_Left)
    moved = stage.map.grab().toImage() != before
    assert stage.surface.camera.azimuth != pytest.approx(10.0)
    assert moved


def test_the_start_is_dragged_in_space_too(desk: Desk) -> None:
    desk.panel.surface.start_dragged.emit(0.5, 0.25)
    config = desk.last(Configure).config
    assert (config["start_x"], config["start_y"]) == (0.5, 0.25)


def test_hovering_in_space_explains_the_step_too(desk: Desk) -> None:
    desk.panel.surface.hovered.emit("momentum", QPointF(100, 100))
    assert desk.panel.bubble.isVisible()
    desk.panel.surface.hovered.emit(None, QPointF())
    assert not desk.panel.bubble.isVisible()


def test_zooming_the_map_zooms_what_stands_in_space(desk: Desk, qtbot: QtBot) -> None:
    before = desk.view().mesh_rect
    desk.panel.map.setFocus()
    for _ in range(4):
        QTest.keyClick(desk.panel.map, Qt.Key.Key_Plus)
    qtbot.waitUntil(lambda: desk.view().mesh_rect != before)
    after = desk.view().mesh_rect
    assert (after[1] - after[0]) == pytest.approx((before[1] - before[0]) / 1.25**4, rel=1e-6)


@pytest.mark.parametrize("key", SURFACES)
def test_what_opens_holds_start_and_critical_points(key: str) -> None:
    surface = SURFACES[key]
    x0, x1, y0, y1 = picture_of(surface)
    for x, y in (surface.start, *surface.minima[:4], *surface.saddles[:1]):
        assert x0 <= x <= x1
        assert y0 <= y <= y1
    assert mesh_of(surface, picture_of(surface)) == pytest.approx(picture_of(surface))


@pytest.mark.parametrize("page", TITLES)
def test_every_page_turns_up_and_can_be_drawn(desk: Desk, page: str) -> None:
    desk.show(desk.surface("saddle"), step=20)
    desk.panel.pages.turn_to(page)
    desk.draw()
    assert desk.panel.pages.page == page
    assert len(desk.colours(desk.panel.pages)) > 20


def test_the_law_is_worked_out_only_while_it_is_looked_at(desk: Desk) -> None:
    assert not desk.last(Look).view.law
    desk.show(desk.surface("saddle"))
    desk.panel.pages.turn_to("law")
    assert desk.last(Look).view.law
    assert desk.draw().law is not None
    desk.panel.pages.turn_to("loss")
    assert not desk.last(Look).view.law


def test_a_surface_without_a_saddle_has_no_law(desk: Desk) -> None:
    desk.show(desk.surface("saddle"))
    desk.panel.pages.turn_to("law")
    desk.show(desk.surface("zigzag_bowl"))
    assert desk.panel.pages.page == "loss"


def test_the_offset_of_the_law_is_the_start(desk: Desk) -> None:
    desk.panel.pages.turn_to("law")
    desk.show(desk.surface("saddle"))
    desk.panel.pages.law.offset_changed.emit(1e-5)
    assert desk.last(Configure).config["start_y"] == pytest.approx(1e-5)


def test_a_drawn_momentum_curve_lifts_the_ceiling(desk: Desk) -> None:
    desk.panel.pages.schedule.changed.emit([(0, 0.5), (100, 0.5), (101, 0.99)])
    config = desk.last(Configure).config
    assert config["momentum_schedule"] == "drawn"
    assert config["momentum.momentum"] == config["nesterov.momentum"] == 0.99
    assert allowed_momentum(config)[:3] == [(0.0, 0.5), (100.0, 0.5), (101.0, 0.99)]


@pytest.mark.parametrize("schedule", ["constant", "ramp", "sutskever"])
def test_the_corners_of_a_schedule_are_the_schedule(desk: Desk, schedule: str) -> None:
    from sim.schedules import momentum_caps

    config = desk.panel.config.replace(momentum_schedule=schedule, steps=400)
    corners = np.array(allowed_momentum(config))
    line = np.interp(np.arange(400), *corners.T)
    assert np.allclose(line, np.minimum(0.9, momentum_caps(schedule, 400)), atol=2e-9)
    assert len(corners) <= 20


class TestFlight:
    """A racer that flew off."""

    @pytest.fixture
    def desk(self, desk: Desk) -> Desk:
        config = desk.surface("zigzag_bowl").replace({"sgd.learning_rate": 0.05})
        desk.show(config, step=150)
        return desk

    def test_the_card_says_who_and_why(self, desk: Desk) -> None:
        card = desk.panel.stage.flight
        assert card.isVisible()
        assert "SGD" in card.flight.title
        assert dict(card.flight.facts)["stable below"] == "0.0200"

    def test_it_comes_when_the_cursor_does(self, desk: Desk) -> None:
        desk.show(step=0)
        assert not desk.panel.stage.flight.isVisible()

    def test_back_goes_to_the_last_finite_step_and_holds(self, desk: Desk) -> None:
        track = desk.state.tracks["sgd"]
        desk.panel.stage.flight.back.emit("sgd")
        assert desk.last(Seek).step == track.flight.last_finite
        assert desk.last(Pause)

    def test_the_suggested_change_keeps_it_on_the_map(self, desk: Desk) -> None:
        desk.panel.stage.flight.changed.emit("sgd")
        snapshot = desk.show(desk.last(Configure).config, step=150)
        assert not snapshot.tracks["sgd"].flew
        assert not desk.panel.stage.flight.isVisible()

    def test_a_dismissed_card_stays_away(self, desk: Desk) -> None:
        desk.panel.stage.flight.dismiss()
        desk.show(step=149)
        assert not desk.panel.stage.flight.isVisible()


def test_tabs_take_turns_in_a_small_window(desk: Desk) -> None:
    panel = desk.panel
    panel.set_compact(True)
    tabs = panel.compact_header()
    shown = []
    for index in range(4):
        tabs.chosen.emit(index)
        shown.append(tuple(w.isVisible() for w in (panel.surface, panel.map, panel.plot)))
    assert shown == [(True, False, False), (False, True, False), (False, False, True), (True, False, False)]
    tabs.chosen.emit(2)
    panel.pages.turn_to("rulers")
    panel.set_compact(True)
    assert panel.pages.page == "rulers"
    assert panel.pages._tabs.isVisible()
    panel.set_compact(False)
    assert panel.surface.isVisible()
    assert panel.map.isVisible()


def test_a_projector_shows_one_picture_one_slider_and_the_board(desk: Desk, themes: ThemeHolder) -> None:
    themes.set(presentation=True)
    panel = desk.panel
    assert panel.surface.isVisible()
    assert not panel.map.isVisible()
    assert not panel.stage.header.isVisible()
    assert panel.controls.control("momentum").isVisible()
    assert not panel.controls.control("noise").isVisible()
    themes.set(presentation=False)
    assert panel.map.isVisible()


def test_chips_make_room_in_a_narrow_window(desk: Desk) -> None:
    header = desk.panel.stage.header
    desk.panel.resize(820, 620)
    QTest.qWait(0)
    visible = [chip for chip in header.chips.values() if chip.isVisible()]
    assert len(visible) < len(header.chips)
    assert all(chip.geometry().right() <= header.width() for chip in visible)


def test_a_click_on_a_ball_in_space_steers_it(desk: Desk) -> None:
    point = desk.panel.surface.marker_point("adam")
    assert point is not None
    place = QPoint(round(point.x()), round(point.y()))
    QTest.mouseClick(desk.panel.surface, Qt.MouseButton.LeftButton, pos=place)
    assert desk.panel.selected is not None
