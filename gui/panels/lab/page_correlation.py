"""The page of likeness: how alike the units of a hidden layer answer, a table for each network.

It is here because dropout is often said to make units less alike. Measured so, it does not: what falls is how much is
lost with single units, which the stars and the flu show.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.panels.base import Offer
from gui.panels.lab.arms import ROLES, arm_title
from gui.panels.lab.pages import Hands, LabPage
from gui.panels.lab.pupils_showing import likeness_of
from gui.widgets.button import Button
from gui.widgets.correlation_heat import CorrelationHeat
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.layer_chips import LayerChips
from gui.widgets.words import Elided, Label
from sim.numerals import write_fixed
from sim.phrases import phrase, word
from sim.simulations.lab_view import KEYS, LAST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.lab_view import LabSnapshot
    from sim.simulations.lab_view_robust import CorrelationSeen

CORRELATION = "correlation"
PAUSE = 400
"""Milliseconds for which a table stays while the next ones pass."""
ASKING = word("Does dropout make pupils less alike?")
ABOUT = word("Each tile is a pair of units: blue where they rise together, orange where one falls as the other rises.")
NOT_LOWER = word(
    "No: {plain} without, {dropped} with. What falls is what is lost with single units; understudies are alike."
)
LOWER = word(
    "Here a little: {plain} without, {dropped} with. Elsewhere it rises; what it is for is that no single unit matters."
)


class OneLikeness(QWidget):
    """One network: its name, its table or the way to it, and the mean."""

    def __init__(self, themes: ThemeHolder, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.key = key
        self._found: CorrelationSeen | None = None
        self._newest: CorrelationSeen | None = None
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE)
        self._wait.timeout.connect(self._show_newest)
        self.title, self.mean = Elided(themes, "", "heading", ROLES[key], self), Label(themes, "", "value", parent=self)
        self.heat = CorrelationHeat(themes, self)
        self.open = Button(themes, phrase("Compare the units of {letter}", letter=key.upper()), parent=self, small=True)
        self.cue = Cue(themes, self.open, lambda: self.open.face(), CueFrame)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.mean)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(head)
        self._column.addWidget(self.heat, 1)
        self._column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignHCenter)
        themes.changed.connect(self._dress)
        self._dress()

    def show_found(self, title: str, found: CorrelationSeen | None, opened: bool, why: str = "") -> None:
        """Another table, a few in a second while a run plays; the same costs nothing. why: there can be none."""
        self.title.set_words(title)
        self.heat.explain(why)
        self.open.setVisible(not opened and not why)
        self._newest = found
        if found is None or self._found is None or not self._wait.isActive():
            self._show_newest()

    def _show_newest(self) -> None:
        found = self._newest
        if found is not self._found:
            self._found = found
            self._wait.start()
            self.heat.show_likeness(likeness_of(found))
            known = found is not None and found.mean == found.mean
            self.mean.setText(write_fixed(found.mean, 3) if known and found is not None else "")

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(4)))


class CorrelationPage(LabPage):
    """A table for each arm, and what they do not say."""

    key: ClassVar[str] = "correlation"

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(themes, hands, parent)
        self._layer = LAST
        self._asked: frozenset[str] = frozenset()
        self._few = self._cued = False
        self._snapshot: LabSnapshot | None = None
        self.arms = {key: OneLikeness(themes, key, self) for key in KEYS}
        self.layers = LayerChips(themes, self)
        self._side = QWidget(self)
        self.question = Label(themes, ASKING, "question", wrap=True)
        self.about = Label(themes, ABOUT, "small", "soft", wrap=True)
        self.truth = Label(themes, "", "small", "ink", wrap=True)
        words = QVBoxLayout(self._side)
        words.setContentsMargins(0, 0, 0, 0)
        for part in (self.question, self.about, self.truth, self.layers):
            words.addWidget(part)
        words.addStretch(1)
        self._words = words
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for arm in self.arms.values():
            self._row.addWidget(arm, 34)
            arm.open.clicked.connect(lambda _, key=arm.key: self.hands.edit(CORRELATION, key))
        self._row.addWidget(self._side, 32)
        self.layers.chosen.connect(self._look_at_layer)
        themes.changed.connect(self._dress)
        self._dress()

    def wants(self) -> Mapping[str, Any]:
        """The tables of one layer."""
        return {"pages": frozenset((self.key,)), "layer": self._layer}

    def show_snapshot(self, snapshot: Any, config: Config) -> None:
        """The tables that are open."""
        self._snapshot = snapshot
        told = CORRELATION not in self._asked
        layers = len(snapshot.hidden)
        if self._layer >= layers:
            self._layer = LAST
        for key, part in self.arms.items():
            arm = snapshot.arm(key)
            part.setVisible(arm is not None)
            if arm is not None:
                opened = key in snapshot.asked.correlation
                found = snapshot.robust.correlation.get(key) if told else None
                title, why = arm_title(key, snapshot.arms, config), snapshot.refused.get(CORRELATION, "")
                part.show_found(title, found, opened, why)
        self._cue_first()
        self.truth.setText(truth_of(snapshot, config) if told else "")
        self.layers.setVisible(layers > 1)
        if layers:
            self.layers.set_layers(layers, self._layer % layers)

    def set_few(self, few: bool) -> None:
        """The tables alone."""
        self._few = few
        self._fit()

    def set_locks(self, reason: str) -> None:
        """A lesson lets them be opened, or not."""
        for part in self.arms.values():
            part.open.setEnabled(self.hands.may(CORRELATION))

    def set_cues(self, names: frozenset[str]) -> None:
        """The first that is still closed."""
        self._cued = CORRELATION in names
        self._cue_first()

    def _cue_first(self) -> None:
        closed = [part for part in self.arms.values() if not part.isHidden() and not part.open.isHidden()]
        for part in self.arms.values():
            part.cue.set_on(self._cued and closed[:1] == [part])

    def set_foretelling(self, asked: frozenset[str]) -> None:
        """While they are asked about, no table tells."""
        self._asked = asked

    def offers(self) -> tuple[Offer, ...]:
        """All tables."""
        about = "How alike the units of a hidden layer answer"
        return (Offer("Compare the units", about, "lab", lambda: self.hands.edit(CORRELATION, "all")),)

    def _look_at_layer(self, layer: int) -> None:
        count = len(self._snapshot.hidden) if self._snapshot is not None else 0
        self._layer = LAST if layer == count - 1 else layer
        self.hands.look()

    def resizeEvent(self, event: Any) -> None:
        """Fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Words where they leave the tables enough."""
        shown = sum(not part.isHidden() for part in self.arms.values())
        self._side.setVisible(not self._few and self.width() >= self.themes.current.px(200.0 * max(1, shown) + 190.0))

    def _dress(self) -> None:
        theme = self.themes.current
        self._row.setSpacing(round(theme.px(18)))
        self._words.setSpacing(round(theme.px(8)))
        self._fit()


def truth_of(snapshot: LabSnapshot, config: Config) -> str:
    """What the tables say of dropout: the open arm without any beside the open one with most; "" where one is missing.
    """
    found = {key: seen.mean for key, seen in snapshot.robust.correlation.items() if seen.mean == seen.mean}
    rates = {key: float(config[f"{key}.dropout"]) for key in found}
    plain = [key for key, rate in rates.items() if not rate]
    dropped = sorted((key for key, rate in rates.items() if rate), key=rates.__getitem__)
    if not plain or not dropped:
        return ""
    one, other = found[plain[0]], found[dropped[-1]]
    words = NOT_LOWER if other >= one else LOWER
    return phrase(words, plain=write_fixed(one, 3), dropped=write_fixed(other, 3))
