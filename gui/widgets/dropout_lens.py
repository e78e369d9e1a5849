"""The dropout lens: the network while it learns from one example of a batch, with those who are ill struck out.

Nothing here is drawn at random: the masks are the ones that the last update used. Point at a pupil, or walk to it with
the arrow keys, and only its own edges stay. Page Up and Page Down turn to the other examples of the batch: every one of
them met another class.
"""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets import dropout_face as paint
from gui.widgets.dropout_content import LensSeen, drawn_units
from gui.widgets.dropout_edges import LensEdges, edges_of, paint_lens_edges
from gui.widgets.dropout_layout import LensLayout, arrange_lens, inner_area, most_drawn
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import CENTRE, begin, text
from gui.widgets.words import tell
from sim.numerals import write_short
from sim.phrases import joined, phrase, word

NAME = "Dropout lens"
ABOUT = "Arrow keys walk from pupil to pupil, Page Up and Page Down through the examples of the batch."
NOTHING = word("The lens opens with the first batch: press play.")
NO_LAYER = word("This network has no hidden layer: nobody can fall ill.")
_TWO_LINES_FROM = 200.0
_WALKS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
Pupil = tuple[int, int]


class DropoutLens(QWidget):
    """`pointed` gives layer and unit, or -1, -1; `example_asked` another example of the batch; `drawn_changed`: others
    are drawn.
    """

    pointed = Signal(int, int)
    example_asked = Signal(int)
    drawn_changed = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._seen: LensSeen | None = None
        self._why = ""
        self._drawn: tuple[tuple[int, ...], ...] = ()
        self._layout: LensLayout | None = None
        self._edges: LensEdges | None = None
        self._hot: Pupil | None = None
        self._at: Pupil | None = None
        self._told = ""
        self._mark = FocusMark(themes, self, self._ring)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        self._tell()

    # What others set --------------------------------------------------------------------------------------------------

    def show_lens(self, seen: LensSeen | None) -> None:
        """Another batch, or another example of it; None while there is none."""
        if seen is self._seen:
            return
        same = seen is not None and self._seen is not None and shape_of(seen) == shape_of(self._seen)
        if not same:
            self._drawn, self._hot, self._at = (), None, None
        self._seen = seen
        self._choose_drawn()
        self._renew()
        self._tell()

    def explain(self, why: str) -> None:
        """Why there is nothing to show; "" where it only has not come yet."""
        if why != self._why:
            self._why = why
            self._tell()
            self.update()

    @property
    def nothing(self) -> str:
        """What stands there where nothing is shown."""
        return self._why or (NOTHING if self._seen is None else NO_LAYER)

    @property
    def seen(self) -> LensSeen | None:
        """What is shown."""
        return self._seen

    @property
    def drawn(self) -> tuple[tuple[int, ...], ...]:
        """The units of each hidden layer that are drawn."""
        return self._drawn

    @property
    def is_pointed(self) -> bool:
        """Does a pointer, or the keyboard, stand at a pupil?"""
        return self._pointed() is not None

    # Where ------------------------------------------------------------------------------------------------------------

    def layout_now(self) -> LensLayout | None:
        """Where everything stands; None where there is nothing to draw."""
        if self._layout is None and self._seen is not None and self._seen.layers:
            self._layout = arrange_lens(
                self._themes.current, self.width(), self.height(), self._seen, self._drawn, self._lines()
            )
        return self._layout

    def edges_now(self) -> LensEdges | None:
        """The edges between those who came."""
        layout = self.layout_now()
        if self._edges is None and layout is not None and self._seen is not None:
            self._edges = edges_of(self._seen, layout)
        return self._edges

    def pupil_at(self, at: QPointF) -> Pupil | None:
        """Layer and unit under a place."""
        layout = self.layout_now()
        if layout is None:
            return None
        for layer, seats in enumerate(layout.layers):
            reach = max(seats.radius + 2.0, self._themes.current.target / 2)
            for place, unit in enumerate(seats.units):
                away = seats.at(place) - at
                half = min(reach, max(seats.radius, layout.area.height() / len(seats.units) / 2))
                if abs(away.x()) <= reach and abs(away.y()) <= half:
                    return layer, unit
        return None

    def _lines(self) -> int:
        """Lines of words at the foot."""
        return 2 if self.height() >= self._themes.current.px(_TWO_LINES_FROM) else 1

    def _choose_drawn(self) -> None:
        if self._seen is None:
            return
        area = inner_area(self._themes.current, self.width(), self.height(), self._lines())
        before = self._drawn or ((),) * len(self._seen.layers)
        self._drawn = tuple(
            drawn_units(self._seen.mattering(layer), most_drawn(self._themes.current, area.height(), pupils.units), old)
            for layer, (pupils, old) in enumerate(zip(self._seen.layers, before, strict=True))
        )
        if self._hot is not None and self._hot[1] not in self._drawn[self._hot[0]]:
            self._hot = None
        if self._at is not None and self._at[1] not in self._drawn[self._at[0]]:
            self._at = None
        if self._drawn != before:
            self.drawn_changed.emit()

    # Picture ----------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edges, then everyone."""
        with QPainter(self) as painter:
            begin(painter)
            theme, layout, edges = self._themes.current, self.layout_now(), self.edges_now()
            if self._seen is None or layout is None or edges is None:
                text(painter, QRectF(self.rect()), self.nothing, theme.font("small"), theme.color("soft"), CENTRE)
                return
            pupil = self._pointed()
            paint_lens_edges(painter, theme, edges, None if pupil is None else edges.touching(*pupil))
            paint.paint_columns(painter, theme, self._seen, layout)
            if pupil is not None:
                paint.paint_hot(painter, theme, layout, *pupil, "ink")

    def _pointed(self) -> Pupil | None:
        return self._hot or (self._at if self.hasFocus() else None)

    # Hand -------------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Only the edges of the pupil under the pointer stay."""
        self._point(self.pupil_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """All do."""
        self._point(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk from pupil to pupil, turn from example to example."""
        key = Qt.Key(event.key())
        if key in _TURNS and self._seen is not None and self._seen.examples:
            self.example_asked.emit((self._seen.at + _TURNS[key]) % self._seen.examples)
        elif key in _WALKS and self._drawn and any(self._drawn):
            self._walk(*_WALKS[key])
        elif key == Qt.Key.Key_Escape and self._at is not None:
            self._go_to(None)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The pupil of the keys stands out."""
        super().focusInEvent(event)
        self._say_pointed()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Nobody does."""
        super().focusOutEvent(event)
        self._say_pointed()

    def _walk(self, across: int, down: int) -> None:
        if self._at is None:
            self._go_to((0, self._drawn[0][0]))
            return
        layer, unit = self._at
        place = self._drawn[layer].index(unit) + down
        layer = min(max(layer + across, 0), len(self._drawn) - 1)
        self._go_to((layer, self._drawn[layer][min(max(place, 0), len(self._drawn[layer]) - 1)]))

    def _go_to(self, pupil: Pupil | None) -> None:
        self._at = pupil
        self._mark.refresh()
        self._say_pointed()

    def _point(self, pupil: Pupil | None) -> None:
        if pupil != self._hot:
            self._hot = pupil
            self._say_pointed()

    def _say_pointed(self) -> None:
        self.pointed.emit(*(self._pointed() or (-1, -1)))
        self._tell()
        self.update()

    # Words ------------------------------------------------------------------------------------------------------------

    def describe(self) -> str:
        """The pupil that is pointed at, else who came to this example."""
        layout, pupil = self.layout_now(), self._hot or self._at
        if self._seen is None or layout is None:
            return self.nothing
        if pupil is not None:
            return pupil_words(self._seen, *pupil)
        parts = []
        for layer, seats in enumerate(layout.layers):
            _, _, came, units = paint.layer_counts(self._seen, layer, seats)
            words = phrase("Hidden layer {layer}: {came} of {units} came.", layer=layer + 1, came=came, units=units)
            parts.append(words)
        return joined(parts)

    def sizeHint(self) -> QSize:
        """A landscape format."""
        theme = self._themes.current
        return QSize(round(theme.px(520)), round(theme.px(280)))

    def minimumSizeHint(self) -> QSize:
        """Three pupils in each layer."""
        theme = self._themes.current
        return QSize(round(theme.px(240)), round(theme.px(110)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """More room may hold more pupils."""
        super().resizeEvent(event)
        self._choose_drawn()
        self._renew()

    def _ring(self) -> tuple[QRectF, float]:
        layout = self.layout_now()
        if self._at is None or layout is None:
            return QRectF(self.rect()).adjusted(4, 4, -4, -4), 4.0
        seats = layout.column(self._at[0])
        return seats.box(seats.units.index(self._at[1])), seats.radius

    def _renew(self) -> None:
        self._layout = self._edges = None
        self._mark.refresh()
        self.update()

    def _tell(self) -> None:
        words = joined((self.describe(), ABOUT))
        if words != self._told:
            self._told = words
            tell(self, NAME, words)
            if self._hot is None:
                self.setToolTip("")

    def _on_theme(self) -> None:
        self._choose_drawn()
        self._renew()
        self.updateGeometry()


def shape_of(seen: LensSeen) -> tuple[int, ...]:
    """Units of all columns."""
    return (*(matrix.shape[0] for matrix in seen.weights), *(matrix.shape[1] for matrix in seen.weights[-1:]))


def pupil_words(seen: LensSeen, layer: int, unit: int) -> str:
    """One pupil in words: whether it came, what it says, whether it is a star."""
    star = unit in seen.layers[layer].stars
    who = (
        phrase("Star pupil {unit} of hidden layer {layer}", unit=unit + 1, layer=layer + 1)
        if star
        else phrase("Pupil {unit} of hidden layer {layer}", unit=unit + 1, layer=layer + 1)
    )
    if not seen.came(layer)[unit]:
        return phrase("{who} is ill: it says nothing, and nobody hears it.", who=who)
    return phrase("{who} came and says {value}.", who=who, value=write_short(float(seen.answers(layer)[unit]), 3))
