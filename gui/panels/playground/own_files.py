"""The doors for a learner's own table: the dialogs that open and save, a file dropped anywhere, and the card that says
how far the reading is, or in one sentence why a file was refused."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from gui.export import save_text
from gui.export_dialog import ask_path, last_folder, remember_folder
from gui.language import say
from gui.panels.playground.own_data import ENCODINGS, Reading, one_file, opened_from, table_text, ways_to_read
from gui.widgets.answer import Answering
from gui.widgets.notice import Notice
from gui.widgets.shapes import CENTRE, begin, rounded, text, text_width
from sim.errors import ConfigError, sentence
from sim.numerals import write_count
from sim.phrases import Own, joined, phrase

if TYPE_CHECKING:
    from gui.theme import ThemeHolder
    from gui.widgets.notice import Way
    from sim.csv_data import CsvData
    from sim.simulations.playground_view import Data

FILTERS = ("Tables (*.csv *.tsv *.txt)", "All files (*)")
_DROPS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.DragLeave, QEvent.Type.Drop)


class DropVeil(QWidget):
    """Lies over a panel while a file hovers above it: a dashed violet frame, and what letting go does."""

    WORDS = "Drop the table to learn from it"

    def __init__(self, themes: ThemeHolder, parent: QWidget) -> None:
        super().__init__(parent)
        self._themes = themes
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        themes.changed.connect(self.update)
        self.hide()

    def lift_over(self, panel: QWidget) -> None:
        """Cover the panel."""
        self.setGeometry(panel.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A light veil, so that the pictures stay visible, a frame and a label."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            margin = theme.px(6)
            frame = QRectF(self.rect()).adjusted(margin, margin, -margin, -margin)
            radius = float(theme.size("radius_card"))
            rounded(painter, frame, radius, theme.color("panel", 0.62))
            rounded(painter, frame, radius, None, theme.color("you"), theme.px(2), [4.0, 3.0])
            font = theme.font("title")
            wide, high = text_width(self.WORDS, font) + theme.px(40), theme.px(48)
            plate = QRectF(frame.center().x() - wide / 2, frame.center().y() - high / 2, wide, high)
            rounded(painter, plate, float(theme.size("radius_button")), theme.color("you_soft"))
            text(painter, plate, self.WORDS, font, theme.color("you"), CENTRE)


class OwnFiles(QWidget):
    """Opens and saves tables, and shows one card while there is something to say.

    `opened` carries the OwnData of a table that was read whole, `said` a sentence for the message line.
    """

    opened = Signal(object)
    said = Signal(object)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._veil: DropVeil | None = None
        self._answering: Answering | None = None
        self._locked = ""
        self.reading = Reading(self)
        self.notice = Notice(themes, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        self.reading.progressed.connect(self._on_progress)
        self.reading.done.connect(self._on_done)
        self.reading.failed.connect(self._on_failed)
        self.reading.cancelled.connect(self._on_cancelled)

    # Opening --------------------------------------------------------------------------------------------------------

    def ask_open(self) -> QFileDialog:
        """Ask for a file to open. Nothing happens where none is chosen."""
        dialog = QFileDialog(self, say("Open a table"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(list(FILTERS))
        dialog.setDirectory(str(last_folder(self)))

        def chosen(file: str) -> None:
            remember_folder(self, Path(file).parent)
            self.read(Path(file))

        dialog.fileSelected.connect(chosen)
        dialog.open()
        return dialog

    def set_locked(self, reason: str) -> None:
        """No table may be opened now, and why; "" frees."""
        self._locked = reason

    def read(self, path: Path, encoding: str = "utf-8") -> None:
        """Read a file in small pieces; `opened` follows, or the card says why not."""
        self.notice.clear()
        if self._locked:
            self.said.emit(self._locked)
            return
        self.reading.start(path, encoding)

    def _on_progress(self, share: float) -> None:
        if not self.reading.busy:
            return
        note = phrase("{share} % read. Your points stay until all is read.", share=round(100 * share))
        self.notice.show_busy(
            phrase("Reading {name}", name=Own(self.reading.path.name)), share, note, (("Cancel", self.reading.cancel),)
        )

    def _on_done(self, table: CsvData) -> None:
        if self._locked:
            self._on_cancelled()
            return
        try:
            found = opened_from(table, self.reading.path.name)
        except ConfigError as error:
            self._on_failed(error)
            return
        self.notice.clear()
        self.opened.emit(found.data)
        for words in (found.words, *found.warnings):
            self.said.emit(words)

    def _on_failed(self, error: ConfigError) -> None:
        path = self.reading.path
        ways: list[Way] = [("Close", self.notice.clear)]
        for name in ways_to_read(error)[:1]:
            ways.append((phrase("Use {encodings}", encodings=ENCODINGS[name]), lambda name=name: self.read(path, name)))  # type: ignore[misc]
        if len(ways) == 1:
            ways.append(("Open another", self.ask_open))
        self.notice.show_broken(
            phrase("{name} was not opened", name=Own(path.name)),
            phrase("{error} Your points are unchanged.", error=sentence(error)),
            ways,
        )

    def _on_cancelled(self) -> None:
        self.notice.clear()
        self.said.emit(phrase("{name} was not opened; your points are unchanged.", name=Own(self.reading.path.name)))

    # Saving ---------------------------------------------------------------------------------------------------------

    def ask_save(self, data: Data) -> QFileDialog:
        """Ask where the points go."""
        return ask_path(self, "Save points", f"points-{data.key}", ("csv",), lambda path: self.save(data, path))

    def save(self, data: Data, path: Path) -> None:
        """Write the points as they are now; the old file stays until the new one is whole."""
        try:
            save_text(table_text(data), path)
        except ConfigError as error:
            self.said.emit(sentence(error))
            return
        inputs = data.x.shape[1]
        more = (
            phrase("It has {inputs} inputs; the playground opens tables with up to two.", inputs=inputs)
            if inputs > 2
            else ""
        )
        self.said.emit(
            joined((phrase("Saved {x} points as {name}.", x=write_count(len(data.x)), name=Own(path.name)), more))
        )

    # Dropping -------------------------------------------------------------------------------------------------------

    def accept_drops(self, panel: QWidget) -> None:
        """A file may be dropped anywhere on the panel."""
        panel.setAcceptDrops(True)
        self._veil = DropVeil(self._themes, panel)
        self._answering = Answering(panel, _DROPS, self._on_drop_event)

    def _on_drop_event(self, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):  # a move is an enter's parent
            return self._on_hover(event)
        if isinstance(event, QDropEvent):
            return self._on_drop(event)
        self._lower_veil()
        return True

    def _on_hover(self, event: QDragMoveEvent) -> bool:
        if not event.mimeData().hasUrls():
            event.ignore()
            return True
        event.acceptProposedAction()
        panel = self._veil.parentWidget() if self._veil is not None else None
        if self._veil is not None and panel is not None and not self._veil.isVisible():
            self._veil.lift_over(panel)
        return True

    def _on_drop(self, event: QDropEvent) -> bool:
        self._lower_veil()
        if not event.mimeData().hasUrls():
            event.ignore()
            return True
        event.acceptProposedAction()
        try:
            self.read(one_file([url.toLocalFile() for url in event.mimeData().urls()]))
        except ConfigError as error:
            self.said.emit(sentence(error))
        return True

    def _lower_veil(self) -> None:
        if self._veil is not None:
            self._veil.hide()
