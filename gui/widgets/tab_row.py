"""A row of words of which one is chosen: the headings of pages that share one place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.mirrored import Mirror, moves
from gui.widgets.shapes import begin, text, text_width
from sim.phrases import phrase

_GAP, _CLOSEST = 16.0, 8.0


class TabRow(QWidget):
    """`tabs` are pairs (key, words). `chosen` carries the key that was clicked or moved to."""

    chosen = Signal(str)

    def __init__(self, themes: ThemeHolder, tabs: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._words = dict(tabs)
        self._hidden: set[str] = set()
        self._current = next(iter(self._words))
        self._hot = ""
        self._placed: tuple[object, dict[str, QRectF]] | None = None
        self._mark = FocusMark(themes, self, lambda: (self.tab_box(self._current), themes.current.px(4)))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Pages"))
        themes.changed.connect(self._on_theme)
        self._tell()

    @property
    def current(self) -> str:
        """The key of the chosen tab."""
        return self._current

    def set_current(self, key: str) -> None:
        """Choose without a signal; KeyError for an unknown key."""
        if self._words[key] and key != self._current:
            self._current = key
            self._tell()
            self._mark.refresh()
            self.update()

    def set_shown(self, key: str, shown: bool) -> None:
        """A page that has nothing to say takes its tab away."""
        (self._hidden.discard if shown else self._hidden.add)(key)
        self.update()

    def keys(self) -> tuple[str, ...]:
        """The tabs that are shown."""
        return tuple(key for key in self._words if key not in self._hidden)

    def sizeHint(self) -> QSize:
        """One line, as wide as the words."""
        theme = self._themes.current
        return QSize(round(self._wide("heading", _GAP) + 0.5), max(round(theme.px(26)), theme.target))

    def minimumSizeHint(self) -> QSize:
        """Words move closer together, but are never cut."""
        return QSize(len(self.keys()) * self._themes.current.target, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chosen word in ink with a line below, the others quieter."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            font = self._font()
            for key, box in self._boxes().items():
                on = key == self._current
                color = theme.color("ink" if on or key == self._hot else "faint")
                text(painter, box, self._words[key], font, color)
                if on:
                    under = QRectF(box.left(), box.bottom() - theme.px(2), box.width(), theme.px(2))
                    painter.fillRect(under, theme.color("ink"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move, Home and End go to the ends."""
        keys = self.keys()
        here = keys.index(self._current) if self._current in keys else 0
        if move := moves(self, event.key()):
            self._choose(keys[min(max(here + move, 0), len(keys) - 1)])
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(keys[0 if event.key() == Qt.Key.Key_Home else -1])
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses."""
        key = self._key_at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and key:
            self._choose(key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The word under the pointer answers."""
        self._glow(self._key_at(event.position().x()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self._glow("")

    def _choose(self, key: str) -> None:
        if key != self._current:
            self.set_current(key)
            self.chosen.emit(key)

    def _glow(self, key: str) -> None:
        if key != self._hot:
            self._hot = key
            self.update()

    def _font(self) -> QFont:
        """Smaller where the row is too narrow for headings."""
        theme = self._themes.current
        return theme.font("heading") if self._wide("heading", _CLOSEST) <= self.width() else theme.font("small")

    def _wide(self, role: str, gap: float) -> float:
        theme = self._themes.current
        words = [text_width(self._words[key], theme.font(role)) for key in self.keys()]
        return sum(words) + theme.px(gap) * (len(words) - 1)

    def tab_box(self, key: str) -> QRectF:
        """Where a tab stands."""
        return QRectF(self._boxes().get(key, QRectF()))

    def _boxes(self) -> dict[str, QRectF]:
        """Of all tabs, measured once for a width: a measure of text is dear."""
        of = self.size(), self.keys(), self.layoutDirection()
        if self._placed is None or self._placed[0] != of:
            self._placed = of, self._measured()
        return self._placed[1]

    def _measured(self) -> dict[str, QRectF]:
        theme, left, boxes = self._themes.current, 0.0, {}
        role = "heading" if self._wide("heading", _CLOSEST) <= self.width() else "small"
        spare = (self.width() - self._wide(role, 0.0)) / max(len(self.keys()) - 1, 1)
        gap = min(theme.px(_GAP), max(spare, 2.0))
        for name in self.keys():
            wide = text_width(self._words[name], theme.font(role))
            boxes[name] = Mirror(self).box(QRectF(left, 0.0, wide, self.height()))
            left += wide + gap
        return boxes

    def _key_at(self, x: float) -> str:
        reach = self._themes.current.px(_CLOSEST)
        boxes = {key: self.tab_box(key) for key in self.keys()}
        near = [key for key, box in boxes.items() if box.left() - reach <= x <= box.right() + reach]
        return min(near, key=lambda key: abs(boxes[key].center().x() - x), default="")

    def _tell(self) -> None:
        self.setAccessibleDescription(
            say(phrase("Shown: {words}. Arrow keys turn the pages.", words=self._words[self._current]))
        )
        self.setToolTip("")

    def _on_theme(self) -> None:
        self._placed = None
        self.updateGeometry()
        self.update()
