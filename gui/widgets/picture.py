"""What a picture that paints itself has in common with all others: a theme, sizes, a ring, words for those who listen.

Whoever builds on it says what is painted, what is told, and which keys do what. Words are told only when they are
others, for a screen reader reads them out; and those of numbers that change all the time, a few times a second.
"""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Theme, ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import begin
from gui.widgets.words import tell, tip
from sim.phrases import joined

CORNER = 6.0
PAUSE = 400  # milliseconds between two tellings of numbers that change by themselves


class Picture(QWidget):
    """`name`, `about` and the two sizes are those of the class; `paint` and `describe` those of what is shown."""

    name, about = "", ""
    wanted, least = (320, 200), (140, 100)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._told = ""
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(PAUSE)
        self._rest.timeout.connect(self.renew)
        self._mark = FocusMark(themes, self, self.ring)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """All of it."""
        raise NotImplementedError

    def describe(self) -> str:
        """What is shown, in words."""
        return ""

    def ring(self) -> tuple[QRectF, float]:
        """What the ring of the keyboard lies around, and its corner."""
        return QRectF(self.rect()), self._themes.current.px(CORNER)

    def refresh(self) -> None:
        """The run went on: paint it, and say it when it is time again."""
        if self._rest.isActive():
            self.update()
            return
        self.renew()
        self._rest.start()

    def renew(self) -> None:
        """Something is other: paint it, and say it."""
        words = joined((self.describe(), self.about))
        if words != self._told:
            self._told = str(words)
            tell(self, self.name, words)
            self.setToolTip(tip(self.name, self.about))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        with QPainter(self) as painter:
            begin(painter)
            self.paint(painter, self._themes.current)

    def sizeHint(self) -> QSize:
        """As wanted."""
        theme = self._themes.current
        return QSize(round(theme.px(self.wanted[0])), round(theme.px(self.wanted[1])))

    def minimumSizeHint(self) -> QSize:
        """Still to be read."""
        theme = self._themes.current
        return QSize(round(theme.px(self.least[0])), round(theme.px(self.least[1])))

    def _on_theme(self) -> None:
        self.forget()
        self.updateGeometry()
        self.update()

    def forget(self) -> None:
        """What was kept for the last theme is no longer valid."""
