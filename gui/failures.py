"""What is said when a training fails: where, why, the bound beside the rate, and two ways on.

One `Failures` keeps the card of one panel. The last finite picture stays under the card.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from gui.widgets.flight_card import FlightCard, Flown
from sim.commands import Play, Restart, Step
from sim.numerals import write_significant
from sim.phrases import phrase, word

if TYPE_CHECKING:
    from sim.network_failure import Failure

DIGITS = 2
MORE = {"momentum": 3}
"""Facts of which two digits would say nothing: 0.999 is not 1."""
SYMBOLS = {"learning_rate": "η", "momentum": "μ", "l1": "L1 λ", "l2": "L2 λ", "dropout": "p", "dropout_input": "p",
           "haste": word("share of the best η")}  # fmt: skip
"""How the settings that are suggested are called on a button."""


def told(failure: Failure) -> Flown:
    """A failure in the words of the card."""
    back = phrase("Back {steps} steps", steps=failure.back) if failure.back else ""
    facts = tuple((name, write_significant(number, MORE.get(name, DIGITS))) for name, number in failure.facts)
    change = "" if failure.change is None else change_words(*failure.change)
    return Flown(failure.arm, failure.title, failure.sentence, facts, back, change)


def change_words(key: str, value: float) -> str:
    """What the button of a suggested setting says."""
    name = key.rpartition(".")[2]
    return phrase(
        "Again with {symbol} = {value}", symbol=SYMBOLS.get(name, name), value=write_significant(value, DIGITS)
    )


class Failures:
    """send: where commands go; key: the simulation's; change: takes {setting: value}; placed: called when the card
    has another size."""

    def __init__(
        self,
        card: FlightCard,
        send: Callable[[Any], None],
        key: str,
        change: Callable[[dict[str, object]], None],
        placed: Callable[[], None],
    ) -> None:
        self._card, self._send, self._key, self._change, self._placed = card, send, key, change, placed
        self._shown: Failure | None = None
        self._step = 0
        card.back.connect(lambda _: self.go_back())
        card.changed.connect(lambda _: self.go_again())

    def show(self, failure: Failure | None, step: int = 0) -> None:
        """The card while there is something to say. Cheap where it is what was shown before.

        A setting that is moved takes the failure from the run, which still stands at `step` because of it: the card
        stays until the run has another one, or a slider dragged past the failure would take away why all stands still.
        """
        if failure == self._shown or (failure is None and 0 < step == self._step):
            return
        if self._shown is not None:
            self._card.set_flights([])
        self._shown, self._step = failure, step
        self._card.set_flights([] if failure is None else [told(failure)])
        self._placed()

    def go_back(self) -> None:
        """To where everything was still well."""
        if self._shown is not None:
            self._send(Step(self._key, -self._shown.back))

    def go_again(self) -> None:
        """From the first step, with the setting that is suggested."""
        if self._shown is not None and self._shown.change is not None:
            key, value = self._shown.change
            self._change({key: value})
            self._send(Restart(self._key))
            self._send(Play(self._key))
