"""Where matrices stand, and how they get there."""

import numpy as np
import pytest
from PySide6.QtCore import QPointF, QRectF

from gui.theme import Theme
from gui.widgets.matrix_content import ARROW
from gui.widgets.matrix_frames import boxes_of, cell_box
from gui.widgets.matrix_layout import BACKWARD as BACK_LANE
from gui.widgets.matrix_layout import FORWARD as FORWARD_LANE
from gui.widgets.matrix_layout import HALO, Plan, arrange
from gui.widgets.matrix_motion import Stretch, between, turned
from tests.gui.matrix_scene import BACKWARD, FORWARD, Scene

THEME = Theme.load("light")
SIZES = [(892, 590), (1500, 850), (560, 300)]
SCENES = [FORWARD, BACKWARD, Scene(), Scene((2, 3, 1), 4), Scene((2, 1), 1), Scene((16,) * 6, 128, acting=("x", "w1"))]


pytestmark = pytest.mark.usefixtures("qapp")


def planned(scene: Scene, width: float = 892, height: float = 590) -> Plan:
    return arrange(THEME, scene.content(), width, height)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
def test_no_two_matrices_overlap(scene: Scene, size: tuple[int, int]) -> None:
    boxes = [place.outline for place in planned(scene, *size).places.values()]
    overlaps = [(one, two) for at, one in enumerate(boxes) for two in boxes[at + 1 :] if one.intersects(two)]
    assert overlaps == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", SCENES)
def test_every_matrix_lies_in_the_picture(scene: Scene, size: tuple[int, int]) -> None:
    plan = planned(scene, *size)
    picture = QRectF(0.0, 0.0, plan.width, size[1])
    assert [name for name, place in plan.places.items() if not picture.contains(place.outline)] == []


@pytest.mark.parametrize("scene", [FORWARD, BACKWARD, Scene()])
def test_the_case_of_the_article_fits_the_stage(scene: Scene) -> None:
    assert planned(scene).width == 892


def test_twins_stand_below_each_other() -> None:
    places = planned(Scene()).places
    for name in ("w1", "z1", "h1", "w2", "z2"):
        assert abs(places[name].outline.center().x() - places[f"d{name}"].outline.center().x()) <= 1.0
        assert places[name].outline.bottom() < places[f"d{name}"].outline.top()


def test_the_bias_stands_below_its_weights_column_by_column() -> None:
    places = planned(Scene()).places
    assert places["b1"].rows.start > places["w1"].rows.start
    assert [places[name].columns.begin(3) for name in ("b1", "w1")] == [places["w1"].columns.begin(3)] * 2


def test_a_row_is_at_the_same_height_in_every_matrix_of_a_lane() -> None:
    places = planned(Scene()).places
    heights = {places[name].rows.begin(5) for name in ("x", "z1", "h1", "z2", "y", "t", "e")}
    assert len(heights) == 1


def test_what_acts_has_digits() -> None:
    for scene in (FORWARD, BACKWARD):
        assert all(place.decimals >= 1 for place in planned(scene).acting())


def test_what_is_far_from_the_action_gives_way_first() -> None:
    places = planned(Scene(acting=("x", "w1", "z1"))).places
    assert places["e"].decimals <= places["h1"].decimals <= places["z1"].decimals


def test_no_digits_stand_in_rows_that_are_too_low() -> None:
    for size in SIZES:
        for place in planned(Scene((16, 16, 3), 128, acting=("w1",)), *size).places.values():
            assert place.decimals < 0 or place.rows.size >= 11


def test_a_lane_that_waits_is_lower() -> None:
    plan = planned(FORWARD)
    assert plan.backward.body.height() < 0.4 * plan.forward.body.height()


def test_a_low_window_shows_one_lane_at_a_time() -> None:
    content = Scene().content()
    for lane, name in ((FORWARD_LANE, "z1"), (BACK_LANE, "dz1")):
        plan = arrange(THEME, content, 560, 170, lane=lane)
        assert plan.one_lane
        assert name in plan.places
        assert all(place.forward == (lane == FORWARD_LANE) for place in plan.places.values())


def test_presentation_makes_rows_higher() -> None:
    large = Theme.load("light", presentation=True)
    content = Scene((2, 3, 1), 4).content()
    rows = [arrange(theme, content, 1500, 900).places["x"].rows.size for theme in (THEME, large)]
    assert rows[1] > rows[0]


# Frames


def test_a_source_of_the_original_is_framed_in_the_transpose_too() -> None:
    plan = planned(BACKWARD)
    boxes = list(boxes_of(plan, ("w2", 3, None)))
    assert boxes == [plan.places["w2"].row_box(3), plan.places["w2t"].column_box(3)]


def test_an_example_outside_the_lens_is_marked_on_the_strip() -> None:
    plan = planned(Scene())
    (box,) = boxes_of(plan, ("x", 100, None))
    strip = plan.places["x"].strip
    assert strip is not None
    assert strip.contains(box.center())
    assert box.center().y() == pytest.approx(strip.top() + 100.5 / 128 * strip.height())


def test_a_ghost_has_no_boxes() -> None:
    plan = planned(FORWARD)
    assert list(boxes_of(plan, ("h1", 0, 0))) == []
    assert cell_box(plan, ("h1", 0, 0)) is None


# Motion


def test_a_turn_ends_as_the_transpose() -> None:
    """Cell (row, column) of the original arrives at (column, row): the corners say so."""
    source, target = QRectF(0, 0, 50, 100), QRectF(200, 300, 150, 40)
    end = turned(source, target, 1.0)
    corners = [end.map(QPointF(x, y)) for x, y in ((-0.5, -0.5), (0.5, -0.5), (-0.5, 0.5), (0.5, 0.5))]
    assert corners == [target.topLeft(), target.bottomLeft(), target.topRight(), target.bottomRight()]


def test_a_turn_begins_as_the_original() -> None:
    source = QRectF(10, 20, 50, 100)
    begin = turned(source, QRectF(200, 300, 150, 40), 0.0)
    assert begin.mapRect(QRectF(-0.5, -0.5, 1.0, 1.0)) == source


def test_half_way_the_matrix_is_seen_from_its_edge() -> None:
    half = turned(QRectF(0, 0, 50, 100), QRectF(200, 300, 150, 40), 0.5)
    assert half.determinant() == pytest.approx(0.0)


def test_the_diagonal_stays_where_it_is_in_a_turn() -> None:
    box = QRectF(0, 0, 80, 80)
    for share in np.linspace(0, 1, 5):
        at = turned(box, box, float(share)).map(QPointF(0.25, 0.25))
        assert (at.x(), at.y()) == pytest.approx((60.0, 60.0))


def test_a_journey_is_a_straight_line() -> None:
    one, two = QRectF(0, 0, 10, 20), QRectF(100, 50, 30, 40)
    assert between(one, two, 0.0) == one
    assert between(one, two, 0.5) == QRectF(50, 25, 20, 30)
    assert between(one, two, 1.0) == two


def test_a_part_keeps_its_place_while_its_matrix_travels() -> None:
    stretch = Stretch(QRectF(0, 0, 100, 100), QRectF(50, 0, 50, 200))
    assert stretch.box(QRectF(50, 50, 50, 50)) == QRectF(75, 100, 25, 100)


@pytest.mark.parametrize("scene", [FORWARD, BACKWARD, Scene(acting=("x", "w1"))])
def test_an_operator_stands_clear_of_the_halos_beside_it(scene: Scene) -> None:
    plan, content = planned(scene, 560), scene.content()
    tight = []
    for link in content.links:
        one, two = plan.places.get(link.first), plan.places.get(link.second)
        if link.kind == ARROW or one is None or two is None:
            continue
        left, right = sorted((one.outline, two.outline), key=lambda box: box.left())
        halo = THEME.px(HALO) if one.matrix.acts or two.matrix.acts else 0.0
        if (right.left() - left.right()) / 2 - halo < THEME.px(7):
            tight.append((link.first, link.second))
    assert tight == []
