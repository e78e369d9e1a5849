"""A lesson in one line, where the window is small or on a projector: what to do, and the next thing to press.

A tap on it asks for the whole page.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.button import Button, IconButton
from gui.widgets.card import Card
from gui.widgets.focus import onward
from gui.widgets.words import Elided, tell
from sim.lesson_page import END, PREDICT, RECALL, SEEN, TRANSFER, TRY, Page
from sim.phrases import phrase
from sim.prose import read_prose, words_of


def line_words(page: Page, headline: bool) -> str:
    """The one thing to say. headline: the question already stands over the picture."""
    if page.phase == PREDICT:
        return "Your guess first" if headline else plain(page.asking.question)
    if page.phase == TRY:
        met, count = sum(goal.met for goal in page.goals), len(page.goals)
        if page.hint:
            return page.hint
        if headline and count:
            return phrase("{met} of {count} reached", met=met, count=count)
        return page.instruction[0] if page.instruction else plain(page.text)
    if page.phase == SEEN:
        return plain(page.after)
    return page.own.question or page.heading


def plain(markdown: str) -> str:
    """The words of a text, on one line."""
    return " ".join(words_of(read_prose(markdown).blocks).split())


class LessonLine(Card):
    """`opened` asks for the whole page, `next_asked` goes on."""

    opened = Signal()
    next_asked = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "panel", parent)
        self.headline = False
        self._page: Page | None = None
        self.words = Elided(themes, "", "body", "ink", parent=self)
        self.act = Button(themes, "Guess", "primary", self, small=True)
        self.more = IconButton(themes, "up", "The whole step", "Open text, guess and goals.", self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.act)
        self._row.addWidget(self.more)
        self.body.addLayout(self._row)
        self.act.clicked.connect(self._on_act)
        self.more.clicked.connect(self.opened)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        themes.changed.connect(self._restyle)
        self._restyle()

    def show_page(self, page: Page) -> None:
        """The line of a page."""
        self._page = page
        self.words.set_words(line_words(page, self.headline))
        has_keys, reason = self.act.hasFocus(), onward(self.act)
        asks = page.phase in (PREDICT, RECALL, TRANSFER)
        self.act.setVisible(asks or page.can_next or (page.phase == END and bool(page.next_lesson[0])))
        self.act.set_words("Guess" if page.phase == PREDICT else "Answer" if asks else "Next")
        tell(self, page.heading, line_words(page, self.headline))
        self.setToolTip("")
        if has_keys:
            self.focus_first(reason)

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Give the keyboard to what can be pressed."""
        (self.act if self.act.isVisible() else self.more).setFocus(reason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A tap opens the page."""
        self.opened.emit()

    def _on_act(self) -> None:
        if self._page is not None and self._page.phase not in (PREDICT, RECALL, TRANSFER, END):
            self.next_asked.emit()
        else:
            self.opened.emit()

    def _restyle(self) -> None:
        theme = self._themes.current
        across, up = round(theme.px(14)), round(theme.px(6))
        self.body.setContentsMargins(across, up, round(theme.px(6)), up)
        self._row.setSpacing(round(theme.px(8)))
