"""The page of lessons: the path in large, packs opened awake and harmless, progress that can be saved and undone."""

import csv
import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from gui.assets import asset
from gui.lessons.keeper import Keeper
from gui.lessons.pack_check import mistakes_in
from gui.lessons.packs import Packs
from gui.panels.lessons import LessonsPanel
from gui.panels.lessons.report import report_html, report_pdf
from gui.panels.lessons.worksheets import blocks_html, worksheets_html
from gui.settings import Settings
from gui.theme import ThemeHolder
from gui.widgets.lesson_path import DONE, HERE
from sim.lesson_parts import Mistake
from sim.lesson_shelf import Shelf, read_shelf
from sim.progress import Progress
from sim.prose import read_prose
from tests.sim.lessons_for_tests import FRONT, HOSTILE, lesson, with_line

SHELF = read_shelf(asset("lessons"))
GOOD = lesson().encode()
UNKNOWN_FIELD = with_line('goal = [ { field = "certainty", is = "==", than = 1 } ]', "goal").encode()
FIRST = SHELF.keys[0]


class Page:
    """The panel with a keeper in memory, and what it said."""

    def __init__(self, themes: ThemeHolder, settings: Settings | None = None) -> None:
        self.said: list[str] = []
        self.links: list[str] = []
        self.shelves: list[Shelf] = []
        self.panel = LessonsPanel(themes, lambda command: None)
        self.keeper = Keeper(None, self.panel)
        if settings is not None:
            self.panel.packs._settings = settings
        self.panel.said.connect(self.said.append)
        self.panel.link_followed.connect(self.links.append)
        self.panel.shelf_offered.connect(self.shelves.append)
        self.panel.set_lessons(SHELF, self.keeper)
        self.panel.resize(1164, 720)
        self.panel.show()


@pytest.fixture
def page(themes: ThemeHolder, qtbot: QtBot) -> Page:
    page = Page(themes)
    qtbot.addWidget(page.panel)
    return page


@pytest.fixture
def opened(page: Page, qtbot: QtBot) -> Callable[..., Page]:
    def opened(*paths: Path) -> Page:
        page.panel.packs.add(paths)
        qtbot.waitUntil(lambda: not page.panel.packs.busy, timeout=20_000)
        return page

    return opened


def zipped(path: Path, **files: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in files.items():
            file.writestr(name.replace("__", "/") + ".md", data)
    return path


def places(page: Page) -> list[str]:
    return [row.place for row in page.panel.own.mistakes.rows]


# The path -------------------------------------------------------------------------------------------------------------


def test_every_lesson_stands_on_the_path_with_its_question(page: Page) -> None:
    rows = page.panel.path.path.rows
    assert tuple(row.key for row in rows) == SHELF.keys
    assert all(row.about and row.minutes for row in rows)


def test_a_chosen_lesson_leaves_as_a_link(page: Page, qtbot: QtBot) -> None:
    qtbot.keyClick(page.panel.path.path.buttons[0], Qt.Key.Key_Return)
    assert page.links == [f"lesson:{FIRST}"]


def test_the_path_follows_the_keeper(page: Page) -> None:
    page.keeper.complete(FIRST)
    states = [row.state for row in page.panel.path.path.rows]
    assert states[:2] == [DONE, HERE]
    assert page.panel.path.count.text() == f"1 of {len(SHELF.keys)}"


# Packs ----------------------------------------------------------------------------------------------------------------


def test_a_zip_puts_its_lessons_at_the_end_of_the_path(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(zipped(tmp_path / "mine.zip", first=GOOD))
    row = page.panel.path.path.rows[-1]
    assert (row.key, row.group) == ("first", "mine.zip")
    assert page.shelves[-1].keys == (*SHELF.keys, "first")
    assert page.panel.path.count.text() == f"0 of {len(SHELF.keys)}"


def test_a_folder_and_a_single_file_open_too(opened: Callable[..., Page], tmp_path: Path) -> None:
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "one.md").write_bytes(GOOD)
    (tmp_path / "two.md").write_bytes(GOOD)
    page = opened(tmp_path / "pack", tmp_path / "two.md")
    assert page.shelves[-1].keys[-2:] == ("one", "two")


def test_mistakes_are_listed_with_file_line_and_reason_and_the_rest_works(
    opened: Callable[..., Page], tmp_path: Path
) -> None:
    wrong = with_line('gaol = "x"')
    line = wrong.splitlines().index('gaol = "x"') + 1
    page = opened(zipped(tmp_path / "mine.zip", good=GOOD, bad=wrong.encode()))
    row = page.panel.own.mistakes.rows[0]
    assert row.place == f"bad.md:{line}"
    assert "gaol" in row.reason
    assert page.shelves[-1].keys[-1] == "good"


def test_what_names_an_unknown_field_is_listed_and_cannot_be_taken(
    opened: Callable[..., Page], tmp_path: Path
) -> None:
    page = opened(zipped(tmp_path / "mine.zip", typo=UNKNOWN_FIELD))
    assert "certainty" in page.panel.own.mistakes.rows[0].reason
    assert "typo" not in page.panel.path.path.rows[-1].key


def test_hostile_lessons_are_listed_and_harm_nobody(opened: Callable[..., Page], tmp_path: Path) -> None:
    (tmp_path / "good.md").write_bytes(GOOD)
    names = {f"foul-{number}.md": text for number, text in enumerate(HOSTILE.values())}
    for name, text in names.items():
        (tmp_path / name).write_bytes(text if isinstance(text, bytes) else text.encode())
    page = opened(tmp_path)
    assert {place.split(":")[0] for place in places(page)} >= set(names)
    assert "good" in page.shelves[-1].keys


def test_a_zip_that_leads_out_is_refused_and_writes_nothing(opened: Callable[..., Page], tmp_path: Path) -> None:
    path = tmp_path / "slip.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("../evil.md", GOOD)
        file.writestr("good.md", GOOD)
    page = opened(path)
    assert page.panel.path.path.rows[-1].key == SHELF.keys[-1]
    assert [entry.name for entry in tmp_path.iterdir()] == ["slip.zip"]
    assert "leads out" in page.panel.own.mistakes.rows[0].reason


def test_two_lessons_of_one_name_are_told_apart_and_said(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(zipped(tmp_path / "mine.zip", a__same=GOOD, b__same=GOOD))
    assert any("2 lessons" in row.reason for row in page.panel.own.mistakes.rows)


def test_a_lesson_called_like_ours_gets_the_name_of_its_pack(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(zipped(tmp_path / "mine.zip", **{FIRST: GOOD}))
    assert page.shelves[-1].keys[-1] == f"{FIRST}@mine.zip"


def test_two_packs_of_one_name_are_both_open(opened: Callable[..., Page], tmp_path: Path) -> None:
    for folder in ("first", "second"):
        (tmp_path / folder).mkdir()
    one = zipped(tmp_path / "first" / "week.zip", one=GOOD)
    two = zipped(tmp_path / "second" / "week.zip", two=GOOD)
    page = opened(one, two, one)
    assert sorted(page.shelves[-1].keys[-2:]) == ["one", "two"]
    assert len(page.panel.own.packs.open) == 2
    assert len({entry.pack.name for entry in page.panel.own.packs.open}) == 2


def test_a_large_pack_is_read_while_the_window_stays_awake(page: Page, qtbot: QtBot, tmp_path: Path) -> None:
    many = "\n".join(f"## Step {n}\n\nText.\n\n```step\nafter = 'so'\n```" for n in range(20))
    body = (FRONT + many).encode()
    path = zipped(tmp_path / "large.zip", **{f"lesson-{number}": body for number in range(60)})
    shares: list[float] = []
    page.panel.packs.progressed.connect(shares.append)
    page.panel.packs.add([path])
    qtbot.waitUntil(lambda: not page.panel.packs.busy, timeout=30_000)
    assert len(set(shares)) > 5
    assert shares == sorted(shares)


def test_a_pack_is_removed_by_its_button(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(zipped(tmp_path / "mine.zip", good=GOOD, bad=b"nothing"))
    page.panel.own.rows[0].remove.click()
    assert page.shelves[-1].keys == SHELF.keys
    assert not page.panel.own.mistakes.isVisible()
    assert (tmp_path / "mine.zip").exists()


def test_all_mistakes_can_be_copied(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(zipped(tmp_path / "mine.zip", bad=b"nothing"))
    page.panel.own.mistakes.copy.click()
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == len(page.panel.own.mistakes.rows)
    assert copied[0].startswith("bad.md:1: ")


def test_packs_are_remembered_and_a_missing_one_is_said_once(qtbot: QtBot, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "home")
    kept, gone = zipped(tmp_path / "kept.zip", good=GOOD), zipped(tmp_path / "gone.zip", good=GOOD)
    first = Packs(settings)
    first.add([kept, gone])
    qtbot.waitUntil(lambda: not first.busy)
    gone.unlink()
    for expected in (["gone.zip"], []):
        said: list[str] = []
        packs = Packs(Settings(tmp_path / "home"))
        packs.said.connect(said.append)
        packs.add_remembered()
        qtbot.waitUntil(lambda packs=packs: not packs.busy)
        assert [entry.pack.name for entry in packs.open] == ["kept.zip"]
        assert [name for name in ("gone.zip",) if any(name in sentence for sentence in said)] == expected


def test_a_pack_that_is_not_there_is_one_sentence(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(tmp_path / "none.zip")
    assert "cannot be opened" in page.panel.own.mistakes.rows[0].reason


def test_a_check_reads_what_the_command_line_prints() -> None:
    text = "one.md:12: There is no setting.\nnoise\na/b.md:3: Goal: never.\n"
    assert mistakes_in(text) == (Mistake("one.md", 12, "There is no setting."), Mistake("a/b.md", 3, "Goal: never."))


def test_what_a_check_finds_joins_the_list(
    opened: Callable[..., Page], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gui.lessons.pack_check.START", "print('good.md:9: The goal is never reached.')")
    page = opened(zipped(tmp_path / "mine.zip", good=GOOD))
    page.panel.own.rows[0].check.click()
    assert not page.panel.own.rows[0].check.isEnabled()
    qtbot.waitUntil(lambda: places(page) == ["good.md:9"], timeout=20_000)
    assert page.panel.own.rows[0].check.isEnabled()


@pytest.mark.long
def test_a_check_runs_beside_the_window(opened: Callable[..., Page], qtbot: QtBot, tmp_path: Path) -> None:
    never = with_line('goal = [ { field = "accuracy", is = ">", than = 2 } ]', "goal").encode()
    page = opened(zipped(tmp_path / "mine.zip", never=never))
    page.panel.own.rows[0].check.click()
    assert page.panel.own.doing.isVisible()
    assert not page.panel.own.rows[0].check.isEnabled()
    qtbot.waitUntil(lambda: bool(page.panel.own.mistakes.rows), timeout=60_000)
    assert page.panel.own.mistakes.rows[0].place.startswith("never.md:")
    assert page.panel.own.rows[0].check.isEnabled()


def test_leaving_the_page_ends_a_check(opened: Callable[..., Page], tmp_path: Path) -> None:
    page = opened(zipped(tmp_path / "mine.zip", good=GOOD))
    page.panel.own.rows[0].check.click()
    page.panel.hide()
    assert not page.panel.own.checking.running


# Dropping and dialogs -------------------------------------------------------------------------------------------------


def drop(page: Page, *urls: QUrl) -> tuple[bool, bool]:
    """Whether the files were welcome, and whether the veil was seen."""
    data = QMimeData()
    data.setUrls(list(urls))
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(page.panel, enter)
    seen = page.panel.drops.veil.isVisible()
    event = QDropEvent(QPointF(300, 300), Qt.DropAction.CopyAction, data, left, none)
    QApplication.sendEvent(page.panel, event)
    return enter.isAccepted(), seen


def test_lessons_can_be_dropped_anywhere(page: Page, qtbot: QtBot, tmp_path: Path) -> None:
    path = zipped(tmp_path / "mine.zip", good=GOOD)
    assert drop(page, QUrl.fromLocalFile(str(path))) == (True, True)
    qtbot.waitUntil(lambda: bool(page.shelves))
    assert page.shelves[-1].keys[-1] == "good"
    assert not page.panel.drops.veil.isVisible()


def test_what_is_no_file_is_not_welcome(page: Page) -> None:
    assert drop(page, QUrl("https://example.org/a.zip")) == (False, False)
    assert not page.panel.packs.busy


@pytest.mark.parametrize("which", ["open_file", "open_folder"])
def test_the_dialogs_open_and_do_not_stop_the_window(page: Page, qtbot: QtBot, which: str) -> None:
    getattr(page.panel.own, which).click()
    dialog = page.panel.own.findChild(QFileDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


# Progress -------------------------------------------------------------------------------------------------------------


def noted(page: Page) -> None:
    page.keeper.note(FIRST, "Your border", guess="=1+1", sure=True, answer="70 %", outcome="3 away")
    page.keeper.note(FIRST, "Only the bias", guess="<b>no</b>", sure=False, answer="yes", outcome="different")
    page.panel.progress.refresh()


def test_guesses_and_outcomes_stand_in_the_table(page: Page) -> None:
    noted(page)
    words = [label.text() for label in page.panel.progress._labels]
    assert "=1+1 (sure)" in words
    assert "<b>no</b> (not sure)" in words
    assert "70 %: 3 away" in words


def test_start_over_forgets_and_undo_brings_back(page: Page) -> None:
    noted(page)
    before = page.keeper.progress
    page.panel.progress.reset.click()
    assert page.keeper.progress == Progress()
    page.panel.progress.undo.click()
    assert page.keeper.progress == before


def test_the_table_is_saved_as_csv_that_no_spreadsheet_runs(page: Page, tmp_path: Path) -> None:
    noted(page)
    page.panel.progress.save_table(tmp_path / "mine.csv")
    rows = list(csv.reader(io.StringIO((tmp_path / "mine.csv").read_text(encoding="utf-8"))))
    assert rows[0][:3] == ["lesson", "step", "guess"]
    assert rows[1][:3] == [FIRST, "Your border", "'=1+1"]


def test_the_report_is_saved_as_pdf_and_as_a_page(page: Page, tmp_path: Path) -> None:
    noted(page)
    for name in ("report.pdf", "report.html"):
        page.panel.progress.save_report(tmp_path / name)
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    html = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Name: ____" in html
    assert "&lt;b&gt;no&lt;/b&gt;" in html
    assert "<b>no" not in html


def test_a_report_of_many_lessons_has_many_pages_of_a4() -> None:
    progress = Progress()
    for lesson_number in range(12):
        for step in range(9):
            progress = progress.noted(f"lesson-{lesson_number}", f"Step {step}", guess="a " * 40, answer="b")
    pdf = report_pdf(report_html(SHELF, progress, "2026-11-23T10:00"))
    assert pdf.count(b"/Type /Page\n") > 2
    assert b"595" in pdf


# Worksheets -----------------------------------------------------------------------------------------------------------


def test_the_worksheets_are_saved_as_pdf_and_as_a_page(page: Page, tmp_path: Path) -> None:
    for name in ("sheets.pdf", "sheets.html"):
        page.panel.save_worksheets(tmp_path / name)
    assert (tmp_path / "sheets.pdf").read_bytes().startswith(b"%PDF")
    assert "Name:" in (tmp_path / "sheets.html").read_text(encoding="utf-8")
    assert page.said == ["Saved sheets.pdf.", "Saved sheets.html."]


def test_every_lesson_has_a_page_of_its_own_for_paper() -> None:
    html = worksheets_html(SHELF)
    assert html.count("page-break-before") == len(SHELF.rows)
    for row in SHELF.rows:
        assert f">{row.lesson.title}</h1>" in html


def test_answers_stand_behind_all_worksheets() -> None:
    html = worksheets_html(SHELF)
    assert html.index("or all three times the same positive number") > html.rindex("A dare")


def test_a_second_task_is_numbered_two() -> None:
    assert "<ol start='2'>" in blocks_html(read_prose("1. one\n\n| a |\n|---|\n| |\n\n2. two").blocks)


def test_nothing_of_a_worksheet_is_taken_as_html() -> None:
    html = blocks_html(read_prose("<b>no</b> [out](https://example.org) `<i>` ![p](a.png)").blocks)
    assert "<b>no" not in html
    assert "<i>" not in html
    assert "href" not in html
    assert "<img" not in html


def test_the_dialog_for_worksheets_does_not_stop_the_window(page: Page, qtbot: QtBot) -> None:
    page.panel.path.sheets.click()
    dialog = page.panel.findChild(QFileDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    dialog.reject()


def test_worksheets_in_a_folder_that_is_not_there_are_a_sentence(page: Page, tmp_path: Path) -> None:
    page.panel.save_worksheets(tmp_path / "none" / "sheets.pdf")
    assert len(page.said) == 1
    assert "sheets.pdf" in page.said[0]


# Where it cannot be written -------------------------------------------------------------------------------------------


def test_a_folder_that_cannot_be_written_is_a_sentence(page: Page, tmp_path: Path) -> None:
    noted(page)
    page.panel.progress.save_report(tmp_path / "none" / "report.pdf")
    assert len(page.said) == 1
    assert "report.pdf" in page.said[0]


# Sizes ----------------------------------------------------------------------------------------------------------------


def test_small_windows_take_the_parts_in_turn(page: Page) -> None:
    page.panel.set_compact(True)
    seen = []
    for tab in range(3):
        page.panel._on_tab(tab)
        seen.append([part.isVisible() for part in (page.panel.path, page.panel.own, page.panel.progress)])
    assert seen == [[True, False, False], [False, True, False], [False, False, True]]


@pytest.mark.parametrize("size", [(1164, 720), (880, 560), (1804, 960)], ids="{0[0]}x{0[1]}".format)
def test_all_parts_lie_in_the_page(page: Page, size: tuple[int, int]) -> None:
    page.panel.resize(*size)
    page.panel.layout().activate()
    assert page.panel.size().toTuple() == size
    for part in (page.panel.path, page.panel.own, page.panel.progress):
        assert page.panel.rect().contains(part.geometry())
