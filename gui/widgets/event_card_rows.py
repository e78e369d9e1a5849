"""Rows of the card of an event: widgets of one kind that come and go, and names with what belongs to them."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QMargins, Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.event_card_flow import Flow
from gui.widgets.words import Label


def sided(widget: QWidget, begin: int, top: int, end: int, bottom: int) -> QMargins:
    """Margins whose first is where a line of the language begins."""
    if widget.layoutDirection() == Qt.LayoutDirection.RightToLeft:
        begin, end = end, begin
    return QMargins(begin, top, end, bottom)


Part = TypeVar("Part", bound=QWidget)


class Pool(Generic[Part]):
    """Widgets of one kind in a layout, made when they are first needed and hidden when they are not."""

    def __init__(self, make: Callable[[], Part], layout: QLayout) -> None:
        self._make = make
        self._layout = layout
        self.parts: list[Part] = []

    def take(self, count: int) -> list[Part]:
        """The first `count` of them, shown; the others hidden."""
        while len(self.parts) < count:
            self.parts.append(self._make())
            self._layout.addWidget(self.parts[-1])
        for index, part in enumerate(self.parts):
            part.setVisible(index < count)
        return self.parts[:count]


class Links(QWidget):
    """A name, if it has one, and what belongs to it, in as many rows as it needs; hidden while there is nothing."""

    def __init__(self, themes: ThemeHolder, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self._name = Label(themes, name, "small", "soft", parent=self)
        self.flow = Flow()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._name.setVisible(bool(name))
        self._row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addLayout(self.flow, 1)
        themes.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        theme = self._themes.current
        wide = max(round(theme.px(62)), self._name.sizeHint().width())
        self._name.setFixedSize(wide, max(theme.size("target_min"), theme.target))
        self._row.setSpacing(round(theme.px(6)))
        self.flow.setSpacing(round(theme.px(6)))
