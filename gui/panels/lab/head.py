"""The head of a card of one arm: its letter and what it has, in its colour, and its number at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.widgets.words import Elided, Label

if TYPE_CHECKING:
    from gui.theme import ThemeHolder


class ArmHead(QWidget):
    """Words that may be cut, and a number that is not."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Elided(themes, "", "heading", parent=self)
        self.figure = Label(themes, "", "heading", parent=self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.title, 1)
        self._row.addWidget(self.figure)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def set_words(self, title: str, figure: str, role: str = "ink") -> None:
        """Title in the colour of a role, and the figure."""
        self.title.set_words(title)
        self.title.set_color(role)
        if figure != self.figure.text():
            self.figure.setText(figure)
