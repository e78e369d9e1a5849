"""A count with a minus and a plus: units of a layer, layers of a network, twins. One stop for the keyboard.

A pill where there is room, with its unit ("2 units") where that fits too; in a narrow column a tower, plus above minus.
"""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import CENTRE, begin, rounded, stroke, text, text_width
from gui.widgets.words import tell
from sim.numerals import write_count
from sim.phrases import capital, phrase

HEIGHT = 26.0
NUMBER = 20.0
_MOVES = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_Underscore: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Left: -1,
}


class Stepper(QWidget):
    """`asked` gives the count that the hand asks for; the count shown changes when `set_count` says so.

    stops: rising counts that it steps to, where one at a time would take too long; none: every whole number.
    named: words for counts that are said otherwise.
    """

    asked = Signal(int)

    def __init__(
        self,
        themes: ThemeHolder,
        noun: str,
        nouns: str,
        least: int,
        most: int,
        parent: QWidget | None = None,
        stops: Sequence[int] = (),
        named: Mapping[int, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._nouns = (noun, nouns)
        self._range = (least, most)
        self._stops = tuple(stops)
        self._named = dict(named or {})
        self._count = least
        self._name = ""
        self._hot = self._down = 0
        self._mark = FocusMark(themes, self, lambda: (self.face(), self._radius()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(capital(nouns))
        themes.changed.connect(self._on_theme)

    @property
    def count(self) -> int:
        """What is shown."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show another count, without a signal."""
        if count != self._count:
            self._count = count
            self._tell()
            self.updateGeometry()
            self.update()

    def set_name(self, name: str) -> None:
        """What is counted, for tooltip and screen reader."""
        if name != self._name:
            self._name = name
            self._tell()

    def words(self) -> str:
        """The count and its unit."""
        plain = phrase(
            "{count} {nouns}",
            count=write_count(self._count),
            nouns=self._nouns[0] if self._count == 1 else self._nouns[1],
        )
        return self._named.get(self._count, plain)

    def is_tower(self) -> bool:
        """Is it too narrow for both signs side by side?"""
        return self.width() < 2 * self._button() + self._themes.current.px(NUMBER) - 4

    def tower_height(self) -> int:
        """How high a tower is."""
        theme = self._themes.current
        return round(2 * theme.target + theme.line_height("label"))

    def face(self) -> QRectF:
        """What is painted; in presentation mode there is room for a finger above and below."""
        if self.is_tower():
            return QRectF(self.rect()).adjusted(1, 0, -1, 0)
        high = min(float(self.height()), self._themes.current.px(HEIGHT))
        return QRectF(0.0, (self.height() - high) / 2, self.width(), high)

    def half(self, sign: int) -> QRectF:
        """The place of the plus (1) or the minus (-1)."""
        side = self._button()
        if self.is_tower():
            high = min(float(self._themes.current.target), self.height() / 2)
            return QRectF(0.0, 0.0 if sign > 0 else self.height() - high, self.width(), high)
        return QRectF(self.width() - side if sign > 0 else 0.0, 0.0, side, self.height())

    def may(self, sign: int) -> bool:
        """Is there still a way up or down?"""
        return self._range[0] <= self._next(sign) <= self._range[1]

    def _next(self, sign: int) -> int:
        """The count above or below; one outside the range where there is none."""
        if not self._stops:
            return self._count + sign
        beyond = [stop for stop in self._stops if (stop - self._count) * sign > 0]
        return min(beyond, key=lambda stop: abs(stop - self._count), default=self._range[sign > 0] + sign)

    # Hand -----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Press a sign."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._down = self._sign_at(event.position())
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It counts where the press began."""
        if event.button() == Qt.MouseButton.LeftButton:
            down, self._down = self._down, 0
            self.update()
            if down and down == self._sign_at(event.position()):
                self._ask(down)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Glow."""
        self._glow(self._sign_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Rest."""
        self._glow(0)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Plus, minus, arrows."""
        sign = _MOVES.get(Qt.Key(event.key()), 0)
        if sign:
            self._ask(sign)
        else:
            event.ignore()

    def _ask(self, sign: int) -> None:
        if self.may(sign) and self.isEnabled():
            self.asked.emit(self._next(sign))

    def _sign_at(self, at: QPointF) -> int:
        return next((sign for sign in (1, -1) if self.half(sign).contains(at)), 0)

    def _glow(self, sign: int) -> None:
        if sign != self._hot:
            self._hot = sign
            shape = Qt.CursorShape
            self.setCursor(shape.PointingHandCursor if sign and self.may(sign) else shape.ArrowCursor)
            self.update()

    # Looks ----------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """With its unit."""
        theme = self._themes.current
        wide = text_width(
            phrase("{range} {nouns}", range=write_count(self._range[1]), nouns=self._nouns[1]), theme.font("label")
        )
        return QSize(round(wide + 2 * self._button() + theme.px(4)), round(max(theme.px(HEIGHT), theme.target)))

    def minimumSizeHint(self) -> QSize:
        """A tower."""
        return QSize(self._themes.current.target, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Pill, signs, count."""
        with QPainter(self) as painter:
            begin(painter)
            theme, face = self._themes.current, self.face()
            rounded(painter, face, self._radius(), theme.color("panel"), theme.color("rule"), theme.stroke("hairline"))
            for sign in (1, -1):
                self._paint_sign(painter, sign)
            if self.is_tower():
                top = self.half(1).bottom()
                area, words = QRectF(0, top, self.width(), self.half(-1).top() - top), write_count(self._count)
            else:
                left = self.half(-1).right()
                area, words = QRectF(left, face.top(), self.half(1).left() - left, face.height()), self.words()
                if text_width(words, theme.font("label")) > area.width() + 2:
                    words = write_count(self._count)
            text(painter, area, words, theme.font("label"), theme.color("ink"), CENTRE)

    def _paint_sign(self, painter: QPainter, sign: int) -> None:
        theme, half = self._themes.current, self.half(sign)
        can, arm = self.may(sign) and self.isEnabled(), theme.px(4)
        at = half.center()
        if not self.is_tower():
            at += QPointF(-sign * theme.px(1), 0)
        if can and self._hot == sign:
            glow = 0.14 if self._down == sign else 0.08
            side = min(half.width(), half.height(), theme.px(HEIGHT)) - theme.px(4)
            spot = QRectF(at.x() - side / 2, at.y() - side / 2, side, side)
            rounded(painter, spot, side / 2, theme.color("ink", glow))
        color, width = theme.color("ink" if can else "faint", 1.0 if can else 0.55), theme.px(1.5)
        stroke(painter, at - QPointF(arm, 0), at + QPointF(arm, 0), color, width)
        if sign > 0:
            stroke(painter, at - QPointF(0, arm), at + QPointF(0, arm), color, width)

    def _radius(self) -> float:
        face = self.face()
        return min(face.height(), face.width(), self._themes.current.px(HEIGHT)) / 2

    def _button(self) -> float:
        return float(max(self._themes.current.target, round(self._themes.current.px(HEIGHT))))

    def _tell(self) -> None:
        least, most = self._range
        tell(
            self,
            self._name,
            phrase(
                "{value}; from {least} to {most}. Plus and minus change it.",
                value=self.words(),
                least=least,
                most=write_count(most),
            ),
        )

    def _on_theme(self) -> None:
        self._mark.refresh()
        self.updateGeometry()
        self.update()
