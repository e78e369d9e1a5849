"""The smallest panel: it says which step a frame shows, and marks two of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from gui.panels.base import Panel, Send
from gui.theme import ThemeHolder


class TinyPanel(Panel):
    """Draws nothing but a number."""

    key = "race"
    picture_step = 5

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self.label = QLabel("waiting", alignment=Qt.AlignmentFlag.AlignCenter)
        QVBoxLayout(self).addWidget(self.label)
        self.rendered: list[Any] = []
        self.compact = self.presented = False

    def render(self, frame: Any) -> None:  # type: ignore[override]
        self.rendered.append(frame)
        self.label.setText(f"{frame.step}")
        self.marks_changed.emit([(10, "adam"), (40, "momentum")])

    def set_compact(self, compact: bool) -> None:
        self.compact = compact

    def set_presentation(self, presentation: bool) -> None:
        self.presented = presentation
