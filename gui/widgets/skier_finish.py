"""A race down to a target: one lane for each way of glancing, with what the way down has cost so far.

A lane runs from the loss at the start, at the left, to the target at the right, in equal factors of the loss. Who has
arrived stands at the flag with his passes and seconds; the others stand where they are.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QPainter, QPolygonF
from PySide6.QtWidgets import QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.markers import paint_marker
from gui.widgets.shapes import LEFT, RIGHT, elided, rounded, stroke, text, text_width
from gui.widgets.skier_picture import Walked
from sim.numerals import write_fixed
from sim.phrases import joined, phrase, word

UNKNOWN = "\u2013"
HEADS = (word("passes"), word("updates"), word("seconds"))
GLANCE = word("examples a glance")
_LANE, _COLUMN = 30.0, 62.0


@dataclass(frozen=True)
class Lane:
    """One skier. share: of the way down, 1 at the target; place: 1 for the first who arrived, 0 on the way.

    cells: passes, updates and seconds in words. role, marker: his sign. about: his rate.
    """

    key: str
    name: str
    share: float = 0.0
    place: int = 0
    cells: tuple[str, str, str] = (UNKNOWN, UNKNOWN, UNKNOWN)
    role: str = "ink"
    marker: str = "circle"
    about: str = ""
    failed: bool = False


class FinishList(Walked):
    """See the module's text."""

    TITLE = "Who is down first"
    ABOUT = "Up and Down walk from lane to lane."
    WIDE, HIGH, LEAST_WIDE, LEAST_HIGH = 460.0, 220.0, 230.0, 110.0

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._lanes: tuple[Lane, ...] = ()
        self._start, self._goal = "", ""
        self.tell_again()

    def show_lanes(self, lanes: tuple[Lane, ...], start: str, goal: str) -> None:
        """The race as it stands; start and goal: the losses at both ends, in words."""
        self._lanes, self._start, self._goal = lanes, start, goal
        self.shown()

    @property
    def lanes(self) -> tuple[Lane, ...]:
        """What is shown."""
        return self._lanes

    def count(self) -> int:
        """Lanes."""
        return len(self._lanes)

    # Places -----------------------------------------------------------------------------------------------------------

    def head(self) -> float:
        """The height of the line of headings."""
        theme = self._themes.current
        return theme.line_height("caption") + theme.px(6)

    def row(self, index: int) -> QRectF:
        """The box of a lane."""
        theme, head = self._themes.current, self.head()
        high = min(theme.px(_LANE) * 2.3, (self.height() - head) / max(1, len(self._lanes)))
        return QRectF(0, head + index * high, self.width(), high)

    def columns(self) -> int:
        """How many columns of numbers there is room for."""
        theme = self._themes.current
        return max(1, min(len(HEADS), int((self.width() - theme.px(200)) / theme.px(_COLUMN))))

    def column(self, index: int, box: QRectF) -> QRectF:
        """A column's part of a row, counted from the left."""
        wide = self._themes.current.px(_COLUMN)
        return QRectF(box.right() - (self.columns() - index) * wide, box.top(), wide, box.height())

    def track(self, box: QRectF) -> tuple[QPointF, QPointF]:
        """Both ends of a lane's track."""
        theme = self._themes.current
        names = max((text_width(lane.name, theme.font("value")) for lane in self._lanes), default=0.0)
        left = names + theme.px(24)
        right = max(left + theme.px(40), box.right() - self.columns() * theme.px(_COLUMN) - theme.px(18))
        return QPointF(left, box.center().y()), QPointF(right, box.center().y())

    def part_at(self, at: QPointF) -> int:
        """The lane under the pointer."""
        return next((index for index in range(len(self._lanes)) if self.row(index).contains(at)), -1)

    # Painting ---------------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Headings, then lane by lane."""
        if not self._lanes:
            return
        font, high, faint = theme.font("caption"), theme.line_height("caption"), theme.color("faint")
        start, end = self.track(self.row(0))
        if text_width(GLANCE, font) <= start.x() + theme.px(30):
            text(painter, QRectF(0, 0, 10, high), GLANCE, font, faint, LEFT)
            start_left = max(start.x(), text_width(GLANCE, font) + theme.px(12))
        else:
            start_left = start.x()
        if end.x() - start_left > text_width(self._start, font) + text_width(self._goal, font) + theme.px(12):
            text(painter, QRectF(start_left, 0, 10, high), self._start, font, faint, LEFT)
            text(painter, QRectF(end.x() - 10, 0, 10 + theme.px(6), high), self._goal, font, faint, RIGHT)
        for index in range(self.columns()):
            box = self.column(index, QRectF(0, 0, self.width(), high))
            text(painter, box, elided(HEADS[index], font, box.width()), font, faint, RIGHT)
        for index, lane in enumerate(self._lanes):
            self._paint_lane(painter, theme, lane, self.row(index), index == self.hot)

    def _paint_lane(self, painter: QPainter, theme: Theme, lane: Lane, box: QRectF, hot: bool) -> None:
        if hot:
            rounded(painter, box.adjusted(0, 1, 0, -1), theme.px(6), theme.color("sunk", 0.6))
        font = theme.font("value")
        text(painter, box.adjusted(theme.px(6), 0, 0, 0), lane.name, font, theme.color("ink"), LEFT)
        start, end = self.track(box)
        stroke(painter, start, end, theme.color("line"), theme.px(5))
        color = theme.color(lane.role)
        share = min(max(lane.share, 0.0), 1.0)
        here = QPointF(start.x() + share * (end.x() - start.x()), start.y())
        if share > 0.0:
            stroke(painter, start, here, theme.color(lane.role, 0.75), theme.px(5))
        self._paint_flag(painter, theme, end, bool(lane.place))
        paint_marker(painter, lane.marker, here, theme.px(6.2), theme.color("bad") if lane.failed else color,
                     theme.color("stage"), theme.px(1.6))  # fmt: skip
        for index in range(self.columns()):
            words = lane.cells[index]
            role = "ink" if lane.place else "soft"
            text(painter, self.column(index, box).adjusted(0, 0, 0, 0), words, font, theme.color(role), RIGHT)

    def _paint_flag(self, painter: QPainter, theme: Theme, at: QPointF, there: bool) -> None:
        """At the end of the lane; filled once he is there."""
        foot = at + QPointF(theme.px(9), theme.px(7))
        top = foot - QPointF(0, theme.px(15))
        stroke(painter, foot, top, theme.color("soft"), theme.px(1.3))
        cloth = QPolygonF([top, top + QPointF(theme.px(9), theme.px(3)), top + QPointF(0, theme.px(7))])
        painter.setBrush(theme.color("good") if there else theme.color("line"))
        painter.drawPolygon(cloth)

    def describe(self) -> str:
        """The lane that is singled out, or all of them."""
        lanes = self._lanes[self.hot : self.hot + 1] if self.hot >= 0 else self._lanes
        return joined([lane_words(lane) for lane in lanes])

    def sizeHint(self) -> QSize:
        """As high as its lanes."""
        theme = self._themes.current
        high = self.head() + max(1, len(self._lanes)) * theme.px(_LANE)
        return QSize(round(theme.px(self.WIDE)), round(high))


def lane_words(lane: Lane) -> str:
    """One skier in words."""
    if lane.failed:
        return phrase("{name}: flew off. {about}", name=lane.name, about=lane.about)
    if lane.place:
        return phrase(
            "{name}: down as number {place} after {passes} passes, {updates} updates, {seconds} seconds. {about}",
            name=lane.name, place=lane.place, passes=lane.cells[0], updates=lane.cells[1], seconds=lane.cells[2],
            about=lane.about,
        )  # fmt: skip
    return phrase("{name}: {share} of the way down. {about}", name=lane.name, about=lane.about,
                  share=f"{write_fixed(100 * lane.share, 0)}\u00a0%")  # fmt: skip
