"""The mark of the one thing to use next: a halo around a handle, a frame around a box.

It lies in the window that the thing is in, so that it is never cut by the thing's own edges.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from gui.theme import ThemeHolder
from gui.widgets.follower import Follower, Halo, host_of
from gui.widgets.shapes import begin, rounded


class CueFrame(Follower):
    """A soft and a firm line in `cue`, two pixels outside a box."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Two frames; what is inside stays the control's."""
        with QPainter(self) as painter:
            begin(painter)
            theme, radius = self._themes.current, self._themes.current.size("radius_button")
            for grow, width, alpha in ((6.0, 4.0, 0.16), (3.0, 2.0, 1.0)):
                rect = self.inner().adjusted(-grow, -grow, grow, grow)
                rounded(painter, rect, radius + grow, None, theme.color("cue", alpha), width)


class Cue(QObject):
    """Lies around a part of `widget` while it is on. A halo pulses three times, then is still; a frame is still."""

    def __init__(
        self,
        themes: ThemeHolder,
        widget: QWidget,
        part: Callable[[], QRectF],
        kind: type[Halo] | type[CueFrame] = Halo,
    ) -> None:
        super().__init__(widget)
        self._themes = themes
        self._widget = widget
        self._part = part
        self._kind = kind
        self._halo: Halo | CueFrame | None = None
        self.on = False
        widget.installEventFilter(self)

    def set_on(self, on: bool) -> None:
        """Begin, or end."""
        self.on = on
        if not on:
            self._drop()
            return
        self._lay()
        if isinstance(self._halo, Halo):
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
            self._halo = self._kind(self._themes, host)
        self._halo.follow(self._widget, self._part())

    def _drop(self) -> None:
        if self._halo is not None and isValid(self._halo):
            self._halo.release()
            self._halo.deleteLater()
        self._halo = None
