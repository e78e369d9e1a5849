"""Sheets that lie over the whole window: the keys, the settings, and (in palette.py) the search.

A sheet is a part of the window, not a window of its own: it takes the keyboard while it is open, Tab goes round
inside it, Escape or a click beside it closes it, and the focus goes back to where it was.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from gui.catalogue import codes
from gui.language import SYSTEM, name_of, say
from gui.settings import Settings
from gui.shortcuts import Actions, keys_of
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.button import IconButton
from gui.widgets.card import Card
from gui.widgets.chip import Chip
from gui.widgets.scrolled import scrolled
from gui.widgets.shapes import begin, shadow
from gui.widgets.words import Label
from sim.phrases import Own

MOST_IN_ROW = 6
SCALES = (0.8, 0.9, 1.0, 1.25, 1.5, 2.0)
_LOUD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
LOOKS = (("system", "As the system"), ("light", "Light"), ("dark", "Dark"), ("contrast", "High contrast"))


class Sheet(QWidget):
    """A card in the middle of a veil. What it holds goes into `content`."""

    closed = Signal()

    def __init__(self, themes: ThemeHolder, window: QWidget, title: str, wide: float) -> None:
        super().__init__(window)
        self._themes = themes
        self._host = window
        self._wide = wide
        self._before: QWidget | None = None
        self.setAccessibleName(say(title))
        self.card = Card(themes, "panel", self)
        head = QHBoxLayout()
        head.addWidget(Label(themes, title, "title"), 1)
        close = IconButton(themes, "close", "Close", "Escape does the same.")
        close.clicked.connect(self.close_sheet)
        head.addWidget(close)
        self.card.body.addLayout(head)
        window.installEventFilter(self)
        Answering(self, (QEvent.Type.ShortcutOverride,), self._keep_key)
        themes.changed.connect(self._on_theme)
        self.hide()

    def open_sheet(self) -> None:
        """Lie over the window and take the keyboard."""
        self._before = self.window().focusWidget()
        self._place()
        self.show()
        self.raise_()
        self.first().setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Go, and give the keyboard back."""
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:
        """The focus goes back to where it was."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def first(self) -> QWidget:
        """What has the keyboard when the sheet opens."""
        return self._stops()[0]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round inside the sheet."""
        stops = self._stops()
        now = self.window().focusWidget()
        index = stops.index(now) if now in stops else -1
        step = 1 if forward else -1
        stops[(index + step) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._host and not self.isHidden():
            self._place()
        return False

    def _keep_key(self, event: QEvent) -> bool:
        """Bare keys are the sheet's while it is open: none of them plays or seeks behind it."""
        if isinstance(event, QKeyEvent):
            event.setAccepted(not event.modifiers() & _LOUD)
        return event.isAccepted()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; nothing goes through to the window."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card closes."""
        if not self.card.geometry().contains(event.position().toPoint()):
            self.close_sheet()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Veil and shadow."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            painter.fillRect(self.rect(), theme.color("window", 0.72))
            shadow(painter, QRectF(self.card.geometry()), theme.size("radius_card"), theme.dark, theme.px(14))

    def _stops(self) -> list[QWidget]:
        """Everything in the sheet that Tab can reach, in order."""
        parts = self.findChildren(QWidget)
        return [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isVisibleTo(self)]

    def _place(self) -> None:
        window = self._host
        self.setGeometry(window.rect())
        margin = self._themes.current.size("margin")
        wide = min(round(self._themes.current.px(self._wide)), window.width() - 2 * margin)
        high = min(self._high(wide), window.height() - 2 * margin)
        self.card.setGeometry((window.width() - wide) // 2, self._top(high), wide, high)

    def _high(self, wide: int) -> int:
        return self.card.sizeHint().height()

    def _top(self, high: int) -> int:
        return (self._host.height() - high) // 2

    def _on_theme(self) -> None:
        if not self.isHidden():
            self._place()
        self.update()


def _list_of(themes: ThemeHolder, content: QWidget) -> QScrollArea:
    """`content` in an area that scrolls and that the keyboard reaches."""
    area = scrolled(themes, content)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    area.setAccessibleName(say("List"))
    return area


class ShortcutsSheet(Sheet):
    """Every key and what it does, written from the actions themselves."""

    def __init__(self, themes: ThemeHolder, window: QWidget, actions: Actions) -> None:
        super().__init__(themes, window, "Keyboard shortcuts", 560)
        self._content = QWidget()
        grid = self._grid = QGridLayout(self._content)
        grid.setColumnStretch(1, 1)
        group = ""
        for deed in actions.deeds.values():
            keys = keys_of(actions[deed.key])
            if not keys:
                continue
            if deed.group != group:
                group = deed.group
                grid.addWidget(Label(themes, group, "section", "soft"), grid.rowCount(), 0, 1, 3)
            row = grid.rowCount()
            grid.addWidget(Label(themes, deed.text, "value"), row, 0)
            grid.addWidget(Label(themes, deed.about, "small", "soft", wrap=True), row, 1)
            grid.addWidget(Label(themes, "  ".join(keys), "value", "you"), row, 2, Qt.AlignmentFlag.AlignRight)
        self._area = _list_of(themes, self._content)
        self.card.body.addWidget(self._area)
        self._space()
        themes.changed.connect(self._space)

    def _high(self, wide: int) -> int:
        pad = 2 * self._themes.current.size("card_padding")
        inner = self._grid.totalHeightForWidth(wide - pad)
        return inner + pad + round(self._themes.current.px(60))

    def _space(self) -> None:
        theme = self._themes.current
        self._grid.setContentsMargins(0, 0, round(theme.px(12)), 0)
        self._grid.setHorizontalSpacing(round(theme.px(16)))
        self._grid.setVerticalSpacing(round(theme.px(8)))


class SettingsSheet(Sheet):
    """Theme, motion, language, size. What is chosen is remembered; all but the language acts at once."""

    def __init__(self, themes: ThemeHolder, window: QWidget, settings: Settings) -> None:
        super().__init__(themes, window, "Settings", 520)
        self._settings = settings
        self._groups: list[tuple[QButtonGroup, tuple[Any, ...], Callable[[], Any]]] = []
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        self._add(column, "Theme", LOOKS, lambda name: themes.set(name=name), lambda: themes.name, "theme")
        motions = ((False, "Things move"), (True, "Things stand still"))
        self._add(
            column, "Motion", motions, lambda on: themes.set(reduced=on), lambda: themes.current.reduced,
            "reduced_motion",
        )  # fmt: skip
        languages = ((SYSTEM, "As the system"), *((code, Own(name_of(code))) for code in codes()))
        self._add(
            column, "Language, from the next start on", languages, lambda code: None,
            lambda: settings.values.language, "language",
        )  # fmt: skip
        sizes = tuple((scale, f"{100 * scale:.0f} %") for scale in SCALES)
        self._add(
            column, "Size of the interface", sizes, lambda scale: themes.set(scale=scale),
            lambda: themes.current.scale, "scale",
        )  # fmt: skip
        column.addStretch(1)
        self._content = content
        self.card.body.addWidget(_list_of(themes, content))
        themes.changed.connect(self._show_chosen)
        self._show_chosen()

    def _add(
        self,
        column: QVBoxLayout,
        title: str,
        options: tuple[tuple[Any, str], ...],
        act: Callable[[Any], None],
        now: Callable[[], Any],
        remembered: str,
    ) -> None:
        """A caption, and under it one chip per option, of which one is on."""
        column.addWidget(Label(self._themes, title, "heading"))
        row = QGridLayout()
        group = QButtonGroup(self)
        for number, (_, words) in enumerate(options):
            chip = Chip(self._themes, words, "toggle")
            chip.setAccessibleDescription(say(title))
            group.addButton(chip, number)
            row.addWidget(chip, number // MOST_IN_ROW, number % MOST_IN_ROW)
        row.setContentsMargins(0, 0, 0, round(self._themes.current.px(12)))
        row.setColumnStretch(MOST_IN_ROW, 1)
        column.addLayout(row)
        values = tuple(value for value, _ in options)
        self._groups.append((group, values, now))

        def choose(number: int) -> None:
            act(values[number])
            self._settings.set(**{remembered: values[number]})

        group.idClicked.connect(choose)

    def _show_chosen(self) -> None:
        for group, values, now in self._groups:
            value = now()
            if value in values:
                group.button(values.index(value)).setChecked(True)

    def _high(self, wide: int) -> int:
        theme = self._themes.current
        return self._content.sizeHint().height() + 2 * theme.size("card_padding") + round(theme.px(60))
