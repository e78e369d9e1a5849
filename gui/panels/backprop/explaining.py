"""The bubble with the sum behind a number: what is pointed at, walked to with the keys, or pinned.

Resting on a cell shows it, the keyboard shows it at once, a click or Enter pins it, Escape closes it. A pinned sum goes
on living: it follows its number from rule to rule. Frames in the lanes show the row and the column it was made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from gui.widgets.answer import Answering
from gui.widgets.matrix_content import NOWHERE, Cell
from sim.backprop_arithmetic import explain

if TYPE_CHECKING:
    from gui.panels.backprop.panel import BackpropPanel
    from sim.backprop_arithmetic import Explanation
    from sim.simulations.backprop import BackpropSnapshot

PATIENCE = 220  # milliseconds that the pointer rests on a cell before its sum comes
TWINS = {"s": "z", "z": "s"}
LINGER = 300  # milliseconds in which the pointer may reach the bubble


class Explaining:
    """Keeps the bubble of one panel."""

    def __init__(self, panel: BackpropPanel) -> None:
        self._panel = panel
        self._lanes, self._bubble = panel.stage.lanes, panel.stage.bubble
        self._cell = self._awaited = NOWHERE
        self._step = -1
        self._coming, self._leaving = QTimer(self._bubble), QTimer(self._bubble)
        for timer, wait, then in ((self._coming, PATIENCE, self._on_come), (self._leaving, LINGER, self._on_left)):
            timer.setSingleShot(True)
            timer.setInterval(wait)
            timer.timeout.connect(then)
        self._bubble.pinned_changed.connect(self._on_pinned)
        self._lanes.cell_hovered.connect(lambda *cell: self._on_hovered(cell))
        self._lanes.cell_focused.connect(lambda *cell: self._on_focused(cell))
        self._lanes.cell_pinned.connect(lambda *cell: self._on_clicked(cell))
        self._lanes.shifted.connect(self._renew)
        kinds = (QEvent.Type.ToolTip, QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        Answering(self._lanes, kinds, lambda event: self._takes(event))

    @property
    def cell(self) -> Cell:
        """What the bubble is about."""
        return self._cell

    def speak_of(self, cell: Cell) -> None:
        """Show the sum of a cell."""
        self._coming.stop()
        self._leaving.stop()
        self._cell = cell
        self._renew()

    def greet(self, cell: Cell) -> None:
        """Show the sum of a cell unasked, where it does not hide what it is about."""
        self.speak_of(cell)
        snapshot = self._panel.snapshot
        found = self._explanation(snapshot) if snapshot is not None and self._cell != NOWHERE else None
        names = [] if found is None else [self._cell[0], *(name for name, _, _ in found.sources)]
        if any(self._area_of(name).intersects(self._bubble.card) for name in names):
            self.close()

    def follow(self, snapshot: BackpropSnapshot) -> None:
        """Other numbers: a sum goes on with its cell where the learner is at it still, or has pinned it."""
        moved, self._step = snapshot.step != self._step, snapshot.step
        there = self._is_pinned or self._lanes.hasFocus() or self._lanes.underMouse() or self._bubble.underMouse()
        if self._cell != NOWHERE and (self._bubble.isHidden() or (moved and not there)):
            self.close()
        self._renew()

    def close(self) -> None:
        """Let go of everything."""
        self._cell = self._awaited = NOWHERE
        self._coming.stop()
        self._lanes.set_frames(())
        self._lanes.set_pinned(NOWHERE)
        self._bubble.close_now()

    def _takes(self, event: QEvent) -> bool:
        """Beside a sum no tooltip is needed, and the first Escape is for the sum."""
        if event.type() == QEvent.Type.ToolTip:
            return self._bubble.isVisible() or self._coming.isActive()
        if not self._bubble.isVisible() or not isinstance(event, QKeyEvent) or event.key() != Qt.Key.Key_Escape:
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.close()
        return True

    # What is pointed at -----------------------------------------------------------------------------------------------

    @property
    def _is_pinned(self) -> bool:
        return self._bubble.pinned and self._bubble.isVisible()

    def _on_hovered(self, cell: Cell) -> None:
        self._coming.stop()
        if self._is_pinned:
            return
        if not cell[0]:
            self._leaving.start()
        elif self._bubble.isVisible():
            self.speak_of(cell)
        else:
            self._awaited = cell
            self._coming.start()

    def _on_focused(self, cell: Cell) -> None:
        """The keys walk: what they come to is spoken of at once."""
        if cell[0]:
            self._bubble.pinned = False
            self.speak_of(cell)
        elif not self._is_pinned:
            self._leaving.start()

    def _on_clicked(self, cell: Cell) -> None:
        """Pinned, it stays; on the same cell again it lets go."""
        if not cell[0] or (self._is_pinned and cell == self._cell):
            self.close()
            return
        self._bubble.pinned = False
        self.speak_of(cell)
        self._bubble.pinned = self._bubble.isVisible()

    def _on_pinned(self, pinned: bool) -> None:
        """By its own button: pinned, it counts; let go of, it stays as long as the pointer is in it."""
        if pinned and self._cell != NOWHERE:
            self._lanes.set_pinned(self._cell)
            self._panel.marked.emit("pinned", 1.0)
        elif not pinned:
            self._lanes.set_pinned(NOWHERE)
            if self._cell != NOWHERE:
                self._leaving.start()

    def _on_come(self) -> None:
        if self._awaited[0]:
            self.speak_of(self._awaited)

    def _on_left(self) -> None:
        """The pointer has been away for a while: it may have gone into the bubble, to pin or to copy."""
        if self._is_pinned:
            return
        if self._bubble.isVisible() and self._bubble.underMouse():
            self._leaving.start()
        else:
            self.close()

    # What is shown ----------------------------------------------------------------------------------------------------

    def _renew(self) -> None:
        snapshot = self._panel.snapshot
        if self._cell == NOWHERE or snapshot is None:
            return
        self._cell = self._now(self._cell)
        box, found = self._lanes.cell_box(self._cell), self._explanation(snapshot)
        if box is None or found is None:
            self.close()
            return
        self._lanes.set_frames((*found.sources, self._cell))
        if self._is_pinned:
            self._lanes.set_pinned(self._cell)
        area = self._panel.stage.area_of(self._lanes, box)
        below = QPointF(area.center().x(), area.bottom())
        lines = [list(line.runs) for line in found.lines]
        own = self._area_of(self._cell[0])
        self._bubble.show_lines(lines, below, found.title, lambda: found.text, self._spared(found), own)

    def _now(self, cell: Cell) -> Cell:
        """The sum before its bias becomes the sum with it, a weight the updated one, in the same place; and back."""
        names, name = self._lanes.content.by_name, cell[0]
        if name not in names:
            heirs = (TWINS.get(name[0], "") + name[1:], name + "+", name.removesuffix("+"))
            name = next((heir for heir in heirs if heir in names), name)
        return name, cell[1], cell[2]

    def _explanation(self, snapshot: BackpropSnapshot) -> Explanation | None:
        name, row, column = self._cell
        if not self._lanes.content.holds(self._cell) or name not in snapshot.known:
            return None
        return explain(snapshot, name, row, column)

    def _spared(self, found: Explanation) -> tuple[QRectF, ...]:
        """What the bubble leaves free: the matrices it speaks of, at least its own."""
        own = self._area_of(self._cell[0])
        every = own
        for name, _, _ in found.sources:
            every = every.united(self._area_of(name))
        return (every, own)

    def _area_of(self, name: str) -> QRectF:
        place = self._lanes.plan().places.get(name)
        return QRectF() if place is None else self._panel.stage.area_of(self._lanes, place.outline)
