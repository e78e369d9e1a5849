"""A pack opened in small pieces, so that a window stays awake meanwhile.

    opening = PackOpening(path)
    while opening.work():        # a few milliseconds each
        show(opening.share)
    opening.pack                 # as sim.lesson_packs.open_pack gives it, less what names things that do not exist

What only a run can tell (goals that are never reached) is said by `sim.lesson_checking`.
"""

import os
import stat
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from sim.lesson_check import visible_mistakes
from sim.lesson_packs import LESSON, Pack, folder_files, open_pack, packed, zip_files
from sim.lesson_parts import Mistake
from sim.lessons import Reading, read_bytes

FILES, READ = 0.2, 0.8
"""How far the work is once the files are there, and once all lessons are read."""


class PackOpening:
    """See the module's text."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self.share = 0.0
        self.pack = Pack(self.path.name)
        self._pieces = self._all()

    def work(self) -> bool:
        """Do one piece; False once all is done."""
        share = next(self._pieces, None)
        self.share = 1.0 if share is None else share
        return share is not None

    def _all(self) -> Iterator[float]:
        found: list[Mistake] = []
        files = self._files(found)
        yield FILES
        if files is None:
            self.pack = open_pack(self.path)
        else:
            lessons = sorted(file for file in files if file.lower().endswith(LESSON))
            readings: dict[str, Reading] = {}
            for count, file in enumerate(lessons, 1):
                readings[file] = read_bytes(files[file], file)
                yield FILES + (READ - FILES) * count / len(lessons)
            self.pack = packed(self.path.name, files, found, readings)
        whole = {file: reading for file, reading in self.pack.readings.items() if not reading.mistakes}
        for count, (file, reading) in enumerate(whole.items(), 1):
            self._look_at(file, reading)
            yield READ + (1.0 - READ) * count / (len(whole) + 1)

    def _look_at(self, file: str, reading: Reading) -> None:
        """Take a lesson out that names what does not exist; its mistakes are listed."""
        steps = reading.lesson.steps if reading.lesson is not None else ()
        said = ((step, line, words) for step in steps for line, words in visible_mistakes(step))
        found = [Mistake(file, line, f"{step.title}: {words}") for step, line, words in said]
        if found:
            wrong = Reading(reading.lesson, tuple(found))
            every = tuple(dict.fromkeys((*self.pack.mistakes, *found)))
            self.pack = replace(self.pack, readings={**self.pack.readings, file: wrong}, mistakes=every)

    def _files(self, found: list[Mistake]) -> dict[str, bytes] | None:
        """The files of a folder or a zip; None for anything else."""
        try:
            kind = self.path.lstat() if not self.path.is_symlink() else self.path.stat()
            if stat.S_ISDIR(kind.st_mode):
                files, wrong = folder_files(self.path)
            elif self.path.suffix.lower() == ".zip" and stat.S_ISREG(kind.st_mode):
                files, wrong = zip_files(self.path)
            else:
                return None
        except (OSError, ValueError):
            return None
        found += wrong
        return files
