"""What the picture of a computational graph shows, as plain data: nodes, edges, sums written out.

Values are reckoned from left to right, adjoints from right to left. A node whose value or adjoint is None has not been
reached yet. Weights and biases stand at what uses them: `leaves` of a node, or riding on an edge where the products
have no nodes of their own.
"""

from __future__ import annotations

from dataclasses import dataclass

REST, LIT, ACTING = "rest", "lit", "acting"
"""How a node or an edge stands to the step that fired last: not in it, read by it, made by it."""

FORWARD, BACKWARD = "forward", "backward"

Run = tuple[str, str]
"""A piece of text and the role of its colour."""


@dataclass(frozen=True)
class Sum:
    """A sum written out, and the equation it states as (left side, right side) in full precision."""

    runs: tuple[Run, ...]
    equation: tuple[float, float] | None = None

    @property
    def text(self) -> str:
        """As plain text."""
        return "".join(words for words, _ in self.runs)


@dataclass(frozen=True)
class Node:
    """One number of the computation.

    key: letter, layer and places, as "z1.2" or "w1.2.1". letter, lower: its sign and what stands below the line.
    ways: the terms that add up to its adjoint, one for each node that uses it. sums: how both numbers come about.
    column is -1 for what has no place of its own in the row of columns.
    """

    key: str
    letter: str
    lower: str
    name: str
    column: int
    value: float | None = None
    adjoint: float | None = None
    state: str = REST
    held: bool = False
    ways: tuple[float, ...] = ()
    sums: tuple[Sum, ...] = ()
    leaves: tuple[int, ...] = ()
    sloped: bool = True
    """Whether an adjoint is asked for at all: numbers of the data have none."""


@dataclass(frozen=True)
class Edge:
    """From one node to another that uses it. partial: how the second grows with the first; None: not known yet.

    rides: the weight that stands on this edge, or -1. way: the direction in which the last step went along it.
    """

    source: int
    target: int
    partial: float | None = None
    rides: int = -1
    way: str = ""


@dataclass(frozen=True)
class GraphContent:
    """A graph. headings: letter and lower sign of each column. refused: why there is none, "" where there is one.

    words: what the last step did, in one sentence. tape: how long the tape is, and what the way back costs.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    headings: tuple[tuple[str, str], ...] = ()
    words: str = ""
    tape: str = ""
    refused: str = ""
    way: str = ""

    @property
    def columns(self) -> tuple[tuple[int, ...], ...]:
        """The nodes of every column, from the top."""
        found: list[list[int]] = [[] for _ in self.headings]
        for index, node in enumerate(self.nodes):
            if node.column >= 0:
                found[node.column].append(index)
        return tuple(map(tuple, found))
