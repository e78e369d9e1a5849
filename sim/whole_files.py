"""A file is replaced as a whole or not at all: written beside its place, flushed to the disk, renamed.

A program that is killed while it writes leaves the old file; what it left beside it is cleared away later.
"""

import os
import time
from contextlib import suppress
from pathlib import Path

FORGOTTEN_AFTER = 60.0
"""Seconds after which a half-written file cannot belong to a running program."""
ENDING = ".saving"


def write_whole(path: Path, text: str) -> None:
    """Replace the file at `path` by `text`. OSError where that cannot be; then the old file is as it was."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{os.getpid()}{ENDING}")
    try:
        with beside.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except (OSError, ValueError):
        beside.unlink(missing_ok=True)
        raise


def clear_leftovers(path: Path) -> None:
    """Remove what programs that were killed while writing `path` have left beside it; what cannot go, stays."""
    for leftover in path.parent.glob(f"{path.name}.*{ENDING}"):
        with suppress(OSError):
            if time.time() - leftover.stat().st_mtime > FORGOTTEN_AFTER:
                leftover.unlink()
