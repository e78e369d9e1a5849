"""Sentences with values in them, in a form that can be said in another language.

    phrase("{right} of {total} right", right=3, total=4)     a str, "3 of 4 right", that remembers its template

A `Phrase` is text like any other: it is compared, cut and joined as such. Whoever shows it looks for `template` in his
language and fills in `values` there. Values are texts, numbers as they shall stand there, or phrases.
"""

from __future__ import annotations

from collections.abc import Mapping

Value = str | int | float


class Phrase(str):
    """A filled-in template. Its text is the English one."""

    template: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, values: Mapping[str, Value]) -> Phrase:
        """KeyError where the template names a value that is not given."""
        made = super().__new__(cls, template.format_map(values))
        made.template, made.values = template, dict(values)
        return made


def phrase(template: str, **values: Value) -> Phrase:
    """`template` with its {names} filled in."""
    return Phrase(template, values)
