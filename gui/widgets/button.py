"""Buttons: one violet per screen for the next thing, outlined ones for the rest, edgeless ones for the way back."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import Theme, ThemeHolder
from gui.widgets.easing import Eased
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import CENTRE, begin, elided, rounded, text, text_width
from gui.widgets.words import tell, tip

KINDS = ("plain", "primary", "ghost")


class Pressable(QAbstractButton):
    """What all buttons share: they glow under the pointer, sink when pressed, wear the focus ring, follow the theme."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.themes = themes
        self._hover = Eased(self)
        self._mark = FocusMark(themes, self, lambda: (self.face(), self.radius()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes.changed.connect(self._on_theme)

    def setText(self, text: str) -> None:
        """Another caption; "&&" is a plain one."""
        super().setText(say(text))

    def face(self) -> QRectF:
        """The part of the widget that is painted; the rest is room for a finger."""
        return QRectF(self.rect())

    def radius(self) -> float:
        """The roundness of the face."""
        return float(self.themes.current.size("radius_button"))

    @property
    def glow(self) -> float:
        """0 at rest, 1 under the pointer, more while pressed."""
        return 1.6 if self.isDown() else self._hover.level

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses as Space does, on every system."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Glow."""
        self._hover.go(1.0, self.themes.current.motion("hover"))
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Rest."""
        self._hover.go(0.0, self.themes.current.motion("hover"))
        super().leaveEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Words may be shortened, but the target stays."""
        target = self.themes.current.target
        return QSize(min(self.sizeHint().width(), 2 * target), max(target, self.sizeHint().height()))

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()


class Button(Pressable):
    """Words, verb first. `kind` is plain (outlined), primary (violet) or ghost (no edge); `small` stands in rows."""

    def __init__(
        self,
        themes: ThemeHolder,
        words: str,
        kind: str = "plain",
        parent: QWidget | None = None,
        icon: str = "",
        about: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(themes, parent)
        self._kind = kind
        self._icon = icon
        self._small = small
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_words(words, about)

    def set_words(self, words: str, about: str = "") -> None:
        """Another caption; `about` is the sentence a screen reader adds."""
        self.setText(say(words).replace("&", "&&"))
        tell(self, words, about)
        self.setToolTip(tip(words, about) if about else "")
        self._on_theme()

    def set_kind(self, kind: str) -> None:
        """plain, primary or ghost."""
        self._kind = kind
        self.update()

    def set_icon(self, icon: str) -> None:
        """Another icon before the caption."""
        if icon != self._icon:
            self._icon = icon
            self._on_theme()

    def words(self) -> str:
        """The caption."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        """The caption with room at both sides."""
        theme = self.themes.current
        wide = text_width(self.words(), self._font()) + (self._icon_room(theme) if self._icon else 0)
        room = theme.px(12 if self._kind == "ghost" else 14 if self._small else 20)
        return QSize(round(wide + 2 * room), max(theme.size("button_small" if self._small else "button"), theme.target))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Face, icon, caption."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self.themes.current
            color = self._paint_face(painter, theme)
            room = self._icon_room(theme) if self._icon else 0.0
            words = elided(self.words(), self._font(), self.width() - room - theme.px(12))
            left = (self.width() - text_width(words, self._font()) - room) / 2
            if self._icon:
                side = theme.px(14)
                paint_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), color, 1.8)
            area = QRectF(left + room, 0, text_width(words, self._font()), self.height())
            text(painter, area, words, self._font(), color, CENTRE)

    def _paint_face(self, painter: QPainter, theme: Theme) -> QColor:
        """Paint the ground; returns the colour of the words on it."""
        rect, radius = self.face(), self.radius()
        if not self.isEnabled():
            edge = None if self._kind == "ghost" else theme.color("line")
            rounded(painter, rect, radius, None, edge, theme.stroke("hairline"))
            return theme.color("faint")
        if self._kind == "primary":
            rounded(painter, rect, radius, theme.mix("you", "ink", 0.10 * self.glow))
            return theme.color("on_you")
        fill = theme.color("ink", 0.055 * self.glow)
        edge = None if self._kind == "ghost" else theme.color("rule")
        rounded(painter, rect, radius, fill, edge, theme.stroke("hairline"))
        return theme.color("soft" if self._kind == "ghost" else "ink")

    def _font(self) -> QFont:
        return self.themes.current.font("label" if self._small else "value")

    def _icon_room(self, theme: Theme) -> float:
        return theme.px(14 + 6)


class IconButton(Pressable):
    """An icon alone: its name is in the tooltip and told to screen readers. Checkable ones are violet while on."""

    def __init__(
        self, themes: ThemeHolder, icon: str, name: str, about: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, parent)
        self._icon = icon
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tell(self, name, about)

    def set_icon(self, icon: str, name: str = "", about: str = "") -> None:
        """Another icon, and where it now does something else, another name."""
        self._icon = icon
        if name:
            tell(self, name, about)
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        theme = self.themes.current
        side = max(theme.size("button_small"), theme.target)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same square: an icon is never squeezed."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A ground where there is something to say, then the icon."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self.themes.current
            if self.isChecked():
                rounded(painter, self.face(), self.radius(), theme.color("you_soft"))
            glow = 0.07 * self.glow if self.isEnabled() else 0.0
            rounded(painter, self.face(), self.radius(), theme.color("ink", glow))
            color = theme.color("you" if self.isChecked() else "soft" if self.isEnabled() else "faint")
            if not self.isEnabled():
                painter.setOpacity(0.6)
            side = theme.px(18)
            centre = QPointF(self.face().center())
            paint_icon(painter, self._icon, QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), color)
