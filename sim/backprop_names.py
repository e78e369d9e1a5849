"""How the matrices of a pass are called: as keys, and as symbols in a formula.

    symbol("dz2")      "dZ₂"
    symbol("w1+")      "W₁⁺", after the update
"""

import re

DATA = ("x", "t")
_NAME = re.compile(r"(d?)([a-z])([0-9]*)(\+?)")
_LOWERED = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def weight(layer: int) -> str:
    """The weights of a layer, counted from 1."""
    return f"w{layer}"


def bias(layer: int) -> str:
    """The biases of a layer."""
    return f"b{layer}"


def inputs_of(layer: int) -> str:
    """What goes into a layer: x, or what the layer before says."""
    return "x" if layer == 1 else f"h{layer - 1}"


def outputs_of(layer: int, depth: int) -> str:
    """What a layer says."""
    return "y" if layer == depth else f"h{layer}"


def arriving_at(layer: int, depth: int) -> str:
    """What arrives at a layer on the way back, before its slope."""
    return "e" if layer == depth else f"dh{layer}"


def parts(name: str) -> tuple[str, str, int, bool]:
    """("d" or "", letter, layer or 0, whether after the update) of a name; ValueError for what is none."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise ValueError(name)
    return found[1], found[2], int(found[3] or 0), bool(found[4])


def layer_of(name: str) -> int:
    """The layer of a matrix; 0 where it belongs to none."""
    return parts(name)[2]


def symbol(name: str) -> str:
    """A matrix as it is written: letters of matrices are large, those of rows (biases) small."""
    slope, letter, layer, new = parts(name)
    written = letter if letter == "b" else letter.upper()
    return slope + written + (str(layer).translate(_LOWERED) if layer else "") + ("⁺" if new else "")
