"""What is said in which language, and how numbers look there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from gui.catalogue import catalogue_text
from gui.language import CONTEXT, Language, find, name_of, say, use
from gui.theme import ThemeHolder
from gui.transport import Transport
from gui.widgets.button import Button
from gui.widgets.lesson_number import NumberLine
from gui.widgets.segments import Segments
from gui.widgets.slider import ParameterSlider
from gui.widgets.tab_row import TabRow
from gui.widgets.words import Label
from sim.csv_data import read_csv
from sim.errors import ConfigError
from sim.lessons import read_bytes
from sim.numerals import use_marks, write_fixed
from sim.params import Real
from sim.phrases import Own, capital, joined, lowered, phrase

WORDS = {
    "Loss": "Verlust",
    "{right} of {total} right": "von {total} sind {right} richtig",
    "class {name}": "Klasse {name}",
    "right": "richtig",
}


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    use(Language("de", QLocale(QLocale.Language.German), WORDS), qapp)
    yield
    back(qapp)


@pytest.fixture
def turned(qapp: QApplication) -> Iterator[None]:
    use(find("pseudo-rtl")[0], qapp)
    yield
    back(qapp)


def segments(themes: ThemeHolder) -> Segments:
    return Segments(themes, ("A", "B"))


def back(application: QApplication) -> None:
    use(Language(), application)
    use_marks()
    QLocale.setDefault(QLocale.c())


def test_english_is_said_as_it_stands() -> None:
    assert say("Loss") == "Loss"


@pytest.mark.usefixtures("german")
def test_a_text_is_said_as_a_whole() -> None:
    assert say("Loss") == "Verlust"
    assert say("Loss of the twins") == "Loss of the twins"


@pytest.mark.usefixtures("german")
def test_a_phrase_is_said_in_the_order_of_the_language() -> None:
    assert say(phrase("{right} of {total} right", right=3, total=4)) == "von 4 sind 3 richtig"


@pytest.mark.usefixtures("german")
def test_values_are_said_too_but_not_those_of_the_learner() -> None:
    assert say(phrase("class {name}", name="right")) == "Klasse richtig"
    assert say(phrase("class {name}", name=Own("right"))) == "Klasse right"


@pytest.mark.usefixtures("german")
def test_joined_texts_are_said_one_by_one() -> None:
    assert say(joined(("Loss", "", phrase("class {name}", name="A")), ", ")) == "Verlust, Klasse A"
    assert say(phrase("class {name}", name="A") + ".") == "Klasse A."


@pytest.mark.usefixtures("german")
def test_letters_change_after_the_translation() -> None:
    assert say(capital("right")) == "Richtig"
    assert say(lowered("Loss")) == "Verlust"
    assert lowered("Loss") == "loss"


@pytest.mark.usefixtures("german")
def test_qt_itself_knows_the_words() -> None:
    assert QCoreApplication.translate(CONTEXT, "Loss") == "Verlust"
    assert QCoreApplication.translate("another", "Loss") == "Loss"


@pytest.mark.usefixtures("german")
def test_widgets_say_what_they_are_given(themes: ThemeHolder, qtbot) -> None:
    label, button = Label(themes, "Loss"), Button(themes, "Loss", about="right")
    for widget in (label, button):
        qtbot.addWidget(widget)
    assert label.text() == "Verlust"
    assert (button.words(), button.accessibleName()) == ("Verlust", "Verlust")
    assert button.accessibleDescription() == "richtig"
    assert "Verlust" in button.toolTip()
    label.setText("right")
    assert label.text() == "richtig"


@pytest.mark.usefixtures("german")
def test_numbers_have_the_comma_of_the_language() -> None:
    assert write_fixed(12345.5, 2) == "12\u202f345,50"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("typed", "value"), [("0,25", 0.25), ("0.25", 0.25), ("1,5", 1.5), ("12 345", 12345.0)])
def test_a_slider_takes_the_comma_and_the_point(themes: ThemeHolder, qtbot, typed: str, value: float) -> None:
    slider = ParameterSlider(themes, Real("rate", "Rate", 0.0, 20000.0, 1.0))
    qtbot.addWidget(slider)
    slider._on_typed(typed)
    assert slider.value() == value
    assert slider.problem == ""


@pytest.mark.usefixtures("german")
def test_a_number_of_two_meanings_is_refused(themes: ThemeHolder, qtbot) -> None:
    slider = ParameterSlider(themes, Real("rate", "Rate", 0.0, 20000.0, 1.0))
    qtbot.addWidget(slider)
    slider._on_typed("1.125")
    assert slider.value() == 1.0
    assert slider.problem == "1.125 can be read as 1125 or as 1,1250; type one of these."


@pytest.mark.usefixtures("german")
def test_what_is_written_can_be_typed_again(themes: ThemeHolder, qtbot) -> None:
    parameter = Real("rate", "Rate", 1e-8, 1e6, 1.0, log=True)
    slider = ParameterSlider(themes, parameter)
    qtbot.addWidget(slider)
    for value in (1234.5, 98765.4, 0.00123, 2.5e-8):
        slider.set_value(value)
        shown = parameter.format(value)
        slider._on_typed(shown)
        assert slider.problem == ""


@pytest.mark.usefixtures("german")
def test_the_command_line_and_files_keep_the_point() -> None:
    parameter = Real("rate", "Rate", 0.0, 20000.0, 1.0)
    assert parameter.parse("1.125") == 1.125
    with pytest.raises(ConfigError):
        parameter.parse("1.125,5")


@pytest.mark.usefixtures("turned")
def test_layouts_turn_round(qapp: QApplication) -> None:
    assert QWidget().layoutDirection() == Qt.LayoutDirection.RightToLeft


def test_a_file_of_a_language_is_found_and_read(tmp_path: Path) -> None:
    (tmp_path / "nutshell_de.ts").write_text(catalogue_text("de", WORDS, WORDS), encoding="utf-8")
    language, trouble = find("de", tmp_path)
    assert trouble == ""
    assert language.words == WORDS
    assert name_of("de") == "Deutsch"


def test_a_translation_that_names_other_values_is_left_out(tmp_path: Path) -> None:
    broken = {"{right} of {total} right": "{richtig} von {total}", "Loss": "Verlust", "a {b}": "b} {"}
    (tmp_path / "nutshell_de.ts").write_text(catalogue_text("de", broken, broken), encoding="utf-8")
    assert find("de", tmp_path)[0].words == {"Loss": "Verlust"}


@pytest.mark.parametrize(
    "content",
    ["", "no xml", "<TS><context>", "<html></html>", "\x00", '<?xml version="1.0" encoding="nonsense"?><TS/>'],
)
def test_a_broken_file_gets_one_sentence_and_english(tmp_path: Path, content: str) -> None:
    (tmp_path / "nutshell_de.ts").write_text(content, encoding="utf-8")
    language, trouble = find("de", tmp_path)
    assert language == Language()
    assert trouble == (
        "The translation nutshell_de.ts cannot be used (it is no translation file); the program speaks English."
    )


def test_a_language_without_a_file_gets_one_sentence_and_english(tmp_path: Path) -> None:
    language, trouble = find("tlh", tmp_path)
    assert language == Language()
    assert trouble == "There is no translation for tlh; the program speaks English."


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(("typed", "value"), [("0,25", 0.25), ("0.25", 0.25), ("1.234", None), ("1.234,5", None)])
def test_the_number_box_of_a_lesson_reads_as_the_language_writes(
    themes: ThemeHolder, qtbot, typed: str, value: float | None
) -> None:
    box = NumberLine(themes)
    qtbot.addWidget(box)
    box.line.setText(typed)
    assert box.value() == value


@pytest.mark.usefixtures("german")
def test_a_number_box_shows_the_comma(themes: ThemeHolder, qtbot) -> None:
    box = NumberLine(themes)
    qtbot.addWidget(box)
    box.set_number(0.25, "", True)
    assert box.line.text() == "0,25"


def test_arabic_keeps_the_figures_that_the_fonts_have(qapp: QApplication) -> None:
    use(Language("ar", QLocale(QLocale.Language.Arabic, QLocale.Country.Egypt), WORDS, True), qapp)
    assert write_fixed(0.25, 2) == "0.25"
    back(qapp)


@pytest.mark.usefixtures("turned")
@pytest.mark.parametrize("make", [lambda themes: TabRow(themes, (("a", "A"), ("b", "B"))), segments])
def test_rows_of_options_begin_at_the_right(make, themes: ThemeHolder, qtbot) -> None:
    row = make(themes)
    qtbot.addWidget(row)
    row.resize(300, 40)
    last = QPoint(20, 20) if isinstance(row, Segments) else row.tab_box("b").center().toPoint()
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=last)
    assert last.x() < 300 - 20
    assert (row.index if isinstance(row, Segments) else row.current) in (1, "b")


@pytest.mark.usefixtures("turned")
def test_the_left_key_leads_onward_where_lines_run_to_the_left(themes: ThemeHolder, qtbot) -> None:
    row = segments(themes)
    qtbot.addWidget(row)
    qtbot.keyClick(row, Qt.Key.Key_Left)
    assert row.index == 1


@pytest.mark.usefixtures("turned")
def test_time_and_numbers_grow_to_the_right_everywhere(themes: ThemeHolder, qtbot) -> None:
    transport = Transport(themes)
    qtbot.addWidget(transport)
    slider = ParameterSlider(themes, Real("rate", "Rate", 0.0, 1.0, 1.0))
    qtbot.addWidget(slider)
    slider.resize(220, 60)
    assert transport.layoutDirection() == Qt.LayoutDirection.LeftToRight
    assert slider.handle_point().x() > slider.width() / 2


@pytest.mark.usefixtures("german")
def test_what_a_file_says_is_in_no_catalogue() -> None:
    title = 'title = "Loss"\npanel = "playground"\nminutes = 1\ngroup = "Start"\nsources = ["a"]'
    lesson = read_bytes(f"+++\n{title}\n+++\n## Loss\nText.\n".encode(), "own.md").lesson
    assert lesson is not None
    assert say(lesson.title) == "Loss"


@pytest.mark.usefixtures("german")
def test_classes_of_an_own_table_keep_their_names(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("Loss,b,class\n1,2,right\n2,1,wrong\n", encoding="utf-8")
    data = read_csv(file)
    assert [say(name) for name in (*data.columns[:1], *data.classes)] == ["Loss", "right", "wrong"]
