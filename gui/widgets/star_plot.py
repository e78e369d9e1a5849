"""Right answers against how many of the best units are sent home, a line for each network.

The best unit is the one whose absence costs most, then the next best of the others, and so on: the lines part where one
network leans on its stars and another does not. Left and Right read off how many are away.
"""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.curve_ranges import spread
from gui.widgets.markers import paint_marker
from gui.widgets.picture import Picture
from gui.widgets.polylines import polygon
from gui.widgets.robust_content import StarLine, StarsChart, percent
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, elided, rounded, text, text_width, wrapped
from gui.widgets.ticks import linear_ticks
from sim.phrases import joined, phrase, word

NOTHING = word("Nobody was sent home yet.")
AXIS = word("best pupils sent home")
GUESSING = word("guessing")
YOURS = word("your guess")
_FLOORS = (0.8, 0.6, 0.4, 0.2, 0.0)
_FLOOR_ROOM = 0.04
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class StarPlot(Picture):
    """See the module's text."""

    name = "Without the stars"
    about = "Left and Right read off how many are away."
    wanted, least = (280, 220), (150, 96)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._chart = StarsChart()
        self._hot = self._at = -1
        self._said: list[QRectF] = []
        self.renew()

    def show_chart(self, chart: StarsChart) -> None:
        """Other lines."""
        self._chart = chart
        self.renew()

    @property
    def chart(self) -> StarsChart:
        """What is shown."""
        return self._chart

    # Places -----------------------------------------------------------------------------------------------------------

    def floor(self) -> float:
        """Where the axis begins: as high as all that is shown allows."""
        shown = [line.accuracy for line in self._chart.lines] + [line.low for line in self._chart.lines]
        values = np.concatenate([*shown, np.zeros(0)])
        values = values[np.isfinite(values)]
        least = float(values.min(initial=1.0))
        if self._chart.guess is not None:
            least = min(least, self._chart.guess[1])
        return next((floor for floor in _FLOORS if least >= floor + _FLOOR_ROOM), 0.0)

    def area(self) -> QRectF:
        """The rectangle of the lines."""
        theme, font = self._themes.current, self._themes.current.font("caption")
        left = text_width("100\u00a0%", font) + theme.px(8)
        right = text_width("B 100\u00a0%", theme.font("label")) + theme.px(12)
        high = theme.line_height("caption")
        foot = 2 * high + theme.px(6)
        return QRectF(left, high * 0.6, max(20.0, self.width() - left - right),
                      max(20.0, self.height() - foot - 0.6 * high))  # fmt: skip

    def place(self, away: float, accuracy: float) -> QPointF:
        """The pixel of a result."""
        area, low = self.area(), self.floor()
        inset = min(self._themes.current.px(12), 0.06 * area.width())
        x = area.left() + inset + away / max(1, self._chart.most) * (area.width() - 2 * inset)
        share = (min(max(accuracy, low), 1.0) - low) / (1.0 - low)
        return QPointF(x, area.bottom() - share * area.height())

    def _points(self, values: Array) -> Array:
        places = [self.place(k, float(value)) for k, value in enumerate(values[: self._chart.most + 1])]
        return np.array([(at.x(), at.y()) for at in places]).reshape(-1, 2)

    def away_at(self, x: float) -> int:
        """How many are away at a pixel; -1 beside the lines."""
        first, last = self.place(0, 1).x(), self.place(self._chart.most, 1).x()
        pitch = (last - first) / max(1, self._chart.most)
        away = round((x - first) / max(pitch, 1e-9))
        return away if 0 <= away <= self._known() and abs(first + away * pitch - x) <= 0.6 * pitch else -1

    def _known(self) -> int:
        return max((len(line.accuracy) for line in self._chart.lines), default=0) - 1

    # Picture ----------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Grid, bands, lines, names."""
        self._said.clear()
        self._paint_grid(painter, theme)
        if self._known() < 0:
            self._paint_nothing(painter, theme)
            return
        for line in self._chart.lines:
            self._paint_band(painter, theme, line)
        self._paint_guess(painter, theme)
        for line in self._chart.lines:
            self._paint_line(painter, theme, line)
        self._paint_names(painter, theme)
        away = self._pointed()
        if away >= 0:
            x = self.place(away, 1.0).x()
            painter.setPen(QPen(theme.color("ink", 0.4), theme.stroke("hairline")))
            painter.drawLine(QPointF(x, self.area().top()), QPointF(x, self.area().bottom()))
            self._paint_readout(painter, theme, away)

    def _pointed(self) -> int:
        return self._hot if self._hot >= 0 else self._at if self.hasFocus() else -1

    def _paint_nothing(self, painter: QPainter, theme: Theme) -> None:
        font, area, high = theme.font("small"), self.area(), theme.line_height("small")
        lines = wrapped(NOTHING, font, area.width() - theme.px(16), 3)
        top = area.center().y() - len(lines) * high / 2
        for row, words in enumerate(lines):
            box = QRectF(area.left(), top + row * high, area.width(), high)
            text(painter, box, words, font, theme.color("soft"), CENTRE)

    def _paint_grid(self, painter: QPainter, theme: Theme) -> None:
        area, font, high = self.area(), theme.font("caption"), theme.line_height("caption")
        low, faint = self.floor(), theme.color("faint")
        for value in linear_ticks(low, 1.0, min(5.0, max(1.0, area.height() / (2.4 * high)))).values:
            y = round(self.place(0, value).y()) + 0.5
            painter.setPen(QPen(theme.color("rule" if value == low == 0.0 else "line"), theme.stroke("hairline")))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            box = QRectF(0, y - high / 2, area.left() - theme.px(6), high)
            text(painter, box, percent(value), font, faint, RIGHT)
        if low < self._chart.chance < 1.0:
            self._paint_level(painter, theme, self._chart.chance, theme.color("rule"), GUESSING, faint)
        for away in range(self._chart.most + 1):
            at = self.place(away, low)
            box = QRectF(at.x() - theme.px(14), area.bottom() + theme.px(3), theme.px(28), high)
            text(painter, box, str(away), font, faint, CENTRE)
        foot = QRectF(area.left(), area.bottom() + theme.px(3) + high, area.width(), high)
        text(painter, foot, elided(AXIS, font, area.width()), font, faint, CENTRE)

    def _paint_level(
        self, painter: QPainter, theme: Theme, value: float, color: QColor, words: str, ink: QColor
    ) -> None:
        """A dashed height from side to side, its name under it."""
        area, font, high = self.area(), theme.font("caption"), theme.line_height("caption")
        pen = QPen(color, theme.stroke("hairline"))
        pen.setDashPattern(theme.dash("dash_prediction"))
        painter.setPen(pen)
        y = self.place(0, value).y()
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        under = area.bottom() - y > high
        top, wide = y + 1 if under else y - high - 1, text_width(words, font)
        left = QRectF(area.left() + theme.px(2), top, wide, high)
        right = QRectF(area.right() - wide - theme.px(2), top, wide, high)
        box = right if self._crosses(left) and not self._crosses(right) else left
        rounded(painter, box, 2.0, theme.color("stage", 0.8))
        text(painter, box, words, font, ink, LEFT)
        self._said.append(box)

    def _crosses(self, box: QRectF) -> bool:
        """Does a line run through a box?"""
        xs = np.linspace(box.left(), box.right(), 9)
        for line in self._chart.lines:
            points = self._points(line.accuracy)
            if len(points) > 1:
                inside = (xs >= points[0, 0]) & (xs <= points[-1, 0])
                ys = np.interp(xs[inside], points[:, 0], points[:, 1])
                if ((ys > box.top()) & (ys < box.bottom())).any():
                    return True
        return False

    def _paint_guess(self, painter: QPainter, theme: Theme) -> None:
        guess = self._chart.guess
        if guess is None:
            return
        you = theme.color("you")
        self._paint_level(painter, theme, guess[1], you, YOURS, you)
        paint_marker(painter, "diamond", self.place(*guess), theme.px(4.4), theme.color("stage"), you, theme.px(1.6))

    def _paint_band(self, painter: QPainter, theme: Theme, line: StarLine) -> None:
        if len(line.low) == len(line.high) == len(line.accuracy) > 1:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color(line.role, 0.12))
            painter.drawPolygon(polygon(np.vstack((self._points(line.high), self._points(line.low)[::-1]))))

    def _paint_line(self, painter: QPainter, theme: Theme, line: StarLine) -> None:
        points, color = self._points(line.accuracy), theme.color(line.role)
        pen = QPen(color, theme.stroke("curve_chosen"), Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap)
        if line.role == "ink":
            pen.setDashPattern([4.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if len(points) > 1:
            painter.drawPolyline(polygon(points))
        for x, y in points.tolist():
            paint_marker(painter, line.marker, QPointF(x, y), theme.px(4.4), color, theme.color("stage"), 1.4)

    def _paint_names(self, painter: QPainter, theme: Theme) -> None:
        """Letter and last number at the end of each line; its title at the line where there are two, and room."""
        lines = [line for line in self._chart.lines if len(line.accuracy)]
        ends = {line.letter: self.place(len(line.accuracy) - 1, float(line.accuracy[-1])) for line in lines}
        high, area, font = theme.line_height("label"), self.area(), theme.font("label")
        order = sorted(lines, key=lambda line: ends[line.letter].y())
        tops = spread([ends[line.letter].y() for line in order], high, 0.0, area.bottom() + high / 2)
        for line, y in zip(order, tops, strict=True):
            end = ends[line.letter]
            words = phrase("{letter} {share}", letter=line.letter, share=percent(float(line.accuracy[-1])))
            box = QRectF(end.x() + theme.px(10), y - high / 2, self.width() - end.x(), high)
            text(painter, box, words, font, theme.color(line.role), LEFT)
        if len(order) == 2 and area.height() > 5 * high:
            self._paint_titles(painter, theme, order)

    def _paint_titles(self, painter: QPainter, theme: Theme, order: list[StarLine]) -> None:
        """The upper line's title above it, the lower line's below it; none where another line or a word is met."""
        high, area, font = theme.line_height("label"), self.area(), theme.font("label")
        for place, line in enumerate(order):
            points = self._points(line.accuracy)
            words = line.words or line.title
            wide = text_width(words, font)
            left = min(max(area.left(), float(points[-1, 0]) - wide), area.right() - wide)
            near = points[points[:, 0] >= left - theme.px(12), 1]
            y = near.min() - high - theme.px(7) if place == 0 else near.max() + theme.px(7)
            if place == 0 and y < area.top() - 0.6 * high:
                y = near.max() + theme.px(7)
            box = QRectF(left, y, wide, high)
            inside = left >= area.left() and area.top() - 0.6 * high <= y <= area.bottom() - 0.8 * high
            if inside and not self._crosses(box) and not any(box.intersects(other) for other in self._said):
                text(painter, box, words, font, theme.color(line.role), LEFT)
                self._said.append(box)

    def _paint_readout(self, painter: QPainter, theme: Theme, away: int) -> None:
        font, high, words = theme.font("cell"), theme.line_height("cell"), self.readout(away)
        wide = text_width(words, font) + theme.px(14)
        area = self.area()
        left = min(max(0.0, self.place(away, 1.0).x() - wide / 2), max(0.0, self.width() - wide))
        box = QRectF(left, area.bottom() - high - theme.px(8), wide, high + theme.px(4))
        rounded(painter, box, box.height() / 2, theme.color("panel"), theme.color("rule"), theme.stroke("hairline"))
        text(painter, box, words, font, theme.color("ink"), CENTRE)

    # Words ------------------------------------------------------------------------------------------------------------

    def readout(self, away: int) -> str:
        """All arms with so many stars away."""
        parts = [
            phrase("{letter} {share}", letter=line.letter, share=percent(float(line.accuracy[away])))
            for line in self._chart.lines
            if away < len(line.accuracy)
        ]
        return joined(parts, "  ")

    def describe(self) -> str:
        """The column that is read off, else the first and the last."""
        if self._known() < 0:
            return NOTHING
        columns = (self._pointed(),) if self._pointed() >= 0 else (0, self._known())
        shown = dict.fromkeys(columns)
        return joined([phrase("With {away} away: {shares}.", away=away, shares=self.readout(away)) for away in shown])

    # Hand -------------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read off the column under the pointer."""
        self._point(self.away_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """None."""
        self._point(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from column to column."""
        key = Qt.Key(event.key())
        if key in _MOVES and self._known() >= 0:
            self._at = min(max(self._at + _MOVES[key], 0), self._known())
        elif key == Qt.Key.Key_Escape and self._at >= 0:
            self._at = -1
        else:
            event.ignore()
            return
        self.renew()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody reads any more."""
        super().focusOutEvent(event)
        self._at = -1
        self.renew()

    def _point(self, away: int) -> None:
        if away != self._hot:
            self._hot = away
            self.renew()
