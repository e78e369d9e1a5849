"""A surface as a learner uses it: look, turn, point, drag, and nothing breaks it."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QSignalSpy, QTest
from PySide6.QtWidgets import QApplication

from gui.theme import ThemeHolder
from gui.widgets.labels import overlap
from gui.widgets.surface_camera import HIGHEST, Camera
from gui.widgets.surface_frame import hint_box, paint_axes
from gui.widgets.surface_view import SurfaceView
from sim.raster import prepare_raster, rasterise

RECT = (-1.5, 1.5, -1.5, 1.5)
X, Y = np.meshgrid(np.linspace(-1.5, 1.5, 61), np.linspace(-1.5, 1.5, 61))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(autouse=True, scope="module")
def _prepared() -> None:
    prepare_raster()


def heights(x: np.ndarray, y: np.ndarray) -> np.ndarray:
    return y * y / 2 - x * x / 2 + x**4 / 4


def way(turn: float, steps: int = 40) -> np.ndarray:
    share = np.linspace(0.0, 1.0, steps)
    x, y = 0.9 * share * np.cos(turn + share), 0.9 * share * np.sin(turn + share)
    return np.column_stack((x, y, heights(x, y)))


@pytest.fixture
def view(themes: ThemeHolder) -> Iterator[SurfaceView]:
    """A shown surface at rest with two racers."""
    widget = SurfaceView(themes)
    widget.resize(560, 330)
    widget.set_rasteriser(rasterise)
    widget.set_mesh(heights(X, Y), RECT)
    widget.set_trails({"sgd": way(0.2), "adam": way(2.9)})
    widget.set_titles({"sgd": "SGD", "adam": "Adam"})
    widget.set_features(np.array([[1.0, 0.0], [-1.0, 0.0]]), np.array([[0.0, 0.0]]))
    widget.set_start((0.0, 0.9))
    widget.set_cursor(39)
    widget.show()
    widget.forget_sides()
    QApplication.processEvents()
    yield widget
    widget.close()
    widget.deleteLater()


def pixel_of(view: SurfaceView, key: str) -> QPoint:
    point = view.marker_point(key)
    assert point is not None
    return point.toPoint()


def picture_of(view: SurfaceView) -> np.ndarray:
    """The pixels of the resting widget as (height, width, 4)."""
    view.forget_sides()
    image = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4).astype(int)


def drag(view: SurfaceView, begin: QPoint, *ways: QPoint) -> None:
    QTest.mousePress(view, LEFT, pos=begin)
    for step in ways:
        QTest.mouseMove(view, begin + step)
    QTest.mouseRelease(view, LEFT, pos=begin + ways[-1])


def test_dragging_the_ground_turns_the_surface(view: SurfaceView) -> None:
    turned = QSignalSpy(view.camera_changed)
    drag(view, QPoint(60, 300), QPoint(50, 20))
    azimuth, elevation, zoom = turned.at(turned.count() - 1)
    assert azimuth == pytest.approx(Camera().azimuth - 20.0)
    assert elevation == pytest.approx(Camera().elevation + 8.0)
    assert zoom == 1.0


@pytest.mark.parametrize(("modifier", "degrees"), [("NoModifier", 5.0), ("ShiftModifier", 1.0)])
def test_arrow_keys_turn_by_degrees(view: SurfaceView, modifier: str, degrees: float) -> None:
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier[modifier])
    QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier[modifier])
    assert view.camera.azimuth == pytest.approx(Camera().azimuth + degrees)
    assert view.camera.elevation == pytest.approx(Camera().elevation + degrees)


def test_wheel_and_keys_zoom_and_0_goes_back(view: SurfaceView, themes: ThemeHolder) -> None:
    themes.set(reduced=True)
    middle = QPointF(280, 160)
    event = QWheelEvent(
        middle, QPointF(view.mapToGlobal(middle)), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view, event)
    assert view.camera.zoom == pytest.approx(np.sqrt(2.0))
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.camera.zoom == pytest.approx(np.sqrt(2.0))
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.camera == Camera()


def test_a_double_click_goes_back(view: SurfaceView, qtbot: object) -> None:
    view.turn(40.0, 10.0)
    QTest.mouseDClick(view, LEFT, pos=QPoint(30, 310))
    QTest.qWait(300)
    assert view.camera == Camera()


def test_a_turn_from_outside_says_nothing(view: SurfaceView) -> None:
    said = QSignalSpy(view.camera_changed)
    view.set_camera(10.0, 99.0, 2.0)
    assert said.count() == 0
    assert view.camera == Camera(10.0, HIGHEST, 2.0)


def test_the_point_under_the_pointer_is_said(view: SurfaceView) -> None:
    pointed = QSignalSpy(view.pointed)
    view.set_start((0.4, -0.8))
    QTest.mouseMove(view, pixel_of(view, "start"))
    x, y = pointed.at(pointed.count() - 1)[0]
    assert (x, y) == pytest.approx((0.4, -0.8), abs=0.04)
    QTest.mouseMove(view, QPoint(5, 320))
    assert pointed.at(pointed.count() - 1)[0] is None


@pytest.mark.parametrize("azimuth", range(-180, 180, 40))
def test_every_visible_place_is_found_again_from_everywhere(view: SurfaceView, azimuth: float) -> None:
    view.set_camera(azimuth, 50.0)
    view.set_trails({"sgd": np.array([[0.7, 0.5, 0.0]]), "adam": np.array([[-0.6, -0.9, 0.0]])})
    view.forget_sides()
    for key, place in (("sgd", (0.7, 0.5)), ("adam", (-0.6, -0.9))):
        at = view.marker_point(key)
        assert at is not None
        assert view.point_at(at) == pytest.approx(place, abs=0.04)


def test_hovering_and_clicking_a_ball_names_it(view: SurfaceView) -> None:
    hovered, clicked = QSignalSpy(view.hovered), QSignalSpy(view.clicked)
    QTest.mouseMove(view, pixel_of(view, "adam"))
    assert hovered.at(hovered.count() - 1)[0] == "adam"
    QTest.mouseMove(view, pixel_of(view, "sgd"))
    assert hovered.at(hovered.count() - 1)[0] == "sgd"
    QTest.mouseClick(view, LEFT, pos=pixel_of(view, "adam"))
    assert clicked.at(0)[0] == "adam"
    QTest.mouseMove(view, QPoint(5, 320))
    assert hovered.at(hovered.count() - 1)[0] is None


def test_the_start_is_dragged_over_the_surface(view: SurfaceView) -> None:
    dragged, released = QSignalSpy(view.start_dragged), QSignalSpy(view.start_released)
    view.set_trails({"sgd": np.array([[-0.5, 0.6, 0.0]])})
    goal = pixel_of(view, "sgd")
    begin = pixel_of(view, "start")
    QTest.mousePress(view, LEFT, pos=begin)
    QTest.mouseMove(view, goal)
    view.set_start((0.0, 0.0))
    QTest.mouseRelease(view, LEFT, pos=goal)
    assert dragged.at(dragged.count() - 1) == pytest.approx([-0.5, 0.6], abs=0.06)
    assert released.count() == 1
    place = view.marker_point("start")
    assert place is not None
    assert abs(place.x() - goal.x()) + abs(place.y() - goal.y()) < 3.0


def test_the_other_picture_follows_a_dragged_start(view: SurfaceView) -> None:
    dragged, pointed = QSignalSpy(view.start_dragged), QSignalSpy(view.pointed)
    begin = pixel_of(view, "start")
    QTest.mousePress(view, LEFT, pos=begin)
    QTest.mouseMove(view, begin + QPoint(20, 30))
    assert pointed.at(pointed.count() - 1)[0] == pytest.approx(dragged.at(dragged.count() - 1))
    QTest.mouseRelease(view, LEFT, pos=begin + QPoint(20, 30))


def test_a_start_held_at_its_edge_does_not_jump(view: SurfaceView) -> None:
    begin = pixel_of(view, "start")
    drag(view, begin + QPoint(7, 5), QPoint(1, 0))
    moved = pixel_of(view, "start") - begin
    assert abs(moved.x()) + abs(moved.y()) <= 3


def test_a_start_dragged_beside_the_surface_stays_in_the_plane(view: SurfaceView) -> None:
    dragged = QSignalSpy(view.start_dragged)
    begin = pixel_of(view, "start")
    drag(view, begin, QPoint(900, 40), QPoint(-900, 300))
    for k in range(dragged.count()):
        x, y = dragged.at(k)
        assert RECT[0] <= x <= RECT[1]
        assert RECT[2] <= y <= RECT[3]


def test_the_mesh_is_painted_in_the_relief_s_colours(view: SurfaceView, themes: ThemeHolder) -> None:
    for name in ("light", "dark", "contrast"):
        themes.set(name=name)
        picture, stage = picture_of(view), themes.current.color("stage")
        ground = np.array((stage.blue(), stage.green(), stage.red()))
        covered = (np.abs(picture[..., :3] - ground) > 3).any(axis=2)
        assert 0.2 < covered.mean() < 0.8
        corners = picture[[2, 2, -3, -3], [2, -3, 2, -3], :3]
        assert (corners == ground).all()


def test_rest_draws_finely_by_itself(view: SurfaceView) -> None:
    view.turn(10.0, 0.0)
    view.repaint()
    moving = view.picture_size
    QTest.qWait(400)
    assert view.picture_size > moving


def test_a_surface_that_is_not_shown_is_drawn_finely(themes: ThemeHolder) -> None:
    widget = SurfaceView(themes)
    widget.resize(100, 60)
    widget.set_rasteriser(rasterise)
    widget.set_mesh(heights(X, Y), RECT)
    widget.grab()
    assert widget.picture_size == 4 * 100 * 60
    widget.deleteLater()


def test_the_hint_goes_with_the_first_turn(view: SurfaceView) -> None:
    before = picture_of(view)[-26:, :120]
    view.turn(0.0001, 0.0)
    after = picture_of(view)[-26:, :120]
    assert np.abs(before - after).max() > 60


@pytest.mark.parametrize("size", [(870, 310), (640, 400), (560, 330), (400, 300), (300, 400)])
@pytest.mark.parametrize("azimuth", [-150.0, -60.0, 30.0, 100.0])
def test_hint_and_names_lie_inside_and_clear_of_each_other(
    view: SurfaceView, themes: ThemeHolder, size: tuple[int, int], azimuth: float
) -> None:
    view.resize(*size)
    view.set_camera(azimuth, 32.0)
    view.forget_sides()
    scene, area = view._scene(), QRectF(view.rect())
    assert scene is not None
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    names = paint_axes(painter, themes.current, scene, view.camera, ("w1", "w2"), area, ())
    painter.end()
    hint = hint_box(themes.current, area, scene.picture, names)
    assert hint is not None
    for box in (*names, hint):
        assert box[0] >= 2.0
        assert box[1] >= 2.0
        assert box[2] <= size[0] - 2.0
        assert box[3] <= size[1] - 2.0
        middle = np.array([[(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]])
        assert scene.picture.near(middle)[0] == 0.0
    assert not any(overlap(one, two) > 0.0 for one, two in combinations((*names, hint), 2))


def test_a_hint_without_a_free_corner_is_left_out(view: SurfaceView, themes: ThemeHolder) -> None:
    scene = view._scene()
    assert scene is not None
    assert hint_box(themes.current, QRectF(view.rect()), scene.picture, [(0.0, 0.0, 560.0, 330.0)]) is None


def test_fog_hides_the_far_ground_and_the_tracks_on_it(view: SurfaceView, themes: ThemeHolder) -> None:
    stage = themes.current.color("stage")
    ground = np.array((stage.blue(), stage.green(), stage.red()))
    view.set_start(None)
    view.set_axis_names("", "")
    clear = (picture_of(view)[..., :3] == ground).all(axis=2).mean()
    view.set_fog((1.0, -1.0), 0.3)
    view.turn(0.001, 0.0)
    assert view.marker_point("adam") is None
    fogged = (picture_of(view)[..., :3] == ground).all(axis=2).mean()
    assert clear < 0.7
    assert 0.95 < fogged < 0.999


@pytest.mark.parametrize(("centre", "radius"), [((np.nan, 0.0), 0.5), ((np.inf, 1e308), 0.5), ((0.0, 0.0), np.nan)])
def test_fog_around_nowhere_covers_everything(
    view: SurfaceView, themes: ThemeHolder, centre: tuple[float, float], radius: float
) -> None:
    view.set_start(None)
    view.set_axis_names("", "")
    view.turn(0.001, 0.0)
    view.set_fog(centre, radius)
    stage = themes.current.color("stage")
    ground = np.array((stage.blue(), stage.green(), stage.red()))
    assert (picture_of(view)[..., :3] == ground).all(axis=2).mean() > 0.995


def test_a_broken_rasteriser_leaves_no_picture(view: SurfaceView) -> None:
    def broken(*arrays: object) -> bool:
        raise ZeroDivisionError

    view.set_rasteriser(broken)
    with pytest.raises(ZeroDivisionError):
        view.point_at(QPointF(280, 165))
    view.set_rasteriser(None)
    assert view.point_at(QPointF(280, 165)) is None
    view.set_rasteriser(rasterise)


def test_a_racer_that_left_stands_where_it_went_out(view: SurfaceView) -> None:
    view.set_trails({"sgd": np.array([[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [50.0, 0.0, 1e9], [np.nan, 0.0, 0.0]])})
    view.set_trails({"adam": way(2.9), "sgd": np.array([[0.0, 0.0, 0.0], [1.0, 0.0, 0.0], [50.0, 0.0, 1e9]])})
    at = view.marker_point("sgd")
    assert at is not None
    place = view.point_at(at + QPointF(-4.0, 0.0))
    assert place is not None
    assert place[0] == pytest.approx(1.5, abs=0.1)


@pytest.mark.parametrize("values", [np.full((9, 9), np.nan), np.full((9, 9), 2.0), np.zeros((1, 1))])
def test_empty_and_flat_meshes_are_painted(view: SurfaceView, values: np.ndarray) -> None:
    view.set_mesh(values, RECT)
    assert picture_of(view).shape == (330, 560, 4)


def test_without_a_rasteriser_there_is_a_frame(themes: ThemeHolder) -> None:
    widget = SurfaceView(themes)
    widget.resize(400, 250)
    widget.set_mesh(heights(X, Y), RECT)
    widget.set_trails({"sgd": way(0.0)})
    stage = themes.current.color("stage").green()
    assert (np.abs(picture_of(widget)[..., 1] - stage) > 20).mean() > 0.002
    assert widget.point_at(QPointF(200, 125)) is None
    widget.deleteLater()


def test_a_rasteriser_that_is_not_ready_is_asked_again(view: SurfaceView) -> None:
    answers = [False, False]

    def late(*arrays: object) -> bool:
        return answers.pop() if answers else rasterise(*arrays)  # type: ignore[arg-type]

    view.set_rasteriser(late)
    view.repaint()
    assert view.point_at(QPointF(280, 165)) is None
    QTest.qWait(600)
    assert view.point_at(QPointF(280, 165)) is not None


def test_every_setter_survives_what_a_run_can_bring(view: SurfaceView) -> None:
    nothing = np.zeros((0, 3))
    view.set_trails({"sgd": nothing, "adam": np.full((3, 3), np.inf)})
    view.set_ghosts({"sgd": way(1.0)})
    view.set_hand(way(2.0))
    view.set_pointer((np.nan, 0.0))
    view.set_selected("sgd")
    view.set_shown({"adam": False})
    view.set_cursor(10**6)
    view.set_start((np.inf, 0.0))
    picture_of(view)
    view.set_hand(nothing)
    view.set_pointer((0.3, 0.3))
    view.set_start(None)
    view.resize(1, 1)
    picture_of(view)
    view.resize(200, 150)
    assert picture_of(view).shape == (150, 200, 4)


def test_a_screen_reader_is_told_what_this_is(view: SurfaceView) -> None:
    view.set_caption("Beale", "a formula")
    assert view.accessibleName().startswith("Beale")
    assert "Arrow keys" in view.accessibleDescription()
    assert view.toolTip()


def test_the_keyboard_s_ring_is_drawn_after_a_key(view: SurfaceView, themes: ThemeHolder) -> None:
    view.activateWindow()
    view.setFocus()
    you = themes.current.color("you")
    violet = np.array((you.blue(), you.green(), you.red()))
    before = (np.abs(picture_of(view)[:5, 20:-20, :3] - violet) < 40).all(axis=2)
    QTest.keyClick(view, Qt.Key.Key_Left)
    after = (np.abs(picture_of(view)[:5, 20:-20, :3] - violet) < 40).all(axis=2)
    assert not before.any()
    assert after[2:4].any()
    assert not after[:2].any()
