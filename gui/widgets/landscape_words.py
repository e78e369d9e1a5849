"""What the landscape of a network in training says in words: on plates in its picture and to a screen reader."""

import math

from gui.widgets.layer_words import short_number
from sim.landscape_seen import MAIN, LandscapeSeen
from sim.numerals import write_count, write_fixed, write_significant
from sim.phrases import Phrase, joined, phrase

KEYS = (
    "Plus and Minus zoom, 0 shows the usual span, Left and Right walk along the path, Home and End go to its ends, "
    "Escape comes back."
)
NAME = "Loss landscape of the network"
_SMALL = 1e-3
_NEAR = 5e-3
NOTHING = "The landscape is being measured."


def loss_words(value: float) -> str:
    """A loss in three digits that count, in two times a power of ten where it is far from 1."""
    if not math.isfinite(value):
        return "–"
    return write_significant(value, 3) if value >= _SMALL else short_number(value)


def distance_words(value: float) -> str:
    """A distance between parameters."""
    if not math.isfinite(value):
        return "–"
    return write_fixed(value, 2) if value < 100.0 else write_significant(value, 3)


def thread_words(off: float) -> str:
    """What stands at the thread."""
    if off < _NEAR:
        return "in the plane"
    return phrase("{distance} off the plane", distance=distance_words(off))


def walked_words(seen: LandscapeSeen, index: int) -> Phrase:
    """One point of the path."""
    return phrase(
        "step {step}: {distance} off the plane",
        step=write_count(int(seen.path_steps[index])),
        distance=distance_words(float(seen.off_plane[index])),
    )


def size_words(seen: LandscapeSeen) -> Phrase:
    """Resolution and examples, and how far a picture that sharpens has come."""
    size = phrase(
        "{side} × {same} points, {examples} of {all} examples",
        side=seen.resolution,
        same=seen.resolution,
        examples=write_count(seen.examples),
        all=write_count(seen.of_examples),
    )
    if seen.done >= 1.0:
        return size
    return phrase("{size}, {share} %", size=size, share=math.floor(100.0 * seen.done))


def axis_words(seen: LandscapeSeen) -> tuple[str, str]:
    """Names of the two directions."""
    if seen.directions != MAIN:
        return "random direction 1", "random direction 2"
    if not math.isfinite(seen.shares[0]):
        return "main direction 1", "main direction 2"
    first, second = (round(100.0 * share) for share in seen.shares)
    return (
        phrase("main direction 1: {share} % of the path", share=first),
        phrase("main direction 2: {share} %", share=second),
    )


def told_words(seen: LandscapeSeen | None) -> str:
    """All of it, for somebody who does not see the picture."""
    if seen is None:
        return joined((NOTHING, KEYS))
    x, y = axis_words(seen)
    return joined((
        phrase("The loss over a plane through the weights of step {step}, along {x} and {y}.",
               step=write_count(seen.plane_of_step), x=x, y=y),
        phrase("{size}.", size=size_words(seen)),
        phrase("True loss {here}, drawn loss {drawn}, {off}.", here=loss_words(seen.loss_here),
               drawn=loss_words(seen.loss_drawn), off=thread_words(seen.off)),
        KEYS,
    ))  # fmt: skip
