"""The card that lies on the stage when a racer flew off or a training failed: what, why, numbers, and two ways on.

Never modal, and the last picture stays under it. Where more than one racer flew off, the card shows one and goes
through the others with its arrows. A training has no marker: its card begins with the sign of a warning alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.button import Button, IconButton
from gui.widgets.markers import color_of, has_marker, marker_of, paint_marker
from gui.widgets.shapes import begin, rounded, shadow, text, text_width
from gui.widgets.words import Label
from sim.phrases import joined, phrase

WIDE = 372.0  # 352 and the shadow
SHADOW = 10.0
MARKED, UNMARKED = 40.0, 24.0  # where the title begins, behind the signs
Fact = tuple[str, str]


@dataclass(frozen=True)
class Flown:
    """One flight in words: `facts` are pairs of a name and a number; without words a button is not there."""

    key: str
    title: str
    sentence: str
    facts: tuple[Fact, ...]
    back_words: str
    change_words: str = ""


class Facts(QWidget):
    """Names over numbers, side by side, and further down where there is no room."""

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._facts: tuple[Fact, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        themes.changed.connect(self.updateGeometry)

    def set_facts(self, facts: tuple[Fact, ...]) -> None:
        """Other numbers."""
        self._facts = facts
        self.setVisible(bool(facts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line of names, a line of numbers."""
        wide = round(self._themes.current.px(200))
        return QSize(wide, self.heightForWidth(wide))

    def heightForWidth(self, width: int) -> int:
        """As many rows as the facts need there."""
        rows = 1 + max((row for _, row in self._places(width)), default=0)
        return round(rows * self._row_height())

    def _row_height(self) -> float:
        """A line of names, a line of numbers."""
        theme = self._themes.current
        return theme.line_height("caption") + theme.line_height("figure")

    def _places(self, width: int) -> list[tuple[float, int]]:
        """Where each fact begins, and in which row."""
        theme = self._themes.current
        places, left, row = [], 0.0, 0
        for name, number in self._facts:
            wide = max(text_width(name, theme.font("caption")), text_width(number, theme.font("title")))
            if left and left + wide > width:
                left, row = 0.0, row + 1
            places.append((left, row))
            left += wide + theme.px(20)
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Columns as wide as they need."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            caption, figure = theme.font("caption"), theme.font("title")
            line, high = theme.line_height("caption"), self._row_height()
            for (name, number), (left, row) in zip(self._facts, self._places(self.width()), strict=True):
                top = row * high
                text(painter, QRectF(left, top, 10, line), name, caption, theme.color("faint"))
                text(painter, QRectF(left, top + line, 10, high - line), number, figure, theme.color("ink"))


class FlightCard(QWidget):
    """`back` and `changed` give the key of the racer whose button was pressed; `dismissed` closes the card."""

    back = Signal(str)
    changed = Signal(str)
    dismissed = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._flights: tuple[Flown, ...] = ()
        self._index = 0
        self._dismissed: set[str] = set()
        self._title = Label(themes, "", "heading", "bad", wrap=True, parent=self)
        self._count = Label(themes, "", "small", "soft", parent=self)
        self._earlier = IconButton(themes, "left", "The one before", "Another racer that flew off.", self)
        self._later = IconButton(themes, "right", "The next one", "Another racer that flew off.", self)
        self._close = IconButton(themes, "close", "Close", "What happened stays as it is.", self)
        self._text = Label(themes, "", "small", "soft", wrap=True, parent=self)
        self._facts = Facts(themes, self)
        self._back = Button(themes, "", parent=self, small=True)
        self._change = Button(themes, "", "primary", parent=self, small=True)
        self._head, self._middle, self._row = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._earlier.clicked.connect(lambda: self._turn(-1))
        self._later.clicked.connect(lambda: self._turn(1))
        self._close.clicked.connect(self.dismiss)
        self._back.clicked.connect(lambda: self.back.emit(self.flight.key))
        self._change.clicked.connect(lambda: self.changed.emit(self.flight.key))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _lay_out(self) -> None:
        top = Qt.AlignmentFlag.AlignTop
        self._head.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        self._head.addWidget(self._close, 0, top)
        self._middle.addWidget(self._facts, 1)
        for part in (self._count, self._earlier, self._later):
            self._middle.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._back)
        self._row.addWidget(self._change)
        self._row.addStretch(1)
        self._column.addLayout(self._head)
        self._column.addWidget(self._text)
        self._column.addLayout(self._middle)
        self._column.addLayout(self._row)

    # What others set ------------------------------------------------------------------------------------------------

    def set_flights(self, flights: Sequence[Flown]) -> None:
        """Show these; none hides the card. The racer that is shown stays, where it is still among them."""
        flights = tuple(flights)
        if flights == self._flights:
            return
        shown = self._flights[self._index].key if self._flights else ""
        keys = [flight.key for flight in flights]
        self._flights = flights
        self._index = keys.index(shown) if shown in keys else 0
        self._dismissed &= set(keys)
        if flights:
            self._say()
        if set(keys) <= self._dismissed:
            self._leave()
        elif not self.isVisible():
            self.show()
            self.raise_()

    @property
    def flight(self) -> Flown:
        """The one that is shown."""
        return self._flights[self._index]

    @property
    def count(self) -> str:
        """ "1 of 3", or nothing where there is one only."""
        return (
            phrase("{index} of {flights}", index=self._index + 1, flights=len(self._flights))
            if len(self._flights) > 1
            else ""
        )

    def dismiss(self) -> None:
        """Go away until another racer flies off."""
        self._dismissed = {flight.key for flight in self._flights}
        self._leave()
        self.dismissed.emit()

    def _leave(self) -> None:
        """Go, and take the focus along: Qt would give it to a slider, whose words then cover the run."""
        focused = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            focused.clearFocus()
        self.hide()

    def _turn(self, by: int) -> None:
        self._index = (self._index + by) % len(self._flights)
        self._say()

    def _say(self) -> None:
        flight = self.flight
        self._title.setText(flight.title)
        left = MARKED if has_marker(flight.key) else UNMARKED
        self._head.setContentsMargins(round(self._themes.current.px(left)), 0, 0, 0)
        self._text.setText(flight.sentence)
        self._count.setText(self.count)
        for part in (self._count, self._earlier, self._later):
            part.setVisible(len(self._flights) > 1)
        self._facts.set_facts(flight.facts)
        self._back.setVisible(bool(flight.back_words))
        if flight.back_words:
            self._back.set_words(flight.back_words, "Show a step at which everything was still well.")
        self._change.setVisible(bool(flight.change_words))
        if flight.change_words:
            self._change.set_words(flight.change_words, "Change this one setting and run again.")
        facts = joined((phrase("{name} {number}", name=name, number=number) for name, number in flight.facts), ", ")
        self.setAccessibleName(say(flight.title))
        self.setAccessibleDescription(say(phrase("{sentence} {facts}.", sentence=flight.sentence, facts=facts)))
        self._fit()

    # Looks ----------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes, Page up and Page down go through the racers."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown) and len(self._flights) > 1:
            self._turn(-1 if event.key() == Qt.Key.Key_PageUp else 1)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A floating sheet with a rim in `bad`, the sign of a warning, the racer's marker."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            reach = theme.px(SHADOW)
            rect = QRectF(self.rect()).adjusted(reach, reach / 2, -reach, -reach)
            radius = theme.px(10)
            shadow(painter, rect, radius, theme.dark, reach)
            rounded(painter, rect, radius, theme.color("panel"), theme.color("bad"), theme.px(1.4))
            if not self._flights:
                return
            side = theme.px(16)
            place = self._title.geometry()
            line = theme.line_height("heading")
            top = float(place.top())
            paint_icon(painter, "warn", QRectF(rect.left() + theme.px(13), top + (line - side) / 2, side, side),
                       theme.color("bad"))  # fmt: skip
            key, at = self.flight.key, QPointF(rect.left() + theme.px(42), top + line / 2)
            if has_marker(key):
                paint_marker(painter, marker_of(theme, key), at, theme.px(4.6), color_of(theme, key))

    def sizeHint(self) -> QSize:
        """As high as its sentence needs."""
        return self.size_in(round(self._themes.current.px(WIDE)))

    def size_in(self, width: int) -> QSize:
        """Its size where there is no more room than `width`."""
        wide = min(width, round(self._themes.current.px(WIDE)))
        self._stack(wide)
        return QSize(wide, self._column.heightForWidth(wide) if self._column.hasHeightForWidth() else 160)

    def _stack(self, width: int) -> None:
        """The buttons one above the other where they have no room side by side."""
        margins = self._column.contentsMargins()
        shown = [button for button in (self._back, self._change) if not button.isHidden()]
        needed = sum(button.sizeHint().width() for button in shown) + self._row.spacing() * (len(shown) - 1)
        beside = needed <= width - margins.left() - margins.right()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._column.invalidate()

    def _fit(self) -> None:
        self._column.activate()
        self.updateGeometry()
        self.resize(self.sizeHint())
        self.update()

    def _dress(self) -> None:
        theme = self._themes.current
        reach, pad = theme.px(SHADOW), theme.px(14)
        left = round(reach + pad)
        self._column.setContentsMargins(left, round(reach / 2 + theme.px(11)), left, round(reach + theme.px(14)))
        self._column.setSpacing(round(theme.px(8)))
        self._head.setSpacing(round(theme.px(4)))
        self._row.setSpacing(round(theme.px(8)))
        if self._flights:
            self._say()
        self._fit()
