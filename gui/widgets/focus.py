"""The ring of keyboard focus for widgets that paint themselves.

It shows when the keyboard brought the focus or is being used, not on a click: who clicks sees what was clicked. Who
arrives with Tab and stays is told what a resting pointer is told: the tooltip, until the next key.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QHelpEvent
from PySide6.QtWidgets import QToolTip, QWidget
from shiboken6 import isValid

from gui.theme import ThemeHolder
from gui.widgets.follower import FocusRing
from gui.widgets.words import TERM, told

Part = Callable[[], tuple[QRectF, float]]
PATIENCE = 400  # milliseconds on a control before it explains itself
_BY_TAB = frozenset({Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason})
_BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
        Qt.FocusReason.OtherFocusReason,
    }
)


def onward(focus: QWidget | None) -> Qt.FocusReason:
    """How the focus goes on from a widget that does its deed and goes: without a ring where the pointer is on it.

    Never without a reason: then Qt tells nobody, and a ring stays around what had the focus for a moment between.
    """
    by_mouse = focus is not None and focus.underMouse()
    return Qt.FocusReason.MouseFocusReason if by_mouse else Qt.FocusReason.OtherFocusReason


class FocusMark(QObject):
    """Lays the ring of the window around a part of `widget` while it has the keyboard's focus."""

    def __init__(self, themes: ThemeHolder, widget: QWidget, part: Part) -> None:
        super().__init__(widget)
        self._themes = themes
        self._widget = widget
        self._part = part
        self._ring: FocusRing | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PATIENCE)
        self._wait.timeout.connect(self._explain)
        widget.installEventFilter(self)

    def refresh(self) -> None:
        """The part moved: lay the ring around it anew, if it shows."""
        if self._ring is not None:
            self._lay()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Focus in, focus out, a first key, another size."""
        kind = event.type()
        if kind == QEvent.Type.FocusIn and isinstance(event, QFocusEvent):
            if event.reason() in _BY_KEYBOARD:
                self._lay()
            if event.reason() in _BY_TAB:
                self._wait.start()
        elif kind == QEvent.Type.FocusOut:
            self._hush()
            self._lift()
        elif kind == QEvent.Type.KeyPress and self._widget.hasFocus():
            self._hush()
            if self._ring is None:
                self._lay()
        elif kind == QEvent.Type.Resize:
            self.refresh()
        elif kind == QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and self._widget.property(TERM):
            QToolTip.showText(event.globalPos(), told(self._widget), self._widget)
            return True
        return False

    def _lay(self) -> None:
        part, radius = self._part()
        self._ring = FocusRing.around(self._themes, self._widget, part, radius)

    def _explain(self) -> None:
        if self._widget.hasFocus() and self._widget.toolTip():
            below = self._part()[0].bottomLeft().toPoint()
            QToolTip.showText(self._widget.mapToGlobal(below), told(self._widget), self._widget)

    def _hush(self) -> None:
        """The hand goes on: whoever works needs no explanation in the way."""
        if self._wait.isActive():
            self._wait.stop()
        elif QToolTip.isVisible():
            QToolTip.hideText()

    def _lift(self) -> None:
        if self._ring is not None and isValid(self._ring):
            self._ring.release()
        self._ring = None
