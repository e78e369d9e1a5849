"""The button that takes things out of the window, and the bar while a GIF is made."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.export_menu import COPY, GIF, PATHS, PICTURE, ExportButton, ExportProgress
from gui.theme import ThemeHolder


def test_each_line_of_the_menu_asks_for_its_thing(themes: ThemeHolder, qtbot: QtBot) -> None:
    button = ExportButton(themes)
    qtbot.addWidget(button)
    signals = (button.copy_asked, button.picture_asked, button.paths_asked, button.gif_asked)
    for key, signal in zip((COPY, PICTURE, PATHS, GIF), signals, strict=True):
        with qtbot.waitSignal(signal):
            button.entries[key].trigger()


def test_the_keyboard_opens_the_menu_and_chooses(themes: ThemeHolder, qtbot: QtBot) -> None:
    button = ExportButton(themes)
    qtbot.addWidget(button)
    button.resize(button.sizeHint())
    button.show()
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus
    assert button.accessibleName() == "Export"
    assert min(button.width(), button.height()) >= 24
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.menu.isVisible()
    with qtbot.waitSignal(button.paths_asked):
        for _ in range(3):
            QTest.keyClick(button.menu, Qt.Key.Key_Down)
        QTest.keyClick(button.menu, Qt.Key.Key_Return)
    assert not button.menu.isVisible()


def test_the_bar_shows_the_share_in_figures_and_words_and_can_be_stopped(themes: ThemeHolder, qtbot: QtBot) -> None:
    bar = ExportProgress(themes)
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    bar.resize(220, bar.sizeHint().height())
    bar.begin()
    bar.set_share(0.379)
    assert bar.isVisible()
    assert bar.accessibleDescription() == "37 % done."
    width = bar._bar.width()
    bar.set_share(1.0)
    assert bar._bar.width() == width, "nothing moves while the figures grow"
    with qtbot.waitSignal(bar.cancelled):
        QTest.mouseClick(bar._cancel, Qt.MouseButton.LeftButton)
    bar.end()
    assert not bar.isVisible()


def test_while_one_gif_is_made_no_second_can_be_asked_for(themes: ThemeHolder, qtbot: QtBot) -> None:
    button = ExportButton(themes)
    qtbot.addWidget(button)
    button.set_busy(True)
    assert [key for key in button.entries if not button.entries[key].isEnabled()] == [GIF]
    button.set_busy(False)
    assert button.entries[GIF].isEnabled()
