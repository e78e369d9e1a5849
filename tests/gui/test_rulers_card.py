"""The two sums of the article come out, with their numbers in the learner's hand, and so does the top speed."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import Theme, ThemeHolder
from gui.widgets.rulers_card import ABOUT, FAR_OFF, NO_RULER, RulersCard
from gui.widgets.rulers_face import LENGTHS, RowFace, paint_row, quotient_words
from gui.widgets.shapes import begin
from gui.widgets.top_speed import speeds, steps_to_half, top_speed

LOOKS = (("light", False), ("dark", False), ("contrast", False), ("light", True))


@pytest.fixture
def card(qtbot: QtBot, themes: ThemeHolder) -> RulersCard:
    """The card in its tab."""
    made = RulersCard(themes)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def length_of_bar(face: RowFace, slope: float, ruler: float) -> int:
    """How many pixels the bar of a slope is long."""
    image = QImage(face.rect.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(face.theme.color("panel"))
    painter = QPainter(image)
    begin(painter)
    paint_row(painter, face, slope, ruler)
    painter.end()
    wanted, left = face.theme.color("grad").rgb(), int(face.picture.left())
    columns = [
        x for x in range(left, image.width()) if any(image.pixel(x, y) == wanted for y in range(image.height()))
    ]
    return columns[-1] - columns[0] + 1


def test_the_sums_of_the_article_come_out(card: RulersCard) -> None:
    assert [card.sums.quotient(which) for which in (0, 1)] == [pytest.approx(0.2, rel=1e-15), 4.0]
    assert quotient_words(1e-5, 5e-5) == "0.2"
    assert quotient_words(100, 25) == "4"
    assert card.sums.sentences()[0] == f"{ABOUT} 4 is still a big step: this is not clipping."


def test_a_dragged_number_changes_its_quotient(card: RulersCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.changed, timeout=1000):
        card.sums.slopes[1].setFocus()
        QTest.keyClick(card.sums.slopes[1], Qt.Key.Key_End)
    assert card.sums.quotient(1) == 1e4 / 25
    assert card.sums.sentences()[0] == FAR_OFF


def test_a_ruler_of_nothing_gives_a_sentence_and_no_number(card: RulersCard) -> None:
    card.sums.rulers[0].setFocus()
    QTest.keyClick(card.sums.rulers[0], Qt.Key.Key_Home)
    assert card.sums.quotient(0) is None
    assert card.sums.sentences()[0] == NO_RULER
    assert quotient_words(1e-5, 0.0) == "–"
    card.grab()


def test_a_refused_number_is_answered_in_the_card(card: RulersCard) -> None:
    number = card.sums.slopes[0]
    number.refused.emit("Slope must be a number from 10⁻⁸ to 10 000, not 'x'.")
    assert card.sums.sentences() == ("Slope must be a number from 10⁻⁸ to 10 000, not 'x'.",)
    number.refused.emit("")
    assert card.sums.sentences()[0].startswith(ABOUT)


@pytest.mark.parametrize("slope, ruler, share", [(1e-5, 5e-5, 0.2), (100.0, 25.0, 4.0), (25.0, 25.0, 1.0)])
def test_the_bar_is_as_many_rulers_long_as_the_quotient(
    slope: float, ruler: float, share: float, themes: ThemeHolder
) -> None:
    face = RowFace(Theme.load("light"), QRectF(0, 0, 420, 52))
    unit = (face.picture.width() - 10) / LENGTHS
    assert length_of_bar(face, slope, ruler) == pytest.approx(share * unit, abs=1.6)


@pytest.mark.parametrize("name, presentation", LOOKS)
@pytest.mark.parametrize("size", [(400, 200), (300, 160)])
def test_no_part_lies_on_another(name: str, presentation: bool, size: tuple[int, int], themes: ThemeHolder) -> None:
    theme = Theme.load(name, presentation=presentation)
    factor = 1.4 if presentation else 1.0
    face = RowFace(theme, QRectF(0, 0, size[0] * factor, RowFace.height(theme)))
    assert face.labels <= face.number(0).left()
    assert face.number(0).bottom() < face.number(1).top()
    assert face.number(0).right() < face.quotient.left() < face.quotient.right() < face.picture.left()
    assert face.picture.right() <= face.rect.right()
    assert face.number(0).height() >= theme.target


def test_the_longest_sentence_that_fits_is_shown(card: RulersCard) -> None:
    shown = []
    for height in (260, 190, 160, 130):
        card.resize(400, height)
        lines, _, _ = card.sums._words(card.sums.height() - card.sums.faces()[1].rect.bottom())
        shown.append(" ".join(lines))
    assert shown == sorted(shown, key=len, reverse=True)
    assert shown[0] in card.sums.sentences()
    assert "…" not in "".join(shown)


@settings(deadline=None)
@given(momentum=st.floats(0.0, 0.999))
def test_the_speed_climbs_to_the_sum_of_a_geometric_series(momentum: float) -> None:
    """v_n = (1 - mu^n) / (1 - mu): Polyak 1964, the sum of n terms."""
    steps = np.arange(101)
    assert speeds(momentum) == pytest.approx((1 - momentum**steps) / (1 - momentum), rel=1e-11)
    assert speeds(momentum)[-1] <= top_speed(momentum) * (1 + 1e-12)


def test_heavy_skiers_take_long_to_get_going() -> None:
    """Lesson 9.3: at 0.99 only 63 % of the top speed after 100 steps."""
    assert top_speed(0.99) == pytest.approx(100)
    assert speeds(0.99)[100] / top_speed(0.99) == pytest.approx(0.634, abs=0.001)
    assert [steps_to_half(momentum) for momentum in (0.0, 0.5, 0.9, 0.99)] == [1, 1, 7, 69]


def test_the_top_speed_is_said_in_words(card: RulersCard) -> None:
    card.set_view(1)
    assert card.speed.words() == "10.0 times"
    card.set_momentum(0.999)
    assert card.speed.words() == "1000 times"
    assert card.speed.sentence() == "Half of it after 693 steps; 10 % after 100."
    card.set_momentum(0.0)
    assert card.speed.words() == "1.0 times"
    assert "Without momentum" in card.speed.sentence()


def test_the_views_are_reached_by_keys(card: RulersCard) -> None:
    card.segments.setFocus()
    QTest.keyClick(card.segments, Qt.Key.Key_Right)
    assert card.speed.isVisible()
    assert not card.sums.isVisible()


def test_everything_has_a_name_and_a_sentence(card: RulersCard) -> None:
    numbers = (*card.sums.slopes, *card.sums.rulers, card.speed.momentum)
    for widget in (card, card.segments, card.sums, card.speed, *numbers):
        assert widget.accessibleName()
        assert widget.accessibleDescription()
    for number in numbers:
        assert number.focusPolicy() == Qt.FocusPolicy.StrongFocus
        assert number.cursor().shape() == Qt.CursorShape.SizeHorCursor


def test_it_follows_the_theme(card: RulersCard, themes: ThemeHolder) -> None:
    for name, presentation in LOOKS:
        themes.set(name=name, presentation=presentation)
        card.resize(600 if presentation else 400, 300 if presentation else 200)
        card.layout().activate()
        assert not card.grab().isNull()
        assert card.sums.slopes[0].height() >= themes.current.target
