"""Fog hides the landscape and whoever is far away, and nothing of the learner's."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtTest import QSignalSpy, QTest

from gui.export import save_picture
from gui.theme import ThemeHolder
from gui.widgets.contour_map import ContourMap
from gui.widgets.map_content import Arrow, Fog
from gui.widgets.map_fog import is_seen
from tests.gui.map_scene import changed, color_at, count_near, distance, make_map, pixel, pixels, shot


@pytest.fixture
def board(themes: ThemeHolder) -> Iterator[ContourMap]:
    widget = make_map(themes)
    x, y = np.meshgrid(np.linspace(-2, 2, 200), np.linspace(-1, 1, 120))
    widget.set_field(np.sin(4 * x) + y, (-2.0, 2.0, -1.0, 1.0))
    widget.set_titles({"sgd": "SGD", "adam": "Adam"})
    widget.set_features(np.array([[0.6, 0.6]]), np.array([[-0.9, 0.6]]))
    yield widget
    widget.close()
    widget.deleteLater()


@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_fog_leaves_a_clear_disc_with_a_soft_edge(board: ContourMap, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    fog = themes.current.color("fog")
    clear = {x: color_at(board, (x, 0.5)) for x in (-1.1, -0.85)}
    board.set_fog((-1.0, 0.5), 0.4)
    for x, color in clear.items():
        assert distance(color_at(board, (x, 0.5)), color) <= 1
    for point in ((1.0, -0.5), (0.0, 0.0), (-1.8, -0.9), (-1.0, 0.03)):
        assert distance(color_at(board, point), fog) <= 1
    between = color_at(board, (-0.63, 0.5))
    assert distance(between, fog) > 0


def test_lifting_the_fog_shows_what_was_there(board: ContourMap) -> None:
    before = shot(board)
    board.set_fog((-1.0, 0.5), 0.3)
    assert changed(before, shot(board)).mean() > 0.5
    board.set_fog(None)
    assert not changed(before, shot(board)).any()


def test_a_racer_in_the_fog_is_neither_seen_nor_named_nor_hit(board: ContourMap, themes: ThemeHolder) -> None:
    adam = board.marker_point("adam")
    board.set_fog((-1.0, 0.5), 0.3)
    assert board.marker_point("sgd") is not None
    assert board.marker_point("adam") is None
    assert count_near(shot(board), themes.current.color("adam"), 20) == 0
    assert "adam" not in board._live.names.boxes
    hovered, clicked = QSignalSpy(board.hovered), QSignalSpy(board.clicked)
    assert adam is not None
    QTest.mouseMove(board, adam.toPoint() + QPoint(3, 3))
    QTest.mouseClick(board, Qt.MouseButton.LeftButton, pos=adam.toPoint())
    assert hovered.count() == 0
    assert clicked.count() == 0


def test_the_frame_and_the_caption_stay(board: ContourMap) -> None:
    board.set_caption("Loss landscape", "bounded saddle")
    before = shot(board)
    board.set_fog((-1.0, 0.5), 0.3)
    strange = changed(before, shot(board))
    view = board.view
    assert not strange[:, : int(view.left) - 1].any()
    assert not strange[int(view.top + view.height) + 2 :].any()
    text = shot(board).copy(int(view.left) + 18, 14, 90, 16)
    assert count_near(text, board._themes.current.color("ink"), 60) > 50


def test_the_slope_under_the_skis_stays_in_sight(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_fog((-1.0, 0.5), 0.2)
    board.set_arrows((Arrow((-1.0, 0.5), (0.5, 0.0), "grad"),))
    assert distance(color_at(board, (0.125, 0.125)), themes.current.color("grad")) < 40


def test_nobody_feels_the_slope_under_skis_far_away(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_fog((-1.0, 0.5), 0.2)
    before = shot(board)
    board.set_arrows((Arrow((1.0, -0.5), (0.5, 0.0), "grad", "downhill"),))
    board.set_cone((1.0, -0.5), (0.3, 0.3), 0.5)
    board.set_squares({"adam": (1.0, 1.0)})
    board.set_crosses({"adam": (1.0, -1.0, 0.0)})
    assert not changed(before, shot(board)).any()


@pytest.mark.parametrize("radius", [0.0, 1e-30, 1e-3, 50.0, 1e30, 1e300])
def test_fog_of_any_size_can_be_painted(board: ContourMap, themes: ThemeHolder, radius: float) -> None:
    board.set_fog((0.0, 0.0), radius)
    hidden = distance(color_at(board, (1.5, 0.5)), themes.current.color("fog")) <= 1
    assert hidden == (radius < 1.0)


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_fog_about_nowhere_is_no_fog(board: ContourMap, bad: float) -> None:
    before = shot(board)
    board.set_fog((bad, 0.0), 0.3)
    assert not changed(before, shot(board)).any()


def test_fog_about_a_skier_outside_hides_the_whole_picture(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_fog((1e200, 0.0), 0.3)
    for point in ((-1.5, -0.5), (0.0, 0.0), (1.5, 0.5)):
        assert distance(color_at(board, point), themes.current.color("fog")) <= 1


def test_zooming_moves_the_clear_disc_with_the_ground(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_fog((-1.0, 0.5), 0.3)
    at = pixel(board, (-1.0, 0.5))
    board._zoom(2.0, at.x(), at.y())
    fog = themes.current.color("fog")
    assert distance(color_at(board, (-1.15, 0.5)), fog) > 3
    assert distance(color_at(board, (-1.0, 0.5 - 0.4)), fog) <= 1


def test_what_is_seen_is_what_is_near() -> None:
    fog = Fog((1.0, 1.0), 0.5)
    assert is_seen(fog, (1.3, 1.3))
    assert not is_seen(fog, (1.4, 1.4))
    assert is_seen(None, (1e9, 0.0))


def test_the_start_can_be_dragged_out_of_the_fog(board: ContourMap) -> None:
    board.set_start((1.0, 0.5))
    board.set_fog((-1.0, 0.5), 0.3)
    dragged = QSignalSpy(board.start_dragged)
    place = pixel(board, (1.0, 0.5)).toPoint()
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseMove(board, place + QPoint(20, 0))
    QTest.mouseMove(board, place + QPoint(30, 0))
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=place + QPoint(30, 0))
    assert dragged.count() >= 1
    assert board.start is not None
    assert QPointF(*board.start).x() > 1.0


def test_on_a_stretched_map_the_disc_is_stretched_too(board: ContourMap, themes: ThemeHolder) -> None:
    board.set_domain((-40.0, 40.0, -1.0, 1.0))
    QTest.qWait(30)
    board.set_fog((0.0, 0.0), 6.0)
    fog = themes.current.color("fog")
    assert distance(color_at(board, (2.0, 0.9)), fog) > 3
    assert distance(color_at(board, (-2.0, -0.9)), fog) > 3
    assert distance(color_at(board, (8.0, 0.0)), fog) <= 1


def test_fog_lies_on_paper_as_on_the_screen(board: ContourMap, tmp_path: Path) -> None:
    board.set_fog((-1.0, 0.5), 0.4)
    save_picture(board, tmp_path / "map.svg")
    paper = QImage(board.size(), QImage.Format.Format_ARGB32_Premultiplied)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    QSvgRenderer(str(tmp_path / "map.svg")).render(painter)
    painter.end()
    seen = pixels(shot(board))
    at = pixel(board, (-1.0, 0.5))
    box = np.s_[int(at.y()) + 20 : int(at.y()) + 110, int(at.x()) - 60 : int(at.x()) + 60]
    assert np.abs(pixels(paper)[box] - seen[box]).mean() < 3.0
    assert np.ptp(seen[box].mean(axis=2)) > 15
