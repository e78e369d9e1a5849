"""What a classifier decides on the plane, live: the learner drags points, adds and flips them, and turns the line.

Knows no simulation: it gets a field, points and a line (`decision_map_plane`), and says what was done to them. Only
what is held moves by itself; all else is the owner's answer.

Mouse: drag a point, a handle, or the line; click a point to flip its class; double click on empty ground adds one; a
right click removes one. With the pencil, dragging draws points.

Keys: Enter takes the first thing there is (an arrow too, where Tab brought the keyboard here), Tab and Shift+Tab walk
from one to the next, Ctrl and an arrow to the nearest that way. Arrows move what is chosen by 1 % of the picture (Shift
0.1 %), Space flips a point, Delete removes it, Insert adds one under the pointer or in the middle, Escape lets go, so
that Tab leaves the map. What a mouse let go of is not chosen any more: arrows are for the window then.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QToolTip, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.contours import Rect
from gui.widgets.decision_map_hands import GRIP, POINT, DecisionHands
from gui.widgets.focus import FocusMark
from gui.widgets.map_content import Point
from gui.widgets.map_frame import CORNER
from gui.widgets.words import tip
from sim.numerals import write_short
from sim.phrases import joined, phrase

_MOVES = {
    Qt.Key.Key_Left: (-1.0, 0.0),
    Qt.Key.Key_Right: (1.0, 0.0),
    Qt.Key.Key_Up: (0.0, 1.0),
    Qt.Key.Key_Down: (0.0, -1.0),
}
_TAKES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, *_MOVES})
_REMOVES = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})
_KEYS = (
    "Enter takes the first point, Tab walks on, arrows move it, Space flips its class, Delete removes it, "
    "Insert adds one, Escape lets go."
)
_TIP = "Drag a point, click it to flip its class, double click to add one; a right click removes one."
_NUMBER_TIP = "Drag a point, double click to add one; a right click removes one."
_NUMBER_KEYS = _KEYS.replace(" Space flips its class,", "")
_PENCIL_TIP = "Drag to draw points of the chosen class."
_LINE_TIP = "Drag the line to move it, a handle to turn it."


class DecisionMap(DecisionHands):
    """See the module's text. Points are named by their place in the owner's list."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._mark = FocusMark(themes, self, self._ring)
        Answering(self, (QEvent.Type.ToolTip,), self._answer)
        self.setToolTip(tip("Decision map", _TIP))
        self._tell()

    # Keys ------------------------------------------------------------------------------------------------------------

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Once something is chosen, Tab walks; past either end it leaves."""
        things = self._things()
        if self._thing() not in things:
            return super().focusNextPrevChild(forward)
        place = things.index(self._thing()) + (1 if forward else -1)
        if not 0 <= place < len(things):
            self._set_chosen_thing(None, None)
            return super().focusNextPrevChild(forward)
        self._choose(things[place])
        return True

    def _things(self) -> range:
        """What keys can choose: -2 and -1 are the handles of the line, then come the points."""
        grips = 0 if self._grip_points() is None else 2
        return range(-grips, len(self._layer.points) if self._layer.points.are_markers else 0)

    def _thing(self) -> int:
        """What is chosen; one that does not exist where nothing is."""
        if self._chosen_grip is not None:
            return self._chosen_grip - 2
        return -3 if self._chosen is None else self._chosen

    def _choose(self, thing: int) -> None:
        self._set_chosen_thing(None if thing < 0 else thing, thing + 2 if thing < 0 else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the module's text."""
        key, things = Qt.Key(event.key()), self._things()
        if key in self._takes() and self._thing() not in things and len(things):
            self._by_mouse = False
            self._choose(things[0])
        elif key in _MOVES and self._thing() in things:
            self._move_by_key(event, _MOVES[key])
        elif key == Qt.Key.Key_Escape and self._thing() in things:
            self._set_chosen_thing(None, None)
        elif key == Qt.Key.Key_Insert and self._may_points:
            spot = self._pointer if self._pointer is not None else self._view_area().center()
            self.point_added.emit(*(self._crosshair or self._plane_point(spot)), self._class)
        elif key == Qt.Key.Key_Space and self._chosen is not None:
            self._click(self._chosen)
        elif key in _REMOVES and self._chosen is not None and self._may_points:
            self.point_removed.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def _takes(self) -> frozenset[Qt.Key]:
        """The keys that take the first thing."""
        return _TAKES - frozenset(_MOVES) if self._by_mouse else _TAKES

    def _move_by_key(self, event: QKeyEvent, way: Point) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._walk(way)
            return
        share = 0.001 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 0.01
        x0, x1, y0, y1 = self._view.plane
        across, up = way[0] * share * (x1 - x0), way[1] * share * (y1 - y0)
        spots = self._grip_points()
        if self._chosen_grip is not None and spots is not None:
            self._grasp, self._grips = GRIP, spots
            x, y = spots[self._chosen_grip]
            self._turn_line(self._chosen_grip, self._plane_point(self._pixel((x + across, y + up))))
        elif self._chosen is not None:
            self._grasp = POINT
            x, y = self._layer.points.places[self._chosen].tolist()
            self._move_point(self._chosen, self._plane_point(self._pixel((x + across, y + up))))

    def _walk(self, way: Point) -> None:
        """To the nearest point in a direction."""
        if self._chosen is not None:
            further = self._layer.towards(self._view, self._chosen, (way[0], -way[1]))
            self._set_chosen_thing(self._chosen if further is None else further, None)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The end of a movement by keys."""
        if Qt.Key(event.key()) in _MOVES and self._pressed is None and not event.isAutoRepeat():
            self._let_go()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes with Tab works with keys."""
        super().focusInEvent(event)
        self._by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody holds anything any more."""
        if self._pressed is None:
            self._let_go()
        super().focusOutEvent(event)

    def set_domain(self, rect: Rect) -> None:
        """The part of the plane that is shown; the ring of the keyboard goes with it."""
        super().set_domain(rect)
        self._mark.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another place of the picture and of the ring around it."""
        super().resizeEvent(event)
        self._mark.refresh()

    # Words -----------------------------------------------------------------------------------------------------------

    def _ring(self) -> tuple[QRectF, float]:
        return self._view_area(), self._themes.current.scale * CORNER

    def ring_words(self) -> str:
        """What the rings around points mean that are shown just now; "" where there are none."""
        points = self._layer.points
        is_met = self._met is not None and self._met[0] < len(points)
        rings = [
            ("red: wrong", points.are_markers and bool(points.wrong.any())),
            ("green: just met", is_met),
            ("violet: yours to move", self._grip_points() is not None or self._chosen is not None),
        ]
        words = joined((name for name, shown in rings if shown), ", ")
        return phrase("Rings: {words}.", words=words) if words else ""

    def _answer(self, event: QEvent) -> bool:
        """A tooltip for what lies under the pointer."""
        if isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self._words_at(QPointF(event.pos())), self)
        return isinstance(event, QHelpEvent)

    def _words_at(self, at: QPointF) -> str:
        if self._pencil:
            return tip("Pencil", _PENCIL_TIP)
        if self._grip_at(at) is not None:
            return tip("The unit's line", _LINE_TIP)
        index = self._point_at(at)
        if index is not None:
            return tip(self._point_words(index), _TIP if self._most is None else _NUMBER_TIP)
        if self._is_on_line(at):
            return tip("The unit's line", _LINE_TIP)
        hint = joined((_TIP if self._most is None else _NUMBER_TIP, self.ring_words()))
        return tip(self._caption[0] or "Decision map", hint) if self._view_area().contains(at) else ""

    def _point_words(self, index: int) -> str:
        """Which point, of which class, where, and on which side."""
        points = self._layer.points
        numbers = points.values
        answer = (
            phrase("class {classes}", classes=points.classes[index])
            if numbers is None
            else phrase("number {numbers}", numbers=write_short(numbers[index], 4))
        )
        parts: list[str] = [phrase("Point {index} of {points}", index=index + 1, points=len(points)), answer]
        parts.append(
            phrase("at {place_text}", place_text=self.place_text((points.places[index][0], points.places[index][1])))
        )
        parts += ["not trained on"] if not points.train[index] else []
        parts += ["on the wrong side"] if points.wrong[index] else []
        return joined(parts, ", ")

    def _tell(self) -> None:
        """What is shown and what keys do, for those who listen."""
        points = self._layer.points
        wrong = phrase(", {counted} on the wrong side", counted=self._counted[1]) if points.values is None else ""
        about = phrase("{points} points{wrong}.", points=len(points), wrong=wrong) if len(points) else "No points yet."
        if self._chosen is not None:
            about = phrase("{point_words}. {about}", point_words=self._point_words(self._chosen), about=about)
        elif self._chosen_grip is not None and self._line is not None:
            w1, w2, b = (write_short(value, 4) for value in self._line.values)
            about = phrase(
                "Handle {chosen_grip} of the line {w1} x + {w2} y + {b} = 0. {about}",
                chosen_grip=self._chosen_grip + 1,
                w1=w1,
                w2=w2,
                b=b,
                about=about,
            )
        shows = "Where the twins disagree" if self._field.spread is not None else "What is decided at every place"
        self.setAccessibleName(say(self._caption[0] or "Decision map"))
        self.setAccessibleDescription(
            say(
                phrase(
                    "{shows}. {about} {keys}",
                    shows=shows,
                    about=about,
                    keys=_KEYS if points.values is None else _NUMBER_KEYS,
                )
            )
        )
