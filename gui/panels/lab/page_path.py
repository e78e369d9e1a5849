"""The page of the path: what becomes of every weight as weights cost more and more, hundreds of prices at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from gui.panels.base import Offer
from gui.panels.lab.pages import Hands, LabPage
from gui.panels.lab.penalty_showing import path_of
from gui.widgets.button import Button
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.penalty_path_plot import PenaltyPathPlot
from gui.widgets.segments import Segments
from gui.widgets.words import Elided, Label, tell
from sim.numerals import write_count, write_short
from sim.phrases import joined, phrase
from sim.simulations.lab_config import last_arm

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.lab_view import PathSeen

PENALTY = "path.penalty"
WAITING = "The path begins as soon as there is time for it."
PENALTIES = (("l1", "L1"), ("l2", "L2"))


class PathPage(LabPage):
    """The plot, a choice of penalty, and a button that gives the price at the cursor to the last arm."""

    key: ClassVar[str] = "path"

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(themes, hands, parent)
        self._seen: PathSeen | None = None
        self._arm = "b"
        self._few = False
        self._penalty = "l1"
        self.plot = PenaltyPathPlot(themes, self)
        self.choice = Segments(themes, tuple(title for _, title in PENALTIES), self)
        tell(self.choice, "Path of", "Which penalty rises along the path.")
        self._cue = Cue(themes, self.choice, lambda: QRectF(self.choice.rect()), CueFrame)
        self.take = Button(themes, "Take this price", parent=self, small=True,
                           about="The last arm gets the price at the cursor, without a restart.")  # fmt: skip
        self.note = Elided(themes, "", "small", "soft", self)
        self._empty = Label(themes, WAITING, "small", "soft", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        holder = QWidget(self)
        self._stack = QStackedLayout(holder)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self.plot)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(0, 0, 0, 0)
        for part, stretch in ((self.note, 1), (self.choice, 0), (self.take, 0)):
            self._head.addWidget(part, stretch)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(holder, 1)
        self.choice.chosen.connect(lambda index: self.hands.change({PENALTY: PENALTIES[index][0]}))
        self.take.clicked.connect(self._take)
        themes.changed.connect(self._dress)
        self._dress()

    def show_snapshot(self, snapshot: Any, config: Config) -> None:
        """The path as far as it is trained, or why there is none."""
        self._arm, self._penalty = last_arm(config), config[PENALTY]
        self.choice.set_index([key for key, _ in PENALTIES].index(self._penalty))
        self.take.setText(phrase("Take this price for {arm}", arm=self._arm.upper()))
        seen = snapshot.path
        why = snapshot.refused.get(self.key, "") or (seen.refused if seen is not None else "")
        ready = seen is not None and not why and seen.lambdas.size > 1
        self._empty.setText(why or WAITING)
        self._stack.setCurrentWidget(self.plot if ready else self._empty)
        self.take.setEnabled(ready and self.hands.may(self._price_key))
        if ready and seen is not self._seen:
            self._seen = seen
            self.plot.show_path(path_of(seen))
            self._write()

    def set_few(self, few: bool) -> None:
        """The plot, and no words below."""
        self._few = few
        self._write()

    def set_locks(self, reason: str) -> None:
        """The choice, and the button."""
        self.choice.setEnabled(self.hands.may(PENALTY))
        self.take.setEnabled(self._seen is not None and self.hands.may(self._price_key))

    def set_cues(self, names: frozenset[str]) -> None:
        """The choice of the penalty."""
        self._cue.set_on(PENALTY in names)

    def offers(self) -> tuple[Offer, ...]:
        """The price at the cursor, where there is one."""
        about = "The last arm gets the price at the cursor, without a restart"
        return (Offer("Take the price of the path", about, "lab", self._take),) if self.plot.price > 0.0 else ()

    def _write(self) -> None:
        self.note.set_words("" if self._few or self._seen is None else note_of(self._seen))

    @property
    def _price_key(self) -> str:
        return f"{self._arm}.{self._penalty}"

    def _take(self) -> None:
        if self.plot.price > 0.0:
            self.hands.change({self._price_key: float(f"{self.plot.price:.2g}")})

    def _dress(self) -> None:
        theme = self.themes.current
        self._head.setSpacing(round(theme.px(10)))
        self._column.setSpacing(round(theme.px(6)))
        self.choice.setFixedWidth(self.choice.sizeHint().width() + round(theme.px(16)))


def note_of(seen: PathSeen) -> str:
    """How many networks the path is made of, and where the last weight goes."""
    made = phrase("{count} networks at once, one for each price.", count=write_count(int(seen.lambdas.size)))
    shown = seen.weights.shape[1]
    drawn = phrase("{shown} of {total} weights drawn.", shown=shown, total=write_count(seen.count))
    gone = np.flatnonzero(np.asarray(seen.zeros) == seen.count)
    price = write_short(float(seen.lambdas[gone[0]]), 2) if gone.size else ""
    last = phrase("From λ = {price} on all are 0.", price=price) if price else ""
    return joined((made, drawn if shown < seen.count else "", last))
