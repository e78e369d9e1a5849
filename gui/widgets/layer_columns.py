"""Where the layers of a deep network stand in a picture: a column for each, and the depth as a place one can drag.

The columns share the width up to the far edge of the output, and that edge is the handle of the depth. It moves on
a logarithmic scale, so that two layers and a hundred are both in reach of one hand: columns grow narrower while it is
dragged, and nothing else has to be rescaled. Pictures that stand above one another share one such plan.
"""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF

from gui.theme import Theme

FIRST_SHARE = 0.34
WIDEST = 64.0
RULER = (1, 100, 10, 2, 20, 50, 5, 3)
"""Depths that are numbered, those first that matter most where room is short."""


def sides(theme: Theme) -> tuple[float, float]:
    """The room at the left, for the numbers of an axis, and at the right: the same in all pictures of the layers."""
    return theme.px(14) + 2.9 * theme.type_size("caption"), theme.px(10)


@dataclass(frozen=True)
class Columns:
    """`area` is where the layers stand; `most` layers reach its right edge. `widest`: of a single column, in pixels.

    The output stands behind the last layer, in a column of its own: there are `depth` + 1.
    """

    area: QRectF
    depth: int
    most: int
    widest: float = WIDEST

    @property
    def count(self) -> int:
        """How many columns."""
        return self.depth + 1

    def edge_of(self, depth: float) -> float:
        """The far edge of so many layers and the output."""
        if self.most <= 1:
            return self.area.right()
        share = math.log(max(1.0, depth)) / math.log(self.most)
        return self.area.left() + self.area.width() * (FIRST_SHARE + (1.0 - FIRST_SHARE) * share)

    def depth_at(self, x: float) -> int:
        """The depth whose edge lies nearest to a pixel."""
        share = ((x - self.area.left()) / max(1.0, self.area.width()) - FIRST_SHARE) / (1.0 - FIRST_SHARE)
        depth = round(math.pow(self.most, min(max(share, 0.0), 1.0)))
        return min(max(depth, 1), self.most)

    @property
    def edge(self) -> float:
        """The far edge of all columns: the handle of the depth."""
        return self.edge_of(self.depth)

    @property
    def pitch(self) -> float:
        """From one column to the next."""
        return (self.edge - self.area.left()) / self.count

    def middle(self, layer: int) -> float:
        """The middle of a column; layers count from 0."""
        return self.area.left() + (layer + 0.5) * self.pitch

    def column(self, layer: int, air: float = 0.26) -> tuple[float, float]:
        """Left end and width of a column; `air` is the share of the pitch that stays empty."""
        wide = min(self.pitch * (1.0 - air), self.widest)
        return self.middle(layer) - wide / 2.0, wide

    def layer_at(self, x: float) -> int:
        """The layer under a pixel; -1 beside the columns."""
        layer = math.floor((x - self.area.left()) / self.pitch) if self.pitch > 0.0 else -1
        return layer if 0 <= layer < self.count else -1

    def numbered(self, least: float) -> list[int]:
        """The layers that are numbered, so that numbers stand at least so far apart: the first, the last, round ones
        between."""
        if self.depth <= 1 or self.pitch >= least:
            return list(range(self.depth))
        stride = next((step for step in (2, 5, 10, 20, 50) if step * self.pitch >= least), self.depth)
        between = [layer for layer in range(stride - 1, self.depth - 1, stride) if layer * self.pitch >= least]
        last = self.depth - 1
        return [0, *(layer for layer in between if (last - layer) * self.pitch >= least), last]
