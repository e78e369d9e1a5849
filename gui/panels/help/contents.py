"""What the help can show, by place: files of assets, terms of the glossary, and pages that are written from tables."""

from __future__ import annotations

from gui.arguments import version_text
from gui.language import say, spoken
from gui.panels import PANELS
from gui.shortcuts import DEEDS, panel_deed
from sim.glossary import Glossary, Term, assets_folder, in_language, shipped_glossary
from sim.glossary_places import places_of, shows
from sim.help_pages import Page, read_page
from sim.lesson_controls import controls_of
from sim.lesson_fields import FIELDS, known_fields
from sim.lesson_shelf import Shelf
from sim.phrases import phrase
from sim.prose import escaped
from sim.simulations import SIMULATIONS

TERMS, TEACHERS, AUTHORS, PROGRAM = "Glossary", "Notes for teachers", "Write a lesson", "The program"
GROUPS = (TEACHERS, AUTHORS, PROGRAM, TERMS)
WRITE, KEYS, ABOUT = "write", "keys", "about"
MOST_LINKS = 4


class Contents:
    """Everything there is to read. The shelf of lessons may change: see `shelf`."""

    def __init__(self) -> None:
        self.glossary: Glossary = shipped_glossary(spoken())
        self.shelf = Shelf()
        self.pages: dict[str, Page] = {page.place: page for page in (*_notes(), *_guides(), *_tables())}

    def page(self, place: str) -> Page | None:
        """The page at a place, terms included."""
        if place.startswith("glossary:"):
            term = self.glossary.find(place.partition(":")[2])
            return None if term is None else self.page_of(term)
        return self.pages.get(place)

    def page_of(self, term: Term) -> Page:
        """A term with its relations, where it can be seen, and where its name was taken from."""
        parts = [escaped(term.text)]
        others = ", ".join(dict.fromkeys(name for name in (term.symbol, *term.other_names) if name))
        if others:
            parts.insert(0, f"*{escaped(others)}*")
        related = [self.glossary.terms[key] for key in term.related if key in self.glossary.terms]
        if related:
            parts.append(_line("Related", [(other.title, f"glossary:{other.key}") for other in related]))
        seen = [(_seen(place.panel), place.link) for place in places_of(self.glossary, term) if place.panel in PANELS]
        lessons = [row for row in self.shelf.rows if shows(self.glossary, row.lesson, term)]
        seen += [(row.lesson.title, f"lesson:{row.key}") for row in lessons[:MOST_LINKS]]
        if seen:
            parts.append(_line("See it", seen))
        if term.source:
            parts.append(escaped(say(phrase("Source: {source}", source=term.source))))
        return Page(f"glossary:{term.key}", term.title, TERMS, "\n\n".join(parts))


def _seen(panel: str) -> str:
    return say(PANELS[panel].title)


def _line(title: str, links: list[tuple[str, str]]) -> str:
    words = " · ".join(f"[{escaped(text)}]({link})" for text, link in links)
    return f"**{escaped(say(title))}**  \n{words}"


def _notes() -> list[Page]:
    """The notes of every panel that has some, in the order of the panels."""
    folder = assets_folder("notes")
    files = {key: in_language(folder, f"{key}.md", spoken()) for key in PANELS}
    return [read_page(file, f"notes:{key}", TEACHERS) for key, file in files.items() if file.is_file()]


def _guides() -> list[Page]:
    guide = read_page(in_language(assets_folder("help"), "write-a-lesson.md", spoken()), WRITE, AUTHORS)
    return [guide, *(_fields(panel) for panel in FIELDS if panel in SIMULATIONS)]


def _fields(panel: str) -> Page:
    """What a lesson of a panel can ask, set, lock and cue: read from the tables that check it."""
    parameters = SIMULATIONS[panel].parameters
    rows = [f"| `{one.key}` | {escaped(one.label)} | {escaped(one.legal())[:200]} |" for one in parameters]
    head = f"| {say('Setting')} | {say('Called')} | {say('Value')} |\n|---|---|---|"
    settings = [f"config.{one.key}" for one in parameters]
    fields = [name for name in known_fields(panel) if name not in settings]
    hands = [name for name in controls_of(panel) if name not in parameters]
    parts = (
        say("What `goal` and `answer` can ask. A setting that is a number can be asked too, with `config.` before it."),
        _codes(fields),
        f"## {say('Settings')}",
        say("For `setup`, `set`, `lock` and `cue`."),
        "\n".join([head, *rows]),
        f"## {say('What can be taken hold of')}",
        say("For `lock` and `cue`, beside the settings."),
        _codes(hands),
    )
    title = say(phrase("Fields: {panel}", panel=PANELS[panel].title if panel in PANELS else panel))
    return Page(f"fields:{panel}", title, AUTHORS, "\n\n".join(parts))


def _codes(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _tables() -> list[Page]:
    return [_keys(), _about()]


def _keys() -> Page:
    """The shortcuts, from the table that makes them."""
    parts: list[str] = []
    deeds = (*DEEDS, *(panel_deed(entry, number) for number, entry in enumerate(PANELS.values(), 1)))
    for group in dict.fromkeys(deed.group for deed in deeds):
        rows = [
            f"| {escaped('  '.join(deed.keys))} | {escaped(say(deed.text))} | {escaped(say(deed.about))} |"
            for deed in deeds
            if deed.group == group and deed.keys
        ]
        if rows:
            head = f"| {say('Key')} | {say('Action')} | {say('What it does')} |\n|---|---|---|"
            parts.append(f"## {escaped(say(group))}\n\n" + "\n".join([head, *rows]))
    said = say("Tab goes from control to control, the arrow keys move what has the ring, F1 explains it.")
    return Page(KEYS, say("Keys"), PROGRAM, "\n\n".join([escaped(said), *parts]))


def _about() -> Page:
    page = read_page(in_language(assets_folder("help"), "about.md", spoken()), ABOUT, PROGRAM)
    return Page(ABOUT, page.title, PROGRAM, page.text.replace("{version}", escaped(version_text())))
