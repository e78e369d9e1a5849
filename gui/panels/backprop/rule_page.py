"""The first page of the side column: the rule that fired last, the learning rate, and the proof by nudging.

The rule is a title, a sentence and its formula with the sizes of its matrices; then a remark or two. Below stand what
the update of this pass does to the loss, and the check of one slope, or of all, by central differences.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.controls import Form
from gui.language import say
from gui.widgets.button import Button
from gui.widgets.card import Divider
from gui.widgets.formula_box import FormulaBox
from gui.widgets.more_link import MoreLink
from gui.widgets.notice import Bar
from gui.widgets.shapes import begin, rounded
from gui.widgets.words import Label

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from sim.params import Parameter

Fact = tuple[str, str]
"""A name and its number."""
HINT = "Point at a number for its sum. Type one: the rest follows."


class Facts(QWidget):
    """Rows of a name and a number; rows are made once and shown when needed."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._rows: list[tuple[Label, Label]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._shown: tuple[Fact, ...] = ()
        themes.changed.connect(self._dress)
        self._dress()

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """These, from top to bottom."""
        facts = tuple(facts)
        if facts == self._shown:
            return
        self._shown = facts
        while len(self._rows) < len(facts):
            self._add()
        for index, (name, value) in enumerate(self._rows):
            used = index < len(facts)
            name.setVisible(used)
            value.setVisible(used)
            if used:
                name.setText(facts[index][0])
                value.setText(facts[index][1])
                value.setAccessibleName(say(facts[index][0]))
        self.setVisible(bool(facts))

    @property
    def shown(self) -> tuple[Fact, ...]:
        """What stands there."""
        return self._shown

    def _add(self) -> None:
        row = QHBoxLayout()
        name = Label(self._themes, "", "small", "soft", wrap=True, parent=self)
        value = Label(self._themes, "", "value", parent=self)
        name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        name.setMinimumWidth(1)  # a long word never makes the column wider
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        row.addWidget(name, 1)
        row.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)
        self._rows.append((name, value))

    def _dress(self) -> None:
        self._column.setSpacing(round(self._themes.current.px(2)))


class Hint(QWidget):
    """One sentence on the learner's own ground."""

    def __init__(self, themes: ThemeHolder, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._label = Label(themes, words, "value", "you", wrap=True, parent=self)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._label)
        themes.changed.connect(self._dress)
        self._dress()

    def set_words(self, words: str) -> None:
        """Another sentence."""
        self._label.setText(words)

    @property
    def words(self) -> str:
        """The sentence."""
        return self._label.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            rounded(painter, QRectF(self.rect()), theme.size("radius_button"), theme.color("you_soft"))

    def _dress(self) -> None:
        theme = self._themes.current
        side, high = round(theme.px(12)), round(theme.px(8))
        self._column.setContentsMargins(side, high, side, high)
        self.update()


class RulePage(QWidget):
    """`changed` and `released` carry a control's key.

    `check_asked` is for the proof of all slopes, `release_asked` for all that was set by hand."""

    changed = Signal(str, object)
    released = Signal(str)
    check_asked = Signal()
    why_asked = Signal()
    release_asked = Signal()

    def __init__(self, themes: ThemeHolder, parameters: tuple[Parameter, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._presented = self._compact = False
        self.count = Label(themes, "", "section", "you", wrap=True)
        self.title = Label(themes, "", "question", wrap=True)
        self.sentence = Label(themes, "", "prose", wrap=True)
        self.formula = FormulaBox(themes)
        self.note = Label(themes, "", "body", "soft", wrap=True)
        self.remark = Label(themes, "", "body", "ink", wrap=True)
        self.form = Form(themes, parameters, self, compact=True)
        self.loss = Facts(themes)
        self._make_check()
        self.hint = Hint(themes, HINT)
        self.release = Button(themes, "Let go of all", small=True, about="All numbers come from their rules again.")
        self._rules = [Divider(themes) for _ in range(2)]
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._connect()
        themes.changed.connect(self._dress)
        self._dress()

    def _make_check(self) -> None:
        themes = self._themes
        self.check_title = Label(themes, "", "heading", wrap=True)
        self.check = Facts(themes)
        self.check_words = Label(themes, "", "small", "soft", wrap=True)
        self.all = Facts(themes)
        self.bar = Bar(themes)
        self.check_all = Button(themes, "Check every slope", small=True)
        self.why = MoreLink(themes, "Why not nudge each weight?", "How many times the network would have to be run.")
        self.why.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.because = Label(themes, "", "small", "soft", wrap=True)
        self._check_parts: tuple[QWidget, ...] = (
            self.check_title, self.check, self.check_words, self.all, self.bar, self.check_all, self.why, self.because,
        )  # fmt: skip

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        first = (self.count, self.title, self.sentence, self.formula, self.note, self.remark, self.release, self.hint)
        for part in (*first, self._rules[0], *self._check_parts):
            self._column.addWidget(part)
        self._column.addStretch(1)  # the slider keeps its place from rule to rule, while it plays
        for part in (self._rules[1], self.form, self.loss):
            self._column.addWidget(part)
        self._column.setAlignment(self.why, Qt.AlignmentFlag.AlignLeft)
        for part in (self.bar, self.because, self.all, self.release, self.remark):
            part.hide()

    def _connect(self) -> None:
        self.form.changed.connect(self.changed)
        self.form.released.connect(self.released)
        self.check_all.clicked.connect(self.check_asked)
        self.release.clicked.connect(self.release_asked)
        self.why.clicked.connect(self._on_why)

    def _on_why(self) -> None:
        self.because.setVisible(self.because.isHidden())
        self.why_asked.emit()

    def show_rule(self, count: str, title: str, sentence: str, note: str) -> None:
        """The words of the rule that fired last."""
        for label, words in ((self.count, count), (self.title, title), (self.sentence, sentence), (self.note, note)):
            label.setText(words)
        self.note.setVisible(bool(note) and not self._presented)

    def show_remark(self, words: str, held: bool, hint: bool) -> None:
        """What is special about these numbers, whether some are set by hand, whether to say that they can be."""
        self.remark.setText(words)
        self.remark.setVisible(bool(words))
        self.release.setVisible(held)
        self.hint.setVisible(hint and not (held or words or self._presented))

    def show_check(self, title: str, facts: Sequence[Fact], words: str, because: str) -> None:
        """One slope in two ways."""
        self.check_title.setText(title)
        self.check.show_facts(() if self._presented else facts)
        self.check_words.setText(words)
        self.check_words.setVisible(bool(words) and not self._presented)
        self.because.setText(because)

    def show_check_all(self, facts: Sequence[Fact], share: float | None, label: str) -> None:
        """All slopes; share: how much is done while it is worked out, None otherwise."""
        self.all.show_facts(() if self._presented else facts)
        self.bar.setVisible(share is not None and not self._presented)
        self.bar.set_share(share or 0.0)
        if self.check_all.words() != label:
            self.check_all.set_words(label, "Every weight and bias is nudged up and down.")
        self.check_all.setVisible(not facts and share is None and not self._presented)

    def set_presentation(self, presented: bool) -> None:
        """On a projector the rule and its formula stand alone."""
        if presented == self._presented:
            return
        self._presented = presented
        for part in (*self._check_parts, *self._rules, self.note, self.hint):
            part.setVisible(not presented)
        for part in (self.bar, self.because, self.all):
            part.hide()
        self._dress()

    def _dress(self) -> None:
        theme = self._themes.current
        self._column.setSpacing(round(theme.px(7)))
        self.form.set_compact(True)
