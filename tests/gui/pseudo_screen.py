"""Everything a screen says, gathered: what is painted, and what every widget would tell."""

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from html import unescape
from typing import Any

from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget, QWidget

from gui.pseudo import ACCENTS
from sim.phrases import Own

PROPER = frozenset(
    {
        *("CPU", "CUDA", "GIF", "CSV", "PNG", "SVG", "Nutshell", "English"),  # names of things
        *("Ctrl", "Space", "Home", "End", "Left", "Right", "Alt", "Shift"),  # keys, which Qt itself names
        *("sin", "cos", "tan", "tanh", "exp", "log", "sqrt", "abs", "relu", "sigmoid", "softmax"),
        *("sum", "rate"),  # in formulas
        *("ALPAC", "DNNresearch", "SUN"),  # a committee, a firm, a machine
        "Dez",  # a month, which Qt names
    }
)
"""What is in no language, and may stand in letters without an accent."""

KEYS = frozenset(
    {
        *("key", "panel", "group", "sources", "claims", "link", "setup", "edits", "lock", "cue", "goals", "solve"),
        *("shows", "field", "when", "run", "kind", "source", "setting", "sign"),
    }
)
"""Fields of lessons that nobody reads."""
_WORD = re.compile(r"(?<![\w.])[A-Za-z]{3,}(?![\w])")
_ADDRESS = re.compile(r"https?://\S+|\b[\w.]+\.[a-z]{2,3}\b|\S+\.(?:md|csv|zip)\b")
_TAGS = re.compile(r"<[^>]*>")


def plain_words(text: str, own: Iterable[str] = ()) -> list[str]:
    """The words in `text` that went past the catalogue. `own` are texts of files, which every language has itself."""
    bare = unescape(_TAGS.sub(" ", text)) if text.startswith("<qt>") else text
    bare = _ADDRESS.sub(" ", bare)
    for part in own if _WORD.search(bare) else ():
        bare = bare.replace(part, " ") if part in bare else bare
    return [word for word in _WORD.findall(bare) if word not in PROPER]


def own_texts(thing: Any) -> set[str]:
    """Everything in it that a file said, and that no catalogue has."""
    if isinstance(thing, Own):
        return {str(thing), *thing.splitlines()} - {""}
    if is_dataclass(thing) and not isinstance(thing, type):
        return set().union(*(own_texts(getattr(thing, field.name)) for field in fields(thing)))
    return set().union(*map(own_texts, thing)) if isinstance(thing, tuple) else set()


def accented(thing: Any) -> Any:
    """A lesson, or part of one, as a file in another language would have it: what is told there, and no keys."""
    if isinstance(thing, tuple):
        return tuple(accented(part) for part in thing)
    if is_dataclass(thing) and not isinstance(thing, type):
        told = [field.name for field in fields(thing) if field.name not in KEYS]
        return replace(thing, **{name: accented(getattr(thing, name)) for name in told})
    return Own(thing.translate(ACCENTS)) if isinstance(thing, Own) else thing


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
