"""The field that opens in a value box while a number is typed. A double click takes the whole number."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.shapes import begin, rounded

LONGEST = 40
_ROLES = {
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Highlight: "you",
    QPalette.ColorRole.HighlightedText: "on_you",
}


class TypingField(QLineEdit):
    """Enter says `typed`, Escape `given_up`; going elsewhere says `typed` for what was changed, then `left`."""

    typed = Signal(str)
    left = Signal()
    given_up = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget, framed: bool = False) -> None:
        """framed: it lies on a picture and needs a frame of its own; a value box has one."""
        super().__init__(parent)
        self._themes = themes
        self._framed = framed
        self._asked = ""
        self._open = self._taken = False
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.setTextMargins(0, 0, 0, 0)
        self.setAccessibleName(say("Type a value"))
        self.hide()

    def open(self, place: QRectF, words: str, select: bool) -> None:
        """Lie at `place` and take the keyboard."""
        theme = self._themes.current
        self.setFont(theme.font("value"))
        palette = QPalette(self.palette())
        for role, name in _ROLES.items():
            palette.setColor(role, theme.color(name))
        self.setPalette(palette)
        if self._framed:
            self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setGeometry(place.toAlignedRect())
        self._asked = words
        self._open = True
        self.setText(words)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if select:
            self.selectAll()
        else:
            self._asked = ""

    def shut(self) -> None:
        """Give the keyboard back to the slider and go."""
        self._open = False
        owner = self.parentWidget()
        if self.hasFocus() and owner is not None:
            owner.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, and the frame."""
        super().paintEvent(event)
        if self._framed:
            with QPainter(self) as painter:
                begin(painter)
                theme, half = self._themes.current, self._themes.current.px(1)
                box = QRectF(self.rect()).adjusted(half, half, -half, -half)
                rounded(painter, box, theme.px(2), None, theme.color("you"), theme.px(2))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """All of it: a point parts no words in a number."""
        self._taken = True
        self.selectAll()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand that trembles in a double click changes nothing."""
        if not self._taken:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The double click is over."""
        self._taken = False
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape end the typing; the rest is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.typed.emit(self.text())
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere takes what was typed, if it can be taken, and closes."""
        super().focusOutEvent(event)
        window_only = event.reason() in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if self._open and not window_only:
            if self.text() != self._asked:
                self.typed.emit(self.text())
            self.left.emit()
