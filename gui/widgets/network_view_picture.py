"""The picture of a network: what it shows, where it stands, how it is painted. `network_view` adds the hand."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from gui.theme import ThemeHolder, tokens
from gui.widgets import network_view_marks as marks
from gui.widgets import network_view_units as look
from gui.widgets.contours import Array
from gui.widgets.network_view_content import NOTHING, Content, Part
from gui.widgets.network_view_controls import Controls
from gui.widgets.network_view_edges import Edges, edges_of, paint_edges
from gui.widgets.network_view_layout import Layout, arrange
from gui.widgets.network_view_plates import place_all, place_plates
from gui.widgets.paper import sharpness
from gui.widgets.shapes import begin

_SIDE_ROOM = 8.0
_MOST_ON_HOVER = 14
_PICK_EVERY = 20  # frames after which the heaviest edges of a large network are looked for again


class NetworkPicture(QWidget):
    """Takes arrays, keeps the layout until shape, size, theme or fish-eye change."""

    shape_changed = Signal()

    def __init__(self, themes: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._content = Content()
        self._hot = self._chosen = NOTHING
        self._looked: tuple[int, float] = (-1, 0.0)
        self._layout: Layout | None = None
        self._edges: Edges | None = None
        self._images: dict[int, QImage] = {}
        self._plates: list[tuple[int, QRectF]] | None = None
        self._since_pick = 0
        self._hand = NOTHING  # the part that is being dragged
        self.controls = Controls(themes, self)
        self.controls.fit(self._content)
        themes.changed.connect(self._on_theme)

    # What others set ------------------------------------------------------------------------------------------------

    def set_weights(self, weights: Sequence[Array]) -> None:
        """One matrix (n_in, n_out) for each layer; other shapes are another network."""
        held = self._content.value(self._hand) if self._content.holds(self._hand) else None
        if self._content.take_weights(weights):
            self._reshape()
        self._keep_held(held)
        self._since_pick += 1
        if self._since_pick >= _PICK_EVERY and not self._is_complete():
            self._edges = self._plates = None
        self._refresh()

    def set_biases(self, biases: Sequence[Array]) -> None:
        """One vector for each layer."""
        held = self._content.value(self._hand) if self._content.holds(self._hand) else None
        self._content.take_biases(biases)
        self._keep_held(held)
        self._refresh()

    def set_activations(self, names: Sequence[str]) -> None:
        """The key of the activation of every layer, the output's last."""
        if names and list(names) != self._content.activations:
            self._content.activations = list(names)
            self._images = {}
            self.controls.fit(self._content)
            self.update()

    def set_thumbnails(self, pictures: Sequence[Array | None]) -> None:
        """Fields (units, h, w) per layer, -1 to 1, or 0 to 1 where the activation gives that; the first row on top.

        The list may begin with the pictures of the inputs. An empty list: discs.
        """
        before = [picture is not None for picture in self._content.thumbnails]
        self._content.thumbnails = self._content.by_column(pictures)
        self._images = {}
        if before != [picture is not None for picture in self._content.thumbnails]:
            self._rearrange()
        self._refresh()

    def set_activities(self, values: Sequence[Array | None]) -> None:
        """Activations (units,) per layer for units that are drawn as discs; may begin with the inputs."""
        self._content.activities = self._content.by_column(values)
        self._refresh()

    def set_dropped(self, flags: Sequence[Array | None]) -> None:
        """Which units are out in this update, per layer; an empty list: none."""
        columns = self._content.by_column(flags)
        self._content.dropped = [None if flag is None else flag.astype(bool) for flag in columns]
        self._edges = self._plates = None
        self.update()

    def set_inputs(self, names: Sequence[str], on: Sequence[bool] | None = None) -> None:
        """The names of the input features. With `on`, they are chips, and those that are on are the inputs."""
        flags = None if on is None else [bool(flag) for flag in on]
        if flags is not None and len(flags) != len(names):
            raise ValueError("There is one flag for every input feature.")
        if (list(names), flags) != (self._content.features, self._content.on):
            self._content.features, self._content.on = list(names), flags
            self.controls.fit(self._content)
            self._rearrange()

    def set_selected(self, kind: str = "", layer: int = -1, i: int = -1, j: int = -1) -> None:
        """The part whose arithmetic is shown elsewhere: it wears a violet frame."""
        part = Part(kind, layer, i, j)
        self._chosen = part if self._content.holds(part) else NOTHING
        self._edges = self._edges if self._edges is not None and self._is_complete() else None
        self.update()

    def set_structure_shown(self, shown: bool) -> None:
        """Show what changes the shape of the network, or, where that is not the topic, hide it."""
        if shown != self.controls.shown:
            self.controls.set_shown(shown)
            self.controls.fit(self._content)
            self._rearrange()

    # Layout ---------------------------------------------------------------------------------------------------------

    @property
    def content(self) -> Content:
        """What is shown."""
        return self._content

    def layout_now(self) -> Layout:
        """Where everything stands."""
        if self._layout is None:
            self._layout = self._arranged()
        return self._layout

    def edges_now(self) -> Edges:
        """The edges that are drawn."""
        if self._edges is None:
            self._since_pick = 0
            self._edges = edges_of(self.layout_now(), self._content, self._hot if self._hot.kind else self._chosen)
        return self._edges

    def values(self) -> Array:
        """The weights of the edges that are drawn."""
        edges = self.edges_now()
        found = np.zeros(edges.layers.size)
        for layer, matrix in enumerate(self._content.weights):
            mine = edges.layers == layer
            found[mine] = matrix[edges.sources[mine], edges.targets[mine]]
        return found

    def _arranged(self) -> Layout:
        theme, content = self._themes.current, self._content
        left, side = self.controls.left(content), theme.px(_SIDE_ROOM)
        wide = max(40.0, self.width() - left - 2 * side)
        pitch = wide / max(1, content.depth)
        pictures = [content.thumbnail(column) is not None for column in range(len(content.counts))]
        narrow, top, air = self.controls.is_narrow(pitch), self.controls.top(), theme.px(4)
        while True:
            high = max(40.0, self.height() - top - self.controls.foot(narrow) - air)
            area = QRectF(left + side, top, wide, high)
            layout = arrange(theme, area, content.counts, pictures, self._looked)
            if narrow or not self.controls.is_narrow(layout.pitch):
                return replace(layout, narrow=narrow)
            narrow = True

    def _rearrange(self) -> None:
        self._layout = self._edges = self._plates = None
        self.controls.lay(self.layout_now(), self._content, self.size())
        self.update()

    def _reshape(self) -> None:
        self._hot = self._hand = NOTHING
        self._chosen = self._chosen if self._content.holds(self._chosen) else NOTHING
        self._looked, self._images = (-1, 0.0), {}
        self.controls.fit(self._content)
        self._rearrange()
        self.shape_changed.emit()

    def _look_at(self, column: int, y: float) -> None:
        """Move the fish-eye; only a crowded column has one."""
        looked = (column, y) if column >= 0 and self.layout_now().columns[column].style == "small" else (-1, 0.0)
        if looked != self._looked:
            self._looked = looked
            self._layout = self._edges = self._plates = None

    def _refresh(self) -> None:
        """Paint anew, but not the chips and counts that lie above: they show what has not changed."""
        region = QRegion(self.rect())
        for child in self.children():
            if isinstance(child, QWidget) and child.isVisible():
                region -= QRegion(child.geometry())
        self.update(region)

    def _is_complete(self) -> bool:
        return self._edges is not None and self._edges.layers.size == sum(w.size for w in self._content.weights)

    def _keep_held(self, held: float | None) -> None:
        """While a hand drags a value, the hand is right."""
        if held is not None and self._content.holds(self._hand):
            self._content.put(self._hand, held)

    # Painting -------------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Edges, units, values."""
        with QPainter(self) as painter:
            begin(painter)
            theme, layout, edges, values = self._themes.current, self.layout_now(), self.edges_now(), self.values()
            part = self._pointed()
            lit = edges.touching(part) if part.kind and part.kind != "bias" else None
            paint_edges(painter, theme, layout, edges, values, lit)
            marks.paint_ties(painter, theme, layout, self._content, self.controls.chips)
            self._paint_units(painter, layout)
            self._paint_plates(painter, values, part, lit)
            self._paint_frames(painter, layout, part)
            row = self.controls.count_row(layout, self.height())
            marks.paint_captions(painter, theme, layout, self._content.counts, row, self.width())

    def _pointed(self) -> Part:
        """What is highlighted: under the pointer, else what the keyboard is at."""
        return self._hot if self._hot.kind else self._chosen if self.hasFocus() else NOTHING

    def _paint_units(self, painter: QPainter, layout: Layout) -> None:
        theme, content = self._themes.current, self._content
        for column, place in enumerate(layout.columns):
            image = self._image(column, sharpness(painter))
            tiny = look.paint_specks(painter, theme, layout, content, column)
            which = np.flatnonzero(~tiny).tolist()
            biases = content.biases[column - 1] if column else np.zeros(0)
            for j in which if place.pill == "under" else ():
                look.paint_pill(painter, theme, layout, column, j, float(biases[j]))
            look.paint_units(painter, theme, layout, content, column, which, image)
            for j in which if place.style == "large" and not (column == 0 and content.on is not None) else ():
                look.paint_title(painter, theme, place.unit(j), content.symbol(column, j))
            if place.pill == "bead":
                look.paint_beads(painter, theme, layout, column, which, biases)
            for j in which if place.pill == "beside" else ():
                look.paint_pill(painter, theme, layout, column, j, float(biases[j]))

    def _paint_plates(self, painter: QPainter, values: Array, part: Part, lit: Array | None) -> None:
        theme, layout, edges = self._themes.current, self.layout_now(), self.edges_now()
        if lit is None or part.kind == "":
            plates = list(self._plates or ()) if self.writes_all() else []
        else:
            which = np.flatnonzero(lit & (edges.layers == part.layer if part.kind == "unit" else True))
            heavy = which[np.argsort(-np.abs(np.nan_to_num(values[which])))][:_MOST_ON_HOVER]
            plates = place_plates(theme, layout, edges, values, heavy.tolist(), part.kind == "edge")
        chosen = edges.index(self._chosen)
        if chosen >= 0:
            plates = [pair for pair in plates if pair[0] != chosen] + [(chosen, self.plate_of(self._chosen))]
        for index, rect in plates:
            value = float(values[index])
            edge = "you" if index == chosen else "rule" if part.kind == "edge" else ""
            look.paint_plate(painter, theme, rect, look.signed(value), theme.color(look.sign_role(value)), edge)

    def writes_all(self) -> bool:
        """Do all edges wear their values?"""
        if self._plates is None:
            self._plates = place_all(self._themes.current, self.layout_now(), self.edges_now(), self.values())
        return bool(self._plates)

    def plate_of(self, part: Part) -> QRectF:
        """Where the value of an edge stands when it is the one that is pointed at; empty where it is not drawn."""
        edges = self.edges_now()
        index = edges.index(part)
        if index < 0:
            return QRectF()
        shown = dict(self._plates or ())
        found = shown.get(index)
        if found is None:
            layout, values = self.layout_now(), self.values()
            found = place_plates(self._themes.current, layout, edges, values, [index], insist=True)[0][1]
        return found

    def _paint_frames(self, painter: QPainter, layout: Layout, part: Part) -> None:
        theme, content = self._themes.current, self._content
        for which, role, width in ((self._chosen, "you", 2.4), (part, "you" if part == self._chosen else "ink", 1.8)):
            if which.kind in ("unit", "input", "bias"):
                marks.paint_frame(painter, theme, layout, content, which, role, theme.px(width))
        if part.kind in ("bias", "unit") and layout.columns[part.column].pill == "bead":
            marks.paint_bias_plate(painter, theme, layout, part, content.value(part), self.width())

    def _image(self, column: int, ratio: float) -> QImage | None:
        """The pictures of a column in device pixels."""
        fields = self._content.thumbnail(column)
        if fields is None:
            return None
        place = self.layout_now().columns[column]
        pixels = max(2, round(place.width * ratio))
        if column not in self._images or self._images[column].width() != pixels:
            theme, share = self._themes.current, self._content.is_share(column)
            reach = 0.72 if column == self._content.depth else float(tokens()["map"]["diverging_reach"]["cell"])
            radius = look.corner_of(theme, place.width) * ratio
            self._images[column] = look.field_image(theme, fields, share, reach, pixels, radius)
        return self._images[column]

    # Qt -------------------------------------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        """A landscape format."""
        return QSize(round(self._themes.current.px(500)), round(self._themes.current.px(310)))

    def minimumSizeHint(self) -> QSize:
        """Still a network."""
        return QSize(round(self._themes.current.px(280)), round(self._themes.current.px(200)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size, another layout."""
        super().resizeEvent(event)
        self._rearrange()

    def changeEvent(self, event: QEvent) -> None:
        """Another font or language."""
        super().changeEvent(event)
        self.update()

    def _on_theme(self) -> None:
        self._images = {}
        self._rearrange()
        self.updateGeometry()
