"""How a slider looks: where its parts lie, and how they are painted.

Three lines: name, symbol and value box; the track with its handle and the tick of the default; both ends as numbers.
The compact form leaves out the third line. Where lines are read from right to left, the words of the first line change
sides; the track does not: less stays at the left, as on every axis.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gui.icons import paint_icon
from gui.theme import Theme
from gui.widgets.shapes import LEFT, RIGHT, disc, elided, rounded, stroke, text, text_width
from sim.numerals import write_short
from sim.params import Integer, Real

LINE_ONE, TRACK, LINE_THREE, HEIGHT, COMPACT_HEIGHT = 22.0, 36.0, 48.0, 62.0, 49.0
END = 4.5  # room beyond the handle for its rim, at both ends
BOX_RADIUS = 5.0


@dataclass
class Look:
    """What is shown. Positions run from 0 to 1; `problem` are the lines of a refusal."""

    label: str
    symbol: str
    unit: str
    role: str
    low: str
    high: str
    default: float
    origin: float
    value: str = ""
    position: float = 0.0
    cued: bool = False
    locked: bool = False
    editing: bool = False
    glow: float = 0.0
    box_glow: float = 0.0
    problem: tuple[str, ...] = ()


def look_of(parameter: Real | Integer) -> Look:
    """What never changes about the slider of `parameter`."""
    low, high = parameter.low, parameter.high
    crosses_zero = low < 0 < high
    return Look(
        parameter.label,
        parameter.symbol,
        parameter.unit,
        parameter.role,
        parameter.format(low) if isinstance(parameter, Integer) else write_short(low),  # type: ignore[arg-type]
        parameter.format(high) if isinstance(parameter, Integer) else write_short(high),  # type: ignore[arg-type]
        default=parameter.position(parameter.default),
        origin=parameter.position(0.0) if crosses_zero else 0.0,
    )


def rounded_at(parameter: Real | Integer, position: float) -> float | int:
    """The number at `position`, rounded to the figures that are shown; the ends stay exact."""
    value = parameter.at(position)
    if isinstance(parameter, Integer) or not 0.0 < position < 1.0:
        return value
    return parameter.parse(parameter.format(value))


@dataclass(frozen=True)
class Face:
    """Where the parts of a slider of `width` pixels lie."""

    theme: Theme
    width: float
    compact: bool
    mirrored: bool = False

    def height(self, problem_lines: int = 0) -> int:
        """The height of the widget; a refusal takes the place of the third line."""
        rest = COMPACT_HEIGHT if self.compact else HEIGHT
        if not problem_lines:
            return round(self.theme.px(rest))
        below = self.theme.px(LINE_THREE) + problem_lines * self.theme.line_height("caption") + self.theme.px(2)
        return round(max(self.theme.px(rest), below))

    @property
    def track_y(self) -> float:
        """The middle of the track."""
        return self.theme.px(TRACK)

    @property
    def handle(self) -> float:
        """The radius of the handle."""
        return float(self.theme.size("handle")) / 2

    @property
    def end(self) -> float:
        """How far the track stays away from both ends."""
        return self.theme.px(END)

    @property
    def first(self) -> float:
        """The middle of the handle at the least number."""
        return self.end + self.handle

    def x_of(self, position: float) -> float:
        """The middle of the handle at `position`."""
        return self.first + (self.width - 2 * self.first) * position

    def position_of(self, x: float) -> float:
        """The position of a handle whose middle is at `x`; beyond 0 and 1 outside the track."""
        return (x - self.first) / max(self.width - 2 * self.first, 1.0)

    def handle_rect(self, look: Look) -> QRectF:
        """The square around the handle."""
        radius = self.handle + (self.theme.px(2) if look.cued else 0.0)
        return QRectF(self.x_of(look.position) - radius, self.track_y - radius, 2 * radius, 2 * radius)

    def track_zone(self) -> QRectF:
        """Where a press moves the handle: as high as a finger needs."""
        high = max(self.theme.px(26), float(self.theme.target))
        return QRectF(0.0, self.track_y - high / 2, self.width, high)

    def box(self, look: Look) -> QRectF:
        """The value box, wider while something is typed into it."""
        theme = self.theme
        wide = text_width(look.value, theme.font("value")) + self._unit_width(look) + theme.px(14)
        if look.editing:
            wide = max(wide, theme.px(84))
        right = self.width - (theme.px(22) if look.locked else 0.0)
        return self.sided(QRectF(right - wide, 0.0, wide, theme.px(LINE_ONE)))

    def sided(self, box: QRectF) -> QRectF:
        """Where a box of the first line stands."""
        left = self.width - box.right() if self.mirrored else box.left()
        return QRectF(left, box.top(), box.width(), box.height())

    def box_zone(self, look: Look) -> QRectF:
        """Where a press begins typing."""
        left = self.sided(self.box(look)).left() - self.theme.px(4)
        return self.sided(QRectF(left, 0.0, self.width - left, self.theme.px(LINE_ONE)))

    def typing(self, look: Look) -> QRectF:
        """Where the field for typing lies: the box without its unit."""
        return self.box(look).adjusted(self.theme.px(3), 1.0, -self.theme.px(4) - self._unit_width(look), -1.0)

    def _unit_width(self, look: Look) -> float:
        return text_width(look.unit, self.theme.font("small")) + self.theme.px(4) if look.unit else 0.0


def paint_slider(painter: QPainter, face: Face, look: Look) -> None:
    """All of it."""
    _paint_words(painter, face, look)
    _paint_value(painter, face, look)
    _paint_track(painter, face, look)
    _paint_handle(painter, face, look)
    _paint_below(painter, face, look)


def _paint_words(painter: QPainter, face: Face, look: Look) -> None:
    theme, box, start = face.theme, face.sided(face.box(look)), RIGHT if face.mirrored else LEFT
    body, italic = theme.font("body"), theme.font("symbol")
    symbol_room = text_width(look.symbol, italic) + theme.px(6) if look.symbol else 0.0
    label = elided(look.label, body, box.left() - symbol_room - theme.px(6))
    color = theme.color("faint" if look.locked else "ink")
    text(painter, face.sided(QRectF(0, 0, box.left(), box.height())), label, body, color, start)
    if look.symbol:
        left = text_width(label, body) + theme.px(6)
        soft = theme.color("faint" if look.locked else "soft")
        room = face.sided(QRectF(left, -1, box.left() - left, box.height()))
        text(painter, room, look.symbol, italic, soft, start)


def _paint_value(painter: QPainter, face: Face, look: Look) -> None:
    theme, box = face.theme, face.box(look)
    radius = theme.px(BOX_RADIUS)
    if look.locked:
        side = theme.px(14)
        place = QRectF(face.width - side, (box.height() - side) / 2, side, side)
        paint_icon(painter, "lock", face.sided(place), theme.color("faint"))
    elif look.editing:
        edge = theme.color("bad" if look.problem else "you")
        rounded(painter, box, radius, theme.color("panel"), edge, theme.px(1.5))
    else:
        rounded(painter, box, radius, theme.color("sunk"))
        if look.box_glow > 0:
            rounded(painter, box, radius, None, theme.color("rule", look.box_glow), theme.stroke("hairline"))
    inner = box.adjusted(theme.px(7), 0, -theme.px(7), 0)
    if look.unit:
        soft = theme.color("faint" if look.locked else "soft")
        text(painter, inner, look.unit, theme.font("small"), soft, RIGHT)
    if not look.editing:
        text(painter, inner, look.value, theme.font("value"), theme.color("faint" if look.locked else "ink"), LEFT)


def _paint_track(painter: QPainter, face: Face, look: Look) -> None:
    theme, y, half = face.theme, face.track_y, face.theme.px(2)
    rounded(painter, QRectF(face.end, y - half, face.width - 2 * face.end, 2 * half), half, theme.color("line"))
    start = face.x_of(look.origin) if look.origin > 0 else face.end
    left, right = sorted((start, face.x_of(look.position)))
    fill = theme.color("rule" if look.locked else look.role)
    rounded(painter, QRectF(left, y - half, max(right - left, half), 2 * half), half, fill)
    tick = face.x_of(look.default)
    stroke(
        painter,
        QPointF(tick, y + theme.px(6.5)),
        QPointF(tick, y + theme.px(9)),
        theme.color("rule"),
        theme.px(1.4),
    )


def _paint_handle(painter: QPainter, face: Face, look: Look) -> None:
    theme, at = face.theme, QPointF(face.x_of(look.position), face.track_y)
    if look.locked:
        disc(painter, at, theme.px(5), theme.color("rule"))
        return
    radius = face.handle + theme.px(0.8) * look.glow
    if look.cued:
        disc(painter, at, face.handle + theme.px(2), theme.color("panel"), theme.color("cue"), theme.px(2.2))
    else:
        disc(painter, at + QPointF(0, 1), radius + theme.px(0.6), theme.color("ink", 0.0 if theme.dark else 0.13))
        disc(painter, at, radius, theme.color("panel"), theme.color("ink"), theme.px(1.6))
    disc(painter, at, theme.px(3), theme.color(look.role))


def _paint_below(painter: QPainter, face: Face, look: Look) -> None:
    theme, font = face.theme, face.theme.font("caption")
    top, high = theme.px(LINE_THREE), theme.line_height("caption")
    side = RIGHT if face.mirrored else LEFT
    for index, line in enumerate(look.problem):
        text(painter, QRectF(0, top + index * high, face.width, high), line, font, theme.color("bad"), side)
    if look.problem or face.compact:
        return
    row = QRectF(0, top, face.width, theme.px(HEIGHT - LINE_THREE))
    text(painter, row, look.low, font, theme.color("faint"), LEFT)
    text(painter, row, look.high, font, theme.color("faint"), RIGHT)
