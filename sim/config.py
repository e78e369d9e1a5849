"""Everything the learner has set, as one value that never changes.

`Parameters` is the ordered table of what can be set; `Config` holds one legal value for each. Every way to a new
config goes through the parameters' own checks, so whoever holds a config holds legal numbers. Two configs are equal
when their tables and values are; they can be keys of a dictionary.

A bare name stands for all parameters that have it: "learning_rate" is "sgd.learning_rate", "adam.learning_rate" ...
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sim.errors import ConfigError, unknown
from sim.params import Parameter, Value
from sim.phrases import phrase


class Parameters:
    """An ordered table of parameters: iterated in order of declaration, looked up by whole key."""

    __slots__ = ("_hash", "_table")

    def __init__(self, parameters: tuple[Parameter, ...] | list[Parameter] = ()) -> None:
        self._table = {parameter.key: parameter for parameter in parameters}
        self._hash = hash(tuple(self._table.values()))
        if len(self._table) != len(parameters):
            keys = [parameter.key for parameter in parameters]
            twice = next(key for key in keys if keys.count(key) > 1)
            raise ConfigError(phrase("{key} is declared twice.", key=repr(twice)))

    def __getitem__(self, key: str) -> Parameter:
        try:
            return self._table[key]
        except KeyError:
            raise unknown("setting", key, self._table) from None

    def __contains__(self, key: object) -> bool:
        return key in self._table

    def __iter__(self) -> Iterator[Parameter]:
        return iter(self._table.values())

    def __len__(self) -> int:
        return len(self._table)

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, Parameters) and tuple(self) == tuple(other))

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"Parameters({', '.join(self._table)})"

    def keys(self) -> tuple[str, ...]:
        """All whole keys in order."""
        return tuple(self._table)

    def bases(self) -> tuple[str, ...]:
        """All bare names in order, each once."""
        return tuple(dict.fromkeys(parameter.base for parameter in self))

    def matching(self, key: str) -> tuple[str, ...]:
        """The whole keys that `key` stands for: itself, and all that end in ".key". Empty where there is none."""
        return tuple(known for known in self._table if known == key or known.endswith("." + key))


class Config:
    """One legal value for every parameter of a table. Immutable, hashable, equal by value."""

    __slots__ = ("_hash", "_values", "parameters")

    parameters: Parameters

    def __init__(
        self, parameters: Parameters, values: Mapping[str, object] | None = None, /, **more: object
    ) -> None:
        given = {**(values or {}), **more}
        known = {parameter.key: parameter.default for parameter in parameters}
        self._fill(parameters, {**known, **_checked(parameters, given)})

    @classmethod
    def defaults(cls, parameters: Parameters) -> "Config":
        """Every parameter at its default."""
        return cls(parameters)

    def _fill(self, parameters: Parameters, values: dict[str, Value]) -> None:
        object.__setattr__(self, "parameters", parameters)
        object.__setattr__(self, "_values", values)
        object.__setattr__(self, "_hash", hash((parameters, tuple(values.values()))))

    def __getitem__(self, key: str) -> Any:
        try:
            return self._values[key]  # type: ignore[attr-defined]
        except KeyError:
            raise unknown("setting", key, self.parameters.keys()) from None

    def replace(self, values: Mapping[str, object] | None = None, /, **more: object) -> "Config":
        """A config with these values instead; whole keys. ConfigError for an unknown key or an illegal value."""
        changes = _checked(self.parameters, {**(values or {}), **more})
        changed = object.__new__(Config)
        changed._fill(self.parameters, {**self.as_dict(), **changes})
        return changed

    def assign(self, key: str, text: str) -> "Config":
        """A config with `text`, as typed on a command line, in every parameter that `key` stands for."""
        keys = self.parameters.matching(key.strip())
        if not keys:
            raise self._unassignable(key.strip())
        return self.replace({known: self.parameters[known].parse(text) for known in keys})

    def _unassignable(self, key: str) -> ConfigError:
        """Lists whole keys after a dot that leads somewhere ("adam.rate"), else the bare names."""
        owner = key.rpartition(".")[0] + "."
        siblings = [parameter.key for parameter in self.parameters if parameter.key.startswith(owner)]
        return unknown("setting", key, siblings or self.parameters.bases())

    def as_dict(self) -> dict[str, Value]:
        """Key -> value in the table's order; a new dictionary."""
        return dict(self._values)  # type: ignore[attr-defined]

    def changed(self, other: "Config") -> tuple[str, ...]:
        """The keys whose values differ between the two, in the table's order."""
        if self.parameters != other.parameters:
            raise ConfigError("These settings belong to different simulations.")
        return tuple(key for key, value in self.as_dict().items() if other[key] != value)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Config):
            return NotImplemented
        return self is other or (self.as_dict() == other.as_dict() and self.parameters == other.parameters)

    def __hash__(self) -> int:
        return self._hash  # type: ignore[attr-defined, no-any-return]

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("A config never changes: use replace().")

    def __delattr__(self, name: str) -> None:
        raise AttributeError("A config never changes: use replace().")

    def __reduce__(self) -> tuple[type["Config"], tuple[Parameters, dict[str, Value]]]:
        return Config, (self.parameters, self.as_dict())

    def __copy__(self) -> "Config":
        return self

    def __deepcopy__(self, memory: object) -> "Config":
        return self

    def __repr__(self) -> str:
        changed = [f"{p.key}={self[p.key]!r}" for p in self.parameters if self[p.key] != p.default]
        return f"Config({', '.join(changed) or 'defaults'})"


def _checked(parameters: Parameters, values: Mapping[str, object]) -> dict[str, Value]:
    """The values as their parameters take them. ConfigError for the first that is unknown or illegal."""
    return {key: parameters[key].check(value) for key, value in values.items()}
