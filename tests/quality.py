"""Figures that long tests reached, written into tests/QUALITY.md by the run itself and never by hand.

    record("monkey", "Random events on the whole window", {"events": 10_000, "failures": 0}, seed=7)

replaces the section "monkey" (or adds it at the end) and leaves the others as they are. Each section says when, where
and with which seed its figures came about.
"""

import os
import platform
import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

FILE = Path(__file__).resolve().parent / "QUALITY.md"
HEAD = """# Quality

Figures that the tests reached. `make test-long` writes this file; nobody types in it.
"""


def record(name: str, title: str, figures: Mapping[str, object], seed: int | None = None, file: Path = FILE) -> None:
    """Write the section `name`. Figures are shown as they are, floats with four significant digits."""
    text = file.read_text(encoding="utf-8") if file.exists() else HEAD
    section = f"<!-- {name} -->\n{_section(title, figures, seed)}<!-- /{name} -->\n"
    old = re.compile(rf"<!-- {re.escape(name)} -->\n.*?<!-- /{re.escape(name)} -->\n", re.DOTALL)
    found = old.search(text)
    new = text[: found.start()] + section + text[found.end() :] if found else f"{text}\n{section}"
    aside = file.with_suffix(".new")
    aside.write_text(new, encoding="utf-8")
    aside.replace(file)


def _section(title: str, figures: Mapping[str, object], seed: int | None) -> str:
    rows = "".join(f"| {what} | {_shown(figure)} |\n" for what, figure in figures.items())
    with_seed = "" if seed is None else f"seed {seed}, "
    return f"## {title}\n\n| What | Figure |\n|---|---|\n{rows}\n{with_seed}{date.today().isoformat()}, {machine()}\n"


def _shown(figure: object) -> str:
    if isinstance(figure, bool) or not isinstance(figure, int | float):
        return str(figure).replace("|", "/")
    return f"{figure:,}" if isinstance(figure, int) else f"{figure:.4g}"


def machine() -> str:
    """What the figures depend on: cores, system, Python."""
    cores = os.cpu_count() or 1
    return f"{cores} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
