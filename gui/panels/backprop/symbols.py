"""How matrices and rules are written: names as symbols, a rule as a formula and as a chip of the strip.

Matrices go by the names of the run: "w1" is W with a small 1, "dz2" the slope of the loss by Z of layer 2, "s1" the
product before the bias is added, "w1+" the weights after the update.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gui.widgets.formula_box import ABOVE, BELOW, LINE, Piece
from gui.widgets.matrix_content import Symbol
from gui.widgets.rule_strip import RuleChip
from sim.activations import ACTIVATIONS
from sim.backprop_names import parts, symbol
from sim.backprop_plan import FUNCTIONS
from sim.backprop_words import direction_of, rule_words
from sim.phrases import lowered, phrase

if TYPE_CHECKING:
    from sim.backprop_plan import StepView

FORWARD, BACKWARD, UPDATE = "plus", "grad", "vel"
ROLES = {"forward": FORWARD, "backward": BACKWARD, "update": UPDATE}
UPDATED = "update"
GRADIENT = "gradient"
NAMES = ("relu", "leaky_relu")
"""Functions with a name of their own, whose letters stay as they are."""
_VECTOR = "b"


def role_of(rule: str) -> str:
    """The colour of a rule's direction."""
    return ROLES[direction_of(rule)]


def pieces(name: str, breaks: bool = False) -> tuple[Piece, ...]:
    """A matrix in a formula."""
    face = face_of(name)
    role = BACKWARD if is_slope(name) else "ink"
    number = (Piece(face.lowered, role, BELOW),) if face.lowered else ()
    return (Piece(face.letter, role, LINE, breaks), *number, *((Piece(face.raised, role),) if face.raised else ()))


def is_slope(name: str) -> bool:
    """Whether a matrix comes from behind: it has the colour of that direction."""
    return name == "e" or bool(parts(name)[0])


def face_of(name: str) -> Symbol:
    """How a matrix is called above its cells."""
    slope, letter, layer, new = parts(name)
    written = letter if letter == _VECTOR else letter.upper()
    return Symbol(slope + written, str(layer) if layer else "", "+" if new else "")


def sign(words: str, breaks: bool = True) -> Piece:
    """An operator with room around it."""
    return Piece(f" {words} ", "soft", LINE, breaks, upright=True)


def upright(words: str) -> Piece:
    """A function or a word."""
    return Piece(words, "ink", upright=True)


RAISED_T = Piece("T", "ink", ABOVE)


def formula(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    """A rule as it is applied here. activation: of its layer, "" where its slope has cancelled; count: examples."""
    return _FORMULAS.get(step.rule, _plain)(step, activation, count, optimizer)


def _plain(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    return (upright(step.formula),)


def _product(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    one, two = step.operands[:2]
    return (*pieces(step.results[0]), sign("=", False), *pieces(one), sign("·"), *pieces(two))


def _bias(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    one, two = step.operands[:2]
    return (*pieces(step.results[0]), sign("=", False), *pieces(one), sign("+"), *pieces(two))


def _function(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    call = FUNCTIONS[activation]
    inner = pieces(step.operands[0])
    whole = (upright(f"{call}("), *inner, upright(")")) if call else inner
    return (*pieces(step.results[0]), sign("=", False), *whole)


def _hand_on(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    handed, receiver = pieces(step.operands[0]), upright(_receiver(step))
    if step.rule.startswith("backward"):
        return (receiver, sign("←", False), *handed)
    return (*handed, sign("→", False), receiver)


def _receiver(step: StepView) -> str:
    layer = parts(step.operands[0])[2]
    return phrase("layer {number}", number=layer if step.rule.startswith("backward") else layer + 1)


def _error(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    return (*pieces("e"), sign("=", False), *pieces(step.operands[0]), sign("−"), *pieces(step.operands[1]))


def _slope(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    start = (*pieces(step.results[0]), sign("=", False), *pieces(step.operands[0]))
    if activation == "softmax":
        return (upright(step.formula),)
    if not FUNCTIONS.get(activation):
        return (*start, sign("·"), upright("1"))
    factor = (upright(f"{FUNCTIONS[activation]}′("), *pieces(step.operands[1]), upright(")"))
    return (*start, sign("∘"), *factor)


def _gradient(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    one, two = step.operands[:2]
    mean = (sign("/", False), upright(str(count))) if count > 1 else ()
    return (*pieces(step.results[0]), sign("=", False), *pieces(one), RAISED_T, sign("·"), *pieces(two), *mean)


def _transpose(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    one, two = step.operands[:2]
    return (*pieces(step.results[0]), sign("=", False), *pieces(one), sign("·"), *pieces(two), RAISED_T)


def _update(step: StepView, activation: str, count: int, optimizer: str) -> tuple[Piece, ...]:
    start = (Piece("W"), sign("←", False), Piece("W"), sign("−"))
    if optimizer == "sgd":
        return (*start, Piece("η", BACKWARD), sign("·", False), Piece("dW", BACKWARD))
    return (*start, Piece("Δ", UPDATE), upright("("), Piece("dW", BACKWARD), upright(")"))


_FORMULAS: dict[str, Callable[[StepView, str, int, str], tuple[Piece, ...]]] = {
    "forward 1": _product, "bias": _bias, "forward 2": _function, "forward 3": _hand_on, "forward 4": _error,
    "backward 1": _transpose, "backward 2": _slope, "backward 3": _hand_on, GRADIENT: _gradient, UPDATED: _update,
}  # fmt: skip


def function_words(activation: str) -> str:
    """The name of a function in a line: sigmoid, ReLU."""
    return FUNCTIONS[activation] if activation in NAMES else lowered(ACTIVATIONS[activation].title)


def chip(step: StepView, activation: str) -> RuleChip:
    """A rule of the strip."""
    words = rule_words(step.rule)
    number = step.rule.rpartition(" ")[2] if " " in step.rule else ""
    what = "W" if step.rule == UPDATED else symbol(step.results[0])
    verb = function_words(activation) if step.rule == "forward 2" else words.verb
    return RuleChip(words.short, f"{number} {what}".strip(), verb, role_of(step.rule), words.sentence)
