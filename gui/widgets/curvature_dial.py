"""How the ground is curved under a racer: valley, saddle, ridge or flat, as a small round picture with its word.

The dial shows the contour lines of the ground close by: ellipses where it is curved the same way in all directions,
hyperbolas on a saddle, parallel lines where one direction is straight. Arrow heads say where things roll: towards the
middle along a direction that curves up, away from it along one that curves down. The needle lies along the stronger
curvature.
"""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.polylines import clip, polygon
from gui.widgets.shapes import CENTRE, begin, disc, rounded, stroke, text, text_width
from gui.widgets.words import tell
from sim.numerals import write_significant
from sim.phrases import phrase

SIDE = 96.0
FLAT = 1e-9  # curvatures up to here are none
STRAIGHT = 1e-6  # a curvature of this share of the other one is none beside it
_LEAST = 0.16  # the weaker curvature is drawn with at least this share of the stronger
_LEVELS = (0.12, 0.42, 0.9)
ABOUT = {
    "valley": "It curves up in every direction: things roll to the middle.",
    "saddle": "It curves up along one direction and down across it: there is a way out.",
    "ridge": "It curves down in every direction: things roll away.",
    "flat": "It does not curve: the slope stays what it is.",
}


def kind_of(low: float, high: float) -> str:
    """valley, saddle, ridge or flat, by the signs of the two curvatures."""
    size = max(abs(low), abs(high))
    if size <= FLAT:
        return "flat"
    if low >= -STRAIGHT * size:
        return "valley"
    return "ridge" if high <= STRAIGHT * size else "saddle"


class CurvatureDial(QWidget):
    """`set_curvature(low, high, angle)`: the two curvatures and the direction of `high` in radians from the x axis."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None, side: float = SIDE) -> None:
        super().__init__(parent)
        self._themes = themes
        self._side = side
        self._curvature: tuple[float, float, float] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._on_theme)
        self._tell()

    def set_curvature(self, low: float, high: float, angle: float) -> None:
        """Show a place. What is not finite clears the dial."""
        known = all(math.isfinite(value) for value in (low, high, angle))
        self._set((float(low), float(high), float(angle)) if known else None)

    def clear(self) -> None:
        """There is nothing to show."""
        self._set(None)

    @property
    def kind(self) -> str:
        """The word under the dial; "" while it is clear."""
        return kind_of(*self._curvature[:2]) if self._curvature else ""

    def words(self) -> tuple[str, str]:
        """The two curvatures, the stronger one first."""
        if self._curvature is None:
            return "–", "–"
        strong, weak = sorted(self._curvature[:2], key=abs, reverse=True)
        return _signed(strong), _signed(weak)

    def sizeHint(self) -> QSize:
        """The dial, the word under it, the numbers under the word."""
        theme = self._themes.current
        return QSize(round(theme.px(self._side)), round(theme.px(self._side + 2) + self._text_height()))

    def minimumSizeHint(self) -> QSize:
        """It is never squeezed."""
        return self.sizeHint()

    def _text_height(self) -> float:
        theme = self._themes.current
        return theme.line_height("label") + theme.line_height("caption")

    def _set(self, curvature: tuple[float, float, float] | None) -> None:
        if curvature != self._curvature:
            self._curvature = curvature
            self._tell()
            self.update()

    # Looks ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dial, word, numbers."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            side = min(theme.px(self._side), self.height() - self._text_height())
            centre, radius = QPointF(self.width() / 2, side / 2), side / 2 - theme.px(2)
            fill = {"valley": "relief_lo", "ridge": "relief_hi"}.get(self.kind, "stage")
            disc(painter, centre, radius, theme.color(fill), theme.color("rule"), theme.px(1.2))
            if self._curvature is not None:
                self._paint_ground(painter, centre, radius)
                self._paint_needle(painter, centre, radius)
            self._paint_words(painter, side)

    def _paint_words(self, painter: QPainter, side: float) -> None:
        """Word and numbers on a plate, because the dial may lie on a picture."""
        theme, word = self._themes.current, self.kind or "no place"
        label, caption = theme.font("label"), theme.font("caption")
        numbers = "  ".join(self.words()) if self._curvature is not None else ""
        row = QRectF(0.0, side + theme.px(1), self.width(), theme.line_height("label"))
        wide = max(text_width(word, label), text_width(numbers, caption)) + theme.px(8)
        plate = QRectF((self.width() - wide) / 2, row.top(), wide, self._text_height() if numbers else row.height())
        rounded(painter, plate, theme.px(4), theme.color("panel", 0.8))
        text(painter, row, word, label, theme.color("ink" if self.kind else "faint"), CENTRE)
        row.translate(0, row.height())
        row.setHeight(theme.line_height("caption"))
        text(painter, row, numbers, caption, theme.color("soft"), CENTRE)

    def _paint_ground(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        """Contour lines of the ground, cut at the dial."""
        theme = self._themes.current
        disc_path = QPainterPath()
        disc_path.addEllipse(centre, radius - theme.px(1), radius - theme.px(1))
        painter.save()
        painter.setClipPath(disc_path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("relief_line"), theme.px(1.0)))
        for line in self._lines():
            painter.drawPolyline(polygon(line * radius + np.array((centre.x(), centre.y()))))
        painter.restore()

    def _lines(self) -> list[np.ndarray[tuple[int, int], np.dtype[np.float64]]]:
        """Contour lines in a circle of radius 1, in pixels' directions (y downward)."""
        low, high, angle = self._curvature or (0.0, 0.0, 0.0)
        most = max(abs(low), abs(high))
        if most <= FLAT:
            return []
        along, across = _visible(high / most), _visible(low / most)
        turn = np.linspace(0.0, 2 * math.pi, 73)
        lines = []
        if along * across > 0:
            lines = [np.column_stack((np.cos(turn) * math.sqrt(level / abs(along)),
                                      np.sin(turn) * math.sqrt(level / abs(across)))) for level in _LEVELS]
        elif along * across < 0:
            t = np.linspace(-3.0, 3.0, 49)
            for level in _LEVELS[1:2]:
                a, b = math.sqrt(level / abs(along)), math.sqrt(level / abs(across))
                for sign in (-1.0, 1.0):
                    lines.append(np.column_stack((sign * a * np.cosh(t), b * np.sinh(t))))
                    lines.append(np.column_stack((a * np.sinh(t), sign * b * np.cosh(t))))
            slope = math.sqrt(abs(along) / abs(across))
            lines += [np.array([(-2.0, -2.0 * s), (2.0, 2.0 * s)]) for s in (slope, -slope)]
        else:
            first = along != 0
            for level in _LEVELS:
                for sign in (-1.0, 1.0):
                    at = sign * math.sqrt(level)
                    lines.append(np.array([(at, -2.0), (at, 2.0)] if first else [(-2.0, at), (2.0, at)]))
        cos, sin = math.cos(angle), math.sin(angle)
        turned = [line @ np.array([(cos, -sin), (-sin, -cos)]) for line in lines]
        return [part for line in turned for part in clip(line, (-1.2, -1.2, 1.2, 1.2))]

    def _paint_needle(self, painter: QPainter, centre: QPointF, radius: float) -> None:
        """Two arrows per direction; the stronger curvature has the long needle."""
        low, high, angle = self._curvature or (0.0, 0.0, 0.0)
        most = max(abs(low), abs(high))
        theme = self._themes.current
        disc(painter, centre, theme.px(2.2), theme.color("ink"))
        if most <= FLAT:
            return
        for value, direction in ((low, angle + math.pi / 2), (high, angle)):
            strong = abs(value) == most
            if abs(value) <= STRAIGHT * most:
                continue
            along = QPointF(math.cos(direction), -math.sin(direction))
            width = theme.px(2.2 if strong else 1.3)
            for sign in (-1.0, 1.0):
                self._paint_arrow(painter, centre, along * sign, radius, value > 0, width)

    def _paint_arrow(
        self, painter: QPainter, centre: QPointF, along: QPointF, radius: float, inward: bool, width: float
    ) -> None:
        theme = self._themes.current
        ink, head = theme.color("ink"), min(theme.px(4) + width, radius * 0.2)
        near, far = centre + along * (0.26 * radius), centre + along * (0.86 * radius)
        tip, tail = (near, far) if inward else (far, near)
        back = along * (1.0 if inward else -1.0)
        side = QPointF(-back.y(), back.x())
        stroke(painter, tail, tip + back * (0.7 * head), ink, width)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        foot = tip + back * (1.5 * head)
        painter.drawPolygon(QPolygonF([tip, foot + side * (0.75 * head), foot - side * (0.75 * head)]))

    def _tell(self) -> None:
        if self._curvature is None:
            tell(self, "Curvature", "Nothing to show yet.")
            return
        strong, weak = self.words()
        about = phrase("Curvatures {strong} and {weak}. {about}", strong=strong, weak=weak, about=ABOUT[self.kind])
        tell(self, phrase("Curvature: {kind}", kind=self.kind), about)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()


def _signed(value: float) -> str:
    words = write_significant(value, 2)
    return f"+{words}" if value > 0 else words


def _visible(share: float) -> float:
    if abs(share) <= STRAIGHT:
        return 0.0
    return math.copysign(max(abs(share), _LEAST), share)


