"""Digits with the probabilities of several networks: bars, answers, keys."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from gui.theme import ThemeHolder
from gui.widgets.fit_content import DigitSample
from gui.widgets.sample_digits import SampleDigits
from tests.gui.map_scene import distance

RNG = np.random.default_rng(0)


def sample(truth: int, *answers: tuple[int, float]) -> DigitSample:
    rows = np.zeros((len(answers), 10))
    for row, (digit, share) in zip(rows, answers, strict=True):
        row += (1.0 - share) / 9.0
        row[digit] = share
    return DigitSample(RNG.random(64), truth, rows)


ROLES = ("ink", "you")
SAMPLES = (sample(3, (3, 0.9), (8, 0.4)), *(sample(k, (k, 0.8), (k, 0.6)) for k in range(9)))


@pytest.fixture
def digits(qtbot: Any, themes: ThemeHolder) -> SampleDigits:
    made = SampleDigits(themes)
    qtbot.addWidget(made)
    made.resize(568, 250)
    made.show_samples(SAMPLES, ("A", "B"), ("ink", "you"))
    made.show()
    return made


def test_the_bar_of_the_answer_is_as_high_as_its_probability(digits: SampleDigits, themes: ThemeHolder) -> None:
    image, area = digits.grab().toImage(), digits.face().bars(0, 0)
    x = round(area.left() + 3.5 * area.width() / 10)
    high = area.height() - themes.current.px(2.0)
    ink, above = themes.current.color("ink"), round(area.bottom() - 0.9 * high - 3)
    assert distance(image.pixelColor(x, round(area.bottom() - 0.5 * high)), ink) <= 4
    assert distance(image.pixelColor(x, above), ink) > 60


def test_right_answers_are_counted_for_every_arm(digits: SampleDigits) -> None:
    assert digits.accessibleDescription().startswith("A: 10 of 10 right. B: 9 of 10 right.")


def test_a_digit_under_the_pointer_is_said(digits: SampleDigits, qtbot: Any) -> None:
    with qtbot.waitSignal(digits.sample_pointed) as pointed:
        QTest.mouseMove(digits, digits.face().picture(0).center().toPoint())
    assert pointed.args == [0]
    assert digits.accessibleDescription().startswith("It is a 3, A: 3 with 90 %, B: 8 with 40 %.")


def test_keys_go_from_digit_to_digit(digits: SampleDigits) -> None:
    columns = digits.face().grid[0]
    places = []
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Escape):
        QTest.keyClick(digits, key)
        places.append(digits._at)
    assert places == [0, 1, 1 + columns, 1, -1]


@pytest.mark.parametrize("size", [(568, 250), (252, 250), (190, 80), (1100, 300)])
@pytest.mark.parametrize("presented", [False, True])
def test_cells_lie_in_the_widget_and_apart(
    digits: SampleDigits, themes: ThemeHolder, size: tuple[int, int], presented: bool
) -> None:
    themes.set(presentation=presented)
    digits.resize(*size)
    face = digits.face()
    cells = [face.cell(index) for index in range(face.shown)]
    assert cells
    assert not any(a.intersects(b) for a in cells for b in cells if a is not b)
    assert not digits.grab().isNull()


def test_arms_without_a_row_of_probabilities_are_refused(digits: SampleDigits) -> None:
    with pytest.raises(ValueError, match="row of probabilities"):
        digits.show_samples(SAMPLES, ("A",), ("ink",))


def test_without_digits_it_says_so(digits: SampleDigits) -> None:
    digits.show_samples((), ("A",), ("ink",))
    QTest.keyClick(digits, Qt.Key.Key_Right)
    assert not digits.grab().isNull()


def test_other_answers_leave_the_digits_as_they_were_painted(digits: SampleDigits) -> None:
    digits.grab()
    kept = digits._still
    others = tuple(replace(one, probabilities=one.probabilities[::-1]) for one in SAMPLES)
    digits.show_samples(others, ("A", "B"), ROLES)
    digits.grab()
    assert digits._still is kept


@pytest.mark.parametrize("what", ["digits", "theme", "size", "read", "arms"])
def test_what_is_kept_of_the_digits_is_never_what_was(
    digits: SampleDigits, themes: ThemeHolder, qtbot: Any, what: str
) -> None:
    digits.grab()
    samples, names, size = SAMPLES, ("A", "B"), (568, 250)
    if what == "digits":
        samples = SAMPLES[::-1]
    elif what == "theme":
        themes.set(name="dark")
    elif what == "size":
        size = (400, 300)
    elif what == "arms":
        names = ("A", "C")
    fresh = SampleDigits(themes)
    qtbot.addWidget(fresh)
    for view in (digits, fresh):
        view.resize(*size)
        view.show_samples(samples, names, ROLES)
        if what == "read":
            view._point(1)
    assert digits.grab().toImage() == fresh.grab().toImage()
