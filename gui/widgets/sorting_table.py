"""Cards to sort into boxes: drag one, or walk to it and press the number of a box.

Cards that are not sorted lie above, boxes stand side by side below. The keyboard: arrows go from card to card, 1, 2, 3
lay one into a box, 0 or Backspace puts it back. Once every card lies in a box, each says whether it belongs there, and
why; nothing is red.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import Theme, ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import begin, rounded, shadow, text, text_width, wrapped
from gui.widgets.words import tip
from sim.phrases import joined, phrase

ABOUT = "Arrow keys go from card to card; the number of a box lays a card into it, 0 takes it out again."
HELP = "Drag each card into a box."
BACK = frozenset({Qt.Key.Key_0, Qt.Key.Key_Backspace, Qt.Key.Key_Delete})
_WAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
_LIFT = 6


@dataclass(frozen=True)
class SortCard:
    """words and source stand on the card; box: the key of the box it belongs in; why: one sentence."""

    key: str
    words: str
    source: str
    box: str
    why: str


class SortingTable(QWidget):
    """`sorted_into` carries a card and a box; the box "" is none."""

    sorted_into = Signal(str, str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._question = ""
        self._boxes: tuple[tuple[str, str], ...] = ()
        self._cards: tuple[SortCard, ...] = ()
        self._lies: dict[str, str] = {}
        self._places: dict[str, QRectF] = {}
        self._box_places: dict[str, QRectF] = {}
        self._at = 0
        self._held = ""
        self._over = ""
        self._from = QPointF()
        self._pointer = QPointF()
        self._ring = FocusMark(themes, self, self._ring_part)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleDescription(say(ABOUT))
        self.setToolTip(tip("Sort the cards", HELP))
        themes.changed.connect(self._lay_out)

    def set_table(self, question: str, boxes: tuple[tuple[str, str], ...], cards: tuple[SortCard, ...]) -> None:
        """Other cards and boxes; boxes are pairs (key, title)."""
        if (question, boxes, cards) != (self._question, self._boxes, self._cards):
            self._question, self._boxes, self._cards = question, boxes, cards
            self._at, self._held = 0, ""
            self._lay_out()

    def set_sorted(self, lies: Mapping[str, str]) -> None:
        """Which card lies in which box."""
        if dict(lies) != self._lies:
            self._lies = dict(lies)
            self._lay_out()

    @property
    def is_done(self) -> bool:
        """Whether every card lies in a box."""
        return bool(self._cards) and all(card.key in self._lies for card in self._cards)

    @property
    def current(self) -> str:
        """The card at which the keyboard stands."""
        return self._cards[self._at].key if self._cards else ""

    def place_of(self, key: str) -> QRectF:
        """Where a card lies."""
        return self._places.get(key, QRectF())

    def box_place(self, key: str) -> QRectF:
        """Where a box stands."""
        return self._box_places.get(key, QRectF())

    def sizeHint(self) -> QSize:
        """Room for three boxes."""
        return QSize(round(self._themes.current.px(720)), round(self._themes.current.px(460)))

    def minimumSizeHint(self) -> QSize:
        """It can be small."""
        return QSize(round(self._themes.current.px(280)), round(self._themes.current.px(180)))

    @property
    def _read(self) -> str:
        """The card under the pointer, or that of the keyboard: it is opened to its full words."""
        return self._over or (self.current if self.hasFocus() else "")

    # Where things lie -------------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        theme, gap = self._themes.current, self._themes.current.px(10)
        head = theme.line_height("question") + theme.px(8) if self.height() > theme.px(300) else 0.0
        room = QRectF(self.rect()).adjusted(0, head, 0, 0)
        waiting = [card.key for card in self._cards if card.key not in self._lies]
        columns = 3 if room.width() > theme.px(520) else 2
        rows = -(-max(len(waiting), 1) // columns)
        share = (0.46 if self.height() > theme.px(300) else 0.56) if waiting else 0.0
        high = min(max((room.height() * share - gap) / rows - gap, theme.px(30)), theme.px(92)) if waiting else 0.0
        self._places = {}
        wide = (room.width() - (columns - 1) * gap) / columns
        for number, key in enumerate(waiting):
            row, column = divmod(number, columns)
            self._places[key] = QRectF(column * (wide + gap), room.top() + row * (high + gap), wide, high)
        top = room.top() + (rows * (high + gap) if waiting else 0.0) + (gap if waiting else 0.0)
        self._lay_boxes(QRectF(0, top, room.width(), max(theme.px(40), room.bottom() - top - 1)), gap)
        self._tell()
        self._ring.refresh()
        self.update()

    def _lay_boxes(self, place: QRectF, gap: float) -> None:
        """The boxes side by side, and the cards in them one below the other."""
        theme, count = self._themes.current, max(len(self._boxes), 1)
        wide, title = (place.width() - (count - 1) * gap) / count, theme.px(28)
        self._box_places = {}
        for number, (key, _) in enumerate(self._boxes):
            box = QRectF(number * (wide + gap), place.top(), wide, place.height())
            self._box_places[key] = box
            inside = [card.key for card in self._cards if self._lies.get(card.key) == key]
            room = (box.height() - title - gap) / max(len(inside), 1)
            high = min(room - gap / 2, theme.px(132 if self.is_done else 96))
            for row, inner in enumerate(inside):
                top = box.top() + title + row * (high + gap / 2)
                self._places[inner] = QRectF(box.left() + gap / 2, top, box.width() - gap, max(high, theme.px(18)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out anew."""
        self._lay_out()

    # Hands ------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a card."""
        key = self._card_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and key:
            self._held, self._from = key, event.position()
            self._stand_at(key)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The card comes along."""
        self._pointer = event.position()
        if self._held:
            self.update()
        else:
            found = self._over = self._card_at(event.position())
            self.update()
            self.setCursor(Qt.CursorShape.OpenHandCursor if found else Qt.CursorShape.ArrowCursor)

    def leaveEvent(self, event: QEvent) -> None:
        """No card is read any more, but that of the keyboard."""
        self._over = ""
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """It lies where it was let go."""
        held, self._held = self._held, ""
        self._pointer = event.position()
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.update()
        if held and (event.position() - self._from).manhattanLength() > _LIFT:
            self._put(held, self._box_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, and lay into a box."""
        key = Qt.Key(event.key())
        number = event.key() - Qt.Key.Key_1
        if not self._cards:
            event.ignore()
        elif key in _WAYS:
            self._at = (self._at + _WAYS[key]) % len(self._cards)
            self._moved()
        elif 0 <= number < len(self._boxes):
            self._put(self.current, self._boxes[number][0])
        elif key in BACK:
            self._put(self.current, "")
        else:
            super().keyPressEvent(event)

    def _put(self, key: str, box: str) -> None:
        if self._lies.get(key, "") != box and self.isEnabled():
            self.sorted_into.emit(key, box)

    def _card_at(self, at: QPointF) -> str:
        return next((key for key, place in self._places.items() if place.contains(at)), "")

    def _box_at(self, at: QPointF) -> str:
        return next((key for key, place in self._box_places.items() if place.contains(at)), "")

    def _stand_at(self, key: str) -> None:
        self._at = next(number for number, card in enumerate(self._cards) if card.key == key)
        self._moved()

    def _moved(self) -> None:
        self._tell()
        self._ring.refresh()
        self.update()

    def _tell(self) -> None:
        """Name the card at which the keyboard stands, and the box it lies in."""
        if not self._cards:
            self.setAccessibleName(say("Cards to sort"))
            return
        card, titles = self._cards[self._at], dict(self._boxes)
        lies = titles.get(self._lies.get(card.key, ""), "")
        name = phrase("{card}, in box {box}", card=card.words, box=lies) if lies else card.words
        self.setAccessibleName(say(joined((name, card.why if self.is_done else ""))))

    def _ring_part(self) -> tuple[QRectF, float]:
        return self.place_of(self.current), float(self._themes.current.size("radius_button"))

    # Painting ---------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Question, boxes, cards, the held one on top."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            if self.height() > theme.px(300):
                line = QRectF(0, 0, self.width(), theme.line_height("question"))
                text(painter, line, self._question, theme.font("question"), theme.color("ink"))
            over = self._box_at(self._pointer) if self._held else ""
            for number, (key, title) in enumerate(self._boxes, 1):
                self._paint_box(painter, theme, number, key, title, key == over)
            for card in self._cards:
                if card.key not in (self._held, self._read):
                    self._paint_card(painter, theme, card, self._places[card.key])
            for card in self._cards:
                if card.key == self._read and not self._held:
                    self._paint_card(painter, theme, card, self._opened(theme, card))
            if self._held:
                card = next(card for card in self._cards if card.key == self._held)
                place = self._places[card.key].translated(self._pointer - self._from)
                shadow(painter, place, theme.size("radius_button"), theme.dark, theme.px(9))
                self._paint_card(painter, theme, card, place)

    def _paint_box(self, painter: QPainter, theme: Theme, number: int, key: str, title: str, over: bool) -> None:
        place = self._box_places[key]
        edge = theme.color("you" if over else "rule")
        fill = theme.color("you_soft") if over else theme.color("sunk", 0.55)
        rounded(painter, place, theme.size("radius_card"), fill, edge, theme.stroke("hairline"), [4.0, 3.0])
        head = QRectF(place.left(), place.top() + theme.px(4), place.width(), theme.px(22))
        sign = f"{number}" if title != f"{number}" else ""
        wide = text_width(title, theme.font("heading")) + (theme.px(16) if sign else 0.0)
        left = place.center().x() - wide / 2
        if sign:
            place = QRectF(left, head.top(), 10, head.height())
            text(painter, place, sign, theme.font("caption"), theme.color("faint"))
            left += theme.px(16)
        text(painter, QRectF(left, head.top(), 10, head.height()), title, theme.font("heading"), theme.color("ink"))

    def _paint_card(self, painter: QPainter, theme: Theme, card: SortCard, place: QRectF) -> None:
        """The words; once all are sorted also why, and a check where it belongs there."""
        right = self._lies.get(card.key) == card.box
        told = self.is_done and card.key in self._lies
        edge = theme.color("good" if told and right else "line")
        rounded(painter, place, theme.size("radius_button"), theme.color("panel"), edge, theme.stroke("hairline"))
        pad = theme.px(9)
        inner = place.adjusted(pad, theme.px(6), -pad, -theme.px(6))
        if told and right:
            side = theme.px(13)
            sign = QRectF(inner.right() - side + 3, inner.top(), side, side)
            paint_icon(painter, "check", sign, theme.color("good"), 2.0)
            inner.adjust(0, 0, -side, 0)
        rest = [(card.why, "small", "soft")] if told else [(card.source, "caption", "faint")]
        self._write(painter, theme, inner, [(card.words, "small", "ink"), *rest])

    def _opened(self, theme: Theme, card: SortCard) -> QRectF:
        """Where the card that is read lies: as high as its words need, within the table."""
        place, pad = self._places[card.key], theme.px(9)
        told = self.is_done and card.key in self._lies
        high = 2 * theme.px(6) + theme.px(4)
        for words, role in ((card.words, "small"), (card.why if told else card.source, "small" if told else "caption")):
            lines = wrapped(words, theme.font(role), place.width() - 2 * pad - (theme.px(13) if told else 0.0))
            high += len(lines) * theme.line_height(role)
        if high <= place.height():
            return place
        top = min(place.top(), max(0.0, self.height() - high))
        return QRectF(place.left(), top, place.width(), high)

    def _write(self, painter: QPainter, theme: Theme, inner: QRectF, parts: list[tuple[str, str, str]]) -> None:
        """As many lines as fit, from the top."""
        top = inner.top()
        for words, role, color in parts:
            font, line = theme.font(role), theme.line_height(role)
            most = int((inner.bottom() - top + 1) // line)
            if not words or most < 1:
                continue
            for row in wrapped(words, font, inner.width(), most):
                align_top = QRectF(inner.left(), top, inner.width(), line)
                text(painter, align_top, row, font, theme.color(color))
                top += line
            top += theme.px(2)


