"""How numbers look where they are answers: points and a scale from the colour of minus over `mid` to that of plus.

A pale point near zero would be lost on a pale ground, so every one has a thin edge of ink, fainter near zero: hundreds
of them must not be louder than the few that say something. One that is only tested, and not trained on, is hollow. The
scale reaches equally far on both sides of zero: a colour says the sign.
"""

import math

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QLinearGradient, QPainter

from gui.theme import Theme, tokens
from gui.widgets.class_signs import MOST_CLASSES, RING_GAP, paint_point
from gui.widgets.contours import Array
from gui.widgets.shapes import CENTRE, LEFT, RIGHT, disc, rounded, stroke, text, text_width
from sim.numerals import write_short

TONES = 33
CROWD_ROLES = ("minus", "rule", "plus")
_MIDDLE = (TONES - 1) // 2
_PALE = 0.15
_EDGE = 0.7
_ENDS = (1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0)
_BAR = 6.0
_LONGEST_BAR = 150.0


def reach_of_numbers(values: Array) -> float:
    """The end of a scale for these numbers: a round one, not below any of them."""
    known = np.abs(values[np.isfinite(values)])
    most = float(known.max()) if known.size else 0.0
    if not 1e-150 < most < 1e150:
        return 1.0
    power = 10.0 ** math.floor(math.log10(most))
    return next((m * power for m in _ENDS if m * power >= most * (1.0 - 1e-9)), 10.0 * power)


def tones_of(values: Array, most: float) -> Array:
    """For every number the code of its colour, beyond those of the classes; that of zero for what is no number."""
    with np.errstate(over="ignore", invalid="ignore"):
        share = np.clip(np.nan_to_num(np.asarray(values, np.float64) / most), -1.0, 1.0)
    codes: Array = (MOST_CLASSES + _MIDDLE + np.round(share * _MIDDLE)).astype(np.uint8)
    return codes


def is_tone(code: int) -> bool:
    """Does the code stand for a number, and not for a class?"""
    return code >= MOST_CLASSES


def crowd_groups(codes: Array) -> Array:
    """In a crowd of dots: below, about, or above zero, as places in CROWD_ROLES."""
    level = (np.asarray(codes, np.float64) - MOST_CLASSES - _MIDDLE) / _MIDDLE
    groups: Array = (1 + np.sign(np.where(np.abs(level) < _PALE, 0.0, level))).astype(np.uint8)
    return groups


def value_color(theme: Theme, share: float, reach: float = 1.0) -> QColor:
    """The colour of a number that is so large a share, from -1 to 1, of the end of the scale."""
    gamma = float(tokens()["map"]["diverging_gamma"])
    level = min(abs(share), 1.0) ** gamma if math.isfinite(share) else 0.0
    return theme.mix("mid", "minus" if share < 0.0 else "plus", reach * level)


def paint_sign(
    painter: QPainter,
    theme: Theme,
    code: int,
    centre: QPointF,
    radius: float,
    hollow: bool = False,
    wrong: bool = False,
) -> None:
    """A point of a class or of a number."""
    if not is_tone(code):
        paint_point(painter, theme, code, centre, radius, hollow, wrong)
        return
    share = (code - MOST_CLASSES - _MIDDLE) / _MIDDLE
    color, edge = value_color(theme, share), theme.px(1.0)
    ink = theme.color("ink", _EDGE if theme.name == "contrast" else _EDGE * (0.55 + 0.45 * abs(share)))
    if wrong:
        disc(painter, centre, radius + theme.px(RING_GAP), None, theme.color("bad"), theme.px(1.6))
    disc(painter, centre, radius + edge, theme.color("panel"))
    disc(painter, centre, radius, color, ink, edge)
    if hollow:
        disc(painter, centre, radius * 0.55, theme.color("panel"), theme.color("ink", 0.5 * _EDGE), edge * 0.8)


def scale_height(theme: Theme) -> float:
    """The room that the scale needs below a picture."""
    return theme.line_height("caption") + theme.px(6.0)


def paint_scale(painter: QPainter, theme: Theme, area: QRectF, most: float, name: str = "") -> None:
    """What the colours mean, in one line: the lowest number, the colours, the highest."""
    font, faint = theme.font("caption"), theme.color("faint")
    low, high = write_short(-most, 3), write_short(most, 3)
    gap, tall = theme.px(6.0), theme.px(_BAR)
    wide = max(text_width(low, font), text_width(high, font))
    length = max(tall, min(theme.px(_LONGEST_BAR), area.width() - 2 * (wide + gap)))
    bar = QRectF(0.0, 0.0, length, tall)
    bar.moveCenter(area.center())
    colors = QLinearGradient(bar.topLeft(), bar.topRight())
    for step in range(9):
        colors.setColorAt(step / 8, value_color(theme, step / 4 - 1.0))
    rounded(painter, bar, tall / 2, theme.color("mid"))
    painter.setBrush(colors)
    painter.drawRoundedRect(bar, tall / 2, tall / 2)
    rounded(painter, bar, tall / 2, None, theme.color("rule", 0.6), theme.stroke("hairline"))
    middle = QPointF(bar.center().x(), bar.bottom() + 1.0)
    stroke(painter, middle, middle + QPointF(0.0, theme.px(3.0)), theme.color("rule"), theme.stroke("hairline"))
    left = QRectF(bar.left() - gap - wide, area.top(), wide, area.height())
    text(painter, left, low, font, faint, RIGHT)
    text(painter, left.translated(length + 2 * gap + wide, 0.0), high, font, faint, LEFT)
    if name and text_width(name, font) < left.left() - area.left() - gap:
        room = QRectF(area.left(), area.top(), left.left() - area.left() - gap, area.height())
        text(painter, room, name, font, faint, CENTRE)
