"""The way through the program: one entry per panel, and at the foot search, help and settings."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.icons import paint_icon
from gui.logo import Logo
from gui.panels import PANELS, Entry
from gui.shortcuts import Actions
from gui.theme import ThemeHolder
from gui.widgets.button import IconButton, Pressable
from gui.widgets.shapes import CENTRE, begin, elided, rounded, text
from gui.widgets.words import tell
from sim.phrases import phrase

FOOT = ("palette", "settings")
"""Deeds at the foot, beside the panels that say so."""


class RailEntry(Pressable):
    """An icon over one word; violet while its panel is open."""

    def __init__(self, themes: ThemeHolder, entry: Entry, number: int, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._entry = entry
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tell(self, entry.label, entry.question, phrase("{title}  Ctrl+{number}", title=entry.title, number=number))

    def sizeHint(self) -> QSize:
        """The rail's width less its margins."""
        theme = self.themes.current
        return QSize(theme.size("rail") - round(theme.px(16)), round(theme.px(54)))

    def minimumSizeHint(self) -> QSize:
        """Never squeezed."""
        return self.sizeHint()

    def nextCheckState(self) -> None:
        """A click asks for the panel; which entry is on, the window says."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground, icon, word."""
        with QPainter(self) as painter:
            begin(painter)
            theme, on = self.themes.current, self.isChecked()
            fill = theme.color("you_soft") if on else theme.color("ink", 0.055 * self.glow)
            rounded(painter, QRectF(self.rect()), theme.px(10), fill)
            color = theme.color("you" if on else "soft")
            side = theme.px(21)
            place = QRectF((self.width() - side) / 2, theme.px(9.5), side, side)
            paint_icon(painter, self._entry.icon, place, color, 1.6)
            area = QRectF(0, theme.px(33), self.width(), theme.px(16))
            label = elided(self._entry.label, theme.font("cell"), self.width())
            text(painter, area, label, theme.font("cell"), color, CENTRE)


class Rail(QWidget):
    """The column at the left. `chosen` is emitted with the key of a panel."""

    chosen = Signal(str)

    def __init__(self, themes: ThemeHolder, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._current = ""
        self._entries: dict[str, RailEntry] = {}
        column = self._column = QVBoxLayout(self)
        column.addWidget(Logo(themes), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        self._feet: dict[str, IconButton] = {}
        for number, entry in enumerate(PANELS.values(), 1):
            if entry.foot:
                continue
            button = self._entries[entry.key] = RailEntry(themes, entry, number)
            button.clicked.connect(partial(self.chosen.emit, entry.key))
            column.addWidget(button)
        column.addStretch(1)
        for key in FOOT:
            deed = actions.deeds[key]
            foot = IconButton(themes, "sliders" if key == "settings" else deed.icon, deed.text, deed.about)
            foot.clicked.connect(actions[key].trigger)
            column.addWidget(foot, 0, Qt.AlignmentFlag.AlignHCenter)
        for entry in PANELS.values():
            if entry.foot:
                foot = self._feet[entry.key] = IconButton(themes, entry.icon, entry.title, entry.question)
                foot.setCheckable(True)
                foot.clicked.connect(partial(self._on_foot, entry.key))
                column.insertWidget(column.count() - 1, foot, 0, Qt.AlignmentFlag.AlignHCenter)
        themes.changed.connect(self._dress)
        self._dress()

    def set_current(self, key: str) -> None:
        """Which panel is open."""
        self._current = key
        for name, button in {**self._entries, **self._feet}.items():
            button.setChecked(name == key)

    def _on_foot(self, key: str) -> None:
        self._feet[key].setChecked(key == self._current)
        self.chosen.emit(key)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A sheet with a hairline at its right."""
        with QPainter(self) as painter:
            theme = self._themes.current
            hair = theme.stroke("hairline")
            painter.fillRect(self.rect(), theme.color("panel"))
            painter.fillRect(QRectF(self.width() - hair, 0, hair, self.height()), theme.color("line"))

    def _dress(self) -> None:
        theme = self._themes.current
        self.setFixedWidth(theme.size("rail"))
        side = round(theme.px(8))
        self._column.setContentsMargins(side, round(theme.px(13)), side, round(theme.px(16)))
        self._column.setSpacing(round(theme.px(8)))
        self.update()
