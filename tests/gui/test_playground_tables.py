"""Tables in the whole panel: opened in the middle of a run, in either mode, drawn on, saved, and never a point lost."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.playground.own_data import opened_from, suits_unit, table_text
from gui.theme import ThemeHolder
from sim.csv_data import read_csv
from sim.simulations.playground_config import NETWORK, OWN, UNIT
from sim.simulations.playground_view import PlaygroundSnapshot
from tests.gui.playground_desk import Desk

PLANE = np.random.default_rng(5).normal(size=(40, 2)).tolist()
TABLES = {
    "two classes": "".join(f"{a!r},{b!r},{int(a * b > 0)}\n" for a, b in PLANE),
    "three classes": "".join(f"{a!r},{b!r},{'xyz'[k % 3]}\n" for k, (a, b) in enumerate(PLANE)),
    "ten classes": "".join(f"{a!r},{b!r},c{k % 10}\n" for k, (a, b) in enumerate(PLANE)),
    "one class": "".join(f"{a!r},{b!r},a\n" for a, b in PLANE),
    "numbers over the plane": "".join(f"{a!r},{b!r},{a * b!r}\n" for a, b in PLANE),
    "a curve": "".join(f"{a!r},{a * a!r}\n" for a, _ in PLANE),
    "classes along a line": "".join(f"{a!r},{'no' if a < 0 else 'yes'}\n" for a, _ in PLANE),
    "a constant column": "".join(f"3,{b!r},{int(b > 0)}\n" for _, b in PLANE),
    "two classes at one place": "1,2,0\n1,2,1\n3,4,0\n",
    "large numbers": "".join(f"{a * 1e14!r},{b * 1e14!r},{int(a > b)}\n" for a, b in PLANE),
    "small numbers": "".join(f"{a * 1e-14!r},{b * 1e-14!r},{int(a > b)}\n" for a, b in PLANE),
    "the same point again and again": "1,2,0\n" * 5,
}


@pytest.fixture
def desk(request: pytest.FixtureRequest, qtbot: QtBot, themes: ThemeHolder) -> Desk:
    """One unit on XOR after ten steps, or the preset that a test asks for."""
    desk = Desk(themes, getattr(request, "param", "xor"))
    qtbot.addWidget(desk.panel)
    desk.run(10)
    return desk


def open_table(desk: Desk, qtbot: QtBot, path: Path) -> PlaygroundSnapshot:
    """Open a file as a hand would, to the end."""
    files = desk.panel.side.data.files
    files.read(path)
    qtbot.waitUntil(lambda: not files.reading.busy, timeout=30_000)
    return desk.draw()


@pytest.mark.parametrize("desk", ["xor", "fold"], indirect=True)
def test_every_table_is_learned_and_saved_bit_for_bit(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    path, again, mode = tmp_path / "table.csv", tmp_path / "again.csv", desk.config["mode"]
    for name, content in TABLES.items():
        path.write_text(content)
        given = opened_from(read_csv(path), "table.csv").data
        desk.set(dataset="xor")
        desk.set(mode=mode)
        snapshot = open_table(desk, qtbot, path)
        assert desk.frame is not None
        assert (desk.frame.error, desk.config["dataset"]) == (None, OWN), name
        assert desk.config["mode"] == (mode if suits_unit(given) else NETWORK), name
        same = snapshot.data.x.tobytes() == given.x.tobytes() and np.array_equal(snapshot.data.answers, given.answers)
        assert same, name
        snapshot = desk.run(30)
        assert desk.frame.error is None, name
        assert not desk.panel.grab().isNull()
        again.write_text(table_text(snapshot.data), encoding="utf-8")
        back = opened_from(read_csv(again), "again.csv").data
        same = back.x.tobytes() == given.x.tobytes() and np.array_equal(back.answers, given.answers)
        assert same, name


def test_a_refused_table_changes_nothing(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    before = desk.draw()
    path = tmp_path / "bad.csv"
    path.write_text("1,2,0\n3,four,1\n")
    after = open_table(desk, qtbot, path)
    assert after.data is before.data
    assert after.step == before.step
    assert desk.panel.side.page == "data"
    assert desk.panel.side.data.files.notice.accessibleDescription().startswith("Row 2, column 2: 'four'")


@pytest.mark.parametrize("name", ["three classes", "a curve"])
def test_one_unit_that_cannot_learn_a_table_begins_with_xor(
    desk: Desk, qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(TABLES[name])
    open_table(desk, qtbot, path)
    assert desk.config["mode"] == NETWORK
    assert sum("One unit tells two classes" in words for words in desk.said) == 1, "said once"
    after = desk.set(mode=UNIT)
    assert desk.frame is not None
    assert desk.frame.error is None
    assert (after.mode, after.data.key) == (UNIT, "xor")


def test_points_are_drawn_with_the_pencil_in_the_chosen_class(desk: Desk) -> None:
    page, chart = desk.panel.side.data, desk.panel.stage.map
    desk.panel.side.show_page("data")
    before = desk.draw().data
    page.pencil.click()
    QTest.mouseClick(page.picker, Qt.MouseButton.LeftButton, pos=page.picker.cell(0).center().toPoint())
    middle = chart.rect().center()
    QTest.mousePress(chart, Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseMove(chart, middle + QPoint(60, 20))
    QTest.mouseRelease(chart, Qt.MouseButton.LeftButton, pos=middle + QPoint(60, 20))
    after = desk.draw().data
    added = len(after.x) - len(before.x)
    assert added >= 4
    assert after.key == OWN
    assert set(after.answers[-added:].tolist()) == {0}
    old = np.array_equal(after.x[: len(before.x)], before.x)
    assert old
    page.clear.click()
    assert len(desk.draw().data.x) == 0
    assert desk.panel.side.data._count.text() == "0 points"


def test_swap_and_outlier_act_on_the_running_points(desk: Desk) -> None:
    page = desk.panel.side.data
    before = desk.draw().data
    page.swap.click()
    swapped = desk.draw().data
    opposite = np.array_equal(swapped.answers, 1 - before.answers)
    assert opposite
    page.outlier.click()
    after = desk.draw().data
    assert len(after.x) == len(before.x) + 1
    assert after.answers[-1] == 1
