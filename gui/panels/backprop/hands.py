"""What a hand changes here: a cell, what is held, the weight that is nudged, the proof of all slopes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.panels.backprop.locks import CELLS, CHECK, RELEASE
from gui.panels.backprop.telling import why_no_proof
from gui.widgets.matrix_content import NOWHERE, Cell
from gui.widgets.matrix_copy import CSV, NUMPY, TEXT
from sim.backprop_names import symbol
from sim.commands import Edit, Look
from sim.errors import ConfigError, sentence
from sim.lesson_parts import RUN
from sim.numerals import plain_number
from sim.phrases import phrase, word
from sim.simulations.backprop import BackpropView, is_there
from sim.simulations.backprop_hand import ALL, checked_number

if TYPE_CHECKING:
    from gui.panels.backprop.panel import BackpropPanel
    from sim.simulations.backprop import BackpropSnapshot

FIRST_NUDGED = ("w1", 0, 1)
"""The weight that is nudged until another is chosen."""
LOOKED_AT = "wbzd"
COPIED = {TEXT: word("as text"), CSV: word("as CSV"), NUMPY: word("as a NumPy array")}


def within(cell: Cell, snapshot: BackpropSnapshot) -> Cell:
    """The cell, or the one next to it that a smaller matrix has."""
    name, row, column = cell
    rows, columns = snapshot.matrices[name].shape
    return name, min(row, rows - 1), min(column, columns - 1)


def copied_words(form: str) -> str:
    """What is said of a matrix that went to the clipboard."""
    return phrase("The matrix is on the clipboard, {form}.", form=COPIED[form])


class Hands:
    """The hands of one panel."""

    def __init__(self, panel: BackpropPanel) -> None:
        self._panel = panel
        self._selected: Cell = NOWHERE
        lanes, page = panel.stage.lanes, panel.side.rule
        lanes.cell_edited.connect(lambda name, row, column, text: self.set_cell((name, row, column), text))
        lanes.refused.connect(lambda name, *_: self.refuse(name))
        lanes.cell_released.connect(lambda *cell: self.release(cell))
        lanes.cell_focused.connect(lambda *cell: self.look_at(cell))
        lanes.cell_pinned.connect(lambda *cell: self.look_at(cell))
        panel.stage.graph.cell_pinned.connect(lambda *cell: self.look_at(cell))
        lanes.copied.connect(lambda _, form: panel.said.emit(copied_words(form)))
        page.check_asked.connect(self.check_all)
        page.release_asked.connect(self.release_all)

    def forget(self) -> None:
        """A new run: the first weight is nudged."""
        self._selected = NOWHERE
        self.look_at(FIRST_NUDGED)

    def follow(self, snapshot: BackpropSnapshot) -> None:
        """In another network a number that is not there any more gives way to the first weight."""
        if not is_there(self._selected, snapshot.matrices):
            self.look_at(within(FIRST_NUDGED, snapshot))

    def look_at(self, cell: Cell) -> None:
        """The number that is looked at: a weight is nudged; at z, or at what comes back, its slope counts."""
        name, row, column = cell
        if name[:1] not in LOOKED_AT or not name:
            return
        if name[:2] in ("dw", "db"):
            name = name[1:]
        place = (name.rstrip("+"), row, column)
        if place != self._selected:
            self._selected = place
            self._panel.send(Look(self._panel.key, BackpropView(place)))

    def may_run(self) -> bool:
        """Whether time may be moved; says why not."""
        return self._panel.locks.may_use((RUN,))

    def set_cell(self, cell: Cell, text: str) -> None:
        """A number was typed into a cell; what is none is said, and the old one stays."""
        if not self._panel.locks.may_use((CELLS,)):
            return
        name, row, column = cell
        try:
            value = checked_number(name, plain_number(text), self._panel.config["loss"] == "cross_entropy")
        except ConfigError as error:
            self._panel.said.emit(sentence(error))
            return
        self._panel.send(Edit(self._panel.key, "cell", (name, row, column, value)))

    def refuse(self, name: str) -> None:
        """A hand wanted to type where nothing can be typed."""
        if not self._panel.locks.may_use((CELLS,)):
            return
        if name.endswith("+"):
            words = phrase("These are the numbers after the update. Step back to change {matrix}.",
                           matrix=symbol(name.rstrip("+")))  # fmt: skip
        else:
            words = phrase("{matrix} follows from its rule. Inputs, targets, weights, biases, Z, dH, E can be typed.",
                           matrix=symbol(name))  # fmt: skip
        self._panel.said.emit(words)

    def release(self, cell: Cell) -> None:
        """One number comes from its rule again."""
        if self._panel.locks.may_use((RELEASE,)):
            self._panel.send(Edit(self._panel.key, "release", cell))

    def check_all(self) -> None:
        """Nudge every weight and bias; says so where slopes cannot be compared."""
        if not self._panel.locks.may_use((CHECK,)):
            return
        if self._panel.snapshot is not None and (reason := why_no_proof(self._panel.snapshot)):
            self._panel.said.emit(reason)
        self._panel.send(Edit(self._panel.key, "check", True))

    def release_all(self) -> None:
        """All numbers come from their rules again."""
        if self._panel.locks.may_use((RELEASE,)):
            self._panel.send(Edit(self._panel.key, "release", ALL))
