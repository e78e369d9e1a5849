"""The line in which a formula is typed: italic letters, and a wavy underline at the character that cannot be read."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPainterPath, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.theme import ThemeHolder
from gui.widgets.shapes import begin, rounded, text_width

LONGEST = 400
_ROLES = {
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Highlight: "you",
    QPalette.ColorRole.HighlightedText: "on_you",
    QPalette.ColorRole.PlaceholderText: "faint",
}


class FormulaLine(QLineEdit):
    """`done` on Enter and when the focus goes, `given_up` on Escape."""

    done = Signal()
    given_up = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None, font: str = "symbol") -> None:
        self._dressed = False
        super().__init__(parent)
        self._themes = themes
        self._role = font
        self.position: int | None = None
        self.bad = False
        self.tick = False
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._dress)
        self._dress()

    def set_mark(self, bad: bool, position: int | None) -> None:
        """Underline the character at `position`; a bad text without a position has the rim only."""
        if (bad, position) != (self.bad, self.position):
            self.bad, self.position = bad, position
            self.update()

    def sizeHint(self) -> QSize:
        """One line, high enough for a finger."""
        theme = self._themes.current
        return QSize(round(theme.px(206)), max(round(theme.line_height(self._role) + theme.px(10)), theme.target))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow: the text scrolls."""
        return QSize(round(self._themes.current.px(90)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is done, Escape gives up, the rest is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.done.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The rim shows who types."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Whoever goes elsewhere is done."""
        super().focusOutEvent(event)
        self.update()
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self.done.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Text, rim, sign, wave."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            begin(painter)
            theme, rect = self._themes.current, QRectF(self.rect())
            role, width = ("bad", 1.4) if self.bad else ("you", 1.6) if self.hasFocus() else ("rule", 1.0)
            rounded(painter, rect, theme.size("radius_button"), None, theme.color(role), theme.px(width))
            side = theme.px(13)
            sign = QRectF(rect.right() - side - theme.px(7), rect.center().y() - side / 2, side, side)
            if self.bad or self.tick:
                icon, role = ("warn", "bad") if self.bad else ("check", "good")
                paint_icon(painter, icon, sign, theme.color(role), 2.0)
            if self.bad and self.position is not None:
                self._paint_wave(painter, self.position)

    def mark_span(self, position: int) -> tuple[float, float]:
        """Left and right of the character at `position` in pixels; past the end a space for what is missing."""
        words, font = self.text(), self.font()
        cursor = self.cursorRect()
        start = cursor.x() + cursor.width() / 2 - text_width(words[: self.cursorPosition()], font)
        left = start + text_width(words[:position], font)
        right = start + text_width(words[: position + 1], font)
        least = self._themes.current.px(7)
        return left, max(right, left + least)

    def _paint_wave(self, painter: QPainter, position: int) -> None:
        theme = self._themes.current
        left, right = self.mark_span(position)
        inner = self.textMargins().left()
        left, right = max(left, inner), min(right, self.width() - self.textMargins().right() + theme.px(2))
        if right <= left:
            return
        y = self.height() / 2 + 0.5 * theme.type_size(self._role) + theme.px(1.5)
        half, up = theme.px(2.0), theme.px(2.2)
        path, x, sign = QPainterPath(QPointF(left, y)), left, -1.0
        while x < right:
            path.quadTo(QPointF(x + half / 2, y + sign * up), QPointF(x + half, y))
            x, sign = x + half, -sign
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("bad"), theme.px(1.4)))
        painter.drawPath(path)

    def changeEvent(self, event: QEvent) -> None:
        """A new style sheet of the application gives every widget its old font and palette back: dress again."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._dressed:
            self._dress()

    def _dress(self) -> None:
        theme = self._themes.current
        self._dressed = True
        if self.font() != theme.font(self._role):
            self.setFont(theme.font(self._role))
        palette = QPalette(self.palette())
        for role, name in _ROLES.items():
            palette.setColor(role, theme.color(name))
        if palette != self.palette():
            self.setPalette(palette)
        side = round(theme.px(7))
        self.setTextMargins(side, 0, side + round(theme.px(18)), 0)
        self.updateGeometry()
        self.update()
