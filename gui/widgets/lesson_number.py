"""A number that is typed, with its unit, and a sentence where it is none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.formula_line import FormulaLine
from gui.widgets.lesson_prose import Wrapped
from gui.widgets.words import tell
from sim.errors import ConfigError, sentence
from sim.numerals import plain_number, read_number, write_short

NO_NUMBER = "This is no number. Write for instance 0.25 or 3e-4."


class NumberLine(QWidget):
    """`typed` gives every number that can be read, as it is typed; `entered` says Enter."""

    typed = Signal(float)
    entered = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.line = FormulaLine(themes, self, "value")
        self.line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._unit = Wrapped(themes, "small", "soft", self)
        self._problem = Wrapped(themes, "caption", "bad", self)
        self._row = QHBoxLayout()
        self._row.addWidget(self.line, 2)
        self._row.addWidget(self._unit, 3)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._row)
        self._column.addWidget(self._problem)
        self._problem.hide()
        tell(self.line, "Your number", "Type a number; a comma or a point parts the decimals.")
        self.line.textEdited.connect(self._on_edited)
        self.line.done.connect(self._on_done)
        self.setFocusProxy(self.line)
        themes.changed.connect(self._dress)
        self._dress()

    def set_number(self, value: float | None, unit: str, is_open: bool) -> None:
        """Show a number. One that is being typed stays as it is typed."""
        self._unit.set_words(unit)
        self.line.setEnabled(is_open)
        if value != self.value():
            self.line.setText("" if value is None else write_short(value))
        if value is None and not self.line.text():
            self._refuse("")

    def value(self) -> float | None:
        """The number that stands there."""
        return self._read()[0]

    def _read(self) -> tuple[float | None, str]:
        """The number, or why there is none: one with two meanings, in this language and elsewhere, is none either."""
        try:
            return read_number(plain_number(self.line.text())), ""
        except ConfigError as error:
            return None, sentence(error)
        except ValueError:
            return None, NO_NUMBER

    def _on_edited(self, words: str) -> None:
        value, problem = self._read()
        self._refuse("" if words.strip() in ("", "-", "+", "−") else problem)
        if value is not None:
            self.typed.emit(value)

    def _on_done(self) -> None:
        if self.value() is not None and self.line.hasFocus():
            self.entered.emit()

    def _refuse(self, problem: str) -> None:
        self._problem.set_words(problem)
        self.line.set_mark(bool(problem), None)

    def _dress(self) -> None:
        self._row.setSpacing(round(self._themes.current.px(8)))
        self._column.setSpacing(round(self._themes.current.px(4)))
