"""Where a floating card stands: beside the picture that it leaves free, else at a side of its anchor."""

import math

from PySide6.QtCore import QPointF, QRectF

_BESIDE = 6.0  # between the card and the picture that it leaves free


def place_card(width: float, height: float, anchor: QPointF, room: QRectF, gap: float) -> QRectF:
    """Where a card of this size stands in `room`, at least `gap` from the anchor.

    Below, above, right, left: the first side that holds it; where none does, the one that loses the least.
    """
    x, y = anchor.x(), anchor.y()
    middle_x, middle_y = x - width / 2, y - height / 2
    sides = (
        (room.bottom() - (y + gap + height), middle_x, y + gap),
        ((y - gap - height) - room.top(), middle_x, y - gap - height),
        (room.right() - (x + gap + width), x + gap, middle_y),
        ((x - gap - width) - room.left(), x - gap - width, middle_y),
    )
    _, left, top = next((side for side in sides if side[0] >= 0.0), max(sides, key=lambda side: side[0]))
    left = min(max(left, room.left()), max(room.left(), room.right() - width))
    top = min(max(top, room.top()), max(room.top(), room.bottom() - height))
    return QRectF(left, top, width, height)


def place_beside(
    width: float, height: float, anchor: QPointF, room: QRectF, gap: float, picture: QRectF
) -> QRectF | None:
    """Where a card of this size stands in `room` without touching the picture, near the anchor; None where nowhere."""
    x = min(max(anchor.x() - width / 2, room.left()), room.right() - width)
    y = min(max(anchor.y() - height / 2, room.top()), room.bottom() - height)
    cards = (
        QRectF(x, max(picture.bottom() + _BESIDE, anchor.y() + gap), width, height),
        QRectF(x, min(picture.top() - _BESIDE, anchor.y() - gap) - height, width, height),
        QRectF(max(picture.right() + _BESIDE, anchor.x() + gap), y, width, height),
        QRectF(min(picture.left() - _BESIDE, anchor.x() - gap) - width, y, width, height),
    )
    free = [card for card in cards if room.contains(card)]
    return min(free, key=lambda card: distance(nearest(card, anchor), anchor), default=None)


def distance(one: QPointF, two: QPointF) -> float:
    """How far two points are apart."""
    way = one - two
    return float(math.hypot(way.x(), way.y()))


def nearest(rect: QRectF, point: QPointF) -> QPointF:
    """The point of a rectangle next to another point."""
    x = min(max(point.x(), rect.left()), rect.right())
    return QPointF(x, min(max(point.y(), rect.top()), rect.bottom()))


def at_edge(picture: QRectF, anchor: QPointF, card: QRectF) -> QPointF:
    """Where a tail ends that does not cross the picture around its anchor: at the edge that faces the card.

    It is the anchor itself where there is no picture, or the card lies over it.
    """
    if picture.isEmpty() or picture.intersects(card):
        return anchor
    x = min(max(anchor.x(), picture.left()), picture.right())
    y = min(max(anchor.y(), picture.top()), picture.bottom())
    if card.left() >= picture.right() or card.right() <= picture.left():
        return QPointF(picture.right() if card.left() >= picture.right() else picture.left(), y)
    return QPointF(x, picture.bottom() if card.top() >= picture.bottom() else picture.top())
