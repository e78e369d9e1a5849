"""What made the steps of a training too long, in words, and the one setting that would make them shorter.

A rate is measured against the bound of its optimizer. Where it is below, or there is none, a heavy momentum is named,
and else the rate itself. What is suggested is a little below the bound, or a tenth where there is none.
"""

import math

from sim.network_training import Settings
from sim.numerals import write_count, write_short
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase, word

BELOW, TENTH = 0.9, 0.1
"""The suggested share of the bound, and of a setting that has none."""
SMALLEST = 1e-5
HEAVY, USUAL = 0.95, 0.9
"""A momentum that may be a cause by itself, and the one that is suggested instead."""
DIGITS = 2


def cause_of(settings: Settings, bound: float | None, here: bool) -> str:
    """Why steps grew, in a sentence."""
    rate = write_short(settings.hyper[0], 6)
    if bound is not None and bound < settings.hyper[0]:
        most = write_short(float(f"{bound:.{DIGITS}g}"))
        if here:
            return phrase(
                "With a learning rate of {rate} each step overshoots further; the curvature of this place allows "
                "{most} at most.", rate=rate, most=most,
            )  # fmt: skip
        return phrase(
            "With a learning rate of {rate} each step overshoots further; the curvature at the start allows "
            "{most} at most.", rate=rate, most=most,
        )  # fmt: skip
    momentum = momentum_of(settings)
    if momentum >= HEAVY:
        return phrase(
            "With a momentum of {momentum} steps add up to {times} times the length of one, long after the slope has "
            "turned.", momentum=write_short(momentum, 6), times=write_count(round(1.0 / (1.0 - momentum))),
        )  # fmt: skip
    return phrase("With a learning rate of {rate} the steps grew longer and longer.", rate=rate)


def change_of(settings: Settings, curvature: float | None, bound: float | None) -> tuple[str, float] | None:
    """The one setting that is suggested."""
    rate, l2 = settings.hyper[0], settings.l2
    if curvature is not None and bound is not None and bound < rate:
        spare = curvature * bound / rate - (curvature - l2)
        if 0.0 < spare < l2:
            return "l2", shortened(BELOW * spare)
        return smaller_rate(rate, BELOW * bound)
    if momentum_of(settings) >= HEAVY:
        return "momentum", USUAL
    return smaller_rate(rate, TENTH * rate)


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
