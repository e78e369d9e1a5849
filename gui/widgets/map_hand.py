"""What the hand does on a map: keys and wheel steps as plain numbers, and what a mouse button has taken hold of."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt

NOTHING, START, RACER, GROUND = "", "start", "racer", "ground"
CLICK_REACH = 4.0
_KEY_ZOOM = 1.4
_WHEEL_ZOOM = 1.2
_NOTCH = 120.0
_COARSE, _FINE = 0.01, 0.001

_ARROWS = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
_ZOOMS = {Qt.Key.Key_Plus: _KEY_ZOOM, Qt.Key.Key_Equal: _KEY_ZOOM, Qt.Key.Key_Minus: 1.0 / _KEY_ZOOM}


@dataclass
class Grip:
    """What is held, since where, and by how much the start lies beside the pointer that took it."""

    what: str = NOTHING
    key: str | None = None
    pressed: QPointF | None = None
    last: QPointF | None = None
    offset: QPointF | None = None
    moved: bool = False

    def drag_to(self, point: QPointF) -> QPointF:
        """The way since the last move; a hand that trembles has not moved yet."""
        way = point - (self.last or point)
        if self.pressed is not None and (point - self.pressed).manhattanLength() > CLICK_REACH:
            self.moved = True
        self.last = QPointF(point)
        return way


def arrow_step(key: int, fine: bool) -> tuple[float, float] | None:
    """The way an arrow key moves the start, as shares of the view to the right and up; None for other keys."""
    direction = _ARROWS.get(Qt.Key(key))
    share = _FINE if fine else _COARSE
    return None if direction is None else (direction[0] * share, direction[1] * share)


def key_zoom(key: int) -> float | None:
    """How much nearer a key brings the map; None for other keys."""
    return _ZOOMS.get(Qt.Key(key))


def wheel_zoom(angle: float) -> float:
    """How much nearer a turn of the wheel brings the map; a whole notch is a fifth."""
    return float(_WHEEL_ZOOM ** max(-4.0, min(4.0, angle / _NOTCH)))
