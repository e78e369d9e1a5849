"""Which classes are taken for which: rows are what a point is, columns what it was taken for.

A cell is as strong as its share of its row, up to 86 % of its colour: green on the diagonal, where the answer is right,
red beside it. A line of words below reads the cell under the pointer, else the whole.

Keys: arrows move from cell to cell, Enter chooses one, Escape leaves it.
"""

from collections.abc import Sequence

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.class_signs import MOST_CLASSES
from gui.widgets.confusion_face import ConfusionFace, grouped, paint_confusion
from gui.widgets.contours import Array
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import begin
from gui.widgets.words import tell
from sim.phrases import joined, phrase

Cell = tuple[int, int]
TITLE = "Confusion matrix"
ABOUT = "Rows are what a point is, columns what it was taken for. Arrow keys go from cell to cell."
_MOVES = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}


class Confusion(QWidget):
    """`hovered` gives (true class, answered class) or None, `clicked` the two of a cell that was chosen."""

    hovered = Signal(object)
    clicked = Signal(int, int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._counts: Array = np.zeros((2, 2), np.int64)
        self._names: tuple[str, ...] = ("0", "1")
        self._hot: Cell | None = None
        self._at: Cell | None = None
        self._mark = FocusMark(themes, self, self._ring)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        tell(self, TITLE, ABOUT)
        self._tell()

    # What others set -------------------------------------------------------------------------------------------------

    def set_counts(self, counts: Array, names: Sequence[str] = ()) -> None:
        """How many points of class row were taken for class column, (classes, classes), 2 to 10 classes.

        Names default to the numbers of the classes. What is no number counts as 0.
        """
        table = np.nan_to_num(np.asarray(counts, np.float64), nan=0.0, posinf=0.0, neginf=0.0)
        if table.ndim != 2 or table.shape[0] != table.shape[1] or not 2 <= len(table) <= MOST_CLASSES:
            raise ValueError(f"a confusion matrix has 2 to {MOST_CLASSES} classes, not the shape {table.shape}")
        whole = np.maximum(np.round(table), 0.0).astype(np.int64)
        words = tuple(str(name) for name in names[: len(table)]) or tuple(str(k) for k in range(len(table)))
        words += tuple(str(k) for k in range(len(words), len(table)))
        if whole.shape == self._counts.shape and (whole == self._counts).all() and words == self._names:
            return
        if whole.shape != self._counts.shape:
            self._set_hot(None)
            self._at = None
        self._counts, self._names = whole, words
        self._tell()
        self.update()

    @property
    def counts(self) -> Array:
        """What is shown."""
        return self._counts

    def readout(self) -> str:
        """The cell under the pointer or the keys in words; else how many are right at all."""
        cell = self._hot or (self._at if self.hasFocus() else None)
        if cell is None:
            total, right = int(self._counts.sum()), int(np.trace(self._counts))
            return (
                phrase("{right} of {total} right", right=grouped(right), total=grouped(total))
                if total
                else "no points yet"
            )
        row, column = cell
        count, whole = int(self._counts[cell]), int(self._counts[row].sum())
        share = f" ({round(100 * count / whole)} %)" if whole else ""
        if row == column:
            return phrase(
                "{count} of {whole} of class {names} are right{share}",
                count=grouped(count),
                whole=grouped(whole),
                names=self._names[row],
                share=share,
            )
        return phrase(
            "{count} of {whole} of class {names} taken for {other_names}{share}",
            count=grouped(count),
            whole=grouped(whole),
            names=self._names[row],
            other_names=self._names[column],
            share=share,
        )

    # Events ----------------------------------------------------------------------------------------------------------

    def cell_at(self, at: QPointF) -> Cell | None:
        """The cell under a pixel: true class, answered class."""
        return self.face().cell_at(at)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the cell under the pointer."""
        self._set_hot(self.cell_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Read the whole again."""
        self._set_hot(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a cell."""
        cell = self.cell_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and cell is not None:
            self._go_to(cell)
            self.clicked.emit(*cell)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from cell to cell."""
        key, last = Qt.Key(event.key()), len(self._counts) - 1
        if key in _MOVES:
            row, column = self._at or (0, 0)
            down, across = _MOVES[key] if self._at is not None else (0, 0)
            self._go_to((min(max(row + down, 0), last), min(max(column + across, 0), last)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at is not None:
            self.clicked.emit(*self._at)
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._go_to(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keys' cell is read."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keys' cell is no longer read."""
        super().focusOutEvent(event)
        self.update()

    def _go_to(self, cell: Cell | None) -> None:
        self._at = cell
        self._mark.refresh()
        self._tell()
        self.update()

    def _set_hot(self, cell: Cell | None) -> None:
        if cell != self._hot:
            self._hot = cell
            self.hovered.emit(cell)
            self.update()

    # Looks -----------------------------------------------------------------------------------------------------------

    def face(self) -> ConfusionFace:
        """What is shown, and where."""
        return ConfusionFace(
            self._themes.current,
            float(self.width()),
            float(self.height()),
            self._counts,
            self._names,
            self._hot or (self._at if self.hasFocus() else None),
            self.readout(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        with QPainter(self) as painter:
            begin(painter)
            paint_confusion(painter, self.face())

    def _ring(self) -> tuple[QRectF, float]:
        face = self.face()
        return (face.grid if self._at is None else face.cell(*self._at)), float(face.radius)

    def sizeHint(self) -> QSize:
        """Small."""
        side = min(24.0 * len(self._counts), 240.0) + 84.0
        theme = self._themes.current
        return QSize(round(theme.px(max(190.0, side))), round(theme.px(max(150.0, side - 10.0))))

    def minimumSizeHint(self) -> QSize:
        """Every cell can still be hit."""
        theme = self._themes.current
        return QSize(round(theme.px(120)), round(theme.px(100)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ring stays around its cell."""
        super().resizeEvent(event)
        self._mark.refresh()

    def _tell(self) -> None:
        rows = (
            phrase("Class {name}: ", name=name)
            + joined(
                (
                    phrase("{count} taken for {said}", count=count, said=said)
                    for said, count in zip(self._names, row, strict=True)
                ),
                ", ",
            )
            for name, row in zip(self._names, self._counts.tolist(), strict=True)
        )
        chosen = phrase("{readout}. ", readout=self.readout()) if self._at is not None else ""
        self.setAccessibleDescription(
            say(phrase("{chosen}{names}. {about}", chosen=chosen, names=joined(rows, "; "), about=ABOUT))
        )

    def _on_theme(self) -> None:
        self._mark.refresh()
        self.updateGeometry()
        self.update()
