"""Lets a widget answer some of its events before Qt does, without overriding `event`.

`event` of a widget also paints it. Overridden in Python, it lets an exception of a paint event travel on while Qt
paints with it, and Qt crashes; without an override the exception goes straight to the hook, and the program lives on.
The filter is an object of its own: one that filters itself is asked once more while it is being destroyed.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

Answer = Callable[[QEvent], bool]


class Answering(QObject):
    """Asks `answer` for each event of `widget` that is of one of `kinds`; True: the event is answered."""

    def __init__(self, widget: QWidget, kinds: tuple[QEvent.Type, ...], answer: Answer) -> None:
        super().__init__(widget)
        self._kinds = kinds
        self._answer = answer
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Only the kinds it knows."""
        return event.type() in self._kinds and self._answer(event)
