"""A floating card with the arithmetic of one thing: lines of coloured numbers, a tail that points at what they explain.

It never covers its anchor and never leaves its parent. Where it can it leaves the pictures free that it is about: of
their sides the one next to the anchor is taken, and a thin line leads to it. Else the first side of the anchor with
enough room is taken, below first. Pinned, it stays until it is closed; copied, it is plain text. Escape closes it. How
lines and tables of runs look: `bubble_lines`. About one thing it never becomes narrower, so that running numbers do not
make it tremble.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QRegion,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.bubble_lines import BubbleLines, Run
from gui.widgets.bubble_place import at_edge, distance, nearest, place_beside, place_card
from gui.widgets.button import IconButton
from gui.widgets.easing import Eased
from gui.widgets.paper import on_paper, sharpness
from gui.widgets.shapes import LEFT, begin, shadow, text, text_width

Lines = Sequence[Sequence[Run]]

_GAP = 24.0
_SHADOW = 12.0
_EDGE = 4.0
_TAIL_HALF = 8.0
_CLEAR = 11.0
_FAR = 70.0  # pixels from which on a line leads to the anchor instead of a tail
_LEAD = 2.5  # half the width that the line keeps free


class Bubble(QWidget):
    """The card. It belongs to the picture it explains and lies above it."""

    pinned_changed = Signal(bool)

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._lines: tuple[tuple[Run, ...], ...] = ()
        self._title = ""
        self._copied: Callable[[], str] | None = None
        self._widest = 0.0
        self._anchor = self._aim = QPointF()
        self._whole = QRectF()
        self._spared: tuple[QRectF, ...] = ()
        self._card = QRectF()
        self._placed: tuple[QRectF, QRect, QPointF] | None = None
        self._ground = QPixmap()
        self._level = Eased(self)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._pin = IconButton(themes, "pin", "Pin", "Keep these numbers until you close them.", self)
        self._pin.setCheckable(True)
        self._pin.toggled.connect(self.pinned_changed)
        self._copy = IconButton(themes, "copy", "Copy", "Copy these numbers as plain text.", self)
        self._copy.clicked.connect(self.copy)
        parent.installEventFilter(self)
        themes.changed.connect(self._on_theme)
        self.hide()

    @property
    def pinned(self) -> bool:
        """Does it stay when the pointer leaves?"""
        return self._pin.isChecked()

    @pinned.setter
    def pinned(self, pinned: bool) -> None:
        self._pin.setChecked(pinned)

    @property
    def card(self) -> QRectF:
        """The card without shadow and tail, in coordinates of the parent."""
        return self._card.translated(QPointF(self.pos()))

    def show_lines(
        self,
        lines: Lines,
        anchor: QPointF,
        title: str = "",
        copied: Callable[[], str] | None = None,
        spared: Sequence[QRectF] = (),
        whole: QRectF | None = None,
    ) -> None:
        """Show runs of (text, role) in lines, with the tail at `anchor` (coordinates of the parent).

        copied: makes the text for the clipboard, where it says more than the lines. spared: areas to be left free; the
        first one with room beside it counts. whole: a picture that the tail does not cross; beside it the tail ends at
        its edge, at the height of the anchor.
        """
        content, free = tuple(tuple(line) for line in lines), tuple(spared)
        self._copied = copied
        shown = (self._lines, self._title, self._anchor, self._spared)
        if self.isVisible() and (content, title, anchor, free) == shown:
            return
        self._spared, self._whole = free, whole or QRectF()
        if title != self._title or not self.isVisible():
            self._widest = 0.0
        self._lines, self._title, self._anchor = content, title, QPointF(anchor)
        self.setAccessibleName(say(title or "Numbers"))
        self.setAccessibleDescription(self.plain_text())
        self._place()
        if not self.isVisible():
            self.window().installEventFilter(self)
            self.setVisible(True)
            self.raise_()
            QToolTip.hideText()
            self._level.go(0.0, 0)
            self._level.go(1.0, self._themes.current.motion("bubble"))

    def plain_text(self) -> str:
        """Title and lines as text."""
        lines = ["".join(say(words) for words, _ in line).strip() for line in self._lines]
        return "\n".join([say(self._title), *lines] if self._title else lines)

    def copy(self) -> None:
        """Put the plain text on the clipboard."""
        QGuiApplication.clipboard().setText(self.plain_text() if self._copied is None else self._copied())

    def close_now(self) -> None:
        """Unpin and hide."""
        self.pinned = False
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """Hidden means let go, unless a parent merely left the screen."""
        super().hideEvent(event)
        if self.isHidden():
            self.pinned = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape that nobody else in the window wants is for the bubble. In a new size of the picture, find a place."""
        if not self.isVisible():
            return False
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
            return isinstance(event, QKeyEvent) and self._took(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, from one of the buttons."""
        if not self._took(event):
            super().keyPressEvent(event)

    def _took(self, event: QKeyEvent) -> bool:
        if event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.close_now()
        return True

    # Place ------------------------------------------------------------------------------------------------------------

    def _content(self) -> BubbleLines:
        return BubbleLines(self._themes.current, self._lines)

    def _tools(self) -> float:
        return 2.0 * self._themes.current.target

    def _measure(self) -> tuple[float, float]:
        """Width and height of the card."""
        theme = self._themes.current
        pad, content = theme.px(14), self._content()
        head = theme.line_height("heading") if self._title else 0.0
        first = text_width(self._title, theme.font("heading")) if self._title else content.first_width()
        wide = self._widest = max(self._widest, content.width, first + self._tools() + theme.px(8))
        tall = max(head + content.height, float(theme.target))
        return wide + 2 * pad, tall + 2 * theme.px(10) + (theme.px(4) if self._title else 0.0)

    def _on_theme(self) -> None:
        self._widest, self._placed = 0.0, None
        self._place()

    def _place(self) -> None:
        parent = self.parentWidget()
        if parent is None or not (self._lines or self._title):
            return
        theme = self._themes.current
        room = QRectF(parent.rect()).adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        measure, gap = self._measure(), theme.px(_GAP)
        beside = (place_beside(*measure, self._anchor, room, gap, area) for area in self._spared)
        card = next((place for place in beside if place is not None), None)
        card = card or place_card(*measure, self._anchor, room, gap)
        self._aim = at_edge(self._whole, self._anchor, card)
        reach = QRectF(self._tip(card), self._tip(card)).normalized()
        outer = card.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW + 4).united(reach.adjusted(-2, -2, 2, 2))
        area = outer.toAlignedRect()
        self.update()
        placed = (QRectF(card), QRect(area), QPointF(self._anchor))
        if placed == self._placed:
            return
        self._placed, self._ground = placed, QPixmap()
        self.setGeometry(area)
        self._card = card.translated(-area.left(), -area.top())
        self._leave_the_anchor_free(area)
        side, inset = theme.target, round(theme.px(6))
        for index, tool in enumerate((self._pin, self._copy)):
            tool.setGeometry(round(self._card.right()) - inset - (index + 1) * side, self._tool_top(), side, side)

    def _tool_top(self) -> int:
        theme = self._themes.current
        line = theme.line_height("heading") if self._title else float(theme.target)
        return round(self._card.top() + theme.px(10) + (line - theme.target) / 2)

    def _leave_the_anchor_free(self, area: QRect) -> None:
        """What the bubble explains stays under the pointer, and what its line passes stays in reach."""
        at, clear = (self._anchor - QPointF(area.topLeft())).toPoint(), round(self._themes.current.px(_CLEAR))
        hole = QRegion(at.x() - clear, at.y() - clear, 2 * clear, 2 * clear, QRegion.RegionType.Ellipse)
        around = self._card.adjusted(-_SHADOW, -_SHADOW, _SHADOW, _SHADOW + 4).toAlignedRect()
        shape = QRegion(around).united(QRegion(self._tail().toFillPolygon().toPolygon()))
        self.setMask(shape.subtracted(hole.subtracted(QRegion(self._card.toAlignedRect()))))

    def _tip(self, card: QRectF) -> QPointF:
        """The end of the tail: on the way to the anchor, clear of what stands there."""
        base = nearest(card, self._aim)
        way = self._aim - base
        length = max(1e-6, (way.x() ** 2 + way.y() ** 2) ** 0.5)
        clear = self._themes.current.px(_CLEAR) if self._aim == self._anchor else 0.0
        share = max(0.0, length - clear) / length
        return QPointF(base.x() + way.x() * share, base.y() + way.y() * share)

    # Painting ---------------------------------------------------------------------------------------------------------

    def _outline(self) -> QPainterPath:
        theme, card = self._themes.current, self._card
        path = QPainterPath()
        radius = float(theme.size("radius_card"))
        path.addRoundedRect(card.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        return path if self._is_far() else path.united(self._tail())

    def _is_far(self) -> bool:
        """Does a line lead to the anchor?"""
        return distance(nearest(self.card, self._aim), self._aim) > self._themes.current.px(_FAR)

    def _tail(self) -> QPainterPath:
        """The tail, or the strip in which the line lies."""
        theme, card = self._themes.current, self._card
        tip = self._tip(card.translated(QPointF(self.pos()))) - QPointF(self.pos())
        inner = card.adjusted(20, 0, -20, 0) if card.top() > tip.y() or card.bottom() < tip.y() else card
        base, far = nearest(inner.adjusted(2, 2, -2, -2), tip), self._is_far()
        half = theme.px(_LEAD if far else _TAIL_HALF)
        upright = card.left() <= tip.x() <= card.right()
        side = QPointF(half, 0) if upright else QPointF(0, half)
        end = side if far else QPointF()
        tail = QPainterPath(base - side)
        tail.lineTo(tip - end)
        tail.lineTo(tip + end)
        tail.lineTo(base + side)
        tail.closeSubpath()
        return tail

    def _paint_lead(self, painter: QPainter) -> None:
        """The line to an anchor far off, on a casing that parts it from what it crosses."""
        tip = self._tip(self.card) - QPointF(self.pos())
        base = nearest(self._card.adjusted(20, 0, -20, 0), tip)
        base = base if base.y() in (self._card.top(), self._card.bottom()) else nearest(self._card, tip)
        scale, theme = self._themes.current.scale, self._themes.current
        for role, width in (("panel", 4.6), ("ink", 1.6)):
            painter.setPen(QPen(theme.color(role), width * scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(base, tip)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shadow, card with an ink rim, title, lines."""
        with QPainter(self) as painter:
            begin(painter)
            painter.setOpacity(self._level.level)
            theme, card = self._themes.current, self._card
            if on_paper(painter):
                self._paint_ground(painter)
            else:
                self._renew(sharpness(painter))
                painter.drawPixmap(0, 0, self._ground)
            left, top = card.left() + theme.px(14), card.top() + theme.px(10)
            if self._title:
                height = theme.line_height("heading")
                place = QRectF(left, top, 10, height)
                text(painter, place, self._title, theme.font("heading"), theme.color("ink"), LEFT)
                top += height + theme.px(4)
            self._content().paint(painter, left, top, card.width() - 2 * theme.px(14))

    def _renew(self, ratio: float) -> None:
        """Shadow and rim once for every place: what runs are the numbers."""
        size = self.size() * ratio
        if self._ground.size() == size and self._ground.devicePixelRatio() == ratio:
            return
        self._ground = QPixmap(size.expandedTo(QSize(1, 1)))
        self._ground.setDevicePixelRatio(ratio)
        self._ground.fill(Qt.GlobalColor.transparent)
        with QPainter(self._ground) as painter:
            begin(painter)
            self._paint_ground(painter)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._themes.current
        shadow(painter, self._card, theme.size("radius_card"), theme.dark, _SHADOW - 2)
        if self._is_far():
            self._paint_lead(painter)
        painter.setPen(QPen(theme.color("ink"), 1.6 * theme.scale))
        painter.setBrush(theme.color("panel"))
        painter.drawPath(self._outline())
