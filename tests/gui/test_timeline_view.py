"""The canvas under mouse and keys."""

import random
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.theme import ThemeHolder
from gui.widgets.timeline_axis import WHOLE
from gui.widgets.timeline_content import TimelineContent
from gui.widgets.timeline_live import FALL, flakes
from gui.widgets.timeline_view import TimelineView
from sim.simulations.timeline import history
from sim.timeline import WINTERS

ALL = frozenset(event.id for event in history().events)
NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(themes: ThemeHolder, qtbot: Any) -> TimelineView:
    made = TimelineView(themes)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.set_content(TimelineContent(history(), ALL, present=ALL, shown=ALL, lit=ALL))
    made.show()
    made.setFocus()
    return made


def told(signal: Any) -> list[Any]:
    found: list[Any] = []
    signal.connect(lambda *given: found.append(given if len(given) > 1 else given[0] if given else None))
    return found


def wheel(view: TimelineView, x: float, turned: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    at = QPointF(x, 200)
    event = QWheelEvent(
        at, at, QPoint(), turned, Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(view, event)


def drag(view: QWidget, start: QPointF, end: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press, move in steps, let go."""
    steps = [start + (end - start) * (k / 5) for k in range(1, 6)]
    mouse(view, QEvent.Type.MouseButtonPress, start, modifiers)
    for at in steps:
        mouse(view, QEvent.Type.MouseMove, at, modifiers)
    mouse(view, QEvent.Type.MouseButtonRelease, end, modifiers)


def mouse(view: QWidget, kind: QEvent.Type, at: QPointF, modifiers: Qt.KeyboardModifier = NONE) -> None:
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else LEFT
    button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
    QApplication.sendEvent(view, QMouseEvent(kind, at, view.mapToGlobal(at), button, held, modifiers))


def place(view: TimelineView, id: str) -> QPointF:
    spot = view.plan().spot(id)
    assert spot is not None
    return QPointF(spot.x, spot.y)


# Mouse


def test_the_wheel_keeps_the_year_under_the_pointer(view: TimelineView) -> None:
    year = view.plan().axis.year(600)
    for _ in range(6):
        wheel(view, 600, QPoint(0, 120))
    assert view.years != WHOLE
    assert view.plan().axis.year(600) == pytest.approx(year, abs=1e-6)


def test_a_pinch_zooms_at_the_fingers(view: TimelineView) -> None:
    at = QPointF(500, 200)
    year = view.plan().axis.year(500)
    kind = Qt.NativeGestureType.ZoomNativeGesture
    device = QPointingDevice.primaryPointingDevice()
    QApplication.sendEvent(view, QNativeGestureEvent(kind, device, 2, at, at, at, 0.5, QPointF()))
    assert view.years[1] - view.years[0] == pytest.approx((WHOLE[1] - WHOLE[0]) / 1.5)
    assert view.plan().axis.year(500) == pytest.approx(year, abs=1e-6)


def test_a_sideways_wheel_pans(view: TimelineView) -> None:
    view.show_years(1980, 1990)
    wheel(view, 600, QPoint(-240, 0))
    assert view.years[0] > 1980
    assert view.years[1] - view.years[0] == pytest.approx(10)


def test_a_drag_pans_and_opens_nothing(view: TimelineView) -> None:
    view.show_years(1980, 1990)
    opened = told(view.opened)
    year = view.plan().axis.year(600)
    drag(view, QPointF(600, 330), QPointF(500, 330))
    assert view.plan().axis.year(500) == pytest.approx(year, abs=1e-6)
    assert opened == []


def test_a_click_on_a_dot_opens_its_event(view: TimelineView) -> None:
    opened = told(view.opened)
    QTest.mouseClick(view, LEFT, NONE, place(view, "lstm").toPoint())
    assert opened == ["lstm"]


def test_a_click_on_a_name_opens_its_event(view: TimelineView) -> None:
    opened = told(view.opened)
    left, top, right, bottom = view.plan().names["perceptrons-book"]
    QTest.mouseClick(view, LEFT, NONE, QPointF((left + right) / 2, (top + bottom) / 2).toPoint())
    assert opened == ["perceptrons-book"]


def test_a_click_on_a_machine_opens_the_event_it_belongs_to(view: TimelineView) -> None:
    opened = told(view.opened)
    QTest.mouseClick(view, LEFT, NONE, place(view, "machine:0").toPoint())
    assert opened == [history().compute[0].event]


def test_a_double_click_on_empty_ground_shows_every_year(view: TimelineView) -> None:
    view.show_years(1955, 1956.5)
    QTest.mouseDClick(view, LEFT, NONE, QPoint(600, 20))
    assert view.years == WHOLE


def test_hovering_tells_of_an_event(view: TimelineView) -> None:
    before = view.grab().toImage()
    mouse(view, QEvent.Type.MouseMove, place(view, "lstm"))
    QApplication.sendEvent(
        view,
        QMouseEvent(
            QEvent.Type.MouseMove, place(view, "lstm"), place(view, "lstm"), Qt.MouseButton.NoButton,
            Qt.MouseButton.NoButton, NONE,
        ),
    )  # fmt: skip
    assert view.grab().toImage() != before


# Keys


def reached_by(view: TimelineView, keys: tuple[Qt.Key, ...]) -> set[str]:
    """Every dot that a walk with these keys can come to."""
    QTest.keyClick(view, Qt.Key.Key_Home)
    found, waiting = {view._focused}, [view._focused]
    while waiting:
        start = waiting.pop()
        for key in keys:
            view.focus_on(start)
            QTest.keyClick(view, key)
            if view._focused not in found:
                found.add(view._focused)
                waiting.append(view._focused)
    return found


def test_the_arrow_keys_reach_every_event_and_machine(view: TimelineView) -> None:
    arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
    machines = {f"machine:{k}" for k in range(len(history().compute))}
    assert reached_by(view, arrows) == ALL | machines


def test_right_goes_on_in_time_within_the_lane(view: TimelineView) -> None:
    view.focus_on("neocognitron-japanese")
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert view._focused == "neocognitron"


def test_the_picture_follows_the_walk(view: TimelineView) -> None:
    view.show_years(1950, 1955)
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view.years[0] < 2015 < view.years[1]
    assert view.years[1] - view.years[0] == pytest.approx(5)


def test_the_event_of_the_walk_is_told_to_screen_readers(view: TimelineView) -> None:
    view.focus_on("lstm")
    assert "November 1997" in view.accessibleName()
    assert history().event("lstm").title in view.accessibleName()


def test_enter_opens_where_the_walk_stands(view: TimelineView) -> None:
    opened = told(view.opened)
    view.focus_on("adam")
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["adam"]


def test_plus_and_minus_zoom_and_zero_shows_everything(view: TimelineView) -> None:
    QTest.keyClick(view, Qt.Key.Key_Plus)
    near = view.years[1] - view.years[0]
    assert near < WHOLE[1] - WHOLE[0]
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.years[1] - view.years[0] > near
    QTest.keyClick(view, Qt.Key.Key_Plus)
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.years == WHOLE


def test_control_with_an_arrow_pans(view: TimelineView) -> None:
    view.show_years(1970, 1980)
    QTest.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.years[0] > 1970


# Seasons


def test_a_drag_along_the_axis_draws_a_season(view: TimelineView) -> None:
    drawn = told(view.season_drawn)
    axis, y = view.plan().axis, view.plan().strip.center().y()
    drag(view, QPointF(axis.x(1974), y), QPointF(axis.x(1980), y))
    assert drawn == [pytest.approx((1974, 1980), abs=1 / 12)]
    assert view.years == WHOLE


def test_a_drag_with_shift_draws_anywhere_and_backwards(view: TimelineView) -> None:
    drawn, axis = told(view.season_drawn), view.plan().axis
    drag(view, QPointF(axis.x(1993), 300), QPointF(axis.x(1987), 320), SHIFT)
    assert drawn == [pytest.approx((1987, 1993), abs=1 / 12)]


def test_a_season_is_drawn_by_keys(view: TimelineView) -> None:
    drawn = told(view.season_drawn)
    view.focus_on("perceptrons-book")
    for _ in range(4):
        QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Left, SHIFT)
    assert drawn == []
    QTest.keyClick(view, Qt.Key.Key_Return)
    first, last = drawn[0]
    assert last - first == 3
    assert first == pytest.approx(1969.5, abs=0.6)


def test_escape_gives_a_season_up(view: TimelineView) -> None:
    drawn = told(view.season_drawn)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert drawn == []


def test_delete_takes_the_last_season_away(view: TimelineView) -> None:
    view.set_content(TimelineContent(history(), drawn=((1950.0, 1952.0), (1970.0, 1980.0))))
    erased = told(view.season_erased)
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert erased == [1975.0]


def test_the_cross_of_a_season_takes_it_away(view: TimelineView) -> None:
    view.set_content(TimelineContent(history(), drawn=((1950.0, 1960.0),)))
    erased = told(view.season_erased)
    at = QPointF(view.plan().axis.x(1955), view.plan().area.bottom() - 10)
    QTest.mouseClick(view, LEFT, NONE, at.toPoint())
    assert erased == [1955.0]


def test_where_drawing_is_locked_it_says_so(view: TimelineView) -> None:
    view.set_drawing(False, False)
    drawn, refused = told(view.season_drawn), told(view.refused)
    drag(view, QPointF(400, 300), QPointF(500, 300), SHIFT)
    QTest.keyClick(view, Qt.Key.Key_Right, SHIFT)
    assert (drawn, len(refused)) == ([], 2)


# Time and snow


def test_what_has_not_come_yet_is_dim(view: TimelineView) -> None:
    everything = view.grab().toImage()
    lit = frozenset(event.id for event in history().events if event.when < 1960)
    view.set_content(TimelineContent(history(), ALL, present=ALL, shown=ALL, lit=lit, until=1960.0))
    assert view.grab().toImage() != everything


def test_the_cursor_alone_leaves_the_still_layer_as_it_is(view: TimelineView) -> None:
    def content(year: float) -> TimelineContent:
        return TimelineContent(history(), ALL, present=ALL, shown=ALL, lit=frozenset(), until=year)

    view.set_content(content(1945.0))
    view.grab()
    still = view._still.cacheKey()
    view.set_content(content(1945.1))
    view.grab()
    assert view._still.cacheKey() == still


def test_snow_falls_while_history_runs_and_stops_with_it(view: TimelineView) -> None:
    view.set_playing(True)
    assert view._snow.isActive()
    view.set_playing(False)
    assert not view._snow.isActive()


def test_snow_falls_under_the_pointer(view: TimelineView) -> None:
    axis = view.plan().axis
    over, beside = QPointF(axis.x(1977), 500), QPointF(axis.x(1984), 500)
    for at, falls in ((over, True), (beside, False)):
        QTest.mouseMove(view, at.toPoint())
        view._look(at)
        assert view._snow.isActive() is falls


def test_with_reduced_motion_no_snow_falls(view: TimelineView, themes: ThemeHolder) -> None:
    themes.set(reduced=True)
    view.set_playing(True)
    assert not view._snow.isActive()


def test_no_flake_falls_faster_than_twelve_pixels_a_second(view: TimelineView) -> None:
    band = QRectF(0, 0, 60, 4000)
    moved = [after[1] - before[1] for before, after in zip(flakes(band, 0, FALL), flakes(band, 1, FALL), strict=True)]
    assert max(way for way in moved if way >= 0) <= 12
    assert FALL <= 12


def test_both_winters_are_shaded(view: TimelineView) -> None:
    view.set_content(TimelineContent(history(), compute=False))
    image, y = view.grab().toImage(), 40
    ratio = image.width() / view.width()
    shaded = image.pixelColor(round(view.plan().axis.x(1984) * ratio), y)
    for winter in WINTERS:
        x = view.plan().axis.x((winter.first + winter.last) / 2 + 1)
        assert image.pixelColor(round(x * ratio), y) != shaded


@pytest.mark.parametrize("seed", range(3))
def test_random_hands_break_nothing(view: TimelineView, seed: int) -> None:
    dice = random.Random(seed)
    keys = [Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Plus, Qt.Key.Key_Minus]
    keys += [Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Delete, Qt.Key.Key_0]
    for _ in range(60):
        deed = dice.randrange(4)
        at = QPointF(dice.uniform(0, 1100), dice.uniform(0, 640))
        if deed == 0:
            QTest.keyClick(view, dice.choice(keys), dice.choice((NONE, SHIFT)))
        elif deed == 1:
            wheel(view, at.x(), QPoint(dice.choice((-120, 0)), dice.randint(-480, 480)))
        elif deed == 2:
            drag(view, at, QPointF(dice.uniform(0, 1100), dice.uniform(0, 640)), dice.choice((NONE, SHIFT)))
        else:
            view.resize(dice.randint(200, 1200), dice.randint(150, 700))
    view.grab()
    assert WHOLE[0] - 1e-6 <= view.years[0] < view.years[1] <= WHOLE[1] + 1e-6
