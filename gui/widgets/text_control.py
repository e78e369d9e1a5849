"""The control of a text with a meaning of its own: its name, and a line to type in.

Every edit that can be read is told at once; of any other the sentence stands under the line, and the value stays what
it was. Escape returns to the last text that could be read.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.formula_line import FormulaLine
from gui.widgets.setting import Setting
from gui.widgets.words import Label
from sim.errors import ConfigError, sentence
from sim.param_text import Text


class TextControl(Setting[Text]):
    """One `Text`."""

    def __init__(self, themes: ThemeHolder, parameter: Text, parent: QWidget | None = None) -> None:
        super().__init__(themes, parameter, parent)
        self._value = parameter.default
        self._told = parameter.default
        self._name = Label(themes, parameter.label, parent=self)
        self._line = FormulaLine(themes, self, "body")
        self._problem = Label(themes, "", "caption", "bad", wrap=True, parent=self)
        self._column = QVBoxLayout(self)
        for part in (self._name, self._line, self._problem):
            self._column.addWidget(part)
        self._problem.hide()
        self._line.setMaxLength(parameter.most)
        self._show(parameter.default)
        self._line.textEdited.connect(self._on_edited)
        self._line.done.connect(self._on_done)
        self._line.given_up.connect(self._restore)
        self.setFocusProxy(self._line)
        self._line.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.on_theme()
        self.tell()

    def operated(self) -> QWidget:
        """The line."""
        return self._line

    @property
    def problem(self) -> str:
        """The sentence of the last refusal, while it shows."""
        return self._problem.text()

    def value(self) -> str:
        """The last text that could be read."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show another text, without a signal; one that is being typed stays."""
        checked = self.parameter.check(value)
        if checked != self._value:
            self._value = self._told = checked
            self._show(checked)

    def set_locked(self, reason: str) -> None:
        """A reason takes the control out of use; "" gives it back."""
        self._name.set_color("faint" if reason else "ink")
        super().set_locked(reason)

    def on_theme(self) -> None:
        """Another theme."""
        theme = self.themes.current
        self._column.setContentsMargins(0, 0, 0, round(theme.px(4)))
        self._column.setSpacing(round(theme.px(4)))
        super().on_theme()

    def _show(self, words: str) -> None:
        self._line.setText(words)
        self._line.setCursorPosition(0)
        self._refuse("", None)

    def _on_edited(self, words: str) -> None:
        try:
            value = self.parameter.parse(words)
        except ConfigError as error:
            self._refuse(sentence(error), getattr(error, "position", None))
            return
        self._refuse("", None)
        if value != self._value:
            self._value = value
            self.changed.emit(self.key, value)

    def _on_done(self) -> None:
        if self._value != self._told:
            self._told = self._value
            self.released.emit(self.key)

    def _restore(self) -> None:
        self._show(self._value)
        self._on_done()

    def _refuse(self, problem: str, position: int | None) -> None:
        self._line.set_mark(bool(problem), position)
        if problem != self._problem.text():
            self._problem.setText(problem)
            self._problem.setVisible(bool(problem))
            self.updateGeometry()
