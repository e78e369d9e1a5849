"""A step in slow motion: one phase at a time, by hand or by itself, in one scale."""

import math
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QFontMetricsF
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import Theme, ThemeHolder
from gui.widgets.prose import lines_of
from gui.widgets.step_picture import StepPicture, VectorArrow, covering
from gui.widgets.step_strip import EMPTY, ORDERS, PERIOD, StepStrip
from sim.step_parts import ORDERS as ORDERS_TOLD

LEFT = Qt.MouseButton.LeftButton


@dataclass(frozen=True)
class Moment:
    """A phase as the strip needs it."""

    caption: str
    arrows: tuple[VectorArrow, ...]


PHASES = (
    Moment("Steps down by η = 0.035 times the slope.", (((0, 0), (1, -0.3), "grad", "−η g"),)),
    Moment("Jumps on by μ = 0.9 of its velocity, μ v = (0.0310, −0.00213).", (((1, -0.3), (2, 1), "vel", "μ v"),)),
    Moment("Together they are the new step.", (((0, 0), (2, 1), "ink", "step"),)),
)


@pytest.fixture
def strip(qtbot: QtBot, themes: ThemeHolder) -> StepStrip:
    """Three phases."""
    made = StepStrip(themes)
    qtbot.addWidget(made)
    made.resize(400, 180)
    made.set_parts("Momentum, step 12", PHASES)
    made.show()
    return made


@pytest.fixture
def heard(strip: StepStrip) -> list[object]:
    """What the strip says."""
    said: list[object] = []
    strip.phase_changed.connect(said.append)
    strip.order_toggled.connect(said.append)
    return said


def test_buttons_go_through_the_phases(strip: StepStrip, heard: list[object]) -> None:
    for _ in range(4):
        QTest.mouseClick(strip.next, LEFT)
    QTest.mouseClick(strip.previous, LEFT)
    assert heard == [1, 2, 1]
    assert strip.caption() == PHASES[1].caption
    assert strip.accessibleDescription() == PHASES[1].caption


def test_the_ends_have_no_further_button(strip: StepStrip) -> None:
    assert (strip.previous.isEnabled(), strip.next.isEnabled()) == (False, True)
    QTest.keyClick(strip, Qt.Key.Key_End)
    assert (strip.previous.isEnabled(), strip.next.isEnabled()) == (True, False)


def test_keys_and_dots_go_there(strip: StepStrip, heard: list[object]) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_End, Qt.Key.Key_Home, Qt.Key.Key_Left):
        QTest.keyClick(strip, key)
    QTest.mouseClick(strip.dots, LEFT, pos=QPoint(strip.dots.width() - 3, 10))
    assert heard == [1, 2, 0, 2]


def test_it_plays_to_the_end_and_stops(strip: StepStrip, heard: list[object]) -> None:
    timer = strip.findChild(QTimer)
    assert timer is not None
    assert (timer.interval(), timer.parent()) == (PERIOD, strip)
    QTest.keyClick(strip, Qt.Key.Key_Space)
    assert strip.playing
    for _ in range(2):
        timer.timeout.emit()
    assert heard == [1, 2]
    assert not strip.playing
    QTest.mouseClick(strip.play, LEFT)
    assert (heard[-1], strip.playing) == (0, True)
    strip.stop()


def test_what_nobody_sees_does_not_play(strip: StepStrip) -> None:
    strip.toggle()
    strip.hide()
    assert not strip.playing


def test_a_hand_stops_what_plays(strip: StepStrip) -> None:
    strip.toggle()
    QTest.mouseClick(strip.next, LEFT)
    assert not strip.playing


def test_another_step_keeps_the_phase(strip: StepStrip, heard: list[object]) -> None:
    QTest.keyClick(strip, Qt.Key.Key_Right)
    strip.set_parts("Momentum, step 13", PHASES)
    assert strip.phase == 1
    strip.set_parts("SGD, step 13", PHASES[:2])
    assert (strip.phase, heard) == (0, [1, 0])


def test_no_step_is_said_in_a_sentence(strip: StepStrip) -> None:
    strip.set_parts("", ())
    assert strip.caption() == EMPTY
    assert not any(button.isEnabled() for button in (strip.previous, strip.play, strip.next))
    QTest.keyClick(strip, Qt.Key.Key_Right)
    strip.toggle()
    assert not strip.playing
    strip.grab()


def test_the_orders_are_those_of_the_simulation() -> None:
    assert ORDERS == ORDERS_TOLD


def test_the_order_is_offered_only_where_there_are_two(strip: StepStrip, heard: list[object]) -> None:
    assert not strip.order.isVisible()
    strip.set_order("gradient first")
    assert strip.order.isVisible()
    QTest.keyClick(strip.order, Qt.Key.Key_Right)
    assert heard == ["jump first"]
    strip.set_order(None)
    assert not strip.order.isVisible()


@pytest.mark.parametrize("presentation", [False, True])
@pytest.mark.parametrize("width", [300, 400, 700])
@pytest.mark.parametrize("order", [None, "jump first"])
def test_words_buttons_and_picture_lie_beside_each_other(
    presentation: bool, width: int, order: str | None, strip: StepStrip, themes: ThemeHolder
) -> None:
    themes.set(presentation=presentation)
    strip.set_order(order)
    strip.resize(width, 260)
    strip.layout().activate()
    words = strip._words().toAlignedRect()
    assert words.bottom() <= strip.play.geometry().top() + 1
    assert not strip.picture.isVisible() or words.right() <= strip.picture.geometry().left()
    assert order is None or words.top() >= strip.order.geometry().bottom()


COORDINATES = st.tuples(*2 * [st.floats(-1e9, 1e9)])
ARROWS = st.tuples(COORDINATES, COORDINATES, st.just("vel"), st.just("v"))


@settings(deadline=None)
@given(phases=st.lists(st.lists(ARROWS, max_size=3).map(tuple), min_size=1, max_size=4))
def test_all_arrows_of_a_step_fit_into_the_picture(phases: list[tuple[VectorArrow, ...]]) -> None:
    picture = StepPicture(ThemeHolder())
    picture.set_phases(phases, 0)
    area = QRectF(20, 20, 150, 110)
    fitted = picture.to_pixels(area)
    if fitted is None:
        return
    scale, origin = fitted
    for arrow in (arrow for phase in phases for arrow in phase):
        for x, y in arrow[:2]:
            px, py = origin.x() + scale * x, origin.y() - scale * y
            slack = 1e-3 + 1e-9 * abs(origin.x()) + 1e-9 * abs(origin.y())
            assert area.left() - slack <= px <= area.right() + slack
            assert area.top() - slack <= py <= area.bottom() + slack


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1e308])
def test_a_step_to_nowhere_is_painted_without_trouble(bad: float, strip: StepStrip) -> None:
    strip.set_parts("Gone", (Moment("It left.", (((0, 0), (bad, -bad), "grad", "g"), ((0, 0), (1, 1), "vel", "v"))),))
    assert not strip.grab().isNull()


@pytest.mark.parametrize("width", [120.0, 220.0, 400.0])
def test_sentences_break_at_spaces_and_keep_sums_whole(width: float, qapp: object) -> None:
    theme = Theme.load("light")
    sentence = "It keeps μ = 0.9 of it: 0.9 × 0.041 = 0.037."
    lines = lines_of(sentence, theme, width)
    for line in lines:
        space = QFontMetricsF(theme.font("prose")).horizontalAdvance(" ")
        wide = sum(QFontMetricsF(font).horizontalAdvance(word) for word, font in line) + space * (len(line) - 1)
        assert wide <= width + 1
    words = [[word for word, _ in line] for line in lines]
    assert " ".join(word for line in words for word in line) == sentence
    if width > 200:
        assert any({"0.9", "×", "0.041", "=", "0.037."} <= set(line) for line in words)


def test_numbers_are_set_in_the_face_that_is_read_off(qapp: object) -> None:
    theme = Theme.load("light")
    ((*runs,),) = lines_of("keeps (−0.0310, 0.00213) and 0.9.", theme, 900.0)
    families = {word: font.families()[0] for word, font in runs}
    sans, serif = theme.font("body").families()[0], theme.font("prose").families()[0]
    assert [families[word] for word in ("(−0.0310,", "0.00213)", "0.9.")] == [sans] * 3
    assert [families[word] for word in ("keeps", "and")] == [serif] * 2


ANGLES = st.floats(0.0, 6.3)


@settings(max_examples=60, deadline=None)
@given(angles=st.lists(ANGLES, min_size=1, max_size=3), words=st.sampled_from(["downhill", "mean of slopes"]))
def test_no_name_lies_on_its_own_arrow(angles: list[float], words: str, qapp: object) -> None:
    picture = StepPicture(ThemeHolder())
    tips = [(math.cos(angle), math.sin(angle)) for angle in angles]
    picture.set_phases([tuple(((0.0, 0.0), tip, "grad", words) for tip in tips)], 0)
    rect = QRectF(0, 0, 190, 260)
    fitted = picture.to_pixels(rect.adjusted(22, 22, -22, -28))
    assert fitted is not None
    places = picture.label_places(rect, fitted)
    assert len(places) == len(tips)
    for (_, tip, _, _), place in places:
        scale, origin = fitted
        end = QPointF(origin.x() + scale * tip[0], origin.y() - scale * tip[1])
        assert covering(place, (origin, end), 0.0) == 0.0
        assert rect.contains(place)


@pytest.mark.parametrize("width", [90.0, 120.0, 150.0])
def test_a_product_of_letters_stays_whole(width: float, qapp: object) -> None:
    lines = lines_of("It jumps by its velocity: μ v = 2.", Theme.load("light"), width)
    assert not any(line[-1][0] == "μ" for line in lines)
