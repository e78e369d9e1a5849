"""Walking over a network by key: along an edge to the next unit; on an edge, the end one came from is kept."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.widgets.network_view_content import Content, Part
from gui.widgets.network_view_walk import first_part, to_end, unit_part, walk


def network(*counts: int) -> Content:
    content = Content()
    content.take_weights([np.ones(pair) for pair in pairwise(counts)])
    return content


def test_right_goes_along_an_edge_to_the_next_unit() -> None:
    content = network(2, 3, 1)
    edge = walk(content, unit_part(1, 2), 1, 0, True)
    assert edge == Part("edge", 1, 2, 0)
    assert walk(content, edge, 1, 0, True) == Part("unit", 1, -1, 0)
    assert walk(content, edge, -1, 0, True) == Part("unit", 0, -1, 2)


def test_on_an_edge_the_end_one_came_from_is_kept() -> None:
    content, edge = network(3, 3), Part("edge", 0, 1, 1)
    assert walk(content, edge, 0, 1, True) == Part("edge", 0, 1, 2)
    assert walk(content, edge, 0, 1, False) == Part("edge", 0, 2, 1)


def test_borders_stop_the_walk() -> None:
    content = network(2, 3, 1)
    assert walk(content, unit_part(0, 0), -1, 0, True) == unit_part(0, 0)
    assert walk(content, unit_part(2, 0), 1, 0, True) == unit_part(2, 0)
    assert walk(content, unit_part(1, 0), 0, -1, True) == unit_part(1, 0)
    assert walk(content, Part("edge", 0, 1, 2), 0, 1, True) == Part("edge", 0, 1, 2)


def test_home_and_end_are_the_ends_of_the_column() -> None:
    content = network(2, 5, 1)
    assert to_end(content, unit_part(1, 2), True) == Part("unit", 0, -1, 4)
    assert to_end(content, unit_part(0, 1), False) == Part("input", -1, -1, 0)


@pytest.mark.parametrize("counts", [(1, 1), (2, 3, 1), (64, 64)])
def test_the_walk_begins_at_a_unit_with_a_bias(counts: tuple[int, ...]) -> None:
    assert first_part(network(*counts)) == Part("unit", 0, -1, 0)


MOVES = st.tuples(st.sampled_from([(1, 0), (-1, 0), (0, 1), (0, -1)]), st.booleans())


@given(st.lists(st.integers(1, 9), min_size=2, max_size=5), st.lists(MOVES, max_size=40))
def test_no_walk_leaves_the_network(counts: list[int], moves: list[tuple[tuple[int, int], bool]]) -> None:
    content = network(*counts)
    part = first_part(content)
    for (across, down), from_left in moves:
        part = walk(content, part, across, down, from_left)
        assert content.holds(part)
