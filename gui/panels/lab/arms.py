"""What the arms of the lab wear: A is ink, B violet, C green, D olive; and the words that tell one from another.

An arm is named by what it has that another arm has not: "dropout 0.5" beside "no dropout".
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sim.numerals import write_short
from sim.optimizers import OPTIMIZERS
from sim.phrases import Phrase, joined, lowered, phrase, word
from sim.schedules import SCHEDULES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sim.config import Config

ROLES = {"a": "ink", "b": "you", "c": "rmsprop", "d": "adagrad"}
"""The role of each arm's colour."""
NUMBERS = {
    "dropout": (word("dropout {number}"), word("no dropout")),
    "dropout_input": (word("input dropout {number}"), word("no input dropout")),
    "l1": (word("L1 {number}"), word("no L1")),
    "l2": (word("L2 {number}"), word("no L2")),
    "learning_rate": (word("rate {number}"), word("no rate")),
    "momentum": (word("momentum {number}"), word("no momentum")),
    "batch": (word("batch {number}"), word("no batch")),
}
"""How a number is told, and how 0."""
PENALTIES = {"l1", "l2", "l1_form"}
NO_PENALTY, PLAIN = word("no penalty"), word("plain")
FORMS = {"threshold": word("by threshold"), "slope": word("by slope")}


def differing(arms: Sequence[Any]) -> tuple[str, ...]:
    """The settings in which any arm differs from A, in their order."""
    return tuple(dict.fromkeys(key for arm in arms for key in arm.changed))


def arm_words(key: str, differ: Sequence[str], config: Config) -> str:
    """What an arm has of the settings in which arms differ; where it has nothing, what that is the absence of."""
    parts = [part for part in (said(key, setting, config) for setting in differ) if part]
    absent = [NUMBERS[setting][1] for setting in differ if setting in NUMBERS]
    if parts or not absent:
        return joined(parts, ", ")
    return absent[0] if len(absent) == 1 else NO_PENALTY if set(differ) <= PENALTIES else PLAIN


def said(key: str, setting: str, config: Config) -> str | Phrase:
    """One setting of an arm in a few words; "" where it is off."""
    value = config[f"{key}.{setting}"]
    if setting in NUMBERS:
        return phrase(NUMBERS[setting][0], number=write_short(value, 3)) if value else ""
    if setting == "l1_form":
        return FORMS[value] if config[f"{key}.l1"] else ""
    if setting == "dropout_layers":
        return phrase("dropout {rates}", rates=", ".join(value.split())) if value else ""
    if setting == "optimizer":
        return lowered(OPTIMIZERS[value].title)
    if setting == "momentum_schedule":
        return lowered(SCHEDULES[value].title)
    return word("another curve")


def arm_title(key: str, arms: Sequence[Any], config: Config) -> str:
    """Letter and words, "B  dropout 0.5"."""
    return joined((key.upper(), arm_words(key, differing(arms), config)), "  ")
