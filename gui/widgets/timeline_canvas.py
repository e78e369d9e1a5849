"""The canvas of the timeline: seventy years to zoom into, lanes of events, winters, machines on a logarithmic axis.

What stands still is painted once into a pixmap; names are placed anew when years, size or content change. What the
hands do with it: `timeline_view`.
"""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.focus import FocusMark
from gui.widgets.paper import sharpness
from gui.widgets.shapes import begin, rounded
from gui.widgets.timeline_axis import Axis
from gui.widgets.timeline_content import Season, TimelineContent
from gui.widgets.timeline_live import (
    Moving,
    cross_rect,
    paint_bubble,
    paint_cursor,
    paint_seasons,
    paint_snow,
    told_of,
)
from gui.widgets.timeline_paint import paint_dot, paint_still, winter_rect
from gui.widgets.timeline_plan import Plan, Spot, plan, radius
from gui.widgets.words import tip
from sim.phrases import phrase
from sim.timeline import WINTERS

SNOW_MS = 40
NAME = "Timeline"
ABOUT = (
    "Arrow keys walk between events, Enter opens one, plus and minus zoom, 0 shows all years. "
    "Shift with an arrow key draws a season, Enter keeps it."
)
HELP = "Zoom with the wheel, drag to move. Drag along the years to draw a season of your own."


class TimelineCanvas(QWidget):
    """What is drawn and where; the hands are those of `TimelineView`."""

    view_changed = Signal(float, float)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._axis = Axis()
        self._content = TimelineContent()
        self._plan: Plan | None = None
        self._still = QPixmap()
        self._moving = Moving()
        self._focused = ""
        self._playing = self._in_winter = self._cued = False
        self._draws = True
        self._ring = FocusMark(themes, self, self._ring_part)
        self._snow = QTimer(self)
        self._snow.setInterval(SNOW_MS)
        self._snow.timeout.connect(self._fall)
        self._fell = time.monotonic()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(say(NAME))
        self.setAccessibleDescription(say(ABOUT))
        self.setToolTip(tip(NAME, HELP))
        themes.changed.connect(self._on_theme)

    # What is shown ----------------------------------------------------------------------------------------------------

    def set_content(self, content: TimelineContent) -> None:
        """Show this. A cursor that moves while nothing lights up leaves the still layer as it is."""
        before, self._content = self._content, content
        if content == before:
            return
        if self._looks(before) != self._looks(content):
            self._replan()
        self.update()

    @staticmethod
    def _looks(content: TimelineContent) -> object:
        """What the still layer depends on: the cursor only while it stands in a winter."""
        ends = tuple(min(max(content.until, winter.first), winter.last) for winter in WINTERS)
        machines = sum(point.year + 0.5 <= content.until for point in content.timeline.compute)
        return replace(content, until=0.0, drawn=()), ends, machines

    @property
    def content(self) -> TimelineContent:
        """What is shown."""
        return self._content

    @property
    def years(self) -> tuple[float, float]:
        """The first and the last year in view."""
        return self._axis.first, self._axis.last

    def show_years(self, first: float, last: float) -> None:
        """Look at these years, as far as they can be shown."""
        self._look_at(self._axis.showing(first, last))

    def show_all(self) -> None:
        """Look at every year."""
        self._look_at(Axis())

    def reveal(self, id: str) -> None:
        """Move as little as shows an event."""
        spot = self.plan().spot(id)
        if spot is not None:
            self._look_at(self._axis.revealing(spot.when))

    def focus_on(self, id: str) -> None:
        """Let the keyboard's walk stand at an event, whose card tells more than a bubble."""
        self._set_focused(self.plan().spot(id))
        self._set_hovered(None)

    def set_playing(self, playing: bool) -> None:
        """While history runs, snow falls."""
        self._playing = playing
        self._let_it_snow()

    def set_drawing(self, allowed: bool, cued: bool) -> None:
        """Whether seasons may be drawn, and whether that is the next thing to do."""
        self._draws, self._cued = allowed, cued
        self.update()

    def spot_at(self, at: QPointF) -> Spot | None:
        """The dot at, or named at, a place."""
        reach = max(self._themes.current.target / 2.0, radius(self._themes.current) + 4)
        seen = self.plan().seen
        near = min(seen, key=lambda spot: _distance(spot, at), default=None)
        if near is not None and _distance(near, at) <= reach:
            return near
        for spot in seen:
            left, top, right, bottom = self.plan().names.get(spot.id, (0.0, 0.0, 0.0, 0.0))
            if left <= at.x() <= right and top <= at.y() <= bottom:
                return spot
        return None

    def plan(self) -> Plan:
        """Where everything lies now."""
        if self._plan is None:
            self._plan = plan(self._themes.current, self.width(), self.height(), self._axis, self._content)
            self._axis = self._plan.axis
        return self._plan

    def sizeHint(self) -> QSize:
        """Room for lanes and names."""
        return QSize(round(self._themes.current.px(640)), round(self._themes.current.px(420)))

    def minimumSizeHint(self) -> QSize:
        """It can be small; names give way."""
        return QSize(round(self._themes.current.px(200)), round(self._themes.current.px(140)))

    # Layers -----------------------------------------------------------------------------------------------------------

    def _look_at(self, axis: Axis) -> None:
        here = self.plan().axis
        axis = axis.placed(here.left, here.width)
        if axis != self._axis:
            self._axis = axis
            self._replan()
            self.view_changed.emit(axis.first, axis.last)

    def _replan(self) -> None:
        self._plan, self._still = None, QPixmap()
        self._renew_hovered()
        self._ring.refresh()
        self.update()

    def _on_theme(self) -> None:
        self._replan()
        self._let_it_snow()

    def _renew_hovered(self) -> None:
        hovered = self._moving.hovered
        if hovered is not None:
            self._moving = replace(self._moving, hovered=self.plan().spot(hovered.id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything anew."""
        self._replan()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks: nothing falls."""
        self._snow.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The still layer, and what moves over it."""
        with QPainter(self) as painter:
            self._renew(sharpness(painter))
            painter.drawPixmap(0, 0, self._still)
            begin(painter)
            theme, placed, content, moving = self._themes.current, self.plan(), self._content, self._moving
            painter.save()
            painter.setClipRect(placed.area.adjusted(-radius(theme), 0, theme.px(14), theme.px(28)))
            if content.winters:
                paint_snow(painter, theme, placed, content, moving.seconds)
            paint_seasons(painter, theme, placed, content.drawn, moving.draft)
            paint_cursor(painter, theme, placed, content)
            painter.restore()
            if self._cued:
                rounded(painter, placed.strip, theme.px(6), theme.color("cue", 0.10), theme.color("cue"), theme.px(2))
            if moving.hovered is not None:
                if moving.hovered.event is not None and moving.hovered.id != content.chosen:
                    paint_dot(painter, theme, content, moving.hovered, radius(theme) + theme.px(1.6))
                if moving.told:
                    paint_bubble(painter, theme, QRectF(self.rect()).adjusted(4, 4, -4, -4), moving.hovered)

    def _renew(self, ratio: float) -> None:
        size = self.size() * ratio
        if self._still.size() == size and self._still.devicePixelRatio() == ratio:
            return
        self._still = QPixmap(size.expandedTo(QSize(1, 1)))
        self._still.setDevicePixelRatio(ratio)
        self._still.fill(Qt.GlobalColor.transparent)
        with QPainter(self._still) as painter:
            paint_still(painter, self._themes.current, self.plan(), self._content)

    # Under pointer and keys -------------------------------------------------------------------------------------------

    def _set_hovered(self, spot: Spot | None) -> None:
        if spot != self._moving.hovered or self._moving.told != (spot is not None):
            self._moving = replace(self._moving, hovered=spot, told=spot is not None)
            self.setToolTip(say("" if spot is not None else tip(NAME, HELP)))
            self.update()

    def _set_focused(self, spot: Spot | None) -> None:
        """The walk stands here: say so to who sees, and to who hears."""
        self._focused = spot.id if spot is not None else ""
        self._set_hovered(spot)
        self._ring.refresh()
        if spot is None:
            self.setAccessibleName(say(NAME))
            return
        title, lines = told_of(spot)
        self.setAccessibleName(say(phrase("{event}, {when}", event=title, when=lines[0] if lines else "")))

    def _ring_part(self) -> tuple[QRectF, float]:
        spot = self.plan().spot(self._focused) if self._focused else None
        if spot is None or not self.plan().axis.left - 1 <= spot.x <= self.plan().axis.right + 1:
            return QRectF(self.rect()), float(self._themes.current.size("radius_button"))
        reach = radius(self._themes.current) + self._themes.current.px(2)
        return QRectF(spot.x - reach, spot.y - reach, 2 * reach, 2 * reach), reach

    def _set_draft(self, draft: Season | None) -> None:
        if draft != self._moving.draft:
            self._moving = replace(self._moving, draft=draft)
            self.update()

    def _cross_at(self, at: QPointF) -> Season | None:
        """The drawn season whose cross lies there."""
        theme, placed = self._themes.current, self.plan()
        return next((drawn for drawn in self._content.drawn if cross_rect(theme, placed, drawn).contains(at)), None)

    # Snow -------------------------------------------------------------------------------------------------------------

    def _note_winter(self, at: QPointF | None) -> None:
        inside = at is not None and any(
            winter_rect(self.plan(), self._content, winter).contains(at) for winter in WINTERS
        )
        if inside != self._in_winter:
            self._in_winter = inside
            self._let_it_snow()

    def _let_it_snow(self) -> None:
        falls = (self._playing or self._in_winter) and self._content.winters and not self._themes.current.reduced
        if not falls or not self.isVisible():
            self._snow.stop()
        elif not self._snow.isActive():
            self._fell = time.monotonic()
            self._snow.start()

    def _fall(self) -> None:
        now = time.monotonic()
        passed, self._fell = min(now - self._fell, 0.1), now
        self._moving = replace(self._moving, seconds=self._moving.seconds + passed)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self._note_winter(None)
        if not self._focused:
            self._set_hovered(None)


def _distance(spot: Spot, at: QPointF) -> float:
    return float(((spot.x - at.x()) ** 2 + (spot.y - at.y()) ** 2) ** 0.5)
