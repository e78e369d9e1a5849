"""A question without a run: what is still known from before, or how the lesson carries over. The learner answers in own
words; then an answer stands beside it, and nobody but the learner compares them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.button import Button
from gui.widgets.card import Divider
from gui.widgets.dressed import dress_bars
from gui.widgets.lesson_option import AnswerList
from gui.widgets.lesson_prose import LessonProse, Wrapped
from gui.widgets.shapes import begin, rounded
from gui.widgets.words import tell
from sim.lesson_page import RECALL, TRANSFER, OwnWords, Page
from sim.phrases import phrase

LONGEST = 500
_ROLES = {
    QPalette.ColorRole.Base: "panel",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Highlight: "you",
    QPalette.ColorRole.HighlightedText: "on_you",
    QPalette.ColorRole.PlaceholderText: "faint",
}


class OwnText(QPlainTextEdit):
    """A few lines to write in. Control and Enter is done; Tab goes on to the next control."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        dress_bars(themes, self)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setPlaceholderText(say("In your own words"))
        tell(self, "Your answer", "A few words are enough.")
        self.textChanged.connect(self._cut)
        Answering(self, (QEvent.Type.ShortcutOverride,), self._keep_key)
        themes.changed.connect(self._dress)
        self._dress()

    def sizeHint(self) -> QSize:
        """Five lines."""
        theme = self._themes.current
        return QSize(round(theme.px(196)), round(5 * theme.line_height("body") + theme.px(14)))

    def _keep_key(self, event: QEvent) -> bool:
        """Letters are written, not carried out."""
        if isinstance(event, QKeyEvent) and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.accept()
            return True
        return False

    def _cut(self) -> None:
        if len(self.toPlainText()) > LONGEST:
            self.setPlainText(self.toPlainText()[:LONGEST])

    def _dress(self) -> None:
        theme = self._themes.current
        self.setFont(theme.font("body"))
        palette = QPalette(self.palette())
        for role, name in _ROLES.items():
            palette.setColor(role, theme.color(name))
        self.setPalette(palette)
        self.updateGeometry()


class OwnField(QWidget):
    """The lines in a rounded rim, violet while the keyboard is there."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.line = OwnText(themes, self)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.line)
        self.setFocusProxy(self.line)
        Answering(self.line, (QEvent.Type.FocusIn, QEvent.Type.FocusOut), self._repaint)
        themes.changed.connect(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and rim."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            role, width = ("you", 2.0) if self.line.hasFocus() else ("rule", 1.0)
            radius = theme.size("radius_button")
            rounded(painter, QRectF(self.rect()), radius, theme.color("panel"), theme.color(role), theme.px(width))

    def _repaint(self, event: QEvent) -> bool:
        self.update()
        return False

    def _dress(self) -> None:
        pad = round(self._themes.current.px(5))
        self._box.setContentsMargins(pad, pad, pad, pad)
        self.update()


class OwnBox(QWidget):
    """`said` gives the answer, `checked` the line of the rubric that the learner finds fitting."""

    said = Signal(object)
    checked = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._own = OwnWords()
        self.question = Wrapped(themes, "prose", "ink", self)
        self.options = AnswerList(themes, self, final=True)
        self.field = OwnField(themes, self)
        self.line = self.field.line
        self.show_answer = Button(themes, "Compare", parent=self, about="Keep your answer, and see one beside it.")
        self.yours = Wrapped(themes, "body", "you", self)
        self.rule = Divider(themes, self)
        self.answer = LessonProse(themes, "prose", self)
        self.compare = Wrapped(themes, "small", "soft", self)
        self.rubric = AnswerList(themes, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (
            self.question, self.options, self.field, self.show_answer, self.yours, self.rule, self.answer, self.compare,
            self.rubric,
        ):  # fmt: skip
            self._column.addWidget(part)
        self.options.chosen.connect(lambda index: self.said.emit(self._own.options[index]))
        self.show_answer.clicked.connect(lambda: self.said.emit(self.line.toPlainText()))
        self.rubric.chosen.connect(self.checked)
        themes.changed.connect(self._dress)
        self._dress()

    def show_page(self, page: Page) -> None:
        """The question of a page, or nothing."""
        own, asked = page.own, page.phase in (RECALL, TRANSFER)
        self.setVisible(bool(own.question))
        if not own.question:
            return
        if own.question != self._own.question:
            self.line.setPlainText(own.typed)
        self._own = own
        self.question.set_words(own.question)
        self.options.set_answers(own.options if asked else ())
        self.field.setVisible(asked and not own.options)
        self.show_answer.setVisible(asked and not own.options)
        self.yours.set_words(phrase("You said: {answer}", answer=own.typed) if own.typed and not asked else "")
        self.rule.setVisible(not asked and bool(own.typed))
        self.answer.show_text(own.answer)
        self.compare.set_words("Which line fits your answer?" if own.rubric else "")
        self.rubric.set_answers(own.rubric, own.checked)

    def focus_first(self, reason: Qt.FocusReason) -> None:
        """Give the keyboard to what answers."""
        if self.line.isVisible():
            self.line.setFocus(reason)
        elif self.options.isVisible():
            self.options.answers[0].setFocus(reason)

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(10)))
