"""Steps to leave a saddle: the law is a straight line, the offset is in the learner's hand, never is said as never."""

import math

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.law_card import LawCard
from gui.widgets.law_face import law_name_place

LEFT = Qt.MouseButton.LeftButton
RATE = 0.01
OFFSETS = np.logspace(-8, 0, 81)
LAW = np.log(1 / OFFSETS) / math.log(1 + 2 * RATE)
TIMES = {
    "sgd": np.ceil(LAW),
    "momentum": np.ceil(LAW / 5),
    "rmsprop": np.full(81, 72.0),
    "adam": np.where(OFFSETS < 1e-6, np.nan, 77.0),
    "adagrad": np.full(81, np.nan),
}
TITLES = {"sgd": "SGD", "momentum": "Momentum", "rmsprop": "RMSprop", "adam": "Adam", "adagrad": "Adagrad"}


@pytest.fixture
def card(qtbot: QtBot, themes: ThemeHolder) -> LawCard:
    """Five racers, rate 0.01, offset 0.001."""
    made = LawCard(themes)
    qtbot.addWidget(made)
    made.resize(400, 190)
    made.set_titles(TITLES)
    made.set_times(OFFSETS, TIMES, LAW)
    made.show()
    return made


@pytest.fixture
def heard(card: LawCard) -> list[object]:
    """What the card says."""
    said: list[object] = []
    card.offset_changed.connect(said.append)
    card.released.connect(lambda: said.append("released"))
    return said


def place(card: LawCard, offset: float) -> QPoint:
    """The pixel of an offset on the axis."""
    frame = card.frame()
    return QPoint(round(frame.x_of(-math.log10(offset))), round(frame.area.bottom()))


def test_the_readout_says_the_numbers_of_the_lesson(card: LawCard) -> None:
    """Lesson 10.3: plain descent leaves the saddle after 233, 349 (10.4), 466 and 698 steps at rate 0.01."""
    said = []
    for offset in (1e-2, 1e-3, 1e-4, 1e-6):
        card.set_offset(offset)
        said.append(card.readout())
    assert said == [f"law {n} · SGD {n}" for n in (233, 349, 466, 698)]


def test_between_the_offsets_that_were_tried_it_says_about(card: LawCard) -> None:
    card.set_offset(7.9e-4)
    assert card.readout() == "law 361 · SGD ≈ 362"


def test_the_racer_that_is_steered_stands_beside_the_law(card: LawCard) -> None:
    card.set_selected("rmsprop")
    assert card.readout() == "law 349 · RMSprop 72"
    card.set_selected(None)
    assert card.readout() == "law 349 · SGD 349"


def test_never_is_said_as_never(card: LawCard) -> None:
    card.set_selected("adam")
    assert card.readout().endswith("Adam 77")
    card.set_offset(1e-7)
    assert card.readout().endswith("Adam never")
    card.set_offset(0.0)
    assert card.readout() == "law never · Adam never"
    card.grab()


def test_the_law_is_a_straight_line(card: LawCard) -> None:
    points = card.face().points(LAW[::-1])
    slopes = np.diff(points[:, 1]) / np.diff(points[:, 0])
    assert slopes == pytest.approx(np.full(slopes.size, slopes[0]), rel=1e-6)


def test_a_line_ends_where_a_racer_never_left(card: LawCard) -> None:
    frame = card.frame()
    points = card.face().points(TIMES["adam"][::-1])
    assert points[-1][0] == pytest.approx(frame.x_of(6.0), abs=0.01)
    assert len(card.face().points(TIMES["adagrad"])) == 0


def test_one_slow_racer_does_not_flatten_the_others(card: LawCard) -> None:
    card.set_times(OFFSETS.copy(), {**TIMES, "adadelta": 1000 * LAW}, LAW)
    assert card.frame().span.high == pytest.approx(2 * LAW[0], rel=0.1)
    card.grab()


def test_offsets_may_come_in_any_order(card: LawCard) -> None:
    card.set_times(OFFSETS[::-1].copy(), {"sgd": TIMES["sgd"][::-1]}, LAW[::-1])
    assert card.readout() == "law 349 · SGD 349"


def test_the_handle_follows_the_hand_and_is_exact_at_both_ends(card: LawCard, heard: list[object]) -> None:
    QTest.mousePress(card, LEFT, pos=place(card, 1e-3))
    QTest.mouseMove(card, place(card, 1e-5))
    assert heard[-1] == pytest.approx(1e-5, rel=0.05)
    QTest.mouseMove(card, QPoint(5000, 50))
    assert heard[-1] == 1e-8
    QTest.mouseMove(card, QPoint(-5000, 50))
    assert heard[-1] == 1.0
    QTest.mouseRelease(card, LEFT, pos=QPoint(0, 50))
    assert heard.count("released") == 1
    assert card.offset == 1.0


def test_while_a_hand_holds_the_handle_the_hand_is_right(card: LawCard) -> None:
    QTest.mousePress(card, LEFT, pos=place(card, 1e-4))
    held = card.offset
    card.set_offset(0.5)
    assert card.offset == held
    QTest.mouseRelease(card, LEFT, pos=place(card, 1e-4))
    card.set_offset(0.5)
    assert card.offset == 0.5


@pytest.mark.parametrize(
    "key, offset",
    [
        (Qt.Key.Key_PageUp, 1e-4),
        (Qt.Key.Key_PageDown, 1e-2),
        (Qt.Key.Key_Right, 7.9e-4),
        (Qt.Key.Key_Home, 1.0),
        (Qt.Key.Key_End, 1e-8),
    ],
    ids=str,
)
def test_keys_move_the_offset(key: Qt.Key, offset: float, card: LawCard, heard: list[object]) -> None:
    QTest.keyClick(card, key)
    assert heard == [offset, "released"]


def test_no_numbers_yet_is_no_trouble(qtbot: QtBot, themes: ThemeHolder) -> None:
    card = LawCard(themes)
    qtbot.addWidget(card)
    card.resize(300, 170)
    assert card.readout() == ""
    assert not card.grab().isNull()
    QTest.keyClick(card, Qt.Key.Key_Right)
    assert card.offset < 0.001


@pytest.mark.parametrize("size", [(600, 300), (400, 190), (300, 150), (240, 130)])
def test_the_name_of_the_law_covers_no_part_of_its_line(size: tuple[int, int], card: LawCard) -> None:
    card.resize(*size)
    place, points = law_name_place(card.face()), card.face().points(LAW[::-1])
    assert size[0] < 300 or place is not None
    if place is not None:
        assert not any(place.contains(x, y) for x, y in points)
        assert place.left() >= card.frame().area.left()


@pytest.mark.parametrize("size", [(400, 190), (300, 150), (180, 90)])
def test_names_stay_in_the_picture_and_apart(size: tuple[int, int], card: LawCard) -> None:
    card.resize(*size)
    card.set_times(OFFSETS.copy(), TIMES, LAW)
    frame = card.frame()
    assert frame.area.width() >= 20
    assert frame.area.bottom() < card.height()
    card.grab()


def test_it_tells_the_offset_and_the_steps(card: LawCard) -> None:
    assert card.accessibleName() == "Steps to leave the saddle"
    assert card.accessibleDescription().startswith("Offset 0.001: law 349 · SGD 349.")


def test_the_same_offsets_with_other_steps_are_another_picture(card: LawCard) -> None:
    card.set_offset(1e-3)
    card.set_times(OFFSETS, {"sgd": TIMES["sgd"] / 2}, LAW / 2)
    assert card.readout() == "law 175 · SGD 175"


def test_the_law_names_the_constants_of_its_saddle(card: LawCard) -> None:
    assert card.face().law_words == "ln(1/y₀) / ln(1 + 2 rate)"
    card.set_law(0.31234, -50.6102, "offset")
    assert card.face().law_words == "ln(0.312/offset) / ln(1 + 50.6 rate)"
    assert card.face().offset_words == "offset = 0.001"


def test_a_start_that_lies_elsewhere_is_said_quietly_until_a_hand_places_it(card: LawCard, heard: list[object]) -> None:
    card.set_offset(None)
    assert card.readout() == ""
    assert card.face().offset_words == "the start is not on this line"
    assert card.accessibleDescription().startswith("The start is not on this line.")
    card.grab()
    QTest.mouseClick(card, LEFT, pos=place(card, 1e-3))
    assert heard == [pytest.approx(1e-3, rel=0.05), "released"]
    assert card.face().offset_words.startswith("y₀ = ")
