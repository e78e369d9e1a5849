"""Sentences with values in them, in a form that can be said in another language.

    phrase("{right} of {total} right", right=3, total=4)     a str, "3 of 4 right", that remembers its template

A `Phrase` is text like any other: it is compared, cut and joined as such. Whoever shows it looks for `template` in his
language and fills in `values` there. Values are texts, numbers as they shall stand there, or phrases.

`+` keeps it. Methods of `str` lose it, so what they are used for has forms of its own: `joined` puts whole sentences
one after the other, `capital` and `lowered` change the first letter or all of them. `Own` marks what is in nobody's
language: a file's name, a class of the learner's table.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Value = str | int | float

CAPITAL, LOWERED = "capital", "lowered"


class Phrase(str):
    """A filled-in template. Its text is the English one; `form` is what was done to the letters afterwards."""

    template: str
    values: Mapping[str, Value]
    form: str

    def __new__(cls, template: str, values: Mapping[str, Value], form: str = "") -> Phrase:
        """KeyError where the template names a value that is not given."""
        made = super().__new__(cls, formed(template.format_map(values), form))
        made.template, made.values, made.form = template, values, form
        return made

    def __getnewargs__(self) -> tuple[str, Mapping[str, Value], str]:  # type: ignore[override]
        """What a copy is made of."""
        return self.template, self.values, self.form

    def __add__(self, other: str) -> Phrase:
        return joined((self, other), "")

    def __radd__(self, other: str) -> Phrase:
        return joined((other, self), "")


class Own(str):
    """Text that is shown as it is in every language: names of files, of classes, of people."""


def phrase(template: str, /, **values: Value) -> Phrase:
    """`template` with its {names} filled in."""
    return Phrase(template, values)


def word(words: str, /) -> str:
    """`words` as they are: marks a text that is shown somewhere else, so that it gets into the catalogue."""
    return words


def joined(parts: Iterable[str], between: str = " ") -> Phrase:
    """The parts that are not empty, one after the other, each to be said by itself."""
    values = {f"part{number}": part for number, part in enumerate(part for part in parts if part)}
    return Phrase(between.join(f"{{{key}}}" for key in values), values)


def capital(words: str, /) -> Phrase:
    """`words` with a large first letter."""
    return Phrase("{words}", {"words": words}, CAPITAL)


def lowered(words: str, /) -> Phrase:
    """A name in the middle of an English sentence: small letters. Other languages leave it as it stands."""
    return Phrase("{words}", {"words": words}, LOWERED)


def formed(words: str, form: str) -> str:
    """`words` with the letters of `form`; the first letter alone changes, names after it keep theirs."""
    if form == CAPITAL:
        return words[:1].upper() + words[1:]
    return words.lower() if form == LOWERED else words
