"""A field to search in: a lens, the words, how many were found, and a cross that takes the words away.

`changed` with every letter, `entered` on Enter. Escape takes the words away; where there are none it is left to others.
"""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.button import IconButton
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import RIGHT, begin, rounded, text, text_width
from gui.widgets.words import tell

_ROLES = {
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Highlight: "you",
    QPalette.ColorRole.HighlightedText: "on_you",
    QPalette.ColorRole.PlaceholderText: "soft",
}
_BARE = "background: transparent; border: 0px"  # a line without a frame still paints its base
_DRESSING = frozenset({QEvent.Type.StyleChange, QEvent.Type.PaletteChange})


class _Line(QLineEdit):
    """The words. Enter and Escape are told."""

    entered = Signal()
    emptied = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        self._dressed = False
        super().__init__(parent)
        self._themes = themes
        self.setFrame(False)
        self.setStyleSheet(_BARE)
        self._dressed = True
        self.dress()

    def changeEvent(self, event: QEvent) -> None:
        """A new palette of the application gives it its old font and colours back."""
        super().changeEvent(event)
        if event.type() in _DRESSING and self._dressed:
            self.dress()

    def dress(self) -> None:
        """Sets only what differs, so that it may be called from the events it causes."""
        theme = self._themes.current
        if self.font() != theme.font("body"):
            self.setFont(theme.font("body"))
        palette = QPalette(self.palette())
        for role, name in _ROLES.items():
            palette.setColor(role, theme.color(name))
        if palette != self.palette():
            self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is an order, Escape takes the words away, the rest is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.emptied.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by the keyboard types over what is there."""
        super().focusInEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.ShortcutFocusReason):
            self.selectAll()


class SearchField(QWidget):
    """`changed` carries the words."""

    changed = Signal(str)
    entered = Signal()

    def __init__(
        self, themes: ThemeHolder, hint: str, about: str, longest: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._count = ""
        self._hint = hint
        self.line = _Line(themes, self)
        self.line.setMaxLength(longest)
        self.line.setPlaceholderText(say(hint))
        tell(self.line, hint, about)
        self.line.textEdited.connect(self._on_edited)
        self.line.entered.connect(self.entered)
        self.line.emptied.connect(self.clear)
        self._mark = FocusMark(themes, self.line, self._part)
        self._clear = IconButton(themes, "close", "Clear the search", "All events come back.", self)
        self._clear.clicked.connect(self.clear)
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def words(self) -> str:
        """What is searched for."""
        return self.line.text()

    def set_words(self, words: str) -> None:
        """Other words, without a signal; who types is not disturbed."""
        if words.strip() != self.line.text().strip():
            self.line.setText(words)
        self._arrange()

    def set_count(self, words: str) -> None:
        """How many were found, in words."""
        if words != self._count:
            self._count = words
            self._arrange()

    def clear(self) -> None:
        """Search for nothing."""
        if self.line.text():
            self.line.setText("")
            self._arrange()
            self.changed.emit("")

    def sizeHint(self) -> QSize:
        """Room for the hint."""
        theme = self._themes.current
        return QSize(round(theme.px(212)), max(round(theme.px(30)), theme.target))

    def minimumSizeHint(self) -> QSize:
        """Words scroll in little room."""
        return QSize(round(self._themes.current.px(120)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sunk box, the lens, the count."""
        with QPainter(self) as painter:
            begin(painter)
            theme, box = self._themes.current, QRectF(self.rect())
            rounded(painter, box, theme.size("radius_button"), theme.color("sunk"))
            side = theme.px(15)
            lens = QRectF(theme.px(9), (box.height() - side) / 2, side, side)
            paint_icon(painter, "search", lens, theme.color("soft"), 1.8)
            if self._counted():
                right = box.adjusted(0, 0, -float(self._clear.width()) - theme.px(2), 0)
                text(painter, right, self._count, theme.font("small"), theme.color("soft"), RIGHT)

    def _counted(self) -> bool:
        """A count is told while there are words, and room for both."""
        return bool(self.line.text() and self._count) and self.width() > self._themes.current.px(150)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the words."""
        self._arrange()

    def _on_edited(self, words: str) -> None:
        self._arrange()
        self.changed.emit(words)

    def _arrange(self) -> None:
        theme, full = self._themes.current, bool(self.line.text())
        side = min(self.height(), max(round(theme.px(26)), theme.target))
        self._clear.setVisible(full)
        self._clear.setGeometry(self.width() - side, (self.height() - side) // 2, side, side)
        left = round(theme.px(30))
        counted = round(text_width(self._count, theme.font("small")) + theme.px(8)) if self._counted() else 0
        right = side + counted if full else round(theme.px(6))
        high = min(self.height() - 4, round(theme.line_height("body") + theme.px(6)))
        self.line.setGeometry(left, (self.height() - high) // 2, max(20, self.width() - left - right), high)
        self.update()

    def _part(self) -> tuple[QRectF, float]:
        return QRectF(-self.line.x(), -self.line.y(), self.width(), self.height()), float(
            self._themes.current.size("radius_button")
        )

    def _dress(self) -> None:
        self.line.dress()
        self.updateGeometry()
        self._arrange()
