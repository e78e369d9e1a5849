"""Which words the program says: `make translations` collects them into assets/translations/nutshell_en.ts.

    python -m tests.translations            write the English catalogue and bring the others up to date
    python -m tests.translations de         begin another one: every text is there, unfinished

Collected are the templates of phrases, what `word` and `say` mark, literals handed to sinks, every literal that reads
like words, and what the parameters of the simulations are called. Texts of lessons, events, terms and help pages lie in
files of their own for each language. A text that slips through shows in test_pseudo_language.py, in plain English.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from gui.catalogue import catalogue_text, read_all
from sim.phrases import Phrase

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "assets" / "translations"
ENGLISH = FOLDER / "nutshell_en.ts"

SILENT = (
    "gui/app.py", "gui/arguments.py", "gui/assets.py", "gui/export_svg.py", "gui/hooks.py", "gui/monkey.py",
    "gui/screenshot.py", "gui/style_sheet.py", "gui/system.py", "gui/theme.py", "gui/pseudo.py", "sim/targets/",
    "sim/critical_points_table.py", "sim/lesson_images.py", "sim/notebook.py",
)  # fmt: skip
"""Files whose words go to a terminal, or to nobody."""

MARKS = {"phrase": 1, "word": 1, "say": 1, "capital": 1, "lowered": 1}
"""Functions whose first arguments are words whatever they look like."""

SINKS = {
    "Label", "Caption", "Headline", "Elided", "Button", "IconButton", "Chip", "Segments", "TabRow", "Offer", "Deed",
    "text", "text_width", "tell", "tip", "elided", "wrapped", "joined", "set_words", "setText", "setAccessibleName",
    "setAccessibleDescription", "setToolTip", "setPlaceholderText", "setWindowTitle", "addAction", "QAction", "Real",
    "Integer", "Flag", "Choice", "Text", "Stepper", "Row", "Curve", "Pane", "Notice", "show_busy", "show_broken",
    "show_empty", "emit", "paint_title", "Phase", "row", "Line", "set_panes", "set_empty_words", "Entry", "Overlay",
    "label",
}  # fmt: skip
"""Calls in which a literal of one small word is a word on the screen. Keys, icons and roles among them do no harm."""

ERRORS = {
    "ValueError", "TypeError", "KeyError", "RuntimeError", "AssertionError", "NotImplementedError", "getattr",
    "setattr", "hasattr", "namedtuple", "compile", "match", "fullmatch", "search", "sub", "findall", "split",
    "startswith", "endswith", "strip", "rstrip", "lstrip", "encode", "open", "removeprefix", "removesuffix",
    "color", "font", "px", "size", "translate", "maketrans", "getLogger", "import_module", "Own", "ModuleNotFoundError",
}  # fmt: skip
"""Calls whose literals nobody reads on the screen."""

_VALUE = re.compile(r"\{\w*\}")
_WORDS = re.compile(r"[A-Za-z]{2,}")
_TITLE = re.compile(r"(?:[A-Z][a-z]+|A )[a-zA-Z ,.'-]*[?]?")
_SMALL = re.compile(r"(?:\d+ |a )?[a-z]{2,}[a-z -]*")
_CODE = re.compile(r"[\\<>\[\]|]|^[^ ]*[/_@#=][^ ]*$|^\.[a-z]|\.[a-z]{2,4}$|^[a-z_]+\.[a-z_.]+$|%[sd]|::|==|^--")


def sources() -> list[str]:
    """Every text there is, once."""
    found: set[str] = set()
    for path in sorted([*(ROOT / "gui").rglob("*.py"), *(ROOT / "sim").rglob("*.py")]):
        place = path.relative_to(ROOT).as_posix()
        if not place.startswith(SILENT) and "kernels" not in place:
            found.update(_texts(ast.parse(path.read_text(encoding="utf-8"))))
    found.update(_declared())
    return sorted(text for text in found if _WORDS.search(_VALUE.sub("", text)))


def _declared() -> Iterator[str]:
    """What the settings of the simulations are called, and their choices."""
    from sim.simulations import SIMULATIONS

    for simulation in SIMULATIONS.values():
        for parameter in simulation.parameters:
            options = [label for _, label in getattr(parameter, "options", ())]
            for text in (parameter.label, parameter.help, parameter.unit, *options):
                yield text.template if isinstance(text, Phrase) else text


def _texts(tree: ast.Module) -> Iterator[str]:
    """The texts of one file."""
    yield from _walk(tree, frozenset(_docstrings(tree)), False)


def _walk(node: ast.AST, skipped: frozenset[int], sink: bool) -> Iterator[str]:
    if id(node) in skipped or isinstance(node, ast.JoinedStr | ast.Compare | ast.arg | ast.Import | ast.ImportFrom):
        if not isinstance(node, ast.JoinedStr | ast.Compare):
            return
        for child in ast.walk(node):  # phrases may stand inside
            if isinstance(child, ast.Call) and _name(child) in MARKS:
                yield from _call(child, skipped)
        return
    if isinstance(node, ast.Call):
        yield from _call(node, skipped)
    elif isinstance(node, ast.Constant):
        if isinstance(node.value, str) and _reads_like_words(node.value, sink):
            yield node.value
    elif isinstance(node, ast.Subscript):
        yield from _walk(node.value, skipped, sink)
    elif isinstance(node, ast.AnnAssign):
        yield from _walk(node.value, skipped, sink) if node.value is not None else ()
    elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
        for part in (*node.args.defaults, *node.args.kw_defaults, *node.body):
            yield from _walk(part, skipped, False) if part is not None else ()
    elif isinstance(node, ast.Dict):
        for part in node.values:
            yield from _walk(part, skipped, sink)
    else:
        inside = sink and isinstance(node, ast.Tuple | ast.List | ast.IfExp | ast.BoolOp | ast.GeneratorExp)
        for child in ast.iter_child_nodes(node):
            yield from _walk(child, skipped, inside)


def _call(node: ast.Call, skipped: frozenset[int]) -> Iterator[str]:
    name = _name(node)
    if name in ERRORS:
        return
    if name in MARKS:
        yield from _marked(node.args[:1])
    for part in node.args[1:] if name in MARKS else node.args:
        yield from _walk(part, skipped, name in SINKS or name in MARKS)
    for keyword in node.keywords:
        yield from _walk(keyword.value, skipped, name in SINKS or name in MARKS)


def _marked(parts: list[ast.expr]) -> Iterator[str]:
    """The literals that a marking function may get."""
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, str):
            yield part.value
        elif isinstance(part, ast.IfExp):
            yield from _marked([part.body, part.orelse])
        elif isinstance(part, ast.BoolOp):
            yield from _marked(part.values)
        elif isinstance(part, ast.Call):
            yield from _call(part, frozenset())


def _name(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _docstrings(tree: ast.Module) -> Iterator[int]:
    """Texts that stand alone."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield id(node.value)


def _reads_like_words(text: str, sink: bool) -> bool:
    if not _WORDS.search(text) or _CODE.search(text):
        return False
    if sink and _SMALL.fullmatch(text):
        return True
    return bool(re.search(r"[A-Za-z]{2,}[,.;:]? [^ ]", text) or _TITLE.fullmatch(text))


def written() -> str:
    """The English catalogue as it must be: a text stands for itself."""
    texts = sources()
    return catalogue_text("en", texts, {text: text for text in texts})


def main(wanted: list[str]) -> None:
    """Write the catalogues."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    ENGLISH.write_text(written(), encoding="utf-8")
    for path in {*FOLDER.glob("nutshell_*.ts"), *(FOLDER / f"nutshell_{code}.ts" for code in wanted)} - {ENGLISH}:
        said = read_all(path) if path.exists() else {}
        path.write_text(catalogue_text(path.stem.removeprefix("nutshell_"), sources(), said), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
