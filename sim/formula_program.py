"""From a tree of terms to the row of numbers that `sim.formula_rule` runs.

An operand that is x, y or a number stands in the instruction itself. Of two others the one that needs more places is
worked out first (Sethi & Ullman 1970), so a tree of n nodes never needs more than log2(n + 2) - 1 places of the stack:
6 for 200 nodes.
"""

import numpy as np
from numpy.typing import NDArray

from sim import formula_rule as rule
from sim.formula_terms import Term
from sim.formula_text import MOST_NODES

MOST_INSTRUCTIONS = 3 * MOST_NODES // 2
"""A power that is no whole number is three instructions for two nodes; everything else is one for one."""
LENGTH = 1 + 2 * MOST_INSTRUCTIONS
SOURCES = {"number": rule.NUMBER, "x": rule.X, "y": rule.Y}
IN_ORDER = {"+": rule.ADD, "-": rule.SUBTRACT, "*": rule.MULTIPLY, "/": rule.DIVIDE}
EXCHANGED = {"+": rule.ADD, "-": rule.FROM, "*": rule.MULTIPLY, "/": rule.INTO}
FUNCTIONS = {
    "^": rule.POWER,
    "abs": rule.ABS,
    "sqrt": rule.SQRT,
    "tanh": rule.TANH,
    "exp": rule.EXP,
    "log": rule.LOG,
    "sin": rule.SIN,
    "cos": rule.COS,
    "tan": rule.TAN,
}

Instruction = tuple[int, float]


def program(term: Term) -> NDArray[np.float64]:
    """The row of a formula, of LENGTH numbers, read-only."""
    instructions = list(written(term, rule.LOAD))
    row = np.zeros(LENGTH)
    row[0] = len(instructions)
    row[1 : 1 + 2 * len(instructions)] = np.ravel(instructions)
    row.flags.writeable = False
    return row


def places(term: Term) -> int:
    """How many places of the stack a term needs besides the accumulator."""
    inner = [places(part) for part in term.parts if not part.leaf]
    if len(inner) == 2 and inner[0] == inner[1]:
        return inner[0] + 1
    return max(inner, default=0)


def written(term: Term, begin: int) -> list[Instruction]:
    """The instructions that leave a term in the accumulator; the first of them is LOAD or PUSH, as `begin` says."""
    if term.leaf:
        return [with_operand(begin, term)]
    if len(term.parts) == 1:
        return [*written(term.parts[0], begin), (FUNCTIONS[term.operation], term.number)]
    left, right = term.parts
    if right.leaf:
        return [*written(left, begin), with_operand(IN_ORDER[term.operation], right)]
    if left.leaf:
        return [*written(right, begin), with_operand(EXCHANGED[term.operation], left)]
    if places(left) >= places(right):
        popped = EXCHANGED[term.operation] * rule.SOURCES + rule.STACK
        return [*written(left, begin), *written(right, rule.PUSH), (popped, 0.0)]
    popped = IN_ORDER[term.operation] * rule.SOURCES + rule.STACK
    return [*written(right, begin), *written(left, rule.PUSH), (popped, 0.0)]


def with_operand(operation: int, leaf: Term) -> Instruction:
    """An operation whose operand is x, y or a number."""
    return operation * rule.SOURCES + SOURCES[leaf.operation], leaf.number
