"""How long a racer stays on the ridge: steps to leave the saddle against its distance from the ridge at the start.

Along the unstable direction plain descent multiplies the distance by 1 + rate * curvature in every step, so from an
offset to a distance d it needs ln(d/offset) / ln(1 + rate * curvature) steps: each ten times closer start costs the
same number of steps more. The axis runs from far to close, so that the lines rise and fan out towards their names. A
line ends where a racer never left. A start that lies elsewhere has no offset, which the card says instead of one.
"""

import math
from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.contours import Array
from gui.widgets.curve_paint import Frame
from gui.widgets.focus import FocusMark
from gui.widgets.law_face import DECADES, ELSEWHERE, TITLE, LawFace, paint_law_card
from gui.widgets.shapes import begin
from gui.widgets.words import tell
from sim.numerals import write_fixed, write_short
from sim.phrases import capital, joined, phrase

ABOUT = "Ten times closer costs the same number of steps more. Drag the violet handle, or use the arrow keys."
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}


class LawCard(QWidget):
    """`offset_changed` gives the distance from the ridge that the hand asks for, `released` when it lets go."""

    offset_changed = Signal(float)
    released = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._offsets: Array = np.zeros(0)
        self._steps: dict[str, Array] = {}
        self._law: Array = np.zeros(0)
        self._titles: dict[str, str] = {}
        self._offset = 0.001
        self._away = False
        self._constants, self._symbol = (1.0, 2.0), "y₀"
        self._selected = "sgd"
        self._held = self._moving = False
        self._mark = FocusMark(themes, self, self._ring)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        tell(self, TITLE, ABOUT)
        self._tell()

    # What others set ------------------------------------------------------------------------------------------------

    def set_times(self, offsets: Array, steps: Mapping[str, Array], law: Array) -> None:
        """Steps of every racer and of the law at each offset; nan: it never left."""
        order = np.argsort(offsets)[::-1]
        self._offsets = np.asarray(offsets, np.float64)[order]
        self._steps = {key: np.asarray(values, np.float64)[order] for key, values in steps.items()}
        self._law = np.asarray(law, np.float64)[order]
        self._tell()
        self.update()

    def set_law(self, distance: float, curvature: float, symbol: str) -> None:
        """The constants of the law: how far from the ridge one has left, the curvature, the letter of the offset."""
        self._constants, self._symbol = (float(distance), abs(float(curvature))), symbol
        self.update()

    def set_titles(self, titles: Mapping[str, str]) -> None:
        """The names at the ends of the lines."""
        self._titles = dict(titles)
        self.update()

    def set_selected(self, key: str | None) -> None:
        """The racer whose steps stand beside the law's; plain descent where none is."""
        self._selected = key or "sgd"
        self._tell()
        self.update()

    def set_offset(self, offset: float | None) -> None:
        """The distance from the ridge that is set now, None: elsewhere; while a hand holds the handle, it is right."""
        away, offset = offset is None, self._offset if offset is None else abs(float(offset))
        if not self._held and math.isfinite(offset) and (offset, away) != (self._offset, self._away):
            self._offset, self._away = offset, away
            self._tell()
            self._mark.refresh()
            self.update()

    # Numbers --------------------------------------------------------------------------------------------------------

    @property
    def offset(self) -> float:
        """The distance from the ridge that is shown."""
        return self._offset

    def steps_of(self, values: Array) -> float:
        """Steps at the offset, between the known ones along the logarithm; nan where it never left."""
        if not self._offsets.size or self._offset <= 0:
            return math.nan
        return float(np.interp(-math.log10(self._offset), -np.log10(self._offsets), values))

    def readout(self) -> str:
        """The law and one racer at the offset: "law 349 · SGD 349"; "≈" between the offsets that were tried."""
        if not self._offsets.size or self._away:
            return ""
        parts = [phrase("law {steps_words}", steps_words=_steps_words(self.steps_of(self._law)))]
        if self._selected in self._steps:
            title, steps = self._titles.get(self._selected, self._selected), self._steps[self._selected]
            known = bool(np.isclose(self._offsets, self._offset, rtol=1e-9, atol=0.0).any())
            about = "" if known or not math.isfinite(self.steps_of(steps)) else "≈ "
            parts.append(
                phrase(
                    "{title} {about}{steps_words}",
                    title=title,
                    about=about,
                    steps_words=_steps_words(self.steps_of(steps)),
                )
            )
        return joined(parts, " · ")

    # Hand -----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the handle, or call it."""
        face, at = self.face(), event.position()
        if event.button() == Qt.MouseButton.LeftButton and face.zone.contains(at):
            self._held = True
            self._ask(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand."""
        if self._held:
            self._ask(event.position().x())
            return
        face, at, shape = self.face(), event.position(), Qt.CursorShape
        near = face.ring.adjusted(-6, -6, 6, 6).contains(at)
        inside = face.zone.contains(at)
        self.setCursor(shape.SizeHorCursor if near else shape.PointingHandCursor if inside else shape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A tenth of a decade, with Page a whole one, to the ends with Home and End."""
        key = Qt.Key(event.key())
        place = -math.log10(max(self._offset, 10.0**-DECADES))
        if key in _MOVES:
            fine = 0.2 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1.0
            self._choose(round(place + 0.1 * _MOVES[key] * fine, 6))
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._choose(place + (1.0 if key == Qt.Key.Key_PageUp else -1.0))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._choose(0.0 if key == Qt.Key.Key_Home else DECADES)
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The last move by key is over."""
        if not event.isAutoRepeat() and not self._held:
            self._let_go()
        super().keyReleaseEvent(event)

    def _ask(self, x: float) -> None:
        area = self.frame().area
        self._choose((x - area.left()) / area.width() * DECADES)

    def _choose(self, place: float) -> None:
        """Go to `place` decades from 1, rounded to two figures; exact at both ends."""
        place = min(max(place, 0.0), DECADES)
        offset = float(f"{10.0**-place:.2g}")
        if offset != self._offset or self._away:
            self._offset, self._away, self._moving = offset, False, True
            self._tell()
            self._mark.refresh()
            self.update()
            self.offset_changed.emit(offset)

    def _let_go(self) -> None:
        self._held = False
        if self._moving:
            self._moving = False
            self.released.emit()

    # Looks ----------------------------------------------------------------------------------------------------------

    def face(self) -> LawFace:
        """What is shown, and where."""
        return LawFace(
            self._themes.current,
            float(self.width()),
            float(self.height()),
            offsets=self._offsets,
            steps=self._steps,
            law=self._law,
            titles=self._titles,
            selected=self._selected,
            offset=self._offset,
            readout=self.readout(),
            constants=self._constants,
            symbol=self._symbol,
            away=self._away,
        )

    def frame(self) -> Frame:
        """Where the lines lie."""
        return self.face().frame

    def paintEvent(self, event: QPaintEvent) -> None:
        """All of it."""
        with QPainter(self) as painter:
            begin(painter)
            paint_law_card(painter, self.face())

    def _ring(self) -> tuple[QRectF, float]:
        ring = self.face().ring
        return ring, ring.width() / 2

    def sizeHint(self) -> QSize:
        """Wide and low."""
        theme = self._themes.current
        return QSize(round(theme.px(380)), round(theme.px(190)))

    def minimumSizeHint(self) -> QSize:
        """Room for a few names."""
        theme = self._themes.current
        return QSize(round(theme.px(270)), round(theme.px(140)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ring moves with the handle."""
        super().resizeEvent(event)
        self._mark.refresh()

    def _tell(self) -> None:
        here = (
            capital(ELSEWHERE)
            if self._away
            else phrase("Offset {offset}: {readout}", offset=write_short(self._offset, 3), readout=self.readout())
        )
        self.setAccessibleDescription(say(phrase("{here}. {about}", here=here, about=ABOUT)))

    def _on_theme(self) -> None:
        self._mark.refresh()
        self.updateGeometry()
        self.update()


def _steps_words(steps: float) -> str:
    return write_fixed(math.ceil(steps - 1e-9), 0) if math.isfinite(steps) else "never"
