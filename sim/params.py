"""What a learner can set: `Real`, `Integer`, `Choice`, `Flag`, `Text`, each declared once.

Forms, tooltips, session files, lesson checks and the command line all come from these declarations. A parameter knows
its range and refuses what lies outside it (`check` for values, `parse` for typed text, both with a `ConfigError` that
names the label, what was given and what is legal); only a slider clamps, because `at` knows no position beyond its
two ends.

Keys may be dotted: "adam.learning_rate" is the learning rate of adam, and its base is "learning_rate". `live`
parameters change a running simulation in place; the others start it anew. `role` is the design token that colours the
slider.
"""

import math
from dataclasses import KW_ONLY, dataclass
from numbers import Integral
from numbers import Real as RealNumber
from typing import TypeAlias

from sim.declared import Declared, demand, plain_value
from sim.errors import ConfigError, listing, sentence, suggestion
from sim.numerals import read_number, write_fixed, write_short, write_significant
from sim.param_text import Text
from sim.phrases import joined, phrase

__all__ = ["Choice", "Flag", "Integer", "Parameter", "Real", "Text", "Value"]

Value: TypeAlias = float | int | str | bool

LARGEST_REAL = 1e300
LARGEST_INTEGER = 2**53
YES = ("on", "yes", "true", "1")
NO = ("off", "no", "false", "0")


@dataclass(frozen=True)
class Real(Declared):
    """A number between `low` and `high`, both included.

    `digits` are digits after the point on a linear scale, digits that count on a logarithmic one.
    """

    low: float
    high: float
    default: float
    _: KW_ONLY
    log: bool = False
    digits: int = 3

    def __post_init__(self) -> None:
        demand(abs(self.low) <= LARGEST_REAL and abs(self.high) <= LARGEST_REAL, self, "its range is too wide")
        demand(self.low < self.high, self, "its range is empty")
        demand(not self.log or self.low > 0, self, "a logarithmic scale begins above 0")
        self.check(self.default)

    def at(self, position: float) -> float:
        """The value at `position` of the slider, 0 to 1: exact at both ends, never beyond them."""
        if position >= 1:
            return float(self.high)
        if not position > 0:
            return float(self.low)
        return float(min(max(_between(self, position), self.low), self.high))

    def position(self, value: float) -> float:
        """Where `value` stands on the slider, 0 to 1."""
        return _share(self, value)

    def check(self, value: object) -> float:
        """`value` as a float, or ConfigError. Texts and truth values are no numbers."""
        number = plain_value(value)
        if isinstance(number, bool) or not isinstance(number, RealNumber):
            raise self.refusal(value)
        try:
            real = float(number) + 0.0
        except OverflowError:
            raise self.refusal(value) from None
        if not self.low <= real <= self.high:
            raise self.refusal(value)
        return real

    def parse(self, text: str) -> float:
        """The value that was typed, or ConfigError."""
        try:
            return self.check(read_number(text))
        except ValueError:
            raise self.refusal(text) from None

    def format(self, value: float) -> str:
        """Fixed digits; more where fewer would leave the range or show a small value as nothing."""
        for digits in range(self.digits, 18):
            text = self._write(value, digits)
            if not self.low <= value <= self.high or self.low <= read_number(text) <= self.high:
                break
        return text

    def _write(self, value: float, digits: int) -> str:
        if self.log:
            return write_significant(value, digits)
        if 0 < abs(value) < 10.0**-digits:
            return write_short(value, max(digits, 1))
        return write_fixed(value, digits)

    def legal(self) -> str:
        return phrase("a number from {extent}", extent=self.extent())

    def extent(self) -> str:
        return phrase("{low} to {high}", low=write_short(self.low), high=write_short(self.high))


@dataclass(frozen=True)
class Integer(Declared):
    """A whole number from `low` to `high`, both included, in steps of `step` counted from `low`."""

    low: int
    high: int
    default: int
    _: KW_ONLY
    step: int = 1
    log: bool = False

    def __post_init__(self) -> None:
        demand(max(abs(self.low), abs(self.high)) <= LARGEST_INTEGER, self, "its range is too wide")
        demand(self.low < self.high and self.step > 0, self, "its range is empty")
        demand((self.high - self.low) % self.step == 0, self, "its steps miss the upper end")
        demand(not self.log or self.low > 0, self, "a logarithmic scale begins above 0")
        self.check(self.default)

    def at(self, position: float) -> int:
        """The value at `position` of the slider, 0 to 1: exact at both ends, never beyond them."""
        if position >= 1:
            return self.high
        if not position > 0:
            return self.low
        steps = round((_between(self, position) - self.low) / self.step)
        return min(max(self.low + self.step * steps, self.low), self.high)

    def position(self, value: float) -> float:
        """Where `value` stands on the slider, 0 to 1."""
        return _share(self, value)

    def check(self, value: object) -> int:
        """`value` as an int, or ConfigError. 400.0 is a whole number; texts and truth values are none."""
        number = plain_value(value)
        if isinstance(number, float) and number.is_integer():
            number = int(number)
        if isinstance(number, bool) or not isinstance(number, Integral):
            raise self.refusal(value)
        whole = int(number)
        if not self.low <= whole <= self.high or (whole - self.low) % self.step:
            raise self.refusal(value)
        return whole

    def parse(self, text: str) -> int:
        """The value that was typed, or ConfigError. A comma is refused: "1,000" may mean one or a thousand."""
        if "," in text:
            raise self.refusal(text)
        try:
            return self.check(read_number(text))
        except ValueError:
            raise self.refusal(text) from None

    def format(self, value: int) -> str:
        """The number with a true minus sign and thin groups."""
        return write_fixed(value, 0)

    def legal(self) -> str:
        steps = phrase(" in steps of {step}", step=self.step) if self.step > 1 else ""
        return phrase("a whole number from {extent}{steps}", extent=self.extent(), steps=steps)

    def extent(self) -> str:
        return phrase("{value} to {other_value}", value=self.format(self.low), other_value=self.format(self.high))


@dataclass(frozen=True)
class Choice(Declared):
    """One key out of `options`, which are pairs (key, label)."""

    options: tuple[tuple[str, str], ...]
    default: str

    def __post_init__(self) -> None:
        demand(len(dict(self.options)) == len(self.options) > 0, self, "its options are none or stand twice")
        self.check(self.default)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the options in their order."""
        return tuple(key for key, _ in self.options)

    def check(self, value: object) -> str:
        """`value` as one of the keys, or ConfigError."""
        key = plain_value(value)
        if not isinstance(key, str) or key not in self.keys:
            raise self.refusal(value)
        return str(key)

    def parse(self, text: str) -> str:
        """The option whose key or label was typed, or ConfigError. Capitals and spaces around do not matter."""
        wanted = text.strip().casefold()
        for key, label in self.options:
            if wanted in (key.casefold(), label.casefold()):
                return key
        raise self.refusal(text)

    def format(self, value: str) -> str:
        """The label of the option."""
        return dict(self.options).get(value, value)

    def refusal(self, given: object) -> ConfigError:
        return ConfigError(joined((sentence(super().refusal(given)), suggestion(given, self.keys))))

    def legal(self) -> str:
        return phrase("one of {keys}", keys=listing(self.keys))

    def extent(self) -> str:
        return ""


@dataclass(frozen=True)
class Flag(Declared):
    """On or off."""

    default: bool

    def __post_init__(self) -> None:
        self.check(self.default)

    def check(self, value: object) -> bool:
        """`value` as a bool, or ConfigError. Numbers and texts are no truth values."""
        truth = plain_value(value)
        if not isinstance(truth, bool):
            raise self.refusal(value)
        return truth

    def parse(self, text: str) -> bool:
        """on, yes, true, 1 or off, no, false, 0; else ConfigError."""
        word = text.strip().casefold()
        if word not in YES + NO:
            raise self.refusal(text)
        return word in YES

    def format(self, value: bool) -> str:
        """"on" or "off"."""
        return "on" if value else "off"

    def legal(self) -> str:
        return "on or off"

    def extent(self) -> str:
        return "on or off"


Parameter: TypeAlias = Real | Integer | Choice | Flag | Text


def _between(parameter: Real | Integer, position: float) -> float:
    """The number at `position`, 0 to 1, of a linear or logarithmic scale."""
    low, high = float(parameter.low), float(parameter.high)
    if parameter.log:
        return math.exp(math.log(low) + position * (math.log(high) - math.log(low)))
    return low + position * (high - low)


def _share(parameter: Real | Integer, value: float) -> float:
    """The position, 0 to 1, of `value`; what lies beyond an end counts as that end."""
    low, high = float(parameter.low), float(parameter.high)
    within = min(max(float(value), low), high)
    if parameter.log:
        return (math.log(within) - math.log(low)) / (math.log(high) - math.log(low))
    return (within - low) / (high - low)
