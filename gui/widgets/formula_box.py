"""A formula on a sunk ground, term by term in its colours, and below it the sizes of what is multiplied.

Symbols stand in the italic serif with small letters below or above the line. A formula that is too wide goes on in a
second line, which begins with an operator; one that is still too wide becomes smaller.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.shapes import LEFT, begin, rounded, text, text_width, wrapped

LINE, BELOW, ABOVE = "line", "below", "above"
SMALL = 0.66
_PAD, _TOP = 14.0, 7.0
_SIZES = (1.0, 0.88, 0.76, 0.66, 0.56)
_DROP, _LIFT = 0.2, 0.36


@dataclass(frozen=True)
class Piece:
    """Some signs of a formula: their role of colour, on which height they stand, whether a line may begin with them.

    upright: a sign or a word that is no symbol, such as "=" or "mean".
    """

    words: str
    role: str = "ink"
    place: str = LINE
    breaks: bool = False
    upright: bool = False


class FormulaBox(QWidget):
    """Shows one formula; `plain` is how it is read aloud."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._pieces: tuple[Piece, ...] = ()
        self._sizes = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAccessibleName(say("Formula"))
        themes.changed.connect(self._on_theme)

    def show_formula(self, pieces: Sequence[Piece], sizes: str, plain: str) -> None:
        """Another formula, the sizes below it ("" for none), and its words."""
        pieces = tuple(pieces)
        if (pieces, sizes) == (self._pieces, self._sizes):
            return
        self._pieces, self._sizes = pieces, sizes
        self.setAccessibleDescription(say(plain))
        self._on_theme()

    @property
    def sizes(self) -> str:
        """The line of sizes."""
        return self._sizes

    @property
    def plain(self) -> str:
        """The formula on one line."""
        return "".join(piece.words for piece in self._pieces)

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(round(self._themes.current.px(180)), round(self._high()))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return QSize(round(self._themes.current.px(100)), round(self._high()))

    def heightForWidth(self, width: int) -> int:
        """Lines depend on the room."""
        return round(self._high(width))

    def hasHeightForWidth(self) -> bool:
        """They do."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A layout keeps the height that was right for another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _high(self, width: float | None = None) -> float:
        theme = self._themes.current
        wide = (float(width) if width else max(float(self.width()), theme.px(120))) - 2 * theme.px(_PAD)
        lines, size = self._laid(wide)
        small = len(wrapped(self._sizes, theme.font("label"), wide)) if self._sizes else 0
        return len(lines) * self._line(size) + small * theme.line_height("label") + 2 * theme.px(_TOP)

    def _line(self, size: float) -> float:
        return self._themes.current.type_size("formula") * size * 1.5

    def _font(self, piece: Piece, size: float) -> QFont:
        theme = self._themes.current
        font = theme.font("formula")
        font.setItalic(not piece.upright)
        scale = size * (SMALL if piece.place != LINE else 1.0)
        font.setPixelSize(max(round(theme.type_size("formula") * scale), 1))
        return font

    def _laid(self, wide: float) -> tuple[list[list[Piece]], float]:
        """Lines of pieces, and the share of the type's size at which they fit."""
        for size in _SIZES:
            lines = self._broken(wide, size)
            widest = max((self._wide(line, size) for line in lines), default=0.0)
            if widest <= wide and (len(lines) <= 2 or size == _SIZES[-1]):
                break
        return lines, size

    def _broken(self, wide: float, size: float) -> list[list[Piece]]:
        lines: list[list[Piece]] = [[]]
        for group in self._groups():
            if lines[-1] and group[0].breaks and self._wide([*lines[-1], *group], size) > wide:
                lines.append([])
            lines[-1].extend(group)
        return lines

    def _groups(self) -> list[list[Piece]]:
        """Pieces that stay together."""
        groups: list[list[Piece]] = []
        for piece in self._pieces:
            if piece.breaks or not groups:
                groups.append([])
            groups[-1].append(piece)
        return groups

    def _wide(self, line: Sequence[Piece], size: float) -> float:
        return sum(text_width(piece.words, self._font(piece, size)) for piece in line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, formula, sizes."""
        with QPainter(self) as painter:
            begin(painter)
            theme, area = self._themes.current, QRectF(self.rect())
            rounded(painter, area, theme.size("radius_button"), theme.color("sunk"))
            wide, top = self.width() - 2 * theme.px(_PAD), theme.px(_TOP)
            lines, size = self._laid(wide)
            for line in lines:
                self._paint_line(painter, line, top, size)
                top += self._line(size)
            font = theme.font("label")
            for words in wrapped(self._sizes, font, wide) if self._sizes else ():
                place = QRectF(theme.px(_PAD), top, wide, theme.line_height("label"))
                text(painter, place, words, font, theme.color("you"), LEFT)
                top += theme.line_height("label")

    def _paint_line(self, painter: QPainter, line: Sequence[Piece], top: float, size: float) -> None:
        theme = self._themes.current
        left, whole = theme.px(_PAD), theme.type_size("formula") * size
        shifts = {LINE: 0.0, BELOW: _DROP * whole, ABOVE: -_LIFT * whole}
        metrics = QFontMetricsF(theme.font("formula"))
        slant = 0.06 * metrics.height()
        for piece in line:
            font = self._font(piece, size)
            place = QRectF(left, top + shifts[piece.place], 10.0, self._line(size))
            if piece.place == ABOVE:
                place.translate(slant, 0.0)
            text(painter, place, piece.words, font, theme.color(piece.role), LEFT)
            left += text_width(piece.words, font)

    def _on_theme(self) -> None:
        self.updateGeometry()
        self.update()
