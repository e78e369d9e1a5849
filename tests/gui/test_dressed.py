"""Qt's own scroll bars, menus and tooltips follow the theme, and no sheet of the application is written anew."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui.theme import ThemeHolder
from gui.widgets.dressed import dressed_menu
from gui.widgets.scrolled import scrolled


def test_bars_and_menus_follow_the_theme(qtbot: QtBot, themes: ThemeHolder) -> None:
    area = scrolled(themes, QWidget())
    qtbot.addWidget(area)
    menu = dressed_menu(themes, area)
    themes.set(name="dark")
    theme = themes.current
    assert theme.color("rule").name() in area.verticalScrollBar().styleSheet()
    assert theme.color("panel").name() in menu.styleSheet()


def test_a_change_of_theme_leaves_the_sheet_of_the_application_alone(qapp: QApplication, themes: ThemeHolder) -> None:
    themes.apply(qapp)
    before = qapp.styleSheet()
    themes.set(name="dark", presentation=True)
    themes.apply(qapp)
    after, ink = qapp.styleSheet(), themes.current.color("ink")
    ground = QToolTip.palette().color(QPalette.ColorRole.Window)
    themes.set(name="light", presentation=False)
    themes.apply(qapp)
    assert after == before
    assert ground == ink


def test_what_is_dressed_may_end(themes: ThemeHolder) -> None:
    area = scrolled(themes, QWidget())
    area.deleteLater()
    QApplication.sendPostedEvents(area, QEvent.Type.DeferredDelete)
    themes.set(name="contrast")
    assert themes.current.name == "contrast"
