"""The page of two weights: where the diamond and the circle touch the loss, and the prices beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.controls import Form
from gui.panels.lab.pages import Hands, LabPage
from gui.panels.lab.penalty_showing import two_of
from gui.widgets.cue import Cue
from gui.widgets.penalty_shapes import PenaltyShapes
from gui.widgets.words import Label
from sim.numerals import write_fixed
from sim.phrases import phrase, word
from sim.simulations.lab_config import PARAMETERS

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.config import Config

PRICES = ("two.l1", "two.l2", "two.curvature")
OPTIMUM = "optimum"
TITLE = word("What two weights cost")
STORY = "L1 takes the same from each weight until nothing is left; L2 takes a share."


class TwoPage(LabPage):
    """The shapes at the left, sliders of the prices beside them."""

    key: ClassVar[str] = "two"

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(themes, hands, parent)
        self.shapes = PenaltyShapes(themes, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.shapes, 1)
        self._cue = Cue(themes, self.shapes, lambda: self.shapes.ring()[0])
        self._prices = Prices(themes)
        self.form = self._prices.form
        self.shapes.optimum_moved.connect(lambda w1, w2: self._edit((w1, w2)))
        self.form.changed.connect(lambda key, value: self.hands.change({key: value}))

    @property
    def beside(self) -> QWidget:
        """The prices."""
        return self._prices

    @property
    def beside_title(self) -> str:
        """Their heading."""
        return TITLE

    def show_snapshot(self, snapshot: Any, config: Config) -> None:
        """Other weights, other prices."""
        two = two_of(snapshot.two)
        self.shapes.show_two(two)
        self._cue.refresh()
        self.form.set_values({key: config[key] for key in PRICES})
        self._prices.show_both(two.l1 > 0.0 and two.l2 > 0.0, two.both)

    def set_few(self, few: bool) -> None:
        """Prices without the story."""
        self._prices.set_few(few)

    def set_locks(self, reason: str) -> None:
        """Sliders and the handle of the lowest loss."""
        self.form.lock([key for key in PRICES if not self.hands.may(key)], reason)
        self.shapes.set_movable(self.hands.may(OPTIMUM))

    def set_cues(self, names: frozenset[str]) -> None:
        """The handle, or one of the sliders."""
        self._cue.set_on(OPTIMUM in names)
        self.form.cue(next((key for key in PRICES if key in names), None))

    def _edit(self, optimum: tuple[float, float]) -> None:
        self.hands.edit(OPTIMUM, optimum)


class Prices(QWidget):
    """The sliders, what both prices together lead to, and the rule in a sentence."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = Form(themes, tuple(PARAMETERS[key] for key in PRICES), self, compact=True)
        self._both = Label(themes, "", "small", "soft", wrap=True, parent=self)
        self._story = Label(themes, STORY, "small", "soft", wrap=True, parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.form)
        column.addWidget(self._both)
        column.addWidget(self._story)
        column.addStretch(1)

    def show_both(self, priced: bool, both: tuple[float, float]) -> None:
        """Where both prices together lead; nothing while one of them is 0."""
        w1, w2 = (write_fixed(weight, 3) for weight in both)
        self._both.setText(phrase("Both at once (square): w₁ {w1}, w₂ {w2}.", w1=w1, w2=w2) if priced else "")
        self._both.setVisible(priced)

    def set_few(self, few: bool) -> None:
        """Without the sentence."""
        self._story.setVisible(not few)
