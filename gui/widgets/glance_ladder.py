"""How well a glance agrees with the full slope, batch size by batch size; the size is chosen with the handle below.

Each size that was tried stands as a dot at its mean cosine, with the range of the middle eight tenths. Sizes that were
not tried yet have an open place. A second row of dots, dashed, is another moment of the training.
"""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, stroke, text, text_width
from gui.widgets.skier_picture import HANDLE, Axis, Picture, Plane, paint_dashed, paint_handle, paint_up
from sim.numerals import write_fixed
from sim.phrases import joined, phrase, word

AGREES = word("agreement (cosine)")


@dataclass(frozen=True)
class Rung:
    """One size. name: "128", "all"; mean, low, high: cosines, None where it was not tried; later: at another moment."""

    name: str
    mean: float | None = None
    low: float = 0.0
    high: float = 0.0
    later: float | None = None


@dataclass(frozen=True)
class LadderSeen:
    """All sizes, which one is chosen, and what the two rows of dots are."""

    rungs: tuple[Rung, ...] = ()
    chosen: int = 0
    now_words: str = ""
    later_words: str = ""


class GlanceLadder(Picture):
    """`chosen` carries the index of a size."""

    chosen = Signal(int)
    TITLE = "Batch size"
    ABOUT = "Left and Right choose how many examples a glance takes in."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 320.0, 240.0, 180.0, 120.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = LadderSeen()
        self._held = False
        self.tell_again()

    def show_ladder(self, seen: LadderSeen) -> None:
        """Other numbers, or another size."""
        self._seen = seen
        self.shown()

    @property
    def seen(self) -> LadderSeen:
        """What is shown."""
        return self._seen

    # Places -----------------------------------------------------------------------------------------------------------

    def plane(self) -> Plane:
        """Sizes stand at 0, 1, 2 ... across."""
        theme = self._themes.current
        foot = 2 * theme.line_height("caption") + theme.px(26)
        left, top = theme.px(34), theme.line_height("caption") + theme.px(4)
        area = QRectF(left, top, max(20.0, self.width() - left - theme.px(22)), max(20.0, self.height() - top - foot))
        last = max(1, len(self._seen.rungs) - 1)
        return Plane(area.adjusted(theme.px(16), 0, 0, 0), Axis(0.0, float(last)), Axis(0.0, 1.0))

    def rail(self) -> float:
        """The height of the handle's rail."""
        theme = self._themes.current
        return self.plane().area.bottom() + theme.line_height("caption") + theme.px(16)

    def handle(self) -> QRectF:
        """The box of the handle."""
        reach, at = self._themes.current.px(HANDLE), QPointF(self.plane().x(self._seen.chosen), self.rail())
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

    # Painting ---------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Grid, both rows of dots, the rail with its handle."""
        plane, seen = self.plane(), self._seen
        ticks = ((0.0, "0"), (0.5, write_fixed(0.5, 1)), (1.0, "1"))
        paint_up(painter, theme, plane, ticks)
        caption, faint = theme.font("caption"), theme.color("faint")
        text(painter, QRectF(0, 0, 10, theme.line_height("caption")), AGREES, caption, faint, LEFT)
        if not seen.rungs:
            return
        x = plane.x(seen.chosen)
        stroke(painter, QPointF(x, plane.area.top()), QPointF(x, self.rail()), theme.color("you", 0.35), theme.px(1.2))
        self._paint_rows(painter, theme, plane)
        self._paint_rail(painter, theme, plane)

    def _paint_rows(self, painter: QPainter, theme: Theme, plane: Plane) -> None:
        seen, ink = self._seen, theme.color("ink")
        later = [(i, rung.later) for i, rung in enumerate(seen.rungs) if rung.later is not None]
        for (i, one), (k, two) in pairwise(later):
            paint_dashed(painter, theme, plane.point(i, one), plane.point(k, two), theme.color("soft"),
                         theme.stroke("curve"))  # fmt: skip
        for i, value in later:
            at, edge = plane.point(i, value), theme.color("soft")
            disc(painter, at, theme.px(3.2), theme.color("stage"), edge, theme.px(1.4))
        now = [(i, rung) for i, rung in enumerate(seen.rungs) if rung.mean is not None]
        for (i, one_rung), (k, two_rung) in pairwise(now):
            if k == i + 1:
                stroke(painter, plane.point(i, one_rung.mean or 0.0), plane.point(k, two_rung.mean or 0.0), ink,
                       theme.stroke("curve"))  # fmt: skip
        for i, rung in enumerate(seen.rungs):
            self._paint_rung(painter, theme, plane, i, rung)
        self._paint_row_names(painter, theme, bool(now), bool(later))

    def _paint_rung(self, painter: QPainter, theme: Theme, plane: Plane, index: int, rung: Rung) -> None:
        if rung.mean is None:
            at = QPointF(plane.x(index), plane.area.bottom() - theme.px(7))
            disc(painter, at, theme.px(3.4), None, theme.color("rule"), theme.px(1.2))
            return
        chosen = index == self._seen.chosen
        role = "you" if chosen else "ink"
        low, high = plane.point(index, max(0.0, rung.low)), plane.point(index, min(1.0, rung.high))
        stroke(painter, low, high, theme.color(role, 0.35), theme.px(5))
        at = plane.point(index, rung.mean)
        disc(painter, at, theme.px(5.2 if chosen else 4.2), theme.color(role), theme.color("stage"), theme.px(1.4))
        words, font = write_fixed(rung.mean, 2), theme.font("heading" if chosen else "cell")
        high_line = theme.line_height("caption")
        above = at.y() - high_line - theme.px(7) > plane.area.top() - theme.px(10)
        top = at.y() - high_line - theme.px(7) if above else high.y() + theme.px(8)
        top = min(top, high.y() - high_line - theme.px(4)) if above else max(top, low.y() + theme.px(4))
        text(painter, QRectF(at.x() - 20, top, 40, high_line), words, font, theme.color(role), CENTRE)

    def _paint_row_names(self, painter: QPainter, theme: Theme, now: bool, later: bool) -> None:
        font, high = theme.font("caption"), theme.line_height("caption")
        right = QRectF(0, 0, self.width() - theme.px(4), high)
        if self._seen.later_words and later:
            words = phrase("solid: {now}, dashed: {later}", now=self._seen.now_words, later=self._seen.later_words)
            if text_width(words, font) + text_width(AGREES, font) + theme.px(20) < self.width():
                text(painter, right, words, font, theme.color("soft"), RIGHT)
        elif self._seen.now_words and now:
            text(painter, right, self._seen.now_words, font, theme.color("soft"), RIGHT)

    def _paint_rail(self, painter: QPainter, theme: Theme, plane: Plane) -> None:
        y, font, high = self.rail(), theme.font("cell"), theme.line_height("caption")
        left, right = plane.x(0), plane.x(len(self._seen.rungs) - 1)
        stroke(painter, QPointF(left, y), QPointF(right, y), theme.color("line"), theme.px(4))
        for index, rung in enumerate(self._seen.rungs):
            x = plane.x(index)
            disc(painter, QPointF(x, y), theme.px(2.2), theme.color("rule"))
            chosen = index == self._seen.chosen
            box = QRectF(x - 20, plane.area.bottom() + theme.px(3), 40, high)
            text(painter, box, rung.name, font, theme.color("you" if chosen else "soft"), CENTRE)
        if not self.locked:
            paint_handle(painter, theme, self.handle().center(), 1.0 if self._held else 0.0)
        words = "examples in one glance"
        box = QRectF(left, y + theme.px(9), right - left, high)
        text(painter, box, words, theme.font("caption"), theme.color("faint"), CENTRE)

    # Hand -------------------------------------------------------------------------------------------------------------

    def _index_at(self, at: QPointF) -> int:
        plane = self.plane()
        share = (at.x() - plane.area.left()) / max(1.0, plane.area.width())
        return min(max(round(share * (len(self._seen.rungs) - 1)), 0), len(self._seen.rungs) - 1)

    def _choose(self, index: int) -> None:
        if self.locked:
            self.refused.emit()
        elif 0 <= index < len(self._seen.rungs) and index != self._seen.chosen:
            self.set_cued(False)
            self.chosen.emit(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The size under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and self._seen.rungs:
            self._held = not self.locked
            self._choose(self._index_at(event.position()))
            self.update()
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The handle follows."""
        if self._held:
            self._choose(self._index_at(event.position()))
        self.setCursor(Qt.CursorShape.ArrowCursor if self.locked else Qt.CursorShape.PointingHandCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._held = False
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Only with the focus."""
        if self.hasFocus() and event.angleDelta().y():
            self._choose(self._seen.chosen + (1 if event.angleDelta().y() > 0 else -1))
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The next size, the one before, the ends."""
        here, last = self._seen.chosen, len(self._seen.rungs) - 1
        places = {
            Qt.Key.Key_Left: here - 1, Qt.Key.Key_Down: here - 1, Qt.Key.Key_Right: here + 1, Qt.Key.Key_Up: here + 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: last,
        }  # fmt: skip
        if Qt.Key(event.key()) in places:
            self._choose(places[Qt.Key(event.key())])
        else:
            event.ignore()

    def describe(self) -> str:
        """The chosen size, and every one that was tried."""
        seen = self._seen
        if not seen.rungs:
            return ""
        chosen = phrase("Chosen: {name}.", name=seen.rungs[seen.chosen].name)
        tried = [
            phrase("{name} examples agree by {cosine}.", name=rung.name, cosine=write_fixed(rung.mean, 2))
            for rung in seen.rungs if rung.mean is not None
        ]  # fmt: skip
        return joined((chosen, *tried))
