"""The sign of a learner's line, as the map draws it: a button that shows and hides that line."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from gui.theme import ThemeHolder
from gui.widgets.learner_words import LearnerRow
from gui.widgets.shapes import begin, disc, rounded
from gui.widgets.words import tell
from sim.phrases import phrase

INSET, SIGN = 8.0, 30.0


def fitted(dashes: tuple[float, ...], length: float) -> list[float]:
    """The pattern stretched so that a line of this length, in pen widths, begins and ends with a whole dash."""
    period, gap = sum(dashes), dashes[-1] if len(dashes) % 2 == 0 else 0.0
    if period <= gap:
        return [1.0, 1.0]
    count = max(2, round((length + gap) / period))
    share = length / (count * period - gap)
    return [dash * share for dash in dashes]


class SignButton(QAbstractButton):
    """The line as the map draws it; pale while it is hidden."""

    def __init__(self, themes: ThemeHolder, row: LearnerRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._row = row
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes.changed.connect(self.update)

    def set_row(self, row: LearnerRow) -> None:
        """Whose line it is, and whether it is shown."""
        self._row = row
        self.setChecked(row.shown)
        self.setEnabled(not row.is_hand)
        if row.is_hand:
            tell(self, row.title, "Your own line.")
        else:
            tell(
                self,
                phrase("Hide the line of {title}" if row.shown else "Show the line of {title}", title=row.title),
                "Hide this line on the map." if row.shown else "Show this line on the map.",
            )
        self.update()

    def enterEvent(self, event: object) -> None:
        """A box says that this part is a button of its own."""
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Without the box."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A piece of the line."""
        with QPainter(self) as painter:
            begin(painter)
            theme, row = self._themes.current, self._row
            y, left = self.height() / 2, theme.px(INSET)
            right = left + theme.px(SIGN)
            if self.underMouse() and self.isEnabled():
                tall = min(self.height() - 4.0, theme.px(26.0))
                box = QRectF(left - theme.px(4.0), y - tall / 2, theme.px(SIGN + 8.0), tall)
                rounded(painter, box, theme.px(5.0), theme.color("ink", 0.09))
            color = theme.color("you" if row.is_hand else row.role if row.shown else "rule")
            pen = QPen(color, theme.stroke("trail") if row.shown else theme.stroke("hairline"))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            if row.dashes:
                pen.setDashPattern(fitted(row.dashes, theme.px(SIGN) / pen.widthF()))
            painter.setPen(pen)
            painter.drawLine(QPointF(left, y), QPointF(right, y))
            if row.is_hand:
                for x in (left + theme.px(7.0), right - theme.px(7.0)):
                    disc(painter, QPointF(x, y), theme.px(3.6), theme.color("panel"), color, theme.px(1.8))
