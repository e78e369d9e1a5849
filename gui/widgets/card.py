"""Cards, their headings and the hairlines between groups."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from gui.theme import ThemeHolder
from gui.widgets.shapes import begin, rounded
from gui.widgets.words import Label


class Card(QWidget):
    """A flat sheet with a hairline edge. What it holds goes into `body`."""

    def __init__(
        self, themes: ThemeHolder, role: str = "panel", parent: QWidget | None = None, edge: str = "line"
    ) -> None:
        super().__init__(parent)
        self._themes = themes
        self._role = role
        self._edge = edge
        self.body = QVBoxLayout(self)
        themes.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        theme = self._themes.current
        pad = theme.size("card_padding")
        self.body.setContentsMargins(pad, pad, pad, pad)
        self.body.setSpacing(theme.size("gap"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The sheet."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            edge = theme.color(self._edge) if self._edge else None
            radius = theme.size("radius_card")
            rounded(painter, QRectF(self.rect()), radius, theme.color(self._role), edge, theme.stroke("hairline"))


class Caption(Label):
    """The heading of a group; with role "section" in small capitals."""

    def __init__(
        self, themes: ThemeHolder, words: str, role: str = "heading", parent: QWidget | None = None
    ) -> None:
        super().__init__(themes, words, role, "soft" if role == "section" else "ink", parent=parent)


class Divider(QWidget):
    """A hairline from side to side."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        themes.changed.connect(self._dress)

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as the line."""
        return QSize(40, round(self._themes.current.stroke("hairline")))

    def minimumSizeHint(self) -> QSize:
        """The line is never squeezed away."""
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """One colour."""
        with QPainter(self) as painter:
            painter.fillRect(self.contentsRect(), self._themes.current.color("line"))
