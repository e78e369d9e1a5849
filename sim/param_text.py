"""A parameter that is a line of text with a meaning of its own: a formula, a curve drawn by hand.

What the text may be, its `reader` knows: a function that returns anything, or raises a ConfigError whose sentence is
shown as it is. The value is the text as it was typed, without the blanks around it.
"""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass

from sim.declared import Declared, demand
from sim.errors import ConfigError
from sim.phrases import phrase


@dataclass(frozen=True)
class Text(Declared):
    """A text of at most `most` characters that `reader` can read."""

    default: str
    _: KW_ONLY
    reader: Callable[[str], object]
    most: int = 500

    def __post_init__(self) -> None:
        demand(self.most > 0, self, "it has no room")
        self.check(self.default)

    def check(self, value: object) -> str:
        """`value` without the blanks around it if the reader takes it, or ConfigError."""
        if not isinstance(value, str):
            raise self.refusal(value)
        if len(value) > self.most:
            raise ConfigError(
                phrase(
                    "{name} must be {legal}, not {value} characters.",
                    name=self.name,
                    legal=self.legal(),
                    value=len(value),
                )
            )
        self.reader(value)
        return value.strip()

    def parse(self, text: str) -> str:
        """The text that was typed, or ConfigError."""
        return self.check(text)

    def format(self, value: str) -> str:
        """The text as it is."""
        return value

    def legal(self) -> str:
        return phrase("a text of {extent}", extent=self.extent())

    def extent(self) -> str:
        return phrase("at most {most} characters", most=self.most)
