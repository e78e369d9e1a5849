"""Checks lessons from the command line: a file, a folder or a zip, one line per mistake, nothing on a screen.

    python main.py --check-lesson mine.zip
    one-neuron.md:12: There is no setting 'nois'. Did you mean 'noise'?

What is wrong with the form is said first; a lesson whose form is right is then carried out (`sim.lesson_check`).
"""

import os
import sys
from collections.abc import Iterator
from typing import TextIO

from sim.lesson_check import check_reading
from sim.lesson_packs import Pack, open_pack
from sim.lesson_parts import Mistake

FINE, WRONG = 0, 1


def pack_mistakes(pack: Pack) -> Iterator[Mistake]:
    """Every mistake of a pack, those of its form and its files first."""
    yield from pack.mistakes
    for file, reading in pack.readings.items():
        if reading.lesson is not None and not reading.mistakes:
            yield from check_reading(reading, file)


def print_mistakes(path: str | os.PathLike[str], out: TextIO | None = None) -> int:
    """Print what is wrong with the lessons at `path`; 0 where nothing is."""
    place = sys.stdout if out is None else out
    pack = open_pack(path)
    count = 0
    for mistake in pack_mistakes(pack):
        print(mistake, file=place, flush=True)
        count += 1
    lessons, named = len(pack.lessons), "lesson" if len(pack.lessons) == 1 else "lessons"
    if not count:
        print(f"{lessons} {named} checked, no mistakes.", file=place)
    return WRONG if count else FINE
