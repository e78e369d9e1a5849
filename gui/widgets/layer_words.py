"""Numbers and layers of a deep network in words."""

import math

from gui.widgets.layer_signals import LayerSignals
from sim.numerals import RAISED, TIMES, localised, write_significant
from sim.phrases import joined, phrase

_PLAIN_FROM, _PLAIN_TO = 0.0095, 99.5


def say_layers(depth: int) -> str:
    """How many there are."""
    return "1 layer" if depth == 1 else phrase("{depth} layers", depth=depth)


def short_number(value: float) -> str:
    """Two digits that count; as a number times a power of ten where it is far from 1."""
    if value == 0.0 or not math.isfinite(value) or _PLAIN_FROM <= abs(value) < _PLAIN_TO:
        return write_significant(value, 2 if value else 1)
    mantissa, exponent = f"{value:.1e}".split("e")
    return localised(mantissa) + TIMES + "10" + str(int(exponent)).translate(RAISED)


def layer_words(signals: LayerSignals, layer: int, short: bool = False) -> str:
    """One layer in words: what comes back, which share of it is left, who is dead; short: the first of these."""
    if layer == signals.depth:
        return "Output: here the error comes in."
    share = short_number(float(signals.back[layer]))
    if short or layer >= signals.keeps.size or not math.isfinite(signals.keeps[layer]):
        return phrase("Layer {layer}: {share} of the error arrives.", layer=layer + 1, share=share)
    kept = short_number(float(signals.keeps[layer]))
    if layer < signals.told.size and math.isfinite(signals.told[layer]):
        told = short_number(float(signals.told[layer]))
        words = phrase(
            "Layer {layer}: {share} of the error arrives (× {kept}); line: the gradient of its weights, {told}.",
            layer=layer + 1, share=share, kept=kept, told=told,
        )  # fmt: skip
    else:
        words = phrase("Layer {layer}: {share} of the error arrives (× {kept}).", layer=layer + 1, share=share,
                       kept=kept)  # fmt: skip
    parts: list[str] = [words]
    if layer < signals.dead.size and signals.dead[layer] > 0.0:
        parts.append(phrase("{share} % of its units are dead.", share=round(100 * float(signals.dead[layer]))))
    return joined(parts)
