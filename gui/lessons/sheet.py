"""The whole page of a step, over a window that has room for one line of it."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.sheets import Sheet
from gui.theme import ThemeHolder
from gui.widgets.lesson_card import LessonCard

WIDE = 420.0


class LessonSheet(Sheet):
    """Borrows the column of a card while it is open."""

    def __init__(self, themes: ThemeHolder, window: QWidget, card: LessonCard) -> None:
        super().__init__(themes, window, "This step", WIDE)
        self._lesson = card
        self.closed.connect(card.take_back)

    def open_sheet(self) -> None:
        """Take the column and lie over the window."""
        column = self._lesson.column
        column.set_strip(False)
        column.set_in_sheet(True)
        self.card.body.addWidget(column, 1)
        column.show()
        super().open_sheet()
        column.focus_first()

    def _high(self, wide: int) -> int:
        return self._host.height()


class CardSheet(QObject):
    """Opens the sheet when the card asks for it, and closes it when the card has another form."""

    def __init__(self, themes: ThemeHolder, card: LessonCard) -> None:
        super().__init__(card)
        self._themes = themes
        self._card = card
        self._sheet: LessonSheet | None = None
        card.sheet_asked.connect(self.open)
        card.form_changed.connect(self.close)

    def open(self) -> None:
        """Show the whole page."""
        if self._sheet is None:
            self._sheet = LessonSheet(self._themes, self._card.window(), self._card)
        self._sheet.open_sheet()

    def close(self) -> None:
        """One line is enough again."""
        if self._sheet is not None and self._sheet.isVisible():
            self._sheet.close_sheet()
