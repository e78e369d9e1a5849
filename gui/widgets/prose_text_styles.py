"""How a text looks: the type, colours and distances of each kind of block, as Qt's formats, for one theme and role."""

from __future__ import annotations

from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontDatabase,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from gui.theme import Theme
from gui.widgets.words import tip
from sim.prose import Run

ROLES = ("prose", "body", "small")
_HEADINGS = {"prose": ("display", "question", "heading"), "body": ("title", "heading", "heading")}
_CODE = 0.92
"""Code is set a little smaller than the words beside it."""
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class Styles:
    """The formats of one theme and role. `ems`: lengths in the size of the running text."""

    def __init__(self, theme: Theme, role: str, color: str) -> None:
        self.theme = theme
        self.role = role
        self.color = color
        self.em = float(theme.type_size(role))

    def heading_role(self, level: int) -> str:
        """The role of type of a heading."""
        return _HEADINGS.get(self.role, _HEADINGS["body"])[min(level, 3) - 1]

    def words(self, role: str = "", color: str = "") -> QTextCharFormat:
        """Plain words."""
        format_ = QTextCharFormat()
        format_.setFont(self.theme.font(role or self.role))
        format_.setForeground(QBrush(self.theme.color(color or self.color)))
        return format_

    def run(self, run: Run, base: QTextCharFormat) -> QTextCharFormat:
        """The words of a run among words of `base`."""
        format_ = QTextCharFormat(base)
        if run.kind in ("code", "formula", "display"):
            self.make_code(format_)
        font = format_.font()
        if run.bold:
            font.setWeight(QFont.Weight.DemiBold)
        if run.italic:
            font.setItalic(True)
        format_.setFont(font)
        if run.link:
            format_.setAnchor(True)
            format_.setAnchorHref(run.link)
            format_.setToolTip(tip(run.hint or run.text, run.link))
            format_.setForeground(QBrush(self.theme.color("you")))
            format_.setFontUnderline(True)
        return format_

    def make_code(self, format_: QTextCharFormat) -> None:
        """The type in which code stands."""
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(max(1, round(_CODE * format_.font().pixelSize())))
        format_.setFont(font)

    def block(self, role: str = "", above: float = 0.0, below: float = 0.6) -> QTextBlockFormat:
        """A paragraph in the line height of its role; room above and below in ems."""
        format_ = QTextBlockFormat()
        role = role or self.role
        natural = QFontMetricsF(self.theme.font(role)).lineSpacing()
        format_.setLineHeight(100.0 * self.theme.line_height(role) / natural, _PROPORTIONAL)
        format_.setTopMargin(above * self.em)
        format_.setBottomMargin(below * self.em)
        return format_

    def flat(self) -> QTextBlockFormat:
        """The line that Qt wants before and after a table: as low as can be."""
        format_ = QTextBlockFormat()
        format_.setLineHeight(1.0, _FIXED)
        return format_

    def box(self) -> QTextTableFormat:
        """The sunk box around lines of code."""
        format_ = self._frame()
        format_.setCellPadding(0.6 * self.em)
        return format_

    def grid(self) -> QTextTableFormat:
        """A table without lines of its own."""
        format_ = self._frame()
        format_.setCellPadding(0.35 * self.em)
        return format_

    def _frame(self) -> QTextTableFormat:
        format_ = QTextTableFormat()
        format_.setBorder(0.0)
        format_.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
        format_.setCellSpacing(0.0)
        format_.setTopMargin(0.2 * self.em)
        format_.setBottomMargin(0.7 * self.em)
        format_.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100.0))
        return format_

    def ground(self, cell: QTextTableCellFormat) -> None:
        """The sunk ground of code."""
        cell.setBackground(QBrush(self.theme.color("sunk")))

    def underline(self, cell: QTextTableCellFormat, strong: bool) -> None:
        """The hairline below a cell."""
        cell.setBottomBorder(self.theme.stroke("hairline"))
        cell.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        cell.setBottomBorderBrush(QBrush(self.theme.color("rule" if strong else "line")))
