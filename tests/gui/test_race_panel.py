"""The race panel: what a hand does becomes an exact command, what the engine says becomes a picture."""

from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.race import RacePanel
from gui.panels.race.board import TITLES
from gui.theme import ThemeHolder
from sim.commands import Configure, Look, Open, Play, Seek
from sim.config import Config
from sim.mailbox import Frame, Status
from sim.optimizers import OPTIMIZERS
from sim.simulations.race import PARAMETERS, RACE, RaceView, arrange, init, seek, snapshot


class Desk:
    """A panel with a list in place of the engine, and frames worked out by the simulation itself."""

    def __init__(self, themes: ThemeHolder, qtbot: QtBot) -> None:
        self.sent: list[Any] = []
        self.panel = RacePanel(themes, self.sent.append)
        qtbot.addWidget(self.panel)
        self.panel.resize(1180, 650)
        self.panel.show()
        self.panel.open(Config.defaults(PARAMETERS))

    def last(self, kind: type) -> Any:
        return [command for command in self.sent if isinstance(command, kind)][-1]

    def show(self, config: Config | None = None, step: int = 40, **changes: Any) -> None:
        config = config or self.panel.config
        state = seek(config, init(config), step)
        looks = [command.view for command in self.sent if isinstance(command, Look)]
        view = looks[-1] if looks else RaceView((-3, 3, -3, 3), 20, 20)
        frame = Frame(
            owner="race", snapshot=snapshot(config, state, view), config=config, step=step, last_step=150,
            playing=False, speed=1.0, seed=0, error=None, status=Status(ready=2, total=2),
        )  # fmt: skip
        self.panel.render(frame)


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: QtBot) -> Desk:
    desk = Desk(themes, qtbot)
    desk.show()
    return desk


def test_opening_starts_a_race_that_runs(desk: Desk) -> None:
    assert isinstance(desk.sent[0], Open)
    assert desk.sent[0].config == Config.defaults(PARAMETERS)
    assert any(isinstance(command, Play) for command in desk.sent)


def test_the_momentum_slider_sets_both_momenta_exactly(desk: Desk) -> None:
    slider = desk.panel.controls.control("momentum")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    config = desk.last(Configure).config
    assert config["momentum.momentum"] == config["nesterov.momentum"] == 0.999
    assert config == Config.defaults(PARAMETERS).replace({"momentum.momentum": 0.999, "nesterov.momentum": 0.999})
    QTest.keyClick(slider, Qt.Key.Key_Home)
    assert desk.last(Configure).config["momentum.momentum"] == 0.0


def test_a_racers_own_rate_is_set_alone(desk: Desk) -> None:
    desk.panel.board.selected.emit("adam")
    slider = desk.panel.controls.control("adam.learning_rate")
    slider.setFocus()
    QTest.keyClick(slider, Qt.Key.Key_End)
    changed = desk.last(Configure).config.changed(Config.defaults(PARAMETERS))
    assert changed == ("adam.learning_rate",)


@pytest.mark.parametrize("key", OPTIMIZERS)
def test_every_hyperparameter_of_every_racer_has_a_control(desk: Desk, key: str) -> None:
    desk.panel.board.selected.emit(key)
    for parameter in OPTIMIZERS[key].parameters:
        control = desk.panel.controls.control(f"{key}.{parameter.key}")
        assert control.isVisible()
        assert control.accessibleName()


def test_choosing_a_surface_brings_its_start_and_rates(desk: Desk) -> None:
    desk.panel.controls.changed.emit("surface", "beale")
    sent = desk.last(Configure).config
    assert sent == arrange(Config.defaults(PARAMETERS).replace(surface="beale"), "surface")


def test_dragging_the_start_sends_where_it_is(desk: Desk) -> None:
    desk.panel.map.start_dragged.emit(0.25, -1.5)
    config = desk.last(Configure).config
    assert (config["start_x"], config["start_y"]) == (0.25, -1.5)
    desk.panel.map.start_dragged.emit(1e9, -1e9)
    config = desk.last(Configure).config
    assert (config["start_x"], config["start_y"]) == (1000.0, -1000.0)


def test_the_start_is_dragged_by_hand(desk: Desk, qtbot: QtBot) -> None:
    """A press on the handle and a move by 60 pixels moves the start by 60 pixels' worth of the plane, both ways."""
    chart = desk.panel.map
    x0, y0 = chart.view.pixel_of(-0.37, 1.14)
    expected = chart.view.point_at(x0 + 60, y0 + 30)
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(round(x0), round(y0)))
    QTest.mouseMove(chart, QPoint(round(x0) + 60, round(y0) + 30))
    config = desk.last(Configure).config
    assert config["start_x"] == pytest.approx(expected[0], abs=0.03)
    assert config["start_y"] == pytest.approx(expected[1], abs=0.03)
    end = QPoint(round(x0) + 60, round(y0) + 30)
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)


def test_switching_a_racer_off_takes_it_out_of_the_race(desk: Desk) -> None:
    desk.panel.board.toggled.emit("sgd", False)
    config = desk.last(Configure).config
    assert config["sgd.on"] is False
    desk.show(config)
    assert desk.panel.map.marker_point("sgd") is None
    assert desk.panel.map.marker_point("adam") is not None


def test_the_ball_stands_where_the_snapshot_says(desk: Desk) -> None:
    desk.show(step=25)
    track = init(desk.panel.config).tracks["adam"]
    x, y = desk.panel.map.view.pixel_of(*track.path[25])
    point = desk.panel.map.marker_point("adam")
    assert (point.x(), point.y()) == pytest.approx((x, y), abs=0.5)


def test_the_board_shows_a_result_only_when_the_cursor_has_reached_it(desk: Desk) -> None:
    left = init(desk.panel.config).tracks["adadelta"].left
    assert left is not None
    desk.show(step=left - 1)
    before = desk.panel.board.line("adadelta").row.cells[0]
    desk.show(step=left)
    assert before == "–"
    assert desk.panel.board.line("adadelta").row.cells[0] == str(left)


def test_hovering_a_ball_shows_the_arithmetic_of_its_step(desk: Desk) -> None:
    desk.panel.map.hovered.emit("momentum", QPointF(200, 200))
    assert desk.panel.bubble.isVisible()
    assert "0.9000" in desk.panel.bubble.plain_text()
    desk.panel.map.hovered.emit(None, QPointF())
    assert not desk.panel.bubble.isVisible()


def test_a_racer_that_flew_off_says_when_and_why(desk: Desk) -> None:
    config = arrange(Config.defaults(PARAMETERS).replace(surface="zigzag_bowl"), "surface")
    config = config.replace({"sgd.learning_rate": 0.5})
    desk.panel.config = config
    desk.show(config, step=150)
    row = desk.panel.board.line("sgd").row
    assert row.cells[0].startswith("flew off at")
    assert row.tones[0] == "bad"
    assert "too high" in row.tooltip


def test_the_map_asks_for_the_field_it_shows(desk: Desk) -> None:
    view = desk.last(Look).view
    x0, x1, y0, y1 = view.rect
    for x, y in ((-0.37, 1.14), (1.5, 1.0), (-1.5, -1.0), (0.0, 0.0)):
        assert x0 < x < x1
        assert y0 < y < y1
    assert view.columns > 100


def test_a_click_into_the_curves_seeks(desk: Desk) -> None:
    desk.panel.plot.seek.emit(77)
    assert desk.last(Seek) == Seek("race", 77)


def test_nonsense_paths_do_not_disturb_the_window(desk: Desk) -> None:
    config = arrange(Config.defaults(PARAMETERS).replace(surface="saddle"), "surface")
    desk.panel.config = config
    desk.show(config.replace(rate_factor=100.0), step=150)
    desk.panel.grab()


def test_all_sizes_and_themes_can_be_drawn(desk: Desk, themes: ThemeHolder) -> None:
    for name in ("light", "dark", "contrast"):
        themes.set(name=name)
        for width, height in ((1180, 650), (560, 420), (1900, 1000)):
            desk.panel.resize(width, height)
            assert not desk.panel.grab().isNull()


def test_the_titles_are_those_of_the_optimizers() -> None:
    assert TITLES["rmsprop"] == "RMSprop"
    assert set(TITLES) == set(OPTIMIZERS)
    assert np.isfinite(RACE.rate)
