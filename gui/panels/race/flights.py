"""What the card says of a racer that flew off: words made from the simulation's finding."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.widgets.flight_card import Flown
from sim.numerals import write_significant
from sim.optimizers import OPTIMIZERS
from sim.phrases import phrase

if TYPE_CHECKING:
    from sim.forensics import Flight

DIGITS = 3


def flown(flight: Flight) -> Flown:
    """Title, sentence, the two numbers, and the two ways on."""
    facts = [("its rate", write_significant(flight.rate, DIGITS))]
    if flight.bound is not None:
        facts.append(("stable below", write_significant(flight.bound, DIGITS)))
    title = phrase("{title} flew off at step {step}", title=OPTIMIZERS[flight.key].title, step=flight.step)
    back = phrase("Back to step {last_finite}", last_finite=flight.last_finite)
    return Flown(
        flight.key, title, flight.sentence, tuple(facts), back, flight.advice if flight.change is not None else ""
    )
