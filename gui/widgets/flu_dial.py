"""A needle over right answers while half of a layer is ill: one dot for every draw, a needle for the one looked at.

Each network has an arc of its own, the first the outermost; a tick on it is where it stands with everyone well. The gap
between the tick and the dots is what it loses when half the class stays away. Left and Right go from draw to draw.
"""

import math

from PySide6.QtCore import QPointF, QRectF, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.markers import paint_marker
from gui.widgets.picture import Picture
from gui.widgets.robust_content import FluArm, FluSeen, percent
from gui.widgets.shapes import CENTRE, LEFT, disc, elided, stroke, text, text_width
from sim.phrases import joined, phrase, word

NOTHING = word("Everyone is well.")
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_DOT, _LETTER_AT = 2.7, 0.07
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class FluDial(Picture):
    """`draw_asked` gives the number of a draw."""

    draw_asked = Signal(int)
    name = "Right answers with half the class ill"
    about = "One dot for every draw. Left and Right go from draw to draw."
    wanted, least = (280, 210), (150, 96)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._seen = FluSeen()
        self._from: tuple[float, ...] = ()
        self._share = 1.0
        self._swing = QVariantAnimation(self)
        self._swing.setStartValue(0.0)
        self._swing.setEndValue(1.0)
        self._swing.valueChanged.connect(self._on_swing)
        self.renew()

    def show_flu(self, seen: FluSeen) -> None:
        """Other draws, or another one of them; the needles swing there."""
        before, old = self.needles(), self._targets()
        self._seen = seen
        if self._targets() != old:
            self._swing.stop()
            self._from = before
            duration = self._themes.current.motion("step")
            if duration and self.isVisible() and len(before) == len(seen.arms):
                self._share = 0.0
                self._swing.setDuration(duration)
                self._swing.setEasingCurve(self._themes.current.easing("easing"))
                self._swing.start()
            else:
                self._share = 1.0
        self.renew()

    @property
    def seen(self) -> FluSeen:
        """What is shown."""
        return self._seen

    @property
    def draw(self) -> int:
        """The draw that is looked at; -1 before the first."""
        known = max((len(arm.accuracy) for arm in self._seen.arms), default=0)
        return known - 1 if self._seen.draw < 0 else min(self._seen.draw, known - 1)

    def needles(self) -> tuple[float, ...]:
        """What each needle shows now, on its way."""
        targets = self._targets()
        if self._share >= 1.0 or len(self._from) != len(targets):
            return targets
        pairs = zip(self._from, targets, strict=True)
        return tuple(b if not math.isfinite(a) else a + (b - a) * self._share for a, b in pairs)

    def _targets(self) -> tuple[float, ...]:
        draw = self.draw
        return tuple(
            float(arm.accuracy[draw]) if 0 <= draw < len(arm.accuracy) else arm.whole for arm in self._seen.arms
        )

    def _on_swing(self, share: object) -> None:
        self._share = float(share)  # type: ignore[arg-type]
        self.update()

    # Places -----------------------------------------------------------------------------------------------------------

    def hub(self) -> QPointF:
        """The foot of the needles."""
        theme = self._themes.current
        return QPointF(self.width() / 2, self.height() - self._foot() - theme.px(5))

    def _foot(self) -> float:
        """The room of the words below."""
        theme = self._themes.current
        lines = len(self._seen.arms) if self.height() > theme.px(150) else 0
        return theme.line_height("caption") + lines * theme.line_height("small") + theme.px(4)

    def radius(self, arm: int) -> float:
        """Of the arc of an arm."""
        theme, high = self._themes.current, self._themes.current.line_height("caption")
        side = 0.5 * text_width("100\u00a0%", theme.font("caption")) + theme.px(2)
        most = max(20.0, min(self.width() / 2 - side, self.hub().y() - high - theme.px(4)))
        return most * (1.0 - 0.23 * arm)

    def point(self, value: float, radius: float) -> QPointF:
        """Where a share stands at that distance from the hub: 0 at the left, 1 at the right."""
        angle = math.pi * (1.0 - min(max(value, 0.0), 1.0))
        return self.hub() + QPointF(math.cos(angle), -math.sin(angle)) * radius

    def dots(self, arm: int) -> list[QPointF]:
        """One for every draw, those that would touch under each other."""
        radius, dot = self.radius(arm), self._themes.current.px(_DOT)
        taken: dict[int, int] = {}
        found = []
        for value in self._seen.arms[arm].accuracy.tolist():
            slot = round(value * math.pi * radius / (2.1 * dot)) if math.isfinite(value) else 0
            row = taken.get(slot, 0)
            taken[slot] = row + 1
            found.append(self.point(value if math.isfinite(value) else 0.0, radius - dot * (2.4 + 2.1 * min(row, 5))))
        return found

    # Picture ----------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Arcs, dots, needles, words."""
        self._paint_scale(painter, theme)
        for number, arm in enumerate(self._seen.arms):
            self._paint_arm(painter, theme, number, arm)
        for number, value in reversed(list(enumerate(self.needles()))):
            self._paint_needle(painter, theme, number, value)
        disc(painter, self.hub(), theme.px(4.5), theme.color("ink"), theme.color("stage"), theme.px(1.5))
        self._paint_words(painter, theme)

    def _paint_scale(self, painter: QPainter, theme: Theme) -> None:
        outer, font, high = self.radius(0), theme.font("caption"), theme.line_height("caption")
        inner = self.radius(max(0, len(self._seen.arms) - 1)) - theme.px(8)
        for value in _TICKS:
            role = "rule" if value in (0.0, 1.0) else "line"
            stroke(painter, self.point(value, inner), self.point(value, outer + theme.px(4)), theme.color(role),
                   theme.stroke("hairline"))  # fmt: skip
            end = value in (0.0, 1.0)
            at = self.point(value, outer if end else outer + theme.px(7) + 0.5 * high)
            box = QRectF(at.x() - 30, at.y() + theme.px(2) if end else at.y() - high / 2, 60, high)
            text(painter, box, percent(value), font, theme.color("faint"), CENTRE)
        if 0.0 < self._seen.chance < 1.0:
            pen = QPen(theme.color("rule"), theme.stroke("hairline"))
            pen.setDashPattern(theme.dash("dash_prediction"))
            painter.setPen(pen)
            painter.drawLine(self.point(self._seen.chance, inner), self.point(self._seen.chance, outer))

    def _paint_arm(self, painter: QPainter, theme: Theme, number: int, arm: FluArm) -> None:
        radius, hub, color = self.radius(number), self.hub(), theme.color(arm.role)
        painter.setPen(QPen(theme.color("rule"), theme.stroke("hairline")))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(hub.x() - radius, hub.y() - radius, 2 * radius, 2 * radius)
        painter.drawArc(box, 0, 180 * 16)
        if math.isfinite(arm.whole):
            ends = (self.point(arm.whole, radius - theme.px(5)), self.point(arm.whole, radius + theme.px(5)))
            stroke(painter, *ends, theme.color("stage"), theme.px(5.5))
            stroke(painter, *ends, color, theme.px(2.8))
        if math.isfinite(arm.mean) and math.isfinite(arm.whole):
            gap = QPen(theme.color(arm.role, 0.28), theme.px(5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
            painter.setPen(gap)
            begin, end = (round(16 * 180 * (1.0 - value)) for value in (arm.mean, arm.whole))
            painter.drawArc(box, begin, end - begin)
        for place, at in enumerate(self.dots(number)):
            looked = place == self.draw
            painter.setOpacity(1.0 if looked else 0.62)
            if looked:
                paint_marker(painter, arm.marker, at, theme.px(4.2), color, theme.color("stage"), 1.2)
            else:
                disc(painter, at, theme.px(_DOT) * 0.9, color)
        painter.setOpacity(1.0)
        at, side = self.point(_LETTER_AT, radius), theme.px(8)
        disc(painter, at, side, theme.color("stage"))
        text(painter, QRectF(at.x() - side, at.y() - side, 2 * side, 2 * side), arm.letter, theme.font("label"), color,
             CENTRE)  # fmt: skip

    def _paint_needle(self, painter: QPainter, theme: Theme, number: int, value: float) -> None:
        if not math.isfinite(value):
            return
        color, tip = theme.color(self._seen.arms[number].role), self.point(value, self.radius(number) - theme.px(14))
        away = tip - self.hub()
        size = max(1e-6, math.hypot(away.x(), away.y()))
        side = QPointF(-away.y(), away.x()) * (theme.px(2.6) / size)
        painter.setPen(QPen(theme.color("stage"), theme.px(1.2)))
        painter.setBrush(color)
        painter.drawPolygon(QPolygonF([self.hub() + side, tip, self.hub() - side]))

    def _paint_words(self, painter: QPainter, theme: Theme) -> None:
        font, high = theme.font("small"), theme.line_height("small")
        top = self.hub().y() + theme.px(5) + theme.line_height("caption")
        if top + high > self.height() + 1:
            return
        lines = [(self.sentence(arm), arm) for arm in self._seen.arms]
        wide = max((text_width(words, font) for words, _ in lines), default=0.0) + theme.px(16)
        left = max(0.0, (self.width() - wide) / 2)
        for row, (words, arm) in enumerate(lines):
            at = QPointF(left + theme.px(5), top + (row + 0.5) * high)
            paint_marker(painter, arm.marker, at, theme.px(4), theme.color(arm.role))
            box = QRectF(left + theme.px(15), top + row * high, self.width() - left - theme.px(15), high)
            text(painter, box, elided(words, font, box.width()), font, theme.color("ink"), LEFT)

    # Words ------------------------------------------------------------------------------------------------------------

    def sentence(self, arm: FluArm) -> str:
        """One network in words."""
        if not len(arm.accuracy):
            return phrase("{letter}: {whole} with everyone well", letter=arm.letter, whole=percent(arm.whole))
        return phrase(
            "{letter}: {mean} with half ill, {whole} with all",
            letter=arm.letter,
            mean=percent(arm.mean),
            whole=percent(arm.whole),
        )

    def describe(self) -> str:
        """Every network, and the draw that is looked at."""
        if not self._seen.arms:
            return NOTHING
        parts = [phrase("{sentence}.", sentence=self.sentence(arm)) for arm in self._seen.arms]
        if self.draw >= 0:
            parts.append(phrase("Draw {draw} of {wanted}.", draw=self.draw + 1, wanted=self._seen.wanted))
        return joined(parts)

    # Hand -------------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Look at the draw whose dot is there."""
        found = [
            (math.hypot(at.x() - event.position().x(), at.y() - event.position().y()), draw)
            for number in range(len(self._seen.arms))
            for draw, at in enumerate(self.dots(number))
        ]
        distance, draw = min(found, default=(math.inf, -1))
        if event.button() == Qt.MouseButton.LeftButton and distance <= self._themes.current.target / 2:
            self.draw_asked.emit(draw)
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from draw to draw."""
        key, known = Qt.Key(event.key()), max((len(arm.accuracy) for arm in self._seen.arms), default=0)
        if key in _MOVES and known:
            self.draw_asked.emit(min(max(self.draw + _MOVES[key], 0), known - 1))
        else:
            event.ignore()
