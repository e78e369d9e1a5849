"""The field where the learner types a landscape: `x^2 - y^2 + 0.1*sin(5*x)`.

Every edit is told at once, so that the landscape bends while one types. What cannot be read is marked where it stands
and explained in a sentence; the text stays as it was typed, and the last good picture stays too. Escape returns to the
last text that could be read. The examples are landscapes worth a look.
"""

import re
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.button import Pressable
from gui.widgets.formula_line import FormulaLine
from gui.widgets.option_list import OptionList
from gui.widgets.shapes import CENTRE, begin, rounded, text, text_width, wrapped
from gui.widgets.words import Label, tell
from sim.phrases import joined, phrase

VARIABLES, FUNCTIONS = "x y pi e", "sin cos tan tanh exp log sqrt abs"
WHERE = re.compile(r"The formula(, character [0-9]+)?: ")
ABOUT = "The height of the landscape at x and y. It bends while you type; Escape returns to what could be read."
KNOWN = phrase("Known are {variables}, + - * / ^, and {functions}.", variables=VARIABLES, functions=FUNCTIONS)
LINES = 2
"""Always reserved, so that nothing below moves while one types; the tooltip says what they cannot hold."""


@dataclass(frozen=True)
class Example:
    """A landscape by its name."""

    title: str
    formula: str


EXAMPLES = (
    Example("Saddle with ripples", "x^2 - y^2 + 0.1*sin(5*x)"),
    Example("Egg carton", "sin(3*x)*sin(3*y) + 0.1*(x^2 + y^2)"),
    Example("Banana valley", "(1 - x)^2 + 5*(y - x^2)^2"),
    Example("Two wells", "(x^2 - 1)^2 + 0.3*x + y^2"),
    Example("Volcano", "3*(x^2 + y^2)*exp(-x^2 - y^2)"),
    Example("Stairs", "tanh(5*(x - 1)) + tanh(5*(x + 1)) + 0.3*y^2"),
    Example("Half a world", "x^2 + y^2 - log(x + 1)"),
    Example("Monkey saddle", "x^3 - 3*x*y^2"),
)


class ExamplesButton(Pressable):
    """Opens the list of examples."""

    chosen = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._list: OptionList | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        tell(self, "Examples", "Landscapes to begin with.")
        self.clicked.connect(self.open_list)
        self.index = -1

    def open_list(self) -> OptionList:
        """The list, made when first opened."""
        if self._list is None:
            self._list = OptionList(self.themes, tuple(example.title for example in EXAMPLES), self)
            self._list.chosen.connect(self.chosen)
        self._list.open_at(self, self.index)
        return self._list

    def sizeHint(self) -> QSize:
        """The word and the sign that a list opens."""
        theme = self.themes.current
        wide = text_width("Examples", theme.font("label")) + theme.px(16 + 14)
        return QSize(round(wide), max(round(theme.px(24)), theme.target))

    def paintEvent(self, event: QPaintEvent) -> None:
        """No edge: the field is what matters."""
        with QPainter(self) as painter:
            begin(painter)
            theme, rect = self.themes.current, QRectF(self.rect())
            rounded(painter, rect, self.radius(), theme.color("ink", 0.06 * self.glow))
            side, pad = theme.px(10), theme.px(8)
            color = theme.color("soft")
            sign = QRectF(rect.right() - pad - side, rect.center().y() - side / 2, side, side)
            paint_icon(painter, "down", sign, color, 2.2)
            text(painter, rect.adjusted(0, 0, -side - pad / 2, 0), "Examples", theme.font("label"), color, CENTRE)


class FormulaField(QWidget):
    """`changed` gives the text at every edit, `released` says that the typing paused (Enter, going elsewhere)."""

    changed = Signal(str)
    released = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._sentence = ""
        self._good = ""
        self._told = ""
        self._echoes: set[str] = set()  # texts that were told and may still come back
        self._name = Label(themes, "f(x, y)  =", "symbol", "soft", parent=self)
        self.examples = ExamplesButton(themes, self)
        self.line = FormulaLine(themes, self)
        self.line.tick = True
        self.line.setPlaceholderText(say(EXAMPLES[0].formula))
        self._head, self._column = QHBoxLayout(), QVBoxLayout(self)
        self._head.addWidget(self._name)
        self._head.addStretch(1)
        self._head.addWidget(self.examples)
        self._column.addLayout(self._head)
        self._column.addWidget(self.line)
        self._column.addStretch(1)
        self.line.textEdited.connect(self._on_edited)
        self.line.done.connect(self._on_done)
        self.line.given_up.connect(self._restore)
        self.examples.chosen.connect(lambda index: self.take(EXAMPLES[index].formula))
        self.setFocusProxy(self.line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._dress)
        self._dress()
        self._tell()

    # What others set ------------------------------------------------------------------------------------------------

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.line.text()

    @property
    def sentence(self) -> str:
        """What is wrong with it, or ""."""
        return self._sentence

    def set_text(self, words: str) -> None:
        """Show a text that can be read, without a signal. An echo of what was typed before changes nothing."""
        same = words.strip()
        if same == self.text.strip():
            self._echoes.clear()
            return
        if same in self._echoes or (self._sentence and same == self._good.strip()):
            return
        self._echoes.clear()
        self._good = self._told = words
        self.line.setText(words)
        self.line.setCursorPosition(0)
        self._note_example()
        self._say("", None)

    def set_error(self, sentence: str, position: int | None = None) -> None:
        """Say what is wrong with the text and where; "" says that it can be read."""
        if not sentence:
            self._good = self.text
        self._say(sentence, position if sentence else None)

    # The hand -------------------------------------------------------------------------------------------------------

    def take(self, words: str) -> None:
        """Put another text into the field as if it had been typed."""
        if words != self.text:
            self.line.setText(words)
            self.line.setCursorPosition(0)
            self._on_edited(words)
        self._on_done()

    def _on_edited(self, words: str) -> None:
        self._note_example()
        self._echoes.add(words.strip())
        self.changed.emit(words)

    def _on_done(self) -> None:
        if self.text != self._told:
            self._told = self.text
            self.released.emit()

    def _restore(self) -> None:
        if self._sentence:
            self.take(self._good)

    def _note_example(self) -> None:
        formulas = [example.formula for example in EXAMPLES]
        self.examples.index = formulas.index(self.text) if self.text in formulas else -1

    def _say(self, sentence: str, position: int | None) -> None:
        self.line.set_mark(bool(sentence), position)
        if sentence != self._sentence:
            self._sentence = sentence
            self._tell()
            self.updateGeometry()
        self.update()

    # Looks ----------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """A head, the line, and two lines of words."""
        wide = round(self._themes.current.px(206))
        return QSize(wide, self.heightForWidth(self.width() if self.isVisible() else wide))

    def minimumSizeHint(self) -> QSize:
        """The line may be narrow."""
        return QSize(round(self._themes.current.px(150)), self.sizeHint().height())

    def heightForWidth(self, width: int) -> int:
        """The same for every sentence."""
        theme = self._themes.current
        head = max(self._name.sizeHint().height(), self.examples.sizeHint().height())
        return round(head + self.line.sizeHint().height() + theme.px(4 + 5) + LINES * theme.line_height("caption"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sentence under the line, or what the language knows."""
        with QPainter(self) as painter:
            begin(painter)
            theme, place = self._themes.current, self.line.geometry()
            font, high = theme.font("caption"), theme.line_height("caption")
            color = theme.color("bad" if self._sentence else "faint")
            for row, words in enumerate(self._lines(self.width())):
                top = place.bottom() + theme.px(5) + row * high
                text(painter, QRectF(0.0, top, self.width(), high), words, font, color)

    def _lines(self, width: int) -> list[str]:
        """The sentence without its place, which the wave shows; or what the language knows."""
        words = WHERE.sub("", self._sentence, count=1)
        if not words:
            return self._hint(width)
        return wrapped(words[0].upper() + words[1:], self._font(), float(max(width, 40)), LINES)

    def _hint(self, width: int) -> list[str]:
        """On one line where there is room, on two where there is not."""
        whole = phrase("{variables},  {functions}", variables=VARIABLES, functions=FUNCTIONS)
        if text_width(whole, self._font()) <= width:
            return [whole]
        return wrapped(f"{VARIABLES}\n{FUNCTIONS}", self._font(), float(max(width, 40)), LINES)

    def _font(self) -> QFont:
        return self._themes.current.font("caption")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _tell(self) -> None:
        tell(
            self.line,
            "Formula of the landscape",
            joined((self._sentence, ABOUT, KNOWN)),
        )
        self.setAccessibleName(say("Formula of the landscape"))
        self.setAccessibleDescription(say(self._sentence or ABOUT))
        self.setToolTip(self.line.toolTip())

    def _dress(self) -> None:
        theme = self._themes.current
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(round(theme.px(4)))
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.updateGeometry()
        self.update()
