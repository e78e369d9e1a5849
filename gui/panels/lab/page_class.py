"""The page of the class: a hidden layer as pupils, who copies from whom, and what is left when the flu takes half.

The draws that a hand asks for are shown one after the other, so that one sees who is ill and what the needle says.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.panels.base import Offer
from gui.panels.lab.pages import Hands, LabPage
from gui.panels.lab.pupil_head import PupilHead
from gui.panels.lab.pupils_showing import MOST_STARS, class_of, dial_of, stars_by_layer
from gui.widgets.button import Button
from gui.widgets.classroom_view import NOTHING, ClassroomView
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.flu_dial import FluDial
from gui.widgets.words import Elided
from sim.phrases import phrase
from sim.simulations.lab_view import LAST

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.lab_view import LabSnapshot

FLU, STARS = "flu", "stars"
DRAWS = 20
PAUSE = 260
"""Milliseconds for which a class stays while the batches pass."""
BEAT = 150
"""Milliseconds for which a draw stays while the next ones wait."""
COMES, WELL = "Let the flu come", "Everyone well"


class FluPart(QWidget):
    """What stands beside the class: the needle, and the flu."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.about = Elided(themes, "", "small", "soft", self)
        self.dial = FluDial(themes, self)
        self.comes = Button(
            themes, COMES, parent=self, small=True,
            about=phrase("{draws} times another half of the layer is ill.", draws=DRAWS),
        )  # fmt: skip
        self.well = Button(themes, WELL, "ghost", parent=self, small=True, about="The flu is over; its dots go.")
        self.cue = Cue(themes, self.comes, lambda: self.comes.face(), CueFrame)
        self._row = QHBoxLayout()
        self._row.addWidget(self.comes)
        self._row.addWidget(self.well)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.about)
        self._column.addWidget(self.dial, 1)
        self._column.addLayout(self._row)
        themes.changed.connect(self._dress)
        self._dress()

    def set_few(self, few: bool) -> None:
        """The needle and the button."""
        self.about.setVisible(not few)
        self.well.setVisible(not few)

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(4)))
        self._row.setSpacing(round(self._themes.current.px(4)))


class ClassPage(LabPage):
    """The class, and the needle beside it."""

    key: ClassVar[str] = "class"

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(themes, hands, parent)
        self._arm, self._layer = "", LAST
        self._asked: frozenset[str] = frozenset()
        self._led = False
        self._draw = -1
        self._kept = False
        self._why = ""
        self._snapshot: LabSnapshot | None = None
        self._config: Config | None = None
        self.head, self.room, self.flu = PupilHead(themes, self), ClassroomView(themes, self), FluPart(themes, self)
        self.flu.hide()
        self._beat = QTimer(self)
        self._beat.setInterval(BEAT)
        self._beat.timeout.connect(self._next_draw)
        self._shown: tuple[Any, ...] = ()
        self._drawn: tuple[Any, ...] = ()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE)
        self._wait.timeout.connect(self._draw_all)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.room, 1)
        self.head.arm_asked.connect(self._look_at_arm)
        self.head.layer_asked.connect(self._look_at_layer)
        self.room.pointed.connect(lambda _: self._say())
        self.flu.dial.draw_asked.connect(self._look_at_draw)
        self.flu.comes.clicked.connect(lambda: self.hands.edit(FLU, DRAWS))
        self.flu.well.clicked.connect(lambda: self.hands.edit(FLU, 0))
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def beside(self) -> QWidget:
        """The needle."""
        return self.flu

    @property
    def beside_title(self) -> str:
        """What can be done there."""
        return "The flu takes half the class"

    def wants(self) -> Mapping[str, Any]:
        """What is copied in one arm, its stars, and the draws that a hand asks for."""
        return {
            "pages": frozenset(("lens", FLU, STARS)), "arm": self._arm or "a", "layer": self._layer,
            "stars": 0 if self._led else MOST_STARS,
        }  # fmt: skip

    def show_snapshot(self, snapshot: Any, config: Config) -> None:
        """A new frame."""
        self._snapshot, self._config = snapshot, config
        self._explain(snapshot.refused.get(FLU, ""))
        keys = tuple(arm.key for arm in snapshot.arms)
        if self._arm not in keys:
            self._arm = keys[0]
            self.hands.look()
        layers = len(snapshot.hidden)
        if self._layer >= layers:
            self._layer = LAST
        self.head.show_arms(len(keys), self._arm)
        self.head.show_layers(layers, self._layer % layers if layers else 0)
        self._follow(self._known())
        self._draw_all()

    def set_few(self, few: bool) -> None:
        """The picture, and the needle with its button."""
        self.head.set_few(few)
        self.flu.set_few(few)

    def set_locks(self, reason: str) -> None:
        """A lesson lets the flu come, or not."""
        self._allow()
        if bool(reason) != self._led:
            self._led = bool(reason)
            self.hands.look()

    def _explain(self, why: str) -> None:
        """Why there is no class, and nobody to fall ill."""
        self._why = why
        self.room.explain(why)
        self._allow()

    def _allow(self) -> None:
        for button in (self.flu.comes, self.flu.well):
            button.setEnabled(self.hands.may(FLU) and not self._why)

    def set_cues(self, names: frozenset[str]) -> None:
        """The flu."""
        self.flu.cue.set_on(FLU in names)

    def set_foretelling(self, asked: frozenset[str]) -> None:
        """While the flu is asked about, no dot tells."""
        self._asked = asked

    def offers(self) -> tuple[Offer, ...]:
        """The flu comes."""
        about = "Half of a hidden layer is ill, twenty times"
        return (Offer(COMES, about, "lab", lambda: self.hands.edit(FLU, DRAWS)),)

    # The draws --------------------------------------------------------------------------------------------------------

    @property
    def draw(self) -> int:
        """The draw that is shown; -1 for everyone well."""
        return self._draw

    def _known(self) -> int:
        found = None if self._snapshot is None else self._snapshot.robust.flu.get(self._arm)
        return 0 if found is None or FLU in self._asked else found.draws

    def _follow(self, known: int) -> None:
        """New draws come one after the other."""
        if not known:
            self._beat.stop()
            self._draw, self._kept = -1, False
        elif self._draw >= known:
            self._draw = known - 1
        elif self._draw < known - 1 and not self._kept and not self._beat.isActive():
            if self.themes.current.reduced:
                self._draw = known - 1
            else:
                self._draw += 1
                self._beat.start()

    def _next_draw(self) -> None:
        if self._draw < self._known() - 1:
            self._draw += 1
            self._draw_all()
        else:
            self._beat.stop()

    def _look_at_draw(self, draw: int) -> None:
        self._beat.stop()
        self._draw, self._kept = draw, draw < self._known() - 1
        self._draw_all()

    def _look_at_arm(self, key: str) -> None:
        self._arm = key
        self.hands.look()
        self._draw_all()

    def _look_at_layer(self, layer: int) -> None:
        count = len(self._snapshot.hidden) if self._snapshot is not None else 0
        self._layer = LAST if layer == count - 1 else layer
        self.hands.look()

    def _draw_all(self) -> None:
        snapshot, config = self._snapshot, self._config
        if snapshot is None or config is None:
            return
        self._draw_class(snapshot)
        self._draw_dial(snapshot, config)
        self._say()

    def _draw_dial(self, snapshot: LabSnapshot, config: Config) -> None:
        """Dots and needles, where they are others."""
        told, most = FLU not in self._asked, self._draw + 1 if self._beat.isActive() else self._known()
        wholes = tuple(arm.test_accuracy for arm in snapshot.arms)
        drawn = (self._draw, most, told, config, wholes, *snapshot.robust.flu.values())
        if drawn != self._drawn:
            self._drawn = drawn
            self.flu.dial.show_flu(dial_of(snapshot, config, self._draw, most, told))

    def _draw_class(self, snapshot: LabSnapshot) -> None:
        """A class stays for a while as the batches pass, but what a hand does is seen at once."""
        lens = snapshot.lens
        if lens is not None and lens.arm != self._arm:
            return
        stars = tuple(stars_by_layer(snapshot, self._arm).items())
        asked = (self._arm, self._layer, self._draw, snapshot.resets, snapshot.asked.stars, stars, self._known() > 0)
        shown = (*asked, -1 if lens is None else lens.step)
        if shown == self._shown or (self._wait.isActive() and self._shown[:-1] == asked):
            return
        self._shown = shown
        self.room.show_class(class_of(snapshot, self._layer, self._draw))
        self._wait.start()

    def _say(self) -> None:
        known = self._known()
        words = self.room.describe()
        self.head.say("" if words == NOTHING else words)
        self.flu.about.set_words(
            phrase("draw {draw} of {known}: right answers", draw=self._draw + 1, known=known)
            if self._draw >= 0
            else "right answers with everyone well"
        )

    def _dress(self) -> None:
        self._column.setSpacing(round(self.themes.current.px(4)))
