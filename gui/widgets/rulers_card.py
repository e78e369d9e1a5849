"""Two calculations to play with: the quotients of RMSprop, and the top speed of momentum.

RMSprop divides a slope by its own ruler, the root of the running mean of its squares. The two sums of the article stand
here with every number in the learner's hand: 0.00001 / 0.00005 = 0.2 and 100 / 25 = 4. Each slope is drawn along its
own ruler, so that a look says what the quotient is: of order one, however tiny or huge the slope.
"""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.drag_number import DragNumber
from gui.widgets.rulers_face import RowFace, paint_row
from gui.widgets.segments import Segments
from gui.widgets.shapes import begin, text, wrapped
from gui.widgets.top_speed import TopSpeed
from gui.widgets.words import tell
from sim.numerals import write_short
from sim.params import Real
from sim.phrases import phrase

ABOUT = "Tiny or huge, the quotient is of order one; the learning rate then sets the step."
ABOUT_SHORT = "Both are of order one; the learning rate sets the step."
NO_RULER = (
    "A ruler of 0 measures nothing: the quotient has no value. RMSprop adds a tiny eps to the ruler, so it never is 0."
)
NO_RULER_SHORT = "A ruler of 0 measures nothing; RMSprop adds a tiny eps."
FAR_OFF = "So far from one only while the ruler is not warm: it follows the slope, and the quotient comes back to one."
FAR_OFF_SHORT = "Far from one: the ruler has not followed the slope yet."
VIEWS = ("Two sums", "Top speed")
ARTICLE = ((1e-5, 5e-5), (100.0, 25.0))
ORDER_ONE = 20.0  # quotients from a twentieth to twenty are called so
_NAMES = ("first", "second")


def slope(which: int) -> Real:
    """The slope of one of the two sums."""
    help_ = "How steep it is in this direction now."
    return Real(f"{_NAMES[which]}_slope", "Slope", 1e-8, 1e4, ARTICLE[which][0], log=True, role="grad", help=help_)


def ruler(which: int) -> Real:
    """The ruler of one of the two sums."""
    help_ = "The root of the running mean of this direction's squared slopes."
    return Real(f"{_NAMES[which]}_ruler", "Ruler", 1e-8, 1e4, ARTICLE[which][1], log=True, help=help_)


class Sums(QWidget):
    """Two rows: slope over ruler, the quotient, and the slope laid along the ruler. One sentence below."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._problem = ""
        self.slopes = [DragNumber(themes, slope(which), self, zero=True) for which in (0, 1)]
        self.rulers = [DragNumber(themes, ruler(which), self, zero=True) for which in (0, 1)]
        for number in (*self.slopes, *self.rulers):
            number.changed.connect(self._on_changed)
            number.refused.connect(self._on_refused)
        self.setTabOrder(self.slopes[0], self.rulers[0])
        self.setTabOrder(self.rulers[0], self.slopes[1])
        self.setTabOrder(self.slopes[1], self.rulers[1])
        themes.changed.connect(self._on_theme)
        self._on_changed()

    def pair(self, which: int) -> tuple[float, float]:
        """Slope and ruler of one of the two sums."""
        return self.slopes[which].value(), self.rulers[which].value()

    def quotient(self, which: int) -> float | None:
        """Slope over ruler; None where the ruler is 0."""
        up, down = self.pair(which)
        return up / down if down else None

    def sentences(self) -> tuple[str, ...]:
        """What the numbers say now, at length and shorter."""
        if self._problem:
            return (self._problem,)
        quotients = [quotient for which in (0, 1) if (quotient := self.quotient(which)) is not None]
        if len(quotients) < 2:
            return NO_RULER, NO_RULER_SHORT
        if not all(1 / ORDER_ONE <= quotient <= ORDER_ONE for quotient in quotients):
            return FAR_OFF, FAR_OFF_SHORT
        biggest = max(quotients)
        if biggest < 2:
            return ABOUT, ABOUT_SHORT
        return (
            phrase(
                "{about} {biggest} is still a big step: this is not clipping.",
                about=ABOUT,
                biggest=write_short(biggest, 2),
            ),
            ABOUT,
            ABOUT_SHORT,
        )

    def faces(self) -> list[RowFace]:
        """Where the two rows lie."""
        theme = self._themes.current
        high = RowFace.height(theme)
        gap = min(theme.px(26), max(theme.px(3), (self.height() - self._words_room() - 2 * high) / 2.5))
        return [RowFace(theme, QRectF(0.0, which * (high + gap), self.width(), high)) for which in (0, 1)]

    def sizeHint(self) -> QSize:
        """Two rows and a sentence."""
        theme = self._themes.current
        high = 2 * RowFace.height(theme) + theme.px(22) + 2 * theme.line_height("small")
        return QSize(round(theme.px(380)), round(high))

    def minimumSizeHint(self) -> QSize:
        """Two rows; the sentence may go."""
        theme = self._themes.current
        return QSize(round(theme.px(270)), round(2 * RowFace.height(theme) + theme.px(2)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Rows and sentence."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            for which, face in enumerate(self.faces()):
                paint_row(painter, face, *self.pair(which))
            first, second = self.faces()
            bottom = second.rect.bottom() + 0.6 * (second.rect.top() - first.rect.bottom())
            lines, role, high = self._words(self.height() - bottom)
            color = theme.color("bad" if self._problem else "soft")
            for row, line in enumerate(lines):
                place = QRectF(0.0, bottom + row * high, self.width(), high)
                text(painter, place, line, theme.font(role), color)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The numbers stand in their rows."""
        super().resizeEvent(event)
        self._place()

    def _words_room(self) -> float:
        return 2 * self._themes.current.line_height("small")

    def _words(self, room: float) -> tuple[list[str], str, float]:
        """The longest sentence that fits into `room`, as lines, with their type and pitch; none where none fits."""
        theme = self._themes.current
        sizes = (("small", theme.line_height("small")), ("caption", 1.25 * theme.type_size("caption")))
        for sentence in self.sentences():
            for role, pitch in sizes:
                lines = wrapped(sentence, theme.font(role), self.width())
                if len(lines) * pitch <= room + 1.0:
                    return lines, role, pitch
        return [], role, pitch

    def _place(self) -> None:
        for which, face in enumerate(self.faces()):
            self.slopes[which].setGeometry(face.number(0).toAlignedRect())
            self.rulers[which].setGeometry(face.number(1).toAlignedRect())

    def _on_changed(self, value: float = 0.0) -> None:
        tell(self, "Two sums", self.sentences()[0])
        self.update()

    def _on_refused(self, sentence: str) -> None:
        self._problem = sentence
        self._on_changed()

    def _on_theme(self) -> None:
        self._place()
        self.updateGeometry()
        self.update()


class RulersCard(QWidget):
    """Both calculations, one at a time. `changed` comes with every number that moves."""

    changed = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.segments = Segments(themes, VIEWS, self)
        tell(self.segments, "Calculation", "The two sums of RMSprop, or the top speed of momentum.")
        self.sums, self.speed = Sums(themes, self), TopSpeed(themes, self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.segments)
        self._stack = QStackedLayout()
        self._stack.addWidget(self.sums)
        self._stack.addWidget(self.speed)
        self._column.addLayout(self._stack, 1)
        self.segments.chosen.connect(self._stack.setCurrentIndex)
        for number in (*self.sums.slopes, *self.sums.rulers, self.speed.momentum):
            number.changed.connect(lambda _: self.changed.emit())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        tell(self, "One ruler per direction", ABOUT)
        themes.changed.connect(self._dress)
        self._dress()

    def set_view(self, index: int) -> None:
        """0: the two sums, 1: the top speed."""
        self.segments.set_index(index)
        self._stack.setCurrentIndex(index)

    def set_momentum(self, momentum: float) -> None:
        """Show the top speed of this momentum."""
        self.speed.momentum.set_value(momentum)
        self.speed.update()

    def _dress(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(self._themes.current.px(8)))
