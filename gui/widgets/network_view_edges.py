"""The edges of a network: curves from unit to unit, as wide as their weight is large, coloured by its sign.

A pen wider than one pixel is slow, so an edge is a ribbon: its outline, computed for all edges at once, filled. What is
about a pixel wide is drawn with the thin pen. Of a large network only the heaviest edges are drawn, and those of the
unit that is pointed at.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.theme import Theme
from gui.widgets.contours import Array
from gui.widgets.network_view_content import NOTHING, Content, Part
from gui.widgets.network_view_layout import Layout
from gui.widgets.polylines import polygon

MOST_EDGES = 1000
HEAVIEST = 6.0  # weights beyond draw no wider
ROOMY = 16.0  # pixels between units below which edges are drawn thinner
_FINE = 120  # up to so many edges are drawn with all their samples
_SAMPLES = (8, 16)
_SAMPLE = 9.0  # pixels between the samples of a curve among many
_THIN = 1.6
_DIM = 0.78
_LIGHT = 0.5  # how much of the height of a layer its edges may cover
_THINNEST = 0.35
_PALES = ((0.0, 0.3, 0.62), (0.3, 0.62, 0.35), (0.62, np.inf, 0.0))
_TURNS = 3
GROUND = "stage"


@dataclass(frozen=True, eq=False)
class Edges:
    """The edges that are drawn: their layer and ends, and their way in pixels (edges, samples, 2)."""

    layers: Array
    sources: Array
    targets: Array
    lines: Array

    @cached_property
    def curves(self) -> list[QPolygonF]:
        """The ways as Qt has them; they stay while weights change."""
        return [polygon(line) for line in self.lines]

    def part(self, index: int) -> Part:
        """Which edge it is."""
        return Part("edge", int(self.layers[index]), int(self.sources[index]), int(self.targets[index]))

    def index(self, part: Part) -> int:
        """Where an edge stands here, or -1."""
        if part.kind != "edge" or not self.layers.size:
            return -1
        same = (self.layers == part.layer) & (self.sources == part.i) & (self.targets == part.j)
        return int(same.argmax()) if same.any() else -1

    def near(self, at: QPointF, reach: float) -> int:
        """The edge whose way passes within `reach` pixels of a point, or -1; of several the nearest."""
        if not self.layers.size:
            return -1
        first, ways = self.lines[:, :-1], np.diff(self.lines, axis=1)
        point = np.array([at.x(), at.y()])
        share = ((point - first) * ways).sum(-1) / np.maximum((ways * ways).sum(-1), 1e-9)
        feet = first + np.clip(share, 0.0, 1.0)[..., None] * ways
        away = np.hypot(*np.moveaxis(feet - point, -1, 0)).min(axis=1)
        index = int(away.argmin())
        return index if float(away[index]) <= reach else -1

    def touching(self, part: Part) -> Array:
        """Which edges belong to a part: an edge itself, or all that enter or leave a unit."""
        if part.kind == "edge":
            same = (self.layers == part.layer) & (self.sources == part.i) & (self.targets == part.j)
        else:
            enter = (self.layers == part.column - 1) & (self.targets == part.j)
            same = enter | ((self.layers == part.column) & (self.sources == part.j) & (part.kind != "bias"))
        found: Array = same
        return found


def edges_of(layout: Layout, content: Content, always: Part = NOTHING, most: int = MOST_EDGES) -> Edges:
    """The edges that are drawn: all of them, or the `most` heaviest and those of one part; none of dropped units."""
    picks = [_picked(content, layer, _quota(content, layer, most), always) for layer in range(content.depth)]
    total = sum(sources.size for sources, _ in picks)
    widest = max(layout.gap(column) for column in range(content.depth))
    samples = round(min(max(_SAMPLES[0], widest / _SAMPLE), _SAMPLES[1])) if total > _FINE else _SAMPLES[1]
    lines = [_lines(layout, layer, *picks[layer], samples) for layer in range(content.depth)]
    layers = [np.full(sources.size, layer) for layer, (sources, _) in enumerate(picks)]
    return Edges(
        np.concatenate(layers),
        np.concatenate([sources for sources, _ in picks]),
        np.concatenate([targets for _, targets in picks]),
        np.concatenate(lines),
    )


def _quota(content: Content, layer: int, most: int) -> int:
    """How many edges a layer may show: the same share of each, but at least as many as there are units."""
    total = sum(matrix.size for matrix in content.weights)
    size = content.weights[layer].size
    least = sum(content.weights[layer].shape)
    return size if total <= most else min(size, max(least, size * most // total))


def _picked(content: Content, layer: int, quota: int, always: Part) -> tuple[Array, Array]:
    """Sources and targets of the edges of a layer that are drawn, the heaviest last; every unit keeps its heaviest."""
    weights = np.abs(content.weights[layer])
    weights = np.where(np.isfinite(weights), weights, np.inf)
    order = np.argsort(weights, axis=None, kind="stable")
    chosen = np.zeros(weights.shape, bool)
    chosen[np.arange(weights.shape[0]), weights.argmax(axis=1)] = True
    chosen[weights.argmax(axis=0), np.arange(weights.shape[1])] = True
    spare = max(0, quota - int(chosen.sum()))
    others = order[~chosen.ravel()[order]]
    chosen.flat[others[others.size - spare :]] = True
    if always.kind in ("unit", "input") and always.column == layer:
        chosen[always.j] = True
    elif always.kind in ("unit", "bias") and always.layer == layer:
        chosen[:, always.j] = True
    elif always.kind == "edge" and always.layer == layer:
        chosen[always.i, always.j] = True
    for axis, column in ((0, layer), (1, layer + 1)):
        flags = content.dropped[column] if column < len(content.dropped) else None
        if flags is not None:
            chosen &= ~(flags[:, None] if axis == 0 else flags[None, :])
    kept = order[chosen.ravel()[order]]
    return kept // weights.shape[1], kept % weights.shape[1]


def _lines(layout: Layout, layer: int, sources: Array, targets: Array, samples: int) -> Array:
    """Cubic curves that leave and enter level (edges, samples, 2)."""
    starts = layout.leaves(layer)[sources]
    ends = layout.enters(layer + 1, len(layout.columns[layer].ys))[sources, targets]
    share = np.linspace(0.0, 1.0, samples)
    rise = share * share * (3.0 - 2.0 * share)
    # Level handles at half way: x is not linear in the parameter, and the height is the smooth step.
    run = 1.5 * share * (1.0 - share) + share**3
    lines = np.empty((sources.size, samples, 2))
    lines[..., 0] = starts[:, :1] + (ends[:, :1] - starts[:, :1]) * run
    lines[..., 1] = starts[:, 1:] + (ends[:, 1:] - starts[:, 1:]) * rise
    return lines


def widths_of(theme: Theme, layout: Layout, edges: Edges, values: Array) -> Array:
    """The width of every edge in pixels; thinner where units stand close."""
    spacing = [layout.spacing(column) for column in range(len(layout.columns))]
    thin = np.array([min(one, two) for one, two in pairwise(spacing)])
    crowd = np.bincount(edges.layers, minlength=thin.size)
    dense = _LIGHT * layout.area.height() / np.maximum(1, crowd)
    scale = np.clip(np.minimum(thin / theme.px(ROOMY), dense / theme.px(2.0)), _THINNEST, 1.0)
    size = np.minimum(np.where(np.isfinite(values), np.abs(values), 0.0), HEAVIEST)
    widths: Array = (theme.stroke("edge_min") + theme.stroke("edge_per_weight") * size) * scale[edges.layers]
    return widths


def paint_edges(
    painter: QPainter, theme: Theme, layout: Layout, edges: Edges, values: Array, lit: Array | None
) -> None:
    """All edges; where some are lit, the others stand back. Among many, signs take turns: none lies on top of all."""
    widths, signs = widths_of(theme, layout, edges, values), list(_signs(values))
    turns = (edges.sources + edges.targets) % _TURNS if values.size > _FINE // 2 else np.zeros(values.size, int)
    for pale, chosen in _strengths(values, lit):
        for turn in range(int(turns.max(initial=0)) + 1):
            mine = chosen & (turns == turn)
            for role, which in signs:
                pick = np.flatnonzero(mine & which)
                if pick.size:
                    color = theme.mix(role, GROUND, 0.0 if role == "bad" else pale)
                    _paint_group(painter, color, edges, pick, widths[pick], role == "bad")


def _strengths(values: Array, lit: Array | None) -> Iterator[tuple[float, Array]]:
    """How pale which edges are, the palest first: those that are not lit; among many, the light ones."""
    if lit is not None:
        yield _DIM, ~lit
        yield 0.0, lit
    elif values.size <= _FINE // 2:
        yield 0.0, np.ones(values.size, bool)
    else:
        size = np.abs(np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0))
        share = size / max(float(np.quantile(size, 0.9)), 1e-300)
        for low, high, pale in _PALES:
            yield pale, (share >= low) & (share < high)


def _signs(values: Array) -> Iterator[tuple[str, Array]]:
    """Roles of colour and their edges: nothing, negative, positive, not a number any more."""
    with np.errstate(invalid="ignore"):
        yield "line", values == 0.0
        yield "minus", (values < 0.0) & np.isfinite(values)
        yield "plus", (values > 0.0) & np.isfinite(values)
        yield "bad", ~np.isfinite(values)


def _paint_group(
    painter: QPainter, color: QColor, edges: Edges, pick: Array, widths: Array, broken: bool
) -> None:
    pen = QPen(color, 1.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.BevelJoin)
    if broken:
        pen.setDashPattern([4.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    thin = (widths <= _THIN) | broken
    curves = edges.curves
    for index in pick[thin].tolist():
        painter.drawPolyline(curves[index])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    for outline in ribbons(edges.lines[pick[~thin]], widths[~thin]):
        painter.drawPolygon(polygon(outline))


def ribbons(lines: Array, widths: Array) -> Array:
    """The outlines (lines, 2 samples, 2) of lines of these widths."""
    ways = np.empty_like(lines)
    ways[:, 1:-1] = lines[:, 2:] - lines[:, :-2]
    ways[:, 0], ways[:, -1] = lines[:, 1] - lines[:, 0], lines[:, -1] - lines[:, -2]
    lengths = np.maximum(np.hypot(ways[..., 0], ways[..., 1]), 1e-9)
    across = np.stack((-ways[..., 1], ways[..., 0]), axis=-1) * (0.5 * widths[:, None] / lengths)[..., None]
    outlines: Array = np.concatenate((lines + across, (lines - across)[:, ::-1]), axis=1)
    return outlines
