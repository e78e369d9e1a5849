"""A few words that point at something: a card with a tail, beside what it explains and never over it.

Not modal: everything under and around it can be used. Escape says what Skip says, wherever the keyboard is.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.bubble_place import nearest, place_beside, place_card
from gui.widgets.button import Button
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.shapes import begin, rounded, shadow
from gui.widgets.words import Label, tell
from sim.phrases import phrase

WIDTH, TAIL, AIR = 300.0, 11.0, 8.0


class Callout(QWidget):
    """`next_asked` and `skipped` are what its two buttons say. It lives in a window, over everything else."""

    next_asked = Signal()
    skipped = Signal()

    def __init__(self, themes: ThemeHolder, host: QWidget) -> None:
        super().__init__(host)
        self._themes = themes
        self._host = host
        self._target: QWidget | None = None
        self._cue: Cue | None = None
        self._tip = QPointF()
        self.title = Label(themes, "", "heading", wrap=True, parent=self)
        self.words = Label(themes, "", "body", "soft", wrap=True, parent=self)
        self.count = Label(themes, "", "small", "faint", parent=self)
        about = "The tour can be had again from the search of actions."
        self.skip = Button(themes, "Skip", "ghost", self, about=about, small=True)
        self.onward = Button(themes, "Next", "primary", self, small=True)
        self._fill()
        self.skip.clicked.connect(lambda: self.skipped.emit())
        self.onward.clicked.connect(lambda: self.next_asked.emit())
        Answering(host, (QEvent.Type.Resize, QEvent.Type.KeyPress), self._answer)
        themes.changed.connect(self._dress)
        self._dress()
        self.hide()

    def _fill(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.count, 1)
        row.addWidget(self.skip)
        row.addWidget(self.onward)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.title)
        self._column.addWidget(self.words)
        self._column.addLayout(row)

    def point_at(self, target: QWidget, title: str, words: str, number: int, total: int) -> None:
        """Explain a widget: step `number` of `total`."""
        self._let_go()
        self._target = target
        self.title.setText(title)
        self.words.setText(words)
        self.count.setText(phrase("{number} of {total}", number=number, total=total))
        last = number == total
        self.onward.set_words("Done" if last else "Next", "Ends the tour." if last else "Goes on with the tour.")
        self.skip.setVisible(not last)
        tell(self, title, words)
        self._cue = Cue(self._themes, target, lambda: QRectF(target.rect()), CueFrame)
        self._cue.set_on(True)
        self.place()
        self.show()
        self.raise_()
        self.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def target(self) -> QWidget | None:
        """What is being explained."""
        return self._target

    def target_box(self) -> QRectF:
        """The place of what is explained, in the window."""
        target = self._target
        if target is None:
            return QRectF()
        return QRectF(QPointF(target.mapTo(self._host, QPointF())), target.size().toSizeF())

    def close_card(self) -> None:
        """Away with card and frame."""
        self._let_go()
        self.hide()

    def _let_go(self) -> None:
        if self._cue is not None:
            self._cue.set_on(False)
            self._cue.deleteLater()
        self._cue = self._target = None

    def place(self) -> None:
        """Beside what it explains, wherever there is room."""
        if self._target is None:
            return
        theme = self._themes.current
        tail, air = theme.px(TAIL), theme.px(AIR)
        room = QRectF(self._host.rect()).adjusted(air, air, -air, -air)
        wide = min(round(theme.px(WIDTH)), round(room.width() * 0.7))
        high = max(self._column.totalHeightForWidth(wide), self._column.totalMinimumSize().height())
        size, box = QSize(wide, high), self.target_box()
        picture = box.adjusted(-tail, -tail, tail, tail)
        place = place_beside(size.width(), size.height(), box.center(), room, tail, picture)
        if place is None:
            place = place_card(size.width(), size.height(), box.center(), room, max(box.width(), box.height()) / 2)
        self.setGeometry(place.adjusted(-tail, -tail, tail, tail).toAlignedRect())
        card = self.card()
        self._tip = nearest(box.translated(-QPointF(self.pos())), card.center())
        self.update()

    def card(self) -> QRectF:
        """The sheet, without the room for the tail."""
        tail = self._themes.current.px(TAIL)
        return QRectF(self.rect()).adjusted(tail, tail, -tail, -tail)

    def sheet(self) -> QRect:
        """The sheet, in the window."""
        return self.card().translated(QPointF(self.pos())).toAlignedRect()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, tail, sheet."""
        with QPainter(self) as painter:
            begin(painter)
            theme, card = self._themes.current, self.card()
            radius, edge = float(theme.size("radius_card")), theme.color("ink")
            shadow(painter, card, radius, theme.dark, theme.px(6))
            foot = nearest(card.adjusted(radius + 8, radius + 8, -radius - 8, -radius - 8), self._tip)
            root, half = nearest(card, foot_outside(card, self._tip, foot)), theme.px(8)
            across = QPointF(half, 0) if root.y() in (card.top(), card.bottom()) else QPointF(0, half)
            way = self._tip - root
            size = max(1.0, (way.x() ** 2 + way.y() ** 2) ** 0.5)
            tip = root + way * min(1.0, theme.px(TAIL - 1) / size)
            rounded(painter, card, radius, theme.color("panel"), edge, theme.stroke("hairline"))
            if size > 2.0:
                painter.setBrush(edge)
                painter.drawPolygon(QPolygonF([root - across, tip, root + across]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape skips; Enter goes on."""
        if event.key() == Qt.Key.Key_Escape:
            self.skipped.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.next_asked.emit()
        else:
            super().keyPressEvent(event)

    def _answer(self, event: QEvent) -> bool:
        """The window has another size, or was given a key that nobody took."""
        if not self.isVisible():
            return False
        if isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self.skipped.emit()
                return True
            return False
        self.place()
        return False

    def _dress(self) -> None:
        theme = self._themes.current
        pad = round(theme.px(TAIL) + theme.size("card_padding"))
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(round(theme.px(8)))
        self.place()
        self.update()


def foot_outside(card: QRectF, tip: QPointF, inside: QPointF) -> QPointF:
    """Where the tail leaves the card on its way from `inside` to `tip`."""
    if tip.y() >= card.bottom():
        return QPointF(inside.x(), card.bottom())
    if tip.y() <= card.top():
        return QPointF(inside.x(), card.top())
    return QPointF(card.right() if tip.x() >= card.right() else card.left(), inside.y())
