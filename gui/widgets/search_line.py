"""The line in which is searched: a rim that shows who types, a lens, a cross that empties it."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.shapes import begin, rounded
from gui.widgets.words import tell

LONGEST = 80
_ROLES = {
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Highlight: "you",
    QPalette.ColorRole.HighlightedText: "on_you",
    QPalette.ColorRole.PlaceholderText: "faint",
}


class SearchLine(QLineEdit):
    """`textChanged` says what is typed; Escape empties it."""

    def __init__(self, themes: ThemeHolder, name: str, about: str = "", parent: QWidget | None = None) -> None:
        self._dressed = False
        super().__init__(parent)
        self._themes = themes
        self.setFrame(False)
        self.setMaxLength(LONGEST)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(say(name))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tell(self, name, about)
        themes.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """One line, high enough for a finger."""
        theme = self._themes.current
        return QSize(round(theme.px(180)), max(round(theme.px(34)), theme.target))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow: the text scrolls."""
        return QSize(round(self._themes.current.px(90)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties; where there is nothing to empty it is somebody else's."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The rim shows who types."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The rim is quiet again."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Text, rim, lens."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            begin(painter)
            theme, rect = self._themes.current, QRectF(self.rect())
            role, width = ("you", 1.6) if self.hasFocus() else ("rule", 1.0)
            rounded(painter, rect, theme.size("radius_button"), None, theme.color(role), theme.px(width))
            side, pad = theme.px(14), theme.px(9)
            left = rect.right() - pad - side if self._is_mirrored() else rect.left() + pad
            lens = QRectF(left, rect.center().y() - side / 2, side, side)
            paint_icon(painter, "search", lens, theme.color("soft"), 1.9)

    def changeEvent(self, event: QEvent) -> None:
        """A new style sheet of the application gives every widget its old font and palette back: dress again."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange) and self._dressed:
            self._dress()

    def _is_mirrored(self) -> bool:
        return self.layoutDirection() == Qt.LayoutDirection.RightToLeft

    def _dress(self) -> None:
        theme = self._themes.current
        self._dressed = True
        if self.font() != theme.font("value"):
            self.setFont(theme.font("value"))
        palette = QPalette(self.palette())
        for role, name in _ROLES.items():
            palette.setColor(role, theme.color(name))
        if palette != self.palette():
            self.setPalette(palette)
        lens, pad = round(theme.px(28)), round(theme.px(7))
        mirrored = self._is_mirrored()
        self.setTextMargins(pad if mirrored else lens, 0, lens if mirrored else pad, 0)
        self.updateGeometry()
        self.update()
