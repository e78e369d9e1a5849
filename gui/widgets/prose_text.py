"""Markdown on screen: lessons, notes, glossary, cards of events. Words can be selected; links only say their target.

    text = ProseText(themes)
    text.set_markdown("Every step is $w - \\\\eta g$. [Why?](glossary:gradient)")
    text.link_followed.connect(go_there)

The height follows the width. Tab goes from link to link, Enter follows. A text can do nothing: HTML is off, pictures
come from the mapping that is handed over, and whatever Qt would load by itself is refused.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPalette,
    QResizeEvent,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.prose_text_objects import Things
from gui.widgets.prose_text_styles import ROLES, Styles
from gui.widgets.prose_text_writer import OBJECT, Link, Writer
from gui.widgets.words import tip
from sim.prose import Prose, read_prose

_LINES = dict.fromkeys((0x2028, 0x2029, 0xFDD0, 0xFDD1), "\n")
"""What Qt writes for a new line, a new paragraph, and the ends of a table."""
_NOTHING: Mapping[str, bytes] = {}
_FOLLOWS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_UNDRESSING = frozenset({QEvent.Type.StyleChange, QEvent.Type.PaletteChange})


class ProseText(QTextEdit):
    """A text as high as it needs to be. `link_followed` carries the target of a link that was clicked or entered."""

    link_followed = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._role = "body"
        self._color = "ink"
        self._markdown = ""
        self._pictures = _NOTHING
        self._links: list[Link] = []
        self._sources: dict[int, str] = {}
        self._heights: dict[int, int] = {}
        self._at = -1
        self._pressed = ""
        self._things = Things(self.document(), self)
        self._mark = FocusMark(themes, self, self._focused_part)
        self._prepare()
        themes.changed.connect(self._write)
        self._write()

    def _prepare(self) -> None:
        """Nothing of an editor is left but the text."""
        self.setReadOnly(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setUndoRedoEnabled(False)
        self.setAcceptDrops(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.document().setDocumentMargin(0.0)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(say("Text"))

    # What is shown --------------------------------------------------------------------------------------------------

    def set_markdown(self, text: str, pictures: Mapping[str, bytes] = _NOTHING) -> None:
        """Show a text. pictures: the files that it may show, by the names it gives them."""
        if text != self._markdown or pictures != self._pictures:
            self._markdown, self._pictures = text, pictures
            self._write()

    def set_role(self, role: str, color: str = "ink") -> None:
        """The voice: "prose" (serif), "body" or "small", and the role of colour of the words."""
        if role not in ROLES:
            raise ValueError(f"There is no role of prose {role!r}; there are {', '.join(ROLES)}.")
        if (role, color) != (self._role, self._color):
            self._role, self._color = role, color
            self._write()

    @property
    def prose(self) -> Prose:
        """The text as a tree."""
        return read_prose(self._markdown)

    @property
    def links(self) -> tuple[str, ...]:
        """The targets, in reading order."""
        return tuple(link.target for link in self._links)

    def plain_text(self) -> str:
        """The words as they stand there, formulas as their source."""
        return self._words(0, self.document().characterCount() - 1)

    def _write(self) -> None:
        theme = self._themes.current
        self._dress()
        self.setUpdatesEnabled(False)
        document = self.document()
        document.clear()
        document.setIndentWidth(1.5 * theme.type_size(self._role))
        self._things.clear()
        writer = Writer(document, self._things, Styles(theme, self._role, self._color), self._pictures)
        writer.write(self.prose.blocks)
        self._links, self._sources = writer.links, writer.sources
        self._heights.clear()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if self._links else Qt.FocusPolicy.ClickFocus)
        keys = say("Tab goes from link to link, Enter follows.")
        self.setAccessibleDescription(keys if self._links else "")
        self.setUpdatesEnabled(True)
        self.updateGeometry()

    def _dress(self) -> None:
        """The colours of a selection. Sets only what differs, so that it may be called from the event it causes."""
        theme = self._themes.current
        palette = QPalette(self.palette())
        for role, name in ((QPalette.ColorRole.Highlight, "you"), (QPalette.ColorRole.HighlightedText, "on_you")):
            palette.setColor(role, theme.color(name))
        if palette != self.palette():
            self.setPalette(palette)

    def changeEvent(self, event: QEvent) -> None:
        """A new style sheet of the application gives every widget its old palette back: dress again."""
        super().changeEvent(event)
        if event.type() in _UNDRESSING and hasattr(self, "_mark"):
            self._dress()

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing is ever loaded: what a text shows stands in its document."""
        return None

    def heading_tops(self, level: int) -> tuple[float, ...]:
        """How far down each heading of a level stands."""
        layout, tops, block = self.document().documentLayout(), [], self.document().firstBlock()
        while block.isValid():
            if block.blockFormat().headingLevel() == level:
                tops.append(layout.blockBoundingRect(block).top())
            block = block.next()
        return tuple(tops)

    # Size -----------------------------------------------------------------------------------------------------------

    def hasHeightForWidth(self) -> bool:
        """Yes."""
        return True

    def heightForWidth(self, width: int) -> int:
        """How high the text is where it is `width` wide."""
        if width not in self._heights:
            document = self.document()
            before = document.textWidth()
            document.setTextWidth(max(width, 1))
            self._heights[width] = math.ceil(document.size().height())
            document.setTextWidth(before)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """As high as it is now, or at a handy width."""
        wide = self.width() if self.isVisible() else round(self._themes.current.px(240))
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:
        """Lines can be short; nothing is cut at the bottom."""
        return QSize(round(self._themes.current.px(60)), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width makes another height."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._heights.clear()  # what was asked for while the width changed may be of the old one
            self.updateGeometry()
        self.verticalScrollBar().setValue(0)
        self._mark.refresh()

    # Hands ----------------------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The text does not scroll; what it lies in does."""
        event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a link may become a click."""
        left = event.button() == Qt.MouseButton.LeftButton
        self._pressed = self.anchorAt(event.position().toPoint()) if left else ""
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click follows a link, a drag selects words."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, ""
        here = self.anchorAt(event.position().toPoint())
        if pressed and here == pressed and not self.textCursor().hasSelection():
            self.link_followed.emit(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over links, a beam over words."""
        super().mouseMoveEvent(event)
        over = bool(self.anchorAt(event.position().toPoint()))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """By a key, the first link has the keyboard; from the other side the last."""
        if event.reason() == Qt.FocusReason.BacktabFocusReason:
            self._go(len(self._links) - 1)
        elif event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason):
            self._go(0)
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No link has the keyboard."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason):
            self._at = -1
            self.setToolTip("")

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from link to link, and on from the last."""
        following = self._at + (1 if forward else -1)
        if self._links and 0 <= following < len(self._links):
            self._go(following)
            return True
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the link that has the keyboard."""
        if event.key() in _FOLLOWS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            if 0 <= self._at < len(self._links):
                self.link_followed.emit(self._links[self._at].target)
            return
        super().keyPressEvent(event)

    def _go(self, number: int) -> None:
        self._at = number
        if 0 <= number < len(self._links):
            link = self._links[number]
            self.setToolTip(tip(self._words(link.start, link.end), link.target))
        self._mark.refresh()

    def _focused_part(self) -> tuple[QRectF, float]:
        """Where the ring lies: around the link that has the keyboard."""
        if not 0 <= self._at < len(self._links):
            return QRectF(self.rect()), self._themes.current.px(4)
        return self.link_box(self._at), self._themes.current.px(3)

    def link_box(self, number: int) -> QRectF:
        """Where a link stands; of one that goes over several lines, all of these."""
        link = self._links[number]
        box = QRectF()
        cursor = QTextCursor(self.document())
        for place in (link.start, link.end):
            cursor.setPosition(place)
            box = box.united(QRectF(self.cursorRect(cursor)))
        cursor.setPosition(link.start)
        first = self.cursorRect(cursor)
        if box.height() > 1.5 * first.height():
            box.setLeft(0.0)
            box.setRight(float(self.viewport().width()))
        return box.translated(QPointF(self.viewport().pos()))

    # Words ----------------------------------------------------------------------------------------------------------

    def _words(self, start: int, end: int) -> str:
        """The words between two places, with the source of each formula where it stands."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        words = cursor.selectedText().translate(_LINES)
        sources = (self._sources[place] for place in sorted(self._sources) if start <= place < end)
        return "".join(next(sources, "") if letter == OBJECT else letter for letter in words)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copied, a text is plain."""
        cursor, data = self.textCursor(), QMimeData()
        data.setText(self._words(cursor.selectionStart(), cursor.selectionEnd()))
        return data
