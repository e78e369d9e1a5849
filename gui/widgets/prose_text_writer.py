"""Writes the tree of `sim.prose` into a text document, format by format. No HTML comes into it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QImage,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextListFormat,
    QTextTable,
    QTextTableFormat,
)

from gui.widgets.prose_text_objects import FormulaThing, PictureThing, RuleThing, Thing, Things
from gui.widgets.prose_text_styles import Styles
from sim.lesson_images import wrong_image
from sim.prose import (
    Blocks,
    Code,
    Formula,
    Grid,
    Heading,
    Listing,
    Paragraph,
    Picture,
    Quote,
    Rule,
    Run,
    Runs,
)
from sim.prose_formula import drawn

OBJECT = "\ufffc"
NEW_LINE = "\u2028"


@dataclass(frozen=True)
class Link:
    """Where a link stands in the document, and where it leads."""

    start: int
    end: int
    target: str


class Writer:
    """Writes once. Afterwards `links` and `sources` (what stands for each object, by its place) are known."""

    def __init__(
        self, document: QTextDocument, things: Things, styles: Styles, pictures: Mapping[str, bytes]
    ) -> None:
        self.links: list[Link] = []
        self.sources: dict[int, str] = {}
        self._document = document
        self._things = things
        self._styles = styles
        self._pictures = pictures
        self._cursor = QTextCursor(document)
        self._fresh = True
        self._depth = 0
        self._quoted = 0

    def write(self, blocks: Blocks) -> None:
        """All of it, into the empty document."""
        self._cursor.beginEditBlock()
        self._blocks(blocks)
        self._trim()
        self._cursor.endEditBlock()

    def _blocks(self, blocks: Blocks) -> None:
        for block in blocks:
            match block:
                case Paragraph(runs):
                    self._paragraph(runs)
                case Heading(level, runs):
                    self._heading(level, runs)
                case Listing(items, start):
                    self._listing(items, start)
                case Quote(inner):
                    self._quoted += 1
                    self._blocks(inner)
                    self._quoted -= 1
                case Code(text):
                    self._code(text)
                case Grid(rows):
                    self._grid(rows)
                case Rule():
                    self._begin(self._styles.block(), self._styles.words())
                    self._insert(RuleThing(self._styles.theme), "", self._styles.words())
                case Picture(name, text):
                    self._begin(self._styles.block(), self._styles.words())
                    self._picture(Run(text, "picture", target=name), self._styles.words())
                case Formula(latex):
                    self._formula_alone(latex)

    # Blocks of words ------------------------------------------------------------------------------------------------

    def _begin(self, shape: QTextBlockFormat, words: QTextCharFormat) -> None:
        """A new block, in the list or the quote that is being written."""
        styles = self._styles
        shape.setLeftMargin(shape.leftMargin() + 1.2 * styles.em * self._quoted)
        shape.setIndent(self._depth)
        if self._fresh:
            self._cursor.setBlockFormat(shape)
            self._cursor.setBlockCharFormat(words)
        else:
            self._cursor.insertBlock(shape, words)
        self._fresh = False

    def _base(self) -> QTextCharFormat:
        return self._styles.words(color="soft" if self._quoted else "")

    def _paragraph(self, runs: Runs, below: float = 0.6) -> None:
        base = self._base()
        self._begin(self._styles.block(below=0.3 if self._depth else below), base)
        self._runs(runs, base)

    def _heading(self, level: int, runs: Runs) -> None:
        role = self._styles.heading_role(level)
        base = self._styles.words(role)
        shape = self._styles.block(role, above=0.0 if self._is_first() else 0.5 if level > 2 else 0.9, below=0.4)
        shape.setHeadingLevel(level)
        self._begin(shape, base)
        self._runs(runs, base)

    def _is_first(self) -> bool:
        return self._fresh and self._cursor.position() == 0

    def _formula_alone(self, latex: str) -> None:
        shape = self._styles.block(above=0.2, below=0.8)
        shape.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._begin(shape, self._base())
        self._formula(Run(latex, "display"), self._base())

    def _listing(self, items: tuple[Blocks, ...], start: int | None) -> None:
        kind = QTextListFormat()
        kind.setStyle(QTextListFormat.Style.ListDisc if start is None else QTextListFormat.Style.ListDecimal)
        kind.setIndent(self._depth + 1)
        if start is not None:
            kind.setStart(start)
        outer, made = self._depth, None
        for item in items:
            first, rest = (item[0].runs, item[1:]) if item and isinstance(item[0], Paragraph) else ((), item)
            self._depth = 0  # the list itself moves its first lines in
            self._paragraph(first, 0.3)
            if made is None:
                made = self._cursor.createList(kind)
            else:
                made.add(self._cursor.block())
            self._depth = outer + 1
            self._blocks(rest)
        self._depth = outer

    # Boxes ----------------------------------------------------------------------------------------------------------

    def _code(self, text: str) -> None:
        frame = self._styles.box()
        frame.setLeftMargin(self._left())
        cell = self._open_table(1, 1, frame).cellAt(0, 0)
        shape = cell.format().toTableCellFormat()
        self._styles.ground(shape)
        cell.setFormat(shape)
        words = self._styles.words()
        self._styles.make_code(words)
        self._cursor.setBlockFormat(self._styles.block(below=0.0))
        self._cursor.insertText(text.replace("\n", NEW_LINE), words)
        self._shut_table()

    def _grid(self, rows: tuple[tuple[Runs, ...], ...]) -> None:
        columns = max(len(row) for row in rows)
        frame = self._styles.grid()
        frame.setLeftMargin(self._left())
        frame.setHeaderRowCount(1)
        table = self._open_table(len(rows), columns, frame)
        for number, row in enumerate(rows):
            for place in range(columns):
                cell = table.cellAt(number, place)
                shape = cell.format().toTableCellFormat()
                self._styles.underline(shape, number == 0)
                cell.setFormat(shape)
                self._cursor = cell.firstCursorPosition()
                self._cursor.setBlockFormat(self._styles.block(below=0.0))
                base = self._styles.words("heading") if number == 0 else self._base()
                self._runs(row[place] if place < len(row) else (), base)
        self._shut_table()

    def _left(self) -> float:
        return self._styles.em * 1.2 * self._quoted + self._document.indentWidth() * self._depth

    def _open_table(self, rows: int, columns: int, frame: QTextTableFormat) -> QTextTable:
        if self._fresh:
            self._cursor.setBlockFormat(self._styles.flat())
        return self._cursor.insertTable(rows, columns, frame)

    def _shut_table(self) -> None:
        self._cursor = QTextCursor(self._document)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        self._cursor.setBlockFormat(self._styles.flat())
        self._fresh = True

    # Runs -----------------------------------------------------------------------------------------------------------

    def _runs(self, runs: Runs, base: QTextCharFormat) -> None:
        for run in runs:
            start = self._cursor.position()
            if run.kind in ("formula", "display"):
                self._formula(run, base)
            elif run.kind == "picture":
                self._picture(run, base)
            else:
                self._cursor.insertText(run.text.replace("\n", NEW_LINE), self._styles.run(run, base))
            if run.link:
                self._add_link(Link(start, self._cursor.position(), run.link))

    def _add_link(self, link: Link) -> None:
        """A link of several runs is one."""
        last = self.links[-1] if self.links else None
        if last is not None and last.end == link.start and last.target == link.target:
            self.links[-1] = Link(last.start, link.end, link.target)
        else:
            self.links.append(link)

    def _formula(self, run: Run, base: QTextCharFormat) -> None:
        face = drawn(run.text, run.kind == "display")
        if face is None:
            self._cursor.insertText(run.text, self._styles.run(run, base))
            return
        style = self._styles.run(Run(run.text, link=run.link, hint=run.hint), base)
        color = "you" if run.link else "soft" if self._quoted else self._styles.color
        thing = FormulaThing(face, self._styles.theme, base, color)
        dollars = "$$" if run.kind == "display" else "$"
        self._insert(thing, f"{dollars}{run.text}{dollars}", style)

    def _picture(self, run: Run, base: QTextCharFormat) -> None:
        image = self._image(run.target)
        if image is None:
            self._cursor.insertText(run.text, self._styles.run(Run(run.text, italic=True, link=run.link), base))
        else:
            self._insert(PictureThing(image, self._styles.theme), run.text, base)

    def _image(self, name: str) -> QImage | None:
        data = self._pictures.get(name)
        if data is None or wrong_image(data, name):
            return None
        image = QImage.fromData(data)
        return None if image.isNull() else image

    def _insert(self, thing: Thing, source: str, style: QTextCharFormat) -> None:
        self.sources[self._cursor.position()] = source
        self._cursor.insertText(OBJECT, self._things.format_of(thing, style))

    def _trim(self) -> None:
        """No room below the last line."""
        shape = self._cursor.blockFormat()
        shape.setBottomMargin(0.0)
        self._cursor.setBlockFormat(shape)
