"""The page of the lens: the network behind the masks of the batch just trained, and what is left without its stars.

While a run plays, hundreds of batches pass in a second; the picture takes a new one a few times in it, so that one sees
who is ill. What it names is the batch it shows.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QRectF, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.panels.base import Offer
from gui.panels.lab.pages import Hands, LabPage
from gui.panels.lab.pupil_head import PupilHead
from gui.panels.lab.pupils_showing import (
    LIVELIEST,
    MOST_STARS,
    chart_of,
    lens_of,
    lens_words,
    stars_by_layer,
    test_words,
)
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.dropout_lens import DropoutLens
from gui.widgets.segments import Segments
from gui.widgets.star_plot import StarPlot
from gui.widgets.words import Elided, Label, tell
from sim.phrases import phrase

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.lab_view import LabSnapshot

PAUSE = 260
"""Milliseconds for which a batch stays while the next ones pass."""
STARS = "stars"
COUNTS = (1, 3, 5, 8)


class StarsPart(QWidget):
    """What stands beside the lens: the lines, and how many stars are sent home."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.about = Elided(themes, "", "small", "soft", self)
        self.plot = StarPlot(themes, self)
        self.label = Label(themes, "Send home", "small", "soft", parent=self)
        self.counts = Segments(themes, tuple(str(count) for count in COUNTS), self)
        tell(self.counts, "Stars sent home", "The units that are missed most stay away, one after the other.")
        self.cue = Cue(themes, self.counts, lambda: QRectF(self.counts.rect()), CueFrame)
        self._row = QHBoxLayout()
        self._row.addWidget(self.label)
        self._row.addWidget(self.counts, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.about)
        self._column.addWidget(self.plot, 1)
        self._column.addLayout(self._row)
        themes.changed.connect(self._dress)
        self._dress()

    def show_asked(self, count: int) -> None:
        """How many are sent home now."""
        self.counts.set_index(COUNTS.index(count) if count in COUNTS else -1)

    def set_few(self, few: bool) -> None:
        """The lines and the choice."""
        self.about.setVisible(not few)

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(4)))
        self._row.setSpacing(round(self._themes.current.px(10)))


class LensPage(LabPage):
    """The lens, and the stars beside it."""

    key: ClassVar[str] = "lens"

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(themes, hands, parent)
        self._arm, self._example = "", LIVELIEST
        self._asked: frozenset[str] = frozenset()
        self._led = False
        self._sent = 0
        self._why = ""
        self._snapshot: LabSnapshot | None = None
        self._shown: tuple[Any, ...] | None = None
        self._drawn: tuple[Any, ...] = ()
        self._words = ""
        self.head, self.lens, self.stars = PupilHead(themes, self), DropoutLens(themes, self), StarsPart(themes, self)
        self.stars.hide()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PAUSE)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.head)
        self._column.addWidget(self.lens, 1)
        self.head.show_layers(0, 0)
        self._wait.timeout.connect(self._show_lens)
        self.head.arm_asked.connect(self._look_at_arm)
        self.head.turned.connect(self._turn)
        self.lens.example_asked.connect(self._look_at_example)
        self.lens.drawn_changed.connect(self._say)
        self.lens.pointed.connect(self._say)
        self.stars.counts.chosen.connect(self._send_home)
        themes.changed.connect(self._dress)
        self._dress()

    @property
    def beside(self) -> QWidget:
        """The stars."""
        return self.stars

    @property
    def beside_title(self) -> str:
        """What can be done there."""
        return "Send the stars home"

    def wants(self) -> Mapping[str, Any]:
        """The batch of one arm, and the stars: by themselves, except where a lesson asks for them."""
        by_itself = 0 if self._led or self._sent else MOST_STARS
        return {"pages": frozenset((self.key, STARS)), "arm": self._arm or "a", "stars": by_itself}

    def show_snapshot(self, snapshot: Any, config: Config) -> None:
        """A new frame."""
        self._snapshot = snapshot
        self._explain(snapshot.refused.get(self.key, ""))
        self._choose_arm(snapshot)
        self._sent, before = snapshot.asked.stars, self._sent
        self.stars.show_asked(self._sent or (0 if self._led else MOST_STARS))
        self._show_stars(snapshot, config)
        if self._shown is None or not self._wait.isActive():
            self._show_lens()
        if bool(before) != bool(self._sent):
            self.hands.look()

    def _explain(self, why: str) -> None:
        """Why nobody can fall ill; then no star can be sent home either."""
        self._why = why
        self.lens.explain(why)
        self._allow()

    def _allow(self) -> None:
        self.stars.counts.setEnabled(self.hands.may(STARS) and not self._why)

    def _show_stars(self, snapshot: LabSnapshot, config: Config) -> None:
        """The lines, where they are others."""
        told = STARS not in self._asked
        drawn = (*snapshot.robust.stars.values(), snapshot.data, config, told, snapshot.asked.stars)
        if drawn != self._drawn:
            self._drawn = drawn
            self.stars.about.set_words(test_words(snapshot))
            self.stars.plot.show_chart(chart_of(snapshot, config, told))

    def set_few(self, few: bool) -> None:
        """The picture and its words."""
        self.head.set_few(few)
        self.stars.set_few(few)

    def set_locks(self, reason: str) -> None:
        """A lesson lets stars be sent home, or not; with one, they go by hand alone."""
        self._allow()
        if bool(reason) != self._led:
            self._led = bool(reason)
            self.hands.look()

    def set_cues(self, names: frozenset[str]) -> None:
        """How many are sent home."""
        self.stars.cue.set_on(STARS in names)

    def set_foretelling(self, asked: frozenset[str]) -> None:
        """While the stars are asked about, no line tells."""
        self._asked = asked

    def offers(self) -> tuple[Offer, ...]:
        """Stars that go home."""
        return tuple(
            Offer(
                phrase("Send {count} stars home", count=count), "What is left without the units that are missed most",
                "lab", partial(self.hands.edit, STARS, count),
            )
            for count in COUNTS[1:]
        )  # fmt: skip

    # Hand -------------------------------------------------------------------------------------------------------------

    def _choose_arm(self, snapshot: LabSnapshot) -> None:
        """At first the last arm: it is the one that the learner changed."""
        keys = tuple(arm.key for arm in snapshot.arms)
        if self._arm not in keys:
            self._arm = keys[-1]
            self.hands.look()
        self.head.show_arms(len(keys), self._arm)

    def _look_at_arm(self, key: str) -> None:
        self._arm = key
        self._wait.stop()
        self._shown = None
        self.hands.look()

    def _turn(self, by: int) -> None:
        seen = self.lens.seen
        if seen is not None and seen.examples:
            self._look_at_example((seen.at + by) % seen.examples)

    def _look_at_example(self, example: int) -> None:
        self._example = example
        self._wait.stop()
        self._show_lens()

    def _send_home(self, index: int) -> None:
        self.hands.edit(STARS, COUNTS[index])

    def _show_lens(self) -> None:
        """The batch of the newest frame; it stays for a while."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        lens = snapshot.lens
        if lens is not None and lens.arm != self._arm:
            return
        stars = tuple(stars_by_layer(snapshot, self._arm).items())
        shown = (-1 if lens is None else lens.step, snapshot.resets, self._example, stars)
        if shown == self._shown:
            return
        self._shown = shown
        seen = lens_of(snapshot, self._example)
        self.lens.show_lens(seen)
        self._say()
        if lens is not None:
            self._wait.start()

    def _say(self) -> None:
        """The words above the picture that is shown."""
        seen, lens = self.lens.seen, None if self._snapshot is None else self._snapshot.lens
        self.head.show_place(0 if seen is None else seen.at, 0 if seen is None else seen.examples)
        if lens is not None and seen is not None and seen.step == lens.step:
            self._words = lens_words(lens, self.lens.drawn)
        self.head.say("" if seen is None else self.lens.describe() if self.lens.is_pointed else self._words)

    def _dress(self) -> None:
        self._column.setSpacing(round(self.themes.current.px(2)))
