"""A confusion matrix: cells as strong as their share, digits that can be read, words for one cell."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.theme import THEMES, Theme, ThemeHolder
from gui.widgets.confusion import Confusion
from gui.widgets.confusion_face import cell_color, digits_on, forms_of, luminance
from tests.gui.map_scene import distance
from tests.gui.test_theme import contrast

COUNTS = np.array([[57, 3], [1, 59]])


@pytest.fixture
def matrix(qtbot: QtBot, themes: ThemeHolder) -> Confusion:
    """Two classes, four mistakes."""
    made = Confusion(themes)
    qtbot.addWidget(made)
    made.resize(220, 170)
    made.set_counts(COUNTS)
    made.show()
    return made


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("right", [True, False])
def test_a_cell_reaches_86_percent_of_its_colour(name: str, right: bool) -> None:
    theme = Theme.load(name)
    role = "good" if right else "bad"
    assert distance(cell_color(theme, 1.0, right), theme.mix("mid", role, 0.86)) == 0
    assert distance(cell_color(theme, 0.0, right), theme.color("mid")) == 0
    assert distance(cell_color(theme, 0.25, right), theme.mix("mid", role, 0.86 * 0.25**0.8)) == 0


@pytest.mark.parametrize("name", THEMES)
def test_digits_are_read_on_every_cell(name: str) -> None:
    theme = Theme.load(name)
    for share in np.linspace(0.0, 1.0, 101):
        for right in (True, False):
            ground = luminance(cell_color(theme, float(share), right))
            ink = luminance(digits_on(cell_color(theme, float(share), right)))
            low, high = sorted((ground, ink))
            assert (high + 0.05) / (low + 0.05) >= 4.5


def test_luminance_is_that_of_wcag() -> None:
    theme = Theme.load("light")
    low, high = sorted(luminance(theme.color(role)) for role in ("good", "stage"))
    assert (high + 0.05) / (low + 0.05) == pytest.approx(contrast("light", "good", "stage"), rel=1e-3)


def test_the_picture_shows_the_share_of_the_row(matrix: Confusion, themes: ThemeHolder) -> None:
    image = matrix.grab().toImage()
    for row in range(2):
        for column in range(2):
            box = matrix.face().cell(row, column)
            at = box.topLeft() + QPointF(6, 6)
            share = COUNTS[row, column] / COUNTS[row].sum()
            wanted = cell_color(themes.current, float(share), row == column)
            assert distance(image.pixelColor(at.toPoint()), wanted) <= 2


def test_the_whole_is_read_until_a_cell_is_pointed_at(matrix: Confusion) -> None:
    heard: list[object] = []
    matrix.hovered.connect(heard.append)
    assert matrix.readout() == "116 of 120 right"
    QTest.mouseMove(matrix, matrix.face().cell(0, 1).center().toPoint())
    assert matrix.readout() == "3 of 60 of class 0 taken for 1 (5 %)"
    QTest.mouseMove(matrix, matrix.face().cell(1, 1).center().toPoint())
    assert matrix.readout() == "59 of 60 of class 1 are right (98 %)"
    QTest.mouseMove(matrix, matrix.rect().bottomRight())
    assert heard == [(0, 1), (1, 1), None]


def test_a_click_chooses_a_cell(matrix: Confusion) -> None:
    heard: list[tuple[int, int]] = []
    matrix.clicked.connect(lambda row, column: heard.append((row, column)))
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.face().cell(1, 0).center().toPoint())
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert heard == [(1, 0)]


def test_keys_go_from_cell_to_cell_and_stop_at_the_border(matrix: Confusion) -> None:
    heard: list[tuple[int, int]] = []
    matrix.clicked.connect(lambda row, column: heard.append((row, column)))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Down):
        QTest.keyClick(matrix, key)
    QTest.keyClick(matrix, Qt.Key.Key_Space)
    QTest.keyClick(matrix, Qt.Key.Key_Escape)
    QTest.keyClick(matrix, Qt.Key.Key_Return)
    assert heard == [(0, 1), (1, 1)]


def test_a_cell_that_is_gone_is_no_longer_read(matrix: Confusion) -> None:
    matrix.set_counts(np.ones((3, 3)))
    QTest.mouseMove(matrix, matrix.face().cell(2, 2).center().toPoint())
    QTest.mouseClick(matrix, Qt.MouseButton.LeftButton, pos=matrix.face().cell(2, 2).center().toPoint())
    matrix.set_counts(COUNTS)
    assert matrix.readout() == "116 of 120 right"
    assert not matrix.grab().isNull()


def test_a_screen_reader_hears_every_row(matrix: Confusion) -> None:
    matrix.set_counts(COUNTS, ("out", "in"))
    words = matrix.accessibleDescription()
    assert "Class out: 57 taken for out, 3 taken for in" in words
    assert "Class in: 1 taken for out, 59 taken for in" in words


@pytest.mark.parametrize("classes", range(2, 11))
@pytest.mark.parametrize("size", [(60, 40), (120, 100), (320, 300), (900, 200)])
def test_any_number_of_classes_fits(
    matrix: Confusion, themes: ThemeHolder, classes: int, size: tuple[int, int]
) -> None:
    matrix.set_counts(np.full((classes, classes), 123_456), [f"a rather long name {k}" for k in range(classes)])
    matrix.resize(*size)
    for presentation in (False, True):
        themes.set(presentation=presentation)
        assert not matrix.grab().isNull()
        assert matrix.face().grid.right() <= size[0] + 1.0 or size[0] < 100
        middle = matrix.face().cell(classes - 1, 0).center()
        assert matrix.cell_at(middle) == (classes - 1, 0)


@pytest.mark.parametrize("counts", [np.zeros((1, 1)), np.zeros((11, 11)), np.zeros((2, 3)), np.zeros(4)])
def test_what_is_no_such_matrix_is_refused(matrix: Confusion, counts: np.ndarray) -> None:
    with pytest.raises(ValueError, match="2 to 10 classes"):
        matrix.set_counts(counts)
    assert matrix.readout() == "116 of 120 right"


def test_no_numbers_count_as_none(matrix: Confusion) -> None:
    matrix.set_counts([[np.nan, np.inf], [0.0, -2.0]])  # type: ignore[arg-type]
    assert matrix.counts.sum() == 0
    assert matrix.readout() == "no points yet"
    assert not matrix.grab().isNull()


def test_large_counts_are_written_shorter_where_they_do_not_fit() -> None:
    assert forms_of(999) == ("999",)
    assert forms_of(12_345) == ("12\u202f345", "12.3k", "12k")
    assert forms_of(1_000_000)[1:] == ("1.0M", "1M")


@pytest.mark.parametrize("size", [(220, 170), (464, 190), (900, 420), (180, 300)])
@pytest.mark.parametrize("classes", [2, 3, 10])
def test_names_and_cells_stand_in_the_middle_and_use_the_room(
    matrix: Confusion, size: tuple[int, int], classes: int
) -> None:
    matrix.set_counts(np.eye(classes) * 40)
    matrix.resize(*size)
    face = matrix.face()
    left, right = face.left, face.width - face.grid.right()
    assert left == pytest.approx(right, abs=1.0)
    assert left >= -0.5
    assert face.grid.bottom() <= face.height
    used = max(face.grid.height() / face.height, (face.grid.width() + face.side) / face.width)
    assert used >= 0.4


def test_a_roomy_matrix_has_roomy_cells(matrix: Confusion) -> None:
    matrix.resize(464, 220)
    assert matrix.face().cell(0, 0).height() >= 60
    assert matrix.face().cell(0, 0).width() >= 100


def test_ten_classes_in_a_low_card_can_be_read(matrix: Confusion) -> None:
    """The digits of the learning page, in a card that is wide and low."""
    matrix.resize(880, 165)
    matrix.set_counts(np.eye(10) * 45 + 1)
    face = matrix.face()
    assert face.cell(0, 0).height() >= face.theme.type_size("cell")
    assert face.grid.bottom() <= face.height
    assert not matrix.grab().isNull()
