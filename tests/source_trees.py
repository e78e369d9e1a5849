"""The project's own files, read once and parsed, for the tests that look at code instead of running it."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@cache
def tree(path: str) -> ast.Module:
    """The parsed file at `path` below the project's folder."""
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


@cache
def files(*folders: str) -> tuple[str, ...]:
    """The Python files below `folders`, written as "sim/targets/cpu.py"."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return tuple(sorted(path.relative_to(ROOT).as_posix() for path in found))


@cache
def tracked() -> tuple[str, ...]:
    """Every file that belongs to the project: those that git knows, or all where there is no git."""
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    known = listed.stdout.splitlines() if listed.returncode == 0 else []
    names = known or [*files("sim", "gui", "tests"), "README.md", "Makefile"]
    return tuple(name for name in names if (ROOT / name).is_file())


def imports(path: str) -> Iterator[tuple[str, int]]:
    """Every module that the file imports anywhere, with the line; `from a import b` is a and a.b."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", node.lineno
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def calls(path: str) -> Iterator[tuple[str, ast.Call]]:
    """Every call in the file with the dotted name that is called: "QTimer", "self.mailbox.take"."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node


def is_or_below(module: str, parent: str) -> bool:
    """Whether `module` is `parent` or lies in it."""
    return module == parent or module.startswith(parent + ".")
