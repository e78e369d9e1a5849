"""The page of all masks: every class that could come, what each answers, and one pass with everyone there beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.panels.base import Offer
from gui.panels.lab.pages import Hands, LabPage
from gui.panels.lab.pupil_head import PupilHead
from gui.panels.lab.pupils_showing import masks_of, masks_words
from gui.widgets.button import Button
from gui.widgets.cue import Cue, CueFrame
from gui.widgets.mask_content import AllMasks
from gui.widgets.mask_plot import MaskHistogram
from gui.widgets.mask_scatter import MaskScatter
from gui.widgets.mask_wall import MaskWall
from gui.widgets.words import Label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from gui.theme import ThemeHolder
    from sim.config import Config
    from sim.simulations.lab_view_robust import MasksSeen

MASKS = "masks"
AVERAGE = "Average all classes"
SMALL = {"preset": "small"}
NARROW, NARROWEST = 640, 430


class MasksPage(LabPage):
    """Wall, bars and dots; in a narrow place the wall and the bars, in the narrowest the bars."""

    key: ClassVar[str] = "masks"

    def __init__(self, themes: ThemeHolder, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(themes, hands, parent)
        self._arm, self._example = "", 0
        self._asked: frozenset[str] = frozenset()
        self._seen: MasksSeen | None = None
        self._all = AllMasks()
        self._few = self._picked = False
        self.head = PupilHead(themes, self)
        self.average = Button(themes, AVERAGE, parent=self, small=True,
                              about="Every mask is tried; their answers are averaged, each by its chance.")  # fmt: skip
        self.cue = Cue(themes, self.average, lambda: self.average.face(), CueFrame)
        self.wall, self.bars, self.dots = MaskWall(themes, self), MaskHistogram(themes, self), MaskScatter(themes, self)
        self._why = Label(themes, "", "body", "soft", wrap=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.small = Button(themes, "Take eight hidden units", small=True,
                            about="A new run with a network whose masks can all be tried.")  # fmt: skip
        self._build()
        self.head.arm_asked.connect(self._look_at_arm)
        self.head.turned.connect(lambda by: self._look_at_example(max(self._example, 0) + by))
        self.dots.example_asked.connect(self._look_at_example)
        self.average.clicked.connect(lambda: self.hands.edit(MASKS, True))
        self.small.clicked.connect(lambda: self.hands.change(SMALL))
        themes.changed.connect(self._dress)
        self._dress()

    def _build(self) -> None:
        self._stack, pictures, empty = QStackedWidget(self), QWidget(), QWidget()
        self._pictures = QHBoxLayout(pictures)
        self._pictures.setContentsMargins(0, 0, 0, 0)
        for part, share in ((self.wall, 31), (self.bars, 38), (self.dots, 31)):
            self._pictures.addWidget(part, share)
        words = QVBoxLayout(empty)
        words.addStretch(1)
        words.addWidget(self._why)
        words.addWidget(self.small, 0, Qt.AlignmentFlag.AlignHCenter)
        words.addStretch(1)
        self._stack.addWidget(pictures)
        self._stack.addWidget(empty)
        self._top = QHBoxLayout()
        self._top.addWidget(self.head, 1)
        self._top.addWidget(self.average)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._stack, 1)

    def wants(self) -> Mapping[str, Any]:
        """The masks, and which example they are asked about."""
        return {"pages": frozenset((self.key,)), "arm": self._arm or "a", "example": self._example}

    def show_snapshot(self, snapshot: Any, config: Config) -> None:
        """As far as they are counted, or why they cannot be."""
        keys = tuple(arm.key for arm in snapshot.arms)
        if self._arm not in keys:
            self._arm = keys[-1]
            self.hands.look()
        why = snapshot.refused.get(self.key, "")
        self._stack.setCurrentIndex(1 if why else 0)
        if why != self._why.text():
            self._why.setText(why)
        self.head.show_arms(len(keys), self._arm)
        self.average.setVisible(not why)
        found = None if MASKS in self._asked else snapshot.masks.get(self._arm)
        if found is not self._seen or (found is None and self._all.masks):
            self._seen = found
            self._all = AllMasks() if found is None else masks_of(snapshot, found)
            for picture in (self.wall, self.bars, self.dots):
                picture.show_masks(self._all)
        self.head.show_place(self._all.example, 0 if why else len(self._all.means))
        self._pick()
        self.head.say("" if why else masks_words(found, self._all.farthest()))

    def set_few(self, few: bool) -> None:
        """The bars, and the wall where there is room."""
        self._few = few
        self.head.set_few(few)
        self._fit()

    def set_locks(self, reason: str) -> None:
        """A lesson lets them be averaged, or not."""
        self.average.setEnabled(self.hands.may(MASKS))
        self.small.setEnabled(self.hands.may("preset"))

    def set_cues(self, names: frozenset[str]) -> None:
        """The button."""
        self.cue.set_on(MASKS in names)

    def set_foretelling(self, asked: frozenset[str]) -> None:
        """While they are asked about, no mean tells."""
        self._asked = asked

    def offers(self) -> tuple[Offer, ...]:
        """All masks."""
        return (Offer(AVERAGE, "What all masks answer together", "lab", lambda: self.hands.edit(MASKS, True)),)

    def _pick(self) -> None:
        """Until a hand chooses one: the example on which a single pass is least sure, so that classes differ."""
        every = self._all
        if not self._picked and every.masks and every.done == every.masks and (every.low, every.high) == (0.0, 1.0):
            self._picked = True
            self._look_at_example(int(np.argmin(np.abs(np.nan_to_num(every.singles) - 0.5))))

    def _look_at_arm(self, key: str) -> None:
        self._arm = key
        self.hands.look()

    def _look_at_example(self, example: int) -> None:
        count = len(self._all.means)
        if count:
            self._picked = True
            self._example = example % count
            self.hands.look()

    def resizeEvent(self, event: Any) -> None:
        """Fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme = self.themes.current
        self.dots.setVisible(self.width() >= theme.px(NARROW) and not theme.presentation)
        self.wall.setVisible(self.width() >= theme.px(NARROWEST) or not self._few)

    def _dress(self) -> None:
        theme = self.themes.current
        self._column.setSpacing(round(theme.px(6)))
        self._top.setSpacing(round(theme.px(8)))
        self._pictures.setSpacing(round(theme.px(18)))
        self._fit()
