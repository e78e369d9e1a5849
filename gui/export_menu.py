"""The button that takes things out of the window, and the bar that shows while a GIF is made.

Both only say what was asked for; the owner knows what is shown and does it with `gui.export`.
"""

import math

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.button import IconButton
from gui.widgets.dressed import dressed_menu
from gui.widgets.notice import Bar
from gui.widgets.shapes import text_width
from gui.widgets.words import Label, tell
from sim.phrases import phrase

COPY, PICTURE, PATHS, GIF = "copy", "picture", "paths", "gif"
ITEMS = (
    (COPY, "Copy picture", "The picture as it is, on the clipboard"),
    (PICTURE, "Save picture…", "As PNG at twice the resolution, or as SVG"),
    (PATHS, "Save paths (CSV)…", "Every step of every racer, for a spreadsheet or NumPy"),
    (GIF, "Save race as GIF…", "The race as a moving picture"),
)


class ExportButton(IconButton):
    """Opens the menu; one signal for each line of it."""

    copy_asked = Signal()
    picture_asked = Signal()
    paths_asked = Signal()
    gif_asked = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, "export", "Export", "Picture, paths or the whole race, for slides and notes.", parent)
        self.menu = dressed_menu(themes, self)
        self.menu.setToolTipsVisible(True)
        asked = {COPY: self.copy_asked, PICTURE: self.picture_asked, PATHS: self.paths_asked, GIF: self.gif_asked}
        self.entries = {}
        for key, words, about in ITEMS:
            action = self.menu.addAction(say(words), asked[key].emit)
            action.setToolTip(say(about))
            self.entries[key] = action
        self.clicked.connect(self.open_menu)

    def open_menu(self) -> None:
        """Under the button, its right edges in line."""
        corner = self.mapToGlobal(QPoint(self.width(), self.height()))
        self.menu.popup(QPoint(corner.x() - self.menu.sizeHint().width(), corner.y()))

    def set_busy(self, busy: bool) -> None:
        """While a GIF is made, no second one can be asked for."""
        self.entries[GIF].setEnabled(not busy)


class ExportProgress(QWidget):
    """How far the GIF is, and a way to stop it. Hidden until something is made."""

    cancelled = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._words = Label(themes, "GIF", "small", "soft", parent=self)
        self._bar = Bar(themes, self)
        self._percent = Label(themes, "", "value", parent=self)
        self._percent.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._cancel = IconButton(themes, "close", "Cancel", "Stop; no file is left behind.", self)
        self._cancel.clicked.connect(self.cancelled)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._words, self._bar, self._percent, self._cancel):
            self._row.addWidget(widget, 1 if widget is self._bar else 0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._dress)
        self._dress()
        self.set_share(0.0)
        self.hide()

    def begin(self) -> None:
        """Show it, empty."""
        self.set_share(0.0)
        self.show()

    def set_share(self, share: float) -> None:
        """How much is done, 0 to 1."""
        self._bar.set_share(share)
        words = f"{math.floor(100 * min(max(share, 0.0), 1.0))} %"
        if words != self._percent.text():
            self._percent.setText(words)
            tell(self, "Making the GIF", phrase("{words} done.", words=words))

    def end(self) -> None:
        """It is done, stopped or failed."""
        self.hide()

    def sizeHint(self) -> QSize:
        """One row."""
        theme = self._themes.current
        return QSize(round(theme.px(200)), max(theme.size("button_small"), theme.target))

    def _dress(self) -> None:
        theme = self._themes.current
        self._row.setSpacing(round(theme.px(8)))
        self._percent.setFixedWidth(math.ceil(text_width("100 %", theme.font("value"))) + 2)
