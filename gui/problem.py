"""What stopped a run, over the stage, until the learner has read it: a frame's error with two ways on.

Never a dialog. The error is state: it comes with every frame until it is dismissed, so the card shows exactly what the
newest frame says. The last finite picture stays under it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.notice import Notice
from sim.phrases import joined

if TYPE_CHECKING:
    from sim.mailbox import Problem

WIDEST = 440


class ProblemCard(Notice):
    """Lies at the top of `stage`, beside the controls that may mend what is wrong, while there is a problem."""

    def __init__(
        self, themes: ThemeHolder, parent: QWidget, restart: Callable[[], object], dismiss: Callable[[], object]
    ) -> None:
        super().__init__(themes, parent)
        self._ways_on = [("Restart the run", lambda: (dismiss(), restart())), ("Go on", dismiss)]
        self._shown: Problem | None = None
        self._stage = QRect()

    def set_problem(self, problem: Problem | None) -> None:
        """What the newest frame says."""
        if problem == self._shown:
            return
        self._shown = problem
        if problem is None:
            self.clear()
            return
        words = joined((problem.reason, problem.advice))
        self.show_broken(problem.title, words, self._ways_on)
        self._lie_down()
        self.raise_()

    def place(self, stage: QRect) -> None:
        """Where the stage is now."""
        self._stage = stage
        self._lie_down()

    def _lie_down(self) -> None:
        inset = round(self._themes.current.px(16))
        wide = max(1, min(round(self._themes.current.px(WIDEST)), self._stage.width() - 2 * inset))
        high = max(self.heightForWidth(wide), self.sizeHint().height() if not self.hasHeightForWidth() else 0)
        beside = self._stage.right() - self._themes.current.size("controls") - 2 * inset
        left = max(self._stage.left() + inset, beside - wide)
        self.setGeometry(left, self._stage.top() + inset, wide, high)
