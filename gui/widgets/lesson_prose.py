"""The texts of a lesson in its card: short words that wrap anywhere, and Markdown with links."""

from collections.abc import Mapping

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.prose_text import ProseText
from gui.widgets.words import Label, breakable


class Wrapped(Label):
    """A label whose lines break anywhere they must, so that its column may be as narrow as it likes."""

    def __init__(
        self, themes: ThemeHolder, role: str = "body", color: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, "", role, color, wrap=True, parent=parent)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
        self.setSizePolicy(policy)

    def minimumSizeHint(self) -> QSize:
        """One line: how many there are follows from the width, which a layout asks for."""
        return QSize(0, self.fontMetrics().height())

    def set_words(self, words: str) -> None:
        """Other words; without any the label is not there."""
        self.setText(breakable(words))
        self.setVisible(bool(words))


class LessonProse(ProseText):
    """A piece of Markdown; without one the widget is not there."""

    def __init__(self, themes: ThemeHolder, role: str = "prose", parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self.set_role(role)

    def show_text(self, text: str, pictures: Mapping[str, bytes] | None = None) -> None:
        """Another text. A line that ends in the source goes on here."""
        self.set_markdown(text, pictures or {})
        self.setVisible(bool(text))
