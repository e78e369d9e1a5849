"""A column of controls that scrolls where the window is low."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from gui.widgets.dressed import dress_bars

if TYPE_CHECKING:
    from gui.theme import ThemeHolder


def scrolled(themes: ThemeHolder, content: QWidget) -> QScrollArea:
    """The content in an area without a frame or a ground of its own."""
    area = QScrollArea()
    area.setWidget(content)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    content.setAutoFillBackground(False)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    dress_bars(themes, area)
    return area


def keep_room_for_bar(area: QScrollArea) -> int:
    """The bar keeps its place where there is nothing to scroll, unseen, so that no text is broken anew when it comes.
    How wide that place is."""
    bar = area.verticalScrollBar()
    area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
    bar.rangeChanged.connect(lambda first, last: bar.setEnabled(last > first))
    bar.setEnabled(bar.maximum() > bar.minimum())
    return bar.sizeHint().width()
