"""A formula with its sizes: it never leaves its box, and is read as one line."""

from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.formula_box import BELOW, FormulaBox, Piece

SHORT = (Piece("Z"), Piece("1", place=BELOW), Piece(" = ", upright=True), Piece("X"))
LONG = (*SHORT, *(Piece(" + Wxyz", breaks=True) for _ in range(12)))


def box_with(themes: ThemeHolder, qtbot: QtBot, pieces: tuple[Piece, ...], sizes: str = "") -> FormulaBox:
    box = FormulaBox(themes)
    box.resize(210, 60)
    box.show_formula(pieces, sizes, "Z1 = X")
    qtbot.addWidget(box)
    box.show()
    return box


def test_a_short_formula_stands_on_one_line(themes: ThemeHolder, qtbot: QtBot) -> None:
    box = box_with(themes, qtbot, SHORT)
    assert len(box._laid(180.0)[0]) == 1


def test_a_long_formula_keeps_its_width(themes: ThemeHolder, qtbot: QtBot) -> None:
    box = box_with(themes, qtbot, LONG)
    lines, size = box._laid(180.0)
    assert max(box._wide(line, size) for line in lines) <= 180.0


def test_sizes_need_a_line_of_their_own(themes: ThemeHolder, qtbot: QtBot) -> None:
    with_sizes = box_with(themes, qtbot, SHORT, "(128 × 3) · (3 × 5) = 128 × 5")
    assert with_sizes.heightForWidth(300) > box_with(themes, qtbot, SHORT).heightForWidth(300)


def test_a_screen_reader_hears_the_formula(themes: ThemeHolder, qtbot: QtBot) -> None:
    box = box_with(themes, qtbot, SHORT)
    assert (box.accessibleDescription(), box.plain) == ("Z1 = X", "Z1 = X")


def test_in_a_narrower_column_it_grows_as_high_as_its_lines(themes: ThemeHolder, qtbot: QtBot) -> None:
    column, box = QWidget(), FormulaBox(themes)
    qtbot.addWidget(column)
    lines = QVBoxLayout(column)
    lines.addWidget(box)
    lines.addStretch(1)
    box.show_formula(SHORT, "(16 × 128) · (128 × 16) = 16 × 16", "Z1 = X")
    column.resize(400, 300)
    column.show()
    column.resize(160, 300)
    qtbot.waitUntil(lambda: box.height() == box.heightForWidth(box.width()), timeout=1000)
    assert box.height() > box.heightForWidth(400)
