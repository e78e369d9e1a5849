"""The card "Your path": how far the learner has come, and the lesson to go on with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.card import Card
from gui.widgets.lesson_path import DONE, LessonPath, LessonRow, PathBar
from gui.widgets.words import Label, tell
from sim.phrases import phrase


class PathCard(Card):
    """`chosen` carries the key of a lesson."""

    chosen = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "panel", parent)
        self.title = Label(themes, "Your path", "title", parent=self)
        self.count = Label(themes, "", "value", "soft", parent=self)
        self.bar = PathBar(themes, self)
        self.path = LessonPath(themes, self)
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.count)
        self.body.addLayout(head)
        self.body.addWidget(self.bar)
        self.body.addWidget(self.path, 1)
        self.path.chosen.connect(self.chosen)
        themes.changed.connect(self._space)
        self._space()

    def set_rows(self, rows: Sequence[LessonRow]) -> None:
        """The lessons as they stand."""
        done = sum(row.state == DONE for row in rows)
        self.count.setText(phrase("{count} of {total}", count=done, total=len(rows)) if rows else "")
        self.bar.set_share(done / len(rows) if rows else 0.0)
        tell(self.bar, "Lessons done", self.count.text())
        self.path.set_rows(rows)

    def _space(self) -> None:
        self.body.setSpacing(round(self._themes.current.px(9)))
