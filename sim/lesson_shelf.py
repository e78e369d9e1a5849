"""All lessons that can be taken: ours in the order of the path, then those of packs that were opened.

    shelf = read_shelf(folder)                  assets/lessons
    shelf = shelf.with_pack(open_pack(path))    a teacher's own
    shelf.lesson("one-neuron")

A shelf is frozen. A lesson of a pack that is called like one on the shelf is put beside it as "name@pack".
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from sim.errors import unknown
from sim.lesson_packs import Pack, open_pack
from sim.lesson_parts import Lesson, Mistake

PATH = (
    "one-neuron", "history-1", "history-2", "perceptron", "winter", "alexnet", "training", "sgd", "backprop", "relu",
    "momentum", "rmsprop", "dropout", "l1-l2", "together",
)  # fmt: skip
"""The lessons of the article, in the order in which they are meant to be taken."""
OTHER = "@"


@dataclass(frozen=True)
class Shelved:
    """A lesson with what it may show. pack: the name of the pack it came with, "" for ours. source: its file."""

    key: str
    lesson: Lesson
    pack: str = ""
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    folder: str = ""


@dataclass(frozen=True)
class Shelf:
    """The lessons by key, in order, and what was wrong with the files that are not there."""

    rows: tuple[Shelved, ...] = ()
    mistakes: tuple[Mistake, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys in order."""
        return tuple(row.key for row in self.rows)

    def __contains__(self, key: object) -> bool:
        return key in self.keys

    def lesson(self, key: str) -> Shelved:
        """The lesson called `key`. ConfigError where there is none."""
        for row in self.rows:
            if row.key == key:
                return row
        raise unknown("lesson", key, self.keys)

    def next_after(self, key: str) -> Shelved | None:
        """The lesson that follows, None after the last."""
        place = self.keys.index(key) + 1 if key in self.keys else 0
        return self.rows[place] if place < len(self.rows) else None

    def with_pack(self, pack: Pack, language: str = "") -> Shelf:
        """With the lessons of a pack, which replace those of a pack of the same name that was opened before."""
        kept = tuple(row for row in self.rows if row.pack != pack.name)
        taken = {row.key for row in kept}
        added = tuple(placed(lesson, pack, file, taken) for file, lesson in pack.spoken(language).items())
        others = tuple(mistake for mistake in self.mistakes if mistake not in pack.mistakes)
        return replace(self, rows=kept + added, mistakes=others + pack.mistakes)


def placed(lesson: Lesson, pack: Pack, file: str, taken: set[str]) -> Shelved:
    """A lesson of a pack under a key that no other has."""
    key, count = lesson.key, 1
    while key in taken:
        key = f"{lesson.key}{OTHER}{pack.name}" + (f"-{count}" if count > 1 else "")
        count += 1
    taken.add(key)
    return Shelved(key, lesson, pack.name, pack.files, file.rpartition("/")[0])


def read_shelf(folder: Path, language: str = "") -> Shelf:
    """The lessons of the program. language: files in the folder of that code come in place of the English ones."""
    pack = open_pack(folder)
    found = {
        lesson.key: Shelved(lesson.key, lesson, "", pack.files)
        for file, lesson in pack.spoken(language).items()
        if "/" not in file
    }
    order = [key for key in PATH if key in found] + sorted(key for key in found if key not in PATH)
    return Shelf(tuple(found[key] for key in order), pack.mistakes)
