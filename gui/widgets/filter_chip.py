"""A chip that leaves something in a picture or takes it out: a dot in its colour, its name, an edge while it is on."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.shapes import begin, disc, elided, rounded, text, text_width
from gui.widgets.words import tell


class FilterChip(Pressable):
    """Checkable. color: the role of its dot. hollow: the dot is a ring. fact: it only tells.

    `set_some` shows that only a part is on.
    """

    def __init__(
        self,
        themes: ThemeHolder,
        words: str,
        color: str,
        about: str,
        parent: QWidget | None = None,
        hollow: bool = False,
        edge: bool = True,
        fact: bool = False,
    ) -> None:
        super().__init__(themes, parent)
        self._words = words
        self._color = color
        self._hollow = hollow
        self._edge = edge
        self._some = False
        self.setCheckable(True)
        self.setChecked(True)
        if fact:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setText(words.replace("&", "&&"))
        tell(self, words, about)

    def set_some(self, some: bool) -> None:
        """Only a part of what it stands for is on."""
        if some != self._some:
            self._some = some
            self.update()

    @property
    def is_some(self) -> bool:
        """Whether only a part is on."""
        return self._some

    def radius(self) -> float:
        """Round ends."""
        return self.face().height() / 2

    def face(self) -> QRectF:
        """The pill; there may be room for a finger above and below."""
        height = min(float(self.height()), self.themes.current.px(26))
        return QRectF(0.0, (self.height() - height) / 2, self.width(), height)

    def sizeHint(self) -> QSize:
        """Dot, name, round ends."""
        theme = self.themes.current
        wide = text_width(self._words, theme.font("small")) + theme.px(34 if self._edge else 24)
        return QSize(round(wide + 0.5), max(round(theme.px(26)), theme.target))

    def minimumSizeHint(self) -> QSize:
        """The dot and a few letters."""
        theme = self.themes.current
        return QSize(min(self.sizeHint().width(), round(theme.px(52))), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, dot, name; faint while it is off."""
        with QPainter(self) as painter:
            begin(painter)
            theme, face, on = self.themes.current, self.face(), self.isChecked()
            glow = theme.color("ink", 0.055 * self.glow if self.isEnabled() else 0.0)
            edge = theme.color("rule" if on else "line") if self._edge else None
            rounded(painter, face, self.radius(), glow, edge, theme.stroke("hairline"))
            inset = theme.px(13 if self._edge else 8)
            centre, size = QPointF(inset + theme.px(1), face.center().y()), theme.px(4)
            color = theme.color(self._color) if on else theme.color("rule")
            if on and not self._hollow and not self._some:
                disc(painter, centre, size, color)
            else:
                disc(painter, centre, size - 0.8, None, color, theme.px(1.7))
            left = inset + theme.px(10)
            ink = theme.color("faint" if not on or not self.isEnabled() else "ink")
            words = elided(self._words, theme.font("small"), self.width() - left - theme.px(6))
            place = QRectF(left, face.top(), self.width() - left, face.height())
            text(painter, place, words, theme.font("small"), ink)
