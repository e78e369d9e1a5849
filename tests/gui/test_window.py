"""The window around a tiny panel and a real engine."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from gui.arguments import Arguments
from gui.icons import icon_names
from gui.palette import Palette, found
from gui.panels import PANELS
from gui.panels.base import Offer
from gui.screenshot import Screenshot
from gui.settings import Settings
from gui.theme import ThemeHolder
from gui.window import Window
from sim.engine import Engine
from sim.simulations import SIMULATIONS
from tests.gui.tiny_panel import TinyPanel
from tests.sim.simulations_for_tests import CURVE


@pytest.fixture
def window(qtbot, themes: ThemeHolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Window]:
    monkeypatch.setitem(PANELS, "race", replace(PANELS["race"], where="tests.gui.tiny_panel:TinyPanel"))
    monkeypatch.setitem(SIMULATIONS, "race", CURVE)
    window = Window(themes, Settings(tmp_path), Arguments(panel="race"))
    window.resize(1280, 800)
    window.show()
    window.begin(Engine({"race": CURVE}))
    qtbot.waitUntil(lambda: window.frame is not None and window.frame.snapshot is not None)
    yield window
    window.close()
    window.deleteLater()
    themes.set(name="light", presentation=False)


def test_it_opens_the_first_panel_and_draws_its_frames(window: Window) -> None:
    assert isinstance(window.panel, TinyPanel)
    assert window.panel.rendered[-1] is window.frame


def test_keys_move_time(qtbot, window: Window) -> None:
    qtbot.keyClick(window, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.frame.step == 1)
    qtbot.keyClick(window, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: window.frame.step == 100)
    qtbot.keyClick(window, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: window.frame.step == 0)


def test_a_new_seed_is_the_next_one(qtbot, window: Window) -> None:
    window.actions_["new_seed"].trigger()
    qtbot.waitUntil(lambda: window.frame.seed == 1)
    assert window.transport._again.accessibleDescription().startswith("The same seed (1)")


def test_small_windows_regroup_and_nothing_leaves_them(window: Window) -> None:
    window.resize(640, 400)
    assert window.size().toTuple() == (640, 400)
    assert window.panel.compact
    assert not window.rail.isVisible()
    assert window.header.menu.isVisible()
    for part in (window.header, window.stack, window.transport):
        assert window.rect().contains(part.geometry())
    window.resize(1280, 800)
    assert not window.panel.compact
    assert window.rail.isVisible()


@pytest.mark.parametrize("size", [(640, 400), (960, 640), (1280, 800), (1920, 1080)])
@pytest.mark.parametrize("presentation", [False, True])
def test_no_text_of_the_header_is_cut(window: Window, size: tuple[int, int], presentation: bool) -> None:
    window.themes.set(presentation=presentation)
    window.resize(*size)
    QApplication.sendPostedEvents()
    header = window.header
    title = header._title
    assert title.width() >= title.wide(title.text(), title._role) - 2
    for part in (header._question, header._seed_chip, header._core, header._presentation, header.menu):
        if part.isVisible():
            assert part.width() >= part.sizeHint().width()
            assert header.rect().contains(part.geometry())


def test_presentation_tells_the_panel_and_hides_the_rail(window: Window) -> None:
    window.actions_["presentation"].trigger()
    assert window.panel.presented
    assert not window.rail.isVisible()
    assert window.header._title.text() == PANELS["race"].question


def test_closing_while_running_ends_the_engine_and_remembers(qtbot, window: Window) -> None:
    window.clock.play()
    qtbot.waitUntil(lambda: window.frame.playing)
    window.close()
    assert window.ended_in_time
    assert Settings(window.settings.folder).values.window is not None


def test_sheets_take_the_keyboard_and_give_it_back(qtbot, window: Window) -> None:
    window.activateWindow()
    window.transport.scrub.setFocus()
    window.open_sheet("settings")
    qtbot.keyClick(window._sheets["settings"], Qt.Key.Key_Right)
    qtbot.wait(50)
    assert window.frame.step == 0
    qtbot.keyClick(window._sheets["settings"], Qt.Key.Key_Escape)
    assert not window._sheets["settings"].isVisible()


def test_every_sheet_can_be_painted(window: Window) -> None:
    for key in ("palette", "shortcuts", "settings"):
        window.open_sheet(key)
        assert not window.grab().isNull()


def test_the_palette_does_what_was_typed(qtbot, window: Window) -> None:
    window.open_sheet("palette")
    palette = window._sheets["palette"]
    assert isinstance(palette, Palette)
    qtbot.keyClicks(palette.field, "present")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert window.themes.current.presentation
    assert not palette.isVisible()


def test_the_palette_does_what_the_panel_offers(qtbot, window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    offer = Offer("Saddle", "Race on this surface", "race", lambda: done.append("saddle"))
    monkeypatch.setattr(window.panel, "offers", lambda: (offer,))
    window.open_sheet("palette")
    palette = window._sheets["palette"]
    qtbot.keyClicks(palette.field, "sadd")
    assert not palette.grab().isNull()
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert done == ["saddle"]
    assert not palette.isVisible()


def test_every_deed_is_found_by_its_name_and_has_an_icon(window: Window) -> None:
    deeds = list(window.actions_.deeds.values())
    assert all(found(deeds, deed.text)[0] is deed for deed in deeds)
    assert {deed.icon for deed in deeds} <= set(icon_names())


def test_no_key_means_two_things(window: Window) -> None:
    keys = [key for deed in window.actions_.deeds.values() for key in deed.keys]
    assert len(keys) == len(set(keys))


def test_a_message_waits_for_the_one_before_and_goes_with_a_click(qtbot, window: Window) -> None:
    window.themes.set(reduced=True)
    window.message.say("One.")
    window.message.say("Two.")
    assert window.message.words == "One."
    qtbot.mouseClick(window.message, Qt.MouseButton.LeftButton)
    assert window.message.words == "Two."
    qtbot.mouseClick(window.message, Qt.MouseButton.LeftButton)
    assert not window.message.isVisible()
    window.themes.set(reduced=False)


def test_a_picture_waits_for_its_step(qtbot, window: Window, tmp_path: Path) -> None:
    window.themes.set(reduced=True)
    shot = Screenshot(window, tmp_path / "race.png", after=31)
    with qtbot.waitSignal(shot.finished) as done:
        pass
    assert done.args == [0]
    assert window.frame.step == 31
    assert (tmp_path / "race.png").stat().st_size > 1000
    window.themes.set(reduced=False)


def test_a_picture_that_cannot_be_written_is_a_failure(qtbot, window: Window, tmp_path: Path, capsys) -> None:
    shot = Screenshot(window, tmp_path / "missing" / "race.png", after=0)
    with qtbot.waitSignal(shot.finished) as done:
        pass
    assert done.args == [1]
    assert "could not be written" in capsys.readouterr().err


def test_at_first_no_button_has_the_keys_so_space_plays(qtbot, window: Window) -> None:
    assert window.focusWidget() in (None, window)
    playing = window.frame.playing
    qtbot.keyClick(window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: window.frame.playing != playing)
