"""The landscape of a network: where the ball hangs, what the hand asks for, and when the ground is drawn anew."""

import math
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from gui.landscape_page import LandscapePage
from gui.landscape_side import MAP, RELIEF
from gui.theme import ThemeHolder
from gui.widgets import landscape_view_face as face
from gui.widgets.landscape_relief import first_of_last_run, heights_of
from gui.widgets.landscape_view import Glance, LandscapeView
from gui.widgets.landscape_view_field import field_of, smoothed
from gui.widgets.landscape_words import axis_words, size_words, thread_words, told_words
from sim.landscape_seen import MAIN, RANDOM, USUAL_SPAN, LandscapeAsk, LandscapeSeen

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def bowl(span: float = USUAL_SPAN, side: int = 64) -> Any:
    """x^2 + 3 y^2 + 0.01."""
    steps = np.linspace(-span, span, side)
    return (steps[None, :] ** 2 + 3.0 * steps[:, None] ** 2 + 0.01).astype(np.float32)


def landscape(**parts: Any) -> LandscapeSeen:
    """A moment of a run that came from the right."""
    share = np.linspace(1.0, 0.05, 20)
    seen = LandscapeSeen(
        step=400, picture=bowl(), span=USUAL_SPAN, resolution=64, examples=128, of_examples=1297, done=1.0,
        refreshed_step=380, plane_of_step=380, path=np.column_stack((share, share**2 * 0.4)),
        off_plane=np.linspace(2.0, 0.1, 20), path_steps=np.arange(20) * 20, ball=(0.0, 0.0), off=0.0, moved=3.2,
        loss_here=0.0123, loss_drawn=0.0456, downhill=(-1.0, 0.0), directions=MAIN, shares=(0.9, 0.08),
        lengths=(2.0, 2.0),
    )  # fmt: skip
    return replace(seen, **parts)


@pytest.fixture
def view(qtbot: Any, themes: ThemeHolder) -> LandscapeView:
    made = LandscapeView(themes)
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    made.show_landscape(landscape())
    return made


@pytest.fixture
def page(qtbot: Any, themes: ThemeHolder) -> LandscapePage:
    made = LandscapePage(themes)
    qtbot.addWidget(made)
    made.resize(870, 270)
    made.show()
    made.show_landscape(landscape())
    return made


def middle(view: LandscapeView) -> QPointF:
    shown = view.view()
    return QPointF(shown.left + shown.width / 2.0, shown.top + shown.height / 2.0)


# the ball and the thread


def test_a_ball_in_the_plane_lies_on_its_foot(view: LandscapeView) -> None:
    thread = view.ball_thread()
    assert thread is not None
    assert thread.ball == thread.foot
    assert (thread.foot - middle(view)).manhattanLength() < 1.0


def test_the_thread_is_true_to_the_scale_of_the_picture(view: LandscapeView) -> None:
    view.show_landscape(landscape(off=0.4))
    thread = view.ball_thread()
    assert thread is not None
    assert thread.foot.y() - thread.ball.y() == pytest.approx(0.4 / 2.0 * view.view().y_scale)
    assert not thread.broken


def test_a_thread_that_would_leave_the_picture_is_broken(view: LandscapeView) -> None:
    view.show_landscape(landscape(off=50.0))
    thread = view.ball_thread()
    assert thread is not None
    assert thread.broken
    assert thread.ball.y() > view.view().top


def test_a_network_that_left_the_finite_numbers_has_no_ball(view: LandscapeView) -> None:
    view.show_landscape(landscape(ball=(math.nan, math.nan), off=math.nan, loss_here=math.nan))
    assert view.ball_thread() is None
    view.grab()


@pytest.mark.parametrize(("off", "words"), [(0.0, "in the plane"), (8.3, "8.30 off the plane")])
def test_the_distance_stands_at_the_thread_as_a_number(off: float, words: str) -> None:
    assert str(thread_words(off)) == words


# the ground


def test_the_picture_names_its_points_and_its_examples() -> None:
    assert str(size_words(landscape())) == "64 × 64 points, 128 of 1297 examples"
    assert str(size_words(landscape(done=0.439))).endswith("examples, 43 %")


def test_directions_are_named_with_their_shares() -> None:
    assert [str(words) for words in axis_words(landscape())] == [
        "main direction 1: 90 % of the path", "main direction 2: 8 %",
    ]  # fmt: skip
    assert str(axis_words(landscape(directions=RANDOM))[0]) == "random direction 1"


def test_a_coarse_picture_is_drawn_through_its_own_points() -> None:
    coarse = bowl(side=24).astype(np.float64)
    fine = smoothed(coarse)
    between = (len(fine) - 1) // 23
    assert len(fine) >= 93
    assert np.allclose(fine[::between, ::between], coarse)
    assert fine.min() >= coarse.min()
    assert fine.max() <= coarse.max()


def test_between_its_points_a_bowl_is_drawn_as_a_bowl() -> None:
    fine = smoothed(bowl(side=24).astype(np.float64))
    assert np.allclose(fine[8:-8, 8:-8], bowl(side=len(fine))[8:-8, 8:-8], atol=0.011)


def test_a_point_without_a_number_stays_without_one() -> None:
    picture = bowl()
    picture[3, 3] = np.inf
    assert not np.isfinite(field_of(picture, 1.0).values[3, 3])


def test_the_ground_is_drawn_once_while_the_ball_moves(view: LandscapeView) -> None:
    view.grab()
    painted = view._ground.painted
    seen = view.seen
    assert seen is not None
    for step in range(5):
        view.show_landscape(replace(seen, step=seen.step + step, ball=(0.01 * step, 0.0)))
        view.grab()
    assert view._ground.painted == painted


def test_a_picture_that_sharpens_is_drawn_at_the_pace_of_eyes_and_never_forgotten(
    view: LandscapeView, qtbot: Any
) -> None:
    for share in (0.1, 0.2, 0.3):
        last = landscape(picture=bowl() + share, done=share)
        view.show_landscape(last)
    assert view._drawn is not last.picture
    qtbot.waitUntil(lambda: view._drawn is last.picture, timeout=2000)


# the hand


def test_pulling_the_ground_keeps_it_under_the_finger(view: LandscapeView) -> None:
    spans: list[float] = []
    view.span_asked.connect(spans.append)
    start = middle(view).toPoint() + QPoint(60, 40)
    end = middle(view).toPoint() + QPoint(120, 80)
    held = view.view().point_at(start.x(), start.y())
    QTest.mousePress(view, LEFT, NONE, start)
    QTest.mouseMove(view, end)
    QTest.mouseRelease(view, LEFT, NONE, end)
    assert spans[-1] == pytest.approx(USUAL_SPAN / 2.0, rel=0.03)
    assert np.allclose(view.view().point_at(end.x(), end.y()), held, atol=0.011)


def test_a_span_that_was_asked_for_stays_until_its_landscape_comes(view: LandscapeView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Minus)
    asked = view.span
    assert asked == pytest.approx(1.25 * USUAL_SPAN)
    view.show_landscape(landscape(step=401))
    assert view.span == asked
    view.show_landscape(landscape(step=402, span=asked, picture=bowl(asked)))
    view.show_landscape(landscape(step=403, span=2.0, picture=bowl(2.0)))
    assert view.span == 2.0


def test_zero_shows_the_usual_span(view: LandscapeView) -> None:
    view.show_landscape(landscape(span=3.0, picture=bowl(3.0)))
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.span == USUAL_SPAN


def test_the_path_is_walked_by_keys_and_back_to_now(view: LandscapeView) -> None:
    steps: list[int] = []
    view.walked.connect(steps.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_Escape):
        QTest.keyClick(view, key)
    assert steps == [380, 360, 0, -1]


def test_pointing_at_the_path_shows_how_far_off_it_was(view: LandscapeView) -> None:
    point = view.view().pixel_of(*landscape().path[4])
    QTest.mouseMove(view, QPointF(*point).toPoint())
    assert view.walked_step == 80


def test_a_locked_span_says_so(view: LandscapeView) -> None:
    refused, spans = [], []
    view.refused.connect(lambda: refused.append(1))
    view.span_asked.connect(spans.append)
    view.set_locked(True)
    QTest.mousePress(view, LEFT, NONE, middle(view).toPoint() + QPoint(50, 0))
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert (len(refused), spans) == (2, [])


def test_it_is_told_to_those_who_do_not_see_it(view: LandscapeView) -> None:
    told = view.accessibleDescription()
    for words in ("64 × 64 points", "True loss 0.0123", "drawn loss 0.0456", "in the plane", "Left and Right"):
        assert words in told
    assert "measured" in str(told_words(None))


@pytest.mark.parametrize("size", [(60, 40), (180, 120), (640, 400), (1400, 800)])
@pytest.mark.parametrize("name", ["light", "dark", "contrast"])
def test_it_paints_at_every_size_with_everything_on(
    view: LandscapeView, themes: ThemeHolder, size: tuple[int, int], name: str
) -> None:
    themes.set(name=name, presentation=size[0] > 600)
    view.resize(*size)
    view.set_fog(0.4)
    view.set_glance(Glance((-1.0, 0.0), (0.3, 0.2), 0.6))
    view.show_landscape(landscape(off=1.0))
    assert not view.grab().isNull()
    view.show_landscape(None)
    assert not view.grab().isNull()


def test_the_cone_opens_as_far_as_glances_stray(view: LandscapeView) -> None:
    def tinted(opening: float) -> int:
        view.set_glance(Glance((-1.0, 0.0), None, opening))
        image = view.grab().toImage()
        plain = clear.toImage()
        pixels = ((x, y) for x in range(0, image.width(), 4) for y in range(0, image.height(), 4))
        return sum(image.pixel(x, y) != plain.pixel(x, y) for x, y in pixels)

    view.set_glance(Glance((-1.0, 0.0), None, None))
    clear = view.grab()
    assert tinted(1.0) == pytest.approx(2.0 * tinted(0.5), rel=0.15)


# the page


def test_the_page_shows_true_beside_drawn_loss(page: LandscapePage) -> None:
    values = [label.text() for label in page.side.facts._values]
    assert values == ["0.0123", "0.0456", "0.00", "3.20"]


def test_every_control_asks_for_another_landscape(page: LandscapePage) -> None:
    asked: list[LandscapeAsk] = []
    page.asked.connect(asked.append)
    QTest.keyClick(page.side.directions, Qt.Key.Key_Right)
    QTest.keyClick(page.side.examples, Qt.Key.Key_Left)
    QTest.mouseClick(page.side.farther, LEFT)
    QTest.keyClick(page.side.hold, Qt.Key.Key_Space)
    QTest.keyClick(page.map, Qt.Key.Key_Plus)
    assert asked[-1].directions == RANDOM
    assert asked[-1].examples == 128
    assert asked[2].span == pytest.approx(1.25 * USUAL_SPAN)
    assert asked[-1].hold
    assert len(asked) == 5
    assert page.ask == asked[-1]


def test_what_a_lesson_locks_cannot_be_asked_for(page: LandscapePage) -> None:
    asked: list[LandscapeAsk] = []
    refused: list[str] = []
    page.asked.connect(asked.append)
    page.refused.connect(refused.append)
    page.set_locks("Not now.", lambda name: name == "landscape.hold")
    QTest.mouseClick(page.side.nearer, LEFT)
    QTest.keyClick(page.map, Qt.Key.Key_Plus)
    assert asked == []
    assert refused == ["landscape.span"]
    assert "Not now." in page.side.nearer.toolTip()
    page.set_locks("", lambda name: True)
    QTest.mouseClick(page.side.nearer, LEFT)
    assert len(asked) == 1


def test_the_relief_is_made_when_it_is_asked_for(page: LandscapePage) -> None:
    assert page._relief is None
    QTest.keyClick(page.side.view, Qt.Key.Key_Right)
    assert page._relief is not None
    assert page._relief.isVisible()
    page.set_fog(0.4)
    assert page.side.view.index == MAP
    assert page.map.isVisible()
    assert RELIEF != MAP


def test_the_heights_of_feet_are_those_between_the_points_of_the_picture() -> None:
    seen = landscape()
    feet = np.array([[0.3, 0.2], [-0.7, 0.5], [9.0, 0.0]])
    wanted = feet[:2, 0] ** 2 + 3.0 * feet[:2, 1] ** 2 + 0.01
    assert np.allclose(heights_of(seen, feet)[:2], wanted, atol=2e-3)
    assert np.isfinite(heights_of(seen, feet)).all()


def test_a_relief_shows_the_last_stretch_of_the_path_that_lies_on_it() -> None:
    assert first_of_last_run(np.array([True, False, True, True])) == 2
    assert first_of_last_run(np.array([True, True])) == 0


def test_in_a_small_window_the_numbers_stand_below(page: LandscapePage) -> None:
    page.resize(390, 240)
    page._box.activate()
    assert page.side.y() > page.map.y()
    assert not page.side._controls.isVisible()
    assert page.side.facts.isVisible()


def test_in_a_narrow_place_the_loss_and_the_distance_are_left(page: LandscapePage) -> None:
    page.side.set_flat(True, narrow=True)
    shown = [name.text() for name in page.side.facts._names if not name.isHidden()]
    assert shown == ["True loss", "Off the plane"]


@pytest.mark.parametrize("ways", [((-1.0, 0.0), (-0.95, 0.1)), ((0.4, -0.3), (0.1, -0.4)), ((0.6, 0.0), (0.5, 0.0))])
def test_the_names_of_arrows_and_ball_stand_apart(view: LandscapeView, ways: Any, monkeypatch: Any) -> None:
    plates: list[Any] = []
    monkeypatch.setattr(face, "paint_plate", lambda canvas, area, words, *more: plates.append((words, area)))
    view.set_glance(Glance(*ways, 0.6))
    view.grab()
    named = [area for words, area in plates if words in (face.DOWNHILL, face.GLANCE, thread_words(0.0))]
    assert len(named) == 3
    assert not any(one.intersects(two) for place, one in enumerate(named) for two in named[:place])
