"""The computational graph of one example: what `sim.graph_content` shows, made from a snapshot of backpropagation.

A small network is drawn with a node for every product; a larger one without them, its weights riding on the edges; one
with more than 40 nodes even so is refused in a sentence. Values and adjoints come from a tape (`sim.tape`), and which
of them are known yet follows the cursor of the snapshot: the graph shows the step that the matrices show.

A slope here is that of one example's loss. The matrix of gradients holds the mean over all examples of the batch.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sim.backprop_graph_nodes import Example, Shown, Step, last_step, layer_sizes
from sim.backprop_graph_tape import Recorded, record
from sim.graph_content import BACKWARD, FORWARD, Edge, GraphContent
from sim.phrases import phrase

MOST_NODES = 40
MOST_ROWS = 6
RULES = {
    "forward 1": "Every product is an entry of its own, and each sum collects its products.",
    "bias": "The bias joins the sum.",
    "forward 2": "Each sum goes through its function. How steep it is there is kept for the way back.",
    "forward 3": "Nothing is computed: outputs of this layer are inputs of the next.",
    "forward 4": "The loss is known, and the way back begins: 1 at the loss, output minus target before it.",
    "backward 2": "Back through the function: times its slope at the sum of the way forward.",
    "gradient": "The slope of a weight: what came in, times what has arrived at its sum.",
    "backward 1": "Back through the weights. A unit that several sums used gets a term from each: they add.",
    "backward 3": "Nothing is computed: what has arrived is handed to the function before.",
    "update": "The weights have moved. Their step used the mean of these slopes over all examples.",
}
START = "Data and weights are there; nothing has been reckoned with them yet."


def graph_of(shown: Shown, row: int) -> GraphContent:
    """The graph of one row of the mini-batch, or the sentence why there is none."""
    sizes = layer_sizes(shown)
    detailed = node_count(sizes, True) <= MOST_NODES and max(_products(sizes)) <= MOST_ROWS
    if not detailed and node_count(sizes, False) > MOST_NODES:
        return GraphContent(refused=refusal(node_count(sizes, False)))
    step = last_step(shown)
    example = Example(shown, row, record(shown, row), sizes, detailed, step)
    drawing = _Drawing(sizes, detailed, shown.activations[-1] == "softmax", step)
    nodes, edges = [example.node(key, column) for key, column in drawing.members()], drawing.edges()
    place = {node.key: index for index, node in enumerate(nodes)}
    nodes = [replace(node, leaves=tuple(place[key] for key in drawing.leaves(node.key))) for node in nodes]
    return GraphContent(
        nodes=tuple(nodes),
        edges=tuple(
            edge_of(place, example.partial(source, target), source, target, rides, way)
            for source, target, rides, way in edges
        ),
        headings=headings(len(sizes) - 1, detailed),
        words=RULES[step.rule] if step is not None else START,
        tape=tape_words(example.recorded, sizes),
        way="" if step is None else FORWARD if step.rule.startswith(("forward", "bias")) else BACKWARD,
    )


def edge_of(place: Mapping[str, int], partial: float | None, source: str, target: str, rides: str, way: str) -> Edge:
    """An edge. No slope comes back along one that has none: where a softmax and its loss are taken together."""
    goes = "" if way == BACKWARD and partial is None else way
    return Edge(place[source], place[target], partial, place.get(rides, -1), goes)


def _products(sizes: Sequence[int]) -> list[int]:
    return [n_in * n_out for n_in, n_out in pairwise(sizes)]


def node_count(sizes: Sequence[int], detailed: bool) -> int:
    """How many nodes a network needs: inputs, sums, units, targets and the loss, and in detail weights and products."""
    units = sizes[0] + 2 * sum(sizes[1:]) + sizes[-1] + 1
    return units + 2 * sum(_products(sizes)) + sum(sizes[1:]) if detailed else units


def refusal(count: int) -> str:
    """Why a large network has no graph here."""
    return phrase(
        "The graph of this network would have {count} nodes, and up to {most} can be read. "
        "Choose a smaller one, such as XOR or one neuron.",
        count=count,
        most=MOST_NODES,
    )


def tape_words(recorded: Recorded, sizes: Sequence[int]) -> str:
    """How long the tape is, and what the way back costs."""
    return phrase(
        "{entries} entries on the tape. One sweep back takes {products} products and gives all {slopes} slopes; "
        "forward it would take one sweep for each.",
        entries=len(recorded.tape.entries),
        products=recorded.sweep.products,
        slopes=sum(_products(sizes)) + sum(sizes[1:]),
    )


def headings(layers: int, detailed: bool) -> tuple[tuple[str, str], ...]:
    """What stands above the columns: the matrices whose rows they are."""
    found = [("X", "")]
    for layer in range(1, layers + 1):
        found += [("W", str(layer))] if detailed else []
        found += [("Z", str(layer)), ("H", str(layer)) if layer < layers else ("Y", "")]
    return (*found, ("L", ""))


@dataclass(frozen=True)
class _Drawing:
    """Which nodes and edges there are. Keys are those of the tape: "w1.0.2" leads from unit 0 to unit 2."""

    sizes: tuple[int, ...]
    detailed: bool
    mixed: bool
    step: Step | None

    def members(self) -> list[tuple[str, int]]:
        """Every node and its column, from left to right and from the top; weights and biases stand in none."""
        found = [(f"x.{i}", 0) for i in range(self.sizes[0])]
        column, layers = 0, len(self.sizes) - 1
        for layer in range(1, layers + 1):
            units, inputs = range(self.sizes[layer]), range(self.sizes[layer - 1])
            pairs = [f"{layer}.{i}.{j}" for j in units for i in inputs]
            found += [(f"w{pair}", -1) for pair in pairs]
            if self.detailed:
                column += 1
                found += [(f"p{pair}", column) for pair in pairs]
            found += [(f"b{layer}.{j}", -1) for j in units]
            found += [(f"z{layer}.{j}", column + 1) for j in units]
            column += 2
            if layer < layers:
                found += [(f"h{layer}.{j}", column) for j in units]
            else:
                found += [(f"{letter}.{j}", column) for j in units for letter in "yt"]
        return [*found, ("loss", column + 1)]

    def leaves(self, key: str) -> list[str]:
        """The weight of a product, the bias of a sum."""
        head, _, rest = key.partition(".")
        return [f"{'w' if head[0] == 'p' else 'b'}{head[1:]}.{rest}"] if head[0] in "pz" else []

    def edges(self) -> list[tuple[str, str, str, str]]:
        """(source, target, weight that rides, way) of every edge."""
        found: list[tuple[str, str, str]] = []
        layers = len(self.sizes) - 1
        for layer in range(1, layers + 1):
            before = "x" if layer == 1 else f"h{layer - 1}"
            after = f"h{layer}" if layer < layers else "y"
            for j in range(self.sizes[layer]):
                for i in range(self.sizes[layer - 1]):
                    pair = f"{layer}.{i}.{j}"
                    if self.detailed:
                        found += [(f"w{pair}", f"p{pair}", ""), (f"{before}.{i}", f"p{pair}", "")]
                        found += [(f"p{pair}", f"z{layer}.{j}", "")]
                    else:
                        found += [(f"{before}.{i}", f"z{layer}.{j}", f"w{pair}")]
                found += [(f"b{layer}.{j}", f"z{layer}.{j}", "")]
                mixed = self.mixed and layer == layers
                found += [(f"z{layer}.{j}", f"{after}.{k}", "") for k in range(self.sizes[layer]) if k == j or mixed]
        found += [(f"{letter}.{k}", "loss", "") for k in range(self.sizes[-1]) for letter in "yt"]
        return [(source, target, rides, self._way(source, target)) for source, target, rides in found]

    def _way(self, source: str, target: str) -> str:
        """Which way the last step went along an edge."""
        if self.step is None:
            return ""
        start, end, layer = source.split(".")[0], target.split(".")[0], self.step.layer
        sums = (end in (f"p{layer}", f"z{layer}") and start[0] in "xhp") or start == f"w{layer}"
        goes = {
            "forward 1": sums, "bias": start == f"b{layer}", "forward 2": start == f"z{layer}",
            "forward 4": end == "loss", "backward 2": start == f"z{layer}",
            "gradient": start in (f"w{layer}", f"b{layer}"), "backward 1": sums and start[0] in "hp",
        }  # fmt: skip
        if not goes.get(self.step.rule, False):
            return ""
        return FORWARD if self.step.rule.startswith(("forward", "bias")) else BACKWARD
