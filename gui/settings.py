"""What the program remembers between two starts: one small JSON file.

Nothing here ever raises, for a setting is never worth a crash: a missing file means defaults, a damaged one means
defaults and is kept aside as `settings.json.broken`, a folder that cannot be written means that nothing is
remembered. Each of the last two is said once. The file is replaced as a whole (written aside, flushed to the disk,
renamed), so that pulling the plug leaves the old one or the new one, never half of it.

The folder is the system's own for settings; the environment variable NUTSHELL_HOME names another one.
"""

from __future__ import annotations

import json
import math
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path

from sim.phrases import Own, phrase

NAME = "settings.json"
UNKNOWN = "unknown reason"
LARGEST_FILE = 1 << 20
FORGOTTEN_AFTER = 60.0  # seconds after which a half-written file beside ours cannot belong to a running program

MOST_PACKS = 50

Box = tuple[int, int, int, int]


@dataclass(frozen=True)
class Values:
    """The settings themselves."""

    theme: str = "system"
    scale: float = 1.0
    reduced_motion: bool = False
    speed: float = 1.0
    window: Box | None = None  # x, y, width, height in logical pixels
    maximized: bool = False
    language: str = "system"  # or the code of a translation
    packs: tuple[str, ...] = ()  # where the lessons of one's own lie that were opened
    toured: bool = False  # the first tour was seen, or skipped
    export_folder: str = ""  # where the last picture was saved; "" is the system's folder for pictures


def _is_box(value: Any) -> bool:
    return value is None or (
        isinstance(value, list | tuple) and len(value) == 4 and all(type(n) is int and abs(n) < 100_000 for n in value)
    )


def _are_paths(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) <= MOST_PACKS and all(
        isinstance(path, str) and len(path) < 5000 for path in value
    )


def _is_number(value: Any, low: float, high: float) -> bool:
    return type(value) in (int, float) and math.isfinite(value) and low <= value <= high


_LEGAL: dict[str, Callable[[Any], bool]] = {
    "theme": lambda value: value in ("system", "light", "dark", "contrast"),
    "scale": lambda value: _is_number(value, 0.5, 3.0),
    "reduced_motion": lambda value: isinstance(value, bool),
    "speed": lambda value: _is_number(value, 0.01, 1000.0),
    "window": _is_box,
    "maximized": lambda value: isinstance(value, bool),
    "language": lambda value: isinstance(value, str) and 0 < len(value) < 20,
    "packs": _are_paths,
    "toured": lambda value: isinstance(value, bool),
    "export_folder": lambda value: isinstance(value, str) and len(value) < 5000,
}


class Settings:
    """The remembered values. `notices` are sentences to show; without a folder nothing touches the disk."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self.notices: list[str] = []
        self.listener: Callable[[str], None] | None = None  # told at once, where there is one; else the notices wait
        self._warned = False
        self.values = Values() if folder is None else self._read(folder / NAME)

    def set(self, **changes: Any) -> None:
        """Take over what changed and write it down."""
        values = replace(self.values, **changes)
        if values != self.values:
            self.values = values
            self.save()

    def save(self) -> bool:
        """Write the values; False where that was not possible (said once)."""
        if self.folder is None:
            return False
        try:
            write_whole(self.folder / NAME, _text(self.values))
        except OSError as error:
            self._warn_once(error)
            return False
        return True

    def take_notices(self) -> list[str]:
        """The sentences that have not been shown yet."""
        notices, self.notices = self.notices, []
        return notices

    def _warn_once(self, error: OSError) -> None:
        if not self._warned:
            self._warned = True
            reason = error.strerror or UNKNOWN
            sentence = phrase(
                "Settings cannot be remembered: {folder} cannot be written ({reason}).",
                folder=Own(self.folder),
                reason=reason,
            )
            (self.listener or self.notices.append)(sentence)

    def _read(self, path: Path) -> Values:
        try:
            _remove_leftovers(path)
            if path.stat().st_size > LARGEST_FILE:
                return self._set_aside(path)
            return _values(json.loads(path.read_text(encoding="utf-8")))
        except FileNotFoundError:
            return Values()
        except OSError as error:
            reason = error.strerror or UNKNOWN
            self.notices.append(
                phrase(
                    "The settings in {path} cannot be read ({reason}); using the defaults.",
                    path=Own(path),
                    reason=reason,
                )
            )
            return Values()
        except (ValueError, RecursionError):
            return self._set_aside(path)

    def _set_aside(self, path: Path) -> Values:
        """Keep a damaged file for whoever wants to look at it, and start from the defaults."""
        broken = path.with_name(path.name + ".broken")
        try:
            os.replace(path, broken)
            kept = phrase("the damaged file is kept as {name}", name=broken.name)
        except OSError as error:
            kept = phrase("the damaged file could not be set aside ({strerror})", strerror=error.strerror or UNKNOWN)
        self.notices.append(
            phrase(
                "The settings in {parent} could not be understood; using the defaults, {kept}.",
                parent=Own(path.parent),
                kept=kept,
            )
        )
        return Values()


def _values(read: Any) -> Values:
    """The values in a decoded file: a wrong one falls back to its default; a file of another form is damaged."""
    if not isinstance(read, dict):
        raise ValueError("the settings are not a table")
    known = {field.name for field in fields(Values)}
    legal = {key: value for key, value in read.items() if key in known and _LEGAL[key](value)}
    if legal.get("window") is not None:
        legal["window"] = tuple(legal["window"])
    if "packs" in legal:
        legal["packs"] = tuple(legal["packs"])
    return Values(**legal)


def _text(values: Values) -> str:
    return json.dumps(asdict(values), indent=1) + "\n"


def write_whole(path: Path, text: str) -> None:
    """Replace the file at `path` by `text`, whole or not at all. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f"{path.name}.{os.getpid()}.saving")
    try:
        with aside.open("w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(aside, path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def _remove_leftovers(path: Path) -> None:
    """What a program that was killed while saving has left behind."""
    for leftover in path.parent.glob(f"{path.name}.*.saving"):
        if time.time() - leftover.stat().st_mtime > FORGOTTEN_AFTER:
            leftover.unlink(missing_ok=True)


def settings_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the settings lie."""
    home = environment.get("NUTSHELL_HOME")
    return Path(home) if home else user_config_path("nutshell", appauthor=False)


def data_folder(environment: Mapping[str, str] = os.environ) -> Path:
    """Where the crash log lies."""
    home = environment.get("NUTSHELL_HOME")
    return Path(home) if home else user_data_path("nutshell", appauthor=False)
