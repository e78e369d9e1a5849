"""Several answers of which one is chosen, each as long as it likes: its words wrap."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.shapes import begin, disc, rounded
from gui.widgets.words import breakable, tell

_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class Answer(Pressable):
    """One answer with its ring."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._words = ""
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_words(self, words: str) -> None:
        """Another answer."""
        if words != self._words:
            self._words = words
            self.setText(words.replace("&", "&&"))
            tell(self, words)
            self.setToolTip("")
            self.updateGeometry()
            self.update()

    @property
    def words(self) -> str:
        """The answer."""
        return self._words

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """All lines, with room above and below."""
        theme = self.themes.current
        return max(round(self._text_height(theme, width) + theme.px(13)), theme.target)

    def sizeHint(self) -> QSize:
        """As in a column of the usual width."""
        width = round(self.themes.current.px(196))
        return QSize(width, self.heightForWidth(self.width() if self.width() > 40 else width))

    def minimumSizeHint(self) -> QSize:
        """It may be narrow, never cut."""
        return QSize(round(self.themes.current.px(80)), self.themes.current.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the list's; Qt would only move the focus."""
        if Qt.Key(event.key()) in _MOVES:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, ring, words."""
        with QPainter(self) as painter:
            begin(painter)
            theme, face = self.themes.current, self.face()
            on = self.isChecked()
            width = theme.px(2 if on else 1)
            rim = theme.color("you" if on else "rule" if self.isEnabled() else "line")
            rounded(painter, face, self.radius(), theme.color("panel"), rim, width)
            if self.isEnabled():
                rounded(painter, face, self.radius(), theme.color("ink", 0.05 * self.glow))
            x = self.width() - theme.px(16) if self.isRightToLeft() else theme.px(16)
            centre = QPointF(x, face.center().y())
            disc(painter, centre, theme.px(6), None, theme.color("you" if on else "rule"), theme.px(1.2))
            if on:
                disc(painter, centre, theme.px(3.4), theme.color("you"))
            painter.setFont(self._font(theme))
            painter.setPen(theme.color("ink" if self.isEnabled() or on else "soft"))
            align = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
            painter.drawText(self._place(theme), _FLAGS | align, breakable(self._words))

    def _place(self, theme: Theme) -> QRectF:
        ring, end = theme.px(30), theme.px(8)
        if self.isRightToLeft():
            ring, end = end, ring
        return QRectF(self.face()).adjusted(ring, theme.px(5), -end, -theme.px(5))

    def _text_height(self, theme: Theme, width: int) -> int:
        room = max(20, round(width - theme.px(38)))
        metrics = QFontMetrics(theme.font("value"))  # the chosen one is the widest
        return metrics.boundingRect(0, 0, room, 10_000, _FLAGS, breakable(self._words)).height()

    def _font(self, theme: Theme) -> QFont:
        return theme.font("value" if self.isChecked() else "body")


USUAL = 6
"""As many answers as a question of a lesson has at most."""


class AnswerList(QWidget):
    """`chosen` gives the index. The arrow keys move and choose; where a choice is final, they only move. Tab comes to
    one answer only: to the chosen one, or to the first."""

    chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None, final: bool = False) -> None:
        super().__init__(parent)
        self._themes = themes
        self._final = final
        self.answers: list[Answer] = []
        self.index = -1
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for _ in range(USUAL):
            self._add()
        themes.changed.connect(self._dress)
        self._dress()

    def _add(self) -> None:
        """One more answer. Tab walks in the order in which widgets were made: the usual number is made at once."""
        answer = Answer(self._themes, self)
        answer.hide()
        answer.clicked.connect(partial(self._on_click, len(self.answers)))
        self.answers.append(answer)
        self._column.addWidget(answer)

    def set_answers(self, words: tuple[str, ...], index: int = -1, is_open: bool = True) -> None:
        """Other answers. index: the chosen one; of closed answers only that one is shown."""
        while len(self.answers) < len(words):
            self._add()
        self.index = index
        for number, answer in enumerate(self.answers):
            answer.setVisible(number < len(words) and (is_open or number == index))
            if number < len(words):
                answer.set_words(words[number])
                answer.setChecked(number == index)
                answer.setEnabled(is_open)
                answer.update()
        self._make_reachable(max(index, 0))
        self.setVisible(bool(words) and (is_open or index >= 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows of the answer that has the keyboard arrive here."""
        move = _MOVES.get(Qt.Key(event.key()))
        shown = [answer for answer in self.answers if not answer.isHidden()]
        has_keys = [number for number, answer in enumerate(shown) if answer.hasFocus()]
        if move is None or not has_keys:
            super().keyPressEvent(event)
            return
        target = (has_keys[0] + move) % len(shown)
        self._make_reachable(target)
        shown[target].setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._final:
            self._on_click(target)

    def _make_reachable(self, place: int) -> None:
        for number, answer in enumerate(self.answers):
            at = number == place
            answer.setFocusPolicy(Qt.FocusPolicy.StrongFocus if at else Qt.FocusPolicy.ClickFocus)

    def _on_click(self, index: int, _checked: bool = False) -> None:
        for number, answer in enumerate(self.answers):
            answer.setChecked(number == index)
        self.index = index
        self.chosen.emit(index)

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(7)))
