"""The edges of the dropout lens: between those who came. Width is the weight, strength is what flows through it now.

A unit that is ill has no edges, into it or out of it. One that came and says nothing keeps its edges, pale. Behind a
picture each pupil shows the few pixels that it gets most from.
"""

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.dropout_content import LensSeen
from gui.widgets.dropout_layout import LensLayout
from gui.widgets.network_view_edges import GROUND, ribbons
from gui.widgets.polylines import polygon

PIXELS_EACH = 2
_SAMPLES = 18
_THIN, _WIDE = 0.7, 3.1
_PALES = ((0.0, 0.04, 0.82), (0.04, 0.25, 0.55), (0.25, 0.6, 0.25), (0.6, np.inf, 0.0))
_BACK = 0.88


@dataclass(frozen=True, eq=False)
class LensEdges:
    """Edges into column `layer` + 1 (edges,): ends as units, ways in pixels (edges, samples, 2), weights and flows.

    `share` of the widest and of the strongest edge of their layer, 0 to 1.
    """

    layers: Array
    sources: Array
    targets: Array
    lines: Array
    weights: Array
    width_share: Array
    flow_share: Array

    def touching(self, layer: int, unit: int) -> Array:
        """Which of them belong to a unit; layer -1: an input."""
        enters = (self.layers == layer - 1) & (self.targets == unit)
        leaves = (self.layers == layer) & (self.sources == unit)
        found: Array = enters | leaves
        return found


def curves(starts: Array, ends: Array, samples: int = _SAMPLES) -> Array:
    """Curves that leave and enter level, (edges, samples, 2)."""
    share = np.linspace(0.0, 1.0, samples)
    rise = share * share * (3.0 - 2.0 * share)
    run = 1.5 * share * (1.0 - share) + share**3
    lines = np.empty((len(starts), samples, 2))
    lines[..., 0] = starts[:, :1] + (ends[:, :1] - starts[:, :1]) * run
    lines[..., 1] = starts[:, 1:] + (ends[:, 1:] - starts[:, 1:]) * rise
    return lines


def edges_of(seen: LensSeen, layout: LensLayout) -> LensEdges:
    """The edges between all drawn units that came to this example."""
    parts = [_layer_edges(seen, layout, layer) for layer in range(-1, len(layout.layers))]
    columns = [np.concatenate([part[place] for part in parts]) for place in range(7)]
    return LensEdges(*columns)


def _layer_edges(seen: LensSeen, layout: LensLayout, layer: int) -> tuple[Array, ...]:
    weights = np.nan_to_num(np.asarray(seen.weights[layer + 1], np.float64))
    after = layout.column(layer + 1)
    targets = np.array(after.units, np.intp)
    to_places = np.arange(len(targets))
    if layer + 1 < len(layout.layers):
        well = seen.came(layer + 1)[targets]
        targets, to_places = targets[well], to_places[well]
    flow = weights * seen.answers(layer)[:, None]
    if layer < 0 and layout.picture is not None:
        sources, targets, to_places = _loudest_pixels(flow, targets, to_places)
        from_places = sources
    else:
        units = np.array(layout.column(layer).units, np.intp)
        well = seen.came(layer)[units]
        sources = np.repeat(units[well], len(targets))
        from_places = np.repeat(np.flatnonzero(well), len(targets))
        targets, to_places = np.tile(targets, int(well.sum())), np.tile(to_places, int(well.sum()))
    w, f = weights[sources, targets], np.abs(flow[sources, targets])
    lines = curves(layout.leaves(layer, from_places), layout.enters(layer + 1, to_places))
    return (
        np.full(len(w), layer), sources, targets, lines, w,
        np.abs(w) / (np.abs(w).max(initial=0.0) or 1.0), f / (f.max(initial=0.0) or 1.0),
    )  # fmt: skip


def _loudest_pixels(flow: Array, targets: Array, places: Array) -> tuple[Array, Array, Array]:
    """Each unit's few pixels with the largest |weight x ink|; where all are blank, none."""
    if not len(targets):
        return np.zeros(0, np.intp), targets, places
    size = np.abs(flow[:, targets])
    best = np.argsort(-size, axis=0, kind="stable")[:PIXELS_EACH]
    sources, column = best.T.ravel(), np.repeat(np.arange(len(targets)), len(best))
    loud = size[sources, column] > 0.0
    return sources[loud], targets[column[loud]], places[column[loud]]


def paint_lens_edges(painter: QPainter, theme: Theme, edges: LensEdges, lit: Array | None) -> None:
    """All of them, the faint ones first; where some are lit, the others stand back."""
    painter.setPen(Qt.PenStyle.NoPen)
    thin, more = theme.stroke("edge_min") / 1.2 * _THIN, theme.stroke("edge_per_weight") / 1.1 * (_WIDE - _THIN)
    widths = thin + more * edges.width_share
    if lit is not None:
        _paint_group(painter, theme, edges, widths, ~lit, _BACK)
    chosen = np.ones(len(widths), bool) if lit is None else lit
    for low, high, pale in _PALES:
        mine = chosen & (edges.flow_share >= low) & (edges.flow_share < high)
        _paint_group(painter, theme, edges, widths, mine, pale if lit is None else 0.5 * pale)


def _paint_group(
    painter: QPainter, theme: Theme, edges: LensEdges, widths: Array, which: Array, pale: float
) -> None:
    for role, sign in (("minus", edges.weights < 0.0), ("plus", edges.weights > 0.0)):
        pick = which & sign
        if pick.any():
            painter.setBrush(theme.mix(role, GROUND, pale))
            for outline in ribbons(edges.lines[pick], widths[pick]):
                painter.drawPolygon(polygon(outline))
