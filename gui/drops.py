"""Lessons dropped on a page or on the window: a veil says what letting go does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.shapes import CENTRE, begin, rounded, text, text_width

DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop)
WORDS = "Drop the lessons to open them"


class Veil(QWidget):
    """Lies over the page while files hover above it."""

    def __init__(self, themes: ThemeHolder, page: QWidget) -> None:
        super().__init__(page)
        self._themes = themes
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lift(self) -> None:
        """Cover the page."""
        page = self.parentWidget()
        if page is not None:
            self.setGeometry(page.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A light veil, a dashed violet frame, a label."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            margin, radius = theme.px(6), float(theme.size("radius_card"))
            frame = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
            rounded(painter, frame, radius, theme.color("panel", 0.62))
            rounded(painter, frame, radius, None, theme.color("you"), theme.px(2), [4.0, 3.0])
            font, words = theme.font("title"), say(WORDS)
            plate = QRectF(0, 0, text_width(words, font) + theme.px(40), theme.px(48))
            plate.moveCenter(frame.center())
            rounded(painter, plate, float(theme.size("radius_button")), theme.color("you_soft"))
            text(painter, plate, words, font, theme.color("you"), CENTRE)


class Drops(QObject):
    """Hands the paths of dropped files to `take`. Anything but files of this machine is refused."""

    def __init__(self, themes: ThemeHolder, page: QWidget, take: Callable[[list[Path]], object]) -> None:
        super().__init__(page)
        self._take = take
        self.veil = Veil(themes, page)
        page.setAcceptDrops(True)
        self._answering = Answering(page, DROPS, self._answer)

    def _answer(self, event: QEvent) -> bool:
        if isinstance(event, QDropEvent) and not paths_of(event):  # enter and move are drops too
            self.veil.hide()
            event.ignore()
        elif isinstance(event, QDragEnterEvent | QDragMoveEvent):
            event.acceptProposedAction()
            self.veil.lift()
        elif isinstance(event, QDropEvent):
            self.veil.hide()
            event.acceptProposedAction()
            self._take(paths_of(event))
        else:
            self.veil.hide()
        return True


def paths_of(event: QDropEvent) -> list[Path]:
    """The files and folders of this machine that hover or were dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
