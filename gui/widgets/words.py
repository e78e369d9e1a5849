"""Words of a widget: labels that follow the theme, and what a pointer or a screen reader is told.

All of them say what they are given in the language of the screen: give them whole texts, plain or phrases.
"""

import re
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder

_PARTS = "&nbsp; "
_LONG_WORD = re.compile(r"\S{17,}")
_UNDRESSING = frozenset({QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.PaletteChange})


WORD, TERM = "word", "term"
"""Properties of a widget: its name in English, and its term in the glossary, where it has one (gui.explain)."""


def tell(widget: QWidget, name: str, about: str = "", title: str = "") -> None:
    """Accessible name and description, and a tooltip of a title (else the name) and one sentence."""
    widget.setProperty(WORD, str(name))
    widget.setAccessibleName(say(name))
    widget.setAccessibleDescription(say(about))
    widget.setToolTip(tip(title or name, about))


def tip(title: str, sentence: str = "") -> str:
    """The tooltip's text: a title in semibold, then one sentence; both are taken literally.

    Two spaces part a title, and a line may end there; a part after the first, say a range, stays on one line.
    """
    first, *others = escape(say(title)).split("  ")
    head = f"<b>{_PARTS.join([first, *(other.replace(' ', '&nbsp;') for other in others)])}</b>" if title else ""
    body = f"<div style='white-space: normal'>{escape(say(sentence))}</div>" if sentence else ""
    return f"<qt>{head}{body}</qt>" if head or body else ""


def told(widget: QWidget) -> str:
    """The tooltip, and below it that there is more to read where the widget has a term."""
    words = widget.toolTip()
    if not words or not widget.property(TERM):
        return words
    more = f"<div><i>{escape(say('F1: more about this'))}</i></div>"
    return f"{words.removesuffix('</qt>')}{more}</qt>" if words.endswith("</qt>") else f"<qt>{escape(words)}{more}</qt>"


def breakable(words: str) -> str:
    """`words` for a narrow label: a line may end anywhere inside what is longer than such a line, say a file's name."""
    return _LONG_WORD.sub(lambda word: "\u200b".join(word[0]), say(words))


class Label(QLabel):
    """Plain text in a role of type and a role of colour. Never read as HTML."""

    def __init__(
        self,
        themes: ThemeHolder,
        text: str = "",
        role: str = "body",
        color: str = "ink",
        wrap: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._dressed = False
        super().__init__(say(text), parent)
        self._themes = themes
        self._role = role
        self._color = color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        themes.changed.connect(self._dress)
        self._dress()

    def setText(self, text: str) -> None:
        """Other words."""
        super().setText(say(text))

    def set_color(self, role: str) -> None:
        """Another role of colour ("bad")."""
        if role != self._color:
            self._color = role
            self._dress()

    def changeEvent(self, event: QEvent) -> None:
        """A new style sheet of the application gives every widget its old font and palette back: dress again."""
        super().changeEvent(event)
        if event.type() in _UNDRESSING and self._dressed:
            self._dress()

    def _dress(self) -> None:
        """Sets only what differs, so that it may be called from the events it causes."""
        theme = self._themes.current
        font, color = theme.font(self._role), theme.color(self._color)
        self._dressed = True
        if self.font() != font:
            self.setFont(font)
        if self.palette().color(QPalette.ColorRole.WindowText) != color:
            palette = QPalette(self.palette())
            for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
                palette.setColor(group, QPalette.ColorRole.WindowText, color)
            self.setPalette(palette)


class Elided(Label):
    """One line that ends in an ellipsis where its place is too narrow; the tooltip has all of it."""

    def __init__(
        self, themes: ThemeHolder, text: str = "", role: str = "body", color: str = "ink", parent: QWidget | None = None
    ) -> None:
        self._words = text
        super().__init__(themes, text, role, color, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Other words."""
        if words != self._words:
            self._words = words
            self._write()

    @property
    def words(self) -> str:
        """All of them."""
        return self._words

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        shown = self.fontMetrics().elidedText(words := say(self._words), Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip(words if shown != words else "")
        self.setAccessibleName(words)
