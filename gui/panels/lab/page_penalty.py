"""The page of penalties: how the weights of every arm are spread, the two bills, and pictures of the weights."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from gui.panels.base import Offer
from gui.panels.lab.pages import Hands, LabPage
from gui.panels.lab.penalty_showing import bills_of, layers_of, pictures_of, spreads_of
from gui.widgets.button import Button
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.run_plot import RunPlot
from gui.widgets.segments import Segments
from gui.widgets.tab_row import TabRow
from gui.widgets.ticks import signed
from gui.widgets.weight_histogram import WeightHistogram
from gui.widgets.weight_images import WeightImages
from gui.widgets.words import Elided, Label, tell
from sim.phrases import phrase, word

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.theme import ThemeHolder
    from sim.config import Config

REVEAL = "reveal"
MOST_LAYERS = 7
SPREAD, BILLS = 0, 1
VIEWS = (word("Weights"), word("Two bills"))
OFFERED = (
    ("Show how the weights are spread", "A histogram for every arm, with a spike at exact zeros"),
    ("Show the two bills", "The loss of the data and the penalty as curves of their own"),
)
HIDDEN = "How the weights are spread is hidden until you have guessed."
GUESSED = "Your guess is made. Compare it with the weights."
PICTURES = word("Pictures of the weights")


class PenaltyPage(LabPage):
    """Histogram or curves at the left, pictures of a layer's weights beside them."""

    key: ClassVar[str] = "penalty"

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(themes, hands, parent)
        self._asked = self._veiled = self._few = False
        self._layer = 0
        self._snapshot: Any = None
        self._config: Config | None = None
        self.views = Segments(themes, VIEWS, self)
        tell(self.views, "What is shown of the penalty", "How the weights are spread, or what the data and they cost.")
        self.note = Elided(themes, "", "small", "soft", self)
        self.spread, self.bills = WeightHistogram(themes), RunPlot(themes)
        self.images = Pictures(themes)
        self._veil = Veil(themes)
        self._holder = QWidget(self)
        self._stack = QStackedLayout(self._holder)
        self._stack.setContentsMargins(0, 0, 0, 0)
        for part in (self.spread, self.bills, self._veil):
            self._stack.addWidget(part)
        self._head = QHBoxLayout()
        self._head.addWidget(self.note, 1)
        self._head.addWidget(self.views)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._head)
        self._column.addWidget(self._holder, 1)
        self.views.chosen.connect(self._turn)
        self._veil.button.clicked.connect(self._reveal)
        self.images.layers.chosen.connect(self._choose_layer)
        self.images.picture.unit_pointed.connect(lambda _: self._write())
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def beside(self) -> QWidget:
        """Pictures of the weights."""
        return self.images

    @property
    def beside_title(self) -> str:
        """Their heading."""
        return PICTURES

    def wants(self) -> Mapping[str, Any]:
        """The spread, and the weights themselves."""
        return {"pages": frozenset(("penalty", "weights"))}

    def show_snapshot(self, snapshot: Any, config: Config) -> None:
        """Fill what is seen."""
        self._snapshot, self._config = snapshot, config
        self._veiled = self._veiled and not snapshot.asked.revealed
        self._fill()
        self._show_page()

    def set_few(self, few: bool) -> None:
        """The histogram alone, without words beside the switch."""
        self._few = few
        self._write()

    def set_locks(self, reason: str) -> None:
        """Without a lesson nothing is hidden."""
        self._veiled = self._veiled and bool(reason)
        self._show_page()

    def set_cues(self, names: frozenset[str]) -> None:
        """The button that reveals; the view on which it stands comes to the front."""
        if REVEAL in names:
            self._turn(SPREAD)
        self._veil.cue.set_on(REVEAL in names)

    def set_foretelling(self, asked: frozenset[str]) -> None:
        """Nothing of the weights is shown while they are what is asked about, and then until they are revealed."""
        self._asked = REVEAL in asked
        self._veiled = self._veiled or self._asked
        self._fill()
        self._show_page()

    def offers(self) -> tuple[Offer, ...]:
        """The other view."""
        other = SPREAD if self.views.index == BILLS else BILLS
        named, about = OFFERED[other]
        return (Offer(named, about, "lab", lambda: self._turn(other)),)

    @property
    def is_hidden(self) -> bool:
        """Whether the weights are not shown yet."""
        return self._veiled and (self._asked or self.hands.may(REVEAL))

    def _fill(self) -> None:
        snapshot, config = self._snapshot, self._config
        if snapshot is None or config is None:
            return
        if self.views.index == BILLS:
            self.bills.set_panes(*bills_of(snapshot), word("updates"))
        elif not self.is_hidden:
            self.spread.show_spreads(spreads_of(snapshot, config))
        self._layer = min(self._layer, layers_of(snapshot) - 1)
        self.images.show_layers(layers_of(snapshot), self._layer)
        self.images.picture.show_pictures(() if self.is_hidden else pictures_of(snapshot, self._layer, config))
        self._write()

    def _write(self) -> None:
        """The unit that is pointed at, else what the picture shows."""
        if self._snapshot is not None:
            words = self.images.picture.readout() or note_of(self._snapshot, self.views.index)
            self.note.set_words("" if self._few or self.is_hidden else words)

    def _show_page(self) -> None:
        hidden = self.is_hidden and self.views.index == SPREAD
        self._veil.set_guessed(not self._asked)
        wanted: QWidget = self._veil if hidden else self.bills if self.views.index == BILLS else self.spread
        if self._stack.currentWidget() is not wanted:
            self._stack.setCurrentWidget(wanted)
        self.images.picture.setVisible(not self.is_hidden)

    def _turn(self, view: int) -> None:
        self.views.set_index(view)
        self._fill()
        self._show_page()

    def _choose_layer(self, key: str) -> None:
        self._layer = int(key)
        self._fill()

    def _reveal(self) -> None:
        if self.hands.may(REVEAL):
            self.hands.edit(REVEAL, True)

    def _dress(self) -> None:
        theme = self.themes.current
        self._column.setSpacing(round(theme.px(6)))
        self._head.setSpacing(round(theme.px(10)))
        self.views.setFixedWidth(self.views.sizeHint().width() + round(theme.px(16)))


class Pictures(QWidget):
    """The weights of one layer, and a row of layers to choose from where there are several."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.layers = TabRow(themes, tuple((str(layer), layer_name(layer)) for layer in range(MOST_LAYERS)), self)
        self.picture = WeightImages(themes, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.layers)
        column.addWidget(self.picture, 1)

    def show_layers(self, count: int, layer: int) -> None:
        """How many there are, and which one is shown."""
        for index in range(MOST_LAYERS):
            self.layers.set_shown(str(index), index < count)
        self.layers.set_current(str(layer))
        self.layers.setVisible(count > 1)


class Veil(QWidget):
    """What stands in place of the weights until they are revealed."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = Button(themes, "Show the weights", about="How the weights of every arm are spread.")
        self.cue = Cue(themes, self.button, lambda: QRectF(self.button.rect()), CueFrame)
        self._words = Label(themes, HIDDEN, "small", "soft", wrap=True, parent=self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addLayout(row)
        column.addStretch(1)

    def set_guessed(self, guessed: bool) -> None:
        """Before the guess there is nothing to press."""
        self.button.setVisible(guessed)
        self._words.setText(GUESSED if guessed else HIDDEN)


def layer_name(layer: int) -> str:
    """Counted from 1."""
    return phrase("Layer {number}", number=layer + 1) if layer == 0 else str(layer + 1)


def note_of(snapshot: Any, view: int) -> str:
    """What the picture shows, and what the price did to the loss of the data."""
    if view == SPREAD and snapshot.data.truth_weights.size:
        return word("In the pictures, dashes are the weights that made the examples.")
    if view == SPREAD:
        return word("The pale band is nearly 0; the bar in it counts exact zeros.")
    first, last = snapshot.arms[0], snapshot.arms[-1]
    if last.penalty <= 0.0:
        return word("Nothing is charged for weights yet.")
    if math.isfinite(last.data_loss_rise):
        return phrase("Since weights cost something, the loss of the data of {arm} went {rise}.", arm=last.letter,
                      rise=signed_short(last.data_loss_rise))  # fmt: skip
    if first is last or first.penalty > 0.0:
        return word("The sum of both is made small, so the loss of the data gives way.")
    return phrase("The loss of the data: {arm} is {rise} from A, which pays nothing.", arm=last.letter,
                  rise=signed_short(last.loss - first.loss))  # fmt: skip


def signed_short(value: float) -> str:
    """With its sign, also where it is plus."""
    return signed(f"{value:+.3f}")
