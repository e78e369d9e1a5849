"""What every kind of parameter has in common: names, help, the sentences of a tooltip and of a refusal."""

from dataclasses import KW_ONLY, dataclass

from sim.errors import ConfigError, quote
from sim.phrases import joined, phrase


@dataclass(frozen=True)
class Declared:
    """What every parameter has. `help` is one sentence; `symbol` and `formula` are short runs of text."""

    key: str
    label: str
    _: KW_ONLY
    symbol: str = ""
    formula: str = ""
    unit: str = ""
    help: str = ""
    live: bool = True
    role: str = "ink"

    @property
    def base(self) -> str:
        """The key without what stands before its last dot."""
        return self.key.rpartition(".")[2]

    @property
    def name(self) -> str:
        """The label as a sentence needs it: "Learning rate of adam"."""
        owner = self.key.rpartition(".")[0]
        return phrase("{label} of {owner}", label=self.label, owner=owner) if owner else self.label

    def legal(self) -> str:
        """What may be given, as words: "a number from 0 to 0.999"."""
        raise NotImplementedError

    def extent(self) -> str:
        """The range as a tooltip shows it: "0 to 0.999"."""
        raise NotImplementedError

    def refusal(self, given: object) -> ConfigError:
        """The one sentence that refuses `given`."""
        if isinstance(given, str) and not given.strip():
            return ConfigError(phrase("{name} must be {legal}; nothing was typed.", name=self.name, legal=self.legal()))
        return ConfigError(
            phrase("{name} must be {legal}, not {given}.", name=self.name, legal=self.legal(), given=quote(given))
        )

    def describe(self) -> tuple[str, str]:
        """Title and sentence of the tooltip: ("Momentum  μ  0 to 0.999", "A running sum ...")."""
        return joined((self.label, self.symbol, joined((self.extent(), self.unit))), "  "), self.help


def demand(condition: bool, parameter: Declared, reason: str) -> None:
    """A declaration that makes no sense is refused when it is made."""
    if not condition:
        raise ConfigError(phrase("{name} is declared wrongly: {reason}.", name=parameter.name, reason=reason))


def plain_value(value: object) -> object:
    """A numpy scalar as the Python value it holds; anything else as it is."""
    if getattr(value, "ndim", None) == 0 and hasattr(value, "item"):
        plain: object = value.item()
        return plain
    return value
