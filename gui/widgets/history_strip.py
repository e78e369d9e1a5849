"""Seventy years on one line: milestones with their names, the two winters as cold bands, decades below.

A filled dot can be tried in the program, a hollow one is to read. Click a dot or its name, or walk with the arrows and
press Enter: `chosen` carries the id. Time runs from left to right in every language. Snow falls only while the pointer
rests on a winter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.icons import paint_icon
from gui.theme import Theme, ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.focus import FocusMark
from gui.widgets.history_strip_layout import Placed, Room, Wanted, place_names
from gui.widgets.shapes import CENTRE, begin, disc, rounded, stroke, text, text_width
from gui.widgets.words import tell, tip
from sim.phrases import joined, phrase

SIDE, FOOT, LEVEL, DOT = 14.0, 28.0, 22.0, 5.0
MOST_LEVELS = 4
HIGHEST = 200.0
FALL, TICK = 12.0, 50
"""Pixels that snow falls in a second, and milliseconds between two pictures of it."""
FLAKES = 26
_MOVES = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
_LEGEND = "Arrows walk from one to the next, Enter opens it."


@dataclass(frozen=True)
class StripMark:
    """One milestone. year: where it stands; runs: it can be tried here; here: it is what is on the screen."""

    id: str
    label: str
    year: float
    about: str = ""
    runs: bool = False
    here: bool = False


@dataclass(frozen=True)
class StripSeason:
    """A winter, in years."""

    label: str
    first: float
    last: float


class HistoryStrip(QWidget):
    """See the module's text."""

    chosen = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._marks: tuple[StripMark, ...] = ()
        self._seasons: tuple[StripSeason, ...] = ()
        self._years = (1943.0, 2016.0)
        self._at = 0
        self._hot: int | None = None
        self._places: tuple[Placed | None, ...] | None = None
        self._fallen = 0.0
        self._snowing: int | None = None
        self._snow = QTimer(self)
        self._snow.setInterval(TICK)
        self._snow.timeout.connect(self._fall)
        self._ring = FocusMark(themes, self, lambda: (self.mark_box(self._at), themes.current.px(5)))
        Answering(self, (QEvent.Type.ToolTip,), self._answer)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        themes.changed.connect(self._on_theme)
        self._tell()

    # What the owner says ---------------------------------------------------------------------------------------------

    def set_marks(self, marks: Sequence[StripMark], first: float, last: float) -> None:
        """The milestones, the more important first, and the years that the line shows."""
        self._marks = tuple(sorted(marks, key=lambda mark: mark.year))
        self._order = {mark.id: place for place, mark in enumerate(marks)}
        self._years = (first, last)
        self._at = next((place for place, mark in enumerate(self._marks) if mark.here), 0)
        self._forget()
        self._tell()

    def set_seasons(self, seasons: Sequence[StripSeason]) -> None:
        """The winters."""
        self._seasons = tuple(seasons)
        self.update()

    @property
    def marks(self) -> tuple[StripMark, ...]:
        """The milestones by time."""
        return self._marks

    @property
    def current(self) -> StripMark | None:
        """The milestone that Enter opens."""
        return self._marks[self._at] if self._marks else None

    # Geometry --------------------------------------------------------------------------------------------------------

    def x_of(self, year: float) -> float:
        """The pixel of a moment."""
        side = self._themes.current.px(SIDE)
        first, last = self._years
        return side + (self.width() - 2 * side) * (year - first) / (last - first)

    def top(self) -> float:
        """Where the picture begins: in a high place it stands in the middle."""
        return max(0.0, (self.height() - self._themes.current.px(HIGHEST)) / 2)

    def axis(self) -> float:
        """The height of the line."""
        return self.height() - self.top() - self._themes.current.px(FOOT)

    def levels(self) -> int:
        """So many names can stand above each other."""
        theme = self._themes.current
        return max(1, min(MOST_LEVELS, int((self.axis() - self.top() - theme.px(8)) / theme.px(LEVEL))))

    def places(self) -> tuple[Placed | None, ...]:
        """Where the names stand, in the order of `marks`."""
        if self._places is None:
            theme, font = self._themes.current, self._themes.current.font("label")
            order = sorted(range(len(self._marks)), key=lambda place: self._order[self._marks[place].id])
            wanted = [Wanted(self.x_of(mark.year), text_width(mark.label, font)) for mark in self._marks]
            room = Room(0.0, float(self.width()), self.levels(), theme.px(1.0))
            found = place_names([wanted[place] for place in order], room)
            by_place = dict(zip(order, found, strict=True))
            self._places = tuple(by_place[place] for place in range(len(self._marks)))
        return self._places

    def label_box(self, place: int) -> QRectF | None:
        """The box of a name; None where it found no place."""
        at, theme = self.places()[place], self._themes.current
        if at is None:
            return None
        wide = text_width(self._marks[place].label, theme.font("label"))
        foot = self.axis() - theme.px(9) - at.level * theme.px(LEVEL)
        return QRectF(at.left, foot - theme.px(LEVEL - 4), wide, theme.px(LEVEL - 4))

    def mark_box(self, place: int) -> QRectF:
        """What can be hit of a milestone: its dot with its name."""
        if not self._marks:
            return QRectF(self.rect())
        reach = self._themes.current.target / 2
        dot = QRectF(self.x_of(self._marks[place].year) - reach, self.axis() - reach, 2 * reach, 2 * reach)
        label = self.label_box(place)
        near = label is not None and label.bottom() > dot.top() - self._themes.current.px(4)
        return dot.united(label) if label is not None and near else label if label is not None else dot

    def mark_at(self, spot: QPointF) -> int | None:
        """The milestone under a pixel: a name first, then the nearest dot."""
        for place in range(len(self._marks)):
            label = self.label_box(place)
            if label is not None and label.adjusted(-3, -3, 3, 3).contains(spot):
                return place
        reach = self._themes.current.target / 2
        if abs(spot.y() - self.axis()) > reach or not self._marks:
            return None
        away = [abs(self.x_of(mark.year) - spot.x()) for mark in self._marks]
        nearest = min(range(len(away)), key=away.__getitem__)
        return nearest if away[nearest] <= reach else None

    # Painting --------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Winters, line, decades, milestones."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            for number, season in enumerate(self._seasons):
                self._paint_season(painter, theme, number, season)
            self._paint_axis(painter, theme)
            for place in range(len(self._marks)):
                self._paint_stem(painter, theme, place)
            for place in range(len(self._marks)):
                self._paint_mark(painter, theme, place)

    def season_box(self, season: StripSeason) -> QRectF:
        """The band of a winter."""
        left, right = self.x_of(season.first), self.x_of(season.last)
        return QRectF(left, self.top(), right - left, self.axis() - self.top())

    def _paint_season(self, painter: QPainter, theme: Theme, number: int, season: StripSeason) -> None:
        band = self.season_box(season)
        rounded(painter, band, theme.px(6), theme.color("winter"))
        painter.save()
        painter.setClipRect(band)
        fallen = self._fallen if number == self._snowing else 0.0
        for flake in range(FLAKES):
            x = band.left() + band.width() * ((flake * 0.7549 + 0.13 * number) % 1.0)
            y = ((flake * 0.5698 + 0.29 * number) % 1.0) * band.height() + fallen
            size = theme.px(0.9 + 0.5 * (flake % 3 == 0))
            spot = QPointF(x, band.top() + y % max(1.0, band.height()))
            disc(painter, spot, size, theme.color("winter_ink", 0.45))
        painter.restore()
        if self.levels() < 3:
            return
        side = theme.px(13)
        icon = QRectF(band.center().x() - side / 2, band.top() + theme.px(7), side, side)
        rounded(painter, icon.adjusted(-3, -3, 3, 3), theme.px(8), theme.color("winter"))
        paint_icon(painter, "flake", icon, theme.color("winter_ink"), 1.3)

    def _paint_axis(self, painter: QPainter, theme: Theme) -> None:
        y, side = self.axis(), theme.px(SIDE)
        stroke(painter, QPointF(side, y), QPointF(self.width() - side, y), theme.color("rule"), theme.stroke("icon"))
        font = theme.font("caption")
        high = QFontMetricsF(font).height()
        top = y + theme.px(9)
        taken: list[QRectF] = []
        for season in self._seasons:
            wide, middle = text_width(season.label, font), self.season_box(season).center().x()
            place = QRectF(middle - wide / 2, top, wide, high)
            if not any(place.adjusted(-6, 0, 6, 0).intersects(other) for other in taken):
                taken.append(place)
                text(painter, place, season.label, font, theme.color("winter_ink"), CENTRE)
        for year in range(int(self._years[0] // 10 + 1) * 10, int(self._years[1]), 10):
            wide = text_width(f"{year}", font)
            place = QRectF(self.x_of(year) - wide / 2, top, wide, high)
            if not any(place.adjusted(-4, 0, 4, 0).intersects(other) for other in taken):
                taken.append(place)
                text(painter, place, f"{year}", font, theme.color("faint"), CENTRE)

    def _paint_stem(self, painter: QPainter, theme: Theme, place: int) -> None:
        label = self.label_box(place)
        if label is not None:
            x = self.x_of(self._marks[place].year)
            foot = QPointF(x, self.axis() - theme.px(DOT + 1))
            stroke(painter, QPointF(x, label.bottom() + 1), foot, theme.color("rule"), theme.stroke("hairline"))

    def _paint_mark(self, painter: QPainter, theme: Theme, place: int) -> None:
        mark, label = self._marks[place], self.label_box(place)
        color = theme.color("you" if mark.here or place == self._hot else "ink")
        spot = QPointF(self.x_of(mark.year), self.axis())
        radius = theme.px(DOT + (0.6 if mark.here else 0.0))
        disc(painter, spot, radius + theme.px(1.6), theme.color("panel"))
        if mark.runs:
            disc(painter, spot, radius, color)
        else:
            disc(painter, spot, radius - theme.px(0.8), theme.color("panel"), color, theme.px(1.6))
        if label is not None:
            text(painter, label, mark.label, theme.font("label"), color, CENTRE)

    # Hands -----------------------------------------------------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light up what lies under the pointer; snow falls in the winter under it."""
        at = event.position()
        hot = self.mark_at(at)
        if hot != self._hot:
            self._hot = hot
            self.setCursor(Qt.CursorShape.ArrowCursor if hot is None else Qt.CursorShape.PointingHandCursor)
            self.update()
        self._snow_in(next((n for n, s in enumerate(self._seasons) if self.season_box(s).contains(at)), None))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at any more."""
        self._hot = None
        self._snow_in(None)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the milestone under the pointer."""
        place = self.mark_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._go(place)
            self.chosen.emit(self._marks[place].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Home and End go to the ends, Enter and Space open."""
        key = Qt.Key(event.key())
        if not self._marks:
            super().keyPressEvent(event)
        elif key in _MOVES:
            self._go(min(max(self._at + _MOVES[key], 0), len(self._marks) - 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else len(self._marks) - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._marks[self._at].id)
        else:
            super().keyPressEvent(event)

    def _go(self, place: int) -> None:
        self._at = place
        self._ring.refresh()
        self._tell()

    def _snow_in(self, season: int | None) -> None:
        if season == self._snowing:
            return
        self._snowing = season
        falls = season is not None and not self._themes.current.reduced
        self._snow.start() if falls else self._snow.stop()
        self.update()

    def _fall(self) -> None:
        self._fallen += FALL * TICK / 1000.0
        self.update()

    # Words -----------------------------------------------------------------------------------------------------------

    def _answer(self, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent):
            return False
        place = self.mark_at(QPointF(event.pos()))
        words = "" if place is None else tip(self._marks[place].label, self._marks[place].about)
        QToolTip.showText(event.globalPos(), words, self)
        return True

    def _tell(self) -> None:
        mark = self.current
        about = phrase("{name}. {about}", name=mark.label, about=mark.about) if mark is not None else ""
        tell(self, "Seventy years in one line", joined((about, _LEGEND)))

    # Size ------------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """Three names above each other, decades below."""
        theme = self._themes.current
        return QSize(round(theme.px(700)), round(theme.px(FOOT + 3 * LEVEL + 24)))

    def minimumSizeHint(self) -> QSize:
        """One name at a time."""
        theme = self._themes.current
        return QSize(round(theme.px(240)), round(theme.px(FOOT + 2 * LEVEL)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other places for the names."""
        self._forget()

    def _forget(self) -> None:
        self._places = None
        self._ring.refresh()
        self.update()

    def _on_theme(self) -> None:
        self._forget()
        self.updateGeometry()
