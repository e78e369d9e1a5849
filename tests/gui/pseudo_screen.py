"""Everything a screen says, gathered: what is painted, and what every widget would tell."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from html import unescape
from typing import Any

from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget, QWidget

PROPER = frozenset(
    {
        *("CPU", "CUDA", "GIF", "CSV", "PNG", "SVG", "Nutshell", "English"),  # names of things
        *("Ctrl", "Space", "Home", "End", "Left", "Right", "Alt", "Shift"),  # keys, which Qt itself names
        *("sin", "cos", "tan", "tanh", "exp", "log", "sqrt", "abs", "relu", "sigmoid", "softmax"),
        *("sum", "rate"),  # in formulas
    }
)
"""What is in no language, and may stand in letters without an accent."""

_WORD = re.compile(r"(?<![\w.])[A-Za-z]{3,}(?![\w])")
_TAGS = re.compile(r"<[^>]*>")


def plain_words(text: str, own: Iterable[str] = ()) -> list[str]:
    """The words in `text` that went past the catalogue. `own` are texts of files, which every language has itself."""
    bare = unescape(_TAGS.sub(" ", text)) if text.startswith("<qt>") else text
    for part in own:
        bare = bare.replace(part, " ")
    return [word for word in _WORD.findall(bare) if word not in PROPER]


@contextmanager
def painted(texts: set[str]) -> Iterator[None]:
    """Notes every text that is painted meanwhile."""
    draw = QPainter.drawText

    def note(painter: QPainter, *given: Any) -> Any:
        texts.update(part for part in given if isinstance(part, str))
        return draw(painter, *given)

    QPainter.drawText = note  # type: ignore[method-assign,assignment]
    try:
        yield
    finally:
        QPainter.drawText = draw  # type: ignore[method-assign]


def told(root: QWidget) -> Iterator[tuple[str, str]]:
    """(who, text) for everything in `root`, seen or not."""
    for widget in (root, *root.findChildren(QWidget)):
        who = type(widget).__name__
        yield who, widget.toolTip()
        yield who, widget.accessibleName()
        yield who, widget.accessibleDescription()
        if isinstance(widget, QLabel | QAbstractButton):
            yield who, widget.text()
        elif isinstance(widget, QLineEdit):
            yield who, widget.placeholderText()
        elif isinstance(widget, QListWidget):
            for row in range(widget.count()):
                yield who, widget.item(row).text()
    for action in root.findChildren(QAction):
        yield "QAction", action.text()
        yield "QAction", action.toolTip()


def leaks(root: QWidget, own: Iterable[str] = ()) -> list[str]:
    """Who says what in plain English on the screen of `root`, painted or told."""
    texts: set[str] = set()
    with painted(texts):
        root.grab()
    own = sorted(own, key=len, reverse=True)
    said = [("painted", text) for text in texts] + list(told(root))
    return sorted({f"{who}: {words} in {text!r}" for who, text in said if text and (words := plain_words(text, own))})
