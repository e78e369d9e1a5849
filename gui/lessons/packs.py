"""Lessons of one's own in the window: packs are opened piece by piece while the window stays awake, one after another.

Where a pack lies is remembered in the settings; one that is not there any more is said once and forgotten.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from gui.language import spoken
from gui.settings import MOST_PACKS, Settings
from sim.lesson_opening import PackOpening
from sim.lesson_packs import Pack
from sim.lesson_parts import Mistake
from sim.lesson_shelf import Shelf
from sim.phrases import Own, phrase

SLICE = 0.008  # seconds of work before the window is let in


@dataclass(frozen=True)
class OpenPack:
    """A pack that was opened, where it lies, and all that is wrong with it."""

    path: Path
    pack: Pack
    mistakes: tuple[Mistake, ...] = ()


class Packs(QObject):
    """All packs that are open. `changed` after each of them, `progressed` carries the share of the one being read."""

    changed = Signal()
    progressed = Signal(float)
    said = Signal(object)

    def __init__(self, settings: Settings | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._waiting: deque[Path] = deque()
        self._opening: PackOpening | None = None
        self._work = QTimer(self)
        self._work.setInterval(0)
        self._work.timeout.connect(self._go_on)
        self.open: tuple[OpenPack, ...] = ()

    @property
    def busy(self) -> bool:
        """Whether a pack is being read."""
        return self._opening is not None or bool(self._waiting)

    @property
    def now(self) -> str:
        """The name of the pack that is being read, "" where none is."""
        return "" if self._opening is None else self._opening.path.name

    @property
    def share(self) -> float:
        """How far the reading of that one is."""
        return 0.0 if self._opening is None else self._opening.share

    @property
    def mistakes(self) -> tuple[Mistake, ...]:
        """What is wrong with all of them."""
        return tuple(mistake for entry in self.open for mistake in entry.mistakes)

    def shelf(self, ours: Shelf) -> Shelf:
        """Our lessons and those of the packs."""
        whole = replace(ours, rows=tuple(row for row in ours.rows if not row.pack))
        for entry in self.open:
            whole = whole.with_pack(entry.pack, spoken())
        return whole

    def add(self, paths: Iterable[Path]) -> None:
        """Open these as well, one after the other."""
        for path in paths:
            if len(self.open) + len(self._waiting) >= MOST_PACKS:
                self.said.emit(phrase("Up to {count} packs can be open; remove one first.", count=MOST_PACKS))
                break
            self._waiting.append(path)
        if self._opening is None and self._waiting:
            self._next()

    def add_remembered(self) -> None:
        """Those of the last time; one that is gone is said once."""
        if self._settings is None:
            return
        there = [Path(text) for text in self._settings.values.packs]
        gone = [path for path in there if not path.exists()]
        if gone:
            names = Own(", ".join(path.name for path in gone))
            self.said.emit(phrase("These lessons are not where they were: {names}.", names=names))
            self._remember([path for path in there if path not in gone])
        self.add(path for path in there if path not in gone)

    def remove(self, name: str) -> None:
        """Close a pack; its files stay where they are."""
        self.open = tuple(entry for entry in self.open if entry.pack.name != name)
        self._remember(self._paths())
        self.changed.emit()

    def add_mistakes(self, name: str, mistakes: tuple[Mistake, ...]) -> None:
        """What a run of its lessons found."""
        self.open = tuple(
            replace(entry, mistakes=tuple(dict.fromkeys(entry.mistakes + mistakes)))
            if entry.pack.name == name
            else entry
            for entry in self.open
        )
        self.changed.emit()

    def stop(self) -> None:
        """Read no further."""
        self._waiting.clear()
        self._opening = None
        self._work.stop()

    def _next(self) -> None:
        self._opening = PackOpening(self._waiting.popleft())
        self._work.start()
        self.progressed.emit(0.0)

    def _go_on(self) -> None:
        opening = self._opening
        if opening is None:
            self._work.stop()
            return
        until = time.monotonic() + SLICE
        while time.monotonic() < until:
            if not opening.work():
                self._done(opening)
                return
        self.progressed.emit(opening.share)

    def _done(self, opening: PackOpening) -> None:
        self._opening = None
        self._work.stop()
        others = tuple(entry for entry in self.open if entry.path.absolute() != opening.path.absolute())
        pack = replace(opening.pack, name=free_name(opening.pack.name, {entry.pack.name for entry in others}))
        made = OpenPack(opening.path, pack, pack.mistakes)
        self.open = (*others, made)
        self._remember(self._paths())
        self.changed.emit()
        self.said.emit(opened_words(made))
        if self._waiting:
            self._next()

    def _remember(self, paths: list[Path]) -> None:
        if self._settings is not None:
            self._settings.set(packs=tuple(str(path.absolute()) for path in paths))

    def _paths(self) -> list[Path]:
        """Where the packs lie that hold something."""
        return [entry.path for entry in self.open if entry.pack.lessons]


def free_name(name: str, taken: Collection[str]) -> str:
    """A name that no other open pack has: two may be called alike in different folders."""
    names = (name, *(f"{name} ({count})" for count in range(2, MOST_PACKS + 2)))
    return next(one for one in names if one not in taken)


def opened_words(entry: OpenPack) -> str:
    """What came of a pack, in a sentence."""
    count, wrong, name = len(entry.pack.lessons), len(entry.mistakes), Own(entry.pack.name)
    if count and not wrong:
        return phrase("{name} is open; its lessons stand at the end of the path.", name=name)
    if count:
        return phrase("{name} is open. {count} mistakes are listed; the rest works.", name=name, count=wrong)
    return phrase("{name} holds no lesson that works; the list says why.", name=name)
