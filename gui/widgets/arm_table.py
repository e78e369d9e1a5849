"""What networks that are trained side by side came to, a line for each: marker, name, results in columns.

A network that is still being pretrained shows its layers instead, lighting up one by one. A line that is pointed at
stands out in the plot beside; a press on its name asks to take it out.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.arm_content import ArmSeen, Race
from gui.widgets.arm_plot import arm_words
from gui.widgets.focus import FocusMark
from gui.widgets.markers import paint_marker
from gui.widgets.shapes import LEFT, RIGHT, begin, elided, rounded, text, text_width
from gui.widgets.words import tell, tip
from sim.phrases import joined

NAME = "Results"
ABOUT = "Up and Down walk from network to network."
_TALLEST, _LEAST, _GAP, _INSET, _NAME_AT = 28.0, 15.0, 12.0, 6.0, 20.0
_LEAST_NAME = 92.0


class ArmTable(QWidget):
    """`columns` are pairs (words of the head, a sentence about it); the first stay longest where room is short."""

    arm_pointed = Signal(str)

    def __init__(
        self, themes: ThemeHolder, columns: tuple[tuple[str, str], ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._columns = columns
        self._race = Race()
        self._marked = self._told = ""
        self._mark = FocusMark(themes, self, lambda: (QRectF(self.rect()), themes.current.px(6)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        Answering(self, (QEvent.Type.ToolTip,), self._on_tooltip)
        themes.changed.connect(self._on_theme)
        self._tell()

    def show_race(self, race: Race) -> None:
        """Other results."""
        more = len(race.arms) != len(self._race.arms)
        self._race = race
        self._tell()
        if more:
            self.updateGeometry()
        self.update()

    def set_marked(self, key: str) -> None:
        """The line that stands out."""
        if key != self._marked:
            self._marked = key
            self._tell()
            self.update()

    # Places -----------------------------------------------------------------------------------------------------------

    def _head(self) -> float:
        return self._themes.current.line_height("caption") + self._themes.current.px(4)

    def line_box(self, index: int) -> QRectF:
        """Where a line stands."""
        theme, head = self._themes.current, self._head()
        room = (self.height() - head) / max(1, len(self._race.arms))
        high = min(theme.px(_TALLEST), room)
        return QRectF(0.0, head + index * high, float(self.width()), high)

    def rights(self) -> list[float]:
        """The right ends of the columns that have room; those at the end of the list are left out first."""
        theme, head = self._themes.current, self._themes.current.font("caption")
        widths = [
            max([text_width(words, head), text_width("100 %", theme.font("value")), *self._cells_of(index)])
            for index, (words, _) in enumerate(self._columns)
        ]
        names = max([theme.px(_LEAST_NAME), *(text_width(arm.title, theme.font("body")) for arm in self._race.arms)])
        for most in (names, theme.px(_LEAST_NAME)):
            room = self.width() - theme.px(2 * _INSET + _NAME_AT) - most
            count = len(widths)
            while count > 1 and sum(widths[:count]) + theme.px(_GAP) * count > room:
                count -= 1
            if count == len(widths) or most == theme.px(_LEAST_NAME):
                break
        ends, right = [], self.width() - theme.px(_INSET)
        for wide in reversed(widths[:count]):
            ends.append(right)
            right -= wide + theme.px(_GAP)
        return ends[::-1]

    def _cells_of(self, index: int) -> list[float]:
        font = self._themes.current.font("value")
        return [text_width(arm.cells[index], font) for arm in self._race.arms if index < len(arm.cells)]

    def arm_at(self, at: QPointF) -> str:
        """The key of the line at a place; "" for none."""
        boxes = ((arm.key, self.line_box(index)) for index, arm in enumerate(self._race.arms))
        return next((key for key, box in boxes if box.contains(at)), "")

    # Picture ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Heads, lines."""
        with QPainter(self) as painter:
            begin(painter)
            theme, rights = self._themes.current, self.rights()
            for (words, _), right in zip(self._columns, rights, strict=False):
                box = QRectF(right - 120, 0.0, 120, theme.line_height("caption"))
                text(painter, box, words, theme.font("caption"), theme.color("faint"), RIGHT)
            for index, arm in enumerate(self._race.arms):
                self._paint_line(painter, theme, self.line_box(index), arm, rights)

    def _paint_line(self, painter: QPainter, theme: Theme, box: QRectF, arm: ArmSeen, rights: list[float]) -> None:
        marked = arm.key == self._marked
        if marked:
            rounded(painter, box.adjusted(0, 1, 0, -1), theme.px(6), theme.color(arm.role, 0.13))
        size = min(theme.stroke("marker_map") * 1.1, box.height() * 0.3)
        middle = QPointF(theme.px(_INSET + 7), box.center().y())
        paint_marker(painter, arm.marker, middle, size, theme.color(arm.role))
        left = theme.px(_INSET + _NAME_AT)
        limit = self._paint_layers(painter, theme, box, arm) if arm.phase else self._paint_cells(
            painter, theme, box, arm, rights
        )  # fmt: skip
        font = theme.font("value" if marked else "body")
        words = elided(arm.title, font, limit - left - theme.px(6))
        text(painter, QRectF(left, box.top(), limit - left, box.height()), words, font, theme.color("ink"), LEFT)

    def _paint_cells(self, painter: QPainter, theme: Theme, box: QRectF, arm: ArmSeen, rights: list[float]) -> float:
        """Returns where the first result begins."""
        font, limit = theme.font("value"), float(self.width())
        for cell, right in zip(arm.cells, rights, strict=False):
            wide = text_width(cell, font)
            role = "bad" if arm.failed else "faint" if cell == "–" else "ink"
            text(painter, QRectF(right - wide, box.top(), wide, box.height()), cell, font, theme.color(role), RIGHT)
            limit = min(limit, right - wide)
        return limit

    def _paint_layers(self, painter: QPainter, theme: Theme, box: QRectF, arm: ArmSeen) -> float:
        """A small box for each layer; those that have learned are full, the one that learns fills up. Returns where
        they begin."""
        high, count = min(theme.px(12), box.height() - 4), max(1, arm.layers)
        pitch = min(theme.px(14), 0.36 * self.width() / count)
        left = self.width() - theme.px(_INSET) - pitch * count
        for layer in range(count):
            share = min(max(arm.done - layer, 0.0), 1.0)
            cell = QRectF(left + layer * pitch, box.center().y() - high / 2, max(1.0, pitch - theme.px(2)), high)
            rounded(painter, cell, theme.px(2), theme.color("sunk"))
            if share > 0.0:
                filled = QRectF(cell.left(), cell.bottom() - share * cell.height(), cell.width(), share * cell.height())
                rounded(painter, filled, theme.px(2), theme.color(arm.role))
        return left

    # Hand -------------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The line under the pointer stands out."""
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

    def _on_tooltip(self, event: QEvent) -> bool:
        """What a column or a line is."""
        if not isinstance(event, QHelpEvent):
            return False
        QToolTip.showText(event.globalPos(), self.words_at(QPointF(event.pos())), self)
        return True

    def words_at(self, at: QPointF) -> str:
        """The tooltip at a place."""
        if at.y() <= self._head():
            rights = self.rights()
            found = [index for index, right in enumerate(rights) if at.x() <= right]
            head = self._columns[found[0]] if found and at.x() > rights[0] - 90 else ("", "")
            return tip(*head)
        arm = self._race.arm(self.arm_at(at))
        return tip(arm.title, joined((arm.phase, arm.about), ". ")) if arm is not None else ""

    # Words ------------------------------------------------------------------------------------------------------------

    def describe(self) -> str:
        """The line that stands out in words, with its columns; all of them where none does."""
        arm = self._race.arm(self._marked)
        if arm is None:
            return joined([arm_words(arm) for arm in self._race.arms])
        pairs = [
            joined((words, cell), ": ") for (words, _), cell in zip(self._columns, arm.cells, strict=False) if cell
        ]
        return joined((arm_words(arm), joined((joined(pairs, ", "), arm.about), ". ")))

    def sizeHint(self) -> QSize:
        """A line for each."""
        theme = self._themes.current
        high = self._head() + theme.px(_TALLEST) * max(3, len(self._race.arms))
        return QSize(round(theme.px(300)), round(high))

    def minimumSizeHint(self) -> QSize:
        """Lines that can still be read."""
        theme = self._themes.current
        high = self._head() + max(theme.px(_LEAST), theme.line_height("body")) * len(self._race.arms)
        return QSize(round(theme.px(150)), round(high))

    def _tell(self) -> None:
        words = joined((self.describe(), ABOUT))
        if words != self._told:
            self._told = words
            tell(self, NAME, words)
            self.setToolTip("")

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
