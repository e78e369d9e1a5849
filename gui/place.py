"""Where the window stands: where it was the last time, if that is still on a screen."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication, QWidget

from gui.settings import Settings

FIRST = (1280, 800)


def take_place(window: QWidget, settings: Settings, asked: tuple[int, int] | None = None) -> None:
    """Give the window the size that was asked for, else its remembered place, else the first size."""
    remembered = settings.values.window
    if asked is not None or remembered is None:
        window.resize(*(asked or FIRST))
        return
    box = QRect(*remembered)
    if any(screen.availableGeometry().intersects(box) for screen in QApplication.screens()):
        window.setGeometry(box)
    else:
        window.resize(box.size())


def remember_place(window: QWidget, settings: Settings) -> None:
    """Write down the place it has when it fills no screen, and whether it does."""
    full = window.isMaximized() or window.isFullScreen()
    box = window.normalGeometry() if full else window.geometry()
    settings.set(window=(box.x(), box.y(), box.width(), box.height()), maximized=window.isMaximized())
