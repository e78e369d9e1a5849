"""The bubble with the sum behind what is pointed at: a unit, a weight, a bias, an input, a point.

Resting on a thing shows it, a click pins it, Escape closes it; who drags a point wants to see the map instead. A pinned
sum goes on living: it follows the network while it learns, and the place in the map that the pointer is at; away from
the map it is about the point that was looked at last. Without such a point it is about the first one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.panels.playground.subjects import (
    Place,
    learner_of,
    met_explanation,
    part_explanation,
    point_explanation,
)
from gui.widgets.answer import Answering
from gui.widgets.decision_map import DecisionMap
from gui.widgets.network_view import NetworkView
from gui.widgets.network_view_content import NOTHING, Part
from sim.phrases import phrase

if TYPE_CHECKING:
    from gui.panels.playground.panel import PlaygroundPanel
    from sim.network_arithmetic import Explanation
    from sim.simulations.playground_view import Data, PlaygroundSnapshot

PATIENCE = 250  # milliseconds that the pointer rests on a thing before its sum comes
LINGER = 300  # milliseconds in which the pointer may reach the bubble


@dataclass(frozen=True)
class Subject:
    """What the bubble is about: a part of the network, or a point of the data (number `spot` of the picture that shows
    it); in which picture, and where.
    """

    picture: QWidget
    at: QPointF
    part: Part = NOTHING
    point: int | None = None
    spot: int = 0


class Explaining:
    """Keeps the bubble of one panel."""

    def __init__(self, panel: PlaygroundPanel) -> None:
        self._panel = panel
        self._bubble = panel.stage.bubble
        self._subject: Subject | None = None
        self._looked: int | None = None
        self._place: Place | None = None
        self._learner = ""
        self._awaited: Subject | None = None
        self._coming, self._leaving = QTimer(self._bubble), QTimer(self._bubble)
        for timer, wait, then in ((self._coming, PATIENCE, self._on_come), (self._leaving, LINGER, self._on_left)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(then)
        self._bubble.pinned_changed.connect(self._on_pinned)
        stage = panel.stage
        stage.network.hovered.connect(lambda *told: self._on_part(*told))
        stage.network.clicked.connect(lambda *told: self._on_part_clicked(*told))
        stage.map.hovered.connect(self._on_map)
        stage.map.pointed.connect(self._on_place)
        stage.function.hovered.connect(lambda index, at: self.point_at(stage.function, index, at))
        for picture in (stage.map, stage.function):
            picture.point_moved.connect(lambda *_: self._on_dragged())
        kinds = (QEvent.Type.ToolTip, QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        for shown in (stage.network, stage.map, stage.function, stage.pages, stage.pages.fold, stage.unit.board):
            Answering(shown, kinds, lambda event: self._takes(event))
        stage.unit.board.selected.connect(lambda key: self.set_learner(key or ""))
        stage.pages.point_hovered.connect(lambda index, at: self.point_at(stage.pages.fold, index, at))

    def _takes(self, event: QEvent) -> bool:
        """Beside a sum no tooltip is needed, and the first Escape is for the sum, whatever is chosen in a picture."""
        if event.type() == QEvent.Type.ToolTip:
            return self._bubble.isVisible() or self._coming.isActive()
        if not self._bubble.isVisible() or not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.close()
        return True

    # what is pointed at

    def point_at(self, picture: QWidget, index: int | None, at: QPointF, spot: int | None = None) -> None:
        """The pointer is at point `index` of the data, or (None) no longer; spot: its number in the picture."""
        if index is None:
            self._point_to(None)
            return
        self._looked = int(index)
        self._point_to(Subject(picture, QPointF(at), point=int(index), spot=int(index) if spot is None else spot))

    def set_learner(self, key: str) -> None:
        """Whose sums are shown where three learners share the plane; "" for the first that is shown."""
        self._learner = key
        self._renew()

    def follow(self, snapshot: PlaygroundSnapshot) -> None:
        """A new frame: the sum goes on with it, unless the learner has closed it."""
        if self._subject is not None and self._bubble.isHidden():
            self.close()
        self._renew()

    def close(self) -> None:
        """Let go of everything."""
        self._subject = self._awaited = None
        self._panel.stage.map.set_crosshair(None)
        self._bubble.close_now()

    def _on_map(self, spot: int | None, at: QPointF) -> None:
        """Of more than two inputs the map shows some of the points only."""
        self.point_at(self._panel.stage.map, None if spot is None else self._panel.painting.row_of(spot), at, spot)

    def _on_part(self, kind: str, layer: int, i: int, j: int, at: QPointF) -> None:
        part = Part(kind, layer, i, j)
        self._point_to(Subject(self._panel.stage.network, QPointF(at), part) if kind else None)

    def _on_part_clicked(self, kind: str, layer: int, i: int, j: int, at: QPointF) -> None:
        """A click pins what is pointed at; on the same thing again it lets go."""
        if not kind:
            return
        subject = Subject(self._panel.stage.network, QPointF(at), Part(kind, layer, i, j))
        known = self._subject
        again = self._bubble.pinned and known is not None and known.part == subject.part and known.point is None
        self._bubble.pinned = False
        self._speak_of(subject)
        self._bubble.pinned = not again and self._bubble.isVisible()

    def _on_place(self, place: Any) -> None:
        """Somewhere on the ground of the map: only a sum that is pinned follows there."""
        self._place = None if place is None else tuple(float(number) for number in place)
        if self._bubble.pinned:
            self._renew()

    def _point_to(self, subject: Subject | None) -> None:
        self._coming.stop()
        if self._bubble.pinned and self._bubble.isVisible():
            self._renew()
        elif subject is None:
            self._leaving.start()
        elif self._bubble.isVisible():
            self._speak_of(subject)
        else:
            self._awaited = subject
            self._coming.start()

    def _on_come(self) -> None:
        """The pointer has rested on a thing."""
        if self._awaited is not None:
            self._speak_of(self._awaited)

    def _speak_of(self, subject: Subject) -> None:
        self._coming.stop()
        self._leaving.stop()
        self._subject = subject
        self._renew()

    def _on_dragged(self) -> None:
        self._coming.stop()
        if not self._bubble.pinned and self._subject is not None:
            self.close()

    def _on_pinned(self, pinned: bool) -> None:
        """Let go of by its own button: it stays as long as the pointer is in it."""
        if not pinned and self._subject is not None:
            self._leaving.start()

    def _on_left(self) -> None:
        """The pointer has been away for a while: it may have gone into the bubble, to pin or to copy."""
        if self._bubble.pinned and self._bubble.isVisible():
            return
        if self._bubble.isVisible() and self._bubble.underMouse():
            self._leaving.start()
        else:
            self.close()

    # what is shown

    def _renew(self) -> None:
        subject, snapshot = self._subject, self._panel.snapshot
        if subject is None or snapshot is None:
            return
        found = self._explanation(subject, snapshot)
        if found is None:
            self.close()
            return
        lines = [list(line.runs) for line in found.lines]
        at = self._panel.point_on_stage(subject.picture, self._anchor(subject))
        self._show_place(subject, snapshot.data)
        self._bubble.show_lines(lines, at, found.title, lambda: found.text, self._spared(subject.picture))

    def _spared(self, picture: QWidget) -> tuple[QRectF, ...]:
        """What a sum should leave free: its picture with the other large one beside it, else its picture alone."""
        stage = self._panel.stage
        own, both = self._area_of(picture), self._area_of(picture)
        for other in (stage.network, stage.map, stage.function):
            both = both.united(self._area_of(other)) if other.isVisible() else both
        return (both, own)

    def _area_of(self, picture: QWidget) -> QRectF:
        """Where a picture lies on the stage."""
        corner = self._panel.point_on_stage(picture, QPointF())
        return QRectF(corner, picture.size().toSizeF())

    def _show_place(self, subject: Subject, data: Data) -> None:
        """The map shows for which point a part of the network is reckoned."""
        place = self._place_now(data)[0] if subject.part.kind else ()
        self._panel.stage.map.set_crosshair((place[0], place[1]) if len(place) > 1 else None)

    def _anchor(self, subject: Subject) -> QPointF:
        """Where the thing is now: it may have moved since the pointer came."""
        picture = subject.picture
        if isinstance(picture, NetworkView):
            return picture.point_of(subject.part)
        if isinstance(picture, DecisionMap) and subject.point is not None:
            return picture.point_spot(subject.spot)
        return subject.at

    def _explanation(self, subject: Subject, snapshot: PlaygroundSnapshot) -> Explanation | None:
        data, network, unit, config = snapshot.data, snapshot.network, snapshot.unit, self._panel.config
        point = subject.point
        if point is not None and point >= len(data.x):
            return None
        if network is not None and point is not None:
            return point_explanation(network, data, point, config["loss"])
        if network is not None:
            place, whose = self._place_now(data)
            return part_explanation(network, data, place, subject.part, whose)
        key = learner_of(unit, config, self._learner) if unit is not None else ""
        if unit is None or point is None or not key:
            return None
        return met_explanation(unit, data, config, key, point)

    def _place_now(self, data: Data) -> tuple[Place, str]:
        """The place whose numbers are shown, and its name: where the pointer is, else the point looked at last."""
        if self._place is not None and self._bubble.pinned and data.x.shape[1] > 1:
            return (*self._place, *(0.0 for _ in range(data.x.shape[1] - 2))), "where you point"
        if not len(data.x):
            return (), ""
        looked = self._looked if self._looked is not None and self._looked < len(data.x) else 0
        return tuple(data.x[looked].tolist()), phrase("point {looked}", looked=looked + 1)
