"""A pack of lessons: a folder, a zip, or a single file, opened so that nothing foreign can do harm.

Everything a pack brings is read into memory and checked there. A zip is never unpacked to the disk: its entries are
looked at first, and where one of them is an attack (a name that leads out, a link, a lie about sizes) none is read.
Mere disorder, such as a file of an unknown kind, is listed, and the rest works.
"""

import os
import re
import stat
import unicodedata
import zipfile
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sim.errors import quote
from sim.lesson_images import wrong_image
from sim.lesson_links import PICTURES, pictures
from sim.lesson_parts import Lesson, Mistake
from sim.lessons import Reading, read_bytes, read_lesson
from sim.numerals import write_count
from sim.phrases import phrase

LARGEST_ZIP = LARGEST_ALL = 50_000_000
LARGEST_ENTRY = 5_000_001
MOST_FILES = 500
MOST_RATIO = 100
SMALL = 10_000
"""Short texts may shrink as much as they like."""
DEEPEST, LONGEST_NAME = 4, 200
LESSON = ".md"
IGNORED = ("license", "license.txt", "readme.txt", "credits.txt")
DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
PACK_LINE = 1
TRANSLATION = re.compile(r"(?P<parent>(?:.*/)?)(?P<code>[a-z]{2,3}(?:_[A-Z]{2})?)/(?P<name>[^/]+)")


@dataclass(frozen=True)
class Pack:
    """What was found. files: all that the lessons may show, by name. readings: of each lesson file, by name."""

    name: str
    readings: Mapping[str, Reading] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    mistakes: tuple[Mistake, ...] = ()

    @property
    def lessons(self) -> tuple[Lesson, ...]:
        """The lessons whose form is right, in all languages."""
        return tuple(self.whole.values())

    @property
    def whole(self) -> dict[str, Lesson]:
        """The same by their files."""
        read = self.readings.items()
        return {file: found.lesson for file, found in read if found.lesson is not None and not found.mistakes}

    def spoken(self, language: str) -> dict[str, Lesson]:
        """Each lesson once, by its file: in this language where there is a translation whose form is right."""
        whole, done = self.whole, translations(self.readings)
        here = {original: file for file, (code, original) in done.items() if code == language and file in whole}
        chosen = {file: here.get(file, file) for file in self.readings if file not in done}
        return {file: whole[place] for file, place in chosen.items() if place in whole}


def open_pack(path: str | os.PathLike[str]) -> Pack:
    """The lessons of a folder, a zip or a single file. Never raises for what is in it."""
    place = Path(path)
    try:
        kind = place.lstat() if not place.is_symlink() else place.stat()
        if stat.S_ISDIR(kind.st_mode):
            return packed(place.name, *folder_files(place))
        if place.suffix.lower() == ".zip" and stat.S_ISREG(kind.st_mode):
            return packed(place.name, *zip_files(place))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name cannot be used"
        return Pack(
            place.name,
            mistakes=(Mistake(str(path), PACK_LINE, phrase("This cannot be opened: {reason}.", reason=reason)),),
        )
    reading = read_lesson(path)
    return Pack(place.name, {place.name: reading}, {}, reading.mistakes)


def packed(
    name: str, files: Mapping[str, bytes], found: list[Mistake], readings: Mapping[str, Reading] | None = None
) -> Pack:
    """A pack of these files, its lessons read (unless they were) and its pictures looked at."""
    if readings is None:
        lessons = ((file, data) for file, data in sorted(files.items()) if file.lower().endswith(LESSON))
        readings = {file: read_bytes(data, file) for file, data in lessons}
    for reading in readings.values():
        found += reading.mistakes
    if not readings and not found:
        found.append(Mistake(name, PACK_LINE, "There is no lesson in it: no file that ends in .md."))
    found += double_names(readings) + missing_translations(readings)
    shown, wrong = pictures_of(files)
    found += wrong + missing_pictures(readings, shown, wrong)
    return Pack(name, readings, shown, tuple(sorted(dict.fromkeys(found))))


def translations(files: Collection[str]) -> dict[str, tuple[str, str]]:
    """The lessons in another language: by their file, the code of the language and the file that they translate.

    They have the same name as that, in a folder beside it that is called like the language: de/first.md.
    """
    found = {}
    for file in files:
        match = TRANSLATION.fullmatch(file)
        if match is not None and match["parent"] + match["name"] in files:
            found[file] = (match["code"], match["parent"] + match["name"])
    return found


def missing_translations(files: Collection[str]) -> list[Mistake]:
    """Lessons that a language lacks which others beside them have; they are shown as they are."""
    done = translations(files)
    begun = {(parent_of(file), code) for code, file in done.values()}
    return [
        Mistake(file, 1, phrase("There is no {name}: it is shown untranslated.", name=quote(f"{parent}{code}/{name}")))
        for parent, code in sorted(begun)
        for file in sorted(files)
        if (name := file.removeprefix(parent)) and parent_of(file) == parent
        if file not in done and (code, file) not in done.values()
    ]


def parent_of(file: str) -> str:
    """The folder of a file, with its last stroke; "" at the top."""
    return file[: file.rfind("/") + 1]


def double_names(readings: Mapping[str, Reading]) -> list[Mistake]:
    """Lessons of one name in different folders."""
    done = translations(readings)
    readings = {file: reading for file, reading in readings.items() if file not in done}
    counts = Counter(reading.lesson.key for reading in readings.values() if reading.lesson is not None)
    return [
        Mistake(
            file,
            1,
            phrase(
                "There are {counts} lessons named {key}.",
                counts=counts[reading.lesson.key],
                key=quote(reading.lesson.key),
            ),
        )
        for file, reading in readings.items()
        if reading.lesson is not None and counts[reading.lesson.key] > 1
    ]


def pictures_of(files: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[Mistake]]:
    """The pictures that can be shown, and what is wrong with the others."""
    shown, wrong = {}, []
    for file, data in files.items():
        if file.lower().endswith(PICTURES):
            sentence = wrong_image(data, file)
            if sentence:
                wrong.append(Mistake(file, 1, sentence))
            else:
                shown[file] = data
    return shown, wrong


def missing_pictures(
    readings: Mapping[str, Reading], shown: Mapping[str, bytes], wrong: Iterable[Mistake]
) -> list[Mistake]:
    """Pictures that a lesson speaks of and that are not there."""
    known = {*shown, *(mistake.file for mistake in wrong)}
    missing, done = [], translations(readings)
    for file, reading in readings.items():
        folder = done.get(file, ("", file))[1].rpartition("/")[0]
        for line, text in texts_of(reading.lesson):
            for name in pictures(text):
                if not {name, f"{folder}/{name}"} & known:
                    missing.append(
                        Mistake(file, line, phrase("The picture {name} is not in the pack.", name=quote(name)))
                    )
    return missing


def texts_of(lesson: Lesson | None) -> list[tuple[int, str]]:
    """The texts in which pictures may stand, and the lines of their parts."""
    if lesson is None:
        return []
    steps = [(step.line, "\n".join((step.text, step.after, step.why))) for step in lesson.steps]
    return [(1, "\n".join((lesson.break_it, lesson.worksheet))), *steps]


def folder_files(root: Path) -> tuple[dict[str, bytes], list[Mistake]]:
    """The files of a folder by their names in it; links and anything that is no file are left out."""
    files: dict[str, bytes] = {}
    found: list[Mistake] = []
    total = seen = 0
    for here, folders, names in os.walk(root):
        depth = len(Path(here).relative_to(root).parts)
        folders[:] = sorted(name for name in folders if not name.startswith(".")) if depth < DEEPEST else []
        for name in sorted(names):
            path = Path(here) / name
            file = path.relative_to(root).as_posix()
            seen += 1
            if seen > MOST_FILES or total > LARGEST_ALL:
                found.append(
                    Mistake(root.name, PACK_LINE, phrase("Only the first {seen} files are read.", seen=seen - 1))
                )
                return files, found
            if is_wanted(file, found):
                data = bytes_of(path, file, found)
                total += len(data or b"")
                if data is not None:
                    files[file] = data
    return files, found


def is_wanted(file: str, found: list[Mistake]) -> bool:
    """Whether a file belongs to a pack; unknown kinds are listed, hidden ones and licences are not."""
    name = file.rpartition("/")[2]
    if name.startswith(".") or file.startswith("__MACOSX/") or name.lower() in IGNORED:
        return False
    if name.lower().endswith((LESSON, *PICTURES)):
        return True
    found.append(Mistake(file, 1, "Files of this kind are not used: a pack holds .md, .png, .jpg, .gif and .webp."))
    return False


def bytes_of(path: Path, file: str, found: list[Mistake]) -> bytes | None:
    """The content of a file of a folder; links are not followed."""
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            found.append(Mistake(file, 1, "This is no plain file; links are not followed."))
            return None
        with path.open("rb") as opened:
            return opened.read(LARGEST_ENTRY)
    except OSError as error:
        found.append(
            Mistake(
                file,
                1,
                phrase("This file cannot be read: {strerror}.", strerror=error.strerror or "no reason is given"),
            )
        )
        return None


def zip_files(path: Path) -> tuple[dict[str, bytes], list[Mistake]]:
    """The files of a zip by name; none where anything about it is foul."""
    if path.stat().st_size > LARGEST_ZIP:
        return {}, [
            Mistake(
                path.name, PACK_LINE, phrase("A pack has up to {largest_zip} MB.", largest_zip=LARGEST_ZIP // 1_000_000)
            )
        ]
    found: list[Mistake] = []
    try:
        with zipfile.ZipFile(path) as opened:
            entries = opened.infolist()
            wrong = foul(path.name, entries)
            if wrong:
                return {}, wrong
            files = {
                entry.filename: unpacked(opened, entry)
                for entry in entries
                if not entry.is_dir() and is_wanted(entry.filename, found)
            }
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        reason = str(error)[:80] or "it ends early"
        return {}, [Mistake(path.name, PACK_LINE, phrase("This zip is damaged or not one: {reason}.", reason=reason))]
    return files, found


def unpacked(opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The content of an entry, which is as long as the zip says it is. ValueError where it lies."""
    with opened.open(entry) as stream:
        data = stream.read(entry.file_size + 1)
    if len(data) != entry.file_size:
        raise ValueError(f"{quote(entry.filename)} has another size than it says")
    return data


def foul(name: str, entries: list[zipfile.ZipInfo]) -> list[Mistake]:
    """Why a zip is not opened; empty where it is."""
    if len(entries) > MOST_FILES:
        return [
            Mistake(
                name,
                PACK_LINE,
                phrase(
                    "A pack has up to {most_files} files; this zip has {entries}.",
                    most_files=MOST_FILES,
                    entries=write_count(len(entries)),
                ),
            )
        ]
    if sum(entry.file_size for entry in entries) > LARGEST_ALL:
        return [
            Mistake(
                name,
                PACK_LINE,
                phrase("Unpacked, a pack has up to {largest_all} MB.", largest_all=LARGEST_ALL // 1_000_000),
            )
        ]
    said = [
        phrase("{orig_filename} {why}.", orig_filename=quote(entry.orig_filename), why=why)
        for entry in entries
        if (why := foul_entry(entry))
    ]
    counts = Counter(unicodedata.normalize("NFC", entry.filename).casefold() for entry in entries)
    said += [
        phrase("The name {key} stands in it more than once.", key=quote(key))
        for key, count in counts.items()
        if count > 1
    ]
    return [Mistake(name, PACK_LINE, sentence) for sentence in said]


def foul_entry(entry: zipfile.ZipInfo) -> str:
    """What is foul about an entry of a zip; "" where nothing is."""
    name = entry.orig_filename
    parts = name.rstrip("/").split("/")
    if name != entry.filename or "\\" in name or ":" in name or any(ord(letter) < 32 for letter in name):
        return "is no name for a file"
    if name.startswith("/") or any(part in ("", ".", "..") for part in parts):
        return "leads out of the pack"
    if any(DEVICES.match(part) or part.endswith((" ", ".")) for part in parts):
        return "is a name that some systems keep for themselves"
    if len(name) > LONGEST_NAME or len(parts) > DEEPEST + 1:
        return "is too long a name, or too deep in folders"
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "is a link"
    if entry.flag_bits & 0x1:
        return "is encrypted"
    if entry.file_size > LARGEST_ENTRY or entry.file_size > max(SMALL, MOST_RATIO * entry.compress_size):
        return "is too large, or unpacks to much more than it is"
    if name.lower().endswith((".zip", ".gz", ".bz2", ".xz", ".7z", ".rar", ".tar")):
        return "is a pack in a pack"
    return ""
