"""The graph of one example: its adjoints against the matrices of the backward lane, and what it shows when."""

from dataclasses import replace

import numpy as np
import pytest

from sim.backprop_graph import MOST_NODES, graph_of
from sim.backprop_graph_tape import record
from sim.graph_content import ACTING, BACKWARD, FORWARD, LIT, GraphContent, Node
from sim.tape import Tape, exp, log
from tests.sim.graph_pass import Seen, seen

NETWORKS = {
    "two layers": {},
    "article": {"layers": (3, 5, 2), "activations": ("relu", "sigmoid"), "examples": 7},
    "deep": {"layers": (2, 3, 2, 3, 1), "activations": ("tanh", "relu", "sigmoid", "linear")},
    "cross-entropy": {"layers": (2, 3, 2), "activations": ("tanh", "sigmoid"), "loss": "cross_entropy"},
    "softmax": {"layers": (2, 3), "activations": ("softmax",), "loss": "cross_entropy"},
    "softmax, squared": {"layers": (3, 2, 3), "activations": ("relu", "softmax")},
}


@pytest.mark.parametrize("network", NETWORKS)
def test_adjoints_of_the_tape_are_the_error_signals_of_the_matrices(network: str) -> None:
    shown = seen(**NETWORKS[network])
    for row in range(len(shown.matrices["x"])):
        made = record(shown, row)
        for name, key in [(f"d{key}", key) for key in made_rows(shown)] + [("e", "y")]:
            found = [made.adjoint(f"{key}.{j}") for j in range(shown.matrices[name].shape[1])]
            assert np.allclose(found, shown.matrices[name][row], rtol=1e-12, atol=1e-14), name


def made_rows(shown: Seen) -> list[str]:
    layers = range(1, len(shown.activations) + 1)
    return [f"{letter}{k}" for k in layers for letter in "zh" if f"d{letter}{k}" in shown.matrices]


@pytest.mark.parametrize("network", NETWORKS)
def test_the_mean_of_the_adjoints_over_all_examples_is_the_matrix_of_gradients(network: str) -> None:
    shown = seen(**NETWORKS[network])
    tapes = [record(shown, row) for row in range(len(shown.matrices["x"]))]
    for layer in range(1, len(shown.activations) + 1):
        w, b = shown.matrices[f"dw{layer}"], shown.matrices[f"db{layer}"]
        for (i, j), slope in np.ndenumerate(w):
            assert np.mean([tape.adjoint(f"w{layer}.{i}.{j}") for tape in tapes]) == pytest.approx(slope, rel=1e-12)
        for j, slope in enumerate(b[0]):
            assert np.mean([tape.adjoint(f"b{layer}.{j}") for tape in tapes]) == pytest.approx(slope, rel=1e-12)


def test_a_tape_of_single_operations_agrees_about_cross_entropy() -> None:
    """Exponentials, logarithms and quotients differentiated one by one give what the two taken together give."""
    shown = seen((1, 1), ("sigmoid",), "cross_entropy")
    made, m = record(shown, 2), shown.matrices
    tape = Tape()
    w, b = tape.variable(m["w1"][0, 0]), tape.variable(m["b1"][0, 0])
    y = 1.0 / (1.0 + exp(-(float(m["x"][2, 0]) * w + b)))
    t = float(m["t"][2, 0])
    loss = -(t * log(y) + (1.0 - t) * log(1.0 - y))
    slopes = tape.backward(loss).adjoints
    assert made.value("loss") == pytest.approx(loss.value, rel=1e-12)
    assert made.adjoint("w1.0.0") == pytest.approx(slopes[w.index], rel=1e-12)


@pytest.mark.parametrize("loss", ["squared_error", "cross_entropy"])
def test_a_slope_is_what_nudging_the_weight_measures(loss: str) -> None:
    shown = seen((2, 3, 2), ("tanh", "softmax"), loss)

    def loss_with(value: float) -> float:
        w = shown.matrices["w1"].copy()
        w[1, 2] = value
        return record(replace(shown, matrices={**shown.matrices, "w1": w}), 0).value("loss")

    at, h = shown.matrices["w1"][1, 2], 1e-5
    measured = (loss_with(at + h) - loss_with(at - h)) / (2 * h)
    assert record(shown, 0).adjoint("w1.1.2") == pytest.approx(measured, rel=1e-6)


# What a hand has set --------------------------------------------------------------------------------------------------


def held(shown: Seen, name: str, row: int, column: int, value: float) -> Seen:
    cells = shown.matrices[name].copy()
    cells[row, column] = value
    return replace(shown, matrices={**shown.matrices, name: cells}, held=shown.held | {(name, row, column)})


def test_a_sum_that_is_held_goes_on_as_it_was_set() -> None:
    made = record(held(seen(), "z1", 0, 1, 3.0), 0)
    assert made.value("h1.1") == pytest.approx(np.tanh(3.0))
    assert record(held(seen(), "z1", 0, 1, 3.0), 1).value("h1.1") == pytest.approx(seen().matrices["h1"][1, 1])


@pytest.mark.parametrize(("name", "key"), [("e", "y.0"), ("dh1", "h1.0"), ("dz1", "z1.0")])
def test_an_adjoint_that_is_held_goes_on_as_it_was_set(name: str, key: str) -> None:
    shown = held(seen(), name, 0, 0, -1.0)
    made = record(shown, 0)
    assert made.adjoint(key) == -1.0
    node = by_key(graph_of(shown.at(15), 0))[key]
    assert node.held
    assert "set by hand" in node.sums[-1].text


# What is shown when ---------------------------------------------------------------------------------------------------


def by_key(graph: GraphContent) -> dict[str, Node]:
    return {node.key: node for node in graph.nodes}


def test_values_fill_from_the_left_and_adjoints_from_the_right() -> None:
    shown = seen()
    reach = [graph_of(shown.at(step), 0) for step in range(len(shown.steps) + 1)]
    values = [max(n.column for n in graph.nodes if n.value is not None) for graph in reach]
    slopes = [
        min((n.column for n in graph.nodes if n.adjoint is not None and n.column >= 0), default=99) for graph in reach
    ]
    assert values == sorted(values)
    assert values[-1] == 7
    assert slopes == sorted(slopes, reverse=True)
    assert slopes[-1] == 1, "the inputs are data and get no slope"


def test_before_the_bias_a_sum_shows_its_products_alone() -> None:
    shown = seen()
    before, after = (by_key(graph_of(shown.at(step), 0))["z1.0"] for step in (1, 2))
    assert (before.letter, before.value) == ("s", pytest.approx(shown.matrices["s1"][0, 0]))
    assert (after.letter, after.value) == ("z", pytest.approx(shown.matrices["z1"][0, 0]))


def test_a_unit_that_several_use_adds_a_term_for_each() -> None:
    shown = seen((2, 2, 3), ("tanh", "sigmoid"))
    node = by_key(graph_of(shown.at(12), 1))["h1.1"]
    terms = shown.matrices["dz2"][1] * shown.matrices["w2"][1]
    assert np.allclose(node.ways, terms, rtol=1e-12)
    assert node.adjoint == pytest.approx(terms.sum(), rel=1e-12)


def test_where_products_have_no_nodes_a_sum_writes_them_out() -> None:
    shown = seen((3, 5, 2))
    words = by_key(graph_of(shown.at(2), 0))["z1.0"].sums[0].text
    assert words.count(" · ") == 3
    assert by_key(graph_of(seen().at(2), 0))["z1.0"].sums[0].text.count(" · ") == 0


@pytest.mark.parametrize("network", NETWORKS)
def test_both_sides_of_every_sum_agree(network: str) -> None:
    shown = seen(**NETWORKS[network])
    lines = [line for node in graph_of(shown.at(len(shown.steps)), 0).nodes for line in node.sums if line.equation]
    assert lines
    assert all(left == pytest.approx(right, rel=1e-12, abs=1e-14) for left, right in (line.equation for line in lines))


def test_the_step_lights_what_it_made_and_what_it_read() -> None:
    nodes = by_key(graph_of(seen().at(3), 0))
    assert {key for key, node in nodes.items() if node.state == ACTING} == {"h1.0", "h1.1"}
    assert {key for key, node in nodes.items() if node.state == LIT} == {"z1.0", "z1.1"}


def test_edges_say_which_way_the_step_went() -> None:
    def went(step: int) -> set[tuple[str, str, str]]:
        graph = graph_of(seen().at(step), 0)
        return {(graph.nodes[e.source].key, graph.nodes[e.target].key, e.way) for e in graph.edges if e.way}

    assert went(0) == set()
    assert went(3) == {("z1.0", "h1.0", FORWARD), ("z1.1", "h1.1", FORWARD)}
    assert went(9) == {("z2.0", "y.0", BACKWARD)}
    assert went(11) >= {("h1.0", "p2.0.0", BACKWARD), ("h1.1", "p2.1.0", BACKWARD)}


# How much is drawn ----------------------------------------------------------------------------------------------------


def test_a_small_network_has_a_node_for_every_product() -> None:
    assert {"w1.0.0", "p1.0.0", "p2.1.0"} <= set(by_key(graph_of(seen(), 0)))


def test_in_a_larger_one_the_weights_ride_on_the_edges() -> None:
    graph = graph_of(seen((3, 5, 2)), 0)
    assert not any(node.key.startswith("p") for node in graph.nodes)
    riding = {graph.nodes[edge.rides].key for edge in graph.edges if edge.rides >= 0}
    assert len(riding) == 3 * 5 + 5 * 2


@pytest.mark.parametrize("layers", [(2, 1), (3, 5, 2), (2, 4, 1), (16, 1), (4, 4, 4, 1)])
def test_no_graph_has_more_nodes_than_can_be_read(layers: tuple[int, ...]) -> None:
    graph = graph_of(seen(layers, ("tanh",) * (len(layers) - 1)), 0)
    assert 0 < sum(node.column >= 0 for node in graph.nodes) <= MOST_NODES


def test_a_network_that_is_too_large_is_refused_in_one_sentence_with_its_size() -> None:
    graph = graph_of(seen((8, 16, 2)), 0)
    assert not graph.nodes
    assert "47 nodes" in graph.refused


def test_a_saturated_example_has_a_graph_too() -> None:
    shown = seen((2, 2, 1), ("sigmoid", "sigmoid"), "cross_entropy")
    shown.matrices["x"][:] = 1e6
    with np.errstate(over="ignore"):
        graph = graph_of(shown.at(15), 0)
    assert all(node.adjoint is None or np.isfinite(node.adjoint) for node in graph.nodes)


def test_the_words_name_the_length_of_the_tape_and_the_price_of_the_way_back() -> None:
    assert graph_of(seen(), 0).tape.startswith("25 entries on the tape. One sweep back takes 25 products")


def test_a_closed_gate_has_a_partial_of_nothing_and_no_edge_without_one() -> None:
    shown = seen((2, 2, 1), ("relu", "sigmoid"))
    closed = [(row, j) for row, j in np.argwhere(shown.matrices["z1"] < 0)]
    row, j = closed[0]
    graph = graph_of(shown.at(3), row)
    edge = next(e for e in graph.edges if graph.nodes[e.target].key == f"h1.{j}")
    assert edge.partial == 0.0


def test_taken_together_with_its_loss_a_softmax_hands_each_error_to_its_own_sum() -> None:
    graph = graph_of(seen((2, 3), ("softmax",), "cross_entropy").at(5), 0)
    back = {(graph.nodes[e.source].key, graph.nodes[e.target].key) for e in graph.edges if e.way == BACKWARD}
    assert back == {("z1.0", "y.0"), ("z1.1", "y.1"), ("z1.2", "y.2")}
