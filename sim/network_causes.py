"""What made the steps of a training too long, in words, and the one setting that would make them shorter.

A rate is measured against the bound of its optimizer at the first weights. Where it is below, or there is none, a
dropout that leaves hardly anybody or a heavy momentum is named; else the bound at the weights of now, which on the way
out is much too small to be good advice; else the rate itself. What is suggested is a little below the bound, or a tenth
where there is none.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from sim.network_training import Settings
from sim.numerals import write_count, write_short
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase, word
from sim.stability import bound as stability_bound

BELOW, TENTH = 0.9, 0.1
"""The suggested share of the bound, and of a setting that has none."""
SMALLEST = 1e-5
HEAVY, USUAL = 0.95, 0.9
"""A momentum that may be a cause by itself, and the one that is suggested instead."""
SCARCE, HALF = 0.9, 0.5
"""The same for dropout."""
DIGITS, SIX = 2, 6


@dataclass(frozen=True)
class Cause:
    """key: "start" or "place" (the rate is above the bound there), "dropout", "momentum", or "rate" where nothing else
    is to blame. bound: the largest stable rate that is known, with its curvature."""

    key: str
    bound: float | None
    curvature: float | None


def blame(settings: Settings, at_start: float | None, here: Callable[[], float | None]) -> Cause:
    """What is to blame: at_start, here: the largest curvature at the first weights, and at those of now."""
    known = Cause("rate", bound_at(settings, at_start), at_start)
    if exceeds(settings, known.bound):
        return replace(known, key="start")
    if heaviest_dropout(settings)[1] >= SCARCE:
        return replace(known, key="dropout")
    if momentum_of(settings) >= HEAVY:
        return replace(known, key="momentum")
    curvature = here()
    bound = bound_at(settings, curvature)
    return Cause("place", bound, curvature) if exceeds(settings, bound) else known


def bound_at(settings: Settings, curvature: float | None) -> float | None:
    """The largest stable rate where the loss bends so."""
    return None if curvature is None else stability_bound(settings.optimizer, settings.hyper, curvature)


def exceeds(settings: Settings, bound: float | None) -> bool:
    """Whether the rate is above a bound."""
    return bound is not None and bound < settings.hyper[0]


def words_of(cause: Cause, settings: Settings) -> str:
    """Why steps grew, in a sentence."""
    rate, most = write_short(settings.hyper[0], SIX), ""
    if cause.bound is not None:
        most = write_short(float(f"{cause.bound:.{DIGITS}g}"))
    if cause.key == "start":
        return phrase(
            "With a learning rate of {rate} each step overshoots further; the curvature at the start allows "
            "{most} at most.", rate=rate, most=most,
        )  # fmt: skip
    if cause.key == "place":
        return phrase(
            "With a learning rate of {rate} each step overshoots further; the curvature of this place allows "
            "{most} at most.", rate=rate, most=most,
        )  # fmt: skip
    if cause.key == "dropout":
        share = heaviest_dropout(settings)[1]
        return phrase(
            "With a dropout of {share} the few that stay count {times} times, so that a step is right for them alone.",
            share=write_short(share, SIX), times=write_count(round(1.0 / (1.0 - share))),
        )  # fmt: skip
    if cause.key == "momentum":
        momentum = momentum_of(settings)
        return phrase(
            "With a momentum of {momentum} steps add up to {times} times the length of one, long after the slope has "
            "turned.", momentum=write_short(momentum, SIX), times=write_count(round(1.0 / (1.0 - momentum))),
        )  # fmt: skip
    return phrase("With a learning rate of {rate} the steps grew longer and longer.", rate=rate)


def death_words(cause: Cause, settings: Settings) -> str:
    """Why no unit of a layer answers any more, in a sentence."""
    rate = write_short(settings.hyper[0], SIX)
    if cause.key == "start" and cause.bound is not None:
        return phrase(
            "A step too long led there: the learning rate is {rate}; the curvature at the start allows {most} at most.",
            rate=rate, most=write_short(float(f"{cause.bound:.{DIGITS}g}")),
        )  # fmt: skip
    if cause.key == "dropout":
        return words_of(cause, settings)
    if cause.key == "momentum":
        return phrase(
            "With a momentum of {momentum} the steps that led there went on too long.",
            momentum=write_short(momentum_of(settings), SIX),
        )  # fmt: skip
    return phrase("A step too long led there: the learning rate is {rate}.", rate=rate)


def change_of(cause: Cause, settings: Settings) -> tuple[str, float] | None:
    """The one setting that is suggested."""
    rate, l2 = settings.hyper[0], settings.l2
    if cause.key == "dropout":
        key = heaviest_dropout(settings)[0]
        return None if key == "dropout_layers" else (key, HALF)
    if cause.key == "momentum":
        return "momentum", USUAL
    if cause.key == "start" and cause.bound is not None and cause.curvature is not None:
        spare = cause.curvature * cause.bound / rate - (cause.curvature - l2)
        return ("l2", shortened(BELOW * spare)) if 0.0 < spare < l2 else smaller_rate(rate, BELOW * cause.bound)
    if cause.key == "place" and cause.bound is not None:
        return smaller_rate(rate, max(BELOW * cause.bound, TENTH * rate))
    return smaller_rate(rate, TENTH * rate)


def heaviest_dropout(settings: Settings) -> tuple[str, float]:
    """The setting of the largest rate that is in force, and that rate."""
    own = settings.dropout_layers
    hidden = ("dropout_layers", max(own)) if own else ("dropout", settings.dropout)
    return max(hidden, ("dropout_input", settings.dropout_input), key=lambda entry: entry[1])


def smaller_rate(rate: float, wanted: float) -> tuple[str, float] | None:
    """A learning rate to suggest, where there is a smaller one."""
    return ("learning_rate", max(shortened(wanted), SMALLEST)) if rate > SMALLEST else None


def shortened(value: float) -> float:
    """The number of two digits next below."""
    unit = 10.0 ** (math.floor(math.log10(value)) - DIGITS + 1) if 0.0 < value < math.inf else 1.0
    return float(f"{math.floor(value / unit * (1.0 + 1e-12)) * unit:.{DIGITS}g}")


def momentum_of(settings: Settings) -> float:
    """The momentum, 0 for optimizers without a velocity."""
    has_one = any(parameter.key == "momentum" for parameter in OPTIMIZERS[settings.optimizer].parameters)
    return settings.hyper[1] if has_one else 0.0


def facts_of(settings: Settings, bound: float | None) -> tuple[tuple[str, float], ...]:
    """The numbers of the card."""
    facts = [(word("learning rate"), settings.hyper[0])]
    if bound is not None:
        facts.append((word("stable below"), bound))
    if momentum_of(settings) >= HEAVY:
        facts.append((word("momentum"), momentum_of(settings)))
    return tuple(facts)
