"""From the pieces of a formula to a tree of terms, constants worked out. Nothing that was typed is ever run.

Python's grammar makes the tree (`ast`), which knows that -x^2 is -(x^2). Only the kinds of nodes listed here are taken
over, and no code is made of any. Numbers are numpy's float64, so that 1/0 is infinite and no error.
"""

import ast
import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from sim.formula_text import DEEPEST, FUNCTIONS, VARIABLES, FormulaError, Token
from sim.phrases import phrase

LARGEST_POWER = 16
OPERATIONS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.Pow: "^"}
CONSTANTS = {"pi": math.pi, "e": math.e}
WORKED_OUT: dict[str, Callable[..., np.float64]] = {
    "+": np.add,
    "-": np.subtract,
    "*": np.multiply,
    "/": np.divide,
    "^": np.power,
    **{name: getattr(np, name) for name in FUNCTIONS},
}


@dataclass(frozen=True)
class Term:
    """A node: "number", "x", "y", one of + - * /, "^" (the power `number`, whole and at least 2) or a function."""

    operation: str
    parts: tuple["Term", ...] = ()
    number: float = 0.0

    @property
    def leaf(self) -> bool:
        """Whether nothing has to be worked out for it."""
        return not self.parts


def number(value: float) -> Term:
    """A constant. There is one NaN, so that two equal formulas are equal terms."""
    return Term("number", (), float(value) if value == value else math.nan)


def read_terms(tokens: tuple[Token, ...]) -> Term:
    """The tree of a formula, or FormulaError."""
    source, places = spelled(tokens)
    try:
        tree = ast.parse(source, mode="eval")
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise FormulaError("it is too involved; write it more simply") from None
    return Reader(places).term(tree.body, 0)


def spelled(tokens: tuple[Token, ...]) -> tuple[str, list[int]]:
    """The tokens as a text for Python's grammar, and for each of its characters where it was typed."""
    source, places = "", []
    for token in tokens:
        text = repr(float(token.text)) if token.kind == "number" else token.text
        source += f"{text} "
        places += [token.position] * (len(text) + 1)
    return source, places


class Reader:
    """Takes over the nodes of one tree."""

    def __init__(self, places: list[int]) -> None:
        self.places = places

    def refuse(self, reason: str, node: ast.expr) -> FormulaError:
        """The error at a node."""
        return FormulaError(reason, self.places[node.col_offset])

    def term(self, node: ast.expr, depth: int) -> Term:
        """The term of a node. Long sums and products lean to the left and do not count as deep."""
        if depth > DEEPEST:
            raise self.refuse(
                phrase("more than {deepest} things inside each other are too many", deepest=DEEPEST), node
            )
        match node:
            case ast.Constant(value=float(value)):
                return number(value)
            case ast.Name(id=name) if name in VARIABLES:
                return Term(name)
            case ast.Name(id=name) if name in CONSTANTS:
                return number(CONSTANTS[name])
            case ast.UnaryOp(op=ast.UAdd(), operand=operand):
                return self.term(operand, depth + 1)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return combine("*", number(-1.0), self.term(operand, depth + 1))
            case ast.Call(func=ast.Name(id=name), args=[argument], keywords=[]) if name in FUNCTIONS:
                return combine(name, self.term(argument, depth + 1))
            case ast.BinOp(left=left, op=ast.Pow(), right=right):
                return self.power(self.term(left, depth + 1), self.term(right, depth + 1), right)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATIONS:
                return combine(OPERATIONS[type(op)], self.term(left, depth), self.term(right, depth + 1))
        raise self.refuse("this cannot be used here", node)

    def power(self, base: Term, exponent: Term, node: ast.expr) -> Term:
        """base ^ exponent: a number up to LARGEST_POWER above any base, or anything above a positive number."""
        if exponent.operation == "number":
            if not abs(exponent.number) <= LARGEST_POWER:
                raise self.refuse(
                    phrase(
                        "an exponent must be a number from -{largest_power} to {largest_power}",
                        largest_power=LARGEST_POWER,
                    ),
                    node,
                )
            return raised(base, exponent.number)
        if base.operation == "number" and 0.0 < base.number < math.inf:
            return combine("exp", combine("*", number(math.log(base.number)), exponent))
        raise self.refuse("an exponent must be a number; a power of x or y can be written as exp(...)", node)


def combine(operation: str, *parts: Term) -> Term:
    """An operation or a function of terms, worked out if all of them are numbers."""
    if any(part.operation != "number" for part in parts):
        return Term(operation, parts)
    with np.errstate(all="ignore"):
        return number(WORKED_OUT[operation](*(np.float64(part.number) for part in parts)))


def raised(base: Term, exponent: float) -> Term:
    """base to a constant power: whole ones by multiplication, roots as roots, others as exp(exponent log(base))."""
    if base.operation == "number":
        return combine("^", base, number(exponent))
    if exponent < 0:
        return combine("/", number(1.0), raised(base, -exponent))
    if exponent in (0.0, 1.0):
        return base if exponent else number(1.0)
    if exponent == 0.5:
        return combine("sqrt", base)
    if exponent == int(exponent):
        return Term("^", (base,), exponent)
    return combine("exp", combine("*", number(exponent), combine("log", base)))
