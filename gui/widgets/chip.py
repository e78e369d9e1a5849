"""Chips: a fact ("seed 7") stands still, a toggle ("Arrows") switches what a picture shows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.shapes import begin, elided, rounded, text, text_width
from gui.widgets.words import tell


class Chip(Pressable):
    """`kind` is fact or toggle; a toggle is checkable and signals `toggled`. `color` is the role of a fact's words."""

    def __init__(
        self,
        themes: ThemeHolder,
        words: str,
        kind: str = "fact",
        icon: str = "",
        parent: QWidget | None = None,
        about: str = "",
        color: str = "soft",
    ) -> None:
        super().__init__(themes, parent)
        self._words = words
        self._icon = icon
        self._color = color
        self._fact = kind == "fact"
        self.setCheckable(not self._fact)
        if self._fact:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.unsetCursor()
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_words(words, about)

    def set_words(self, words: str, about: str = "", color: str = "") -> None:
        """Another caption, sentence and, for a fact, role of colour."""
        self._words = words
        self._color = color or self._color
        self.setText(say(words).replace("&", "&&"))
        tell(self, words, about)
        if not about:
            self.setToolTip("")
        self.updateGeometry()
        self.update()

    def words(self) -> str:
        """The caption."""
        return self._words

    def radius(self) -> float:
        """Round ends."""
        return self.face().height() / 2

    def face(self) -> QRectF:
        """The pill; in presentation mode there is room for a finger above and below."""
        height = self.themes.current.px(24)
        return QRectF(0.0, (self.height() - height) / 2, self.width(), height)

    def sizeHint(self) -> QSize:
        """Caption, icon, round ends."""
        theme = self.themes.current
        wide = text_width(self._words, theme.font("small")) + 2 * theme.px(10) + self._icon_room()
        height = theme.px(24) if self._fact else max(theme.px(24), theme.target)
        return QSize(round(wide + 0.5), round(height))

    def minimumSizeHint(self) -> QSize:
        """A fact may be shortened to a few letters; a toggle never."""
        if not self._fact:
            return self.sizeHint()
        return QSize(min(self.sizeHint().width(), 2 * self.themes.current.target), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, icon, caption."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self.themes.current
            font, face = theme.font("small"), self.face()
            if self._fact:
                color = theme.color(self._color)
                rounded(painter, face, self.radius(), theme.color("sunk"))
            else:
                on = self.isChecked()
                color = theme.color("faint" if not self.isEnabled() else "you" if on else "soft")
                fill = theme.color("you_soft") if on else theme.color("ink", 0.055 * self.glow)
                rim = theme.color("you" if on else "rule")
                rounded(painter, face, self.radius(), fill, rim, theme.stroke("hairline"))
            left = theme.px(10)
            if self._icon:
                side = theme.px(13)
                paint_icon(painter, self._icon, QRectF(left, face.center().y() - side / 2, side, side), color, 1.9)
            left += self._icon_room()
            words = elided(self._words, font, self.width() - left - theme.px(8))
            text(painter, QRectF(left, face.top(), self.width() - left, face.height()), words, font, color)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A fact leaves the mouse to what lies under it."""
        if self._fact:
            event.ignore()
        else:
            super().mousePressEvent(event)

    def _icon_room(self) -> float:
        return self.themes.current.px(13 + 6) if self._icon else 0.0
