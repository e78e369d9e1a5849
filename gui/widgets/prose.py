"""Sentences with numbers in them: words in the voice that explains, numbers in the one that is read off."""

import re

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from gui.theme import Theme
from gui.widgets.shapes import ELLIPSIS, LEFT, text, text_width

_NUMBER = re.compile(r"[(]?[−+-]?[0-9][0-9.,e−+\u202f%×]*[).,;:]*|[=·×+−/]")

Run = tuple[str, QFont]


def lines_of(words: str, theme: Theme, width: float, most: int = 0, role: str = "prose") -> list[list[Run]]:
    """`words` as lines of runs, broken at spaces; of more than `most` lines the last ends in an ellipsis."""
    voice, hand = theme.font(role), theme.font("value")
    hand.setPixelSize(round(0.92 * theme.type_size(role)))
    space, reach = text_width(" ", voice), 0.0
    lines: list[list[Run]] = [[]]
    for chunk in _chunks(words):
        numeral = _NUMBER.fullmatch(chunk[0]) is not None
        runs = [(word, hand if numeral else voice) for word in chunk]
        wide = sum(text_width(*run) for run in runs) + space * (len(runs) - 1)
        pieces = [[run] for run in runs] if wide > width else [runs]
        for piece in pieces:
            long = sum(text_width(*run) for run in piece) + space * (len(piece) - 1)
            if lines[-1] and reach + space + long > width:
                lines.append([])
                reach = 0.0
            reach += long + (space if lines[-1] else 0.0)
            lines[-1].extend(piece)
    if most and len(lines) > most:
        last, font = lines[most - 1][-1]
        lines = [*lines[: most - 1], [*lines[most - 1][:-1], (last.rstrip(".,;:") + ELLIPSIS, font)]]
    return lines


def _chunks(words: str) -> list[list[str]]:
    """Words one by one; numbers and the signs between them together, so that a sum is not torn apart."""
    chunks: list[list[str]] = []
    for word in words.split():
        if chunks and _NUMBER.fullmatch(word) and _NUMBER.fullmatch(chunks[-1][-1]):
            chunks[-1].append(word)
        else:
            chunks.append([word])
    return chunks


def paint_lines(
    painter: QPainter, theme: Theme, place: QRectF, lines: list[list[Run]], color: QColor, role: str = "prose"
) -> None:
    """The lines from the top of `place` down."""
    high, space = line_height(theme, role), text_width(" ", theme.font(role))
    for row, line in enumerate(lines):
        left = place.left()
        for word, font in line:
            text(painter, QRectF(left, place.top() + row * high, 10.0, high), word, font, color, LEFT)
            left += text_width(word, font) + space


def line_height(theme: Theme, role: str = "prose") -> float:
    """The distance of two lines."""
    return round(theme.type_size(role) * 1.36)
