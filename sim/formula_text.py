"""What a learner types as a formula, cut into numbers, names and signs, or one sentence that says what is wrong.

Only signs that are known pass, and only in an order that makes a formula, so that Python's own grammar, which puts
them into a tree afterwards (`sim.formula_terms`), never sees anything else. Typographic signs that people paste
(x², −, ·, π) mean what they mean on paper. Every position is one of the text as it was typed.
"""

import re
from dataclasses import dataclass

from sim.errors import ConfigError, quote, suggestion
from sim.phrases import joined, phrase

LONGEST, MOST_NODES, DEEPEST = 500, 200, 40
LARGEST_NUMBER = 1e12
VARIABLES = ("x", "y")
CONSTANTS = ("pi", "e")
FUNCTIONS = ("sin", "cos", "tan", "tanh", "exp", "log", "sqrt", "abs")
ALLOWED = phrase(
    "allowed are x, y, numbers, pi, e, + - * / ^, round brackets and {functions}", functions=" ".join(FUNCTIONS)
)
PASTED = {
    "^": "**", "−": "-", "–": "-", "·": "*", "⋅": "*", "×": "*", "÷": "/", "π": "pi",
    "½": "(1/2)", "¼": "(1/4)", "\t": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ",
}  # fmt: skip
LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "*")
POWER = re.compile("⁻?[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
PRINTED = {"*": "·", "**": "^", "pi": "π"}
KNOWN_NAMES = re.compile("|".join(sorted(FUNCTIONS + CONSTANTS + VARIABLES, key=len, reverse=True)))
HINTS = {
    ",": "write decimals with a point, as in 0.5, and one value per function",
    "[": "write round brackets",
    "]": "write round brackets",
    "{": "write round brackets",
    "}": "write round brackets",
    "|": "write abs(x) for the size of a number",
    "√": "write sqrt(x) for a root",
    "∞": "infinity is no number to calculate with",
    "z": "only x and y vary",
    "ln": "the natural logarithm is log(x)",
    "\n": "a formula is one line",
    "\r": "a formula is one line",
}
TOKEN = re.compile(
    r"(?P<number>(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)|(?P<name>[A-Za-z][A-Za-z0-9]*)"
    r"|(?P<sign>\*\*|[-+*/])|(?P<opened>\()|(?P<closed>\))"
)


class FormulaError(ConfigError):
    """A text that is no formula. `position` counts characters of the text from 0; None where no place is to blame."""

    def __init__(self, reason: str, position: int | None = None) -> None:
        place = phrase("The formula, character {number}: ", number=0 if position is None else position + 1)
        super().__init__(joined(("The formula: " if position is None else place, reason, "."), ""))
        self.position = position


@dataclass(frozen=True)
class Token:
    """A piece of the text: "number", "name", "sign", "opened" or "closed", and where it stands in what was typed."""

    kind: str
    text: str
    position: int

    @property
    def begins(self) -> bool:
        """Whether a value may begin with it."""
        return self.kind in ("number", "name", "opened")

    @property
    def ends(self) -> bool:
        """Whether a value may end with it."""
        return self.kind in ("number", "name", "closed")


def checked_text(value: object) -> str:
    """`value` if it is a text, or FormulaError."""
    if isinstance(value, str):
        return value
    raise FormulaError("it must be a text, such as x^2 + y^2")


def read_tokens(value: object) -> tuple[Token, ...]:
    """The pieces of a formula that is written correctly, or FormulaError."""
    text = checked_text(value)
    if len(text) > LONGEST:
        raise FormulaError(
            phrase("it has {count} characters, {most} are allowed", count=len(text), most=LONGEST), LONGEST
        )
    if "=" in text:
        raise FormulaError("write only what stands to the right of the equals sign", text.index("="))
    tokens = tuple(cut(*plainly(text)))
    if not tokens:
        raise FormulaError("nothing was typed; write something such as x^2 + y^2")
    counted = [token for token in tokens if token.kind in ("number", "name", "sign")]
    if len(counted) > MOST_NODES:
        raise FormulaError(
            phrase("it has more than {most} numbers, names and signs", most=MOST_NODES), counted[MOST_NODES].position
        )
    check_brackets(tokens)
    check_order(tokens)
    return tokens


def plainly(text: str) -> tuple[str, list[int]]:
    """The text with typographic signs replaced, and for each of its characters where it was typed."""
    plain, places, at = "", [], 0
    while at < len(text):
        run = POWER.match(text, at)
        old = run[0] if run else text[at]
        new = f"**{old.translate(LOWERED)} " if run else PASTED.get(old, old)
        plain += new
        places += [at] * len(new)
        at += len(old)
    return plain, places


def cut(plain: str, places: list[int]) -> list[Token]:
    """The pieces of the text; FormulaError for a character that no piece can hold."""
    tokens, at = [], 0
    while at < len(plain):
        found = TOKEN.match(plain, at)
        if found:
            tokens.append(checked(Token(str(found.lastgroup), found[0], places[at])))
            at = found.end()
        elif plain[at] == " ":
            at += 1
        else:
            hint = HINTS.get(plain[at], ALLOWED)
            raise FormulaError(phrase("{sign} cannot be used; {hint}", sign=quote(plain[at]), hint=hint), places[at])
    return tokens


def checked(token: Token) -> Token:
    """A token whose number is not too large and whose name is known."""
    if token.kind == "number" and not float(token.text) <= LARGEST_NUMBER:
        raise FormulaError("this number is too large; numbers up to 1e12 are allowed", token.position)
    if token.kind == "name" and token.text not in VARIABLES + CONSTANTS + FUNCTIONS:
        raise FormulaError(phrase("{name} is not known", name=quote(token.text)) + hint_for(token.text), token.position)
    return token


def hint_for(name: str) -> str:
    """How the sentence about an unknown name ends: with what may have been meant, or with all that is allowed."""
    for function in sorted(FUNCTIONS, key=len, reverse=True):
        if name.startswith(function) and name[len(function) :] in VARIABLES:
            return phrase("; write {formula}", formula=f"{function}({name[len(function) :]})")
    if re.fullmatch(r"[xy][0-9]+", name):
        return phrase("; write {power} or {product}", power=f"{name[0]}^{name[1:]}", product=f"{name[0]}*{name[1:]}")
    if name in HINTS:
        return phrase("; {hint}", hint=HINTS[name])
    parts = KNOWN_NAMES.findall(name)
    if "".join(parts) == name:
        return phrase("; write {formula}", formula="*".join(parts))
    close = re.search("'.*'", suggestion(name, VARIABLES + CONSTANTS + FUNCTIONS))
    if close:
        return phrase(", {name} is; {allowed}", name=close[0], allowed=ALLOWED)
    return phrase("; {allowed}", allowed=ALLOWED)


def check_brackets(tokens: tuple[Token, ...]) -> None:
    """Every bracket has its partner, and they are not too many inside each other."""
    opened: list[Token] = []
    for token in tokens:
        if token.kind == "opened":
            opened.append(token)
            if len(opened) > DEEPEST:
                raise FormulaError(
                    phrase("more than {most} brackets inside each other are too many", most=DEEPEST), token.position
                )
        elif token.kind == "closed":
            if not opened:
                raise FormulaError("this bracket closes nothing; an opening one is missing before it", token.position)
            opened.pop()
    if opened:
        raise FormulaError("this bracket is never closed", opened[-1].position)


def check_order(tokens: tuple[Token, ...]) -> None:
    """Values and signs take turns, and every function has its brackets."""
    start = Token("opened", "(", tokens[0].position)
    end = Token("closed", ")", tokens[-1].position)
    for k, (before, token) in enumerate(zip((start, *tokens), (*tokens, end), strict=True)):
        if before.text in FUNCTIONS:
            if token.kind != "opened":
                raise FormulaError(
                    phrase("{name} needs round brackets; write {name}(x)", name=before.text), before.position
                )
        elif before.ends and token.begins:
            raise FormulaError(missing_sign(tokens[:k], token), token.position)
        elif not before.ends and not token.begins and token.text not in ("+", "-"):
            raise FormulaError(missing_value(before, token), token.position if token is not end else before.position)


def missing_sign(before: tuple[Token, ...], token: Token) -> str:
    """Two values stand side by side."""
    *earlier, last = before
    power = "**" in [other.text for other in earlier[-2:]] and earlier[-1].text in ("**", "-")
    left = "(...)" if power or last.kind == "closed" else last.text
    right = "(...)" if token.kind == "opened" else f"{token.text}(...)" if token.text in FUNCTIONS else token.text
    if last.kind == token.kind == "number":
        return phrase(
            "between {left} and {right} stands no sign; write + - * / or ^ there", left=last.text, right=right
        )
    return phrase("write {left}*{right}, the sign is missing", left=left, right=right)


def missing_value(before: Token, token: Token) -> str:
    """A sign or a closing bracket stands where a value is needed."""
    shown = {"**": "^"}
    after = "the bracket" if before.kind == "opened" else shown.get(before.text, before.text)
    if token.kind == "closed":
        return phrase("after {sign} something is missing; write x, y, a number, a function or a bracket", sign=after)
    sign = shown.get(token.text, token.text)
    return phrase("before {sign} something is missing; write x, y, a number, a function or a bracket", sign=sign)


def typeset(tokens: tuple[Token, ...]) -> str:
    """The formula as it is printed, with x² and true minus signs; reading that gives the same formula."""
    printed, skip = "", 0
    for k, token in enumerate(tokens):
        if skip:
            skip -= 1
            continue
        raised = superscript(tokens[k:])
        if raised:
            skip = len(raised) - 1
            printed += "".join(raised).translate(RAISED)
        elif token.text in ("+", "-"):
            sign = token.text.replace("-", "−")
            printed += f" {sign} " if k and tokens[k - 1].ends else sign
        else:
            printed += PRINTED.get(token.text, token.text)
    return printed


def superscript(tokens: tuple[Token, ...]) -> tuple[str, ...]:
    """The texts of the leading tokens if they are a small whole exponent that stands alone, else nothing."""
    texts = tuple(token.text for token in tokens[:4]) + ("",) * 4
    size = 3 if texts[1] == "-" else 2
    alone = texts[0] == "**" and re.fullmatch("[0-9]{1,2}", texts[size - 1]) and texts[size] != "**"
    return texts[:size] if alone else ()
