"""What each example of the lab asks, on which page that is seen, and which slider is the one to take hold of."""

from __future__ import annotations

from dataclasses import dataclass

from sim.phrases import word


@dataclass(frozen=True)
class Asked:
    """question: for the header, "" for the panel's own. page: brought to the front. cue: a setting of an arm."""

    question: str = ""
    page: str = "lens"
    cue: str = "dropout"


EXAMPLES: dict[str, Asked] = {
    "moons": Asked(),
    "digits_200": Asked(word("How much of the class rests on a few stars?"), "class"),
    "digits_1000": Asked(word("Does the flu still help with five times the data?"), "class"),
    "curve": Asked(word("How much may a curve bend for the sake of twelve points?"), "landscape", "l2"),
    "small": Asked(word("Does one pass with everyone present stand for all the classes?"), "masks"),
    "penalties": Asked(word("What do L1 and L2 leave of the weights?"), "penalty", "l1"),
    "sparse": Asked(word("Who gets a weight to exactly zero?"), "penalty", "l1"),
    "worlds": Asked(word("Which penalty fits this world?"), "penalty", "l2"),
    "momentum": Asked(word("How fast may a heavy skier set out?"), "landscape", "momentum"),
    "lies": Asked(word("What does a network learn from a teacher who lies?"), "lens"),
    "glances": Asked(word("Who is down first: he who measures all, or he who glances?"), "landscape", "batch"),
}


def asked_by(preset: str) -> Asked:
    """What an example asks; of a task of the learner's own, what the panel asks."""
    return EXAMPLES.get(preset, EXAMPLES["moons"])
