"""Every edit of a formula is told; what cannot be read is marked where it stands, and no typed text is lost."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import sim
from gui.controls import Form
from gui.theme import ThemeHolder
from gui.widgets.formula_field import EXAMPLES, FormulaField
from gui.widgets.formula_line import FormulaLine
from gui.widgets.text_control import TextControl
from sim.formula import check_formula
from sim.param_text import Text

RIPPLES = "x^2 - y^2 + 0.1*sin(5*x)"
FOREIGN = ("<b>x</b>", "x\u202ey", "٣*x", "x" * 399, "&&", "", "\\", "x\u0301")
FORMULA = Text("formula", "Formula", RIPPLES, reader=check_formula, help="The height at x and y.")


@pytest.fixture
def field(qtbot: QtBot, themes: ThemeHolder) -> FormulaField:
    """A field as wide as the side column, with a formula."""
    made = FormulaField(themes)
    qtbot.addWidget(made)
    made.set_text(RIPPLES)
    made.resize(206, made.heightForWidth(206))
    made.show()
    return made


@pytest.fixture
def heard(field: FormulaField) -> list[str]:
    """What the field says."""
    said: list[str] = []
    field.changed.connect(said.append)
    field.released.connect(lambda: said.append("released"))
    return said


def columns_that_differ(before: QImage, after: QImage) -> list[int]:
    """The x of every column of pixels that is not the same."""
    rows = range(before.height())
    return [x for x in range(before.width()) if any(before.pixel(x, y) != after.pixel(x, y) for y in rows)]


def test_every_key_is_told(field: FormulaField, heard: list[str]) -> None:
    field.line.clear()
    QTest.keyClicks(field.line, "x*y")
    assert heard == ["x", "x*", "x*y"]


def test_a_text_is_set_without_a_word(field: FormulaField, heard: list[str]) -> None:
    field.set_text("x + y")
    assert (field.text, heard) == ("x + y", [])


def test_the_text_stays_while_its_error_is_told(field: FormulaField) -> None:
    field.take("x^2 - z^2")
    field.set_error("The formula, character 7: 'z' is not known; only x and y vary.", 6)
    assert field.text == "x^2 - z^2"
    assert field.sentence.endswith("only x and y vary.")
    assert "only x and y vary" in field.line.accessibleDescription()
    field.set_error("")
    assert field.sentence == ""


@pytest.mark.parametrize("position", [0, 6, 9])
def test_the_wave_lies_under_its_character(position: int, field: FormulaField) -> None:
    field.take("x^2 - z^2")
    field.line.clearFocus()
    field.set_error("No.", None)
    before = field.line.grab().toImage()
    field.set_error("No.", position)
    columns = columns_that_differ(before, field.line.grab().toImage())
    advance = QFontMetricsF(field.line.font()).horizontalAdvance("x^2 - z^2"[:position])
    left = field.line.mark_span(0)[0] + advance
    assert columns[0] == pytest.approx(left, abs=2.5)
    assert columns[-1] - columns[0] < 14


def test_escape_returns_to_what_could_be_read(field: FormulaField, heard: list[str]) -> None:
    field.take("x^2 - z^2")
    field.set_error("No.", 6)
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.text == RIPPLES
    assert heard[-2:] == [RIPPLES, "released"]
    field.set_error("")
    QTest.keyClick(field.line, Qt.Key.Key_Escape)
    assert field.text == RIPPLES


def test_enter_releases_what_was_typed_once(field: FormulaField, heard: list[str]) -> None:
    QTest.keyClicks(field.line, "1+")
    for _ in range(2):
        QTest.keyClick(field.line, Qt.Key.Key_Return)
    assert heard.count("released") == 1


def test_what_is_being_typed_is_not_replaced_by_the_last_good_text(field: FormulaField) -> None:
    QTest.keyClicks(field.line, "x*(")
    typed = field.text
    field.set_error("No.", 0)
    field.set_text(RIPPLES)
    assert (field.text, field.sentence) == (typed, "No.")


def test_a_late_echo_of_an_earlier_text_changes_nothing(field: FormulaField) -> None:
    field.take("x")
    field.set_error("")
    field.take("x*y")
    field.set_error("")
    field.set_text("x")
    assert field.text == "x*y"
    field.set_text("x*y")
    field.set_text("x")
    assert field.text == "x"


@pytest.mark.parametrize("width", [150, 206, 320, 600])
def test_a_long_sentence_takes_two_lines_and_stands_whole_in_the_tooltip(width: int, field: FormulaField) -> None:
    field.set_error("The formula, character 1: " + "a word that is not known, " * 12, 0)
    assert "a word that is not known, " * 12 in field.toolTip()
    assert "tanh" in field.toolTip()
    field.resize(width, field.heightForWidth(width))
    lines = field._lines(width)
    assert len(lines) <= 2
    assert "character" not in lines[0]
    metrics = QFontMetricsF(field._font())
    assert all(metrics.horizontalAdvance(line) <= width + 1 for line in lines)


@pytest.mark.parametrize("words", ["write 2*x, the sign is missing.", "a word that is not known, " * 12])
def test_no_sentence_moves_anything(words: str, field: FormulaField) -> None:
    before = field.heightForWidth(206)
    field.set_error(f"The formula, character 2: {words}", 1)
    assert field.heightForWidth(206) == before


def test_in_a_column_all_its_words_have_room(qtbot: QtBot, themes: ThemeHolder) -> None:
    column = QWidget()
    qtbot.addWidget(column)
    field = FormulaField(themes, column)
    QVBoxLayout(column).addWidget(field)
    for width in (180, 420):
        column.resize(width, 400)
        column.show()
        for sentence in ("", "The formula, character 1: " + "a word that is not known, " * 4):
            field.set_error(sentence, 0)
            column.layout().activate()
            assert field.height() >= field.heightForWidth(field.width()) > 70
            assert field.line.geometry().bottom() < field.height() - 10


def test_an_example_is_taken_from_the_list(field: FormulaField, heard: list[str]) -> None:
    options = field.examples.open_list()
    options.rows.setCurrentRow(4)
    QTest.keyClick(options.rows, Qt.Key.Key_Return)
    assert field.text == EXAMPLES[4].formula
    assert heard == [EXAMPLES[4].formula, "released"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.title)
def test_every_example_can_be_read_and_is_a_landscape(example: object) -> None:
    surface = sim.parse_surface(example.formula)  # type: ignore[attr-defined]
    losses = [surface.loss(x / 4, y / 4) for x in range(-7, 8) for y in range(-7, 8)]
    known = [float(loss) for loss in losses if math.isfinite(loss)]
    assert len(known) > 100
    assert max(known) - min(known) > 1


@pytest.mark.parametrize("words", FOREIGN, ids=lambda text: ascii(text)[:12])
def test_foreign_text_is_told_and_painted_as_it_is(words: str, field: FormulaField, heard: list[str]) -> None:
    field.take(words)
    field.set_error("No.", len(words))
    field.grab()
    assert heard[0] == words


def test_a_form_has_a_line_for_a_text(qtbot: QtBot, themes: ThemeHolder) -> None:
    form = Form(themes, (FORMULA,))
    qtbot.addWidget(form)
    form.resize(248, 120)
    form.show()
    heard: list[tuple[str, object]] = []
    form.changed.connect(lambda key, value: heard.append((key, value)))
    form.released.connect(lambda key: heard.append((key, "released")))
    control = form.control("formula")
    assert isinstance(control, TextControl)
    line = control.operated()
    assert isinstance(line, FormulaLine)
    line.clear()
    QTest.keyClicks(line, "x*")
    assert heard == [("formula", "x")]
    assert "something is missing" in control.problem
    assert form.values() == {"formula": "x"}
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert (line.text(), control.problem) == ("x", "")
    assert heard[-1] == ("formula", "released")
    form.set_values({"formula": RIPPLES})
    assert line.text() == RIPPLES
    form.lock(("formula",), "not the topic")
    assert not line.isEnabled()


def test_the_list_of_examples_stays_inside_its_window(qtbot: QtBot, themes: ThemeHolder) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.setGeometry(40, 40, 300, 300)
    field = FormulaField(themes, window)
    field.setGeometry(80, 20, 210, field.heightForWidth(210))
    window.show()
    options = field.examples.open_list()
    assert options.geometry().right() < window.geometry().right()
    assert options.geometry().left() > window.geometry().left()
    options.hide()
