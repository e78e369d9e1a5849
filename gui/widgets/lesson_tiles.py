"""The path of lessons in large: each with what it asks, how long it takes, and what a click does."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent

from gui.icons import paint_icon
from gui.language import say
from gui.theme import Theme
from gui.widgets.lesson_path import HERE, LessonPath, PathButton, paint_state
from gui.widgets.mirrored import Mirror
from gui.widgets.shapes import begin, elided, rounded, text, text_width
from sim.phrases import phrase

TILE, LEFT_EDGE = 50.0, 40.0


class LessonTile(PathButton):
    """One lesson: title, first question, minutes, deed."""

    def sizeHint(self) -> QSize:
        """Two lines."""
        theme = self.themes.current
        return QSize(round(theme.px(300)), max(round(theme.px(TILE)), theme.target))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, sign, two lines at the left, two words at the right."""
        with QPainter(self) as painter:
            begin(painter)
            theme, box = self.themes.current, QRectF(self.rect()).adjusted(0, 1, 0, -1)
            if self.is_here:
                rounded(painter, box, theme.size("radius_button"), theme.color("you_soft"))
            rounded(painter, box, theme.size("radius_button"), theme.color("ink", 0.05 * self.glow))
            high = theme.line_height("body")
            top = (self.height() - 2 * high) / 2
            mirror = Mirror(self)
            sign = mirror.box(QRectF(0, top, theme.px(LEFT_EDGE), high))
            paint_state(painter, theme, sign.center(), self.row)
            right = self._paint_right(painter, theme, top, high, mirror)
            left = theme.px(LEFT_EDGE)
            for words, role, color in (
                (self.row.title, "heading" if self.row.state == HERE else "value", "ink"),
                (self.row.about, "small", "soft"),
            ):
                shown = elided(say(words), theme.font(role), right - left)
                place = mirror.box(QRectF(left, top, right - left, high))
                text(painter, place, shown, theme.font(role), theme.color(color), mirror.start)
                top += high

    def _paint_right(self, painter: QPainter, theme: Theme, top: float, high: float, mirror: Mirror) -> float:
        """Deed and minutes; where the words at the left may reach to."""
        side, end = theme.px(11), self.width() - theme.px(12)
        color = theme.color("you" if self.is_here else "soft")
        arrow = mirror.box(QRectF(end - side, top + (high - side) / 2, side, side))
        paint_icon(painter, mirror.onward, arrow, color, 1.8)
        end -= side + theme.px(6)
        deed, minutes = say(self.row.deed), say(phrase("{count} min", count=self.row.minutes))
        wide = max(text_width(deed, theme.font("value")), text_width(minutes, theme.font("small")))
        place = mirror.box(QRectF(end - wide, top, wide, high))
        text(painter, place, deed, theme.font("value"), color, mirror.end)
        text(painter, place.translated(0, high), minutes, theme.font("small"), theme.color("faint"), mirror.end)
        return end - wide - theme.px(14)


class LargePath(LessonPath):
    """The same list of larger rows."""

    button = LessonTile
