"""Formulas for tests: random ones with a second opinion on their value, and texts that mean harm or make no sense."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from hypothesis import assume
from hypothesis import strategies as st
from numpy.typing import NDArray

from sim.formula_program import program
from sim.formula_terms import read_terms
from sim.formula_text import read_tokens

Evaluate = Callable[[Any, Any], Any]


@dataclass(frozen=True)
class Written:
    """A formula as text, and the same in numpy, made without reading the text."""

    text: str
    value: Evaluate

    def __repr__(self) -> str:
        return self.text


FUNCTIONS: dict[str, Callable[[Any], Any]] = {
    "sin": np.sin, "cos": np.cos, "tan": np.tan, "tanh": np.tanh, "exp": np.exp, "log": np.log, "sqrt": np.sqrt,
    "abs": np.abs,
}  # fmt: skip
SIGNS: dict[str, Callable[[Any, Any], Any]] = {"+": np.add, "-": np.subtract, "*": np.multiply, "/": np.divide}


def constant(number: float) -> Written:
    return Written(repr(number), lambda x, y: np.full_like(x, number))


def named(name: str, function: Callable[[Any], Any], part: Written) -> Written:
    return Written(f"{name}({part.text})", lambda x, y: function(part.value(x, y)))


def joined(sign: str, left: Written, right: Written) -> Written:
    return Written(
        f"({left.text} {sign} {right.text})", lambda x, y: SIGNS[sign](left.value(x, y), right.value(x, y))
    )


def negative(part: Written) -> Written:
    return Written(f"(-{part.text})", lambda x, y: -part.value(x, y))


def power(part: Written, exponent: float) -> Written:
    return Written(f"({part.text})^{exponent!r}", lambda x, y: np.power(part.value(x, y), exponent))


def exponential(base: float, part: Written) -> Written:
    """The exponent is kept small: a constant one may not be larger than 16."""
    return Written(f"{base!r}^tanh({part.text})", lambda x, y: np.power(base, np.tanh(part.value(x, y))))


LEAVES = st.one_of(
    st.just(Written("x", lambda x, y: x)),
    st.just(Written("y", lambda x, y: y)),
    st.just(Written("pi", lambda x, y: np.full_like(x, np.pi))),
    st.just(Written("e", lambda x, y: np.full_like(x, np.e))),
    st.integers(0, 99).map(lambda n: constant(float(n))),
    st.floats(0.001, 10.0).map(lambda number: constant(round(number, 4))),
)
EXPONENTS = st.one_of(st.integers(-4, 6).map(float), st.sampled_from([0.5, 1.5, -0.5, 2.25, -1.75]))


def larger(parts: st.SearchStrategy[Written]) -> st.SearchStrategy[Written]:
    return st.one_of(
        st.builds(joined, st.sampled_from(sorted(SIGNS)), parts, parts),
        st.sampled_from(sorted(FUNCTIONS)).flatmap(lambda name: parts.map(lambda p: named(name, FUNCTIONS[name], p))),
        parts.map(negative),
        st.builds(power, parts, EXPONENTS),
        st.builds(exponential, st.sampled_from([2.0, 0.5, 1.25]), parts),
    )


TREES = st.recursive(LEAVES, larger, max_leaves=10)


@st.composite
def formulas(draw: st.DrawFn) -> Written:
    formula = draw(TREES)
    assume(len(formula.text) <= 400)
    return formula


FORMULAS = formulas()


def program_of(text: str) -> NDArray[np.float64]:
    """The row of a formula, without a look at its surface."""
    return program(read_terms(read_tokens(text)))


def balanced(depth: int, leaf: int = 0) -> Written:
    """The tree with the most inner nodes for its depth: the hardest for the stack."""
    if depth == 0:
        return Written("-x", lambda x, y: -x) if leaf % 3 else Written("-y", lambda x, y: -y)
    left, right = balanced(depth - 1, 2 * leaf), balanced(depth - 1, 2 * leaf + 1)
    sign = "*-"[depth % 2]
    return Written(f"({left.text}){sign}({right.text})", lambda x, y: SIGNS[sign](left.value(x, y), right.value(x, y)))


def random_text(generator: np.random.Generator, letters: NDArray[np.str_], longest: int) -> str:
    return "".join(generator.choice(letters, generator.integers(1, longest)))


LETTERS = np.array([*"xy()+-*/.,0123456789e sincotaplgqrbh_[]{}'\"\\:=<>@%^&|~!#;\n\t\x00π²³⁻·−√𝐱ｘé"])
FORMULA_LETTERS = np.array([*"xy()+-*/.012e^² ", "pi", *(f"{name}(" for name in FUNCTIONS)])
HOSTILE = [
    "__import__('os').system('touch scratch/PWN1')", "().__class__.__bases__[0].__subclasses__()", "9**9**9**9",
    "x**y", "x**1e9", "(lambda: 1)()", "[i for i in range(10**9)]", "x.__class__", "'a'*10**9", "10**400", "1e400",
    "nan", "inf", "x if y else 1", "x<y", "f'{x}'", "x:=3", "sin(x,y)", "sin(*x)", "sin(x=1)", "exec('1')",
    "open('/etc/passwd')", "x@y", "x//y", "x%y", "~x", "not x", "x and y", "x;y", "x\ny", "\x00", "", "   ", "x" * 600,
    "(" * 200 + "x" + ")" * 200, "-" * 300 + "x", "+".join(["x"] * 150), "2**-17", "𝐱**2", "ｘ+1", "𝘦𝘷𝘢𝘭(x)", "1j",
    "True", "None", "...", "b'1'", "1_000_000", "0x10", "sin", "sin(sin)", "await x", "yield", "__builtins__", "x!r",
    "print(1)", "globals()", "x[0]", "{x:1}", "{x}", "(x,)", "x,y", "#c", "x#c", "\u202ex", "x x", "2x", "x2", "xy",
    "sinx", "sin x", "sin^2(x)", "()", "sin()", "x(", ")x", "x)(", "*x", "x*", "x**", "x***y", "x^^2", "x +* y", "1..2",
    "1.2.3", "1e", "1e+", "e5x", "X^2", "Sin(x)", "ln(x)", "max(x)", "x=1", "z=x^2", "|x|", "√x", "∞", "x²3", "²", "x⁻",
    "x²²", "x^17", "x^-17", "(-2)^x", "0^x", "x^(1/0)", "x^log(-1)", "x^x", "2^2^9", "9" * 499, "1e13", "٣", "𝟐*x",
    "\ud800", "x\u0301", "\ufeffx", "x\u2028y", "x\r", "(" * 41 + "x" + ")" * 41, "sin(" * 41 + "x" + ")" * 41,
    "[" * 500, "-" * 499 + "x", "+" * 500, "(" * 500, "e^" * 249 + "x", "x^2" * 150, "\\x41", "x\\", '"""', "lambda",
    "x?", "x & y", "x | y", "x > 0", "x == y", "x!", "5!", "import os", "os.system", "`x`", "<b>x</b>", "%s", "{0}",
    "../../etc/passwd", "x\x1b[31m", "ＳＩＮ(x)", "１＋x", "１", "$x",
]  # fmt: skip
HARMLESS = {
    "1/0": np.inf, "-1/0": -np.inf, "log(0)": -np.inf, "sqrt(-1)": np.nan, "log(-1)": np.nan, "0/0": np.nan,
    "e^3": np.e**3, "0^0": 1.0, "exp(1000)": np.inf, "1e12": 1e12, "007": 7.0, ".5": 0.5, "5.": 5.0, "1E3": 1000.0,
    "2^-3": 0.125, "-2^2": -4.0, "2^3^2": 512.0, "(-2)^3": -8.0, "(-8)^0.5": np.nan, "+-+2": -2.0, "½": 0.5, "2·3": 6.0,
    "7−2": 5.0, "2×π÷2": np.pi, "2¹⁰": 1024.0, "4⁻¹": 0.25,
}  # fmt: skip
"""Constant formulas and their values."""
