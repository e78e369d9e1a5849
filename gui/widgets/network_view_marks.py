"""What is laid on a network: ties from chips to inputs, frames around what is pointed at, captions below."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from gui.theme import Theme
from gui.widgets.chip import Chip
from gui.widgets.network_view_content import Content, Part
from gui.widgets.network_view_layout import Layout
from gui.widgets.network_view_units import (
    corner_of,
    paint_plate,
    part_rect,
    plate_size,
    sign_role,
    signed,
)
from gui.widgets.shapes import CENTRE, disc, rounded, stroke, text, text_width
from sim.phrases import phrase, word

_LEAST_FRAME = 12.0
_DISC_AIR = 2.0

INPUTS = (word("input"), word("{count} inputs"), word("{count} in"))
OUTPUTS = (word("output"), word("{count} outputs"), word("{count} out"))


def paint_ties(painter: QPainter, theme: Theme, layout: Layout, content: Content, chips: Sequence[Chip]) -> None:
    """From the chips that are on to their inputs."""
    on = [chip for chip in chips if not chip.isHidden() and chip.isChecked()]
    if content.on is None or len(on) != content.counts[0]:
        return
    for j, chip in enumerate(on):
        box, unit = chip.geometry(), layout.columns[0].unit(j)
        start, end = QPointF(box.right() + 1, box.center().y() + 0.5), QPointF(unit.left(), unit.center().y())
        stroke(painter, start, end, theme.color("you", 0.8), theme.stroke("hairline"))


def paint_frame(
    painter: QPainter, theme: Theme, layout: Layout, content: Content, part: Part, role: str, width: float
) -> None:
    """Around a unit, an input or a pill, in a shape like it; around the unit where its bias is a bead."""
    bead = part.kind == "bias" and layout.columns[part.column].pill == "bead"
    unit = layout.columns[part.column].unit(part.j)
    if part.kind == "bias" and not bead:
        rect = part_rect(layout, part).adjusted(-1, -1, 1, 1)
        rounded(painter, rect, rect.height() / 2, None, theme.color(role), width)
    elif content.thumbnail(part.column) is None or content.is_dropped(part.column, part.j):
        radius = max(_LEAST_FRAME, unit.width()) / 2 + _DISC_AIR
        disc(painter, unit.center(), radius - width / 2, None, theme.color(role), width)
    else:
        grown = max(0.0, _LEAST_FRAME - unit.width()) / 2 + 0.5
        frame = unit.adjusted(-grown, -grown, grown, grown)
        rounded(painter, frame, corner_of(theme, frame.width()) + 0.5, None, theme.color(role), width)


def paint_bias_plate(
    painter: QPainter, theme: Theme, layout: Layout, part: Part, value: float, limit: float
) -> None:
    """The value of a bias that is only a bead, below its unit, or above it at the foot of the picture."""
    words = f"b {signed(value)}"
    wide, high = plate_size(theme, words)
    unit = layout.columns[part.column].unit(part.j)
    rect = QRectF(unit.center().x() - wide / 2, unit.bottom() + theme.px(3), wide, high)
    if rect.bottom() > layout.area.bottom() + theme.px(8):
        rect.moveBottom(unit.top() - theme.px(3))
    rect.moveLeft(min(max(0.0, rect.left()), limit - wide))
    paint_plate(painter, theme, rect, words, theme.color(sign_role(value)), "rule")


def paint_captions(
    painter: QPainter, theme: Theme, layout: Layout, counts: Sequence[int], row: tuple[float, float], limit: float
) -> None:
    """How many inputs and outputs there are, in the row (top, height) of the counts; shorter in narrow columns."""
    font = theme.font("caption")
    for column, (noun, many, short) in ((0, INPUTS), (len(counts) - 1, OUTPUTS)):
        count = counts[column]
        forms = (noun if count == 1 else phrase(many, count=count), phrase(short, count=count), str(count))
        words = next((form for form in forms if text_width(form, font) <= layout.pitch - 4), forms[-1])
        half = text_width(words, font) / 2
        x = min(max(layout.columns[column].x, half), limit - half)
        text(painter, QRectF(x - half, row[0], 2 * half, row[1]), words, font, theme.color("faint"), CENTRE)
