"""The command palette (Ctrl+K): type a few letters of anything that can be done, press Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.icons import paint_icon
from gui.language import say
from gui.sheets import Sheet
from gui.shortcuts import Actions, Deed, keys_of
from gui.theme import ThemeHolder
from gui.widgets.dressed import dress_bars
from gui.widgets.shapes import LEFT, RIGHT, begin, elided, rounded, text, text_width
from gui.widgets.words import tell

if TYPE_CHECKING:
    from gui.panels.base import Panel

KEY = Qt.ItemDataRole.UserRole
_MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})
_DOES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def found(deeds: list[Deed], words: str) -> list[Deed]:
    """The deeds in which every word occurs; those whose name begins with the first word come first."""
    parts = words.casefold().split()
    hits = [deed for deed in deeds if all(part in _searched(deed) for part in parts)]
    if not parts:
        return hits
    return sorted(hits, key=lambda deed: (not say(deed.text).casefold().startswith(parts[0]), _place(deed, parts[0])))


def _searched(deed: Deed) -> str:
    return " ".join([say(deed.text), say(deed.about), say(deed.group), *deed.keys]).casefold()


def _place(deed: Deed, word: str) -> int:
    place = say(deed.text).casefold().find(word)
    return place if place >= 0 else 1000


class _Row(QStyledItemDelegate):
    """Icon, name, what it does, key."""

    def __init__(self, palette: Palette, themes: ThemeHolder, parent: QObject) -> None:
        super().__init__(parent)
        self._palette = palette
        self._themes = themes

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        theme = self._themes.current
        return QSize(100, max(round(theme.px(36)), theme.target))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        theme = self._themes.current
        deed = self._palette.deeds[index.data(KEY)]
        begin(painter)
        rect = QRectF(option.rect)
        on = bool(option.state & QStyle.StateFlag.State_Selected)
        if on:
            rounded(painter, rect, theme.size("radius_button"), theme.color("you_soft"))
        ink = theme.color("you" if on else "ink")
        side, pad = theme.px(16), theme.px(10)
        icon = QRectF(rect.left() + pad, rect.center().y() - side / 2, side, side)
        paint_icon(painter, deed.icon, icon, theme.color("you" if on else "soft"))
        keys = "  ".join(self._palette.keys(deed))
        text(painter, rect.adjusted(0, 0, -pad, 0), keys, theme.font("small"), theme.color("soft"), RIGHT)
        name = rect.adjusted(2 * pad + side, 0, 0, 0)
        text(painter, name, deed.text, theme.font("value"), ink, LEFT)
        name.setLeft(name.left() + text_width(deed.text, theme.font("value")) + theme.px(12))
        room = name.width() - pad - text_width(keys, theme.font("small")) - theme.px(12)
        if room > theme.px(60):
            about = elided(deed.about, theme.font("small"), room)
            text(painter, name, about, theme.font("small"), theme.color("soft"), LEFT)


class Palette(Sheet):
    """A field and the list of what it finds: deeds of the window, and what the open panel offers."""

    def __init__(
        self, themes: ThemeHolder, window: QWidget, actions: Actions, panel: Callable[[], Panel | None]
    ) -> None:
        super().__init__(themes, window, "Find an action", 560)
        self._actions = actions
        self._panel = panel
        self._offered: dict[str, Callable[[], Any]] = {}
        self.deeds: dict[str, Deed] = {}
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Type what you want to do"))
        self.field.setFrame(False)
        self.field.setClearButtonEnabled(False)
        tell(self.field, "Find an action", "Type some letters, choose with the arrow keys, press Enter.")
        self.field.setToolTip("")
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._fill)
        self.list = QListWidget()
        self.list.setFrameShape(QListWidget.Shape.NoFrame)
        self.list.setItemDelegate(_Row(self, themes, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        dress_bars(themes, self.list)
        self.list.setMouseTracking(True)
        self.list.itemEntered.connect(self.list.setCurrentItem)
        self.list.itemClicked.connect(self._do)
        tell(self.list, "Actions", "What the search found.")
        self.list.setToolTip("")
        self.card.body.addWidget(self.field)
        self.card.body.addWidget(self.list, 1)
        self._dress()
        themes.changed.connect(self._dress)

    def open_sheet(self) -> None:
        """Start with everything there is."""
        self.field.clear()
        self._collect()
        self._fill("")
        super().open_sheet()

    def first(self) -> QWidget:
        """The field."""
        return self.field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From within the field, arrows move in the list and Enter does what is chosen there."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _DOES and self.list.currentItem() is not None:
                self._do(self.list.currentItem())
                return True
            if key in _MOVES:
                self.list.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def keys(self, deed: Deed) -> list[str]:
        """The keys of a deed as the system writes them; an offer has none."""
        return [] if deed.key in self._offered else keys_of(self._actions[deed.key])

    def _collect(self) -> None:
        """All that can be done now."""
        panel = self._panel()
        offers = {f"offer:{number}": offer for number, offer in enumerate(panel.offers() if panel else ())}
        self._offered = {key: offer.do for key, offer in offers.items()}
        able = {key: deed for key, deed in self._actions.deeds.items() if self._actions[key].isEnabled()}
        able.pop("palette", None)
        self.deeds = able | {key: Deed(key, o.words, (), o.about, o.icon, "Panel") for key, o in offers.items()}

    def _fill(self, words: str) -> None:
        self.list.clear()
        for deed in found(list(self.deeds.values()), words):
            item = QListWidgetItem(say(deed.text))
            item.setData(KEY, deed.key)
            item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, say(deed.about))
            self.list.addItem(item)
        self.list.setCurrentRow(0)

    def _do(self, item: QListWidgetItem) -> None:
        key = str(item.data(KEY))
        self.close_sheet()
        self._offered.get(key, lambda: self._actions[key].trigger())()

    def _high(self, wide: int) -> int:
        return round(self._themes.current.px(440))

    def _top(self, high: int) -> int:
        return min((self._host.height() - high) // 2, round(self._themes.current.px(84)))

    def _dress(self) -> None:
        self.field.setFont(self._themes.current.font("title"))
        self.list.setFont(self._themes.current.font("value"))
