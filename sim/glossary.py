"""The words of the field as the window uses them: one or two plain sentences each, from assets/glossary.

    glossary = read_glossary(assets_folder("glossary"))
    glossary.find("L2 penalty")                 the term of that key, title, symbol or other name, or None
    glossary.search("novikoff")                 the terms with every word of the search, best first

A file holds up to 100 terms in its table, each under a line [[term]]; the text after the table is for those who edit
it. A file that cannot be used costs itself and nothing else: `problems` has one sentence with file and line for it.
"""

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from sim.errors import quote, sentence
from sim.front_matter import Fields, FileError, read_written
from sim.phrases import phrase

LONGEST_NAME = 48
LONGEST_SYMBOL = 24
LONGEST_TEXT = 320
LONGEST_SOURCE = 120
MISS = 4


@dataclass(frozen=True)
class Term:
    """One word. related: keys of other terms; source: where the name or the year in it was taken from, or ""."""

    key: str
    title: str
    symbol: str
    other_names: tuple[str, ...]
    text: str
    related: tuple[str, ...]
    source: str

    @property
    def names(self) -> tuple[str, ...]:
        """Everything under which the term is found."""
        return tuple(name for name in (self.key, self.title, self.symbol, *self.other_names) if name)


@dataclass(frozen=True)
class Glossary:
    """The terms by key, in alphabetical order of their titles, and a sentence for everything that was refused."""

    terms: Mapping[str, Term]
    names: Mapping[str, str]
    problems: tuple[str, ...] = ()

    def find(self, name: str) -> Term | None:
        """The term with this key, title, symbol or other name, whatever its case and accents."""
        key = name if name in self.terms else self.names.get(folded(name))
        return None if key is None else self.terms[key]

    def search(self, words: str) -> tuple[Term, ...]:
        """The terms in which every word occurs: whole names first, then beginnings of names, names, and texts."""
        wanted = folded(words)
        if not wanted:
            return tuple(self.terms.values())
        ranked = [(rank(term, wanted), place, term) for place, term in enumerate(self.terms.values())]
        return tuple(term for order, _, term in sorted(ranked, key=lambda entry: entry[:2]) if order < MISS)


def folded(text: str) -> str:
    """`text` in small letters, without accents, hyphens as spaces, and single spaces."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(character for character in apart if not unicodedata.combining(character))
    return " ".join(plain.replace("’", "'").replace("–", " ").replace("-", " ").replace("_", " ").split())


def rank(term: Term, wanted: str) -> int:
    """How well a term answers a folded search: 0 best; MISS where a word of it is absent."""
    names = [folded(name) for name in term.names]
    if wanted in names:
        return 0
    if any(name.startswith(wanted) for name in names):
        return 1
    words = wanted.split()
    if any(all(word in name for word in words) for name in names):
        return 2
    everything = " ".join([*names, folded(term.text)])
    return 3 if all(word in everything for word in words) else MISS


def assets_folder(name: str) -> Path:
    """Where assets/`name` lies: beside `sim` in a checkout, in the package `gui` once installed."""
    root = Path(__file__).resolve().parent.parent
    beside = root / "assets" / name
    return beside if beside.is_dir() else root / "gui" / "assets" / name


def in_language(folder: Path, name: str, language: str) -> Path:
    """The file `name` in a language: in the folder of its code, or the English one where that has none."""
    other = folder / language / name
    return other if language and other.is_file() else folder / name


def read_glossary(folder: Path, language: str = "") -> Glossary:
    """Every term of the Markdown files in `folder`; what was refused stands in `problems`.

    language: terms in the folder of that code come in place of the English ones of their keys. They may leave out what
    is related, and are found by their English names too.
    """
    english = _read(folder, ())
    if not language or not (folder / language).is_dir():
        return english
    other = _read(folder / language, english.terms)
    terms = dict(english.terms)
    for key, term in other.terms.items():
        if key in terms:
            terms[key] = replace(term, related=term.related or terms[key].related)
    names = {name: key for name, key in other.names.items() if key in terms}
    return Glossary(MappingProxyType(_ordered(terms)), {**names, **english.names}, english.problems + other.problems)


def _ordered(terms: Mapping[str, Term]) -> dict[str, Term]:
    return {term.key: term for term in sorted(terms.values(), key=lambda term: folded(term.title))}


def _read(folder: Path, known: Collection[str]) -> Glossary:
    """The terms of one folder. known: keys that may be related beside those of the folder itself."""
    terms: dict[str, Term] = {}
    names: dict[str, str] = {}
    lines: dict[str, Fields] = {}
    problems: list[str] = []
    for file in sorted(folder.glob("*.md")):
        try:
            found = read_terms(file, names)
        except FileError as error:
            problems.append(sentence(error))
            continue
        for term, fields in found:
            terms[term.key], lines[term.key] = term, fields
            names.update((folded(name), term.key) for name in term.names)
    for term in terms.values():
        fields = lines[term.key]
        strangers = [key for key in term.related if (key not in terms and key not in known) or key == term.key]
        problems += [
            str(fields.refusal("related", phrase("There is no other term {key}.", key=quote(key)))) for key in strangers
        ]
    return Glossary(MappingProxyType(_ordered(terms)), MappingProxyType(names), tuple(problems))


@lru_cache(maxsize=2)
def shipped_glossary(language: str = "") -> Glossary:
    """The glossary that comes with the program, read once. language: a code, or "" for English."""
    return read_glossary(assets_folder("glossary"), language)


def read_terms(file: Path, names: Mapping[str, str]) -> list[tuple[Term, Fields]]:
    """The terms of one file, each with its fields. `names`: those that are taken. Raises FileError."""
    written = read_written(file)
    top = Fields(written, written.table)
    found, taken = [], dict(names)
    for fields in top.tables("term"):
        term = read_term(fields)
        for name in {folded(name) for name in term.names}:
            if name in taken:
                raise fields.refusal(
                    "key",
                    phrase("{name} already leads to the term {taken}.", name=quote(name), taken=quote(taken[name])),
                )
            taken[name] = term.key
        found.append((term, fields))
    top.finish()
    return found


def read_term(fields: Fields) -> Term:
    """One term. Raises FileError."""
    term = Term(
        key=fields.text("key", LONGEST_NAME),
        title=fields.text("title", LONGEST_NAME),
        symbol=fields.text("symbol", LONGEST_SYMBOL, ""),
        other_names=fields.texts("other_names", LONGEST_NAME),
        text=fields.text("text", LONGEST_TEXT),
        related=fields.texts("related", LONGEST_NAME),
        source=fields.text("source", LONGEST_SOURCE, ""),
    )
    fields.finish()
    return term
