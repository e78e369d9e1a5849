"""How the arrow keys walk over a network: from a unit along an edge to the next unit, up and down between neighbours.

On an edge, up and down change its other end: the end one came from is kept.
"""

from gui.widgets.network_view_content import Content, Part


def unit_part(column: int, j: int) -> Part:
    """The unit (or input) of a column."""
    return Part("input", -1, -1, j) if column == 0 else Part("unit", column - 1, -1, j)


def first_part(content: Content) -> Part:
    """Where a walk begins: the first unit with a bias."""
    return unit_part(min(1, content.depth), 0)


def walk(content: Content, part: Part, across: int, down: int, from_left: bool) -> Part:
    """The next part to the left or right, or above or below; the same one at a border."""
    if part.kind == "edge":
        return _from_edge(content, part, across, down, from_left)
    column, count = part.column, content.counts[part.column]
    if down:
        return unit_part(column, min(max(part.j + down, 0), count - 1))
    if across > 0 and column < content.depth:
        return Part("edge", column, part.j, _level(part.j, count, content.counts[column + 1]))
    if across < 0 and column > 0:
        return Part("edge", column - 1, _level(part.j, count, content.counts[column - 1]), part.j)
    return unit_part(column, part.j)


def to_end(content: Content, part: Part, last: bool) -> Part:
    """The first or last unit of the column."""
    return unit_part(part.column, content.counts[part.column] - 1 if last else 0)


def _from_edge(content: Content, part: Part, across: int, down: int, from_left: bool) -> Part:
    if across:
        return unit_part(part.layer + 1, part.j) if across > 0 else unit_part(part.layer, part.i)
    rows, columns = content.counts[part.layer], content.counts[part.layer + 1]
    if from_left:
        return Part("edge", part.layer, part.i, min(max(part.j + down, 0), columns - 1))
    return Part("edge", part.layer, min(max(part.i + down, 0), rows - 1), part.j)


def _level(j: int, count: int, other: int) -> int:
    """The unit of another column at about the same height."""
    return min(max(round((j + 0.5) / count * other - 0.5), 0), other - 1)
