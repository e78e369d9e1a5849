"""What stands beside the landscape of a network: four numbers, and how the landscape is asked for."""

import math
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.button import IconButton
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.landscape_words import distance_words, loss_words
from gui.widgets.segments import Segments
from gui.widgets.switch import Switch
from gui.widgets.words import Label, tell
from sim.landscape_seen import LARGEST_SPAN, MAIN, RANDOM, SMALLEST_SPAN, LandscapeAsk, LandscapeSeen
from sim.numerals import write_significant
from sim.phrases import phrase

DIRECTIONS = (MAIN, RANDOM)
EXAMPLES = (64, 128, 0)  # 0: as many as there may be, 192
MAP, RELIEF = 0, 1
ZOOM = 1.25
TOLD = {
    "directions": (
        "Directions",
        "Of all directions a picture has room for two: those in which the network moved most, or two at random.",
    ),
    "examples": (
        "Examples",
        "How many examples each point of the picture meets: more are truer, fewer leave time for finer pictures.",
    ),
    "span": ("Span", "How far the picture reaches from its middle; 1 is the length of a direction."),
    "hold": (
        "Hold the plane",
        "The plane stays where it is while the network goes on; the thread shows how far it has left.",
    ),
    "view": ("Picture", "A map seen from above, or a relief that can be turned."),
}
FACTS = ("True loss", "Drawn loss", "Off the plane", "Travelled")


class LandscapeFacts(QWidget):
    """True loss beside drawn loss, how far off the plane, how far from the beginning."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._flat: bool | None = None
        self._names = [Label(themes, words, "small", "soft") for words in FACTS]
        self._values = [Label(themes, "–", "value") for _ in FACTS]
        self.set_flat(False)
        themes.changed.connect(self._dress)
        self._dress()

    def set_flat(self, flat: bool) -> None:
        """Two beside two, or one below the other."""
        if flat == self._flat:
            return
        self._flat = flat
        for number, pair in enumerate(zip(self._names, self._values, strict=True)):
            row, column = (number % 2, 3 * (number // 2)) if flat else (number, 0)
            for shift, label in enumerate(pair):
                self._grid.addWidget(label, row, column + shift)
        self._grid.setColumnStretch(0, 0 if flat else 1)
        self._grid.setColumnStretch(2, 1 if flat else 0)
        self._grid.setColumnStretch(5, 2 if flat else 0)

    def set_narrow(self, narrow: bool) -> None:
        """Where there is no room for two beside two: the loss and the distance, one below the other."""
        for number in (1, 3):
            self._names[number].setVisible(not narrow)
            self._values[number].setVisible(not narrow)

    def show_facts(self, seen: LandscapeSeen | None) -> None:
        """The numbers of this moment."""
        numbers = (math.nan,) * 4 if seen is None else (seen.loss_here, seen.loss_drawn, seen.off, seen.moved)
        for row, (label, number) in enumerate(zip(self._values, numbers, strict=True)):
            words = loss_words(number) if row < 2 else distance_words(number)
            if label.text() != words:
                label.setText(words)

    def _dress(self) -> None:
        self._grid.setVerticalSpacing(round(self._themes.current.px(2)))
        self._grid.setHorizontalSpacing(round(self._themes.current.px(8)))


class LandscapeSide(QWidget):
    """`asked` carries another `LandscapeAsk`, `turned` MAP or RELIEF."""

    asked = Signal(object)
    turned = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._ask = LandscapeAsk()
        self.facts = LandscapeFacts(themes)
        self.view = Segments(themes, ("Map", "Relief"))
        self.directions = Segments(themes, ("Main", "Random"))
        self.examples = Segments(themes, ("64", "128", "192"))
        self.hold = Switch(themes, "Hold the plane")
        self.nearer = IconButton(themes, "plus", "A smaller span", TOLD["span"][1])
        self.farther = IconButton(themes, "minus", "A larger span", TOLD["span"][1])
        self._span = Label(themes, "", "small", "soft")
        self._controls = QWidget()
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._build()
        self._cues = {name: self._cue(widget) for name, widget in self.named().items()}
        themes.changed.connect(self._dress)
        self._dress()
        self.show_ask(self._ask)

    def _build(self) -> None:
        self.examples.set_index(len(EXAMPLES) - 1)
        for name, widget in (("view", self.view), ("directions", self.directions), ("examples", self.examples),
                             ("hold", self.hold)):  # fmt: skip
            tell(widget, *TOLD[name])
        spans = QHBoxLayout()
        for part in (self._span, self.farther, self.nearer):
            spans.addWidget(part)
        spans.setStretch(0, 1)
        inner = QVBoxLayout(self._controls)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.directions)
        inner.addWidget(self.examples)
        inner.addLayout(spans)
        inner.addWidget(self.hold)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.view)
        self._box.addWidget(self.facts)
        self._box.addWidget(self._controls)
        self._box.addStretch(1)
        self.view.chosen.connect(self.turned)
        self.directions.chosen.connect(lambda index: self._change(directions=DIRECTIONS[index]))
        self.examples.chosen.connect(lambda index: self._change(examples=EXAMPLES[index]))
        self.hold.toggled.connect(lambda on: self._change(hold=on))
        self.nearer.clicked.connect(lambda: self._change(span=self._ask.span / ZOOM))
        self.farther.clicked.connect(lambda: self._change(span=self._ask.span * ZOOM))

    @property
    def ask(self) -> LandscapeAsk:
        """What is asked for."""
        return self._ask

    def named(self) -> dict[str, QWidget]:
        """The controls by their names, as locks and cues call them; those that show and hide nothing of the run."""
        return {
            "landscape.view": self.view,
            "landscape.directions": self.directions,
            "landscape.examples": self.examples,
            "landscape.span": self.nearer,
            "landscape.hold": self.hold,
        }

    def show_ask(self, ask: LandscapeAsk) -> None:
        """What is asked for now, by these controls or by the picture."""
        self._ask = ask
        self.directions.set_index(DIRECTIONS.index(ask.directions))
        self.examples.set_index(EXAMPLES.index(ask.examples) if ask.examples in EXAMPLES else len(EXAMPLES) - 1)
        if self.hold.isChecked() != ask.hold:
            self.hold.blockSignals(True)
            self.hold.setChecked(ask.hold)
            self.hold.blockSignals(False)
            self.hold.update()
        self._span.setText(phrase("Span {span}", span=write_significant(ask.span, 3)))

    def set_locked(self, name: str, reason: str) -> None:
        """Lock a control and say why; free it with an empty reason."""
        widget, (title, about) = self.named()[name], TOLD[name.rpartition(".")[2]]
        for one in (widget, self.farther) if name == "landscape.span" else (widget,):
            one.setEnabled(not reason)
            tell(one, one.accessibleName() if isinstance(one, IconButton) else title, reason or about)

    def set_cues(self, names: frozenset[str]) -> None:
        """Mark those among these names, and no others."""
        for name, cue in self._cues.items():
            cue.set_on(name in names)

    def set_few(self, few: bool) -> None:
        """The numbers alone."""
        self.view.setVisible(not few)
        self._controls.setVisible(not few)

    def set_flat(self, flat: bool, narrow: bool = False) -> None:
        """Side by side below the picture, or one below the other beside it."""
        self.facts.set_flat(flat and not narrow)
        self.facts.set_narrow(narrow)
        way = QBoxLayout.Direction.LeftToRight if flat else QBoxLayout.Direction.TopToBottom
        if self._box.direction() != way:
            self._box.setDirection(way)

    def _change(self, **parts: Any) -> None:
        ask: LandscapeAsk = replace(self._ask, **parts)
        span = min(max(ask.span, SMALLEST_SPAN), LARGEST_SPAN)
        self.show_ask(replace(ask, span=span))
        self.asked.emit(self._ask)

    def _cue(self, widget: QWidget) -> Cue:
        return Cue(self._themes, widget, lambda: QRectF(widget.rect()), CueFrame)

    def _dress(self) -> None:
        gap = round(self._themes.current.px(6))
        self._box.setSpacing(gap)
        layout = self._controls.layout()
        if layout is not None:
            layout.setSpacing(gap)
