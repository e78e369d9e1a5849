"""The last page of a lesson: what was predicted and what happened, step by step, further material, the next lesson."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.card import Caption, Divider
from gui.widgets.lesson_prose import LessonProse, Wrapped
from sim.lesson_page import END, Page, Row
from sim.phrases import phrase

BY_SHOW = "It was shown to you."
BOTH, ALONE = "You said {guess}. It was {answer}.", "You said {guess}."


def row_words(row: Row) -> str:
    """What became of a step."""
    if row.guess and row.answer:
        return phrase(BOTH, guess=row.guess.rstrip("."), answer=row.answer.rstrip("."))
    if row.guess:
        return phrase(ALONE, guess=row.guess.rstrip(".")) if ";" not in row.guess else "You drew it."
    if row.answer and row.skipped:
        return phrase("No guess. It was {answer}.", answer=row.answer.rstrip("."))
    return BY_SHOW if row.shown else ""


class EndRow(QWidget):
    """One step: its title, and the words."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = Wrapped(themes, "heading", "ink", self)
        self._words = Wrapped(themes, "small", "soft", self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._title)
        column.addWidget(self._words)

    def set_row(self, row: Row) -> None:
        """Another step."""
        self._title.set_words(row.title)
        self._words.set_words(row_words(row))


class EndList(QWidget):
    """`link_followed` gives further material and the next lesson as links."""

    link_followed = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._page: Page | None = None
        self.rows: list[EndRow] = []
        self._dare_title = Caption(themes, "A dare", parent=self)
        self._dare = LessonProse(themes, "body", self)
        self._further = Caption(themes, "Read further", parent=self)
        self._rule = Divider(themes, self)
        self.links: list[tuple[Wrapped, Button]] = []
        self._steps, self._material = QVBoxLayout(), QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._steps)
        for part in (self._rule, self._dare_title, self._dare, self._further):
            self._column.addWidget(part)
        self._column.addLayout(self._material)
        self._dare.link_followed.connect(self.link_followed)
        themes.changed.connect(self._dress)
        self._dress()

    def show_page(self, page: Page) -> None:
        """The end of a lesson, or nothing."""
        self.setVisible(page.phase == END)
        if page.phase != END or page == self._page:
            return
        self._page = page
        while len(self.rows) < len(page.rows):
            self.rows.append(EndRow(self._themes, self))
            self._steps.addWidget(self.rows[-1])
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(page.rows))
            if number < len(page.rows):
                row.set_row(page.rows[number])
        self._dare_title.setVisible(bool(page.dare))
        self._dare.show_text(page.dare)
        self._further.setVisible(bool(page.further))
        self._show_material(page.further)

    def _show_material(self, material: tuple[tuple[str, str], ...]) -> None:
        while len(self.links) < len(material):
            words = Wrapped(self._themes, "small", "ink", self)
            button = Button(
                self._themes, "Open the source", "ghost", self, "external", "It opens after a question.", small=True
            )
            button.clicked.connect(partial(self._follow, len(self.links)))
            self._material.addWidget(words)
            self._material.addWidget(button)
            self.links.append((words, button))
        for number, (words, button) in enumerate(self.links):
            words.set_words(material[number][0] if number < len(material) else "")
            button.setVisible(number < len(material) and bool(material[number][1]))

    def _follow(self, number: int, _checked: bool = False) -> None:
        if self._page is not None and number < len(self._page.further):
            self.link_followed.emit(self._page.further[number][1])

    def _dress(self) -> None:
        gap = round(self._themes.current.px(10))
        for layout in (self._column, self._steps):
            layout.setSpacing(gap)
        self._material.setSpacing(round(self._themes.current.px(2)))
