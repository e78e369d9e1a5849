"""What the learner does to the pictures, as settings and edits: points, lines, weights, layers, inputs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.commands import Edit
from sim.phrases import phrase
from sim.simulations.playground_config import (
    MOST_HIDDEN_LAYERS,
    activations_of,
    hidden_of,
    read_features,
)

if TYPE_CHECKING:
    from gui.panels.playground.panel import PlaygroundPanel

NEW_LAYER = 4


class Hands:
    """Connects the pictures of one panel."""

    def __init__(self, panel: PlaygroundPanel) -> None:
        self._panel = panel
        chart, curve, network = panel.stage.map, panel.stage.function, panel.stage.network
        chart.point_moved.connect(lambda index, x, y: self.edit("point", (self._row(index), x, y)))
        chart.point_added.connect(lambda x, y, index: self.edit("add", (x, y, index)))
        chart.drawn.connect(lambda x, y, index: self.edit("add", (x, y, index)))
        chart.point_flipped.connect(lambda index: self.edit("flip", self._row(index)))
        chart.point_removed.connect(lambda index: self.edit("remove", self._row(index)))
        chart.line_dragged.connect(self._on_line)
        chart.released.connect(lambda: panel.marked.emit("hand.drags", 1.0))
        panel.side.controls.scaled.connect(lambda factor: self.edit("scale", factor))
        curve.point_moved.connect(lambda index, x, y: self.edit("point", (index, x, y)))
        curve.point_added.connect(lambda x, y, _: self.edit("add", (x, y, 0)))
        curve.point_removed.connect(lambda index: self.edit("remove", index))
        network.weight_dragged.connect(lambda layer, i, j, value: self.edit("weight", (layer, i, j, value)))
        network.bias_dragged.connect(lambda layer, j, value: self.edit("bias", (layer, j, value)))
        network.layer_added.connect(self._on_layer_added)
        network.layer_removed.connect(self._on_layer_removed)
        network.units_changed.connect(self._on_units)
        network.activation_chosen.connect(self._on_activation)
        network.input_toggled.connect(self._on_input)

    def edit(self, what: str, value: Any) -> None:
        """Tell the engine, unless a lesson has locked it."""
        if self._panel.locks.may_edit(what):
            self.carry_out(what, value)

    def carry_out(self, what: str, value: Any) -> None:
        """Tell the engine."""
        self._panel.send(Edit(self._panel.key, what, value))
        self._panel.after_edit(what, value)

    def _row(self, index: int) -> int:
        return self._panel.painting.row_of(index)

    def _on_line(self, a: float, b: float, c: float) -> None:
        if self._panel.guesses.asked:
            self._panel.guesses.draw((a, b, c))
        elif self._panel.competes:
            self.edit("hand", (a, b, c))
        else:
            self.edit("line", ("perceptron", (a, b, c)))

    def _set_hidden(self, sizes: list[int], names: list[str]) -> None:
        """Other hidden layers, each with an activation of its own where they differ."""
        common = self._panel.config["activation"]
        own = "" if all(name == common for name in names) else " ".join(names)
        self._panel.change({"layers": " ".join(map(str, sizes)), "layer_activations": own}, "layers")

    def _hidden(self) -> tuple[list[int], list[str]]:
        config = self._panel.config
        return list(hidden_of(config)), list(activations_of(config)[:-1])

    def _on_layer_added(self) -> None:
        sizes, names = self._hidden()
        if len(sizes) == MOST_HIDDEN_LAYERS:
            self._panel.said.emit(
                phrase("There may be up to {most_hidden_layers} hidden layers.", most_hidden_layers=MOST_HIDDEN_LAYERS)
            )
            return
        last = names[-1] if names else self._panel.config["activation"]
        self._set_hidden([*sizes, sizes[-1] if sizes else NEW_LAYER], [*names, last])

    def _on_layer_removed(self) -> None:
        sizes, names = self._hidden()
        if sizes:
            self._set_hidden(sizes[:-1], names[:-1])

    def _on_units(self, layer: int, count: int) -> None:
        sizes, names = self._hidden()
        if 0 <= layer < len(sizes):
            sizes[layer] = count
            self._set_hidden(sizes, names)

    def _on_activation(self, layer: int, name: str) -> None:
        sizes, names = self._hidden()
        if layer >= len(sizes):
            self._panel.change({"output": name}, "output")
            return
        names[layer] = name
        self._set_hidden(sizes, names)

    def _on_input(self, index: int, on: bool) -> None:
        key = self._panel.painting.feature_keys[index]
        chosen = list(read_features(self._panel.config["features"]))
        wanted = [*chosen, key] if on else [name for name in chosen if name != key]
        self._panel.change({"features": " ".join(wanted)}, "features")
