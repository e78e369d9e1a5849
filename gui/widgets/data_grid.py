"""Small pictures of which one is chosen: every data set as it looks, side by side.

A picture is a `Tile`, made of plain arrays. The keys walk from picture to picture and Return chooses, so that nobody
passes through five data sets on the way to the sixth. What lies under the pointer, or under the keys, is `pointed` at.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from gui.language import say
from gui.theme import ThemeHolder
from gui.widgets.answer import Answering
from gui.widgets.data_tile import Tile, paint_tile
from gui.widgets.focus import FocusMark
from gui.widgets.shapes import begin, rounded
from gui.widgets.words import tip
from sim.phrases import phrase

SIDE, ROW_GAP, LEAST_GAP = 30.0, 6.0, 4.0
"""The side does not follow the width: a grid that is lower when it is narrower never comes to rest in a scroll area."""
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_CHOOSES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DataGrid(QWidget):
    """`chosen` carries the key of a picture; `pointed` the key of the one looked at, "" for none."""

    chosen = Signal(str)
    pointed = Signal(str)

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._tiles: tuple[Tile, ...] = ()
        self._current = ""
        self._hot = self._place = -1
        self._faces: dict[str, QPixmap] = {}
        self._mark = FocusMark(themes, self, self._ring)
        self._answering = Answering(self, (QEvent.Type.ToolTip,), self._answer)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(say("Data sets"))
        themes.changed.connect(self._on_theme)
        self._tell()

    # What others set ------------------------------------------------------------------------------------------------

    @property
    def keys(self) -> tuple[str, ...]:
        """The pictures, in reading order."""
        return tuple(tile.key for tile in self._tiles)

    @property
    def current(self) -> str:
        """The key of the chosen picture, "" for none."""
        return self._current

    def set_tiles(self, tiles: Sequence[Tile]) -> None:
        """Other pictures; the same ones are left as they are."""
        if tuple(tiles) != self._tiles:
            self._tiles = tuple(tiles)
            self._hot = self._place = -1
            self._on_theme()
            self._tell()

    def set_current(self, key: str) -> None:
        """Choose without a signal; an unknown key chooses none."""
        if key != self._current:
            self._current = key
            self._place = -1
            self._tell()
            self._mark.refresh()
            self.update()

    # Size -----------------------------------------------------------------------------------------------------------

    def heightForWidth(self, width: int) -> int:
        """As many rows as are needed; never fewer in a narrower place."""
        side, gap = self._side(), self._themes.current.px(ROW_GAP)
        rows = max(1, -(-len(self._tiles) // self._columns(width)))
        return round(rows * side + (rows - 1) * gap)

    def sizeHint(self) -> QSize:
        """Six columns."""
        width = round(6 * self._side() + 5 * self._themes.current.px(ROW_GAP))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One column; the height follows from the width."""
        return QSize(self._themes.current.target, self.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width asks for another height."""
        if event.size().width() != event.oldSize().width():
            self._fit()

    def tile_box(self, place: int) -> QRectF:
        """Where a picture lies."""
        side, columns = self._side(), self._columns(self.width())
        row, column = divmod(place, columns)
        across = (self.width() - side) / (columns - 1) if columns > 1 else 0.0
        return QRectF(column * across, row * (side + self._themes.current.px(ROW_GAP)), side, side)

    def _fit(self) -> None:
        """The grid is as high as its rows, whatever lies below it wants."""
        self.setFixedHeight(self.heightForWidth(max(self.width(), 1)))

    def _columns(self, width: int) -> int:
        gap = self._themes.current.px(LEAST_GAP)
        return max(1, int((width + gap) / (self._side() + gap)))

    def _side(self) -> float:
        return max(self._themes.current.px(SIDE), float(self._themes.current.target))

    # Painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every picture, the chosen one in a frame of ink."""
        with QPainter(self) as painter:
            begin(painter)
            theme = self._themes.current
            for place, tile in enumerate(self._tiles):
                box, on = self.tile_box(place), tile.key == self._current
                painter.drawPixmap(box.topLeft(), self._face(tile, box))
                radius = theme.px(5)
                if on:
                    rounded(painter, box, radius, None, theme.color("ink"), theme.px(2))
                elif place == self._hot and self.isEnabled():
                    rounded(painter, box, radius, None, theme.color("soft"), theme.px(1.2))

    def _face(self, tile: Tile, box: QRectF) -> QPixmap:
        """A picture is drawn once per theme and size."""
        if tile.key not in self._faces:
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap(round((box.width() + 1) * ratio), round((box.height() + 1) * ratio))
            pixmap.setDevicePixelRatio(ratio)
            pixmap.fill(Qt.GlobalColor.transparent)
            with QPainter(pixmap) as painter:
                begin(painter)
                paint_tile(painter, self._themes.current, tile, QRectF(0.0, 0.0, box.width(), box.height()))
            self._faces[tile.key] = pixmap
        return self._faces[tile.key]

    # Hands ----------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press chooses."""
        place = self._place_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and place >= 0:
            self._place = place
            self._choose(place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What lies under the pointer answers."""
        self._glow(self._place_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing lies under the pointer."""
        self._glow(-1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk, Home and End go to the ends, Return and Space choose."""
        key, last = Qt.Key(event.key()), len(self._tiles) - 1
        place, columns = self._focused(), self._columns(self.width())
        if key in _CHOOSES and last >= 0:
            self._choose(place)
        elif key in _MOVES:
            self._walk(min(max(place + _MOVES[key], 0), last))
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            other = place + (columns if key == Qt.Key.Key_Down else -columns)
            self._walk(other if 0 <= other <= last else place)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._walk(0 if key == Qt.Key.Key_Home else last)
        else:
            event.ignore()

    def _choose(self, place: int) -> None:
        key = self._tiles[place].key
        self._mark.refresh()
        self.chosen.emit(key)

    def _walk(self, place: int) -> None:
        if place >= 0:
            self._place = place
            self._mark.refresh()
            self._tell()
            self.pointed.emit(self._tiles[place].key)

    def _glow(self, place: int) -> None:
        if place != self._hot:
            self._hot = place
            self.setCursor(Qt.CursorShape.PointingHandCursor if place >= 0 else Qt.CursorShape.ArrowCursor)
            self.pointed.emit(self._tiles[place].key if place >= 0 else "")
            self.update()

    def _place_at(self, at: QPointF) -> int:
        """The picture under a pixel, the gap after it included; -1 for none."""
        reach = self._themes.current.px(LEAST_GAP) / 2.0
        boxes = (self.tile_box(place).adjusted(-reach, -reach, reach, reach) for place in range(len(self._tiles)))
        return next((place for place, box in enumerate(boxes) if box.contains(at)), -1)

    def _focused(self) -> int:
        """Where the keys are: at the picture walked to, else at the chosen one."""
        if self._place >= 0:
            return self._place
        return max(0, self.keys.index(self._current) if self._current in self.keys else 0)

    # Words ----------------------------------------------------------------------------------------------------------

    def _ring(self) -> tuple[QRectF, float]:
        return self.tile_box(self._focused()), self._themes.current.px(5)

    def _answer(self, event: QEvent) -> bool:
        """A tooltip for the picture under the pointer."""
        if not isinstance(event, QHelpEvent):
            return False
        place = self._place_at(QPointF(event.pos()))
        words = tip(self._tiles[place].title, self._tiles[place].about) if place >= 0 else ""
        QToolTip.showText(event.globalPos(), words, self)
        return True

    def _tell(self) -> None:
        """What is chosen, and what the keys are at."""
        titles = {tile.key: tile for tile in self._tiles}
        chosen = titles[self._current].title if self._current in titles else "none"
        words = phrase("Chosen: {chosen}. ", chosen=chosen)
        if self._tiles and self._place >= 0:
            tile = self._tiles[self._place]
            words += phrase(
                "At {title}, {place} of {tiles}: {about} ",
                title=tile.title,
                place=self._place + 1,
                tiles=len(self._tiles),
                about=tile.about,
            )
        self.setAccessibleDescription(say(phrase("{words}Arrow keys walk, Return chooses.", words=words)))

    def _on_theme(self) -> None:
        self._faces.clear()
        self._fit()
        self.update()
