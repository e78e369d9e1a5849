"""The backprop panel in a language nobody speaks: every text is said in it, on every rule and page."""

from collections.abc import Iterator

import pytest

from gui.theme import ThemeHolder
from sim.commands import Seek
from tests.gui.backprop_desk import Desk
from tests.gui.pseudo_screen import leaks
from tests.gui.test_pseudo_language import pseudo

__all__ = ["pseudo"]
pytestmark = pytest.mark.usefixtures("pseudo")


@pytest.fixture
def desk(pseudo: str, themes: ThemeHolder) -> Iterator[Desk]:
    made = Desk(themes)
    yield made
    made.panel.close()
    made.panel.deleteLater()


def test_every_rule_speaks_another_language(desk: Desk) -> None:
    found: set[str] = set()
    for step in (0, 1, 2, 3, 4, 8, 9, 10, 11, 12, 15):
        desk.work(Seek("backprop", step))
        found.update(leaks(desk.panel))
    assert sorted(found) == []


def test_the_settings_speak_another_language(desk: Desk) -> None:
    desk.panel.side.show_page("setup")
    assert leaks(desk.panel) == []


def test_the_graph_speaks_another_language(desk: Desk) -> None:
    desk.panel.show_graph(True)
    desk.work(Seek("backprop", 11))
    assert leaks(desk.panel) == []


def test_remarks_and_proofs_speak_another_language(desk: Desk) -> None:
    desk.work(Seek("backprop", 14))
    desk.page.why.click()
    desk.page.check_all.click()
    desk.work(rounds=100)
    desk.lanes.cell_edited.emit("z1", 0, 0, "5")
    desk.work()
    assert leaks(desk.panel) == []


def test_a_refused_number_is_said_in_another_language(desk: Desk) -> None:
    desk.lanes.cell_edited.emit("w1", 0, 0, "seven")
    assert desk.said[-1].template == "A cell must be a number, not {given}."
