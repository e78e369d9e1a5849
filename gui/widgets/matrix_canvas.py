"""The picture of the lanes: what it shows, where it stands, how it moves. `matrix_lanes` adds the hands.

The cells of each matrix are kept as a picture and made anew only where its numbers, its place or the lens changed.
From one step to the next, places travel, and a flipped matrix turns out of its original; with reduced motion all of it
is there at once.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import ThemeHolder
from gui.widgets.matrix_content import NOWHERE, MatrixContent, Source, same_face
from gui.widgets.matrix_face import Face, make_face
from gui.widgets.matrix_layout import Plan, arrange
from gui.widgets.matrix_paint import (
    paint_ghost,
    paint_halo,
    paint_head,
    paint_lane,
    paint_link,
    paint_window,
)
from gui.widgets.matrix_place import Place
from gui.widgets.paper import sharpness
from gui.widgets.shapes import begin


@dataclass(frozen=True)
class _Kept:
    place: Place
    ratio: float
    face: Face


class MatrixCanvas(QWidget):
    """`lens_moved` gives the first example that is shown."""

    lens_moved = Signal(int)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._content = MatrixContent()
        self._plan: Plan | None = None
        self._kept: dict[str, _Kept] = {}
        self._lens = 0
        self._lane = "forward"
        self._scroll = 0.0
        self._frames: tuple[Source, ...] = ()
        self._hot = self._pinned = NOWHERE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)

    def set_content(self, content: MatrixContent) -> None:
        """Show these matrices; pictures of cells that look as before are kept."""
        self._content = content
        acting = [matrix for matrix in content.matrices() if matrix.acts]
        if acting:
            backward = {matrix.name for slot in content.slots for matrix in slot.backward}
            self._lane = "backward" if any(matrix.name in backward for matrix in acting) else "forward"
        self._replan()

    @property
    def content(self) -> MatrixContent:
        """What is shown."""
        return self._content

    def plan(self) -> Plan:
        """Where everything stands."""
        if self._plan is None:
            size = float(self.width()), float(self.height())
            self._plan = arrange(self._themes.current, self._content, *size, self._lens, self._lane)
        return self._plan

    def set_frames(self, sources: tuple[Source, ...]) -> None:
        """Frame these cells, rows and columns: what a number was made of."""
        if sources != self._frames:
            self._frames = sources
            self.update()

    def _replan(self) -> None:
        self._plan = None
        self.update()

    def _on_theme(self) -> None:
        self._kept = {}
        self._replan()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        self._replan()

    def sizeHint(self) -> QSize:
        """Room for two lanes."""
        theme = self._themes.current
        return QSize(round(theme.px(860)), round(theme.px(560)))

    def minimumSizeHint(self) -> QSize:
        """One lane at a time."""
        theme = self._themes.current
        return QSize(round(theme.px(240)), round(theme.px(150)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lanes, matrices, links, frames."""
        with QPainter(self) as painter:
            begin(painter)
            theme, plan, content, wide = self._themes.current, self.plan(), self._content, float(self.width())
            paint_lane(painter, theme, plan.forward, content.forward_words, wide, False)
            paint_lane(painter, theme, plan.backward, content.backward_words, wide, True)
            painter.translate(-self._scroll, 0.0)
            for place in plan.places.values():
                self._paint_place(painter, place)
            for link in content.links:
                one, two = plan.places.get(link.first), plan.places.get(link.second)
                if one is not None and two is not None:
                    body = (plan.forward if one.forward else plan.backward).body
                    paint_link(painter, theme, link, one, two, body.center().y())

    def _paint_place(self, painter: QPainter, place: Place) -> None:
        theme = self._themes.current
        paint_head(painter, theme, place)
        if place.matrix.is_ghost:
            paint_ghost(painter, theme, place.outline)
            return
        if place.matrix.acts:
            paint_halo(painter, theme, place.outline)
        face = self._face(place, sharpness(painter))
        painter.drawPixmap(place.area.topLeft(), face.cells)
        if place.strip is not None:
            painter.drawPixmap(place.strip.topLeft(), face.strip)
            paint_window(painter, theme, place)

    def _face(self, place: Place, ratio: float) -> Face:
        name = place.matrix.name
        kept = self._kept.get(name)
        if kept is None or kept.ratio != ratio or not _fits(kept.place, place):
            kept = _Kept(place, ratio, make_face(self._themes.current, place, ratio))
            self._kept[name] = kept
        return kept.face


def _fits(one: Place, two: Place) -> bool:
    """Does the picture made for one place serve for another?"""
    alike = (one.decimals, one.font, one.exponent, one.strip and one.strip.size()) == (
        two.decimals, two.font, two.exponent, two.strip and two.strip.size()
    )  # fmt: skip
    runs = [(run.size, run.count, run.first) for run in (one.rows, one.columns, two.rows, two.columns)]
    return alike and runs[:2] == runs[2:] and same_face(one.matrix, two.matrix)
