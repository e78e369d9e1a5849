"""Languages nobody speaks, to see what a real one would do to the screen before there is one.

`pseudo` gives every letter an accent and every text its ends in brackets and two fifths more length: what has no room
is cut, what went past the catalogue stands there in plain English. `pseudo-rtl` says the same from right to left.
"""

from __future__ import annotations

from collections.abc import Iterable
from string import Formatter

PSEUDO = {"pseudo": False, "pseudo-rtl": True}
"""The names, and whether they run from right to left."""

MORE = 0.4
_PLAIN = "ACDEGIJLNORSTUYZacdegijlnorstuyz"
_MARKED = "ÂĈĎÉĜÎĴĻÑÔŔŠŢÛÝŽâĉďéĝîĵļñôŕšţûýž"
ACCENTS = str.maketrans(_PLAIN, _MARKED)
"""What every letter becomes."""
_MORE = "ôñé ţŵô ţĥŕéé ḟôûŕ ḟîṽé šîẋ šéṽéñ éîĝĥţ ñîñé ţéñ "
_TURNED, _STRAIGHT, _END = "\u202e", "\u202d", "\u202c"


def pseudo_words(sources: Iterable[str], code: str) -> dict[str, str]:
    """Every source in the pseudo-language called `code`."""
    return {source: pseudo(source, PSEUDO[code]) for source in sources if any(c.isalpha() for c in source)}


def pseudo(source: str, right_to_left: bool = False) -> str:
    """One text: accents outside its {values}, brackets around it, longer."""
    pieces = []
    for literal, name, _, _ in Formatter().parse(source):
        pieces.append(literal.translate(ACCENTS).replace("{", "{{").replace("}", "}}"))
        if name is not None:
            pieces.append(f"{_STRAIGHT}{{{name}}}{_END}" if right_to_left else f"{{{name}}}")
    length = round(MORE * len(source))
    more = (_MORE * (1 + length // len(_MORE)))[:length].strip()
    said = f"[{''.join(pieces)}{' ' if more else ''}{more}]"
    return f"{_TURNED}{said}{_END}" if right_to_left else said
