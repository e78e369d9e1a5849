"""Tracks: cased, cut at what Qt cannot bear, and appended to while a race plays."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from gui.theme import Theme
from gui.widgets.markers import color_of, marker_kinds, marker_of, paint_marker
from gui.widgets.polylines import points_of, polygon
from gui.widgets.trails import Trail, TrailLayer, pieces_of, pixel_lines

SIZE = QSize(200, 100)


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme.load("light")


def trail(theme: Theme, points: object, ratio: float = 1.0) -> Trail:
    path = np.array(points, float) * ratio
    return Trail(path, theme.color("adam"), theme.color("panel", 0.75), 2.0 * ratio, 2.4 * ratio)


def alpha(image: QImage, x: int, y: int) -> int:
    return image.pixelColor(x, y).alpha()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_a_track_is_coloured_in_the_middle_and_paler_beside(theme: Theme, ratio: float) -> None:
    layer = TrailLayer()
    layer.redraw(SIZE, ratio, [], [trail(theme, [[10.0, 50.5], [190.0, 50.5]], ratio)], 1)
    image = layer.pixmap.toImage()
    assert (image.width(), image.height()) == (SIZE * ratio).toTuple()
    middle, beside = (image.pixelColor(round(100 * ratio), round(y * ratio)) for y in (50.5, 52.0))
    assert middle.rgb() == theme.color("adam").rgb() or middle.red() > middle.blue() + 100
    assert beside.alpha() > 60
    assert beside.blue() > 150
    assert alpha(image, round(100 * ratio), round(56 * ratio)) == 0


def test_playing_draws_what_drawing_at_once_draws(theme: Theme) -> None:
    angles = np.linspace(0.0, 6.0, 120)
    path = np.column_stack((100 + 12 * angles * np.cos(angles), 50 + 6 * angles * np.sin(angles)))
    played, drawn = TrailLayer(), TrailLayer()
    played.redraw(SIZE, 1.0, [], [trail(theme, path)], 0)
    for step in range(1, 120):
        played.append([trail(theme, path)], step)
    drawn.redraw(SIZE, 1.0, [], [trail(theme, path)], 119)
    one, two = played.pixmap.toImage(), drawn.pixmap.toImage()
    strong = [(x, y) for x in range(200) for y in range(100) if alpha(two, x, y) > 200]
    assert len(strong) > 200
    assert sum(alpha(one, x, y) > 150 for x, y in strong) > 0.97 * len(strong)


def test_nothing_is_drawn_ahead_of_the_step(theme: Theme) -> None:
    layer = TrailLayer()
    layer.redraw(SIZE, 1.0, [], [trail(theme, [[10.0, 50.0], [60.0, 50.0], [190.0, 50.0]])], 1)
    image = layer.pixmap.toImage()
    assert alpha(image, 40, 50) > 0
    assert alpha(image, 120, 50) == 0


def test_a_path_to_infinity_is_drawn_to_the_edge(theme: Theme) -> None:
    layer = TrailLayer()
    path = [[100.0, 50.0], [150.0, 50.0], [1e300, 50.0], [np.inf, np.nan]]
    layer.redraw(SIZE, 1.0, [], [trail(theme, path)], 3)
    assert alpha(layer.pixmap.toImage(), 198, 50) > 0


def test_qt_sees_no_number_far_outside_the_picture() -> None:
    random = np.random.default_rng(2)
    path = random.normal(0.0, 1.0, (900, 2)) * 10.0 ** random.uniform(0.0, 300.0, (900, 1))
    for line in pixel_lines(path, 200, 100):
        assert all(abs(point.x()) < 1e3 and abs(point.y()) < 1e3 for point in line.toList())


@pytest.mark.parametrize("kind", marker_kinds())
def test_every_marker_fills_its_middle_and_little_more_than_its_radius(theme: Theme, kind: str) -> None:
    image = QImage(40, 40, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    paint_marker(painter, kind, QPointF(20, 20), 6.0, QColor(theme.color("ink")))
    painter.end()
    assert alpha(image, 20, 20) == 255
    drawn = [(x, y) for x in range(40) for y in range(40) if alpha(image, x, y) > 127]
    assert max(np.hypot(x - 20, y - 20) for x, y in drawn) < 10.0
    assert 70 < len(drawn) < 150


def test_what_has_no_marker_of_its_own_gets_a_circle_in_ink(theme: Theme) -> None:
    assert marker_of(theme, "adam") == "star"
    assert marker_of(theme, "somebody") == "circle"
    assert color_of(theme, "somebody") == theme.color("ink")


def wide_image(theme: Theme, path: np.ndarray) -> QImage:
    layer = TrailLayer()
    layer.redraw(SIZE, 2.0, [], [trail(theme, path, 2.0)], len(path))
    return layer.pixmap.toImage()


def test_a_wide_track_has_neither_gaps_nor_spots(theme: Theme) -> None:
    angles = np.linspace(0.0, 5.0, 160)
    ways = np.column_stack((np.cos(angles), np.sin(angles)))
    image = wide_image(theme, np.array((100.0, 50.0)) + 40.0 * ways)
    for radius, low, high in ((80.0, 240, 255), (83.2, 188, 194), (76.8, 188, 194)):
        places = (np.array((200.0, 100.0)) + radius * ways)[3:-3]
        seen = [alpha(image, int(x), int(y)) for x, y in places]
        assert low <= np.quantile(seen, 0.05) <= np.quantile(seen, 0.95) <= high


def test_sharp_corners_of_a_wide_track_are_closed(theme: Theme) -> None:
    path = np.array([[20.0, 90.0], [60.0, 15.0], [100.0, 90.0], [140.0, 15.0], [140.0, 15.0], [180.0, 90.0]])
    image = wide_image(theme, path)
    assert all(alpha(image, int(2 * x), int(2 * y)) > 240 for x, y in path[1:-1])


def test_pieces_of_a_straight_line_only_close_their_seams() -> None:
    pieces = pieces_of(np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 0.0], [30.0, 0.0]]), 4.0)
    assert pieces == pytest.approx(np.array([[0.0, 0.0, 10.6, 0.0], [9.4, 0.0, 30.0, 0.0]]))


def test_pieces_meet_at_their_outer_corner() -> None:
    first, second = pieces_of(np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0]]), 2.0)
    assert first == pytest.approx((0.0, 0.0, 12.6, 0.0))
    assert second == pytest.approx((10.0, -2.6, 10.0, 10.0))


@pytest.mark.parametrize("points", [np.zeros((0, 2)), np.zeros((1, 2)), np.zeros((4, 2))])
def test_a_path_of_one_place_has_no_pieces(points: np.ndarray) -> None:
    assert len(pieces_of(points, 2.0)) == 0


def test_points_survive_the_way_through_qt() -> None:
    points = np.random.default_rng(2).normal(0.0, 1e3, (50, 2))
    assert bool((points_of(polygon(points)) == points).all())
    assert points_of(polygon(points[:0])).shape == (0, 2)
