"""Ten digit units: pictures of weights, samples with their answers, the sums behind an answer."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, ThemeHolder
from gui.widgets.digit_units import DigitUnits
from gui.widgets.digit_units_face import SAMPLE, UNIT
from gui.widgets.follower import FocusRing
from gui.widgets.shapes import text_width
from sim.digits import digits
from tests.gui.map_scene import count_near, distance

LEFT = Qt.MouseButton.LeftButton
IMAGES, LABELS = digits()
ACCURACIES = np.linspace(0.90, 0.99, 10)
RNG = np.random.default_rng(2)
WEIGHTS = RNG.normal(size=(10, 65))


@pytest.fixture
def view(qtbot: QtBot, themes: ThemeHolder) -> DigitUnits:
    """Drawn weights and fourteen samples, of which two are taken for something else."""
    made = DigitUnits(themes)
    qtbot.addWidget(made)
    made.resize(620, 330)
    made.set_units(WEIGHTS, ACCURACIES, range(10))
    said = LABELS[:14].copy()
    said[[2, 5]] = (said[[2, 5]] + 1) % 10
    made.set_samples(IMAGES[:14], said, LABELS[:14])
    made.show()
    return made


def middle(view: DigitUnits, kind: str, index: int) -> QPoint:
    return view.face().box((kind, index)).center().toPoint()


@pytest.mark.parametrize("name", THEMES)
def test_a_weight_picture_is_blue_for_and_orange_against(view: DigitUnits, themes: ThemeHolder, name: str) -> None:
    themes.set(name=name)
    weights = np.zeros((10, 65))
    weights[3, 1:33], weights[3, 33:] = 2.0, -2.0
    view.set_units(weights)
    image, box, theme = view.grab().toImage(), view.face().box((UNIT, 3)), themes.current
    upper = image.pixelColor(round(box.center().x()), round(box.top() + box.height() / 4))
    lower = image.pixelColor(round(box.center().x()), round(box.bottom() - box.height() / 4))
    assert distance(upper, theme.mix("mid", "plus", 0.86)) <= 2
    assert distance(lower, theme.mix("mid", "minus", 0.86)) <= 2
    still = image.pixelColor(middle(view, UNIT, 4))
    assert distance(still, theme.color("mid")) <= 2


def test_the_first_pixel_is_at_the_upper_left_and_the_bias_is_none_of_them(
    view: DigitUnits, themes: ThemeHolder
) -> None:
    weights = np.zeros((10, 65))
    weights[0, 0], weights[0, 1], weights[0, 1 + 7] = 50.0, 1.0, -1.0
    view.set_units(weights)
    image, box = view.grab().toImage(), view.face().box((UNIT, 0))
    cell = box.width() / 16
    plus, minus = (themes.current.mix("mid", role, 0.86) for role in ("plus", "minus"))
    assert distance(image.pixelColor(round(box.left() + cell), round(box.top() + cell)), plus) <= 2
    assert distance(image.pixelColor(round(box.right() - cell), round(box.top() + cell)), minus) <= 2


def test_a_sample_looks_like_the_digit(view: DigitUnits, themes: ThemeHolder) -> None:
    image, box = view.grab().toImage(), view.face().box((SAMPLE, 3))
    ink, paper = (float(themes.current.color(role).lightnessF()) for role in ("ink", "mid"))
    cell = box.width() / 8
    for row in range(8):
        for column in range(8):
            at = QPoint(round(box.left() + (column + 0.5) * cell), round(box.top() + (row + 0.5) * cell))
            expected = paper + (ink - paper) * IMAGES[3].reshape(8, 8)[row, column]
            assert image.pixelColor(at).lightnessF() == pytest.approx(expected, abs=0.03)


def test_a_wrong_answer_wears_the_red_ring_and_a_right_one_does_not(view: DigitUnits, themes: ThemeHolder) -> None:
    image, bad = view.grab().toImage(), themes.current.color("bad")
    for index in range(8):
        area = view.face().box((SAMPLE, index)).toRect().adjusted(-4, -4, 4, 4)
        assert (count_near(image.copy(area), bad) > 60) == (index in (2, 5))
    assert view.readout() == "12 of these 14 are right"


def test_the_sums_are_bias_and_weights_times_ink(view: DigitUnits) -> None:
    sums = view.sums(4)
    by_hand = [float(w[0]) + sum(float(a) * float(b) for a, b in zip(w[1:], IMAGES[4], strict=True)) for w in WEIGHTS]
    assert sums.tolist() == pytest.approx(by_hand, rel=1e-12)


def test_a_sample_under_the_pointer_is_explained_by_every_unit(view: DigitUnits) -> None:
    seen: list[object] = []
    view.hovered.connect(seen.append)
    QTest.mouseMove(view, middle(view, SAMPLE, 2))
    assert seen == [(SAMPLE, 2)]
    truth = int(LABELS[2])
    assert view.readout().startswith(f"unit {(truth + 1) % 10} says the most, ")
    assert view.readout().endswith(f"but it is a {truth}")
    assert view.face().sums is not None
    QTest.mouseMove(view, middle(view, UNIT, 7))
    bias = f"{float(WEIGHTS[7, 0]):.2f}".replace("-", "−")
    assert view.readout() == f"unit 7: bias {bias}, 97.0 % right, 7 mistakes in this pass"
    assert view.face().sums is None


def test_a_click_chooses_a_picture(view: DigitUnits) -> None:
    chosen: list[tuple[str, int]] = []
    view.clicked.connect(lambda *place: chosen.append(place))
    QTest.mouseClick(view, LEFT, pos=middle(view, UNIT, 6))
    QTest.mouseClick(view, LEFT, pos=middle(view, SAMPLE, 1))
    QTest.mouseClick(view, LEFT, pos=QPoint(615, 5))
    assert chosen == [(UNIT, 6), (SAMPLE, 1)]


def test_keys_go_from_picture_to_picture(view: DigitUnits) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    for key, place in (
        (Qt.Key.Key_Down, (UNIT, 0)), (Qt.Key.Key_Right, (UNIT, 1)), (Qt.Key.Key_Down, (UNIT, 6)),
        (Qt.Key.Key_Left, (UNIT, 5)), (Qt.Key.Key_Down, (SAMPLE, 0)), (Qt.Key.Key_Down, (SAMPLE, 0)),
        (Qt.Key.Key_Right, (SAMPLE, 1)), (Qt.Key.Key_Up, (UNIT, 5)), (Qt.Key.Key_Escape, None),
    ):  # fmt: skip
        QTest.keyClick(view, key)
        assert view._at == place
    assert view.window().findChild(FocusRing) is not None


def test_enter_chooses_what_the_keys_are_at(view: DigitUnits, qtbot: QtBot) -> None:
    QTest.keyClick(view, Qt.Key.Key_Right)
    with qtbot.waitSignal(view.clicked) as chosen:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [UNIT, 0]


@pytest.mark.parametrize("size", [(620, 330), (480, 300), (330, 330), (900, 240), (240, 180)])
@pytest.mark.parametrize("shown", [False, True])
def test_pictures_lie_in_the_widget_and_apart(
    view: DigitUnits, themes: ThemeHolder, size: tuple[int, int], shown: bool
) -> None:
    themes.set(presentation=shown)
    view.resize(*(round(side * (1.6 if shown else 1.0)) for side in size))
    boxes = [view.face().box(place) for place in view.face().places]
    assert all(box.left() >= 0 and box.right() <= view.width() for box in boxes)
    assert all(box.top() >= 0 and box.bottom() <= view.height() for box in boxes)
    assert not any(one.intersects(two) for k, one in enumerate(boxes) for two in boxes[:k])
    assert not view.grab().isNull()


def test_in_its_card_a_unit_is_large_and_its_cells_are_whole(view: DigitUnits) -> None:
    side = view.face().side
    assert side >= 64
    assert side % 8 == 0


def test_samples_may_vanish_under_the_pointer(view: DigitUnits) -> None:
    QTest.mouseMove(view, middle(view, SAMPLE, 9))
    view.set_samples(IMAGES[:3], LABELS[:3], LABELS[:3])
    assert view.pointed is None
    assert not view.grab().isNull()
    view.set_samples(IMAGES[:0], LABELS[:0], LABELS[:0])
    assert view.readout() == ""
    assert not view.grab().isNull()


@pytest.mark.parametrize("fill", [0.0, np.nan, np.inf, 1e300])
def test_weights_of_any_kind_are_drawn(view: DigitUnits, fill: float) -> None:
    view.set_units(np.full((10, 65), fill))
    QTest.mouseMove(view, middle(view, SAMPLE, 0))
    assert not view.grab().isNull()


def test_what_does_not_belong_together_is_refused(view: DigitUnits) -> None:
    with pytest.raises(ValueError, match=r"weights \(10, 65\)"):
        view.set_units(np.zeros((10, 64)))
    with pytest.raises(ValueError, match="3 digits have 2 answers"):
        view.set_samples(IMAGES[:3], LABELS[:2], LABELS[:3])


def test_every_unit_is_told_to_those_who_listen(view: DigitUnits) -> None:
    assert "0: 90.0 %, 1: 91.0 %" in view.accessibleDescription()


def test_the_same_weights_again_cost_nothing(view: DigitUnits) -> None:
    face = view.face()
    view.set_units(WEIGHTS, ACCURACIES, range(10))
    assert view.face() is face
    view.set_units(WEIGHTS, ACCURACIES, range(1, 11))
    assert view.face() is not face


@pytest.mark.parametrize("presentation", [False, True])
@pytest.mark.parametrize("width", [400, 620, 886, 1100])
def test_the_words_of_samples_never_run_together(
    view: DigitUnits, themes: ThemeHolder, presentation: bool, width: int
) -> None:
    """Before the first pass every unit says nothing, and nearly every sample is taken for a 0."""
    themes.set(presentation=presentation)
    view.set_samples(np.zeros((40, 64)), np.zeros(40, np.int64), np.full(40, 8))
    view.resize(width, 420)
    face = view.face()
    words = face.sample_words.format(said=0, truth=8)
    first, second = face.box((SAMPLE, 0)), face.box((SAMPLE, 1))
    wide = text_width(words, themes.current.font("cell"))
    assert first.center().x() + wide / 2 + 4.0 <= second.center().x() - wide / 2
    assert first.center().x() - wide / 2 >= 0.0
