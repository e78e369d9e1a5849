"""Catalogues: Qt's translation files (.ts, XML), read into a dict and written in an order that does not churn.

A translation counts where it is finished, not empty, and names exactly the {values} that its English source names.
What fails that is left out, and the screen shows English there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

from sim.phrases import Own, Phrase, phrase

LARGEST = 8 << 20
ENGLISH = "en"
PREFIX = "nutshell_"
CONTEXT = "nutshell"
_LEFT_OUT = frozenset({"unfinished", "obsolete", "vanished"})


class BrokenCatalogue(ValueError):
    """A file of translations that cannot be read; `sentence` says which and why."""

    def __init__(self, sentence: Phrase) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def translations_folder() -> Path:
    """Where the catalogues lie, installed or in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "assets"
    return (installed if installed.is_dir() else package.parent / "assets") / "translations"


def codes(folder: Path | None = None) -> tuple[str, ...]:
    """The languages there are files for, English first."""
    files = (folder or translations_folder()).glob(f"{PREFIX}*.ts")
    found = {file.stem.removeprefix(PREFIX) for file in files}
    return (ENGLISH, *sorted(found - {ENGLISH}))


def read_catalogue(path: Path) -> dict[str, str]:
    """Translations by their English sources. BrokenCatalogue where the file cannot be read."""
    return {source: words for source, words in _messages(path) if words and fields_of(words) == fields_of(source)}


def read_all(path: Path) -> dict[str, str]:
    """Everything in the file that is finished, right or not."""
    return dict(_messages(path))


def _messages(path: Path) -> list[tuple[str, str]]:
    try:
        if path.stat().st_size > LARGEST:
            raise BrokenCatalogue(_trouble(path, "the file is too large"))
        root = ElementTree.fromstring(path.read_bytes())
    except OSError as error:
        raise BrokenCatalogue(_trouble(path, error.strerror or "unknown reason")) from error
    except (ElementTree.ParseError, LookupError, ValueError) as error:
        if isinstance(error, BrokenCatalogue):
            raise
        raise BrokenCatalogue(_trouble(path, "it is no translation file")) from error
    if root.tag != "TS":
        raise BrokenCatalogue(_trouble(path, "it is no translation file"))
    return [found for message in root.iter("message") if (found := _message(message)) is not None]


def _message(message: ElementTree.Element) -> tuple[str, str] | None:
    source, words = message.findtext("source"), message.find("translation")
    if not source or words is None or words.get("type") in _LEFT_OUT:
        return None
    return source, words.text or ""


def _trouble(path: Path, why: str) -> Phrase:
    return phrase(
        "The translation {name} cannot be used ({why}); the program speaks English.", name=Own(path.name), why=why
    )


def fields_of(words: str) -> frozenset[str]:
    """The {values} that a template names; a text whose braces do not fit names something that no other does."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(words) if name is not None)
    except ValueError:
        return frozenset({words})


def catalogue_text(code: str, sources: Iterable[str], words: Mapping[str, str]) -> str:
    """The file of a language: every source in order, unfinished where `words` has nothing for it."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{code}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for source in sorted(set(sources)):
        said = words.get(source, "")
        kind = "" if said else ' type="unfinished"'
        lines += [
            "    <message>",
            f"        <source>{escape(source, quote=False)}</source>",
            f"        <translation{kind}>{escape(said, quote=False)}</translation>",
            "    </message>",
        ]
    return "\n".join([*lines, "</context>", "</TS>", ""])
