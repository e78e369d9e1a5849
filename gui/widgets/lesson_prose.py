"""The texts of a lesson in its card: Markdown with links, in the voice that explains."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.words import Label, breakable


class Wrapped(Label):
    """A label whose lines break anywhere they must, so that its column may be as narrow as it likes."""

    def __init__(
        self, themes: ThemeHolder, role: str = "body", color: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, "", role, color, wrap=True, parent=parent)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        self.setSizePolicy(policy)

    def set_words(self, words: str) -> None:
        """Other words; without any the label is not there."""
        self.setText(breakable(words))
        self.setVisible(bool(words))


class LessonProse(Wrapped):
    """A piece of Markdown."""

    link_followed = Signal(str)

    def set_markdown(self, text: str, pictures: Mapping[str, bytes] | None = None) -> None:
        """Another text; without any the widget is not there."""
        self.set_words(" ".join(text.split()))
