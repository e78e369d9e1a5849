"""The prose of an event."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.words import Label

_EMPHASIS = re.compile(r"\*+([^*]+)\*+|\[([^\]]+)\]\([^)]*\)")


class EventText(Label):
    """Paragraphs in the serif."""

    link_followed = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(themes, "", "prose", "ink", wrap=True, parent=parent)

    def set_markdown(self, text: str) -> None:
        """Other paragraphs."""
        plain = _EMPHASIS.sub(lambda found: found[1] or found[2], text)
        self.setText("\n\n".join(" ".join(part.split()) for part in plain.split("\n\n")))
