"""The pages of the help and the search over them: notes for teachers, guides, and the terms of the glossary.

A page is Markdown under a place, such as "notes:race". Its chapters begin with headings of the second level, and a
search that finds a word in one of them leads there.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sim.glossary import MISS, Glossary, folded, rank
from sim.phrases import Own, phrase
from sim.prose import Heading, read_prose, text_of, words_of

MOST_BYTES = 64 * 1024
MOST_HITS = 60


@dataclass(frozen=True)
class Page:
    """One page. place: its name in links; group: the heading under which it is listed."""

    place: str
    title: str
    group: str
    text: str

    @property
    def chapters(self) -> tuple[tuple[str, str], ...]:
        """(heading, words) of its parts; the first heading is that of the page."""
        parts: list[tuple[str, list[str]]] = [(self.title, [])]
        for block in read_prose(self.text).blocks:
            if isinstance(block, Heading) and block.level == 2:
                parts.append((text_of(block.runs), []))
            else:
                parts[-1][1].append(words_of((block,)))
        return tuple((heading, " ".join(words)) for heading, words in parts)


@dataclass(frozen=True)
class Hit:
    """Something that a search found. chapter: which of the headings of its page, 0 for the page itself."""

    place: str
    title: str
    group: str
    chapter: int = 0


def read_page(file: Path, place: str, group: str) -> Page:
    """A Markdown file as a page; its first heading is its title. What cannot be read becomes a page that says so."""
    try:
        text = file.read_bytes()[:MOST_BYTES].decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return Page(place, file.stem, group, phrase("The file {name} cannot be read.", name=Own(file.name)))
    first, _, rest = text.partition("\n")
    return Page(place, Own(first.lstrip("# ").strip()), group, rest.strip())


def search(glossary: Glossary, pages: tuple[Page, ...], words: str, group: str) -> tuple[Hit, ...]:
    """What holds every word: terms whose names do, then chapters, then terms whose texts do. `group`: of the terms."""
    wanted = folded(words)
    if not wanted:
        return ()
    terms = [(rank(term, wanted), Hit(f"glossary:{term.key}", term.title, group)) for term in glossary.search(words)]
    named = [hit for order, hit in terms if order < MISS - 1]
    others = [hit for order, hit in terms if order >= MISS - 1]
    return tuple([*named, *_chapters(pages, wanted.split()), *others][:MOST_HITS])


def _chapters(pages: tuple[Page, ...], words: list[str]) -> list[Hit]:
    """Chapters whose heading holds the words come before those whose text does."""
    headed, told = [], []
    for page in pages:
        for number, (heading, text) in enumerate(page.chapters):
            hit = Hit(page.place, heading, page.title if number else page.group, number)
            if all(word in folded(f"{heading} {page.title}") for word in words):
                headed.append(hit)
            elif all(word in folded(f"{page.title} {heading} {text}") for word in words):
                told.append(hit)
    return headed + told
