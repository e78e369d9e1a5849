"""A learning rate on a line, beside the rate above which the place where one stands throws everything out.

The limit is 2 / curvature, and with a momentum μ 2 (1 + μ) / curvature (Polyak 1964). Below (1 - √μ)² / curvature one
creeps down one wall, up to the limit one goes from wall to wall, beyond it out. The handle is the rate; the limit moves
by itself where the curvature does.
"""

import math
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, rounded, stroke, text, text_width
from gui.widgets.skier_picture import HANDLE, Axis, Picture, paint_handle
from sim.numerals import write_significant
from sim.phrases import phrase, word

UNKNOWN = word("the curvature is being measured")
ZONES = (word("creeps"), word("wall to wall"), word("out"))
RATES = Axis(0.01, 10.0, log=True)
_STEPS = 100.0


@dataclass(frozen=True)
class LimitSeen:
    """rate, momentum, and the curvature of the place; None while that is not known. axis: of the rates."""

    rate: float = 0.1
    curvature: float | None = None
    axis: Axis = RATES
    momentum: float = 0.0

    @property
    def limit(self) -> float | None:
        """2 (1 + momentum) / curvature; None where it is not known or nothing bends."""
        known = self.curvature is not None and math.isfinite(self.curvature) and self.curvature > 0.0
        return 2.0 * (1.0 + self.momentum) / self.curvature if known and self.curvature else None

    @property
    def creeping(self) -> float:
        """Which share of the limit a rate may have that never goes to the other wall."""
        return (1.0 - math.sqrt(self.momentum)) ** 2 / (2.0 * (1.0 + self.momentum))


class LimitMeter(Picture):
    """`rate_asked` while the handle is dragged, `released` once."""

    rate_asked = Signal(float)
    released = Signal()
    TITLE = "Learning rate and its limit"
    ABOUT = "Left and Right change the rate."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 420.0, 78.0, 180.0, 74.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = LimitSeen()
        self._grip: float | None = None
        self.tell_again()

    def show_limit(self, seen: LimitSeen) -> None:
        """Another rate, another curvature. While the hand holds the handle, the hand is right."""
        if self._grip is not None:
            seen = replace(seen, rate=self._seen.rate)
        self._seen = seen
        self.shown()

    @property
    def seen(self) -> LimitSeen:
        """What is shown."""
        return self._seen

    # Places -----------------------------------------------------------------------------------------------------------

    def bar(self) -> QRectF:
        """The track."""
        theme = self._themes.current
        top = theme.line_height("label") + theme.line_height("caption") + theme.px(10)
        return QRectF(theme.px(12), top, max(20.0, self.width() - theme.px(24)), theme.px(10))

    def x_of(self, rate: float) -> float:
        """The pixel of a rate, never beyond the ends."""
        bar = self.bar()
        share = float(self._seen.axis.share(rate))  # type: ignore[arg-type]
        return bar.left() + min(max(share, 0.0), 1.0) * bar.width()

    def handle(self) -> QRectF:
        """The box of the handle."""
        reach, at = self._themes.current.px(HANDLE), QPointF(self.x_of(self._seen.rate), self.bar().center().y())
        return QRectF(at.x() - reach, at.y() - reach, 2 * reach, 2 * reach)

    # Painting ---------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Words, zones, limit, handle, numbers below."""
        bar, seen = self.bar(), self._seen
        rounded(painter, bar, bar.height() / 2, theme.color("sunk"))
        if theme.name == "contrast":
            rounded(painter, bar, bar.height() / 2, None, theme.color("rule"), theme.stroke("hairline"))
        if seen.limit is not None:
            self._paint_zones(painter, theme, bar, seen.limit)
        self._paint_head(painter, theme)
        self._paint_foot(painter, theme, bar)
        if self.locked:
            at = self.handle().center()
            rounded(painter, QRectF(at.x() - 3, at.y() - 3, 6, 6), 3, theme.color("soft"))
        else:
            paint_handle(painter, theme, self.handle().center(), 1.0 if self._grip is not None else 0.0)

    def _paint_zones(self, painter: QPainter, theme: Theme, bar: QRectF, limit: float) -> None:
        half, edge = self.x_of(limit * self._seen.creeping), self.x_of(limit)
        radius = bar.height() / 2
        painter.save()
        painter.setClipRect(QRectF(bar.left(), bar.top(), max(0.0, half - bar.left()), bar.height()))
        rounded(painter, bar, radius, theme.color("vel", 0.30))
        painter.setClipRect(QRectF(half, bar.top(), max(0.0, edge - half), bar.height()))
        rounded(painter, bar, radius, theme.color("vel", 0.62))
        painter.setClipRect(QRectF(edge, bar.top(), max(0.0, bar.right() - edge), bar.height()))
        rounded(painter, bar, radius, theme.color("bad", 0.42))
        painter.restore()
        font, high = theme.font("caption"), theme.line_height("caption")
        top = bar.top() - high - theme.px(5)
        for words, left, right in zip(ZONES, (bar.left(), half, edge), (half, edge, bar.right()), strict=True):
            if text_width(words, font) + theme.px(8) <= right - left:
                text(painter, QRectF(left, top, right - left, high), words, font, theme.color("soft"), CENTRE)
        more = theme.px(6)
        ends = QPointF(edge, bar.top() - more), QPointF(edge, bar.bottom() + more)
        stroke(painter, *ends, theme.color("stage"), theme.px(4.6))
        stroke(painter, *ends, theme.color("ink"), theme.px(2.0))

    def _paint_head(self, painter: QPainter, theme: Theme) -> None:
        """The rate at the left, the limit with its arithmetic at the right."""
        seen, high = self._seen, theme.line_height("label")
        words = phrase("rate {rate}", rate=write_significant(seen.rate, 3))
        text(painter, QRectF(theme.px(4), 0, 10, high), words, theme.font("heading"), theme.color("you"), LEFT)
        room = self.width() - text_width(words, theme.font("heading")) - theme.px(22)
        forms = self.limit_words()
        font = theme.font("small")
        shown = next((form for form in forms if text_width(form, font) <= room), forms[-1])
        text(painter, QRectF(0, 0, self.width() - theme.px(4), high), shown, font, theme.color("ink"), RIGHT)

    def limit_words(self) -> tuple[str, ...]:
        """The limit and what it is made of, and shorter."""
        seen = self._seen
        if seen.limit is None or seen.curvature is None:
            return (UNKNOWN, "limit ?")
        number = write_significant(seen.limit, 3)
        curvature = write_significant(seen.curvature, 3)
        if seen.momentum:
            most = write_significant(2.0 * (1.0 + seen.momentum), 3)
            return (
                phrase("limit = 2 (1 + μ) / curvature = {most} / {curvature} = {limit}", most=most,
                       curvature=curvature, limit=number),
                phrase("limit {most} / {curvature} = {limit}", most=most, curvature=curvature, limit=number),
                phrase("limit {limit}", limit=number),
            )  # fmt: skip
        return (
            phrase("limit = 2 / curvature = 2 / {curvature} = {limit}", curvature=curvature, limit=number),
            phrase("limit 2 / {curvature} = {limit}", curvature=curvature, limit=number),
            phrase("limit {limit}", limit=number),
        )

    def _paint_foot(self, painter: QPainter, theme: Theme, bar: QRectF) -> None:
        font, high, top = theme.font("caption"), theme.line_height("caption"), bar.bottom() + theme.px(7)
        taken: list[QRectF] = []
        marks = list(self._seen.axis.ticks(max(2.0, bar.width() / theme.px(70))))
        if self._seen.limit is not None and self._seen.axis.low <= self._seen.limit <= self._seen.axis.high:
            marks.insert(0, (self._seen.limit, write_significant(self._seen.limit, 3)))
        for index, (value, words) in enumerate(marks):
            wide = text_width(words, font)
            left = min(max(self.x_of(value) - wide / 2, 0.0), self.width() - wide)
            box = QRectF(left - theme.px(6), top, wide + theme.px(12), high)
            if not any(box.intersects(other) for other in taken):
                taken.append(box)
                role = "ink" if index == 0 and self._seen.limit is not None else "faint"
                text(painter, QRectF(left, top, wide, high), words, font, theme.color(role), LEFT)

    # Hand -------------------------------------------------------------------------------------------------------------

    def _ask(self, share: float) -> None:
        value = self._seen.axis.at(share)
        rate = float(f"{value:.3g}")
        if rate != self._seen.rate:
            self._seen = replace(self._seen, rate=rate)
            self._cue.refresh()
            self.update()
            self.rate_asked.emit(rate)

    def _share_at(self, x: float) -> float:
        bar = self.bar()
        return (x - bar.left()) / max(1.0, bar.width())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, or call it to the pointer."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
        elif self.locked:
            self.refused.emit()
        else:
            self.set_cued(False)
            at, x = event.position(), self.handle().center().x()
            near = abs(at.x() - x) <= self._themes.current.target / 2
            self._grip = at.x() - x if near else 0.0
            if not near:
                self._ask(self._share_at(at.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow."""
        if self._grip is not None:
            self._ask(self._share_at(event.position().x() - self._grip))
        self.setCursor(Qt.CursorShape.ArrowCursor if self.locked else Qt.CursorShape.SizeHorCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if self._grip is not None:
            self._grip = None
            self.tell_again()
            self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows by hundredths of the line, Page by tenths, Home and End to the ends."""
        steps = {
            Qt.Key.Key_Left: -1.0, Qt.Key.Key_Down: -1.0, Qt.Key.Key_Right: 1.0, Qt.Key.Key_Up: 1.0,
            Qt.Key.Key_PageDown: -10.0, Qt.Key.Key_PageUp: 10.0, Qt.Key.Key_Home: -1e6, Qt.Key.Key_End: 1e6,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key not in steps:
            event.ignore()
        elif self.locked:
            self.refused.emit()
        else:
            self.set_cued(False)
            self._ask(float(self._seen.axis.share(self._seen.rate)) + steps[key] / _STEPS)  # type: ignore[arg-type]
            self.tell_again()
            self.released.emit()

    def describe(self) -> str:
        """Rate, limit, and on which side of it."""
        seen = self._seen
        rate = write_significant(seen.rate, 3)
        if seen.limit is None:
            return phrase("Rate {rate}; {unknown}.", rate=rate, unknown=UNKNOWN)
        limit = write_significant(seen.limit, 3)
        if seen.rate > seen.limit:
            return phrase("Rate {rate}, above the limit {limit}.", rate=rate, limit=limit)
        return phrase("Rate {rate}, below the limit {limit}.", rate=rate, limit=limit)
