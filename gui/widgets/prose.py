"""Sentences with numbers in them: words in the voice that explains, numbers in the one that is read off."""

import re

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from gui.language import say
from gui.theme import Theme
from gui.widgets.shapes import ELLIPSIS, LEFT, text, text_width
from sim.phrases import Own

_NUMBER = re.compile(r"[(]?[−+-]?[0-9][0-9.,e−+\u202f%×·⁻⁰¹²³⁴⁵⁶⁷⁸⁹]*[).,;:]*|[=·×+−/]")

_FACTORS = ("μ", "η", "−μ", "−η")
SYMBOL = 3  # letters that a symbol has at most
Run = tuple[str, QFont]


def lines_of(words: str, theme: Theme, width: float, most: int = 0, size: float = 1.0) -> list[list[Run]]:
    """`words` as lines of runs, broken at spaces; of more than `most` lines the last ends in an ellipsis.

    size: a share of the type that prose has.
    """
    voice, hand = theme.font("prose"), theme.font("body")
    voice.setPixelSize(round(size * theme.type_size("prose")))
    hand.setPixelSize(round(0.92 * size * theme.type_size("prose")))
    space, reach = text_width(" ", voice), 0.0
    lines: list[list[Run]] = [[]]
    for chunk in _chunks(say(words)):
        runs: list[Run] = [(Own(word), hand if _NUMBER.fullmatch(word) else voice) for word in chunk]
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
        lines = [*lines[: most - 1], [*lines[most - 1][:-1], (Own(last.rstrip(".,;:") + ELLIPSIS), font)]]
    return lines


def _chunks(words: str) -> list[list[str]]:
    """Words one by one; numbers, the signs between them and the symbol they belong to together, never torn apart."""
    chunks: list[list[str]] = []
    for word in words.split():
        last = chunks[-1][-1] if chunks else ""
        joins = _NUMBER.fullmatch(last) or (word == "=" and len(last) <= SYMBOL)
        is_factor = last in _FACTORS and len(word) == 1  # μ v
        if chunks and (is_factor or (_NUMBER.fullmatch(word) and joins)):
            chunks[-1].append(word)
        else:
            chunks.append([word])
    return chunks


def paint_lines(
    painter: QPainter, theme: Theme, place: QRectF, lines: list[list[Run]], color: QColor, size: float = 1.0
) -> None:
    """The lines from the top of `place` down."""
    high, space = line_height(theme, size), size * text_width(" ", theme.font("prose"))
    for row, line in enumerate(lines):
        left = place.left()
        for word, font in line:
            text(painter, QRectF(left, place.top() + row * high, 10.0, high), word, font, color, LEFT)
            left += text_width(word, font) + space


def line_height(theme: Theme, size: float = 1.0) -> float:
    """The distance of two lines."""
    return round(size * theme.type_size("prose") * 1.36)
