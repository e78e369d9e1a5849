"""Numbers and layers of a deep network in words."""

import math

from gui.widgets.layer_signals import LayerSignals
from gui.widgets.ticks import scientific
from sim.numerals import write_significant
from sim.phrases import joined, phrase

_PLAIN_FROM, _PLAIN_TO = 0.0095, 99.5


def say_layers(depth: int) -> str:
    """How many there are."""
    return "1 layer" if depth == 1 else phrase("{depth} layers", depth=depth)


def short_number(value: float) -> str:
    """Two digits that count; as a number times a power of ten where it is far from 1."""
    if value == 0.0 or not math.isfinite(value) or _PLAIN_FROM <= abs(value) < _PLAIN_TO:
        return write_significant(value, 2 if value else 1)
    return scientific(value, 2)


def layer_words(signals: LayerSignals, layer: int) -> str:
    """One layer in words: what comes back, which share of it is left, who is dead."""
    if layer == signals.depth:
        return "Output: here the error comes in."
    parts: list[str] = [
        phrase(
            "Layer {layer} of {layers}: {share} of the error arrives.",
            layer=layer + 1,
            layers=signals.depth,
            share=short_number(float(signals.back[layer])),
        )
    ]
    if layer < signals.keeps.size and math.isfinite(signals.keeps[layer]):
        kept = short_number(float(signals.keeps[layer]))
        parts.append(phrase("That is {kept} of what arrived one layer later.", kept=kept))
    if layer < signals.dead.size and signals.dead[layer] > 0.0:
        parts.append(phrase("{share} % of its units never answer.", share=round(100 * float(signals.dead[layer]))))
    return joined(parts)
