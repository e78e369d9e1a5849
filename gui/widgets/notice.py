"""What stands in place of a picture, or beside it, when there is nothing to show yet: empty, busy, broken.

Never a dialog. Busy waits 300 ms before it shows, so that what is quick does not flicker. Broken says what stopped,
why, and offers ways on; the last finite picture stays under it.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from gui.icons import paint_icon
from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.button import Button
from gui.widgets.shapes import begin, rounded
from gui.widgets.words import Label, breakable

Way = tuple[str, Callable[[], object]]
PATIENCE = 300  # milliseconds that pass before a wait is spoken of


class Bar(QWidget):
    """A share between 0 and 1 as a thin bar."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self.updateGeometry)

    def set_share(self, share: float) -> None:
        """How much is done."""
        self.share = min(max(share, 0.0), 1.0)
        self.update()

    def sizeHint(self) -> QSize:
        """Six pixels high."""
        return QSize(80, round(self._themes.current.px(6)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and fill."""
        with QPainter(self) as painter:
            begin(painter)
            theme, rect = self._themes.current, QRectF(self.rect())
            radius = rect.height() / 2
            rounded(painter, rect, radius, theme.color("line"))
            filled = QRectF(0, 0, max(rect.height(), rect.width() * self.share), rect.height())
            if self.share > 0:
                rounded(painter, filled, radius, theme.color("ink"))


class Notice(QWidget):
    """One of three messages, or nothing. Hidden until it has something to say."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._kind = ""
        self._told = ("", "", "")
        self._ways: list[Way] = []
        self._title = Label(themes, "", "heading", wrap=True, parent=self)
        self._bar = Bar(themes, self)
        self._text = Label(themes, "", "small", "soft", wrap=True, parent=self)
        self._buttons: list[Button] = []
        self._row = QHBoxLayout()
        self._column = QVBoxLayout(self)
        for part in (self._title, self._bar, self._text):
            self._column.addWidget(part)
        self._column.addLayout(self._row)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(PATIENCE)
        self._wait.timeout.connect(self.show)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        themes.changed.connect(self._dress)
        self._dress()
        self.hide()

    @property
    def kind(self) -> str:
        """busy, broken, empty, or nothing."""
        return self._kind

    def show_busy(self, title: str, share: float, note: str = "", ways: Sequence[Way] = ()) -> None:
        """What is being prepared, how much is done, what works already, and a way out where there is one."""
        waiting = self._kind == "busy"
        self._bar.set_share(share)
        self._say("busy", title, note, list(ways))
        if not waiting and not self.isVisible():
            self._wait.start()

    def show_broken(self, title: str, reason: str, ways: Sequence[Way] = ()) -> None:
        """What stopped, why, and the ways on; the last way is the one to try first."""
        self._say("broken", title, reason, list(ways))
        self.show()

    def show_empty(self, title: str, words: str, label: str = "", deed: Callable[[], object] | None = None) -> None:
        """What is missing, how to make it, and one ready-made choice."""
        self._say("empty", title, words, [(label, deed)] if label and deed is not None else [])
        self.show()

    def clear(self) -> None:
        """Nothing to say."""
        self._kind = ""
        self._ways = []
        self._wait.stop()
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box, dashed for empty, sunk for busy, rimmed in `bad` for broken."""
        with QPainter(self) as painter:
            begin(painter)
            theme, rect, radius = self._themes.current, QRectF(self.rect()), self._themes.current.px(10)
            if self._kind == "busy":
                rounded(painter, rect, radius, theme.color("sunk"))
            elif self._kind == "empty":
                dash = [3.0, 3.0]
                rounded(painter, rect, radius, theme.color("panel"), theme.color("rule"), theme.px(1.2), dash)
            elif self._kind == "broken":
                rounded(painter, rect, radius, theme.color("panel"), theme.color("bad"), theme.px(1.4))
                side = theme.px(16)
                top = self._title.geometry().top() + (self._title.fontMetrics().height() - side) / 2
                paint_icon(painter, "warn", QRectF(theme.px(14), top, side, side), theme.color("bad"))

    def _say(self, kind: str, title: str, words: str, ways: list[Way]) -> None:
        same = self._told == (kind, title, words)
        if kind != "busy":
            self._wait.stop()
        self._kind, self._ways, self._told = kind, ways, (kind, title, words)
        if not same:
            self._title.setText(breakable(title))
            self._text.setText(breakable(words))
            self.setAccessibleName(say(title))
            self.setAccessibleDescription(say(words))
        self._bar.setVisible(kind == "busy")
        self._text.setVisible(bool(words))
        self._offer()
        self._dress()

    def _offer(self) -> None:
        """A button for each way; buttons are made once and shown when needed."""
        while len(self._buttons) < len(self._ways):
            index = len(self._buttons)
            button = Button(self._themes, "", parent=self, small=True)
            button.clicked.connect(lambda _=False, index=index: self._ways[index][1]())
            self._row.addWidget(button)
            self._buttons.append(button)
        for index, button in enumerate(self._buttons):
            button.setVisible(index < len(self._ways))
            if index < len(self._ways):
                button.set_words(self._ways[index][0])
                last = index == len(self._ways) - 1
                button.set_kind("primary" if self._kind == "broken" and last else "plain")

    def _dress(self) -> None:
        theme = self._themes.current
        pad, indent = round(theme.px(14)), round(theme.px(22)) if self._kind == "broken" else 0
        self._column.setContentsMargins(pad, round(theme.px(12)), pad, round(theme.px(12)))
        self._column.setSpacing(round(theme.px(6)))
        self._row.setSpacing(round(theme.px(8)))
        self._title.setIndent(indent)  # margins of a label are lost when its parent moves
        self._title.set_color("bad" if self._kind == "broken" else "ink")
        align = Qt.AlignmentFlag.AlignHCenter if self._kind == "empty" else Qt.AlignmentFlag.AlignLeft
        self._title.setAlignment(align | Qt.AlignmentFlag.AlignVCenter)
        self._text.setAlignment(align | Qt.AlignmentFlag.AlignTop)
        self._row.setAlignment(align)
        self.updateGeometry()
        self.update()
