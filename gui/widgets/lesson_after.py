"""What stands under a step that is reached: the sentence that explains, the share of many runs, why, and the cards
where the article and a source differ."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.card import Caption, Divider
from gui.widgets.lesson_prose import LessonProse, Wrapped
from gui.widgets.score import Score
from sim.lesson_page import CardLink, Page
from sim.phrases import phrase


class CardNote(QWidget):
    """One correction: what the article says, what the source says, and the way to the event."""

    link_followed = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._link = ""
        self._article = Wrapped(themes, "small", "soft", self)
        self._source = Wrapped(themes, "small", "ink", self)
        self._more = Button(themes, "Open the event", "ghost", self, "right", "The card of the event.", small=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._article, self._source, self._more):
            column.addWidget(part)
        self._more.clicked.connect(lambda: self.link_followed.emit(self._link))

    def set_card(self, card: CardLink) -> None:
        """Another correction."""
        self._link = card.link
        self._article.set_words(phrase("Article says: {words}", words=card.article_says))
        self._source.set_words(phrase("Source says: {words}", words=card.source_says))


class AfterBox(QWidget):
    """`link_followed` gives links of the texts and of the cards."""

    link_followed = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.after = LessonProse(themes, "prose", self)
        self.many = Caption(themes, "More than one run", parent=self)
        self.score = Score(themes, self)
        self.why_button = Button(themes, "Why?", "ghost", self, "down", "Unfold the reason.", small=True)
        self.why = LessonProse(themes, "body", self)
        self.rule = Divider(themes, self)
        self.notes: list[CardNote] = []
        self._unfolded = False
        self._why = ""
        self._pictures: Mapping[str, bytes] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.after, self.many, self.score, self.why_button, self.why, self.rule):
            beside = Qt.AlignmentFlag.AlignLeft if part is self.why_button else Qt.AlignmentFlag(0)
            self._column.addWidget(part, 0, beside)
        self.why_button.clicked.connect(partial(self._fold, True))
        self.after.link_followed.connect(self.link_followed)
        self.why.link_followed.connect(self.link_followed)
        themes.changed.connect(self._dress)
        self._dress()

    def show_page(self, page: Page, pictures: Mapping[str, bytes]) -> None:
        """What a page explains, or nothing."""
        self.setVisible(bool(page.after))
        if page.why != self._why:
            self._unfolded = False
        self._why, self._pictures = page.why, pictures
        self.after.show_text(page.after, pictures)
        share = page.share
        self.many.setVisible(share is not None)
        self.score.setVisible(share is not None)
        if share is not None:
            self.score.set_share(share.solved, share.total, (share.low, share.high), "solve it", "solve it")
        self._show_why()
        self.rule.setVisible(bool(page.cards))
        while len(self.notes) < len(page.cards):
            note = CardNote(self._themes, self)
            note.link_followed.connect(self.link_followed)
            self.notes.append(note)
            self._column.addWidget(note)
        for number, note in enumerate(self.notes):
            note.setVisible(number < len(page.cards))
            if number < len(page.cards):
                note.set_card(page.cards[number])

    def _fold(self, toggled: bool, _checked: bool = False) -> None:
        self._unfolded = self._unfolded != toggled
        self._show_why()

    def _show_why(self) -> None:
        self.why_button.setVisible(bool(self._why))
        self.why_button.set_words("Why?", "Fold the reason." if self._unfolded else "Unfold the reason.")
        self.why.show_text(self._why if self._unfolded else "", self._pictures)

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(10)))
