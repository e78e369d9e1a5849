"""What a lesson's text may lead to: links with a scheme on the list, and pictures of the same pack.

`check` says what is wrong with every link and picture of a piece of Markdown. It looks for all the forms that Markdown
has, also inside code, so it refuses a little too much rather than a little too little.
"""

import re
from pathlib import PurePosixPath

from sim.errors import listing, quote
from sim.lesson_toml import Mistakes
from sim.phrases import phrase

SCHEMES = ("https", "http", "mailto")
"""Out of the program, after a confirmation."""
INSIDE = ("glossary", "lesson", "event", "panel")
"""Places in the program."""
PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")
LONGEST = 2000

INLINE = re.compile(r"(!?)\[[^\[\]\n]*(?:\[[^\[\]\n]*\][^\[\]\n]*)*\]\(\s*(<[^>\n]*>|[^\s)]*)")
REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]+\]:\s*(<[^>\n]*>|\S+)", re.MULTILINE)
AUTOMATIC = re.compile(r"<([A-Za-z][A-Za-z0-9+.\-]*:[^>\s]*)>")
LOOSE = re.compile(r"\b(javascript|data|file|vbscript|qrc)\s*:\s*\S", re.IGNORECASE)
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")


def targets(text: str) -> list[tuple[bool, str, int]]:
    """(is a picture, target, place in the text) of every link."""
    found = [(mark.group(1) == "!", mark.group(2).strip("<>"), mark.start()) for mark in INLINE.finditer(text)]
    found += [(False, mark.group(1).strip("<>"), mark.start()) for mark in REFERENCE.finditer(text)]
    found += [(False, mark.group(1), mark.start()) for mark in AUTOMATIC.finditer(text)]
    return sorted(found, key=lambda entry: entry[2])


def pictures(text: str) -> tuple[str, ...]:
    """The pictures that a text shows."""
    return tuple(target for picture, target, _ in targets(text) if picture)


def check(text: str, line: int, mistakes: Mistakes) -> None:
    """Say what is wrong with the links of `text`, which begins at `line` of its file."""
    said = set()
    for picture, target, place in targets(text):
        here = line + text.count("\n", 0, place)
        said.add(here)
        wrong = wrong_picture(target) if picture else wrong_link(target)
        if wrong:
            mistakes.add(here, wrong)
    for mark in LOOSE.finditer(text):
        here = line + text.count("\n", 0, mark.start())
        if here not in said:
            mistakes.add(here, phrase("{group} cannot stand in a lesson.", group=quote(mark.group(1) + ":")))


def wrong_link(target: str) -> str:
    """Why a link cannot be followed; "" where it can."""
    found = SCHEME.match(target)
    if found is None:
        return phrase(
            "The link {target} needs one of {value} and a colon at its beginning.",
            target=quote(target),
            value=listing((*SCHEMES, *INSIDE)),
        )
    if found.group(1).lower() not in (*SCHEMES, *INSIDE):
        return phrase(
            "Links with {group} are not followed; there are {value}.",
            group=quote(found.group(1) + ":"),
            value=listing((*SCHEMES, *INSIDE)),
        )
    if len(target) > LONGEST:
        return phrase("A link has up to {longest} characters, not {target}.", longest=LONGEST, target=len(target))
    return ""


def wrong_picture(target: str) -> str:
    """Why a picture cannot be shown; "" where its name is fine."""
    if not target or re.search(r"[\\:%?#*\"|\x00]", target) or target.startswith("/"):
        return phrase(
            "The picture {target} must be a file of this pack, such as pictures/fold.png.", target=quote(target)
        )
    path = PurePosixPath(target)
    if ".." in path.parts:
        return phrase("The picture {target} lies outside of the pack.", target=quote(target))
    if path.suffix.lower() not in PICTURES:
        return phrase(
            "The picture {target} must end in one of {pictures}.", target=quote(target), pictures=listing(PICTURES)
        )
    return ""
