"""The halo of the one handle to grab next, kept in the window that the handle is in."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui.theme import ThemeHolder
from gui.widgets.follower import Halo, host_of


class Cue(QObject):
    """Lays a halo around a part of `widget` while it is on; three pulses, then still."""

    def __init__(self, themes: ThemeHolder, widget: QWidget, part: Callable[[], QRectF]) -> None:
        super().__init__(widget)
        self._themes = themes
        self._widget = widget
        self._part = part
        self._halo: Halo | None = None
        self.on = False
        widget.installEventFilter(self)

    def set_on(self, on: bool) -> None:
        """Begin, or end."""
        self.on = on
        if not on:
            self._drop()
            return
        self._lay()
        if self._halo is not None:
            self._halo.pulse()

    def refresh(self) -> None:
        """The part moved."""
        if self.on:
            self._lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A widget that was shown or resized may have another window or another part."""
        if self.on and event.type() in (QEvent.Type.Show, QEvent.Type.Resize):
            self._lay()
        return False

    def _lay(self) -> None:
        host = host_of(self._widget)
        if host is self._widget:
            return  # not in a window yet
        if self._halo is None or not isValid(self._halo) or self._halo.parentWidget() is not host:
            self._drop()
            self._halo = Halo(self._themes, host)
        self._halo.follow(self._widget, self._part())

    def _drop(self) -> None:
        if self._halo is not None and isValid(self._halo):
            self._halo.release()
            self._halo.deleteLater()
        self._halo = None
