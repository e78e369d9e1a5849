"""Which sources of `sim` machine code depends on, so that an edit elsewhere compiles nothing anew.

Kernels are made of functions with a mark of `sim.portable`, of what compiles them (`sim.targets`), and of whatever the
modules of both import when they are loaded: names and tables are frozen into machine code. Imports inside functions
and under `if TYPE_CHECKING` cannot reach a kernel. The text is read, nothing is imported: this runs at every start.
"""

import re
from pathlib import Path

IMPORT = re.compile(r"^from (sim[\w.]*) import (\([^)]*\)|.*)$|^import (sim[\w.]+)", re.MULTILINE)
MARKS = "sim.portable"
TARGETS = "sim.targets"


def kernel_sources(texts: dict[str, str]) -> tuple[str, ...]:
    """The modules among `texts` (dotted name to source) that machine code depends on, sorted."""
    named = {module: imported(text) for module, text in texts.items()}
    wanted = [module for module in texts if module.startswith(TARGETS) or MARKS in named[module]]
    found: set[str] = set()
    while wanted:
        module = wanted.pop()
        if module in texts and module not in found and module != "sim":
            found.add(module)
            wanted.extend(named[module])
    return tuple(sorted(found))


def imported(text: str) -> frozenset[str]:
    """Every dotted name of `sim` that a source imports at its margin, and what may be a module in it."""
    names: set[str] = set()
    for origin, things, plain in IMPORT.findall(text):
        names.add(plain or origin)
        names.update(f"{origin}.{thing}" for thing in re.findall(r"\w+", things) if origin)
    return frozenset(names)


def sources(root: Path) -> dict[str, str]:
    """Dotted name and source of every module under `root`, which is the package `sim`."""
    return {
        ".".join(("sim", *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__"): path.read_text(
            encoding="utf-8"
        )
        for path in sorted(root.rglob("*.py"))
    }
