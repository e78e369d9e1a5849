"""Which words of a lesson's card do not fit their place."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from gui.widgets.button import Button
from gui.widgets.lesson_column import LessonColumn
from gui.widgets.lesson_option import Answer
from gui.widgets.lesson_prose import LessonProse, Wrapped
from gui.widgets.shapes import text_width

SLACK = 1


def cut_parts(column: LessonColumn) -> list[str]:
    """A line per part whose words are cut."""
    return [f"{type(part).__name__}: {why}" for part, why in found(column)]


def found(column: LessonColumn) -> Iterator[tuple[QWidget, str]]:
    for part in column.findChildren(QWidget):
        if not part.isVisible():
            continue
        if isinstance(part, Wrapped | Answer):
            if part.height() + SLACK < part.heightForWidth(part.width()):
                yield part, f"{part.text()!r} is {part.height()} of {part.heightForWidth(part.width())} high"
        elif isinstance(part, LessonProse):
            high = part.document().size().height()
            if part.height() + SLACK < high or part.verticalScrollBar().value():
                yield part, f"{part.plain_text()[:40]!r} is {part.height()} of {high} high"
        elif isinstance(part, Button):
            font = column._themes.current.font("label" if part._small else "value")
            if part.width() < text_width(part.words(), font) + 4:
                yield part, f"{part.words()!r} is {part.width()} wide"
        if isinstance(part, Wrapped | Answer | LessonProse | Button):
            right = part.mapTo(column, QPoint(part.width(), 0)).x()
            left = part.mapTo(column, QPoint(0, 0)).x()
            if left < 0 or right > column.width():
                yield part, f"it lies from {left} to {right} of {column.width()}"
