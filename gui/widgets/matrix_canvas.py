"""The picture of the lanes: what it shows, where it stands, how it moves. `matrix_lanes` adds the hands.

Three layers: the cells of each matrix are a picture that is made anew only where its numbers, its size or the lens
changed; all that stands still is one picture of the whole; frames are painted over it. From one step to the next places
travel, and a flipped matrix turns out of its original; with reduced motion all of it is there at once.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder
from gui.widgets.easing import Eased
from gui.widgets.matrix_content import NOWHERE, Cell, MatrixContent, Source, alike
from gui.widgets.matrix_face import Face, Kept, fits, make_face
from gui.widgets.matrix_frames import boxes_of
from gui.widgets.matrix_layout import BACKWARD, FORWARD
from gui.widgets.matrix_motion import travelled, turned
from gui.widgets.matrix_paint import (
    paint_edges,
    paint_frame,
    paint_halo,
    paint_lane,
    paint_link,
    paint_place,
    paint_tie,
)
from gui.widgets.matrix_place import Place
from gui.widgets.matrix_stage import MatrixStage
from gui.widgets.paper import sharpness
from gui.widgets.shapes import begin

_TURN = 2.0  # a turn lasts so many times as long as a step
_UNIT = QRectF(-0.5, -0.5, 1.0, 1.0)


class MatrixCanvas(MatrixStage):
    """Shows a MatrixContent; cells are named by matrix, row and column."""

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(themes, parent)
        self._kept: dict[str, Kept] = {}
        self._travel, self._turn = Eased(self, 1.0), Eased(self, 1.0)
        self._before: dict[str, QRectF] = {}
        self._turning: frozenset[str] = frozenset()
        self._frames: tuple[Source, ...] = ()
        self._hot = self._pinned = self._focused = NOWHERE
        themes.changed.connect(self._on_theme)

    # What is shown ----------------------------------------------------------------------------------------------------

    def set_content(self, content: MatrixContent) -> None:
        """Show these matrices; pictures of cells that look as before are kept, what moved travels."""
        before, self._content = self._content, content
        if alike(before, content):
            return
        outlines = self._outlines_now() if self._plan is not None else {}
        acts = _acting(content)
        if acts and acts != _acting(before):
            self._lane = _lane_of(content, acts)
        self._keep_what_is()
        self._replan()
        self._set_off(before, outlines)
        if acts != _acting(before):
            self._follow()

    def set_frames(self, sources: tuple[Source, ...]) -> None:
        """Frame these cells, rows and columns: what a number was made of."""
        if sources != self._frames:
            self._frames = sources
            self.update()

    def set_pinned(self, cell: Cell) -> None:
        """The cell whose sum stays open; NOWHERE for none."""
        if cell != self._pinned:
            self._pinned = cell
            self.update()

    # Motion -----------------------------------------------------------------------------------------------------------

    def _outlines_now(self) -> dict[str, QRectF]:
        """Where every matrix is at this moment, also on its way."""
        places = self.plan().places
        return {name: travelled(place, self._before, self._travel.level).now for name, place in places.items()}

    def _set_off(self, before: MatrixContent, outlines: dict[str, QRectF]) -> None:
        """Let everything travel from where it was, and what is newly flipped turn over."""
        theme, plan = self._themes.current, self.plan()
        self._before = outlines
        moved = any(name in outlines and outlines[name] != place.outline for name, place in plan.places.items())
        self._go(self._travel, theme.motion("step") if moved else 0)
        new = {
            place.matrix.name
            for place in plan.places.values()
            if place.matrix.flipped and place.matrix.acts and place.matrix.name not in before.by_name
        }
        self._turning = frozenset(new)
        self._go(self._turn, round(_TURN * theme.motion("step")) if new else 0)

    def _go(self, eased: Eased, milliseconds: int) -> None:
        eased.go(0.0, 0)
        eased.go(1.0, milliseconds, self._themes.current.easing("easing_move"))

    @property
    def moves(self) -> bool:
        """Is anything on its way?"""
        return self._travel.level < 1.0 or (self._turn.level < 1.0 and bool(self._turning))

    # Layers -----------------------------------------------------------------------------------------------------------

    def _keep_what_is(self) -> None:
        """Pictures of matrices that are gone are let go."""
        self._kept = {name: kept for name, kept in self._kept.items() if name in self._content.by_name}

    def _on_theme(self) -> None:
        self._kept = {}
        self._replan()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew, at once."""
        self._replan()
        self._before = {}
        self._go(self._travel, 0)
        self._follow()
        self.plan()
        self.shifted.emit()

    # Painting ---------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The still picture, or, while things move, all of it; frames on top."""
        with QPainter(self) as painter:
            ratio = sharpness(painter)
            self.plan()
            if self.moves:
                self._paint_all(painter, ratio)
            else:
                self._renew(ratio)
                painter.drawPixmap(QPointF(-self._scroll.level, 0.0), self._still)
            begin(painter)
            self._paint_lanes(painter)
            self._paint_frames(painter)
            paint_edges(painter, self._themes.current, self.plan(), self.size(), self._scroll.level, self.most_scroll)

    def _renew(self, ratio: float) -> None:
        size = QSize(max(1, round(self.plan().width * ratio)), max(1, round(self.height() * ratio)))
        if self._still.size() == size and self._still.devicePixelRatio() == ratio:
            return
        self._still = QPixmap(size)
        self._still.setDevicePixelRatio(ratio)
        self._still.fill(Qt.GlobalColor.transparent)
        with QPainter(self._still) as painter:
            self._paint_matrices(painter, ratio)

    def _paint_all(self, painter: QPainter, ratio: float) -> None:
        painter.save()
        painter.translate(-self._scroll.level, 0.0)
        self._paint_matrices(painter, ratio)
        painter.restore()

    def _paint_lanes(self, painter: QPainter) -> None:
        theme, plan, content, wide = self._themes.current, self.plan(), self._content, float(self.width())
        until = self.rows.x() - theme.px(6) if not self.rows.isHidden() else wide
        paint_lane(painter, theme, plan.forward, content.forward_words, 0.0, until, False)
        if plan.backward.there:
            inset = theme.target - theme.px(4) if self.most_scroll else 0.0
            paint_lane(painter, theme, plan.backward, content.backward_words, inset, wide - inset, True)

    def _paint_matrices(self, painter: QPainter, ratio: float) -> None:
        begin(painter)
        theme, plan = self._themes.current, self.plan()
        for place in plan.places.values():
            if place.matrix.flipped:
                paint_tie(painter, theme, plan, place)
        for box in self._halos():
            paint_halo(painter, theme, box)
        turning = [place for place in plan.places.values() if self._turns(place)]
        for place in plan.places.values():
            if place not in turning:
                face = None if place.matrix.is_ghost else self._face(place, ratio)
                paint_place(painter, theme, place, face, travelled(place, self._before, self._travel.level))
        for link in self._content.links:
            one, two = plan.places.get(link.first), plan.places.get(link.second)
            if one is not None and two is not None and self._travel.level >= 1.0:
                paint_link(painter, theme, link, one, two, plan.body(one).center().y())
        for place in turning:
            self._paint_turning(painter, place, ratio)

    def _turns(self, place: Place) -> bool:
        """Is the matrix turning over?"""
        return place.matrix.name in self._turning and self._turn.level < 1.0

    def _halos(self) -> list[QRectF]:
        """Around what acts; one around weights and their bias where both do."""
        plan, boxes = self.plan(), dict[str, QRectF]()
        for place in plan.acting():
            name = place.matrix.name
            if self._turns(place):
                continue
            now = travelled(place, self._before, self._travel.level).now
            first = plan.stacks.get(name, name)
            boxes[first if first in boxes else name] = boxes[first].united(now) if first in boxes else now
        return list(boxes.values())

    def _paint_turning(self, painter: QPainter, place: Place, ratio: float) -> None:
        """The picture of the original on its way."""
        original = self.plan().places.get(place.matrix.flipped)
        source = place if original is None or original.matrix.is_ghost else original
        face = self._face(source, ratio)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setTransform(turned(source.area, place.area, self._turn.level), True)
        painter.drawPixmap(_UNIT, face.cells, QRectF(face.cells.rect()))
        painter.restore()

    def _paint_frames(self, painter: QPainter) -> None:
        """What a number was made of, and the number itself."""
        if self.moves:
            return
        theme, plan = self._themes.current, self.plan()
        painter.translate(-self._scroll.level, 0.0)
        for source in self._frames:
            for box in boxes_of(plan, source):
                paint_frame(painter, theme, box)
        for cell in {self._hot, self._pinned} - {NOWHERE}:
            for box in boxes_of(plan, cell):
                paint_frame(painter, theme, box, 2.6)
        painter.translate(self._scroll.level, 0.0)

    def _face(self, place: Place, ratio: float) -> Face:
        name = place.matrix.name
        kept = self._kept.get(name)
        if kept is None or kept.ratio != ratio or not fits(kept.place, place):
            kept = Kept(place, ratio, make_face(self._themes.current, place, ratio, kept))
            self._kept[name] = kept
        return kept.face


def _acting(content: MatrixContent) -> frozenset[str]:
    return frozenset(matrix.name for matrix in content.matrices() if matrix.acts)


def _lane_of(content: MatrixContent, names: frozenset[str]) -> str:
    """The lane to look at: the backward one as soon as something acts there."""
    back = any(matrix.name in names for slot in content.slots for matrix in slot.backward)
    return BACKWARD if back else FORWARD
