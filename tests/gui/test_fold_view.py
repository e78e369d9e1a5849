"""The fold: two planes, the way between them under the learner's hand, and a cube that can be turned."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.fold_view import FoldView
from gui.widgets.fold_view_paint import slope_of
from gui.widgets.fold_view_plane import Range, range_of
from gui.widgets.fold_view_stage import forms_of
from gui.widgets.separability_meter import Reading
from gui.widgets.shapes import text_width
from tests.gui.map_scene import count_near, distance, pixels

LEFT = Qt.MouseButton.LeftButton
RECT = (-1.5, 1.5, -1.5, 1.5)
CORNERS = np.array([[-0.7, -0.7], [-0.7, 0.7], [0.7, -0.7], [0.7, 0.7]])
XOR = np.array([0, 1, 1, 0])
WEIGHTS, BIASES = np.array([[2.0, -2.0], [-2.0, 2.0]]), np.array([-1.0, -1.0])
SIDE = np.linspace(-1.4, 1.4, 40)
GRID = [np.column_stack((np.full(40, u), SIDE)) for u in (-1.0, 0.0, 1.0)]
GRID += [np.column_stack((SIDE, np.full(40, u))) for u in (-1.0, 0.0, 1.0)]


def hidden(points: np.ndarray) -> np.ndarray:
    """Two units that fold the corners of XOR."""
    return np.tanh(points @ WEIGHTS + BIASES)


def fill(view: FoldView) -> None:
    """XOR, folded."""
    view.set_domains(RECT, (-1.1, 1.1, -1.1, 1.1))
    view.set_grid([hidden(line) for line in GRID], GRID, [1, 1, 1, 0, 0, 0])
    view.set_points(hidden(CORNERS), XOR, CORNERS)
    view.set_line((1.0, 1.0, 0.9))


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeHolder) -> FoldView:
    """Wide enough for two pictures."""
    made = FoldView(themes)
    qtbot.addWidget(made)
    made.resize(470, 250)
    fill(made)
    made.show()
    return made


@pytest.fixture
def shares(view: FoldView) -> list[float]:
    """What the view says of its share."""
    said: list[float] = []
    view.share_changed.connect(said.append)
    return said


def shot(view: FoldView) -> QImage:
    """What it looks like."""
    return view.grab().toImage()


def at_share(view: FoldView, share: float) -> QPoint:
    """The pixel of the slider at a share."""
    places = view.layout_now()
    return QPointF(places.x_of(share), places.scrub.center().y()).toPoint()


# Places --------------------------------------------------------------------------------------------------------------


def test_points_go_from_the_input_plane_to_the_hidden_plane(view: FoldView) -> None:
    area = view.layout_now().right
    for index in range(4):
        ends = []
        for share, place, reach in ((0.0, CORNERS[index], 1.5), (1.0, hidden(CORNERS)[index], 1.1)):
            view.set_share(share)
            x = area.center().x() + place[0] / reach * area.width() / 2
            y = area.center().y() - place[1] / reach * area.height() / 2
            found = view.point_spot(index)
            assert (found.x(), found.y()) == (pytest.approx(x), pytest.approx(y))
            ends.append(found)
        view.set_share(0.5)
        middle = (ends[0] + ends[1]) / 2
        assert (view.point_spot(index) - middle).manhattanLength() < 1e-6


@pytest.mark.parametrize("name", THEMES)
def test_both_sides_of_the_line_have_the_colours_of_the_classes(view: FoldView, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    area = view.layout_now().right
    image = shot(view)
    for corner, role in ((area.topRight() + QPointF(-14, 14), "plus"), (area.bottomLeft() + QPointF(14, -14), "minus")):
        assert distance(image.pixelColor(corner.toPoint()), themes.current.mix("mid", role, 0.34)) <= 3


def test_the_input_plane_shows_its_decision_in_flat_colours(view: FoldView, themes: ThemeHolder) -> None:
    x, _ = np.meshgrid(np.linspace(-1.5, 1.5, 64), np.linspace(-1.5, 1.5, 64))
    view.set_field(1 / (1 + np.exp(-x)), RECT)
    left = view.layout_now().left
    assert left is not None
    image = shot(view)
    for share, role in ((0.08, "minus"), (0.92, "plus")):
        at = QPoint(round(left.left() + left.width() * share), round(left.center().y()) + 9)
        assert distance(image.pixelColor(at), themes.current.mix("mid", role, 0.34)) <= 3


def test_three_classes_have_their_own_ground(view: FoldView, themes: ThemeHolder) -> None:
    scores = np.zeros((3, 16, 16))
    scores[2] = 1.0
    view.set_hidden_field(scores, (-1.1, 1.1, -1.1, 1.1))
    corner = view.layout_now().right.topRight() + QPointF(-14, 14)
    assert distance(shot(view).pixelColor(corner.toPoint()), themes.current.mix("mid", "class2", 0.34)) <= 3


# Movement ------------------------------------------------------------------------------------------------------------


def test_the_slider_folds_and_unfolds(view: FoldView, shares: list[float]) -> None:
    QTest.mousePress(view, LEFT, pos=at_share(view, 1.0))
    QTest.mouseMove(view, at_share(view, 0.25))
    QTest.mouseMove(view, QPoint(-500, at_share(view, 0.0).y()))
    QTest.mouseRelease(view, LEFT, pos=at_share(view, 0.0))
    assert shares == [pytest.approx(0.25, abs=0.01), 0.0]
    assert view.share == 0.0


def test_the_owner_does_not_move_a_slider_in_the_hand(view: FoldView) -> None:
    QTest.mousePress(view, LEFT, pos=at_share(view, 0.5))
    held = view.share
    view.set_share(0.9)
    assert view.share == held
    QTest.mouseRelease(view, LEFT, pos=at_share(view, 0.5))
    view.set_share(0.9)
    assert view.share == 0.9


@pytest.mark.parametrize("share, shown", [(-1.0, 0.0), (2.0, 1.0), (float("nan"), 1.0)])
def test_a_share_stays_between_its_ends_and_says_nothing(
    view: FoldView, shares: list[float], share: float, shown: float
) -> None:
    view.set_share(share)
    assert view.share == shown
    assert shares == []


def test_keys_scrub(view: FoldView, shares: list[float]) -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Right, Qt.Key.Key_End):
        QTest.keyClick(view, key)
    assert shares == [pytest.approx(0.95), 0.0, pytest.approx(0.05), 1.0]


def test_the_arrow_folds_once_within_its_time(view: FoldView, shares: list[float], qtbot: QtBot) -> None:
    QTest.mouseClick(view, LEFT, pos=view.layout_now().arrow.center().toPoint())
    assert view._travel.duration() == 900
    view._travel.setCurrentTime(450)
    assert 0.0 < view.share < 1.0
    view._travel.setCurrentTime(900)
    assert view.share == 1.0
    assert shares[-1] == 1.0
    view._travel.stop()


def test_taking_the_slider_ends_the_movement(view: FoldView) -> None:
    view.play()
    QTest.mouseClick(view, LEFT, pos=at_share(view, 0.5))
    assert view._travel.state() == view._travel.State.Stopped
    assert view.share == pytest.approx(0.5, abs=0.01)


def test_reduced_motion_shows_both_ends_and_travels_not(
    view: FoldView, themes: ThemeHolder, shares: list[float]
) -> None:
    view.resize(240, 260)
    assert view.layout_now().left is None
    themes.set(reduced=True)
    assert view.layout_now().left is not None
    view.set_share(0.0)
    view.play()
    assert view.share == 1.0
    assert shares == [1.0]


def test_nothing_folds_where_no_beginning_is_known(view: FoldView, shares: list[float]) -> None:
    view.set_grid([hidden(line) for line in GRID])
    view.set_points(hidden(CORNERS), XOR)
    view.play()
    QTest.keyClick(view, Qt.Key.Key_Left)
    places = view.layout_now()
    assert (places.left, places.scrub.isEmpty(), shares) == (None, True, [])
    assert not shot(view).isNull()


# Three units ---------------------------------------------------------------------------------------------------------


def cube(view: FoldView) -> None:
    """The same with a third unit."""
    third = np.column_stack((hidden(CORNERS), [0.5, -0.5, 0.1, 0.9]))
    view.set_grid([np.column_stack((hidden(line), np.zeros(40))) for line in GRID], GRID)
    view.set_points(third, XOR, CORNERS)
    view.set_line((1.0, 1.0, 0.3, 0.9))


def test_a_cube_is_turned_by_dragging_and_by_keys(view: FoldView) -> None:
    cube(view)
    said: list[tuple[float, float]] = []
    view.camera_changed.connect(lambda azimuth, elevation: said.append((azimuth, elevation)))
    before = view.point_spot(0)
    middle = view.layout_now().right.center().toPoint()
    QTest.mousePress(view, LEFT, pos=middle)
    QTest.mouseMove(view, middle + QPoint(20, 10))
    QTest.mouseRelease(view, LEFT, pos=middle + QPoint(20, 10))
    assert said == [(28.0, 27.0)]
    assert view.point_spot(0) != before
    QTest.keyClick(view, Qt.Key.Key_Up)
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert said[1:] == [(28.0, 33.0), (22.0, 33.0)]
    assert not shot(view).isNull()


def test_units_may_come_and_go_between_two_frames(view: FoldView) -> None:
    """The owner sets the grid and the points one after the other: their widths differ for a moment."""
    for units in (3, 1, 2, 3, 2, 1):
        tables = {1: hidden(CORNERS)[:, :1], 2: hidden(CORNERS), 3: np.column_stack((hidden(CORNERS), XOR))}
        view.set_points(tables[units], XOR, CORNERS)
        view.set_line(tuple([1.0] * units + [0.2]))
        assert not shot(view).isNull()


def test_one_unit_has_a_place_instead_of_a_line(view: FoldView, themes: ThemeHolder) -> None:
    view.set_domains(RECT, None)
    view.set_grid([])
    view.set_points(np.array([[-0.5], [0.5], [0.4], [-0.6]]), XOR, CORNERS)
    view.set_line((2.0, 0.0))
    area = view.layout_now().right
    image = shot(view)
    for share, role in ((0.1, "minus"), (0.9, "plus")):
        at = QPoint(round(area.left() + area.width() * share), round(area.top() + 20))
        assert distance(image.pixelColor(at), themes.current.mix("mid", role, 0.34)) <= 3


# Words, hands, odd numbers -------------------------------------------------------------------------------------------


def test_a_point_under_the_pointer_is_named_in_both_pictures(view: FoldView) -> None:
    said: list[object] = []
    view.hovered.connect(lambda index, at: said.append(index))
    left = view.layout_now().left
    assert left is not None
    QTest.mouseMove(view, view.point_spot(1).toPoint())
    QTest.mouseMove(view, QPoint(2, 2))
    x = left.center().x() + 0.7 / 1.5 * left.width() / 2
    QTest.mouseMove(view, QPointF(x, left.center().y() - 0.7 / 1.5 * left.height() / 2).toPoint())
    assert said == [1, None, 3]


def test_a_marked_point_wears_a_ring(view: FoldView) -> None:
    before = shot(view)
    view.set_marked(2)
    assert shot(view) != before
    view.set_marked(99)
    assert not shot(view).isNull()


MIXED, FOLDED = Reading(False, 0.75, used=False), Reading(True, 1.0)


def test_every_picture_has_the_meter_of_what_it_shows(view: FoldView) -> None:
    assert view.meter.isHidden()
    assert view.left_meter.isHidden()
    view.set_readings(MIXED, FOLDED)
    places = view.layout_now()
    assert places.left is not None
    for meter, square, words in (
        (view.left_meter, places.left, "no line is enough: 75 %"),
        (view.meter, places.right, "one line is enough"),
    ):
        assert meter.isVisible()
        assert meter.words() == words
        assert view.rect().contains(meter.geometry())
        assert abs(meter.geometry().center().x() - square.center().x()) <= 1
        assert meter.geometry().top() >= square.bottom()
    assert "Before: no line is enough: 75 %. Here: one line is enough." in view.accessibleDescription()
    view.set_share(0.0)
    assert view.meter.words() == "no line is enough: 75 %"
    view.set_share(0.5)
    assert view.meter.isHidden()
    view.set_readings(None, None)
    assert view.left_meter.isHidden()


def test_one_picture_has_one_meter(view: FoldView) -> None:
    view.resize(240, 260)
    view.set_readings(MIXED, FOLDED)
    assert view.left_meter.isHidden()
    assert view.meter.words() == "one line is enough"
    view.set_share(0.0)
    assert view.meter.words() == "no line is enough: 75 %"


@pytest.mark.parametrize("size", [(444, 210), (280, 150), (850, 400)])
@pytest.mark.parametrize(
    "names", [("h₁", "h₂"), ("output axis", "widest axis"), ("class axes 1", "2"), ("answer axis", "widest axis")]
)
def test_captions_are_not_cut(view: FoldView, size: tuple[int, int], names: tuple[str, str]) -> None:
    view.set_names(("x₁", "x₂"), names)
    view.set_readings(MIXED, FOLDED)
    view.resize(*size)
    places, font = view.layout_now(), view._themes.current.font("caption")
    words = forms_of("what comes in:  ", "in:  ", ("x₁", "x₂")), forms_of("what it becomes:  ", "becomes:  ", names)
    for forms, line in zip(words, places.captions, strict=True):
        assert view.rect().contains(line.box.toAlignedRect())
        assert text_width(forms[2], font) <= line.box.width()
    assert not places.captions[0].box.intersects(places.captions[1].box)


def test_points_of_the_test_are_hollow(view: FoldView) -> None:
    view.set_line(None)

    def counted(train: np.ndarray | None) -> int:
        view.set_points(hidden(CORNERS), XOR, CORNERS, train=train)
        return count_near(shot(view), view._themes.current.color("plus"))

    assert counted(None) == counted(np.ones(4, bool))
    assert counted(np.zeros(4, bool)) < 0.8 * counted(None)


def test_what_is_seen_never_lies_on_the_frame() -> None:
    """A range that is kept while a network trains leaves a margin too."""
    rng, kept = np.random.default_rng(3), Range((0.0, 0.0), 1.0)
    for size in np.concatenate((np.linspace(0.3, 1.6, 60), np.linspace(1.6, 0.2, 60))):
        cloud = rng.uniform(-size, size, (50, 2))
        kept = range_of([cloud], kept, 2)
        assert np.abs(kept.unit(cloud)).max() <= 0.9


@pytest.mark.parametrize("size", [(1, 1), (60, 40), (130, 150), (260, 250), (470, 250), (1200, 300), (300, 900)])
@pytest.mark.parametrize("presentation", [False, True])
def test_every_size_is_drawn(view: FoldView, themes: ThemeHolder, size: tuple[int, int], presentation: bool) -> None:
    themes.set(presentation=presentation)
    view.set_readings(Reading(None, 0.9), Reading(None, 0.9))
    view.resize(*size)
    places = view.layout_now()
    assert not shot(view).isNull()
    assert places.scrub.height() >= themes.current.target


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e300])
@pytest.mark.parametrize("share", [0.0, 0.5, 1.0])
def test_a_network_that_diverged_is_drawn_as_far_as_it_goes(view: FoldView, value: float, share: float) -> None:
    places = hidden(CORNERS)
    places[2] = value
    view.set_domains(None, None)
    view.set_grid([np.full((40, 2), value), *[hidden(line) for line in GRID[1:]]], GRID)
    view.set_points(places, XOR, CORNERS)
    view.set_line((value, 1.0, 0.0))
    view.set_share(share)
    assert not shot(view).isNull()


@pytest.mark.parametrize("count", [0, 1, 3_000, 200_000])
def test_any_number_of_points_is_folded(view: FoldView, count: int) -> None:
    points = np.random.default_rng(5).uniform(-1.0, 1.0, (count, 2))
    view.set_points(hidden(points), np.zeros(count), points)
    for share in (0.0, 0.5, 1.0):
        view.set_share(share)
        assert not shot(view).isNull()


# Numbers -------------------------------------------------------------------------------------------------------------


def test_numbers_wear_their_colours_in_both_planes_and_no_ring(qtbot: QtBot, themes: ThemeHolder) -> None:
    view = FoldView(themes)
    qtbot.addWidget(view)
    view.resize(480, 260)
    places = np.array([[-0.6, -0.6], [0.6, 0.6], [-0.6, 0.6], [0.6, -0.6]])
    view.set_points(places, np.zeros(4), places, np.ones(4, bool))
    assert count_near(view.grab().toImage(), themes.current.color("bad")) > 40
    view.set_values(places, np.array([-1.0, 1.0, -1.0, 1.0]), places)
    image = view.grab().toImage()
    assert count_near(image, themes.current.color("bad")) == 0
    assert count_near(image, themes.current.color("plus")) > 40
    assert count_near(image, themes.current.color("minus")) > 40
    view.set_points(places, np.zeros(4), places)
    assert count_near(view.grab().toImage(), themes.current.color("plus")) == 0


def test_an_output_that_is_a_number_is_a_slope_over_the_hidden_plane() -> None:
    slope = slope_of((2.0, -1.0, 0.5), (-1.0, 1.0, -1.0, 1.0), 3.0)
    assert slope.most == 3.0
    assert slope.values[0, 0] == pytest.approx(2.0 * -1.0 - 1.0 * -1.0 + 0.5)
    assert slope.values[-1, -1] == pytest.approx(2.0 - 1.0 + 0.5)
    assert slope.values[-1, 0] == pytest.approx(-2.0 - 1.0 + 0.5)


def test_the_input_plane_of_numbers_is_not_two_flat_sides(qtbot: QtBot, themes: ThemeHolder) -> None:
    view = FoldView(themes)
    qtbot.addWidget(view)
    view.resize(480, 260)
    places = np.array([[-0.9, -0.9], [0.9, 0.9]])
    ramp = np.tile(np.linspace(-1.0, 1.0, 64), (64, 1))
    view.set_values(places, np.array([-1.0, 1.0]), places)
    view.set_field(ramp, (-1.0, 1.0, -1.0, 1.0))
    numbers = len(np.unique(pixels(view.grab().toImage()).reshape(-1, 3), axis=0))
    view.set_points(places, np.array([0, 1]), places)
    view.set_field(ramp, (-1.0, 1.0, -1.0, 1.0), -1.0)
    assert numbers > 1.4 * len(np.unique(pixels(view.grab().toImage()).reshape(-1, 3), axis=0))
