"""The basins of attraction on a map: a tint over the relief that says where a start there ends.

The tint keeps light and lines of the ground readable. Labels are coloured first and scaled smoothly then, so that the
borders are soft and no colour appears that belongs to a third place.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QColor, QImage

from gui.theme import Theme
from gui.widgets.contours import Array, Rect
from gui.widgets.markers import color_of

SHARE_LIGHT, SHARE_DARK = 0.27, 0.34


@dataclass(frozen=True, eq=False)
class Basins:
    """Places in `roles` (rows, columns), row 0 at the lowest y, from edge to edge of `rect`."""

    labels: Array
    rect: Rect
    roles: tuple[str, ...]


def basins_of(labels: Array, rect: Rect, roles: Sequence[str]) -> Basins:
    """Labels that are no place in `roles`, or no number, stay without a tint."""
    table = np.asarray(labels)
    with np.errstate(invalid="ignore"):
        known = (table >= 0) & (table < len(roles))
    places = np.full(table.shape, len(roles), np.intp)
    places[known] = table[known].astype(np.intp)
    x0, x1, y0, y1 = (float(side) for side in rect)
    return Basins(places, (x0, x1, y0, y1), tuple(roles))


def basin_image(basins: Basins, theme: Theme) -> QImage:
    """One pixel per label, top row first."""
    colors = [color_of(theme, role, SHARE_DARK if theme.dark else SHARE_LIGHT) for role in basins.roles]
    words = [premultiplied(color) for color in colors]
    table = np.array([*words, 0], np.uint32)
    pixels = np.ascontiguousarray(table[basins.labels[::-1]])
    rows, columns = pixels.shape
    image = QImage(pixels.data, columns, rows, columns * 4, QImage.Format.Format_ARGB32_Premultiplied)
    return image.copy()


def premultiplied(color: QColor, alpha: float = 1.0) -> int:
    """A colour as Qt stores it in premultiplied images; `alpha` makes it paler."""
    share = color.alphaF() * alpha
    channels = (1.0, color.redF(), color.greenF(), color.blueF())
    parts = (round(255.0 * channel * share) for channel in channels)
    word = 0
    for part in parts:
        word = word << 8 | part
    return word
