"""Mistakes as a list to read: file and line, then the reason. All of them can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.card import Divider
from gui.widgets.words import Label, breakable
from sim.phrases import Own, phrase

MOST_SHOWN = 60


@dataclass(frozen=True)
class Wrong:
    """Where, and why."""

    place: str
    reason: str


class MistakeList(QWidget):
    """Hidden while there are none."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._rows: tuple[Wrong, ...] = ()
        self._labels: list[QWidget] = []
        self.head = Label(themes, "", "heading", parent=self)
        self.copy = Button(themes, "Copy", "plain", self, "copy", "Puts all of them on the clipboard.", small=True)
        self.copy.clicked.connect(self.copy_all)
        row = QHBoxLayout()
        row.addWidget(self.head, 1)
        row.addWidget(self.copy)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(row)
        self.more = Label(themes, "", "small", "soft", wrap=True, parent=self)
        self._column.addWidget(self.more)
        themes.changed.connect(self._space)
        self._space()
        self.hide()

    @property
    def rows(self) -> tuple[Wrong, ...]:
        """All mistakes."""
        return self._rows

    def set_rows(self, rows: Sequence[Wrong]) -> None:
        """Other mistakes; the first MOST_SHOWN are shown."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        for label in self._labels:
            self._column.removeWidget(label)
            label.hide()
            label.deleteLater()
        self._labels = []
        for row in self._rows[:MOST_SHOWN]:
            place = Label(self._themes, breakable(Own(row.place)), "label", "bad", wrap=True, parent=self)
            reason = Label(self._themes, breakable(row.reason), "body", "ink", wrap=True, parent=self)
            self._labels += [Divider(self._themes, self), place, reason]
        for number, label in enumerate(self._labels):
            self._column.insertWidget(1 + number, label)
        rest = len(self._rows) - MOST_SHOWN
        self.more.setText(phrase("{count} more; Copy takes all of them.", count=rest) if rest > 0 else "")
        self.more.setVisible(rest > 0)
        self.head.setText(phrase("{count} mistakes", count=len(self._rows)) if len(self._rows) != 1 else "1 mistake")
        self.setVisible(bool(self._rows))

    def copy_all(self) -> None:
        """Every line as the command line prints it."""
        QGuiApplication.clipboard().setText("\n".join(f"{row.place}: {row.reason}" for row in self._rows))

    def _space(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(5)))
