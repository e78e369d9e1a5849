"""A learner's own tables: what opens, what is refused with which sentence, and that nothing is ever lost."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.panels.playground import own_data
from gui.panels.playground.own_data import LARGEST, MOST, drawn_rows, opened_from, table_text
from gui.panels.playground.own_files import DropVeil, OwnFiles
from gui.theme import ThemeHolder
from gui.widgets.button import Button
from sim.config import Config
from sim.csv_data import csv_steps, read_csv
from sim.numerals import write_count
from sim.simulations.playground_config import NETWORK, PARAMETERS
from sim.simulations.playground_data import points_of
from sim.simulations.playground_points import edited_points
from tests.gui.table_scene import Desk, data_of
from tests.sim.bad_tables import BAD_TABLES


@pytest.fixture
def desk(themes: ThemeHolder, qtbot: QtBot, tmp_path: Path) -> Desk:
    files = OwnFiles(themes)
    qtbot.addWidget(files)
    files.resize(216, 300)
    files.show()
    return Desk(files, tmp_path, qtbot)


def button(files: OwnFiles, words: str) -> Button:
    return next(b for b in files.findChildren(Button) if b.words() == words and b.isVisibleTo(files))


# What is refused ------------------------------------------------------------------------------------------------------


def test_there_are_enough_bad_files() -> None:
    assert len(BAD_TABLES) >= 60


@pytest.mark.parametrize("name", BAD_TABLES)
def test_a_bad_file_gets_one_sentence_with_its_place_and_opens_nothing(desk: Desk, name: str) -> None:
    content, sentence, row, column = BAD_TABLES[name]
    assert desk.read(content) is None
    line = "" if row is None else write_count(row)
    place = f"Row {line}, column {column}: " if column else f"Row {line}: " if row else ""
    assert desk.refusal.startswith(place)
    assert sentence in desk.refusal
    assert desk.refusal.endswith("Your points are unchanged.")
    assert "\n" not in desk.refusal
    assert desk.files.notice.accessibleName() == "table.csv was not opened"


def test_what_is_no_file_is_refused(desk: Desk, tmp_path: Path) -> None:
    assert desk.read(tmp_path) is None
    assert "is a folder, not a file" in desk.refusal
    assert desk.read(tmp_path / "none.csv") is None
    assert "'none.csv' cannot be read: No such file" in desk.refusal
    huge = desk.write(b"", "huge.csv")
    os.truncate(huge, 200_000_000)
    assert desk.read(huge) is None
    assert "at most 100 MB can be read" in desk.refusal


def test_numbers_that_no_picture_can_hold_are_refused(desk: Desk) -> None:
    assert desk.read("x,why,class\n1,2,0\n3,-1e200,1\n") is None
    assert "Column 'why' holds 10²⁰⁰; numbers up to 10¹⁵ can be learned." in desk.refusal
    assert desk.read("1,2e15\n3,4\n") is None
    assert "Column 'y' holds 2·10¹⁵" in desk.refusal
    assert desk.read("1,1e15\n3,4\n") is not None
    assert desk.read("0,1,a\n1e-20,2,b\n") is None
    assert "The numbers in column 'x1' lie within 10⁻²⁰" in desk.refusal


def test_a_good_file_after_a_bad_one_takes_the_card_away(desk: Desk) -> None:
    desk.read("1,2,0\n3,four,1\n")
    assert desk.files.notice.isVisible()
    assert desk.read("1,2,0\n3,4,1\n") is not None
    assert not desk.files.notice.isVisible()
    desk.read("")
    QTest.mouseClick(button(desk.files, "Close"), Qt.MouseButton.LeftButton)
    assert not desk.files.notice.isVisible()


@pytest.mark.parametrize(("encoding", "title"), [("latin-1", "Use Latin-1"), ("utf-16", "Use UTF-16")])
def test_an_encoding_that_may_help_is_a_button(desk: Desk, encoding: str, title: str) -> None:
    path = desk.write("1,2,rot\n3,4,grün\n".encode(encoding))
    assert desk.read(path) is None
    QTest.mouseClick(button(desk.files, title), Qt.MouseButton.LeftButton)
    desk.finish()
    assert desk.opened.at(0)[0].classes == ("grün", "rot")


def test_a_mistake_of_ours_stops_the_reading_and_is_not_hidden(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> Iterator[float]:
        yield 0.1
        raise RuntimeError("a mistake")

    monkeypatch.setattr(own_data, "csv_steps", broken)
    with qtbot.capture_exceptions() as caught:
        desk.read("1,2,0\n3,4,1\n")
    assert [str(error) for _, error, _ in caught] == ["a mistake"]


# What opens -----------------------------------------------------------------------------------------------------------

FORMS = {
    "comma": "1.5,2.5,0\n-3,40,1\n",
    "semicolon": "1.5;2.5;0\n-3;40;1\n",
    "tab": "1.5\t2.5\t0\n-3\t40\t1\n",
    "header": "a,b,kind\n1.5,2.5,0\n-3,40,1\n",
    "decimal comma": "1,5;2,5;0\n-3;40;1\n",
    "decimal comma and tab": "a\tb\tkind\n1,5\t2,5\t0\n-3\t40\t1\n",
    "CR LF and a mark": "\ufeffa,b,kind\r\n1.5,2.5,0\r\n-3,40,1\r\n",
}


@pytest.mark.parametrize("name", FORMS)
def test_every_form_of_a_table_gives_the_same_points(desk: Desk, name: str) -> None:
    data = desk.read(FORMS[name])
    assert data is not None
    assert data.x.tolist() == [[1.5, 2.5], [-3.0, 40.0]]
    assert (data.answers.tolist(), data.answers.dtype, data.classes) == ([0, 1], np.int64, ("0", "1"))
    assert data.columns == (("a", "b") if "a" in FORMS[name].replace("\ufeff", "")[:1] else ("x1", "x2"))
    assert data.title == "table.csv"
    assert desk.sentences == ["table.csv: 2 rows with two inputs and 2 classes."]


def test_two_columns_are_an_input_and_a_number(desk: Desk) -> None:
    for content, answers in (("1,0.5\n2,0.25\n", [0.5, 0.25]), ("1,2\n2,4\n3,-6\n", [2.0, 4.0, -6.0])):
        data = desk.read(content)
        assert data is not None
        assert (data.x.shape[1], data.classes) == (1, ())
        assert (data.answers.tolist(), data.answers.dtype) == (answers, np.float64)
    assert desk.sentences[-1] == "table.csv: 3 rows with one input and a number to be told."


def test_two_columns_with_text_are_classes(desk: Desk) -> None:
    data = desk.read("1,no\n2,yes\n3,no\n")
    assert data is not None
    assert (data.classes, data.answers.tolist()) == (("no", "yes"), [0, 1, 0])


def test_a_header_says_whether_whole_numbers_are_classes(desk: Desk) -> None:
    for header, classes in (("x,class", ("0", "1")), ("x,Class", ("0", "1")), ("x,y", ()), ("a,b,number", ())):
        inputs = header.count(",")
        data = desk.read(f"{header}\n{'1,' * inputs}0\n{'2,' * inputs}1\n")
        assert data is not None
        assert data.classes == classes, header


def test_text_labels_are_classes_up_to_ten(desk: Desk) -> None:
    data = desk.read("".join(f"{k},{k * k},c{k % 10}\n" for k in range(40)))
    assert data is not None
    assert data.classes == tuple(f"c{k}" for k in range(10))
    assert data.answers.tolist() == [k % 10 for k in range(40)]
    assert desk.read("".join(f"1,{k},c{k}\n" for k in range(11))) is None


SURPRISES = {
    "constant column": ("3,1,0\n3,2,1\n", "Column 'x1' holds the same number in every row"),
    "one class": ("3,1,a\n4,2,a\n", "Every row has the class 'a'"),
    "two classes at one place": ("1,2,0\n1,2,1\n3,4,0\n", "One point has rows of different classes"),
    "one number": ("3,0.5\n4,0.5\n", "Column 'y' holds the same number in every row"),
}


@pytest.mark.parametrize("name", SURPRISES)
def test_what_may_surprise_is_said_and_opened_nevertheless(desk: Desk, name: str) -> None:
    content, sentence = SURPRISES[name]
    assert desk.read(content) is not None
    assert any(sentence in words for words in desk.sentences), desk.sentences


def test_a_curve_of_whole_numbers_is_not_warned_of_as_classes(desk: Desk) -> None:
    desk.read("1,2\n1,3\n2,5\n")
    assert len(desk.sentences) == 1


def test_of_a_long_table_rows_are_drawn_by_lot_and_said(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    rows = 3 * MOST + 7
    path.write_text("".join(f"{k},{k / 7},{k % 3}\n" for k in range(rows)))
    found = opened_from(read_csv(path), "long.csv")
    numbers = found.data.x[:, 0].astype(int)
    assert len(numbers) == MOST
    assert (np.diff(numbers) > 0).all()
    assert (found.data.answers == numbers % 3).all()
    assert 0 <= numbers[0] < 4
    assert rows - 4 <= numbers[-1] < rows
    words = found.words.replace("\u202f", " ")
    assert words == "long.csv: 30 007 rows with two inputs and 3 classes. 10 000 of them, drawn by lot, are shown."


@given(count=st.integers(1, 5_000), most=st.integers(1, 600))
def test_drawn_rows_are_different_rows_of_the_table(count: int, most: int) -> None:
    rows = drawn_rows(count, most)
    assert len(rows) == min(count, most)
    assert (np.diff(rows) > 0).all()
    assert 0 <= rows[0] <= rows[-1] < count


# In turns, with progress and Cancel -----------------------------------------------------------------------------------


@pytest.fixture
def long_file(desk: Desk) -> Path:
    return desk.write("0.25,0.5,1\n" * 150_000 + "1,2,0\n")


def test_everything_else_goes_on_while_a_table_is_read(desk: Desk, long_file: Path) -> None:
    turns = 0

    def turn() -> None:
        nonlocal turns
        turns += 1

    shares: list[float] = []
    desk.files.reading.progressed.connect(shares.append)
    beside = QTimer(desk.files)
    beside.timeout.connect(turn)
    beside.start(0)
    data = desk.read(long_file)
    beside.stop()
    assert data is not None
    assert len(shares) > 5
    assert shares == sorted(shares)
    assert turns >= len(shares) - 1


def test_cancel_leaves_the_points_as_they_are(desk: Desk, long_file: Path) -> None:
    shares: list[float] = []
    desk.files.reading.progressed.connect(shares.append)
    desk.files.read(long_file)
    desk.files.notice.show()
    desk.finish(lambda: len(shares) > 2)
    assert desk.files.notice.kind == "busy"
    assert desk.files.notice.accessibleName() == "Reading table.csv"
    QTest.mouseClick(button(desk.files, "Cancel"), Qt.MouseButton.LeftButton)
    assert not desk.files.reading.busy
    assert not desk.files.notice.isVisible()
    assert desk.sentences == ["table.csv was not opened; your points are unchanged."]
    QApplication.processEvents()
    assert desk.opened.count() == 0
    desk.files.reading.cancel()
    assert len(desk.sentences) == 1


def test_another_file_takes_the_place_of_the_one_that_is_being_read(desk: Desk, long_file: Path) -> None:
    desk.files.read(long_file)
    data = desk.read(desk.write("1,2,0\n3,4,1\n", "other.csv"))
    assert data is not None
    assert (data.title, desk.opened.count()) == ("other.csv", 1)


def test_a_window_that_closes_while_a_table_is_read_leaves_nothing_behind(
    themes: ThemeHolder, qtbot: QtBot, long_file: Path
) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    files = OwnFiles(themes, owner)
    files.read(long_file)
    QApplication.processEvents()
    files.deleteLater()
    with qtbot.waitSignal(files.destroyed):
        pass
    QApplication.processEvents()


def test_reading_in_turns_gives_what_reading_at_once_gives(desk: Desk) -> None:
    rng = np.random.default_rng(1)
    content = "".join(f"{a!r},{b!r},{int(a > b)}\n" for a, b in rng.normal(size=(40_000, 2)).tolist())
    path = desk.write(content)
    data, whole = desk.read(path), opened_from(read_csv(path), "table.csv").data
    assert data is not None
    same = np.array_equal(data.x, whole.x) and np.array_equal(data.answers, whole.answers)
    assert same


@pytest.mark.long
def test_a_million_rows_are_opened_in_short_turns(desk: Desk) -> None:
    rng = np.random.default_rng(2)
    block = "".join(f"{a:.4f},{b:.4f},{int(a * b > 0)}\n" for a, b in rng.normal(size=(10_000, 2)).tolist())
    path = desk.write("x,y,class\n" + 100 * block)
    shares: list[float] = []
    desk.files.reading.progressed.connect(shares.append)
    data = desk.read(path)
    assert data is not None
    assert len(data.x) == MOST
    assert len(shares) > 60
    steps = csv_steps(path)
    assert sum(1 for _ in steps) > 250


# Saving ---------------------------------------------------------------------------------------------------------------

NUMBERS = st.floats(-LARGEST, LARGEST, allow_nan=False)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    x=st.integers(1, 2).flatmap(lambda width: arrays.arrays(np.float64, (12, width), elements=NUMBERS)),
    answers=arrays.arrays(np.int64, (12,), elements=st.integers(0, 3)),
    names=st.sampled_from([("0", "1", "2", "3"), ("rot", "grün", "a,b", "=1+1"), ("-1", "0.5", "1", "7")]),
)
def test_saved_classes_read_back_bit_for_bit(
    x: np.ndarray, answers: np.ndarray, names: tuple[str, ...], tmp_path: Path
) -> None:
    x[:2] = [[0.0], [1.0]]
    data = data_of(x, answers, names)
    path = tmp_path / "saved.csv"
    path.write_text(table_text(data), encoding="utf-8")
    again = opened_from(read_csv(path), "saved.csv").data
    same = again.x.tobytes() == x.tobytes()
    assert same
    if again.classes:
        told = [again.classes[number] for number in again.answers]
    else:
        told = [f"{number:g}" for number in again.answers]
    assert told == [names[number] for number in answers]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    x=st.integers(1, 2).flatmap(lambda width: arrays.arrays(np.float64, (9, width), elements=NUMBERS)),
    answers=st.one_of(
        arrays.arrays(np.float64, (9,), elements=NUMBERS),
        arrays.arrays(np.float64, (9,), elements=st.integers(-2, 2).map(float)),
    ),
)
def test_saved_numbers_read_back_bit_for_bit(x: np.ndarray, answers: np.ndarray, tmp_path: Path) -> None:
    x[:2], answers[:2] = [[0.0], [1.0]], (0.0, 1.0)
    path = tmp_path / "saved.csv"
    path.write_text(table_text(data_of(x, answers, ())), encoding="utf-8")
    again = opened_from(read_csv(path), "saved.csv").data
    assert again.classes == ()
    same = again.x.tobytes() == x.tobytes() and np.array_equal(again.answers, answers)
    assert same


def test_a_table_comes_back_from_the_simulation_bit_for_bit(desk: Desk) -> None:
    rows = np.random.default_rng(3).normal(size=(50, 2)).tolist()
    config = Config(PARAMETERS).replace(mode=NETWORK)
    for content in (
        "".join(f"{a!r},{b!r},{'xyz'[k % 3]}\n" for k, (a, b) in enumerate(rows)),
        "".join(f"{a!r},{b!r}\n" for a, b in rows),
        "".join(f"{a!r};{k}\n" for k, (a, _) in enumerate(rows[:5])),
    ):
        data = desk.read(content)
        _, points = edited_points(config, points_of(config, None), "data", data)
        again = desk.read(table_text(points.data))
        assert data is not None
        assert again is not None
        same = again.x.tobytes() == data.x.tobytes() and again.answers.tobytes() == data.answers.tobytes()
        assert same
        assert again.classes == data.classes


def test_a_second_class_beside_the_only_one_of_a_table_is_saved_as_other(tmp_path: Path) -> None:
    path = tmp_path / "saved.csv"
    path.write_text(table_text(data_of(np.eye(2), np.array([0, 1]), ("a",))), encoding="utf-8")
    assert path.read_text(encoding="utf-8").split("\n")[1:3] == ["1.0,0.0,a", "0.0,1.0,other"]


def test_saving_says_so_and_a_file_that_cannot_be_written_stays(desk: Desk, tmp_path: Path) -> None:
    data = data_of(np.array([[0.1, 0.2], [1 / 3, 1e-9]]), np.array([0, 1]))
    path = tmp_path / "mine.csv"
    desk.files.save(data, path)
    before = path.read_bytes()
    assert before == b"x1,x2,class\n0.1,0.2,0\n0.3333333333333333,1e-09,1\n"
    desk.files.save(data, tmp_path / "mine.txt")
    desk.files.save(data, tmp_path / "nowhere" / "mine.csv")
    desk.files.save(data_of(np.zeros((4, 3)), np.array([0, 1, 1, 0])), tmp_path / "parity.csv")
    said = desk.sentences
    assert said[0] == "Saved 2 points as mine.csv."
    assert said[1] == "mine.txt ends in .txt, which cannot be written here. Use .csv."
    assert "does not exist" in said[2]
    assert said[3].endswith("It has 3 inputs; the playground opens tables with up to two.")
    assert path.read_bytes() == before


# The dialogs ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def _plain_dialogs(qapp: QGuiApplication) -> Iterator[None]:
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    qapp.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def choose(dialog: QFileDialog, path: Path) -> None:
    dialog.setDirectory(str(path.parent))
    dialog.selectFile(path.name)
    dialog.accept()


@pytest.mark.usefixtures("_plain_dialogs")
def test_the_dialogs_save_a_table_and_open_it_again(desk: Desk, tmp_path: Path) -> None:
    data = data_of(np.array([[0.1, 0.2], [1 / 3, 1e-9]]), np.array([0, 1]))
    choose(desk.files.ask_save(data), tmp_path / "mine.csv")
    assert desk.sentences == ["Saved 2 points as mine.csv."]
    dialog = desk.files.ask_open()
    assert dialog.isVisible()
    dialog.reject()
    assert not desk.files.reading.busy
    choose(desk.files.ask_open(), tmp_path / "mine.csv")
    desk.finish()
    assert desk.opened.at(0)[0].x.tobytes() == data.x.tobytes()


# Dropping -------------------------------------------------------------------------------------------------------------


class Drops:
    """A panel with a part in it, above which things are dragged."""

    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.panel = QWidget()
        qtbot.addWidget(self.panel)
        self.panel.resize(640, 400)
        self.panel.show()
        desk.files.accept_drops(self.panel)
        self.veil = self.panel.findChild(DropVeil)

    def enter(self, mime: QMimeData) -> bool:
        none = Qt.KeyboardModifier.NoModifier
        event = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(self.panel, event)
        return event.isAccepted()

    def leave(self) -> None:
        QApplication.sendEvent(self.panel, QDragLeaveEvent())

    def drop(self, mime: QMimeData) -> None:
        none = Qt.KeyboardModifier.NoModifier
        event = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, none)
        QApplication.sendEvent(self.panel, event)


@pytest.fixture
def drops(desk: Desk, qtbot: QtBot) -> Drops:
    return Drops(desk, qtbot)


def urls(*addresses: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(address) for address in addresses])
    return mime


def test_a_file_can_be_dropped_anywhere(desk: Desk, drops: Drops) -> None:
    mime = urls(QUrl.fromLocalFile(str(desk.write("1,2,0\n3,4,1\n", "mit Umlaut ä.csv"))).toString())
    assert drops.enter(mime)
    assert drops.veil is not None
    assert drops.veil.isVisible()
    assert drops.veil.size() == drops.panel.size()
    assert not drops.veil.grab().isNull()
    drops.drop(mime)
    assert not drops.veil.isVisible()
    desk.finish()
    assert desk.opened.at(0)[0].title == "mit Umlaut ä.csv"


def test_the_veil_goes_with_the_file(drops: Drops) -> None:
    assert drops.veil is not None
    drops.enter(urls("file:///table.csv"))
    drops.leave()
    assert not drops.veil.isVisible()


@pytest.mark.parametrize(
    "mime, sentence",
    [
        (lambda: urls("file:///a.csv", "file:///b.csv"), "Drop one file at a time; these were 2. Nothing has changed."),
        (lambda: urls("https://example.org/a.csv"), "Only a file of this computer can be opened"),
        (lambda: urls(""), "Only a file of this computer can be opened"),
    ],
)
def test_what_cannot_be_opened_is_said(desk: Desk, drops: Drops, mime: Callable[[], QMimeData], sentence: str) -> None:
    brought = mime()
    drops.enter(brought)
    drops.drop(brought)
    assert len(desk.sentences) == 1
    assert sentence in desk.sentences[0]
    assert not desk.files.reading.busy


def test_text_is_not_taken(desk: Desk, drops: Drops) -> None:
    mime = QMimeData()
    mime.setText("1,2,0")
    assert not drops.enter(mime)
    assert drops.enter(urls("file:///table.csv"))
    drops.drop(mime)
    assert not desk.files.reading.busy
    assert desk.sentences == []
