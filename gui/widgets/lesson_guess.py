"""The box of the guess, on violet: the question, a way to answer it, and how sure one is.

While the guess is open it takes it; afterwards it shows what was said, and when the step is reached, what happened
beside it.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.lesson_number import NumberLine
from gui.widgets.lesson_option import AnswerList
from gui.widgets.lesson_prose import LessonProse, Wrapped
from gui.widgets.lesson_scale import Scale
from gui.widgets.lesson_sketch import SketchPad
from gui.widgets.shapes import begin, rounded
from sim.lesson_page import SEEN, Asking, Page
from sim.phrases import phrase

FIRST, YOURS, AGAIN = "Your guess first", "Your guess", "Your number"
DRAW_LINE = "Draw it on the picture: press, drag, let go. Arrow keys turn it."
DRAWN_LINE = "It is on the picture; draw again to change it. How sure are you?"
MORE_PLACES = "{count} of {total} places are drawn."
SKIPPED, NOT_YET = "You went past the guess.", "Working out the answer …"


class GuessBox(QWidget):
    """`guessed` gives a number, the number of an option from 1, or the values of a curve."""

    guessed = Signal(object)
    sure_said = Signal(bool)
    skipped = Signal()
    link_followed = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._asking = Asking()
        self.title = Wrapped(themes, "label", "you", self)
        self.question = LessonProse(themes, "body", self)
        self.options = AnswerList(themes, self)
        self.number = NumberLine(themes, self)
        self.pad = SketchPad(themes, self)
        self.note = Wrapped(themes, "small", "soft", self)
        self.facts = [Wrapped(themes, "body", "ink", self) for _ in range(3)]
        self.sure = Button(themes, "Sure", parent=self, about="Keep this guess; you are sure of it.", small=True)
        self.unsure = Button(
            themes, "Not sure", parent=self, about="Keep this guess; you are not sure of it.", small=True
        )
        self.skip = Button(
            themes, "Skip the guess", "ghost", self, about="Go on without a guess; that is noted.", small=True
        )
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self._fill()
        self._connect()
        themes.changed.connect(self._dress)
        self._dress()

    def show_page(self, page: Page) -> None:
        """The guess as it stands on a page."""
        asking = self._asking = page.asking
        self.setVisible(bool(asking.kind))
        if not asking.kind:
            return
        self.title.set_words(FIRST if asking.open else AGAIN if asking.again else YOURS)
        self.question.show_text(asking.question)
        self._show_kind(page, asking)
        usable = asking.guess is not None
        for button in (self.sure, self.unsure):
            button.setVisible(asking.open)
            button.setEnabled(usable)
        self.skip.setVisible(asking.open)
        self.note.set_words(self._note_of(page, asking))
        for fact, words in zip(self.facts, (*page.outcome, "", "", "")[:3], strict=True):
            fact.set_words(words)

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Give the keyboard to what answers."""
        for part in (self.options, self.number, self.pad):
            if part.isVisible():
                target = self.options.answers[max(0, self.options.index)] if part is self.options else part
                target.setFocus(reason)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The violet ground."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            rounded(painter, QRectF(self.rect()), theme.px(10), theme.color("you_soft"))

    def _show_kind(self, page: Page, asking: Asking) -> None:
        is_open = asking.open or asking.again
        words = asking.options if asking.kind == "choice" and page.phase != SEEN else ()
        chosen = int(asking.guess) - 1 if words and isinstance(asking.guess, float | int) else -1
        self.options.set_answers(words, chosen, is_open)
        number = asking.guess if isinstance(asking.guess, float | int) else None
        told = page.phase == SEEN and bool(page.outcome)
        self.number.setVisible(asking.kind == "number" and (is_open or number is not None) and not told)
        self.number.set_number(number if asking.kind == "number" else None, asking.unit, is_open)
        self.pad.setVisible(asking.kind == "curve" and (is_open or not asking.skipped or page.answer is not None))
        if asking.kind == "curve":
            self.pad.set_axes(asking.values, asking.setting, Scale(*asking.axis))
            drawn = asking.guess if isinstance(asking.guess, tuple) else None
            answer = page.answer if page.phase == SEEN and isinstance(page.answer, tuple) else ()
            self.pad.set_values(drawn, answer, is_open)

    def _note_of(self, page: Page, asking: Asking) -> str:
        if page.problem:
            return page.problem
        if page.waiting:
            return NOT_YET
        if asking.kind == "line" and asking.open:
            return DRAW_LINE if asking.guess is None else DRAWN_LINE
        total = len(asking.values)
        if asking.kind == "curve" and asking.open and asking.guess is None:
            return phrase(MORE_PLACES, count=total - self.pad.missing, total=total)
        return SKIPPED if asking.skipped and not asking.open and not asking.again else ""

    def _fill(self) -> None:
        self._row.addWidget(self.sure, 1)
        self._row.addWidget(self.unsure, 1)
        for part in (self.title, self.question, self.options, self.number, self.pad, self.note, *self.facts):
            self._column.addWidget(part)
        self._column.addLayout(self._row)
        self._column.addWidget(self.skip)

    def _connect(self) -> None:
        self.options.chosen.connect(lambda index: self.guessed.emit(index + 1.0))
        self.number.typed.connect(lambda value: self.guessed.emit(value))
        self.number.entered.connect(self.sure.setFocus)
        self.pad.drawn.connect(self.guessed)
        self.question.link_followed.connect(self.link_followed)
        self.sure.clicked.connect(lambda: self.sure_said.emit(True))
        self.unsure.clicked.connect(lambda: self.sure_said.emit(False))
        self.skip.clicked.connect(self.skipped)

    def _dress(self) -> None:
        theme = self._themes.current
        pad = round(theme.px(12))
        self._column.setContentsMargins(pad, pad, pad, pad)
        self._column.setSpacing(round(theme.px(8)))
        self._row.setSpacing(round(theme.px(8)))
        self.update()
