"""Right answers over passes for networks that are trained side by side.

Each line ends in its marker, with its name beside it where there is room for names. One line can stand out, the others
step back. The arrow keys walk from name to name.
"""

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.arm_content import ArmSeen, Race
from gui.widgets.curve_paint import paint_curve
from gui.widgets.curve_ranges import spread
from gui.widgets.focus import FocusMark
from gui.widgets.markers import paint_marker
from gui.widgets.paper import sharpness
from gui.widgets.polylines import polygon, thin_out
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, begin, elided, text, text_width
from gui.widgets.ticks import linear_ticks
from gui.widgets.words import tell
from sim.phrases import joined, phrase, word

NAME = "Right answers"
ABOUT = "Right answers to digits that were not learned from, pass by pass. Up and Down walk from line to line."
GUESSING = word("guessing")
NOBODY = word("No network takes part.")
_TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)
_LEAST_SHARE, _NAME_GAP = 0.52, 14.0
_NEAR = 9.0


class ArmPlot(QWidget):
    """`arm_pointed` gives the key of a line, or ""."""

    arm_pointed = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._race = Race()
        self._marked = self._told = ""
        self._named = True
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), themes.current.px(6)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        self._tell()

    def show_race(self, race: Race) -> None:
        """Other lines."""
        self._race = race
        self._tell()
        self.update()

    def set_marked(self, key: str) -> None:
        """The line that stands out."""
        if key != self._marked:
            self._marked = key
            self._tell()
            self.update()

    def set_named(self, named: bool) -> None:
        """Names at the ends of the lines; not where a table stands beside them."""
        self._named = named
        self.update()

    # Places -----------------------------------------------------------------------------------------------------------

    def area(self) -> QRectF:
        """The rectangle of the lines; names stand at its right where they leave it enough."""
        theme, font = self._themes.current, self._themes.current.font("caption")
        left = text_width("100 %", font) + theme.px(8)
        foot = theme.line_height("caption") + theme.px(5)
        names = max((text_width(arm.title, font) for arm in self._race.arms), default=0.0) + theme.px(_NAME_GAP + 10)
        room = self.width() - left
        right = names if self._named and names < (1.0 - _LEAST_SHARE) * room else theme.px(8)
        return QRectF(left, theme.px(6), max(20.0, room - right), max(20.0, self.height() - foot - theme.px(6)))

    def place(self, area: QRectF, passes: float, right: float) -> QPointF:
        """The pixel of a result."""
        x = area.left() + min(passes / max(self._race.last, 1e-9), 1.0) * area.width()
        return QPointF(x, area.bottom() - right * area.height())

    def end_of(self, area: QRectF, arm: ArmSeen) -> QPointF:
        """Where a line has come to; its beginning where it has none."""
        return self.place(area, float(arm.passes[-1]) if arm.passes.size else 0.0, arm.now)

    def _names(self, area: QRectF) -> dict[str, float]:
        """The heights of the names, apart from one another."""
        arms = [arm for arm in self._race.arms if arm.right.size]
        height = self._themes.current.line_height("caption")
        most = max(0, int((area.height() + height) / height))
        arms = sorted(arms, key=lambda arm: arm.key != self._marked)[:most]
        wanted = [self.end_of(area, arm).y() for arm in arms]
        places = spread(wanted, height, area.top() - height / 2, area.bottom() + height / 2)
        return dict(zip((arm.key for arm in arms), places, strict=True))

    # Picture ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Grid, lines, markers, names."""
        with QPainter(self) as painter:
            begin(painter)
            theme, area, ratio = self._themes.current, self.area(), sharpness(painter)
            self._paint_grid(painter, theme, area)
            for arm in self._back_to_front():
                painter.setOpacity(0.28 if self._marked and arm.key != self._marked else 1.0)
                line = np.column_stack((self._xs(area, arm), area.bottom() - arm.right * area.height()))
                if len(line) > 1:
                    lines = [polygon(thin_out(line * ratio))]
                    paint_curve(painter, theme, arm.role, lines, arm.key == self._marked, ratio)
                if arm.right.size:
                    end, size = self.end_of(area, arm), theme.stroke("marker_map")
                    paint_marker(painter, arm.marker, end, size, theme.color(arm.role), theme.color("stage"), 1.2)
            self._paint_names(painter, theme, area)
            painter.setOpacity(1.0)
            if not self._race.arms:
                text(painter, area, NOBODY, theme.font("small"), theme.color("soft"), CENTRE)

    def _xs(self, area: QRectF, arm: ArmSeen) -> np.ndarray:
        return area.left() + np.minimum(arm.passes / max(self._race.last, 1e-9), 1.0) * area.width()

    def _back_to_front(self) -> list[ArmSeen]:
        return sorted(self._race.arms, key=lambda arm: arm.key == self._marked)

    def _paint_grid(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        font, high, faint = theme.font("caption"), theme.line_height("caption"), theme.color("faint")
        for value in _TICKS:
            y = round(self.place(area, 0.0, value).y()) + 0.5
            painter.setPen(QPen(theme.color("rule" if value == 0.0 else "line"), theme.stroke("hairline")))
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            if value in (0.0, 0.5, 1.0) or area.height() > 5 * high:
                box = QRectF(0, y - high / 2, area.left() - theme.px(6), high)
                text(painter, box, percent(value), font, faint, RIGHT)
        y = self.place(area, 0.0, self._race.guessing).y()
        pen = QPen(theme.color("faint"), theme.stroke("hairline"))
        pen.setDashPattern(theme.dash("dash_prediction"))
        painter.setPen(pen)
        painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
        under = area.bottom() - y > 1.2 * high
        above = y - high - theme.px(3)  # clear of a line that stays at guessing
        box = QRectF(area.left(), y if under else above, area.width() - theme.px(2), high)
        text(painter, box, GUESSING, font, faint, RIGHT)
        ticks = linear_ticks(0.0, self._race.last, max(2.0, area.width() / theme.px(70)), whole=True)
        top, limit = area.bottom() + theme.px(3), area.right() + theme.px(6)
        for value, number in zip(reversed(ticks.values), reversed(ticks.texts), strict=True):
            unit = "1 pass" if value == 1.0 else phrase("{number} passes", number=number)
            words = unit if value == ticks.values[-1] else number
            wide, x = text_width(words, font), self.place(area, value, 0.0).x()
            left = min(x - text_width(number, font) / 2, area.right() - wide)
            if left + wide <= limit:
                text(painter, QRectF(left, top, wide, high), words, font, faint, LEFT)
                limit = left - theme.px(8)

    def _paint_names(self, painter: QPainter, theme: Theme, area: QRectF) -> None:
        if self.width() - area.right() < theme.px(30):
            return
        high = theme.line_height("caption")
        for key, y in self._names(area).items():
            arm, chosen = self._race.arm(key), key == self._marked
            if arm is None:
                continue
            painter.setOpacity(0.35 if self._marked and not chosen else 1.0)
            end, left = self.end_of(area, arm), area.right() + theme.px(_NAME_GAP)
            painter.setPen(QPen(theme.color(arm.role, 0.55), theme.stroke("hairline")))
            painter.drawLine(end + QPointF(theme.px(6), 0.0), QPointF(left - theme.px(3), y))
            font = theme.font("cell" if chosen else "caption")
            words = elided(arm.title, font, self.width() - left)
            text(painter, QRectF(left, y - high / 2, self.width() - left, high), words, font,
                 theme.color("ink" if chosen else "soft"), LEFT)  # fmt: skip

    # Hand -------------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The line or the name under the pointer stands out."""
        self.arm_pointed.emit(self.arm_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """None does."""
        self.arm_pointed.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from line to line."""
        keys = [arm.key for arm in self._race.arms]
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if not step or not keys:
            event.ignore()
            return
        here = keys.index(self._marked) if self._marked in keys else -1 if step > 0 else len(keys)
        self.arm_pointed.emit(keys[min(max(here + step, 0), len(keys) - 1)])

    def arm_at(self, at: QPointF) -> str:
        """The key of the line or the name at a place, "" for none."""
        area, near = self.area(), self._themes.current.px(_NEAR)
        if at.x() > area.right() + near:
            half = self._themes.current.line_height("caption") / 2
            return next((key for key, y in self._names(area).items() if abs(at.y() - y) <= half), "")
        found = [
            (float(np.min(np.hypot(self._xs(area, arm) - at.x(),
                                   area.bottom() - arm.right * area.height() - at.y()))), arm.key)
            for arm in self._race.arms if arm.right.size
        ]  # fmt: skip
        distance, key = min(found, default=(near + 1.0, ""))
        return key if distance <= near else ""

    # Words ------------------------------------------------------------------------------------------------------------

    def describe(self) -> str:
        """Every line in words."""
        return joined([arm_words(arm) for arm in self._race.arms])

    def sizeHint(self) -> QSize:
        """Wide."""
        theme = self._themes.current
        return QSize(round(theme.px(320)), round(theme.px(180)))

    def minimumSizeHint(self) -> QSize:
        """Still a line."""
        theme = self._themes.current
        return QSize(round(theme.px(130)), round(theme.px(96)))

    def _tell(self) -> None:
        words = joined((self.describe(), ABOUT))
        if words != self._told:
            self._told = words
            tell(self, NAME, words)
            self.setToolTip("")

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()


def percent(share: float) -> str:
    """A share in whole percent."""
    return f"{round(100 * share)}\u00a0%"


def arm_words(arm: ArmSeen) -> str:
    """One network in words."""
    if arm.failed:
        return phrase("{title}: its numbers are no more.", title=arm.title)
    if arm.phase:
        return phrase("{title}: {phase}.", title=arm.title, phase=arm.phase)
    return phrase("{title}: {share} right.", title=arm.title, share=percent(arm.now))
