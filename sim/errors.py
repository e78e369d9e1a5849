"""What is said when something cannot be: one sentence, in a learner's words.

`ConfigError` is raised wherever a setting, a name or a value that a person chose is refused. Its text is shown as it
is: in the window, on the command line, in a notebook. It names the field, what was given, and what is legal; never a
traceback.
"""

from collections.abc import Iterable
from difflib import get_close_matches

from sim.phrases import joined, phrase

LONGEST_QUOTE = 40
LONGEST_LIST = 20


class ConfigError(ValueError):
    """A setting, a name or a value that cannot be used. The text is one sentence for the person who chose it."""


def sentence(error: BaseException) -> str:
    """What an error says, still a phrase where it is one: `str` would lose the template."""
    said = error.args[0] if len(error.args) == 1 else None
    return said if isinstance(said, str) else str(error)


def quote(value: object) -> str:
    """`value` as it may stand in a sentence: quoted, on one line, shortened, never raising."""
    if isinstance(value, str):
        return repr(value if len(value) <= LONGEST_QUOTE else value[: LONGEST_QUOTE - 1] + "…")
    if isinstance(value, int) and value.bit_length() > 200:
        return "a whole number of more than 60 digits"
    if value is None or isinstance(value, (bool, int, float, complex)):
        return repr(value)
    return phrase("a value of type {name}", name=type(value).__name__)


def listing(names: Iterable[str], longest: int = LONGEST_LIST) -> str:
    """The names with commas between them; beyond `longest`, how many more there are."""
    known = list(names)
    if len(known) <= longest:
        return ", ".join(known)
    return phrase("{names} and {count} more", names=", ".join(known[:longest]), count=len(known) - longest)


def suggestion(given: object, names: Iterable[str]) -> str:
    """"Did you mean 'saddle'?", or nothing where no name is close."""
    if not isinstance(given, str):
        return ""
    spelled = {name.casefold(): name for name in names}
    close = get_close_matches(given[: LONGEST_QUOTE].casefold(), spelled, n=1, cutoff=0.6)
    return phrase("Did you mean {name}?", name=repr(spelled[close[0]])) if close else ""


def unknown(kind: str, given: object, names: Iterable[str]) -> ConfigError:
    """The refusal of a name that is in no table: says what exists, and the nearest name.

    `kind` is the word for one entry: "setting", "surface", "panel".
    """
    known = list(dict.fromkeys(names))
    legal = listing(known) or "none"
    none = phrase("There is no {kind} {given}.", kind=kind, given=quote(given))
    return ConfigError(joined((none, suggestion(given, known), phrase("There are: {names}.", names=legal))))
