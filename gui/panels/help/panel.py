"""Help, offline: every term, notes for teachers, how to write a lesson, the keys, what this program is.

At the left the search and the list, beside it the page. A link inside a page goes to another page here where it can,
else it is the window's to follow. Ways here are written as `open_place` reads them: "glossary:momentum", "notes:race",
"write", "keys", "about", "help:write".
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from gui.export import ExportError, save_text
from gui.export_dialog import ask_path
from gui.language import say, spoken
from gui.panels import PANELS
from gui.panels.base import Offer, Panel
from gui.panels.help.contents import GROUPS, TERMS, WRITE, Contents
from gui.panels.help.side import Row, Side
from gui.widgets.button import Button
from gui.widgets.card import Card
from gui.widgets.prose_text_page import ProsePage
from sim.errors import sentence
from sim.glossary import assets_folder, in_language
from sim.help_pages import Page, search
from sim.phrases import Own, phrase
from sim.prose import escaped

if TYPE_CHECKING:
    from gui.lessons.keeper import Keeper
    from gui.panels.base import Send
    from gui.theme import ThemeHolder
    from sim.lesson_shelf import Shelf

WIDE_SIDE, SLIM_SIDE = 280, 190
TEMPLATE = "my-lesson"


class HelpPanel(Panel):
    """See the module's text."""

    key: ClassVar[str] = "help"

    def __init__(self, themes: ThemeHolder, send: Send, parent: QWidget | None = None) -> None:
        super().__init__(themes, send, parent)
        self.contents = Contents()
        self.place = ""
        self._compact = False
        self.side = Side(themes)
        self.side.chosen.connect(self._show)
        self.side.searched.connect(self._search)
        self.page = ProsePage(themes)
        self.page.link_followed.connect(self._follow)
        self.save = Button(
            themes, "Save a template", "primary", about="A whole lesson of two steps, to change as you like."
        )
        self.save.clicked.connect(self._save_template)
        self._row = QHBoxLayout(self)
        left, right = Card(themes), Card(themes)
        left.body.addWidget(self.side)
        right.body.addWidget(self.page, 1)
        right.body.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        self._left = left
        self._row.addWidget(left)
        self._row.addWidget(right, 1)
        self._row.setContentsMargins(0, 0, 0, 0)
        themes.changed.connect(self._arrange)
        self._fill("")
        self._arrange()
        self._show(next(iter(self.contents.pages)))

    # What is shown --------------------------------------------------------------------------------------------------

    def open_place(self, place: str) -> None:
        """A page or a term, as a link names it."""
        place = place.removeprefix("help:")
        if self.contents.page(place) is None and ":" not in place:
            place = f"glossary:{place}"
        if self.contents.page(place) is None:
            self.said.emit(say(phrase("The help has no page {place}.", place=Own(place[:60]))))
            return
        self.side.field.clear()
        self._show(place)
        taker = self.page.text if self.page.text.links else self.side.list
        taker.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_term(self, key: str) -> None:
        """A term of the glossary, by its key or any of its names."""
        self.open_place(f"glossary:{key}")

    def set_lessons(self, shelf: Shelf, keeper: Keeper) -> None:
        """Terms name the lessons that show them."""
        self.contents.shelf = shelf
        self._show(self.place)

    def _show(self, place: str, chapter: int = 0) -> None:
        page = self.contents.page(place)
        if page is None:
            return
        self.place = page.place
        self.page.set_markdown(f"# {escaped(page.title)}\n\n{page.text}")
        self.save.setVisible(page.place == WRITE)
        if not self.side.field.text():
            self.side.choose(page.place)
        self.page.show_chapter(chapter)

    def _search(self, words: str) -> None:
        self._fill(words)
        if words.strip():
            self.side.choose_first()
        else:
            self.side.choose(self.place)

    def _fill(self, words: str) -> None:
        """Everything by groups, or what was found."""
        if not words.strip():
            self.side.fill(self._everything())
            return
        hits = search(self.contents.glossary, tuple(self.contents.pages.values()), words, say(TERMS))
        rows = [Row(hit.title, hit.place, hit.chapter, say(hit.group)) for hit in hits]
        self.side.fill(rows or [Row(say("Nothing was found"))])

    def _everything(self) -> list[Row]:
        rows: list[Row] = []
        for group in GROUPS:
            rows.append(Row(say(group)))
            rows += [Row(_short(page), page.place) for page in self.contents.pages.values() if page.group == group]
        return rows + [Row(term.title, f"glossary:{key}") for key, term in self.contents.glossary.terms.items()]

    def _follow(self, link: str) -> None:
        """Pages of the help are shown here, the rest is the window's."""
        place = link.removeprefix("help:")
        if self.contents.page(place) is not None:
            self.side.field.clear()
            self._show(place)
        else:
            self.link_followed.emit(link)

    # The template ---------------------------------------------------------------------------------------------------

    def _save_template(self) -> None:
        ask_path(self, "Save a template", TEMPLATE, ("md",), self.write_template)

    def write_template(self, path: Path) -> None:
        """Put the lesson there; what goes wrong is said."""
        try:
            template = in_language(assets_folder("help"), "lesson-template.md", spoken())
            save_text(template.read_text(encoding="utf-8"), path, ("md",))
        except (ExportError, OSError) as error:
            self.said.emit(sentence(error))
        else:
            self.said.emit(say(phrase("{name} is a whole lesson: change it as you like.", name=Own(path.name))))

    # The window -----------------------------------------------------------------------------------------------------

    def offers(self) -> tuple[Offer, ...]:
        """The pages, for the search of actions."""
        return tuple(
            Offer(page.title, page.group, "book", lambda place=page.place: self.open_place(place))  # type: ignore[misc]
            for page in self.contents.pages.values()
        )

    def render(self, frame: Any) -> None:  # type: ignore[override]
        """Nothing runs here."""

    def set_compact(self, compact: bool) -> None:
        """The list becomes slim."""
        self._compact = compact
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the window."""
        with QPainter(self) as painter:
            painter.fillRect(QRectF(self.rect()), self.themes.current.color("window"))

    def _arrange(self) -> None:
        theme = self.themes.current
        self._row.setSpacing(theme.size("card_gap"))
        self._left.setFixedWidth(round(theme.px(SLIM_SIDE if self._compact else WIDE_SIDE)))


def _short(page: Page) -> str:
    """The title of a page of notes without what the group already says."""
    kind, _, key = page.place.partition(":")
    return say(PANELS[key].title) if kind == "notes" and key in PANELS else page.title
